// A workshop in the window: made by keyboard, played in turns on one computer, kept back until it is revealed.

#include "gui/program.h"

#include <algorithm>
#include <fstream>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "app/export_file.h"
#include "app/folder_listing.h"

using namespace tsunagi;
using namespace tsunagi::gui;
using namespace tsunagi::model;
using Screen = app::Shell::Screen;
using Page = app::WorkshopPage;
namespace fs = std::filesystem;

namespace {

const WorkshopId kId("w1");
const GroupId kFirst("g1");
const GroupId kSecond("g2");

// Decides the first scene of the case and the last one; the handbook's team decides between them.
Workshop short_workshop() {
    Workshop workshop;
    workshop.id = kId;
    workshop.title = "秋の研修";
    workshop.date = "2026-11-23";
    workshop.scenario = material().scenario.id;
    workshop.scenario_version = material().scenario.version;
    workshop.scenario_hash = material().scenario.hash;
    workshop.groups = {{kFirst, "心理グループ", LearnerProfession::cpp, 4},
                       {kSecond, "OTグループ", LearnerProfession::ot, 5}};
    workshop.settings.scenes = {SceneId("take-on"), SceneId("closing")};
    return workshop;
}

void keep(const Home &home, const Workshop &workshop) {
    REQUIRE(home.store()->save_workshop(workshop, material().scenario_json).is_ok());
}

Workshop kept(const Home &home) {
    auto workshop = home.store()->load_workshop(kId);
    REQUIRE(workshop.is_ok());
    return std::move(workshop).value();
}

void to_desk(Program &program) {
    program.driver().click("bar.workshop");
    program.driver().click("workshop.open.0");
    REQUIRE(program.shell().workshop_page() == Page::desk);
}

const Decision &decision_at(const std::string &scene) {
    const auto &course = material().course;
    const auto found =
        std::find_if(course.begin(), course.end(), [&](const Decision &each) { return each.scene.value == scene; });
    REQUIRE(found != course.end());
    return *found;
}

const Option &option_of(const std::string &scene, const OptionId &id) {
    const auto &options = *options_of(material().scenario.find_scene(SceneId(scene))->interaction);
    const auto found = std::find_if(options.begin(), options.end(), [&](const Option &each) { return each.id == id; });
    REQUIRE(found != options.end());
    return *found;
}

void decide(Program &program, const std::string &scene, const std::string &reason) {
    Decision decision = decision_at(scene);
    decision.rationale = reason;
    program.answer(decision);
}

// From the desk over the curtain to the first scene where the group decides.
void begin_turn(Program &program, const GroupId &group) {
    program.driver().click("workshop.play." + group.value);
    REQUIRE(program.shell().workshop_page() == Page::curtain);
    program.driver().click("workshop.start-turn");
    if (program.scene() == "referral") program.commit();
    program.go_on();
}

void drop(Program &program, const std::vector<fs::path> &files) {
    std::vector<std::string> paths;
    for (const fs::path &file : files) paths.push_back(file.string());
    program.shell().drop_files(paths);
    program.driver().settle();
    program.shell().finish_jobs();
    program.driver().settle();
}

// A file on the facilitator's stick.
fs::path written(const Home &home, const std::string &name, const base::Result<std::string> &content) {
    REQUIRE(content.is_ok());
    std::ofstream(home.data() / name, std::ios::binary) << *content;
    return home.data() / name;
}

Session session_of(const Home &home, const GroupId &group) {
    for (const Session &session : home.sessions())
        if (session.seat && session.seat->group == group) return session;
    FAIL("no session of ", group.value);
    return {};
}

} // namespace

