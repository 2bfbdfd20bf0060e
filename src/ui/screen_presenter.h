#pragma once

#include "ui/review_draft.h"
#include "ui/widgets.h"
#include "view/presenter_view.h"

namespace tsunagi::ui {

struct PresenterStage {
    model::WorkshopId workshop;
    const view::PresenterView *view = nullptr; ///< null: there is nothing to present, or all has been presented
    bool is_empty = false;                     ///< there was nothing to present from the beginning
    view::TimerView timer;
    bool is_timer_running = false;
    bool can_decide = true; ///< as a team, here and now
};

/// One decision at a time over the whole window, in type that can be read from the last row. Goes by keys, by a
/// clicker and by the mouse; what does not fit is gone through first.
void draw_presenter(const PresenterStage &stage, PresenterDraft &draft, const Ui &ui);

/// How much larger than everything else a projected text is, for a body text of `body` pixels: at least twice the
/// usual size, no larger than what leaves 24 characters to a line.
[[nodiscard]] float projected_zoom(ImVec2 window, float body);

} // namespace tsunagi::ui
