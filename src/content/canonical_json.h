#pragma once

#include <string>

#include <nlohmann/json.hpp>

namespace tsunagi::content {

/// The one text that content_hash is taken of and a store keeps, whatever the file looked like: compact, keys sorted
/// (as nlohmann's objects are), UTF-8 as it is. Another form would be another hash, and old records would lose their
/// case.
[[nodiscard]] std::string canonical_text(const nlohmann::json &json);

} // namespace tsunagi::content
