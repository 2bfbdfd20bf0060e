#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "ecomap/picture.h"
#include "gfx/gl_ecomap.h"

struct GLFWwindow;

namespace tsunagi::test {

/// A hidden window with an OpenGL context that is current while the object lives, on an X server of its own (Xvfb),
/// else on $DISPLAY. Without either the test that asks for it fails.
class GlWindow {
  public:
    explicit GlWindow(gfx::Glsl glsl = gfx::Glsl::core_330);
    ~GlWindow();
    GlWindow(const GlWindow &) = delete;
    GlWindow &operator=(const GlWindow &) = delete;

  private:
    GLFWwindow *handle_ = nullptr;
};

/// Pixels as they come from OpenGL, but from the top.
class Pixels {
  public:
    Pixels(int width, int height);

    [[nodiscard]] static Pixels read(int width, int height);

    [[nodiscard]] int width() const { return width_; }
    [[nodiscard]] int height() const { return height_; }
    /// 0xRRGGBBAA.
    [[nodiscard]] std::uint32_t at(int x, int y) const;
    /// 0: white, 1: black.
    [[nodiscard]] double darkness(int x, int y) const;
    /// Of a column, between two rows.
    [[nodiscard]] double darkness_of_column(int x, int from, int to) const;
    /// Each 2 x 2 pixels as their mean.
    [[nodiscard]] Pixels halved() const;
    /// Over all channels of all pixels, 0 to 255.
    [[nodiscard]] double mean_difference(const Pixels &other) const;
    /// A portable pixmap, for a person to look at.
    void save(const std::string &file) const;

  private:
    [[nodiscard]] std::size_t place_of(int x, int y) const;

    int width_;
    int height_;
    std::vector<std::uint8_t> bytes_;
};

/// A framebuffer to draw on, bound while it lives.
class Canvas {
  public:
    /// Filled with a colour, 0xRRGGBBAA.
    Canvas(int width, int height, std::uint32_t colour);
    ~Canvas();
    Canvas(const Canvas &) = delete;
    Canvas &operator=(const Canvas &) = delete;

    [[nodiscard]] Pixels pixels() const { return Pixels::read(width_, height_); }

  private:
    int width_;
    int height_;
    unsigned buffer_ = 0;
    unsigned colours_ = 0;
};

/// What is easy to tell apart: white paper, black lines, pure colours.
[[nodiscard]] ecomap::Inks plain_inks();

/// All of a canvas of this many units, its upper left corner at unit (0, 0).
[[nodiscard]] gfx::EcoMapView whole_view(float width, float height, float scale);

/// A picture of 200 x 100 units on paper.
[[nodiscard]] Pixels render(gfx::EcoMapRenderer &renderer, const ecomap::Picture &picture, float scale = 1.0F);

/// Compiled from the program's own shaders.
[[nodiscard]] gfx::EcoMapRenderer make_renderer(gfx::Glsl glsl = gfx::Glsl::core_330);

} // namespace tsunagi::test
