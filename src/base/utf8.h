#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tsunagi::base {

/// True when `text` is well-formed UTF-8.
[[nodiscard]] bool is_valid_utf8(std::string_view text);

/// Number of code points; malformed bytes count as one each.
[[nodiscard]] std::size_t count_code_points(std::string_view text);

/// `text` with every malformed sequence replaced by U+FFFD.
[[nodiscard]] std::string mend_utf8(std::string_view text);

/// The first `limit` code points of `text`.
[[nodiscard]] std::string_view first_code_points(std::string_view text, std::size_t limit);

/// The first `limit` characters of `text` as people see them, so that no accent, voiced sound mark, variation selector,
/// joined emoji or flag is cut apart: the extended grapheme clusters of UAX #29, with those of its marks that Japanese,
/// European and Thai text and emoji are written with. Malformed bytes count as one each.
[[nodiscard]] std::string_view first_graphemes(std::string_view text, std::size_t limit);

/// White space trimmed at both ends: ASCII, and U+3000, which Japanese input methods type.
[[nodiscard]] std::string_view trim(std::string_view text);

} // namespace tsunagi::base
