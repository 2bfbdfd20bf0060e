#pragma once

#include "ui/ecomap_draft.h"
#include "ui/widgets.h"
#include "view/ecomap_view.h"

namespace tsunagi::ui {

/// The eco-map of a session: the picture or the same as a list, the months to move along, one map or two to compare.
void draw_ecomap_screen(const view::EcoMapView &view, EcoMapDraft &draft, const Ui &ui);

/// What the signs of the maps mean, as wide as the line.
void draw_legend(LegendKept &kept, const Ui &ui);
/// The height in pixels that draw_legend would take.
[[nodiscard]] float legend_height(LegendKept &kept, const Ui &ui);

/// The ties of a moment as a table of this size with a head that stays in sight; where that is too narrow, one below
/// the other, as high as they are. A row leads to its tie on the map.
void draw_tie_list(const view::EcoMoment &moment, ImVec2 size, EcoMapDraft &draft, const Ui &ui);

} // namespace tsunagi::ui
