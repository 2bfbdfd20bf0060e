#pragma once

#include "ui/drafts.h"
#include "ui/widgets.h"
#include "view/play_view.h"

namespace tsunagi::ui {

// The parts of the play screen, one file each.

void draw_choice(const view::ChoiceView &choice, PlayDraft &draft, const Ui &ui);
void draw_grid(const view::GridView &grid, PlayDraft &draft, const Ui &ui);
void draw_order(const view::OrderView &order, PlayDraft &draft, const Ui &ui);

/// The nine steps: a column, or a row of numbers where the window is narrow.
void draw_rail(const std::vector<view::RailStep> &rail, bool is_column, const Ui &ui);
void draw_case_file(const view::CaseFileView &file, const Ui &ui);

} // namespace tsunagi::ui
