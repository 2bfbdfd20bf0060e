#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace tsunagi::app {

/// More than this nobody reads through.
inline constexpr std::size_t kMostFolderEntries = 1000;

struct FolderEntry {
    std::filesystem::path path;
    std::string name; ///< UTF-8
    bool is_folder = false;
    std::int64_t changed_at = 0; ///< seconds since 1970-01-01 UTC
};

/// What a folder holds: folders first, then the files whose names end in one of `endings` (upper case is the same as
/// lower); by name, hidden ones left out.
struct FolderListing {
    std::filesystem::path folder; ///< absolute
    std::vector<FolderEntry> entries;
    std::size_t left_out = 0; ///< beyond kMostFolderEntries
    std::string error;        ///< "folder-missing", "folder-denied", "folder-read"; empty when it could be read
};
[[nodiscard]] FolderListing list_folder(const std::filesystem::path &folder, const std::vector<std::string> &endings);

/// A place that one often goes to. `word`: "home", "desktop", "documents", "downloads", "usb", "exports".
struct FolderShortcut {
    std::string word;
    std::string name; ///< of a stick
    std::filesystem::path path;
};
/// The folders of the person that are there, by $HOME and its user-dirs.dirs (XDG), then what is mounted under /media
/// and /run/media, then `exports`.
[[nodiscard]] std::vector<FolderShortcut> folder_shortcuts(const std::filesystem::path &exports);

/// Where sticks are mounted, of the text of /proc/mounts: below /media and /run/media.
[[nodiscard]] std::vector<std::filesystem::path> mounted_media(std::string_view mounts);
/// The folder that user-dirs.dirs names for `key` ("XDG_DESKTOP_DIR"); empty where it names none.
[[nodiscard]] std::filesystem::path user_folder(std::string_view user_dirs, std::string_view key,
                                                const std::filesystem::path &home);

} // namespace tsunagi::app
