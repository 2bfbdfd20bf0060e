#include "ui/fee_checker.h"

namespace tsunagi::ui {

void draw_fees(const view::FeeView &view, view::FeeForm & /*form*/, const Ui &ui) { text_block(ui, view.year); }

} // namespace tsunagi::ui
