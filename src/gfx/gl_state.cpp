#include "gfx/gl_state.h"

namespace tsunagi::gfx {

GlStateScope::GlStateScope() {
    for (std::size_t i = 0; i < kSwitches.size(); ++i) switches_[i] = glIsEnabled(kSwitches[i]);
    glGetIntegerv(GL_CURRENT_PROGRAM, &program_);
    glGetIntegerv(GL_VERTEX_ARRAY_BINDING, &vertex_array_);
    glGetIntegerv(GL_ARRAY_BUFFER_BINDING, &array_buffer_);
    glGetIntegerv(GL_VIEWPORT, viewport_.data());
    glGetIntegerv(GL_SCISSOR_BOX, scissor_.data());
    glGetIntegerv(GL_BLEND_SRC_RGB, &blend_factors_[0]);
    glGetIntegerv(GL_BLEND_DST_RGB, &blend_factors_[1]);
    glGetIntegerv(GL_BLEND_SRC_ALPHA, &blend_factors_[2]);
    glGetIntegerv(GL_BLEND_DST_ALPHA, &blend_factors_[3]);
    glGetIntegerv(GL_BLEND_EQUATION_RGB, &blend_equations_[0]);
    glGetIntegerv(GL_BLEND_EQUATION_ALPHA, &blend_equations_[1]);
}

GlStateScope::~GlStateScope() {
    for (std::size_t i = 0; i < kSwitches.size(); ++i) {
        if (switches_[i] == GL_TRUE)
            glEnable(kSwitches[i]);
        else
            glDisable(kSwitches[i]);
    }
    glUseProgram(static_cast<GLuint>(program_));
    glBindVertexArray(static_cast<GLuint>(vertex_array_));
    glBindBuffer(GL_ARRAY_BUFFER, static_cast<GLuint>(array_buffer_));
    glViewport(viewport_[0], viewport_[1], viewport_[2], viewport_[3]);
    glScissor(scissor_[0], scissor_[1], scissor_[2], scissor_[3]);
    glBlendFuncSeparate(static_cast<GLenum>(blend_factors_[0]), static_cast<GLenum>(blend_factors_[1]),
                        static_cast<GLenum>(blend_factors_[2]), static_cast<GLenum>(blend_factors_[3]));
    glBlendEquationSeparate(static_cast<GLenum>(blend_equations_[0]), static_cast<GLenum>(blend_equations_[1]));
}

} // namespace tsunagi::gfx
