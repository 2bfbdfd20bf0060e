#pragma once

#include "ui/ecomap_draft.h"
#include "ui/page.h"
#include "ui/screen_ecomap.h"
#include "ui/widgets.h"
#include "view/ecomap_view.h"

namespace tsunagi::ui {

// What a session's eco-map and one that is drawn have in common on the screen.

/// A button of a row of them, with the text's label.
bool tool_button(Flow &flow, i18n::Text label, const Ui &ui, bool is_enabled = true);

/// Buttons: as a picture or as a list, closer, everybody back, into a file.
void draw_map_tools(Flow &flow, EcoMapDraft &draft, const Ui &ui);

/// Buttons that move a party without a mouse.
void draw_nudges(const model::PartyId &party, const ecomap::Layout &layout, const Ui &ui);

// ---- the page -------------------------------------------------------------------------------------------------------

inline constexpr float kRoomForSide = 58.0F; ///< ems at which the map and words stand side by side

/// A map that fills its page.
struct MapPage {
    const view::EcoMapView &map;
    const ecomap::Layout &other_layout; ///< of the map beside it, if there is one
    float side_width = 0.0F;            ///< ems of the words beside the map
    float room_for_head = 0.0F;         ///< ems of height at which the head stays in sight
};

struct MapRoom {
    ImVec2 size;
    bool has_side = false; ///< the words stand beside the map
};

// What draw_map_page is made of.
[[nodiscard]] float least_map_height();
[[nodiscard]] MapRoom room_for_map(const MapPage &page, float least_height, EcoMapDraft &draft, const Ui &ui);
/// The list of ties, the map, or the map with the one beside it.
void draw_map_or_list(const MapPage &page, ImVec2 size, EcoMapDraft &draft, const Ui &ui);

/// What `draw_head` draws stays in sight where the window is high enough; what `draw_above` draws scrolls with the map
/// and its legend; what `draw_words` draws is beside the map, or below where there is too little room.
template <class Head, class Above, class Words>
void draw_map_page(const MapPage &page, EcoMapDraft &draft, const Ui &ui, Head draw_head, Above draw_above,
                   Words draw_words) {
    // In a low window the head goes along with the page, or it would take all of the room.
    const bool is_in_sight = ImGui::GetContentRegionAvail().y >= page.room_for_head * em();
    if (is_in_sight) draw_head();
    const ChildScope scope("page", {0.0F, 0.0F}, 0, true);
    const float least_height = least_map_height();
    if (!is_in_sight) draw_head();
    draw_above();
    const MapRoom room = room_for_map(page, least_height, draft, ui);
    draw_map_or_list(page, room.size, draft, ui);
    if (room.has_side) {
        ImGui::SameLine();
        const ChildScope side("side", {0.0F, room.size.y}, ui.palette.panel, true);
        draw_words();
    }
    draw_legend(draft.legend, ui);
    if (!room.has_side) draw_words();
}

} // namespace tsunagi::ui
