// The exercises beside the cases, each driven to its comparison by mouse and by keyboard.

#include "gui/program.h"

#include <algorithm>
#include <set>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "content/drill_json.h"
#include "engine/drill.h"
#include "ui/theme.h"

using namespace tsunagi;
using namespace tsunagi::gui;
using namespace tsunagi::model;
using Screen = app::Shell::Screen;

namespace {

constexpr ImGuiKeyChord kConfirm = ImGuiMod_Ctrl | ImGuiKey_Enter;

const Drills &drills() {
    static const Drills loaded = [] {
        base::Problems problems;
        return content::load_drills(source_folder() / "assets" / "drills", problems);
    }();
    return loaded;
}

std::vector<std::size_t> order_at_start(const Home &home, std::size_t count) {
    return engine::shuffled(count, static_cast<std::uint32_t>(home.seconds));
}

void go_and_press(Driver &driver, const std::string &name) {
    driver.press_until_focused(name);
    driver.press(ImGuiKey_Enter);
}

void start_by_keys(Program &program, const std::string &id) {
    go_and_press(program.driver(), "bar.drills");
    REQUIRE(program.screen() == Screen::drills);
    go_and_press(program.driver(), "drills.start." + id);
}

} // namespace

TEST_CASE("the list offers three exercises and says that nothing is kept") {
    Home home;
    Program program(home);
    Driver &driver = program.driver();
    driver.click("bar.drills");
    REQUIRE(program.screen() == Screen::drills);
    CHECK(program.shows_text("drills.not-kept"));
    for (const char *id : {"icmss", "plain_words", "role_table.cpp", "role_table.ot"})
        CHECK(driver.exists(std::string("drills.start.") + id));
    CHECK_FALSE(driver.exists("drills.next"));
}

TEST_CASE("ICMSS by mouse: ticked, compared, read on in the handbook, and on to the next person") {
    Home home;
    Program program(home);
    Driver &driver = program.driver();
    driver.click("bar.drills");
    driver.click("drills.start.icmss");
    const std::vector<std::size_t> order = order_at_start(home, 7);
    const IcmssVignette &first = drills().vignettes[order[0]];
    CHECK(driver.shows(first.label));
    CHECK(driver.shows("1 / 7"));
    CHECK(program.shows_text("drills.not-kept"));
    CHECK(driver.exists("drills.to-list"));
    CHECK(driver.exists("drills.next"));
    CHECK_FALSE(driver.shows(first.because.at(HandbookId("icmss1"))));
    for (const HandbookId &item : first.applies) driver.click("drills.item." + item.value);
    driver.click("drills.item.icmss4"); // applies to nobody
    driver.click("drills.check");
    CHECK(driver.shows("15 項目のうち 14 項目で、ハンドブックと同じでした。"));
    for (const auto &[item, reason] : first.because) CHECK(driver.shows(reason));
    CHECK_FALSE(driver.exists("drills.item.icmss1"));
    driver.click("drills.entry.icmss4");
    CHECK(program.screen() == Screen::handbook);
    driver.click("handbook.return");
    REQUIRE(program.screen() == Screen::drills);
    driver.click("drills.case");
    CHECK(program.screen() == Screen::handbook);
    driver.click("bar.drills");
    CHECK(driver.shows(first.because.at(HandbookId("icmss1"))));
    driver.click("drills.next");
    CHECK(driver.shows(drills().vignettes[order[1]].label));
    CHECK(driver.exists("drills.item.icmss1"));
    CHECK(driver.shows("印 0 つ"));
    driver.click("drills.to-list");
    CHECK(driver.exists("drills.start.icmss"));
}

TEST_CASE("ICMSS by keyboard: digits, Space, Ctrl+Enter twice") {
    Home home;
    Program program(home);
    Driver &driver = program.driver();
    start_by_keys(program, "icmss");
    driver.press(ImGuiKey_4);
    CHECK(driver.shows("印 1 つ"));
    driver.press(ImGuiKey_4);
    CHECK(driver.shows("印 0 つ"));
    driver.press(ImGuiKey_2);
    driver.press_until_focused("drills.item.icmss15");
    driver.press(ImGuiKey_Space);
    CHECK(driver.shows("印 2 つ"));
    driver.press(kConfirm);
    CHECK(program.shows_text("drills.icmss-rule"));
    driver.press(ImGuiKey_PageDown);
    driver.press_until_focused("drills.entry.icmss15");
    driver.press_until_focused("drills.case");
    driver.press(kConfirm);
    CHECK(driver.shows("2 / 7"));
    CHECK(driver.exists("drills.item.icmss1"));
}

TEST_CASE("all come once before one comes again, and none twice in a row") {
    Home home;
    Program program(home);
    Driver &driver = program.driver();
    driver.click("bar.drills");
    driver.click("drills.start.icmss");
    const auto shown = [&] {
        for (const IcmssVignette &vignette : drills().vignettes)
            if (driver.shows(vignette.text.front())) return vignette.id;
        return std::string();
    };
    std::vector<std::string> came;
    for (int i = 0; i < 14; ++i) {
        came.push_back(shown());
        ++home.seconds;
        driver.click("drills.next");
    }
    CHECK(std::set<std::string>(came.begin(), came.begin() + 7).size() == 7);
    CHECK(std::set<std::string>(came.begin() + 7, came.end()).size() == 7);
    CHECK(came[6] != came[7]);
}

