#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "analysis/cohort.h"
#include "i18n/texts.h"
#include "model/scenario.h"
#include "view/script_view.h"

namespace tsunagi::view {

/// The voices that stand behind one alternative of one part of a decision.
struct Stance {
    std::size_t part = 0;
    std::size_t alternative = 0;
    std::vector<std::size_t> voices; ///< may be empty: the handbook's team
};

/// The two sides of a decision that a question is asked about, and how they stand to each other.
struct StancePair {
    ScriptSplit split = ScriptSplit::alike;
    std::optional<Stance> first;  ///< the side of all where everybody decided alike
    std::optional<Stance> second; ///< the other side; the handbook's team where it alone decided otherwise
};

/// The sides of a decision: of the part in which professions differ most, or else the voices of one profession; where
/// everybody decided alike, the first part in which `handbook` decided otherwise. `handbook`: what its team answered;
/// null when it never came there.
[[nodiscard]] StancePair stances_of(const analysis::DecisionComparison &compared,
                                    const std::vector<analysis::Voice> &voices, const model::Answer *handbook);

/// Everybody who took this alternative of a part.
[[nodiscard]] Stance stance_at(const analysis::DecisionComparison &compared, std::size_t part, std::size_t alternative);

/// How many other parts voices decided differently.
[[nodiscard]] int other_splits(const analysis::DecisionComparison &compared, const StancePair &pair);

/// A stance in words that stand within quotation marks: "{option}", "{item}を入れない", "{row}：{column}は{mark}".
[[nodiscard]] std::string stance_text(const analysis::DecisionComparison &compared, const Stance &stance,
                                      const i18n::Texts &texts);

/// The names of voices, profession by profession: the first three, and how many more there are.
[[nodiscard]] std::string who_text(const std::vector<std::size_t> &who, const std::vector<analysis::Voice> &voices,
                                   const i18n::Texts &texts);

} // namespace tsunagi::view
