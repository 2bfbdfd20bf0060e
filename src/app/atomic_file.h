#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "base/result.h"

namespace tsunagi::app {

/// The whole content of a file. Errors: "file-read", "file-too-large" (over 16 MB).
[[nodiscard]] base::Result<std::string> read_file(const std::filesystem::path &file);

/// Writes beside the file and puts the result in its place, so that at every moment the old or the new content is
/// there, whole. What a link names is replaced, not the link; a device or a pipe is
/// written into as it is. Errors: "file-write", "file-full".
[[nodiscard]] base::Status write_file_atomically(const std::filesystem::path &file, std::string_view content);

/// Whether `file` may be overwritten by content that begins with `beginning`: where there is nothing, nothing in it, or
/// what begins alike. What is there and is no ordinary file is left to the writing. Errors: `code`, with the path as
/// its detail, for a file that holds something else, which is not ours; "file-write" where it cannot be looked into.
[[nodiscard]] base::Status check_overwriting(const std::filesystem::path &file, std::string_view beginning,
                                             const char *code);

/// The path as UTF-8, for messages and for libraries that take UTF-8.
[[nodiscard]] std::string utf8_of(const std::filesystem::path &path);

} // namespace tsunagi::app
