#pragma once

#include "ui/widgets.h"
#include "view/progress_view.h"

namespace tsunagi::ui {

/// What is strong, weak and untried over all cases. `is_choosing` is whether the list of learners is unfolded.
void draw_progress(const view::ProgressView &view, bool &is_choosing, const Ui &ui);

} // namespace tsunagi::ui