TEST_CASE(
    "a workshop made by keyboard: what is wrong stands beside its field, the first wrong field has the keyboard") {
    Home home;
    Program program(home);
    Driver &driver = program.driver();
    driver.press_until_focused("bar.workshop");
    driver.press(ImGuiKey_Enter);
    REQUIRE(program.screen() == Screen::workshop);
    CHECK(program.shows_text("workshop.empty-1"));
    CHECK(program.shows_text("workshop.empty-3"));
    driver.press_until_focused("workshop.new");
    driver.press(ImGuiKey_Enter);
    REQUIRE(program.shell().workshop_page() == Page::form);

    // The title has the keyboard; it is left empty at first.
    CHECK(driver.is_active("workshop.field-title"));
    driver.press(ImGuiMod_Ctrl | ImGuiKey_Enter);
    driver.settle();
    CHECK(program.shows_text("workshop.fault-title"));
    CHECK(program.shows_text("workshop.fault-case"));
    CHECK(home.store()->list_workshops()->empty());
    CHECK(driver.is_active("workshop.field-title"));
    driver.type("  秋の研修 ");
    driver.press(ImGuiKey_Tab);
    CHECK(driver.is_active("workshop.field-date"));
    driver.press(ImGuiMod_Ctrl | ImGuiKey_A);
    driver.type("2026-02-30");
    driver.press(ImGuiMod_Ctrl | ImGuiKey_Enter);
    driver.settle();
    CHECK_FALSE(program.shows_text("workshop.fault-title"));
    CHECK(program.shows_text("workshop.fault-date"));
    CHECK(driver.is_active("workshop.field-date"));
    driver.press(ImGuiMod_Ctrl | ImGuiKey_A);
    driver.type("２０２６／１１／３"); // as an input method leaves it
    driver.press_until_focused("workshop.case.cpp-1");
    driver.press(ImGuiKey_Space);
    CHECK(driver.shows("およそ"));

    // The second group gets the first one's name, then another.
    driver.press_until_focused("workshop.name.1");
    driver.press(ImGuiMod_Ctrl | ImGuiKey_A);
    driver.type("公認心理師グループ");
    driver.press(ImGuiMod_Ctrl | ImGuiKey_Enter);
    driver.settle();
    CHECK(program.shows_text("workshop.fault-name-taken"));
    CHECK(driver.is_active("workshop.name.1"));
    driver.press(ImGuiMod_Ctrl | ImGuiKey_A);
    driver.type("リハ室");
    driver.press_until_focused("workshop.members.1");
    driver.press(ImGuiMod_Ctrl | ImGuiKey_A);
    driver.type("0");
    driver.press(ImGuiMod_Ctrl | ImGuiKey_Enter);
    driver.settle();
    CHECK(driver.is_active("workshop.members.1"));
    driver.press(ImGuiMod_Ctrl | ImGuiKey_A);
    driver.type("１２");
    driver.press_until_focused("workshop.plan.fits-60");
    driver.press(ImGuiKey_Enter);
    driver.press_until_focused("workshop.save");
    driver.press(ImGuiKey_Enter);
    driver.settle();
    REQUIRE(program.shell().workshop_page() == Page::desk);

    const auto list = home.store()->list_workshops();
    REQUIRE(list.is_ok());
    REQUIRE(list->size() == 1);
    const auto made = home.store()->load_workshop(list->front().id);
    REQUIRE(made.is_ok());
    CHECK(made->title == "秋の研修");
    CHECK(made->date == "2026-11-03");
    CHECK(made->scenario_hash == material().scenario.hash);
    REQUIRE(made->groups.size() == 2);
    CHECK(made->groups[1].name == "リハ室");
    CHECK(made->groups[1].profession == LearnerProfession::ot);
    CHECK(made->groups[1].members == 12);
    CHECK(made->settings.hides_results);
    CHECK_FALSE(made->settings.scenes.empty());
    CHECK(made->settings.scenes.size() < 23);
    CHECK_FALSE(made->is_revealed);
}

