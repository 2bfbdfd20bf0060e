// The fee checker: what is typed, and what is said of it.

#include <algorithm>

#include <doctest/doctest.h>

#include "view/fee_view.h"
#include "view/fixture.h"

using namespace tsunagi;
using namespace tsunagi::model;
using engine::Fulfilment;
using view::date_from_text;
using view::FeeForm;
using view::FeeView;
using view::number_from_text;

namespace {

std::string read(const char *typed) {
    const auto date = date_from_text(typed);
    if (!date) return "none";
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date->year()), static_cast<unsigned>(date->month()),
                       static_cast<unsigned>(date->day()));
}

FeeView view_of(const FeeForm &form, const i18n::Texts &texts = test::ja()) {
    return view::fee_view(test::handbook(), form, texts);
}

std::string &at(FeeForm &form, FeeDate date) { return form.dates[static_cast<std::size_t>(date)]; }
std::string &at(FeeForm &form, FeeNumber number) { return form.numbers[static_cast<std::size_t>(number)]; }

const view::FeeResult &result_of(const FeeView &view, const std::string &entry) {
    for (const view::FeeResult &result : view.results)
        if (result.entry == entry) return result;
    FAIL("no result for ", entry);
    return view.results.front();
}

const view::FeeRequirementLine &line_of(const std::vector<view::FeeRequirementLine> &lines, const std::string &text) {
    for (const view::FeeRequirementLine &line : lines)
        if (line.text.find(text) != std::string::npos) return line;
    FAIL("no line says ", text);
    return lines.front();
}

/// Everything ticked, and dates and numbers that fulfil all there is.
FeeForm complete_form() {
    FeeForm form;
    for (const FeeFact &fact : test::handbook().fees.facts)
        if (!fact.derivation) form.ticked.insert(fact.id.value);
    at(form, FeeDate::admission) = "2019-05-01";
    at(form, FeeDate::guidance) = "2020/5/1";
    at(form, FeeDate::discharge) = "20200510";
    at(form, FeeDate::outpatient) = "令和2年7月10日";
    at(form, FeeDate::conference) = "２０２０．６．１";
    at(form, FeeDate::last_claim) = "2020年6月9日";
    at(form, FeeNumber::icmss) = "３";
    at(form, FeeNumber::caseload) = "30";
    return form;
}

} // namespace

TEST_CASE("a date may be typed in many ways") {
    for (const char *typed :
         {"2020-05-01",       "2020-5-1",      "2020/5/1",           "2020/05/01",           "2020.5.1",
          "20200501",         " 2020-05-01 ",  "2020 / 5 / 1",       "２０２０－０５－０１", "２０２０／５／１",
          "２０２００５０１", "2020年5月1日",  "２０２０年５月１日", "2020年5月1",           "\u30002020\u20105\u20101",
          "2020ー5ー1",       "令和2年5月1日", "令和２年５月１日",   "令和 2年 5月 1日",     "R2.5.1",
          "r2/5/1",           "Ｒ２．５．１",  "R02-05-01"})
        CHECK_MESSAGE(read(typed) == "2020-05-01", typed);
    CHECK(read("令和元年5月1日") == "2019-05-01");
    CHECK(read("平成31年4月30日") == "2019-04-30");
    CHECK(read("昭和64年1月7日") == "1989-01-07");
    CHECK(read("S25.12.31") == "1950-12-31");
    CHECK(read("2020-02-29") == "2020-02-29");
}

TEST_CASE("what is no date of the calendar is none") {
    for (const char *typed : {"",
                              " ",
                              "\u3000",
                              "2021-02-29",
                              "2020-04-31",
                              "2020-13-01",
                              "2020-00-10",
                              "2020-05-00",
                              "20200532",
                              "2020",
                              "2020-05",
                              "202005",
                              "5/1",
                              "20-5-1",
                              "2020-05-01x",
                              "x2020-05-01",
                              "2020-05-01-02",
                              "2020--05-01",
                              "昨日",
                              "令和年5月1日",
                              "令和0年5月1日",
                              "元年5月1日",
                              "1899-12-31",
                              "2101-01-01",
                              "99999999",
                              "2020-005-01",
                              "-2020-05-01",
                              "+20200501",
                              "2020\xFF-05-01",
                              "2020-05-0\xE3\x81"})
        CHECK_MESSAGE(read(typed) == "none", typed);
    CHECK(read(std::string(100000, '1').c_str()) == "none");
}

