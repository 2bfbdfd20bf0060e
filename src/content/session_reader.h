#pragma once

#include <string>

#include <nlohmann/json.hpp>

#include "base/result.h"
#include "content/json_source.h"
#include "model/session.h"

namespace tsunagi::content {

// Sessions as a part of a larger document: the file that a group gives back.

inline constexpr const char *kSessionFormat = "tsunagi-session";

[[nodiscard]] nlohmann::ordered_json session_json(const model::Session &session);
/// The session that `root`, which stands at `pointer` in `source`, holds. Errors as session_from_json.
[[nodiscard]] base::Result<model::Session> read_session(const JsonSource &source, const nlohmann::json &root,
                                                        const std::string &pointer);

} // namespace tsunagi::content
