#include "view/placement_view.h"

#include <algorithm>
#include <cmath>

namespace tsunagi::view {

using i18n::Text;
using i18n::Texts;

namespace {

// Within a fifth of chance, nothing is said of a difference.
constexpr double kClearlyMore = 1.2;
constexpr double kClearlyLess = 0.8;
// From this part of the best on, the score is called a fruit of thought.
constexpr double kThoughtful = 0.7;

std::string against_chance(const PlacementFigures &figures, const Texts &texts) {
    const auto said = [&](Text key) {
        const double times = figures.chance > 0.0 ? static_cast<double>(figures.you) / figures.chance : 0.0;
        return texts.format(key, fmt::arg("you", figures.you), fmt::arg("chance", std::lround(figures.chance)),
                            fmt::arg("times", fmt::format("{:.1f}", times)));
    };
    if (std::lround(figures.chance) == 0)
        return said(figures.you > 0 ? Text::placement_above_nothing : Text::placement_near);
    if (figures.you >= figures.chance * kClearlyMore) return said(Text::placement_above);
    if (figures.you > figures.chance * kClearlyLess) return said(Text::placement_near);
    return said(Text::placement_below);
}

} // namespace

PlacementView placement_view(const PlacementFigures &figures, const Texts &texts) {
    PlacementView view;
    view.words.push_back(against_chance(figures, texts));
    if (figures.best > 0 && figures.you >= figures.best * kThoughtful && figures.you >= figures.chance * kClearlyMore)
        view.words.push_back(texts(Text::placement_thought));
    const int left = figures.best - figures.you;
    view.words.push_back(left > 0
                             ? texts.format(Text::placement_left, fmt::arg("best", figures.best), fmt::arg("n", left))
                             : texts.format(Text::placement_reached, fmt::arg("best", figures.best)));
    const auto add = [&](PlacementMark::Kind kind, Text label, double value) {
        const double at = figures.best > 0 ? value / static_cast<double>(figures.best) : 0.0;
        view.marks.push_back({kind, static_cast<float>(std::clamp(at, 0.0, 1.0)), texts(label),
                              texts.format(Text::placement_number, fmt::arg("n", std::lround(value)))});
    };
    add(PlacementMark::Kind::chance, Text::placement_chance, figures.chance);
    add(PlacementMark::Kind::you, Text::placement_you, figures.you);
    if (figures.handbook) add(PlacementMark::Kind::handbook, Text::placement_handbook, *figures.handbook);
    add(PlacementMark::Kind::best, Text::placement_best, figures.best);
    std::stable_sort(view.marks.begin(), view.marks.end(),
                     [](const PlacementMark &a, const PlacementMark &b) { return a.at < b.at; });
    return view;
}

} // namespace tsunagi::view