TEST_CASE("a number is whole and short") {
    CHECK(number_from_text("30") == 30);
    CHECK(number_from_text("３０") == 30);
    CHECK(number_from_text(" 0\u3000") == 0);
    CHECK(number_from_text("0007") == 7);
    for (const char *typed : {"", " ", "-1", "1.5", "12345", "三", "1a", "\xFF"})
        CHECK_MESSAGE(!number_from_text(typed), typed);
}

TEST_CASE("the rules side by side: a column each, the same rows, nothing empty") {
    const FeeView view = view_of({});
    CHECK(view.year.find("令和2年度") != std::string::npos);
    CHECK_FALSE(view.note.empty());
    REQUIRE(view.results.size() == 4);
    REQUIRE(view.table.columns.size() == 5);
    CHECK(view.table.rows.size() >= 10);
    for (const TableExhibit::Row &row : view.table.rows) {
        CHECK_FALSE(row.head.empty());
        REQUIRE(row.cells.size() == 4);
        for (const std::string &cell : row.cells) CHECK_FALSE(cell.empty());
    }
    for (std::size_t i = 0; i < 4; ++i) CHECK(view.table.columns[i + 1] == view.results[i].title);
    CHECK(view.results[0].entry == "fee-1i");
    CHECK(view.results[0].points == "1,500点");
    CHECK(view.results[3].points == "250点");
    CHECK(view_of({}, test::en()).results[0].points == "1,500 points");
    CHECK(view_of({}, test::en()).table.columns[3] == "Joint discharge guidance fee 2 (psychiatry)");
}

TEST_CASE("every fact is in the form once: ticked by hand or worked out") {
    const FeeView view = view_of({});
    std::size_t ticks = 0;
    for (const view::FeeTickGroup &group : view.groups) {
        CHECK_FALSE(group.title.empty());
        ticks += group.ticks.size();
    }
    CHECK(ticks + view.derived.size() == test::handbook().fees.facts.size());
    for (const view::FeeField &field : view.dates) CHECK(test::fault_of(field.label) == "");
    for (const view::FeeField &field : view.numbers) CHECK(test::fault_of(field.label) == "");
}

TEST_CASE("nothing entered: what is ticked by hand is missing, what needs dates or numbers is not entered") {
    const FeeView view = view_of({});
    const view::FeeResult &addition = result_of(view, "fee-addition");
    CHECK(addition.fulfilment == Fulfilment::missing);
    CHECK(addition.sign == "×");
    CHECK(addition.met.empty());
    CHECK(addition.summary.find("足りない要件") != std::string::npos);
    CHECK(addition.summary.find("入力待ち") != std::string::npos);
    // Missing before unknown.
    const auto is_unknown = [](const view::FeeRequirementLine &line) { return line.fulfilment == Fulfilment::unknown; };
    CHECK(std::is_partitioned(addition.not_met.begin(), addition.not_met.end(),
                              [&](const view::FeeRequirementLine &line) { return !is_unknown(line); }));
    const view::FeeRequirementLine &caseload = line_of(addition.not_met, "30人以下");
    CHECK(caseload.sign == "？");
    CHECK(caseload.word == "入力待ち");
    CHECK(caseload.detail.find(view.numbers[static_cast<std::size_t>(FeeNumber::caseload)].label) != std::string::npos);
}

