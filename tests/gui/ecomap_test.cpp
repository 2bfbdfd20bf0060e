// The eco-map as somebody uses it: from the play and from the debrief and back, by mouse and by keyboard, moved,
// zoomed, compared, read as a list and saved; and that it shows nothing of what is still to come.

#include "gui/program.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <set>

#include <doctest/doctest.h>

#include "engine/tie_course.h"
#include "ui/ecomap_inks.h"
#include "ui/theme.h"

using namespace tsunagi;
using namespace tsunagi::gui;
using namespace tsunagi::model;
using Screen = app::Shell::Screen;
namespace fs = std::filesystem;

namespace {

constexpr const char *kMapOfDebrief = "debrief.part.8";

// The case at the scene after so many decisions of the handbook's team.
void resume(Home &home, Program &program, std::size_t decisions) {
    program.kill();
    home.seed(decisions);
    program.restart();
    program.driver().click("library.resume.cpp-1");
    REQUIRE(program.screen() == Screen::play);
}

void open_map(Home &home, Program &program, std::size_t decisions) {
    resume(home, program, decisions);
    program.driver().click("play.ecomap");
    REQUIRE(program.screen() == Screen::ecomap);
}

void open_map_of_debrief(Program &program) {
    program.finish_seeded();
    program.shell().finish_jobs(); // what the analysis brings moves the page
    program.driver().frame(4);
    program.driver().click(kMapOfDebrief);
    program.driver().click("ecomap.open");
    REQUIRE(program.screen() == Screen::ecomap);
}

// Keys of all items that begin so.
std::set<std::string> items(Program &program, const std::string &prefix) {
    std::set<std::string> keys;
    for (const Item &item : program.driver().items())
        if (item.key.rfind(prefix, 0) == 0) keys.insert(item.key);
    return keys;
}

std::map<PartyId, MapPlace> places(Home &home) {
    const auto read = home.store()->places(material().scenario.id);
    REQUIRE(read.is_ok());
    return *read;
}

ImVec2 centre(Program &program, const std::string &name) {
    const Rect rect = program.driver().item(name).rect;
    return {(rect.min.x + rect.max.x) * 0.5F, (rect.min.y + rect.max.y) * 0.5F};
}

bool is_same(ImVec2 a, ImVec2 b) { return std::abs(a.x - b.x) < 1.5F && std::abs(a.y - b.y) < 1.5F; }

// How opaque the halo of what has changed is on the map in the last frame, 0 to 255. (That in the legend always is.)
int halo(Program &program) {
    const std::uint32_t ink = ecomap::ink_of(ui::inks_of(program.shell().theme()), ecomap::Ink::changed);
    const ImU32 wanted = IM_COL32(ink >> 24U, (ink >> 16U) & 0xFFU, (ink >> 8U) & 0xFFU, 0);
    int least = 256;
    for (const ImDrawList *list : ImGui::GetDrawData()->CmdLists)
        for (const ImDrawVert &vertex : list->VtxBuffer) {
            const int alpha = static_cast<int>(vertex.col >> IM_COL32_A_SHIFT);
            // Soft edges end in nothing.
            if ((vertex.col & ~IM_COL32_A_MASK) == wanted && alpha > 0) least = std::min(least, alpha);
        }
    REQUIRE(least <= 255);
    return least;
}

// Driver::click lets frames pass afterwards.
void press_at_once(Program &program, const char *name) {
    program.driver().hover(name);
    for (const bool is_down : {true, false}) {
        ImGui::GetIO().AddMouseButtonEvent(ImGuiMouseButton_Left, is_down);
        program.driver().frame();
    }
    program.driver().frame();
}

std::vector<fs::path> files_in(const fs::path &folder) {
    std::vector<fs::path> files;
    if (fs::is_directory(folder))
        for (const auto &entry : fs::directory_iterator(folder)) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

} // namespace

TEST_CASE("from a scene to the map and back to the same scene, with what was typed there") {
    Home home;
    Program program(home);
    resume(home, program, 6);
    const std::string scene = program.scene();
    program.type_rationale("先に聞く");
    program.driver().click("play.ecomap");
    REQUIRE(program.screen() == Screen::ecomap);
    CHECK(program.driver().shows("はじめの月・「限られた枠で何を知るか」のあと"));
    CHECK(program.driver().shows("人と機関15、今あるつながり12（うち葛藤6）、切れている2、予定2"));
    program.driver().click("ecomap.back");
    CHECK(program.scene() == scene);
    CHECK(program.shell().run()->draft.rationale == "先に聞く");
}

TEST_CASE("an outcome that changed ties leads to the map, which knows nothing of the next scene yet") {
    constexpr const char *kNews = "要対協の個別ケース検討会議が開かれた"; // on the way into the next scene
    Home home;
    Program program(home);
    Driver &driver = program.driver();
    resume(home, program, 8);
    REQUIRE(program.scene() == "sharing");
    program.answer(material().course[8]);
    REQUIRE(program.shows_outcome());
    driver.click("outcome.ecomap");
    REQUIRE(program.screen() == Screen::ecomap);
    CHECK(driver.shows("会う約束ができた"));
    driver.click("ecomap.show-list");
    CHECK(driver.shows("会う約束ができた"));
    CHECK_FALSE(driver.shows(kNews));
    driver.click("ecomap.back");
    CHECK(program.shows_outcome());

    program.go_on();
    REQUIRE(program.scene() == "conference");
    driver.click("play.ecomap");
    CHECK(driver.shows(kNews));
}

TEST_CASE("while the story goes on nothing of the future is there: no hidden party, no handbook") {
    Home home;
    Program program(home);
    Driver &driver = program.driver();
    open_map(home, program, 6);
    const std::set<std::string> parties = items(program, "eco.party.");
    CHECK(parties.size() == 15);
    for (const char *hidden : {"eco.party.senpai", "eco.party.welfare", "eco.party.dv"})
        CHECK(parties.count(hidden) == 0);
    CHECK(items(program, "eco.tie.").size() == 16);
    CHECK_FALSE(driver.exists("ecomap.mode-handbook"));
    driver.click("ecomap.mode-start");
    CHECK_FALSE(driver.shows("元の職場の先輩"));
    CHECK_FALSE(driver.shows("DV相談窓口"));
    driver.click("ecomap.show-list");
    CHECK_FALSE(driver.shows("元の職場の先輩"));
    CHECK_FALSE(driver.shows("DV相談窓口"));
    CHECK(items(program, "eco.row.").size() == 16);
}

TEST_CASE("by keyboard alone: every party and every tie is reached, and Enter tells about it") {
    Home home;
    Program program(home);
    Driver &driver = program.driver();
    resume(home, program, 6);
    driver.press(ImGuiKey_Tab);
    driver.press_until_focused("play.ecomap");
    driver.press(ImGuiKey_Enter);
    REQUIRE(program.screen() == Screen::ecomap);
    std::set<std::string> wanted = items(program, "eco.party.");
    wanted.merge(items(program, "eco.tie."));
    REQUIRE(wanted.size() == 31);
    std::set<std::string> reached;
    for (int i = 0; i < 120; ++i) {
        driver.press(ImGuiKey_Tab);
        reached.insert(driver.focused());
    }
    for (const std::string &name : wanted) {
        CAPTURE(name);
        CHECK(reached.count(name) == 1);
    }
    driver.press_until_focused("eco.tie.t-cpp");
    CHECK(driver.is_focus_shown());
    driver.press(ImGuiKey_Enter);
    CHECK(driver.shows("「あと十分で帰ります」の決定による"));
    CHECK(driver.shows("最初の約束が守られた"));
    driver.press_until_focused("eco.party.kodomo");
    driver.press(ImGuiKey_Enter);
    CHECK(driver.shows("要保護児童対策地域協議会（要対協）の事務局"));
    CHECK_FALSE(driver.shows("「あと十分で帰ります」の決定による"));
}

TEST_CASE("enlarged, the map moves to whoever gets the keyboard's focus") {
    Home home;
    Program program(home);
    Driver &driver = program.driver();
    open_map(home, program, 6);
    for (int i = 0; i < 5; ++i) driver.click("ecomap.zoom-in");
    driver.leave();
    driver.press(ImGuiKey_Tab);
    for (const std::string name : {"eco.party.grand", "eco.party.kodomo", "eco.party.pharm", "eco.tie.t-partner"}) {
        CAPTURE(name);
        driver.press_until_focused(name);
        driver.frame(2);
        const Item item = driver.item(name);
        CHECK(item.clip.contains(item.rect));
    }
}

TEST_CASE("a press on a party, on a tie and on empty ground") {
    Home home;
    Program program(home);
    Driver &driver = program.driver();
    open_map(home, program, 6);
    const std::string hint = program.text("ecomap.hint");
    CHECK(driver.shows(hint));
    driver.click("eco.party.phn");
    CHECK(driver.shows("母子保健担当の地区担当。訪問して受診に付き添った"));
    CHECK_FALSE(driver.shows(hint));
    driver.click("eco.tie.t-partner");
    CHECK(driver.shows("Aさん → パートナー"));
    CHECK_FALSE(driver.shows("母子保健担当の地区担当。訪問して受診に付き添った"));
}

TEST_CASE("along the months: by buttons and by marks, which tell what changed there") {
    Home home;
    Program program(home);
    Driver &driver = program.driver();
    open_map(home, program, 6);
    CHECK(items(program, "eco.step.").size() == 6);
    CHECK(driver.shows("苦手な手当てを聞いてもらった"));
    CHECK_FALSE(driver.is_enabled("ecomap.step-on"));
    driver.click("ecomap.step-back");
    CHECK(driver.shows("「だれに言うんですか」のあと"));
    CHECK_FALSE(driver.shows("苦手な手当てを聞いてもらった"));
    driver.click("ecomap.step-back");
    CHECK(driver.shows("最初の約束が守られた"));
    driver.click("eco.step.0");
    CHECK_FALSE(driver.is_enabled("ecomap.step-back"));
    CHECK(driver.shows("人と機関13、今あるつながり9（うち葛藤6）、切れている2、予定2"));
    CHECK_FALSE(driver.exists("eco.party.midwife"));
    driver.click("ecomap.step-on");
    CHECK(driver.shows("面接の担当が決まった"));
    driver.click("eco.step.5");
    CHECK(driver.exists("eco.party.midwife"));
}

TEST_CASE("beside the beginning stand two maps, and what differs is told") {
    Home home;
    Program program(home);
    Driver &driver = program.driver();
    open_map(home, program, 6);
    driver.click("ecomap.mode-start");
    CHECK(driver.exists("other/eco.party.a"));
    CHECK(driver.exists("own/eco.party.a"));
    CHECK_FALSE(driver.exists("other/eco.party.midwife"));
    CHECK(driver.exists("own/eco.party.midwife"));
    CHECK(program.shows_text("ecomap.since-then"));
    CHECK(driver.shows("Aさん — 公認心理師：まだ無い → 弱いつながり"));
    driver.click("ecomap.mode-one");
    CHECK_FALSE(driver.exists("other/eco.party.a"));
}

TEST_CASE("the list says the same, and a row leads to its tie on the map") {
    Home home;
    Program program(home);
    Driver &driver = program.driver();
    open_map(home, program, 6);
    driver.click("ecomap.show-list");
    CHECK(items(program, "eco.party.").empty());
    CHECK(driver.shows("公認心理師 — 保健所・保健師"));
    CHECK(driver.shows("訪問の様子を分け合った"));
    driver.click("eco.row.t-cpp");
    CHECK(driver.exists("eco.tie.t-cpp"));
    CHECK(driver.shows("「あと十分で帰ります」の決定による"));
}

TEST_CASE("a party dragged by the mouse stands there, also after another start, until all go back") {
    Home home;
    Program program(home);
    Driver &driver = program.driver();
    open_map(home, program, 6);
    const ImVec2 before = centre(program, "eco.party.pharm");
    const ImVec2 mother = centre(program, "eco.party.a");
    driver.drag("eco.party.pharm", 60.0F, 45.0F);
    const ImVec2 after = centre(program, "eco.party.pharm");
    CHECK_FALSE(is_same(before, after));
    CHECK(after.x - before.x > 20.0F);
    CHECK(after.y - before.y > 15.0F);
    REQUIRE(places(home).size() == 1);
    CHECK(places(home).count(PartyId("pharm")) == 1);

    program.restart();
    driver.click("library.resume.cpp-1");
    driver.click("play.ecomap");
    CHECK(is_same(centre(program, "eco.party.pharm"), after));
    driver.click("ecomap.reset");
    CHECK(is_same(centre(program, "eco.party.pharm"), before));
    CHECK(is_same(centre(program, "eco.party.a"), mother));
    CHECK(places(home).empty());
}

TEST_CASE("a click moves nobody") {
    Home home;
    Program program(home);
    open_map(home, program, 6);
    program.driver().click("eco.party.pharm");
    CHECK(places(home).empty());
}

TEST_CASE("a party moves by buttons, without a mouse") {
    Home home;
    Program program(home);
    Driver &driver = program.driver();
    open_map(home, program, 6);
    driver.click("eco.party.pharm");
    const auto place = [&] { return places(home).at(PartyId("pharm")); };
    driver.click("ecomap.move-right");
    const MapPlace first = place();
    driver.click("ecomap.move-right");
    CHECK(place().x - first.x == doctest::Approx(24.0));
    CHECK(place().y == doctest::Approx(first.y));
    driver.click("ecomap.move-left");
    driver.click("ecomap.move-down");
    CHECK(place().x == doctest::Approx(first.x));
    CHECK(place().y - first.y == doctest::Approx(24.0));
    driver.click("ecomap.move-up");
    CHECK(place().y == doctest::Approx(first.y));
    CHECK(driver.exists("ecomap.move-up")); // still selected
}

TEST_CASE("closer and back: by buttons and by the wheel, over a party too; dragging the ground moves the map") {
    Home home;
    Program program(home);
    Driver &driver = program.driver();
    open_map(home, program, 6);
    const auto width = [&] { return driver.item("eco.party.a").rect.width(); };
    const float whole = width();
    CHECK_FALSE(driver.is_enabled("ecomap.zoom-out"));
    driver.click("ecomap.zoom-in");
    const float closer = width();
    CHECK(closer > whole * 1.2F);
    driver.click("ecomap.zoom-out");
    CHECK(width() == doctest::Approx(whole).epsilon(0.01));
    CHECK_FALSE(driver.is_enabled("ecomap.zoom-out"));

    const ImVec2 at = centre(program, "eco.party.a");
    driver.wheel("eco.party.a", 2.0F);
    CHECK(width() > whole * 1.2F);
    CHECK(is_same(centre(program, "eco.party.a"), at)); // what is under the pointer stays there
    driver.wheel("eco.ground", 2.0F);
    CHECK(width() > whole * 1.5F);
    const ImVec2 then = centre(program, "eco.party.a");
    driver.leave();
    driver.drag("eco.ground", 33.0F, -21.0F);
    const ImVec2 now = centre(program, "eco.party.a");
    // But for the few pixels until it is clear that this is no press.
    CHECK(now.x - then.x > 26.0F);
    CHECK(now.x - then.x < 34.0F);
    CHECK(now.y - then.y < -14.0F);
    CHECK(now.y - then.y > -22.0F);
    driver.click("ecomap.zoom-all");
    CHECK(is_same(centre(program, "eco.party.a"), at));
    for (int i = 0; i < 30; ++i) driver.wheel("eco.ground", 3.0F);
    CHECK(width() < whole * 6.1F); // it has an end
    for (int i = 0; i < 30; ++i) driver.wheel("eco.ground", -3.0F);
    CHECK(is_same(centre(program, "eco.party.a"), at));
}

TEST_CASE("saved as SVG and as PNG, each under a name of its own, and the message says where") {
    Home home;
    Program program(home);
    Driver &driver = program.driver();
    open_map(home, program, 6);
    const fs::path folder = home.data() / "exports";
    driver.click("ecomap.export-svg");
    REQUIRE(program.has_message());
    CHECK(driver.shows("cpp-1-ecomap-1.svg"));
    driver.click("shell.understood");
    driver.click("ecomap.export-svg");
    CHECK(driver.shows("cpp-1-ecomap-2.svg"));
    driver.click("shell.understood");
    driver.click("ecomap.export-png");
    CHECK(driver.shows("cpp-1-ecomap-1.png"));
    driver.click("shell.understood");
    CHECK(program.screen() == Screen::ecomap);
    REQUIRE(files_in(folder).size() == 3);
    CHECK(bytes_of(folder / "cpp-1-ecomap-1.svg").find("<svg") != std::string::npos);
    CHECK(bytes_of(folder / "cpp-1-ecomap-1.svg").find("最初の約束が守られた") != std::string::npos);
    CHECK(bytes_of(folder / "cpp-1-ecomap-1.svg") == bytes_of(folder / "cpp-1-ecomap-2.svg"));
    CHECK(bytes_of(folder / "cpp-1-ecomap-1.png").substr(1, 3) == "PNG");
}

TEST_CASE("where nothing can be saved a message says so, and nothing is lost") {
    Home home;
    Program program(home);
    Driver &driver = program.driver();
    open_map(home, program, 6);
    std::ofstream(home.data() / "exports") << "in the folder's place"; // permissions would not hold root back
    driver.click("eco.party.phn");
    for (const char *button : {"ecomap.export-svg", "ecomap.export-png"}) {
        CAPTURE(button);
        driver.click(button);
        REQUIRE(program.has_message());
        CHECK_FALSE(driver.shows("エコマップを保存しました"));
        CHECK(driver.shows("exports"));
        driver.click("shell.understood");
        CHECK(driver.shows("母子保健担当の地区担当。訪問して受診に付き添った"));
    }
    CHECK(bytes_of(home.data() / "exports") == "in the folder's place");
    fs::remove(home.data() / "exports");
    driver.click("ecomap.export-svg");
    CHECK(files_in(home.data() / "exports").size() == 1);
}

TEST_CASE("the debrief shows both ends, and leads to the whole map, where the handbook's team can be seen") {
    Home home;
    Program program(home);
    Driver &driver = program.driver();
    open_map_of_debrief(program);
    REQUIRE(driver.exists("ecomap.mode-handbook"));
    driver.click("ecomap.mode-handbook");
    CHECK(driver.exists("other/eco.party.a"));
    CHECK(program.shows_text("ecomap.no-difference"));
    CHECK(driver.shows("手引きのチーム：12か月後・「一年目の見直し」のあと"));
    driver.click("ecomap.mode-start");
    CHECK(program.shows_text("ecomap.since-then"));
    driver.click("ecomap.back");
    CHECK(program.screen() == Screen::debrief);
}

TEST_CASE("what has changed comes up in the beginning and stays; frames are asked for only meanwhile") {
    Home home;
    Program program(home);
    Driver &driver = program.driver();
    resume(home, program, 6);
    press_at_once(program, "play.ecomap");
    int before = halo(program);
    CHECK(before < 100);
    int frames = 0;
    while (halo(program) < 255 && frames < 60) {
        CHECK(program.shell().take_own_change());
        driver.frame();
        CHECK(halo(program) >= before);
        before = halo(program);
        ++frames;
    }
    CHECK(frames > 10);
    CHECK(frames < 40); // less than a second
    static_cast<void>(program.shell().take_own_change());
    driver.frame(5);
    CHECK_FALSE(program.shell().take_own_change());
    CHECK(halo(program) == 255);
    // Another moment: once more.
    driver.click("ecomap.step-back");
    press_at_once(program, "ecomap.step-back");
    CHECK(halo(program) < 100);
}

TEST_CASE("where nothing may move, what has changed is there at once") {
    Home home;
    Program program(home);
    Driver &driver = program.driver();
    resume(home, program, 6);
    program.shell().settings().reduced_motion = true;
    driver.frame();
    static_cast<void>(program.shell().take_own_change());
    press_at_once(program, "play.ecomap");
    CHECK(halo(program) == 255);
    CHECK_FALSE(program.shell().take_own_change());
}

TEST_CASE("in a small window with large text everything is still within reach") {
    Home home;
    Program program(home, 800, 560);
    Driver &driver = program.driver();
    resume(home, program, 6);
    program.shell().settings().text_percent = 250;
    ui::apply_theme(program.shell().theme(), 250);
    driver.frame(4);
    driver.click("play.case-file"); // folded away where there is little room
    driver.click("play.ecomap");
    REQUIRE(program.screen() == Screen::ecomap);
    driver.click("ecomap.zoom-in");
    driver.click("ecomap.zoom-all");
    driver.click("eco.step.3");
    driver.click("ecomap.step-back");
    driver.click("ecomap.step-on");
    CHECK(driver.shows("最初の約束が守られた"));
    driver.click("eco.party.pharm");
    driver.click("ecomap.move-right");
    CHECK(places(home).size() == 1);
    driver.click("ecomap.reset");
    CHECK(places(home).empty());
    driver.click("ecomap.mode-start");
    CHECK(program.shows_text("ecomap.since-then"));
    driver.click("ecomap.mode-one");
    driver.click("ecomap.show-list");
    driver.click("eco.row.t-cpp-jisou");
    CHECK(driver.exists("eco.tie.t-cpp-jisou"));
    driver.click("ecomap.export-svg");
    driver.click("shell.understood");
    driver.click("ecomap.back");
    CHECK(program.screen() == Screen::play);
}
