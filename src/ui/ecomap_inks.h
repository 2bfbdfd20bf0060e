#pragma once

#include "ecomap/picture.h"
#include "ui/theme.h"

namespace tsunagi::ui {

/// The colours of an eco-map in a theme. Names keep a contrast of 4.5:1 to what they stand on, lines one of 3:1.
[[nodiscard]] const ecomap::Inks &inks_of(ThemeKind theme);

} // namespace tsunagi::ui
