#include <cmath>
#include <cstring>
#include <limits>
#include <memory>

#include <cairo/cairo.h>
#include <doctest/doctest.h>

#include "cli/cli_support.h"
#include "ecomap/png.h"

using namespace tsunagi;
using namespace tsunagi::ecomap;
using tsunagi::test::contains;

namespace {

namespace fs = std::filesystem;

const fs::path &fonts() {
    static const fs::path folder = fs::path(TSUNAGI_BINARY_PATH).parent_path() / "fonts";
    return folder;
}

/// A PNG, read by cairo.
class Pixels {
  public:
    explicit Pixels(const std::string &png) : left_(png), surface_(read()) {
        REQUIRE(cairo_surface_status(surface_.get()) == CAIRO_STATUS_SUCCESS);
    }
    [[nodiscard]] int width() const { return cairo_image_surface_get_width(surface_.get()); }
    [[nodiscard]] int height() const { return cairo_image_surface_get_height(surface_.get()); }
    /// 0xRRGGBBAA
    [[nodiscard]] std::uint32_t at(int x, int y) const {
        std::uint32_t argb = 0;
        std::memcpy(&argb,
                    cairo_image_surface_get_data(surface_.get()) + y * cairo_image_surface_get_stride(surface_.get()) +
                        x * 4,
                    4);
        return (argb << 8U) | (argb >> 24U);
    }
    /// How many pixels of a rectangle have one colour.
    [[nodiscard]] int count(const Rect &rect, std::uint32_t colour) const {
        int found = 0;
        for (int y = static_cast<int>(rect.min.y); y < static_cast<int>(rect.max.y); ++y)
            for (int x = static_cast<int>(rect.min.x); x < static_cast<int>(rect.max.x); ++x)
                if (at(x, y) == colour) ++found;
        return found;
    }

  private:
    struct Free {
        void operator()(cairo_surface_t *surface) const { cairo_surface_destroy(surface); }
    };
    static cairo_status_t next(void *pixels, unsigned char *data, unsigned int length) {
        std::string &left = static_cast<Pixels *>(pixels)->left_;
        if (left.size() < length) return CAIRO_STATUS_READ_ERROR;
        std::memcpy(data, left.data(), length);
        left.erase(0, length);
        return CAIRO_STATUS_SUCCESS;
    }
    cairo_surface_t *read() { return cairo_image_surface_create_from_png_stream(next, this); }

    std::string left_;
    std::unique_ptr<cairo_surface_t, Free> surface_;
};

// A thick tie, a party with its name, a zone; the picture does not begin at 0.
Picture picture() {
    Picture made;
    made.bounds = {{-50.0F, -20.0F}, {250.0F, 130.0F}};
    made.zones.push_back({{{-30.0F, 70.0F}, {50.0F, 120.0F}}, 8.0F, Ink::zone_side, true});
    Stroke stroke;
    stroke.tie = model::TieId("t");
    stroke.line = {{0.0F, 30.0F}, {150.0F, 30.0F}, 0.0F};
    stroke.width = 5.0F;
    stroke.points_b = true;
    made.strokes.push_back(stroke);
    Mark mark;
    mark.rect = {{150.0F, 10.0F}, {240.0F, 50.0F}};
    made.marks.push_back(mark);
    made.labels.push_back({{195.0F, 30.0F}, 16.0F, "\xE5\xAE\xB6\xE6\x97\x8F", Ink::text, false, false});
    return made;
}

Pixels drawn(const Picture &wanted, float scale = 1.0F) {
    const auto png = ecomap::png_of(wanted, print_inks(), fonts(), scale);
    REQUIRE_MESSAGE(png.is_ok(), png.error().code, " ", png.error().detail);
    CHECK(png->rfind("\x89PNG\r\n\x1A\n", 0) == 0);
    return Pixels(*png);
}

std::uint32_t ink(Ink wanted) { return ink_of(print_inks(), wanted); }

std::string error_of(const Picture &wanted, const fs::path &folder, float scale) {
    const auto png = ecomap::png_of(wanted, print_inks(), folder, scale);
    return png ? "" : png.error().code;
}

// The dark pixels' extent in the label's row of a picture with that label alone.
Rect inked(const std::string &text, float size, bool is_bold = false) {
    Picture alone;
    alone.bounds = {{0.0F, 0.0F}, {200.0F, 60.0F}};
    alone.labels.push_back({{100.0F, 30.0F}, size, text, Ink::text, is_bold, false});
    const Pixels pixels = drawn(alone);
    Rect found{{1e9F, 1e9F}, {-1.0F, -1.0F}};
    for (int y = 0; y < pixels.height(); ++y)
        for (int x = 0; x < pixels.width(); ++x) {
            if ((pixels.at(x, y) >> 24U) > 160) continue;
            found.min = {std::min(found.min.x, static_cast<float>(x)), std::min(found.min.y, static_cast<float>(y))};
            found.max = {std::max(found.max.x, static_cast<float>(x + 1)),
                         std::max(found.max.y, static_cast<float>(y + 1))};
        }
    return found;
}

} // namespace

