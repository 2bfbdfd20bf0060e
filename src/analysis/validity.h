#pragma once

#include <array>
#include <optional>
#include <vector>

#include "analysis/courses.h"
#include "analysis/strategies.h"
#include "model/scenario.h"

namespace tsunagi::analysis {

// What makes a case worth playing (product.md, Scoring 7), in percent of what can be attained.
inline constexpr double kHandbookLeast = 90.0; ///< the handbook team's course, on every point
inline constexpr double kStrategyMost = 60.0;  ///< playing by a rule without thinking
inline constexpr double kRandomMost = 45.0;
inline constexpr int kTopBandPathsLeast = 2;

/// The handbook team's course against what can be attained.
struct HandbookFigures {
    const model::Ending *ending = nullptr;
    bool matches_outcome = false; ///< it ends where the scenario says, and that ending is the handbook's
    int overall = 0;
    double overall_percent = 0.0;
    std::array<int, model::kPointCount> points{};
    std::array<std::optional<double>, model::kPointCount> points_percent; ///< nothing where no course earns any
};

/// Errors: as engine::fold; "handbook-course-short" when the course stops before an ending.
[[nodiscard]] base::Result<HandbookFigures> handbook_figures(const Courses &courses);

/// One way in which a case falls short.
struct Shortcoming {
    enum class Kind { handbook_outcome, handbook_point, top_band, strategy };
    Kind kind = Kind::handbook_outcome;
    model::PointIndex point = 0;          ///< handbook_point
    Strategy strategy = Strategy::random; ///< strategy
    double percent = 0.0;                 ///< handbook_point, strategy: what it is
    double limit = 0.0;                   ///< and what it should be at least, or at most
};

[[nodiscard]] std::vector<Shortcoming> shortcomings(const Courses &courses, const HandbookFigures &handbook,
                                                    const std::vector<StrategyFigure> &strategies);

} // namespace tsunagi::analysis
