// What the shell does while groups play in a workshop: turns, scenes that nobody is asked at, the clock, what is kept
// back, and the team's decision.

#include "app/shell.h"

#include <algorithm>

#include "base/utf8.h"
#include "engine/given.h"

namespace tsunagi::app {

using i18n::Text;

// ---- what is kept back ----------------------------------------------------------------------------------------------

namespace {

bool keeps_results_back(const base::Result<model::Workshop> &workshop) {
    if (workshop) return !workshop->shows_results();
    // Of a workshop that was deleted, or that never was here, nobody is left who could reveal anything.
    return workshop.error().code != "store-missing";
}

} // namespace

bool Shell::is_hidden(const model::Session &session) const {
    return session.seat && store_ && keeps_results_back(store_->load_workshop(session.seat->workshop));
}

// ---- turns ----------------------------------------------------------------------------------------------------------

void Shell::leave_run() {
    take_given_scenes();
    save_all();
    run_.reset();
    workshop_.played.reset();
    workshop_.play_view.reset();
    outcome_view_.reset();
}

void Shell::handle(const ui::PrepareTurn &wish) {
    if (!workshop_.workshop || !open_workshop(workshop_.workshop->id)) return;
    const auto &seat = workshop_.workshop->seat;
    if (workshop_.workshop->find_group(wish.group) == nullptr || (seat && *seat != wish.group)) return;
    if (run_ && run_->session.seat) leave_run();
    workshop_.turn = wish.group;
    show_workshop_page(WorkshopPage::curtain);
}

void Shell::handle(const ui::StartTurn &) {
    if (!store_ || !workshop_.workshop || workshop_.page != WorkshopPage::curtain) return;
    const model::WorkshopGroup *group = workshop_.workshop->find_group(workshop_.turn);
    if (group == nullptr) return;
    const std::vector<view::GroupRun> runs = runs_of(*workshop_.workshop);
    const auto found =
        std::find_if(runs.begin(), runs.end(), [&](const view::GroupRun &run) { return run.group == group->id; });
    if (found != runs.end()) {
        auto run = load_run(found->session);
        if (run)
            begin_run(std::move(run).value());
        else
            tell(run.error());
        return;
    }
    const std::string json = case_text_of(*workshop_.workshop);
    if (!workshop_.scenario || json.empty()) {
        message_ = texts_(Text::workshop_no_case);
        return;
    }
    model::Session session;
    session.learner = {group->name, group->profession, workshop_.workshop->title};
    session.kind = model::SessionKind::first;
    session.seat = model::WorkshopSeat{workshop_.workshop->id, group->id};
    create_and_begin(std::move(session), *workshop_.scenario, json);
}

void Shell::handle(const ui::HandOver &) {
    if (!run_ || !run_->session.seat) return;
    const model::WorkshopSeat seat = *run_->session.seat;
    leave_run();
    if (!open_workshop(seat.workshop)) {
        show_workshop_page(WorkshopPage::list);
        return;
    }
    const model::WorkshopGroup *next = workshop_.workshop->is_group_copy()
                                           ? nullptr
                                           : view::next_group(*workshop_.workshop, workshop_.runs, seat.group);
    if (next == nullptr || next->id == seat.group) {
        show_workshop_page(WorkshopPage::desk);
        return;
    }
    workshop_.turn = next->id;
    show_workshop_page(WorkshopPage::curtain);
}

// ---- playing --------------------------------------------------------------------------------------------------------

void Shell::enter_played_workshop() {
    workshop_.played.reset();
    workshop_.play_view.reset();
    workshop_.clock_shown = -1;
    workshop_.hides_results = false;
    if (!run_ || !run_->session.seat || !store_) return;
    auto workshop = store_->load_workshop(run_->session.seat->workshop);
    workshop_.hides_results = keeps_results_back(workshop);
    if (workshop)
        workshop_.played = std::move(workshop).value();
    else if (workshop.error().code != "store-missing")
        tell(workshop.error());
    take_given_scenes();
}

void Shell::take_given_scenes() {
    if (!run_ || !workshop_.played || !store_ || run_->progress.is_over()) return;
    const engine::Asks asks = [this](const model::SceneId &scene) { return workshop_.played->asks(scene); };
    while (auto given = engine::given_decision(run_->progress, asks)) {
        engine::Progress next = run_->progress;
        if (!engine::commit(next, *given)) return;
        const std::optional<model::EndingId> ending = next.is_over() ? std::optional(next.ending->id) : std::nullopt;
        const int index = static_cast<int>(run_->session.decisions.size());
        if (const base::Status status = store_->append_decision(run_->session.id, index, *given, ending, world_.now());
            !status) {
            // What another window has done in the same session is seen when it is opened again.
            tell(status.error());
            return;
        }
        run_->session.decisions.push_back(std::move(*given));
        run_->progress = std::move(next);
        run_->draft = fresh_draft(run_->progress);
        is_draft_unsaved_ = false;
    }
}

void Shell::rebuild_workshop_play() {
    workshop_.play_view.reset();
    workshop_.clock_shown = -1;
    // First of all, whatever else is not to be had of the workshop.
    if (outcome_view_ && workshop_.hides_results) outcome_view_ = view::without_results(std::move(*outcome_view_));
    if (!run_ || !run_->session.seat || !workshop_.played) return;
    const model::WorkshopGroup *group = workshop_.played->find_group(run_->session.seat->group);
    if (group == nullptr) return;
    workshop_.play_view = view::workshop_play_view(*workshop_.played, *group, run_->progress, texts_);
    update_clock();
}

bool Shell::has_clock() const {
    return screen_ == Screen::play && run_ && workshop_.played && workshop_.play_view && !run_->shows_outcome &&
           workshop_.played->settings.scene_seconds > 0 && run_->progress.scene != nullptr &&
           !std::holds_alternative<model::ReadOn>(run_->progress.scene->interaction);
}

int Shell::seconds_left() const {
    const std::int64_t left = run_->shown_at + workshop_.played->settings.scene_seconds - world_.now();
    return static_cast<int>(std::clamp<std::int64_t>(left, 0, workshop_.played->settings.scene_seconds));
}

void Shell::update_clock() {
    if (!has_clock()) {
        if (workshop_.play_view) workshop_.play_view->clock.clear();
        return;
    }
    const int left = seconds_left();
    if (left == workshop_.clock_shown) return;
    workshop_.clock_shown = left;
    workshop_.play_view->clock = view::clock_text(left, options_.settings.reduced_motion, texts_);
    workshop_.play_view->is_time_over = left == 0;
}

std::optional<int> Shell::seconds_to_next_frame() const {
    if (screen_ == Screen::presenter && review_.timer.is_running()) return 1;
    if (!has_clock()) return std::nullopt;
    return view::seconds_to_next_clock(seconds_left(), options_.settings.reduced_motion);
}

void Shell::show_workshop_end() {
    workshop_.turn = run_->session.seat->group;
    if (workshop_.played && workshop_.played->find_group(workshop_.turn) != nullptr) {
        show_workshop_page(WorkshopPage::end);
        return;
    }
    // The workshop cannot be read, or the group is in it no more: what it brought is kept back all the same.
    leave_run();
    show_workshop_page(WorkshopPage::list);
    if (message_.empty()) message_ = texts_(Text::workshop_refused_hidden);
}

// ---- the team's decision --------------------------------------------------------------------------------------------

void Shell::rebuild_team_scene() {
    const auto progress = view::progress_at(*workshop_.scenario, workshop_.team_scene);
    if (!progress) return;
    view::TeamSceneView &view = workshop_.team_scene_view;
    view.workshop = workshop_.workshop->title;
    view.scene = view::scene_view(*progress, handbook_, texts_);
    view.other.reset();
    if (workshop_.team_other) view.other = view::team_decision_text(*workshop_.scenario, *workshop_.team_other, texts_);
    if (workshop_.team_own) view.own = view::team_decision_text(*workshop_.scenario, *workshop_.team_own, texts_);
}

void Shell::handle(const ui::OpenTeamDecisions &) {
    if (!workshop_.workshop || !open_workshop(workshop_.workshop->id) || !workshop_.scenario) return;
    show_workshop_page(WorkshopPage::team_list);
}

void Shell::handle(const ui::DecideAsTeam &wish) {
    if (!workshop_.workshop || !workshop_.scenario) return;
    const auto progress = view::progress_at(*workshop_.scenario, wish.scene);
    if (!progress) return;
    workshop_.team_scene = wish.scene;
    workshop_.team_own.reset();
    workshop_.team_other.reset();
    const model::Decision *base = model::find_decision(workshop_.workshop->team, wish.scene);
    workshop_.team_base = base == nullptr ? std::nullopt : std::optional(*base);
    workshop_draft_.team = fresh_draft(*progress);
    if (base != nullptr) restore_draft({base->scene, base->answer, base->rationale}, *progress, workshop_draft_.team);
    show_workshop_page(WorkshopPage::team_scene);
}

void Shell::save_team_decision(const model::Decision &decision, bool is_settled) {
    if (!open_workshop(workshop_.workshop->id) || !workshop_.scenario) return;
    const auto kept = [this](const model::Workshop &workshop) {
        return model::find_decision(workshop.team, workshop_.team_scene);
    };
    const auto is_as_before = [&](const model::Workshop &workshop) {
        const model::Decision *base = workshop_.team_base ? &*workshop_.team_base : nullptr;
        return view::is_same_decision(*workshop_.scenario, kept(workshop), base) ||
               view::is_same_decision(*workshop_.scenario, kept(workshop), &decision);
    };
    // Between reading and saving another window can be quicker still: then it is looked at once more.
    bool is_refused = false;
    const bool is_saved = change_workshop([&](model::Workshop &workshop) {
        is_refused = !is_settled && !is_as_before(workshop);
        if (!is_refused) view::set_team_decision(workshop, decision);
    });
    if (!is_saved) {
        rebuild();
        return;
    }
    if (is_refused) {
        workshop_.team_own = decision;
        const model::Decision *other = kept(*workshop_.workshop);
        workshop_.team_other = other == nullptr ? std::nullopt : std::optional(*other);
        rebuild();
        return;
    }
    workshop_.team_own.reset();
    workshop_.team_other.reset();
    show_workshop_page(WorkshopPage::team_list);
}

void Shell::handle(const ui::SaveTeamDecision &wish) {
    if (!workshop_.workshop || workshop_.page != WorkshopPage::team_scene || workshop_.team_other) return;
    model::Decision decision;
    decision.scene = workshop_.team_scene;
    decision.answer = wish.answer;
    decision.rationale = base::trim(wish.rationale);
    save_team_decision(decision, false);
}

void Shell::handle(const ui::SettleTeamDecision &wish) {
    if (!workshop_.team_own || !workshop_.team_other) return;
    if (wish.keeps_own) {
        const model::Decision own = *workshop_.team_own;
        save_team_decision(own, true);
        return;
    }
    if (!open_workshop(workshop_.workshop->id)) return;
    workshop_.team_own.reset();
    workshop_.team_other.reset();
    show_workshop_page(WorkshopPage::team_list);
}

} // namespace tsunagi::app
