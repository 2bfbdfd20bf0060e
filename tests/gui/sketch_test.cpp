// Eco-maps that one draws as an exercise: by mouse and by keyboard, kept whatever becomes of the program.

#include "gui/program.h"

#include <algorithm>

#include <SQLiteCpp/SQLiteCpp.h>
#include <doctest/doctest.h>
#include <fmt/format.h>

#include "app/atomic_file.h"

using namespace tsunagi;
using namespace tsunagi::gui;
using namespace tsunagi::model;
using Screen = app::Shell::Screen;
namespace fs = std::filesystem;

namespace {

/// The drawings in the database, as another program would see them.
std::vector<Sketch> stored(const Home &home) {
    const auto store = home.store();
    const auto list = store->list_sketches();
    REQUIRE(list.is_ok());
    std::vector<Sketch> sketches;
    for (const store::SketchSummary &summary : *list) {
        const auto read = store->load_sketch(summary.id);
        REQUIRE(read.is_ok());
        CHECK(read->mended == 0);
        sketches.push_back(read->sketch);
    }
    return sketches;
}

Sketch only_one(const Home &home) {
    const std::vector<Sketch> all = stored(home);
    REQUIRE(all.size() == 1);
    return all.front();
}

const Party *named(const Sketch &sketch, std::string_view label) {
    const auto found = std::find_if(sketch.parties.begin(), sketch.parties.end(),
                                    [&](const Party &party) { return party.label == label; });
    return found == sketch.parties.end() ? nullptr : &*found;
}

void go_and_press(Driver &driver, const std::string &name, ImGuiKey key = ImGuiKey_Enter) {
    driver.press_until_focused(name);
    driver.press(key);
}

void to_list(Program &program) {
    program.driver().click("bar.drills");
    program.driver().click("drills.sketch");
    REQUIRE(program.screen() == Screen::sketch);
}

/// A new drawing from the first case, on the screen.
void begin_from_case(Program &program) {
    to_list(program);
    program.driver().click("sketch.begin.cpp-1");
    REQUIRE(program.driver().exists("sketch.add-tie"));
}

void add_party(Program &program, std::string_view name, const std::string &kind) {
    program.driver().click("sketch.new-name");
    program.driver().type(name);
    program.driver().click("sketch.new-kind." + kind);
    program.driver().click("sketch.add-party");
}

void pick(Driver &driver, const std::string &combo, const PartyId &party) {
    driver.click(combo);
    driver.click("sketch.pick." + party.value);
}

void execute(const fs::path &database, const std::string &sql) {
    SQLite::Database(app::utf8_of(database), SQLite::OPEN_READWRITE).exec(sql);
}

} // namespace

TEST_CASE(
    "a drawing from a case, by mouse: somebody added, tied, changed, removed, brought back, and there next time") {
    Home home;
    Program program(home);
    Driver &driver = program.driver();
    begin_from_case(program);
    CHECK(program.shows_text("sketch.notice"));
    const Sketch begun = only_one(home);
    CHECK(begun.title == material().scenario.title);
    CHECK(begun.ties.empty());
    CHECK(begun.parties.size() > 1);
    CHECK(begun.parties.size() < material().scenario.parties.size()); // who comes later is not told

    add_party(program, "町内会の人", "friend");
    program.rest();
    const Sketch with_friend = only_one(home);
    const Party *newcomer = named(with_friend, "町内会の人");
    REQUIRE(newcomer != nullptr);
    CHECK(newcomer->kind == PartyKind::friend_);
    CHECK(driver.exists("eco.party." + newcomer->id.value));

    const PartyId client = begun.parties.front().id;
    pick(driver, "sketch.to", client);
    driver.click("sketch.add-tie"); // from whom was added last
    driver.click("sketch.strength.strong");
    driver.click("sketch.stress");
    driver.click("sketch.flow.forward");
    program.rest();
    const Sketch tied = only_one(home);
    REQUIRE(tied.ties.size() == 1);
    CHECK(tied.ties[0].from == newcomer->id);
    CHECK(tied.ties[0].to == client);
    CHECK(tied.ties[0].strength == TieStrength::strong);
    CHECK(tied.ties[0].stress);
    CHECK(tied.ties[0].flow == TieFlow::forward);
    for (const auto &[party, place] : begun.places) { // nobody moves because something is added
        CHECK(tied.places.at(party).x == place.x);
        CHECK(tied.places.at(party).y == place.y);
    }

    driver.click("eco.party." + newcomer->id.value);
    driver.click("sketch.remove-party");
    program.rest();
    CHECK(named(only_one(home), "町内会の人") == nullptr);
    CHECK(only_one(home).ties.empty());
    driver.click("sketch.undo");
    program.rest();
    CHECK(named(only_one(home), "町内会の人") != nullptr);
    REQUIRE(only_one(home).ties.size() == 1);
    CHECK(only_one(home).ties[0].strength == TieStrength::strong);

    program.restart();
    to_list(program);
    CHECK(driver.shows(begun.title));
    driver.click("sketch.open.0");
    CHECK(driver.exists("eco.party." + newcomer->id.value));
    CHECK(driver.exists("eco.tie." + tied.ties[0].id.value));
    driver.click("eco.tie." + tied.ties[0].id.value);
    driver.click("sketch.status.broken");
    driver.click("sketch.to-list");
    CHECK(only_one(home).ties[0].status == TieStatus::broken);
}

