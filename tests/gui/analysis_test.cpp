// What the debrief finds out about a case in the background: it never waits, never holds up leaving or closing, and
// comes up by itself.

#include "gui/program.h"

#include <atomic>
#include <chrono>
#include <thread>

#include <doctest/doctest.h>

using namespace tsunagi;
using namespace tsunagi::gui;
using namespace tsunagi::model;
using Screen = app::Shell::Screen;

namespace {

// Stands before the analysis and lets it begin when it is told to.
struct Gate {
    std::atomic<bool> is_open{false};
    std::atomic<int> begun{0};
    std::atomic<int> ended{0};

    app::Explore explore() {
        return [this](const Scenario &scenario, const analysis::KeepGoing &keep_going) {
            ++begun;
            while (!is_open && keep_going(0.25)) std::this_thread::sleep_for(std::chrono::milliseconds(1));
            auto result = is_open ? analysis::Courses::explore(scenario, {}, keep_going)
                                  : base::Result<analysis::Courses>(base::Error{"analysis-stopped", ""});
            ++ended;
            return result;
        };
    }
    [[nodiscard]] bool comes_to_end(int count) const {
        for (int i = 0; i < 10'000 && ended < count; ++i) std::this_thread::sleep_for(std::chrono::milliseconds(1));
        return ended == count;
    }
};

void take_over(Program &program) {
    program.shell().finish_jobs();
    program.driver().frame(3);
}

// A scene of the courses side by side at which one can explore.
std::string parting(Program &program) {
    program.driver().resize(1280, 9000); // what is out of sight has no name
    program.driver().frame(3);
    std::string scene;
    for (const Item &item : program.driver().items())
        if (scene.empty() && item.key.rfind("courses.explore.", 0) == 0)
            scene = item.key.substr(std::string("courses.explore.").size());
    program.driver().resize(1280, 800);
    program.driver().frame(3);
    return scene;
}

} // namespace

TEST_CASE("the debrief is there at once, and what every path says comes when it is known") {
    Gate gate;
    std::atomic<int> wakes{0};
    Home home;
    home.explore = gate.explore();
    home.wake = [&wakes] { ++wakes; };
    Program program(home);
    program.finish_seeded();
    Driver &driver = program.driver();
    CHECK(program.shell().has_running_job());
    CHECK(program.shows_text("debrief.points"));
    CHECK(program.shows_text("courses.as-handbook"));
    CHECK_FALSE(program.shows_text("courses.best"));
    // Nothing is said of the search until it has taken a moment.
    CHECK_FALSE(driver.exists("analysis.cancel"));
    home.milliseconds += 299;
    driver.frame(2);
    CHECK_FALSE(driver.exists("analysis.cancel"));
    home.milliseconds += 1;
    driver.frame(2);
    CHECK(driver.exists("analysis.cancel"));
    CHECK(program.shows_text("analysis.running"));
    CHECK(driver.shows("25 %"));

    CHECK(wakes == 0);
    gate.is_open = true;
    take_over(program);
    CHECK(wakes == 1);
    CHECK(program.shell().take_own_change());
    CHECK_FALSE(program.shell().take_own_change());
    CHECK_FALSE(program.shell().has_running_job());
    CHECK_FALSE(driver.exists("analysis.cancel"));
    CHECK(program.shows_text("courses.best"));
    CHECK(program.shows_text("courses.own"));

    // Known is known: other looks and other runs of the case do not ask again.
    driver.click("bar.larger");
    driver.click("bar.history");
    driver.click("history.debrief.0");
    CHECK(program.shows_text("courses.best"));
    CHECK(gate.begun == 1);
}

TEST_CASE("leaving the debrief stops the search, coming back begins it again") {
    Gate gate;
    Home home;
    home.explore = gate.explore();
    Program program(home);
    program.finish_seeded();
    REQUIRE(program.shell().has_running_job());
    program.driver().click("bar.settings");
    CHECK_FALSE(program.shell().has_running_job());
    CHECK(gate.comes_to_end(1));
    program.driver().click("settings.back");
    REQUIRE(program.screen() == Screen::debrief);
    CHECK(program.shell().has_running_job());
    gate.is_open = true;
    take_over(program);
    CHECK(program.shows_text("courses.best"));
    CHECK(gate.begun == 2);
}

TEST_CASE("the learner stops the search and begins it again") {
    Gate gate;
    Home home;
    home.explore = gate.explore();
    Program program(home);
    program.finish_seeded();
    Driver &driver = program.driver();
    home.milliseconds += 500;
    driver.frame(2);
    driver.click("analysis.cancel");
    CHECK(gate.comes_to_end(1));
    CHECK(program.shows_text("analysis.stopped"));
    CHECK_FALSE(program.shell().has_running_job());
    driver.frame(3);
    CHECK_FALSE(program.shows_text("courses.best"));
    gate.is_open = true;
    driver.click("analysis.again");
    take_over(program);
    CHECK_FALSE(program.shows_text("analysis.stopped"));
    CHECK(program.shows_text("courses.best"));
}

TEST_CASE("a case that is too large says so and shows the rest") {
    Home home;
    home.explore = [](const Scenario &, const analysis::KeepGoing &) {
        return base::Result<analysis::Courses>(base::Error{"analysis-too-large", "live states"});
    };
    Program program(home);
    program.finish_seeded();
    take_over(program);
    CHECK(program.shows_text("courses.too-large"));
    CHECK(program.shows_text("debrief.points"));
    CHECK_FALSE(program.has_message());
}

TEST_CASE("an analysis that fails leaves the debrief as it is") {
    Home home;
    home.explore = [](const Scenario &, const analysis::KeepGoing &) -> base::Result<analysis::Courses> {
        throw std::runtime_error("out of luck");
    };
    Program program(home);
    program.finish_seeded();
    take_over(program);
    CHECK(program.shows_text("debrief.points"));
    CHECK_FALSE(program.shows_text("courses.best"));
}

TEST_CASE("the window closes while a job works, and nothing calls back afterwards") {
    Gate gate;
    std::atomic<int> wakes{0};
    Home home;
    home.explore = gate.explore();
    home.wake = [&wakes] { ++wakes; };
    SUBCASE("closed as a window is") {
        Program program(home);
        program.finish_seeded();
        REQUIRE(program.shell().has_running_job());
        program.shell().save_all();
        program.shell().stop_jobs();
        const int before = wakes;
        CHECK(gate.ended == 1);
        program.driver().frame(2);
        program.close();
        CHECK(wakes == before);
    }
    SUBCASE("gone all at once") {
        Program program(home);
        program.finish_seeded();
        REQUIRE(program.shell().has_running_job());
        program.kill();
        CHECK(gate.ended == 1);
    }
}

TEST_CASE("from where the courses part one explores, and that is a session of its own") {
    Home home;
    home.store_play("e-apart");
    Program program(home);
    Driver &driver = program.driver();
    driver.click("bar.history");
    driver.click("history.debrief.0");
    take_over(program);
    const std::string scene = parting(program);
    REQUIRE_FALSE(scene.empty());
    const std::string before = content::session_to_json(home.session());
    driver.click("courses.scene." + scene); // reasons, scene by scene
    driver.click("courses.explore." + scene);
    REQUIRE(program.screen() == Screen::play);
    CHECK(program.scene() == scene);
    CHECK(program.shows_text("play.exploration"));
    REQUIRE(home.sessions().size() == 2);
    const Session exploration = home.sessions().back();
    CHECK(exploration.kind == SessionKind::exploration);
    REQUIRE(exploration.branch.has_value());
    CHECK(exploration.branch->session == home.sessions().front().id);
    CHECK(exploration.decisions.size() == static_cast<std::size_t>(exploration.branch->decision_count));
    CHECK(content::session_to_json(home.sessions().front()) == before);
}

TEST_CASE("attempts of the same learner stand side by side after a replay") {
    Home home;
    Program program(home);
    Driver &driver = program.driver();
    program.finish_seeded();
    take_over(program);
    CHECK(program.shows_text("attempts.only-one"));
    program.finish_seeded(SessionKind::replay);
    take_over(program);
    for (const char *key : {"attempts.first", "attempts.best", "attempts.last", "attempts.here", "attempts.of-case"})
        CHECK_MESSAGE(program.shows_text(key), key);
    CHECK_FALSE(driver.exists("attempts.open.s0002"));
    driver.click("attempts.open.s0001");
    CHECK(program.screen() == Screen::debrief);
    CHECK_FALSE(driver.exists("attempts.open.s0001"));
    CHECK(driver.exists("attempts.open.s0002"));
}
