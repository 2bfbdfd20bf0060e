#include "app/window_icon.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace tsunagi::app {

namespace {

// In the units of the SVG, whose side is 64.
constexpr float kSide = 64.0F;
constexpr float kCorner = 14.0F;
constexpr float kRadius = 15.0F;
constexpr float kLeft = 23.0F;
constexpr float kRight = 41.0F;
constexpr float kMiddle = 32.0F;
constexpr float kLine = 5.5F;
constexpr int kSmall = 24; ///< pixels up to which the rings are drawn larger on their card
constexpr float kSmallZoom = 1.18F;
constexpr float kGapOfLine = 0.23F; ///< beside the ring that lies above, as a part of its line

using Colour = std::array<float, 4>;
constexpr Colour kNothing = {0.0F, 0.0F, 0.0F, 0.0F};
constexpr Colour kPaper = {0xF7, 0xF5, 0xF0, 255.0F};
constexpr Colour kInk = {0x0F, 0x6B, 0x6D, 255.0F};

bool is_on_paper(float x, float y) {
    const float from_side_x = std::min(x, kSide - x);
    const float from_side_y = std::min(y, kSide - y);
    if (from_side_x >= kCorner || from_side_y >= kCorner) return from_side_x >= 0.0F && from_side_y >= 0.0F;
    return std::hypot(kCorner - from_side_x, kCorner - from_side_y) <= kCorner;
}

// How far from the middle of a ring's line.
float distance_to_ring(float x, float y, float centre) {
    return std::fabs(std::hypot(x - centre, y - kMiddle) - kRadius);
}

// The right ring lies over the left one below, and under it above.
Colour colour_at(float card_x, float card_y, float zoom) {
    if (!is_on_paper(card_x, card_y)) return kNothing;
    const float x = kMiddle + (card_x - kMiddle) / zoom;
    const float y = kMiddle + (card_y - kMiddle) / zoom;
    const bool is_left_above = y < kMiddle;
    const float upper = distance_to_ring(x, y, is_left_above ? kLeft : kRight);
    const float lower = distance_to_ring(x, y, is_left_above ? kRight : kLeft);
    if (upper <= kLine * 0.5F) return kInk;
    // Only where the rings cross is there a gap: elsewhere the lower one is far from the upper.
    if (upper <= kLine * (0.5F + kGapOfLine)) return kPaper;
    return lower <= kLine * 0.5F ? kInk : kPaper;
}

} // namespace

std::vector<unsigned char> window_icon(int size) {
    constexpr int kSamples = 4; // a side of each pixel
    const float unit = kSide / static_cast<float>(size);
    const float zoom = size <= kSmall ? kSmallZoom : 1.0F;
    std::vector<unsigned char> pixels;
    pixels.reserve(static_cast<std::size_t>(size) * static_cast<std::size_t>(size) * 4);
    for (int y = 0; y < size; ++y)
        for (int x = 0; x < size; ++x) {
            Colour sum = kNothing;
            float opacity = 0.0F;
            for (int i = 0; i < kSamples * kSamples; ++i) {
                const auto at = [&](int pixel, int sample) {
                    return (static_cast<float>(pixel) + (static_cast<float>(sample) + 0.5F) / kSamples) * unit;
                };
                const Colour one = colour_at(at(x, i % kSamples), at(y, i / kSamples), zoom);
                for (std::size_t c = 0; c < 3; ++c) sum[c] += one[c] * one[3];
                opacity += one[3];
            }
            for (std::size_t c = 0; c < 3; ++c)
                pixels.push_back(static_cast<unsigned char>(opacity > 0.0F ? std::lround(sum[c] / opacity) : 0));
            pixels.push_back(static_cast<unsigned char>(std::lround(opacity / (kSamples * kSamples))));
        }
    return pixels;
}

} // namespace tsunagi::app
