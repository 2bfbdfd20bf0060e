#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include <SQLiteCpp/SQLiteCpp.h>

#include "model/decision.h"

namespace tsunagi::store {

/// Stands for decisions that cannot be read.
inline constexpr std::int64_t kUnreadableVote = 0;

/// Scene and answer of a decision as a number, so that like answers are added up without reading them: 64 bits of the
/// hash XXH3 (never kUnreadableVote). Among ten million different answers two share a number with a chance of three in
/// a million. Nothing for a given decision, which is nobody's vote.
///
/// Databases hold these numbers, so the way in which they are made must not change. It does not go through JSON, which
/// would take ten times as long.
[[nodiscard]] std::optional<std::int64_t> vote_key(const model::Decision &decision);

/// As content::decision_from_json, in half the time: what is wrong with the text, and where, is not told.
[[nodiscard]] std::optional<model::Decision> decision_of_text(std::string_view json);

/// Lets SQL of this connection say vote_key(json) of a decision's text: NULL for a given one.
void add_vote_key(SQLite::Database &database);

} // namespace tsunagi::store
