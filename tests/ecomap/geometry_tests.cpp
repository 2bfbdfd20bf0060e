#include <cmath>

#include <doctest/doctest.h>

#include "ecomap/geometry.h"

using namespace tsunagi::ecomap;

namespace {

// Chord of 8, height 2: a piece of the circle of radius 5 around (4, -3).
constexpr Arc kArc{{0.0F, 0.0F}, {8.0F, 0.0F}, 0.25F};

bool is_near(Point a, Point b) { return length_of(a - b) < 1e-3F; }

} // namespace

TEST_CASE("an arc with a positive bulge bends from its chord towards a quarter turn of it") {
    CHECK(is_near(point_at(kArc, 0.5F), {4.0F, 2.0F}));
    CHECK(is_near(point_at({kArc.a, kArc.b, -0.25F}, 0.5F), {4.0F, -2.0F}));
    // Downwards: a quarter turn of that points to the left.
    CHECK(is_near(point_at({{1.0F, 1.0F}, {1.0F, 9.0F}, 0.25F}, 0.5F), {-1.0F, 5.0F}));
}

TEST_CASE("an arc keeps its circle, begins and ends at its ends and is as long as its angle tells") {
    for (const float share : {0.0F, 0.1F, 0.37F, 0.5F, 0.9F, 1.0F})
        CHECK(length_of(point_at(kArc, share) - Point{4.0F, -3.0F}) == doctest::Approx(5.0));
    CHECK(is_near(point_at(kArc, 0.0F), kArc.a));
    CHECK(is_near(point_at(kArc, 1.0F), kArc.b));
    CHECK(length_of(kArc) == doctest::Approx(10.0 * std::asin(0.8)));
}

TEST_CASE("an arc's heading is square to the radius") {
    CHECK(is_near(heading_at(kArc, 0.0F), {0.6F, 0.8F}));
    CHECK(is_near(heading_at(kArc, 0.5F), {1.0F, 0.0F}));
    CHECK(is_near(heading_at(kArc, 1.0F), {0.6F, -0.8F}));
    CHECK(is_near(heading_at({kArc.b, kArc.a, 0.25F}, 0.5F), {-1.0F, 0.0F}));
}

TEST_CASE("a line without a bulge is straight") {
    const Arc line{{1.0F, 2.0F}, {4.0F, 6.0F}, 0.0F};
    CHECK(length_of(line) == doctest::Approx(5.0));
    CHECK(is_near(point_at(line, 0.4F), {2.2F, 3.6F}));
    CHECK(is_near(heading_at(line, 0.9F), {0.6F, 0.8F}));
    CHECK(points_of(line).size() == 2);
}

TEST_CASE("an arc without length has points and a heading all the same") {
    const Arc none{{3.0F, 3.0F}, {3.0F, 3.0F}, 0.3F};
    CHECK(length_of(none) == 0.0F);
    CHECK(is_near(point_at(none, 0.7F), {3.0F, 3.0F}));
    CHECK(heading_at(none, 0.5F) == Point{1.0F, 0.0F});
    CHECK(points_of(none).size() == 2);
}

TEST_CASE("a part of an arc lies on it") {
    const Arc part = part_of(kArc, 0.25F, 0.75F);
    CHECK(is_near(part.a, point_at(kArc, 0.25F)));
    CHECK(is_near(part.b, point_at(kArc, 0.75F)));
    CHECK(is_near(point_at(part, 0.5F), {4.0F, 2.0F}));
    CHECK(length_of(part) == doctest::Approx(length_of(kArc) / 2.0F));
    // From the end to the beginning: the same way back.
    const Arc back = part_of(kArc, 1.0F, 0.0F);
    CHECK(is_near(back.a, kArc.b));
    CHECK(is_near(point_at(back, 0.5F), {4.0F, 2.0F}));
}

TEST_CASE("lines between an arc's points keep within the error asked for") {
    const Arc arc{{0.0F, 0.0F}, {300.0F, 40.0F}, -0.4F};
    for (const float error : {0.05F, 0.5F, 4.0F}) {
        const std::vector<Point> points = points_of(arc, error);
        CHECK(points.front() == arc.a);
        CHECK(points.back() == arc.b);
        // The radius, from chord and height.
        const float chord = length_of(arc.b - arc.a);
        const float radius = chord * (0.25F + 0.16F) / 0.8F;
        for (std::size_t i = 1; i < points.size(); ++i) {
            const float half = length_of(points[i] - points[i - 1]) * 0.5F;
            CHECK(radius - std::sqrt(radius * radius - half * half) <= error * 1.01F);
        }
    }
    CHECK(points_of(arc, 0.05F).size() > points_of(arc, 4.0F).size());
}

TEST_CASE("an arc touches a rectangle it enters, passes through or lies in") {
    CHECK(touches(kArc, {{3.0F, 1.5F}, {5.0F, 2.5F}}));
    CHECK(touches(kArc, {{-9.0F, -9.0F}, {9.0F, 9.0F}}));
    CHECK(touches(kArc, {{-1.0F, -1.0F}, {0.5F, 0.5F}}));
    CHECK(touches({kArc.a, kArc.b, 0.0F}, {{3.0F, -1.0F}, {5.0F, 1.0F}}));
    CHECK(touches({{0.0F, 0.0F}, {0.0F, 8.0F}, 0.0F}, {{-1.0F, 3.0F}, {1.0F, 4.0F}}));
}

TEST_CASE("an arc does not touch what its chord or the rest of its circle runs through") {
    CHECK_FALSE(touches(kArc, {{3.0F, -1.0F}, {5.0F, 1.0F}}));  // on the chord
    CHECK_FALSE(touches(kArc, {{3.0F, -9.0F}, {5.0F, -7.0F}})); // the far side of the circle
    CHECK_FALSE(touches(kArc, {{0.0F, 1.5F}, {1.0F, 2.5F}}));   // beside the arc, within its height
    CHECK_FALSE(touches(kArc, {{3.5F, 2.01F}, {4.5F, 3.0F}}));  // just beyond its highest point
    CHECK_FALSE(touches({{0.0F, 0.0F}, {8.0F, 8.0F}, 0.0F}, {{5.0F, 1.0F}, {7.0F, 3.0F}}));
}

TEST_CASE("two rectangles unite to the smallest that holds both") {
    const Rect both = united({{0.0F, 5.0F}, {2.0F, 6.0F}}, {{-1.0F, 5.5F}, {1.0F, 9.0F}});
    CHECK(both.min == Point{-1.0F, 5.0F});
    CHECK(both.max == Point{2.0F, 9.0F});
}
