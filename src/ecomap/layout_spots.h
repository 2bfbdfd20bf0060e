#pragma once

#include <vector>

#include "ecomap/layout.h"

namespace tsunagi::ecomap {

/// Where somebody new comes to stand in a drawing: as near to the client as nobody else stands, on the side where a
/// layout puts that kind. Nobody who stands already has to move.
[[nodiscard]] Point free_spot(const PlacedParty &party, const std::vector<PlacedParty> &standing);

} // namespace tsunagi::ecomap
