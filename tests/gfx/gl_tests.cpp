// What is drawn with OpenGL, by its pixels.
#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>

#include <doctest/doctest.h>
#include <glad/gl.h>

#include "ecomap/shapes.h"
#include "gfx/gl_window.h"

using namespace tsunagi;
using namespace tsunagi::ecomap;
using test::Pixels;

namespace {

constexpr std::uint32_t kWhite = 0xFFFFFFFF;
constexpr std::uint32_t kBlack = 0x000000FF;
constexpr std::uint32_t kRed = 0xFF0000FF;
constexpr std::uint32_t kBlue = 0x0000FFFF;
constexpr std::uint32_t kGreen = 0x00FF00FF;
constexpr float kMiddle = 50.5F; // units; the middle of a row of pixels at scale 1
constexpr int kRow = 50;

/// From x = 20 to x = 180.
Stroke level_stroke(float width, StrokeKind kind = StrokeKind::solid) {
    Stroke stroke;
    stroke.line = {{20.0F, kMiddle}, {180.0F, kMiddle}, 0.0F};
    stroke.width = width;
    stroke.kind = kind;
    return stroke;
}

Mark mark_of(MarkShape shape) {
    Mark mark;
    mark.shape = shape;
    mark.rect = rect_around({100.0F, 50.0F}, 60.0F, 60.0F);
    if (shape == MarkShape::capsule || shape == MarkShape::rounded || shape == MarkShape::cut)
        mark.rect = rect_around({100.0F, 50.0F}, 120.0F, 44.0F);
    mark.fill = Ink::mark_home;
    return mark;
}

Picture picture_with(const Stroke &stroke) {
    Picture picture;
    picture.strokes.push_back(stroke);
    return picture;
}

Picture picture_with(const Mark &mark) {
    Picture picture;
    picture.marks.push_back(mark);
    return picture;
}

/// Of everything that can be in a picture.
Picture rich_picture() {
    Picture picture;
    picture.zones.push_back({{{5.0F, 5.0F}, {90.0F, 95.0F}}, 12.0F, Ink::zone_home, true});
    picture.zones.push_back({{{110.0F, 5.0F}, {195.0F, 95.0F}}, 12.0F, Ink::zone_side, false});
    const auto add = [&](Point a, Point b, float bulge, float width) -> Stroke & {
        Stroke stroke;
        stroke.line = {a, b, bulge};
        stroke.width = width;
        picture.strokes.push_back(stroke);
        return picture.strokes.back();
    };
    add({30.0F, 20.0F}, {170.0F, 30.0F}, 0.1F, kStrongWidth).points_b = true;
    add({30.0F, 20.0F}, {150.0F, 85.0F}, -0.15F, kWeakWidth).kind = StrokeKind::dashed;
    add({30.0F, 80.0F}, {170.0F, 30.0F}, 0.2F, kPlannedWidth).kind = StrokeKind::hollow;
    add({30.0F, 80.0F}, {150.0F, 85.0F}, 0.0F, kNormalWidth).has_zigzag = true;
    add({30.0F, 20.0F}, {30.0F, 80.0F}, 0.25F, kNormalWidth).is_cut = true;
    picture.strokes.back().is_changed = true;
    for (const auto &[centre, shape] : {std::pair{Point{30.0F, 20.0F}, MarkShape::circle},
                                        {Point{30.0F, 80.0F}, MarkShape::diamond},
                                        {Point{170.0F, 30.0F}, MarkShape::capsule},
                                        {Point{150.0F, 85.0F}, MarkShape::cut}}) {
        Mark mark = mark_of(shape);
        mark.rect =
            rect_around(centre, shape == MarkShape::circle || shape == MarkShape::diamond ? 24.0F : 40.0F, 24.0F);
        mark.is_doubled = shape == MarkShape::circle;
        mark.is_changed = shape == MarkShape::cut;
        picture.marks.push_back(mark);
    }
    Label label;
    label.centre = {100.0F, 50.0F};
    label.size = kTagSize;
    label.ink = Ink::muted;
    label.has_plate = true;
    picture.labels.push_back(label);
    return picture;
}

int pixel_of(float units, float scale) { return static_cast<int>(std::floor(units * scale)); }

std::uint32_t colour_at(const Pixels &pixels, Point at, float scale = 1.0F) {
    return pixels.at(pixel_of(at.x, scale), pixel_of(at.y, scale));
}

double darkness_at(const Pixels &pixels, Point at, float scale = 1.0F) {
    return pixels.darkness(pixel_of(at.x, scale), pixel_of(at.y, scale));
}

/// Lengths of the dark stretches of a row and of the light ones between them.
struct Stretches {
    std::vector<int> dark;
    std::vector<int> light;
};

Stretches stretches_of_row(const Pixels &pixels, int row) {
    Stretches stretches;
    int light = 0;
    bool was_dark = false;
    for (int x = 0; x < pixels.width(); ++x) {
        const bool is_dark = pixels.darkness(x, row) > 0.5;
        if (is_dark && !was_dark) {
            if (!stretches.dark.empty()) stretches.light.push_back(light);
            stretches.dark.push_back(0);
            light = 0;
        }
        if (is_dark)
            ++stretches.dark.back();
        else
            ++light;
        was_dark = is_dark;
    }
    return stretches;
}

/// The drawing context and the renderer, made anew for each test.
struct Drawing {
    test::GlWindow window;
    gfx::EcoMapRenderer renderer = test::make_renderer();
};

} // namespace

