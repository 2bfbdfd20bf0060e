// Words of the glossary in what the learner reads.

#include <doctest/doctest.h>

#include "gui/program.h"

using namespace tsunagi;
using namespace tsunagi::gui;
using namespace tsunagi::model;
using Screen = app::Shell::Screen;

namespace {

/// Puts the first case's first scene with a term of the glossary on the screen.
std::string term_on_screen(Program &program) { return program.first_item("term."); }

void press_at(Program &program, const std::string &name) {
    program.driver().press_until_focused(name, ImGuiMod_Shift | ImGuiKey_Tab);
    program.driver().press(ImGuiKey_Enter);
}

} // namespace

TEST_CASE("the terms of a scene unfold by keyboard, tell what they are, and lead to the reference and back") {
    Home home;
    Program program(home);
    Driver &driver = program.driver();
    program.begin_case();
    REQUIRE(driver.exists("terms"));
    CHECK(term_on_screen(program).empty());
    press_at(program, "terms");
    const std::string chip = term_on_screen(program);
    REQUIRE_FALSE(chip.empty());
    const HandbookEntry &entry = *material().handbook.find(chip.substr(5));
    CHECK_FALSE(driver.shows(entry.summary));
    driver.press_until_focused(chip);
    CHECK(driver.shows(entry.summary));
    driver.press(ImGuiKey_Enter);
    REQUIRE(program.screen() == Screen::handbook);
    CHECK(driver.shows(entry.body.front()));
    driver.click("handbook.return");
    CHECK(program.screen() == Screen::play);
    CHECK(home.session().decisions.empty());
}

TEST_CASE("a term tells what it is under the pointer, and nothing is told beside it") {
    Home home;
    Program program(home);
    Driver &driver = program.driver();
    program.begin_case();
    driver.click("terms");
    const std::string chip = term_on_screen(program);
    REQUIRE_FALSE(chip.empty());
    const std::string summary = material().handbook.find(chip.substr(5))->summary;
    driver.hover(chip);
    driver.pause(1.0);
    driver.frame();
    CHECK(driver.shows(summary));
    driver.leave();
    driver.pause(1.0);
    CHECK_FALSE(driver.shows(summary));

    // In the text: the pointer goes over its lines until a word answers.
    const Rect row = driver.item("terms").rect;
    bool is_told = false;
    bool is_silent = false;
    for (float y = row.min.y - 12.0F; y > 60.0F; y -= 12.0F)
        for (float x = row.min.x; x < row.min.x + 700.0F; x += 20.0F) {
            ImGui::GetIO().AddMousePosEvent(x, y);
            driver.pause(0.5);
            driver.frame();
            (driver.shows(summary) ? is_told : is_silent) = true;
        }
    CHECK(is_told);
    CHECK(is_silent);
}

TEST_CASE("an outcome has the terms of its reasons, in the debrief too") {
    Home home;
    Program program(home);
    Driver &driver = program.driver();
    program.finish_seeded();
    for (int row = 0; row < 5 && !driver.exists("terms"); ++row)
        driver.click("debrief.decision." + std::to_string(row));
    REQUIRE(driver.exists("terms"));
    driver.click("terms");
    driver.wheel("terms", -2.0F); // what has unfolded comes into sight
    CHECK_FALSE(term_on_screen(program).empty());
}
