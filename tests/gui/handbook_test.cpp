// The reference as one uses it: browsing, searching, from a reason to its entry and from an entry to a decision.

#include "gui/program.h"

#include <doctest/doctest.h>

using namespace tsunagi;
using namespace tsunagi::gui;
using namespace tsunagi::model;
using Screen = app::Shell::Screen;

namespace {

// By its id, which the search knows too.
void open_entry(Program &program, const std::string &id) {
    Driver &driver = program.driver();
    driver.click("handbook.search");
    driver.press(ImGuiMod_Ctrl | ImGuiKey_A);
    driver.type(id);
    driver.click("handbook.row." + id);
}

} // namespace

TEST_CASE("chapters and entries are reached by mouse") {
    Home home;
    Program program(home);
    Driver &driver = program.driver();
    driver.click("bar.handbook");
    REQUIRE(program.screen() == Screen::handbook);
    driver.click("handbook.row.page-models");
    CHECK(driver.shows(material().handbook.find("page-models")->summary));
    driver.click("handbook.chapter.6");
    driver.click("handbook.row.term-rapport");
    CHECK(driver.shows(material().handbook.find("term-rapport")->plain));
    driver.click("handbook.back-to");
    driver.click("handbook.back-to");
    CHECK(driver.shows(material().handbook.find("page-models")->summary));
    driver.click("handbook.return");
    CHECK(program.screen() == Screen::library);
}

TEST_CASE("everything is reached by keyboard: search, a result, the chapters") {
    Home home;
    Program program(home);
    Driver &driver = program.driver();
    driver.press_until_focused("bar.handbook");
    driver.press(ImGuiKey_Enter);
    REQUIRE(program.screen() == Screen::handbook);
    driver.press(ImGuiMod_Ctrl | ImGuiKey_F);
    driver.type("くらいしすぷらん");
    CHECK(driver.exists("handbook.row.term-crisis-plan"));
    driver.press_until_focused("handbook.row.term-crisis-plan");
    driver.press(ImGuiKey_Enter);
    CHECK(driver.shows(material().handbook.find("term-crisis-plan")->summary));
    driver.press_until_focused("handbook.clear");
    driver.press(ImGuiKey_Enter);
    CHECK(driver.exists("handbook.row.term-crisis-plan")); // its chapter is open now
    driver.press_until_focused("handbook.chapter.5");
    driver.press(ImGuiKey_Enter);
    CHECK(driver.shows(material().handbook.find("page-cochrane")->summary));
    driver.press(ImGuiMod_Alt | ImGuiKey_LeftArrow);
    CHECK(driver.shows(material().handbook.find("term-crisis-plan")->summary));
}

TEST_CASE("every page, and an entry of each other kind, opens beside the list and in its place") {
    Home home;
    Program program(home);
    Driver &driver = program.driver();
    driver.click("bar.handbook");
    for (const int width : {1280, 640}) {
        driver.resize(width, 800);
        for (const HandbookEntry &entry : material().handbook.entries) {
            if (entry.kind != HandbookKind::page && entry.kind != HandbookKind::fee && entry.id.value != "p1" &&
                entry.id.value != "cpp.planning.team" && entry.id.value != "f1" && entry.id.value != "s1" &&
                entry.id.value != "icmss1" && entry.id.value != "effect-ot-team" && entry.id.value != "term-rapport")
                continue;
            CAPTURE(entry.id.value);
            open_entry(program, entry.id.value);
            CHECK(driver.shows(entry.summary));
        }
    }
}

TEST_CASE("a reason leads to its entry, and back to the outcome; the entry leads to the decision") {
    Home home;
    Program program(home);
    Driver &driver = program.driver();
    program.begin_case();
    program.play(0, 1);
    program.answer(material().course[1]);
    REQUIRE(program.shows_outcome());
    const std::string ref = program.first_item("ref.");
    REQUIRE_FALSE(ref.empty());
    driver.click("0/" + ref);
    REQUIRE(program.screen() == Screen::handbook);
    CHECK(driver.shows(material().handbook.find(ref.substr(4))->source));
    driver.click("handbook.return");
    REQUIRE(program.screen() == Screen::play);
    CHECK(program.shows_outcome());
    CHECK(home.session().decisions.size() == 2);
}

TEST_CASE("an entry of a case not yet played is held back; afterwards it leads to the decisions") {
    Home home;
    Program program(home);
    Driver &driver = program.driver();
    driver.click("bar.handbook");
    driver.click("handbook.chapter.3");
    const HandbookEntry &overview = *material().handbook.find("case-cpp-1");
    CHECK_FALSE(driver.shows(overview.body.front()));
    driver.click("handbook.reveal");
    CHECK(driver.shows(overview.body.front()));

    program.finish_seeded();
    driver.click("bar.handbook");
    open_entry(program, "cpp.outreach.strength");
    const std::string exercise = program.first_item("handbook.exercise.");
    REQUIRE_FALSE(exercise.empty());
    driver.click(exercise);
    REQUIRE(program.screen() == Screen::debrief);
    CHECK(driver.shows(program.text("debrief.decisions")));
    CHECK_FALSE(program.first_item("ref.").empty()); // the decision is unfolded with its reasons
}

TEST_CASE("what one learner has played is not told to another") {
    Home home;
    home.store_play("e-gone"); // by somebody else
    Program program(home);
    Driver &driver = program.driver();
    program.begin_case("そら");
    driver.click("bar.handbook");
    driver.click("handbook.chapter.3");
    CHECK(driver.exists("handbook.reveal"));
}

TEST_CASE("coming from elsewhere to an entry, what was looked for before is out of the way") {
    Home home;
    Program program(home);
    Driver &driver = program.driver();
    driver.click("bar.handbook");
    driver.click("handbook.search");
    driver.type("zzz");
    CHECK(program.shows_text("handbook.nothing-found"));
    driver.click("handbook.return");
    program.begin_case();
    program.play(0, 1);
    program.answer(material().course[1]);
    const std::string ref = program.first_item("ref.");
    driver.click("0/" + ref);
    CHECK_FALSE(program.shows_text("handbook.nothing-found"));
    CHECK(driver.is_visible("handbook.row." + ref.substr(4)));
}
