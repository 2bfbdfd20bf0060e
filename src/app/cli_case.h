#pragma once

#include <memory>
#include <optional>
#include <string>

#include "app/cli_context.h"
#include "content/handbook_json.h"
#include "content/scenario_json.h"
#include "content/session_json.h"
#include "store/session_store.h"

namespace tsunagi::app {

/// The handbook data; what is wrong with it is said on standard error, for it is no fault of the person's.
[[nodiscard]] model::Handbook load_handbook_or_warn(const CliContext &context);

/// The case of an id ("cpp-1": an installed one) or of a path. Errors: "use-no-case", "use-case-unknown",
/// "use-file-missing". The file may still have problems.
[[nodiscard]] base::Result<content::ScenarioFile> load_case(const CliContext &context, const model::Handbook &handbook,
                                                            const std::string &id_or_path);
/// As load_case, but a case with errors is said so on standard error and is the Error "case-broken".
[[nodiscard]] base::Result<content::ScenarioFile>
load_playable_case(const CliContext &context, const model::Handbook &handbook, const std::string &id_or_path);

/// The database of the data folder. Errors as open_sqlite_store.
[[nodiscard]] base::Result<std::unique_ptr<store::SessionStore>> open_sessions(const CliContext &context);
[[nodiscard]] std::filesystem::path sessions_file(const CliContext &context);
/// The database that a path on the command line means: a folder stands for the file in it. It need not be there.
[[nodiscard]] std::filesystem::path database_at(const CliContext &context, const std::string &path);
/// A file with nothing in it: the store would take it for a fresh database and make one of it, but it may be anybody's.
[[nodiscard]] bool is_empty_file(const std::filesystem::path &file);
/// As open_sessions, but only a database that is there and can be opened; else null. For commands that leave nothing
/// behind.
[[nodiscard]] std::unique_ptr<store::SessionStore> existing_sessions(const CliContext &context);

/// What a file given to `score` or `--decisions` holds. A decision file gives a session of its decisions alone.
[[nodiscard]] base::Result<model::Session> load_session_file(const std::string &path);

/// The case that a session was played with: the installed one when it is unchanged, else the one kept in `store`
/// (which may be null), else the installed one with a note on standard error. `wanted` (a case's id or path, may be
/// empty) is used instead of the installed one.
[[nodiscard]] base::Result<content::ScenarioFile>
case_of_session(const CliContext &context, const model::Handbook &handbook, const model::Session &session,
                const std::string &wanted, store::SessionStore *store);

/// An id that no other session has.
[[nodiscard]] model::SessionId new_session_id();

} // namespace tsunagi::app
