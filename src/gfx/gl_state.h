#pragma once

#include <array>

#include <glad/gl.h>

namespace tsunagi::gfx {

/// What drawing changes of OpenGL's state, put back when the object goes: others draw in the same frame.
class GlStateScope {
  public:
    GlStateScope();
    ~GlStateScope();
    GlStateScope(const GlStateScope &) = delete;
    GlStateScope &operator=(const GlStateScope &) = delete;

  private:
    static constexpr std::array<GLenum, 5> kSwitches = {GL_BLEND, GL_SCISSOR_TEST, GL_CULL_FACE, GL_DEPTH_TEST,
                                                        GL_STENCIL_TEST};
    static constexpr std::array<GLenum, 6> kBlending = {GL_BLEND_SRC_RGB,      GL_BLEND_DST_RGB,
                                                        GL_BLEND_SRC_ALPHA,    GL_BLEND_DST_ALPHA,
                                                        GL_BLEND_EQUATION_RGB, GL_BLEND_EQUATION_ALPHA};

    std::array<GLboolean, kSwitches.size()> switches_{};
    GLint program_ = 0;
    GLint vertex_array_ = 0;
    GLint array_buffer_ = 0;
    std::array<GLint, 4> viewport_{};
    std::array<GLint, 4> scissor_{};
    std::array<GLint, kBlending.size()> blending_{};
};

} // namespace tsunagi::gfx
