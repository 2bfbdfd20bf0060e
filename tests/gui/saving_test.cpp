// Nothing that was decided or typed is lost: whatever happens to the process, the database or the case's file.

#include "gui/program.h"

#include <fstream>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "engine/debrief.h"

using namespace tsunagi;
using namespace tsunagi::gui;
using namespace tsunagi::model;
using Screen = app::Shell::Screen;
namespace fs = std::filesystem;

namespace {

std::size_t place_of(std::string_view scene) {
    const auto &course = material().course;
    for (std::size_t i = 0; i < course.size(); ++i)
        if (course[i].scene.value == scene) return i;
    FAIL("the handbook's course has no scene ", std::string(scene));
    return 0;
}

const Decision &decision_at(std::string_view scene) { return material().course[place_of(scene)]; }

void write(const fs::path &file, const std::string &bytes) {
    fs::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << bytes;
}

std::string json_of(const Session &session) { return content::session_to_json(session); }

// Another option of the scene than the one given, that can be taken.
std::string other_option(Program &program, const Decision &decision) {
    const auto &choice = std::get<ChooseOne>(program.shell().run()->progress.scene->interaction);
    for (const Option &option : choice.options)
        if (option.id != std::get<OneAnswer>(decision.answer).option && option.when.is_always()) return option.id.value;
    return {};
}

const char *const kAwkward = "「はい」と\"いいえ\"と'わからない'\n\n\\n は改行ではない; DROP TABLE draft; -- % ％ 🌱\n";

} // namespace

TEST_CASE("drafts of every kind are there again after the program was closed") {
    struct Kind {
        const char *scene;
        std::size_t parts; ///< of the answer that are entered
    };
    for (const Kind &kind : {Kind{"take-on", 1}, Kind{"icmss", 3}, Kind{"sharing", 4}, Kind{"stages", 0}}) {
        CAPTURE(kind.scene);
        Home home;
        home.seed(place_of(kind.scene));
        Decision part = decision_at(kind.scene);
        if (auto *many = std::get_if<ManyAnswer>(&part.answer)) many->items.resize(kind.parts);
        if (auto *grid = std::get_if<GridAnswer>(&part.answer)) grid->marks.resize(kind.parts);
        ui::PlayDraft before;
        {
            Program program(home);
            program.driver().click("library.resume.cpp-1");
            program.enter(part, Hand::keys);
            program.type_rationale(kAwkward);
            before = program.shell().run()->draft;
            CHECK(before.rationale == std::string(kAwkward));
            program.close();
        }
        Program program(home);
        program.driver().click("library.resume.cpp-1");
        CHECK(program.scene() == kind.scene);
        const ui::PlayDraft &after = program.shell().run()->draft;
        CHECK(after.chosen == before.chosen);
        CHECK(after.marks == before.marks);
        CHECK(after.order == before.order);
        CHECK(after.rationale == before.rationale);
        CHECK(program.driver().shows("DROP TABLE draft"));
        program.kill();
        CHECK(home.session().decisions.size() == place_of(kind.scene));
    }
}

TEST_CASE("a draft is kept when another screen is opened, and when the program dies a moment after the last key") {
    Home home;
    home.seed(place_of("take-on"));
    Program program(home);
    program.driver().click("library.resume.cpp-1");
    program.enter(decision_at("take-on"), Hand::mouse);
    program.type_rationale("途中まで");
    program.driver().click("bar.library");
    program.driver().click("library.resume.cpp-1");
    CHECK(program.shell().run()->draft.rationale == "途中まで");
    program.type_rationale("、そして");
    program.rest();
    program.restart();
    program.driver().click("library.resume.cpp-1");
    CHECK(program.scene() == "take-on");
    CHECK(program.shell().run()->draft.rationale.find("、そして") != std::string::npos);
    CHECK(program.shell().run()->draft.chosen.size() == 1);
}