TEST_CASE(
    "two groups take turns on one computer: nothing of the first is seen by the second, all of it once revealed") {
    Home home;
    keep(home, short_workshop());
    Program program(home);
    Driver &driver = program.driver();
    to_desk(program);
    begin_turn(program, kFirst);
    REQUIRE(program.scene() == "take-on");
    const Option &taken = option_of("take-on", std::get<OneAnswer>(decision_at("take-on").answer).option);

    // Without a reason one is asked once more.
    Decision silent = decision_at("take-on");
    silent.rationale.clear();
    program.answer(silent);
    CHECK(program.shows_text("workshop.ask-reason"));
    CHECK(program.scene() == "take-on");
    driver.click("workshop.write-reason");
    driver.settle();
    CHECK_FALSE(program.shows_text("workshop.ask-reason"));
    driver.type("面接の場を使うと考えた"); // the keyboard is in the field already
    driver.settle();
    program.commit();
    REQUIRE(program.shows_outcome());
    CHECK(driver.shows(taken.consequence));
    CHECK_FALSE(driver.shows(taken.reason));
    CHECK_FALSE(program.shows_text("class.recommended"));
    CHECK(program.shows_text("workshop.outcome-hidden"));

    driver.click("workshop.hand-over");
    REQUIRE(program.screen() == Screen::workshop);
    REQUIRE(program.shell().workshop_page() == Page::curtain);
    CHECK(driver.shows("次は「OTグループ」の番です"));
    CHECK_FALSE(driver.shows(taken.text));
    CHECK_FALSE(driver.shows("面接の場を使うと考えた"));

    // What was handed over is not to be found in any corner.
    for (const char *place : {"bar.library", "bar.history", "bar.progress", "bar.settings"}) {
        driver.click(place);
        CHECK_MESSAGE(!driver.shows(taken.text), place);
        CHECK_MESSAGE(!driver.shows("面接の場を使うと考えた"), place);
        CHECK_MESSAGE(!driver.exists("library.resume.cpp-1"), place);
        CHECK_MESSAGE(program.first_item("history.resume").empty(), place);
    }
    driver.click("bar.history");
    CHECK(program.shows_text("workshop.played-hidden"));

    to_desk(program);
    begin_turn(program, kSecond);
    REQUIRE(program.scene() == "take-on");
    CHECK_FALSE(driver.shows("面接の場を使うと考えた"));
    decide(program, "take-on", "作業の場から");
    program.go_on();

    // Between the two scenes that are asked the handbook's team decides, and the screen says so.
    while (program.scene() != "closing") {
        REQUIRE(program.screen() == Screen::play);
        program.commit(); // scenes that are read
        program.go_on();
    }
    CHECK(driver.shows("次の場面は手引きのチームの決定で進みました"));
    const Session second = session_of(home, kSecond);
    CHECK(std::count_if(second.decisions.begin(), second.decisions.end(),
                        [](const Decision &each) { return each.is_given; }) > 10);
    decide(program, "closing", "離れても戻れるように");
    program.go_on();
    REQUIRE(program.shell().workshop_page() == Page::end);
    const Ending *ending = material().scenario.find_ending(material().scenario.handbook_course.ending);
    REQUIRE(ending != nullptr);
    CHECK(driver.shows(ending->title));
    CHECK_FALSE(driver.shows(ending->compared));
    driver.click("workshop.hand-over"); // the first group is not done
    REQUIRE(program.shell().workshop_page() == Page::curtain);
    CHECK(driver.shows("次は「心理グループ」の番です"));
    driver.click("workshop.other-group");
    CHECK(driver.shows("終わりました"));
    CHECK_FALSE(driver.exists("workshop.debrief.g2"));

    // Revealing asks first.
    driver.click("workshop.reveal");
    CHECK_FALSE(kept(home).is_revealed);
    driver.click("workshop.really-reveal");
    CHECK(kept(home).is_revealed);
    driver.click("workshop.debrief.g2");
    CHECK(program.screen() == Screen::debrief);
    driver.click("bar.history");
    CHECK_FALSE(program.shows_text("workshop.played-hidden"));
}

TEST_CASE("a killed program goes on where the group was, with what it had typed") {
    Home home;
    keep(home, short_workshop());
    Program program(home);
    to_desk(program);
    begin_turn(program, kFirst);
    REQUIRE(program.scene() == "take-on");
    program.enter(decision_at("take-on"), Hand::keys);
    program.type_rationale("途中まで");
    program.rest();
    program.restart();
    to_desk(program);
    CHECK(program.driver().shows("進行中"));
    program.driver().click("workshop.play.g1");
    program.driver().click("workshop.start-turn");
    REQUIRE(program.scene() == "take-on");
    CHECK(program.shell().run()->draft.rationale == "途中まで");
    program.commit();
    REQUIRE(program.shows_outcome());
    // Killed before one went on: the scenes that nobody is asked at are gone over when one comes back.
    program.restart();
    to_desk(program);
    program.driver().click("workshop.play.g1");
    program.driver().click("workshop.start-turn");
    const Session session = session_of(home, kFirst);
    CHECK(session.decisions.size() > 2);
    CHECK(session.decisions.back().is_given);
    CHECK(home.sessions().size() == 1);
}

