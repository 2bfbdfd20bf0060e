#include "view/file_chooser_view.h"

#include <algorithm>

#include "base/utf8.h"

namespace tsunagi::view {

using i18n::Text;
using i18n::Texts;

namespace {

constexpr std::size_t kHeadOfPath = 18;

std::string_view last_code_points(std::string_view text, std::size_t count) {
    const std::size_t all = base::count_code_points(text);
    return all <= count ? text : text.substr(base::first_code_points(text, all - count).size());
}

} // namespace

std::string shortened_path(std::string_view path, std::size_t most) {
    if (base::count_code_points(path) <= most) return std::string(path);
    constexpr std::string_view kDots = " ... ";
    const std::size_t head = std::min(kHeadOfPath, most / 3);
    const std::size_t taken = head + kDots.size();
    std::string text(base::first_code_points(path, head));
    text += kDots;
    text += last_code_points(path, most > taken ? most - taken : 1);
    return text;
}

FileChooserView file_chooser_view(FilesFor wish, const FolderInfo &folder, const Texts &texts) {
    const bool is_for_folder = wish == FilesFor::import_folder;
    FileChooserView view;
    view.wish = wish;
    view.heading = texts(is_for_folder ? Text::files_heading_folder : Text::files_heading_file);
    view.about = texts(is_for_folder ? Text::files_about_folder : Text::files_about_file);
    view.folder = shortened_path(folder.path);
    view.folder_path = folder.path;
    view.parent = folder.parent;
    for (const FolderShortcutInfo &shortcut : folder.shortcuts)
        view.shortcuts.push_back({shortcut.name.empty()
                                      ? texts.named("files.place-" + shortcut.word)
                                      : texts.format(Text::files_place_usb, fmt::arg("name", shortcut.name)),
                                  shortcut.path});
    std::size_t files = 0;
    for (const FolderEntryInfo &entry : folder.entries) {
        view.rows.push_back(
            {entry.is_folder ? texts.format(Text::files_folder, fmt::arg("name", entry.name)) : entry.name, entry.path,
             entry.is_folder, entry.changed});
        if (!entry.is_folder) ++files;
    }
    if (!folder.error.empty())
        view.error = texts.named("error." + folder.error);
    else if (files == 0)
        view.empty = texts(Text::files_none);
    if (folder.left_out > 0) view.more = texts.format(Text::files_left_out, fmt::arg("n", folder.left_out));
    if (is_for_folder && folder.error.empty()) view.take = texts.format(Text::files_take_folder, fmt::arg("n", files));
    return view;
}

} // namespace tsunagi::view
