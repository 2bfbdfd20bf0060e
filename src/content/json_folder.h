#pragma once

#include <filesystem>
#include <optional>
#include <string_view>
#include <vector>

#include "base/problem.h"

namespace tsunagi::content {

/// Lies beside data files and describes them.
inline constexpr std::string_view kSchemaFile = "schema.json";

struct JsonFiles {
    std::vector<std::filesystem::path> paths; ///< by name
    std::optional<base::Problem> problem;     ///< folder-missing, folder-unreadable; what was found before it is kept
};

/// The files of a folder whose names end in .json, but for one called `left_out`.
[[nodiscard]] JsonFiles json_files(const std::filesystem::path &folder, std::string_view left_out = {});

} // namespace tsunagi::content
