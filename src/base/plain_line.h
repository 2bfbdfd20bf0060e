#pragma once

#include <string>
#include <string_view>

namespace tsunagi::base {

/// `text` as one line that a terminal shows and does not obey: line ends and tabs become spaces; control characters
/// (C0, DEL, C1), marks that turn the direction of writing (UAX #9: U+061C, U+200E-200F, U+202A-202E, U+2066-2069),
/// invisible separators and malformed UTF-8 become U+FFFD. What somebody typed cannot then forge or hide a line.
[[nodiscard]] std::string plain_line(std::string_view text);

} // namespace tsunagi::base
