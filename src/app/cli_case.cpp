#include "app/cli_case.h"

#include <algorithm>
#include <iostream>
#include <random>
#include <system_error>
#include <vector>

#include "app/atomic_file.h"
#include "content/json_source.h"

namespace tsunagi::app {

namespace fs = std::filesystem;
using content::ScenarioFile;
using i18n::Text;

namespace {

bool is_id(const std::string &text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    });
}

std::string installed_ids(const fs::path &folder) {
    std::vector<std::string> ids;
    std::error_code failure;
    for (fs::directory_iterator entry(folder, failure), end; !failure && entry != end; entry.increment(failure))
        if (entry->path().extension() == ".json") ids.push_back(utf8_of(entry->path().stem()));
    std::sort(ids.begin(), ids.end());
    return fmt::format("{}", fmt::join(ids, ", "));
}

void report_problems(const CliContext &context, const base::Problems &problems) {
    for (const base::Problem &problem : problems) report_note(problem_block(problem, context.texts));
}

} // namespace

model::Handbook load_handbook_or_warn(const CliContext &context) {
    base::Problems problems;
    model::Handbook handbook = content::load_handbook(context.options.paths.handbook(), problems);
    report_problems(context, problems);
    return handbook;
}

base::Result<ScenarioFile> load_case(const CliContext &context, const model::Handbook &handbook,
                                     const std::string &id_or_path) {
    const fs::path &folder = context.options.paths.scenarios;
    if (id_or_path.empty()) return base::Error{"use-no-case", installed_ids(folder)};
    std::error_code failure;
    if (is_id(id_or_path)) {
        const fs::path file = folder / (id_or_path + ".json");
        if (fs::is_regular_file(file, failure)) return content::load_scenario(file, handbook);
    }
    const fs::path file = content::path_from_text(id_or_path);
    if (fs::is_regular_file(file, failure)) return content::load_scenario(file, handbook);
    if (is_id(id_or_path))
        return base::Error{"use-case-unknown", fmt::format("{} ({})", id_or_path, installed_ids(folder))};
    return base::Error{"use-file-missing", id_or_path};
}

base::Result<ScenarioFile> load_playable_case(const CliContext &context, const model::Handbook &handbook,
                                              const std::string &id_or_path) {
    auto file = load_case(context, handbook, id_or_path);
    if (!file.is_ok()) return file;
    if (file->is_playable()) return file;
    report_problems(context, file->problems);
    return base::Error{"case-broken", file->path};
}

fs::path sessions_file(const CliContext &context) {
    return context.options.paths.data / content::path_from_text(context.options.settings.database);
}

fs::path database_at(const CliContext &context, const std::string &path) {
    const fs::path given = content::path_from_text(path);
    std::error_code failure;
    return fs::is_directory(given, failure) ? given / content::path_from_text(context.options.settings.database)
                                            : given;
}

bool is_empty_file(const fs::path &file) {
    std::error_code failure;
    return fs::is_regular_file(file, failure) && fs::file_size(file, failure) == 0;
}

base::Result<std::unique_ptr<store::SessionStore>> open_sessions(const CliContext &context) {
    return store::open_sqlite_store(sessions_file(context));
}

std::unique_ptr<store::SessionStore> existing_sessions(const CliContext &context) {
    std::error_code failure;
    if (!fs::exists(sessions_file(context), failure)) return nullptr;
    auto opened = open_sessions(context);
    return opened.is_ok() ? std::move(opened).value() : nullptr;
}

base::Result<model::Session> load_session_file(const std::string &path) {
    if (path.empty()) return base::Error{"use-no-session", ""};
    std::error_code failure;
    const fs::path file = content::path_from_text(path);
    if (!fs::exists(file, failure) || fs::is_directory(file, failure)) return base::Error{"use-file-missing", path};
    const auto content = read_file(file);
    if (!content.is_ok()) return content.error();

    auto session = content::session_from_json(*content);
    if (session.is_ok() || session.error().code == "session-newer") return session;
    auto decisions = content::decision_file_from_json(*content);
    if (!decisions.is_ok()) return base::Error{decisions.error().code, path + ": " + decisions.error().detail};
    model::Session course;
    course.scenario = decisions->scenario;
    course.decisions = decisions->decisions;
    return course;
}

base::Result<ScenarioFile> case_of_session(const CliContext &context, const model::Handbook &handbook,
                                           const model::Session &session, const std::string &wanted,
                                           store::SessionStore *store) {
    auto installed = load_case(context, handbook, wanted.empty() ? session.scenario.value : wanted);
    const bool is_playable = installed.is_ok() && installed->is_playable();
    if (is_playable && (session.scenario_hash.empty() || installed->scenario->hash == session.scenario_hash))
        return installed;

    // The file has changed since, or is gone: the session is scored by what was played.
    if (store != nullptr && !session.scenario_hash.empty()) {
        const auto kept = store->scenario_json(session.scenario_hash);
        if (kept.is_ok() && !kept->empty()) {
            // It was sound when it was played; the handbook of today must not find fault with it.
            ScenarioFile snapshot = content::scenario_from_text(*kept, session.scenario.value, model::Handbook{});
            if (snapshot.is_playable()) {
                if (is_playable) report_note(context.texts(Text::cli_note_snapshot));
                return snapshot;
            }
        }
    }
    if (!installed.is_ok()) return installed.error();
    if (!is_playable) return load_playable_case(context, handbook, wanted.empty() ? session.scenario.value : wanted);
    report_note(context.texts(Text::cli_note_case_changed));
    return installed;
}

model::SessionId new_session_id() {
    std::random_device random;
    std::string id = "s-";
    for (int i = 0; i < 4; ++i) id += fmt::format("{:08x}", random());
    return model::SessionId(id);
}

} // namespace tsunagi::app
