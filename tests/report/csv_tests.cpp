#include <doctest/doctest.h>

#include "base/utf8.h"
#include "report/csv.h"
#include "report/fixture.h"

using namespace tsunagi;
using namespace tsunagi::test;

namespace {

using Rows = std::vector<std::vector<std::string>>;

/// A reader of its own, by RFC 4180: BOM, CR LF, quotes doubled. Anything else fails.
Rows rows_of(const std::string &csv) {
    REQUIRE(csv.rfind("\xEF\xBB\xBF", 0) == 0);
    Rows rows(1);
    std::string field;
    bool is_quoted = false;
    for (std::size_t i = 3; i < csv.size(); ++i) {
        const char c = csv[i];
        if (is_quoted) {
            if (c != '"')
                field += c;
            else if (i + 1 < csv.size() && csv[i + 1] == '"')
                field += csv[++i];
            else
                is_quoted = false;
        } else if (c == '"') {
            REQUIRE(field.empty());
            is_quoted = true;
        } else if (c == ',' || c == '\r') {
            rows.back().push_back(field);
            field.clear();
            if (c == '\r') {
                REQUIRE(csv[++i] == '\n');
                rows.emplace_back();
            }
        } else {
            REQUIRE(c != '\n');
            field += c;
        }
    }
    REQUIRE(field.empty());
    REQUIRE(rows.back().empty());
    rows.pop_back();
    for (const auto &row : rows) CHECK(row.size() == rows.front().size());
    return rows;
}

std::size_t column(const Rows &rows, const std::string &name) {
    for (std::size_t i = 0; i < rows[0].size(); ++i)
        if (rows[0][i] == name) return i;
    FAIL("no column ", name);
    return 0;
}

bool is_number(const std::string &text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
}

} // namespace

TEST_CASE("attempts: who comes first, then grades as plain numbers that add up") {
    const PlayedSession whole = played_session("cpp-1", "course");
    const PlayedSession part = played_session("cpp-1", "course", 3);
    const Rows rows = rows_of(report::attempts_csv({whole.run(), part.run()}, catalogue()));
    REQUIRE(rows.size() == 3);
    CHECK(rows[1][0] == "あおい");
    CHECK(rows[1][1] == "Aグループ");
    CHECK(rows[1][2] == "看護師");
    CHECK(rows[1][column(rows, "開始（UTC）")] == "2026-11-23T01:00:00Z");
    CHECK(rows[1][column(rows, "状態")] == "終了");
    CHECK(rows[2][column(rows, "状態")] == "途中");
    CHECK(rows[2][column(rows, "結末")].empty());
    const std::size_t first_grade = column(rows, "合計の得点");
    for (std::size_t row : {1, 2})
        for (std::size_t i = first_grade; i < rows[row].size(); ++i) CHECK(is_number(rows[row][i]));
    int earned = 0;
    for (int point = 1; point <= 6; ++point)
        earned += std::stoi(rows[1][column(rows, "ポイント" + std::to_string(point) + "の得点")]);
    CHECK(earned == std::stoi(rows[1][first_grade]));
    CHECK(rows[1][column(rows, "秒数")] == std::to_string(30 * whole.session.decisions.size()));
}

TEST_CASE("decisions: one row a decision, read scenes left out, the regret empty") {
    PlayedSession played = played_session("cpp-1", "course");
    std::size_t decided = 0;
    for (const auto &each : played.progress.played)
        if (!std::holds_alternative<model::ReadAnswer>(each.decision.answer)) ++decided;
    const Rows rows = rows_of(report::decisions_csv({played.run()}, catalogue()));
    CHECK(rows.size() == decided + 1);
    int earned = 0;
    for (std::size_t row = 1; row < rows.size(); ++row) {
        CHECK(rows[row][column(rows, "届かなくなった点")].empty());
        CHECK(rows[row][column(rows, "与えられた決定")] == "0");
        CHECK(!rows[row][column(rows, "問い")].empty());
        for (int point = 1; point <= 6; ++point)
            earned += std::stoi(rows[row][column(rows, "ポイント" + std::to_string(point) + "の得点")]);
    }
    CHECK(earned == engine::score(played.progress).earned.overall());
}

TEST_CASE("what nobody was asked has no figures and counts for nothing") {
    PlayedSession played = played_session("cpp-1", "course");
    for (model::Decision &decision : played.session.decisions) decision.is_given = true;
    played.progress = engine::fold(*played.progress.scenario, played.session.decisions).value();
    const Rows attempts = rows_of(report::attempts_csv({played.run()}, catalogue()));
    CHECK(attempts[1][column(attempts, "合計の得点")] == "0");
    CHECK(attempts[1][column(attempts, "合計の得点率（％）")].empty());
    const Rows rows = rows_of(report::decisions_csv({played.run()}, catalogue()));
    CHECK(rows[1][column(rows, "与えられた決定")] == "1");
    CHECK(rows[1][column(rows, "区分")].empty());
    CHECK(rows[1][column(rows, "ポイント1の得点")].empty());
}

TEST_CASE("nothing that was typed gets out of its field or becomes a formula") {
    const PlayedSession hostile = hostile_session("cpp-1", "course");
    for (const std::string &csv : {report::attempts_csv({hostile.run()}, catalogue()),
                                   report::decisions_csv({hostile.run()}, catalogue(i18n::Language::en))}) {
        CHECK(base::is_valid_utf8(csv));
        const Rows rows = rows_of(csv);
        for (const auto &row : rows)
            for (const std::string &field : row) {
                if (field.empty() || is_number(field)) continue;
                CHECK(std::string("=+-@\t\r").find(field[0]) == std::string::npos);
                CHECK(!holds_text(field, "\u202E"));
                CHECK(!holds_text(field, "\x1B"));
            }
    }
    const Rows rows = rows_of(report::attempts_csv({hostile.run()}, catalogue()));
    CHECK(rows[1][0] == hostile_texts()[1]);
    CHECK(rows[1][1] == "'" + hostile_texts()[2]);
}
