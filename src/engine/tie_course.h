#pragma once

#include <map>
#include <vector>

#include "engine/fold.h"

namespace tsunagi::engine {

/// How the network stands at one point of a session.
struct TieMoment {
    std::size_t decisions = 0; ///< how many have been taken; the way into the scene that follows belongs to the moment
    int month = 0;             ///< months elapsed
    std::map<model::TieId, model::TieState> ties;
    std::vector<TieChanged> changes; ///< since the moment before, in order
};

/// The network from the first scene on and after each decision: one moment more than there are decisions.
[[nodiscard]] std::vector<TieMoment> tie_course(const Progress &progress);

/// The last change of a tie up to a moment (an index into `course`); null when it stands as at the beginning.
struct TieOrigin {
    std::size_t moment = 0;
    const TieChanged *change = nullptr;
};
[[nodiscard]] TieOrigin origin_of(const std::vector<TieMoment> &course, std::size_t moment, const model::TieId &tie);

} // namespace tsunagi::engine
