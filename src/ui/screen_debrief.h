#pragma once

#include "ui/debrief_more.h"
#include "ui/drafts.h"
#include "ui/widgets.h"
#include "view/debrief_view.h"

namespace tsunagi::ui {

/// `session` is the run looked back on: what an exploration branches off.
void draw_debrief(const view::DebriefView &view, const DebriefMore &more, DebriefDraft &draft, const Ui &ui,
                  const model::SessionId &session);

} // namespace tsunagi::ui