TEST_CASE("plain words by mouse: words of the trade are told while typing and in the comparison") {
    Home home;
    Program program(home);
    Driver &driver = program.driver();
    driver.click("bar.drills");
    driver.click("drills.start.plain_words");
    const PlainWordsTask &task = drills().tasks[order_at_start(home, drills().tasks.size())[0]];
    CHECK(driver.shows(task.finding));
    CHECK_FALSE(driver.is_enabled("drills.check"));
    CHECK_FALSE(driver.shows(task.models[0].text));
    driver.click("drills.written");
    driver.type("まずIADLを");
    CHECK(driver.shows("料理、買い物、お金など暮らしを回すこと"));
    CHECK(driver.exists("drills.written.term-iadl"));
    driver.type("見ました。改行も\nできます。");
    driver.click("drills.check");
    CHECK(driver.shows("まずIADLを見ました。"));
    CHECK(driver.shows(task.models[0].text));
    CHECK(driver.shows(task.models[1].note));
    for (const std::string &point : task.keep) CHECK(driver.shows(point));
    driver.click("drills.written.term-iadl");
    CHECK(program.screen() == Screen::handbook);
    driver.click("handbook.return");
    CHECK(driver.shows("まずIADLを見ました。"));
    driver.click("drills.next");
    CHECK_FALSE(driver.shows("まずIADLを見ました。"));
}

TEST_CASE("plain words by keyboard: one types at once, Ctrl+Enter compares and goes on") {
    Home home;
    Program program(home);
    Driver &driver = program.driver();
    start_by_keys(program, "plain_words");
    CHECK(driver.is_active("drills.written"));
    driver.press(kConfirm); // leaves the field, but nothing is written yet
    CHECK_FALSE(program.shows_text("drills.words-models"));
    driver.press(ImGuiKey_Enter);
    driver.type("ゆっくりでよいと伝えます。");
    CHECK(program.shows_text("drills.words-none-left"));
    driver.press(kConfirm);
    CHECK(program.shows_text("drills.words-models"));
    driver.press(kConfirm);
    CHECK(driver.shows("2 / 10"));
    CHECK(home.sessions().empty());
}

TEST_CASE("role table by mouse: statement after statement into the table, and compared with it") {
    Home home;
    Program program(home);
    Driver &driver = program.driver();
    driver.click("bar.drills");
    driver.click("drills.start.role_table.cpp");
    const std::vector<engine::RoleStatement> statements = engine::role_statements(material().handbook, "cpp");
    const std::vector<std::size_t> order = order_at_start(home, statements.size());
    CHECK(program.shows_text("drills.columns-remark"));
    CHECK_FALSE(driver.is_enabled("drills.check"));
    for (std::size_t i = 0; i < 5; ++i) {
        CHECK(driver.shows(statements[order[i]].text));
        driver.click("drills.cell." + statements[order[i]].cells.front().value);
    }
    // The second one somewhere else after all.
    const std::string other =
        statements[order[1]].stands_in("cpp.direct.team") ? "cpp.direct.strength" : "cpp.direct.team";
    driver.click("drills.statement.1");
    driver.click("drills.cell." + other);
    CHECK(program.shows_text("drills.placing-all"));
    driver.click("drills.check");
    CHECK(driver.shows("5 項目のうち 4 項目が、ハンドブックの表と同じ欄でした。"));
    const HandbookId right = statements[order[1]].cells.front();
    CHECK(driver.shows(material().handbook.find(right)->summary));
    driver.click("drills.result.1." + right.value);
    CHECK(program.screen() == Screen::handbook);
    driver.click("handbook.return");
    driver.click("drills.cell." + other); // the table leads there, too
    CHECK(program.screen() == Screen::handbook);
    driver.click("bar.drills");
    driver.click("drills.next");
    CHECK(driver.shows("2 / 5"));
    driver.click("drills.table.role_table.ot");
    CHECK(driver.shows("1 / 5"));
    CHECK(driver.exists("drills.cell.ot.outreach.team"));
}

TEST_CASE("role table by keyboard: arrows and Enter in the table, Ctrl+Enter compares and goes on") {
    Home home;
    Program program(home);
    Driver &driver = program.driver();
    start_by_keys(program, "role_table.ot");
    driver.press_until_focused("drills.cell.ot.relationship.strength");
    driver.press(ImGuiKey_Enter);
    driver.press(ImGuiKey_RightArrow);
    CHECK(driver.focused() == "drills.cell.ot.relationship.team");
    driver.press(ImGuiKey_Enter);
    driver.press(ImGuiKey_DownArrow);
    CHECK(driver.focused() == "drills.cell.ot.assessment.team");
    driver.press(kConfirm);
    CHECK(driver.shows("あと 3 つ")); // too early
    driver.press(ImGuiKey_Enter, 3);
    CHECK(program.shows_text("drills.placing-all"));
    driver.press_until_focused("drills.statement.0");
    driver.press(kConfirm);
    CHECK(program.shows_text("drills.placing-legend"));
    driver.press(kConfirm);
    CHECK(driver.shows("2 / 5"));
}

TEST_CASE("with large text in a small window every exercise can still be done") {
    Home home;
    Program program(home);
    Driver &driver = program.driver();
    program.shell().settings().text_percent = 250;
    ui::apply_theme(program.shell().theme(), 250);
    driver.frame(3);
    driver.click("bar.drills");
    driver.click("drills.start.icmss");
    driver.click("drills.item.icmss15");
    driver.click("drills.check");
    driver.click("drills.entry.icmss1");
    driver.click("bar.drills");
    driver.click("drills.to-list");
    driver.click("drills.start.plain_words");
    driver.click("drills.written");
    driver.type("はい");
    driver.click("drills.check");
    CHECK(program.shows_text("drills.words-models"));
    driver.click("drills.to-list");
    driver.click("drills.start.role_table.ot");
    for (int i = 0; i < 5; ++i) driver.click("drills.cell.ot.direct.team");
    driver.click("drills.check");
    CHECK(program.shows_text("drills.placing-legend"));
}
