#include "engine/state.h"

#include <algorithm>

namespace tsunagi::engine {

using namespace model;

bool State::knows(const FactId &fact) const {
    return std::any_of(facts.begin(), facts.end(), [&](const LearnedFact &learned) { return learned.fact == fact; });
}

bool State::has_visited(const SceneId &scene) const {
    return std::find(visited.begin(), visited.end(), scene) != visited.end();
}

State initial_state(const Scenario &scenario) {
    State state;
    state.gauges = scenario.gauges;
    for (const FactId &fact : scenario.start_facts) state.facts.push_back({fact, 0, {}});
    for (const Tie &tie : scenario.ties) state.ties[tie.id] = {tie.strength, tie.stress, tie.flow, tie.status};
    return state;
}

namespace {

bool is_within(int value, const std::optional<int> &at_least, const std::optional<int> &at_most) {
    return (!at_least || value >= *at_least) && (!at_most || value <= *at_most);
}

struct ConditionReader {
    const State &state;

    bool operator()(const Always &) const { return true; }
    bool operator()(const AllOf &all) const {
        return std::all_of(all.parts.begin(), all.parts.end(),
                           [&](const Condition &part) { return holds(part, state); });
    }
    bool operator()(const AnyOf &any) const {
        return std::any_of(any.parts.begin(), any.parts.end(),
                           [&](const Condition &part) { return holds(part, state); });
    }
    bool operator()(const NotOf &negation) const { return !holds(negation.part.front(), state); }
    bool operator()(const FactKnown &known) const { return state.knows(known.fact); }
    bool operator()(const FlagIsSet &flag) const { return state.flags.count(flag.flag) > 0; }
    bool operator()(const OptionTaken &taken) const {
        const auto found = state.answers.find(taken.scene);
        if (found == state.answers.end()) return false;
        if (const auto *one = std::get_if<OneAnswer>(&found->second)) return one->option == taken.option;
        if (const auto *many = std::get_if<ManyAnswer>(&found->second))
            return std::find(many->items.begin(), many->items.end(), taken.option) != many->items.end();
        return false;
    }
    bool operator()(const CountTaken &count) const {
        const auto taken = std::count_if(count.options.begin(), count.options.end(),
                                         [&](const OptionTaken &option) { return (*this)(option); });
        return taken >= count.at_least;
    }
    bool operator()(const MarkIs &cell) const {
        const auto found = state.answers.find(cell.scene);
        if (found == state.answers.end()) return false;
        const auto *grid = std::get_if<GridAnswer>(&found->second);
        if (grid == nullptr || cell.marks.empty()) return false;
        // The grid's kind shows in the marks asked for: none and unmarked are the two empty marks.
        const bool asks_role = std::find_if(cell.marks.begin(), cell.marks.end(), [](Mark mark) {
                                   return mark == Mark::lead || mark == Mark::support || mark == Mark::none;
                               }) != cell.marks.end();
        const Mark mark = mark_at(*grid, asks_role ? GridKind::role_split : GridKind::sharing, cell.row, cell.column);
        return std::find(cell.marks.begin(), cell.marks.end(), mark) != cell.marks.end();
    }
    bool operator()(const OrderedBefore &order) const {
        const auto found = state.answers.find(order.scene);
        if (found == state.answers.end()) return false;
        const auto *steps = std::get_if<OrderAnswer>(&found->second);
        if (steps == nullptr) return false;
        const auto before = std::find(steps->steps.begin(), steps->steps.end(), order.before);
        return before != steps->steps.end() && std::find(before, steps->steps.end(), order.after) != steps->steps.end();
    }
    bool operator()(const SceneVisited &visited) const { return state.has_visited(visited.scene); }
    bool operator()(const GaugeWithin &gauge) const {
        return is_within(state.gauge(gauge.gauge), gauge.at_least, gauge.at_most);
    }
    bool operator()(const MonthsWithin &months) const {
        return is_within(state.months, months.at_least, months.at_most);
    }
    bool operator()(const TieIs &tie) const {
        const auto found = state.ties.find(tie.tie);
        if (found == state.ties.end()) return false;
        if (const auto *strength = std::get_if<TieStrength>(&tie.state)) return found->second.strength == *strength;
        if (const auto *status = std::get_if<TieStatus>(&tie.state)) return found->second.status == *status;
        return found->second.stress == std::get<bool>(tie.state);
    }
};

struct EffectWriter {
    const SceneId &scene;
    State &state;
    std::vector<Change> &journal;

    void operator()(const LearnFact &learn) const {
        if (state.knows(learn.fact)) return;
        state.facts.push_back({learn.fact, state.months, scene});
        journal.push_back(FactLearned{learn.fact});
    }
    void operator()(const SetFlag &set) const {
        if (set.value)
            state.flags.insert(set.flag);
        else
            state.flags.erase(set.flag);
    }
    void operator()(const MoveGauge &move) const {
        int &value = state.gauges[static_cast<std::size_t>(move.gauge)];
        const int before = value;
        value = std::clamp(value + move.add, kGaugeMin, kGaugeMax);
        if (value != before) journal.push_back(GaugeMoved{move.gauge, before, value, move.because});
    }
    void operator()(const AdvanceMonths &advance) const {
        if (advance.months == 0) return;
        state.months += advance.months;
        journal.push_back(MonthsPassed{advance.months});
    }
    void operator()(const ChangeTie &change) const {
        TieState &tie = state.ties[change.tie];
        const TieState before = tie;
        if (change.strength) tie.strength = *change.strength;
        if (change.status) tie.status = *change.status;
        if (change.stress) tie.stress = *change.stress;
        if (change.flow) tie.flow = *change.flow;
        if (!(tie == before)) journal.push_back(TieChanged{change.tie, before, tie, change.because});
    }
};

} // namespace

bool holds(const Condition &condition, const State &state) {
    return std::visit(ConditionReader{state}, condition.node);
}

void apply(const Effects &effects, const SceneId &scene, State &state, std::vector<Change> &journal) {
    const EffectWriter writer{scene, state, journal};
    for (const Effect &effect : effects) std::visit(writer, effect);
}

std::vector<std::string> visible_text(const std::vector<Paragraph> &text, const State &state) {
    std::vector<std::string> visible;
    for (const Paragraph &paragraph : text)
        if (holds(paragraph.when, state)) visible.push_back(paragraph.text);
    return visible;
}

} // namespace tsunagi::engine
