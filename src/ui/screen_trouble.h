#pragma once

#include "ui/widgets.h"
#include "view/trouble_view.h"

namespace tsunagi::ui {

void draw_trouble(const view::TroubleView &view, const Ui &ui);

} // namespace tsunagi::ui
