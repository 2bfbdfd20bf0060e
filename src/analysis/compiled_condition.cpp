#include "analysis/compiled_condition.h"

#include <algorithm>

namespace tsunagi::analysis {

using namespace model;

CompiledCondition::CompiledCondition(const Condition &condition, const StateCode &code) { add(condition, code); }

std::size_t CompiledCondition::add(Node node) {
    nodes_.push_back(std::move(node));
    return nodes_.size() - 1;
}

// A value is `at_least` or more and `at_most` or less, said with "from a limit on" alone.
std::size_t CompiledCondition::add_within(bool is_gauge, std::size_t index, std::optional<int> at_least,
                                          std::optional<int> at_most) {
    const auto add_from = [&](int limit) {
        if (limit <= 0) return add({Kind::yes, 0, 0, {}, 0});
        if (is_gauge && limit > kGaugeMax) return add({Kind::no, 0, 0, {}, 0});
        return add({is_gauge ? Kind::gauge_from : Kind::adder_from, static_cast<int>(index), limit, {}, 0});
    };
    const std::size_t whole = add({Kind::all, 0, 0, {}, 0});
    if (at_least) {
        const std::size_t part = add_from(*at_least);
        nodes_[whole].parts.push_back(part);
    }
    if (at_most) {
        const std::size_t negation = add({Kind::negation, 0, 0, {}, 0});
        nodes_[whole].parts.push_back(negation);
        const std::size_t part = add_from(*at_most + 1);
        nodes_[negation].parts.push_back(part);
    }
    return whole;
}

std::size_t CompiledCondition::add(const Condition &condition, const StateCode &code) {
    const auto add_group = [&](Kind kind, const std::vector<Condition> &parts) {
        const std::size_t group = add({kind, 0, 0, {}, 0});
        for (const Condition &part : parts) {
            const std::size_t at = add(part, code);
            nodes_[group].parts.push_back(at);
        }
        return group;
    };
    const auto add_bit = [&](int bit) { return add({Kind::bit, bit, 0, {}, 0}); };
    struct Adder {
        CompiledCondition &self;
        const StateCode &code;
        const decltype(add_group) &group;
        const decltype(add_bit) &bit;

        std::size_t operator()(const Always &) const { return self.add({Kind::yes, 0, 0, {}, 0}); }
        std::size_t operator()(const AllOf &all) const { return group(Kind::all, all.parts); }
        std::size_t operator()(const AnyOf &any) const { return group(Kind::any, any.parts); }
        std::size_t operator()(const NotOf &negation) const { return group(Kind::negation, negation.part); }
        std::size_t operator()(const FactKnown &fact) const { return bit(code.bit_of(fact)); }
        std::size_t operator()(const FlagIsSet &flag) const { return bit(code.bit_of(flag)); }
        std::size_t operator()(const OptionTaken &option) const { return bit(code.bit_of(option)); }
        std::size_t operator()(const MarkIs &mark) const { return bit(code.bit_of(mark)); }
        std::size_t operator()(const OrderedBefore &order) const { return bit(code.bit_of(order)); }
        std::size_t operator()(const SceneVisited &scene) const { return bit(code.bit_of(scene)); }
        std::size_t operator()(const TieIs &tie) const { return bit(code.bit_of(tie)); }
        std::size_t operator()(const CountTaken &count) const {
            return self.add_within(false, code.adder_of(count), count.at_least, std::nullopt);
        }
        std::size_t operator()(const GaugeWithin &gauge) const {
            return self.add_within(true, static_cast<std::size_t>(gauge.gauge), gauge.at_least, gauge.at_most);
        }
        std::size_t operator()(const MonthsWithin &months) const {
            return self.add_within(false, StateCode::kMonths, months.at_least, months.at_most);
        }
    };
    return std::visit(Adder{*this, code, add_group, add_bit}, condition.node);
}

bool CompiledCondition::holds_after(const Change &change, const StateCode &code, const Word *state,
                                    Region &region) const {
    explain(nodes_.front(), change, code, state, region);
    return holds_after(nodes_.front(), change, code, state);
}

bool CompiledCondition::holds_after(const Node &node, const Change &change, const StateCode &code,
                                    const Word *state) const {
    const auto part_holds = [&](std::size_t part) { return holds_after(nodes_[part], change, code, state); };
    switch (node.kind) {
    case Kind::no: return false;
    case Kind::yes: return true;
    case Kind::all: return std::all_of(node.parts.begin(), node.parts.end(), part_holds);
    case Kind::any: return std::any_of(node.parts.begin(), node.parts.end(), part_holds);
    case Kind::negation: return !part_holds(node.parts.front());
    case Kind::bit: {
        const std::size_t word = static_cast<std::size_t>(node.index) / 64;
        return ((((state[word] & change.keep[word]) | change.set[word]) >> (node.index % 64)) & 1u) != 0;
    }
    case Kind::gauge_from: {
        const auto gauge = static_cast<std::size_t>(node.index);
        return mapped(change.gauges[gauge], code.gauge_in(state, gauge)) >= node.limit;
    }
    case Kind::adder_from: {
        const auto adder = static_cast<std::size_t>(node.index);
        const Change::AdderChange &each = change.adders[adder];
        return each.value + (each.is_assigned ? 0 : code.adder_in(state, adder)) >= node.limit;
    }
    }
    return false;
}

// One "no" is reason enough for a whole `all`, one "yes" for a whole `any`: only the first such part is looked into.
void CompiledCondition::explain(const Node &node, const Change &change, const StateCode &code, const Word *state,
                                Region &region) const {
    switch (node.kind) {
    case Kind::no:
    case Kind::yes: return;
    case Kind::all:
    case Kind::any: {
        const bool decisive = node.kind == Kind::any;
        const auto reason = std::find_if(node.parts.begin(), node.parts.end(), [&](std::size_t part) {
            return holds_after(nodes_[part], change, code, state) == decisive;
        });
        if (reason != node.parts.end()) return explain(nodes_[*reason], change, code, state, region);
        for (const std::size_t part : node.parts) explain(nodes_[part], change, code, state, region);
        return;
    }
    case Kind::negation: return explain(nodes_[node.parts.front()], change, code, state, region);
    case Kind::bit:
        if (((change.keep[static_cast<std::size_t>(node.index) / 64] >> (node.index % 64)) & 1u) != 0)
            region.fix_bit(node.index);
        return;
    case Kind::gauge_from: {
        const auto gauge = static_cast<std::size_t>(node.index);
        const bool is_met = holds_after(node, change, code, state);
        node.outcomes |= is_met ? 2 : 1;
        const int from = lowest_reaching(change.gauges[gauge], node.limit);
        region.limit_gauge(gauge, is_met ? from : kGaugeMin, is_met ? kGaugeMax : from - 1);
        return;
    }
    case Kind::adder_from: {
        const auto adder = static_cast<std::size_t>(node.index);
        if (change.adders[adder].is_assigned) return;
        const int from = node.limit - change.adders[adder].value;
        const bool is_met = holds_after(node, change, code, state);
        region.limit_adder(adder, is_met ? from : 0, is_met ? Region::kNoHigh : from - 1);
        return;
    }
    }
}

Truth CompiledCondition::truth_after(const Change &change) const { return truth_after(nodes_.front(), change); }

Truth CompiledCondition::truth_after(const Node &node, const Change &change) const {
    const auto truth = [](bool value) { return value ? Truth::yes : Truth::no; };
    switch (node.kind) {
    case Kind::no: return Truth::no;
    case Kind::yes: return Truth::yes;
    case Kind::all:
    case Kind::any: {
        // The part that decides at once: a "no" among all, a "yes" among any.
        const Truth decisive = truth(node.kind == Kind::any);
        bool is_open = false;
        for (const std::size_t part : node.parts) {
            const Truth each = truth_after(nodes_[part], change);
            if (each == decisive) return decisive;
            is_open = is_open || each == Truth::open;
        }
        return is_open ? Truth::open : truth(node.kind == Kind::all);
    }
    case Kind::negation: {
        const Truth part = truth_after(nodes_[node.parts.front()], change);
        return part == Truth::open ? part : truth(part == Truth::no);
    }
    case Kind::bit: {
        const std::size_t word = static_cast<std::size_t>(node.index) / 64;
        const Word mask = Word{1} << (node.index % 64);
        return (change.keep[word] & mask) != 0 ? Truth::open : truth((change.set[word] & mask) != 0);
    }
    case Kind::gauge_from: {
        const GaugeMap map = change.gauges[static_cast<std::size_t>(node.index)];
        const bool lowest = mapped(map, kGaugeMin) >= node.limit;
        const bool highest = mapped(map, kGaugeMax) >= node.limit;
        if (lowest != highest) return Truth::open;
        node.outcomes |= lowest ? 2 : 1;
        return truth(lowest);
    }
    case Kind::adder_from: {
        const Change::AdderChange &adder = change.adders[static_cast<std::size_t>(node.index)];
        if (adder.value >= node.limit) return Truth::yes; // adders are never negative
        return adder.is_assigned ? Truth::no : Truth::open;
    }
    }
    return Truth::open;
}

bool CompiledCondition::has_gauge_mattered(std::size_t gauge) const {
    return std::any_of(nodes_.begin(), nodes_.end(), [&](const Node &node) {
        return node.kind == Kind::gauge_from && node.index == static_cast<int>(gauge) && node.outcomes == 3;
    });
}

} // namespace tsunagi::analysis
