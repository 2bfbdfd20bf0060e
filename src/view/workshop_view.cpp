#include "view/workshop_view.h"

#include <algorithm>

#include "view/words.h"
#include "view/workshop_form.h"

namespace tsunagi::view {

using namespace model;
using i18n::Text;
using i18n::Texts;

namespace {

const GroupRun *run_of(const std::vector<GroupRun> &runs, const GroupId &group) {
    const auto found = std::find_if(runs.begin(), runs.end(), [&](const GroupRun &run) { return run.group == group; });
    return found == runs.end() ? nullptr : &*found;
}

GroupRow row_of(const WorkshopGroup &group, const GroupRun *run, int asked, bool shows_results, const Texts &texts) {
    GroupRow row;
    row.id = group.id;
    row.name = group.name;
    row.about =
        texts.format(Text::workshop_group_about, fmt::arg("profession", profession_name(group.profession, texts)),
                     fmt::arg("n", group.members));
    if (run == nullptr) {
        row.progress = texts(Text::workshop_not_begun);
        row.play = texts(Text::workshop_start);
        return row;
    }
    row.session = run->session;
    row.can_save = true;
    if (run->is_over) {
        row.state = GroupRow::State::finished;
        row.progress = texts(Text::workshop_finished);
        row.can_debrief = shows_results;
    } else {
        row.state = GroupRow::State::under_way;
        row.play = texts(Text::workshop_go_on);
        // Another way through the case asks at other scenes than the handbook's course: the number is a guess.
        row.progress = texts.format(Text::workshop_under_way, fmt::arg("n", run->decided),
                                    fmt::arg("of", std::max(asked, run->decided)));
    }
    if (run->has_other_case) row.note = texts(Text::workshop_other_case);
    if (run->more > 0) {
        if (!row.note.empty()) row.note += "\n";
        row.note += texts.format(Text::workshop_more_runs, fmt::arg("n", run->more));
    }
    return row;
}

std::string settings_line(const Workshop &workshop, const Scenario *scenario, const Texts &texts) {
    std::vector<std::string> parts;
    if (scenario != nullptr && !workshop.settings.scenes.empty())
        parts.push_back(texts.format(Text::workshop_part_scenes, fmt::arg("n", asked_count(workshop, *scenario)),
                                     fmt::arg("of", scenes_to_choose_from(*scenario).size())));
    else
        parts.push_back(texts(Text::workshop_all_scenes));
    if (workshop.settings.scene_seconds > 0)
        parts.push_back(
            texts.format(Text::workshop_clock_minutes, fmt::arg("n", workshop.settings.scene_seconds / 60)));
    if (workshop.settings.is_panel) parts.push_back(texts(Text::workshop_is_panel));
    std::string line;
    for (const std::string &part : parts) line += (line.empty() ? "" : texts(Text::workshop_between)) + part;
    return line;
}

void set_state(const Workshop &workshop, WorkshopDeskView &view, const Texts &texts) {
    view.can_reveal = !workshop.shows_results() && !view.is_group_copy;
    if (!workshop.settings.hides_results) {
        view.state = texts(Text::workshop_state_open);
        view.state_about = texts(Text::workshop_state_open_about);
    } else if (workshop.is_revealed) {
        view.state = texts(Text::workshop_state_revealed);
        view.state_about = texts(Text::workshop_state_revealed_about);
    } else {
        view.state = texts(Text::workshop_state_hidden);
        view.state_about = texts(Text::workshop_state_hidden_about);
    }
}

} // namespace

int decided_count(const Session &session) {
    return static_cast<int>(
        std::count_if(session.decisions.begin(), session.decisions.end(), [](const Decision &decision) {
            return !decision.is_given && !std::holds_alternative<ReadAnswer>(decision.answer);
        }));
}

int asked_count(const Workshop &workshop, const Scenario &scenario) {
    const auto scenes = scenes_to_choose_from(scenario);
    return static_cast<int>(
        std::count_if(scenes.begin(), scenes.end(), [&](const Scene *scene) { return workshop.asks(scene->id); }));
}

const WorkshopGroup *next_group(const Workshop &workshop, const std::vector<GroupRun> &runs, const GroupId &last) {
    const auto &groups = workshop.groups;
    const auto from = std::find_if(groups.begin(), groups.end(), [&](const auto &group) { return group.id == last; });
    const auto begin = from == groups.end() ? std::size_t{0} : static_cast<std::size_t>(from - groups.begin()) + 1;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        const WorkshopGroup &group = groups[(begin + i) % groups.size()];
        const GroupRun *run = run_of(runs, group.id);
        if (run == nullptr || !run->is_over) return &group;
    }
    return nullptr;
}

