#include "app/cli_validate.h"

#include <algorithm>
#include <iostream>
#include <system_error>

#include <nlohmann/json.hpp>

#include "app/atomic_file.h"
#include "app/cli_analyze.h"
#include "app/cli_case.h"
#include "content/drill_json.h"
#include "content/handbook_check.h"
#include "content/json_source.h"
#include "content/validity.h"

namespace tsunagi::app {

namespace fs = std::filesystem;
using content::ScenarioFile;
using i18n::Text;
using Json = nlohmann::ordered_json;

namespace {

/// What is offered in one scene: options, items, rows of a grid, steps of an order (docs/CLI.md).
struct OfferCount {
    std::size_t operator()(const model::ReadOn &) const { return 0; }
    std::size_t operator()(const model::ChooseOne &choice) const { return choice.options.size(); }
    std::size_t operator()(const model::ChooseMany &choice) const { return choice.items.size(); }
    std::size_t operator()(const model::AssignGrid &grid) const { return grid.rows.size(); }
    std::size_t operator()(const model::OrderSteps &order) const { return order.steps.size(); }
};

Json summary_of(const model::Scenario &scenario) {
    std::size_t options = 0;
    std::size_t decisions = 0;
    for (const model::Scene &scene : scenario.scenes) {
        options += std::visit(OfferCount{}, scene.interaction);
        if (!std::holds_alternative<model::ReadOn>(scene.interaction)) ++decisions;
    }
    return {{"id", scenario.id.value},
            {"title", scenario.title},
            {"icmss", scenario.icmss},
            {"lead", model::word_of(scenario.lead, model::kLeadProfessionWords)},
            {"months", scenario.months},
            {"scenes", scenario.scenes.size()},
            {"decisions", decisions},
            {"options", options},
            {"endings", scenario.endings.size()}};
}

Json json_of(const base::Problem &problem, const i18n::Texts &texts) {
    return {{"severity", problem.severity == base::Severity::error ? "error" : "warning"},
            {"file", problem.file},
            {"line", problem.line},
            {"pointer", problem.pointer},
            {"code", problem.code},
            {"message", problem_message(problem, texts)}};
}

struct Checked {
    std::vector<ScenarioFile> files;
    /// Of the files that could be analysed. (An analysis itself may take hundreds of megabytes: it is not kept.)
    std::vector<std::optional<std::vector<analysis::StrategyFigure>>> strategies;
    base::Problems problems;
};

/// The exact analysis of every case that can be played, and what it finds wrong.
void analyse(Checked &checked) {
    for (ScenarioFile &file : checked.files) {
        checked.strategies.emplace_back();
        if (!file.is_playable()) continue;
        const auto analysis = content::analyse(*file.scenario);
        for (base::Problem &problem : content::validity_problems(file, analysis))
            file.problems.push_back(std::move(problem));
        if (analysis.is_ok()) checked.strategies.back() = analysis->strategies;
    }
}

/// `checks_handbook`: every fault of the handbook's files is told, not only what keeps them from being read.
base::Result<Checked> check(const CliContext &context, const std::vector<std::string> &paths, bool checks_handbook) {
    Checked checked;
    const fs::path handbook_folder = context.options.paths.handbook();
    const model::Handbook handbook = content::load_handbook(handbook_folder, checked.problems);
    if (checks_handbook) {
        checked.problems = content::check_handbook(handbook_folder);
        static_cast<void>(content::load_drills(context.options.paths.drills(), checked.problems));
    }
    for (const std::string &text : paths) {
        const fs::path path = content::path_from_text(text);
        std::error_code failure;
        if (fs::is_directory(path, failure)) {
            for (ScenarioFile &file : content::load_library(path, handbook)) checked.files.push_back(std::move(file));
        } else if (fs::exists(path, failure)) {
            checked.files.push_back(content::load_scenario(path, handbook));
        } else {
            return base::Error{"use-file-missing", text};
        }
    }
    analyse(checked);
    for (const ScenarioFile &file : checked.files)
        checked.problems.insert(checked.problems.end(), file.problems.begin(), file.problems.end());
    return checked;
}

void print_json(const Checked &checked, const i18n::Texts &texts) {
    Json document = {{"scenarios", Json::array()}, {"problems", Json::array()}};
    for (const ScenarioFile &file : checked.files)
        if (file.scenario) document["scenarios"].push_back(summary_of(*file.scenario));
    for (const base::Problem &problem : checked.problems) document["problems"].push_back(json_of(problem, texts));
    // A problem may quote a file that is not UTF-8.
    std::cout << document.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
}

void print_text(const Checked &checked, std::size_t errors, const i18n::Texts &texts) {
    for (const base::Problem &problem : checked.problems) std::cout << problem_block(problem, texts) << '\n';
    for (std::size_t i = 0; i < checked.files.size(); ++i) {
        const ScenarioFile &file = checked.files[i];
        if (!file.is_playable() && !checked.strategies[i]) continue;
        const Json summary = summary_of(*file.scenario);
        std::cout << texts.format(Text::cli_validate_case, fmt::arg("id", file.scenario->id.value),
                                  fmt::arg("title", file.scenario->title),
                                  fmt::arg("scenes", summary["scenes"].get<int>()),
                                  fmt::arg("decisions", summary["decisions"].get<int>()),
                                  fmt::arg("options", summary["options"].get<int>()),
                                  fmt::arg("endings", summary["endings"].get<int>()))
                  << '\n';
        if (checked.strategies[i]) print_strategies(*checked.strategies[i], texts);
    }
    if (checked.files.empty()) std::cout << texts(Text::cli_validate_nothing) << '\n';
    const std::size_t warnings = checked.problems.size() - errors;
    if (warnings > 0) std::cout << texts.format(Text::cli_validate_warnings, fmt::arg("n", warnings)) << '\n';
    if (texts.language() == i18n::Language::ja)
        std::cout << texts.format(Text::cli_validate_sum, fmt::arg("scenarios", checked.files.size()),
                                  fmt::arg("problems", errors))
                  << '\n';
    // The same words in every language, for scripts to look for.
    std::cout << fmt::format("{} scenarios, {} problems", checked.files.size(), errors) << '\n';
}

} // namespace

int run_validate(const CliContext &context, const std::vector<std::string> &paths, bool as_json) {
    std::vector<std::string> wanted = paths;
    if (wanted.empty()) {
        if (context.options.paths.scenarios.empty()) return report_error(context, {"use-no-scenarios", ""});
        wanted.push_back(utf8_of(context.options.paths.scenarios));
    }
    const auto checked = check(context, wanted, paths.empty());
    if (!checked.is_ok()) return report_error(context, checked.error());
    const auto errors = static_cast<std::size_t>(
        std::count_if(checked->problems.begin(), checked->problems.end(),
                      [](const base::Problem &problem) { return problem.severity == base::Severity::error; }));
    if (as_json)
        print_json(*checked, context.texts);
    else
        print_text(*checked, errors, context.texts);
    return errors > 0 ? kProblemsFound : kGood;
}

} // namespace tsunagi::app
