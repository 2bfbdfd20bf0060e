#pragma once

#include "ecomap/layout.h"

namespace tsunagi::ecomap {

// How big a party is drawn, and what stands in it. Part of the layout.

/// The party's mark, its name's lines and their places, around the point 0, 0.
[[nodiscard]] PlacedParty mark_of(const model::Party &party);

/// How far a point lies from the edge of a mark; negative inside.
[[nodiscard]] float distance_to(const PlacedParty &party, Point p);

} // namespace tsunagi::ecomap
