#include "ui/widgets.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <imgui_internal.h>
#include <imgui_stdlib.h>

#include "ui/keyboard.h"

namespace tsunagi::ui {

namespace {

ImFont *font_of(const Ui &ui, bool is_bold) {
    return is_bold && ui.fonts.bold != nullptr ? ui.fonts.bold : ui.fonts.regular;
}

float pixels_of(TextRole role) { return std::round(size_of(role) * ImGui::GetStyle().FontScaleMain); }

float line_height(TextRole role) { return std::round(pixels_of(role) * leading_of(role)); }

float width_or_rest(float width) { return width > 0.0F ? width : std::max(ImGui::GetContentRegionAvail().x, 1.0F); }

} // namespace

TextScope::TextScope(const Ui &ui, TextRole role, bool is_bold) {
    ImGui::PushFont(font_of(ui, is_bold), size_of(role));
}
TextScope::~TextScope() { ImGui::PopFont(); }

ChildScope::ChildScope(const char *id, ImVec2 size, ImU32 background, bool is_padded, ImGuiWindowFlags flags,
                       bool is_auto_height) {
    ImGuiChildFlags child = ImGuiChildFlags_NavFlattened;
    if (is_padded) child |= ImGuiChildFlags_AlwaysUseWindowPadding;
    if (is_auto_height) child |= ImGuiChildFlags_AutoResizeY;
    ImGui::PushStyleColor(ImGuiCol_ChildBg, background);
    ImGui::BeginChild(id, size, child, flags);
    ImGui::PopStyleColor();
    // Where panels have the colour of what lies behind them (high contrast), a line shows where they end.
    if (background != ImGui::GetColorU32(ImGuiCol_WindowBg)) return;
    const ImVec2 at = ImGui::GetWindowPos();
    const ImVec2 extent = ImGui::GetWindowSize();
    ImGui::GetWindowDrawList()->AddRect(at, {at.x + extent.x, at.y + extent.y}, ImGui::GetColorU32(ImGuiCol_Border),
                                        ImGui::GetStyle().ChildRounding);
}
ChildScope::~ChildScope() { ImGui::EndChild(); }

float draw_text_at(const Ui &ui, ImVec2 at, std::string_view text, TextRole role, ImU32 colour, bool is_bold,
                   float width) {
    ImFont *font = font_of(ui, is_bold);
    const auto &lines = ui.layout.lines(text, font, pixels_of(role), width);
    const float step = line_height(role);
    const float inset = std::floor((step - pixels_of(role)) * 0.5F);
    const TextScope scope(ui, role, is_bold);
    const ColorScope text_colour(ImGuiCol_Text, colour != 0 ? colour : ui.palette.text);
    float y = at.y;
    for (const TextLine &line : lines) {
        ImGui::RenderText({at.x, y + inset}, text.data() + line.begin, text.data() + line.end, false);
        y += step;
    }
    return y - at.y;
}

float text_height(const Ui &ui, std::string_view text, TextRole role, bool is_bold, float width) {
    return static_cast<float>(ui.layout.lines(text, font_of(ui, is_bold), pixels_of(role), width).size()) *
           line_height(role);
}

void text_block(const Ui &ui, std::string_view text, TextRole role, ImU32 colour, bool is_bold, float width) {
    const float wrap = width_or_rest(width);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float height = draw_text_at(ui, at, text, role, colour, is_bold, wrap);
    float widest = 0.0F;
    if (width <= 0.0F) widest = wrap;
    ImGui::Dummy({width > 0.0F ? width : widest, height});
}

void heading(const Ui &ui, std::string_view text, TextRole role) { text_block(ui, text, role, 0, true); }

void gap(float ems) { ImGui::Dummy({1.0F, std::max(ems * em() - ImGui::GetStyle().ItemSpacing.y, 0.0F)}); }

bool primary_button(const Ui &ui, const char *label, bool is_enabled) {
    // One that cannot be pressed yet is grey, and what it says can still be read.
    const bool is_live = is_enabled && (GImGui->CurrentItemFlags & ImGuiItemFlags_Disabled) == 0;
    const ColorScope back(ImGuiCol_Button, is_live ? ui.palette.accent : ui.palette.fill_back);
    const ColorScope hot(ImGuiCol_ButtonHovered, ui.palette.accent_hot);
    const ColorScope active(ImGuiCol_ButtonActive, ui.palette.accent_hot);
    const ColorScope border(ImGuiCol_Border, is_live ? ui.palette.accent : ui.palette.border);
    const ColorScope text(ImGuiCol_Text, is_live ? ui.palette.on_accent : ui.palette.muted);
    const DisabledScope disabled(!is_enabled);
    const TextScope scope(ui, TextRole::body, true);
    return ImGui::Button(label);
}

bool plain_button(const Ui &, const char *label, bool is_enabled) {
    const DisabledScope disabled(!is_enabled);
    return ImGui::Button(label);
}

bool choice_button(const Ui &ui, const char *label, bool is_here) {
    const ColorScope text(ImGuiCol_Text, is_here ? ui.palette.accent : ui.palette.text);
    const ColorScope border(ImGuiCol_Border, is_here ? ui.palette.accent : ui.palette.border);
    return plain_button(ui, label);
}

float button_width(const char *label) {
    return ImGui::CalcTextSize(label, nullptr, true).x + ImGui::GetStyle().FramePadding.x * 2.0F;
}

namespace {

void draw_card_mark(const Ui &ui, ImDrawList *list, ImVec2 centre, const CardLook &look) {
    const float radius = em() * 0.42F;
    const float thickness = std::max(1.5F, em() * 0.09F);
    const ImU32 colour = !look.is_enabled ? ui.palette.border : look.is_on ? ui.palette.accent : ui.palette.muted;
    if (look.mark == CardMark::radio) {
        list->AddCircle(centre, radius, colour, 0, thickness);
        if (look.is_on) list->AddCircleFilled(centre, radius * 0.55F, colour);
        return;
    }
    const ImVec2 min{centre.x - radius, centre.y - radius};
    const ImVec2 max{centre.x + radius, centre.y + radius};
    if (!look.is_on) {
        list->AddRect(min, max, colour, radius * 0.35F, 0, thickness);
        return;
    }
    list->AddRectFilled(min, max, colour, radius * 0.35F);
    const ImVec2 points[] = {{centre.x - radius * 0.5F, centre.y},
                             {centre.x - radius * 0.1F, centre.y + radius * 0.45F},
                             {centre.x + radius * 0.6F, centre.y - radius * 0.45F}};
    list->AddPolyline(points, 3, ui.palette.on_accent, 0, thickness * 1.3F);
}

} // namespace

bool card(const Ui &ui, const std::string &id, const CardLook &look, float width) {
    const float pad = em() * 0.7F;
    const float mark_room = look.mark == CardMark::none ? 0.0F : em() * 1.5F;
    const float full = width_or_rest(width);
    float side_room = 0.0F;
    if (!look.side.empty()) {
        const TextScope scope(ui, TextRole::small, true);
        side_room = ImGui::CalcTextSize(look.side.data(), look.side.data() + look.side.size()).x + pad;
    }
    const float wrap = std::max(full - pad * 2.0F - mark_room - side_room, em() * 4.0F);
    const float text_room = text_height(ui, look.text, TextRole::body, false, wrap);
    const float detail_room =
        look.detail.empty() ? 0.0F : text_height(ui, look.detail, TextRole::small, false, wrap) + em() * 0.2F;
    const float inset = em() * 0.45F;
    const ImVec2 size{full, text_room + detail_room + inset * 2.0F};

    const ImVec2 at = ImGui::GetCursorScreenPos();
    const std::string label = "###" + id;
    const bool is_pressed = ImGui::InvisibleButton(label.c_str(), size, ImGuiButtonFlags_EnableNav) && look.is_enabled;
    if (!ImGui::IsItemVisible()) return is_pressed;
    const bool is_hot = ImGui::IsItemHovered() && look.is_enabled;

    ImDrawList *list = ImGui::GetWindowDrawList();
    const float rounding = ImGui::GetStyle().FrameRounding;
    const ImVec2 end{at.x + size.x, at.y + size.y};
    list->AddRectFilled(at, end,
                        look.is_on ? ui.palette.card_on
                        : is_hot   ? ui.palette.card_hot
                                   : ui.palette.card,
                        rounding);
    list->AddRect(at, end, look.is_on ? ui.palette.accent : ui.palette.border, rounding, 0,
                  look.is_on ? std::max(2.0F, em() * 0.1F) : 1.0F);
    const ImU32 colour = look.is_enabled ? ui.palette.text : ui.palette.muted;
    const float text_x = at.x + pad + mark_room;
    if (look.mark != CardMark::none)
        draw_card_mark(ui, list, {at.x + pad + em() * 0.45F, at.y + inset + em() * 0.8F}, look);
    draw_text_at(ui, {text_x, at.y + inset}, look.text, TextRole::body, colour, false, wrap);
    if (!look.detail.empty())
        draw_text_at(ui, {text_x, at.y + inset + text_room + em() * 0.2F}, look.detail, TextRole::small,
                     ui.palette.muted, false, wrap);
    if (!look.side.empty())
        draw_text_at(ui, {end.x - side_room, at.y + inset}, look.side, TextRole::small,
                     look.is_enabled ? ui.palette.accent : ui.palette.muted, true, side_room);
    return is_pressed;
}

bool fold_row(const Ui &ui, const std::string &id, std::string_view text, std::string_view side, bool is_open) {
    const float pad = em() * 0.6F;
    const float full = width_or_rest(0.0F);
    float side_room = 0.0F;
    if (!side.empty()) {
        const TextScope scope(ui, TextRole::small, false);
        side_room = ImGui::CalcTextSize(side.data(), side.data() + side.size()).x + pad;
    }
    const float wrap = std::max(full - pad * 2.0F - em() - side_room, em() * 4.0F);
    const float text_room = text_height(ui, text, TextRole::body, false, wrap);
    const float inset = em() * 0.3F;
    const ImVec2 size{full, text_room + inset * 2.0F};
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const std::string label = "###" + id;
    const bool is_pressed = ImGui::InvisibleButton(label.c_str(), size, ImGuiButtonFlags_EnableNav);
    if (!ImGui::IsItemVisible()) return is_pressed;

    ImDrawList *list = ImGui::GetWindowDrawList();
    const ImVec2 end{at.x + size.x, at.y + size.y};
    if (ImGui::IsItemHovered()) list->AddRectFilled(at, end, ui.palette.card_hot, ImGui::GetStyle().FrameRounding);
    const float r = em() * 0.28F;
    const ImVec2 c{at.x + pad + r, at.y + inset + em() * 0.8F};
    if (is_open)
        list->AddTriangleFilled({c.x - r, c.y - r * 0.6F}, {c.x + r, c.y - r * 0.6F}, {c.x, c.y + r * 0.8F},
                                ui.palette.muted);
    else
        list->AddTriangleFilled({c.x - r * 0.6F, c.y - r}, {c.x - r * 0.6F, c.y + r}, {c.x + r * 0.8F, c.y},
                                ui.palette.muted);
    draw_text_at(ui, {at.x + pad + em(), at.y + inset}, text, TextRole::body, 0, false, wrap);
    if (!side.empty())
        draw_text_at(ui, {end.x - side_room, at.y + inset + em() * 0.1F}, side, TextRole::small, ui.palette.muted,
                     false, side_room);
    return is_pressed;
}

ImVec2 draw_chip_at(const Ui &ui, ImVec2 at, std::string_view text, ImU32 colour, ImU32 background) {
    const float pad = em() * 0.45F;
    const float height = line_height(TextRole::small);
    float width = 0.0F;
    {
        const TextScope scope(ui, TextRole::small, true);
        width = ImGui::CalcTextSize(text.data(), text.data() + text.size()).x + pad * 2.0F;
    }
    ImDrawList *list = ImGui::GetWindowDrawList();
    list->AddRectFilled(at, {at.x + width, at.y + height}, background, height * 0.35F);
    list->AddRect(at, {at.x + width, at.y + height}, colour, height * 0.35F, 0, 1.0F);
    draw_text_at(ui, {at.x + pad, at.y}, text, TextRole::small, colour, true, width);
    return {width, height};
}

void chip(const Ui &ui, std::string_view text, ImU32 colour, ImU32 background) {
    ImGui::Dummy(draw_chip_at(ui, ImGui::GetCursorScreenPos(), text, colour, background));
}

bool link_text(const Ui &ui, const std::string &id, std::string_view text, TextRole role, bool is_bold) {
    const float width = ImGui::GetContentRegionAvail().x;
    const auto &lines = ui.layout.lines(text, font_of(ui, is_bold), pixels_of(role), width);
    float widest = em();
    {
        const TextScope scope(ui, role, is_bold);
        for (const TextLine &line : lines)
            widest = std::max(widest, ImGui::CalcTextSize(text.data() + line.begin, text.data() + line.end).x);
    }
    const float step = line_height(role);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImVec2 size{std::min(widest, width), step * static_cast<float>(std::max<std::size_t>(lines.size(), 1))};
    const bool is_pressed = ImGui::InvisibleButton(("###" + id).c_str(), size, ImGuiButtonFlags_EnableNav);
    const bool is_hot = ImGui::IsItemHovered() || is_keyboard_on_item();
    if (is_hot) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    draw_text_at(ui, at, text, role, ui.palette.accent, is_bold, width);
    if (!is_hot) return is_pressed;
    const TextScope scope(ui, role, is_bold);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const float y = std::round(at.y + step * (static_cast<float>(i) + 0.9F));
        const float end = ImGui::CalcTextSize(text.data() + lines[i].begin, text.data() + lines[i].end).x;
        ImGui::GetWindowDrawList()->AddLine({at.x, y}, {at.x + end, y}, ui.palette.accent);
    }
    return is_pressed;
}

