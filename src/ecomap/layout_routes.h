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

struct Tags {
    std::vector<float> shares; ///< of the lines' lengths, where a word hides least; by link
    float cost = 0.0F;         ///< what they hide all the same; to be added to the routing's
};

/// `wished`: shares (by link, may be empty) to be kept where nothing is hidden there.
[[nodiscard]] Tags find_tags(const Network &network, const std::vector<Arc> &lines,
                             const std::vector<float> &wished = {});

} // namespace tsunagi::ecomap
