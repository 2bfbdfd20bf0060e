#include "analysis/region.h"

#include <algorithm>

namespace tsunagi::analysis {

using model::kGaugeMax;
using model::kGaugeMin;

namespace {

constexpr Word kAllLow = 0;
constexpr Word kAllHigh = 0xAAAAAA; // 10 for each of the six gauges

int gauge_nibble(Word word, std::size_t gauge) { return static_cast<int>((word >> (4 * gauge)) & 15u); }
void put_nibble(Word &word, std::size_t gauge, int value) {
    word = (word & ~(Word{15} << (4 * gauge))) | (static_cast<Word>(value) << (4 * gauge));
}
Word word_of(Region::Span span) {
    return (Word{static_cast<std::uint32_t>(span.high)} << 32) | static_cast<std::uint32_t>(span.low);
}

} // namespace

Region::Region(const StateCode &code) : bit_words_(code.bit_words()), words_(word_count(code)) { reset(); }

void Region::reset() {
    std::fill(words_.begin(), words_.end(), 0);
    words_[bit_words_] = kAllLow;
    words_[bit_words_ + 1] = kAllHigh;
    std::fill(words_.begin() + static_cast<std::ptrdiff_t>(bit_words_) + 2, words_.end(), word_of({0, kNoHigh}));
}

Region::Span Region::gauge(std::size_t gauge) const {
    return {gauge_nibble(words_[bit_words_], gauge), gauge_nibble(words_[bit_words_ + 1], gauge)};
}

void Region::limit_gauge(std::size_t gauge, int low, int high) {
    const Span span = this->gauge(gauge);
    if (low > span.low) put_nibble(words_[bit_words_], gauge, low);
    if (high < span.high) put_nibble(words_[bit_words_ + 1], gauge, high);
}

void Region::limit_adder(std::size_t adder, int low, int high) {
    const Span span = this->adder(adder);
    words_[bit_words_ + 2 + adder] = word_of({std::max(span.low, low), std::min(span.high, high)});
}

bool Region::holds(const StateCode &code, const Word *region, const Word *around, const Word *state) {
    const std::size_t bit_words = code.bit_words();
    for (std::size_t i = 0; i < bit_words; ++i)
        if (((state[i] ^ around[i]) & region[i]) != 0) return false;
    for (std::size_t gauge = 0; gauge < kGaugeCount; ++gauge) {
        const int value = code.gauge_in(state, gauge);
        if (value < gauge_nibble(region[bit_words], gauge) || value > gauge_nibble(region[bit_words + 1], gauge))
            return false;
    }
    for (std::size_t adder = 0; adder < code.adders(); ++adder) {
        const Span span = span_of(region[bit_words + 2 + adder]);
        const int value = code.adder_in(state, adder);
        if (value < span.low || value > span.high) return false;
    }
    return true;
}

int lowest_reaching(GaugeMap map, int limit) {
    int value = kGaugeMin;
    while (value <= kGaugeMax && mapped(map, value) < limit) ++value;
    return value;
}

void Region::limit_to_before(const Change &change, const Word *after) {
    for (std::size_t i = 0; i < bit_words_; ++i) words_[i] |= after[i] & change.keep[i];
    const Word lows = after[bit_words_];
    const Word highs = after[bit_words_ + 1];
    if (lows != kAllLow || highs != kAllHigh)
        for (std::size_t gauge = 0; gauge < kGaugeCount; ++gauge) {
            const int low = gauge_nibble(lows, gauge);
            const int high = gauge_nibble(highs, gauge);
            if (low == kGaugeMin && high == kGaugeMax) continue;
            // Gauge maps keep the order of values, so what leads between two limits lies between two values.
            const GaugeMap map = change.gauges[gauge];
            if (map == kSameGauge)
                limit_gauge(gauge, low, high);
            else
                limit_gauge(gauge, lowest_reaching(map, low), lowest_reaching(map, high + 1) - 1);
        }
    for (std::size_t adder = 0; adder < change.adders.size(); ++adder) {
        const Change::AdderChange &each = change.adders[adder];
        if (each.is_assigned) continue;
        const Span span = span_of(after[bit_words_ + 2 + adder]);
        limit_adder(adder, span.low - each.value, span.high == kNoHigh ? kNoHigh : span.high - each.value);
    }
}

} // namespace tsunagi::analysis
