#pragma once

#include <string>
#include <vector>

#include "analysis/cohort.h"
#include "report/html.h"
#include "report/parts.h"

namespace tsunagi::report {

/// Runs as voices: one voice a run, in the order of the runs.
struct Comparison {
    const std::vector<Run> &runs;
    const analysis::Cohort &cohort;
    const std::vector<std::string> &names; ///< HTML: name and profession of each voice
};

/// What run number `voice` decided at a scene; null where it did not come there, or nobody was asked.
[[nodiscard]] const engine::PlayedDecision *decision_at(const Comparison &comparison, std::size_t voice,
                                                        const model::SceneId &scene);

/// An answer for a cell of a table: the option's letter, how many items or marks, the order as the numbers that the
/// steps have in the case.
[[nodiscard]] std::string short_answer(const model::Interaction &interaction, const model::Answer &answer,
                                       const i18n::Texts &texts);
/// "A" for the first option, "B" …; numbers from the 27th on.
[[nodiscard]] std::string letter(std::size_t index);

/// Who took what at one decision: options or items by profession, a grid cell by cell, orders one by one.
void add_distribution(Html &html, const analysis::DecisionComparison &compared, const Comparison &comparison,
                      const i18n::Texts &texts);

} // namespace tsunagi::report
