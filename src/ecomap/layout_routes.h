#pragma once

#include <vector>

#include "ecomap/layout_network.h"

namespace tsunagi::ecomap {

struct Routing {
    std::vector<Arc> lines; ///< by link
    float cost = 0.0F;      ///< comparable between places of the same network
};

/// How the links run between parties that have their places. `kept`: lines of links that stay as they are (by link; an
/// empty list: all are chosen).
[[nodiscard]] Routing find_routes(const Network &network, const std::vector<const Arc *> &kept = {});

/// Shares of the lines' lengths where a word hides least; those `wished` (by link, may be empty) stay where they can.
[[nodiscard]] std::vector<float> find_tags(const Network &network, const std::vector<Arc> &lines,
                                           const std::vector<float> &wished = {});

} // namespace tsunagi::ecomap
