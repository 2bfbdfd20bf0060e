#include "engine/scoring.h"

#include <algorithm>
#include <limits>
#include <set>

namespace tsunagi::engine {

using namespace model;

namespace {

const Option *find_option(const std::vector<Option> &options, const OptionId &id) {
    const auto found =
        std::find_if(options.begin(), options.end(), [&](const Option &option) { return option.id == id; });
    return found == options.end() ? nullptr : &*found;
}

template <class Items, class IdType>
bool has_id(const Items &items, const IdType &id) {
    return std::any_of(items.begin(), items.end(), [&](const auto &item) { return item.id == id; });
}

bool accepts(const GridCell &cell, Mark mark) {
    return std::find(cell.accept.begin(), cell.accept.end(), mark) != cell.accept.end();
}

struct FaultFinder {
    const State &state;

    std::optional<AnswerFault> operator()(const ReadOn &, const ReadAnswer &) const { return std::nullopt; }

    std::optional<AnswerFault> operator()(const ChooseOne &choice, const OneAnswer &answer) const {
        const Option *option = find_option(choice.options, answer.option);
        if (option == nullptr) return AnswerFault::unknown_id;
        if (!is_available(*option, state)) return AnswerFault::unavailable;
        return std::nullopt;
    }

    std::optional<AnswerFault> operator()(const ChooseMany &choice, const ManyAnswer &answer) const {
        std::set<OptionId> seen;
        for (const OptionId &id : answer.items) {
            const Option *item = find_option(choice.items, id);
            if (item == nullptr) return AnswerFault::unknown_id;
            if (!seen.insert(id).second) return AnswerFault::repeated;
            if (!is_available(*item, state)) return AnswerFault::unavailable;
        }
        const int count = static_cast<int>(answer.items.size());
        if (choice.max && count > *choice.max) return AnswerFault::too_many;
        if (choice.budget && cost_of(choice, answer) > *choice.budget) return AnswerFault::over_budget;
        if (count < choice.min) return AnswerFault::too_few;
        return std::nullopt;
    }

    std::optional<AnswerFault> operator()(const AssignGrid &grid, const GridAnswer &answer) const {
        std::set<std::pair<RowId, ColumnId>> seen;
        const auto &marks = marks_of(grid.kind);
        for (const PlacedMark &placed : answer.marks) {
            if (!has_id(grid.rows, placed.row) || !has_id(grid.columns, placed.column)) return AnswerFault::unknown_id;
            if (!seen.insert({placed.row, placed.column}).second) return AnswerFault::repeated;
            if (std::find(marks.begin(), marks.end(), placed.mark) == marks.end() &&
                placed.mark != empty_mark(grid.kind))
                return AnswerFault::wrong_mark;
        }
        return std::nullopt;
    }

    std::optional<AnswerFault> operator()(const OrderSteps &order, const OrderAnswer &answer) const {
        std::set<OptionId> seen;
        for (const OptionId &id : answer.steps) {
            if (!has_id(order.steps, id)) return AnswerFault::unknown_id;
            if (!seen.insert(id).second) return AnswerFault::repeated;
        }
        if (seen.size() != order.steps.size()) return AnswerFault::not_all_steps;
        return std::nullopt;
    }

