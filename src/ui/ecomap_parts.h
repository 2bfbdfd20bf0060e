#pragma once

#include "ui/ecomap_draft.h"
#include "ui/page.h"
#include "ui/widgets.h"
#include "view/ecomap_view.h"

namespace tsunagi::ui {

// What a session's eco-map and one that is drawn have in common on the screen.

/// Buttons: as a picture or as a list, closer, everybody back, into a file.
void draw_map_tools(Flow &flow, EcoMapDraft &draft, const Ui &ui);

/// Buttons that move a party without a mouse.
void draw_nudges(const model::PartyId &party, const ecomap::Layout &layout, const Ui &ui);

/// The list of ties, the map, or the map with the one beside it, whose layout `other_layout` is.
void draw_map_or_list(const view::EcoMapView &view, const ecomap::Layout &other_layout, ImVec2 size, EcoMapDraft &draft,
                      const Ui &ui);

/// As high as two maps of half the width are, with a line above each; in pixels. `bounds`: of the maps.
[[nodiscard]] float height_of_two_maps(const ecomap::Rect &bounds, float width);

} // namespace tsunagi::ui
