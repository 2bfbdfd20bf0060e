#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>

#include "base/result.h"
#include "model/session.h"
#include "model/workshop.h"

namespace tsunagi::content {

// A workshop, and the files by which it travels between computers (docs/decisions/0012-workshop.md).

/// Longer files are refused unread: a case is at most 8 MB, what people wrote hardly one.
inline constexpr std::size_t kLongestExchangeText = 16u * 1024u * 1024u;

/// A workshop as a JSON document {"format":"tsunagi-workshop","version":1,…}, indented by 2, without its revision (that
/// is the database's); deterministic.
[[nodiscard]] std::string workshop_to_json(const model::Workshop &workshop);
/// The workshop, revision 0. Strict. Errors: "workshop-json" (broken; detail: where), "workshop-format" (another kind
/// of file), "workshop-newer", "file-too-large".
[[nodiscard]] base::Result<model::Workshop> workshop_from_json(std::string_view text);

/// What a group's computer needs: the workshop without team decisions, notes and minutes, and the text of its case.
struct WorkshopFile {
    model::Workshop workshop;
    std::string scenario_json; ///< canonical; its hash is workshop.scenario_hash
};

/// What a group gives back.
struct GroupSession {
    model::Session session;
    std::string scenario_json; ///< canonical, its hash is session.scenario_hash; empty in a plain session file
};

/// {"format":"tsunagi-workshop-file",…}. `scenario_json` must be canonical (ScenarioFile::canonical_json). Errors:
/// "workshop-hash" when it is not the text of the workshop's case.
[[nodiscard]] base::Result<std::string> workshop_file_to_json(const model::Workshop &workshop,
                                                              const std::string &scenario_json);
/// {"format":"tsunagi-group-session",…}. Errors: "workshop-hash" when `scenario_json` is not what the session was
/// played with.
[[nodiscard]] base::Result<std::string> group_session_to_json(const model::Session &session,
                                                              const std::string &scenario_json);

using ExchangeFile = std::variant<WorkshopFile, GroupSession>;

/// Either kind of file, or a plain session file. Errors: as workshop_from_json and session_from_json;
/// "workshop-empty" (nothing in it), "workshop-hash" (the text of the case was altered).
[[nodiscard]] base::Result<ExchangeFile> exchange_file_from_json(std::string_view text);

/// False when `text` cannot be a file that brings a workshop: cheap, it does not parse.
[[nodiscard]] bool may_be_workshop_file(std::string_view text);

} // namespace tsunagi::content
