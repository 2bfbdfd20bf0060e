#pragma once

#include "ui/widgets.h"
#include "view/fee_view.h"

namespace tsunagi::ui {

/// The fee rules side by side, and below them the checker: patient, teams and dates, and what could apply.
void draw_fees(const view::FeeView &view, view::FeeForm &form, const Ui &ui);

} // namespace tsunagi::ui
