// What stands behind the review's screens, without them: which sessions are compared, merging, presenting, the clock.

#include "app/workshop_review.h"

#include <doctest/doctest.h>

#include "gui/program.h"
#include "support/workshops.h"

using namespace tsunagi;
using namespace tsunagi::app;
using namespace tsunagi::model;

namespace {

std::shared_ptr<const Scenario> scenario() { return std::make_shared<const Scenario>(gui::material().scenario); }

Review review_of_made(const test::PlayedWorkshop &made) { return review_of(made.workshop, made.sessions, scenario()); }

WrittenText written(const std::string &minutes, std::vector<SceneNote> notes = {}) {
    return {std::move(notes), minutes};
}

constexpr const char *kBetween = "----";

} // namespace

TEST_CASE("one vote a group: of several sessions the finished one, else the one that has come furthest") {
    test::PlayedWorkshop made = test::played_workshop();
    Session longer = made.sessions[0];
    longer.id = SessionId("again");
    made.sessions[0].decisions.resize(5); // under way
    made.sessions.push_back(longer);      // finished
    Session exploration = made.sessions[1];
    exploration.id = SessionId("exploration");
    exploration.kind = SessionKind::exploration;
    made.sessions.push_back(exploration);
    const Review review = review_of_made(made);
    REQUIRE(review.runs.size() == 6);
    CHECK(review.runs[0].session == SessionId("again"));
    CHECK(review.material.cohort.voices.size() == 6);
    CHECK(review.material.cohort.find(SceneId("take-on"))->votes.total == 6);
}

TEST_CASE("in a panel every session is a vote, and those of one name are told apart") {
    test::PlayedWorkshop made = test::played_workshop();
    made.workshop.settings.is_panel = true;
    Session second = made.sessions[0];
    second.id = SessionId("second");
    made.sessions.push_back(second);
    const Review review = review_of_made(made);
    REQUIRE(review.material.cohort.voices.size() == 7);
    CHECK(review.material.cohort.voices[0].name == "公認心理師A");
    CHECK(review.material.cohort.voices[1].name == "公認心理師A 2");
    CHECK(review.material.cohort.find(SceneId("take-on"))->votes.total == 7);
}

TEST_CASE("another text of the case, what cannot be replayed and who has not begun stand apart by name") {
    test::PlayedWorkshop made = test::played_workshop();
    made.sessions[1].scenario_hash = "other";
    made.sessions[2].decisions[1].answer = OneAnswer{OptionId("no-such-option")};
    made.sessions.erase(made.sessions.begin() + 3);
    const Review review = review_of_made(made);
    CHECK(review.material.other_case == std::vector<std::string>{"公認心理師B"});
    CHECK(review.material.unreadable == std::vector<std::string>{"作業療法士A"});
    CHECK(review.material.not_begun == std::vector<std::string>{"作業療法士B"});
    CHECK(review.material.cohort.voices.size() == 3);
}

TEST_CASE("without the case, or without sessions, everything is empty and nothing fails") {
    const test::PlayedWorkshop made = test::played_workshop();
    const Review missing = review_of(made.workshop, made.sessions, nullptr);
    CHECK(missing.runs.empty());
    CHECK(missing.material.cohort.decisions.empty());
    const Review none = review_of(made.workshop, {}, scenario());
    CHECK(none.runs.empty());
    CHECK(none.material.not_begun.size() == 6);
    CHECK(Presentation(none.material, {}).is_over());
}

TEST_CASE("given decisions are nobody's votes and nobody's words") {
    test::PlayedWorkshop made = test::played_workshop();
    for (Session &session : made.sessions)
        for (Decision &decision : session.decisions)
            if (decision.scene == SceneId("take-on")) decision.is_given = true;
    const Review review = review_of_made(made);
    CHECK(review.material.cohort.find(SceneId("take-on"))->votes.total == 0);
    CHECK(review.material.answers.count(SceneId("take-on")) == 0);
}

