// What is still to be had from any moment of a course, and what each decision cost, against every continuation played.

#include <string>
#include <vector>

#include "analysis/brute_force.h"
#include "analysis/generated.h"
#include "support/show.h"

using namespace tsunagi;
using namespace tsunagi::analysis;
using namespace tsunagi::model;
using namespace tsunagi::test;

namespace {

void compare_outlook(const Outlook &outlook, const Tally &tally, Differences &differences) {
    differences.expect("overall", outlook.overall, tally.max[kOverallFigure]);
    for (std::size_t i = 0; i < kPointCount; ++i) differences.expect(point_id(i), outlook.points[i], tally.max[i]);
    for (std::size_t i = 0; i < kCellCount; ++i)
        differences.expect(cell_id(i), outlook.cells[i], tally.max[kPointCount + i]);
    differences.expect("best courses", outlook.best_courses, tally.best_courses());
}

Credit earned_so_far(const engine::Progress &progress) {
    Credit earned;
    for (const engine::PlayedDecision &played : progress.played) earned += played.earned;
    return earned;
}

// The best continuation can be played, ends the story, and earns what the outlook says.
void compare_continuation(const Courses &courses, const engine::Progress &progress, const Tally &tally,
                          Differences &differences) {
    engine::Progress best = progress;
    const auto decisions = courses.best_continuation(progress);
    if (tally.courses() == 0 || progress.is_over()) {
        differences.expect("decisions where there is nothing to go on to", decisions.size(), 0u);
        return;
    }
    for (const Decision &decision : decisions) {
        const base::Status status = engine::commit(best, decision);
        differences.expect("fault", status ? "" : status.error().code + " " + status.error().detail, "");
        if (!status) return;
    }
    differences.expect_true("the best continuation ends", best.is_over());
    differences.expect("the best continuation earns", earned_so_far(best).overall() - earned_so_far(progress).overall(),
                       tally.max[kOverallFigure]);
}

/// The figures that were attainable at one moment: what had been earned and the best that was still to be had.
struct Attainable {
    bool is_open = false; ///< an ending can be reached
    int overall = 0;
    std::array<int, kPointCount> points{};
};

Attainable attainable(const engine::Progress &progress, const Tally &tally) {
    const Credit earned = earned_so_far(progress);
    Attainable made;
    made.is_open = tally.courses() > 0;
    made.overall = earned.overall() + tally.max[kOverallFigure];
    for (std::size_t i = 0; i < kPointCount; ++i) made.points[i] = earned.points[i] + tally.max[i];
    return made;
}

void compare_regrets(const std::vector<Regret> &regrets, const std::vector<Attainable> &moments,
                     Differences &differences) {
    const std::size_t decisions = moments.back().is_open ? moments.size() - 1 : 0;
    differences.expect("regrets", regrets.size(), decisions);
    if (regrets.size() != decisions) return;
    for (std::size_t i = 0; i < decisions; ++i) {
        const std::string which = "regret " + std::to_string(i) + " ";
        differences.expect(which + "overall", regrets[i].overall, moments[i].overall - moments[i + 1].overall);
        differences.expect_true(which + "overall is negative", regrets[i].overall >= 0);
        for (std::size_t point = 0; point < kPointCount; ++point) {
            differences.expect(which + point_id(point), regrets[i].points[point],
                               moments[i].points[point] - moments[i + 1].points[point]);
            differences.expect_true(which + point_id(point) + " is negative", regrets[i].points[point] >= 0);
        }
    }
}

// By the words of the header, without brute force: what was attainable at the start, less what came of it.
void check_sums(const Courses &courses, const engine::Progress &progress, Differences &differences) {
    const auto now = courses.outlook(progress);
    const auto start = courses.outlook(engine::begin(courses.scenario()));
    if (!now) return;
    differences.expect_true("an outlook now but none at the start", start.has_value());
    if (!start) return;
    Regret sum;
    for (const Regret &regret : regrets(courses, progress)) {
        sum.overall += regret.overall;
        for (std::size_t i = 0; i < kPointCount; ++i) sum.points[i] += regret.points[i];
    }
    const Credit earned = earned_so_far(progress);
    differences.expect("sum of regrets", sum.overall, start->overall - (earned.overall() + now->overall));
    for (std::size_t i = 0; i < kPointCount; ++i)
        differences.expect("sum of regrets " + point_id(i), sum.points[i],
                           start->points[i] - (earned.points[i] + now->points[i]));
}

/// What the walks met, so that they cannot become too easy.
struct Met {
    int endings = 0, dead_ends = 0, hopeless = 0, regrets = 0;
};

// One course of random answers, as far as it goes; everything compared before each decision and at its end.
std::string walk(const BruteForce &brute, const Courses &courses, Random &random, Met &met) {
    Differences differences;
    engine::Progress progress = engine::begin(brute.scenario());
    std::vector<Attainable> moments;
    while (true) {
        const Tally tally = brute.play_all(progress);
        moments.push_back(attainable(progress, tally));
        const auto outlook = courses.outlook(progress);
        differences.expect("there is an outlook", outlook.has_value(), tally.courses() > 0);
        if (outlook && tally.courses() > 0) compare_outlook(*outlook, tally, differences);
        compare_continuation(courses, progress, tally, differences);
        compare_regrets(regrets(courses, progress), moments, differences);
        check_sums(courses, progress, differences);
        if (!differences.text().empty()) break;

        const auto answers = progress.is_over() ? std::vector<Answer>{} : brute.possible_answers(progress);
        met.endings += progress.is_over() ? 1 : 0;
        met.dead_ends += answers.empty() && !progress.is_over() ? 1 : 0;
        met.hopeless += !answers.empty() && tally.courses() == 0 ? 1 : 0;
        if (answers.empty()) break;
        const base::Status status = engine::commit(progress, {progress.scene->id, random.pick(answers), {}, 0});
        differences.expect_true("an answer is refused", status.is_ok());
    }
    if (differences.text().empty()) {
        for (const Regret &regret : regrets(courses, progress)) met.regrets += regret.overall > 0 ? 1 : 0;
        return {};
    }
    return "after " + std::to_string(progress.played.size()) + " decisions:\n" + differences.text();
}

} // namespace

TEST_CASE("outlooks, regrets and best continuations are those of all continuations played one by one") {
    Met met;
    for (std::uint64_t seed = 1; seed <= kGeneratedScenarios; ++seed) {
        const Scenario scenario = random_scenario(seed);
        const BruteForce brute(scenario);
        const Courses courses = courses_of(scenario);
        CAPTURE(seed);
        Random random(seed);
        CHECK(walk(brute, courses, random, met) == "");
    }
    CHECK(met.endings > 1'000);
    CHECK(met.dead_ends > 50);
    CHECK(met.hopeless > 20);
    CHECK(met.regrets > 1'000);
}
