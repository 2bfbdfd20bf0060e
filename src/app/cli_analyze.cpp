#include "app/cli_analyze.h"

#include <iostream>

#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include "app/cli_case.h"
#include "content/validity.h"
#include "view/outcome_view.h"

namespace tsunagi::app {

using content::CaseAnalysis;
using i18n::Text;
using Json = nlohmann::ordered_json;

namespace {

Json json_of(const analysis::Range &range) {
    return {{"max", range.max}, {"min", range.min}, {"random_mean", range.random_mean}};
}

/// "scene", "scene/option", "ending:id" (docs/CLI.md).
std::string id_of(const analysis::Unreachable &each) {
    if (each.kind == analysis::Unreachable::Kind::option) return each.scene.value + '/' + each.id;
    return each.kind == analysis::Unreachable::Kind::ending ? "ending:" + each.id : each.id;
}

std::vector<std::string> ids_of(const std::vector<analysis::Unreachable> &unreachable) {
    std::vector<std::string> ids;
    for (const analysis::Unreachable &each : unreachable) ids.push_back(id_of(each));
    return ids;
}

std::vector<std::string> ids_of(const std::vector<model::SceneId> &scenes) {
    std::vector<std::string> ids;
    for (const model::SceneId &scene : scenes) ids.push_back(scene.value);
    return ids;
}

Json handbook_json(const analysis::HandbookFigures &handbook) {
    Json document = {{"ending", handbook.ending->id.value},
                     {"matches_outcome", handbook.matches_outcome},
                     {"overall_percent", handbook.overall_percent}};
    for (std::size_t i = 0; i < model::kPointCount; ++i)
        document["points_percent"][model::point_id(i)] =
            handbook.points_percent[i] ? Json(*handbook.points_percent[i]) : Json(nullptr);
    return document;
}

Json strategies_json(const std::vector<analysis::StrategyFigure> &strategies) {
    Json document = Json::object();
    for (const analysis::StrategyFigure &figure : strategies) {
        Json &entry = document[std::string(model::word_of(figure.strategy, analysis::kStrategyWords))];
        entry["overall_percent"] = figure.overall_percent;
        if (figure.profession) entry["profession"] = model::word_of(*figure.profession, model::kProfessionWords);
    }
    return document;
}

Json document_of(const model::Scenario &scenario, const CaseAnalysis &analysis) {
    const analysis::Summary &summary = analysis.courses.summary();
    Json document = {{"id", scenario.id.value},
                     {"version", scenario.version},
                     {"paths", summary.paths.str()},
                     {"live_states", summary.live_states},
                     {"transitions", summary.transitions},
                     {"endings", Json::array()},
                     {"unreachable", ids_of(summary.unreachable)},
                     {"dead_ends", ids_of(summary.dead_ends)},
                     {"idle_gauges", Json::array()},
                     {"overall", json_of(summary.overall)}};
    for (const analysis::EndingChance &chance : summary.endings)
        document["endings"].push_back({{"id", chance.ending.value}, {"random_probability", chance.random_probability}});
    for (const model::Gauge gauge : summary.idle_gauges)
        document["idle_gauges"].push_back(model::word_of(gauge, model::kGaugeWords));
    for (std::size_t i = 0; i < model::kPointCount; ++i)
        document["points"][model::point_id(i)] = json_of(summary.points[i]);
    for (std::size_t i = 0; i < model::kCellCount; ++i)
        document["cells"][model::cell_id(i)] = json_of(summary.cells[i]);
    document["handbook_course"] = handbook_json(analysis.handbook);
    document["best_paths"] = summary.best_paths.str();
    document["top_band_paths"] = summary.top_band_paths.str();
    document["strategies"] = strategies_json(analysis.strategies);
    return document;
}

Json document_of(const model::Scenario &scenario, const base::Error &error, bool has_bounds) {
    Json document = {
        {"id", scenario.id.value}, {"version", scenario.version}, {"error", error.code}, {"limit", error.detail}};
    if (!has_bounds) return document;
    const analysis::Bounds bounds = analysis::bounds_of(scenario);
    document["bounds"]["overall"] = {{"max", bounds.overall}, {"min", 0}};
    for (std::size_t i = 0; i < model::kPointCount; ++i)
        document["bounds"]["points"][model::point_id(i)] = {{"max", bounds.points[i]}, {"min", 0}};
    for (std::size_t i = 0; i < model::kCellCount; ++i)
        document["bounds"]["cells"][model::cell_id(i)] = {{"max", bounds.cells[i]}, {"min", 0}};
    return document;
}

std::string number(double value) { return fmt::format("{:.1f}", value); }

/// A probability in percent, however small.
std::string percent(double probability) { return fmt::format("{:.3g} %", 100.0 * probability); }

/// A count as it is, or from a million on as a power of ten: nobody reads 77 digits.
std::string count(const analysis::Count &value) {
    const std::string digits = value.str();
    if (digits.size() <= 6) return digits;
    return fmt::format("{}.{}e{}", digits[0], digits[1], digits.size() - 1);
}

void print_text(const model::Scenario &scenario, const CaseAnalysis &analysis, const model::Handbook &handbook,
                const i18n::Texts &texts) {
    const analysis::Summary &summary = analysis.courses.summary();
    const auto say = [](const std::string &line) { std::cout << line << '\n'; };
    const auto say_below = [&](const std::string &line) { say("  " + line); };
    say(texts.format(Text::cli_analyze_title, fmt::arg("id", scenario.id.value), fmt::arg("title", scenario.title)));
    say_below(texts.format(Text::cli_analyze_paths, fmt::arg("paths", count(summary.paths)),
                           fmt::arg("best", count(summary.best_paths)),
                           fmt::arg("top", count(summary.top_band_paths))));
    say_below(texts.format(Text::cli_analyze_size, fmt::arg("states", summary.live_states),
                           fmt::arg("transitions", summary.transitions)));
    say_below(texts.format(Text::cli_analyze_overall, fmt::arg("max", summary.overall.max),
                           fmt::arg("min", summary.overall.min),
                           fmt::arg("mean", number(summary.overall.random_mean))));
    say(texts(Text::cli_analyze_points));
    for (std::size_t i = 0; i < model::kPointCount; ++i) {
        const analysis::Range &range = summary.points[i];
        const view::FigureView figure = view::point_figure(i, analysis.handbook.points[i], range.max, handbook, texts);
        say_below(texts.format(Text::cli_analyze_point, fmt::arg("name", figure.label), fmt::arg("max", range.max),
                               fmt::arg("min", range.min), fmt::arg("mean", number(range.random_mean)),
                               fmt::arg("handbook", analysis.handbook.points[i])));
    }
    say(texts(Text::cli_analyze_endings));
    for (const analysis::EndingChance &chance : summary.endings)
        say_below(texts.format(Text::cli_analyze_ending, fmt::arg("title", scenario.find_ending(chance.ending)->title),
                               fmt::arg("percent", percent(chance.random_probability))));
    say(texts.format(Text::cli_analyze_handbook, fmt::arg("ending", analysis.handbook.ending->title),
                     fmt::arg("percent", number(analysis.handbook.overall_percent))));
    print_strategies(analysis.strategies, texts);
    if (!summary.unreachable.empty())
        say(texts.format(Text::cli_analyze_unreachable,
                         fmt::arg("ids", fmt::format("{}", fmt::join(ids_of(summary.unreachable), ", ")))));
    if (!summary.dead_ends.empty())
        say(texts.format(Text::cli_analyze_dead_ends,
                         fmt::arg("ids", fmt::format("{}", fmt::join(ids_of(summary.dead_ends), ", ")))));
    say("");
}

} // namespace

void print_strategies(const std::vector<analysis::StrategyFigure> &strategies, const i18n::Texts &texts) {
    std::cout << texts(Text::cli_analyze_strategies) << '\n';
    for (const analysis::StrategyFigure &figure : strategies)
        std::cout << "  "
                  << texts.format(
                         Text::cli_analyze_strategy,
                         fmt::arg("name", texts.named("strategy." + std::string(model::word_of(
                                                                        figure.strategy, analysis::kStrategyWords)))),
                         fmt::arg("percent", number(figure.overall_percent)))
                  << '\n';
}

int run_analyze(const CliContext &context, const std::vector<std::string> &cases, bool as_json) {
    const model::Handbook handbook = load_handbook_or_warn(context);
    if (cases.empty()) return report_error(context, load_case(context, handbook, "").error());
    Json documents = Json::array();
    int code = kGood;
    for (const std::string &wanted : cases) {
        const auto file = load_playable_case(context, handbook, wanted);
        if (!file.is_ok()) {
            // A mistyped name ends the command before anything is shown; a broken case is told beside the others.
            const int failed = report_error(context, file.error());
            if (failed == kBadUse) return failed;
            code = failed;
            if (as_json) documents.push_back({{"id", wanted}, {"error", file.error().code}});
            continue;
        }
        const model::Scenario &scenario = *file->scenario;
        const auto analysis = content::analyse(scenario);
        if (!analysis.is_ok()) {
            code = report_error(context, analysis.error());
            const bool is_too_large = analysis.error().code == "analysis-too-large";
            if (as_json)
                documents.push_back(document_of(scenario, analysis.error(), is_too_large));
            else if (is_too_large)
                std::cout << context.texts.format(Text::cli_analyze_bounds, fmt::arg("limit", analysis.error().detail),
                                                  fmt::arg("overall", analysis::bounds_of(scenario).overall))
                          << '\n';
            continue;
        }
        if (as_json)
            documents.push_back(document_of(scenario, *analysis));
        else
            print_text(scenario, *analysis, handbook, context.texts);
    }
    if (as_json) std::cout << (documents.size() == 1 ? documents.front() : documents).dump(2) << '\n';
    return code;
}

} // namespace tsunagi::app
