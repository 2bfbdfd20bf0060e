#include "ecomap/shapes.h"

#include <algorithm>

namespace tsunagi::ecomap {

namespace {

constexpr float kPi = 3.14159265F;
constexpr float kMinBody = 1.0F; // units; shorter than that nothing is left to draw

// A stroke seen as a strip: so far along its line, so far beside it.
class Strip {
  public:
    explicit Strip(const Arc &arc) : arc_(arc), length_(length_of(arc)) {}

    [[nodiscard]] float length() const { return length_; }
    [[nodiscard]] Point at(float along, float beside) const {
        const float share = length_ > 0.0F ? along / length_ : 0.0F;
        return point_at(arc_, share) + turned(heading_at(arc_, share)) * beside;
    }
    // Along the line at a distance from it.
    [[nodiscard]] std::vector<Point> run(Span span, float beside) const {
        if (length_ <= 0.0F) return {};
        const Arc part = part_of(arc_, span.from / length_, span.to / length_);
        if (beside == 0.0F) return points_of(part);
        const std::vector<Point> on_line = points_of(part);
        std::vector<Point> points;
        points.reserve(on_line.size());
        const float last = static_cast<float>(std::max<std::size_t>(on_line.size() - 1, 1));
        for (std::size_t i = 0; i < on_line.size(); ++i)
            points.push_back(at(span.from + (span.to - span.from) * static_cast<float>(i) / last, beside));
        return points;
    }

