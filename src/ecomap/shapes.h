#pragma once

#include <vector>

#include "ecomap/picture.h"

namespace tsunagi::ecomap {

// Strokes and marks as plain lines and polygons, for the renderers that know nothing else (draw list, SVG, PNG). The
// shaders draw the same figures from the same numbers.

struct Line {
    std::vector<Point> points;
    float width = 0.0F; ///< 0: the polygon is filled
    bool is_closed = false;
    Ink ink = Ink::line;
};

// The figures' measures, in units. Shaders get them from here too.
inline constexpr float kStrongWidth = 5.0F;
inline constexpr float kNormalWidth = 2.2F;
inline constexpr float kWeakWidth = 1.8F;
inline constexpr float kPlannedWidth = 5.0F; ///< from outer edge to outer edge
inline constexpr float kHollowLine = 1.2F;   ///< each of a hollow stroke's two lines
inline constexpr float kDash = 9.0F;
inline constexpr float kDashGap = 6.0F;
inline constexpr float kZigzagHeight = 5.5F;  ///< from the line to a peak
inline constexpr float kZigzagLength = 16.0F; ///< from peak to peak
inline constexpr float kZigzagWidth = 1.5F;
inline constexpr float kSlashHeight = 7.0F; ///< of the double slash, from the line to an end
inline constexpr float kSlashApart = 6.0F;
inline constexpr float kSlashWidth = 2.2F;
inline constexpr float kSlashLean = 0.35F; ///< how far a slash leans along the line, as a share of its height
inline constexpr float kArrowLength = 12.0F;
inline constexpr float kArrowHalfWidth = 6.0F;
inline constexpr float kHaloWidth = 18.0F;
inline constexpr float kRoundedRadius = 6.0F; ///< corners of a rounded mark
inline constexpr float kCutCorner = 8.0F;     ///< what is cut off a cut mark's corners
inline constexpr float kHaloAround = 6.0F;    ///< beyond a mark's edge

/// The part of a stroke between its arrow heads, in units along its line.
struct Span {
    float from = 0.0F;
    float to = 0.0F;
};
[[nodiscard]] Span body_of(const Stroke &stroke);
/// Where nothing of the body is drawn: the gap for a word, or between the two slashes of a break; empty where nothing
/// is left out.
[[nodiscard]] Span hole_of(const Stroke &stroke);

/// Dashes over a body of this length begin and end with a whole dash: from one dash to the next, and a dash's length.
struct DashPattern {
    float period = 0.0F;
    float dash = 0.0F;
};
[[nodiscard]] DashPattern dashes_for(float length);
/// Half a period of the zigzag over a body of this length: peaks stand at half a step, one and a half, two and a half …
/// from its beginning, on alternating sides (the first towards turned(heading)); it begins and ends on the line.
[[nodiscard]] float zigzag_step_for(float length);

/// All of a stroke but its halo, from back to front.
[[nodiscard]] std::vector<Line> lines_of(const Stroke &stroke);
/// The halo of a stroke: a broad line along it.
[[nodiscard]] Line halo_of(const Stroke &stroke);

/// The outline of a mark, closed; grown by `by` units to all sides.
[[nodiscard]] std::vector<Point> outline_of(const Mark &mark, float by = 0.0F);
/// Where the second outline of a doubled mark lies, inside the first.
inline constexpr float kDoubledInset = 4.5F;

/// Outline of a rectangle with round corners.
[[nodiscard]] std::vector<Point> rounded_outline(const Rect &rect, float radius);

/// The plate behind a label: kTagWidth x kTagHeight, wider where its word needs it.
[[nodiscard]] Rect plate_of(const Label &label);
inline constexpr float kPlateRadius = 3.0F;
inline constexpr float kPlateBorder = 1.0F;

inline constexpr float kZoneBorder = 1.2F;
/// Of a dashed zone border, and the gaps between its dashes.
inline constexpr float kZoneDash = 6.0F;

} // namespace tsunagi::ecomap
