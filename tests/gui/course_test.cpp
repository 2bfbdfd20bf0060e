// One case from the library to the debrief through the widgets, as a learner plays it.

#include "gui/program.h"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

using namespace tsunagi;
using namespace tsunagi::gui;
using namespace tsunagi::model;
using Screen = app::Shell::Screen;

namespace {

std::vector<std::string> reasons_of(const Scene &scene) {
    std::vector<std::string> reasons;
    const auto add_all = [&](const auto &things) {
        for (const auto &thing : things) {
            reasons.push_back(thing.text);
            reasons.push_back(thing.reason);
        }
    };
    if (const auto *one = std::get_if<ChooseOne>(&scene.interaction)) add_all(one->options);
    if (const auto *many = std::get_if<ChooseMany>(&scene.interaction)) add_all(many->items);
    if (const auto *grid = std::get_if<AssignGrid>(&scene.interaction)) add_all(grid->rows);
    if (const auto *order = std::get_if<OrderSteps>(&scene.interaction)) add_all(order->steps);
    return reasons;
}

// What the outcome on the screen has to tell: what happened, and why of everything that was on offer.
void check_outcome(Program &program, const Decision &decision) {
    CAPTURE(decision.scene.value);
    REQUIRE(program.shows_outcome());
    const engine::PlayedDecision &played = program.shell().run()->progress.played.back();
    for (const std::string &consequence : played.consequences) CHECK(program.driver().shows(consequence));
    for (const std::string &reason : reasons_of(*played.scene)) CHECK_MESSAGE(program.driver().shows(reason), reason);
    if (!decision.rationale.empty()) CHECK(program.driver().shows(decision.rationale));
    CHECK(program.driver().shows(played.scene->handbook_team));
}

} // namespace

TEST_CASE("a learner is asked for a nickname and a profession before a case begins") {
    Home home;
    Program program(home);
    Driver &driver = program.driver();
    CHECK(program.screen() == Screen::library);
    CHECK(driver.shows(material().scenario.title));
    driver.click("library.start.cpp-1");
    REQUIRE(program.screen() == Screen::learner);
    CHECK_FALSE(program.shows_text("learner.nickname-refused"));

    driver.click("learner.start");
    CHECK(program.screen() == Screen::learner);
    CHECK(program.shows_text("learner.nickname-refused"));
    driver.click("learner.nickname");
    driver.type("  \u3000 ");
    driver.click("learner.start");
    CHECK(program.screen() == Screen::learner);
    CHECK(program.shows_text("learner.nickname-refused"));
    CHECK(home.sessions().empty());

    driver.click("learner.nickname");
    driver.press(ImGuiMod_Ctrl | ImGuiKey_A);
    driver.type("髙橋・あおい"); // with a kanji outside of JIS X 0208
    CHECK_FALSE(program.shows_text("learner.nickname-refused"));
    driver.click("learner.profession.nurse");
    driver.click("learner.group");
    driver.type("Ａ班");
    driver.click("learner.start");
    REQUIRE(program.screen() == Screen::play);
    CHECK(program.scene() == material().course.front().scene.value);
    CHECK(driver.shows("髙橋・あおい"));
    CHECK(program.shows_text("learner_profession.nurse"));

    const Session session = home.session();
    CHECK(session.learner.nickname == "髙橋・あおい");
    CHECK(session.learner.profession == LearnerProfession::nurse);
    CHECK(session.learner.group == "Ａ班");
    CHECK(session.kind == SessionKind::first);
    CHECK(session.scenario.value == "cpp-1");
    CHECK(session.scenario_hash == material().scenario.hash);
}

TEST_CASE("the course of the handbook's team, played by mouse, comes to its ending with its figures") {
    const auto expect =
        nlohmann::json::parse(bytes_of(source_folder() / "tests" / "plays" / "cpp-1" / "handbook.json"))["expect"];
    Home home;
    Program program(home);
    Driver &driver = program.driver();
    program.begin_case();
    std::size_t count = 0;
    for (const Decision &decision : material().course) {
        CAPTURE(decision.scene.value);
        program.answer(decision, Hand::mouse);
        CHECK(home.session().decisions.size() == ++count); // in the store before the next thing is on the screen
        if (!std::holds_alternative<ReadAnswer>(decision.answer)) check_outcome(program, decision);
        program.go_on();
    }
    REQUIRE(program.screen() == Screen::debrief);

    const Ending *ending = material().scenario.find_ending(EndingId(expect["ending"].get<std::string>()));
    REQUIRE(ending != nullptr);
    CHECK(driver.shows(ending->title));
    CHECK(driver.shows(ending->compared));
    CHECK(driver.shows(fmt::format("{}か月", expect["months"].get<int>())));
    for (PointIndex point = 0; point < kPointCount; ++point) {
        const std::string id = point_id(point);
        driver.scroll_to("debrief.point." + id);
        const std::string line = fmt::format("{}{}/{}", material().handbook.find(id)->title.ja,
                                             expect["earned"][id].get<int>(), expect["available"][id].get<int>());
        CHECK_MESSAGE(driver.shows(line), line);
    }
    CHECK(program.shows_text("debrief.safety-none"));

    const Session session = home.session();
    REQUIRE(session.decisions.size() == material().course.size());
    for (std::size_t i = 0; i < session.decisions.size(); ++i) {
        CHECK(session.decisions[i].rationale == material().course[i].rationale);
        CHECK(session.decisions[i].seconds > 0);
        CHECK(session.decisions[i].seconds < 60);
    }
    CHECK(home.store()->list()->front().ending == ending->id.value);
}
