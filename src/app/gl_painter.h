#pragma once

#include <filesystem>
#include <memory>

#include "base/result.h"
#include "ui/ecomap_painter.h"

namespace tsunagi::app {

/// The painter of eco-maps for the window whose OpenGL context is current and whose Dear ImGui backend has been set up;
/// it has to go before they do. Errors: "gl-version" (older than 3.3; detail: the version), "gl-shader" (detail: what
/// the compiler says): screens then do without it.
[[nodiscard]] base::Result<std::unique_ptr<ui::EcoMapPainter>>
make_gl_painter(const std::filesystem::path &shader_folder);

} // namespace tsunagi::app
