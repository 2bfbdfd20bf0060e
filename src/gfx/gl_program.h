#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"
#include "gfx/gl_object.h"

namespace tsunagi::gfx {

/// The language the shaders are compiled as. Their files hold what both have; only the first lines differ.
enum class Glsl {
    core_330, ///< OpenGL 3.3
    es_300    ///< OpenGL ES 3.0, WebGL 2
};

struct ShaderFiles {
    std::vector<std::string> vertex;   ///< names in the shader folder, put together in this order
    std::vector<std::string> fragment; ///< likewise
};

/// Compiles and links. Errors: "gl-shader" (detail: the files and what the compiler says, or the file that cannot be
/// read).
[[nodiscard]] base::Result<GlProgram> load_program(const std::filesystem::path &folder, const ShaderFiles &files,
                                                   Glsl glsl);

} // namespace tsunagi::gfx
