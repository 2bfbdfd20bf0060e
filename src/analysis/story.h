#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <vector>

#include "analysis/compiled_condition.h"
#include "analysis/live.h"
#include "analysis/state_code.h"
#include "base/result.h"
#include "model/scenario.h"

namespace tsunagi::analysis {

/// A scenario made ready for the analysis: conditions and effects over packed states, the scenes in an order in which
/// every way leads forward, and what is live at each moment.
struct Story {
    struct Guarded {
        CompiledCondition when;
        Change change;
        bool is_silent = false; ///< does nothing that anything looks at later: only its text, if it has one, matters
    };
    struct Way {
        CompiledCondition when;
        bool is_ending = false;
        std::size_t target = 0; ///< index of a scene or of an ending
    };
    struct SceneCode {
        const model::Scene *scene = nullptr;
        Change enter; ///< from leaving the scene before to deciding here: visited, months, on_enter
        std::vector<CompiledCondition> conditions; ///< of the options that have one
        std::vector<std::size_t> conditional;      ///< their positions among the options
        std::vector<Change> option_changes;        ///< of every option or item
        Change base;                               ///< what giving any answer decides: every bit of an answer to "no"
        std::vector<Guarded> after;
        std::vector<Way> next; ///< up to the first that is always taken
        Live at_decision;
        std::vector<Live> at_after; ///< before after[i]; the last: before `next` is looked at
    };

    StateCode code;
    std::vector<SceneCode> scenes; ///< in the scenario's order
    std::vector<std::size_t>
        order; ///< the scenes that the start leads to, conditions left aside; each before its followers
    std::map<model::SceneId, std::size_t> scene_index;
    std::size_t start = 0;

    /// Errors: "analysis-cycle".
    [[nodiscard]] static base::Result<Story> of(const model::Scenario &scenario);
};

} // namespace tsunagi::analysis
