#pragma once

#include "ui/review_draft.h"
#include "ui/widgets.h"
#include "view/comparison_view.h"

namespace tsunagi::ui {

/// What stands on the screen of the comparison.
struct ComparisonStage {
    model::WorkshopId workshop;
    view::ComparisonPage page = view::ComparisonPage::decisions;
    bool is_by_difference = true;
    const view::ComparedDecisionView *decision = nullptr; ///< the one chosen; null where there is none
    bool can_present = false;
    float regrets_done = 0.0F; ///< 0 to 1, while they are worked out
};

/// The groups' decisions side by side, or that they are hidden yet.
void draw_comparison(const view::ComparisonView &view, const ComparisonStage &stage, ReviewDraft &draft, const Ui &ui);

/// The remark that results are hidden and how they are revealed, or that the case is missing. True when it was drawn:
/// nothing else is to be shown.
bool draw_review_refused(bool is_hidden, bool has_case, const model::WorkshopId &workshop, const Ui &ui);

// ---- parts; each takes the width that is left
// ------------------------------------------------------------------------

void draw_compared_decision(const view::ComparedDecisionView &view, const model::WorkshopId &workshop, const Ui &ui);
/// A table that scrolls sideways with its first column and its head in sight.
void draw_compare_table(const view::CompareTable &table, const char *id, const Ui &ui);
void draw_assessments(const view::ComparisonView &view, const Ui &ui);
void draw_point_profiles(const view::ComparisonView &view, const Ui &ui);
void draw_safety_rows(const view::ComparisonView &view, const Ui &ui);
void draw_regrets(const view::ComparisonView &view, float done, const Ui &ui);

} // namespace tsunagi::ui
