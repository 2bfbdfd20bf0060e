// What the exact analysis finds wrong with a case: each code from a case made for it, in both languages, and where.
#include <algorithm>
#include <filesystem>
#include <set>

#include <doctest/doctest.h>

#include "content/fixture.h"
#include "content/validity.h"
#include "support/build.h"

using namespace tsunagi;
using namespace tsunagi::test;

namespace {

/// A scene of three options that earn 0, 2 and 1: choosing without thinking earns half at most.
model::Scene fair_scene(const char *id, const char *next, bool goes_to_ending) {
    return scene(id,
                 choose_one({option("a", "missed"), option("b", "recommended", points({{1, 2}})),
                             option("c", "acceptable", points({{1, 1}}))}),
                 {goes_to_ending ? to_ending(next) : to_scene(next)});
}

/// Two such scenes; the handbook's course takes the best of both.
model::Scenario fair_case() {
    model::Scenario made = scenario({fair_scene("s1", "s2", false), fair_scene("s2", "end", true)}, {ending("end")});
    made.endings.front().kind = model::EndingKind::handbook;
    made.handbook_course = {model::EndingId("end"), {decide("s1", one("b")), decide("s2", one("b"))}};
    return made;
}

std::string problems_of(const model::Scenario &made, const std::string &only = {}) {
    content::ScenarioFile file;
    file.path = "made.json";
    file.scenario = made;
    file.canonical_json = "{}";
    std::string found;
    for (const base::Problem &problem : content::validity_problems(file, content::analyse(*file.scenario)))
        if (only.empty() || problem.code == only) found += summary({problem});
    return found;
}

} // namespace

TEST_CASE("validity: one course at 90 % alone is too few, two are enough") {
    // b b earns 4 of 4; b c and c b earn 3 of 4: 75 %.
    CHECK(problems_of(fair_case(), "too-few-good-courses") == "error too-few-good-courses \n");
    model::Scenario made = fair_case();
    std::get<model::ChooseOne>(made.scenes[0].interaction).options[2].credit = points({{1, 2}});
    CHECK(problems_of(made, "too-few-good-courses").empty());
}

TEST_CASE("validity: the handbook's course must earn nine tenths of every point and reach its outcome") {
    model::Scenario made = fair_case();
    made.handbook_course.decisions[1] = decide("s2", one("c"));
    CHECK(problems_of(made, "handbook-below-band") == "error handbook-below-band /handbook_course\n");
    CHECK(problems_of(fair_case(), "handbook-below-band").empty());
    made.endings.front().kind = model::EndingKind::partial;
    CHECK(problems_of(made, "handbook-outcome") == "error handbook-outcome /handbook_course\n");
    CHECK(problems_of(fair_case(), "handbook-outcome").empty());
}

TEST_CASE("validity: a case in which a rule without thought does well says which") {
    model::Scenario made = fair_case();
    for (model::Scene &each : made.scenes) {
        std::vector<model::Option> &options = std::get<model::ChooseOne>(each.interaction).options;
        std::swap(options[0], options[1]); // the best one stands first
    }
    content::ScenarioFile file;
    file.scenario = made;
    file.canonical_json = "{}";
    std::set<std::string> strategies;
    for (const base::Problem &problem : content::validity_problems(file, content::analyse(*file.scenario)))
        if (problem.code == "strategy-too-good") strategies.insert(problem.args.at("strategy"));
    // All texts are of one length, so that the first is the longest and the shortest, too. Where a rule says nothing
    // it plays as chance does: (0 + 2 + 1) / 3 of 2 in each scene, 50 %; chance may have 45 %.
    CHECK(strategies == std::set<std::string>{"first", "longest", "shortest", "random"});
}

TEST_CASE("validity: what no course comes to, and where a course finds nothing to answer") {
    model::Scenario made = fair_case();
    // The flag is never set.
    made.scenes[0].next = {to_scene("lost", flag_is_set("no")), to_ending("never", flag_is_set("no")), to_scene("s2")};
    made.scenes.push_back(fair_scene("lost", "end", true));
    made.endings.push_back(ending("never"));
    std::vector<model::Option> &options = std::get<model::ChooseOne>(made.scenes[1].interaction).options;
    options[2].when = flag_is_set("no");
    CHECK(problems_of(made, "never-entered") == "error never-entered /scenes/2\n");
    CHECK(problems_of(made, "never-ends-so") == "error never-ends-so /endings/1\n");
    CHECK(problems_of(made, "never-taken") == "warning never-taken /scenes/1/interaction/options/2\n");
    CHECK(problems_of(made, "no-answer-left").empty());
    // Who took "a" finds no option left.
    for (model::Option &each : options) each.when = not_of(taken("s1", "a"));
    CHECK(problems_of(made, "no-answer-left") == "error no-answer-left /scenes/1/interaction\n");
}

TEST_CASE("validity: a gauge that moves and changes nothing") {
    model::Scenario made = fair_case();
    CHECK(problems_of(made, "gauge-without-effect").empty()); // what does not move promises nothing
    std::get<model::ChooseOne>(made.scenes[0].interaction).options[1].effects = {move_gauge("trust", 1)};
    CHECK(problems_of(made, "gauge-without-effect") == "warning gauge-without-effect /gauges\n");
    made.scenes[1].text.push_back(paragraph("more trust", gauge_within("trust", 6, {})));
    CHECK(problems_of(made, "gauge-without-effect").empty());
}

TEST_CASE("validity: a case too large for the analysis can still be played, and is told so") {
    content::ScenarioFile file;
    file.scenario = fair_case();
    file.canonical_json = "{}";
    const base::Problems problems = content::validity_problems(file, base::Error{"analysis-too-large", "live_states"});
    CHECK(summary(problems) == "warning analysis-too-large \n");
    CHECK(problems.front().args.at("limit") == "live_states");
}

TEST_CASE("validity: the installed cases have nothing wrong, and their figures keep to the limits with room") {
    for (const content::ScenarioFile &file :
         content::load_library(std::filesystem::path(TSUNAGI_SOURCE_DIR) / "scenarios", handbook())) {
        CAPTURE(file.path);
        REQUIRE(file.is_playable());
        const auto analysis = content::analyse(*file.scenario);
        REQUIRE(analysis.is_ok());
        CHECK(summary(content::validity_problems(file, analysis)) == "");
        // The limits of product.md, said again here: to change them in the code must not go unseen.
        CHECK(analysis->handbook.matches_outcome);
        for (const auto &percent : analysis->handbook.points_percent) CHECK(percent.value_or(0.0) >= 90.0);
        CHECK(analysis->courses.summary().top_band_paths >= 2);
        REQUIRE(analysis->strategies.size() == 9);
        for (const analysis::StrategyFigure &figure : analysis->strategies)
            CHECK(figure.overall_percent <= (figure.strategy == analysis::Strategy::random ? 45.0 : 60.0));
    }
}
