#pragma once

#include <set>
#include <string>
#include <vector>

#include "base/result.h"
#include "engine/scoring.h"
#include "engine/state.h"
#include "model/scenario.h"
#include "model/session.h"

namespace tsunagi::engine {

/// A decision together with all that it met and brought about.
struct PlayedDecision {
    const model::Scene *scene = nullptr;
    model::Decision decision;
    std::vector<std::string> text; ///< the paragraphs that were shown
    std::set<model::OptionId> unavailable;
    int month = 0; ///< months elapsed when the scene was shown
    std::vector<Change> on_enter;
    std::vector<Change> changes;           ///< of the decision and of what followed from it
    std::vector<std::string> consequences; ///< texts, in order
    model::Credit earned;                  ///< nothing where nobody was asked (Decision::is_given): it is not theirs
    model::Credit available;               ///< likewise
    State state_after;
};

/// Where a session stands: derived from the scenario and the decisions, never stored. Points into the scenario,
/// which must outlive it.
struct Progress {
    const model::Scenario *scenario = nullptr;
    State state;
    const model::Scene *scene = nullptr;   ///< the scene to decide; null at an ending
    const model::Ending *ending = nullptr; ///< set when the story has ended
    std::vector<std::string> text;         ///< paragraphs of the scene or the ending
    std::vector<Change> on_enter;          ///< what changed on the way into the current scene
    std::vector<PlayedDecision> played;

    [[nodiscard]] bool is_over() const { return ending != nullptr; }
};

/// Progress at the first scene. The scenario must have passed its checks.
[[nodiscard]] Progress begin(const model::Scenario &scenario);

/// Takes one decision. Errors (nothing is changed then): "replay-scene" the decision is for another scene than the
/// current one, "replay-answer" the answer could not be given (detail ends in the fault's word), "replay-over" the
/// story has ended.
[[nodiscard]] base::Status commit(Progress &progress, const model::Decision &decision);

/// Progress after all decisions. Errors as commit; the detail begins with the decision's 1-based number.
[[nodiscard]] base::Result<Progress> fold(const model::Scenario &scenario,
                                          const std::vector<model::Decision> &decisions);

/// The story as it stands while the last decision is looked back on: after what it brought about and before the next
/// scene is entered. Progress itself when nothing has been decided yet.
[[nodiscard]] Progress before_next_scene(const Progress &progress);

} // namespace tsunagi::engine
