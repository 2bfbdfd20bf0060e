#pragma once

#include <array>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/ids.h"
#include "model/vocabulary.h"
#include "store/session_store.h"
#include "view/import_view.h"

namespace tsunagi::app {

/// What a file of a folder turned out to be.
enum class ImportKind { unknown, workshop, session };
inline constexpr std::array<std::string_view, 3> kImportKindWords = {"unknown", "workshop", "session"};

/// What became of it; the text of each is "import_outcome.<word>". Of those from `diverged` on nothing was kept.
enum class FileOutcome {
    added,
    continued,      ///< it brought what was not here
    same,           ///< known, nothing new
    older,          ///< known, and more of it is here
    diverged,       ///< parts ways with what is kept under its id
    other_workshop, ///< of a workshop that is not meant, or not known here
    unknown_group,  ///< the workshop has no such group
    foreign,        ///< something else than a file of this workshop's case
    damaged,
    newer,     ///< made by a later version of this program
    not_stored ///< the database could not keep it
};
inline constexpr std::array<std::string_view, 11> kFileOutcomeWords = {
    "added",         "continued", "same",    "older", "diverged",  "other-workshop",
    "unknown-group", "foreign",   "damaged", "newer", "not-stored"};

/// One file that was to be brought in.
struct FileImport {
    std::string file; ///< its name without the folder, as it is: it may hold anything
    ImportKind kind = ImportKind::unknown;
    FileOutcome outcome = FileOutcome::damaged;
    base::Error error; ///< why it was not taken; without a code when it was
    /// What is to be known of a file that was taken, as words whose texts are "error.<word>": "import-no-case" (the
    /// text of the case it was played with is not known here), "import-case-text" (it was played with another text of
    /// the case than the workshop's), "import-same-group" (there is another session of this group).
    std::vector<std::string> notes;
    model::WorkshopId workshop;
    model::GroupId group;
    std::string name; ///< of the group, or the workshop's title, as it is
    model::LearnerProfession profession = model::LearnerProfession::other;
    model::SessionId session;
    int decision_count = 0;

    [[nodiscard]] bool is_taken() const { return outcome < FileOutcome::diverged; }
};

struct FolderImport {
    std::vector<FileImport> files; ///< of each folder by name
    bool is_cancelled = false;     ///< the files that are not listed were not taken

    /// True when every file was taken, or known already.
    [[nodiscard]] bool is_complete() const;
};

struct ImportOptions {
    model::WorkshopId wanted; ///< only files of this workshop are taken; empty: of every workshop that is known
    /// Workshops that are new here become a group's copy (model::Workshop::seat): whoever opens the file that was given
    /// out is a group, and must not be able to reveal anything.
    bool is_group_computer = false;
};

/// Says how far the import is (files done, of how many); false when no further file is to be begun. May be empty.
using KeepGoing = std::function<bool(int done, int all)>;

/// Brings in files: sessions that groups give back, and workshops. Of a folder every *.json file in it (not of folders
/// in it). Each file is taken whole or not at all; all that was not is listed with the reason. Links are not followed.
/// A workshop that is here is not changed, but for a group's copy, which follows the file that was written last.
/// Errors: "import-folder" (a folder cannot be looked into; detail: cause). Touches nothing but `paths` and `store`.
[[nodiscard]] base::Result<FolderImport> import_files(store::SessionStore &store,
                                                      const std::vector<std::filesystem::path> &paths,
                                                      const ImportOptions &options = {},
                                                      const KeepGoing &keep_going = {});

/// The file as view::import_view takes it; what people typed is made one plain line.
[[nodiscard]] view::ImportedFile imported_file(const FileImport &file);

} // namespace tsunagi::app
