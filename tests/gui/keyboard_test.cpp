// Everything by keyboard alone. The mouse is never moved here.

#include "gui/program.h"

#include <algorithm>

#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace tsunagi;
using namespace tsunagi::gui;
using namespace tsunagi::model;
using Screen = app::Shell::Screen;

namespace {

constexpr ImGuiKeyChord kConfirm = ImGuiMod_Ctrl | ImGuiKey_Enter;

ImGuiKey number_key(std::size_t number) {
    return static_cast<ImGuiKey>(static_cast<int>(ImGuiKey_0) + static_cast<int>(number));
}

void go_and_press(Program &program, const std::string &name, ImGuiKeyChord way = ImGuiKey_Tab) {
    if (!program.driver().is_focus_shown()) program.driver().press(way);
    program.driver().press_until_focused(name, way);
    CHECK(program.driver().is_focus_shown());
    program.driver().press(ImGuiKey_Enter);
}

// Arrows from where the focus is to a cell of the grid.
void walk_to_cell(Program &program, const AssignGrid &grid, const PlacedMark &placed) {
    Driver &driver = program.driver();
    const auto index_of = [](const auto &lines, const auto &id) {
        return std::find_if(lines.begin(), lines.end(), [&](const auto &line) { return line.id == id; }) -
               lines.begin();
    };
    const std::string goal = "play.cell." + placed.row.value + "." + placed.column.value;
    std::string way;
    for (int i = 0; i < 60 && driver.focused() != goal; ++i) {
        const std::string at = driver.focused();
        way += at + ", ";
        std::ptrdiff_t row = -1;
        std::ptrdiff_t column = -1;
        for (std::size_t r = 0; r < grid.rows.size(); ++r)
            for (std::size_t c = 0; c < grid.columns.size(); ++c)
                if (at == "play.cell." + grid.rows[r].id.value + "." + grid.columns[c].id.value) {
                    row = static_cast<std::ptrdiff_t>(r);
                    column = static_cast<std::ptrdiff_t>(c);
                }
        REQUIRE_MESSAGE(row >= 0, "on the way to ", goal, " the focus left the grid: ", way);
        const std::ptrdiff_t down = index_of(grid.rows, placed.row) - row;
        const std::ptrdiff_t right = index_of(grid.columns, placed.column) - column;
        if (down != 0)
            driver.press(down > 0 ? ImGuiKey_DownArrow : ImGuiKey_UpArrow);
        else
            driver.press(right > 0 ? ImGuiKey_RightArrow : ImGuiKey_LeftArrow);
    }
    REQUIRE(driver.focused() == goal);
}

void enter_by_keys(Program &program, const Decision &decision) {
    Driver &driver = program.driver();
    const Interaction &interaction = program.shell().run()->progress.scene->interaction;
    if (const auto *choice = std::get_if<ChooseOne>(&interaction)) {
        const auto found = std::find_if(choice->options.begin(), choice->options.end(), [&](const Option &option) {
            return option.id == std::get<OneAnswer>(decision.answer).option;
        });
        driver.press(number_key(static_cast<std::size_t>(found - choice->options.begin()) + 1));
    }
    if (const auto *answer = std::get_if<ManyAnswer>(&decision.answer))
        for (const OptionId &item : answer->items) {
            driver.press_until_focused("play.option." + item.value);
            driver.press(ImGuiKey_Space);
        }
    if (const auto *grid = std::get_if<AssignGrid>(&interaction)) {
        driver.press_until_focused("play.cell." + grid->rows.front().id.value + "." + grid->columns.front().id.value);
        const auto &marks = marks_of(grid->kind);
        for (const PlacedMark &placed : std::get<GridAnswer>(decision.answer).marks) {
            walk_to_cell(program, *grid, placed);
            driver.press(number_key(
                static_cast<std::size_t>(std::find(marks.begin(), marks.end(), placed.mark) - marks.begin() + 1)));
        }
    }
    if (const auto *answer = std::get_if<OrderAnswer>(&decision.answer))
        for (std::size_t i = 0; i < answer->steps.size(); ++i) {
            driver.press_until_focused("play.step." + answer->steps[i].value);
            driver.press(number_key(i + 1));
        }
}

} // namespace

TEST_CASE("from the start to every kind of scene and the debrief by keyboard alone") {
    Home home;
    Program program(home);
    Driver &driver = program.driver();
    go_and_press(program, "library.start.cpp-1");
    REQUIRE(program.screen() == Screen::learner);
    driver.type("きいぼうど"); // the field for the name waits for it
    driver.press(ImGuiKey_Enter);
    CHECK(driver.focused() == "learner.profession.cpp");
    driver.press(ImGuiKey_DownArrow);
    driver.press_until_focused("learner.profession.psw", ImGuiKey_RightArrow, 3);
    driver.press(ImGuiKey_Space);
    go_and_press(program, "learner.start");
    REQUIRE(program.screen() == Screen::play);
    CHECK(home.session().learner.nickname == "きいぼうど");
    CHECK(home.session().learner.profession == LearnerProfession::psw);

    for (const Decision &decision : material().course) {
        CAPTURE(decision.scene.value);
        REQUIRE(program.scene() == decision.scene.value);
        enter_by_keys(program, decision);
        if (!decision.rationale.empty()) {
            driver.press_until_focused("play.why"); // coming there by Tab is enough to type
            driver.type(decision.rationale);
        }
        driver.press(kConfirm);
        CHECK(home.session().decisions.back().scene == decision.scene);
        CHECK(home.session().decisions.back().rationale == decision.rationale);
        if (std::holds_alternative<ReadAnswer>(decision.answer)) continue;
        REQUIRE(program.shows_outcome());
        driver.press(ImGuiKey_PageDown);
        driver.press(kConfirm);
        CHECK_FALSE(program.shows_outcome());
    }
    REQUIRE(program.screen() == Screen::debrief);
    CHECK(driver.shows(material().scenario.find_ending(material().scenario.handbook_course.ending)->title));
    go_and_press(program, "debrief.decision.0");
    CHECK(driver.exists("debrief.explore.0"));
    driver.press_until_focused("debrief.self.what");
    driver.type("鍵盤だけで");
    driver.press(ImGuiKey_Escape);
    program.rest();
    CHECK(home.session().self_debrief.what == "鍵盤だけで");
    go_and_press(program, "debrief.to_library");
    CHECK(program.screen() == Screen::library);
}

