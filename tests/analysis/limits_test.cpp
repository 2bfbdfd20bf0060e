// When an exact analysis is too much, and when somebody does not want to wait for it.

#include <limits>
#include <string>

#include "analysis/courses.h"
#include "support/build.h"
#include "support/show.h"

using namespace tsunagi;
using namespace tsunagi::analysis;
using namespace tsunagi::model;
using namespace tsunagi::test;

namespace {

// Twelve flags that may be set or left, and twelve scenes that ask for one each: all 4,096 states of the flags are live
// in between.
Scenario many_flags() {
    const int count = 12;
    std::vector<Scene> scenes;
    const auto name = [](const char *stem, int i) { return stem + std::to_string(i); };
    for (int i = 0; i < count; ++i) {
        const std::string next = i + 1 < count ? name("set", i + 1) : name("ask", 0);
        scenes.push_back(scene(name("set", i).c_str(),
                               choose_one({option("yes", "recommended", {}, {set_flag(name("flag", i).c_str())}),
                                           option("no", "acceptable", points({{2, 1}}))}),
                               {to_scene(next.c_str())}));
    }
    for (int i = 0; i < count; ++i) {
        Option first = option("first", "recommended", points({{1, 1}}));
        first.when = flag_is_set(name("flag", i).c_str());
        scenes.push_back(scene(name("ask", i).c_str(), choose_one({first, option("second")}),
                               {i + 1 < count ? to_scene(name("ask", i + 1).c_str()) : to_ending("end")}));
    }
    Scenario made = scenario(std::move(scenes), {ending("end")});
    for (int i = 0; i < count; ++i) made.flags.emplace_back().id = FlagId(name("flag", i));
    return made;
}

std::string error_of(const base::Result<Courses> &courses) { return courses ? "none" : courses.error().code; }

} // namespace

