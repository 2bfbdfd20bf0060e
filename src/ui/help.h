#pragma once

#include "ui/drafts.h"
#include "ui/widgets.h"
#include "view/help_view.h"

namespace tsunagi::ui {

/// The list of keys or the introduction over the screen, whichever is asked for; opens the list when its key is
/// pressed.
void draw_help(const view::HelpView &view, HelpDraft &draft, int text_percent, const Ui &ui);

} // namespace tsunagi::ui
