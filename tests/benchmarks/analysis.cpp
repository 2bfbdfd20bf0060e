// How fast the exact analysis is: on every installed case, and against playing every course of a small one.
//
//     bench_analysis [CASE-FILE...]
#include <algorithm>
#include <chrono>
#include <functional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "analysis/brute_force.h"
#include "analysis/courses.h"
#include "content/handbook_json.h"
#include "content/scenario_json.h"
#include "support/random_scenario.h"

using namespace tsunagi;

namespace {

constexpr int kRounds = 5;
constexpr std::size_t kSmallCourses = 15'000; ///< enough that playing them takes a measurable time

/// The shortest of some rounds, in milliseconds: what the work takes when nothing else disturbs it.
double shortest_ms(int rounds, const std::function<void()> &work) {
    double shortest = 0.0;
    for (int i = 0; i < rounds; ++i) {
        const auto start = std::chrono::steady_clock::now();
        work();
        const double ms = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
        shortest = i == 0 ? ms : std::min(shortest, ms);
    }
    return shortest;
}

void measure_case(const content::ScenarioFile &file) {
    if (!file.is_playable()) {
        fmt::print("{:<12} has problems, see tsunagi validate\n", file.path);
        return;
    }
    const model::Scenario &scenario = *file.scenario;
    const auto courses = analysis::Courses::explore(scenario);
    if (!courses.is_ok()) {
        fmt::print("{:<12} {} ({})\n", scenario.id.value, courses.error().code, courses.error().detail);
        return;
    }
    const double ms = shortest_ms(kRounds, [&] { (void)analysis::Courses::explore(scenario).is_ok(); });
    const analysis::Summary &summary = courses->summary();
    fmt::print("{:<12} {:>11} {:>12} {:>9.1f} {:>14.0f}   10^{}\n", scenario.id.value, summary.live_states,
               summary.transitions, ms, static_cast<double>(summary.transitions) / ms * 1000.0,
               summary.paths.str().size() - 1);
}

void measure_against_brute_force() {
    // The first generated scenario that is large enough.
    for (std::uint64_t seed = 1;; ++seed) {
        const model::Scenario scenario = test::ScenarioMaker(seed).make();
        const auto courses = analysis::Courses::explore(scenario);
        if (!courses.is_ok() || courses->summary().paths < kSmallCourses) continue;
        const double exact = shortest_ms(kRounds, [&] { (void)analysis::Courses::explore(scenario).is_ok(); });
        const double brute = shortest_ms(1, [&] {
            const test::BruteForce all(scenario);
            (void)all.play_all(engine::begin(scenario)).courses();
        });
        fmt::print("\ngenerated case {} ({} courses, {} live states): exact {:.2f} ms, every course played {:.0f} ms, "
                   "ratio {:.0f}\n",
                   seed, courses->summary().paths.str(), courses->summary().live_states, exact, brute, brute / exact);
        return;
    }
}

} // namespace

int main(int argc, char **argv) {
    const std::filesystem::path root = TSUNAGI_SOURCE_DIR;
    base::Problems problems;
    const model::Handbook handbook = content::load_handbook(root / "assets/handbook", problems);
    fmt::print("{:<12} {:>11} {:>12} {:>9} {:>14}   courses\n", "case", "live states", "transitions", "ms",
               "transitions/s");
    if (argc > 1)
        for (int i = 1; i < argc; ++i) measure_case(content::load_scenario(argv[i], handbook));
    else
        for (const content::ScenarioFile &file : content::load_library(root / "scenarios", handbook))
            measure_case(file);
    measure_against_brute_force();
}
