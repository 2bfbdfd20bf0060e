#pragma once

#include <vector>

namespace tsunagi::app {

/// The program's sign, two linked rings (assets/icons/tsunagi.svg), as `size` x `size` pixels of red, green, blue and
/// opacity, row by row from the top. Drawn for each size, so that the rings stay clear in a title bar.
[[nodiscard]] std::vector<unsigned char> window_icon(int size);

} // namespace tsunagi::app