bool link_chip(const Ui &ui, const std::string &id, std::string_view text) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float height = line_height(TextRole::small);
    float width = em() * 0.9F;
    {
        const TextScope scope(ui, TextRole::small, true);
        width += ImGui::CalcTextSize(text.data(), text.data() + text.size()).x;
    }
    const bool is_pressed = ImGui::InvisibleButton(("###" + id).c_str(), {width, height}, ImGuiButtonFlags_EnableNav);
    const bool is_hot = ImGui::IsItemHovered() || is_keyboard_on_item();
    if (is_hot) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    draw_chip_at(ui, at, text, ui.palette.accent, is_hot ? ui.palette.card_hot : ui.palette.window);
    return is_pressed;
}

void open_entry(const Ui &ui, const std::string &entry) { ui.intents.push(OpenHandbook{model::HandbookId(entry)}); }

void entry_link(const Ui &ui, const std::string &id, const std::string &entry, std::string_view text, TextRole role,
                bool is_bold) {
    if (link_text(ui, id, text, role, is_bold)) open_entry(ui, entry);
}

FieldEvent line_input(const Ui &ui, const char *label, const std::string &hint, std::string &text, float width) {
    const float rest = ImGui::GetContentRegionAvail().x;
    ImGui::SetNextItemWidth(width > 0.0F ? std::min(width, rest) : rest);
    const std::string before = text;
    FieldEvent event;
    const ColorScope border(ImGuiCol_Border, ui.palette.edge);
    event.is_entered = ImGui::InputTextWithHint(label, hint.c_str(), &text, ImGuiInputTextFlags_EnterReturnsTrue);
    // Dear ImGui takes Escape for "undo all"; who types Japanese presses it to leave a conversion.
    if (ImGui::IsKeyPressed(ImGuiKey_Escape, false)) text = before;
    event.has_changed = text != before;
    return event;
}

