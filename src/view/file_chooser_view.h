#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "i18n/texts.h"

namespace tsunagi::view {

/// What is looked for among the files of the computer.
enum class FilesFor { open_file, import_folder };

struct FolderEntryInfo {
    std::string name;
    std::string path;
    bool is_folder = false;
    std::string changed; ///< local date and time
};

struct FolderShortcutInfo {
    std::string word; ///< "home", "desktop" …; "usb" stands for itself with a name
    std::string name; ///< of a stick; empty otherwise
    std::string path;
};

/// A folder as the shell found it.
struct FolderInfo {
    std::string path;
    std::string parent; ///< empty at the top
    std::vector<FolderEntryInfo> entries;
    std::vector<FolderShortcutInfo> shortcuts;
    std::string error;        ///< a code; empty when it could be read
    std::size_t left_out = 0; ///< entries that are too many to be listed
};

struct FileRow {
    std::string label;
    std::string path;
    bool is_folder = false;
    std::string changed;
};

struct FileShortcut {
    std::string label;
    std::string path;
};

struct FileChooserView {
    FilesFor wish = FilesFor::open_file;
    std::string heading;
    std::string about;
    std::string folder;      ///< shortened in the middle where it is long
    std::string folder_path; ///< whole
    std::string parent;
    std::vector<FileShortcut> shortcuts;
    std::vector<FileRow> rows;
    std::string error; ///< in words
    std::string empty; ///< nothing to choose here
    std::string more;  ///< that some are left out
    std::string take;  ///< what the button that takes the folder says; empty where a file is wanted
};

[[nodiscard]] FileChooserView file_chooser_view(FilesFor wish, const FolderInfo &folder, const i18n::Texts &texts);

/// As much of a path, in code points, as a heading shows.
inline constexpr std::size_t kMostOfPath = 60;
/// At most `most` code points: the beginning, dots, and the end, which tells most.
[[nodiscard]] std::string shortened_path(std::string_view path, std::size_t most = kMostOfPath);

} // namespace tsunagi::view
