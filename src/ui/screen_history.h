#pragma once

#include "ui/widgets.h"
#include "view/history_view.h"

namespace tsunagi::ui {

void draw_history(const view::HistoryView &view, const Ui &ui);

} // namespace tsunagi::ui
