// What a newcomer meets first: the introduction, and the list of keys.

#include <algorithm>
#include <fstream>

#include <doctest/doctest.h>

#include "gui/program.h"
#include "view/help_view.h"

using namespace tsunagi;
using namespace tsunagi::gui;
using namespace tsunagi::model;
using Screen = app::Shell::Screen;

namespace {

constexpr ImGuiKeyChord kConfirm = ImGuiMod_Ctrl | ImGuiKey_Enter;

std::string first_title(Program &program) { return program.text("introduction.what"); }

// A character that no field waits for, as a keyboard sends it.
void type_anywhere(Driver &driver, unsigned character) {
    ImGui::GetIO().AddInputCharacter(character);
    driver.settle();
}

bool shows_keys(Program &program) { return program.driver().exists("help.close"); }

} // namespace

TEST_CASE("the very first start shows the introduction, once; it is read by pressing Enter") {
    Home home;
    home.forget_settings();
    {
        Program program(home);
        Driver &driver = program.driver();
        REQUIRE(program.shows_text("introduction.what"));
        CHECK(driver.shows("4つのうちの1つ目"));
        driver.press(ImGuiKey_Enter);
        CHECK(program.shows_text("introduction.case"));
        CHECK(driver.shows("4つのうちの2つ目"));
        driver.press(ImGuiKey_Enter);
        CHECK(program.shows_text("introduction.help"));
        driver.press(ImGuiKey_Enter);
        CHECK(program.shows_text("introduction.privacy.name"));
        driver.press(ImGuiKey_Enter);
        CHECK_FALSE(driver.exists("introduction.next"));
        CHECK(program.screen() == Screen::library);
        driver.click("library.start.cpp-1");
        CHECK(program.screen() == Screen::learner);
        program.kill(); // kept at once, not only when the window closes
    }
    Program again(home);
    CHECK_FALSE(again.driver().shows(first_title(again)));
}

TEST_CASE("the introduction is turned by arrows and by buttons, and comes again until it was seen or skipped") {
    Home home;
    home.forget_settings();
    {
        Program program(home);
        Driver &driver = program.driver();
        CHECK_FALSE(driver.is_enabled("introduction.back"));
        driver.press(ImGuiKey_LeftArrow);
        CHECK(program.shows_text("introduction.what"));
        driver.press(ImGuiKey_RightArrow);
        CHECK(program.shows_text("introduction.case"));
        driver.press(ImGuiKey_RightArrow);
        CHECK(program.shows_text("introduction.help"));
        driver.press(ImGuiKey_LeftArrow);
        CHECK(program.shows_text("introduction.case"));
        driver.click("introduction.next");
        CHECK(program.shows_text("introduction.help"));
        driver.click("introduction.back");
        CHECK(program.shows_text("introduction.case"));
        driver.press(ImGuiKey_RightArrow, 5); // the last page stays
        CHECK(program.shows_text("introduction.privacy"));
        program.close(); // the window was closed in the middle of it
    }
    {
        Program program(home);
        REQUIRE(program.shows_text("introduction.what"));
        program.driver().press(ImGuiKey_Escape);
        CHECK_FALSE(program.driver().exists("introduction.next"));
        program.kill();
    }
    Program program(home);
    CHECK_FALSE(program.driver().exists("introduction.next"));
}

TEST_CASE("the introduction is skipped by its button; text size can be changed in it") {
    Home home;
    home.forget_settings();
    Program program(home);
    Driver &driver = program.driver();
    driver.press(ImGuiKey_RightArrow, 2);
    driver.click("introduction.larger");
    CHECK(program.shell().settings().text_percent == 110);
    driver.click("introduction.smaller");
    CHECK(program.shell().settings().text_percent == 100);
    CHECK(program.shows_text("introduction.help"));
    driver.click("introduction.skip");
    CHECK_FALSE(driver.exists("introduction.next"));
    driver.click("bar.settings");
    CHECK(program.screen() == Screen::settings);
}

TEST_CASE("behind the introduction and the keys nothing can be pressed, and in a small window they can be read whole") {
    Home home;
    home.seed(1);
    Program program(home, 800, 560);
    program.shell().settings().text_percent = 200;
    Driver &driver = program.driver();
    driver.click("library.resume.cpp-1");
    driver.press(ImGuiKey_F1);
    REQUIRE(shows_keys(program));
    driver.press(ImGuiKey_1);
    driver.press(kConfirm);
    CHECK(program.shell().run()->draft.chosen.empty());
    CHECK(home.session().decisions.size() == 1);
    CHECK(driver.is_visible("help.close"));
    CHECK(program.shows_text("help.does.skip")); // the last line
    driver.click("help.to-introduction");
    for (int page = 0; page < 4; ++page) {
        CHECK(driver.is_visible("introduction.next"));
        driver.press(ImGuiKey_Enter);
    }
    CHECK_FALSE(driver.exists("introduction.next"));
}

