#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/fold.h"
#include "i18n/texts.h"
#include "model/handbook.h"
#include "model/workshop.h"
#include "view/play_view.h"

namespace tsunagi::view {

/// A scene that everybody together can decide again.
struct TeamRow {
    model::SceneId id;
    std::string title;
    std::string decided; ///< what the team decided, in short; empty while it has not
};

struct TeamListView {
    std::string title;
    std::vector<TeamRow> rows;
};

[[nodiscard]] TeamListView team_list_view(const model::Workshop &workshop, const model::Scenario &scenario,
                                          const i18n::Texts &texts);

/// Puts the decision in the place of what the team decided at its scene before.
void set_team_decision(model::Workshop &workshop, model::Decision decision);
/// The same answer for the same reason; two that are not there are the same.
[[nodiscard]] bool is_same_decision(const model::Scenario &scenario, const model::Decision *a,
                                    const model::Decision *b);

/// The story at a scene as the handbook's team came to it: no group's course is anybody's but its own. Nothing where
/// that team never came.
[[nodiscard]] std::optional<engine::Progress> progress_at(const model::Scenario &scenario, const model::SceneId &scene);

/// A decision in words.
struct TeamDecisionText {
    std::vector<std::string> lines;
    std::string reason;
};

/// One scene for the team to decide.
struct TeamSceneView {
    std::string workshop;
    SceneView scene;
    /// Another program has saved something else meanwhile: one has to choose.
    std::optional<TeamDecisionText> other;
    TeamDecisionText own; ///< what was going to be saved, where there is another
};

[[nodiscard]] TeamDecisionText team_decision_text(const model::Scenario &scenario, const model::Decision &decision,
                                                  const i18n::Texts &texts);

} // namespace tsunagi::view
