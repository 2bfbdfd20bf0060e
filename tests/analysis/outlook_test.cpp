// What is still to be had from any moment of a course, and what each decision cost, against every continuation played.

#include <algorithm>
#include <array>
#include <optional>
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

/// The best of all complete continuations from a moment, each figure for itself.
struct Best {
    bool is_open = false; ///< there is one
    std::array<int, kAllFigures> max{};
    std::size_t courses = 0; ///< that earn the highest overall score
};

void add(Best &best, const Credit &earned, const Best &rest) {
    if (!rest.is_open) return;
    std::array<int, kAllFigures> sums{};
    for (std::size_t i = 0; i < kAllFigures; ++i) sums[i] = any_figure(earned, i) + rest.max[i];
    if (!best.is_open || sums[kOverallFigure] > best.max[kOverallFigure]) best.courses = 0;
    if (!best.is_open || sums[kOverallFigure] >= best.max[kOverallFigure]) best.courses += rest.courses;
    for (std::size_t i = 0; i < kAllFigures; ++i) best.max[i] = best.is_open ? std::max(best.max[i], sums[i]) : sums[i];
    best.is_open = true;
}

void compare_outlook(const std::optional<Outlook> &outlook, const Best &best, Differences &differences) {
    differences.expect("there is an outlook", outlook.has_value(), best.is_open);
    if (!outlook || !best.is_open) return;
    differences.expect("overall", outlook->overall, best.max[kOverallFigure]);
    for (std::size_t i = 0; i < kPointCount; ++i) differences.expect(point_id(i), outlook->points[i], best.max[i]);
    for (std::size_t i = 0; i < kCellCount; ++i)
        differences.expect(cell_id(i), outlook->cells[i], best.max[kPointCount + i]);
    differences.expect("best courses", outlook->best_courses, best.courses);
}

// Compares the outlook at this moment and at every one that can follow; stops where the first differs.
Best compare_all_outlooks(const BruteForce &brute, const Courses &courses, const engine::Progress &progress,
                          Differences &differences) {
    Best best;
    if (progress.is_over()) {
        best.is_open = true;
        best.courses = 1;
    } else {
        for (const Answer &answer : brute.possible_answers(progress)) {
            const engine::Progress next = decided(progress, answer);
            const Best rest = compare_all_outlooks(brute, courses, next, differences);
            if (!differences.text().empty()) return best;
            add(best, next.played.back().earned, rest);
        }
    }
    compare_outlook(courses.outlook(progress), best, differences);
    if (!differences.text().empty())
        differences.expect_true("at " + (progress.is_over() ? "the end" : progress.scene->id.value), false);
    return best;
}

Credit earned_so_far(const engine::Progress &progress) {
    Credit earned;
    for (const engine::PlayedDecision &played : progress.played) earned += played.earned;
    return earned;
}

// The best continuation can be played, ends the story, and earns what the outlook says.
void compare_continuation(const Courses &courses, const engine::Progress &progress,
                          const std::optional<Outlook> &outlook, Differences &differences) {
    engine::Progress best = progress;
    const auto decisions = courses.best_continuation(progress);
    if (!outlook || progress.is_over()) {
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
                       outlook->overall);
}

/// The figures that were attainable at one moment: what had been earned and the best that was still to be had.
struct Attainable {
    bool is_open = false; ///< an ending can be reached
    int overall = 0;
    std::array<int, kPointCount> points{};
};

Attainable attainable(const engine::Progress &progress, const std::optional<Outlook> &outlook) {
    Attainable made;
    if (!outlook) return made;
    const Credit earned = earned_so_far(progress);
    made.is_open = true;
    made.overall = earned.overall() + outlook->overall;
    for (std::size_t i = 0; i < kPointCount; ++i) made.points[i] = earned.points[i] + outlook->points[i];
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

// By the words of the header: what was attainable at the start, less what came of it.
void check_sums(const std::vector<Regret> &regrets, const std::vector<Attainable> &moments, Differences &differences) {
    if (!moments.back().is_open) return;
    Regret sum;
    for (const Regret &regret : regrets) {
        sum.overall += regret.overall;
        for (std::size_t i = 0; i < kPointCount; ++i) sum.points[i] += regret.points[i];
    }
    differences.expect("sum of regrets", sum.overall, moments.front().overall - moments.back().overall);
    for (std::size_t i = 0; i < kPointCount; ++i)
        differences.expect("sum of regrets " + point_id(i), sum.points[i],
                           moments.front().points[i] - moments.back().points[i]);
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
        const auto outlook = courses.outlook(progress);
        moments.push_back(attainable(progress, outlook));
        compare_continuation(courses, progress, outlook, differences);
        const auto costs = regrets(courses, progress);
        compare_regrets(costs, moments, differences);
        check_sums(costs, moments, differences);
        if (!differences.text().empty()) break;

        const auto answers = progress.is_over() ? std::vector<Answer>{} : brute.possible_answers(progress);
        met.endings += progress.is_over() ? 1 : 0;
        met.dead_ends += answers.empty() && !progress.is_over() ? 1 : 0;
        met.hopeless += !answers.empty() && !outlook ? 1 : 0;
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

TEST_CASE("the outlook at every moment of every course is the best of all continuations played one by one") {
    for (std::uint64_t seed = 1; seed <= kGeneratedScenarios; ++seed) {
        const Scenario scenario = random_scenario(seed);
        const Courses courses = courses_of(scenario);
        Differences differences;
        compare_all_outlooks(BruteForce(scenario), courses, engine::begin(scenario), differences);
        CAPTURE(seed);
        CHECK(differences.text() == "");
    }
}

TEST_CASE("regrets are what was attainable before less what was after, and the best way on keeps its word") {
    Met met;
    for (std::uint64_t seed = 1; seed <= kGeneratedScenarios; ++seed) {
        const Scenario scenario = random_scenario(seed);
        const BruteForce brute(scenario);
        const Courses courses = courses_of(scenario);
        Random random(seed);
        CAPTURE(seed);
        for (int i = 0; i < 3; ++i) CHECK(walk(brute, courses, random, met) == "");
    }
    CHECK(met.endings > 1'000);
    CHECK(met.dead_ends > 50);
    CHECK(met.hopeless > 20);
    CHECK(met.regrets > 1'000);
}

// Whoever gets to s4 by s3 may know f2 or not; no condition asks, so one of the two is worked out and not the other.
TEST_CASE("there is an outlook also where a moment just like it was worked out instead") {
    Scenario story = scenario(
        {scene("s0", choose_one({option("x"), option("y")}), {to_scene("s1")}),
         scene("s1", choose_one({option("b", "acceptable", {}, {learn("f2")}), option("c")}), {to_scene("s2")}),
         scene("s2", ReadOn{}, {to_scene("s4", taken("s0", "x")), to_scene("s3")}),
         scene("s3", ReadOn{}, {to_scene("s4", fact_known("f1")), to_ending("end")}),
         scene("s4", ReadOn{}, {to_ending("end", visited("s3")), to_scene("s5")}),
         scene("s5", choose_one({option("d"), option("e", "recommended", points({{1, 1}}))}), {to_ending("end")})},
        {ending("end")});
    story.scenes[5].after = {consequence("then", {pass_months(1)}, fact_known("f2"))};
    for (const char *fact : {"f1", "f2"}) story.facts.emplace_back().id = FactId(fact);
    story.start_facts = {FactId("f1")};
    const Courses courses = courses_of(story);
    Differences differences;
    compare_all_outlooks(BruteForce(story), courses, engine::begin(story), differences);
    CHECK(differences.text() == "");
}
