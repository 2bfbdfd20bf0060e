#include "content/scenario_json.h"

#include <utility>

#include "content/canonical_json.h"
#include "content/json_folder.h"
#include "content/json_source.h"
#include "content/scenario_checks.h"
#include "content/scenario_reader.h"
#include "content/schema_check.h"

namespace tsunagi::content {

namespace {

// Each check runs where its ground is sound, so that one mistake is told once and not again as its own consequences.
void check(const model::Scenario &scenario, bool fits_schema, const model::Handbook &handbook, JsonSource &source) {
    check_ids(scenario, source);
    check_references(scenario, handbook, source);
    if (!fits_schema) return;
    const bool refers_well = !source.has_error();
    check_story(scenario, source);
    check_interactions(scenario, source);
    if (!refers_well) return;
    check_usage(scenario, source);
    check_graph(scenario, source);
    if (!source.has_error()) check_course(scenario, source);
}

ScenarioFile scenario_from_source(JsonSource &source, const std::string &name, const std::string &expected_id,
                                  const model::Handbook &handbook) {
    ScenarioFile file;
    file.path = name;
    if (source.is_parsed()) {
        file.canonical_json = canonical_text(source.root());
        const bool is_well_written = !source.has_error();
        const std::vector<SchemaFault> faults = scenario_schema_faults(source.root());
        for (const SchemaFault &fault : faults) source.error(fault.pointer, fault.code, fault.args);

        model::Scenario scenario = read_scenario(source.root());
        scenario.hash = content_hash(file.canonical_json);
        check(scenario, faults.empty() && is_well_written, handbook, source);
        if (!expected_id.empty() && is_id(scenario.id.value) && scenario.id.value != expected_id)
            source.warning("/id", "id-file-mismatch", {{"id", scenario.id.value}, {"file", expected_id + ".json"}});
        if (faults.empty()) file.scenario = std::move(scenario);
    }
    file.problems = source.take_problems();
    return file;
}

ScenarioFile unread(const std::string &name, base::Problems problems) {
    return {name, std::nullopt, {}, std::move(problems)};
}

// The later file of two with one id must not be played in the other's place.
void report_ids_used_twice(std::vector<ScenarioFile> &library) {
    std::map<std::string, std::string> first_file;
    for (ScenarioFile &file : library) {
        if (!file.scenario) continue;
        const std::string &id = file.scenario->id.value;
        const auto [first, is_new] = first_file.emplace(id, file.path);
        if (is_new) continue;
        base::Problem problem = file_problem(file.path, "duplicate-scenario", {{"id", id}, {"other", first->second}});
        problem.pointer = "/id";
        file.problems.push_back(std::move(problem));
    }
}

} // namespace

ScenarioFile scenario_from_text(std::string_view text, const std::string &name, const model::Handbook &handbook) {
    JsonSource source(std::string(text), name);
    return scenario_from_source(source, name, {}, handbook);
}

ScenarioFile load_scenario(const std::filesystem::path &path, const model::Handbook &handbook) {
    FileBytes file = read_file_bytes(path, kMaxScenarioBytes);
    if (!file.bytes) return unread(path_text(path), std::move(file.problems));
    JsonSource source(std::move(*file.bytes), path_text(path));
    return scenario_from_source(source, path_text(path), path_text(path.stem()), handbook);
}

std::vector<ScenarioFile> load_library(const std::filesystem::path &folder, const model::Handbook &handbook) {
    JsonFiles files = json_files(folder);
    std::vector<ScenarioFile> library;
    for (const std::filesystem::path &path : files.paths) library.push_back(load_scenario(path, handbook));
    if (files.problem) library.push_back(unread(path_text(folder), {std::move(*files.problem)}));
    report_ids_used_twice(library);
    return library;
}

} // namespace tsunagi::content
