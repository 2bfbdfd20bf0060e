#pragma once

#include <filesystem>
#include <string>

#include "base/result.h"
#include "ecomap/picture.h"

namespace tsunagi::ecomap {

/// The longest side and the most pixels of a PNG.
inline constexpr int kMaxPngSide = 16384;
inline constexpr int kMaxPngPixels = 64 * 1024 * 1024;

/// The bytes of a PNG of the picture, drawn without a screen. `font_folder` holds BIZUDGothic-Regular.ttf and
/// BIZUDGothic-Bold.ttf (without the bold one everything is regular). Errors: "png-size" (too large, or a scale that is
/// no positive number; detail: the size in pixels), "png-font" (detail: the font file), "png-draw" (what cairo says).
[[nodiscard]] base::Result<std::string> png_of(const ecomap::Picture &picture, const ecomap::Inks &inks,
                                               const std::filesystem::path &font_folder, float pixels_per_unit);

} // namespace tsunagi::ecomap
