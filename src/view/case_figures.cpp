#include "view/case_figures.h"

#include "analysis/courses.h"

namespace tsunagi::view {

CaseFigures case_figures(const analysis::Courses &courses, const engine::Progress &progress) {
    const analysis::Summary &summary = courses.summary();
    CaseFigures figures;
    for (model::PointIndex point = 0; point < model::kPointCount; ++point)
        figures.attainable.points[point] = summary.points[point].max;
    for (model::CellIndex cell = 0; cell < model::kCellCount; ++cell)
        figures.attainable.cells[cell] = summary.cells[cell].max;
    figures.overall_max = summary.overall.max;
    figures.random_mean = summary.overall.random_mean;
    for (const analysis::Regret &regret : analysis::regrets(courses, progress))
        figures.costs.push_back({regret.overall, regret.points});
    return figures;
}

std::optional<int> handbook_overall(const model::Scenario &scenario) {
    const auto progress = engine::fold(scenario, scenario.handbook_course.decisions);
    if (!progress || !progress->is_over()) return std::nullopt;
    int overall = 0;
    for (const engine::PlayedDecision &played : progress->played) overall += played.earned.overall();
    return overall;
}

} // namespace tsunagi::view
