// Every screen, in both languages, at 100 % and 200 %, in a usual and in the smallest window: nothing is cut off
// sideways, and no text is in the wrong language or the name of a text instead of a text. That no id occurs twice is
// what the driver sees to.

#include "gui/program.h"

#include <atomic>
#include <chrono>
#include <fstream>
#include <regex>
#include <set>
#include <thread>

#include <SQLiteCpp/SQLiteCpp.h>
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <imgui_internal.h>

#include "app/atomic_file.h"
#include "ui/theme.h"

using namespace tsunagi;
using namespace tsunagi::gui;
using namespace tsunagi::model;
using Screen = app::Shell::Screen;

namespace {

constexpr int kTall = 9000; // high enough to show a whole screen without scrolling

struct Window {
    int width;
    int height;
};
constexpr Window kWindows[] = {{1280, 800}, {800, 560}};

std::size_t place_of(std::string_view scene) {
    const auto &course = material().course;
    for (std::size_t i = 0; i < course.size(); ++i)
        if (course[i].scene.value == scene) return i;
    FAIL("the handbook's course has no scene ", std::string(scene));
    return 0;
}

// ---- what is cut off --------------------------------------------------------------------------------------------

// What is cut off there is reached by a bar to scroll sideways.
bool scrolls_sideways(const ImGuiWindow *window) {
    return window != nullptr && window->ScrollMax.x > 0.0F &&
           (window->Flags & ImGuiWindowFlags_HorizontalScrollbar) != 0;
}

// Characters of which a part lies beyond the left or right edge of what clips them. A character is four corners on the
// font's texture; lines and areas have no height or no extent there.
std::string cut_characters() {
    const ImDrawData *data = ImGui::GetDrawData();
    int count = 0;
    std::string first;
    for (const ImDrawList *list : data->CmdLists) {
        if (list->_OwnerName != nullptr && scrolls_sideways(ImGui::FindWindowByName(list->_OwnerName))) continue;
        for (const ImDrawCmd &cmd : list->CmdBuffer) {
            const ImDrawIdx *indices = list->IdxBuffer.Data + cmd.IdxOffset;
            for (unsigned i = 0; i + 5 < cmd.ElemCount;) {
                const ImDrawVert *corner = list->VtxBuffer.Data + cmd.VtxOffset + indices[i];
                const bool is_quad = indices[i + 1] == indices[i] + 1 && indices[i + 2] == indices[i] + 2 &&
                                     indices[i + 3] == indices[i] && indices[i + 5] == indices[i] + 3;
                if (!is_quad) {
                    i += 3;
                    continue;
                }
                i += 6;
                const bool is_character = corner[0].uv.x < corner[2].uv.x && corner[0].uv.y < corner[2].uv.y &&
                                          corner[1].uv.y == corner[0].uv.y && corner[3].uv.x == corner[0].uv.x;
                const ImVec4 &clip = cmd.ClipRect;
                const bool is_in_height = corner[2].pos.y > clip.y && corner[0].pos.y < clip.w;
                const bool is_cut = corner[2].pos.x > clip.z + 1.0F || corner[0].pos.x < clip.x - 1.0F;
                if (!is_character || !is_in_height || !is_cut) continue;
                if (count++ == 0)
                    first = fmt::format("at ({:.0f}, {:.0f}) in \"{}\", which shows {:.0f} to {:.0f}", corner[0].pos.x,
                                        corner[0].pos.y, list->_OwnerName == nullptr ? "" : list->_OwnerName, clip.x,
                                        clip.z);
            }
        }
    }
    return count == 0 ? std::string() : fmt::format("{} characters, the first {}", count, first);
}

std::string cut_items(const Driver &driver) {
    std::string cut;
    for (const Item &item : driver.items()) {
        if (item.is_window || item.rect.is_empty() || item.key.empty()) continue;
        if (scrolls_sideways(ImGui::FindWindowByID(item.window))) continue;
        const bool is_in_height = item.rect.max.y > item.clip.min.y && item.rect.min.y < item.clip.max.y;
        if (!is_in_height || (item.rect.max.x <= item.clip.max.x + 1.0F && item.rect.min.x >= item.clip.min.x - 1.0F))
            continue;
        cut += fmt::format("\n  {}: {:.0f} to {:.0f} of {:.0f} to {:.0f}", item.name(), item.rect.min.x,
                           item.rect.max.x, item.clip.min.x, item.clip.max.x);
    }
    return cut;
}

// ---- what is said -----------------------------------------------------------------------------------------------

bool is_japanese(const std::string &text) {
    for (std::size_t i = 0; i + 2 < text.size(); ++i) {
        const auto lead = static_cast<unsigned char>(text[i]);
        const auto next = static_cast<unsigned char>(text[i + 1]);
        if ((lead == 0xE3 && next >= 0x81 && next <= 0x83) || (lead >= 0xE4 && lead <= 0xE9)) return true;
    }
    return false;
}

std::string packed(const std::string &text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text.compare(i, 3, "\u3000") == 0)
            i += 2;
        else if (text[i] != ' ' && text[i] != '\n' && text[i] != '\r')
            out += text[i];
    }
    return out;
}