TEST_CASE_FIXTURE(Drawing, "a tie is as wide as it says, at any scale") {
    for (const float scale : {0.5F, 1.0F, 2.0F, 4.0F}) {
        CAPTURE(scale);
        const Pixels pixels = test::render(renderer, picture_with(level_stroke(kStrongWidth)), scale);
        const int x = pixel_of(100.0F, scale);
        CHECK(pixels.darkness_of_column(x, 0, pixels.height()) ==
              doctest::Approx(static_cast<double>(kStrongWidth * scale)).epsilon(0.02));
        CHECK(pixels.at(x, pixel_of(kMiddle, scale)) == kBlack);
        CHECK(pixels.at(x, pixel_of(kMiddle - kStrongWidth * 0.5F, scale) - 2) == kWhite);
        CHECK(pixels.at(x, pixel_of(kMiddle + kStrongWidth * 0.5F, scale) + 2) == kWhite);
        // And as long.
        CHECK(pixels.at(pixel_of(20.0F, scale) + 1, pixel_of(kMiddle, scale)) == kBlack);
        CHECK(pixels.at(pixel_of(20.0F, scale) - 2, pixel_of(kMiddle, scale)) == kWhite);
        CHECK(pixels.at(pixel_of(180.0F, scale) + 1, pixel_of(kMiddle, scale)) == kWhite);
    }
}

TEST_CASE_FIXTURE(Drawing, "a line thinner than a pixel fades and stays whole") {
    constexpr float kScale = 0.25F;
    const Pixels pixels = test::render(renderer, picture_with(level_stroke(kNormalWidth)), kScale);
    for (int x = pixel_of(24.0F, kScale); x < pixel_of(176.0F, kScale); ++x)
        CHECK(pixels.darkness_of_column(x, 0, pixels.height()) ==
              doctest::Approx(static_cast<double>(kNormalWidth * kScale)).epsilon(0.05));
}

TEST_CASE_FIXTURE(Drawing, "a dashed tie has holes, and whole dashes at both ends") {
    const Pixels pixels = test::render(renderer, picture_with(level_stroke(kNormalWidth, StrokeKind::dashed)));
    const Stretches row = stretches_of_row(pixels, kRow);
    REQUIRE(row.dark.size() > 5);
    for (const int dash : row.dark) CHECK(std::abs(static_cast<float>(dash) - kDash) <= 1.5F);
    for (const int gap : row.light) CHECK(std::abs(static_cast<float>(gap) - kDashGap) <= 1.5F);
    CHECK(std::abs(row.dark.front() - row.dark.back()) <= 1);
    CHECK(pixels.darkness(20, kRow) > 0.9);
    CHECK(pixels.darkness(179, kRow) > 0.9);
    // In the middle of a hole there is nothing at all.
    CHECK(pixels.at(20 + row.dark.front() + row.light.front() / 2, kRow) == kWhite);
}

TEST_CASE_FIXTURE(Drawing, "a hollow tie shows paper between its two lines") {
    const Pixels pixels = test::render(renderer, picture_with(level_stroke(kPlannedWidth, StrokeKind::hollow)), 2.0F);
    CHECK(colour_at(pixels, {100.0F, kMiddle}, 2.0F) == kWhite);
    CHECK(darkness_at(pixels, {100.0F, kMiddle - (kPlannedWidth - kHollowLine) * 0.5F}, 2.0F) > 0.6);
    CHECK(darkness_at(pixels, {100.0F, kMiddle + (kPlannedWidth - kHollowLine) * 0.5F}, 2.0F) > 0.6);
    CHECK(pixels.darkness_of_column(200, 0, pixels.height()) ==
          doctest::Approx(static_cast<double>(kHollowLine * 4.0F)).epsilon(0.03));
}

