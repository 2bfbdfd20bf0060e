#include "analysis/validity.h"

#include "engine/debrief.h"

namespace tsunagi::analysis {

using namespace model;

base::Result<HandbookFigures> handbook_figures(const Courses &courses) {
    const Scenario &scenario = courses.scenario();
    const auto progress = engine::fold(scenario, scenario.handbook_course.decisions);
    if (!progress.is_ok()) return progress.error();
    if (!progress->is_over()) return base::Error{"handbook-course-short", scenario.id.value};
    const Credit earned = engine::score(*progress).earned;
    HandbookFigures figures;
    figures.ending = progress->ending;
    figures.matches_outcome =
        progress->ending->id == scenario.handbook_course.ending && progress->ending->kind == EndingKind::handbook;
    figures.overall = earned.overall();
    const auto percent = [](int part, int whole) { return 100.0 * part / whole; };
    if (courses.summary().overall.max > 0)
        figures.overall_percent = percent(figures.overall, courses.summary().overall.max);
    figures.points = earned.points;
    for (PointIndex point = 0; point < kPointCount; ++point)
        if (const int max = courses.summary().points[point].max; max > 0)
            figures.points_percent[point] = percent(earned.points[point], max);
    return figures;
}

std::vector<Shortcoming> shortcomings(const Courses &courses, const HandbookFigures &handbook,
                                      const std::vector<StrategyFigure> &strategies) {
    using Kind = Shortcoming::Kind;
    std::vector<Shortcoming> found;
    if (!handbook.matches_outcome) found.push_back({Kind::handbook_outcome, 0, {}, 0.0, 0.0});
    for (PointIndex point = 0; point < kPointCount; ++point)
        if (const auto percent = handbook.points_percent[point]; percent && *percent < kHandbookLeast)
            found.push_back({Kind::handbook_point, point, {}, *percent, kHandbookLeast});
    if (courses.summary().top_band_paths < kTopBandPathsLeast)
        found.push_back({Kind::top_band, 0, {}, 0.0, static_cast<double>(kTopBandPathsLeast)});
    for (const StrategyFigure &figure : strategies) {
        const double limit = figure.strategy == Strategy::random ? kRandomMost : kStrategyMost;
        if (figure.overall_percent > limit)
            found.push_back({Kind::strategy, 0, figure.strategy, figure.overall_percent, limit});
    }
    return found;
}

} // namespace tsunagi::analysis
