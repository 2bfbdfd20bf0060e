#pragma once

#include <filesystem>

#include "base/problem.h"
#include "base/result.h"
#include "model/handbook.h"

namespace tsunagi::content {

/// Reads every handbook file of `folder` (assets/handbook). Problems are appended; the handbook holds all
/// entries that could be read, its index built.
[[nodiscard]] model::Handbook load_handbook(const std::filesystem::path &folder, base::Problems &problems);

} // namespace tsunagi::content