    template <class Other, class Given>
    std::optional<AnswerFault> operator()(const Other &, const Given &) const {
        return AnswerFault::wrong_kind;
    }
};

struct EarnedReader {
    Credit operator()(const ChooseOne &choice, const OneAnswer &answer) const {
        const Option *option = find_option(choice.options, answer.option);
        return option == nullptr ? Credit{} : option->credit;
    }
    Credit operator()(const ChooseMany &choice, const ManyAnswer &answer) const {
        Credit sum;
        for (const Option &item : choice.items)
            if (std::find(answer.items.begin(), answer.items.end(), item.id) != answer.items.end()) sum += item.credit;
        return sum;
    }
    Credit operator()(const AssignGrid &grid, const GridAnswer &answer) const {
        Credit sum;
        for (const GridRow &row : grid.rows)
            for (const GridColumn &column : grid.columns)
                sum += mark_credit(grid, row.id, column.id, mark_at(answer, grid.kind, row.id, column.id));
        return sum;
    }
    Credit operator()(const OrderSteps &order, const OrderAnswer &answer) const {
        Credit sum;
        for (const Precedence &precedence : order.precedences) {
            const auto before = std::find(answer.steps.begin(), answer.steps.end(), precedence.before);
            if (before != answer.steps.end() &&
                std::find(before, answer.steps.end(), precedence.after) != answer.steps.end())
                sum += precedence.credit;
        }
        return sum;
    }
    template <class Other, class Given>
    Credit operator()(const Other &, const Given &) const {
        return {};
    }
};

constexpr int kImpossible = std::numeric_limits<int>::min() / 2;

// The best sum of one figure over the subsets of `items` that the scene allows: 0/1 knapsack with the number of
// items and their cost as the two limits.
int best_subset(const ChooseMany &choice, const std::vector<const Option *> &items, std::size_t index) {
    const std::size_t max_count =
        choice.max ? std::min(items.size(), static_cast<std::size_t>(std::max(*choice.max, 0))) : items.size();
    const std::size_t budget = choice.budget ? static_cast<std::size_t>(std::max(*choice.budget, 0)) : 0;
    std::vector<std::vector<int>> best(max_count + 1, std::vector<int>(budget + 1, kImpossible));
    best[0][0] = 0;
    for (const Option *item : items) {
        const std::size_t cost = choice.budget ? static_cast<std::size_t>(item->cost) : 0;
        const int gain = figure(item->credit, index);
        for (std::size_t count = max_count; count-- > 0;)
            for (std::size_t spent = 0; spent + cost <= budget; ++spent)
                if (best[count][spent] != kImpossible)
                    best[count + 1][spent + cost] = std::max(best[count + 1][spent + cost], best[count][spent] + gain);
    }
    int found = kImpossible;
    for (std::size_t count = static_cast<std::size_t>(std::max(choice.min, 0)); count <= max_count; ++count)
        for (const int sum : best[count]) found = std::max(found, sum);
    return std::max(found, 0);
}

// The best sum of one figure over all orders: for each set of steps already placed, the best sum so far.
int best_order(const OrderSteps &order, std::size_t index) {
    const std::size_t count = order.steps.size();
    const auto position = [&](const OptionId &id) {
        for (std::size_t i = 0; i < count; ++i)
            if (order.steps[i].id == id) return i;
        return count;
    };
    std::vector<std::vector<int>> gain(count, std::vector<int>(count, 0)); // gain[before][after]
    for (const Precedence &precedence : order.precedences) {
        const std::size_t before = position(precedence.before);
        const std::size_t after = position(precedence.after);
        if (before < count && after < count) gain[before][after] += figure(precedence.credit, index);
    }
    std::vector<int> best(std::size_t{1} << count, kImpossible);
    best[0] = 0;
    for (std::size_t placed = 0; placed < best.size(); ++placed)
        for (std::size_t step = 0; step < count; ++step) {
            if ((placed >> step) & 1u) continue;
            int sum = best[placed];
            for (std::size_t earlier = 0; earlier < count; ++earlier)
                if ((placed >> earlier) & 1u) sum += gain[earlier][step];
            int &reached = best[placed | (std::size_t{1} << step)];
            reached = std::max(reached, sum);
        }
    return best.back();
}

struct AvailableReader {
    const State &state;

    Credit operator()(const ReadOn &) const { return {}; }

    Credit operator()(const ChooseOne &choice) const {
        Credit best;
        for (const Option &option : choice.options) {
            if (!is_available(option, state)) continue;
            for (std::size_t i = 0; i < kFigureCount; ++i)
                figure(best, i) = std::max(figure(best, i), figure(option.credit, i));
        }
        return best;
    }