WorkshopListView workshop_list_view(const std::vector<WorkshopInfo> &workshops, const Texts &texts) {
    WorkshopListView view;
    for (const WorkshopInfo &info : workshops) {
        WorkshopRow row;
        row.id = info.id;
        row.title = info.title;
        row.about =
            texts.format(Text::workshop_row_about, fmt::arg("date", info.date), fmt::arg("case", info.case_title));
        row.progress = texts.format(Text::workshop_row_progress, fmt::arg("groups", info.group_count),
                                    fmt::arg("finished", info.finished), fmt::arg("begun", info.begun));
        row.state = texts(info.shows_results ? Text::workshop_state_revealed : Text::workshop_state_hidden);
        if (info.is_group_copy) row.state = texts(Text::workshop_state_copy);
        row.ask = texts.format(Text::workshop_ask_delete, fmt::arg("title", info.title));
        view.rows.push_back(std::move(row));
    }
    return view;
}

WorkshopDeskView workshop_desk_view(const Workshop &workshop, const std::vector<GroupRun> &runs,
                                    const Scenario *scenario, const Texts &texts) {
    WorkshopDeskView view;
    view.title = workshop.title;
    view.about = texts.format(Text::workshop_row_about, fmt::arg("date", workshop.date),
                              fmt::arg("case", scenario == nullptr ? workshop.scenario.value : scenario->title));
    if (scenario != nullptr)
        view.about +=
            texts(Text::workshop_between) +
            texts.format(Text::workshop_expected_short, fmt::arg("n", minutes_of(*scenario, workshop.settings.scenes)));
    view.settings = settings_line(workshop, scenario, texts);
    const auto &seat = workshop.seat;
    view.is_group_copy = workshop.is_group_copy();
    view.has_to_choose_seat = seat && workshop.find_group(*seat) == nullptr;
    set_state(workshop, view, texts);
    view.has_case = scenario != nullptr;
    if (!view.has_case) view.no_case = texts(Text::workshop_no_case);
    const int asked = scenario == nullptr ? 0 : asked_count(workshop, *scenario);
    int unfinished = 0;
    for (const WorkshopGroup &group : workshop.groups) {
        GroupRow row = row_of(group, run_of(runs, group.id), asked, workshop.shows_results(), texts);
        if (row.state != GroupRow::State::finished) ++unfinished;
        if (view.is_group_copy) view.seats.push_back(row);
        if (!view.is_group_copy || (seat && group.id == *seat)) view.rows.push_back(std::move(row));
    }
    view.has_been_played = !view.is_group_copy && workshop.shows_results() && (workshop.is_revealed || unfinished == 0);
    view.ask_reveal = unfinished == 0 ? texts(Text::workshop_ask_reveal)
                                      : texts.format(Text::workshop_ask_reveal_early, fmt::arg("n", unfinished));
    view.team = workshop.team.empty() ? texts(Text::workshop_team_none)
                                      : texts.format(Text::workshop_team_count, fmt::arg("n", workshop.team.size()));
    return view;
}

CurtainView curtain_view(const Workshop &workshop, const WorkshopGroup &group, const GroupRow &row,
                         const Texts &texts) {
    CurtainView view;
    view.workshop = workshop.title;
    view.turn = texts.format(Text::workshop_next_turn, fmt::arg("group", group.name));
    view.about = row.about;
    view.others = texts(workshop.groups.size() > 1 ? Text::workshop_look_away : Text::workshop_look_away_one);
    view.progress = row.progress;
    view.start = row.play;
    return view;
}

WorkshopEndView workshop_end_view(const Workshop &workshop, const WorkshopGroup &group,
                                  const engine::Progress &progress, const Texts &texts) {
    WorkshopEndView view;
    view.turn = texts.format(Text::workshop_turn, fmt::arg("group", group.name), fmt::arg("title", workshop.title));
    if (progress.ending != nullptr) view.title = progress.ending->title;
    view.paragraphs = progress.text;
    view.hidden = texts(Text::workshop_end_hidden);
    return view;
}

} // namespace tsunagi::view
