#pragma once

#include <filesystem>
#include <string_view>

#include "base/problem.h"
#include "model/drill.h"

namespace tsunagi::content {

/// assets/drills/schema.json.
[[nodiscard]] std::string_view drills_schema_text();

/// Reads the exercises of `folder` (assets/drills). Problems are appended; a file that has one gives nothing.
[[nodiscard]] model::Drills load_drills(const std::filesystem::path &folder, base::Problems &problems);

} // namespace tsunagi::content
