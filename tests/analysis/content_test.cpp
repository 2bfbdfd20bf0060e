// The cases that come with the program, and the courses kept of them.

#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "analysis/generated.h"
#include "content/handbook_json.h"
#include "content/scenario_json.h"
#include "content/session_json.h"
#include "engine/debrief.h"
#include "engine/fold.h"
#include "support/show.h"

using namespace tsunagi;
using namespace tsunagi::analysis;
using namespace tsunagi::model;
using namespace tsunagi::test;

namespace {

const std::filesystem::path kRoot = std::filesystem::u8path(TSUNAGI_SOURCE_DIR);

std::vector<Scenario> load_cases() {
    base::Problems problems;
    const Handbook handbook = content::load_handbook(kRoot / "assets" / "handbook", problems);
    std::vector<Scenario> cases;
    for (content::ScenarioFile &file : content::load_library(kRoot / "scenarios", handbook)) {
        if (!file.is_playable()) throw std::runtime_error(file.path + " cannot be played");
        cases.push_back(std::move(*file.scenario));
    }
    return cases;
}

const std::vector<Scenario> &cases() {
    static const std::vector<Scenario> loaded = load_cases();
    return loaded;
}

struct Play {
    std::string name;
    std::vector<Decision> decisions;
};

/// The courses kept in tests/plays, and the handbook team's.
std::vector<Play> plays_of(const Scenario &scenario) {
    std::vector<Play> plays = {{"handbook_course", scenario.handbook_course.decisions}};
    const auto folder = kRoot / "tests" / "plays" / scenario.id.value;
    if (!std::filesystem::is_directory(folder)) return plays;
    for (const auto &entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() != ".json") continue;
        std::ifstream file(entry.path(), std::ios::binary);
        std::ostringstream bytes;
        bytes << file.rdbuf();
        auto read = content::decision_file_from_json(bytes.str());
        if (!read) throw std::runtime_error(entry.path().filename().string() + ": " + read.error().detail);
        plays.push_back({entry.path().filename().string(), std::move(read->decisions)});
    }
    return plays;
}

// Nothing is regretted below nothing, and all that was regretted is what was attainable and not earned.
void check_regrets(const Courses &courses, const engine::Progress &progress) {
    const auto start = courses.outlook(engine::begin(courses.scenario()));
    const auto now = courses.outlook(progress);
    REQUIRE(start);
    REQUIRE(now);
    const auto costs = regrets(courses, progress);
    REQUIRE(costs.size() == progress.played.size());
    Regret sum;
    for (const Regret &cost : costs) {
        CHECK(cost.overall >= 0);
        sum.overall += cost.overall;
        for (std::size_t i = 0; i < kPointCount; ++i) {
            CHECK(cost.points[i] >= 0);
            sum.points[i] += cost.points[i];
        }
    }
    const Credit earned = engine::score(progress).earned;
    CHECK(sum.overall == start->overall - (earned.overall() + now->overall));
    for (std::size_t i = 0; i < kPointCount; ++i)
        CHECK(sum.points[i] == start->points[i] - (earned.points[i] + now->points[i]));
}

// The best way on from here can be taken, ends the story, and earns what was promised.
void check_continuation(const Courses &courses, const engine::Progress &progress) {
    const auto outlook = courses.outlook(progress);
    REQUIRE(outlook);
    engine::Progress best = progress;
    for (const Decision &decision : courses.best_continuation(progress)) {
        const base::Status status = engine::commit(best, decision);
        REQUIRE(status);
    }
    CHECK(best.is_over());
    CHECK(engine::score(best).earned.overall() - engine::score(progress).earned.overall() == outlook->overall);
}

} // namespace

TEST_CASE("cases: there are some") { CHECK_FALSE(cases().empty()); }

TEST_CASE("cases: the regrets of every course kept, at every moment of it") {
    for (const Scenario &scenario : cases()) {
        CAPTURE(scenario.id);
        const auto courses = Courses::explore(scenario);
        REQUIRE(courses);
        for (const Play &play : plays_of(scenario)) {
            CAPTURE(play.name);
            engine::Progress progress = engine::begin(scenario);
            check_regrets(*courses, progress);
            check_continuation(*courses, progress);
            for (const Decision &decision : play.decisions) {
                const base::Status status = engine::commit(progress, decision);
                REQUIRE(status);
                check_regrets(*courses, progress);
                check_continuation(*courses, progress);
            }
        }
    }
}

TEST_CASE("cases: no figure contradicts another") {
    for (const Scenario &scenario : cases()) {
        CAPTURE(scenario.id);
        const Courses courses = courses_of(scenario);
        const Summary &summary = courses.summary();
        const Bounds bounds = bounds_of(scenario);
        CHECK(summary.best_paths >= 1);
        CHECK(summary.top_band_paths >= summary.best_paths);
        CHECK(summary.paths >= summary.top_band_paths);
        CHECK(summary.overall.min <= summary.overall.random_mean);
        CHECK(summary.overall.random_mean <= summary.overall.max);
        CHECK(bounds.overall >= summary.overall.max);
        double probability = 0.0;
        for (const EndingChance &chance : summary.endings) {
            probability += chance.random_probability;
            CHECK(chance.is_reachable == (chance.random_probability > 0.0));
        }
        if (summary.dead_ends.empty()) CHECK(is_close(probability, 1.0));
        double mean = 0.0;
        for (std::size_t i = 0; i < kPointCount; ++i) {
            mean += summary.points[i].random_mean;
            CHECK(bounds.points[i] >= summary.points[i].max);
        }
        CHECK(is_close(mean, summary.overall.random_mean));

        const auto outlook = courses.outlook(engine::begin(scenario));
        REQUIRE(outlook);
        CHECK(outlook->overall == summary.overall.max);
        CHECK(outlook->best_courses == summary.best_paths);
        for (std::size_t i = 0; i < kPointCount; ++i) CHECK(outlook->points[i] == summary.points[i].max);
        for (std::size_t i = 0; i < kCellCount; ++i) CHECK(outlook->cells[i] == summary.cells[i].max);
    }
}
