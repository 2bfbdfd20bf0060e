// Strokes and marks as lines and polygons: dashes, zigzag, break, arrows, by hand.
#include <cmath>

#include <doctest/doctest.h>

#include "ecomap/shapes.h"

using namespace tsunagi::ecomap;

namespace {

bool is_near(Point a, Point b) { return length_of(a - b) < 1e-2F; }

// From (0, 0) to the right, so that "along" is x and "beside" is y.
Stroke flat(float length, StrokeKind kind = StrokeKind::solid) {
    Stroke stroke;
    stroke.line = {{0.0F, 0.0F}, {length, 0.0F}, 0.0F};
    stroke.kind = kind;
    stroke.width = kNormalWidth;
    return stroke;
}

std::vector<Line> of_ink(const std::vector<Line> &lines, Ink ink) {
    std::vector<Line> found;
    for (const Line &line : lines)
        if (line.ink == ink) found.push_back(line);
    return found;
}

} // namespace

TEST_CASE("dashes begin and end with a whole dash, near the length that was meant") {
    // 9 + 4 * (9 + 6): fits as it is.
    const DashPattern exact = dashes_for(69.0F);
    CHECK(exact.period == doctest::Approx(15.0));
    CHECK(exact.dash == doctest::Approx(9.0));
    // 100: (100 - 9) / 15 = 6.07, so seven dashes; (100 + 6) / 7 from one to the next.
    const DashPattern seven = dashes_for(100.0F);
    CHECK(seven.period == doctest::Approx(106.0 / 7.0));
    CHECK(seven.dash == doctest::Approx(106.0 / 7.0 - 6.0));
    for (float length = 24.0F; length < 700.0F; length += 7.3F) {
        CAPTURE(length);
        const DashPattern pattern = dashes_for(length);
        CHECK(pattern.dash > 4.0F);
        CHECK(pattern.dash < pattern.period);
        const float dashes = (length - pattern.dash) / pattern.period;
        CHECK(dashes == doctest::Approx(std::round(dashes)).epsilon(1e-3)); // the last one ends at the end
    }
    // However short: two dashes with something between them, so that it is still seen to be dashed.
    const DashPattern tiny = dashes_for(8.0F);
    CHECK(tiny.dash > 0.0F);
    CHECK(tiny.dash < tiny.period);
}

TEST_CASE("a dashed tie is drawn as those dashes") {
    const std::vector<Line> lines = lines_of(flat(69.0F, StrokeKind::dashed));
    REQUIRE(lines.size() == 5);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        CHECK(is_near(lines[i].points.front(), {static_cast<float>(i) * 15.0F, 0.0F}));
        CHECK(is_near(lines[i].points.back(), {static_cast<float>(i) * 15.0F + 9.0F, 0.0F}));
        CHECK(lines[i].width == kNormalWidth);
        CHECK_FALSE(lines[i].is_closed);
    }
}

TEST_CASE("a zigzag begins and ends on the line and swings to both sides, an even number of times") {
    CHECK(zigzag_step_for(64.0F) == doctest::Approx(8.0));         // four of 16
    CHECK(zigzag_step_for(100.0F) == doctest::Approx(100.0 / 12)); // 6.25: six
    CHECK(zigzag_step_for(3.0F) == doctest::Approx(1.5));          // one at least

    Stroke stroke = flat(64.0F);
    stroke.has_zigzag = true;
    const std::vector<Line> zigzag = of_ink(lines_of(stroke), Ink::stress);
    REQUIRE(zigzag.size() == 1);
    const std::vector<Point> &points = zigzag.front().points;
    REQUIRE(points.size() == 10); // eight peaks between two ends
    CHECK(is_near(points.front(), {0.0F, 0.0F}));
    CHECK(is_near(points.back(), {64.0F, 0.0F}));
    for (std::size_t i = 1; i <= 8; ++i)
        CHECK(is_near(points[i], {static_cast<float>(i) * 8.0F - 4.0F, i % 2 == 1 ? kZigzagHeight : -kZigzagHeight}));
    // The line itself is drawn below it.
    CHECK(of_ink(lines_of(stroke), Ink::line).size() == 1);
}

