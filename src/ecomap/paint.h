#pragma once

#include "ecomap/shapes.h"

namespace tsunagi::ecomap {

/// Hands a picture to a painter from back to front, after the paper: zone(const Zone &), line(const Line &) for every
/// halo, stroke(const Stroke &), mark(const Mark &), label(const Label &).
template <class Painter>
void paint(const Picture &picture, Painter &painter) {
    for (const Zone &zone : picture.zones) painter.zone(zone);
    for (const Stroke &stroke : picture.strokes)
        if (stroke.is_changed) painter.line(halo_of(stroke));
    for (const Mark &mark : picture.marks)
        if (mark.is_changed) painter.line({outline_of(mark, kHaloAround), 0.0F, true, Ink::changed});
    for (const Stroke &stroke : picture.strokes) painter.stroke(stroke);
    for (const Mark &mark : picture.marks) painter.mark(mark);
    for (const Label &label : picture.labels) painter.label(label);
}

/// The second outline of a doubled mark.
[[nodiscard]] inline Line inner_outline_of(const Mark &mark) {
    return {outline_of(mark, -kDoubledInset), mark.border_width, true, mark.border};
}

} // namespace tsunagi::ecomap
