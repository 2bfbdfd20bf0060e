#pragma once

#include <string>
#include <vector>

#include "i18n/texts.h"
#include "view/case_figures.h"

namespace tsunagi::view {

/// What a decision cost, in words: what it means first, the number second.
struct CostView {
    bool is_known = false;
    int overall = 0;
    std::string mark;               ///< for a row of a list, with a sign; empty where nothing was to be earned or lost
    std::string short_mark;         ///< for a place as small as a mark of the timeline; empty where it cost nothing
    std::vector<std::string> words; ///< one sentence each
};

/// The words for each decision played. `costs` as in CaseFigures; where it is empty nothing is known.
[[nodiscard]] std::vector<CostView> cost_views(const engine::Progress &progress, const std::vector<CostFigures> &costs,
                                               const i18n::Texts &texts);

} // namespace tsunagi::view
