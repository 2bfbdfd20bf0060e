#pragma once

#include <array>
#include <optional>
#include <vector>

#include "engine/fold.h"
#include "model/credit.h"

namespace tsunagi::analysis {
class Courses; // analysis/courses.h
}

namespace tsunagi::view {

/// What one decision cost: the best that could be reached before it minus the best that could be reached after it.
struct CostFigures {
    int overall = 0;
    std::array<int, model::kPointCount> points{}; ///< each point for itself; they do not sum to `overall`
};

/// What the exact analysis says of a case and of one course through it, in plain numbers.
struct CaseFigures {
    model::Credit attainable;       ///< the most any complete course earns: each point and each cell for itself
    int overall_max = 0;            ///< the most any complete course earns on the six points together
    double random_mean = 0.0;       ///< what random answers earn on average, all points together
    std::vector<CostFigures> costs; ///< one for each decision played
};

/// The figures for `progress`, which must be of the scenario that was analysed.
[[nodiscard]] CaseFigures case_figures(const analysis::Courses &courses, const engine::Progress &progress);

/// What the course of the handbook's team earns, all points together; nothing when that course cannot be followed.
[[nodiscard]] std::optional<int> handbook_overall(const model::Scenario &scenario);

/// Three figures of a practice point or of a role-table cell.
struct ThreeFigures {
    int earned = 0;
    int available = 0;             ///< on the path taken
    std::optional<int> attainable; ///< over all complete courses; nothing while that is not known

    /// Within reach on this path, and not taken.
    [[nodiscard]] int missed() const { return available - earned; }
    /// Only other paths lead there. A path with detours can offer more than any one course can earn: then 0.
    [[nodiscard]] int not_reached() const {
        return attainable && *attainable > available ? *attainable - available : 0;
    }
    /// The end of the longest bar.
    [[nodiscard]] int full() const { return available + not_reached(); }
};

} // namespace tsunagi::view
