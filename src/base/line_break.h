#pragma once

#include <string_view>
#include <vector>

namespace tsunagi::base {

enum class LineBreak : char { none, may, must };

/// What may follow each byte of `text`, by the rules of UAX #14 in the strict style of JIS X 4051: a line never begins
/// with a closing bracket, a comma, a small kana or a prolonged sound mark, nor ends with an opening bracket. The last
/// byte has no break after it. As many entries as `text` has bytes.
[[nodiscard]] std::vector<LineBreak> line_breaks(std::string_view text);

} // namespace tsunagi::base
