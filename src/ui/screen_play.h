#pragma once

#include "ui/drafts.h"
#include "ui/widgets.h"
#include "view/outcome_view.h"
#include "view/play_view.h"
#include "view/workshop_play_view.h"

namespace tsunagi::ui {

/// What the middle of the play screen shows.
struct PlayStage {
    const view::OutcomeView *outcome = nullptr;       ///< set: the outcome of the last decision instead of the scene
    bool is_over = false;                             ///< what follows the outcome is the ending
    bool can_show_last = false;                       ///< there is a last decision to look back on
    const view::WorkshopPlayView *workshop = nullptr; ///< set while a group plays in a workshop
};

/// The play screen: steps at the left, the scene in the middle, the case file at the right.
void draw_play(const view::PlayView &view, const PlayStage &stage, PlayDraft &draft, const Ui &ui);

/// The answer a draft stands for, and whether it may be committed.
struct DraftAnswer {
    model::Answer answer;
    bool is_ready = false;
    std::string hint; ///< what is still missing, or a count; shown beside the button
};
[[nodiscard]] DraftAnswer answer_of(const view::SceneView &scene, const PlayDraft &draft, const i18n::Texts &texts);

} // namespace tsunagi::ui
