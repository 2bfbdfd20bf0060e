#include "view/workshop_view.h"

#include <doctest/doctest.h>

#include "view/file_chooser_view.h"
#include "view/workshop_form.h"
#include "view/workshop_play_view.h"

using namespace tsunagi;
using namespace tsunagi::model;
using namespace tsunagi::view;

namespace {

Workshop three_groups() {
    Workshop workshop;
    workshop.groups = {{GroupId("a"), "A"}, {GroupId("b"), "B"}, {GroupId("c"), "C"}};
    return workshop;
}

GroupRun run(const char *group, bool is_over) {
    GroupRun made;
    made.group = GroupId(group);
    made.is_over = is_over;
    return made;
}

} // namespace

TEST_CASE("a date is taken as people type it, and only if there is such a day") {
    CHECK(date_from("2026-11-23") == "2026-11-23");
    CHECK(date_from(" 2026/1/3 ") == "2026-01-03");
    CHECK(date_from("2024.2.29") == "2024-02-29");
    for (const char *wrong : {"", "2026-02-29", "1900-02-29", "2026-13-01", "2026-04-31", "2026-00-10", "2026-1",
                              "tomorrow", "2026-11-23-1", "26-11-23", "2026--3", "99999-1-1"})
        CHECK_MESSAGE(!date_from(wrong), wrong);
    CHECK(date_from("2000-02-29") == "2000-02-29");
}

TEST_CASE("members: whole numbers from 1 to 999") {
    CHECK(members_from(" 12 ") == 12);
    CHECK(members_from("999") == 999);
    for (const char *wrong : {"", "0", "1000", "-3", "2.5", "four", "99999999999"})
        CHECK_MESSAGE(!members_from(wrong), wrong);
}

TEST_CASE("who is next: in the order of the list, those who have finished left out, oneself last") {
    const Workshop workshop = three_groups();
    CHECK(next_group(workshop, {}, GroupId("a"))->id.value == "b");
    CHECK(next_group(workshop, {}, GroupId("c"))->id.value == "a");
    CHECK(next_group(workshop, {run("b", true)}, GroupId("a"))->id.value == "c");
    CHECK(next_group(workshop, {run("b", true), run("c", true)}, GroupId("a"))->id.value == "a");
    CHECK(next_group(workshop, {run("a", true), run("b", true), run("c", true)}, GroupId("a")) == nullptr);
    CHECK(next_group(workshop, {run("b", false)}, GroupId("a"))->id.value == "b");
    CHECK(next_group(Workshop{}, {}, GroupId("a")) == nullptr);
}

TEST_CASE("the clock changes every second, calmly once a minute, and not at all once time is up") {
    CHECK(seconds_to_next_clock(125, false) == 1);
    CHECK(seconds_to_next_clock(125, true) == 5);
    CHECK(seconds_to_next_clock(120, true) == 60);
    CHECK(seconds_to_next_clock(59, true) == 59);
    CHECK_FALSE(seconds_to_next_clock(0, false));
    CHECK_FALSE(seconds_to_next_clock(0, true));
}

TEST_CASE("an outcome without results keeps what happened and nothing that judges") {
    OutcomeView outcome;
    outcome.consequences = {"she came back"};
    outcome.changes = {"trust"};
    outcome.rationale = "why";
    outcome.option_class = ClassView{};
    outcome.findings = {"f"};
    outcome.reasons.emplace_back();
    outcome.points.emplace_back();
    outcome.cells.emplace_back();
    outcome.safety.emplace_back();
    outcome.handbook_team = "team";
    outcome.prompts = {"p"};
    outcome.view_needed = "v";
    const OutcomeView kept = without_results(outcome);
    CHECK(kept.consequences.size() == 1);
    CHECK(kept.changes.size() == 1);
    CHECK(kept.rationale == "why");
    CHECK_FALSE(kept.option_class);
    CHECK(kept.findings.empty());
    CHECK(kept.reasons.empty());
    CHECK(kept.points.empty());
    CHECK(kept.cells.empty());
    CHECK(kept.safety.empty());
    CHECK(kept.handbook_team.empty());
    CHECK(kept.prompts.empty());
    CHECK(kept.view_needed.empty());
}

TEST_CASE("a long path is shortened in the middle, by characters and not by bytes") {
    CHECK(shortened_path("/home/me", 20) == "/home/me");
    const std::string path = "/media/me/USB/2026/workshop/groups/collected";
    const std::string shown = shortened_path(path, 30);
    CHECK(shown.size() == 30);
    CHECK(shown.substr(0, 10) == path.substr(0, 10));
    CHECK(shown.substr(shown.size() - 15) == path.substr(path.size() - 15));
}

TEST_CASE("decisions that a group took itself: neither those given nor those read") {
    Session session;
    session.decisions = {{SceneId("a"), ReadAnswer{}, {}},
                         {SceneId("b"), OneAnswer{OptionId("x")}, {}},
                         {SceneId("c"), OneAnswer{OptionId("y")}, {}, 0, true}};
    CHECK(decided_count(session) == 1);
}
