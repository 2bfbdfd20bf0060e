#pragma once

#include <cmath>
#include <vector>

namespace tsunagi::ecomap {

// Lengths are in units: one unit is a pixel at 100 %. x grows to the right, y downwards.

struct Point {
    float x = 0.0F;
    float y = 0.0F;

    friend Point operator+(Point a, Point b) { return {a.x + b.x, a.y + b.y}; }
    friend Point operator-(Point a, Point b) { return {a.x - b.x, a.y - b.y}; }
    friend Point operator*(Point a, float k) { return {a.x * k, a.y * k}; }
    friend bool operator==(Point a, Point b) { return a.x == b.x && a.y == b.y; }
};

[[nodiscard]] inline float dot(Point a, Point b) { return a.x * b.x + a.y * b.y; }
[[nodiscard]] inline float length_of(Point a) { return std::sqrt(dot(a, a)); }
/// A quarter turn: from the x axis to the y axis.
[[nodiscard]] inline Point turned(Point a) { return {-a.y, a.x}; }

struct Rect {
    Point min;
    Point max;

    [[nodiscard]] float width() const { return max.x - min.x; }
    [[nodiscard]] float height() const { return max.y - min.y; }
    [[nodiscard]] Point centre() const { return (min + max) * 0.5F; }
    [[nodiscard]] bool contains(Point p) const { return p.x >= min.x && p.x <= max.x && p.y >= min.y && p.y <= max.y; }
    [[nodiscard]] bool overlaps(const Rect &other) const {
        return min.x < other.max.x && other.min.x < max.x && min.y < other.max.y && other.min.y < max.y;
    }
    [[nodiscard]] Rect grown(float by) const { return {{min.x - by, min.y - by}, {max.x + by, max.y + by}}; }
    [[nodiscard]] Rect moved(Point by) const { return {min + by, max + by}; }
};

[[nodiscard]] inline Rect rect_around(Point centre, float width, float height) {
    return {{centre.x - width * 0.5F, centre.y - height * 0.5F}, {centre.x + width * 0.5F, centre.y + height * 0.5F}};
}
/// The smallest rectangle that holds both.
[[nodiscard]] Rect united(const Rect &a, const Rect &b);

/// A piece of a circle from `a` to `b`, or a straight line.
struct Arc {
    Point a;
    Point b;
    /// Height of the arc over the middle of its chord as a share of the chord's length, less than 0.5 either way;
    /// 0: straight. Positive: it bends towards turned(b - a).
    float bulge = 0.0F;
};

[[nodiscard]] float length_of(const Arc &arc);
/// The point at a share of the length, 0 to 1.
[[nodiscard]] Point point_at(const Arc &arc, float share);
/// Where the arc heads at a share of its length; a unit vector (for an arc without length {1, 0}).
[[nodiscard]] Point heading_at(const Arc &arc, float share);
/// The piece between two shares of the length.
[[nodiscard]] Arc part_of(const Arc &arc, float from, float to);
/// Points along the arc, its ends among them, so close that straight lines between them stay within `error` units.
[[nodiscard]] std::vector<Point> points_of(const Arc &arc, float error = 0.15F);
/// Some of the arc comes into the rectangle.
[[nodiscard]] bool touches(const Arc &arc, const Rect &rect);

} // namespace tsunagi::ecomap
