#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <imgui.h>

namespace tsunagi::ui {

/// Where lines of a text begin and end, as byte offsets; trailing spaces and newlines left out.
struct TextLine {
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// Breaks `text` into lines no wider than `width` pixels at `size`, by the rules of UAX #14 for Japanese (a line never
/// begins with a closing bracket, a comma or a small kana, nor ends with an opening bracket). A run that offers no
/// break and is too wide is cut between characters.
[[nodiscard]] std::vector<TextLine> break_lines(std::string_view text, ImFont *font, float size, float width);

/// Remembers the lines of texts drawn lately, so that a frame measures nothing again.
class TextLayout {
  public:
    [[nodiscard]] const std::vector<TextLine> &lines(std::string_view text, ImFont *font, float size, float width);

  private:
    static constexpr std::size_t kMaxEntries = 4096;
    std::unordered_map<std::uint64_t, std::vector<TextLine>> cache_;
};

} // namespace tsunagi::ui
