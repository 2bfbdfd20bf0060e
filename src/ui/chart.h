#pragma once

#include <imgui.h>

#include "model/vocabulary.h"

namespace tsunagi::ui {

// What charts are made of. Everything is told by a pattern or a shape as well as by its colour.

/// Lengths of stroke and gap in turn, in ems; a first stroke of 0 is an unbroken line.
struct DashPattern {
    float lengths[6] = {};
    int count = 0;
};

/// Each gauge has a pattern and a shape of its own.
[[nodiscard]] const DashPattern &dash_of(model::Gauge gauge);

/// A line through `points` in a pattern that goes on round the corners.
void dashed_line(ImDrawList *list, const ImVec2 *points, int count, ImU32 colour, float thickness,
                 const DashPattern &pattern);

/// The shape that marks a gauge's line: circle, square, triangles, diamond, cross. Filled, unlike the signs of classes.
void gauge_marker(ImDrawList *list, model::Gauge gauge, ImVec2 centre, float radius, ImU32 colour);

/// Slanting strokes inside a box.
void hatch(ImDrawList *list, ImVec2 min, ImVec2 max, ImU32 colour);

/// A broken outline.
void dashed_box(ImDrawList *list, ImVec2 min, ImVec2 max, ImU32 colour);

/// The middle of the pixel that a coordinate falls on: thin lines drawn there are not smeared over two.
[[nodiscard]] float on_pixel(float coordinate);

} // namespace tsunagi::ui
