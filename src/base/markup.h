#pragma once

#include <string_view>

namespace tsunagi::base {

// What text has to go through on its way into XML and HTML.

/// Whether a document has no room for the character, so that it is left out: control characters other than tab and LF
/// (XML 1.0 knows no others; those of C1 steer terminals) and noncharacters.
[[nodiscard]] bool is_left_out_of_markup(char32_t c);

/// How a character that means something in markup is written as text, in an element and in an attribute's value:
/// "&lt;". Empty for all others, which stand as they are.
[[nodiscard]] std::string_view entity_of(char32_t c);

} // namespace tsunagi::base
