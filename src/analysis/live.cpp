#include "analysis/live.h"

#include <algorithm>

namespace tsunagi::analysis {

using model::kGaugeMax;
using model::kGaugeMin;

namespace {

void insert_limit(std::vector<int> &limits, int limit) {
    const auto at = std::lower_bound(limits.begin(), limits.end(), limit);
    if (at == limits.end() || *at != limit) limits.insert(at, limit);
}

} // namespace

Live::Live(const StateCode &code) : bits_(code.bit_words(), 0), adder_limits_(code.adders()) {}

void Live::add_reading(const CompiledCondition &condition) {
    condition.for_each_reading([&](int bit) { bits_[static_cast<std::size_t>(bit) / 64] |= Word{1} << (bit % 64); },
                               [&](std::size_t gauge, int limit) {
                                   gauge_limits_[gauge] =
                                       static_cast<std::uint16_t>(gauge_limits_[gauge] | (1u << limit));
                               },
                               [&](std::size_t adder, int limit) { insert_limit(adder_limits_[adder], limit); });
}

void Live::join(const Live &other) {
    for (std::size_t i = 0; i < bits_.size(); ++i) bits_[i] |= other.bits_[i];
    for (std::size_t gauge = 0; gauge < kGaugeCount; ++gauge)
        gauge_limits_[gauge] = static_cast<std::uint16_t>(gauge_limits_[gauge] | other.gauge_limits_[gauge]);
    for (std::size_t adder = 0; adder < adder_limits_.size(); ++adder)
        for (const int limit : other.adder_limits_[adder]) insert_limit(adder_limits_[adder], limit);
}

Live Live::before(const Change &change) const {
    Live live = *this;
    for (std::size_t i = 0; i < bits_.size(); ++i) live.bits_[i] &= change.keep[i];
    for (std::size_t gauge = 0; gauge < kGaugeCount; ++gauge) {
        // Gauge maps never turn an order round, so "from a limit on" after the change is "from some value on" before.
        live.gauge_limits_[gauge] = 0;
        for (int limit = kGaugeMin + 1; limit <= kGaugeMax; ++limit) {
            if (((gauge_limits_[gauge] >> limit) & 1u) == 0) continue;
            int from = kGaugeMin;
            while (from <= kGaugeMax && mapped(change.gauges[gauge], from) < limit) ++from;
            if (from > kGaugeMin && from <= kGaugeMax)
                live.gauge_limits_[gauge] = static_cast<std::uint16_t>(live.gauge_limits_[gauge] | (1u << from));
        }
    }
    for (std::size_t adder = 0; adder < adder_limits_.size(); ++adder) {
        live.adder_limits_[adder].clear();
        if (change.adders[adder].is_assigned) continue;
        for (const int limit : adder_limits_[adder])
            if (limit > change.adders[adder].value)
                live.adder_limits_[adder].push_back(limit - change.adders[adder].value);
    }
    return live;
}

void Live::seal() {
    for (std::size_t gauge = 0; gauge < kGaugeCount; ++gauge) {
        GaugeMap map = 0;
        int lowest = kGaugeMin;
        for (int value = kGaugeMin; value <= kGaugeMax; ++value) {
            if (((gauge_limits_[gauge] >> value) & 1u) != 0) lowest = value;
            map |= static_cast<GaugeMap>(lowest) << (4 * value);
        }
        gauge_maps_[gauge] = map;
    }
}

int Live::lowest_alike(std::size_t adder, int value) const {
    const std::vector<int> &limits = adder_limits_[adder];
    const auto above = std::upper_bound(limits.begin(), limits.end(), value);
    return above == limits.begin() ? 0 : *(above - 1);
}

void Live::project(const StateCode &code, Word *state) const {
    for (std::size_t i = 0; i < bits_.size(); ++i) state[i] &= bits_[i];
    Word gauges = 0;
    for (std::size_t gauge = 0; gauge < kGaugeCount; ++gauge)
        gauges |= static_cast<Word>(mapped(gauge_maps_[gauge], code.gauge_in(state, gauge))) << (4 * gauge);
    state[bits_.size()] = gauges;
    for (std::size_t adder = 0; adder < adder_limits_.size(); ++adder)
        code.put_adder(state, adder, lowest_alike(adder, code.adder_in(state, adder)));
}

void Live::forget_dead(Change &change) const {
    for (std::size_t i = 0; i < bits_.size(); ++i) {
        change.keep[i] |= ~bits_[i];
        change.set[i] &= bits_[i];
    }
    for (std::size_t gauge = 0; gauge < kGaugeCount; ++gauge)
        if (gauge_limits_[gauge] == 0) change.gauges[gauge] = kSameGauge;
    for (std::size_t adder = 0; adder < adder_limits_.size(); ++adder)
        if (adder_limits_[adder].empty()) change.adders[adder] = {};
}

void Live::project(Change &change) const {
    for (std::size_t i = 0; i < bits_.size(); ++i) {
        change.keep[i] &= bits_[i];
        change.set[i] &= bits_[i];
    }
    for (std::size_t gauge = 0; gauge < kGaugeCount; ++gauge)
        change.gauges[gauge] = gauge_map_then(change.gauges[gauge], gauge_maps_[gauge]);
    for (std::size_t adder = 0; adder < adder_limits_.size(); ++adder) {
        Change::AdderChange &each = change.adders[adder];
        if (adder_limits_[adder].empty())
            each = {true, 0};
        else if (each.is_assigned)
            each.value = lowest_alike(adder, each.value);
    }
}

} // namespace tsunagi::analysis
