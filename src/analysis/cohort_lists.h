#pragma once

#include <vector>

#include "analysis/cohort.h"

namespace tsunagi::analysis {

/// An item of a choice of many, and which professions took it. A profession without a vote at the scene is in neither
/// list.
struct ItemUse {
    const model::Scene *scene = nullptr;
    const model::Option *item = nullptr;
    Tally taken;
    std::vector<model::LearnerProfession> chosen_by; ///< by at least one session
    std::vector<model::LearnerProfession> never_by;
};

/// The items of a choice of many, in the case's order; empty for other scenes and where nobody decided.
[[nodiscard]] std::vector<ItemUse> item_uses(const DecisionComparison &compared);

/// The assessments that were offered, and which professions chose them: items of choices of many that have a budget and
/// belong to the function of assessment. (What is invited to a conference or written into a crisis plan has a budget
/// too.) In the case's order.
[[nodiscard]] std::vector<ItemUse> assessment_uses(const Cohort &cohort);

/// Where a step stood on average, counted from 1.
struct StepPlace {
    const model::OrderStep *step = nullptr;
    double mean = 0.0;
    std::vector<double> mean_by_profession; ///< in the order of DecisionComparison::professions; 0 without a vote
};

/// The steps of an order in the case's order; empty for other scenes and where nobody decided. How often one stood
/// before another is in the parts of the comparison.
[[nodiscard]] std::vector<StepPlace> step_places(const DecisionComparison &compared);

} // namespace tsunagi::analysis