TEST_CASE_FIXTURE(Drawing, "a zigzag runs over its line from peak to peak on both sides, in its own ink") {
    Stroke stroke = level_stroke(kNormalWidth);
    stroke.has_zigzag = true;
    constexpr float kScale = 4.0F;
    const Pixels pixels = test::render(renderer, picture_with(stroke), kScale);
    const float step = zigzag_step_for(160.0F);
    int peaks = 0;
    for (float along = step * 0.5F; along < 160.0F; along += step, ++peaks) {
        const float side = peaks % 2 == 0 ? 1.0F : -1.0F; // the first below: a quarter turn from x to y
        CHECK(colour_at(pixels, {20.0F + along, kMiddle + side * kZigzagHeight}, kScale) == kRed);
        CHECK(colour_at(pixels, {20.0F + along, kMiddle - side * kZigzagHeight}, kScale) == kWhite);
        CHECK(colour_at(pixels, {20.0F + along, kMiddle}, kScale) == kBlack);
    }
    CHECK(peaks == 20);
    for (int x = 0; x < pixels.width(); ++x) {
        CHECK(pixels.at(x, pixel_of(kMiddle - kTieReach, kScale) - 1) == kWhite);
        CHECK(pixels.at(x, pixel_of(kMiddle + kTieReach, kScale) + 1) == kWhite);
    }
}

TEST_CASE_FIXTURE(Drawing, "a broken tie is interrupted between two slashes") {
    Stroke stroke = level_stroke(kNormalWidth);
    stroke.is_cut = true;
    constexpr float kScale = 2.0F;
    const Pixels pixels = test::render(renderer, picture_with(stroke), kScale);
    CHECK(colour_at(pixels, {100.0F, kMiddle}, kScale) == kWhite);
    for (const float side : {-0.5F, 0.5F}) {
        // Slashes lean: forward on the side of a quarter turn.
        const Point slash{100.0F + side * kSlashApart, kMiddle};
        const Point tip{kSlashHeight * kSlashLean * 0.85F, kSlashHeight * 0.85F};
        CHECK(darkness_at(pixels, slash + tip, kScale) > 0.7);
        CHECK(darkness_at(pixels, slash - tip, kScale) > 0.7);
        CHECK(colour_at(pixels, {100.0F + side * 40.0F, kMiddle}, kScale) == kBlack);
    }
}

TEST_CASE_FIXTURE(Drawing, "a line leaves out the place of its word") {
    Stroke stroke = level_stroke(kStrongWidth);
    stroke.has_zigzag = true;
    stroke.gap_at = 0.25F;
    stroke.gap = 30.0F;
    const Pixels pixels = test::render(renderer, picture_with(stroke));
    for (int x = 47; x < 73; ++x) CHECK(pixels.darkness_of_column(x, 0, 100) == 0.0);
    CHECK(pixels.at(43, kRow) != kWhite);
    CHECK(pixels.at(77, kRow) != kWhite);
}

TEST_CASE_FIXTURE(Drawing, "an arrow head stands at the end it was asked for only") {
    for (const bool is_at_a : {true, false}) {
        CAPTURE(is_at_a);
        Stroke stroke = level_stroke(kNormalWidth);
        (is_at_a ? stroke.points_a : stroke.points_b) = true;
        const Pixels pixels = test::render(renderer, picture_with(stroke), 2.0F);
        const auto width_at = [&](float from_end, bool at_a) {
            const float x = at_a ? 20.0F + from_end : 180.0F - from_end;
            return pixels.darkness_of_column(pixel_of(x, 2.0F), 0, pixels.height()) / 2.0;
        };
        const auto line = doctest::Approx(static_cast<double>(kNormalWidth)).epsilon(0.05);
        CHECK(width_at(kArrowLength - 1.0F, is_at_a) > static_cast<double>(kArrowHalfWidth) * 1.7);
        CHECK(width_at(kArrowLength * 0.5F, is_at_a) ==
              doctest::Approx(static_cast<double>(kArrowHalfWidth)).epsilon(0.1));
        CHECK(width_at(1.0F, is_at_a) < 2.0); // pointed: the line's butt end does not show
        CHECK(width_at(kArrowLength + 2.0F, is_at_a) == line);
        CHECK(width_at(kArrowLength - 1.0F, !is_at_a) == line);
        CHECK(width_at(1.0F, !is_at_a) == line);
        CHECK(width_at(-1.0F, true) == 0.0);
        CHECK(width_at(-1.0F, false) == 0.0);
    }
}

