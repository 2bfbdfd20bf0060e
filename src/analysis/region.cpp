#include "analysis/region.h"

#include <algorithm>

namespace tsunagi::analysis {

using model::kGaugeMax;
using model::kGaugeMin;

Region::Region(const StateCode &code) : bits_(code.bit_words()), adders_(code.adders()) { reset(); }

void Region::reset() {
    std::fill(bits_.begin(), bits_.end(), 0);
    gauges_.fill({kGaugeMin, kGaugeMax});
    std::fill(adders_.begin(), adders_.end(), Span{0, kNoHigh});
}

void Region::limit_gauge(std::size_t gauge, int low, int high) {
    gauges_[gauge] = {std::max(gauges_[gauge].low, low), std::min(gauges_[gauge].high, high)};
}

void Region::limit_adder(std::size_t adder, int low, int high) {
    adders_[adder] = {std::max(adders_[adder].low, low), std::min(adders_[adder].high, high)};
}

int lowest_reaching(GaugeMap map, int limit) {
    int value = kGaugeMin;
    while (value <= kGaugeMax && mapped(map, value) < limit) ++value;
    return value;
}

void Region::limit_to_before(const Change &change, const Region &after) {
    for (std::size_t i = 0; i < bits_.size(); ++i) bits_[i] |= after.bits_[i] & change.keep[i];
    for (std::size_t gauge = 0; gauge < kGaugeCount; ++gauge) {
        const Span span = after.gauges_[gauge];
        if (span.low == kGaugeMin && span.high == kGaugeMax) continue;
        // Gauge maps keep the order of values, so what leads between two limits lies between two values.
        const GaugeMap map = change.gauges[gauge];
        limit_gauge(gauge, lowest_reaching(map, span.low), lowest_reaching(map, span.high + 1) - 1);
    }
    for (std::size_t adder = 0; adder < adders_.size(); ++adder) {
        const Change::AdderChange &each = change.adders[adder];
        const Span span = after.adders_[adder];
        if (each.is_assigned) continue;
        limit_adder(adder, span.low - each.value, span.high == kNoHigh ? kNoHigh : span.high - each.value);
    }
}

} // namespace tsunagi::analysis
