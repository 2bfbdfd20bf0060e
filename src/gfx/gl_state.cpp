#include "gfx/gl_state.h"

namespace tsunagi::gfx {

GlStateScope::GlStateScope() {
    for (std::size_t i = 0; i < kSwitches.size(); ++i) switches_[i] = glIsEnabled(kSwitches[i]);
    glGetIntegerv(GL_CURRENT_PROGRAM, &program_);
    glGetIntegerv(GL_VERTEX_ARRAY_BINDING, &vertex_array_);
    glGetIntegerv(GL_ARRAY_BUFFER_BINDING, &array_buffer_);
    glGetIntegerv(GL_VIEWPORT, viewport_.data());
    glGetIntegerv(GL_SCISSOR_BOX, scissor_.data());
    for (std::size_t i = 0; i < kBlending.size(); ++i) glGetIntegerv(kBlending[i], blending_.data() + i);
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
    const auto blending = [&](std::size_t i) { return static_cast<GLenum>(blending_[i]); };
    glBlendFuncSeparate(blending(0), blending(1), blending(2), blending(3));
    glBlendEquationSeparate(blending(4), blending(5));
}

} // namespace tsunagi::gfx
