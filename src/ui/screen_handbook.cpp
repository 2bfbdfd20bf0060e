#include "ui/screen_handbook.h"

namespace tsunagi::ui {

void draw_handbook(const view::HandbookView &view, HandbookDraft & /*draft*/, const Ui &ui) {
    text_block(ui, view.list_title);
}

} // namespace tsunagi::ui
