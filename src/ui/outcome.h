#pragma once

#include "ui/widgets.h"
#include "view/outcome_view.h"

namespace tsunagi::ui {

/// References to the handbook as chips that lead there. Two lists of one window need scopes of their own.
void draw_references(const std::vector<view::ReferenceView> &refs, const Ui &ui);

/// What is left out of draw_outcome because it stands beside it already.
struct OutcomeParts {
    bool has_own_reason = true;
    bool has_handbook_team = true;
    bool leads_to_map = true; ///< where ties changed
};

/// What a decision brought about: what happened first, then what was taken, then the reason of every option, then
/// credit. Shared by the play screen (after a decision) and the debrief.
void draw_outcome(const view::OutcomeView &outcome, const Ui &ui, OutcomeParts parts = {});

/// One option, item, row or step: what became of it, its class, its reason and what that refers to. `terms` are those
/// its marks are of.
void draw_reason(const view::ReasonView &reason, const view::TermsView &terms, const Ui &ui);

/// Safety flags as a box of their own; draws nothing when there are none.
void draw_safety(const std::vector<view::SafetyView> &safety, const Ui &ui);

/// Chips of credit: "情報共有 2/3 …".
void draw_figures(const std::vector<view::FigureView> &figures, const Ui &ui);

} // namespace tsunagi::ui
