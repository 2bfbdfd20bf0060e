#pragma once

#include <imgui.h>

#include "ecomap/picture.h"
#include "ui/theme.h"

namespace tsunagi::ui {

/// The colours of an eco-map in a theme. Names keep a contrast of 4.5:1 to what they stand on, lines one of 3:1.
[[nodiscard]] const ecomap::Inks &inks_of(ThemeKind theme);

/// One of them as Dear ImGui wants it.
[[nodiscard]] ImU32 colour_of(const ecomap::Inks &inks, ecomap::Ink ink);

} // namespace tsunagi::ui