TEST_CASE("a PNG shows paper, zone, tie, party and name where the picture has them") {
    const Pixels pixels = drawn(picture());
    CHECK(pixels.width() == 300);
    CHECK(pixels.height() == 150);
    CHECK(pixels.at(0, 0) == ink(Ink::paper));
    CHECK(pixels.at(299, 149) == ink(Ink::paper));
    CHECK(pixels.at(60, 115) == ink(Ink::zone_side)); // the middle of the zone
    CHECK(pixels.at(100, 50) == ink(Ink::line));
    CHECK(pixels.at(100, 52) != ink(Ink::paper)); // 5 wide
    CHECK(pixels.at(100, 54) == ink(Ink::paper));
    CHECK(pixels.at(191, 53) == ink(Ink::line)); // the arrow head is broader than the line
    CHECK(pixels.at(210, 40) == ink(Ink::mark_agency));
    const Rect name{{229.0F, 42.0F}, {261.0F, 58.0F}};
    const int bare = pixels.count(name, ink(Ink::mark_agency));
    CHECK(bare > 100);
    CHECK(bare < 32 * 16 - 100);                                                               // the rest are letters
    CHECK(pixels.count({{205.0F, 42.0F}, {225.0F, 58.0F}}, ink(Ink::mark_agency)) == 20 * 16); // beside them
}

TEST_CASE("twice the scale is twice the size") {
    const Pixels pixels = drawn(picture(), 2.0F);
    CHECK(pixels.width() == 600);
    CHECK(pixels.height() == 300);
    CHECK(pixels.at(200, 100) == ink(Ink::line));
    CHECK(pixels.at(200, 104) == ink(Ink::line));
    CHECK(pixels.at(200, 107) == ink(Ink::paper));
    CHECK(drawn(picture(), 0.5F).width() == 150);
}

TEST_CASE("letters stand in the middle of their place, as wide as the layout counts them") {
    // Full-width squares reach nearly to the edges of their cells.
    const Rect three = inked("\xE2\x96\xA0\xE2\x96\xA0\xE2\x96\xA0", 20.0F);
    CHECK(std::abs(three.centre().x - 100.0F) <= 1.0F);
    CHECK(std::abs(three.centre().y - 30.0F) <= 2.0F);
    CHECK(std::abs(three.width() - text_width("\xE2\x96\xA0\xE2\x96\xA0\xE2\x96\xA0", 20.0F)) < 6.0F);
    const Rect ascii = inked("HHHHHH", 20.0F);
    CHECK(std::abs(ascii.centre().x - 100.0F) <= 1.0F);
    CHECK(std::abs(ascii.width() - text_width("HHHHHH", 20.0F)) < 4.0F);
    CHECK(inked("HHHHHH", 10.0F).width() < ascii.width() * 0.6F);
    CHECK(inked("", 20.0F).width() < 0.0F);
    // Controls and marks of direction take no room.
    CHECK(inked("\xE2\x80\x8FHHH\nHHH\xE2\x80\xAE", 20.0F).width() == ascii.width());
    CHECK(inked("a\xFFz", 20.0F).width() > 0.0F);
}

TEST_CASE("bold letters are bolder") {
    const auto ink_in = [&](bool is_bold) {
        Picture alone;
        alone.bounds = {{0.0F, 0.0F}, {100.0F, 60.0F}};
        alone.labels.push_back({{50.0F, 30.0F}, 30.0F, "HH", Ink::text, is_bold, false});
        return drawn(alone).count(alone.bounds, ink(Ink::text));
    };
    CHECK(ink_in(true) > ink_in(false) * 5 / 4);
}

TEST_CASE("what cannot be drawn is an error that says why") {
    CHECK(error_of(picture(), fonts(), 200.0F) == "png-size"); // a side
    CHECK(error_of(picture(), fonts(), 54.0F) == "png-size");  // all pixels together
    CHECK(error_of(picture(), fonts(), 0.0F) == "png-size");
    CHECK(error_of(picture(), fonts(), -1.0F) == "png-size");
    CHECK(error_of(picture(), fonts(), std::numeric_limits<float>::quiet_NaN()) == "png-size");
    CHECK(error_of(picture(), fonts(), std::numeric_limits<float>::infinity()) == "png-size");
    CHECK(error_of(Picture(), fonts(), 1.0F) == "png-size");
    const test::Folder empty;
    CHECK(error_of(picture(), empty.path(), 1.0F) == "png-font");
    test::write_text(empty / "BIZUDGothic-Regular.ttf", "no font");
    CHECK(error_of(picture(), empty.path(), 1.0F) == "png-font");
}

TEST_CASE("without the bold font everything is regular") {
    const test::Folder folder;
    fs::copy_file(fonts() / "BIZUDGothic-Regular.ttf", folder / "BIZUDGothic-Regular.ttf");
    CHECK(error_of(picture(), folder.path(), 1.0F) == "");
}
