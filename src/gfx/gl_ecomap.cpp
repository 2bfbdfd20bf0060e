#include "gfx/gl_ecomap.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

#include "ecomap/shapes.h"
#include "gfx/gl_state.h"

namespace tsunagi::gfx {

using ecomap::Inks;
using ecomap::Picture;

namespace {

constexpr GLint kFigureCorners = 4;
// Enough that the strip along a half circle keeps close to it.
constexpr GLint kTieSegments = 12;
constexpr GLsizei kTieCorners = (kTieSegments + 1) * 2;

using InkValues = std::array<GLfloat, ecomap::kInkCount * 4>;

InkValues values_of(const Inks &inks) {
    InkValues values{};
    for (std::size_t i = 0; i < values.size(); ++i) {
        const std::uint32_t byte = (inks[i / 4] >> (24U - 8U * static_cast<unsigned>(i % 4))) & 0xFFU;
        values[i] = static_cast<GLfloat>(byte) / 255.0F;
    }
    return values;
}

// ---- how the records lie in their buffers ---------------------------------------------------------------------------

struct Attribute {
    GLint size;      // in numbers
    bool is_integer; // bytes, else floats
    std::size_t offset;
};

constexpr std::array<Attribute, 3> kFigureAttributes = {{{4, false, offsetof(FigureInstance, rect)},
                                                         {4, false, offsetof(FigureInstance, corner)},
                                                         {4, true, offsetof(FigureInstance, form)}}};
constexpr std::array<Attribute, 5> kTieAttributes = {{{4, false, offsetof(TieInstance, a)},
                                                      {4, false, offsetof(TieInstance, bulge)},
                                                      {4, false, offsetof(TieInstance, body_from)},
                                                      {3, false, offsetof(TieInstance, dash_period)},
                                                      {4, true, offsetof(TieInstance, kind)}}};

template <std::size_t N>
void describe(const std::array<Attribute, N> &attributes, GLsizei stride) {
    for (GLuint i = 0; i < N; ++i) {
        // OpenGL takes what is an offset here as a pointer. NOLINTNEXTLINE(performance-no-int-to-ptr)
        const auto *offset = reinterpret_cast<const void *>(attributes[i].offset);
        if (attributes[i].is_integer)
            glVertexAttribIPointer(i, attributes[i].size, GL_UNSIGNED_BYTE, stride, offset);
        else
            glVertexAttribPointer(i, attributes[i].size, GL_FLOAT, GL_FALSE, stride, offset);
        glEnableVertexAttribArray(i);
        glVertexAttribDivisor(i, 1);
    }
}

template <class Batch, class Record, std::size_t N>
void fill(Batch &batch, const std::vector<Record> &records, const std::array<Attribute, N> &attributes) {
    batch.count = static_cast<GLsizei>(records.size());
    if (records.empty()) return;
    const bool is_new = batch.buffer.name() == 0;
    if (is_new) {
        batch.vertices = GlVertexArray::make();
        batch.buffer = GlBuffer::make();
    }
    glBindVertexArray(batch.vertices.name());
    glBindBuffer(GL_ARRAY_BUFFER, batch.buffer.name());
    glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(records.size() * sizeof(Record)), records.data(),
                 GL_DYNAMIC_DRAW);
    if (is_new) describe(attributes, static_cast<GLsizei>(sizeof(Record)));
}

template <class Batch>
void draw_batch(const Batch &batch, const GlProgram &program, GLsizei corners) {
    if (batch.count == 0) return;
    glUseProgram(program.name());
    glBindVertexArray(batch.vertices.name());
    glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, corners, batch.count);
}

// The pixels whose middle lies inside.
struct PixelBox {
    GLint x = 0;
    GLint y = 0;
    GLsizei width = 0;
    GLsizei height = 0;
};

PixelBox box_of(const EcoMapView &view) {
    const auto edge = [](float at, int size) {
        return static_cast<int>(std::lround(std::clamp(at, 0.0F, static_cast<float>(size))));
    };
    const int left = edge(view.clip.min.x, view.width);
    const int right = edge(view.clip.max.x, view.width);
    const int top = edge(view.clip.min.y, view.height);
    const int bottom = edge(view.clip.max.y, view.height);
    // OpenGL counts from the bottom.
    return {left, view.height - bottom, std::max(right - left, 0), std::max(bottom - top, 0)};
}

