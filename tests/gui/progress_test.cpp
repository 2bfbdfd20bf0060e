// What is strong, weak and untried over all cases.

#include "gui/program.h"

#include <doctest/doctest.h>

using namespace tsunagi;
using namespace tsunagi::gui;
using namespace tsunagi::model;
using Screen = app::Shell::Screen;

TEST_CASE("before a case is finished the page says how it fills") {
    Home home;
    home.seed(3);
    Program program(home);
    program.driver().click("bar.progress");
    REQUIRE(program.screen() == Screen::progress);
    CHECK(program.shows_text("progress.empty"));
    program.driver().click("progress.to-library");
    CHECK(program.screen() == Screen::library);
}

TEST_CASE("the page is reached by keyboard, and a case to practise is begun from it") {
    Home home;
    home.store_play("e-gone");
    Program program(home);
    Driver &driver = program.driver();
    driver.press_until_focused("bar.progress");
    driver.press(ImGuiKey_Enter);
    REQUIRE(program.screen() == Screen::progress);
    CHECK(program.shows_text("standing.weak"));
    CHECK(program.shows_text("standing.untried"));
    const std::string practise = program.first_item("progress.case.");
    REQUIRE_FALSE(practise.empty());
    driver.press_until_focused(practise);
    driver.press(ImGuiKey_Enter);
    CHECK(program.screen() == Screen::learner);
    driver.click("bar.progress");
    CHECK(program.screen() == Screen::progress);
    driver.click("bar.settings");
    driver.click("settings.back");
    CHECK(program.screen() == Screen::progress);
}

TEST_CASE("a replay takes the place of the run before it, an exploration does not") {
    Home home;
    home.store_play("e-gone");
    Program program(home);
    Driver &driver = program.driver();
    driver.click("bar.progress");
    const std::string weak = driver.text_of_frame();
    program.finish_seeded(SessionKind::replay);
    driver.click("bar.progress");
    const std::string strong = driver.text_of_frame();
    CHECK(weak != strong);
    program.finish_seeded(SessionKind::exploration);
    driver.click("bar.progress");
    CHECK(driver.text_of_frame() == strong);
}

TEST_CASE("each learner sees the own progress; the one who played last comes first") {
    Home home;
    home.store_play("e-gone");
    Program program(home);
    Driver &driver = program.driver();
    program.begin_case("そら");
    driver.click("bar.progress");
    CHECK(driver.shows("そら"));
    CHECK(program.shows_text("progress.empty"));
    driver.click("progress.learners");
    driver.click("progress.learner.1");
    CHECK(driver.shows("あおい"));
    CHECK_FALSE(program.shows_text("progress.empty"));
    CHECK(program.shows_text("progress.tables"));
}
