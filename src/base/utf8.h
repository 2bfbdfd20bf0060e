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
/// joined emoji or flag is cut apart: the extended grapheme clusters of UAX #29. Malformed bytes count as one each.
[[nodiscard]] std::string_view first_graphemes(std::string_view text, std::size_t limit);

/// The letter, digit or sign of ASCII whose full-width form (U+FF01-FF5E) this is, which Japanese input methods leave
/// behind; every other character is itself.
[[nodiscard]] constexpr char32_t narrow(char32_t c) { return c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c; }
/// `text` with every character narrow; malformed sequences become U+FFFD.
[[nodiscard]] std::string narrowed(std::string_view text);

/// White space trimmed at both ends: ASCII, and U+3000, which Japanese input methods type.
[[nodiscard]] std::string_view trim(std::string_view text);

} // namespace tsunagi::base