TEST_CASE("a complete form: every fee could apply, and each requirement says so") {
    const FeeView view = view_of(complete_form());
    for (const view::FeeResult &result : view.results) {
        CAPTURE(result.entry);
        CHECK(result.fulfilment == Fulfilment::met);
        CHECK(result.sign == "○");
        CHECK(result.summary.empty());
        CHECK(result.not_met.empty());
        CHECK(result.met_title == "満たす要件：" + std::to_string(result.met.size()));
        for (const view::FeeRequirementLine &line : result.met) CHECK(line.detail.empty());
    }
    for (const view::FeeRequirementLine &line : view.derived) CHECK(line.fulfilment == Fulfilment::met);
}

TEST_CASE("one thing taken away is the one thing named") {
    FeeForm form = complete_form();
    form.ticked.erase("conference-psw");
    const FeeView view = view_of(form);
    const view::FeeResult &addition = result_of(view, "fee-addition");
    REQUIRE(addition.not_met.size() == 1);
    CHECK(addition.not_met.front().text == "カンファレンスに精神保健福祉士が加わっている");
    CHECK(addition.summary == "足りない要件：1");
    CHECK(result_of(view, "fee-1i").fulfilment == Fulfilment::met);
}

TEST_CASE("dates the wrong way round are named; a date not entered asks for itself only") {
    FeeForm form = complete_form();
    at(form, FeeDate::conference) = "2020-07-11";
    FeeView view = view_of(form);
    const view::FeeRequirementLine wrong = line_of(result_of(view, "fee-addition").not_met, "カンファレンス");
    CHECK(wrong.fulfilment == Fulfilment::missing);
    CHECK(wrong.detail == "日付の前後が逆です：直近のカンファレンスの日 → 外来で今回指導する日");
    at(form, FeeDate::conference) = "";
    view = view_of(form);
    const view::FeeRequirementLine waiting = line_of(result_of(view, "fee-addition").not_met, "カンファレンス");
    CHECK(waiting.fulfilment == Fulfilment::unknown);
    CHECK(waiting.detail == "入れると分かります：直近のカンファレンスの日");
    CHECK(result_of(view, "fee-addition").fulfilment == Fulfilment::unknown);
    CHECK(result_of(view, "fee-addition").summary == "入力待ち：1");
}

TEST_CASE("what is typed and cannot be read is told apart from an empty field, and counts as not entered") {
    FeeForm form = complete_form();
    at(form, FeeDate::discharge) = "2020-02-30";
    at(form, FeeDate::conference) = "  ";
    at(form, FeeNumber::caseload) = "たくさん";
    at(form, FeeNumber::icmss) = "16";
    const FeeView view = view_of(form);
    const auto error = [&](FeeDate date) { return view.dates[static_cast<std::size_t>(date)].error; };
    CHECK(error(FeeDate::discharge).find("日付として読めません") != std::string::npos);
    CHECK(error(FeeDate::conference).empty());
    CHECK(error(FeeDate::admission).empty());
    CHECK(view.numbers[static_cast<std::size_t>(FeeNumber::caseload)].error.find("9999") != std::string::npos);
    CHECK(view.numbers[static_cast<std::size_t>(FeeNumber::icmss)].error.find("15") != std::string::npos);
    const view::FeeResult &addition = result_of(view, "fee-addition");
    CHECK(addition.fulfilment == Fulfilment::unknown);
    CHECK(addition.not_met.size() == 3);
}

TEST_CASE("no text of the checker is the name of a text, in either language") {
    for (const FeeForm &form : {FeeForm{}, complete_form()})
        for (const i18n::Texts *texts : {&test::ja(), &test::en()}) {
            const FeeView view = view_of(form, *texts);
            CHECK(test::fault_of(view.year) == "");
            for (const view::FeeResult &result : view.results) {
                for (const std::string *text : {&result.title, &result.points, &result.word, &result.met_title})
                    CHECK(test::fault_of(*text) == "");
                for (const view::FeeRequirementLine &line : result.not_met)
                    CHECK(test::fault_of(line.word + line.detail) == "");
            }
        }
}

TEST_CASE("a handbook without fee rules has an empty checker") {
    const FeeView view = view::fee_view({}, {}, test::ja());
    CHECK(view.results.empty());
    CHECK(view.table.rows.empty());
    CHECK(view.groups.empty());
}
