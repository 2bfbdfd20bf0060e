#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace tsunagi::test {

/// A string literal of a source file, its escapes left as they are.
struct Literal {
    int line = 0;
    std::string text;
};

/// A C++ source file taken apart just enough for the tests that look at the code itself.
struct SourceFile {
    std::string path; ///< relative to src/, with forward slashes
    std::string code; ///< without comments and without what is in literals
    std::vector<Literal> literals;
    std::vector<Literal> includes; ///< #include "…": the quoted path; #include <…>: with its brackets
};

[[nodiscard]] std::string read_text(const std::filesystem::path &file);
[[nodiscard]] SourceFile source_from_text(const std::string &path, const std::string &text);
/// Every .h and .cpp below src/, ordered by path.
[[nodiscard]] const std::vector<SourceFile> &all_sources();

} // namespace tsunagi::test
