#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "engine/fold.h"

namespace tsunagi::engine {

/// Whether a group is asked at a scene: model::Workshop::asks, bound to a workshop.
using Asks = std::function<bool(const model::SceneId &)>;

/// What the handbook's team decided at the current scene, marked as given, without rationale and without time: nobody
/// of the group said anything. Nothing where the group decides itself: the scene is asked; it is only read, so that the
/// story is told; the handbook's team never came here; its answer cannot be given in this state; the story is over.
[[nodiscard]] std::optional<model::Decision> given_decision(const Progress &progress, const Asks &asks);

/// Goes on over all scenes that are given, one after another, to the next scene where the group decides or reads, or to
/// the ending. Returns the decisions that were added, in order.
[[nodiscard]] std::vector<model::Decision> take_given(Progress &progress, const Asks &asks);

} // namespace tsunagi::engine
