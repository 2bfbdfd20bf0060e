#include "gfx/gl_program.h"

#include <fstream>
#include <iterator>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace tsunagi::gfx {

namespace {

constexpr const char *kErrorCode = "gl-shader";

const char *header_of(Glsl glsl) {
    return glsl == Glsl::es_300 ? "#version 300 es\nprecision highp float;\n" : "#version 330 core\n";
}

base::Result<std::string> source_of(const std::filesystem::path &folder, const std::vector<std::string> &names,
                                    Glsl glsl) {
    std::string source = header_of(glsl);
    for (std::size_t i = 0; i < names.size(); ++i) {
        std::ifstream file(folder / names[i], std::ios::binary);
        if (!file) return base::Error{kErrorCode, (folder / names[i]).string()};
        // The compiler then names lines as "number of the file:line".
        source += fmt::format("#line 1 {}\n", i);
        source.append(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
        source += '\n';
    }
    return source;
}

template <class GetNumber, class GetLog>
std::string log_of(GLuint name, GetNumber get_number, GetLog get_log) {
    GLint size = 0;
    get_number(name, GL_INFO_LOG_LENGTH, &size);
    std::string log(static_cast<std::size_t>(size > 0 ? size : 0), '\0');
    GLsizei written = 0;
    if (size > 0) get_log(name, size, &written, log.data());
    log.resize(static_cast<std::size_t>(written));
    return log;
}

base::Result<GlShader> compile(const std::filesystem::path &folder, const std::vector<std::string> &names, GLenum stage,
                               Glsl glsl) {
    const auto source = source_of(folder, names, glsl);
    if (!source) return source.error();
    GlShader shader(glCreateShader(stage));
    const char *text = source->c_str();
    glShaderSource(shader.name(), 1, &text, nullptr);
    glCompileShader(shader.name());
    GLint is_compiled = GL_FALSE;
    glGetShaderiv(shader.name(), GL_COMPILE_STATUS, &is_compiled);
    if (is_compiled != GL_TRUE)
        return base::Error{kErrorCode, fmt::format("{}: {}", fmt::join(names, " + "),
                                                   log_of(shader.name(), glGetShaderiv, glGetShaderInfoLog))};
    return shader;
}

} // namespace

base::Result<GlProgram> load_program(const std::filesystem::path &folder, const ShaderFiles &files, Glsl glsl) {
    const auto vertex = compile(folder, files.vertex, GL_VERTEX_SHADER, glsl);
    if (!vertex) return vertex.error();
    const auto fragment = compile(folder, files.fragment, GL_FRAGMENT_SHADER, glsl);
    if (!fragment) return fragment.error();
    GlProgram program = GlProgram::make();
    glAttachShader(program.name(), vertex->name());
    glAttachShader(program.name(), fragment->name());
    glLinkProgram(program.name());
    GLint is_linked = GL_FALSE;
    glGetProgramiv(program.name(), GL_LINK_STATUS, &is_linked);
    if (is_linked != GL_TRUE)
        return base::Error{kErrorCode, fmt::format("{} + {}: {}", files.vertex.back(), files.fragment.back(),
                                                   log_of(program.name(), glGetProgramiv, glGetProgramInfoLog))};
    return program;
}

} // namespace tsunagi::gfx
