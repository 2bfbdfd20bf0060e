#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "analysis/change_table.h"
#include "analysis/story.h"
#include "model/credit.h"
#include "model/decision.h"

namespace tsunagi::analysis {

/// One thing that can be done at a place of an answer.
struct Choice {
    std::size_t pick = 0; ///< position of the option; 0 or 1 for an item; the mark; the step
    ChangeTable::Number change = 0;
    model::Credit credit;
    int cost = 0;
    int taken = 0; ///< how many items this takes
};

/// An interaction as a row of places, at each of which one choice is made; an answer that could be given is a row of
/// choices within the limits, and each such row is another answer. An order is a row too: what can come next depends on
/// what has been placed.
class AnswerPlaces {
  public:
    AnswerPlaces(const Story &story, std::size_t scene, const std::vector<bool> &is_available, ChangeTable &changes);

    [[nodiscard]] std::size_t count() const { return order_ != nullptr ? order_->steps.size() : places_.size(); }
    /// What can be chosen at a place, the preferred first. `placed` (bit i: step i) matters for orders only.
    [[nodiscard]] const std::vector<Choice> &choices(std::size_t place, std::uint32_t placed);
    [[nodiscard]] std::uint32_t placed_after(std::uint32_t placed, const Choice &choice) const {
        return order_ != nullptr ? placed | (1u << choice.pick) : placed;
    }

    [[nodiscard]] std::optional<int> budget() const { return budget_; }
    [[nodiscard]] int min() const { return min_; }
    [[nodiscard]] std::optional<int> max() const { return max_; }
    [[nodiscard]] bool is_order() const { return order_ != nullptr; }
    /// What giving any answer does, before any choice.
    [[nodiscard]] ChangeTable::Number base() const { return base_; }
    /// True when some choice takes credit off this figure.
    [[nodiscard]] bool can_fall(std::size_t figure) const { return can_fall_[figure]; }

    [[nodiscard]] model::Answer answer_from(const std::vector<std::size_t> &picks) const;
    /// The pick of an answer that could be given, at each place.
    [[nodiscard]] std::vector<std::size_t> picks_of(const model::Answer &answer) const;

  private:
    struct Place {
        std::size_t what = 0; ///< position of the item, or of the grid's place row by row
        std::vector<Choice> choices;
    };
    void add_read();
    void add_options(const model::ChooseOne &choice, const std::vector<bool> &is_available);
    void add_items(const model::ChooseMany &choice, const std::vector<bool> &is_available);
    void add_grid(const model::AssignGrid &grid);
    void add_order(const model::OrderSteps &order);
    void note_credit(const model::Credit &credit);
    /// The number of a change, without what nothing looks at after the answer.
    [[nodiscard]] ChangeTable::Number number_of(Change change);
    /// Places nobody looks at later come first: what is known of them then stays in few partial answers.
    void put_silent_places_first();

    const Story &story_;
    const Story::SceneCode &scene_;
    ChangeTable &changes_;
    std::vector<Place> places_;
    std::optional<int> budget_;
    int min_ = 0;
    std::optional<int> max_;
    ChangeTable::Number base_ = 0;
    std::array<bool, model::kFigureCount> can_fall_{};

    const model::OrderSteps *order_ = nullptr;
    std::vector<StateCode::OrderBit> order_bits_;
    std::map<std::uint32_t, std::vector<Choice>> order_choices_;
};

} // namespace tsunagi::analysis
