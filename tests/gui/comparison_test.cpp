// Looking back on a workshop: the groups' decisions side by side, by mouse and keyboard.

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "app/workshop_review.h"
#include "gui/review_fixture.h"

using namespace tsunagi;
using namespace tsunagi::gui;
using namespace tsunagi::model;
using Screen = app::Shell::Screen;

namespace {

void to_desk(Program &program) {
    program.driver().click("bar.workshop");
    program.driver().frame(2);
    program.driver().click(program.first_item("workshop.open."));
    REQUIRE(program.screen() == Screen::workshop);
}

void to_comparison(Program &program) {
    to_desk(program);
    program.driver().click("comparison.desk-compare");
    REQUIRE(program.screen() == Screen::comparison);
}

} // namespace

TEST_CASE("hidden results are not compared, presented or told in the script until they are revealed") {
    Home home;
    test::PlayedWorkshop made = test::played_workshop();
    made.workshop.is_revealed = false;
    store_workshop(home, made);
    Program program(home);
    Driver &driver = program.driver();
    for (const char *button : {"comparison.desk-compare", "comparison.desk-script", "comparison.desk-present"}) {
        CAPTURE(button);
        to_desk(program);
        driver.click(button);
        CHECK(program.shows_text("comparison.hidden"));
        CHECK_FALSE(driver.shows("公認心理師A"));
        CHECK_FALSE(driver.shows(made.sessions[0].decisions[1].rationale));
        CHECK_FALSE(driver.exists("compare.table"));
        if (program.screen() == Screen::presenter) {
            driver.press(ImGuiKey_PageDown, 3);
            CHECK(program.shows_text("comparison.hidden"));
        }
        driver.click("comparison.to-workshop");
        CHECK(program.screen() == Screen::workshop);
    }
    // The way to reveal stands where the button leads.
    driver.click("workshop.reveal");
    driver.click("workshop.really-reveal");
    driver.click("comparison.desk-compare");
    CHECK(program.screen() == Screen::comparison);
    CHECK_FALSE(program.shows_text("comparison.hidden"));
    CHECK(driver.shows("公認心理師A"));
}

TEST_CASE("who chose what stands beside each option, with how many of each profession") {
    Home home;
    store_workshop(home, test::played_workshop());
    Program program(home);
    Driver &driver = program.driver();
    to_comparison(program);
    driver.click("compare.row.take-on");
    const Scene &scene = *material().scenario.find_scene(SceneId("take-on"));
    const auto &choice = std::get<ChooseOne>(scene.interaction);
    CHECK(driver.shows(choice.question));
    for (const Option &option : choice.options) CHECK(driver.shows(option.text));
    CHECK(driver.shows("6票"));
    for (const test::GroupPlay &play : test::kGroupPlays) CHECK(driver.shows(play.name));
    // The class of an option is told only where the reasons are unfolded.
    CHECK_FALSE(driver.shows(choice.options.front().reason));
    driver.click("compare.options");
    for (const Option &option : choice.options) CHECK(driver.shows(option.reason));
    CHECK(driver.shows(scene.handbook_team));
}

TEST_CASE("the list goes by difference or in the case's order") {
    Home home;
    store_workshop(home, test::played_workshop());
    Program program(home);
    Driver &driver = program.driver();
    to_comparison(program);
    const std::string first = program.first_item("compare.row.");
    driver.click("comparison.by-case");
    CHECK(program.first_item("compare.row.") == "compare.row.take-on"); // the referral is only read
    driver.click("comparison.by-difference");
    CHECK(program.first_item("compare.row.") == first);
}

TEST_CASE("a grid is laid over itself cell by cell, with who did what on the keyboard too") {
    Home home;
    store_workshop(home, test::played_workshop());
    Program program(home);
    Driver &driver = program.driver();
    to_comparison(program);
    driver.click("compare.row.roles");
    const auto &grid = std::get<AssignGrid>(material().scenario.find_scene(SceneId("roles"))->interaction);
    for (const GridRow &row : grid.rows) CHECK(driver.shows(row.text));
    CHECK(program.shows_text("comparison.legend-roles"));
    const std::string cell = program.first_item("compare.cell.");
    REQUIRE_FALSE(cell.empty());
    driver.hover(cell);
    driver.pause(0.6);
    CHECK(driver.shows("公認心理師A"));
}

TEST_CASE("the other pages: assessments, points, safety; nothing is ranked before it is asked for") {
    Home home;
    store_workshop(home, test::played_workshop());
    Program program(home);
    Driver &driver = program.driver();
    to_comparison(program);
    driver.click("comparison.page.assessments");
    CHECK(program.shows_text("comparison.assessments-about"));
    driver.click("comparison.page.points");
    CHECK(program.shows_text("comparison.points-about"));
    driver.click("comparison.page.safety");
    CHECK(program.shows_text("comparison.safety-about"));
    driver.click("comparison.page.regrets");
    CHECK_FALSE(driver.shows("公認心理師A"));
    driver.click("comparison.regrets-compute");
    CHECK(program.shell().has_running_job());
    program.shell().finish_jobs();
    driver.frame(5);
    CHECK_FALSE(program.shell().has_running_job());
    CHECK(driver.shows("公認心理師A"));
    const auto courses = analysis::Courses::explore(material().scenario);
    REQUIRE(courses.is_ok());
    const auto lost = app::lost_by(*courses, test::played_workshop().sessions[0].decisions);
    REQUIRE(lost.has_value());
    CHECK(driver.shows(fmt::format("公認心理師A {} 点", *lost)));
}

TEST_CASE("sessions of another text of the case are named and not counted") {
    Home home;
    test::PlayedWorkshop made = test::played_workshop();
    made.sessions[5].scenario_hash = "0123456789abcdef";
    store_workshop(home, made);
    Program program(home);
    Driver &driver = program.driver();
    to_comparison(program);
    CHECK(driver.shows(program.shell().texts().format(i18n::Text::comparison_warn_other_case, fmt::arg("n", 1),
                                                      fmt::arg("names", "看護師B"))));
    driver.click("compare.row.take-on");
    CHECK(driver.shows("5票"));
}

TEST_CASE("more voices than fit a table stand in a list of which only what is in sight is made") {
    Home home;
    store_workshop(home, test::played_workshop(40));
    Program program(home);
    Driver &driver = program.driver();
    to_comparison(program);
    driver.click("compare.row.take-on");
    CHECK(driver.shows("40票"));
    CHECK(program.shows_text("comparison.voices-heading"));
}

TEST_CASE("a panel: credit from ten votes on, below that a sentence why not") {
    for (const std::size_t votes : {std::size_t{6}, std::size_t{12}}) {
        CAPTURE(votes);
        Home home;
        test::PlayedWorkshop made = test::played_workshop(votes);
        made.workshop.settings.is_panel = true;
        store_workshop(home, made);
        Program program(home);
        Driver &driver = program.driver();
        to_comparison(program);
        driver.click("compare.row.take-on");
        CHECK(program.shows_text("comparison.panel-column") == (votes == 12));
        CHECK(program.shows_text("comparison.panel-about") == (votes == 12));
        if (votes == 6)
            CHECK(driver.shows(program.shell().texts().format(i18n::Text::comparison_panel_too_few, fmt::arg("n", 6),
                                                              fmt::arg("least", 10))));
    }
}
