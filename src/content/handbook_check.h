#pragma once

#include <filesystem>
#include <string_view>

#include "base/problem.h"

namespace tsunagi::content {

/// Everything that is wrong with the handbook files of `folder`, by file: against the schema
/// (assets/handbook/schema.json, compiled in) of the file's kind, and what a schema cannot say: ids are used once, what
/// is named exists (entries, facts, groups, nodes), all fee rules have the same rows, the rows of a table have its
/// columns. Slower than load_handbook: for `validate` and tests, not for the start of the program.
[[nodiscard]] base::Problems check_handbook(const std::filesystem::path &folder);

/// assets/handbook/schema.json.
[[nodiscard]] std::string_view handbook_schema_text();

} // namespace tsunagi::content
