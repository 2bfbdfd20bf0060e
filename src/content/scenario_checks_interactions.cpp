#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <string>
#include <utility>

#include "content/json_pointer.h"
#include "content/scenario_checks.h"
#include "content/scenario_walk.h"

namespace tsunagi::content {

using namespace model;

namespace {

// The name of the first figure of a credit that `is_bad`, as it is written in files; empty when there is none.
template <class IsBad>
std::string first_figure(const Credit &credit, IsBad is_bad) {
    for (PointIndex point = 0; point < credit.points.size(); ++point)
        if (is_bad(credit.points[point])) return point_id(point);
    for (CellIndex cell = 0; cell < credit.cells.size(); ++cell)
        if (is_bad(credit.cells[cell])) return cell_id(cell);
    return {};
}

std::string credit_pointer(const std::string &owner, const std::string &figure) {
    return at(owner, cell_from_id(figure) ? "cells" : "credit", figure);
}

void check_choose_one(const ChooseOne &choice, const std::string &pointer, JsonSource &source) {
    for (std::size_t i = 0; i < choice.options.size(); ++i) {
        const std::string owner = at(pointer, "options", i);
        const std::string figure = first_figure(choice.options[i].credit, [](int value) { return value < 0; });
        if (!figure.empty())
            source.error(credit_pointer(owner, figure), "negative-credit-in-choose-one", {{"property", figure}});
    }
}

// The smallest cost that any `count` items have together.
int cheapest_total(const std::vector<Option> &items, std::size_t count) {
    std::vector<int> costs;
    for (const Option &item : items) costs.push_back(item.cost);
    std::sort(costs.begin(), costs.end());
    return std::accumulate(costs.begin(), costs.begin() + static_cast<std::ptrdiff_t>(std::min(count, costs.size())),
                           0);
}

void check_budget(const ChooseMany &choice, const std::string &pointer, JsonSource &source) {
    const auto min = static_cast<std::size_t>(std::max(choice.min, 0));
    const std::size_t max = choice.max ? static_cast<std::size_t>(std::max(*choice.max, 0)) : choice.items.size();
    if (max == 0 || min > max || min > choice.items.size()) {
        source.error(at(pointer, max == 0 ? "max" : "min"), "count-impossible",
                     {{"min", std::to_string(min)},
                      {"max", std::to_string(max)},
                      {"count", std::to_string(choice.items.size())}});
        return;
    }
    if (!choice.budget) return;
    const int cheapest = cheapest_total(choice.items, std::max<std::size_t>(min, 1));
    if (cheapest > *choice.budget)
        source.error(at(pointer, "budget"), "budget-allows-nothing",
                     {{"min", std::to_string(std::max<std::size_t>(min, 1))},
                      {"budget", std::to_string(*choice.budget)},
                      {"cheapest", std::to_string(cheapest)}});
}

void check_essentials(const ChooseMany &choice, const std::string &pointer, JsonSource &source) {
    int cost = 0;
    int count = 0;
    for (std::size_t i = 0; i < choice.items.size(); ++i) {
        const Option &item = choice.items[i];
        if (!item.is_essential) continue;
        cost += item.cost;
        ++count;
        if (item.option_class != OptionClass::recommended)
            source.error(at(pointer, "items", i, "essential"), "essential-not-recommended", {{"id", item.id.value}});
    }
    const bool is_over_budget = choice.budget && cost > *choice.budget;
    const bool is_over_max = choice.max && count > *choice.max;
    if (is_over_budget || is_over_max)
        source.error(at(pointer, is_over_budget ? "budget" : "max"), "essential-over-budget",
                     {{"needed", std::to_string(is_over_budget ? cost : count)},
                      {"limit", std::to_string(is_over_budget ? *choice.budget : *choice.max)}});
}

void expect_mark(Mark mark, GridKind kind, const std::string &pointer, JsonSource &source) {
    const auto &known = marks_of(kind);
    if (std::find(known.begin(), known.end(), mark) != known.end()) return;
    std::string allowed;
    for (const Mark one : known) {
        if (!allowed.empty()) allowed += ", ";
        allowed += word_of(one, kMarkWords);
    }
    source.error(pointer, "unknown-mark-for-grid",
                 {{"mark", std::string(word_of(mark, kMarkWords))}, {"allowed", allowed}});
}

class GridChecker {
  public:
    GridChecker(const AssignGrid &grid, std::string pointer, JsonSource &source)
        : grid_(grid), pointer_(std::move(pointer)), source_(source) {}

    void check() {
        for (const auto &cost : grid_.costs) expect_known(cost.first, at(pointer_, "costs", word(cost.first)));
        std::set<std::pair<RowId, ColumnId>> seen;
        for (std::size_t i = 0; i < grid_.cells.size(); ++i) {
            const GridCell &cell = grid_.cells[i];
            const std::string owner = at(pointer_, "cells", i);
            if (!seen.emplace(cell.row, cell.column).second)
                source_.error(owner, "cell-twice", {{"row", cell.row.value}, {"column", cell.column.value}});
            check_marks(cell, owner);
            check_halves(cell, owner);
        }
    }

