#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "analysis/courses.h"
#include "engine/state.h"
#include "model/decision.h"
#include "model/scenario.h"

namespace tsunagi::analysis {

/// Ways to play without thinking (product.md, Scoring 7). A case in which one of these does well measures no judgement.
enum class Strategy { first, last, longest, shortest, everything, nothing, consult, one_profession, random };
inline constexpr std::array<std::string_view, 9> kStrategyWords = {
    "first", "last", "longest", "shortest", "everything", "nothing", "consult", "one_profession", "random"};

/// What a strategy answers in `state`; nothing where its rule says nothing: there it plays as chance does, and so it
/// does where the answer its rule asks for could not be given. `profession` is one_profession's and ignored by others.
///
/// "Of that profession": the option's or item's `profession`, else its `group`. In a case that names no profession
/// one_profession is random play.
///
/// choose_one: first, last, longest, shortest: of the options that are available, by position or by the text's number
///   of code points (the earlier among equals). consult: the first available one tagged so. one_profession: the first
///   available one of that profession.
/// choose_many: first (file order), last (its reverse), longest, shortest (by the text's length): where the scene has a
///   budget or a maximum, each available item in turn that still fits; else the first `min` of them, one at least.
///   everything: cheapest first, each that still fits. nothing: the `min` cheapest. consult, one_profession: each
///   available item tagged so, or of that profession, that still fits; where there is none the rule says nothing.
/// role split: first, last, longest, shortest: that column leads every row. everything: lead everywhere. nothing: an
///   empty grid. one_profession: its columns lead every row.
/// sharing: first: share everywhere. last: withhold everywhere. longest, shortest: share with that recipient, withhold
///   from the others. everything: share everywhere. nothing: an empty grid. consult: ask everywhere. one_profession:
///   share with its columns, withhold from the others.
/// order: first: as listed. last: reversed. longest, shortest: by the text's length, the longest or shortest first.
/// read: reads on. Nothing else is said.
[[nodiscard]] std::optional<model::Answer> strategy_answer(Strategy strategy, const model::Interaction &interaction,
                                                           const engine::State &state,
                                                           std::optional<model::Profession> profession);

struct StrategyFigure {
    Strategy strategy = Strategy::first;
    double overall_mean = 0.0;                   ///< exact expectation of the overall score, in double precision
    double overall_percent = 0.0;                ///< of the highest overall score; 0 when that is 0
    std::optional<model::Profession> profession; ///< one_profession: the profession that does best
};

/// Each strategy played exactly through all that can happen, in the order of kStrategyWords.
[[nodiscard]] std::vector<StrategyFigure> strategy_figures(const Courses &courses);

} // namespace tsunagi::analysis
