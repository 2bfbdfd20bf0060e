#include "ecomap/hit.h"

#include <algorithm>
#include <limits>

namespace tsunagi::ecomap {

namespace {

float distance_to_segment(Point a, Point b, Point point) {
    const Point along = b - a;
    const float square = dot(along, along);
    const float share = square > 0.0F ? std::clamp(dot(point - a, along) / square, 0.0F, 1.0F) : 0.0F;
    return length_of(point - (a + along * share));
}

} // namespace

float distance_to(const Arc &arc, Point point) {
    const std::vector<Point> points = points_of(arc);
    float nearest = points.empty() ? std::numeric_limits<float>::max() : length_of(point - points.front());
    for (std::size_t i = 1; i < points.size(); ++i)
        nearest = std::min(nearest, distance_to_segment(points[i - 1], points[i], point));
    return nearest;
}

Hit hit_at(const Layout &layout, const Picture &picture, Point point, float reach) {
    for (const Mark &mark : picture.marks) {
        const PlacedParty *party = layout.find(mark.party);
        if (mark.rect.contains(point) || (party != nullptr && party->name.contains(point))) return mark.party;
    }
    Hit hit;
    float nearest = reach;
    for (const Stroke &stroke : picture.strokes) {
        const float distance = distance_to(stroke.line, point);
        if (distance > nearest) continue;
        nearest = distance;
        hit = stroke.tie;
    }
    return hit;
}

} // namespace tsunagi::ecomap
