// The facilitator's script: notes and minutes are kept by themselves, whoever else writes into the same workshop.

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "gui/review_fixture.h"

using namespace tsunagi;
using namespace tsunagi::gui;
using namespace tsunagi::model;
using Screen = app::Shell::Screen;
namespace fs = std::filesystem;

namespace {

void to_script(Program &program) {
    program.driver().click("bar.workshop");
    program.driver().frame(2);
    program.driver().click(program.first_item("workshop.open."));
    program.driver().click("comparison.desk-script");
    REQUIRE(program.screen() == Screen::script);
}

Workshop stored(const Home &home) {
    const auto workshop = home.store()->load_workshop(WorkshopId("w1"));
    REQUIRE(workshop.is_ok());
    return *workshop;
}

void write(Driver &driver, const std::string &field, std::string_view text) {
    driver.click(field);
    driver.type(text);
}

} // namespace

TEST_CASE("the script has questions in the order of the debriefing, and what is written beside it is kept") {
    Home home;
    store_workshop(home, test::played_workshop());
    {
        Program program(home);
        Driver &driver = program.driver();
        to_script(program);
        CHECK(driver.shows("選んだわけ"));
        write(driver, program.first_item("script.note."), "ここを聞く");
        write(driver, "script.minutes", "一行目");
        driver.press(ImGuiKey_Enter);
        driver.type("二行目");
        program.rest();
        const Workshop kept = stored(home);
        REQUIRE(kept.notes.size() == 1);
        CHECK(kept.notes.front().text == "ここを聞く");
        CHECK(kept.minutes == "一行目\n二行目");
        driver.type("と最後");
        program.close(); // before it was due
    }
    CHECK(stored(home).minutes == "一行目\n二行目と最後");
    Program program(home);
    to_script(program);
    CHECK(program.driver().shows("二行目と最後"));
    CHECK(program.driver().shows("ここを聞く"));
}

TEST_CASE("another window changes the same workshop: what it saved stays, and so does what was typed here") {
    Home home;
    store_workshop(home, test::played_workshop());
    Program program(home);
    Driver &driver = program.driver();
    to_script(program);
    write(driver, "script.minutes", "こちらの記録");
    Workshop other = stored(home);
    other.title = "名前を変えた研修";
    other.notes.push_back({SceneId("take-on"), "あちらのメモ"});
    SUBCASE("in other fields") {
        REQUIRE(home.store()->save_workshop(other, {}).is_ok());
        program.rest();
        const Workshop kept = stored(home);
        CHECK(kept.minutes == "こちらの記録");
        CHECK(kept.title == "名前を変えた研修");
        CHECK(kept.notes.size() == 1);
        CHECK_FALSE(program.has_message());
    }
    SUBCASE("in the same field, while one goes on typing") {
        other.minutes = "あちらの記録";
        REQUIRE(home.store()->save_workshop(other, {}).is_ok());
        program.rest();
        CHECK(program.has_message());
        driver.click("shell.understood");
        driver.click("script.minutes");
        driver.press(ImGuiMod_Ctrl | ImGuiKey_End);
        driver.type("さらに");
        program.rest();
        const std::string minutes = stored(home).minutes;
        CHECK(minutes.find("こちらの記録") != std::string::npos);
        CHECK(minutes.find("あちらの記録") != std::string::npos);
        CHECK(minutes.find("さらに") != std::string::npos);
    }
}

TEST_CASE("the workshop is deleted in another window: what was written goes into a file, and its place is told") {
    Home home;
    store_workshop(home, test::played_workshop());
    Program program(home);
    to_script(program);
    write(program.driver(), "script.minutes", "消えてはいけない文");
    REQUIRE(home.store()->delete_workshop(WorkshopId("w1")).is_ok());
    program.rest();
    REQUIRE(program.has_message());
    bool is_found = false;
    for (const auto &entry : fs::recursive_directory_iterator(home.data()))
        if (entry.path().extension() == ".txt")
            is_found |= bytes_of(entry.path()).find("消えてはいけない文") != std::string::npos;
    CHECK(is_found);
}

TEST_CASE("taken home: handout, tables and statements are written where the message says") {
    Home home;
    store_workshop(home, test::played_workshop());
    Program program(home);
    Driver &driver = program.driver();
    to_script(program);
    write(driver, "script.minutes", "書いたばかりの記録");
    for (const auto &[button, ending, count] :
         {std::tuple{"script_screen.export-html", ".html", 1}, std::tuple{"script_screen.export-csv", ".csv", 2},
          std::tuple{"script_screen.export-xapi", ".json", 1}}) {
        CAPTURE(button);
        driver.click(button);
        REQUIRE(program.has_message());
        driver.click("shell.understood");
        int found = 0;
        for (const auto &entry : fs::recursive_directory_iterator(home.data() / "exports"))
            if (entry.path().extension() == ending) {
                ++found;
                CHECK(bytes_of(entry.path()).size() > 100);
            }
        CHECK(found == count);
    }
    // What was not saved by itself yet is in the handout.
    for (const auto &entry : fs::recursive_directory_iterator(home.data() / "exports"))
        if (entry.path().extension() == ".html")
            CHECK(bytes_of(entry.path()).find("書いたばかりの記録") != std::string::npos);
}
