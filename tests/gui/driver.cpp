#include "gui/driver.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdarg>
#include <exception>
#include <filesystem>
#include <optional>
#include <set>
#include <utility>

#include <fmt/format.h>
#include <imgui_internal.h>

namespace tsunagi::gui {

namespace {

constexpr float kFrameSeconds = 1.0F / 60.0F;
constexpr float kTextSize = 18.0F;
constexpr float kSlack = 1.0F; // windows round their scroll to whole pixels

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

Driver &driver_of(ImGuiContext *context) { return *static_cast<Driver *>(context->TestEngine); }

std::optional<std::string> font_file(const char *name) {
    for (const std::filesystem::path &folder : {std::filesystem::path(TSUNAGI_BINARY_PATH).parent_path() / "fonts",
                                                std::filesystem::path("/usr/share/fonts/truetype/bizud-gothic")})
        if (std::filesystem::exists(folder / name)) return (folder / name).string();
    return std::nullopt;
}

std::string without_spaces(std::string_view text) {
    std::string packed;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text.substr(i, 3) == "\u3000")
            i += 2;
        else if (text[i] != ' ' && text[i] != '\t' && text[i] != '\n' && text[i] != '\r')
            packed += text[i];
    }
    return packed;
}

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

// ---- Rect and Item ----------------------------------------------------------------------------------------

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

// ---- Life -------------------------------------------------------------------------------------------------

Driver::Driver(int width, int height, float scale) : previous_context_(ImGui::GetCurrentContext()) {
    IMGUI_CHECKVERSION();
    context_ = ImGui::CreateContext();
    ImGui::SetCurrentContext(context_);
    context_->TestEngine = this;
    context_->ErrorCallbackUserData = this;
    context_->ErrorCallback = [](ImGuiContext *, void *driver, const char *message) {
        static_cast<Driver *>(driver)->note_problem(message);
    };

    ImGuiIO &io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.DisplaySize = {static_cast<float>(width), static_cast<float>(height)};
    io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
    io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures | ImGuiBackendFlags_RendererHasVtxOffset;
    // Errors are thrown by us, the same in every build.
    io.ConfigErrorRecoveryEnableAssert = false;
    io.ConfigErrorRecoveryEnableDebugLog = false;
    io.ConfigErrorRecoveryEnableTooltip = false;

    ImGuiPlatformIO &platform = ImGui::GetPlatformIO();
    platform.Platform_OpenInShellFn = [](ImGuiContext *context, const char *address) {
        driver_of(context).opened_addresses_.emplace_back(address);
        return true;
    };

    const auto load = [&](const char *name) -> ImFont * {
        const auto file = font_file(name);
        return file ? io.Fonts->AddFontFromFileTTF(file->c_str()) : nullptr;
    };
    regular_ = load("BIZUDGothic-Regular.ttf");
    bold_ = load("BIZUDGothic-Bold.ttf");
    if (regular_ == nullptr) {
        ImGui::DestroyContext(context_);
        ImGui::SetCurrentContext(previous_context_);
        throw DriverError("BIZUDGothic-Regular.ttf was not found beside the binary or in the system");
    }
    ImGuiStyle &style = ImGui::GetStyle();
    style.FontSizeBase = kTextSize;
    style.FontScaleMain = scale;
    style.ScaleAllSizes(scale);
    draw_ = [] {};
}

Driver::~Driver() {
    ImGui::SetCurrentContext(context_);
    for (ImTextureData *texture : ImGui::GetPlatformIO().Textures) {
        texture->SetTexID(ImTextureID_Invalid);
        texture->SetStatus(ImTextureStatus_Destroyed);
    }
    ImGui::GetIO().BackendFlags &= ~ImGuiBackendFlags_RendererHasTextures;
    context_->TestEngineHookItems = false;
    ImGui::DestroyContext(context_);
    ImGui::SetCurrentContext(previous_context_);
}

// ---- Frames -----------------------------------------------------------------------------------------------

void Driver::show(std::function<void()> draw) {
    draw_ = std::move(draw);
    frame(3);
}

void Driver::frame(int count) {
    for (int i = 0; i < count; ++i) run_frame(kFrameSeconds, false);
}

void Driver::settle() {
    for (int i = 0; i < 1000 && !context_->InputEventsQueue.empty(); ++i) frame();
    frame(2);
}

void Driver::pause(double seconds) { run_frame(static_cast<float>(seconds), false); }

void Driver::resize(int width, int height) {
    context_->IO.DisplaySize = {static_cast<float>(width), static_cast<float>(height)};
    frame(3);
}

