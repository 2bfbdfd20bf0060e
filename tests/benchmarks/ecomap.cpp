// How long an eco-map takes to draw with OpenGL: one of the size of a case and one with very many ties.
//
//     bench_ecomap
//
// On an X server of its own OpenGL is drawn by the processor, many times slower than by a graphics card; what grows
// with the number of ties and what does not is seen all the same.
#include <algorithm>
#include <chrono>
#include <cmath>
#include <exception>
#include <functional>

#include <fmt/format.h>
#include <glad/gl.h>

#include "ecomap/shapes.h"
#include "gfx/gl_window.h"

using namespace tsunagi;

namespace {

constexpr float kWidth = 1280.0F;
constexpr float kHeight = 800.0F;
constexpr int kRounds = 7;

/// The shortest of some rounds, in microseconds: what the work takes when nothing else disturbs it.
double shortest_us(const std::function<void()> &work) {
    double shortest = 0.0;
    for (int i = 0; i < kRounds; ++i) {
        const auto start = std::chrono::steady_clock::now();
        work();
        const double us = std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - start).count();
        shortest = i == 0 ? us : std::min(shortest, us);
    }
    return shortest;
}

/// Ties of all kinds between marks that stand in a grid.
ecomap::Picture picture_of_size(int ties, int marks) {
    ecomap::Picture picture;
    const int columns = static_cast<int>(std::ceil(std::sqrt(static_cast<float>(marks) * kWidth / kHeight)));
    const int rows = (marks + columns - 1) / columns;
    const float step_x = kWidth / static_cast<float>(columns);
    const float step_y = kHeight / static_cast<float>(rows);
    for (int i = 0; i < marks; ++i) {
        ecomap::Mark mark;
        mark.shape = static_cast<ecomap::MarkShape>(i % 7);
        mark.rect = ecomap::rect_around(
            {(static_cast<float>(i % columns) + 0.5F) * step_x, (static_cast<float>(i / columns) + 0.5F) * step_y},
            step_x * 0.4F, step_y * 0.4F);
        picture.marks.push_back(mark);
    }
    for (int i = 0; i < ties; ++i) {
        // Not between the same two each time: steps of some marks, so that most ties are as long as in a case.
        const int from = i % marks;
        const int to = (from + 1 + i % std::max(columns * 2, 2)) % marks;
        ecomap::Stroke stroke;
        stroke.line = {picture.marks[static_cast<std::size_t>(from)].rect.centre(),
                       picture.marks[static_cast<std::size_t>(to)].rect.centre(),
                       static_cast<float>(i % 5 - 2) * 0.08F};
        stroke.kind = static_cast<ecomap::StrokeKind>(i % 3);
        stroke.width = ecomap::kStrongWidth;
        stroke.has_zigzag = i % 4 == 1;
        stroke.points_b = i % 2 == 0;
        stroke.is_changed = i % 10 == 0;
        picture.strokes.push_back(stroke);
    }
    return picture;
}

struct Times {
    double whole_us;       // until all pixels are there
    double no_pixels_us;   // all but the pixels: what the program and the vertex shaders do
    double new_picture_us; // the same for a picture that has changed
};

Times measure(const ecomap::Picture &picture) {
    gfx::EcoMapRenderer renderer = test::make_renderer();
    const gfx::EcoMapView whole = test::whole_view(kWidth, kHeight, 1.0F);
    gfx::EcoMapView one_pixel = whole;
    one_pixel.clip = {{0.0F, 0.0F}, {1.0F, 1.0F}};
    const test::Canvas canvas(whole.width, whole.height, 0xFFFFFFFF);
    std::uint64_t serial = 0;
    const auto draw = [&](const gfx::EcoMapView &view) {
        renderer.draw(picture, serial, ecomap::print_inks(), view);
        glFinish();
    };
    draw(whole);
    Times times{};
    times.whole_us = shortest_us([&] { draw(whole); });
    times.no_pixels_us = shortest_us([&] { draw(one_pixel); });
    times.new_picture_us = shortest_us([&] {
        ++serial;
        draw(one_pixel);
    });
    return times;
}

} // namespace

int main() try {
    const test::GlWindow window;
    fmt::print("{}, {} x {} pixels\n", reinterpret_cast<const char *>(glGetString(GL_RENDERER)), kWidth, kHeight);
    fmt::print("{:>6} {:>6} {:>10} {:>10} {:>14} {:>16}\n", "ties", "marks", "frame us", "frames/s", "no pixels us",
               "new picture us");
    double first = 0.0;
    double last = 0.0;
    for (const auto &[ties, marks] : {std::pair{22, 18}, {2000, 18}, {2000, 400}}) {
        const Times times = measure(picture_of_size(ties, marks));
        fmt::print("{:>6} {:>6} {:>10.0f} {:>10.0f} {:>14.0f} {:>16.0f}\n", ties, marks, times.whole_us,
                   1e6 / times.whole_us, times.no_pixels_us, times.new_picture_us);
        if (first == 0.0) first = times.whole_us;
        last = times.whole_us;
    }
    fmt::print("2000 ties and 400 marks take {:.1f} times as long as 22 ties and 18 marks\n", last / first);
    return 0;
} catch (const std::exception &problem) {
    fmt::print(stderr, "{}\n", problem.what());
    return 1;
}
