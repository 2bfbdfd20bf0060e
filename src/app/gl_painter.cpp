#include "app/gl_painter.h"

#include <algorithm>
#include <utility>

#include <glad/gl.h>

#include "gfx/gl_ecomap.h"

namespace tsunagi::app {

namespace {

class GlPainter final : public ui::EcoMapPainter {
  public:
    explicit GlPainter(gfx::EcoMapRenderer renderer) : renderer_(std::move(renderer)) {}

    void paint(ImDrawList &list, const ecomap::Picture &picture, std::uint64_t serial, const ecomap::Inks &inks,
               const ui::PaintPlace &place) override {
        Order order{this, &picture, serial, inks, place};
        list.AddCallback(render, &order, sizeof order); // keeps a copy
        list.AddCallback(ImDrawCallback_ResetRenderState, nullptr);
    }

  private:
    // What to draw when the frame is rendered.
    struct Order {
        GlPainter *painter = nullptr;
        const ecomap::Picture *picture = nullptr;
        std::uint64_t serial = 0;
        ecomap::Inks inks{};
        ui::PaintPlace place;
    };

    static void render(const ImDrawList *, const ImDrawCmd *command) {
        const auto &order = *static_cast<const Order *>(command->UserCallbackData);
        const ImDrawData &data = *ImGui::GetDrawData();
        // Screens count in Dear ImGui's pixels; on some displays the framebuffer has more.
        const ImVec2 scale = data.FramebufferScale;
        const auto pixel = [&](float x, float y) {
            return ecomap::Point{(x - data.DisplayPos.x) * scale.x, (y - data.DisplayPos.y) * scale.y};
        };
        const ui::PaintPlace &place = order.place;
        const ImVec4 &window = command->ClipRect;
        gfx::EcoMapView view;
        view.origin = pixel(place.origin.x, place.origin.y);
        view.pixels_per_unit = place.scale * scale.x;
        view.clip = {pixel(std::max(place.clip_min.x, window.x), std::max(place.clip_min.y, window.y)),
                     pixel(std::min(place.clip_max.x, window.z), std::min(place.clip_max.y, window.w))};
        view.width = static_cast<int>(data.DisplaySize.x * scale.x);
        view.height = static_cast<int>(data.DisplaySize.y * scale.y);
        order.painter->renderer_.draw(*order.picture, order.serial, order.inks, view);
    }

    gfx::EcoMapRenderer renderer_;
};

} // namespace

base::Result<std::unique_ptr<ui::EcoMapPainter>> make_gl_painter(const std::filesystem::path &shader_folder) {
    if (GLAD_GL_VERSION_3_3 == 0) {
        const auto *version = reinterpret_cast<const char *>(glGetString(GL_VERSION));
        return base::Error{"gl-version", version != nullptr ? version : ""};
    }
    auto renderer = gfx::EcoMapRenderer::create(shader_folder);
    if (!renderer) return renderer.error();
    std::unique_ptr<ui::EcoMapPainter> painter = std::make_unique<GlPainter>(std::move(*renderer));
    return painter;
}

} // namespace tsunagi::app