void set_up_drawing(const EcoMapView &view, const PixelBox &clip) {
    glViewport(0, 0, view.width, view.height);
    glEnable(GL_SCISSOR_TEST);
    glScissor(clip.x, clip.y, clip.width, clip.height);
    glDisable(GL_CULL_FACE);
    glDisable(GL_DEPTH_TEST);
    glDisable(GL_STENCIL_TEST);
    glEnable(GL_BLEND);
    glBlendEquation(GL_FUNC_ADD);
    glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA); // the shaders' colours are premultiplied
}

} // namespace

base::Result<EcoMapRenderer> EcoMapRenderer::create(const std::filesystem::path &shader_folder, Glsl glsl) {
    auto figures = load_program(shader_folder,
                                {{"ecomap_view.glsl", "figure.vert"}, {"ecomap_coverage.glsl", "figure.frag"}}, glsl);
    if (!figures) return figures.error();
    auto ties =
        load_program(shader_folder, {{"ecomap_view.glsl", "tie.vert"}, {"ecomap_coverage.glsl", "tie.frag"}}, glsl);
    if (!ties) return ties.error();
    return EcoMapRenderer(std::move(*figures), std::move(*ties));
}

EcoMapRenderer::EcoMapRenderer(GlProgram figures, GlProgram ties)
    : figures_(std::move(figures)), ties_(std::move(ties)), figure_places_(view_places_of(figures_)),
      tie_places_(view_places_of(ties_)) {
    const GlStateScope state;
    set_measures();
}

EcoMapRenderer::ViewPlaces EcoMapRenderer::view_places_of(const GlProgram &program) {
    const auto place = [&](const char *name) { return glGetUniformLocation(program.name(), name); };
    return {place("u_origin"), place("u_scale"), place("u_target"), place("u_inks")};
}

void EcoMapRenderer::set_measures() const {
    const auto place = [&](const char *name) { return glGetUniformLocation(ties_.name(), name); };
    glUseProgram(ties_.name());
    glUniform1i(place("u_segments"), kTieSegments);
    glUniform1f(place("u_hollow_line"), ecomap::kHollowLine);
    glUniform2f(place("u_zigzag"), ecomap::kZigzagHeight, ecomap::kZigzagWidth);
    glUniform4f(place("u_slash"), ecomap::kSlashHeight, ecomap::kSlashApart, ecomap::kSlashWidth, ecomap::kSlashLean);
    glUniform2f(place("u_arrow"), ecomap::kArrowLength, ecomap::kArrowHalfWidth);
}

void EcoMapRenderer::draw(const Picture &picture, std::uint64_t serial, const Inks &inks, const EcoMapView &view) {
    const PixelBox clip = box_of(view);
    if (clip.width == 0 || clip.height == 0) return;
    const GlStateScope state;
    const Slot &slot = slot_of(picture, serial);
    set_up_drawing(view, clip);

    const InkValues values = values_of(inks);
    const auto set_view = [&](const GlProgram &program, const ViewPlaces &places) {
        glUseProgram(program.name());
        glUniform2f(places.origin, view.origin.x, view.origin.y);
        glUniform1f(places.scale, view.pixels_per_unit);
        glUniform2f(places.target, static_cast<GLfloat>(view.width), static_cast<GLfloat>(view.height));
        glUniform4fv(places.inks, static_cast<GLsizei>(ecomap::kInkCount), values.data());
    };
    set_view(figures_, figure_places_);
    set_view(ties_, tie_places_);
    draw_batch(slot.behind, figures_, kFigureCorners);
    draw_batch(slot.halos, ties_, kTieCorners);
    draw_batch(slot.ties, ties_, kTieCorners);
    draw_batch(slot.front, figures_, kFigureCorners);
}

EcoMapRenderer::Slot &EcoMapRenderer::slot_of(const Picture &picture, std::uint64_t serial) {
    ++use_count_;
    Slot *oldest = &slots_.front();
    for (Slot &slot : slots_) {
        if (slot.picture == &picture && slot.serial == serial) {
            slot.last_use = use_count_;
            return slot;
        }
        if (slot.last_use < oldest->last_use) oldest = &slot;
    }
    oldest->picture = &picture;
    oldest->serial = serial;
    oldest->last_use = use_count_;
    upload(picture, *oldest);
    return *oldest;
}

void EcoMapRenderer::upload(const Picture &picture, Slot &slot) {
    make_instances(picture, instances_);
    fill(slot.behind, instances_.behind, kFigureAttributes);
    fill(slot.halos, instances_.halos, kTieAttributes);
    fill(slot.ties, instances_.ties, kTieAttributes);
    fill(slot.front, instances_.front, kFigureAttributes);
    ++upload_count_;
}

} // namespace tsunagi::gfx
