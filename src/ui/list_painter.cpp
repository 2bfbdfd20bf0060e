#include "ui/list_painter.h"

#include <algorithm>

namespace tsunagi::ui {

namespace {

using ecomap::Ink;

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
    for (const ecomap::Zone &zone : picture.zones)
        fill(ecomap::rounded_outline(zone.rect, zone.radius), zone.fill, Ink::zone_border, ecomap::kZoneBorder);
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