TEST_CASE("a tie's body ends within its arrow heads, whose tips stand at the ends") {
    Stroke stroke = flat(100.0F);
    stroke.points_b = true;
    CHECK(body_of(stroke).from == 0.0F);
    CHECK(body_of(stroke).to < 100.0F);
    CHECK(body_of(stroke).to > 100.0F - kArrowLength);
    std::vector<Line> lines = lines_of(stroke);
    REQUIRE(lines.size() == 2);
    CHECK(lines[1].width == 0.0F); // filled
    CHECK(lines[1].is_closed);
    REQUIRE(lines[1].points.size() == 3);
    CHECK(is_near(lines[1].points[0], {100.0F, 0.0F}));
    CHECK(is_near(lines[1].points[1], {100.0F - kArrowLength, kArrowHalfWidth}));
    CHECK(is_near(lines[1].points[2], {100.0F - kArrowLength, -kArrowHalfWidth}));

    stroke.points_a = true;
    CHECK(body_of(stroke).from == doctest::Approx(100.0F - body_of(stroke).to));
    lines = lines_of(stroke);
    REQUIRE(lines.size() == 3);
    CHECK(is_near(lines[1].points[0], {0.0F, 0.0F}));
    CHECK(lines[1].points[1].x == doctest::Approx(kArrowLength));
}

TEST_CASE("a broken tie leaves a hole in its middle, between two slashes that lean the same way") {
    Stroke stroke = flat(100.0F);
    CHECK(hole_of(stroke).from == hole_of(stroke).to);
    stroke.is_cut = true;
    CHECK(hole_of(stroke).from == doctest::Approx(50.0F - kSlashApart / 2.0F));
    CHECK(hole_of(stroke).to == doctest::Approx(50.0F + kSlashApart / 2.0F));
    const std::vector<Line> lines = lines_of(stroke);
    REQUIRE(lines.size() == 4); // two pieces, two slashes
    CHECK(is_near(lines[0].points.back(), {47.0F, 0.0F}));
    CHECK(is_near(lines[1].points.front(), {53.0F, 0.0F}));
    for (std::size_t i = 2; i < 4; ++i) {
        const Line &slash = lines[i];
        REQUIRE(slash.points.size() == 2);
        const Point middle = (slash.points[0] + slash.points[1]) * 0.5F;
        CHECK(is_near(middle, {i == 2 ? 47.0F : 53.0F, 0.0F}));
        CHECK(std::abs(slash.points[0].y) == doctest::Approx(kSlashHeight));
        CHECK(slash.points[1].y == doctest::Approx(-slash.points[0].y));
        CHECK(slash.points[1].x - slash.points[0].x == doctest::Approx(2.0F * kSlashHeight * kSlashLean));
    }
}

TEST_CASE("a word on a tie stands in a hole of its line; nothing is drawn there, zigzag and dashes included") {
    for (const StrokeKind kind : {StrokeKind::solid, StrokeKind::dashed, StrokeKind::hollow}) {
        Stroke stroke = flat(200.0F, kind);
        stroke.width = kPlannedWidth;
        stroke.has_zigzag = true;
        stroke.gap_at = 0.4F;
        stroke.gap = 38.0F;
        CHECK(hole_of(stroke).from == doctest::Approx(61.0));
        CHECK(hole_of(stroke).to == doctest::Approx(99.0));
        for (const Line &line : lines_of(stroke)) {
            const bool is_before = line.points.front().x < 61.0F;
            for (const Point point : line.points) CHECK((is_before ? point.x <= 61.01F : point.x >= 98.99F));
        }
        CHECK(of_ink(lines_of(stroke), Ink::stress).size() == 2);
    }
}

TEST_CASE("a hollow tie is two thin lines, as far apart as its width") {
    Stroke stroke = flat(100.0F, StrokeKind::hollow);
    stroke.width = kPlannedWidth;
    const std::vector<Line> lines = lines_of(stroke);
    REQUIRE(lines.size() == 2);
    for (const Line &line : lines) CHECK(line.width == kHollowLine);
    const float apart = lines[1].points.front().y - lines[0].points.front().y;
    CHECK(std::abs(apart) == doctest::Approx(kPlannedWidth - kHollowLine));
    CHECK(lines[0].points.front().y == doctest::Approx(-lines[1].points.front().y));
}