// The text without a part of it, wherever that is broken into lines.
std::string without(const std::string &text, const std::string &part) {
    std::string rest;
    for (std::size_t i = 0; i < text.size();) {
        std::size_t end = i;
        std::size_t met = 0;
        while (met < part.size() && end < text.size()) {
            if (text[end] == part[met])
                ++met;
            else if (met == 0 || (text[end] != ' ' && text[end] != '\n'))
                break;
            ++end;
        }
        if (met == part.size())
            i = end;
        else
            rest += text[i++];
    }
    return rest;
}

// Pieces of Japanese texts of the catalogue that nothing in the case or the handbook says too.
const std::set<std::string> &japanese_pieces() {
    static const std::set<std::string> pieces = [] {
        const i18n::Texts ja = i18n::Texts::load(source_folder() / "assets" / "i18n", i18n::Language::ja).value();
        const i18n::Texts en = i18n::Texts::load(source_folder() / "assets" / "i18n", i18n::Language::en).value();
        std::string known = bytes_of(source_folder() / "scenarios" / "cpp-1.json");
        for (const char *folder : {"handbook", "drills"})
            for (const auto &file : std::filesystem::directory_iterator(source_folder() / "assets" / folder))
                known += bytes_of(file.path());
        for (std::size_t i = 0; i < i18n::kTextCount; ++i) known += en(static_cast<i18n::Text>(i));
        known = packed(known);
        std::set<std::string> found;
        for (std::size_t i = 0; i < i18n::kTextCount; ++i) {
            const std::string text = packed(ja(static_cast<i18n::Text>(i)));
            const std::regex gap("\\{[^}]*\\}");
            for (std::sregex_token_iterator piece(text.begin(), text.end(), gap, -1), end; piece != end; ++piece)
                if (piece->length() >= 9 && is_japanese(*piece) && known.find(*piece) == std::string::npos)
                    found.insert(*piece);
        }
        return found;
    }();
    return pieces;
}

void check_words(Program &program, const std::string &data_folder, const std::set<std::string> &allowed_here) {
    const std::string text = without(program.driver().text_of_frame(), data_folder);
    CHECK_MESSAGE(text.find("###") == std::string::npos, text);
    for (const std::string_view key : i18n::kTextKeys) {
        const bool is_leaked = text.find(key) != std::string::npos;
        CHECK_MESSAGE(!is_leaked, std::string(key));
    }
    const std::regex unfilled("\\{[a-z_]+\\}");
    CHECK_FALSE(std::regex_search(text, unfilled));
    if (program.shell().texts().language() == i18n::Language::en) {
        const std::string all = packed(text);
        for (const std::string &piece : japanese_pieces()) CHECK_MESSAGE(all.find(piece) == std::string::npos, piece);
        return;
    }
    static const std::set<std::string> kAllowed = {"ICMSS", "PTSD",  "EPDS", "Tsunagi", "Ctrl", "Enter",  "English",
                                                   "Dear",  "ImGui", "SIL",  "Open",    "Font", "License"};
    const std::regex word("[A-Za-z]{4,}");
    for (std::sregex_iterator found(text.begin(), text.end(), word), end; found != end; ++found)
        CHECK_MESSAGE((kAllowed.count(found->str()) + allowed_here.count(found->str()) > 0), found->str(), " in ",
                      text.substr(static_cast<std::size_t>(found->position()), 60));
}

// ---- all looks of one screen ------------------------------------------------------------------------------------

class Inspector {
  public:
    Inspector(Program &program, const Home &home) : program_(program), data_(app::utf8_of(home.data())) {}