    Credit operator()(const ChooseMany &choice) const {
        std::vector<const Option *> items;
        for (const Option &item : choice.items)
            if (is_available(item, state)) items.push_back(&item);
        Credit best;
        for (std::size_t i = 0; i < kFigureCount; ++i)
            if (std::any_of(items.begin(), items.end(),
                            [&](const Option *item) { return figure(item->credit, i) > 0; }))
                figure(best, i) = best_subset(choice, items, i);
        return best;
    }

    Credit operator()(const AssignGrid &grid) const {
        Credit best;
        for (const GridRow &row : grid.rows)
            for (const GridColumn &column : grid.columns) {
                Credit best_here = mark_credit(grid, row.id, column.id, empty_mark(grid.kind));
                for (const Mark mark : marks_of(grid.kind)) {
                    const Credit credit = mark_credit(grid, row.id, column.id, mark);
                    for (std::size_t i = 0; i < kFigureCount; ++i)
                        figure(best_here, i) = std::max(figure(best_here, i), figure(credit, i));
                }
                best += best_here;
            }
        return floored_at_zero(best);
    }

    Credit operator()(const OrderSteps &order) const {
        Credit best;
        for (std::size_t i = 0; i < kFigureCount; ++i)
            if (std::any_of(order.precedences.begin(), order.precedences.end(),
                            [&](const Precedence &precedence) { return figure(precedence.credit, i) != 0; }))
                figure(best, i) = best_order(order, i);
        return floored_at_zero(best);
    }
};

} // namespace

std::optional<AnswerFault> answer_fault(const Interaction &interaction, const Answer &answer, const State &state) {
    return std::visit(FaultFinder{state}, interaction, answer);
}

int cost_of(const ChooseMany &choice, const ManyAnswer &answer) {
    int cost = 0;
    for (const OptionId &id : answer.items)
        if (const Option *item = find_option(choice.items, id)) cost += item->cost;
    return cost;
}

Credit mark_credit(const AssignGrid &grid, const RowId &row, const ColumnId &column, Mark mark) {
    const GridCell *cell = grid.find_cell(row, column);
    if (cell != nullptr && accepts(*cell, mark)) {
        const bool is_half = mark == Mark::support && accepts(*cell, Mark::lead);
        return is_half ? half_of(cell->credit) : cell->credit;
    }
    // An unlisted place of a sharing grid is left to the learner; of a role split it is nobody's task, so that leaving
    // it empty is what is wanted there.
    if (cell == nullptr && (grid.kind == GridKind::sharing || mark == empty_mark(grid.kind))) return {};
    const auto cost = grid.costs.find(mark);
    return cost == grid.costs.end() ? Credit{} : negated(cost->second);
}

std::optional<OptionClass> mark_class(const AssignGrid &grid, const RowId &row, const ColumnId &column, Mark mark) {
    const GridCell *cell = grid.find_cell(row, column);
    const bool is_role_split = grid.kind == GridKind::role_split;
    if (cell == nullptr) {
        if (is_role_split && mark != Mark::none && grid.costs.count(mark) > 0) return OptionClass::premature;
        return std::nullopt;
    }
    const auto given = cell->classes.find(mark);
    if (given != cell->classes.end()) return given->second;
    if (accepts(*cell, mark)) {
        // A place that accepts a mark without crediting it only says that the mark does no harm there.
        if (cell->credit.is_zero()) return std::nullopt;
        const bool is_second =
            is_role_split ? mark == Mark::support && accepts(*cell, Mark::lead) : mark != cell->accept.front();
        return is_second ? OptionClass::acceptable : OptionClass::recommended;
    }
    switch (mark) {
    case Mark::share: return OptionClass::harmful;
    case Mark::ask: return OptionClass::acceptable;
    case Mark::lead:
    case Mark::support: return OptionClass::premature;
    case Mark::none:
    case Mark::withhold:
    case Mark::unmarked: break;
    }
    return OptionClass::missed;
}

Credit earned_credit(const Interaction &interaction, const Answer &answer) {
    return floored_at_zero(std::visit(EarnedReader{}, interaction, answer));
}

Credit available_credit(const Interaction &interaction, const State &state) {
    return std::visit(AvailableReader{state}, interaction);
}

} // namespace tsunagi::engine
