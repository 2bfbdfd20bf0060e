#pragma once

#include <utility>

#include <glad/gl.h>

namespace tsunagi::gfx {

/// The name of something that OpenGL keeps for us; given back with the object, so the context must still be current
/// then.
template <class Kind>
class GlObject {
  public:
    GlObject() = default;
    explicit GlObject(GLuint name) : name_(name) {}
    ~GlObject() {
        if (name_ != 0) Kind::release(name_);
    }
    GlObject(GlObject &&other) noexcept : name_(std::exchange(other.name_, 0)) {}
    GlObject &operator=(GlObject &&other) noexcept {
        std::swap(name_, other.name_);
        return *this;
    }

    [[nodiscard]] static GlObject make() {
        GLuint name = 0;
        Kind::create(name);
        return GlObject(name);
    }
    [[nodiscard]] GLuint name() const { return name_; }

  private:
    GLuint name_ = 0;
};

struct GlBufferKind {
    static void create(GLuint &name) { glGenBuffers(1, &name); }
    static void release(GLuint name) { glDeleteBuffers(1, &name); }
};
struct GlVertexArrayKind {
    static void create(GLuint &name) { glGenVertexArrays(1, &name); }
    static void release(GLuint name) { glDeleteVertexArrays(1, &name); }
};
struct GlProgramKind {
    static void create(GLuint &name) { name = glCreateProgram(); }
    static void release(GLuint name) { glDeleteProgram(name); }
};
struct GlShaderKind {
    static void release(GLuint name) { glDeleteShader(name); }
};

using GlBuffer = GlObject<GlBufferKind>;
using GlVertexArray = GlObject<GlVertexArrayKind>;
using GlProgram = GlObject<GlProgramKind>;
using GlShader = GlObject<GlShaderKind>;

} // namespace tsunagi::gfx
