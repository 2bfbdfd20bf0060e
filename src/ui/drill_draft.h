#pragma once

#include <cstddef>

#include "view/drill_view.h"

namespace tsunagi::ui {

using model::DrillKind;

/// What is being practised and what was entered so far. Lives in the shell; is not kept when the program ends.
struct DrillDraft {
    view::DrillForm form;
    std::size_t statement = 0; ///< role table: the one that is being placed, of those on the page
    int frames_to_show = 0;    ///< for so many frames yet the page moves to that statement
    int serial = 0;            ///< another one for each exercise, so that a page begins at its top
    int drawn_serial = -1;     ///< the one drawn last
    bool was_drawn_checked = false;
};

} // namespace tsunagi::ui
