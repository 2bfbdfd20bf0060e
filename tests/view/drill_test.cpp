// What the pages of the exercises say.

#include "view/drill_view.h"

#include <algorithm>
#include <filesystem>

#include <doctest/doctest.h>

#include "content/drill_json.h"
#include "engine/drill.h"
#include "view/fixture.h"

using namespace tsunagi;
using namespace tsunagi::model;
using view::DrillForm;
using view::DrillsView;

namespace {

const Drills &drills() {
    static const Drills loaded = [] {
        base::Problems problems;
        return content::load_drills(std::filesystem::path(TSUNAGI_SOURCE_DIR) / "assets" / "drills", problems);
    }();
    return loaded;
}

DrillsView view_of(const DrillForm &form, const i18n::Texts &texts = test::ja()) {
    return view::drills_view(form, drills(), test::handbook(), {}, texts);
}

DrillForm form_of(DrillKind kind, std::size_t first = 0) {
    DrillForm form;
    form.kind = kind;
    const std::size_t size = view::drill_size(kind, form.table, drills(), test::handbook());
    for (std::size_t i = 0; i < size; ++i) form.order.push_back((first + i) % size);
    return form;
}

std::string rows_of(const view::IcmssGroupView &group) {
    std::string rows;
    for (const view::IcmssResultView &row : group.rows) rows += row.id.substr(5) + " ";
    return rows;
}

} // namespace

TEST_CASE("the list offers three exercises, the role tables twice") {
    const DrillsView view = view_of({});
    CHECK(std::holds_alternative<std::monostate>(view.exercise));
    REQUIRE(view.rows.size() == 3);
    CHECK(view.rows[0].starts.size() == 1);
    CHECK(view.rows[1].starts.size() == 1);
    REQUIRE(view.rows[2].starts.size() == 2);
    CHECK(view.rows[2].starts[1].table == LeadProfession::ot);
    CHECK(view.rows[2].starts[1].id == "role_table.ot");
    for (const view::DrillRow &row : view.rows) CHECK(row.unusable.empty());
    CHECK(view.damaged.empty());
}

TEST_CASE("what could not be read is said, and not offered") {
    const DrillsView view = view::drills_view({}, {}, {}, {"icmss.json", "plain_words.json"}, test::ja());
    CHECK(view.damaged.find("icmss.json／plain_words.json") != std::string::npos);
    for (const view::DrillRow &row : view.rows) {
        CHECK(row.starts.empty());
        CHECK_FALSE(row.unusable.empty());
    }
    // A form that is left over from before shows the list.
    CHECK(std::holds_alternative<std::monostate>(
        view::drills_view(form_of(DrillKind::icmss), {}, {}, {}, test::ja()).exercise));
}

TEST_CASE("an ICMSS page keeps the answer to itself until it is checked") {
    DrillForm form = form_of(DrillKind::icmss, 4);
    form.position = 1;
    const DrillsView page = view_of(form);
    CHECK(page.position == "2 / 7");
    const auto &icmss = std::get<view::IcmssView>(page.exercise);
    CHECK(icmss.label == drills().vignettes[5].label);
    REQUIRE(icmss.items.size() == 15);
    CHECK(icmss.items[14].id == "icmss15");
    CHECK(icmss.items[0].text.rfind("1. ", 0) == 0);
    CHECK(icmss.groups.empty());
    CHECK(icmss.agreement.empty());
    CHECK(icmss.case_entry.empty());
}

TEST_CASE("the comparison tells who names which item, differences first") {
    DrillForm form = form_of(DrillKind::icmss, 4); // ot-1: items 1, 10 and 15 apply
    form.ticked = {"icmss1", "icmss2", "icmss15", "icmss9"};
    form.is_checked = true;
    const auto icmss = std::get<view::IcmssView>(view_of(form).exercise);
    REQUIRE(icmss.groups.size() == 4);
    CHECK(icmss.groups[0].title == "ハンドブックだけが当てはまるとした 1");
    CHECK(rows_of(icmss.groups[0]) == "10 ");
    CHECK(icmss.groups[0].rows[0].because == drills().vignettes[4].because.at(HandbookId("icmss10")));
    CHECK(rows_of(icmss.groups[1]) == "2 9 ");
    CHECK(rows_of(icmss.groups[2]) == "1 15 ");
    CHECK(icmss.groups[3].rows.size() == 10);
    std::set<std::string> signs;
    for (const view::IcmssGroupView &group : icmss.groups) signs.insert(group.sign);
    CHECK(signs.size() == 4);
    CHECK(icmss.agreement == "15 項目のうち 12 項目で、ハンドブックと同じでした。");
    CHECK(icmss.count.find("あなたが 4、ハンドブックが 3") != std::string::npos);
    CHECK(icmss.count.find("勧められる所にいます") != std::string::npos);
    CHECK(icmss.rule == test::handbook().icmss_rule);
    CHECK(icmss.case_entry == "case-ot-1");
}

TEST_CASE("below three items the rule does not suggest an introduction; groups without items are left out") {
    Drills made;
    IcmssVignette vignette;
    vignette.applies = {HandbookId("icmss1"), HandbookId("icmss2")};
    made.vignettes = {vignette};
    DrillForm form;
    form.kind = DrillKind::icmss;
    form.order = {0};
    form.ticked = {"icmss1", "icmss2"};
    form.is_checked = true;
    const DrillsView view = view::drills_view(form, made, test::handbook(), {}, test::ja());
    const auto &icmss = std::get<view::IcmssView>(view.exercise);
    CHECK(icmss.count.find("届いていません") != std::string::npos);
    CHECK(icmss.groups.size() == 2);
    CHECK(icmss.agreement.rfind("15 項目のうち 15 項目", 0) == 0);
}