namespace {

// A bar filled and outlined up to so many pixels; it takes the room of `size`.
void draw_bar(const Ui &ui, float filled, float outlined, ImVec2 size) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImDrawList *list = ImGui::GetWindowDrawList();
    const float rounding = size.y * 0.2F;
    list->AddRectFilled(at, {at.x + outlined, at.y + size.y}, ui.palette.fill_back, rounding);
    if (filled > 0.0F) list->AddRectFilled(at, {at.x + filled, at.y + size.y}, ui.palette.fill, rounding);
    list->AddRect(at, {at.x + outlined, at.y + size.y}, ui.palette.muted, rounding);
    ImGui::Dummy(size);
}

} // namespace

void class_chip(const Ui &ui, const view::ClassView &option_class) {
    const ImU32 colour = ui.palette.classes[static_cast<std::size_t>(option_class.option_class)];
    chip(ui, option_class.symbol + " " + option_class.word, colour, ui.palette.panel);
}

void share_bar(const Ui &ui, int earned, int available, int full, ImVec2 size) {
    const float unit = full > 0 ? size.x / static_cast<float>(full) : 0.0F;
    draw_bar(ui, unit * static_cast<float>(earned), unit * static_cast<float>(available), size);
}

void share_bar(const Ui &ui, float part, ImVec2 size) { draw_bar(ui, size.x * part, size.x, size); }

