#include <doctest/doctest.h>

#include <numeric>

#include "support/show.h"
#include "view/debrief_view.h"
#include "view/fixture.h"

using namespace tsunagi;

namespace {

view::DebriefView debrief_of(const std::string &play, const i18n::Texts &texts) {
    const model::Session session = test::session_of(play);
    const engine::Progress progress = test::progress_of(session);
    REQUIRE(progress.is_over());
    return view::debrief_view(progress, session, test::handbook(), texts);
}

const char *const kPlays[] = {"handbook", "e-apart", "e-detour", "e-gone", "e-gone-early", "e-room", "other-way"};

} // namespace

TEST_CASE("the debrief of the handbook's course") {
    const auto debrief = debrief_of("handbook", test::ja());
    CHECK(debrief.scenario == test::cpp1().id);
    CHECK(debrief.ending == model::EndingKind::handbook);
    CHECK(debrief.ending_kind == "◎ 手引きの転帰");
    CHECK(debrief.ending_title == "窓は開いたまま");
    CHECK_FALSE(debrief.ending_text.empty());
    CHECK_FALSE(debrief.compared.empty());
    CHECK(debrief.run.find("あおい（看護師・Aグループ）") != std::string::npos);
    CHECK(debrief.run.find("初回") != std::string::npos);
    CHECK(debrief.run.find(debrief.months) != std::string::npos);
    CHECK(debrief.safety.empty());
    REQUIRE(debrief.profile.size() == 6);
    CHECK(debrief.profile[0].number == "1");
    CHECK_FALSE(debrief.profile[0].summary.empty());
    REQUIRE(debrief.tables.size() == 2);
    CHECK(debrief.tables[0].is_exercised);
}

TEST_CASE("the profile shows the same figures as the scorecard, and all bars fit the common scale") {
    for (const char *play : kPlays) {
        CAPTURE(play);
        const model::Session session = test::session_of(play);
        const engine::Progress progress = test::progress_of(session);
        const engine::Scorecard card = engine::score(progress);
        const auto debrief = view::debrief_view(progress, session, test::handbook(), test::ja());
        for (std::size_t point = 0; point < model::kPointCount; ++point) {
            const view::FigureView &figure = debrief.profile[point].figure;
            CHECK(figure.id == model::point_id(point));
            CHECK(figure.earned == card.earned.points[point]);
            CHECK(figure.available == card.available.points[point]);
            CHECK(figure.available <= debrief.profile_scale);
            CHECK(debrief.profile[point].trace.size() == card.point_traces[point].size());
        }
        for (std::size_t table = 0; table < model::kRoleTableCount; ++table)
            for (std::size_t function = 0; function < model::kRoleFunctionCount; ++function)
                for (std::size_t column = 0; column < model::kRoleColumnCount; ++column) {
                    const auto &cell = debrief.tables[table].rows[function].cells[column];
                    const auto index = model::cell_index(table, function, column);
                    CHECK(cell.figure.id == model::cell_id(index));
                    CHECK(cell.figure.earned == card.earned.cells[index]);
                    CHECK(cell.figure.available == card.available.cells[index]);
                    CHECK_FALSE(cell.items.empty());
                }
        CHECK(debrief.safety.size() == card.safety.size());
    }
}

TEST_CASE("a cell no decision exercised says so instead of 0 / 0") {
    const auto debrief = debrief_of("handbook", test::ja());
    for (const view::RoleTableView &table : debrief.tables)
        for (const auto &row : table.rows)
            for (const view::RoleCellView &cell : row.cells)
                CHECK((cell.share == "この道では出番なし") == (cell.figure.available == 0));
}

TEST_CASE("decisions stand in order and lead back into the session") {
    for (const char *play : kPlays) {
        CAPTURE(play);
        const model::Session session = test::session_of(play);
        const auto debrief = debrief_of(play, test::ja());
        REQUIRE(debrief.decision_index.size() == debrief.decisions.size());
        REQUIRE(debrief.decision_share.size() == debrief.decisions.size());
        CHECK_FALSE(debrief.decisions.empty());
        int before = -1;
        for (std::size_t i = 0; i < debrief.decisions.size(); ++i) {
            CHECK(debrief.decision_index[i] > before);
            before = debrief.decision_index[i];
            CHECK(session.decisions[static_cast<std::size_t>(before)].scene.value == debrief.decisions[i].scene_id);
        }
    }
}

TEST_CASE("a breakdown is told by sign and word") {
    const auto debrief = debrief_of("e-gone", test::ja());
    CHECK(debrief.ending == model::EndingKind::breakdown);
    CHECK(debrief.ending_kind == "▽ 支援の途切れ");
}

TEST_CASE("everything the debrief shows is text, in both languages") {
    for (const i18n::Texts *texts : {&test::ja(), &test::en()})
        for (const char *play : kPlays) {
            CAPTURE(play);
            const auto debrief = debrief_of(play, *texts);
            for (const std::string &text :
                 {debrief.case_title, debrief.learner, debrief.kind, debrief.months, debrief.run, debrief.ending_kind,
                  debrief.ending_title, debrief.compared, debrief.overall})
                CHECK(test::fault_of(text) == "");
            for (const view::ProfileRow &row : debrief.profile) {
                CHECK(test::fault_of(row.figure.title) == "");
                CHECK(test::fault_of(row.share) == "");
                for (const std::string &line : row.trace) CHECK(test::fault_of(line) == "");
            }
            for (const view::RoleTableView &table : debrief.tables) {
                CHECK(test::fault_of(table.title) == "");
                CHECK(test::fault_of(table.unused_title) == "");
                for (const std::string &column : table.columns) CHECK(test::fault_of(column) == "");
                for (const auto &row : table.rows) CHECK(test::fault_of(row.function) == "");
            }
            for (const view::OutcomeView &decision : debrief.decisions) {
                CAPTURE(decision.scene_id);
                CHECK(test::fault_of(decision.when) == "");
                CHECK(test::fault_of(decision.view_needed) == "");
                for (const std::string &text : decision.changes) CHECK(test::fault_of(text) == "");
                for (const std::string &text : decision.findings) CHECK(test::fault_of(text) == "");
                for (const view::ReasonView &reason : decision.reasons) {
                    for (const std::string &detail : reason.details) CHECK(test::fault_of(detail) == "");
                    for (const view::ReferenceView &ref : reason.refs) {
                        CHECK(test::fault_of(ref.label) == "");
                        // How the handbook's case went is not told in passing.
                        CHECK(ref.summary.empty() == (ref.id.rfind("case-", 0) == 0));
                    }
                }
            }
        }
}