TEST_CASE("10,000 characters of why survive the end of the program and the decision") {
    std::string text;
    for (int i = 0; i < 10'000; ++i) text += i % 97 == 96 ? "\n" : "の";
    Home home;
    home.seed(place_of("take-on"));
    Program program(home);
    program.driver().click("library.resume.cpp-1");
    program.enter(decision_at("take-on"), Hand::mouse);
    program.type_rationale(text);
    program.rest();
    program.restart();
    program.driver().click("library.resume.cpp-1");
    CHECK(program.shell().run()->draft.rationale == text);
    program.commit();
    CHECK(program.shows_outcome());
    CHECK(home.session().decisions.back().rationale == text);
}

TEST_CASE("killed after any decision, the program goes on exactly there") {
    Home home;
    Program program(home);
    program.begin_case();
    const auto &course = material().course;
    for (std::size_t i = 0; i < course.size(); ++i) {
        CAPTURE(course[i].scene.value);
        program.answer(course[i]);
        program.restart(); // the outcome was on the screen, or the next scene
        CHECK(program.screen() == Screen::library);
        if (i + 1 == course.size()) break;
        program.driver().click("library.resume.cpp-1");
        CHECK(program.scene() == course[i + 1].scene.value);
        CHECK(program.shell().run()->draft.rationale.empty());
    }
    program.driver().click("bar.history");
    program.driver().click("history.debrief.0");
    REQUIRE(program.screen() == Screen::debrief);
    CHECK(program.driver().shows(material().scenario.find_ending(material().scenario.handbook_course.ending)->title));
    const Session session = home.session();
    REQUIRE(session.decisions.size() == course.size());
    for (std::size_t i = 0; i < course.size(); ++i) CHECK(session.decisions[i].rationale == course[i].rationale);
    // The same answers, though items stand in the order of the screen: they come to the same figures.
    const auto stored = engine::fold(material().scenario, session.decisions);
    const auto expected = engine::fold(material().scenario, course);
    REQUIRE(stored.is_ok());
    REQUIRE(expected.is_ok());
    CHECK(engine::score(*stored).earned.points == engine::score(*expected).earned.points);
    CHECK(engine::score(*stored).available.points == engine::score(*expected).available.points);
}

TEST_CASE("where a decision cannot be stored, nothing of what follows is shown and what was entered stays") {
    Home home;
    home.seed(place_of("take-on"));
    Program program(home);
    program.driver().click("library.resume.cpp-1");
    const Decision &decision = decision_at("take-on");
    program.enter(decision, Hand::mouse);
    program.type_rationale(decision.rationale);
    program.rest();
    home.execute("ALTER TABLE decision RENAME TO decision_elsewhere");

    program.commit();
    CHECK(program.has_message());
    CHECK_FALSE(program.shows_outcome());
    for (const Option &option :
         std::get<ChooseOne>(material().scenario.find_scene(decision.scene)->interaction).options) {
        CHECK_FALSE(program.driver().shows(option.reason));
        CHECK_FALSE(program.driver().shows(option.consequence));
    }
    SUBCASE("the keyboard does not reach what is behind the message") {
        const std::vector<std::string> chosen = program.shell().run()->draft.chosen;
        for (const ImGuiKey key : {ImGuiKey_1, ImGuiKey_2, ImGuiKey_3}) program.driver().press(key);
        CHECK(program.shell().run()->draft.chosen == chosen);
    }
    program.driver().click("shell.understood");
    CHECK_FALSE(program.has_message());
    CHECK(program.scene() == "take-on");
    CHECK(program.shell().run()->draft.rationale == decision.rationale);
    CHECK(program.shell().run()->draft.chosen.size() == 1);

    home.execute("ALTER TABLE decision_elsewhere RENAME TO decision");
    program.commit(); // and once the database is well again, it goes through
    CHECK_FALSE(program.has_message());
    CHECK(program.shows_outcome());
    CHECK(home.session().decisions.back().rationale == decision.rationale);
}

TEST_CASE("a draft that could not be stored is stored when the program is closed") {
    Home home;
    home.seed(place_of("take-on"));
    {
        Program program(home);
        program.driver().click("library.resume.cpp-1");
        home.execute("ALTER TABLE draft RENAME TO draft_elsewhere");
        program.type_rationale("消えてはいけない");
        program.rest();
        REQUIRE(program.has_message());
        program.driver().press(ImGuiKey_Escape);
        CHECK_FALSE(program.has_message());
        home.execute("ALTER TABLE draft_elsewhere RENAME TO draft");
        program.close();
    }
    Program program(home);
    program.driver().click("library.resume.cpp-1");
    CHECK(program.shell().run()->draft.rationale == "消えてはいけない");
}

TEST_CASE("of two programs at the same decision, the second is told and stands where the first one is") {
    for (const std::string_view scene :
         {std::string_view("take-on"), std::string_view(material().course.back().scene.value)}) {
        CAPTURE(std::string(scene));
        const std::size_t place = place_of(scene);
        const Decision &decision = material().course[place];
        Home home;
        home.seed(place);
        Program first(home);
        Program second(home);
        first.driver().click("library.resume.cpp-1");
        second.driver().click("library.resume.cpp-1");
        second.driver().click("play.option." + other_option(second, decision));
        second.type_rationale("二つめの画面");
        first.answer(decision);
        REQUIRE(first.shows_outcome());
        const std::string decided = json_of(home.session());

        second.commit();
        CHECK(second.shows_text("error.store-conflict"));
        CHECK(json_of(home.session()) == decided);
        second.driver().click("shell.understood");
        CHECK_FALSE(second.has_message());
        first.go_on();
        CHECK(second.screen() == first.screen());
        CHECK(second.scene() == first.scene());
        if (first.screen() == Screen::debrief) continue;
        CHECK(second.shell().run()->draft.chosen.empty());
        CHECK(second.shell().run()->draft.rationale.empty());
        CHECK(second.driver().shows(material().scenario.find_scene(material().course[place + 1].scene)->title));
    }
}

TEST_CASE("what the first program has typed at the next scene survives the conflict of the second") {
    Home home;
    home.seed(place_of("take-on"));
    Program first(home);
    Program second(home);
    first.driver().click("library.resume.cpp-1");
    second.driver().click("library.resume.cpp-1");
    first.answer(decision_at("take-on"));
    first.go_on();
    first.type_rationale("次の場面の下書き");
    first.rest();
    second.driver().click("play.option." + other_option(second, decision_at("take-on")));
    second.commit();
    CHECK(second.has_message());
    CHECK(second.shell().run()->draft.rationale == "次の場面の下書き");
    first.restart();
    first.driver().click("library.resume.cpp-1");
    CHECK(first.shell().run()->draft.rationale == "次の場面の下書き");
}

TEST_CASE("a database that cannot be used is left as it is, copied on request, and does not keep one from going on") {
    Home home;
    std::string code;
    SUBCASE("damaged") {
        code = "error.store-damaged";
        write(home.database(), "SQLite format 3" + std::string(1, '\0') + std::string(5000, 'x'));
    }
    SUBCASE("no database at all") {
        code = "error.store-damaged";
        write(home.database(), "これは記録ではありません");
    }
    SUBCASE("newer") {
        code = "error.store-newer";
        { Program program(home); }
        home.execute("PRAGMA user_version = 999; PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode = DELETE");
    }
    SUBCASE("of another program") {
        code = "error.store-damaged";
        home.execute("PRAGMA application_id = 77; CREATE TABLE recipe (name TEXT); INSERT INTO recipe VALUES ('x')");
    }
    const std::string bytes = bytes_of(home.database());
    {
        Program program(home);
        Driver &driver = program.driver();
        REQUIRE(program.screen() == Screen::trouble);
        CHECK(program.shows_text(code));
        CHECK(program.shows_text("trouble.untouched"));
        CHECK(driver.shows("sessions.db"));
        driver.click("trouble.retry");
        CHECK(program.screen() == Screen::trouble);
        driver.click("trouble.copy");
        CHECK(bytes_of(home.data() / "sessions-copy-1.db") == bytes);
        CHECK(driver.shows("sessions-copy-1.db"));
        CHECK(bytes_of(home.database()) == bytes);

        driver.click("trouble.fresh");
        REQUIRE(program.screen() == Screen::library);
        program.begin_case();
        program.answer(material().course.front());
        program.close();
    }
    CHECK(bytes_of(home.database()) == bytes);
    Program program(home);
    CHECK(program.screen() == Screen::library);
    program.driver().click("library.resume.cpp-1");
    CHECK(program.scene() == material().course[1].scene.value);
    CHECK(bytes_of(home.database()) == bytes);
}

TEST_CASE("once the database is well again, trying again opens it") {
    Home home;
    home.seed(2);
    const std::string bytes = bytes_of(home.database());
    write(home.database(), "broken");
    Program program(home);
    REQUIRE(program.screen() == Screen::trouble);
    write(home.database(), bytes);
    program.driver().click("trouble.retry");
    REQUIRE(program.screen() == Screen::library);
    program.driver().click("library.resume.cpp-1");
    CHECK(program.scene() == material().course[2].scene.value);
}

TEST_CASE("a session goes on with the case as it was begun, whatever becomes of the file") {
    Home home;
    const fs::path file = home.make_own_cases() / "cpp-1.json";
    const std::string original = bytes_of(file);
    home.seed(2);
    std::string changed = original;
    bool is_broken = false;
    SUBCASE("edited") {
        const std::string &title = material().scenario.find_scene(material().course[2].scene)->title;
        for (std::size_t at = changed.find(title); at != std::string::npos; at = changed.find(title, at + 1))
            changed.replace(at, title.size(), "書きかえられた題");
        write(file, changed);
    }
    SUBCASE("broken") {
        is_broken = true;
        write(file, original.substr(0, original.size() / 2));
    }
    SUBCASE("with an option that leads nowhere") {
        is_broken = true;
        const std::size_t at = changed.find("\"start\"");
        REQUIRE(at != std::string::npos);
        changed.replace(at, 7, "\"stort\"");
        write(file, changed);
    }
    SUBCASE("gone") {
        is_broken = true;
        fs::remove(file);
    }
    Program program(home);
    Driver &driver = program.driver();
    CHECK_FALSE(program.has_message());
    if (is_broken && fs::exists(file)) {
        CHECK(program.shows_text("library.broken"));
        CHECK(driver.shows("cpp-1.json"));
    }
    driver.click("bar.history");
    if (!is_broken) CHECK(program.shows_text("history.changed"));
    driver.click("history.resume.0");
    CHECK(program.scene() == material().course[2].scene.value);
    CHECK(driver.shows(material().scenario.find_scene(material().course[2].scene)->title));
    CHECK_FALSE(driver.shows("書きかえられた題"));
    program.play(2, material().course.size());
    CHECK(program.screen() == Screen::debrief);
    CHECK(home.session().scenario_hash == material().scenario.hash);
}