void gauge_bar(const Ui &ui, int value, ImVec2 size) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImDrawList *list = ImGui::GetWindowDrawList();
    const float step = size.x / static_cast<float>(model::kGaugeMax);
    const float between = std::max(1.0F, step * 0.15F);
    for (int i = 0; i < model::kGaugeMax; ++i) {
        const ImVec2 min{at.x + step * static_cast<float>(i), at.y};
        const ImVec2 max{min.x + step - between, at.y + size.y};
        if (i < value)
            list->AddRectFilled(min, max, ui.palette.fill, 1.5F);
        else
            list->AddRect(min, max, ui.palette.edge, 1.5F);
    }
    ImGui::Dummy(size);
}

void tooltip(const Ui &ui, std::string_view text) {
    const bool is_wanted = ImGui::IsItemHovered(ImGuiHoveredFlags_DelayShort | ImGuiHoveredFlags_AllowWhenDisabled) ||
                           (ImGui::IsItemFocused() && GImGui->NavCursorVisible);
    if (!text.empty() && is_wanted) show_tooltip(ui, text);
}

void show_tooltip(const Ui &ui, std::string_view text) {
    if (!ImGui::BeginTooltip()) return;
    const float widest = em() * 24.0F;
    float width = 0.0F; // no wider than the text
    {
        const TextScope scope(ui, TextRole::small);
        width = std::ceil(ImGui::CalcTextSize(text.data(), text.data() + text.size()).x) + 1.0F;
    }
    text_block(ui, text, TextRole::small, 0, false, std::min(width, widest));
    ImGui::EndTooltip();
}