TEST_CASE("what a run gave away is the best there was less what it earned; decisions that were given count as nobody's "
          "loss") {
    const auto courses = analysis::Courses::explore(gui::material().scenario);
    REQUIRE(courses.is_ok());
    const Review review = review_of_made(test::played_workshop());
    // Over a whole course the losses add up to the best of the case less what was earned.
    const auto progress = engine::fold(gui::material().scenario, review.runs[0].decisions);
    REQUIRE(progress.is_ok());
    int earned = 0;
    for (const engine::PlayedDecision &played : progress->played)
        for (const int points : played.earned.points) earned += points;
    CHECK(lost_by(*courses, review.runs[0].decisions).value_or(-1) == courses->summary().overall.max - earned);
    const auto lost = lost_by(*courses, review.runs[4].decisions);
    REQUIRE(lost.has_value());
    CHECK(*lost > 0);
    std::vector<Decision> given = review.runs[4].decisions;
    for (Decision &decision : given) decision.is_given = true;
    CHECK(lost_by(*courses, given) == 0);
    given.front().scene = SceneId("nowhere");
    CHECK_FALSE(lost_by(*courses, given).has_value());
}

TEST_CASE("a presentation goes on and back step by step and ends behind the last one") {
    const Review review = review_of_made(test::played_workshop());
    Presentation presentation(review.material, {0, 1});
    std::size_t steps = 0;
    while (!presentation.is_over()) {
        ++steps;
        presentation.next();
    }
    CHECK(steps == view::presenter_steps(review.material, 0).size() + view::presenter_steps(review.material, 1).size());
    presentation.next(); // nothing
    presentation.back();
    REQUIRE_FALSE(presentation.is_over());
    CHECK(presentation.place() == 1);
    CHECK(presentation.step() == view::PresenterStep::prompts);
    presentation.first();
    presentation.back(); // nothing
    CHECK(presentation.place() == 0);
    CHECK(presentation.step() == view::PresenterStep::question);
}

TEST_CASE("the clock goes on past its end") {
    Timer timer(300);
    CHECK(timer.seconds_left(0) == 300);
    timer.start(1000);
    CHECK(timer.seconds_left(1000) == 300);
    CHECK(timer.seconds_left(1999) == 300);
    CHECK(timer.seconds_left(2000) == 299);
    CHECK(timer.seconds_left(311'000) == -10);
    timer.stop();
    CHECK_FALSE(timer.is_running());
}

TEST_CASE("merging: what one side changed is taken from it; where both did, both texts stay") {
    const WrittenText base = written("はじめ", {{SceneId("a"), "甲"}});
    SUBCASE("only here") {
        const MergedText both = merged(base, written("はじめと続き", {{SceneId("a"), "甲"}}), base, kBetween);
        CHECK(both.text.minutes == "はじめと続き");
        CHECK_FALSE(both.kept_both);
    }
    SUBCASE("only there") {
        const MergedText both =
            merged(base, base, written("別", {{SceneId("a"), "乙"}, {SceneId("b"), "丙"}}), kBetween);
        CHECK(both.text.minutes == "別");
        CHECK(note_of(both.text, SceneId("a")) == "乙");
        CHECK(note_of(both.text, SceneId("b")) == "丙");
        CHECK_FALSE(both.kept_both);
    }
    SUBCASE("different fields") {
        const MergedText both =
            merged(base, written("ここ", {{SceneId("a"), "甲"}}), written("はじめ", {{SceneId("a"), "乙"}}), kBetween);
        CHECK(both.text.minutes == "ここ");
        CHECK(note_of(both.text, SceneId("a")) == "乙");
        CHECK_FALSE(both.kept_both);
    }
    SUBCASE("the same field") {
        const MergedText both = merged(base, written("ここ"), written("そこ", {{SceneId("a"), "甲"}}), kBetween);
        CHECK(both.text.minutes == "ここ\n----\nそこ");
        CHECK(note_of(both.text, SceneId("a")).empty()); // taken away here, unchanged there
        CHECK(both.kept_both);
    }
    SUBCASE("one goes on where the other ends") {
        const MergedText both = merged(base, written("はじめ一二"), written("はじめ一"), kBetween);
        CHECK(both.text.minutes == "はじめ一二");
        CHECK_FALSE(both.kept_both);
    }
}
