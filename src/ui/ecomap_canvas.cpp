#include "ui/ecomap_canvas.h"

#include <algorithm>
#include <cmath>

#include "ui/ecomap_inks.h"
#include "ui/ecomap_painter.h"
#include "ui/keyboard.h"
#include "ui/page.h"

namespace tsunagi::ui {

namespace {

using ecomap::Point;

constexpr float kZoomStep = 1.15F;
constexpr float kTieButton = 1.0F; // ems: what the keyboard finds of a tie
constexpr float kReach = 9.0F;     // pixels at 100 %: so near to a tie is on it
constexpr float kFadeSeconds = 0.4F;

// From units to the screen and back.
struct Place {
    ImVec2 origin;
    float scale = 1.0F;

    [[nodiscard]] ImVec2 of(Point p) const { return {origin.x + p.x * scale, origin.y + p.y * scale}; }
    [[nodiscard]] Point back(ImVec2 p) const { return {(p.x - origin.x) / scale, (p.y - origin.y) / scale}; }
};

float scale_to_fit(const ecomap::Rect &bounds, ImVec2 size) {
    return std::min(size.x / std::max(bounds.width(), 1.0F), size.y / std::max(bounds.height(), 1.0F));
}

void draw_labels(const ecomap::Picture &picture, const Place &place, ImDrawList &list, const Ui &ui) {
    for (const ecomap::Label &label : picture.labels) {
        ImFont *font = label.is_bold && ui.fonts.bold != nullptr ? ui.fonts.bold : ui.fonts.regular;
        const float size = label.size * place.scale;
        const ImVec2 centre = place.of(label.centre);
        const float width = ecomap::text_width(label.text, size);
        list.AddText(font, size, {centre.x - width * 0.5F, centre.y - size * 0.5F},
                     colour_of(inks_of(ui.theme), label.ink), label.text.data(), label.text.data() + label.text.size());
    }
}

void paint(const ecomap::Picture &picture, std::uint64_t serial, const Place &place, ImVec2 clip_min, ImVec2 clip_max,
           float fade, const Ui &ui) {
    ImDrawList &list = *ImGui::GetWindowDrawList();
    ecomap::Inks inks = inks_of(ui.theme);
    std::uint32_t &changed = inks[static_cast<std::size_t>(ecomap::Ink::changed)];
    changed = (changed & 0xFFFFFF00U) | static_cast<std::uint32_t>(static_cast<float>(changed & 0xFFU) * fade);
    ui.painter->paint(list, picture, serial, inks, {place.origin, place.scale, clip_min, clip_max});
    list.PushClipRect(clip_min, clip_max, true);
    draw_labels(picture, place, list, ui);
    list.PopClipRect();
}

template <class Views, class Id>
std::string_view told_of(const Views &views, const Id &id) {
    const auto found = std::find_if(views.begin(), views.end(), [&](const auto &view) { return view.id == id; });
    return found == views.end() ? std::string_view() : std::string_view(found->told);
}

// ---- looking closer ------------------------------------------------------------------------------------------------

// The ground takes what no party takes: dragging moves the map, the wheel enlarges it, a press selects a tie.
void draw_ground(const EcoMapFrame &frame, ImVec2 at, const Place &place, EcoMapDraft &draft, const Ui &ui) {
    ImGui::SetNextItemAllowOverlap();
    ImGui::SetCursorScreenPos(at);
    ImGui::PushItemFlag(ImGuiItemFlags_NoNav, true);
    const bool is_pressed = ImGui::InvisibleButton("###eco.ground", frame.size);
    ImGui::PopItemFlag();
    const ImGuiIO &io = ImGui::GetIO();
    if (ImGui::IsItemActive() && ImGui::IsMouseDragging(ImGuiMouseButton_Left) && draft.zoom > 1.0F)
        draft.pan = {draft.pan.x + io.MouseDelta.x, draft.pan.y + io.MouseDelta.y};
    // Over a party or a tie too, or the page would scroll there.
    if (!ImGui::IsItemHovered(ImGuiHoveredFlags_AllowWhenOverlappedByItem)) return;
    ImGui::SetItemKeyOwner(ImGuiKey_MouseWheelY);
    if (io.MouseWheel != 0.0F)
        draft.zoom_by(std::pow(kZoomStep, io.MouseWheel), // what is under the pointer stays there
                      {io.MousePos.x - at.x - frame.size.x * 0.5F, io.MousePos.y - at.y - frame.size.y * 0.5F});
    if (!ImGui::IsItemHovered()) return;
    const ecomap::Hit hit = hit_at(frame.layout, frame.moment.picture, place.back(io.MousePos),
                                   kReach * em() / kBaseTextSize / place.scale);
    if (const auto *tie = std::get_if<model::TieId>(&hit)) {
        ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
        if (!ImGui::IsMouseDown(ImGuiMouseButton_Left)) show_tooltip(ui, told_of(frame.moment.ties, *tie));
    }
    const ImVec2 drag = ImGui::GetMouseDragDelta(ImGuiMouseButton_Left);
    if (is_pressed && drag.x == 0.0F && drag.y == 0.0F) draft.selected = hit;
}

// ---- what can be reached -------------------------------------------------------------------------------------------

// So far a range has to move to lie within another one, its beginning before its end.
float way_into(float min, float max, float from, float to) {
    if (min < from || max - min > to - from) return from - min;
    return max > to ? to - max : 0.0F;
}

// Where only a part of the map is seen, it moves to whoever gets the keyboard's focus.
void keep_in_sight(ImVec2 min, ImVec2 max, EcoMapDraft &draft) {
    if (draft.zoom <= 1.0F || !is_keyboard_on_item()) return;
    const ImVec2 from = ImGui::GetWindowDrawList()->GetClipRectMin();
    const ImVec2 to = ImGui::GetWindowDrawList()->GetClipRectMax();
    const float air = em() * 0.5F; // the ring stands around it
    draft.pan.x += way_into(min.x - air, max.x + air, from.x, to.x);
    draft.pan.y += way_into(min.y - air, max.y + air, from.y, to.y);
}

bool is_tip_wanted() { return ImGui::IsItemHovered(ImGuiHoveredFlags_DelayShort) || is_keyboard_on_item(); }

void draw_party_button(const EcoMapFrame &frame, const ecomap::PlacedParty &party, const Place &place,
                       EcoMapDraft &draft, const Ui &ui) {
    const ecomap::Rect whole = ecomap::united(party.mark, party.name);
    const ImVec2 min = place.of(whole.min);
    const ImVec2 max = place.of(whole.max);
    ImGui::SetCursorScreenPos(min);
    if (ImGui::InvisibleButton(("###eco.party." + party.id.value).c_str(), {max.x - min.x, max.y - min.y},
                               ImGuiButtonFlags_EnableNav))
        draft.selected = party.id;
    keep_in_sight(min, max, draft);
    if (frame.can_move) {
        const bool is_dragged = ImGui::IsItemActive() && ImGui::IsMouseDragging(ImGuiMouseButton_Left);
        if (is_dragged) {
            const ImVec2 by = ImGui::GetMouseDragDelta(ImGuiMouseButton_Left);
            draft.selected = party.id;
            draft.dragged_to = party.centre + Point{by.x / place.scale, by.y / place.scale};
            const ImVec2 ghost_min{min.x + by.x, min.y + by.y};
            ImGui::GetWindowDrawList()->AddRect(ghost_min, {ghost_min.x + max.x - min.x, ghost_min.y + max.y - min.y},
                                                ui.palette.focus, em() * 0.4F, 0, 2.0F);
        } else if (draft.dragged_to && draft.selected == ecomap::Hit(party.id)) {
            ui.intents.push(MoveParty{party.id, *draft.dragged_to});
            draft.dragged_to.reset();
        }
        if (ImGui::IsItemHovered()) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
        if (is_dragged) return;
    }
    if (is_tip_wanted()) show_tooltip(ui, told_of(frame.moment.parties, party.id));
}

void draw_tie_button(const EcoMapFrame &frame, const ecomap::Stroke &stroke, const Place &place, EcoMapDraft &draft,
                     const Ui &ui) {
    const float side = kTieButton * em();
    const ImVec2 middle = place.of(ecomap::point_at(stroke.line, 0.5F));
    ImGui::SetCursorScreenPos({middle.x - side * 0.5F, middle.y - side * 0.5F});
    if (ImGui::InvisibleButton(("###eco.tie." + stroke.tie.value).c_str(), {side, side}, ImGuiButtonFlags_EnableNav))
        draft.selected = stroke.tie;
    keep_in_sight(ImGui::GetItemRectMin(), ImGui::GetItemRectMax(), draft);
    if (is_tip_wanted()) show_tooltip(ui, told_of(frame.moment.ties, stroke.tie));
}

void draw_selection(const EcoMapFrame &frame, const Place &place, const EcoMapDraft &draft, const Ui &ui) {
    ImDrawList *list = ImGui::GetWindowDrawList();
    const float line = std::max(2.0F, em() * 0.12F);
    if (const auto *id = std::get_if<model::PartyId>(&draft.selected)) {
        const ecomap::PlacedParty *party = frame.layout.find(*id);
        if (party == nullptr || told_of(frame.moment.parties, *id).empty()) return;
        const ecomap::Rect around = ecomap::united(party->mark, party->name).grown(5.0F);
        list->AddRect(place.of(around.min), place.of(around.max), ui.palette.focus, em() * 0.5F, 0, line);
    } else if (const auto *tie = std::get_if<model::TieId>(&draft.selected)) {
        for (const ecomap::Stroke &stroke : frame.moment.picture.strokes) {
            if (stroke.tie != *tie) continue;
            for (const ecomap::Point end : {stroke.line.a, stroke.line.b})
                list->AddCircle(place.of(end), em() * 0.4F, ui.palette.focus, 0, line);
            list->AddCircle(place.of(ecomap::point_at(stroke.line, 0.5F)), em() * 0.75F, ui.palette.focus, 0, line);
        }
    }
}

} // namespace

float fade_in(std::uint64_t serial, EcoMapDraft &draft, const Ui &ui) {
    if (draft.faded_serial != serial) {
        draft.faded_serial = serial;
        draft.fade = ui.is_motion_reduced ? 1.0F : 0.0F;
    }
    if (draft.fade < 1.0F) {
        draft.fade = std::min(draft.fade + ImGui::GetIO().DeltaTime / kFadeSeconds, 1.0F);
        ui.intents.want_frame();
    }
    return draft.fade;
}

void draw_ecomap(const EcoMapFrame &frame, EcoMapDraft &draft, const Ui &ui) {
    const IdScope id(frame.id);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImVec2 end{at.x + frame.size.x, at.y + frame.size.y};
    const ecomap::Rect &bounds = frame.moment.picture.bounds;
    Place place;
    place.scale = scale_to_fit(bounds, frame.size) * draft.zoom;
    const Point middle = bounds.centre();
    place.origin = {at.x + frame.size.x * 0.5F + draft.pan.x - middle.x * place.scale,
                    at.y + frame.size.y * 0.5F + draft.pan.y - middle.y * place.scale};

    ImDrawList *list = ImGui::GetWindowDrawList();
    list->AddRectFilled(at, end, colour_of(inks_of(ui.theme), ecomap::Ink::paper), ImGui::GetStyle().ChildRounding);
    paint(frame.moment.picture, frame.serial, place, at, end, frame.fade, ui);
    list->AddRect(at, end, ui.palette.border, ImGui::GetStyle().ChildRounding);

    ImGui::PushClipRect(at, end, true);
    draw_ground(frame, at, place, draft, ui);
    for (const ecomap::PlacedParty &party : frame.layout.parties)
        if (!told_of(frame.moment.parties, party.id).empty()) draw_party_button(frame, party, place, draft, ui);
    for (const ecomap::Stroke &stroke : frame.moment.picture.strokes) draw_tie_button(frame, stroke, place, draft, ui);
    draw_selection(frame, place, draft, ui);
    ImGui::PopClipRect();
    ImGui::SetCursorScreenPos(at);
    ImGui::Dummy(frame.size);
}

ImVec2 draw_picture(const ecomap::Picture &picture, std::uint64_t serial, ImVec2 size, float largest, const Ui &ui) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    Place place;
    place.scale = std::min(scale_to_fit(picture.bounds, size), largest * em() / kBaseTextSize);
    const ImVec2 taken{std::ceil(picture.bounds.width() * place.scale),
                       std::ceil(picture.bounds.height() * place.scale)};
    place.origin = {at.x - picture.bounds.min.x * place.scale, at.y - picture.bounds.min.y * place.scale};
    ImGui::Dummy(taken);
    if (ImGui::IsItemVisible()) paint(picture, serial, place, at, {at.x + taken.x, at.y + taken.y}, 1.0F, ui);
    return taken;
}

} // namespace tsunagi::ui
