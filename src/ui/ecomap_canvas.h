#pragma once

#include <string>

#include "ui/ecomap_draft.h"
#include "ui/widgets.h"
#include "view/ecomap_view.h"

namespace tsunagi::ui {

/// One map in a frame.
struct EcoMapFrame {
    const char *id = nullptr; ///< of its widgets: two maps can stand side by side
    const view::EcoMoment &moment;
    const ecomap::Layout &layout;
    std::uint64_t serial = 0;
    ImVec2 size;
    bool can_move = false; ///< parties can be put elsewhere
    float fade = 1.0F;     ///< how far the halo of what has changed has come up
};

/// The map, which can be looked at closer, moved about and reached by the keyboard: each party is a widget
/// "eco.party.<id>", each tie one at its middle, "eco.tie.<id>". Pressing selects.
void draw_ecomap(const EcoMapFrame &frame, EcoMapDraft &draft, const Ui &ui);

/// How far the halo of what has changed has come up in the view with this serial, 0 to 1: it draws the eye once and
/// stays. At once where nothing may move.
[[nodiscard]] float fade_in(std::uint64_t serial, EcoMapDraft &draft, const Ui &ui);

/// A picture with nothing to press, as large as fits into `size` and no larger than `largest` times its size at 100 %.
/// Takes its room; returns the size taken.
ImVec2 draw_picture(const ecomap::Picture &picture, std::uint64_t serial, ImVec2 size, float largest, const Ui &ui);

} // namespace tsunagi::ui
