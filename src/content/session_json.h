#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/session.h"

namespace tsunagi::content {

/// A decision file: a course through one scenario, with what the author expects of it (tests/plays).
struct DecisionFile {
    model::ScenarioId scenario;
    std::vector<model::Decision> decisions;
};

/// One decision as a compact JSON object {"scene","answer","rationale","seconds"}, and "given" when the
/// handbook's team decided; deterministic.
[[nodiscard]] std::string decision_to_json(const model::Decision &decision);
/// The answer alone, as in decision_to_json; drafts are kept in this form.
[[nodiscard]] std::string answer_to_json(const model::Answer &answer);
/// Errors: "session-json" (detail: what and where).
[[nodiscard]] base::Result<model::Decision> decision_from_json(std::string_view text);
[[nodiscard]] base::Result<model::Answer> answer_from_json(std::string_view text);

/// A session as a self-contained JSON document {"format":"tsunagi-session","version":1,…}, indented by 2.
[[nodiscard]] std::string session_to_json(const model::Session &session);
/// Errors: "session-json" (broken), "session-format" (another kind of file), "session-newer" (a version this
/// program does not know).
[[nodiscard]] base::Result<model::Session> session_from_json(std::string_view text);

/// Reads {"format":1,"scenario":…,"decisions":[…]} or a whole session file. Errors as session_from_json.
[[nodiscard]] base::Result<DecisionFile> decision_file_from_json(std::string_view text);

} // namespace tsunagi::content
