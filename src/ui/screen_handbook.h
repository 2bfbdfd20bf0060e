#pragma once

#include "ui/drafts.h"
#include "ui/widgets.h"
#include "view/handbook_view.h"

namespace tsunagi::ui {

/// The reference: chapters, search and the list of entries on the left, the entry that is read on the right.
void draw_handbook(const view::HandbookView &view, HandbookDraft &draft, const Ui &ui);

} // namespace tsunagi::ui
