#pragma once

#include <cstdint>

#include <imgui.h>

#include "ecomap/picture.h"

namespace tsunagi::ui {

/// Where a picture comes to lie on the screen, in Dear ImGui's coordinates.
struct PaintPlace {
    ImVec2 origin;      ///< of the picture's (0, 0)
    float scale = 1.0F; ///< pixels per unit
    ImVec2 clip_min;    ///< nothing is drawn outside
    ImVec2 clip_max;
};

/// Draws eco-maps by means that screens know nothing of. Where there is none, screens draw with lines and polygons.
class EcoMapPainter {
  public:
    virtual ~EcoMapPainter() = default;

    /// Puts zones, halos, ties, marks and plates behind whatever is added to `list` next; paper and words are left to
    /// the caller. `serial`: another one for every change of a picture, and never one that an earlier picture had.
    virtual void paint(ImDrawList &list, const ecomap::Picture &picture, std::uint64_t serial, const ecomap::Inks &inks,
                       const PaintPlace &place) = 0;
};

} // namespace tsunagi::ui