TEST_CASE("a bent tie's parts keep to its bend") {
    Stroke stroke;
    stroke.line = {{0.0F, 0.0F}, {200.0F, 0.0F}, 0.3F};
    stroke.width = kNormalWidth;
    stroke.kind = StrokeKind::dashed;
    // The circle through both ends and the arc's top, 60 above the chord: r = (100^2 + 60^2) / 120.
    const float radius = (100.0F * 100.0F + 60.0F * 60.0F) / 120.0F;
    const Point centre{100.0F, 60.0F - radius};
    const std::vector<Line> lines = lines_of(stroke);
    CHECK(lines.size() > 10);
    for (const Line &line : lines)
        for (const Point point : line.points) CHECK(length_of(point - centre) == doctest::Approx(radius).epsilon(1e-3));
}

TEST_CASE("a tie without length is not drawn, and does no harm") {
    for (const float length : {0.0F, 0.3F, 5.0F, 12.0F}) {
        Stroke stroke = flat(length);
        stroke.points_a = stroke.points_b = stroke.has_zigzag = stroke.is_cut = true;
        for (const Line &line : lines_of(stroke))
            for (const Point point : line.points) CHECK((std::isfinite(point.x) && std::isfinite(point.y)));
    }
    CHECK(lines_of(flat(0.0F)).empty());
}

TEST_CASE("a halo is a broad line along the whole tie, broader than any tie's drawing") {
    Stroke stroke = flat(100.0F);
    stroke.points_b = true;
    const Line halo = halo_of(stroke);
    CHECK(is_near(halo.points.front(), {0.0F, 0.0F}));
    CHECK(is_near(halo.points.back(), {100.0F, 0.0F}));
    CHECK(halo.ink == Ink::changed);
    CHECK(halo.width > 2.0F * kArrowHalfWidth);
    CHECK(halo.width > 2.0F * kZigzagHeight);
    CHECK(halo.width > 2.0F * kSlashHeight);
}

TEST_CASE("every mark's outline fills its rectangle, keeps within it and grows with it") {
    Mark mark;
    mark.rect = {{10.0F, 20.0F}, {90.0F, 60.0F}};
    for (const MarkShape shape : {MarkShape::square, MarkShape::circle, MarkShape::diamond, MarkShape::plain,
                                  MarkShape::rounded, MarkShape::capsule, MarkShape::cut})
        for (const float by : {0.0F, 6.0F, -4.5F}) {
            CAPTURE(static_cast<int>(shape));
            CAPTURE(by);
            mark.shape = shape;
            const std::vector<Point> outline = outline_of(mark, by);
            REQUIRE(outline.size() >= 4);
            Rect box{outline.front(), outline.front()};
            for (const Point point : outline) box = united(box, {point, point});
            const Rect wanted = mark.rect.grown(by);
            CHECK(box.min.x == doctest::Approx(wanted.min.x).epsilon(0.005));
            CHECK(box.min.y == doctest::Approx(wanted.min.y).epsilon(0.005));
            CHECK(box.max.x == doctest::Approx(wanted.max.x).epsilon(0.005));
            CHECK(box.max.y == doctest::Approx(wanted.max.y).epsilon(0.005));
            CHECK_FALSE(is_near(outline.front(), outline.back())); // closed by itself, no point twice
            float area = 0.0F;
            for (std::size_t i = 0; i < outline.size(); ++i) {
                const Point p = outline[i];
                const Point q = outline[(i + 1) % outline.size()];
                area += p.x * q.y - q.x * p.y;
            }
            CHECK(area > 0.0F); // all the same way round
        }
}

TEST_CASE("a plate holds its word, however long, with air around") {
    Label label;
    label.centre = {50.0F, 40.0F};
    label.size = kTagSize;
    label.text = "予定";
    CHECK(plate_of(label).width() == doctest::Approx(kTagWidth));
    CHECK(plate_of(label).height() == doctest::Approx(kTagHeight));
    CHECK(is_near(plate_of(label).centre(), label.centre));
    label.text = "とても長いことばの予定";
    CHECK(plate_of(label).width() > text_width(label.text, label.size) + 4.0F);
    label.size = kTagSize * 2.0F;
    CHECK(plate_of(label).height() > label.size);
}
