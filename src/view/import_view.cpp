#include "view/import_view.h"

#include <algorithm>

#include "view/file_chooser_view.h"

namespace tsunagi::view {

using i18n::Text;
using i18n::Texts;

namespace {

std::string reason_of(const ImportedFile &file, const Texts &texts) {
    if (file.reason.empty()) return {};
    const std::string *known = texts.find("error." + file.reason);
    std::string text = known == nullptr ? texts(Text::shell_unknown_error) : *known;
    if (!file.detail.empty()) text += "\n" + file.detail;
    return text;
}

} // namespace

ImportView import_view(const std::string &folder, const std::vector<ImportedFile> &files, bool was_cancelled,
                       const Texts &texts) {
    ImportView view;
    view.heading = texts(Text::workshop_import_heading);
    view.folder = shortened_path(folder);
    const auto count = [&](auto is_wanted) { return std::count_if(files.begin(), files.end(), is_wanted); };
    if (files.empty())
        view.summary = texts(Text::workshop_import_none);
    else
        view.summary = texts.format(
            Text::workshop_import_summary, fmt::arg("added", count([](const ImportedFile &file) {
                                                        return file.mood == ImportMood::good ||
                                                               file.mood == ImportMood::warning;
                                                    })),
            fmt::arg("known", count([](const ImportedFile &file) { return file.mood == ImportMood::nothing_new; })),
            fmt::arg("refused", count([](const ImportedFile &file) { return file.mood == ImportMood::bad; })));
    if (was_cancelled) view.summary = texts(Text::workshop_import_cancelled) + "\n" + view.summary;
    for (const ImportedFile &file : files)
        view.lines.push_back(
            {file.file, file.whose, texts.named("import_outcome." + file.outcome), reason_of(file, texts), file.mood});
    return view;
}

} // namespace tsunagi::view
