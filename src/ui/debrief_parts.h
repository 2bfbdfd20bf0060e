#pragma once

#include "ui/drafts.h"
#include "ui/widgets.h"
#include "view/debrief_view.h"

namespace tsunagi::ui {

// The parts of the debrief screen. Each takes the width that is left.

enum class DebriefPart { placement, profile, tables, timeline, decisions, self, courses, attempts, map };

/// The names of the parts that are there, each leading to its part: the page is long.
void draw_contents(const std::vector<DebriefPart> &parts, DebriefDraft &draft, const Ui &ui);
/// Call before the first part. `news` changes when the analysis has something else to show: the part that is being read
/// then keeps its place in the window, whatever comes in above it.
void keep_place(int news, DebriefDraft &draft);
/// Call where a part begins. Moves the page and the keyboard here when the part was chosen from the contents.
void begin_part(DebriefPart part, DebriefDraft &draft);

/// The score on a scale from nothing to the best of the case, after sentences that say the same.
void draw_placement(const view::DebriefView &view, const Ui &ui);
/// The months across, the gauges as lines, the decisions as marks that lead into the list of decisions.
void draw_timeline(const view::DebriefView &view, DebriefDraft &draft, const Ui &ui);
/// The six practice points as bars on a common scale; a row unfolds to where its figure comes from.
void draw_profile(const view::DebriefView &view, DebriefDraft &draft, const Ui &ui);
/// The role tables: functions by the two columns, each cell tinted by its share.
void draw_role_tables(const view::DebriefView &view, const Ui &ui);
/// The decisions in order; a row unfolds to everything about it.
void draw_decisions(const view::DebriefView &view, DebriefDraft &draft, const Ui &ui, const model::SessionId &session);
/// The three questions to oneself.
void draw_self_debrief(DebriefDraft &draft, const Ui &ui);

/// Earned, missed and not reached as a bar of up to `size` at `at`, on a scale to `scale`. Takes no room.
void three_bar(const view::ThreeFigures &figures, int scale, ImVec2 at, ImVec2 size, const Ui &ui);
/// What the three parts of such a bar mean.
void draw_bar_legend(bool has_not_reached, const Ui &ui);

} // namespace tsunagi::ui
