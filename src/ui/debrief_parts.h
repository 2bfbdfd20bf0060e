#pragma once

#include "ui/drafts.h"
#include "ui/widgets.h"
#include "view/debrief_view.h"

namespace tsunagi::ui {

// The parts of the debrief screen. Each takes the width that is left.

/// The six practice points as bars on a common scale; a row unfolds to where its figure comes from.
void draw_profile(const view::DebriefView &view, DebriefDraft &draft, const Ui &ui);
/// The role tables: functions by the two columns, each cell tinted by its share.
void draw_role_tables(const view::DebriefView &view, const Ui &ui);
/// The decisions in order; a row unfolds to everything about it.
void draw_decisions(const view::DebriefView &view, DebriefDraft &draft, const Ui &ui, const model::SessionId &session);
/// The three questions to oneself.
void draw_self_debrief(DebriefDraft &draft, const Ui &ui);

} // namespace tsunagi::ui
