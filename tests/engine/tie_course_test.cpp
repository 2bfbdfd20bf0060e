// The network's course: which change belongs to which moment.
#include "engine/tie_course.h"

#include "support/build.h"
#include "support/plays.h"
#include "support/show.h"

using namespace tsunagi;
using namespace tsunagi::engine;
using namespace tsunagi::model;
using namespace tsunagi::test;

namespace {

// Three scenes. "a" is changed by each decision, "b" on the way into the second scene, "c" by what follows the second
// decision, "d" on the way into the first scene, "e" never.
Scenario small_case() {
    Scene first = scene("first", choose_one({option("go", "acceptable", {}, {tie_status("a", "active", "met")})}),
                        {to_scene("second")});
    first.on_enter = {tie_strength("d", "strong", "before the story")};
    Scene second = scene("second", choose_one({option("go", "acceptable", {}, {tie_strength("a", "weak", "busy")})}),
                         {to_scene("third")});
    second.months = 2;
    second.on_enter = {tie_status("b", "broken", "moved away")};
    second.after = {consequence("news", {tie_status("c", "active", "news"), pass_months(1)})};
    Scene third = scene("third", ReadOn{}, {to_ending("end")});
    third.months = 3;
    Scenario made = scenario({first, second, third}, {ending("end")});
    made.ties = {tie("a", "normal", "planned"), tie("b"), tie("c", "normal", "hidden"), tie("d"), tie("e")};
    return made;
}

Progress played(const Scenario &scenario, std::size_t count) {
    std::vector<Decision> decisions = {decide("first", one("go")), decide("second", one("go")),
                                       decide("third", read_on())};
    decisions.resize(count);
    auto progress = fold(scenario, decisions);
    REQUIRE(progress.is_ok());
    return std::move(progress).value();
}

using Lines = std::vector<std::string>;

// "a: met", in order.
Lines changes_of(const TieMoment &moment) {
    Lines lines;
    for (const TieChanged &change : moment.changes) lines.push_back(change.tie.value + ": " + change.because);
    return lines;
}

TieStatus status(const TieMoment &moment, const char *tie) { return moment.ties.at(TieId(tie)).status; }
TieStrength strength(const TieMoment &moment, const char *tie) { return moment.ties.at(TieId(tie)).strength; }

} // namespace

TEST_CASE("there is a moment at the beginning and one after each decision, with its month") {
    const Scenario scenario = small_case();
    for (std::size_t count = 0; count <= 3; ++count) {
        const std::vector<TieMoment> course = tie_course(played(scenario, count));
        REQUIRE(course.size() == count + 1);
        for (std::size_t i = 0; i <= count; ++i) {
            CHECK(course[i].decisions == i);
            CHECK(course[i].ties.size() == 5);
        }
    }
    const std::vector<TieMoment> course = tie_course(played(scenario, 3));
    // Two months on the way into the second scene; one by its decision and three on the way into the third.
    CHECK(course[0].month == 0);
    CHECK(course[1].month == 2);
    CHECK(course[2].month == 6);
    CHECK(course[3].month == 6);
}

TEST_CASE("a change belongs to the decision that made it, or to the one that led into the scene") {
    const Scenario scenario = small_case();
    const std::vector<TieMoment> course = tie_course(played(scenario, 3));
    CHECK(changes_of(course[0]) == Lines{"d: before the story"});
    CHECK(changes_of(course[1]) == Lines{"a: met", "b: moved away"});
    CHECK(changes_of(course[2]) == Lines{"a: busy", "c: news"});
    CHECK(changes_of(course[3]) == Lines{});

    CHECK(strength(course[0], "d") == TieStrength::strong);
    CHECK(status(course[0], "a") == TieStatus::planned);
    CHECK(status(course[1], "a") == TieStatus::active);
    CHECK(strength(course[1], "a") == TieStrength::normal);
    CHECK(strength(course[2], "a") == TieStrength::weak);
    CHECK(status(course[0], "b") == TieStatus::active);
    CHECK(status(course[1], "b") == TieStatus::broken);
    CHECK(status(course[1], "c") == TieStatus::hidden);
    CHECK(status(course[2], "c") == TieStatus::active);
    CHECK(course[3].ties == course[2].ties);
}

