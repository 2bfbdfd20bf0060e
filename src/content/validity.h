#pragma once

#include "analysis/courses.h"
#include "analysis/strategies.h"
#include "analysis/validity.h"
#include "base/problem.h"
#include "content/scenario_json.h"

namespace tsunagi::content {

/// Everything the exact analysis says of a case. The case must be playable and must outlive it.
struct CaseAnalysis {
    analysis::Courses courses;
    analysis::HandbookFigures handbook;
    std::vector<analysis::StrategyFigure> strategies;
};

/// Errors: as Courses::explore and handbook_figures.
[[nodiscard]] base::Result<CaseAnalysis> analyse(const model::Scenario &scenario);

/// What the analysis finds wrong with the case: dead ends, what no course reaches, gauges without effect, and where it
/// falls short of what makes a case worth playing. An analysis that failed for the case's size is a warning. Lines are
/// those of the file, where it can still be read.
[[nodiscard]] base::Problems validity_problems(const ScenarioFile &file, const base::Result<CaseAnalysis> &analysis);

} // namespace tsunagi::content
