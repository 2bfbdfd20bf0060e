#include "view/case_figures.h"

#include "analysis/courses.h"
#include "engine/debrief.h"

namespace tsunagi::view {

CaseFigures case_figures(const analysis::Courses &courses, const engine::Progress &progress) {
    const analysis::Summary &summary = courses.summary();
    CaseFigures figures;
    figures.attainable = analysis::attainable_of(summary);
    figures.overall_max = summary.overall.max;
    figures.random_mean = summary.overall.random_mean;
    for (const analysis::Regret &regret : analysis::regrets(courses, progress))
        figures.costs.push_back({regret.overall, regret.points});
    return figures;
}

std::optional<int> handbook_overall(const model::Scenario &scenario) {
    const auto progress = engine::fold(scenario, scenario.handbook_course.decisions);
    if (!progress || !progress->is_over()) return std::nullopt;
    return engine::score(*progress).earned.overall();
}

} // namespace tsunagi::view
