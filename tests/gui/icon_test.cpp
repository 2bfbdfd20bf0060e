#include <doctest/doctest.h>

#include "app/window_icon.h"

using namespace tsunagi;

namespace {

struct Picture {
    int size = 0;
    std::vector<unsigned char> pixels;

    explicit Picture(int side) : size(side), pixels(app::window_icon(side)) {}
    [[nodiscard]] int at(float x, float y, int channel) const {
        const auto column = static_cast<int>(x * static_cast<float>(size) / 64.0F);
        const auto row = static_cast<int>(y * static_cast<float>(size) / 64.0F);
        return pixels[static_cast<std::size_t>((row * size + column) * 4 + channel)];
    }
    [[nodiscard]] bool is_ink(float x, float y) const { return at(x, y, 0) < 0x60 && at(x, y, 3) == 255; }
    [[nodiscard]] bool is_paper(float x, float y) const { return at(x, y, 0) > 0xC0 && at(x, y, 3) == 255; }
};

} // namespace

TEST_CASE("the window's icon shows two linked rings on a rounded card, in every size") {
    for (const int size : {32, 48, 256}) {
        CAPTURE(size);
        const Picture icon(size);
        REQUIRE(icon.pixels.size() == static_cast<std::size_t>(size * size * 4));
        CHECK(icon.at(0.0F, 0.0F, 3) < 128); // the corner is cut
        CHECK(icon.at(32.0F, 4.0F, 3) == 255);
        CHECK(icon.is_ink(8.0F, 32.0F));  // the left ring
        CHECK(icon.is_ink(56.0F, 32.0F)); // the right ring
        CHECK(icon.is_paper(32.0F, 4.0F));
        CHECK(icon.is_paper(18.0F, 32.0F));
        CHECK(icon.is_paper(46.0F, 32.0F));
    }
}

TEST_CASE("in a title bar the rings are still two: there is light in each, and where they overlap") {
    const Picture icon(16);
    REQUIRE(icon.pixels.size() == 16 * 16 * 4);
    CHECK(icon.at(0.0F, 0.0F, 3) < 128);
    for (const float x : {16.0F, 32.0F, 48.0F}) CHECK(icon.is_paper(x, 30.0F));
    for (const float x : {24.0F, 36.0F}) CHECK(icon.is_ink(x, 30.0F));
}

TEST_CASE("the rings pass over and under each other") {
    const Picture icon(256);
    // They cross at x = 32, 12 above and below the middle. What lies above is whole there, what lies below has a gap
    // on both sides.
    for (const float y : {20.0F, 44.0F}) CHECK(icon.is_ink(32.0F, y));
    CHECK_FALSE(icon.is_ink(29.5F, 22.4F)); // the right ring, above, beside the left one
    CHECK(icon.is_ink(28.6F, 18.1F));       // the left ring goes on
}