  private:
    static std::string_view word(Mark mark) { return word_of(mark, kMarkWords); }

    void expect_known(Mark mark, const std::string &pointer) { expect_mark(mark, grid_.kind, pointer, source_); }

    void check_marks(const GridCell &cell, const std::string &owner) {
        for (std::size_t i = 0; i < cell.accept.size(); ++i) expect_known(cell.accept[i], at(owner, "accept", i));
        for (const auto &entry : cell.classes) expect_known(entry.first, at(owner, "classes", word(entry.first)));
        for (const auto &entry : cell.safety) expect_known(entry.first, at(owner, "safety", word(entry.first)));
    }

    // Where lead and support are both accepted, support earns half.
    void check_halves(const GridCell &cell, const std::string &owner) {
        const auto accepts = [&](Mark mark) {
            return std::find(cell.accept.begin(), cell.accept.end(), mark) != cell.accept.end();
        };
        if (!accepts(Mark::lead) || !accepts(Mark::support)) return;
        const std::string figure = first_figure(cell.credit, [](int value) { return value % 2 != 0; });
        if (!figure.empty()) source_.error(credit_pointer(owner, figure), "odd-credit", {{"property", figure}});
    }

    const AssignGrid &grid_;
    std::string pointer_;
    JsonSource &source_;
};

// Whether some order keeps all precedences. Steps that do not exist are another check's matter.
bool is_orderable(const OrderSteps &order) {
    std::set<OptionId> waiting;
    for (const OrderStep &step : order.steps) waiting.insert(step.id);
    for (bool has_shrunk = true; has_shrunk;) {
        has_shrunk = false;
        for (const OrderStep &step : order.steps) {
            const bool waits =
                std::any_of(order.precedences.begin(), order.precedences.end(),
                            [&](const Precedence &p) { return p.after == step.id && waiting.count(p.before) > 0; });
            if (!waits && waiting.erase(step.id) > 0) has_shrunk = true;
        }
    }
    return waiting.empty();
}

void check_order(const OrderSteps &order, const std::string &pointer, JsonSource &source) {
    if (!is_orderable(order)) {
        source.error(at(pointer, "precedences"), "order-cycle");
    } else {
        std::map<OptionId, std::size_t> position;
        for (std::size_t i = 0; i < order.steps.size(); ++i) position.emplace(order.steps[i].id, i);
        const bool is_solved = std::all_of(order.precedences.begin(), order.precedences.end(),
                                           [&](const Precedence &p) { return position[p.before] < position[p.after]; });
        if (is_solved) source.error(at(pointer, "steps"), "order-given-solved");
    }
    if (order.stages.empty()) return;
    const int sum = std::accumulate(order.stages.begin(), order.stages.end(), 0,
                                    [](int total, const OrderStage &stage) { return total + stage.count; });
    if (sum != static_cast<int>(order.steps.size()))
        source.error(at(pointer, "stages"), "stages-sum",
                     {{"sum", std::to_string(sum)}, {"count", std::to_string(order.steps.size())}});
}

// A condition that waits for a mark which its grid does not have would never hold.
void check_marks_in_conditions(const Scenario &scenario, JsonSource &source) {
    for_each_condition(scenario, [&](const Condition &condition, const std::string &pointer, const Place &) {
        const auto *mark_is = std::get_if<MarkIs>(&condition.node);
        const Scene *scene = mark_is != nullptr ? scenario.find_scene(mark_is->scene) : nullptr;
        const auto *grid = scene != nullptr ? std::get_if<AssignGrid>(&scene->interaction) : nullptr;
        if (grid == nullptr) return;
        for (std::size_t i = 0; i < mark_is->marks.size(); ++i)
            expect_mark(mark_is->marks[i], grid->kind, at(pointer, "is", i), source);
    });
}

} // namespace

void check_interactions(const Scenario &scenario, JsonSource &source) {
    for (std::size_t i = 0; i < scenario.scenes.size(); ++i) {
        const Interaction &interaction = scenario.scenes[i].interaction;
        const std::string pointer = interaction_pointer(i);
        if (const auto *one = std::get_if<ChooseOne>(&interaction)) check_choose_one(*one, pointer, source);
        if (const auto *many = std::get_if<ChooseMany>(&interaction)) {
            check_budget(*many, pointer, source);
            check_essentials(*many, pointer, source);
        }
        if (const auto *grid = std::get_if<AssignGrid>(&interaction)) GridChecker(*grid, pointer, source).check();
        if (const auto *order = std::get_if<OrderSteps>(&interaction)) check_order(*order, pointer, source);
    }
    check_marks_in_conditions(scenario, source);
}

} // namespace tsunagi::content
