#include "view/cost_view.h"

namespace tsunagi::view {

using i18n::Text;
using i18n::Texts;

namespace {

// "ポイント2・ポイント4": the points on which something was lost; empty when on none.
std::string points_of(const CostFigures &cost, const Texts &texts) {
    std::string points;
    for (model::PointIndex point = 0; point < model::kPointCount; ++point) {
        if (cost.points[point] <= 0) continue;
        if (!points.empty()) points += texts(Text::cost_between_points);
        points += texts.format(Text::cost_point, fmt::arg("number", point + 1));
    }
    return points;
}

CostView cost_view(const engine::PlayedDecision &played, const CostFigures &cost, bool has_best_in_reach,
                   const Texts &texts) {
    CostView view;
    view.is_known = true;
    view.overall = cost.overall;
    const std::string points = points_of(cost, texts);
    if (cost.overall == 0) {
        view.mark = texts(Text::cost_mark_kept);
        view.words.push_back(texts(has_best_in_reach ? Text::cost_kept : Text::cost_kept_from_here));
        if (!points.empty()) view.words.push_back(texts.format(Text::cost_only_points, fmt::arg("points", points)));
        return view;
    }
    view.mark = texts.format(Text::cost_mark_closed, fmt::arg("n", cost.overall));
    view.short_mark = texts.format(Text::cost_mark_short, fmt::arg("n", cost.overall));
    view.words.push_back(texts.format(Text::cost_closed, fmt::arg("n", cost.overall)));
    if (!points.empty()) view.words.push_back(texts.format(Text::cost_closed_points, fmt::arg("points", points)));
    // No answer could have earned more here than was available, so what exceeds it lay in later scenes.
    const int missed_here = played.available.overall() - played.earned.overall();
    if (cost.overall > missed_here)
        view.words.push_back(texts.format(Text::cost_later, fmt::arg("n", cost.overall - missed_here)));
    return view;
}

} // namespace

std::vector<CostView> cost_views(const engine::Progress &progress, const std::vector<CostFigures> &costs,
                                 const Texts &texts) {
    std::vector<CostView> views(progress.played.size());
    if (costs.size() != views.size()) return views;
    int lost = 0;
    for (std::size_t i = 0; i < views.size(); ++i) {
        lost += costs[i].overall;
        views[i] = cost_view(progress.played[i], costs[i], lost == 0, texts);
    }
    return views;
}

} // namespace tsunagi::view