TEST_CASE("where a tie's state comes from: its last change up to the moment asked about") {
    const Scenario scenario = small_case();
    const std::vector<TieMoment> course = tie_course(played(scenario, 3));
    const auto origin = [&](std::size_t moment, const char *tie) {
        const TieOrigin found = origin_of(course, moment, TieId(tie));
        return found.change == nullptr ? std::string("-") : std::to_string(found.moment) + " " + found.change->because;
    };
    CHECK(origin(0, "a") == "-");
    CHECK(origin(1, "a") == "1 met");
    CHECK(origin(2, "a") == "2 busy");
    CHECK(origin(3, "a") == "2 busy");
    CHECK(origin(3, "b") == "1 moved away");
    CHECK(origin(0, "d") == "0 before the story");
    CHECK(origin(3, "d") == "0 before the story");
    CHECK(origin(3, "e") == "-");
    CHECK(origin(3, "nobody") == "-");
    CHECK(origin(99, "a") == "2 busy"); // beyond the end: the end
}

TEST_CASE("of two changes of a tie by one decision the later one is its origin") {
    Scenario scenario = one_scene(choose_one(
        {option("go", "acceptable", {}, {tie_strength("a", "strong", "once"), tie_strength("a", "weak", "then")})}));
    scenario.ties = {tie("a")};
    const auto progress = fold(scenario, {decide("scene", one("go"))});
    REQUIRE(progress.is_ok());
    const std::vector<TieMoment> course = tie_course(*progress);
    CHECK(changes_of(course[1]) == Lines{"a: once", "a: then"});
    CHECK(origin_of(course, 1, TieId("a")).change->because == "then");
    CHECK(strength(course[1], "a") == TieStrength::weak);
}

TEST_CASE("while a decision is looked back on, nothing of the next scene's is there yet") {
    const Scenario scenario = small_case();
    const Progress after = played(scenario, 1);
    CHECK(status(tie_course(after).back(), "b") == TieStatus::broken);
    const std::vector<TieMoment> course = tie_course(before_next_scene(after));
    REQUIRE(course.size() == 2);
    CHECK(status(course.back(), "a") == TieStatus::active); // the decision's own
    CHECK(status(course.back(), "b") == TieStatus::active); // the next scene's
    CHECK(changes_of(course.back()) == Lines{"a: met"});
    CHECK(course.back().month == 0);
}

TEST_CASE("in every stored play of every case the course ends as the story does, moment by moment") {
    for (const StoredCase &each : stored_cases())
        for (const StoredPlay &play : each.plays) {
            CAPTURE(each.name);
            CAPTURE(play.name);
            const Progress &progress = play.progress;
            const std::vector<TieMoment> course = tie_course(progress);
            REQUIRE(course.size() == progress.played.size() + 1);
            CHECK(course.back().ties == progress.state.ties);
            CHECK(course.back().month == progress.state.months);
            CHECK(course.front().ties == begin(*each.scenario).state.ties);
            // A moment is what the session shows when it has come so far, be it looking back or going on.
            std::vector<Decision> decisions;
            for (std::size_t i = 0; i < progress.played.size(); ++i) {
                decisions.push_back(progress.played[i].decision);
                const auto so_far = fold(*each.scenario, decisions);
                REQUIRE(so_far.is_ok());
                CHECK(course[i + 1].ties == so_far->state.ties);
                CHECK(course[i + 1].month == so_far->state.months);
                CHECK(tie_course(before_next_scene(*so_far)).back().ties == progress.played[i].state_after.ties);
            }
        }
}