TEST_CASE("a scene's clock counts down, says that time is up, and stops nothing") {
    Home home;
    Workshop workshop = short_workshop();
    workshop.settings.scene_seconds = 600;
    keep(home, workshop);
    Program program(home);
    Driver &driver = program.driver();
    to_desk(program);
    begin_turn(program, kFirst);
    REQUIRE(program.scene() == "take-on");
    CHECK(driver.shows("残り 9:"));
    CHECK(program.shell().seconds_to_next_frame() == 1);
    home.seconds += 700;
    driver.frame();
    CHECK(program.shows_text("workshop.time-over"));
    CHECK_FALSE(program.shell().seconds_to_next_frame());
    decide(program, "take-on", "時間を過ぎても");
    CHECK(program.shows_outcome());
    CHECK_FALSE(program.shows_text("workshop.time-over"));
}

TEST_CASE("several computers: a file out, a session back, the folder brought in, whatever else lies in it") {
    Home facilitator;
    keep(facilitator, short_workshop());
    fs::path group_file;
    {
        Program program(facilitator);
        to_desk(program);
        program.driver().click("workshop.save-group-file");
        CHECK(program.has_message());
        group_file = facilitator.data() / "exports" / "秋の研修-1.json";
        REQUIRE(fs::exists(group_file));
    }
    Home group;
    {
        Program program(group);
        Driver &driver = program.driver();
        drop(program, {group_file});
        REQUIRE(program.shell().workshop_page() == Page::desk);
        CHECK(program.shows_text("workshop.which-group"));
        CHECK_FALSE(driver.exists("workshop.reveal"));
        driver.click("workshop.seat.g2");
        CHECK_FALSE(driver.exists("workshop.play.g1"));
        // Another window, which knows of no workshop, writes its settings; the computer is a group's all the same.
        std::ofstream(group.data() / "settings.json") << "{\"introduction_seen\": true}";
        program.restart();
        to_desk(program);
        CHECK_FALSE(driver.exists("workshop.play.g1"));
        begin_turn(program, kSecond);
        decide(program, "take-on", "作業の場から");
        driver.click("workshop.hand-over");
        REQUIRE(program.shell().workshop_page() == Page::desk); // nobody else plays here
        driver.click("workshop.save-session.g2");
        CHECK(program.has_message());
    }
    const fs::path folder = facilitator.data() / "集めたもの";
    fs::create_directories(folder);
    fs::copy_file(group.data() / "exports" / "秋の研修-OTグループ-1.json", folder / "ot.json");
    fs::copy_file(folder / "ot.json", folder / "ot-copy.json");
    fs::copy_file(group_file, folder / "workshop.json");
    std::ofstream(folder / "broken.json") << "{ \"format\": ";
    Program program(facilitator);
    Driver &driver = program.driver();
    to_desk(program);
    driver.click("workshop.bring-in");
    driver.click("files.typed");
    driver.type(folder.string());
    driver.press(ImGuiKey_Enter);
    driver.settle();
    driver.click("files.take-folder");
    program.shell().finish_jobs();
    driver.settle();
    REQUIRE(program.shell().workshop_page() == Page::importing);
    CHECK(driver.shows("broken.json"));
    CHECK(program.shows_text("import_outcome.added"));
    CHECK(program.shows_text("import_outcome.same"));
    CHECK(program.shows_text("import_outcome.damaged"));
    CHECK(facilitator.sessions().size() == 1);
    CHECK(content::session_to_json(session_of(facilitator, kSecond)) ==
          content::session_to_json(session_of(group, kSecond)));
    driver.click("workshop.import-to-desk");
    CHECK(driver.shows("進行中"));
}

