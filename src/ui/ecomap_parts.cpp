#include "ui/ecomap_parts.h"

#include <algorithm>
#include <cmath>

#include "ui/ecomap_canvas.h"

namespace tsunagi::ui {

using i18n::Text;

namespace {

constexpr float kBetweenMaps = 0.6F;     // ems
constexpr float kMostOfPage = 0.75F;     // of the page's height for the map: what is beside it scrolls the page
constexpr float kLeastMapHeight = 17.0F; // ems: below that the page scrolls instead
constexpr float kZoomStep = 1.3F;
constexpr float kNudge = 24.0F; // units that a party moves by a press of a button

void draw_named_map(std::string_view name, const EcoMapFrame &frame, EcoMapDraft &draft, const Ui &ui) {
    text_block(ui, name, TextRole::small, ui.palette.muted, true, frame.size.x);
    EcoMapFrame below = frame;
    // A name over many lines leaves the map something all the same.
    below.size.y = std::max(below.size.y - ImGui::GetItemRectSize().y - ImGui::GetStyle().ItemSpacing.y, em() * 4.0F);
    draw_ecomap(below, draft, ui);
}

void draw_two_maps(const view::EcoMapView &view, const ecomap::Layout &other_layout, ImVec2 size, float fade,
                   EcoMapDraft &draft, const Ui &ui) {
    const float between = em() * kBetweenMaps;
    const ImVec2 half{std::floor((size.x - between) * 0.5F), size.y};
    {
        const ImVec2 at = ImGui::GetCursorScreenPos();
        ImGui::BeginGroup();
        draw_named_map(view.other_heading, {"other", *view.other, other_layout, view.serial * 2U + 1U, half, false},
                       draft, ui);
        ImGui::EndGroup();
        ImGui::SetCursorScreenPos({at.x + half.x + between, at.y});
    }
    ImGui::BeginGroup();
    draw_named_map(view.heading, {"own", view.moment, *view.layout, view.serial * 2U, half, true, fade}, draft, ui);
    ImGui::EndGroup();
}

// As high as two maps of half the width are, with a line above each; in pixels.
float height_of_two_maps(const ecomap::Rect &bounds, float width) {
    return (width - kBetweenMaps * em()) * 0.5F * bounds.height() / std::max(bounds.width(), 1.0F) +
           line_of(TextRole::small) + ImGui::GetStyle().ItemSpacing.y;
}

} // namespace

bool tool_button(Flow &flow, Text label, const Ui &ui, bool is_enabled) {
    const char *text = ui.texts.label(label);
    flow.next(button_width(text));
    return plain_button(ui, text, is_enabled);
}

void draw_map_tools(Flow &flow, EcoMapDraft &draft, const Ui &ui) {
    const auto button = [&](Text label, bool is_enabled = true) { return tool_button(flow, label, ui, is_enabled); };
    if (button(draft.shows_list ? Text::ecomap_show_map : Text::ecomap_show_list)) draft.shows_list = !draft.shows_list;
    if (button(Text::ecomap_zoom_out, draft.zoom > 1.0F)) draft.zoom_by(1.0F / kZoomStep);
    if (button(Text::ecomap_zoom_in)) draft.zoom_by(kZoomStep);
    if (button(Text::ecomap_zoom_all, draft.zoom > 1.0F)) draft.show_all();
    if (button(Text::ecomap_reset)) ui.intents.push(ResetEcoLayout{});
    if (button(Text::ecomap_export_svg)) ui.intents.push(ExportEcoMap{true});
    if (button(Text::ecomap_export_png)) ui.intents.push(ExportEcoMap{false});
}

void draw_nudges(const model::PartyId &party, const ecomap::Layout &layout, const Ui &ui) {
    const ecomap::PlacedParty *placed = layout.find(party);
    if (placed == nullptr) return;
    caption(ui, ui.texts(Text::ecomap_move));
    Flow flow(0.4F);
    const auto nudge = [&](Text label, ecomap::Point by) {
        if (tool_button(flow, label, ui)) ui.intents.push(MoveParty{party, placed->centre + by});
    };
    nudge(Text::ecomap_move_left, {-kNudge, 0.0F});
    nudge(Text::ecomap_move_right, {kNudge, 0.0F});
    nudge(Text::ecomap_move_up, {0.0F, -kNudge});
    nudge(Text::ecomap_move_down, {0.0F, kNudge});
}

float least_map_height() { return std::min(kLeastMapHeight * em(), ImGui::GetContentRegionAvail().y * kMostOfPage); }

MapRoom room_for_map(const MapPage &page, float least_height, EcoMapDraft &draft, const Ui &ui) {
    const ImVec2 spacing = ImGui::GetStyle().ItemSpacing;
    const float legend = legend_height(draft.legend, ui) + spacing.y * 2.0F;
    MapRoom room{ImGui::GetContentRegionAvail(), false};
    room.size.y = std::max(room.size.y - legend, least_height);
    // Two maps need the whole width; words stand below them then.
    if (page.map.other && !draft.shows_list) {
        room.size.y = std::min(room.size.y, std::max(height_of_two_maps(page.map.layout->bounds, room.size.x),
                                                     height_of_two_maps(page.other_layout.bounds, room.size.x)));
    } else if (room.size.x >= kRoomForSide * em()) {
        room.size.x -= page.side_width * em() + spacing.x;
        room.has_side = true;
    }
    return room;
}

void draw_map_or_list(const MapPage &page, ImVec2 size, EcoMapDraft &draft, const Ui &ui) {
    const view::EcoMapView &map = page.map;
    const float fade = fade_in(map.serial, draft, ui);
    if (draft.shows_list)
        draw_tie_list(map.moment, size, draft, ui);
    else if (map.other)
        draw_two_maps(map, page.other_layout, size, fade, draft, ui);
    else
        draw_ecomap({"own", map.moment, *map.layout, map.serial * 2U, size, true, fade}, draft, ui);
}

} // namespace tsunagi::ui