bool is_behind_message() {
    const ImGuiWindow *modal = ImGui::GetTopMostPopupModal();
    return modal != nullptr && ImGui::GetCurrentWindowRead()->RootWindow != modal;
}

bool is_key_free(ImGuiKey key) {
    return !is_behind_message() && !ImGui::GetIO().WantTextInput && !ImGui::GetIO().KeyCtrl && !ImGui::GetIO().KeyAlt &&
           ImGui::IsKeyPressed(key, false);
}

bool is_help_pressed() {
    if (is_behind_message()) return false;
    if (ImGui::IsKeyPressed(ImGuiKey_F1, false)) return true;
    // By the character: which key makes it depends on the keyboard.
    constexpr std::array<ImWchar, 2> kMarks = {0x3F, 0xFF1F};
    const ImVector<ImWchar> &typed = ImGui::GetIO().InputQueueCharacters;
    return !ImGui::GetIO().WantTextInput &&
           std::find_first_of(typed.begin(), typed.end(), kMarks.begin(), kMarks.end()) != typed.end();
}

bool is_confirm_pressed() {
    return !is_behind_message() && ImGui::GetIO().KeyCtrl &&
           (ImGui::IsKeyPressed(ImGuiKey_Enter, false) || ImGui::IsKeyPressed(ImGuiKey_KeypadEnter, false));
}

bool is_digit_free(int digit) {
    return is_key_free(static_cast<ImGuiKey>(static_cast<int>(ImGuiKey_0) + digit)) ||
           is_key_free(static_cast<ImGuiKey>(static_cast<int>(ImGuiKey_Keypad0) + digit));
}

void scroll_by_page_keys() {
    if (ImGui::GetIO().WantTextInput || is_behind_message()) return;
    const float page = ImGui::GetWindowHeight() * 0.85F;
    const bool is_down = ImGui::IsKeyPressed(ImGuiKey_PageDown);
    if (!is_down && !ImGui::IsKeyPressed(ImGuiKey_PageUp)) return;
    ImGui::SetScrollY(ImGui::GetScrollY() + (is_down ? page : -page));
    ImGui::NavMoveRequestCancel(); // Dear ImGui would take the keyboard along, as far as to the bar at the top
}

} // namespace tsunagi::ui