TEST_CASE_FIXTURE(Drawing, "a bent tie follows its arc and not its chord") {
    for (const float bulge : {0.3F, -0.3F, 0.45F, 0.05F, -0.002F, 0.00015F}) {
        CAPTURE(bulge);
        Stroke stroke;
        stroke.line = {{60.0F, 52.0F}, {140.0F, 46.0F}, bulge};
        stroke.width = kNormalWidth;
        const Pixels pixels = test::render(renderer, picture_with(stroke), 2.0F);
        for (float share = 0.04F; share < 0.97F; share += 0.04F) {
            const Point at = point_at(stroke.line, share);
            const Point aside = turned(heading_at(stroke.line, share)) * (kNormalWidth * 0.5F + 1.5F);
            CHECK(darkness_at(pixels, at, 2.0F) > 0.9);
            CHECK(colour_at(pixels, at + aside, 2.0F) == kWhite);
            CHECK(colour_at(pixels, at - aside, 2.0F) == kWhite);
        }
        if (std::abs(bulge) < 0.05F) continue;
        CHECK(colour_at(pixels, (stroke.line.a + stroke.line.b) * 0.5F, 2.0F) == kWhite);
    }
}

TEST_CASE_FIXTURE(Drawing, "a broad and strongly bent line is as wide on its outer side as on its inner one") {
    constexpr float kScale = 4.0F;
    for (const float bulge : {0.49F, -0.49F}) {
        CAPTURE(bulge);
        Stroke stroke;
        stroke.line = {{30.0F, 50.0F - bulge * 70.0F}, {170.0F, 50.0F - bulge * 70.0F}, bulge};
        stroke.is_changed = true;
        const Pixels pixels = test::render(renderer, picture_with(stroke), kScale);
        for (float share = 0.02F; share < 0.985F; share += 0.01F) {
            const Point at = point_at(stroke.line, share);
            const Point aside = turned(heading_at(stroke.line, share));
            for (const float side : {-0.5F, 0.5F}) {
                CHECK(colour_at(pixels, at + aside * (side * (kHaloWidth - 0.8F)), kScale) == kBlue);
                CHECK(colour_at(pixels, at + aside * (side * (kHaloWidth + 0.8F)), kScale) == kWhite);
            }
        }
    }
}

TEST_CASE_FIXTURE(Drawing, "every kind of tie, straight or bent, covers the lines that other renderers draw") {
    constexpr float kScale = 4.0F;
    for (int i = 0; i < 24; ++i) {
        CAPTURE(i);
        Stroke stroke;
        stroke.line = {{30.0F, 40.0F + static_cast<float>(i % 5) * 4.0F},
                       {170.0F, 60.0F - static_cast<float>(i % 7) * 3.0F},
                       static_cast<float>(i % 6 - 3) * 0.06F};
        stroke.kind = static_cast<StrokeKind>(i % 3);
        stroke.width = stroke.kind == StrokeKind::hollow ? kPlannedWidth : kNormalWidth;
        stroke.has_zigzag = i % 4 == 1;
        stroke.is_cut = i % 4 == 2;
        stroke.points_a = i % 5 == 3;
        stroke.points_b = i % 5 >= 3;
        stroke.gap_at = 0.3F;
        stroke.gap = i % 4 == 3 ? 34.0F : 0.0F;
        const Pixels pixels = test::render(renderer, picture_with(stroke), kScale);
        int points = 0;
        int missing = 0;
        for (Line line : lines_of(stroke)) {
            // A polygon's edge is covered by half; a little inside it is covered.
            if (line.width == 0.0F) {
                const Point middle = (line.points[0] + line.points[1] + line.points[2]) * (1.0F / 3.0F);
                for (Point &point : line.points) point = middle + (point - middle) * 0.8F;
            }
            for (std::size_t p = 0; p + 1 < line.points.size(); ++p) {
                const Point from = line.points[p];
                const Point step = line.points[p + 1] - from;
                for (float share = 0.1F; share < 1.0F; share += 0.2F, ++points)
                    if (darkness_at(pixels, from + step * share, kScale) < 0.3) ++missing;
            }
        }
        REQUIRE(points > 0);
        CHECK(missing == 0);
    }
}

