#include "ecomap/hit.h"

#include "ecomap/curve.h"

namespace tsunagi::ecomap {

float distance_to(const Arc &arc, Point point) { return Curve(arc).distance(point); }

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