TEST_CASE(
    "a drawing by keyboard alone: begun empty, named, somebody added and tied, removed by Delete, undone by Ctrl+Z") {
    Home home;
    Program program(home);
    Driver &driver = program.driver();
    go_and_press(driver, "bar.drills");
    go_and_press(driver, "drills.sketch");
    go_and_press(driver, "sketch.begin-empty");
    REQUIRE(driver.exists("sketch.title"));
    CHECK(only_one(home).parties.size() == 1);

    driver.press_until_focused("sketch.new-name"); // Tab begins to edit
    driver.type("訪問看護");
    driver.press(ImGuiKey_Enter); // adds, as an agency
    program.rest();
    REQUIRE(only_one(home).parties.size() == 2);
    const Party agency = only_one(home).parties[1];
    CHECK(agency.kind == PartyKind::agency);

    go_and_press(driver, "sketch.to");
    REQUIRE(driver.exists("sketch.pick.client"));
    go_and_press(driver, "sketch.pick.client");
    go_and_press(driver, "sketch.add-tie");
    go_and_press(driver, "sketch.strength.weak", ImGuiKey_Space);
    program.rest();
    REQUIRE(only_one(home).ties.size() == 1);
    const Tie tie = only_one(home).ties[0];
    CHECK(tie.strength == TieStrength::weak);

    go_and_press(driver, "eco.party." + agency.id.value);
    driver.press(ImGuiKey_Delete);
    program.rest();
    CHECK(only_one(home).parties.size() == 1);
    driver.press(ImGuiMod_Ctrl | ImGuiKey_Z);
    program.rest();
    CHECK(only_one(home).parties.size() == 2);
    CHECK(only_one(home).ties.size() == 1);

    const MapPlace before = only_one(home).places.at(agency.id);
    go_and_press(driver, "ecomap.move-right");
    program.rest();
    CHECK(only_one(home).places.at(agency.id).x > before.x);
}

TEST_CASE("a drawing is saved a moment after a change, and when its screen is left") {
    Home home;
    Program program(home);
    begin_from_case(program);
    program.driver().click("sketch.title");
    program.driver().press(ImGuiMod_Ctrl | ImGuiKey_A);
    program.driver().type("わたしの図");
    SUBCASE("a moment later") { program.rest(); }
    SUBCASE("another screen") { program.driver().click("bar.library"); }
    SUBCASE("the window is closed") {
        program.close();
        CHECK(only_one(home).title == "わたしの図");
        return;
    }
    program.kill();
    CHECK(only_one(home).title == "わたしの図");
}

TEST_CASE("a name that is empty or too long does not get into the drawing") {
    Home home;
    Program program(home);
    Driver &driver = program.driver();
    begin_from_case(program);
    driver.click("eco.party." + only_one(home).parties[0].id.value);
    const std::string before = only_one(home).parties[0].label;
    driver.click("sketch.name");
    driver.press(ImGuiMod_Ctrl | ImGuiKey_A);
    driver.press(ImGuiKey_Delete);
    program.rest();
    CHECK(program.shows_text("sketch.name-needed"));
    CHECK(only_one(home).parties[0].label == before);
    std::string longest;
    for (std::size_t i = 0; i < kLongestSketchName; ++i) longest += "あ";
    driver.type(longest + "いいい");
    program.rest();
    CHECK(driver.shows(fmt::format("{}字だけ", kLongestSketchName)));
    CHECK(only_one(home).parties[0].label == longest);
    CHECK_FALSE(program.has_message());
}

TEST_CASE("forty people and agencies are as many as there can be, and the screen says so") {
    Home home;
    Sketch full = new_sketch("満員", "本人");
    full.id = SketchId("full");
    while (full.parties.size() < kMostSketchParties) {
        Party party;
        party.label = "支援者";
        full = edited(full, AddParty{party}).value();
    }
    fs::create_directories(home.data());
    REQUIRE(home.store()->save_sketch(full).is_ok());
    Program program(home);
    to_list(program);
    program.driver().click("sketch.open.0");
    CHECK(program.shows_text("error.sketch-parties"));
    CHECK_FALSE(program.driver().exists("sketch.add-party"));
    program.driver().click("eco.party." + full.parties.back().id.value);
    program.driver().click("sketch.remove-party");
    CHECK(program.driver().exists("sketch.add-party"));
}

