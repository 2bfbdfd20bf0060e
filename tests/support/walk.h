#pragma once

#include <vector>

#include "ecomap/geometry.h"

namespace tsunagi::ecomap {

/// Points along an arc, hardly a unit apart, to measure where it runs.
inline std::vector<Point> walk(const Arc &line) {
    const std::vector<Point> corners = points_of(line, 0.05F);
    std::vector<Point> points;
    for (std::size_t i = 0; i + 1 < corners.size(); ++i) {
        const Point step = corners[i + 1] - corners[i];
        const int pieces = static_cast<int>(length_of(step)) + 1;
        for (int k = 0; k <= pieces; ++k)
            points.push_back(corners[i] + step * (static_cast<float>(k) / static_cast<float>(pieces)));
    }
    return points;
}

} // namespace tsunagi::ecomap
