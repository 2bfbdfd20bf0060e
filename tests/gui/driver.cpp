#include "gui/driver.h"

#include <algorithm>
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
constexpr float kSamePlace = 1.0F;

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

} // namespace

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
    const bool is_same_place = std::abs(first.rect.min.x - item.rect.min.x) < kSamePlace &&
                               std::abs(first.rect.min.y - item.rect.min.y) < kSamePlace &&
                               std::abs(first.rect.max.x - item.rect.max.x) < kSamePlace &&
                               std::abs(first.rect.max.y - item.rect.max.y) < kSamePlace;
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