TEST_CASE("a group's copy follows a later file and stays a group's; the facilitator's own workshop follows none") {
    Home facilitator;
    Workshop workshop = short_workshop();
    workshop.updated_at = 100;
    keep(facilitator, workshop);
    const fs::path first =
        written(facilitator, "first.json", content::workshop_file_to_json(workshop, material().scenario_json));
    workshop.title = "冬の研修";
    workshop.groups.pop_back();
    workshop.updated_at = 200;
    const fs::path later =
        written(facilitator, "later.json", content::workshop_file_to_json(workshop, material().scenario_json));
    {
        Home group;
        Program program(group);
        drop(program, {first});
        program.driver().click("workshop.seat.g2");
        CHECK(kept(group).seat == kSecond);
        drop(program, {later});
        CHECK(kept(group).title == "冬の研修");
        CHECK(kept(group).seat == GroupId()); // its group is in it no more
        CHECK(program.shows_text("workshop.which-group"));
        CHECK_FALSE(program.driver().exists("workshop.reveal"));
        program.driver().click("workshop.seat.g1");
        drop(program, {first}); // the older one
        CHECK(kept(group).title == "冬の研修");
        CHECK(kept(group).seat == kFirst);
    }
    Program program(facilitator);
    to_desk(program);
    drop(program, {later});
    CHECK(kept(facilitator).title == "秋の研修");
    CHECK_FALSE(kept(facilitator).is_group_copy());
}

TEST_CASE("files dropped together are all taken; where somebody types or plays nothing happens but a word about it") {
    Home home;
    keep(home, short_workshop());
    std::vector<fs::path> files;
    for (const GroupId &group : {kFirst, kSecond}) {
        Session session;
        session.id = SessionId("s-" + group.value);
        session.scenario = material().scenario.id;
        session.scenario_version = material().scenario.version;
        session.scenario_hash = material().scenario.hash;
        session.seat = WorkshopSeat{kId, group};
        session.decisions = {material().course.front()};
        files.push_back(
            written(home, group.value + ".json", content::group_session_to_json(session, material().scenario_json)));
    }
    Program program(home);
    Driver &driver = program.driver();
    driver.click("bar.workshop");
    driver.click("workshop.new");
    REQUIRE(program.shell().workshop_page() == Page::form);
    driver.click("workshop.field-title");
    driver.type("書きかけ");
    drop(program, files);
    REQUIRE(program.shell().workshop_page() == Page::form);
    CHECK(program.has_message());
    CHECK(home.sessions().empty());
    driver.press(ImGuiKey_Escape);
    driver.settle();
    CHECK(driver.shows("書きかけ"));

    driver.click("bar.workshop");
    drop(program, files);
    REQUIRE(program.shell().workshop_page() == Page::importing);
    CHECK(home.sessions().size() == 2);
    CHECK(driver.shows("g1.json"));
    CHECK(driver.shows("g2.json"));
}

TEST_CASE("a workshop that cannot be read any more keeps back what it hid") {
    Home home;
    keep(home, short_workshop());
    Program program(home);
    Driver &driver = program.driver();
    to_desk(program);
    begin_turn(program, kSecond);
    REQUIRE(program.scene() == "take-on");
    const Session session = session_of(home, kSecond);
    home.execute("UPDATE workshop SET json = '{'");
    // Another window is quicker, so that this one takes the session up anew.
    const int index = static_cast<int>(session.decisions.size());
    REQUIRE(home.store()->append_decision(session.id, index, decision_at("take-on"), {}, home.seconds).is_ok());
    decide(program, "take-on", "作業の場から");
    CHECK(program.has_message());
    driver.press(ImGuiKey_Escape);
    driver.settle();
    int outcomes = 0;
    while (program.screen() == Screen::play) {
        REQUIRE(!program.scene().empty());
        program.answer(decision_at(program.scene()));
        outcomes += program.shows_outcome() ? 1 : 0;
        CHECK_FALSE(program.shows_text("outcome.learned"));
        CHECK_FALSE(program.shows_text("outcome.rows"));
        CHECK_FALSE(program.shows_text("class.recommended"));
        program.go_on();
    }
    CHECK(outcomes > 10);
    CHECK(program.shell().workshop_page() == Page::list);
    CHECK(program.has_message());
}

