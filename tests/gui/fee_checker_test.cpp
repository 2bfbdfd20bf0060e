// The fee checker of the reference: by mouse and by keyboard, wide and narrow.

#include "gui/program.h"

#include <doctest/doctest.h>

#include "ui/theme.h"

using namespace tsunagi;
using namespace tsunagi::gui;
using namespace tsunagi::model;
using Screen = app::Shell::Screen;

namespace {

const char *const kPage = "page-fees";

void open_page(Program &program) {
    Driver &driver = program.driver();
    driver.click("bar.handbook");
    driver.click("handbook.chapter.4");
    REQUIRE(driver.shows(material().handbook.find(kPage)->title.ja));
}

const FeeRule &rule_of(const std::string &entry) {
    for (const FeeRule &rule : material().handbook.fees.rules)
        if (rule.entry.value == entry) return rule;
    FAIL("no rule ", entry);
    return material().handbook.fees.rules.front();
}

/// The first fact of each requirement of a rule that is ticked by hand.
std::vector<std::string> ticks_for(const FeeRule &rule) {
    std::vector<std::string> ids;
    for (const FeeRequirement &requirement : rule.requirements)
        if (!material().handbook.fees.find_fact(requirement.any.front())->derivation)
            ids.push_back("fees.fact." + requirement.any.front().value);
    return ids;
}

} // namespace

TEST_CASE("the rules stand side by side under the year, and each leads to its entry") {
    Home home;
    Program program(home);
    Driver &driver = program.driver();
    open_page(program);
    CHECK(driver.shows("令和2年度の要件で確かめる表です。いまの決まりではありません。"));
    CHECK(program.shows_text("fees.must-check"));
    CHECK(driver.shows(material().handbook.fees.note));
    driver.resize(1280, 6000);
    for (const FeeRule::Row &row : rule_of("fee-2").rows) CHECK_MESSAGE(driver.shows(row.label), row.label);
    driver.resize(1280, 800);
    for (const FeeRule &rule : material().handbook.fees.rules) {
        driver.click("fees.entry." + rule.entry.value);
        CHECK(driver.shows(material().handbook.find(rule.entry)->body.front()));
        driver.click("handbook.back-to");
        CHECK(program.shows_text("fees.form"));
    }
}

TEST_CASE("by mouse: ticks and fields change the results at once, down to a fee that could apply") {
    Home home;
    Program program(home);
    Driver &driver = program.driver();
    open_page(program);
    CHECK_FALSE(program.shows_text("fees.result.met"));
    const FeeRule &rule = rule_of("fee-2");
    for (const std::string &tick : ticks_for(rule)) driver.click(tick);
    CHECK(program.shows_text("fees.result.met"));
    // One of them taken away again.
    driver.click("fees.fact.joint-consent");
    CHECK_FALSE(program.shows_text("fees.result.met"));
    driver.click("fees.fact.joint-consent");
    CHECK(program.shows_text("fees.result.met"));
    // Another page and back: what is entered is still there.
    driver.click("fees.entry.fee-2");
    driver.click("handbook.back-to");
    CHECK(program.shows_text("fees.result.met"));
    driver.click("fees.met.fee-2");
    for (const FeeRequirement &requirement : rule.requirements) CHECK(driver.shows(requirement.text));
    driver.click("fees.clear");
    CHECK_FALSE(program.shows_text("fees.result.met"));
    CHECK_FALSE(driver.exists("fees.met.fee-2"));
}

TEST_CASE("dates and numbers: read as they are typed, and what is no date is said so") {
    Home home;
    Program program(home);
    Driver &driver = program.driver();
    open_page(program);
    driver.click("fees.date.admission");
    driver.type("２０１９／５／１");
    driver.click("fees.date.guidance");
    driver.type("2020-4-3");
    CHECK_FALSE(program.shows_text("fees.date-error"));
    CHECK(driver.shows("× 足りない入院してから1年以上たっている"));
    driver.type("x");
    CHECK(program.shows_text("fees.date-error"));
    driver.press(ImGuiKey_Backspace, 2);
    driver.press(ImGuiKey_Backspace, 2);
    CHECK(program.shows_text("fees.date-error")); // a year alone
    driver.type("5-1");
    CHECK_FALSE(program.shows_text("fees.date-error"));
    CHECK(driver.shows("○ 満たす入院してから1年以上たっている"));
    driver.press(ImGuiMod_Ctrl | ImGuiKey_A);
    driver.type("2018-05-01");
    CHECK(driver.shows("日付の前後が逆です：入院した日 → 共同指導をする日"));
    driver.click("fees.number.icmss");
    driver.type("16");
    CHECK(driver.shows("数として読めません。0 から 15 までの数を入れてください。"));
    driver.press(ImGuiKey_Backspace);
    CHECK_FALSE(driver.shows("数として読めません。"));
    CHECK(driver.shows("○ 満たす導入基準（ICMSS）に1項目以上あてはまる"));
}

