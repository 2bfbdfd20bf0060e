#include "gfx/gl_window.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <stdexcept>

#ifdef __unix__
#include <sys/wait.h>
#include <unistd.h>
#endif

#include <glad/gl.h>
#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

namespace tsunagi::test {

namespace {

constexpr float kPictureWidth = 200.0F;
constexpr float kPictureHeight = 100.0F;

#ifdef __unix__
// Xvfb on a number that is free, while the object lives.
class Screen {
  public:
    Screen() {
        std::array<int, 2> ends{};
        if (pipe(ends.data()) != 0) return;
        child_ = fork();
        if (child_ == 0) {
            close(ends[0]);
            if (std::freopen("/dev/null", "w", stderr) == nullptr) _exit(126);
            const std::string end = std::to_string(ends[1]);
            execlp("Xvfb", "Xvfb", "-displayfd", end.c_str(), "-screen", "0", "640x480x24", "-nolisten", "tcp",
                   "-terminate", nullptr);
            _exit(127);
        }
        close(ends[1]);
        // It writes its number when it is ready; nothing at all when it could not start.
        std::string number;
        char c = '\0';
        while (read(ends[0], &c, 1) == 1 && c != '\n') number += c;
        close(ends[0]);
        if (!number.empty()) setenv("DISPLAY", (":" + number).c_str(), 1);
    }
    ~Screen() {
        if (child_ <= 0) return;
        kill(child_, SIGTERM);
        waitpid(child_, nullptr, 0);
    }
    Screen(const Screen &) = delete;
    Screen &operator=(const Screen &) = delete;

  private:
    pid_t child_ = -1;
};
#else
struct Screen {};
#endif

// One for all tests of this program.
struct Glfw {
    Screen screen;
    bool is_ready = glfwInit() == GLFW_TRUE;

    Glfw() = default;
    ~Glfw() { glfwTerminate(); }
    Glfw(const Glfw &) = delete;
    Glfw &operator=(const Glfw &) = delete;
};

const Glfw &glfw() {
    static const Glfw started;
    return started;
}

std::string last_problem() {
    const char *text = nullptr;
    glfwGetError(&text);
    return text != nullptr ? text : "unknown";
}

} // namespace

GlWindow::GlWindow(gfx::Glsl glsl) {
    if (!glfw().is_ready)
        throw std::runtime_error("no display: install Xvfb, set DISPLAY, or configure with -DTSUNAGI_GL_TESTS=OFF (" +
                                 last_problem() + ")");
    const bool is_core = glsl == gfx::Glsl::core_330;
    glfwWindowHint(GLFW_VISIBLE, GLFW_FALSE);
    glfwWindowHint(GLFW_CLIENT_API, is_core ? GLFW_OPENGL_API : GLFW_OPENGL_ES_API);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, is_core ? 3 : 0);
    glfwWindowHint(GLFW_OPENGL_PROFILE, is_core ? GLFW_OPENGL_CORE_PROFILE : GLFW_OPENGL_ANY_PROFILE);
    glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, is_core ? GLFW_TRUE : GLFW_FALSE);
    handle_ = glfwCreateWindow(64, 64, "test", nullptr, nullptr);
    if (handle_ == nullptr) throw std::runtime_error("no OpenGL context: " + last_problem());
    glfwMakeContextCurrent(handle_);
    if (gladLoadGL(glfwGetProcAddress) == 0) throw std::runtime_error("OpenGL's functions were not found");
    // Part of ES 3.0, but a loader made for desktop versions asks for it with 3.3 only.
    if (!is_core)
        glad_glVertexAttribDivisor =
            reinterpret_cast<PFNGLVERTEXATTRIBDIVISORPROC>(glfwGetProcAddress("glVertexAttribDivisor"));
}

GlWindow::~GlWindow() {
    if (handle_ != nullptr) glfwDestroyWindow(handle_);
}

Pixels::Pixels(int width, int height)
    : width_(width), height_(height), bytes_(static_cast<std::size_t>(width * height) * 4) {}

Pixels Pixels::read(int width, int height) {
    Pixels upside_down(width, height);
    glReadPixels(0, 0, width, height, GL_RGBA, GL_UNSIGNED_BYTE, upside_down.bytes_.data());
    Pixels pixels(width, height);
    for (int y = 0; y < height; ++y)
        std::copy_n(upside_down.bytes_.data() + upside_down.place_of(0, height - 1 - y), width * 4,
                    pixels.bytes_.data() + pixels.place_of(0, y));
    return pixels;
}

std::size_t Pixels::place_of(int x, int y) const {
    if (x < 0 || x >= width_ || y < 0 || y >= height_) throw std::out_of_range("no such pixel");
    return static_cast<std::size_t>(y * width_ + x) * 4;
}

std::uint32_t Pixels::at(int x, int y) const {
    std::uint32_t colour = 0;
    for (std::size_t i = 0; i < 4; ++i) colour = colour << 8U | bytes_[place_of(x, y) + i];
    return colour;
}

