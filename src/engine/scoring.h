#pragma once

#include <optional>
#include <string_view>

#include "engine/state.h"
#include "model/scenario.h"

namespace tsunagi::engine {

/// Why an answer cannot be taken. The words are used in errors and catalogue keys ("answer.over-budget").
enum class AnswerFault {
    wrong_kind,
    unknown_id,
    unavailable,
    repeated,
    over_budget,
    too_few,
    too_many,
    wrong_mark,
    not_all_steps
};
inline constexpr std::array<std::string_view, 9> kAnswerFaultWords = {"wrong-kind", "unknown-id",  "unavailable",
                                                                      "repeated",   "over-budget", "too-few",
                                                                      "too-many",   "wrong-mark",  "not-all-steps"};

/// Nothing when `answer` is one that a learner could give in `state`.
[[nodiscard]] std::optional<AnswerFault> answer_fault(const model::Interaction &interaction,
                                                      const model::Answer &answer, const State &state);

/// Total cost of the items of an answer, in the scene's unit.
[[nodiscard]] int cost_of(const model::ChooseMany &choice, const model::ManyAnswer &answer);

/// What one mark at one place of a grid counts for: the cell's credit, half of it, nothing, or the grid's cost.
[[nodiscard]] model::Credit mark_credit(const model::AssignGrid &grid, const model::RowId &row,
                                        const model::ColumnId &column, model::Mark mark);

/// The class of a mark at a place: nothing where the case scores nothing there.
[[nodiscard]] std::optional<model::OptionClass> mark_class(const model::AssignGrid &grid, const model::RowId &row,
                                                           const model::ColumnId &column, model::Mark mark);

/// What a valid answer earns: per practice point and per cell, never below 0.
[[nodiscard]] model::Credit earned_credit(const model::Interaction &interaction, const model::Answer &answer);

/// The most any answer that could be given in `state` earns, taken for each point and each cell on its own:
/// derived, never written by hand. Exact: dynamic programming over cost and count (choose many), independent cells
/// (grid), subsets of steps (order).
[[nodiscard]] model::Credit available_credit(const model::Interaction &interaction, const State &state);

} // namespace tsunagi::engine
