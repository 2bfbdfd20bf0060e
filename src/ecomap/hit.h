#pragma once

#include <variant>

#include "ecomap/picture.h"

namespace tsunagi::ecomap {

/// What lies at a point: a party, a tie, or nothing.
using Hit = std::variant<std::monostate, model::PartyId, model::TieId>;

/// The party whose mark or name holds the point, else the tie nearest to it within `reach` units.
[[nodiscard]] Hit hit_at(const Layout &layout, const Picture &picture, Point point, float reach);

/// Distance in units from a point to the nearest point of an arc.
[[nodiscard]] float distance_to(const Arc &arc, Point point);

} // namespace tsunagi::ecomap
