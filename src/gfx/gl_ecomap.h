#pragma once

#include <array>
#include <cstdint>
#include <filesystem>

#include "base/result.h"
#include "ecomap/picture.h"
#include "gfx/gl_instances.h"
#include "gfx/gl_object.h"
#include "gfx/gl_program.h"

namespace tsunagi::gfx {

/// Where a picture comes to lie. Pixels are those of the framebuffer, counted from its upper left corner downwards.
struct EcoMapView {
    ecomap::Point origin;         ///< the picture's (0, 0), in pixels
    float pixels_per_unit = 1.0F; ///< above 0
    ecomap::Rect clip;            ///< nothing is drawn outside, in pixels
    int width = 0;                ///< of the framebuffer, in pixels
    int height = 0;
};

/// Draws eco-maps with OpenGL 3.3 core (or ES 3.0). All its life the context in which it was made must be the current
/// one.
class EcoMapRenderer {
  public:
    /// Errors: "gl-shader" (detail: what the compiler says, or the file that cannot be read).
    [[nodiscard]] static base::Result<EcoMapRenderer> create(const std::filesystem::path &shader_folder,
                                                             Glsl glsl = Glsl::core_330);

    /// Draws all but paper and words into the framebuffer that is bound; OpenGL's state is afterwards as it was.
    /// `serial`: another one for every change of the picture. The same picture with the same serial is not looked at
    /// again: it is on the GPU already, wherever and however large it is drawn, in whatever inks.
    void draw(const ecomap::Picture &picture, std::uint64_t serial, const ecomap::Inks &inks, const EcoMapView &view);

    /// How often a picture was sent to the GPU.
    [[nodiscard]] std::uint64_t upload_count() const { return upload_count_; }

  private:
    // Records of one kind, one draw call.
    struct Batch {
        GlVertexArray vertices;
        GlBuffer buffer;
        GLsizei count = 0;
    };
    // A picture on the GPU.
    struct Slot {
        const ecomap::Picture *picture = nullptr;
        std::uint64_t serial = 0;
        std::uint64_t last_use = 0;
        Batch behind;
        Batch halos;
        Batch ties;
        Batch front;
    };
    // Several pictures are drawn in each frame (before and after, a legend): enough that none drives out another.
    static constexpr std::size_t kSlots = 8;

    struct ViewPlaces {
        GLint origin = -1;
        GLint scale = -1;
        GLint target = -1;
        GLint inks = -1;
    };

    EcoMapRenderer(GlProgram figures, GlProgram ties);

    [[nodiscard]] static ViewPlaces view_places_of(const GlProgram &program);
    void set_measures() const;
    Slot &slot_of(const ecomap::Picture &picture, std::uint64_t serial);
    void upload(const ecomap::Picture &picture, Slot &slot);

    GlProgram figures_;
    GlProgram ties_;
    ViewPlaces figure_places_;
    ViewPlaces tie_places_;
    std::array<Slot, kSlots> slots_;
    Instances instances_; // kept for its room
    std::uint64_t use_count_ = 0;
    std::uint64_t upload_count_ = 0;
};

} // namespace tsunagi::gfx