TEST_CASE_FIXTURE(Drawing, "each mark is filled within its outline, which has a border") {
    for (const MarkShape shape : {MarkShape::square, MarkShape::circle, MarkShape::diamond, MarkShape::plain,
                                  MarkShape::rounded, MarkShape::capsule, MarkShape::cut}) {
        CAPTURE(static_cast<int>(shape));
        Mark mark = mark_of(shape);
        mark.border_width = 2.0F;
        constexpr float kScale = 2.0F;
        const Pixels pixels = test::render(renderer, picture_with(mark), kScale);
        CHECK(colour_at(pixels, mark.rect.centre(), kScale) == kGreen);
        const auto middles = [](const std::vector<Point> &outline) {
            std::vector<Point> points;
            for (std::size_t i = 0; i < outline.size(); ++i)
                points.push_back((outline[i] + outline[(i + 1) % outline.size()]) * 0.5F);
            return points;
        };
        for (const Point at : middles(outline_of(mark))) CHECK(darkness_at(pixels, at, kScale) > 0.9);
        for (const Point at : middles(outline_of(mark, 3.0F))) CHECK(colour_at(pixels, at, kScale) == kWhite);
        for (const Point at : middles(outline_of(mark, -3.0F))) CHECK(colour_at(pixels, at, kScale) == kGreen);

        mark.is_doubled = true;
        mark.is_changed = true;
        const Pixels more = test::render(renderer, picture_with(mark), kScale);
        for (const Point at : middles(outline_of(mark, -kDoubledInset))) CHECK(darkness_at(more, at, kScale) > 0.9);
        CHECK(colour_at(more, mark.rect.centre(), kScale) == kGreen);
        for (const Point at : middles(outline_of(mark, kHaloAround - 1.5F)))
            CHECK(colour_at(more, at, kScale) == kBlue);
        for (const Point at : middles(outline_of(mark, kHaloAround + 1.5F)))
            CHECK(colour_at(more, at, kScale) == kWhite);
    }
}

TEST_CASE_FIXTURE(Drawing, "a changed tie has a halo behind it") {
    Stroke stroke = level_stroke(kNormalWidth);
    stroke.is_changed = true;
    const Pixels pixels = test::render(renderer, picture_with(stroke));
    CHECK(pixels.at(100, kRow) == kBlack);
    CHECK(pixels.at(100, kRow - 5) == kBlue);
    CHECK(pixels.at(100, kRow + 5) == kBlue);
    CHECK(colour_at(pixels, {100.0F, kMiddle + kHaloWidth * 0.5F + 1.0F}) == kWhite);
}

TEST_CASE_FIXTURE(Drawing, "what lies over what: zones, halos, ties, marks, plates") {
    Picture picture = picture_with(level_stroke(kStrongWidth));
    picture.zones.push_back({{{4.0F, 4.0F}, {196.0F, 96.0F}}, 18.0F, Ink::stress, false});
    Mark mark = mark_of(MarkShape::square);
    mark.rect = rect_around({30.0F, kMiddle}, 40.0F, 40.0F);
    mark.is_changed = true;
    picture.marks.push_back(mark);
    Label label;
    label.centre = {120.0F, kMiddle};
    label.size = kTagSize;
    label.ink = Ink::changed;
    label.has_plate = true;
    picture.labels.push_back(label);
    const Pixels pixels = test::render(renderer, picture);
    CHECK(pixels.at(100, 20) == kRed);        // the zone
    CHECK(pixels.at(5, 5) == kWhite);         // its corners are round
    CHECK(pixels.at(80, kRow) == kBlack);     // the tie over it
    CHECK(pixels.at(40, kRow) == kGreen);     // the mark over the tie
    CHECK(pixels.at(53, kRow) == kBlack);     // the tie over the mark's halo
    CHECK(pixels.at(53, kRow - 10) == kBlue); // and that over the zone
    CHECK(pixels.at(120, kRow) == kWhite);    // paper for a word over the tie
    const Rect plate = plate_of(label);
    CHECK(colour_at(pixels, {120.0F, plate.min.y + 2.0F}) == kWhite);
    CHECK(colour_at(pixels, {120.0F, plate.min.y - 2.0F}) == kRed);
    CHECK(pixels.at(pixel_of(plate.min.x, 1.0F), kRow - 4) != kWhite); // its border
}

