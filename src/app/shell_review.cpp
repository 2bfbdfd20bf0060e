// What the shell does for looking back: the debrief with what is known of the case, and the progress over all cases.

#include <algorithm>

#include "app/shell.h"
#include "engine/debrief.h"

namespace tsunagi::app {

namespace {

// What is found out within this time comes by itself; a word about it would only flicker.
constexpr std::int64_t kShowProgressAfterMs = 300;

view::Attainable for_view(const analysis::Summary &summary) {
    view::Attainable attainable;
    attainable.overall = summary.overall.max;
    attainable.figures = attainable_of(summary);
    return attainable;
}

} // namespace

std::optional<view::FinishedRun> Shell::finished_run(view::AttemptInfo info) {
    const auto run = load_run(info.id);
    if (!run || !(*run)->progress.is_over()) return std::nullopt;
    const engine::Progress &progress = (*run)->progress;
    const engine::Scorecard card = engine::score(progress);
    view::FinishedRun finished;
    finished.attempt = std::move(info);
    finished.attempt.case_title = progress.scenario->title;
    finished.attempt.ending_title = progress.ending->title;
    finished.ending = progress.ending->kind;
    finished.earned = card.earned;
    finished.available = card.available;
    finished.safety_count = static_cast<int>(card.safety.size());
    if (const analysis::Courses *courses = analyses_.courses_of(progress.scenario->hash))
        finished.attainable = for_view(courses->summary());
    return finished;
}

void Shell::rebuild_debrief() {
    const model::Scenario &scenario = *debriefed_->scenario;
    const view::AnalysisState state = analyses_.state_of(scenario);
    const analysis::Courses *courses = analyses_.courses_of(scenario.hash);
    debrief_view_ = view::debrief_view(debriefed_->progress, debriefed_->session, handbook_, texts_, courses, state);
    debrief_map_ =
        view::ecomap_view(debriefed_->progress, layout_of(scenario), {view::EcoMode::since_start, {}}, texts_);
    debrief_map_.serial = ++ecomap_serial_;
    for (view::OutcomeView &outcome : debrief_view_.decisions) view::mark_terms(outcome, term_finder(), texts_);
    courses_view_ = view::courses_view(debriefed_->progress, courses, state, handbook_, texts_);

    rebuild_attempts();
    std::vector<view::FinishedRun> runs;
    for (const view::AttemptInfo &attempt : attempts_) {
        if (!attempt.is_over || attempt.scenario != scenario.id ||
            !view::is_same_learner(attempt.learner, debriefed_->session.learner))
            continue;
        // Explorations count as none of those picked; only the one looked back on is shown.
        if (attempt.kind == model::SessionKind::exploration && attempt.id != debriefed_->session.id) continue;
        if (auto run = finished_run(attempt)) runs.push_back(std::move(*run));
    }
    attempts_view_ = view::attempts_view(runs, debriefed_->session.id, handbook_, texts_);
}

void Shell::rebuild_progress() {
    rebuild_attempts();
    learners_ = view::learners_of(attempts_);
    const model::Learner &wanted = shown_learner_ ? *shown_learner_ : options_.settings.learner;
    const auto found = std::find_if(learners_.begin(), learners_.end(), [&](const model::Learner &learner) {
        return view::is_same_learner(learner, wanted);
    });
    const auto chosen = found == learners_.end() ? std::size_t{0} : static_cast<std::size_t>(found - learners_.begin());
    std::vector<view::FinishedRun> runs;
    if (chosen < learners_.size())
        for (const view::AttemptInfo *attempt : view::latest_runs_of(attempts_, learners_[chosen]))
            if (auto run = finished_run(*attempt)) runs.push_back(std::move(*run));
    std::vector<const model::Scenario *> cases;
    for (const content::ScenarioFile &file : files_)
        if (file.is_playable()) cases.push_back(&*file.scenario);
    progress_view_ = view::progress_view(learners_, chosen, runs, cases, handbook_, texts_);
}

void Shell::ask_for_analysis() {
    is_analysis_stopped_ = false;
    analyses_.ask(debriefed_->scenario, world_.now_ms());
}

ui::AnalysisProgress Shell::analysis_progress() const {
    ui::AnalysisProgress progress;
    progress.is_shown = analyses_.is_under_way() && world_.now_ms() - analyses_.since_ms() >= kShowProgressAfterMs;
    progress.is_stopped = is_analysis_stopped_;
    progress.done = analyses_.part_done();
    return progress;
}

void Shell::handle(const ui::OpenProgress &) {
    shown_learner_.reset();
    is_choosing_learner_ = false;
    show(Screen::progress);
}

void Shell::handle(const ui::ChooseLearner &wish) {
    if (wish.learner >= learners_.size()) return;
    shown_learner_ = learners_[wish.learner];
    is_choosing_learner_ = false;
    rebuild();
}

void Shell::handle(const ui::StartAnalysis &) {
    if (screen_ != Screen::debrief) return;
    ask_for_analysis();
    rebuild();
}

void Shell::handle(const ui::CancelAnalysis &) {
    if (!analyses_.is_under_way()) return;
    analyses_.cancel();
    is_analysis_stopped_ = true;
    rebuild();
}

void Shell::handle(const ui::AnalysisFinished &) {
    if (!analyses_.has_news()) return;
    if (!analyses_.take_news()) is_analysis_stopped_ = true; // it can be asked for again
    has_changed_by_itself_ = true;
    if (screen_ == Screen::debrief) rebuild();
}

} // namespace tsunagi::app
