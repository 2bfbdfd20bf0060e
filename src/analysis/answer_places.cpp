#include "analysis/answer_places.h"

#include <algorithm>

#include "engine/scoring.h"

namespace tsunagi::analysis {

using namespace model;

AnswerPlaces::AnswerPlaces(const Story &story, std::size_t scene, const std::vector<bool> &is_available,
                           ChangeTable &changes)
    : story_(story), scene_(story.scenes[scene]), changes_(changes), base_(number_of(scene_.base)) {
    const Interaction &interaction = scene_.scene->interaction;
    if (const auto *one = std::get_if<ChooseOne>(&interaction))
        add_options(*one, is_available);
    else if (const auto *many = std::get_if<ChooseMany>(&interaction))
        add_items(*many, is_available);
    else if (const auto *grid = std::get_if<AssignGrid>(&interaction))
        add_grid(*grid);
    else if (const auto *order = std::get_if<OrderSteps>(&interaction))
        add_order(*order);
    else
        add_read();
}

ChangeTable::Number AnswerPlaces::number_of(Change change) {
    scene_.at_after.front().forget_dead(change);
    return changes_.number_of(change);
}

void AnswerPlaces::put_silent_places_first() {
    std::stable_partition(places_.begin(), places_.end(), [&](const Place &place) {
        return std::all_of(place.choices.begin(), place.choices.end(),
                           [&](const Choice &choice) { return choice.change == changes_.same(); });
    });
}

void AnswerPlaces::note_credit(const Credit &credit) {
    for (std::size_t i = 0; i < kFigureCount; ++i) can_fall_[i] = can_fall_[i] || figure(credit, i) < 0;
}

void AnswerPlaces::add_read() { places_.push_back({0, {{0, changes_.same(), {}, 0, 0}}}); }

void AnswerPlaces::add_options(const ChooseOne &choice, const std::vector<bool> &is_available) {
    Place place;
    for (std::size_t i = 0; i < choice.options.size(); ++i) {
        if (!is_available[i]) continue;
        place.choices.push_back({i, number_of(scene_.option_changes[i]), choice.options[i].credit, 0, 0});
        note_credit(choice.options[i].credit);
    }
    std::stable_sort(place.choices.begin(), place.choices.end(), [&](const Choice &a, const Choice &b) {
        return choice.options[a.pick].option_class < choice.options[b.pick].option_class;
    });
    places_.push_back(std::move(place));
}

void AnswerPlaces::add_items(const ChooseMany &choice, const std::vector<bool> &is_available) {
    budget_ = choice.budget;
    min_ = choice.min;
    max_ = choice.max;
    for (std::size_t i = 0; i < choice.items.size(); ++i) {
        if (!is_available[i]) continue;
        const Option &item = choice.items[i];
        const Choice skip{0, changes_.same(), {}, 0, 0};
        const Choice take{1, number_of(scene_.option_changes[i]), item.credit, item.cost, 1};
        note_credit(item.credit);
        if (item.option_class == OptionClass::recommended)
            places_.push_back({i, {take, skip}});
        else
            places_.push_back({i, {skip, take}});
    }
    // What does nothing may be taken in any order; the others stay in the order in which their effects happen.
    put_silent_places_first();
}

void AnswerPlaces::add_grid(const AssignGrid &grid) {
    const Mark empty = empty_mark(grid.kind);
    const std::vector<StateCode::MarkBit> bits = story_.code.mark_bits(scene_.scene->id);
    for (std::size_t i = 0; i < grid.rows.size() * grid.columns.size(); ++i) {
        const RowId &row = grid.rows[i / grid.columns.size()].id;
        const ColumnId &column = grid.columns[i % grid.columns.size()].id;
        const GridCell *cell = grid.find_cell(row, column);
        std::vector<Mark> marks = {empty};
        for (const Mark mark : marks_of(grid.kind))
            if (mark != empty) marks.push_back(mark);
        if (cell != nullptr) {
            const auto rank = [&](Mark mark) {
                return std::find(cell->accept.begin(), cell->accept.end(), mark) - cell->accept.begin();
            };
            std::stable_sort(marks.begin(), marks.end(), [&](Mark a, Mark b) { return rank(a) < rank(b); });
        }
        Place place{i, {}};
        for (const Mark mark : marks) {
            Change change = no_change(story_.code);
            for (const StateCode::MarkBit &bit : bits)
                if (bit.mark->row == row && bit.mark->column == column)
                    put_bit(change, bit.bit,
                            std::find(bit.mark->marks.begin(), bit.mark->marks.end(), mark) != bit.mark->marks.end());
            const Credit credit = engine::mark_credit(grid, row, column, mark);
            note_credit(credit);
            place.choices.push_back({static_cast<std::size_t>(mark), number_of(change), credit, 0, 0});
        }
        places_.push_back(std::move(place));
    }
    put_silent_places_first();
}

void AnswerPlaces::add_order(const OrderSteps &order) {
    order_ = &order;
    order_bits_ = story_.code.order_bits(scene_.scene->id);
    for (const Precedence &precedence : order.precedences) note_credit(precedence.credit);
}

const std::vector<Choice> &AnswerPlaces::choices(std::size_t place, std::uint32_t placed) {
    if (order_ == nullptr) return places_[place].choices;
    const auto found = order_choices_.find(placed);
    if (found != order_choices_.end()) return found->second;

    const auto is_placed = [&](const OptionId &id) {
        for (std::size_t i = 0; i < order_->steps.size(); ++i)
            if (order_->steps[i].id == id) return ((placed >> i) & 1u) != 0;
        return false;
    };
    std::vector<Choice> made;
    for (std::size_t i = 0; i < order_->steps.size(); ++i) {
        if (((placed >> i) & 1u) != 0) continue;
        const OptionId &step = order_->steps[i].id;
        Change change = no_change(story_.code);
        for (const StateCode::OrderBit &bit : order_bits_)
            if (bit.order->after == step && (bit.order->before == step || is_placed(bit.order->before)))
                put_bit(change, bit.bit, true);
        Choice choice{i, number_of(change), {}, 0, 0};
        for (const Precedence &precedence : order_->precedences)
            if (precedence.after == step && (precedence.before == step || is_placed(precedence.before)))
                choice.credit += precedence.credit;
        made.push_back(choice);
    }
    return order_choices_.emplace(placed, std::move(made)).first->second;
}

Answer AnswerPlaces::answer_from(const std::vector<std::size_t> &picks) const {
    const Interaction &interaction = scene_.scene->interaction;
    if (const auto *one = std::get_if<ChooseOne>(&interaction)) return OneAnswer{one->options[picks.front()].id};
    if (const auto *many = std::get_if<ChooseMany>(&interaction)) {
        std::vector<bool> is_taken(many->items.size(), false);
        for (std::size_t i = 0; i < picks.size(); ++i) is_taken[places_[i].what] = picks[i] == 1;
        ManyAnswer answer;
        for (std::size_t i = 0; i < is_taken.size(); ++i)
            if (is_taken[i]) answer.items.push_back(many->items[i].id);
        return answer;
    }
    if (const auto *grid = std::get_if<AssignGrid>(&interaction)) {
        std::vector<std::size_t> marks(picks.size());
        for (std::size_t i = 0; i < picks.size(); ++i) marks[places_[i].what] = picks[i];
        GridAnswer answer;
        for (std::size_t i = 0; i < marks.size(); ++i)
            if (const Mark mark = static_cast<Mark>(marks[i]); mark != empty_mark(grid->kind))
                answer.marks.push_back(
                    {grid->rows[i / grid->columns.size()].id, grid->columns[i % grid->columns.size()].id, mark});
        return answer;
    }
    if (order_ != nullptr) {
        OrderAnswer answer;
        for (const std::size_t pick : picks) answer.steps.push_back(order_->steps[pick].id);
        return answer;
    }
    return ReadAnswer{};
}

std::vector<std::size_t> AnswerPlaces::picks_of(const Answer &answer) const {
    const Interaction &interaction = scene_.scene->interaction;
    std::vector<std::size_t> picks(count(), 0);
    const auto position = [](const auto &items, const auto &id) {
        return static_cast<std::size_t>(
            std::find_if(items.begin(), items.end(), [&](const auto &item) { return item.id == id; }) - items.begin());
    };
    if (const auto *one = std::get_if<OneAnswer>(&answer))
        picks.front() = position(std::get<ChooseOne>(interaction).options, one->option);
    if (const auto *many = std::get_if<ManyAnswer>(&answer)) {
        const std::vector<Option> &items = std::get<ChooseMany>(interaction).items;
        for (std::size_t i = 0; i < picks.size(); ++i)
            picks[i] =
                std::find(many->items.begin(), many->items.end(), items[places_[i].what].id) != many->items.end();
    }
    if (const auto *marks = std::get_if<GridAnswer>(&answer)) {
        const auto &grid = std::get<AssignGrid>(interaction);
        for (std::size_t i = 0; i < picks.size(); ++i)
            picks[i] =
                static_cast<std::size_t>(mark_at(*marks, grid.kind, grid.rows[places_[i].what / grid.columns.size()].id,
                                                 grid.columns[places_[i].what % grid.columns.size()].id));
    }
    if (const auto *steps = std::get_if<OrderAnswer>(&answer))
        for (std::size_t i = 0; i < picks.size(); ++i) picks[i] = position(order_->steps, steps->steps[i]);
    return picks;
}

} // namespace tsunagi::analysis
