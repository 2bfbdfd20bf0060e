#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/fold.h"
#include "i18n/texts.h"
#include "model/handbook.h"
#include "model/scenario.h"
#include "model/session.h"
#include "model/workshop.h"
#include "view/play_view.h"

namespace tsunagi::view {

// ---- the list ------------------------------------------------------------------------------------------------------

/// A workshop as the shell knows it from the store.
struct WorkshopInfo {
    model::WorkshopId id;
    std::string title;
    std::string date;
    std::string case_title;
    int group_count = 0;
    int begun = 0;    ///< groups
    int finished = 0; ///< groups
    bool shows_results = false;
    bool is_group_copy = false; ///< it came here as the file for a group's computer
};

struct WorkshopRow {
    model::WorkshopId id;
    std::string title;
    std::string about;    ///< date and case
    std::string progress; ///< how many groups, how many have finished
    std::string state;    ///< hidden, revealed, a group's computer
    std::string ask;      ///< whether it is really to be deleted
};

struct WorkshopListView {
    std::vector<WorkshopRow> rows;
};

[[nodiscard]] WorkshopListView workshop_list_view(const std::vector<WorkshopInfo> &workshops, const i18n::Texts &texts);

// ---- one workshop --------------------------------------------------------------------------------------------------

/// What there is of a group's run.
struct GroupRun {
    model::GroupId group;
    model::SessionId session;
    int decided = 0; ///< by the group itself
    bool is_over = false;
    bool has_other_case = false; ///< played with another text of the case than the workshop's
    int more = 0;                ///< further runs of the same group
};

struct GroupRow {
    enum class State { not_begun, under_way, finished };
    model::GroupId id;
    std::string name;
    std::string about; ///< profession and members
    std::string progress;
    std::string note; ///< another text of the case, further runs; empty otherwise
    std::string play; ///< what the button to begin or to go on says; empty where there is nothing more to play
    model::SessionId session;
    State state = State::not_begun;
    bool can_save = false;    ///< there is a session to hand in
    bool can_debrief = false; ///< it is over and results are shown
};

struct WorkshopDeskView {
    std::string title;
    std::string about;    ///< date, case, expected time
    std::string settings; ///< clock, which scenes, panel
    std::string state;    ///< whether results are hidden, in a word
    std::string state_about;
    std::vector<GroupRow> rows;  ///< on a group's computer only that group's, once it is chosen
    std::vector<GroupRow> seats; ///< on a group's computer: which group one can be
    bool is_group_copy = false;
    bool has_to_choose_seat = false;
    bool can_reveal = false;
    bool has_been_played = false; ///< revealed, or nothing is hidden and all have finished: comparing comes next
    bool has_case = true;         ///< the text of the case is here, so that one can play
    std::string no_case;
    std::string ask_reveal; ///< how many groups have not finished
    std::string team;       ///< how many team decisions there are
};

/// `scenario`: the case; null when its text is not here.
[[nodiscard]] WorkshopDeskView workshop_desk_view(const model::Workshop &workshop, const std::vector<GroupRun> &runs,
                                                  const model::Scenario *scenario, const i18n::Texts &texts);

/// At how many scenes of the handbook's course the groups are asked.
[[nodiscard]] int asked_count(const model::Workshop &workshop, const model::Scenario &scenario);
/// How many decisions of a session the group took itself; scenes that were only read do not count.
[[nodiscard]] int decided_count(const model::Session &session);
/// Who goes next when `last` hands over: the next group in the list that has not finished, another one than `last`
/// where there is one; nothing when all have finished.
[[nodiscard]] const model::WorkshopGroup *next_group(const model::Workshop &workshop, const std::vector<GroupRun> &runs,
                                                     const model::GroupId &last);

// ---- between two turns ---------------------------------------------------------------------------------------------

struct CurtainView {
    std::string workshop;
    std::string turn; ///< whose it is
    std::string about;
    std::string others; ///< who should look away
    std::string progress;
    std::string start;
};
[[nodiscard]] CurtainView curtain_view(const model::Workshop &workshop, const model::WorkshopGroup &group,
                                       const GroupRow &row, const i18n::Texts &texts);

/// The end of a run whose results are hidden: how the story ended, and nothing of how it compares.
struct WorkshopEndView {
    std::string turn;
    std::string title;
    std::vector<std::string> paragraphs;
    std::string hidden; ///< when the rest can be seen
};
[[nodiscard]] WorkshopEndView workshop_end_view(const model::Workshop &workshop, const model::WorkshopGroup &group,
                                                const engine::Progress &progress, const i18n::Texts &texts);

} // namespace tsunagi::view
