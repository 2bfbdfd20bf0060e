#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace tsunagi::app {

/// The folder for what is saved for use elsewhere.
[[nodiscard]] std::filesystem::path exports_folder(const std::filesystem::path &data);

/// `name` with `ending` in that folder, numbered so that it is not there yet: "name-1.json". Makes the folder; where
/// that fails, writing the file says why.
[[nodiscard]] std::filesystem::path free_export_file(const std::filesystem::path &data, const std::string &name,
                                                     const std::string &ending);

/// A part of a file name made of what somebody typed: what some file system does not take becomes "_", and it is cut
/// where it is long. Never empty.
[[nodiscard]] std::string file_name_of(std::string_view typed);

/// The path that UTF-8 stands for.
[[nodiscard]] std::filesystem::path path_of(std::string_view utf8);

} // namespace tsunagi::app