void Driver::run_frame(float seconds, bool is_survey) {
    ImGui::SetCurrentContext(context_);
    context_->IO.DeltaTime = seconds;
    context_->TestEngineHookItems = true;
    items_.clear();
    index_.clear();
    early_infos_.clear();
    problems_.clear();
    ++frame_count_;

    ImGui::NewFrame();
    if (is_survey) ImGui::LogToBuffer(0);
    ImGuiErrorRecoveryState before;
    ImGui::ErrorRecoveryStoreState(&before);
    std::exception_ptr thrown;
    try {
        draw_();
    } catch (...) {
        thrown = std::current_exception();
        ImGui::ErrorRecoveryTryToRecoverState(&before);
    }
    if (is_survey) {
        text_ = context_->LogBuffer.c_str();
        ImGui::LogFinish();
    }
    ImGui::Render();
    answer_texture_requests();
    if (thrown) std::rethrow_exception(thrown);
    throw_problems();
}

// A renderer without a screen: textures are as good as made once asked for.
void Driver::answer_texture_requests() {
    for (ImTextureData *texture : ImGui::GetPlatformIO().Textures) {
        switch (texture->Status) {
        case ImTextureStatus_WantCreate:
            texture->SetTexID(static_cast<ImTextureID>(texture->UniqueID + 1));
            texture->SetStatus(ImTextureStatus_OK);
            break;
        case ImTextureStatus_WantUpdates: texture->SetStatus(ImTextureStatus_OK); break;
        case ImTextureStatus_WantDestroy:
            texture->SetTexID(ImTextureID_Invalid);
            texture->SetStatus(ImTextureStatus_Destroyed);
            break;
        default: break;
        }
    }
}

void Driver::throw_problems() {
    if (problems_.empty()) return;
    throw DriverError(fmt::format("{}", fmt::join(std::exchange(problems_, {}), "\n")));
}

// ---- What the hooks tell ----------------------------------------------------------------------------------

void Driver::note_item(ImGuiID id, const Rect &rect, const void *last_item_data) {
    const auto *data = static_cast<const ImGuiLastItemData *>(last_item_data);
    const ImGuiWindow *window = context_->CurrentWindow;
    if (id == 0 || window == nullptr) return;

    Item item;
    item.id = id;
    item.rect = data != nullptr ? rect_of(data->Rect) : rect;
    item.is_window = data == nullptr && id == window->ID;
    item.clip = rect_of(window->ClipRect);
    item.window = window->ID;
    item.is_enabled = data == nullptr || (data->ItemFlags & ImGuiItemFlags_Disabled) == 0;
    if (!window->IDStack.empty()) item.seed = window->IDStack.back();
    // While a child is drawn, its parents' id stacks stay as they were at BeginChild.
    std::vector<const ImGuiWindow *> windows = {window};
    while ((windows.back()->Flags & ImGuiWindowFlags_ChildWindow) != 0 && windows.back()->ParentWindow != nullptr)
        windows.push_back(windows.back()->ParentWindow);
    for (std::size_t w = windows.size(); w-- > 0;) {
        item.levels.push_back({window_key(*windows[w]), 0, 0});
        const ImVector<ImGuiID> &stack = windows[w]->IDStack;
        for (int i = 1; i < stack.Size; ++i) item.levels.push_back({{}, stack[i], stack[i - 1]});
    }
    const auto early = early_infos_.find(id);
    if (early != early_infos_.end()) {
        item.label = early->second.first;
        item.key = key_of(item.label);
    }

    const auto [known, is_new] = index_.emplace(id, items_.size());
    if (is_new) {
        items_.push_back(std::move(item));
        return;
    }
    const Item &first = items_[known->second];
    const bool is_same_place = std::abs(first.rect.min.x - item.rect.min.x) < kSlack &&
                               std::abs(first.rect.min.y - item.rect.min.y) < kSlack &&
                               std::abs(first.rect.max.x - item.rect.max.x) < kSlack &&
                               std::abs(first.rect.max.y - item.rect.max.y) < kSlack;
    const bool may_repeat = data != nullptr && (data->ItemFlags & ImGuiItemFlags_AllowDuplicateId) != 0;
    // A field over several lines is an item and, inside, a child window with the same id.
    const bool is_own_child =
        std::any_of(context_->Windows.begin(), context_->Windows.end(), [&](const ImGuiWindow *w) {
            return w->ChildId == id && w->LastFrameActive == context_->FrameCount;
        });
    if (is_same_place || may_repeat || is_own_child) return;
    problems_.push_back(fmt::format("the same id twice in one frame: {} at ({:.0f}, {:.0f}) and at ({:.0f}, {:.0f})",
                                    first.name(), first.rect.min.x, first.rect.min.y, item.rect.min.x,
                                    item.rect.min.y));
}

void Driver::note_info(ImGuiID id, const char *label, int status_flags) {
    const std::string text = label == nullptr ? "" : label;
    const auto known = index_.find(id);
    if (known == index_.end()) {
        early_infos_[id] = {text, status_flags};
        return;
    }
    Item &item = items_[known->second];
    item.label = text;
    item.key = item.is_window ? item.window_name() : key_of(text);
    item.is_checked = (status_flags & ImGuiItemStatusFlags_Checked) != 0;
    item.is_open = (status_flags & ImGuiItemStatusFlags_Opened) != 0;
}

