#include "content/validity.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "content/json_pointer.h"
#include "content/json_source.h"
#include "content/scenario_walk.h"

namespace tsunagi::content {

using namespace model;
using analysis::Shortcoming;
using analysis::Unreachable;

namespace {

template <class Items, class Id>
std::size_t position_of(const Items &items, const Id &id) {
    return static_cast<std::size_t>(
        std::find_if(items.begin(), items.end(), [&](const auto &item) { return item.id == id; }) - items.begin());
}

std::string percent_text(double percent) { return fmt::format("{:.1f}", percent); }

void report_reach(const Scenario &scenario, const analysis::Summary &summary, JsonSource &source) {
    for (const SceneId &scene : summary.dead_ends)
        source.error(interaction_pointer(position_of(scenario.scenes, scene)), "no-answer-left",
                     {{"scene", scene.value}});
    for (const Unreachable &each : summary.unreachable) {
        if (each.kind == Unreachable::Kind::ending) {
            source.error(at("/endings", position_of(scenario.endings, EndingId(each.id))), "never-ends-so",
                         {{"ending", each.id}});
            continue;
        }
        const std::size_t scene = position_of(scenario.scenes, each.scene);
        if (each.kind == Unreachable::Kind::scene) {
            source.error(scene_pointer(scene), "never-entered", {{"scene", each.id}});
            continue;
        }
        const Interaction &interaction = scenario.scenes[scene].interaction;
        source.warning(at(at(interaction_pointer(scene), options_member(interaction)),
                          position_of(*options_of(interaction), OptionId(each.id))),
                       "never-taken", {{"scene", each.scene.value}, {"option", each.id}});
    }
    std::set<Gauge> moved;
    for_each_effect(scenario, [&](const Effect &effect, const std::string &) {
        if (const auto *move = std::get_if<MoveGauge>(&effect)) moved.insert(move->gauge);
    });
    for (const Gauge gauge : summary.idle_gauges)
        if (moved.count(gauge) > 0)
            source.warning("/gauges", "gauge-without-effect", {{"gauge", std::string(word_of(gauge, kGaugeWords))}});
}

void report_shortcomings(const CaseAnalysis &analysis, JsonSource &source) {
    using Kind = Shortcoming::Kind;
    for (const Shortcoming &each : shortcomings(analysis.courses, analysis.handbook, analysis.strategies)) {
        const std::string limit = percent_text(each.limit);
        switch (each.kind) {
        case Kind::handbook_outcome:
            source.error("/handbook_course", "handbook-outcome", {{"ending", analysis.handbook.ending->id.value}});
            break;
        case Kind::handbook_point:
            source.error("/handbook_course", "handbook-below-band",
                         {{"point", point_id(each.point)},
                          {"earned", std::to_string(analysis.handbook.points[each.point])},
                          {"max", std::to_string(analysis.courses.summary().points[each.point].max)},
                          {"percent", percent_text(each.percent)},
                          {"limit", limit}});
            break;
        case Kind::top_band:
            source.error("", "too-few-good-courses",
                         {{"count", analysis.courses.summary().top_band_paths.str()},
                          {"least", std::to_string(analysis::kTopBandPathsLeast)}});
            break;
        case Kind::strategy:
            source.error("", "strategy-too-good",
                         {{"strategy", std::string(word_of(each.strategy, analysis::kStrategyWords))},
                          {"percent", percent_text(each.percent)},
                          {"limit", limit}});
            break;
        }
    }
}

} // namespace

base::Result<CaseAnalysis> analyse(const Scenario &scenario) {
    auto courses = analysis::Courses::explore(scenario);
    if (!courses.is_ok()) return courses.error();
    const auto handbook = analysis::handbook_figures(*courses);
    if (!handbook.is_ok()) return handbook.error();
    std::vector<analysis::StrategyFigure> strategies = analysis::strategy_figures(*courses);
    return CaseAnalysis{std::move(courses).value(), *handbook, std::move(strategies)};
}

base::Problems validity_problems(const ScenarioFile &file, const base::Result<CaseAnalysis> &analysis) {
    JsonSource source(read_file_bytes(path_from_text(file.path), kMaxScenarioBytes).bytes.value_or(file.canonical_json),
                      file.path);
    (void)source.take_problems(); // of the document itself: they are known, or the file is another by now
    if (!analysis.is_ok()) {
        // Other errors are of a handbook's course that does not play, which the checks before this one have told.
        if (analysis.error().code.rfind("analysis-", 0) != 0) return {};
        source.warning("", analysis.error().code, {{"limit", analysis.error().detail}});
        return source.take_problems();
    }
    report_reach(*file.scenario, analysis->courses.summary(), source);
    report_shortcomings(*analysis, source);
    return source.take_problems();
}

} // namespace tsunagi::content
