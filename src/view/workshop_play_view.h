#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/fold.h"
#include "i18n/texts.h"
#include "model/workshop.h"
#include "view/outcome_view.h"
#include "view/play_view.h"

namespace tsunagi::view {

/// What the play screen shows besides while a group plays in a workshop.
struct WorkshopPlayView {
    std::string turn;   ///< whose it is
    std::string passed; ///< which scenes went as the handbook's team decided, just now; empty for none
    std::string hidden; ///< that reasons come later; empty where results are shown
    std::string clock;  ///< what is left for the scene; empty without a clock
    bool is_time_over = false;
};

[[nodiscard]] WorkshopPlayView workshop_play_view(const model::Workshop &workshop, const model::WorkshopGroup &group,
                                                  const engine::Progress &progress, const i18n::Texts &texts);

/// What is left of a scene's time: "残り 2:05"; calmly (reduced motion) in whole minutes. "時間です" from 0 seconds on.
[[nodiscard]] std::string clock_text(int seconds_left, bool is_calm, const i18n::Texts &texts);
/// In how many seconds that text changes next; nothing when it does not change any more.
[[nodiscard]] std::optional<int> seconds_to_next_clock(int seconds_left, bool is_calm);

/// Only what happened: consequences and changes, what was taken and why. No class, reason, credit or finding.
[[nodiscard]] OutcomeView without_results(OutcomeView outcome);

} // namespace tsunagi::view
