#include "ui/list_painter.h"

#include <algorithm>

namespace tsunagi::ui {

namespace {

using ecomap::Ink;

// The outline of a shape in dashes, each a line of its own.
std::vector<ecomap::Line> dashed_outline(std::vector<ecomap::Point> outline, float width, Ink ink) {
    std::vector<ecomap::Line> dashes;
    outline.push_back(outline.front());
    float walked = 0.0F; // since a dash or a gap began
    bool is_dash = true;
    dashes.push_back({{outline.front()}, width, false, ink});
    for (std::size_t i = 1; i < outline.size(); ++i) {
        ecomap::Point at = outline[i - 1];
        for (;;) {
            const float left = ecomap::length_of(outline[i] - at);
            const bool ends_here = walked + left >= ecomap::kZoneDash;
            const float step = ends_here ? ecomap::kZoneDash - walked : left;
            at = left > 0.0F ? at + (outline[i] - at) * (step / left) : outline[i];
            if (is_dash) dashes.back().points.push_back(at);
            walked = ends_here ? 0.0F : walked + left;
            if (!ends_here) break;
            is_dash = !is_dash;
            if (is_dash) dashes.push_back({{at}, width, false, ink});
        }
    }
    return dashes;
}

constexpr std::size_t kMaxKept = 8; // two maps, their legend, and the small ones of a page

ImU32 colour_of(std::uint32_t rgba) {
    return IM_COL32((rgba >> 24) & 0xFFU, (rgba >> 16) & 0xFFU, (rgba >> 8) & 0xFFU, rgba & 0xFFU);
}

} // namespace

const std::vector<ListPainter::Shape> &ListPainter::shapes_of(const ecomap::Picture &picture, std::uint64_t serial) {
    const auto found =
        std::find_if(kept_.begin(), kept_.end(), [&](const Kept &kept) { return kept.serial == serial; });
    if (found != kept_.end()) {
        kept_.splice(kept_.begin(), kept_, found);
        return kept_.front().shapes;
    }
    kept_.push_front({serial, {}});
    if (kept_.size() > kMaxKept) kept_.pop_back();
    std::vector<Shape> &shapes = kept_.front().shapes;
    const auto fill = [&](std::vector<ecomap::Point> points, Ink ink, Ink border, float width) {
        shapes.push_back({{std::move(points), 0.0F, true, ink}, width > 0.0F, border, width});
    };
    for (const ecomap::Zone &zone : picture.zones) {
        const std::vector<ecomap::Point> outline = ecomap::rounded_outline(zone.rect, zone.radius);
        fill(outline, zone.fill, Ink::zone_border, zone.is_dashed ? 0.0F : ecomap::kZoneBorder);
        if (!zone.is_dashed) continue;
        for (ecomap::Line &dash : dashed_outline(outline, ecomap::kZoneBorder, Ink::zone_border))
            shapes.push_back({std::move(dash), false, {}, 0.0F});
    }
    for (const ecomap::Stroke &stroke : picture.strokes)
        if (stroke.is_changed) shapes.push_back({ecomap::halo_of(stroke), false, {}, 0.0F});
    for (const ecomap::Mark &mark : picture.marks)
        if (mark.is_changed) fill(ecomap::outline_of(mark, ecomap::kHaloAround), Ink::changed, Ink::changed, 0.0F);
    for (const ecomap::Stroke &stroke : picture.strokes)
        for (ecomap::Line &line : ecomap::lines_of(stroke)) shapes.push_back({std::move(line), false, {}, 0.0F});
    for (const ecomap::Mark &mark : picture.marks) {
        fill(ecomap::outline_of(mark), mark.fill, mark.border, mark.border_width);
        if (mark.is_doubled)
            shapes.push_back({{ecomap::outline_of(mark, -ecomap::kDoubledInset), mark.border_width, true, mark.border},
                              false,
                              {},
                              0.0F});
    }
    for (const ecomap::Label &label : picture.labels)
        if (label.has_plate)
            fill(ecomap::rounded_outline(ecomap::plate_of(label), ecomap::kPlateRadius), Ink::paper, label.ink,
                 ecomap::kPlateBorder);
    return shapes;
}

void ListPainter::paint(ImDrawList &list, const ecomap::Picture &picture, std::uint64_t serial,
                        const ecomap::Inks &inks, const PaintPlace &place) {
    list.PushClipRect(place.clip_min, place.clip_max, true);
    for (const Shape &shape : shapes_of(picture, serial)) {
        points_.clear();
        for (const ecomap::Point point : shape.line.points)
            points_.push_back({place.origin.x + point.x * place.scale, place.origin.y + point.y * place.scale});
        const int count = static_cast<int>(points_.size());
        const auto line = [&](Ink ink, float width, bool is_closed) {
            list.AddPolyline(points_.data(), count, colour_of(ecomap::ink_of(inks, ink)),
                             is_closed ? ImDrawFlags_Closed : ImDrawFlags_None, std::max(width * place.scale, 1.0F));
        };
        if (shape.line.width > 0.0F) {
            line(shape.line.ink, shape.line.width, shape.line.is_closed);
            continue;
        }
        list.AddConvexPolyFilled(points_.data(), count, colour_of(ecomap::ink_of(inks, shape.line.ink)));
        if (shape.has_border) line(shape.border, shape.border_width, true);
    }
    list.PopClipRect();
}

} // namespace tsunagi::ui