    void inspect(const std::string &name, const std::set<std::string> &allowed_words = {}) {
        Driver &driver = program_.driver();
        for (const int percent : {100, 200})
            for (const Window &window : kWindows) {
                set_percent(percent);
                for (const int height : {window.height, kTall}) {
                    const std::string where =
                        fmt::format("{}, {}, {} %, {} x {}", name,
                                    i18n::kLanguageWords[static_cast<std::size_t>(program_.shell().texts().language())],
                                    percent, window.width, height);
                    INFO(where);
                    driver.resize(window.width, height);
                    driver.frame(2);
                    const std::string items = cut_items(driver);
                    CHECK_MESSAGE(items.empty(), where, items);
                    const std::string characters = cut_characters();
                    CHECK_MESSAGE(characters.empty(), where, ": ", characters);
                    if (height == kTall) check_words(program_, data_, allowed_words);
                }
            }
        set_percent(100);
        driver.resize(1280, 800);
    }

  private:
    void set_percent(int percent) {
        program_.shell().settings().text_percent = percent;
        ui::apply_theme(program_.shell().theme(), percent);
    }

    Program &program_;
    std::string data_;
};

void resume_at(Home &home, Program &program, std::string_view scene) {
    program.kill();
    home.seed(place_of(scene));
    program.restart();
    program.driver().click("library.resume.cpp-1");
    REQUIRE(program.scene() == scene);
}

void inspect_screens(i18n::Language language) {
    Home home;
    home.language = language;
    Program program(home);
    Driver &driver = program.driver();
    Inspector inspector(program, home);

    inspector.inspect("library, untouched");
    driver.click("bar.history");
    inspector.inspect("history, empty");
    driver.click("bar.progress");
    inspector.inspect("progress, empty");
    driver.click("bar.library");
    driver.click("library.start.cpp-1");
    driver.click("learner.start");
    inspector.inspect("learner, refused");
    driver.click("learner.nickname");
    driver.type("あおい");
    driver.click("learner.start");
    inspector.inspect("play, read");
    for (const char *scene : {"take-on", "assess-1", "sharing", "roles", "stages"}) {
        resume_at(home, program, scene);
        inspector.inspect(fmt::format("play, {}", scene));
        program.answer(material().course[place_of(scene)]);
        inspector.inspect(fmt::format("outcome, {}", scene));
    }
    resume_at(home, program, "closing");
    program.play(place_of("closing"), material().course.size());
    REQUIRE(program.screen() == Screen::debrief);
    program.shell().finish_jobs();
    driver.frame(3);
    inspector.inspect("debrief");
    driver.click("debrief.point.p1");
    for (const std::string &row : {std::string("debrief.decision.1"), std::string("debrief.decision.7")}) {
        driver.click(row);
        inspector.inspect("debrief with " + row);
    }
    for (const char *row : {"debrief.role.cpp.0", "debrief.table.ot"})
        if (driver.exists(row)) driver.click(row);
    inspector.inspect("debrief with tables unfolded");
    driver.click("bar.progress");
    inspector.inspect("progress");
    driver.click("bar.library");
    inspector.inspect("library, under way");
    driver.click("bar.history");
    inspector.inspect("history");
    driver.click("bar.settings");
    inspector.inspect("settings", {"sessions"});
}

// Beside other courses and other attempts, while every path is searched and after.
void inspect_comparisons(i18n::Language language) {
    Home home;
    home.language = language;
    std::atomic<bool> is_held{true};
    home.explore = [&is_held](const Scenario &scenario, const analysis::KeepGoing &keep_going) {
        while (is_held && keep_going(0.4)) std::this_thread::sleep_for(std::chrono::milliseconds(1));
        return analysis::Courses::explore(scenario, {}, keep_going);
    };
    Program program(home);
    Driver &driver = program.driver();
    Inspector inspector(program, home);
    program.finish_seeded();
    home.milliseconds += 1000;
    driver.frame(2);
    REQUIRE(driver.exists("analysis.cancel"));
    inspector.inspect("debrief, searching");
    driver.click("analysis.cancel");
    inspector.inspect("debrief, search stopped");
    program.shell().stop_jobs();
    is_held = false;

    // Another course, so that there is something to compare.
    home.store_play("e-apart");
    driver.click("bar.history");
    driver.click("history.debrief.0");
    program.shell().finish_jobs();
    driver.frame(3);
    REQUIRE(driver.exists("attempts.open.s0001"));
    driver.resize(1280, kTall); // what is out of sight has no name
    driver.frame(3);
    std::vector<std::string> rows;
    for (const Item &item : driver.items())
        if (item.key.rfind("courses.scene.", 0) == 0) rows.push_back(item.key);
    REQUIRE_FALSE(rows.empty());
    driver.resize(1280, 800);
    driver.frame(3);
    for (const std::string &row : rows) driver.click(row);
    inspector.inspect("debrief, three courses and two attempts");
}