double Pixels::darkness(int x, int y) const {
    const std::size_t place = place_of(x, y);
    return 1.0 - (bytes_[place] + bytes_[place + 1] + bytes_[place + 2]) / (3.0 * 255.0);
}

double Pixels::darkness_of_column(int x, int from, int to) const {
    double sum = 0.0;
    for (int y = from; y < to; ++y) sum += darkness(x, y);
    return sum;
}

Pixels Pixels::halved() const {
    Pixels half(width_ / 2, height_ / 2);
    for (int y = 0; y < half.height_; ++y)
        for (int x = 0; x < half.width_; ++x)
            for (std::size_t i = 0; i < 4; ++i) {
                const int sum = bytes_[place_of(2 * x, 2 * y) + i] + bytes_[place_of(2 * x + 1, 2 * y) + i] +
                                bytes_[place_of(2 * x, 2 * y + 1) + i] + bytes_[place_of(2 * x + 1, 2 * y + 1) + i];
                half.bytes_[half.place_of(x, y) + i] = static_cast<std::uint8_t>((sum + 2) / 4);
            }
    return half;
}

double Pixels::mean_difference(const Pixels &other) const {
    if (bytes_.size() != other.bytes_.size()) throw std::invalid_argument("pictures of different size");
    double sum = 0.0;
    for (std::size_t i = 0; i < bytes_.size(); ++i) sum += std::abs(bytes_[i] - other.bytes_[i]);
    return sum / static_cast<double>(bytes_.size());
}

void Pixels::save(const std::string &file) const {
    std::ofstream out(file, std::ios::binary);
    out << "P6\n" << width_ << ' ' << height_ << "\n255\n";
    for (std::size_t i = 0; i < bytes_.size(); i += 4) out.write(reinterpret_cast<const char *>(&bytes_[i]), 3);
}

Canvas::Canvas(int width, int height, std::uint32_t colour) : width_(width), height_(height) {
    glGenRenderbuffers(1, &colours_);
    glBindRenderbuffer(GL_RENDERBUFFER, colours_);
    glRenderbufferStorage(GL_RENDERBUFFER, GL_RGBA8, width, height);
    glGenFramebuffers(1, &buffer_);
    glBindFramebuffer(GL_FRAMEBUFFER, buffer_);
    glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, colours_);
    if (glCheckFramebufferStatus(GL_FRAMEBUFFER) != GL_FRAMEBUFFER_COMPLETE)
        throw std::runtime_error("the framebuffer cannot be drawn on");
    const auto share = [&](unsigned shift) { return static_cast<float>(colour >> shift & 0xFFU) / 255.0F; };
    glDisable(GL_SCISSOR_TEST);
    glClearColor(share(24), share(16), share(8), share(0));
    glClear(GL_COLOR_BUFFER_BIT);
}

Canvas::~Canvas() {
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
    glDeleteFramebuffers(1, &buffer_);
    glDeleteRenderbuffers(1, &colours_);
}

ecomap::Inks plain_inks() {
    ecomap::Inks inks = ecomap::print_inks();
    const auto set = [&](ecomap::Ink ink, std::uint32_t colour) { inks[static_cast<std::size_t>(ink)] = colour; };
    set(ecomap::Ink::paper, 0xFFFFFFFF);
    set(ecomap::Ink::line, 0x000000FF);
    set(ecomap::Ink::mark_border, 0x000000FF);
    set(ecomap::Ink::stress, 0xFF0000FF);
    set(ecomap::Ink::changed, 0x0000FFFF);
    set(ecomap::Ink::mark_home, 0x00FF00FF);
    set(ecomap::Ink::muted, 0xFF00FFFF);
    return inks;
}

gfx::EcoMapView whole_view(float width, float height, float scale) {
    gfx::EcoMapView view;
    view.pixels_per_unit = scale;
    view.width = static_cast<int>(std::lround(width * scale));
    view.height = static_cast<int>(std::lround(height * scale));
    view.clip = {{0.0F, 0.0F}, {static_cast<float>(view.width), static_cast<float>(view.height)}};
    return view;
}

Pixels render(gfx::EcoMapRenderer &renderer, const ecomap::Picture &picture, float scale) {
    const gfx::EcoMapView view = whole_view(kPictureWidth, kPictureHeight, scale);
    const ecomap::Inks inks = plain_inks();
    const Canvas canvas(view.width, view.height, ecomap::ink_of(inks, ecomap::Ink::paper));
    // Pictures of tests may come to lie where an earlier one was.
    static std::uint64_t serial = 0;
    renderer.draw(picture, ++serial, inks, view);
    return canvas.pixels();
}

gfx::EcoMapRenderer make_renderer(gfx::Glsl glsl) {
    auto renderer = gfx::EcoMapRenderer::create(std::string(TSUNAGI_SOURCE_DIR) + "/shaders", glsl);
    if (!renderer) throw std::runtime_error(renderer.error().detail);
    return std::move(*renderer);
}

} // namespace tsunagi::test
