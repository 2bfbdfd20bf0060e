#pragma once

#include <array>
#include <map>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "model/scenario.h"

namespace tsunagi::engine {

struct LearnedFact {
    model::FactId fact;
    int month = 0;
    model::SceneId scene; ///< empty for what was known at the start
};

/// Everything that decisions change and that conditions read.
struct State {
    int months = 0;
    std::array<int, model::kGaugeWords.size()> gauges{};
    std::vector<LearnedFact> facts; ///< in the order they became known
    std::set<model::FlagId> flags;
    std::map<model::TieId, model::TieState> ties;
    std::vector<model::SceneId> visited;
    std::map<model::SceneId, model::Answer> answers;

    [[nodiscard]] int gauge(model::Gauge gauge) const { return gauges[static_cast<std::size_t>(gauge)]; }
    [[nodiscard]] bool knows(const model::FactId &fact) const;
    [[nodiscard]] bool has_visited(const model::SceneId &scene) const;
};

// What happened, in the past tense: the journal's entries.
struct FactLearned {
    model::FactId fact;
};
struct GaugeMoved {
    model::Gauge gauge = model::Gauge::trust;
    int from = 0;
    int to = 0;
    std::string because;
};
struct MonthsPassed {
    int months = 0;
};
struct TieChanged {
    model::TieId tie;
    model::TieState before;
    model::TieState after;
    std::string because;
};
using Change = std::variant<FactLearned, GaugeMoved, MonthsPassed, TieChanged>;

/// The state before the first scene is entered.
[[nodiscard]] State initial_state(const model::Scenario &scenario);

/// True when `condition` holds in `state`. What names something unknown does not hold.
[[nodiscard]] bool holds(const model::Condition &condition, const State &state);

/// Applies effects in order and appends what really changed to `journal`: a gauge stops at 0 and 10, a fact already
/// known is not learned twice. `scene` is noted as where a fact came from.
void apply(const model::Effects &effects, const model::SceneId &scene, State &state, std::vector<Change> &journal);

/// The paragraphs whose condition holds, in order.
[[nodiscard]] std::vector<std::string> visible_text(const std::vector<model::Paragraph> &text, const State &state);

/// True when an option or item can be taken in `state`.
[[nodiscard]] inline bool is_available(const model::Option &option, const State &state) {
    return holds(option.when, state);
}

} // namespace tsunagi::engine
