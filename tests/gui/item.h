#pragma once

// What the driver knows of a widget, and how widgets are named (driver.h says it in full).

#include <string>
#include <string_view>
#include <vector>

#include <imgui.h>

struct ImGuiWindow;
struct ImRect;

namespace tsunagi::gui {

/// In pixels of the display, from its top left corner.
struct Rect {
    ImVec2 min;
    ImVec2 max;

    [[nodiscard]] float width() const { return max.x - min.x; }
    [[nodiscard]] float height() const { return max.y - min.y; }
    [[nodiscard]] bool is_empty() const { return !(min.x < max.x && min.y < max.y); }
    [[nodiscard]] Rect cut_to(const Rect &other) const;
    [[nodiscard]] bool contains(const Rect &other) const;
};

/// A widget (or a window) of one frame.
struct Item {
    ImGuiID id = 0;
    std::string label; ///< as reported; empty where none was
    std::string key;   ///< the label's name as above; empty where none was reported
    Rect rect;
    Rect clip; ///< what is outside can be neither seen nor pressed
    bool is_window = false;
    bool is_enabled = true;
    bool is_checked = false;
    bool is_open = false;
    /// One thing a widget is in: a window (with its name) or a scope of the id stack.
    struct Level {
        std::string window;
        ImGuiID id = 0;
        ImGuiID seed = 0;
    };
    std::vector<Level> levels; ///< outermost first
    ImGuiID seed = 0;          ///< what its own name was hashed with
    ImGuiID window = 0;

    [[nodiscard]] Rect visible() const { return rect.cut_to(clip); }
    [[nodiscard]] bool is_visible() const { return !visible().is_empty(); }
    /// "play.commit in library" or "#1A2B3C4D in …", for messages.
    [[nodiscard]] std::string name() const;
    /// Name of the window it is in (of itself, when it is one).
    [[nodiscard]] std::string window_name() const;
};

/// The name in a label: behind "###", or behind a leading "##", or the whole up to "##".
[[nodiscard]] std::string key_of(std::string_view label);
/// The name in a window's or a child window's title.
[[nodiscard]] std::string window_key(const ImGuiWindow &window);
/// "debrief/3/fold" in its parts.
[[nodiscard]] std::vector<std::string_view> parts_of(std::string_view name);
/// True when these parts name the item.
[[nodiscard]] bool is_named(const Item &item, const std::vector<std::string_view> &parts);
[[nodiscard]] Rect rect_of(const ImRect &rect);

} // namespace tsunagi::gui
