#include "app/gl_painter.h"

#include <algorithm>
#include <list>
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
        Order order{this, &kept(picture, serial), serial, inks, place};
        list.AddCallback(render, &order, sizeof order); // keeps a copy
        list.AddCallback(ImDrawCallback_ResetRenderState, nullptr);
    }

  private:
    struct Kept {
        std::uint64_t serial;
        ecomap::Picture picture;
    };

    // What a frame asks for is done after its drawing and before its rendering, and may replace the view that holds the
    // picture. So what is rendered is a copy, made once a picture.
    const ecomap::Picture &kept(const ecomap::Picture &picture, std::uint64_t serial) {
        const auto found =
            std::find_if(kept_.begin(), kept_.end(), [&](const Kept &each) { return each.serial == serial; });
        if (found != kept_.end()) {
            kept_.splice(kept_.begin(), kept_, found);
        } else {
            kept_.push_front({serial, picture});
            if (kept_.size() > kMaxKept) kept_.pop_back();
        }
        return kept_.front().picture;
    }

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

    static constexpr std::size_t kMaxKept = 16; // more than a frame shows
    std::list<Kept> kept_;                      // the one used last in front
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
