#pragma once

#include <string>
#include <vector>

#include "ui/drill_draft.h"
#include "ui/widgets.h"
#include "view/drill_view.h"

namespace tsunagi::ui {

// The exercises, one file each. Each has two parts: what is told, and what the learner does with it. They stand side by
// side, or one below the other where the window is narrow.

/// How a page of an exercise is laid out, and whether it has just come up.
struct DrillPage {
    bool has_two = false; ///< both parts side by side
    bool is_checked = false;
    bool has_come_up = false;
};

/// The line under an exercise: what is still missing, and what the button says.
struct DrillFoot {
    std::string hint;
    bool is_ready = true;
    std::string check;
};

void draw_told(const view::IcmssView &view, const DrillPage &page, DrillDraft &draft, const Ui &ui);
void draw_done(const view::IcmssView &view, const DrillPage &page, DrillDraft &draft, const Ui &ui);
[[nodiscard]] DrillFoot foot_of(const view::IcmssView &view, const DrillDraft &draft, const Ui &ui);

void draw_told(const view::PlainWordsView &view, const DrillPage &page, DrillDraft &draft, const Ui &ui);
void draw_done(const view::PlainWordsView &view, const DrillPage &page, DrillDraft &draft, const Ui &ui);
[[nodiscard]] DrillFoot foot_of(const view::PlainWordsView &view, const DrillDraft &draft, const Ui &ui);

void draw_told(const view::PlacingView &view, const DrillPage &page, DrillDraft &draft, const Ui &ui);
void draw_done(const view::PlacingView &view, const DrillPage &page, DrillDraft &draft, const Ui &ui);
[[nodiscard]] DrillFoot foot_of(const view::PlacingView &view, const DrillDraft &draft, const Ui &ui);

} // namespace tsunagi::ui
