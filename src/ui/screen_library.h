#pragma once

#include "ui/widgets.h"
#include "view/library_view.h"

namespace tsunagi::ui {

void draw_library(const view::LibraryView &view, const Ui &ui);

} // namespace tsunagi::ui
