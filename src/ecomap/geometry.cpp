#include "ecomap/geometry.h"

#include <algorithm>

#include "ecomap/curve.h"

namespace tsunagi::ecomap {

Rect united(const Rect &a, const Rect &b) {
    return {{std::min(a.min.x, b.min.x), std::min(a.min.y, b.min.y)},
            {std::max(a.max.x, b.max.x), std::max(a.max.y, b.max.y)}};
}

float length_of(const Arc &arc) { return Curve(arc).length(); }

Point point_at(const Arc &arc, float share) { return Curve(arc).at(share); }

Point heading_at(const Arc &arc, float share) {
    const Curve curve(arc);
    return curve.heading(curve.at(share));
}

Arc part_of(const Arc &arc, float from, float to) { return Curve(arc).part(from, to); }

std::vector<Point> points_of(const Arc &arc, float error) {
    const Curve curve(arc);
    const int pieces = curve.pieces_within(std::max(error, 0.001F));
    std::vector<Point> points;
    points.reserve(static_cast<std::size_t>(pieces) + 1);
    points.push_back(arc.a);
    for (int i = 1; i < pieces; ++i) points.push_back(curve.at(static_cast<float>(i) / static_cast<float>(pieces)));
    points.push_back(arc.b);
    return points;
}

bool touches(const Arc &arc, const Rect &rect) { return Curve(arc).touches(rect); }

} // namespace tsunagi::ecomap
