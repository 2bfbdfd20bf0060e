#include "ui/list_painter.h"

#include <algorithm>

#include "ecomap/paint.h"
#include "ui/ecomap_inks.h"

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

// Everything that there is to paint as plain lines and polygons, a filled one with a border as two of them.
class Collector {
  public:
    explicit Collector(std::vector<ecomap::Line> &lines) : lines_(lines) {}

    // For ecomap::paint().
    void zone(const ecomap::Zone &zone) {
        const std::vector<ecomap::Point> outline = ecomap::rounded_outline(zone.rect, zone.radius);
        if (!zone.is_dashed) {
            fill(outline, zone.fill, Ink::zone_border, ecomap::kZoneBorder);
            return;
        }
        fill(outline, zone.fill);
        for (ecomap::Line &dash : dashed_outline(outline, ecomap::kZoneBorder, Ink::zone_border)) line(std::move(dash));
    }
    void line(ecomap::Line line) { lines_.push_back(std::move(line)); }
    void stroke(const ecomap::Stroke &stroke) {
        for (ecomap::Line &each : ecomap::lines_of(stroke)) line(std::move(each));
    }
    void mark(const ecomap::Mark &mark) {
        fill(ecomap::outline_of(mark), mark.fill, mark.border, mark.border_width);
        if (mark.is_doubled) line(ecomap::inner_outline_of(mark));
    }
    // The words are left to the caller.
    void label(const ecomap::Label &label) {
        if (label.has_plate)
            fill(ecomap::rounded_outline(ecomap::plate_of(label), ecomap::kPlateRadius), Ink::paper, label.ink,
                 ecomap::kPlateBorder);
    }

  private:
    void fill(const std::vector<ecomap::Point> &outline, Ink ink) { line({outline, 0.0F, true, ink}); }
    void fill(const std::vector<ecomap::Point> &outline, Ink ink, Ink border, float width) {
        fill(outline, ink);
        if (width > 0.0F) line({outline, width, true, border});
    }

    std::vector<ecomap::Line> &lines_;
};

} // namespace

const std::vector<ecomap::Line> &ListPainter::lines_of(const ecomap::Picture &picture, std::uint64_t serial) {
    const auto found =
        std::find_if(kept_.begin(), kept_.end(), [&](const Kept &kept) { return kept.serial == serial; });
    if (found != kept_.end()) {
        kept_.splice(kept_.begin(), kept_, found);
        return kept_.front().lines;
    }
    kept_.push_front({serial, {}});
    if (kept_.size() > kMaxKept) kept_.pop_back();
    Collector collector(kept_.front().lines);
    ecomap::paint(picture, collector);
    return kept_.front().lines;
}

void ListPainter::paint(ImDrawList &list, const ecomap::Picture &picture, std::uint64_t serial,
                        const ecomap::Inks &inks, const PaintPlace &place) {
    list.PushClipRect(place.clip_min, place.clip_max, true);
    for (const ecomap::Line &line : lines_of(picture, serial)) {
        points_.clear();
        for (const ecomap::Point point : line.points)
            points_.push_back({place.origin.x + point.x * place.scale, place.origin.y + point.y * place.scale});
        const int count = static_cast<int>(points_.size());
        const ImU32 colour = colour_of(inks, line.ink);
        if (line.width > 0.0F)
            list.AddPolyline(points_.data(), count, colour, line.is_closed ? ImDrawFlags_Closed : ImDrawFlags_None,
                             std::max(line.width * place.scale, 1.0F));
        else
            list.AddConvexPolyFilled(points_.data(), count, colour);
    }
    list.PopClipRect();
}

} // namespace tsunagi::ui
