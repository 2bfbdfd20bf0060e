#include "ecomap/curve.h"

#include <algorithm>

namespace tsunagi::ecomap {

namespace {

constexpr float kStraight = 1e-4F; // a bulge or a length below this is none

bool is_between(float value, float low, float high) { return value >= low && value <= high; }

} // namespace

Curve::Curve(const Arc &arc) : arc_(arc) {
    const Point chord = arc.b - arc.a;
    const float width = length_of(chord);
    box_ = {{std::min(arc.a.x, arc.b.x), std::min(arc.a.y, arc.b.y)},
            {std::max(arc.a.x, arc.b.x), std::max(arc.a.y, arc.b.y)}};
    length_ = width;
    const float bulge = std::abs(arc.bulge);
    if (bulge < kStraight || width < kStraight) return;
    is_straight_ = false;
    const float side = arc.bulge > 0.0F ? 1.0F : -1.0F;
    radius_ = width * (0.25F + bulge * bulge) / (2.0F * bulge);
    turn_ = -side * 4.0F * std::atan(2.0F * bulge);
    bend_ = turned(chord) * side;
    centre_ = (arc.a + arc.b) * 0.5F + bend_ * ((bulge * width - radius_) / width);
    length_ = radius_ * std::abs(turn_);
    const auto reach = [&](Point p) {
        if (!has_on_it(p)) return;
        box_ = united(box_, {p, p});
    };
    reach({centre_.x - radius_, centre_.y});
    reach({centre_.x + radius_, centre_.y});
    reach({centre_.x, centre_.y - radius_});
    reach({centre_.x, centre_.y + radius_});
}

Point Curve::at(float share) const {
    if (is_straight_) return arc_.a + (arc_.b - arc_.a) * share;
    const float c = std::cos(turn_ * share);
    const float s = std::sin(turn_ * share);
    const Point from = arc_.a - centre_;
    return {centre_.x + from.x * c - from.y * s, centre_.y + from.x * s + from.y * c};
}

Point Curve::heading(Point on_it) const {
    if (is_straight_) return length_ > 0.0F ? (arc_.b - arc_.a) * (1.0F / length_) : Point{1.0F, 0.0F};
    const Point out = turned(on_it - centre_) * (1.0F / radius_);
    return turn_ > 0.0F ? out : out * -1.0F;
}

float Curve::distance(Point p) const {
    if (is_straight_) {
        const Point chord = arc_.b - arc_.a;
        const float square = dot(chord, chord);
        const float share = square > 0.0F ? std::clamp(dot(p - arc_.a, chord) / square, 0.0F, 1.0F) : 0.0F;
        return length_of(p - arc_.a - chord * share);
    }
    const Point out = p - centre_;
    const float away = length_of(out);
    if (away > 1e-3F && has_on_it(centre_ + out * (radius_ / away))) return std::abs(away - radius_);
    return std::min(length_of(p - arc_.a), length_of(p - arc_.b));
}

Arc Curve::part(float from, float to) const {
    // A quarter of the angle turned through tells the bulge; its sign turns with the direction.
    return {at(from), at(to), is_straight_ ? 0.0F : -0.5F * std::tan(turn_ * (to - from) * 0.25F)};
}

int Curve::pieces_within(float error) const {
    if (is_straight_) return 1;
    const float step = 2.0F * std::acos(1.0F - std::min(1.0F, error / radius_));
    return std::max(2, static_cast<int>(std::ceil(std::abs(turn_) / std::max(step, 1e-3F))));
}

bool Curve::touches(const Rect &rect) const {
    if (box_.min.x > rect.max.x || box_.max.x < rect.min.x || box_.min.y > rect.max.y || box_.max.y < rect.min.y)
        return false;
    return rect.contains(arc_.a) || rect.contains(arc_.b) || crosses_edges(rect);
}

bool Curve::crosses_edges(const Rect &rect) const {
    // Where it meets the line on which the coordinate `across` is `at`, between two values of the coordinate `along`.
    const auto meets = [&](float Point::*across, float at, float Point::*along, float low, float high) {
        if (is_straight_) {
            const Point chord = arc_.b - arc_.a;
            const float share = (at - arc_.a.*across) / chord.*across;
            return chord.*across != 0.0F && is_between(share, 0.0F, 1.0F) &&
                   is_between(arc_.a.*along + chord.*along * share, low, high);
        }
        const float off = at - centre_.*across;
        const float square = radius_ * radius_ - off * off;
        if (square < 0.0F) return false;
        const float half = std::sqrt(square);
        const auto is_hit = [&](float value) {
            Point point;
            point.*across = at;
            point.*along = value;
            return is_between(value, low, high) && has_on_it(point);
        };
        return is_hit(centre_.*along - half) || is_hit(centre_.*along + half);
    };
    const auto meets_upright = [&](float x) { return meets(&Point::x, x, &Point::y, rect.min.y, rect.max.y); };
    const auto meets_level = [&](float y) { return meets(&Point::y, y, &Point::x, rect.min.x, rect.max.x); };
    return meets_upright(rect.min.x) || meets_upright(rect.max.x) || meets_level(rect.min.y) || meets_level(rect.max.y);
}

int crossings_of(const Curve &a, const Curve &b, Point (&points)[2]) {
    if (a.box_.min.x > b.box_.max.x || b.box_.min.x > a.box_.max.x || a.box_.min.y > b.box_.max.y ||
        b.box_.min.y > a.box_.max.y)
        return 0;
    if (a.is_straight_ && b.is_straight_) {
        const Point p = a.arc_.b - a.arc_.a;
        const Point q = b.arc_.b - b.arc_.a;
        const float across = dot(turned(p), q);
        if (std::abs(across) < 1e-6F) return 0;
        const Point between = b.arc_.a - a.arc_.a;
        const float share = -dot(turned(q), between) / across;
        const float other = -dot(turned(p), between) / across;
        if (share < 0.0F || share > 1.0F || other < 0.0F || other > 1.0F) return 0;
        points[0] = a.arc_.a + p * share;
        return 1;
    }
    if (b.is_straight_) return crossings_of(b, a, points);
    int count = 0;
    if (a.is_straight_) {
        const Point chord = a.arc_.b - a.arc_.a;
        const float square = dot(chord, chord);
        if (square <= 0.0F) return 0;
        const float nearest = dot(b.centre_ - a.arc_.a, chord) / square;
        const Point off = a.arc_.a + chord * nearest - b.centre_;
        const float rest = b.radius_ * b.radius_ - dot(off, off);
        if (rest < 0.0F) return 0;
        const float half = std::sqrt(rest / square);
        for (const float share : {nearest - half, nearest + half}) {
            const Point p = a.arc_.a + chord * share;
            if (share >= 0.0F && share <= 1.0F && b.has_on_it(p)) points[count++] = p;
        }
        return count;
    }
    const Point apart = b.centre_ - a.centre_;
    const float distance = length_of(apart);
    if (distance < 1e-3F || distance > a.radius_ + b.radius_ || distance < std::abs(a.radius_ - b.radius_)) return 0;
    const float along = (distance * distance + a.radius_ * a.radius_ - b.radius_ * b.radius_) / (2.0F * distance);
    const float up = std::sqrt(std::max(0.0F, a.radius_ * a.radius_ - along * along));
    const Point unit = apart * (1.0F / distance);
    for (const float side : {-up, up}) {
        const Point p = a.centre_ + unit * along + turned(unit) * side;
        if (a.has_on_it(p) && b.has_on_it(p)) points[count++] = p;
    }
    return count;
}

} // namespace tsunagi::ecomap