TEST_CASE("another program was quicker: the screen says so, and nothing of either is lost") {
    Home home;
    Program program(home);
    Driver &driver = program.driver();
    begin_from_case(program);
    const auto other = home.store();
    Sketch theirs = other->load_sketch(only_one(home).id)->sketch;
    theirs.title = "もう一方の図";
    REQUIRE(other->save_sketch(theirs).is_ok());
    add_party(program, "隣の人", "friend");
    program.rest();
    CHECK(program.shows_text("sketch.conflict"));
    CHECK(only_one(home).title == "もう一方の図");

    SUBCASE("mine is kept as another drawing") {
        driver.click("sketch.keep-copy");
        CHECK_FALSE(program.shows_text("sketch.conflict"));
        add_party(program, "店の人", "friend"); // and goes on being saved
        program.rest();
    }
    SUBCASE("left without a choice, both are kept") {
        driver.click("bar.library");
        CHECK(program.has_message());
    }
    SUBCASE("closed without a choice, both are kept") { program.close(); }
    SUBCASE("the other one is opened") {
        driver.click("sketch.take-other");
        CHECK_FALSE(program.shows_text("sketch.conflict"));
        CHECK(named(only_one(home), "隣の人") == nullptr);
        return;
    }
    const std::vector<Sketch> both = stored(home);
    REQUIRE(both.size() == 2);
    const bool is_first_theirs = both[0].title == "もう一方の図";
    CHECK(named(both[is_first_theirs ? 1 : 0], "隣の人") != nullptr);
    CHECK(named(both[is_first_theirs ? 0 : 1], "隣の人") == nullptr);
}

TEST_CASE("what could not be saved stays on the screen and is saved once it can be") {
    Home home;
    Program program(home);
    Driver &driver = program.driver();
    begin_from_case(program);
    execute(home.database(), "ALTER TABLE sketch RENAME TO sketch_elsewhere");
    add_party(program, "隣の人", "friend");
    program.rest();
    REQUIRE(program.has_message());
    driver.click("shell.understood");
    program.rest();
    CHECK_FALSE(program.has_message()); // said once
    execute(home.database(), "ALTER TABLE sketch_elsewhere RENAME TO sketch");
    driver.click("sketch.to-list");
    CHECK(named(only_one(home), "隣の人") != nullptr);
}

TEST_CASE("the case's own beginning beside the drawing, and both into a file") {
    Home home;
    Program program(home);
    Driver &driver = program.driver();
    begin_from_case(program);
    CHECK_FALSE(program.shows_text("sketch.of-case"));
    driver.click("sketch.compare");
    CHECK(program.shows_text("sketch.of-case"));
    driver.click("ecomap.export-svg");
    REQUIRE(program.has_message());
    driver.click("shell.understood");
    const std::string svg = bytes_of(home.data() / "exports" / "sketch-ecomap-1.svg");
    CHECK(svg.find("<svg") != std::string::npos);
    CHECK(svg.find(program.text("sketch.of-case")) != std::string::npos);
    CHECK(svg.find(program.text("sketch.own")) != std::string::npos);
    driver.click("sketch.compare-end");
    CHECK_FALSE(program.shows_text("sketch.of-case"));
    CHECK(only_one(home).ties.empty()); // the case's ties are only looked at
}

TEST_CASE("a drawing is deleted only after a second thought") {
    Home home;
    Program program(home);
    Driver &driver = program.driver();
    begin_from_case(program);
    driver.click("sketch.to-list");
    driver.click("sketch.delete.0");
    CHECK(stored(home).size() == 1);
    driver.click("sketch.keep.0");
    driver.click("sketch.delete.0");
    driver.click("sketch.really.0");
    CHECK(stored(home).empty());
    CHECK(program.shows_text("sketch.none"));
}

TEST_CASE("a damaged drawing is told and does not keep one from the others") {
    Home home;
    Program program(home);
    Driver &driver = program.driver();
    begin_from_case(program);
    driver.click("sketch.to-list");
    execute(home.database(), "UPDATE sketch SET json = '[1'");
    driver.click("sketch.open.0");
    CHECK(program.shows_text("error.sketch-json"));
    driver.click("shell.understood");
    driver.click("sketch.begin-empty");
    CHECK(driver.exists("sketch.title"));
}