TEST_CASE_FIXTURE(Drawing, "the border of a dashed zone has holes on all four sides, alike on opposite ones") {
    Picture picture;
    picture.zones.push_back({{{10.5F, 10.5F}, {190.5F, 90.5F}}, 12.0F, Ink::paper, true});
    ecomap::Inks inks = test::plain_inks();
    inks[static_cast<std::size_t>(Ink::zone_border)] = kBlack;
    const gfx::EcoMapView view = test::whole_view(200.0F, 100.0F, 1.0F);
    const test::Canvas canvas(view.width, view.height, kWhite);
    renderer.draw(picture, 1, inks, view);
    const Pixels pixels = canvas.pixels();
    const Stretches top = stretches_of_row(pixels, 10);
    REQUIRE(top.dark.size() >= 5);
    for (std::size_t i = 1; i + 1 < top.dark.size(); ++i)
        CHECK(std::abs(static_cast<float>(top.dark[i]) - kZoneDash) <= 1.5F);
    CHECK(top.dark == stretches_of_row(pixels, 90).dark);
    const auto dark_pixels_of_column = [&](int x) {
        int dark = 0;
        for (int y = 25; y < 75; ++y) dark += pixels.darkness(x, y) > 0.5 ? 1 : 0;
        return dark;
    };
    CHECK(dark_pixels_of_column(10) > 15);
    CHECK(dark_pixels_of_column(10) < 35);
    CHECK(dark_pixels_of_column(10) == dark_pixels_of_column(190));
}

TEST_CASE_FIXTURE(Drawing, "edges are soft: shades rise and fall once across a slanting line") {
    Stroke stroke = level_stroke(kStrongWidth);
    stroke.line = {{20.0F, 30.0F}, {180.0F, 71.0F}, 0.0F};
    const Pixels pixels = test::render(renderer, picture_with(stroke));
    int shades = 0;
    for (int x = 40; x < 160; ++x) {
        bool is_falling = false;
        double last = 0.0;
        for (int y = 0; y < 100; ++y) {
            const double now = pixels.darkness(x, y);
            if (now > 0.05 && now < 0.95) ++shades;
            if (now < last - 1e-9) is_falling = true;
            if (is_falling) CHECK(now <= last + 1e-9);
            last = now;
        }
        CHECK(last == 0.0);
    }
    CHECK(shades > 120); // one an edge at least
}

TEST_CASE_FIXTURE(Drawing, "edges are soft: what has no border too") {
    Mark mark = mark_of(MarkShape::diamond);
    mark.is_changed = true;
    const Pixels pixels = test::render(renderer, picture_with(mark));
    const Rect rect = mark.rect.grown(kHaloAround);
    int shades = 0;
    for (int x = pixel_of(rect.min.x, 1.0F) + 3; x < pixel_of(rect.centre().x, 1.0F) - 3; ++x)
        for (int y = 0; y < 50; ++y) {
            const std::uint32_t red = pixels.at(x, y) >> 24U;
            if (red > 20 && red < 235 && pixels.at(x, y + 4) == kBlue) ++shades;
        }
    CHECK(shades > 20);
}

TEST_CASE_FIXTURE(Drawing, "twice as large is the same picture, only finer") {
    const Picture picture = rich_picture();
    const Pixels once = test::render(renderer, picture, 1.0F);
    const Pixels twice = test::render(renderer, picture, 2.0F).halved();
    const double difference = once.mean_difference(twice);
    MESSAGE("mean difference " << difference << " of 255");
    CHECK(difference < 1.0);
    // A picture moved by a unit differs by much more.
    Picture moved = picture;
    for (Stroke &stroke : moved.strokes)
        stroke.line = {stroke.line.a + Point{1.0F, 1.0F}, stroke.line.b + Point{1.0F, 1.0F}, stroke.line.bulge};
    for (Mark &mark : moved.marks) mark.rect = mark.rect.moved({1.0F, 1.0F});
    CHECK(once.mean_difference(test::render(renderer, moved)) > difference * 3.0);
}

