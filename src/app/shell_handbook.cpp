// What the shell does for the reference.

#include <algorithm>
#include <iterator>

#include "app/shell.h"

namespace tsunagi::app {

void Shell::prepare_handbook() {
    if (!handbook_index_) handbook_index_.emplace(handbook_);
    find_played_cases();
}

void Shell::find_played_cases() {
    rebuild_attempts();
    played_cases_.clear();
    const std::vector<model::Learner> learners = view::learners_of(attempts_);
    // Who has not said a name yet is taken to be the one who played last.
    model::Learner learner = options_.settings.learner;
    if (learner.nickname.empty() && !learners.empty()) learner = learners.front();
    // A run of an older text of the case might not know its scenes.
    std::vector<view::AttemptInfo> unchanged;
    std::copy_if(attempts_.begin(), attempts_.end(), std::back_inserter(unchanged),
                 [](const view::AttemptInfo &attempt) { return !attempt.is_changed; });
    const std::vector<const view::AttemptInfo *> runs = view::latest_runs_of(unchanged, learner);
    for (const content::ScenarioFile &file : files_) {
        if (!file.is_playable()) continue;
        view::PlayedCase played;
        played.scenario = &*file.scenario;
        for (const view::AttemptInfo *run : runs) {
            if (run->scenario != file.scenario->id) continue;
            const base::Result<model::Session> session = store_->load(run->id);
            if (!session) continue;
            played.session = run->id;
            for (const model::Decision &decision : session->decisions) played.scenes.push_back(decision.scene);
        }
        played_cases_.push_back(std::move(played));
    }
}

void Shell::rebuild_handbook() {
    handbook_view_ = view::handbook_view(handbook_place_, handbook_draft_.query, handbook_, *handbook_index_,
                                         played_cases_, handbook_draft_.fees, texts_);
}

void Shell::handle(const ui::OpenHandbook &wish) {
    if (!wish.entry.is_empty()) {
        if (handbook_.find(wish.entry) == nullptr) {
            tell({"use-entry-unknown", wish.entry.value});
            return;
        }
        view::go_to(handbook_place_, wish.entry, handbook_);
        handbook_draft_.shows_list = false;
        handbook_draft_.frames_to_top = handbook_draft_.frames_to_row = ui::kFramesToShow;
        if (screen_ != Screen::handbook) handbook_draft_.query.clear(); // what was looked for then is another matter
    }
    if (handbook_place_.entry.is_empty())
        view::open_chapter(handbook_place_, handbook_place_.chapter, handbook_, texts_);
    if (screen_ == Screen::handbook)
        rebuild();
    else
        show(Screen::handbook);
}

void Shell::handle(const ui::ChooseChapter &wish) {
    view::open_chapter(handbook_place_, wish.chapter, handbook_, texts_);
    handbook_draft_.query.clear();
    handbook_draft_.frames_to_top = handbook_draft_.frames_to_row = ui::kFramesToShow;
    rebuild();
}

void Shell::handle(const ui::SearchHandbook &) { rebuild(); }

void Shell::handle(const ui::StepBackInHandbook &) {
    view::step_back(handbook_place_, handbook_);
    handbook_draft_.frames_to_top = handbook_draft_.frames_to_row = ui::kFramesToShow;
    rebuild();
}

void Shell::handle(const ui::CheckFees &) { rebuild(); }

} // namespace tsunagi::app
