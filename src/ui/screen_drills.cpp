#include "ui/screen_drills.h"

#include "ui/page.h"

namespace tsunagi::ui {

void draw_drills(const view::DrillsView &view, DrillDraft & /*draft*/, const Ui &ui) {
    const PageScope page("drills", kReadableEms);
    heading(ui, view.title, TextRole::title);
}

} // namespace tsunagi::ui
