#pragma once

#include <array>
#include <string_view>

#include <imgui.h>

#include "model/vocabulary.h"

namespace tsunagi::ui {

enum class ThemeKind { light, dark, high_contrast };
inline constexpr std::array<std::string_view, 3> kThemeWords = {"light", "dark", "high_contrast"};

/// Every colour the program uses, named by what it is for. Pairs that carry text keep a contrast of 4.5:1.
struct Palette {
    ImU32 window = 0;   ///< behind everything
    ImU32 panel = 0;    ///< the side panel, the bars
    ImU32 card = 0;     ///< what can be pressed
    ImU32 card_hot = 0; ///< under the pointer
    ImU32 card_on = 0;  ///< taken
    ImU32 border = 0;   ///< between things; tells nothing that a text does not tell
    ImU32 edge = 0;     ///< of what is filled in: fields, cells, empty gauges; 3:1 to what is on both sides
    ImU32 text = 0;
    ImU32 muted = 0; ///< secondary text, still readable
    ImU32 accent = 0;
    ImU32 accent_hot = 0;
    ImU32 on_accent = 0; ///< text on accent
    ImU32 focus = 0;     ///< the keyboard's ring
    ImU32 fill = 0;      ///< bars: what was earned
    ImU32 fill_back = 0; ///< bars: what was available
    ImU32 notice = 0;    ///< background of a remark
    ImU32 danger = 0;    ///< text and frame of what concerns safety
    ImU32 danger_back = 0;
    std::array<ImU32, model::kOptionClassWords.size()> classes{}; ///< text colours
    std::array<ImU32, model::kGaugeWords.size()> gauges{};        ///< lines of a chart and their labels
};

[[nodiscard]] const Palette &palette_of(ThemeKind theme);

/// Sets Dear ImGui's style from a palette. `text_percent` (80-250) scales text and all distances alike.
void apply_theme(ThemeKind theme, int text_percent);

/// Text size at 100 %, in pixels.
inline constexpr float kBaseTextSize = 18.0F;

/// The type scale: sizes relative to body text.
enum class TextRole { body, small, lead, heading, title };
[[nodiscard]] float size_of(TextRole role); ///< in unscaled pixels, for ImGui::PushFont
/// Distance from line to line relative to the text's size; Japanese needs more air than Latin text.
[[nodiscard]] float leading_of(TextRole role);

/// One em of body text at the current scale, in pixels: the unit of all distances.
[[nodiscard]] float em();

} // namespace tsunagi::ui