TEST_CASE("a story that is large but within the budget") {
    const Scenario story = many_flags();
    const auto courses = Courses::explore(story);
    REQUIRE(courses);
    // For each flag: set, then two ways to go on; or not set, then one.
    CHECK(courses->summary().paths == 531'441); // 3^12
    CHECK(courses->summary().overall.max == 12);
    CHECK(courses->summary().overall.min == 0);
    CHECK(courses->summary().best_paths == 4'096); // each flag set and asked for, or left
}

TEST_CASE("what goes beyond the budget says which limit it was") {
    const Scenario story = many_flags();
    const auto over = [&](const Budget &budget) {
        const auto courses = Courses::explore(story, budget);
        REQUIRE_FALSE(courses);
        CHECK(courses.error().code == "analysis-too-large");
        return courses.error().detail;
    };
    Budget states;
    states.live_states = 10;
    const std::string by_states = over(states);
    Budget transitions;
    transitions.transitions = 10;
    const std::string by_transitions = over(transitions);
    Budget steps;
    steps.answer_steps = 3;
    const std::string by_steps = over(steps);
    CHECK_FALSE(by_states.empty());
    CHECK(by_states != by_transitions);
    CHECK(by_states != by_steps);
    CHECK(by_transitions != by_steps);
}

TEST_CASE("a scene with too many answers to look at is too large, and not slow") {
    // Points that can each fall are followed apart; with different credits nothing can be merged.
    ChooseMany choice;
    for (int i = 0; i < 60; ++i) {
        Option item = option(("i" + std::to_string(i)).c_str());
        for (std::size_t point = 0; point < kPointCount; ++point)
            item.credit.points[point] = ((i * 37 + static_cast<int>(point) * 11) % 23) - 11;
        choice.items.push_back(item);
    }
    const Scenario story = one_scene(choice);
    Budget budget;
    budget.answer_steps = 100'000;
    CHECK(error_of(Courses::explore(story, budget)) == "analysis-too-large");
    const Bounds bounds = bounds_of(story);
    CHECK(bounds.overall > 0);
}

TEST_CASE("a grid with more ways to fill it than a double can count has finite means") {
    // 30 by 20 places, four marks each: 4^600. One place earns 3 when it is shared.
    std::vector<std::string> names;
    for (int i = 0; i < 30; ++i) names.push_back("n" + std::to_string(i));
    AssignGrid made = grid(GridKind::sharing, {}, {}, {grid_cell("n0", "n0", {"share"}, points({{2, 3}}))});
    for (int i = 0; i < 30; ++i) {
        GridRow row;
        row.id = RowId(names[static_cast<std::size_t>(i)]);
        made.rows.push_back(row);
    }
    for (int i = 0; i < 20; ++i) {
        GridColumn column;
        column.id = ColumnId(names[static_cast<std::size_t>(i)]);
        made.columns.push_back(column);
    }
    const Scenario story = one_scene(made);
    const auto courses = Courses::explore(story);
    REQUIRE(courses);
    const Summary &summary = courses->summary();
    Count ways = 1;
    for (int i = 0; i < 600; ++i) ways *= 4;
    CHECK(summary.paths == ways);
    CHECK(summary.best_paths == ways / 4);
    CHECK(summary.points[1].random_mean == doctest::Approx(0.75));
    CHECK(summary.endings[0].random_probability == doctest::Approx(1.0));
}

TEST_CASE("so many scores that the top band cannot be counted is too large as well, and is noticed before it is slow") {
    // A hundred scenes of forty items, each worth a hundred on every point: the highest score is 2,400,000.
    std::vector<Scene> scenes;
    std::vector<std::string> names;
    for (int i = 0; i <= 100; ++i) names.push_back("s" + std::to_string(i));
    for (int i = 0; i < 100; ++i) {
        ChooseMany choice;
        for (int item = 0; item < 40; ++item) {
            Option each = option(("i" + std::to_string(item)).c_str());
            each.credit.points.fill(100);
            choice.items.push_back(each);
        }
        const char *next = names[static_cast<std::size_t>(i) + 1].c_str();
        scenes.push_back(
            scene(names[static_cast<std::size_t>(i)].c_str(), choice, {i < 99 ? to_scene(next) : to_ending("end")}));
    }
    const Scenario story = scenario(std::move(scenes), {ending("end")});
    const auto courses = Courses::explore(story);
    REQUIRE_FALSE(courses);
    CHECK(courses.error().code == "analysis-too-large");
    CHECK(courses.error().detail == "scores");
    CHECK(bounds_of(story).overall == 2'400'000);
    // Without that limit the figures are there, and whoever waits is asked all along, in the last part too.
    Budget budget;
    budget.scores = 1'000'000'000;
    double last = 0.0;
    int calls_late = 0;
    const auto watch = [&](double done) {
        last = done;
        if (done >= 0.8) ++calls_late;
        return calls_late < 20;
    };
    const auto stopped = Courses::explore(story, budget, watch);
    REQUIRE_FALSE(stopped);
    CHECK(stopped.error().code == "analysis-stopped");
}

TEST_CASE("an analysis stops when it is told to, and tells how far it is") {
    const Scenario story = many_flags();
    int calls = 0;
    double last = 0.0;
    bool is_within = true;
    bool never_goes_back = true;
    const auto watch = [&](double done) {
        ++calls;
        is_within = is_within && done >= 0.0 && done <= 1.0;
        never_goes_back = never_goes_back && done >= last;
        last = done;
        return true;
    };
    REQUIRE(Courses::explore(story, {}, watch));
    CHECK(calls > 2);
    CHECK(is_within);
    CHECK(never_goes_back);

    int until = 2;
    const auto stopped = Courses::explore(story, {}, [&](double) { return --until > 0; });
    CHECK(error_of(stopped) == "analysis-stopped");
    CHECK(until == 0); // and does not ask again
}

TEST_CASE("a story that leads back to itself is no story to analyse") {
    const Scenario story = scenario(
        {scene("a", choose_one({option("x"), option("y")}), {to_scene("b", taken("a", "x")), to_ending("end")}),
         scene("b", ReadOn{}, {to_scene("a")})},
        {ending("end")});
    CHECK(error_of(Courses::explore(story)) == "analysis-cycle");
}

TEST_CASE("bounds leave conditions aside") {
    // The better option is locked for ever; the bound counts it all the same.
    Option locked = option("locked", "recommended", points({{1, 5}, {2, 1}}) + cell("ot.direct.team", 3));
    locked.when = flag_is_set("never");
    Scenario story = scenario(
        {scene("a", choose_one({locked, option("open", "acceptable", points({{1, 2}}))}),
               {to_scene("b", taken("a", "locked")), to_ending("end")}),
         scene("b", choose_one({option("x", "recommended", points({{1, 1}})), option("y")}), {to_ending("end")})},
        {ending("end")});
    story.flags.emplace_back().id = FlagId("never");
    const Bounds bounds = bounds_of(story);
    CHECK(bounds.overall >= 7);
    CHECK(bounds.points[0] >= 6);
    CHECK(bounds.points[1] >= 1);
    CHECK(bounds.points[2] == 0);
    CHECK(bounds.cells[*cell_from_id("ot.direct.team")] >= 3);
}
