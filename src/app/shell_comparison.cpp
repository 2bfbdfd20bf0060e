// What the shell does for looking back on a workshop: comparing, presenting, the script.

#include "app/shell.h"

#include "app/export_file.h"
#include "ui/screen_comparison.h"
#include "ui/screen_presenter.h"
#include "ui/screen_script.h"

namespace tsunagi::app {

using i18n::Text;

namespace {

constexpr int kTries = 5;             // how often what another window has saved is gone along with
constexpr int kTalkSeconds = 300;     // for a discussion, where the workshop says nothing
constexpr std::int64_t kSliceMs = 20; // of a frame's time for working out what runs gave away

} // namespace

// ---- the workshop looked back on ------------------------------------------------------------------------------------

bool Shell::open_review(const model::WorkshopId &wanted) {
    save_script();
    if (!store_ || (wanted.is_empty() && !workshop_.workshop)) return false;
    const model::WorkshopId id = wanted.is_empty() ? workshop_.workshop->id : wanted;
    auto workshop = store_->load_workshop(id);
    if (!workshop) {
        tell(workshop.error());
        rebuild();
        return false;
    }
    const bool is_same = review_.is_open && review_.material().workshop.id == id;
    // What could not be saved would be lost with the other workshop; why it was not has just been told.
    if (!is_same && review_.is_unsaved) return false;
    std::vector<model::Session> sessions;
    std::shared_ptr<const model::Scenario> scenario = case_of(*workshop);
    if (workshop->shows_results()) { // what is hidden is not even counted
        auto read = store_->sessions_of(id);
        if (!read) tell(read.error());
        if (read) sessions = std::move(read).value();
    }
    if (!is_same) {
        review_ = ReviewDesk{};
        review_draft_ = {};
    }
    review_.is_open = true;
    review_.review = review_of(std::move(workshop).value(), sessions, std::move(scenario));
    stop_regrets();
    review_.regret_state = view::RegretState::not_asked;
    const std::size_t count = review_.material().cohort.decisions.size();
    if (!review_.selected || *review_.selected >= count) {
        const std::vector<std::size_t> order = review_.compared_decisions();
        review_.selected = order.empty() ? std::nullopt : std::optional(order.front());
    }
    // What could not be saved stays in its fields.
    if (!review_.is_unsaved) show_written(written_in(review_.material().workshop));
    return true;
}

void Shell::show_written(WrittenText written) {
    review_draft_.notes.clear();
    for (const model::SceneNote &note : written.notes) review_draft_.notes[note.scene] = note.text;
    review_draft_.minutes = written.minutes;
    review_draft_.is_replaced = true;
    review_.base = std::move(written);
}

void Shell::rebuild_review() {
    if (!review_.is_open) return;
    const view::ReviewMaterial &material = review_.material();
    review_.script = {};
    review_.script_why.clear();
    if (review_.can_show()) {
        review_.script = view::script_view(material.cohort, material.answers, texts_);
        for (const std::size_t index : review_.script_decisions()) {
            const analysis::DecisionComparison &compared = material.cohort.decisions[index];
            const view::ScriptDecision *decision = review_.script_of(compared.scene->id);
            review_.script_why.push_back(
                texts_.format(Text::script_screen_why_chosen, fmt::arg("split", decision->split_label),
                              fmt::arg("difference", view::figure_text(compared.difference_between_professions)),
                              fmt::arg("disagreement", view::figure_text(compared.disagreement))));
        }
    }
    if (screen_ == Screen::comparison) {
        review_.comparison_view = view::comparison_view(material, review_.is_by_difference, review_.regrets,
                                                        review_.regret_state, handbook_, texts_);
        review_.decision_view.reset();
        if (review_.can_show() && review_.selected)
            review_.decision_view = view::compared_decision_view(material, *review_.selected, handbook_, texts_);
    }
    if (screen_ == Screen::presenter) rebuild_presenter();
}

void Shell::rebuild_presenter() {
    const Presentation &presentation = review_.presentation;
    if (!presentation.is_over()) {
        const std::size_t decision = presentation.decision();
        const model::SceneId &scene = review_.material().cohort.decisions[decision].scene->id;
        review_.presenter_view =
            view::presenter_view(review_.material(), decision, presentation.step(), presentation.place(),
                                 presentation.count(), review_.script_of(scene), handbook_, texts_);
    }
    update_presenter_clock(true);
}

void Shell::draw_review(const ui::Ui &ui) {
    const model::WorkshopId &workshop = review_.material().workshop.id;
    const bool is_hidden = !review_.material().workshop.shows_results();
    const bool has_case = review_.material().scenario != nullptr;
    if (screen_ == Screen::comparison) {
        ui::ComparisonStage stage;
        stage.workshop = workshop;
        stage.page = review_.page;
        stage.is_by_difference = review_.is_by_difference;
        stage.decision = review_.decision_view ? &*review_.decision_view : nullptr;
        stage.can_present = review_.decision_view.has_value();
        stage.regrets_done = regrets_done();
        ui::draw_comparison(review_.comparison_view, stage, review_draft_, ui);
    } else if (screen_ == Screen::script) {
        ui::draw_script(review_.script, {workshop, is_hidden, has_case, review_.script_why}, review_draft_, ui);
    } else {
        if (ui::draw_review_refused(is_hidden, has_case, workshop, ui)) return;
        ui::PresenterStage stage;
        stage.workshop = workshop;
        stage.view = review_.presentation.is_over() ? nullptr : &review_.presenter_view;
        stage.is_empty = review_.presentation.is_empty();
        stage.timer = review_.timer_view;
        stage.is_timer_running = review_.timer.is_running();
        stage.can_decide = stage.view != nullptr &&
                           view::progress_at(*review_.material().scenario, review_.presenter_view.scene).has_value();
        ui::draw_presenter(stage, presenter_draft_, ui);
    }
}

// Whoever has been away for the team's decision comes back to where the presentation was.
void Shell::resume_presenting() {
    if (!review_.is_deciding_as_team) return;
    if (screen_ == Screen::workshop && workshop_.page == WorkshopPage::team_scene) return;
    review_.is_deciding_as_team = false;
    if (screen_ != Screen::workshop) return;
    const Presentation kept = review_.presentation;
    if (!open_review(review_.material().workshop.id)) return;
    review_.presentation = kept;
    show(Screen::presenter);
    has_changed_by_itself_ = true;
}

// ---- what runs gave away --------------------------------------------------------------------------------------------

float Shell::regrets_done() const {
    if (analyses_.is_under_way()) return analyses_.part_done() * 0.5F;
    const std::size_t all = review_.review.runs.size();
    return all == 0 ? 1.0F : 0.5F + 0.5F * static_cast<float>(review_.runs_counted) / static_cast<float>(all);
}

void Shell::stop_regrets() {
    if (review_.regret_state != view::RegretState::running) return;
    if (screen_ != Screen::debrief) analyses_.cancel();
    review_.regret_state = view::RegretState::stopped;
}

// A slice of each frame, so that the screen goes on answering while many runs are gone through.
void Shell::go_on_with_regrets() {
    if (review_.regret_state != view::RegretState::running) return;
    if (screen_ != Screen::comparison) {
        stop_regrets();
        return;
    }
    if (analyses_.is_under_way()) return;
    has_changed_by_itself_ = true;
    const model::Scenario &scenario = *review_.material().scenario;
    const analysis::Courses *courses = analyses_.courses_of(scenario.hash);
    if (courses == nullptr) {
        review_.regret_state = analyses_.state_of(scenario) == view::AnalysisState::too_large
                                   ? view::RegretState::too_large
                                   : view::RegretState::stopped;
        rebuild();
        return;
    }
    const std::int64_t begun = world_.now_ms();
    while (review_.runs_counted < review_.review.runs.size() && world_.now_ms() - begun < kSliceMs) {
        const ReviewedRun &run = review_.review.runs[review_.runs_counted++];
        if (const auto lost = lost_by(*courses, run.decisions)) review_.regrets.push_back({run.voice, *lost});
    }
    if (review_.runs_counted < review_.review.runs.size()) return;
    review_.regret_state = view::RegretState::ready;
    rebuild();
}

void Shell::handle(const ui::ComputeRegrets &) {
    if (screen_ != Screen::comparison || !review_.can_show()) return;
    review_.regrets.clear();
    review_.runs_counted = 0;
    review_.regret_state = view::RegretState::running;
    analyses_.ask(review_.material().scenario, world_.now_ms());
    rebuild();
}

void Shell::handle(const ui::StopRegrets &) {
    stop_regrets();
    rebuild();
}

// ---- comparing ------------------------------------------------------------------------------------------------------

void Shell::handle(const ui::OpenComparison &wish) {
    if (open_review(wish.workshop)) show(Screen::comparison);
}

void Shell::handle(const ui::ShowComparisonPage &wish) {
    review_.page = wish.page;
    rebuild();
}

void Shell::handle(const ui::SortComparison &wish) {
    review_.is_by_difference = wish.is_by_difference;
    rebuild();
}

void Shell::handle(const ui::ShowComparedDecision &wish) {
    if (wish.decision >= review_.material().cohort.decisions.size()) return;
    review_.selected = wish.decision;
    rebuild();
}

void Shell::handle(const ui::EnterTeamDecision &wish) {
    const bool is_presenting = screen_ == Screen::presenter;
    if (!open_workshop(wish.workshop)) return;
    handle(ui::DecideAsTeam{wish.scene});
    review_.is_deciding_as_team = is_presenting && screen_ == Screen::workshop;
}

// ---- presenting -----------------------------------------------------------------------------------------------------

void Shell::handle(const ui::StartPresenting &wish) {
    const bool is_from_script = screen_ == Screen::script;
    if (!open_review(wish.workshop)) return;
    rebuild_review(); // the script's decisions
    std::vector<std::size_t> decisions;
    if (review_.can_show())
        decisions =
            wish.order == ui::PresentationOrder::script ? review_.script_decisions() : review_.compared_decisions();
    review_.presentation = Presentation(review_.material(), std::move(decisions));
    review_.came_from_script = is_from_script;
    const int seconds = review_.material().workshop.settings.scene_seconds;
    review_.timer = Timer(seconds > 0 ? seconds : kTalkSeconds);
    presenter_draft_ = {};
    show(Screen::presenter);
}

void Shell::handle(const ui::TurnPresenter &wish) {
    if (screen_ != Screen::presenter) return;
    switch (wish.move) {
    case ui::PresenterMove::next: review_.presentation.next(); break;
    case ui::PresenterMove::back: review_.presentation.back(); break;
    case ui::PresenterMove::first: review_.presentation.first(); break;
    case ui::PresenterMove::leave:
        review_.timer.stop();
        show(review_.came_from_script ? Screen::script : Screen::comparison);
        return;
    }
    rebuild();
}

void Shell::handle(const ui::ToggleTimer &) {
    if (review_.timer.is_running())
        review_.timer.stop();
    else
        review_.timer.start(world_.now_ms());
    update_presenter_clock(true);
}

void Shell::update_presenter_clock(bool is_forced) {
    if (screen_ != Screen::presenter) return;
    const int seconds = review_.timer.seconds_left(world_.now_ms());
    if (!is_forced && seconds == review_.seconds_shown) return;
    review_.seconds_shown = seconds;
    review_.timer_view = view::timer_view(seconds, texts_);
}

// ---- the script -----------------------------------------------------------------------------------------------------

void Shell::handle(const ui::OpenScript &wish) {
    if (open_review(wish.workshop)) show(Screen::script);
}

WrittenText Shell::typed_script() const {
    WrittenText typed = review_.base;
    for (const auto &[scene, text] : review_draft_.notes) set_note(typed, scene, text);
    typed.minutes = review_draft_.minutes;
    return typed;
}

void Shell::save_script() {
    if (!review_.is_open || !store_ || !(review_draft_.has_changed || review_.is_unsaved)) return;
    review_draft_.has_changed = false;
    review_.is_unsaved = true;
    const WrittenText typed = typed_script();
    for (int i = 0; i < kTries; ++i) {
        auto workshop = store_->load_workshop(review_.material().workshop.id);
        if (!workshop) {
            if (workshop.error().code == "store-missing")
                save_script_as_file(typed);
            else
                tell(workshop.error());
            return;
        }
        const MergedText both =
            merged(review_.base, typed, written_in(*workshop), texts_(Text::script_screen_merge_line));
        workshop->notes = both.text.notes;
        workshop->minutes = both.text.minutes;
        workshop->updated_at = world_.now();
        const auto revision = store_->save_workshop(*workshop, {});
        if (!revision && revision.error().code == "store-conflict") continue; // another window was quicker still
        if (!revision) {
            tell(revision.error());
            return;
        }
        review_.is_unsaved = false;
        const bool is_other = !is_same_text(both.text, typed);
        if (is_other)
            show_written(both.text);
        else
            review_.base = both.text;
        if (both.kept_both) message_ = texts_(Text::script_screen_merged);
        has_changed_by_itself_ |= is_other;
        return;
    }
    tell({"store-busy", {}});
}

void Shell::save_script_as_file(const WrittenText &typed) {
    std::string text = review_.material().workshop.title + "\n";
    for (const model::SceneNote &note : typed.notes) {
        const model::Scene *scene =
            review_.material().scenario == nullptr ? nullptr : review_.material().scenario->find_scene(note.scene);
        text += "\n" + (scene == nullptr ? note.scene.value : scene->title) + "\n" + note.text + "\n";
    }
    text += "\n" + typed.minutes + "\n";
    const auto file = write_export(options_.paths.data, file_name_of(review_.material().workshop.title), ".txt", text);
    if (!file) {
        tell(file.error());
        return;
    }
    review_.is_unsaved = false;
    message_ = texts_.format(Text::script_screen_lost_workshop, fmt::arg("file", *file));
}

} // namespace tsunagi::app
