// The debrief's timeline: a mark leads to its decision in the list below, by mouse and by keyboard, and the lines can
// be switched off. And what the analysis adds once it is there.

#include "gui/program.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "ui/theme.h"

using namespace tsunagi;
using namespace tsunagi::gui;
using namespace tsunagi::model;
using Screen = app::Shell::Screen;

namespace {

void open_debrief(Home &home, Program &program) {
    program.kill();
    home.seed(material().course.size() - 1);
    program.restart();
    program.driver().click("library.resume.cpp-1");
    program.play(material().course.size() - 1, material().course.size());
    REQUIRE(program.screen() == Screen::debrief);
    // What the analysis brings moves everything below it, so it has to be there before a test presses something.
    program.shell().finish_jobs();
    program.driver().frame(4);
    REQUIRE(program.shows_text("placement.help"));
}

std::string mark(int number) { return fmt::format("debrief.mark.{}", number); }
std::string row(int number) { return fmt::format("debrief.decision.{}", number); }

} // namespace

TEST_CASE("a mark of the timeline leads to its decision, unfolds it and brings it into view") {
    Home home;
    Program program(home);
    Driver &driver = program.driver();
    open_debrief(home, program);
    // The first, one in the middle, and the last, below which the page has little left to move by.
    for (const int number : {0, 12, 20, 22}) {
        CAPTURE(number);
        driver.click(mark(number));
        driver.settle();
        CHECK(driver.exists(fmt::format("debrief.explore.{}", number)));
        CHECK(driver.is_visible(row(number)));
        CHECK(driver.is_focused(row(number)));
        const Item item = driver.item(row(number));
        CHECK(item.rect.min.y >= item.clip.min.y);
        CHECK(item.rect.min.y < 800.0F * 0.6F);
        CHECK(program.shows_text("cost.heading"));
    }
    CHECK_FALSE(driver.exists("debrief.explore.0"));
    // The row folds up again from where the page has gone.
    driver.click(row(22));
    CHECK_FALSE(driver.exists("debrief.explore.22"));
}

TEST_CASE("the contents lead to a part of the long page, by mouse and by keyboard, and the keyboard goes on there") {
    Home home;
    Program program(home);
    Driver &driver = program.driver();
    open_debrief(home, program);
    constexpr const char *kProfile = "debrief.part.1";
    constexpr const char *kDecisions = "debrief.part.4";
    driver.press(ImGuiKey_PageUp);
    REQUIRE(driver.is_visible(kProfile));
    CHECK_FALSE(driver.is_visible(row(0)));
    driver.click(kDecisions);
    driver.settle();
    CHECK(driver.is_visible(row(0)));
    CHECK(driver.item(row(0)).rect.min.y < 800.0F * 0.4F);
    driver.press(ImGuiKey_Tab);
    driver.press_until_focused(row(0));
    driver.press_until_focused(kProfile, ImGuiMod_Shift | ImGuiKey_Tab);
    driver.press(ImGuiKey_Enter);
    driver.settle();
    CHECK_FALSE(driver.is_visible(row(0)));
    CHECK(driver.is_visible("debrief.point.p1"));
}

TEST_CASE("the keyboard reaches every mark, and Enter reads it") {
    Home home;
    Program program(home);
    Driver &driver = program.driver();
    open_debrief(home, program);
    driver.press(ImGuiKey_Tab);
    driver.press_until_focused(mark(0));
    for (int number = 1; driver.exists(mark(number)); ++number) {
        driver.press(ImGuiKey_Tab);
        CHECK(driver.is_focused(mark(number)));
    }
    driver.press_until_focused(mark(5), ImGuiMod_Shift | ImGuiKey_Tab);
    driver.press(ImGuiKey_RightArrow);
    CHECK(driver.is_focused(mark(6)));
    driver.press(ImGuiKey_Enter);
    driver.settle();
    CHECK(driver.exists("debrief.explore.6"));
    CHECK(driver.is_focused(row(6)));
    CHECK(driver.is_focus_shown());
    // From there on the keyboard goes on in the list.
    driver.press(ImGuiKey_Enter);
    CHECK_FALSE(driver.exists("debrief.explore.6"));
}

