#pragma once

#include <string>
#include <vector>

#include "i18n/texts.h"

namespace tsunagi::view {

/// What became of a file that was to be brought in.
enum class ImportMood { good, nothing_new, warning, bad };

struct ImportLine {
    std::string file;
    std::string whose; ///< the group or learner; empty where the file could not be read
    std::string outcome;
    std::string reason; ///< empty where the outcome says it all
    ImportMood mood = ImportMood::good;
};

struct ImportView {
    std::string heading;
    std::string summary; ///< how many new, known, refused
    std::string folder;
    std::vector<ImportLine> lines; ///< in the order they were read
};

/// A file as the import reports it. `outcome` and `reason` are words: "import_outcome.<outcome>", "error.<reason>".
struct ImportedFile {
    std::string file;
    std::string whose;
    std::string outcome;
    std::string reason;
    std::string detail;
    ImportMood mood = ImportMood::good;
};
[[nodiscard]] ImportView import_view(const std::string &folder, const std::vector<ImportedFile> &files,
                                     bool was_cancelled, const i18n::Texts &texts);

} // namespace tsunagi::view