  private:
    Arc arc_;
    float length_ = 0.0F;
};

// The pieces of a span that are left beside a hole.
std::vector<Span> without(Span span, Span hole) {
    std::vector<Span> pieces;
    if (hole.to <= hole.from) {
        pieces.push_back(span);
    } else {
        pieces.push_back({span.from, std::min(span.to, hole.from)});
        pieces.push_back({std::max(span.from, hole.to), span.to});
    }
    pieces.erase(std::remove_if(pieces.begin(), pieces.end(), [](Span piece) { return piece.to - piece.from < 0.05F; }),
                 pieces.end());
    return pieces;
}

void add_body(const Stroke &stroke, const Strip &strip, Span body, Span hole, std::vector<Line> &lines) {
    if (stroke.kind == StrokeKind::dashed) {
        const DashPattern pattern = dashes_for(body.to - body.from);
        for (float from = body.from; from < body.to - 0.5F; from += pattern.period)
            for (const Span piece : without({from, std::min(from + pattern.dash, body.to)}, hole))
                lines.push_back({strip.run(piece, 0.0F), stroke.width, false, stroke.ink});
        return;
    }
    for (const Span piece : without(body, hole)) {
        if (stroke.kind == StrokeKind::solid) {
            lines.push_back({strip.run(piece, 0.0F), stroke.width, false, stroke.ink});
            continue;
        }
        const float beside = (stroke.width - kHollowLine) * 0.5F;
        for (const float side : {-beside, beside})
            lines.push_back({strip.run(piece, side), kHollowLine, false, stroke.ink});
    }
}

void add_zigzag(const Strip &strip, Span body, Span hole, std::vector<Line> &lines) {
    const float step = zigzag_step_for(body.to - body.from);
    const auto height_at = [&](float along) {
        // A triangle wave: 0 at the beginning, its first peak half a step on.
        const float phase = (along - body.from) / step;
        const float whole = std::floor(phase);
        const float part = phase - whole;
        const float up = part < 0.5F ? part * 2.0F : 2.0F - part * 2.0F;
        return (static_cast<int>(whole) % 2 == 0 ? up : -up) * kZigzagHeight;
    };
    for (const Span piece : without(body, hole)) {
        Line line{{strip.at(piece.from, height_at(piece.from))}, kZigzagWidth, false, Ink::stress};
        const float first = std::ceil((piece.from - body.from) / step - 0.5F) + 0.5F;
        for (float peak = first; body.from + peak * step < piece.to; peak += 1.0F)
            line.points.push_back(strip.at(body.from + peak * step, height_at(body.from + peak * step)));
        line.points.push_back(strip.at(piece.to, height_at(piece.to)));
        lines.push_back(std::move(line));
    }
}

void add_slashes(const Stroke &stroke, const Strip &strip, std::vector<Line> &lines) {
    const float lean = kSlashHeight * kSlashLean;
    for (const float side : {-0.5F, 0.5F}) {
        const float along = strip.length() * 0.5F + side * kSlashApart;
        lines.push_back({{strip.at(along - lean, -kSlashHeight), strip.at(along + lean, kSlashHeight)},
                         kSlashWidth,
                         false,
                         stroke.ink});
    }
}

void add_arrow(const Stroke &stroke, const Strip &strip, bool is_at_a, std::vector<Line> &lines) {
    const float tip = is_at_a ? 0.0F : strip.length();
    const float base = is_at_a ? kArrowLength : strip.length() - kArrowLength;
    lines.push_back({{strip.at(tip, 0.0F), strip.at(base, kArrowHalfWidth), strip.at(base, -kArrowHalfWidth)},
                     0.0F,
                     true,
                     stroke.ink});
}

// A part of an ellipse, clockwise from one angle to another.
void add_bend(Point centre, float rx, float ry, float from, float to, std::vector<Point> &points) {
    const int steps = std::max(6, static_cast<int>(std::max(rx, ry) * std::abs(to - from) * 0.5F));
    for (int i = 0; i <= steps; ++i) {
        const float angle = from + (to - from) * static_cast<float>(i) / static_cast<float>(steps);
        points.push_back({centre.x + rx * std::cos(angle), centre.y + ry * std::sin(angle)});
    }
}

} // namespace

Span body_of(const Stroke &stroke) {
    Span body{0.0F, length_of(stroke.line)};
    // The line ends within the head, so that its butt end does not show beside the tip.
    constexpr float kUnderHead = kArrowLength * 0.8F;
    if (stroke.points_a) body.from += kUnderHead;
    if (stroke.points_b) body.to -= kUnderHead;
    if (body.to - body.from < kMinBody) body.from = body.to = (body.from + body.to) * 0.5F;
    return body;
}

Span hole_of(const Stroke &stroke) {
    const float length = length_of(stroke.line);
    if (stroke.gap > 0.0F)
        return {stroke.gap_at * length - stroke.gap * 0.5F, stroke.gap_at * length + stroke.gap * 0.5F};
    if (stroke.is_cut) return {(length - kSlashApart) * 0.5F, (length + kSlashApart) * 0.5F};
    return {};
}

DashPattern dashes_for(float length) {
    const float gaps = std::max(std::round((length - kDash) / (kDash + kDashGap)), 1.0F);
    const float period = (length + kDashGap) / (gaps + 1.0F);
    return {period, std::max(period - kDashGap, period * 0.4F)};
}

float zigzag_step_for(float length) { return length / (2.0F * std::max(std::round(length / kZigzagLength), 1.0F)); }

std::vector<Line> lines_of(const Stroke &stroke) {
    std::vector<Line> lines;
    const Strip strip(stroke.line);
    const Span body = body_of(stroke);
    if (body.to - body.from < kMinBody) return lines;
    const Span hole = hole_of(stroke);
    add_body(stroke, strip, body, hole, lines);
    if (stroke.has_zigzag) add_zigzag(strip, body, hole, lines);
    if (stroke.is_cut) add_slashes(stroke, strip, lines);
    if (stroke.points_a) add_arrow(stroke, strip, true, lines);
    if (stroke.points_b) add_arrow(stroke, strip, false, lines);
    return lines;
}

Line halo_of(const Stroke &stroke) { return {points_of(stroke.line), kHaloWidth, false, Ink::changed}; }

std::vector<Point> rounded_outline(const Rect &rect, float radius) {
    const float r = std::min({radius, rect.width() * 0.5F, rect.height() * 0.5F});
    if (r <= 0.0F) return {rect.min, {rect.max.x, rect.min.y}, rect.max, {rect.min.x, rect.max.y}};
    std::vector<Point> points;
    add_bend({rect.max.x - r, rect.min.y + r}, r, r, -kPi * 0.5F, 0.0F, points);
    add_bend({rect.max.x - r, rect.max.y - r}, r, r, 0.0F, kPi * 0.5F, points);
    add_bend({rect.min.x + r, rect.max.y - r}, r, r, kPi * 0.5F, kPi, points);
    add_bend({rect.min.x + r, rect.min.y + r}, r, r, kPi, kPi * 1.5F, points);
    return points;
}

std::vector<Point> outline_of(const Mark &mark, float by) {
    const Rect rect = mark.rect.grown(by);
    const Point centre = rect.centre();
    switch (mark.shape) {
    case MarkShape::square:
    case MarkShape::plain: return rounded_outline(rect, 0.0F);
    case MarkShape::circle: {
        std::vector<Point> points;
        add_bend(centre, rect.width() * 0.5F, rect.height() * 0.5F, 0.0F, kPi * 2.0F, points);
        points.pop_back(); // the first once more
        return points;
    }
    case MarkShape::diamond:
        return {{centre.x, rect.min.y}, {rect.max.x, centre.y}, {centre.x, rect.max.y}, {rect.min.x, centre.y}};
    case MarkShape::rounded: return rounded_outline(rect, kRoundedRadius + by);
    case MarkShape::capsule: return rounded_outline(rect, rect.height() * 0.5F);
    case MarkShape::cut: {
        const float c = std::max(kCutCorner + by * 0.6F, 0.0F);
        return {{rect.min.x + c, rect.min.y}, {rect.max.x - c, rect.min.y}, {rect.max.x, rect.min.y + c},
                {rect.max.x, rect.max.y - c}, {rect.max.x - c, rect.max.y}, {rect.min.x + c, rect.max.y},
                {rect.min.x, rect.max.y - c}, {rect.min.x, rect.min.y + c}};
    }
    }
    return {};
}

Rect plate_of(const Label &label) {
    constexpr float kBesideWord = 5.0F;
    const float width = std::max(kTagWidth, text_width(label.text, label.size) + kBesideWord * 2.0F);
    return rect_around(label.centre, width, std::max(kTagHeight, label.size * kTagHeight / kTagSize));
}

} // namespace tsunagi::ecomap
