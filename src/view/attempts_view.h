#pragma once

#include <array>
#include <string>
#include <vector>

#include "model/handbook.h"
#include "view/finished_run.h"

namespace tsunagi::view {

/// One attempt as a column beside others of the same learner.
struct AttemptColumn {
    model::SessionId session;
    std::vector<std::string> labels; ///< what it stands for: first (the measurement), best, last
    bool is_on_screen = false;
    bool can_open = false; ///< another one than the one looked back on
    std::string started;
    std::string kind;
    std::string ending;  ///< with its sign
    std::string overall; ///< "46 / 70"
    int overall_percent = 0;
    std::string measure; ///< what the second figure is; empty where AttemptsView::measure says it for all
    std::string safety;  ///< how many flags; never empty
    bool has_safety_flag = false;
    std::array<std::string, model::kPointCount> points; ///< "7 / 10", or that nothing exercised it
    std::array<int, model::kPointCount> earned{};
    std::array<int, model::kPointCount> of{};
};

struct AttemptsView {
    std::string intro;   ///< how they are picked, or what is going to stand here
    std::string measure; ///< what the second figure is: attainable in the case, or available on the path; empty where
                         ///< that differs between the columns
    std::array<std::string, model::kPointCount> point_names; ///< short
    std::vector<AttemptColumn> columns;                      ///< in the order they were begun; empty when there is one
};

/// First, best and last attempt of the learner of `on_screen` at its case, and that one too where it is none of them
/// (an exploration). `runs` are finished runs of all kinds; those of other learners and cases are left out. Best is the
/// highest overall score of the runs that are no explorations, the earlier among equals. Nobody is compared with
/// somebody else.
[[nodiscard]] AttemptsView attempts_view(const std::vector<FinishedRun> &runs, const model::SessionId &on_screen,
                                         const model::Handbook &handbook, const i18n::Texts &texts);

} // namespace tsunagi::view
