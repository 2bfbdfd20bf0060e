// The hands of the driver: wheel, mouse, keyboard.

#include "gui/driver.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include <fmt/format.h>
#include <imgui_internal.h>

namespace tsunagi::gui {

namespace {

constexpr float kSlack = 1.0F; // windows round their scroll to whole pixels

bool can_turn(const ImGuiWindow &window, int axis) {
    const bool ignores_wheel = (window.Flags & ImGuiWindowFlags_NoScrollWithMouse) != 0 &&
                               (window.Flags & ImGuiWindowFlags_NoMouseInputs) == 0;
    // Without a bar nobody would think of turning the wheel sideways, although Dear ImGui would scroll.
    if (axis == 0 && (window.Flags & ImGuiWindowFlags_HorizontalScrollbar) == 0) return false;
    return window.ScrollMax[static_cast<std::size_t>(axis)] != 0.0F && !ignores_wheel;
}

// The window that the wheel would scroll with the mouse at a place; Dear ImGui's own rule.
ImGuiWindow *wheel_target(ImVec2 at, int axis) {
    ImGuiWindow *window = nullptr;
    ImGuiWindow *under_moving = nullptr;
    ImGui::FindHoveredWindowEx(at, false, &window, &under_moving);
    while (window != nullptr && (window->Flags & ImGuiWindowFlags_ChildWindow) != 0 && !can_turn(*window, axis))
        window = window->ParentWindow;
    return window;
}

// What of a window's inside scrolls: all, or for a table what its frozen rows and columns leave.
Rect scrolled_part(ImGuiContext &context, const ImGuiWindow &window) {
    Rect part = rect_of(window.InnerRect);
    for (int i = 0; i < context.Tables.GetMapSize(); ++i) {
        const ImGuiTable *table = context.Tables.TryGetMapData(i);
        if (table == nullptr || table->InnerWindow != &window || table->OuterWindow == &window) continue;
        if (table->FreezeRowsCount > 0) part.min.y = std::max(part.min.y, table->Bg2ClipRectForDrawCmd.Min.y);
        if (table->FreezeColumnsCount > 0)
            part.min.x =
                std::max(part.min.x, table->Columns[table->DisplayOrderToIndex[table->FreezeColumnsCount - 1]].MaxX);
    }
    return part;
}

// A place where the mouse is over a child window with this id is a place over the widget with that id.
bool is_over_child(const ImGuiWindow *window, ImGuiID id) {
    for (; window != nullptr; window = window->ParentWindow) {
        if (window->ID == id || window->ChildId == id) return true;
        if ((window->Flags & ImGuiWindowFlags_ChildWindow) == 0) return false;
    }
    return false;
}

// Places within a rectangle, the middle first: `steps` to each side of it.
std::vector<ImVec2> places_in(const Rect &rect, int steps) {
    std::vector<ImVec2> places;
    const auto along = [&](float min, float size, int step) {
        return std::floor(min + size * (0.5F + 0.49F * static_cast<float>(step) / static_cast<float>(steps))) + 0.5F;
    };
    for (int reach = 0; reach <= steps; ++reach)
        for (int y = -reach; y <= reach; ++y)
            for (int x = -reach; x <= reach; ++x)
                if (std::max(std::abs(x), std::abs(y)) == reach)
                    places.push_back({along(rect.min.x, rect.width(), x), along(rect.min.y, rect.height(), y)});
    return places;
}

// How far a range has to move to come into view; 0 when it is there, or as much of it as fits.
float way_to_go(float min, float max, float view_min, float view_max) {
    const bool covers = min <= view_min + kSlack && max >= view_max - kSlack;
    if (covers) return 0.0F;
    if (min < view_min - kSlack) return min - view_min;
    if (max > view_max + kSlack) return std::min(max - view_max, min - view_min);
    return 0.0F;
}

} // namespace

// ---- Scrolling --------------------------------------------------------------------------------------------

bool Driver::scroll_window(ImGuiWindow *window, ImVec2 by) {
    const int axis = by.y != 0.0F ? 1 : 0;
    const float wanted = by[static_cast<std::size_t>(axis)];
    const float before = window->Scroll[static_cast<std::size_t>(axis)];
    const float reachable = window->ScrollMax[static_cast<std::size_t>(axis)];
    if (!can_turn(*window, axis) || (wanted > 0.0F ? before >= reachable : before <= 0.0F)) return false;

    const Rect room = rect_of(window->InnerRect)
                          .cut_to(rect_of(window->OuterRectClipped))
                          .cut_to({{0.0F, 0.0F}, context_->IO.DisplaySize});
    if (room.is_empty()) return false;
    const auto places = places_in(room, 40); // a strip beside a child is enough
    const auto place =
        std::find_if(places.begin(), places.end(), [&](ImVec2 at) { return wheel_target(at, axis) == window; });
    if (place == places.end()) return false;

    const float size = axis == 1 ? window->InnerRect.GetHeight() : window->InnerRect.GetWidth();
    const float step = std::max(std::min((axis == 1 ? 5.0F : 2.0F) * window->FontRefSize, size * 0.67F), 1.0F);
    const float notches = std::clamp(-wanted / step, -8.0F, 8.0F);
    move_mouse(*place);
    context_->IO.AddMouseWheelEvent(axis == 0 ? notches : 0.0F, axis == 1 ? notches : 0.0F);
    settle();
    return window->Scroll[static_cast<std::size_t>(axis)] != before;
}

bool Driver::search_by_scrolling(std::string_view name) {
    std::vector<ImGuiWindow *> windows;
    for (ImGuiWindow *window : context_->Windows)
        if (window->WasActive && !window->Hidden && (window->ScrollMax.x > 0.0F || window->ScrollMax.y > 0.0F))
            windows.push_back(window);
    for (ImGuiWindow *window : windows)
        for (const int axis : {1, 0})
            for (const float direction : {-1.0F, 1.0F}) {
                const float page = 0.6F * (axis == 1 ? window->InnerRect.GetHeight() : window->InnerRect.GetWidth());
                const float way = direction < 0.0F ? -100000.0F : page; // back to the start, then on page by page
                const ImVec2 by = axis == 1 ? ImVec2(0.0F, way) : ImVec2(way, 0.0F);
                for (int i = 0; i < 500 && scroll_window(window, by); ++i)
                    if (find(name) != nullptr) return true;
            }
    return false;
}

Item Driver::reveal(std::string_view name) {
    ImGui::SetCurrentContext(context_);
    frame();
    if (find(name) == nullptr) {
        survey();
        if (find(name) == nullptr && !search_by_scrolling(name)) return locate(name); // which says what there is
    }
    for (int attempt = 0; attempt < 500; ++attempt) {
        const Item item = locate(name);
        if (item.is_window || item.clip.contains(item.rect)) break;
        bool has_moved = false;
        Rect target = item.rect;
        ImGuiWindow *window = ImGui::FindWindowByID(item.window);
        while (window != nullptr && !has_moved) {
            const Rect view = scrolled_part(*context_, *window);
            const float down = way_to_go(target.min.y, target.max.y, view.min.y, view.max.y);
            const float right = way_to_go(target.min.x, target.max.x, view.min.x, view.max.x);
            if (down != 0.0F) has_moved = scroll_window(window, {0.0F, down});
            if (!has_moved && right != 0.0F) has_moved = scroll_window(window, {right, 0.0F});
            // What the window around it has to show: the part that this one shows, or else this window.
            target = target.cut_to(view).is_empty() ? rect_of(window->Rect()) : target.cut_to(view);
            window = (window->Flags & ImGuiWindowFlags_ChildWindow) != 0 ? window->ParentWindow : nullptr;
        }
        if (!has_moved) break;
    }
    frame();
    const Item *item = find(name);
    if (item != nullptr && (item->is_window || item->is_visible())) return *item;
    throw DriverError(fmt::format("\"{}\" is cut off and no scrolling brings it into view", name));
}

void Driver::scroll_to(std::string_view name) { (void)reveal(name); }

// ---- Mouse ------------------------------------------------------------------------------------------------

void Driver::move_mouse(ImVec2 to) {
    ImGui::SetCurrentContext(context_);
    context_->IO.AddMousePosEvent(to.x, to.y);
    settle();
}

void Driver::leave() { move_mouse({-1.0F, -1.0F}); }

Item Driver::aim(std::string_view name, bool must_be_enabled) {
    const Item item = reveal(name);
    if (must_be_enabled && !item.is_enabled) throw DriverError(fmt::format("\"{}\" is disabled", name));
    const Rect room = item.visible().cut_to({{0.0F, 0.0F}, context_->IO.DisplaySize});
    if (room.is_empty()) throw DriverError(fmt::format("\"{}\" is outside of the display", name));
    for (const ImVec2 place : places_in(room, 2)) {
        move_mouse(place);
        const bool is_met = context_->HoveredId == item.id || is_over_child(context_->HoveredWindow, item.id);
        if (is_met) return item;
    }
    std::string message = fmt::format("\"{}\" cannot be reached with the mouse", name);
    const auto above = index_.find(context_->HoveredId);
    if (above != index_.end()) message += "; over it is " + items_[above->second].name();
    if (context_->HoveredWindow != nullptr)
        message += fmt::format("; the window there is \"{}\"", context_->HoveredWindow->Name);
    throw DriverError(message);
}

void Driver::push_button(ImGuiMouseButton button) {
    context_->IO.AddMouseButtonEvent(button, true);
    frame();
    context_->IO.AddMouseButtonEvent(button, false);
    frame();
}

void Driver::click(std::string_view name, ImGuiMouseButton button) {
    pause(context_->IO.MouseDoubleClickTime * 1.5F); // so that two clicks stay two clicks
    (void)aim(name, true);
    push_button(button);
    settle();
}

void Driver::double_click(std::string_view name) {
    pause(context_->IO.MouseDoubleClickTime * 1.5F);
    (void)aim(name, true);
    push_button(ImGuiMouseButton_Left);
    push_button(ImGuiMouseButton_Left);
    settle();
}

void Driver::hover(std::string_view name) { (void)aim(name, false); }

void Driver::drag(std::string_view name, float right, float down) {
    pause(context_->IO.MouseDoubleClickTime * 1.5F);
    (void)aim(name, true);
    const ImVec2 from = context_->IO.MousePos;
    context_->IO.AddMouseButtonEvent(ImGuiMouseButton_Left, true);
    frame();
    for (const float part : {0.1F, 0.5F, 1.0F}) move_mouse({from.x + right * part, from.y + down * part});
    context_->IO.AddMouseButtonEvent(ImGuiMouseButton_Left, false);
    settle();
}

void Driver::wheel(std::string_view name, float notches, float sideways_notches) {
    (void)aim(name, false);
    context_->IO.AddMouseWheelEvent(sideways_notches, notches);
    settle();
}

// ---- Keyboard ---------------------------------------------------------------------------------------------

void Driver::press(ImGuiKeyChord chord, int times) {
    ImGui::SetCurrentContext(context_);
    ImGuiIO &io = context_->IO;
    const auto key = static_cast<ImGuiKey>(chord & ~ImGuiMod_Mask_);
    constexpr std::array<std::pair<ImGuiKey, ImGuiKey>, 4> kMods = {{{ImGuiMod_Ctrl, ImGuiKey_LeftCtrl},
                                                                     {ImGuiMod_Shift, ImGuiKey_LeftShift},
                                                                     {ImGuiMod_Alt, ImGuiKey_LeftAlt},
                                                                     {ImGuiMod_Super, ImGuiKey_LeftSuper}}};
    const auto hold_mods = [&](bool is_down) {
        for (const auto &[mod, mod_key] : kMods)
            if ((chord & mod) != 0) {
                io.AddKeyEvent(mod, is_down);
                io.AddKeyEvent(mod_key, is_down);
            }
    };
    unsigned character = 0;
    if ((chord & (ImGuiMod_Ctrl | ImGuiMod_Alt | ImGuiMod_Super)) == 0) {
        const bool is_shifted = (chord & ImGuiMod_Shift) != 0;
        if (key >= ImGuiKey_A && key <= ImGuiKey_Z)
            character = static_cast<unsigned>((is_shifted ? 'A' : 'a') + (key - ImGuiKey_A));
        else if (key >= ImGuiKey_0 && key <= ImGuiKey_9 && !is_shifted)
            character = static_cast<unsigned>('0' + (key - ImGuiKey_0));
        else if (key == ImGuiKey_Space)
            character = ' ';
    }
    for (int i = 0; i < times; ++i) {
        hold_mods(true);
        io.AddKeyEvent(key, true);
        if (character != 0) io.AddInputCharacter(character);
        frame();
        io.AddKeyEvent(key, false);
        hold_mods(false);
        settle();
    }
}

void Driver::type(std::string_view utf8) {
    if (!context_->IO.WantTextInput)
        throw DriverError(fmt::format("no field takes the text \"{}\"; the focus is on \"{}\"", utf8, focused()));
    context_->IO.AddInputCharactersUTF8(std::string(utf8).c_str());
    settle();
}

void Driver::press_until_focused(std::string_view name, ImGuiKeyChord chord, int at_most) {
    std::vector<std::string> passed;
    for (int i = 0; i <= at_most; ++i) {
        if (is_focused(name)) return;
        if (passed.size() < 40) passed.push_back(focused());
        press(chord);
    }
    throw DriverError(fmt::format("\"{}\" never got the focus; it went {}", name, fmt::join(passed, ", ")));
}

} // namespace tsunagi::gui
