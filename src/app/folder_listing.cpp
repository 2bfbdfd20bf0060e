#include "app/folder_listing.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <system_error>

#include "app/atomic_file.h"
#include "base/utf8.h"

namespace tsunagi::app {

namespace fs = std::filesystem;

namespace {

std::string code_of(const std::error_code &failure) {
    if (failure == std::errc::no_such_file_or_directory || failure == std::errc::not_a_directory)
        return "folder-missing";
    if (failure == std::errc::permission_denied || failure == std::errc::operation_not_permitted)
        return "folder-denied";
    return "folder-read";
}

std::string lower(std::string text) {
    for (char &each : text)
        if (each >= 'A' && each <= 'Z') each = static_cast<char>(each - 'A' + 'a');
    return text;
}

bool has_ending(const std::string &name, const std::vector<std::string> &endings) {
    const std::string low = lower(name);
    return std::any_of(endings.begin(), endings.end(), [&](const std::string &ending) {
        return low.size() > ending.size() && low.compare(low.size() - ending.size(), ending.size(), ending) == 0;
    });
}

std::int64_t changed_at(const fs::directory_entry &entry) {
    std::error_code failure;
    const auto time = entry.last_write_time(failure);
    if (failure) return 0;
    // C++20's file_clock::to_sys is not everywhere yet: both clocks are asked now.
    const auto age = fs::file_time_type::clock::now() - time;
    const auto then =
        std::chrono::system_clock::now() - std::chrono::duration_cast<std::chrono::system_clock::duration>(age);
    return std::chrono::duration_cast<std::chrono::seconds>(then.time_since_epoch()).count();
}

std::string whole_text(const fs::path &file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

// "\040" stands for a space in /proc/mounts.
std::string without_escapes(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto is_octal = [&](std::size_t at) { return text[at] >= '0' && text[at] <= '7'; };
        if (text[i] == '\\' && i + 3 < text.size() && is_octal(i + 1) && is_octal(i + 2) && is_octal(i + 3)) {
            out += static_cast<char>((text[i + 1] - '0') * 64 + (text[i + 2] - '0') * 8 + (text[i + 3] - '0'));
            i += 3;
        } else {
            out += text[i];
        }
    }
    return out;
}

template <class Take>
void for_each_line(std::string_view text, Take take) {
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        take(text.substr(0, end));
        text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    }
}

} // namespace

FolderListing list_folder(const fs::path &folder, const std::vector<std::string> &endings) {
    FolderListing listing;
    std::error_code failure;
    listing.folder = fs::absolute(folder, failure).lexically_normal();
    if (failure) listing.folder = folder;
    // "/home/me/" and "/home/me" are one folder.
    if (!listing.folder.has_filename() && listing.folder.has_relative_path())
        listing.folder = listing.folder.parent_path();
    fs::directory_iterator each(listing.folder, failure);
    if (failure) {
        listing.error = code_of(failure);
        return listing;
    }
    for (const fs::directory_iterator end; each != end; each.increment(failure)) {
        if (failure) break;
        FolderEntry entry;
        entry.path = each->path();
        entry.name = base::mend_utf8(utf8_of(entry.path.filename()));
        if (entry.name.empty() || entry.name.front() == '.') continue;
        std::error_code ignored;
        entry.is_folder = each->is_directory(ignored);
        if (!entry.is_folder && !(each->is_regular_file(ignored) && has_ending(entry.name, endings))) continue;
        entry.changed_at = changed_at(*each);
        listing.entries.push_back(std::move(entry));
    }
    // What could not be read to its end must not look whole.
    if (failure) listing.error = code_of(failure);
    std::sort(listing.entries.begin(), listing.entries.end(), [](const FolderEntry &a, const FolderEntry &b) {
        if (a.is_folder != b.is_folder) return a.is_folder;
        const std::string low_a = lower(a.name);
        const std::string low_b = lower(b.name);
        return low_a != low_b ? low_a < low_b : a.name < b.name;
    });
    if (listing.entries.size() > kMostFolderEntries) {
        listing.left_out = listing.entries.size() - kMostFolderEntries;
        listing.entries.resize(kMostFolderEntries);
    }
    return listing;
}

fs::path user_folder(std::string_view user_dirs, std::string_view key, const fs::path &home) {
    fs::path found;
    for_each_line(user_dirs, [&](std::string_view line) {
        line = base::trim(line);
        if (line.substr(0, key.size()) != key || line.substr(key.size(), 2) != "=\"" || line.back() != '"') return;
        std::string_view value = line.substr(key.size() + 2);
        value.remove_suffix(1);
        constexpr std::string_view kHome = "$HOME";
        if (value.substr(0, kHome.size()) == kHome) {
            std::string_view rest = value.substr(kHome.size());
            while (!rest.empty() && rest.front() == '/') rest.remove_prefix(1);
            // A folder that is not there is written as the home itself.
            if (!rest.empty()) found = home / fs::path(rest);
        } else if (!value.empty() && value.front() == '/') {
            found = fs::path(value);
        }
    });
    return found;
}

std::vector<fs::path> mounted_media(std::string_view mounts) {
    std::vector<fs::path> media;
    for_each_line(mounts, [&](std::string_view line) {
        const std::size_t first = line.find(' ');
        if (first == std::string_view::npos) return;
        const std::size_t second = line.find(' ', first + 1);
        const std::string place = without_escapes(line.substr(first + 1, second - first - 1));
        if (place.rfind("/media/", 0) == 0 || place.rfind("/run/media/", 0) == 0) media.emplace_back(place);
    });
    return media;
}

std::vector<FolderShortcut> folder_shortcuts(const fs::path &exports) {
    std::vector<FolderShortcut> shortcuts;
    std::error_code failure;
    const auto add = [&](std::string word, std::string name, const fs::path &path) {
        if (!path.empty() && fs::is_directory(path, failure))
            shortcuts.push_back({std::move(word), std::move(name), path});
    };
    const char *home_text = std::getenv("HOME");
    if (home_text != nullptr && *home_text != '\0') {
        const fs::path home(home_text);
        const char *config = std::getenv("XDG_CONFIG_HOME");
        const std::string user_dirs =
            whole_text((config != nullptr && *config != '\0' ? fs::path(config) : home / ".config") / "user-dirs.dirs");
        add("home", {}, home);
        struct Place {
            const char *word;
            const char *key;
            const char *usual;
        };
        constexpr std::array<Place, 3> kPlaces = {{{"desktop", "XDG_DESKTOP_DIR", "Desktop"},
                                                   {"documents", "XDG_DOCUMENTS_DIR", "Documents"},
                                                   {"downloads", "XDG_DOWNLOAD_DIR", "Downloads"}}};
        for (const Place &place : kPlaces) {
            const fs::path named = user_folder(user_dirs, place.key, home);
            add(place.word, {}, named.empty() ? home / place.usual : named);
        }
    }
    for (const fs::path &stick : mounted_media(whole_text("/proc/mounts")))
        add("usb", base::mend_utf8(utf8_of(stick.filename())), stick);
    add("exports", {}, exports);
    return shortcuts;
}

} // namespace tsunagi::app