TEST_CASE("words of the trade are marked in the finding and in what is written") {
    DrillForm form = form_of(DrillKind::plain_words);
    form.written = "IADLとADLとIADL。";
    const auto words = std::get<view::PlainWordsView>(view_of(form).exercise);
    CHECK(words.who == "公認心理師 → 就労継続支援B型の職員");
    CHECK_FALSE(words.finding.marks.empty());
    CHECK(words.finding_words.size() >= 3);
    for (const view::JargonView &word : words.finding_words) CHECK_FALSE(word.plain.empty());
    CHECK(words.written.marks.size() == 3);
    REQUIRE(words.written_words.size() == 2);
    CHECK(words.written_words[0].word == "IADL");
    CHECK(words.written_words[0].ref == "term-iadl");
    CHECK(words.written_words[1].ref.empty());
    CHECK(words.written_note.find("2") != std::string::npos);
    CHECK(words.models.empty());
    CHECK(words.keep.empty());
    form.written = "ゆっくりで大丈夫です。";
    form.is_checked = true;
    const auto checked = std::get<view::PlainWordsView>(view_of(form).exercise);
    CHECK(checked.written_words.empty());
    CHECK(checked.written_note == test::ja()(i18n::Text::drills_words_none_left));
    CHECK(checked.models.size() == 2);
    CHECK(checked.keep.size() == 4);
}

TEST_CASE("statements are placed a handful at a time, and any cell they stand in is right") {
    DrillForm form = form_of(DrillKind::role_table);
    const DrillsView page = view_of(form);
    CHECK(page.position == "1 / 5");
    const auto &placing = std::get<view::PlacingView>(page.exercise);
    REQUIRE(placing.statements.size() == 5);
    REQUIRE(placing.rows.size() == 6);
    CHECK(placing.rows[5].cells[1].id == "cpp.direct.team");
    CHECK(placing.rows[0].cells[0].title == "関係構築・強みや専門性");
    CHECK_FALSE(placing.statements[0].result.has_value());
    form.placed[placing.statements[0].text] = "cpp.relationship.strength";
    form.placed[placing.statements[1].text] = "cpp.direct.team";
    form.is_checked = true;
    const auto checked = std::get<view::PlacingView>(view_of(form).exercise);
    const view::PlacedView &right = *checked.statements[0].result;
    CHECK(right.is_right);
    CHECK(right.sign == "◎");
    const view::PlacedView &wrong = *checked.statements[1].result;
    CHECK_FALSE(wrong.is_right);
    CHECK(wrong.own == "直接支援・チームへの貢献の視点");
    REQUIRE(wrong.cells.size() == 1);
    CHECK(wrong.cells[0].id == "cpp.relationship.strength");
    CHECK(wrong.cells[0].summary == test::handbook().find("cpp.relationship.strength")->summary);
    CHECK(checked.statements[2].result->own == "まだ置いていない");
    CHECK(checked.summary == "5 項目のうち 1 項目が、ハンドブックの表と同じ欄でした。");
    CHECK_FALSE(checked.remark.empty());

    Handbook twice = test::handbook();
    for (HandbookEntry &entry : twice.entries)
        if (entry.id.value == "cpp.direct.team") entry.items.push_back(placing.statements[1].text);
    twice.build_index();
    const DrillsView both = view::drills_view(form, drills(), twice, {}, test::ja());
    const auto &any = std::get<view::PlacingView>(both.exercise);
    CHECK(any.statements[1].result->is_right);
    CHECK(any.statements[1].result->cells.size() == 2);
}

TEST_CASE("the exercises are told in both languages") {
    for (const i18n::Texts *texts : {&test::ja(), &test::en()})
        for (const DrillKind kind : {DrillKind::icmss, DrillKind::plain_words, DrillKind::role_table}) {
            DrillForm form = form_of(kind);
            form.written = "ADL";
            form.ticked = {"icmss3"};
            form.is_checked = true;
            const DrillsView view = view_of(form, *texts);
            std::vector<std::string> said = {view.title, view.position};
            for (const view::DrillRow &row : view.rows) {
                said.insert(said.end(), {row.title, row.about});
                for (const view::DrillStart &start : row.starts) said.push_back(start.text);
            }
            if (const auto *icmss = std::get_if<view::IcmssView>(&view.exercise)) {
                said.insert(said.end(), {icmss->agreement, icmss->count, icmss->case_title});
                for (const view::IcmssGroupView &group : icmss->groups) said.push_back(group.sign + group.title);
            }
            if (const auto *words = std::get_if<view::PlainWordsView>(&view.exercise))
                said.insert(said.end(), {words->who, words->written_note});
            if (const auto *placing = std::get_if<view::PlacingView>(&view.exercise)) {
                said.insert(said.end(), {placing->summary, placing->remark});
                for (const view::StatementView &statement : placing->statements)
                    said.insert(said.end(), {statement.result->own, statement.result->word});
            }
            for (const std::string &text : said) {
                CHECK_FALSE(text.empty());
                CHECK(test::fault_of(text) == "");
            }
        }
}
