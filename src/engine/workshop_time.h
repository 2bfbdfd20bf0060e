#pragma once

#include <vector>

#include "engine/given.h"
#include "model/scenario.h"

namespace tsunagi::engine {

/// A rule of thumb that nobody has measured yet (decision 0012): say "about" where its figures are shown.
inline constexpr int kCharactersPerMinute = 500;
inline constexpr int kMinutesForOne = 3;
inline constexpr int kMinutesForMany = 4;
inline constexpr int kMinutesForGrid = 6;
inline constexpr int kMinutesForOrder = 4;

/// About how many minutes a group plays, rounded up, along the course of the handbook's team: reading its texts, what
/// followed and the ending; where it is asked, also reading what is offered and talking it over. The discussion of all
/// groups afterwards is not in it.
[[nodiscard]] int expected_minutes(const model::Scenario &scenario, const Asks &asks);

/// About how many minutes of that asking at one scene takes, to the nearest, at least 1; 0 where it is only read.
[[nodiscard]] int asking_minutes(const model::Scene &scene);

/// The scenes to ask at so that expected_minutes stays within `minutes`, in the order of the case. Of all such choices
/// one that exercises as many of the six practice points as possible, and among these the one with the most credit to
/// be earned in the time; grids count three times, for it is there that professions differ, and choices of one twice,
/// for there the story turns. Exact (0/1 knapsack in tenths of a minute), and the same each time. Where not even one
/// scene fits, the one that takes the least time: a workshop in which nothing is asked is none. Empty only when the
/// handbook's course decides nothing.
[[nodiscard]] std::vector<model::SceneId> proposed_scenes(const model::Scenario &scenario, int minutes);

} // namespace tsunagi::engine
