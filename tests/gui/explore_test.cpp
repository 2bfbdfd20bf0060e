// One goes back only by exploring: a session of its own, while the first run stays as it was.

#include "gui/program.h"

#include <algorithm>

#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace tsunagi;
using namespace tsunagi::gui;
using namespace tsunagi::model;
using Screen = app::Shell::Screen;

namespace {

std::string json_of(const Session &session) { return content::session_to_json(session); }

} // namespace

TEST_CASE("looking back on the last decision does not let one change it") {
    Home home;
    home.seed(1);
    Program program(home);
    program.driver().click("library.resume.cpp-1");
    program.answer(material().course[1]);
    const std::string first = json_of(home.session());
    program.go_on();
    program.driver().click("play.last-outcome");
    CHECK(program.shows_outcome());
    for (const auto &item : program.driver().items()) CHECK(item.key.find("play.option") == std::string::npos);
    program.driver().press(ImGuiKey_2);
    program.go_on();
    CHECK(program.scene() == material().course[2].scene.value);
    CHECK(json_of(home.session()) == first);
}

TEST_CASE("an exploration shares the decisions before it, goes another way, and leaves the first run as it was") {
    Home home;
    home.seed(material().course.size() - 1);
    Program program(home);
    Driver &driver = program.driver();
    driver.click("library.resume.cpp-1");
    program.play(material().course.size() - 1, material().course.size());
    REQUIRE(program.screen() == Screen::debrief);
    driver.click("debrief.self.what");
    driver.type("最初の記録のふりかえり");
    program.rest();
    const Session first = home.session();
    CHECK(first.self_debrief.what == "最初の記録のふりかえり");
    const std::string before = json_of(first);

    // Row 2 of the debrief: reading scenes have no row, so the decision behind it is another number.
    driver.click("debrief.decision.2");
    driver.click("debrief.explore.2");
    REQUIRE(program.screen() == Screen::play);
    REQUIRE(home.sessions().size() == 2);
    const Session exploration = home.sessions().back();
    CHECK(exploration.kind == SessionKind::exploration);
    REQUIRE(exploration.branch.has_value());
    CHECK(exploration.branch->session == first.id);
    const auto shared = static_cast<std::size_t>(exploration.branch->decision_count);
    REQUIRE(exploration.decisions.size() == shared);
    for (std::size_t i = 0; i < shared; ++i)
        CHECK(content::decision_to_json(exploration.decisions[i]) == content::decision_to_json(first.decisions[i]));
    CHECK(program.scene() == first.decisions[shared].scene.value);
    CHECK(program.shows_text("play.exploration"));
    CHECK(json_of(home.sessions().front()) == before);

    // Another way than before.
    const auto &choice = std::get<ChooseOne>(program.shell().run()->progress.scene->interaction);
    const auto &taken = std::get<OneAnswer>(first.decisions[shared].answer).option;
    const auto other = std::find_if(choice.options.begin(), choice.options.end(), [&](const Option &option) {
        return option.id != taken && option.when.is_always();
    });
    REQUIRE(other != choice.options.end());
    program.answer({program.shell().run()->progress.scene->id, OneAnswer{other->id}, "試しに", 0});
    CHECK(program.driver().shows(other->reason));
    program.go_on();
    CHECK(json_of(home.sessions().front()) == before);
    CHECK(home.sessions().back().decisions.size() == shared + 1);

    program.close();
    Program next(home);
    next.driver().click("bar.history");
    CHECK(next.driver().shows(next.text("session_kind.exploration")));
    CHECK(json_of(home.sessions().front()) == before);
}

TEST_CASE("a second full run of the same learner is a replay, another learner's is a first one") {
    Home home;
    Program program(home);
    program.begin_case("あおい"); // a false start: nothing is decided
    program.driver().click("bar.library");
    program.begin_case("あおい");
    program.play(0, 1);
    program.driver().click("bar.library");
    program.begin_case("あおい");
    program.driver().click("bar.library");
    program.begin_case("そら");
    const auto sessions = home.sessions();
    REQUIRE(sessions.size() == 4);
    CHECK(sessions[0].kind == SessionKind::first);
    CHECK(sessions[1].kind == SessionKind::first);
    CHECK(sessions[2].kind == SessionKind::replay);
    CHECK(sessions[3].kind == SessionKind::first);
    CHECK(sessions[3].learner.nickname == "そら");
}
