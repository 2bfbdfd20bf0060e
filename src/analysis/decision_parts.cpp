#include "analysis/decision_parts.h"

#include <algorithm>

namespace tsunagi::analysis {

using namespace model;

namespace {

struct PartMaker {
    std::vector<PartShape> operator()(const ReadOn &) const { return {}; }
    std::vector<PartShape> operator()(const ChooseOne &choice) const { return {{ChoicePart{}, choice.options.size()}}; }
    std::vector<PartShape> operator()(const ChooseMany &choice) const {
        std::vector<PartShape> parts;
        for (const Option &item : choice.items) parts.push_back({ItemPart{&item}, 2});
        return parts;
    }
    std::vector<PartShape> operator()(const AssignGrid &grid) const {
        const std::size_t marks = cell_marks(grid.kind).size();
        std::vector<PartShape> parts;
        for (const GridRow &row : grid.rows)
            for (const GridColumn &column : grid.columns) parts.push_back({CellPart{&row, &column}, marks});
        return parts;
    }
    std::vector<PartShape> operator()(const OrderSteps &order) const {
        std::vector<PartShape> parts;
        for (std::size_t i = 0; i < order.steps.size(); ++i)
            for (std::size_t k = i + 1; k < order.steps.size(); ++k)
                parts.push_back({PairPart{&order.steps[i], &order.steps[k]}, 2});
        return parts;
    }
};

template <class Items, class IdType>
std::size_t index_of(const Items &items, const IdType &id) {
    const auto found = std::find_if(items.begin(), items.end(), [&](const auto &item) { return item.id == id; });
    return static_cast<std::size_t>(found - items.begin());
}

// Ids of a part that was not met yet while an answer is read.
constexpr std::uint16_t kNotMet = 0xFFFF;

struct AnswerReader {
    TakenAlternatives &taken;

    bool operator()(const ChooseOne &choice, const OneAnswer &answer) const {
        const std::size_t option = index_of(choice.options, answer.option);
        taken.assign(1, static_cast<std::uint16_t>(option));
        return option < choice.options.size();
    }
    bool operator()(const ChooseMany &choice, const ManyAnswer &answer) const {
        taken.assign(choice.items.size(), kItemLeft);
        for (const OptionId &id : answer.items) {
            const std::size_t item = index_of(choice.items, id);
            if (item == choice.items.size() || taken[item] == kItemTaken) return false;
            taken[item] = kItemTaken;
        }
        return true;
    }
    bool operator()(const AssignGrid &grid, const GridAnswer &answer) const {
        const std::size_t columns = grid.columns.size();
        const std::size_t empty = mark_index(grid.kind, empty_mark(grid.kind));
        taken.assign(grid.rows.size() * columns, kNotMet);
        for (const PlacedMark &placed : answer.marks) {
            const std::size_t row = index_of(grid.rows, placed.row);
            const std::size_t column = index_of(grid.columns, placed.column);
            if (row == grid.rows.size() || column == columns) return false;
            const std::size_t mark = mark_index(grid.kind, placed.mark);
            std::uint16_t &cell = taken[row * columns + column];
            if (cell != kNotMet || mark > empty) return false;
            cell = static_cast<std::uint16_t>(mark);
        }
        std::replace(taken.begin(), taken.end(), kNotMet, static_cast<std::uint16_t>(empty));
        return true;
    }
    bool operator()(const OrderSteps &order, const OrderAnswer &answer) const {
        const std::size_t count = order.steps.size();
        if (answer.steps.size() != count) return false;
        std::vector<std::size_t> place(count, count);
        for (std::size_t i = 0; i < count; ++i) {
            const std::size_t step = index_of(order.steps, answer.steps[i]);
            if (step == count || place[step] != count) return false;
            place[step] = i;
        }
        taken.clear();
        for (std::size_t i = 0; i < count; ++i)
            for (std::size_t k = i + 1; k < count; ++k)
                taken.push_back(static_cast<std::uint16_t>(place[i] < place[k] ? kFirstBefore : kSecondBefore));
        return true;
    }
    template <class Other, class Given>
    bool operator()(const Other &, const Given &) const {
        return false;
    }
};

} // namespace

std::vector<PartShape> parts_of(const Interaction &interaction) { return std::visit(PartMaker{}, interaction); }

std::vector<Mark> cell_marks(GridKind kind) {
    if (kind == GridKind::role_split) return {Mark::lead, Mark::support, Mark::none};
    return {Mark::share, Mark::ask, Mark::withhold, Mark::unmarked};
}

std::size_t mark_index(GridKind kind, Mark mark) {
    const bool is_role_split = kind == GridKind::role_split;
    switch (mark) {
    case Mark::lead: return is_role_split ? 0 : 4;
    case Mark::support: return is_role_split ? 1 : 4;
    case Mark::none: return is_role_split ? 2 : 4;
    case Mark::share: return is_role_split ? 3 : 0;
    case Mark::ask: return is_role_split ? 3 : 1;
    case Mark::withhold: return is_role_split ? 3 : 2;
    case Mark::unmarked: break;
    }
    return 3; // of sharing the last one, of role splits none
}

std::size_t left_alone(const PartShape &part) {
    if (std::holds_alternative<ItemPart>(part.subject)) return kItemLeft;
    return std::holds_alternative<CellPart>(part.subject) ? part.alternatives - 1 : part.alternatives;
}

bool read_answer(const Interaction &interaction, const Answer &answer, TakenAlternatives &taken) {
    return std::visit(AnswerReader{taken}, interaction, answer);
}

} // namespace tsunagi::analysis