void Driver::note_problem(const char *message) { problems_.push_back(std::string("Dear ImGui: ") + message); }

const char *Driver::label_of(ImGuiID id) const {
    const auto known = index_.find(id);
    return known == index_.end() || items_[known->second].label.empty() ? nullptr : items_[known->second].label.c_str();
}

// ---- Finding ----------------------------------------------------------------------------------------------

const Item *Driver::find(std::string_view name) const {
    const std::vector<std::string_view> parts = parts_of(name);
    for (const bool wants_windows : {false, true}) {
        std::vector<const Item *> found;
        for (const Item &item : items_)
            if (item.is_window == wants_windows && is_named(item, parts)) found.push_back(&item);
        if (found.size() == 1) return found.front();
        if (found.empty()) continue;
        std::string message = fmt::format("\"{}\" fits several widgets; say what it is in:", name);
        for (const Item *item : found)
            message += fmt::format("\n  {} at ({:.0f}, {:.0f})", item->name(), item->rect.min.x, item->rect.min.y);
        throw DriverError(message);
    }
    return nullptr;
}

void Driver::survey() { run_frame(kFrameSeconds, true); }

Item Driver::locate(std::string_view name) {
    if (const Item *item = find(name)) return *item;
    survey();
    if (const Item *item = find(name)) return *item;
    throw DriverError(fmt::format("there is no \"{}\"; there is: {}", name, listing()));
}

std::string Driver::listing() const {
    std::set<std::string> names;
    for (const Item &item : items_)
        if (!item.is_window && !item.key.empty() && item.key[0] != '#') names.insert(item.key);
    return names.empty() ? "nothing" : fmt::format("{}", fmt::join(names, ", "));
}

Item Driver::item(std::string_view name) { return locate(name); }

bool Driver::exists(std::string_view name) {
    if (find(name) != nullptr) return true;
    survey();
    return find(name) != nullptr;
}

bool Driver::is_visible(std::string_view name) {
    frame(); // a survey draws what is clipped away
    const Item *item = find(name);
    return item != nullptr && item->is_visible();
}

bool Driver::is_enabled(std::string_view name) { return locate(name).is_enabled; }

bool Driver::is_checked(std::string_view name) {
    frame();
    const Item *item = find(name);
    if (item != nullptr && !item->label.empty()) return item->is_checked;
    survey(); // out of view it does not tell
    return locate(name).is_checked;
}

bool Driver::is_hovered(std::string_view name) {
    const ImGuiID hovered = context_->HoveredId;
    return locate(name).id == hovered;
}

bool Driver::is_focused(std::string_view name) {
    const ImGuiID focused = context_->NavId;
    return locate(name).id == focused;
}

bool Driver::is_active(std::string_view name) {
    const ImGuiID active = context_->ActiveId;
    return locate(name).id == active;
}

std::string Driver::focused() {
    const ImGuiID id = context_->NavId;
    if (id == 0) return {};
    for (const bool is_surveyed : {false, true}) {
        if (is_surveyed) survey();
        const auto known = index_.find(id);
        if (known != index_.end() && !items_[known->second].key.empty()) return items_[known->second].key;
    }
    return fmt::format("#{:08X}", id);
}

bool Driver::is_focus_shown() const { return context_->NavId != 0 && context_->NavCursorVisible; }

std::string Driver::text_of_frame() {
    survey();
    return text_;
}

bool Driver::shows(std::string_view text) {
    return without_spaces(text_of_frame()).find(without_spaces(text)) != std::string::npos;
}

std::string Driver::clipboard() const {
    ImGui::SetCurrentContext(context_);
    const char *text = ImGui::GetClipboardText();
    return text == nullptr ? "" : text;
}

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

// ---- The hooks, called by Dear ImGui built with IMGUI_ENABLE_TEST_ENGINE ----------------------------------

void ImGuiTestEngineHook_ItemAdd(ImGuiContext *context, ImGuiID id, const ImRect &rect, const ImGuiLastItemData *data) {
    tsunagi::gui::driver_of(context).note_item(id, tsunagi::gui::rect_of(rect), data);
}

void ImGuiTestEngineHook_ItemInfo(ImGuiContext *context, ImGuiID id, const char *label, ImGuiItemStatusFlags flags) {
    tsunagi::gui::driver_of(context).note_info(id, label, flags);
}

void ImGuiTestEngineHook_Log(ImGuiContext *, const char *, ...) {}

const char *ImGuiTestEngine_FindItemDebugLabel(ImGuiContext *context, ImGuiID id) {
    return tsunagi::gui::driver_of(context).label_of(id);
}
