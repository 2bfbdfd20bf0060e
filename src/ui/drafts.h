#pragma once

#include <array>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "model/session.h"
#include "model/vocabulary.h"
#include "ui/drill_draft.h"
#include "ui/ecomap_draft.h"
#include "ui/intents.h"
#include "view/fee_view.h"

namespace tsunagi::ui {

/// What is typed and picked at a scene but not committed. The shell keeps it safe in the store.
struct PlayDraft {
    std::string scene;
    std::vector<std::string> chosen; ///< ids, in the order they were picked
    std::map<std::pair<std::string, std::string>, model::Mark> marks;
    std::vector<std::string> order;
    std::string rationale;
    bool has_changed = false; ///< set by widgets, cleared by the shell once saved
    bool is_case_file_open = false;
    bool is_reason_asked = false; ///< in a workshop: decided without a reason, which one may still write
    int frames_to_reason = 0;     ///< after so many frames the keyboard goes to the field for it
};

struct LearnerDraft {
    std::string nickname;
    model::LearnerProfession profession = model::LearnerProfession::cpp;
    std::string group;
    bool was_refused = false;      ///< start was pressed without a nickname
    bool goes_to_nickname = false; ///< the keyboard goes there in the next frame
};

/// How many frames a page goes on moving to what was asked for: what has just unfolded takes a few to find its size.
inline constexpr int kFramesToShow = 4;

struct DebriefDraft {
    model::SelfDebrief answers;
    bool has_changed = false;
    int open_decision = -1; ///< index of the decision whose reasons are unfolded
    int open_point = -1;
    int decision_to_show = -1; ///< a mark of the timeline was pressed: the page moves to this row of the list
    int frames_to_show = 0;    ///< for so many frames yet
    int part_to_show = -1;     ///< chosen from the contents: the page moves to this part
    int frames_to_part = 0;    ///< for so many frames yet
    // What the analysis has found comes in above what is being read, which must not move away.
    std::map<int, float> part_tops; ///< where each part began when it was drawn last, in pixels from the page's top
    int part_to_keep = -1;          ///< keeps its place in the window
    int frames_to_keep = 0;         ///< for so many frames yet
    int drawn_news = -1;            ///< what there was of the analysis when it was drawn last
    std::array<bool, model::kGaugeWords.size()> hidden_gauges{}; ///< lines of the timeline that are switched off

    LegendKept legend;

    /// Unfolds a decision and moves the page to it; nothing for -1.
    void show_decision(int decision) {
        if (decision < 0) return;
        open_decision = decision_to_show = decision;
        frames_to_show = kFramesToShow;
    }
};

struct HandbookDraft {
    std::string query; ///< what stands in the search field
    view::FeeForm fees;
    bool shows_list = true;      ///< where list and entry do not fit side by side: which of them is on the screen
    std::string revealed;        ///< id of the entry that is read although it tells how a case went
    bool goes_to_search = false; ///< the search field takes the keyboard in the next frame
    int frames_to_top = 0;       ///< another entry was opened: for so many frames yet the page keeps to its top
    int frames_to_list_top = 0;  ///< other words are looked for: the list begins at its best hit
    int frames_to_row = 0;       ///< and for so many frames yet its row comes into sight in the list
};

struct HelpDraft {
    HelpPage page = HelpPage::none; ///< what is over the screen
    std::size_t step = 0;           ///< of the introduction
};

} // namespace tsunagi::ui
