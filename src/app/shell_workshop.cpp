// What the shell does for workshops: the list, the form, the desk, revealing.

#include "app/shell.h"

#include <algorithm>

#include "ui/screen_workshop.h"

namespace tsunagi::app {

using i18n::Text;

namespace {

constexpr std::size_t kDateLength = 10; // "2026-11-23" of "2026-11-23 09:30"
constexpr int kTries = 3;               // how often what another window has saved is gone along with

std::vector<const model::Scenario *> playable(const std::vector<content::ScenarioFile> &files) {
    std::vector<const model::Scenario *> cases;
    for (const content::ScenarioFile &file : files)
        if (file.is_playable()) cases.push_back(&*file.scenario);
    return cases;
}

} // namespace

// ---- pages ----------------------------------------------------------------------------------------------------------

void Shell::show_workshop_page(WorkshopPage page) {
    workshop_.page = page;
    show(Screen::workshop);
}

void Shell::rebuild_workshop() {
    switch (workshop_.page) {
    case WorkshopPage::list: {
        std::vector<view::WorkshopInfo> infos;
        if (store_) {
            const auto list = store_->list_workshops();
            if (!list) tell(list.error());
            const std::set<model::SessionId> ended = ended_sessions();
            for (const store::WorkshopSummary &summary : list ? *list : std::vector<store::WorkshopSummary>{}) {
                const auto workshop = store_->load_workshop(summary.id);
                if (!workshop) {
                    tell(workshop.error());
                    continue;
                }
                const model::Scenario *scenario = find_case(workshop->scenario);
                view::WorkshopInfo info{workshop->id, workshop->title, workshop->date,
                                        scenario == nullptr ? workshop->scenario.value : scenario->title,
                                        static_cast<int>(workshop->groups.size())};
                for (const view::GroupRun &run : runs_of(*workshop, ended)) {
                    ++info.begun;
                    if (run.is_over) ++info.finished;
                }
                info.shows_results = workshop->shows_results();
                info.is_group_copy = workshop->is_group_copy();
                infos.push_back(std::move(info));
            }
        }
        workshop_.list_view = view::workshop_list_view(infos, texts_);
        break;
    }
    case WorkshopPage::form: rebuild_workshop_form(); break;
    case WorkshopPage::desk: rebuild_workshop_desk(); break;
    case WorkshopPage::curtain: {
        rebuild_workshop_desk();
        const auto &rows = workshop_.desk_view.rows;
        const auto row = std::find_if(rows.begin(), rows.end(),
                                      [&](const view::GroupRow &each) { return each.id == workshop_.turn; });
        const model::WorkshopGroup *group = workshop_.workshop->find_group(workshop_.turn);
        if (row != rows.end() && group != nullptr)
            workshop_.curtain_view = view::curtain_view(*workshop_.workshop, *group, *row, texts_);
        break;
    }
    case WorkshopPage::end:
        if (run_ && workshop_.played)
            if (const model::WorkshopGroup *group = workshop_.played->find_group(run_->session.seat->group))
                workshop_.end_view = view::workshop_end_view(*workshop_.played, *group, run_->progress, texts_);
        break;
    case WorkshopPage::team_list:
        workshop_.team_list_view = view::team_list_view(*workshop_.workshop, *workshop_.scenario, texts_);
        break;
    case WorkshopPage::team_scene: rebuild_team_scene(); break;
    case WorkshopPage::files: list_files(workshop_.folder.folder); break;
    case WorkshopPage::importing: break; // made when the import has come to its end
    }
}

void Shell::draw_workshop(const ui::Ui &ui) {
    switch (workshop_.page) {
    case WorkshopPage::list: ui::draw_workshop_list(workshop_.list_view, workshop_draft_, ui); break;
    case WorkshopPage::form: ui::draw_workshop_form(workshop_.form_view, workshop_draft_, ui); break;
    case WorkshopPage::desk: ui::draw_workshop_desk(workshop_.desk_view, workshop_draft_, ui); break;
    case WorkshopPage::curtain: ui::draw_curtain(workshop_.curtain_view, ui); break;
    case WorkshopPage::end: ui::draw_workshop_end(workshop_.end_view, ui); break;
    case WorkshopPage::team_list: ui::draw_team_list(workshop_.team_list_view, ui); break;
    case WorkshopPage::team_scene: ui::draw_team_scene(workshop_.team_scene_view, workshop_draft_.team, ui); break;
    case WorkshopPage::files: ui::draw_file_chooser(workshop_.files_view, workshop_draft_, ui); break;
    case WorkshopPage::importing:
        ui::draw_import(workshop_.import_view, {imports_.is_under_way(), imports_.done(), imports_.all()}, ui);
        break;
    }
}

void Shell::handle(const ui::OpenWorkshops &) {
    // Whoever comes here from a group's scene is the next one to be seen: nothing of it stays open.
    if (run_ && run_->session.seat) leave_run();
    workshop_draft_.to_delete.reset();
    show_workshop_page(WorkshopPage::list);
}

void Shell::handle(const ui::LeaveWorkshopPage &) {
    if (workshop_.workshop && !workshop_.form_state.is_new && open_workshop(workshop_.workshop->id)) {
        show_workshop_page(WorkshopPage::desk);
        return;
    }
    workshop_.workshop.reset();
    show_workshop_page(WorkshopPage::list);
}

// ---- the workshop on the desk ---------------------------------------------------------------------------------------

std::string Shell::case_text_of(const model::Workshop &workshop) {
    const content::ScenarioFile *file = find_file(workshop.scenario);
    if (file != nullptr && file->scenario->hash == workshop.scenario_hash) return file->canonical_json;
    if (!store_) return {};
    auto kept = store_->scenario_json(workshop.scenario_hash);
    return kept ? std::move(kept).value() : std::string();
}

std::shared_ptr<const model::Scenario> Shell::case_of(const model::Workshop &workshop) {
    model::Session like;
    like.scenario = workshop.scenario;
    like.scenario_hash = workshop.scenario_hash;
    auto scenario = scenario_of(like);
    return scenario ? std::move(scenario).value() : nullptr;
}

std::set<model::SessionId> Shell::ended_sessions() {
    std::set<model::SessionId> ended;
    if (!store_) return ended;
    const auto list = store_->list();
    if (!list) {
        tell(list.error());
        return ended;
    }
    for (const store::SessionSummary &summary : *list)
        if (!summary.ending.empty()) ended.insert(summary.session.id);
    return ended;
}

std::vector<view::GroupRun> Shell::runs_of(const model::Workshop &workshop) {
    return runs_of(workshop, ended_sessions());
}

std::vector<view::GroupRun> Shell::runs_of(const model::Workshop &workshop, const std::set<model::SessionId> &ended) {
    if (!store_) return {};
    const auto sessions = store_->sessions_of(workshop.id);
    if (!sessions) {
        tell(sessions.error());
        return {};
    }
    return group_runs(workshop, *sessions, ended);
}

bool Shell::open_workshop(const model::WorkshopId &id) {
    if (!store_) return false;
    auto workshop = store_->load_workshop(id);
    if (!workshop) {
        tell(workshop.error());
        return false;
    }
    workshop_.scenario = case_of(*workshop);
    workshop_.runs = runs_of(*workshop);
    workshop_.workshop = std::move(workshop).value();
    workshop_.form_state = {false, !workshop_.runs.empty(), false};
    return true;
}

bool Shell::change_workshop(const std::function<void(model::Workshop &)> &change) {
    if (!store_ || !workshop_.workshop) return false;
    for (int i = 0; i < kTries; ++i) {
        model::Workshop changed = *workshop_.workshop;
        change(changed);
        // A group's copy keeps the time of the file that it came from: a later file is told by it.
        if (!changed.is_group_copy()) changed.updated_at = world_.now();
        const auto revision = store_->save_workshop(changed, case_text_of(changed));
        if (revision) {
            changed.revision = *revision;
            workshop_.workshop = std::move(changed);
            return true;
        }
        const bool is_conflict = revision.error().code == "store-conflict";
        if (!is_conflict || i + 1 == kTries) {
            tell(revision.error());
            return false;
        }
        if (!open_workshop(workshop_.workshop->id)) return false; // it was deleted
    }
    return false;
}

void Shell::rebuild_workshop_desk() {
    if (!workshop_.workshop) return;
    workshop_.runs = runs_of(*workshop_.workshop);
    workshop_.desk_view =
        view::workshop_desk_view(*workshop_.workshop, workshop_.runs, workshop_.scenario.get(), texts_);
}

void Shell::handle(const ui::OpenWorkshop &wish) {
    if (!open_workshop(wish.workshop)) {
        rebuild();
        return;
    }
    workshop_draft_.asks_reveal = false;
    show_workshop_page(WorkshopPage::desk);
}

void Shell::handle(const ui::DeleteWorkshop &wish) {
    if (!store_) return;
    const base::Status status = store_->delete_workshop(wish.workshop);
    if (!status)
        tell(status.error());
    else if (workshop_.workshop && workshop_.workshop->id == wish.workshop)
        workshop_.workshop.reset();
    rebuild();
}

void Shell::handle(const ui::RevealResults &) {
    if (!workshop_.workshop || workshop_.workshop->is_group_copy()) return;
    if (change_workshop([](model::Workshop &workshop) { workshop.is_revealed = true; })) rebuild();
}

void Shell::handle(const ui::ChooseSeat &wish) {
    if (!workshop_.workshop || !workshop_.workshop->is_group_copy()) return;
    if (change_workshop([&](model::Workshop &workshop) { workshop.seat = wish.group; })) rebuild();
}

// ---- the form -------------------------------------------------------------------------------------------------------

void Shell::rebuild_workshop_form() {
    const view::WorkshopForm &form = workshop_draft_.form;
    const bool is_kept = workshop_.workshop && workshop_.workshop->scenario == form.scenario && workshop_.scenario;
    const model::Scenario *scenario = is_kept ? workshop_.scenario.get() : find_case(form.scenario);
    workshop_.form_view =
        view::workshop_form_view(form, playable(files_), scenario, workshop_.form_state, handbook_, texts_);
}

void Shell::handle(const ui::BeginWorkshop &) {
    workshop_.workshop.reset();
    workshop_.scenario.reset();
    workshop_.form_state = {};
    workshop_draft_.form = view::new_workshop_form(world_.local_time(world_.now()).substr(0, kDateLength), texts_);
    workshop_draft_.goes_to_fault = false;
    show_workshop_page(WorkshopPage::form);
}

void Shell::handle(const ui::EditWorkshop &) {
    if (!workshop_.workshop || !open_workshop(workshop_.workshop->id)) return;
    workshop_draft_.form = view::form_of(*workshop_.workshop);
    workshop_draft_.goes_to_fault = false;
    show_workshop_page(WorkshopPage::form);
}

void Shell::handle(const ui::ReviseWorkshop &) {
    if (screen_ == Screen::workshop && workshop_.page == WorkshopPage::form) rebuild();
}

void Shell::handle(const ui::SaveWorkshop &) {
    if (!store_ || workshop_.page != WorkshopPage::form) return;
    workshop_.form_state.is_checked = true;
    rebuild();
    if (!workshop_.form_view.faults.empty()) {
        workshop_draft_.goes_to_fault = true;
        has_changed_by_itself_ = true;
        return;
    }
    const view::WorkshopForm form = workshop_draft_.form;
    const bool is_kept = workshop_.workshop && workshop_.workshop->scenario == form.scenario && workshop_.scenario;
    const std::shared_ptr<const model::Scenario> kept = workshop_.scenario;
    const model::Scenario *scenario = is_kept ? kept.get() : find_case(form.scenario);
    if (workshop_.form_state.is_new) {
        model::Workshop workshop;
        workshop.id = model::WorkshopId(world_.new_session_id().value);
        workshop.created_at = world_.now();
        workshop_.workshop = std::move(workshop);
    } else {
        // A group may have begun in another window since the form came up.
        const bool was_locked = workshop_.form_state.is_locked;
        if (!open_workshop(workshop_.workshop->id)) return;
        if (workshop_.form_state.is_locked && !was_locked) {
            message_ = texts_(Text::workshop_changed_elsewhere);
            workshop_draft_.form = view::form_of(*workshop_.workshop);
            rebuild();
            return;
        }
    }
    const bool is_locked = workshop_.form_state.is_locked;
    if (!change_workshop([&](model::Workshop &each) { view::apply_form(form, scenario, is_locked, each); })) {
        if (workshop_.form_state.is_new) workshop_.workshop.reset();
        rebuild();
        return;
    }
    if (open_workshop(workshop_.workshop->id)) show_workshop_page(WorkshopPage::desk);
}

} // namespace tsunagi::app
