// Eco-maps within Dear ImGui's frames.
#include <doctest/doctest.h>

#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>

#include "app/gl_painter.h"
#include "gfx/gl_window.h"

using namespace tsunagi;

namespace {

constexpr const char *kShaders = TSUNAGI_SOURCE_DIR "/shaders";
constexpr float kScreenWidth = 200.0F;
constexpr float kScreenHeight = 100.0F;
constexpr std::uint32_t kWhite = 0xFFFFFFFF;
constexpr std::uint32_t kBlack = 0x000000FF;
constexpr std::uint32_t kGreen = 0x00FF00FF;

/// Dear ImGui with its OpenGL backend, on a screen with so many framebuffer pixels per pixel.
class Screen {
  public:
    explicit Screen(float density) : density_(density) {
        ImGui::CreateContext();
        ImGuiIO &io = ImGui::GetIO();
        io.IniFilename = nullptr;
        io.DisplaySize = {kScreenWidth, kScreenHeight};
        io.DisplayFramebufferScale = {density, density};
        ImGui_ImplOpenGL3_Init("#version 330 core");
    }
    ~Screen() {
        ImGui_ImplOpenGL3_Shutdown();
        ImGui::DestroyContext();
    }
    Screen(const Screen &) = delete;
    Screen &operator=(const Screen &) = delete;

    template <class Draw>
    test::Pixels frame(const Draw &draw) const {
        const test::Canvas canvas(static_cast<int>(kScreenWidth * density_), static_cast<int>(kScreenHeight * density_),
                                  kWhite);
        ImGui_ImplOpenGL3_NewFrame();
        ImGui::NewFrame();
        draw(*ImGui::GetBackgroundDrawList());
        ImGui::Render();
        ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
        return canvas.pixels();
    }

  private:
    float density_;
};

std::unique_ptr<ui::EcoMapPainter> make_painter() {
    auto painter = app::make_gl_painter(kShaders);
    REQUIRE(painter.is_ok());
    return std::move(*painter);
}

/// A level line 100 units long and 10 wide.
ecomap::Picture line_at(float height) {
    ecomap::Picture picture;
    ecomap::Stroke stroke;
    stroke.line = {{0.0F, height}, {100.0F, height}, 0.0F};
    stroke.width = 10.0F;
    picture.strokes.push_back(stroke);
    return picture;
}

} // namespace

TEST_CASE("two pictures in a frame, each at its place, and what is drawn afterwards lies over them") {
    const test::GlWindow window;
    const auto painter = make_painter();
    const ecomap::Picture above = line_at(20.0F);
    const ecomap::Picture below = line_at(80.0F);
    const ecomap::Inks inks = test::plain_inks();
    for (const float density : {1.0F, 2.0F}) {
        CAPTURE(density);
        const Screen screen(density);
        const auto draw = [&](ImDrawList &list) {
            painter->paint(list, above, 1, inks, {{0.0F, 0.0F}, 1.0F, {0.0F, 0.0F}, {100.0F, 100.0F}});
            painter->paint(list, below, 2, inks, {{100.0F, 0.0F}, 0.5F, {100.0F, 0.0F}, {200.0F, 100.0F}});
            list.AddRectFilled({40.0F, 0.0F}, {60.0F, 100.0F}, IM_COL32(0, 255, 0, 255));
        };
        (void)screen.frame(draw);
        const test::Pixels pixels = screen.frame(draw);
        const auto at = [&](float x, float y) {
            return pixels.at(static_cast<int>(x * density), static_cast<int>(y * density));
        };
        CHECK(at(20.0F, 20.0F) == kBlack);
        CHECK(at(20.0F, 17.0F) == kBlack);
        CHECK(at(20.0F, 12.0F) == kWhite);
        CHECK(at(120.0F, 40.0F) == kBlack);
        CHECK(at(120.0F, 44.0F) == kWhite);
        CHECK(at(120.0F, 20.0F) == kWhite);
        CHECK(at(160.0F, 40.0F) == kWhite); // at half its size it is 50 long
        CHECK(at(50.0F, 20.0F) == kGreen);
        CHECK(at(50.0F, 60.0F) == kGreen);
    }
}

TEST_CASE("a picture keeps within its clip rectangle and within the window it is in") {
    const test::GlWindow window;
    const auto painter = make_painter();
    const ecomap::Picture picture = line_at(50.0F);
    const Screen screen(2.0F);
    const test::Pixels pixels = screen.frame([&](ImDrawList &list) {
        list.PushClipRect({0.0F, 0.0F}, {70.0F, 100.0F});
        painter->paint(list, picture, 1, test::plain_inks(), {{0.0F, 0.0F}, 1.0F, {30.0F, 0.0F}, {200.0F, 50.0F}});
        list.PopClipRect();
    });
    CHECK(pixels.at(2 * 50, 2 * 48) == kBlack);
    CHECK(pixels.at(2 * 50, 2 * 52) == kWhite); // below the clip rectangle
    CHECK(pixels.at(2 * 29, 2 * 48) == kWhite); // left of it
    CHECK(pixels.at(2 * 71, 2 * 48) == kWhite); // beyond the window
}

TEST_CASE("without OpenGL 3.3, or without shaders, there is no painter but a reason") {
    {
        const test::GlWindow window;
        const auto painter = app::make_gl_painter("/nonexistent");
        REQUIRE(!painter.is_ok());
        CHECK(painter.error().code == "gl-shader");
    }
    const test::GlWindow window(gfx::Glsl::es_300);
    const auto painter = app::make_gl_painter(kShaders);
    REQUIRE(!painter.is_ok());
    CHECK(painter.error().code == "gl-version");
    CHECK(painter.error().detail.find("OpenGL ES 3") != std::string::npos);
}
