#pragma once

#include <string>
#include <vector>

namespace tsunagi::test {

/// One change to the small case and the only problem it must bring.
struct PatchCase {
    std::string code;
    bool is_error = true;
    std::string pointer;
    std::string patch; ///< RFC 6902
};

/// One text that is no scenario at all, and the only problem it must bring.
struct TextCase {
    std::string code;
    std::string text;
    int line = 0;
};

[[nodiscard]] const std::vector<PatchCase> &patch_cases();
[[nodiscard]] const std::vector<TextCase> &text_cases();

} // namespace tsunagi::test
