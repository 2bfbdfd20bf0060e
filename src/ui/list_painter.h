#pragma once

#include <cstdint>
#include <list>
#include <vector>

#include "ecomap/shapes.h"
#include "ui/ecomap_painter.h"

namespace tsunagi::ui {

/// Draws with what Dear ImGui offers everywhere: for computers without OpenGL 3.3, and for tests without a window.
class ListPainter final : public EcoMapPainter {
  public:
    void paint(ImDrawList &list, const ecomap::Picture &picture, std::uint64_t serial, const ecomap::Inks &inks,
               const PaintPlace &place) override;

  private:
    struct Kept {
        std::uint64_t serial = 0;
        std::vector<ecomap::Line> lines; ///< from back to front
    };
    [[nodiscard]] const std::vector<ecomap::Line> &lines_of(const ecomap::Picture &picture, std::uint64_t serial);

    std::list<Kept> kept_; ///< the one used last in front
    std::vector<ImVec2> points_;
};

} // namespace tsunagi::ui