TEST_CASE("marks can be told apart and pressed in a small window with large text too") {
    Home home;
    Program program(home);
    Driver &driver = program.driver();
    open_debrief(home, program);
    program.shell().settings().text_percent = 200;
    ui::apply_theme(program.shell().theme(), 200);
    driver.resize(800, 560);
    driver.frame(4);
    std::vector<Item> marks;
    for (int number = 0; driver.exists(mark(number)); ++number) marks.push_back(driver.item(mark(number)));
    REQUIRE(marks.size() == 23);
    for (std::size_t a = 0; a < marks.size(); ++a) {
        CHECK(marks[a].rect.max.x - marks[a].rect.min.x >= 20.0F);
        for (std::size_t b = a + 1; b < marks.size(); ++b) {
            CAPTURE(a);
            CAPTURE(b);
            const bool is_apart = marks[a].rect.max.x <= marks[b].rect.min.x + 1.0F ||
                                  marks[b].rect.max.x <= marks[a].rect.min.x + 1.0F ||
                                  marks[a].rect.max.y <= marks[b].rect.min.y + 1.0F ||
                                  marks[b].rect.max.y <= marks[a].rect.min.y + 1.0F;
            CHECK(is_apart);
        }
    }
    driver.click(mark(17));
    driver.settle();
    CHECK(driver.exists("debrief.explore.17"));
    CHECK(driver.is_visible(row(17)));
}

TEST_CASE("on a wide screen the list ends its column without a fault, with all of it in view") {
    Home home;
    Program program(home, 1920, 1080);
    Driver &driver = program.driver();
    open_debrief(home, program);
    driver.resize(1920, 7000);
    driver.frame(4);
    CHECK(driver.is_visible(row(22)));
    CHECK(driver.item(row(22)).rect.max.x < driver.item("debrief.self.what").rect.min.x);
    driver.click(mark(22));
    driver.settle();
    CHECK(driver.exists("debrief.explore.22"));
}

TEST_CASE("lines are switched off and on, and the same can be read as text") {
    Home home;
    Program program(home);
    Driver &driver = program.driver();
    open_debrief(home, program);
    const engine::Progress progress = engine::fold(material().scenario, material().course).value();
    const std::string ending =
        program.text("gauge.network") + " " + std::to_string(progress.state.gauge(Gauge::network));
    driver.scroll_to(mark(0)); // a chart that is out of view is not drawn
    REQUIRE(driver.shows(ending));
    driver.click("debrief.gauge.network");
    driver.leave();
    driver.settle();
    CHECK_FALSE(driver.shows(ending));
    driver.click("debrief.gauge.network");
    CHECK(driver.shows(ending));

    CHECK_FALSE(program.shows_text("timeline.start"));
    driver.click("debrief.timeline.list");
    CHECK(program.shows_text("timeline.start"));
    for (const engine::PlayedDecision &played : progress.played)
        for (const engine::Change &change : played.changes)
            if (const auto *moved = std::get_if<engine::GaugeMoved>(&change)) CHECK(driver.shows(moved->because));
}

TEST_CASE("pages are turned without the keyboard's place going to the bar at the top") {
    Home home;
    Program program(home);
    Driver &driver = program.driver();
    open_debrief(home, program);
    driver.press_until_focused("debrief.part.1");
    for (int page = 0; page < 5; ++page) {
        driver.press(ImGuiKey_PageDown);
        CHECK(driver.focused() == "debrief.part.1");
    }
    CHECK_FALSE(driver.is_visible("debrief.part.1"));
}

TEST_CASE("what is being read keeps its place when the analysis has found something") {
    Home home;
    Program program(home);
    Driver &driver = program.driver();
    program.kill();
    home.seed(material().course.size() - 1);
    program.restart();
    driver.click("library.resume.cpp-1");
    program.play(material().course.size() - 1, material().course.size());
    REQUIRE_FALSE(program.shows_text("placement.help"));
    const std::string first = "debrief.decision.0";
    driver.scroll_to(first);
    driver.frame(4);
    REQUIRE(driver.is_visible(first));
    program.shell().finish_jobs();
    driver.frame(8);
    REQUIRE(program.shows_text("placement.help"));
    CHECK(driver.is_visible(first));
}
