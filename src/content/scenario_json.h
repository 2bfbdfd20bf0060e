#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "model/handbook.h"
#include "model/scenario.h"

namespace tsunagi::content {

/// What reading one scenario file gave: the scenario when it could be built, and all problems found.
struct ScenarioFile {
    std::string path;
    std::optional<model::Scenario> scenario; ///< empty when the file is too broken to be built
    std::string canonical_json;              ///< compact, keys sorted: what the hash is taken of and what a store keeps
    base::Problems problems;

    /// True when the case may be played: it was built and no problem is an error.
    [[nodiscard]] bool is_playable() const { return scenario.has_value() && !base::has_error(problems); }
};

/// Files larger than this are refused unread (a case is 0.1-0.3 MB).
inline constexpr std::uintmax_t kMaxScenarioBytes = 8u * 1024u * 1024u;
/// Documents nested deeper than this are refused before the parser recurses into them.
inline constexpr int kMaxJsonDepth = 64;

/// Reads and checks a scenario: encoding, JSON, schema, ids, references, graph, budgets, handbook course.
/// `name` is used in problems. Never throws on bad input.
[[nodiscard]] ScenarioFile scenario_from_text(std::string_view text, const std::string &name,
                                              const model::Handbook &handbook);

/// The same, from a file; a file that cannot be read is a problem.
[[nodiscard]] ScenarioFile load_scenario(const std::filesystem::path &path, const model::Handbook &handbook);

/// All scenario files (*.json, not in subfolders) of a folder, ordered by file name; ids used twice are problems
/// of the later file. A folder that does not exist gives one ScenarioFile with a problem.
[[nodiscard]] std::vector<ScenarioFile> load_library(const std::filesystem::path &folder,
                                                     const model::Handbook &handbook);

/// "xxh3:<32 hex digits>": XXH3-128 of canonical JSON. It tells a changed scenario; it is no protection
/// against forgery.
[[nodiscard]] std::string content_hash(std::string_view canonical_json);

} // namespace tsunagi::content