void inspect_drills(i18n::Language language) {
    const std::set<std::string> trade_words = {"AMPS", "IADL", "WAIS"};
    Home home;
    home.language = language;
    Program program(home);
    Driver &driver = program.driver();
    Inspector inspector(program, home);
    driver.click("bar.drills");
    inspector.inspect("drills");
    driver.click("drills.start.icmss");
    inspector.inspect("drill, ICMSS");
    driver.click("drills.item.icmss4");
    driver.click("drills.check");
    inspector.inspect("drill, ICMSS, compared");
    driver.click("drills.to-list");
    driver.click("drills.start.plain_words");
    driver.click("drills.written");
    driver.type("IADLとADL");
    inspector.inspect("drill, plain words", trade_words);
    driver.click("drills.check");
    inspector.inspect("drill, plain words, compared", trade_words);
    driver.click("drills.to-list");
    driver.click("drills.start.role_table.cpp");
    for (int i = 0; i < 4; ++i) driver.click("drills.cell.cpp.planning.team");
    inspector.inspect("drill, role table");
    driver.click("drills.cell.cpp.planning.team");
    driver.click("drills.check");
    inspector.inspect("drill, role table, compared");
}

void inspect_sketches(i18n::Language language) {
    Home home;
    home.language = language;
    Program program(home);
    Driver &driver = program.driver();
    Inspector inspector(program, home);
    driver.click("bar.drills");
    driver.click("drills.sketch");
    inspector.inspect("drawings, none");
    driver.click("sketch.begin.cpp-1");
    inspector.inspect("drawing, begun from a case");
    driver.click("sketch.new-name");
    driver.type("あ");
    driver.press(ImGuiKey_Enter);
    inspector.inspect("drawing, somebody selected");
    driver.click("sketch.to");
    driver.click(program.first_item("sketch.pick."));
    driver.click("sketch.add-tie");
    inspector.inspect("drawing, a tie selected");
    driver.click("sketch.compare");
    inspector.inspect("drawing beside the case");
    driver.click("sketch.to-list");
    driver.click("sketch.delete.0");
    inspector.inspect("drawings, one about to be deleted");
}

void inspect_trouble(i18n::Language language) {
    Home home;
    home.language = language;
    std::filesystem::create_directories(home.data());
    std::ofstream(home.database()) << "not a database";
    Program program(home);
    REQUIRE(program.screen() == Screen::trouble);
    program.driver().click("trouble.copy");
    // The raw cause, for whoever is asked for help, is in the words of SQLite.
    Inspector(program, home).inspect("trouble", {"file", "database", "sessions", "copy", "encrypted"});
}

void inspect_message(i18n::Language language) {
    Home home;
    home.language = language;
    home.seed(1);
    Program program(home);
    program.driver().click("library.resume.cpp-1");
    program.driver().click("play.option.both");
    {
        SQLite::Database database(app::utf8_of(home.database()), SQLite::OPEN_READWRITE);
        database.exec("DROP TABLE decision");
    }
    program.commit();
    REQUIRE(program.has_message());
    Inspector(program, home).inspect("message", {"table", "decision", "such", "main", "SQLite", "error"});
}

} // namespace

TEST_CASE("there are Japanese texts to look for on English screens") { CHECK(japanese_pieces().size() > 50); }
TEST_CASE("every screen in Japanese") { inspect_screens(i18n::Language::ja); }
TEST_CASE("every screen in English") { inspect_screens(i18n::Language::en); }

TEST_CASE("a run beside other courses and attempts in both languages") {
    inspect_comparisons(i18n::Language::ja);
    inspect_comparisons(i18n::Language::en);
}

TEST_CASE("the exercises in both languages") {
    inspect_drills(i18n::Language::ja);
    inspect_drills(i18n::Language::en);
}

TEST_CASE("drawing an eco-map in both languages") {
    inspect_sketches(i18n::Language::ja);
    inspect_sketches(i18n::Language::en);
}

TEST_CASE("the screen for trouble in both languages") {
    inspect_trouble(i18n::Language::ja);
    inspect_trouble(i18n::Language::en);
}

TEST_CASE("a message over a screen in both languages") {
    inspect_message(i18n::Language::ja);
    inspect_message(i18n::Language::en);
}
