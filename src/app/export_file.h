#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "base/result.h"

namespace tsunagi::app {

/// The folder for what is saved for use elsewhere.
[[nodiscard]] std::filesystem::path exports_folder(const std::filesystem::path &data);

/// Writes a file into that folder, numbered so that none is replaced: "name-1.json". Returns its path as UTF-8. Errors
/// as write_file_atomically.
[[nodiscard]] base::Result<std::string> write_export(const std::filesystem::path &data, const std::string &name,
                                                     const std::string &ending, std::string_view bytes);

/// A part of a file name made of what somebody typed: what some file system does not take becomes "_", and it is cut
/// where it is long. Never empty.
[[nodiscard]] std::string file_name_of(std::string_view typed);

} // namespace tsunagi::app