TEST_CASE_FIXTURE(Drawing, "nothing is drawn outside the clip rectangle, everything inside as without it") {
    const Picture picture = rich_picture();
    gfx::EcoMapView view = test::whole_view(200.0F, 100.0F, 1.0F);
    view.clip = {{30.0F, 10.0F}, {120.0F, 60.0F}};
    const Pixels whole = test::render(renderer, picture);
    const test::Canvas canvas(view.width, view.height, kWhite);
    renderer.draw(picture, 1000, test::plain_inks(), view);
    const Pixels part = canvas.pixels();
    bool is_same_inside = true;
    bool is_empty_outside = true;
    for (int y = 0; y < 100; ++y)
        for (int x = 0; x < 200; ++x) {
            const bool is_inside = x >= 30 && x < 120 && y >= 10 && y < 60;
            if (is_inside && part.at(x, y) != whole.at(x, y)) is_same_inside = false;
            if (!is_inside && part.at(x, y) != kWhite) is_empty_outside = false;
        }
    CHECK(is_same_inside);
    CHECK(is_empty_outside);
    // No room at all.
    view.clip = {{50.0F, 50.0F}, {40.0F, 60.0F}};
    const test::Canvas other(view.width, view.height, kWhite);
    renderer.draw(picture, 1000, test::plain_inks(), view);
    CHECK(other.pixels().at(45, 55) == kWhite);
}

TEST_CASE_FIXTURE(Drawing, "OpenGL's state is afterwards as it was") {
    const auto snapshot = [] {
        std::vector<GLint> values;
        for (const GLenum name :
             {GL_CURRENT_PROGRAM, GL_VERTEX_ARRAY_BINDING, GL_ARRAY_BUFFER_BINDING, GL_DRAW_FRAMEBUFFER_BINDING,
              GL_ACTIVE_TEXTURE, GL_TEXTURE_BINDING_2D, GL_BLEND_SRC_RGB, GL_BLEND_DST_RGB, GL_BLEND_SRC_ALPHA,
              GL_BLEND_DST_ALPHA, GL_BLEND_EQUATION_RGB, GL_BLEND_EQUATION_ALPHA}) {
            GLint value = 0;
            glGetIntegerv(name, &value);
            values.push_back(value);
        }
        for (const GLenum name : {GL_VIEWPORT, GL_SCISSOR_BOX}) {
            GLint box[4] = {};
            glGetIntegerv(name, box);
            values.insert(values.end(), box, box + 4);
        }
        for (const GLenum name : {GL_BLEND, GL_SCISSOR_TEST, GL_CULL_FACE, GL_DEPTH_TEST, GL_STENCIL_TEST})
            values.push_back(glIsEnabled(name));
        return values;
    };
    const test::Canvas canvas(200, 100, kWhite);
    const gfx::GlVertexArray vertices = gfx::GlVertexArray::make();
    const gfx::GlBuffer buffer = gfx::GlBuffer::make();
    glBindVertexArray(vertices.name());
    glBindBuffer(GL_ARRAY_BUFFER, buffer.name());
    glViewport(1, 2, 30, 40);
    glScissor(5, 6, 7, 8);
    glDisable(GL_SCISSOR_TEST);
    glDisable(GL_BLEND);
    glEnable(GL_CULL_FACE);
    glEnable(GL_DEPTH_TEST);
    glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ZERO);
    glBlendEquationSeparate(GL_MAX, GL_MIN);
    const std::vector<GLint> before = snapshot();
    const Picture picture = rich_picture();
    for (int i = 0; i < 2; ++i) { // sent to the GPU the first time only
        renderer.draw(picture, 1, test::plain_inks(), test::whole_view(200.0F, 100.0F, 1.0F));
        CHECK(snapshot() == before);
    }
    CHECK(glGetError() == GL_NO_ERROR);
    CHECK(canvas.pixels().darkness_of_column(100, 0, 100) > 5.0); // and drawn in spite of culling and an odd viewport
}

TEST_CASE_FIXTURE(Drawing, "a picture is sent to the GPU when it is new or has changed, and only then") {
    Picture before = rich_picture();
    const Picture after = picture_with(level_stroke(kStrongWidth));
    const ecomap::Inks inks = test::plain_inks();
    ecomap::Inks others = inks;
    others[static_cast<std::size_t>(Ink::line)] = kRed;
    gfx::EcoMapView view = test::whole_view(200.0F, 100.0F, 1.0F);
    const test::Canvas canvas(view.width, view.height, kWhite);
    for (int frame = 0; frame < 3; ++frame) {
        view.origin.x += 3.0F;
        view.pixels_per_unit *= 1.1F;
        renderer.draw(before, 1, frame == 1 ? others : inks, view);
        renderer.draw(after, 2, inks, view);
    }
    CHECK(renderer.upload_count() == 2);
    before.strokes.clear();
    renderer.draw(before, 3, inks, view);
    CHECK(renderer.upload_count() == 3);

    // More pictures than it keeps: it forgets the one that was not drawn for the longest time, and draws each as it is.
    std::vector<Picture> many(20, after);
    for (std::size_t i = 0; i < many.size(); ++i) {
        many[i].strokes[0].line.a.y = many[i].strokes[0].line.b.y = 3.5F + static_cast<float>(i) * 4.0F;
        const test::Canvas fresh(200, 100, kWhite);
        renderer.draw(many[i], 100 + i, inks, test::whole_view(200.0F, 100.0F, 1.0F));
        CHECK(fresh.pixels().at(100, 3 + static_cast<int>(i) * 4) == kBlack);
        CHECK(fresh.pixels().darkness_of_column(100, 0, 100) ==
              doctest::Approx(static_cast<double>(kStrongWidth)).epsilon(0.01));
    }
    renderer.draw(many.back(), 100 + many.size() - 1, inks, view);
    CHECK(renderer.upload_count() == 23);
}