TEST_CASE("the team decides again after the discussion; of two windows the second is asked which decision stays") {
    Home home;
    keep(home, short_workshop());
    Program program(home);
    Driver &driver = program.driver();
    to_desk(program);
    driver.click("workshop.team-open");
    driver.click("workshop.team-scene.take-on");
    const auto &options = *options_of(material().scenario.find_scene(SceneId("take-on"))->interaction);
    driver.click("play.option." + options[0].id.value);
    driver.click("workshop.team-why");
    driver.type("話し合って決めた");

    // Another window saves something else, and something that has nothing to do with it.
    Workshop other = kept(home);
    other.minutes = "議事録";
    other.team = {{SceneId("take-on"), OneAnswer{options[1].id}, "別の理由"}};
    REQUIRE(home.store()->save_workshop(other, {}).is_ok());
    driver.click("workshop.team-save");
    REQUIRE(program.shell().workshop_page() == Page::team_scene);
    CHECK(program.shows_text("workshop.team-conflict"));
    CHECK(driver.shows("別の理由"));
    REQUIRE(kept(home).team.size() == 1);
    CHECK(kept(home).team[0].rationale == "別の理由");
    driver.click("workshop.team-keep-own");
    const Workshop settled = kept(home);
    CHECK(settled.minutes == "議事録");
    REQUIRE(settled.team.size() == 1);
    CHECK(settled.team[0].rationale == "話し合って決めた");
    CHECK(std::get<OneAnswer>(settled.team[0].answer).option == options[0].id);

    // It is there to be changed.
    driver.click("workshop.team-scene.take-on");
    driver.click("play.option." + options[1].id.value);
    driver.click("workshop.team-save");
    CHECK(std::get<OneAnswer>(kept(home).team[0].answer).option == options[1].id);
}

TEST_CASE("a deleted workshop leaves its sessions in the records") {
    Home home;
    keep(home, short_workshop());
    Program program(home);
    Driver &driver = program.driver();
    to_desk(program);
    begin_turn(program, kFirst);
    decide(program, "take-on", "理由");
    driver.click("bar.workshop");
    driver.click("workshop.delete.0");
    driver.click("workshop.keep.0");
    CHECK(home.store()->list_workshops()->size() == 1);
    driver.click("workshop.delete.0");
    driver.click("workshop.really-delete.0");
    CHECK(home.store()->list_workshops()->empty());
    CHECK(home.sessions().size() == 1);
    driver.click("bar.history");
    CHECK_FALSE(program.shows_text("workshop.played-hidden"));
}

TEST_CASE("a folder's list: folders first, hidden and other files left out, trouble in words") {
    const Home home;
    const fs::path folder = home.data() / "場所";
    fs::create_directories(folder / "b");
    fs::create_directories(folder / ".hidden");
    for (const char *name : {"z.json", "A.JSON", "note.txt", ".secret.json"}) std::ofstream(folder / name) << "{}";
    const app::FolderListing listing = app::list_folder(folder / "", {".json"});
    CHECK(listing.error.empty());
    REQUIRE(listing.entries.size() == 3);
    CHECK(listing.entries[0].name == "b");
    CHECK(listing.entries[1].name == "A.JSON");
    CHECK(listing.entries[2].name == "z.json");
    CHECK(listing.folder == folder);
    CHECK(app::list_folder(home.data() / "none", {".json"}).error == "folder-missing");
    CHECK(app::list_folder(folder / "z.json", {".json"}).error == "folder-missing");
    CHECK(app::mounted_media("/dev/sdb1 /media/me/MY\\040STICK vfat rw 0 0\n/dev/sda1 / ext4 rw 0 0\n") ==
          std::vector<fs::path>{"/media/me/MY STICK"});
    const std::string dirs = "# comment\nXDG_DESKTOP_DIR=\"$HOME/デスクトップ\"\nXDG_DOWNLOAD_DIR=\"/data/dl\"\n"
                             "XDG_DOCUMENTS_DIR=\"$HOME/\"\n";
    CHECK(app::user_folder(dirs, "XDG_DESKTOP_DIR", "/home/me") == fs::path("/home/me/デスクトップ"));
    CHECK(app::user_folder(dirs, "XDG_DOWNLOAD_DIR", "/home/me") == fs::path("/data/dl"));
    CHECK(app::user_folder(dirs, "XDG_DOCUMENTS_DIR", "/home/me").empty());
    CHECK(app::file_name_of("a/b:c\n") == "a_b_c");
    CHECK(app::file_name_of("../..") == "_..");
    CHECK(app::file_name_of(" ") == "_");
}
