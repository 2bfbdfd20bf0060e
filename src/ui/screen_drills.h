#pragma once

#include "ui/drill_draft.h"
#include "ui/widgets.h"
#include "view/drill_view.h"

namespace tsunagi::ui {

/// The exercises beside the cases: the list of them, or the one being done.
void draw_drills(const view::DrillsView &view, DrillDraft &draft, const Ui &ui);

} // namespace tsunagi::ui