TEST_CASE_FIXTURE(Drawing, "inks may be translucent") {
    ecomap::Inks inks = test::plain_inks();
    inks[static_cast<std::size_t>(Ink::line)] = 0x80000080;
    const gfx::EcoMapView view = test::whole_view(200.0F, 100.0F, 1.0F);
    const test::Canvas canvas(view.width, view.height, kWhite);
    renderer.draw(picture_with(level_stroke(kStrongWidth)), 1, inks, view);
    const std::uint32_t pink = canvas.pixels().at(100, kRow);
    CHECK(static_cast<double>(pink >> 24U) == doctest::Approx(191.0).epsilon(0.02));
    CHECK(static_cast<double>(pink >> 8U & 0xFFU) == doctest::Approx(127.0).epsilon(0.02));
}

TEST_CASE_FIXTURE(Drawing, "a tie that bends back nearly on itself is not blended twice") {
    ecomap::Inks inks = test::plain_inks();
    inks[static_cast<std::size_t>(Ink::changed)] = 0x00000080;
    Stroke stroke;
    stroke.line = {{98.0F, 50.0F}, {102.0F, 50.0F}, 0.49F};
    stroke.is_changed = true;
    const gfx::EcoMapView view = test::whole_view(200.0F, 100.0F, 4.0F);
    const test::Canvas canvas(view.width, view.height, kWhite);
    renderer.draw(picture_with(stroke), 1, inks, view);
    const Pixels pixels = canvas.pixels();
    double darkest = 0.0;
    for (int y = 100; y < 300; ++y)
        for (int x = 300; x < 500; ++x) darkest = std::max(darkest, pixels.darkness(x, y));
    CHECK(darkest == doctest::Approx(0.5).epsilon(0.02));
}

TEST_CASE("the shaders differ from those for OpenGL ES 3.0 by their first lines only") {
    const Picture picture = rich_picture();
    const auto drawn_with = [&](gfx::Glsl glsl) {
        const test::GlWindow window(glsl);
        gfx::EcoMapRenderer renderer = test::make_renderer(glsl);
        return test::render(renderer, picture, 2.0F);
    };
    const Pixels es = drawn_with(gfx::Glsl::es_300);
    CHECK(es.mean_difference(drawn_with(gfx::Glsl::core_330)) < 0.01);
    CHECK(es.darkness_of_column(100, 0, 200) > 5.0); // they are not both empty
}

TEST_CASE("a shader that is missing or wrong is told with its file") {
    const test::GlWindow window;
    const auto missing = gfx::EcoMapRenderer::create("/nonexistent");
    REQUIRE(!missing.is_ok());
    CHECK(missing.error().code == "gl-shader");
    CHECK(missing.error().detail.find("ecomap_view.glsl") != std::string::npos);

    namespace fs = std::filesystem;
    const fs::path folder = fs::temp_directory_path() / "tsunagi-gl-tests";
    fs::remove_all(folder);
    fs::copy(fs::path(TSUNAGI_SOURCE_DIR) / "shaders", folder);
    std::ofstream(folder / "tie.frag", std::ios::app) << "\nfloat wrong() { return nothing_of_that_name; }\n";
    const auto wrong = gfx::EcoMapRenderer::create(folder);
    fs::remove_all(folder);
    REQUIRE(!wrong.is_ok());
    CHECK(wrong.error().code == "gl-shader");
    CHECK(wrong.error().detail.find("tie.frag") != std::string::npos);
    CHECK(wrong.error().detail.find("nothing_of_that_name") != std::string::npos);
}
