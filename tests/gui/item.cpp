#include "gui/item.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>
#include <imgui_internal.h>

namespace tsunagi::gui {

Rect Rect::cut_to(const Rect &other) const {
    return {{std::max(min.x, other.min.x), std::max(min.y, other.min.y)},
            {std::min(max.x, other.max.x), std::min(max.y, other.max.y)}};
}

bool Rect::contains(const Rect &other) const {
    return min.x <= other.min.x && min.y <= other.min.y && max.x >= other.max.x && max.y >= other.max.y;
}

std::string Item::name() const {
    std::string text = key.empty() ? fmt::format("#{:08X}", id) : key;
    if (is_window) return text;
    std::vector<std::string> windows;
    for (const Level &level : levels)
        if (level.id == 0) windows.push_back(level.window);
    return fmt::format("{} in {}", text, fmt::join(windows, "/"));
}

std::string Item::window_name() const {
    const auto innermost =
        std::find_if(levels.rbegin(), levels.rend(), [](const Level &level) { return level.id == 0; });
    return innermost == levels.rend() ? std::string() : innermost->window;
}

Rect rect_of(const ImRect &rect) { return {rect.Min, rect.Max}; }

std::string key_of(std::string_view label) {
    const std::size_t fixed = label.find("###");
    if (fixed != std::string_view::npos) return std::string(label.substr(fixed + 3));
    const std::size_t hidden = label.find("##");
    if (hidden == std::string_view::npos) return std::string(label);
    return std::string(hidden == 0 ? label.substr(2) : label.substr(0, hidden));
}

// Dear ImGui calls a child "parent/child_1A2B3C4D".
std::string window_key(const ImGuiWindow &window) {
    std::string_view name = window.Name;
    if ((window.Flags & ImGuiWindowFlags_ChildWindow) != 0 && window.ParentWindow != nullptr) {
        const std::string_view parent = window.ParentWindow->Name;
        if (name.size() > parent.size() && name.substr(0, parent.size()) == parent)
            name.remove_prefix(parent.size() + 1);
        if (name.size() > 9 && name[name.size() - 9] == '_') name.remove_suffix(9);
    }
    return key_of(name);
}

namespace {

// True when a widget or scope called `part` within `seed` has this id.
bool makes_id(std::string_view part, ImGuiID seed, ImGuiID id) {
    const auto hashes_to = [&](const std::string &text) { return ImHashStr(text.c_str(), 0, seed) == id; };
    if (hashes_to(std::string(part)) || hashes_to("###" + std::string(part)) || hashes_to("##" + std::string(part)))
        return true;
    int number = 0;
    const auto parsed = std::from_chars(part.data(), part.data() + part.size(), number);
    return parsed.ec == std::errc{} && parsed.ptr == part.data() + part.size() &&
           ImHashData(&number, sizeof number, seed) == id;
}

} // namespace

std::vector<std::string_view> parts_of(std::string_view name) {
    std::vector<std::string_view> parts;
    while (true) {
        const std::size_t slash = name.find('/');
        parts.push_back(name.substr(0, slash));
        if (slash == std::string_view::npos) return parts;
        name.remove_prefix(slash + 1);
    }
}

bool is_named(const Item &item, const std::vector<std::string_view> &parts) {
    const bool fits = (!item.key.empty() && item.key == parts.back()) ||
                      (item.seed != 0 && makes_id(parts.back(), item.seed, item.id));
    if (!fits) return false;
    std::size_t depth = item.levels.size();
    for (std::size_t i = parts.size() - 1; i-- > 0;) { // from the inside out; levels may be left unnamed
        bool is_met = false;
        while (depth > 0 && !is_met) {
            const Item::Level &level = item.levels[--depth];
            is_met = level.id == 0 ? level.window == parts[i] : makes_id(parts[i], level.seed, level.id);
        }
        if (!is_met) return false;
    }
    return true;
}

} // namespace tsunagi::gui
