#pragma once

#include <cstdint>
#include <vector>

#include "ecomap/picture.h"

namespace tsunagi::gfx {

// What the shaders get of a picture: a record for each figure and each tie. The numbers below are known to
// shaders/figure.* and shaders/tie.* too.

enum class Form : std::uint8_t { box = 0, ellipse = 1, diamond = 2, cut = 3 };

/// No ink: nothing is drawn.
inline constexpr std::uint8_t kNoInk = 255;

/// A zone, a mark, the halo around one, or a plate.
struct FigureInstance {
    ecomap::Rect rect;
    float corner = 0.0F; ///< radius of a box's corners, or what is cut off
    float border_width = 0.0F;
    float dash_period = 0.0F; ///< of the border of a box; 0: no dashes
    float dash = 0.0F;
    Form form = Form::box;
    std::uint8_t fill = kNoInk;
    std::uint8_t border = kNoInk;
    std::uint8_t unused = 0;
};
static_assert(sizeof(FigureInstance) == 36);

enum class TieKind : std::uint8_t { solid = 0, hollow = 1 };
namespace tie_flags {
inline constexpr std::uint8_t kCut = 1;
inline constexpr std::uint8_t kHeadAtA = 2;
inline constexpr std::uint8_t kHeadAtB = 4;
} // namespace tie_flags

/// A tie, or the halo along one.
struct TieInstance {
    ecomap::Point a;
    ecomap::Point b;
    float bulge = 0.0F;
    float length = 0.0F;
    float width = 0.0F;
    float reach = 0.0F; ///< how far from the line anything is drawn
    float body_from = 0.0F;
    float body_to = 0.0F;
    float hole_from = 0.0F;
    float hole_to = 0.0F;
    float dash_period = 0.0F; ///< 0: no dashes
    float dash = 0.0F;
    float zigzag_step = 0.0F; ///< 0: no zigzag
    TieKind kind = TieKind::solid;
    std::uint8_t flags = 0;
    std::uint8_t ink = kNoInk;
    std::uint8_t zigzag_ink = kNoInk;
};
static_assert(sizeof(TieInstance) == 64);

/// In the order in which they are drawn: figures behind the ties, halos of ties, ties, figures over them.
struct Instances {
    std::vector<FigureInstance> behind;
    std::vector<TieInstance> halos;
    std::vector<TieInstance> ties;
    std::vector<FigureInstance> front;
};

/// Puts a picture's records in place of what `instances` held; allocates only where there are more than ever before.
void make_instances(const ecomap::Picture &picture, Instances &instances);

} // namespace tsunagi::gfx