TEST_CASE("the button that decides is reached and pressed without the shortcut") {
    Home home;
    home.seed(1);
    Program program(home);
    go_and_press(program, "library.resume.cpp-1");
    REQUIRE(program.screen() == Screen::play);
    go_and_press(program, "play.option.both");
    go_and_press(program, "play.commit");
    REQUIRE(program.shows_outcome());
    go_and_press(program, "play.continue");
    CHECK(program.scene() == material().course[2].scene.value);
}

TEST_CASE("every screen is reached by keyboard, and the keyboard reaches what is on it") {
    Home home;
    home.seed(1);
    Program program(home);
    Driver &driver = program.driver();
    for (int round = 0; round < 2; ++round) {
        go_and_press(program, "bar.history");
        REQUIRE(program.screen() == Screen::history);
        driver.press_until_focused("history.resume.0");
        go_and_press(program, "bar.settings");
        REQUIRE(program.screen() == Screen::settings);
        driver.press_until_focused("settings.reduced_motion");
        driver.press_until_focused("bar.library", ImGuiMod_Shift | ImGuiKey_Tab);
        driver.press(ImGuiKey_Enter);
        REQUIRE(program.screen() == Screen::library);
        go_and_press(program, "library.start.cpp-1");
        REQUIRE(program.screen() == Screen::learner);
        go_and_press(program, "learner.back");
        REQUIRE(program.screen() == Screen::library);
    }
    go_and_press(program, "bar.settings");
    go_and_press(program, "settings.back");
    CHECK(program.screen() == Screen::library);
}

TEST_CASE("on a screen that just came up, the arrows come to what is on it") {
    Home home;
    home.seed(1);
    Program program(home);
    Driver &driver = program.driver();
    go_and_press(program, "bar.history");
    driver.press_until_focused("history.resume.0", ImGuiKey_DownArrow, 10);
    driver.press(ImGuiKey_Enter);
    REQUIRE(program.screen() == Screen::play);
    driver.press_until_focused("play.option.both", ImGuiKey_DownArrow, 20);
    driver.press(ImGuiKey_Space);
    CHECK(program.shell().run()->draft.chosen == std::vector<std::string>{"both"});
}

TEST_CASE("the keyboard goes into a grid, through it and out of it again, and shows where it is") {
    Home home;
    std::size_t place = 0;
    while (material().course[place].scene.value != "sharing") ++place;
    home.seed(place);
    Program program(home, 800, 560); // the grid is larger than what is in sight
    Driver &driver = program.driver();
    go_and_press(program, "library.resume.cpp-1");
    const auto &grid = std::get<AssignGrid>(program.shell().run()->progress.scene->interaction);
    driver.press_until_focused("play.cell." + grid.rows.front().id.value + "." + grid.columns.front().id.value);
    const auto heads = [&] {
        const std::string text = driver.text_of_frame();
        int count = 0;
        for (std::size_t at = text.find(grid.columns.front().text); at != std::string::npos;
             at = text.find(grid.columns.front().text, at + 1))
            ++count;
        return count;
    };
    const int heads_at_top = heads();
    for (const auto &row : {grid.rows.back(), grid.rows.front()})
        for (const auto &column : {grid.columns.back(), grid.columns.front()}) {
            walk_to_cell(program, grid, {row.id, column.id, Mark::share});
            const std::string cell = "play.cell." + row.id.value + "." + column.id.value;
            CHECK(driver.is_focus_shown());
            const Item item = driver.item(cell);
            CHECK_MESSAGE(item.clip.contains(item.rect), cell, " is focused and not in sight");
            driver.press(ImGuiKey_1);
            driver.press(ImGuiKey_2);
            CHECK(program.shell().run()->draft.marks.at({row.id.value, column.id.value}) == Mark::ask);
        }
    driver.press_until_focused("play.why");
    CHECK(heads() == heads_at_top + 1); // the page has scrolled the head away: it stands over the rows once more
    driver.press_until_focused("play.cell." + grid.rows.back().id.value + "." + grid.columns.back().id.value,
                               ImGuiMod_Shift | ImGuiKey_Tab);
}

TEST_CASE("digits typed into the reason choose nothing") {
    Home home;
    home.seed(1);
    Program program(home);
    Driver &driver = program.driver();
    go_and_press(program, "library.resume.cpp-1");
    driver.press_until_focused("play.why");
    driver.press(ImGuiKey_1);
    driver.press(ImGuiKey_2);
    CHECK(program.shell().run()->draft.rationale == "12");
    CHECK(program.shell().run()->draft.chosen.empty());
}
