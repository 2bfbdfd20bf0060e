#include "ui/theme.h"

namespace tsunagi::ui {

namespace {

constexpr ImU32 rgb(unsigned value) {
    return IM_COL32((value >> 16) & 0xFFU, (value >> 8) & 0xFFU, value & 0xFFU, 255U);
}

// Class and gauge colours follow Okabe and Ito's palette for colour-blind readers, darkened or lightened until they
// carry text and stay apart in every kind of colour vision; tests/gui/theme_test.cpp measures both.
constexpr Palette make_light() {
    Palette p;
    p.window = rgb(0xF6F4EF);
    p.panel = rgb(0xFFFFFF);
    p.card = rgb(0xFFFFFF);
    p.card_hot = rgb(0xEEF4F4);
    p.card_on = rgb(0xDCEEED);
    p.border = rgb(0xC9C6BD);
    p.edge = rgb(0x827F76);
    p.text = rgb(0x22282B);
    p.muted = rgb(0x5A6367);
    p.accent = rgb(0x0F6B6D);
    p.accent_hot = rgb(0x0B5557);
    p.on_accent = rgb(0xFFFFFF);
    p.focus = rgb(0xB35900);
    p.fill = rgb(0x0F6B6D);
    p.fill_back = rgb(0xDDE5E4);
    p.notice = rgb(0xFBF3DF);
    p.danger = rgb(0xA8321A);
    p.danger_back = rgb(0xFBEAE5);
    p.classes = {rgb(0x206CA6), rgb(0x00664B), rgb(0x512E00), rgb(0x6B4A75), rgb(0xA8321A)};
    p.gauges = {rgb(0x004F7C), rgb(0x026C51), rgb(0xA8321A), rgb(0x673EA0), rgb(0x532D00), rgb(0x3A4448)};
    return p;
}

constexpr Palette make_dark() {
    Palette p;
    p.window = rgb(0x171B1D);
    p.panel = rgb(0x1F2528);
    p.card = rgb(0x262D30);
    p.card_hot = rgb(0x2E383B);
    p.card_on = rgb(0x1E4446);
    p.border = rgb(0x465055);
    p.edge = rgb(0x828F95);
    p.text = rgb(0xE9ECEA);
    p.muted = rgb(0xA9B3B5);
    p.accent = rgb(0x5FC4BF);
    p.accent_hot = rgb(0x7FD6D1);
    p.on_accent = rgb(0x0E1E1F);
    p.focus = rgb(0xFFB454);
    p.fill = rgb(0x5FC4BF);
    p.fill_back = rgb(0x39444A);
    p.notice = rgb(0x3A3320);
    p.danger = rgb(0xFF9D85);
    p.danger_back = rgb(0x40231C);
    p.classes = {rgb(0x77BAF7), rgb(0x5FD3AE), rgb(0xE9B949), rgb(0xD1A6D8), rgb(0xFF9D85)};
    p.gauges = {rgb(0xB7E4FF), rgb(0x5FD3AE), rgb(0xFF9D85), rgb(0xD3A9DF), rgb(0xE9B949), rgb(0xDDE2E1)};
    return p;
}

constexpr Palette make_high_contrast() {
    Palette p;
    p.window = rgb(0x000000);
    p.panel = rgb(0x000000);
    p.card = rgb(0x000000);
    p.card_hot = rgb(0x1A1A1A);
    p.card_on = rgb(0x003A3A);
    p.border = rgb(0xFFFFFF);
    p.edge = rgb(0xFFFFFF);
    p.text = rgb(0xFFFFFF);
    p.muted = rgb(0xE0E0E0);
    p.accent = rgb(0xFFE14D);
    p.accent_hot = rgb(0xFFF099);
    p.on_accent = rgb(0x000000);
    p.focus = rgb(0xFF8CFF);
    p.fill = rgb(0xFFE14D);
    p.fill_back = rgb(0x3A3A3A);
    p.notice = rgb(0x1F1A00);
    p.danger = rgb(0xFF8A70);
    p.danger_back = rgb(0x2A0800);
    p.classes = {rgb(0xCEEBFF), rgb(0x6FEABE), rgb(0xFFD04D), rgb(0xE5B8F2), rgb(0xFF8A70)};
    p.gauges = {rgb(0x94D5FF), rgb(0x6BE8BC), rgb(0xFF8A70), rgb(0xD2A4D8), rgb(0xFFD04D), rgb(0xFFFFFF)};
    return p;
}

constexpr Palette kLight = make_light();
constexpr Palette kDark = make_dark();
constexpr Palette kHighContrast = make_high_contrast();

ImVec4 vec(ImU32 colour) { return ImGui::ColorConvertU32ToFloat4(colour); }

} // namespace

const Palette &palette_of(ThemeKind theme) {
    switch (theme) {
    case ThemeKind::dark: return kDark;
    case ThemeKind::high_contrast: return kHighContrast;
    case ThemeKind::light: break;
    }
    return kLight;
}

void apply_theme(ThemeKind theme, int text_percent) {
    const Palette &p = palette_of(theme);
    const float scale = static_cast<float>(text_percent) / 100.0F;
    ImGuiStyle style;
    style.WindowPadding = {16.0F, 12.0F};
    style.FramePadding = {12.0F, 7.0F};
    style.ItemSpacing = {10.0F, 8.0F};
    style.ItemInnerSpacing = {8.0F, 6.0F};
    style.CellPadding = {6.0F, 4.0F};
    style.ScrollbarSize = 14.0F;
    style.WindowRounding = 0.0F;
    style.ChildRounding = 8.0F;
    style.FrameRounding = 6.0F;
    style.PopupRounding = 8.0F;
    style.GrabRounding = 6.0F;
    style.ScrollbarRounding = 7.0F;
    style.WindowBorderSize = 0.0F;
    style.ChildBorderSize = 1.0F;
    style.FrameBorderSize = 1.0F;
    style.DisabledAlpha = 0.8F; // what cannot be pressed yet can still be read
    style.ScaleAllSizes(scale);
    style.FontSizeBase = kBaseTextSize;
    style.FontScaleMain = scale;

    const auto set = [&](ImGuiCol slot, ImU32 colour) { style.Colors[slot] = vec(colour); };
    set(ImGuiCol_Text, p.text);
    set(ImGuiCol_TextDisabled, p.muted);
    set(ImGuiCol_WindowBg, p.window);
    set(ImGuiCol_ChildBg, IM_COL32(0, 0, 0, 0));
    set(ImGuiCol_PopupBg, p.panel);
    set(ImGuiCol_Border, p.border);
    set(ImGuiCol_FrameBg, p.card);
    set(ImGuiCol_FrameBgHovered, p.card_hot);
    set(ImGuiCol_FrameBgActive, p.card_on);
    set(ImGuiCol_ScrollbarBg, IM_COL32(0, 0, 0, 0));
    set(ImGuiCol_ScrollbarGrab, p.edge);
    set(ImGuiCol_ScrollbarGrabHovered, p.muted);
    set(ImGuiCol_ScrollbarGrabActive, p.muted);
    set(ImGuiCol_CheckMark, p.accent);
    set(ImGuiCol_SliderGrab, p.accent);
    set(ImGuiCol_SliderGrabActive, p.accent_hot);
    set(ImGuiCol_Button, p.card);
    set(ImGuiCol_ButtonHovered, p.card_hot);
    set(ImGuiCol_ButtonActive, p.card_on);
    set(ImGuiCol_Header, p.card_on);
    set(ImGuiCol_HeaderHovered, p.card_hot);
    set(ImGuiCol_HeaderActive, p.card_on);
    set(ImGuiCol_Separator, p.border);
    set(ImGuiCol_Tab, p.panel);
    set(ImGuiCol_TabHovered, p.card_hot);
    set(ImGuiCol_TabSelected, p.card_on);
    set(ImGuiCol_TabSelectedOverline, p.accent);
    set(ImGuiCol_TableHeaderBg, p.panel);
    set(ImGuiCol_TableBorderStrong, p.border);
    set(ImGuiCol_TableBorderLight, p.border);
    set(ImGuiCol_TextSelectedBg, p.card_on);
    set(ImGuiCol_InputTextCursor, p.text);
    set(ImGuiCol_NavCursor, p.focus);
    set(ImGuiCol_ModalWindowDimBg, IM_COL32(0, 0, 0, 140)); // what is behind a message steps back, in every theme
    ImGui::GetStyle() = style;
}

float size_of(TextRole role) {
    switch (role) {
    case TextRole::small: return kBaseTextSize * 0.83F;
    case TextRole::lead: return kBaseTextSize * 1.11F;
    case TextRole::heading: return kBaseTextSize * 1.33F;
    case TextRole::title: return kBaseTextSize * 1.67F;
    case TextRole::body: break;
    }
    return kBaseTextSize;
}

float leading_of(TextRole role) {
    switch (role) {
    case TextRole::heading:
    case TextRole::title: return 1.35F;
    case TextRole::small: return 1.45F;
    case TextRole::body:
    case TextRole::lead: break;
    }
    return 1.6F;
}

float em() { return kBaseTextSize * ImGui::GetStyle().FontScaleMain; }

} // namespace tsunagi::ui
