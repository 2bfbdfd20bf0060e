#pragma once

#include "ui/sketch_draft.h"
#include "ui/widgets.h"
#include "view/sketch_view.h"

namespace tsunagi::ui {

/// One's own drawings: begin one, go on with one, delete one.
void draw_sketch_list(const view::SketchListView &view, SketchDraft &draft, const Ui &ui);

/// One drawing: the map, and beside or below it what can be done to it.
void draw_sketch(const view::SketchView &view, SketchDraft &draft, const Ui &ui);

/// What can be done to a drawing: change or remove what is selected, add a tie, add a party.
void draw_sketch_panel(const view::SketchView &view, SketchDraft &draft, const Ui &ui);

} // namespace tsunagi::ui
