// What the shell does for the reference.

#include <algorithm>

#include "app/shell.h"

namespace tsunagi::app {

void Shell::rebuild_handbook() {
    rebuild_attempts();
    std::vector<view::PlayedCase> cases;
    for (const content::ScenarioFile &file : files_) {
        if (!file.is_playable()) continue;
        view::PlayedCase played;
        played.scenario = &*file.scenario;
        // The newest finished run stands for the case; one of an older text might not know the scenes.
        for (const view::AttemptInfo &attempt : attempts_) {
            if (attempt.scenario != file.scenario->id || !attempt.is_over || attempt.is_changed || played.session)
                continue;
            const base::Result<model::Session> session = store_->load(attempt.id);
            if (!session) continue;
            played.session = attempt.id;
            for (const model::Decision &decision : session->decisions) played.scenes.push_back(decision.scene);
        }
        cases.push_back(std::move(played));
    }
    handbook_view_ = view::handbook_view(handbook_place_, handbook_draft_.query, handbook_, handbook_index_, cases,
                                         handbook_draft_.fees, texts_);
}

void Shell::handle(const ui::OpenHandbook &wish) {
    if (!wish.entry.is_empty()) {
        view::go_to(handbook_place_, wish.entry, handbook_);
        handbook_draft_.shows_list = false;
        handbook_draft_.frames_to_top = handbook_draft_.frames_to_row = ui::kFramesToShow;
    }
    if (handbook_place_.entry.is_empty()) view::open_chapter(handbook_place_, handbook_place_.chapter, handbook_, texts_);
    if (screen_ == Screen::handbook)
        rebuild();
    else
        show(Screen::handbook);
}

void Shell::handle(const ui::ChooseChapter &wish) {
    view::open_chapter(handbook_place_, wish.chapter, handbook_, texts_);
    handbook_draft_.query.clear();
    handbook_draft_.frames_to_top = ui::kFramesToShow;
    rebuild();
}

void Shell::handle(const ui::SearchHandbook &) { rebuild(); }

void Shell::handle(const ui::StepBackInHandbook &) {
    view::step_back(handbook_place_, handbook_);
    handbook_draft_.frames_to_top = ui::kFramesToShow;
    rebuild();
}

void Shell::handle(const ui::CheckFees &) { rebuild(); }

} // namespace tsunagi::app
