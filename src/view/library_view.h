#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "i18n/texts.h"
#include "model/scenario.h"
#include "model/session.h"

namespace tsunagi::view {

/// One attempt at a case as the library and the history need it. The shell makes these from the store and the engine.
struct AttemptInfo {
    model::SessionId id;
    model::ScenarioId scenario;
    std::string case_title; ///< empty when no file of the case is there any more: the id is shown
    model::SessionKind kind = model::SessionKind::first;
    model::Learner learner;
    std::int64_t started_at = 0;
    std::int64_t updated_at = 0;
    std::string started_label; ///< local date and time, ready to be shown
    int decision_count = 0;
    std::string ending_title;
    bool is_over = false;
    bool is_changed = false;        ///< the case's file has changed since; it still plays from the stored copy
    bool is_playable = true;        ///< its decisions could be replayed
    bool is_hidden = false;         ///< a workshop keeps its outcome back until results are revealed
    bool is_case_in_library = true; ///< a file of the case is there and can be started anew
};

/// A file that is meant to be a case and cannot be played.
struct BrokenCase {
    std::string title; ///< empty when not even that could be read
    std::string file;
    int error_count = 0;
};

struct CaseCardView {
    enum class Progress { untouched, under_way, done };

    model::ScenarioId id;
    std::string title;
    std::string profession; ///< whose contribution the case is about
    model::LeadProfession lead = model::LeadProfession::cpp;
    std::string setting;
    std::string summary;
    std::vector<std::string> measures; ///< ICMSS items, minutes, months
    Progress progress = Progress::untouched;
    std::string progress_text;
    std::string start_text;  ///< what the button to begin says: begin, begin again, from the beginning
    model::SessionId resume; ///< the newest attempt that can be gone on with; empty when there is none

    [[nodiscard]] bool can_resume() const { return !resume.is_empty(); }
};

struct BrokenCaseView {
    std::string name;   ///< the title, or the file's name
    std::string detail; ///< file and number of problems
    std::string advice; ///< the command that names all problems
};

struct LibraryView {
    std::vector<CaseCardView> cards;
    std::vector<BrokenCaseView> broken;
    std::string empty_help; ///< set when there is no case at all: where they are looked for
};

/// The library: a card for each case that can be played, a line for each that cannot. `folder` is where cases lie.
[[nodiscard]] LibraryView library_view(const std::vector<const model::Scenario *> &cases,
                                       const std::vector<BrokenCase> &broken, const std::vector<AttemptInfo> &attempts,
                                       const std::string &folder, const i18n::Texts &texts);

/// "ICMSS 該当 7 項目", "およそ 30 分", "支援 およそ 12 か月"
[[nodiscard]] std::vector<std::string> measures_of(const model::Scenario &scenario, const i18n::Texts &texts);

} // namespace tsunagi::view