TEST_CASE("F1 and ? show the keys, and close them again; Escape and the button do so too") {
    Home home;
    Program program(home);
    Driver &driver = program.driver();
    driver.press(ImGuiKey_F1);
    CHECK(shows_keys(program));
    driver.press(ImGuiKey_F1);
    CHECK_FALSE(shows_keys(program));
    type_anywhere(driver, '?');
    CHECK(shows_keys(program));
    type_anywhere(driver, '?');
    CHECK_FALSE(shows_keys(program));
    driver.press(ImGuiKey_F1);
    driver.press(ImGuiKey_Escape);
    CHECK_FALSE(shows_keys(program));
    driver.click("bar.help");
    CHECK(shows_keys(program));
    driver.press(ImGuiKey_Enter); // the button that closes has the keyboard
    CHECK_FALSE(shows_keys(program));
    driver.click("bar.help");
    driver.click("help.to-introduction");
    CHECK(program.shows_text("introduction.what"));
    driver.press(ImGuiKey_Escape);
    CHECK_FALSE(driver.exists("introduction.next"));
}

TEST_CASE("? is written where a field waits for it; F1 opens the keys there as well and nothing typed is lost") {
    Home home;
    home.seed(1);
    Program program(home);
    Driver &driver = program.driver();
    driver.click("library.resume.cpp-1");
    driver.click("play.why");
    driver.type("なぜ?");
    CHECK_FALSE(shows_keys(program));
    CHECK(program.shell().run()->draft.rationale == "なぜ?");
    driver.press(ImGuiKey_F1);
    CHECK(shows_keys(program));
    driver.press(ImGuiKey_Escape);
    CHECK_FALSE(shows_keys(program));
    CHECK(program.shell().run()->draft.rationale == "なぜ?");
}

TEST_CASE("where the database cannot be used, that is told, and the introduction waits for the next start") {
    Home home;
    home.forget_settings();
    std::ofstream(home.database()) << "no database";
    {
        Program program(home);
        REQUIRE(program.screen() == Screen::trouble);
        CHECK_FALSE(program.driver().exists("introduction.next"));
        program.close();
    }
    std::filesystem::remove(home.database());
    Program program(home);
    CHECK(program.shows_text("introduction.what"));
}

TEST_CASE("the list has every key, in both languages") {
    for (const auto language : {i18n::Language::ja, i18n::Language::en}) {
        const auto texts = i18n::Texts::load(source_folder() / "assets" / "i18n", language);
        REQUIRE(texts.is_ok());
        const view::HelpView help = view::help_view(*texts);
        CHECK(help.keys.size() == 8);
        CHECK(help.introduction.size() == 4);
        CHECK(std::count_if(help.introduction.begin(), help.introduction.end(),
                            [](const view::IntroductionStep &step) { return step.has_text_size; }) == 1);
    }
}

// The other keys of the list are pressed elsewhere: for choosing, deciding, marking and ordering in keyboard_test.cpp,
// those of the reference in handbook_test.cpp, those of the exercises in drill_test.cpp.
TEST_CASE("Space and Enter go through the marks of a cell") {
    Home home;
    std::size_t place = 0;
    while (material().course[place].scene.value != "sharing") ++place;
    home.seed(place);
    Program program(home);
    Driver &driver = program.driver();
    driver.click("library.resume.cpp-1");
    REQUIRE(program.screen() == Screen::play);
    const auto &grid = std::get<AssignGrid>(program.shell().run()->progress.scene->interaction);
    const std::string row = grid.rows.front().id.value;
    const std::string column = grid.columns.front().id.value;
    driver.press(ImGuiKey_Tab); // from here on by keyboard
    driver.press_until_focused("play.cell." + row + "." + column, ImGuiMod_Shift | ImGuiKey_Tab);
    const auto mark = [&] { return program.shell().run()->draft.marks.at({row, column}); };
    driver.press(ImGuiKey_Space);
    CHECK(mark() == marks_of(grid.kind)[0]);
    driver.press(ImGuiKey_Enter);
    CHECK(mark() == marks_of(grid.kind)[1]);
}

TEST_CASE("Page Down and Page Up scroll every long page") {
    Home home;
    Program program(home, 1280, 500);
    Driver &driver = program.driver();
    const float top = driver.item("library.start.cpp-1").rect.min.y;
    driver.press(ImGuiKey_PageDown);
    CHECK(driver.item("library.start.cpp-1").rect.min.y < top - 100.0F);
    driver.press(ImGuiKey_PageUp);
    CHECK(driver.item("library.start.cpp-1").rect.min.y == doctest::Approx(top));
}
