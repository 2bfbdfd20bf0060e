#pragma once

#include <vector>

#include "ecomap/layout_network.h"

namespace tsunagi::ecomap {

/// Where the parties' centres may well stand: the best findings of a search, the best first. Footprints keep apart in
/// all of them; ties are taken for lines that bend a little.
[[nodiscard]] std::vector<std::vector<Point>> find_places(const Network &network);

} // namespace tsunagi::ecomap
