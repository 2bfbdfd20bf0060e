#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "content/json_source.h"

namespace tsunagi::content {

/// Lies beside data files and describes them.
inline constexpr std::string_view kSchemaFile = "schema.json";

struct JsonFiles {
    std::vector<std::filesystem::path> paths; ///< by name
    std::optional<base::Problem> problem;     ///< folder-missing, folder-unreadable; what was found before it is kept
};

/// The files of a folder whose names end in .json, but for one called `left_out`.
[[nodiscard]] JsonFiles json_files(const std::filesystem::path &folder, std::string_view left_out = {});

/// The documents of a folder of the program's own data, all but the schema, by name; those that could not be parsed
/// know why. Appended to `problems`: a folder that cannot be looked into or holds no document (folder-empty), and files
/// that cannot be read.
[[nodiscard]] std::vector<std::unique_ptr<JsonSource>> data_sources(const std::filesystem::path &folder,
                                                                    base::Problems &problems);

} // namespace tsunagi::content
