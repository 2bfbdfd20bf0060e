#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <sstream>
#include <stdexcept>
#include <string>

#include "analysis/courses.h"
#include "support/random_scenario.h"

namespace tsunagi::test {

/// Seeds 1 to this make the scenarios that the analysis is compared on.
inline constexpr std::uint64_t kGeneratedScenarios = 1'600;

[[nodiscard]] inline bool is_close(double a, double b) {
    return std::abs(a - b) <= 1e-9 * std::max({1.0, std::abs(a), std::abs(b)});
}

/// The courses of a scenario that is small enough; throws otherwise.
[[nodiscard]] inline analysis::Courses courses_of(const model::Scenario &scenario) {
    auto courses = analysis::Courses::explore(scenario);
    if (!courses) throw std::runtime_error(courses.error().code + ": " + courses.error().detail);
    return std::move(courses).value();
}

/// "overall", "p1" or a cell's id: the name of a figure as any_figure() counts them.
[[nodiscard]] inline std::string figure_name(std::size_t index) {
    if (index == model::kFigureCount) return "overall";
    return index < model::kPointCount ? model::point_id(index) : model::cell_id(index - model::kPointCount);
}

/// Collects what differs, so that one failed check tells all of it.
class Differences {
  public:
    template <class Found, class Expected>
    void expect(const std::string &what, const Found &found, const Expected &expected) {
        if (found == expected) return;
        std::ostringstream line;
        line << what << ": " << found << " and not " << expected << '\n';
        text_ += line.str();
    }
    void expect_close(const std::string &what, double found, double expected) {
        if (!is_close(found, expected)) expect(what, found, expected);
    }
    void expect_true(const std::string &what, bool is_so) {
        if (!is_so) text_ += what + '\n';
    }
    [[nodiscard]] const std::string &text() const { return text_; }

  private:
    std::string text_;
};

} // namespace tsunagi::test
