#pragma once

#include <string>

#include "ui/drafts.h"
#include "ui/widgets.h"
#include "view/handbook_view.h"

namespace tsunagi::ui {

// The figures of the reference.

/// A table whose columns are as wide as their texts ask for; where the page is too narrow for that, one box a row. A
/// row that is about an entry leads there. `id` keeps the rows of two tables of a page apart.
void draw_table(const model::TableExhibit &table, const std::string &id, const Ui &ui);

void draw_figure(const view::Figure &figure, HandbookDraft &draft, const Ui &ui);

} // namespace tsunagi::ui