TEST_CASE("by keyboard alone: a field, a tick, an entry") {
    Home home;
    Program program(home);
    Driver &driver = program.driver();
    driver.press_until_focused("bar.handbook");
    driver.press(ImGuiKey_Enter);
    driver.press_until_focused("handbook.chapter.4");
    driver.press(ImGuiKey_Enter);
    driver.press_until_focused("fees.number.caseload");
    driver.type("31");
    CHECK(driver.shows(
        "× 足りない指導する保健師・看護師・精神保健福祉士が同時に受け持つ対象患者は、1人につき30人以下である"));
    driver.press(ImGuiKey_Backspace);
    CHECK(driver.shows(
        "○ 満たす指導する保健師・看護師・精神保健福祉士が同時に受け持つ対象患者は、1人につき30人以下である"));
    driver.press_until_focused("fees.fact.patient-ward");
    CHECK(driver.is_visible("fees.fact.patient-ward"));
    driver.press(ImGuiKey_Space);
    CHECK(driver.exists("fees.met.fee-1i"));
    driver.press_until_focused("fees.met.fee-1i", ImGuiKey_Tab, 400);
    driver.press(ImGuiKey_Space);
    CHECK(driver.shows("○ 満たす" + rule_of("fee-1i").requirements.front().text));
}

TEST_CASE("the results stay in view beside the form, and below it where there is no room") {
    Home home;
    Program program(home);
    Driver &driver = program.driver();
    open_page(program);
    driver.scroll_to("fees.fact.conference-guide");
    CHECK(driver.is_visible("fees.fact.conference-guide"));
    driver.click("fees.fact.patient-ward");
    driver.scroll_to("fees.fact.addition-order");
    CHECK(driver.is_visible("fees.fact.addition-order"));
    const Item beside = driver.item("fees.fact.addition-order");
    bool has_result_beside = false;
    for (const Item &item : driver.items())
        if (item.key.find("fees.result.") != std::string::npos)
            has_result_beside = has_result_beside || item.rect.min.x > beside.rect.max.x;
    CHECK(has_result_beside);
    driver.resize(800, 700);
    driver.click(std::string("handbook.row.") + kPage);
    driver.scroll_to("fees.fact.conference-guide");
    CHECK_FALSE(driver.is_visible("fees.met.fee-1i"));
    driver.scroll_to("fees.met.fee-2");
    CHECK(driver.is_visible("fees.met.fee-2"));
}

TEST_CASE("every width and size of text, in both languages, and nothing is called the same twice") {
    for (const i18n::Language language : {i18n::Language::ja, i18n::Language::en})
        for (const int percent : {100, 150, 250})
            for (const int width : {800, 1280, 1900}) {
                Home home;
                home.language = language;
                Program program(home, width, 1500);
                Driver &driver = program.driver();
                program.shell().settings().text_percent = percent;
                ui::apply_theme(program.shell().theme(), percent);
                driver.settle();
                driver.click("bar.handbook");
                driver.click("handbook.chapter.4");
                if (!driver.exists("fees.clear")) driver.click(std::string("handbook.row.") + kPage);
                driver.click("fees.fact.patient-ward");
                CHECK(program.shows_text("fees.form-intro"));
                CHECK(program.shows_text("fees.result.missing"));
                for (const Item &item : driver.items())
                    if (item.key.rfind("fees.", 0) == 0 && !item.clip.contains(item.rect) && item.is_visible())
                        CHECK_MESSAGE((item.rect.min.x >= item.clip.min.x && item.rect.max.x <= item.clip.max.x + 1.0F),
                                      item.name(), " at ", percent, " in ", width);
            }
}
