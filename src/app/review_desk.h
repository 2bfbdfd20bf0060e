#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "app/workshop_review.h"
#include "view/comparison_view.h"
#include "view/presenter_view.h"
#include "view/script_view.h"

namespace tsunagi::app {

/// What the screens of a workshop's review show and work on. What is typed is in ui::ReviewDraft.
struct ReviewDesk {
    bool is_open = false; ///< there is a workshop to look back on
    Review review;

    view::ComparisonPage page = view::ComparisonPage::decisions;
    bool is_by_difference = true;
    std::optional<std::size_t> selected; ///< the one that is looked at: index into the cohort's

    view::RegretState regret_state = view::RegretState::not_asked;
    std::vector<view::RunRegret> regrets;
    std::size_t runs_counted = 0; ///< of Review::runs, while regrets are worked out

    Presentation presentation;
    bool came_from_script = false;
    bool is_deciding_as_team = false; ///< the presentation waits until the team has decided
    Timer timer;
    int seconds_shown = 0;

    WrittenText base; ///< as it is in the store, as far as this window knows
    bool is_unsaved = false;

    view::ComparisonView comparison_view;
    std::optional<view::ComparedDecisionView> decision_view;
    view::PresenterView presenter_view;
    view::TimerView timer_view;
    view::ScriptView script;
    std::vector<std::string> script_why; ///< of each decision of the script

    [[nodiscard]] const view::ReviewMaterial &material() const { return review.material; }
    /// Results may be seen, and there is a case to see them by.
    [[nodiscard]] bool can_show() const {
        return is_open && review.material.workshop.shows_results() && review.material.scenario != nullptr;
    }
    [[nodiscard]] const view::ScriptDecision *script_of(const model::SceneId &scene) const;
    /// The decisions with two votes or more, in the order of the comparison.
    [[nodiscard]] std::vector<std::size_t> compared_decisions() const;
    /// The script's decisions.
    [[nodiscard]] std::vector<std::size_t> script_decisions() const;
};

} // namespace tsunagi::app
