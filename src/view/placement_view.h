#pragma once

#include <optional>
#include <string>
#include <vector>

#include "i18n/texts.h"

namespace tsunagi::view {

/// One place on the scale from nothing to the best.
struct PlacementMark {
    enum class Kind { chance, handbook, you, best };
    Kind kind = Kind::you;
    float at = 0.0F; ///< 0 to 1
    std::string label;
    std::string number;
};

/// The score placed between chance and the best: never beside another person's.
struct PlacementView {
    std::vector<std::string> words;   ///< sentences that come before the scale
    std::vector<PlacementMark> marks; ///< from left to right
};

struct PlacementFigures {
    int you = 0;
    int best = 0;
    double chance = 0.0;
    std::optional<int> handbook; ///< nothing: not known
};
[[nodiscard]] PlacementView placement_view(const PlacementFigures &figures, const i18n::Texts &texts);

} // namespace tsunagi::view
