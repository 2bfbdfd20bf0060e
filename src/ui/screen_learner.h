#pragma once

#include "ui/drafts.h"
#include "ui/widgets.h"
#include "view/learner_view.h"

namespace tsunagi::ui {

void draw_learner(const view::LearnerView &view, LearnerDraft &draft, const Ui &ui);

} // namespace tsunagi::ui
