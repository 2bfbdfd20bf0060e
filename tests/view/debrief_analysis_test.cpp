// What the debrief says of the other courses through a case, from figures made up by hand and from the real analysis;
// and where everything stands on the timeline.

#include <doctest/doctest.h>

#include <algorithm>
#include <numeric>

#include "analysis/courses.h"
#include "support/show.h"
#include "view/debrief_view.h"
#include "view/fixture.h"

using namespace tsunagi;

namespace {

struct Played {
    model::Session session;
    engine::Progress progress;
    engine::Scorecard card;

    explicit Played(const std::string &play)
        : session(test::session_of(play)), progress(test::progress_of(session)), card(engine::score(progress)) {}

    // As if no other course had more to give, and no decision had cost anything.
    [[nodiscard]] view::CaseFigures figures() const {
        view::CaseFigures figures;
        figures.attainable = card.available;
        figures.overall_max = card.available.overall();
        figures.random_mean = 30.0;
        figures.costs.resize(progress.played.size());
        return figures;
    }
    [[nodiscard]] view::DebriefView debrief(const view::CaseFigures *figures,
                                            const i18n::Texts &texts = test::ja()) const {
        return view::debrief_view_with(progress, session, test::handbook(), texts, figures,
                                       figures == nullptr ? view::AnalysisState::none : view::AnalysisState::ready);
    }
};

const char *const kPlays[] = {"handbook", "e-apart", "e-detour", "e-gone", "e-gone-early", "e-room", "other-way"};

} // namespace

// ---- three figures
// ----------------------------------------------------------------------------------------------------

TEST_CASE("missed and not reached stand apart") {
    const Played played("handbook"); // 20 of 21, 27 of 28, 14 of 14 on the first three points
    view::CaseFigures figures = played.figures();
    figures.attainable.points[0] = 23;
    figures.attainable.points[2] = 10;
    const view::DebriefView debrief = played.debrief(&figures);
    CHECK(debrief.profile[0].share == "20 / 21");
    CHECK(debrief.profile[0].apart == "取りこぼし 1・通らなかった 2・事例の最高 23");
    CHECK(debrief.profile[0].figures.full() == 23);
    CHECK(debrief.profile[1].apart == "取りこぼし 1・事例の最高 28");
    // The path offered more than any one course can earn: nothing was left out, and the words say why.
    CHECK(debrief.profile[2].figures.not_reached() == 0);
    CHECK(debrief.profile[2].figures.full() == 14);
    CHECK(debrief.profile[2].apart == "取りこぼしなし・事例の最高 10");
    CHECK(debrief.profile[2].whole.find("回り道") != std::string::npos);
    CHECK(debrief.profile[0].whole.find("23") != std::string::npos);
    CHECK(debrief.profile[0].whole.find("回り道") == std::string::npos);
    CHECK(debrief.profile_scale >= 39);
    CHECK(debrief.overall_note.empty());

    figures.overall_max = played.card.available.overall() - 1;
    CHECK(played.debrief(&figures).overall_note.find(std::to_string(figures.overall_max)) != std::string::npos);
}

TEST_CASE("without the analysis only what was missed is said") {
    const Played played("handbook");
    const view::DebriefView debrief = played.debrief(nullptr);
    CHECK(debrief.profile[0].apart == "取りこぼし 1");
    CHECK(debrief.profile[2].apart == "取りこぼしなし");
    CHECK(debrief.profile[0].whole.empty());
    CHECK_FALSE(debrief.placement);
    CHECK(debrief.analysis_note.empty());
    for (const view::CostView &cost : debrief.decision_cost) {
        CHECK_FALSE(cost.is_known);
        CHECK(cost.mark.empty());
        CHECK(cost.words.empty());
    }
}

TEST_CASE("while it is on its way, or where the case is too large, the debrief says so") {
    const Played played("handbook");
    const auto note = [&](view::AnalysisState state) {
        return view::debrief_view(played.progress, played.session, test::handbook(), test::ja(), nullptr, state)
            .analysis_note;
    };
    CHECK(note(view::AnalysisState::running) == "ほかの道を計算しています…");
    CHECK(note(view::AnalysisState::too_large).find("すべてを調べきれません") != std::string::npos);
    CHECK(note(view::AnalysisState::none).empty());
}

TEST_CASE("a cell that only other paths exercise is not a cell that the case never exercises") {
    const Played played("handbook");
    view::CaseFigures figures = played.figures();
    const model::CellIndex elsewhere = model::cell_index(1, 0, 0);
    const model::CellIndex never = model::cell_index(1, 0, 1);
    REQUIRE(played.card.available.cells[elsewhere] == 0);
    REQUIRE(played.card.available.cells[never] == 0);
    CHECK(played.debrief(&figures).tables[1].unused_title ==
          "作業療法士に期待される役割（図表7）：この事例では使いません");
    figures.attainable.cells[elsewhere] = 3;
    const view::DebriefView debrief = played.debrief(&figures);
    const view::RoleTableView &table = debrief.tables[1];
    CHECK(table.rows[0].cells[0].share == "この道では出番なし（ほかの道では3点まで）");
    CHECK(table.rows[0].cells[0].figures.full() == 3);
    CHECK(table.rows[0].cells[1].share == "この事例には出番なし");
    CHECK(table.rows[0].cells[1].figures.full() == 0);
    CHECK(table.unused_title == "作業療法士に期待される役割（図表7）：この道では使いませんでした");
}

// ---- what a decision cost
// ---------------------------------------------------------------------------------------------

TEST_CASE("what a decision cost is said in words first") {
    const Played played("handbook");
    std::vector<view::CostFigures> costs(played.progress.played.size());
    costs[4].overall = 3;
    costs[4].points[1] = 2;
    costs[4].points[3] = 1;
    costs[5].points[0] = 1;
    const std::vector<view::CostView> views = view::cost_views(played.progress, costs, test::ja());
    REQUIRE(views.size() == costs.size());
    REQUIRE(views[0].is_known);
    CHECK(views[0].words == std::vector<std::string>{"この決定のあとも、全体の最高点に届く道が残っていました。"});
    CHECK(views[0].mark == "＝ 道は残った");
    CHECK(views[0].short_mark.empty());
    CHECK(views[4].words[0] == "この決定で、届かなくなった道があります。閉じたのは3点ぶんです。");
    CHECK(views[4].words[1] == "主に関わるのはポイント2・ポイント4です。");
    CHECK(views[4].mark == "↓ 3点ぶん閉じた");
    CHECK(views[4].short_mark == "−3");
    // From here on the best of the case is out of reach, and it would be wrong to say that it is not.
    CHECK(views[5].words[0] == "この決定では、ここから届く最高点は下がりませんでした。");
    CHECK(views[5].words[1].find("ポイント1") != std::string::npos);
    CHECK(view::cost_views(played.progress, {}, test::ja()).front().is_known == false);
}

TEST_CASE("what exceeds the points missed at a decision was lost in later scenes") {
    const Played played("e-gone");
    std::vector<view::CostFigures> costs(played.progress.played.size());
    const engine::PlayedDecision &decision = played.progress.played[1];
    const int missed = decision.available.overall() - decision.earned.overall();
    REQUIRE(missed > 0);
    costs[1].overall = missed;
    CHECK(view::cost_views(played.progress, costs, test::ja())[1].words.size() == 1);
    costs[1].overall = missed + 2;
    const auto words = view::cost_views(played.progress, costs, test::ja())[1].words;
    REQUIRE(words.size() == 2);
    CHECK(words[1] == "そのうち少なくとも2点は、あとの場面で得られたはずの点です。");
}

// ---- timeline
// ---------------------------------------------------------------------------------------------------------

TEST_CASE("every decision has a place of its own in its month") {
    for (const char *play : kPlays) {
        CAPTURE(play);
        const Played played(play);
        const view::DebriefView debrief = played.debrief(nullptr);
        const view::TimelineView &timeline = debrief.timeline;
        REQUIRE(timeline.marks.size() == debrief.decisions.size());
        REQUIRE_FALSE(timeline.months.empty());
        CHECK(timeline.months.front().begin == 0.0F);
        CHECK(timeline.months.back().end == timeline.length);
        CHECK(timeline.months.size() == static_cast<std::size_t>(played.progress.state.months) + 1);
        for (std::size_t i = 1; i < timeline.months.size(); ++i)
            CHECK(timeline.months[i].begin == timeline.months[i - 1].end);
        for (std::size_t i = 0; i < timeline.marks.size(); ++i) {
            const view::TimelineMark &mark = timeline.marks[i];
            CHECK(mark.decision == i);
            const auto index = static_cast<std::size_t>(debrief.decision_index[i]);
            const view::TimelineMonth &month =
                timeline.months[static_cast<std::size_t>(played.progress.played[index].month)];
            CHECK(mark.at > month.begin);
            CHECK(mark.at < month.end);
            if (i > 0) CHECK(mark.at - timeline.marks[i - 1].at >= 1.0F);
            CHECK(mark.option_class.has_value() == debrief.decisions[i].option_class.has_value());
        }
    }
}

TEST_CASE("the lines of the gauges go through the values they had") {
    for (const char *play : kPlays) {
        CAPTURE(play);
        const Played played(play);
        const view::DebriefView debrief = played.debrief(nullptr);
        REQUIRE(debrief.timeline.gauges.size() == model::kGaugeWords.size());
        for (const view::GaugeLine &line : debrief.timeline.gauges) {
            CAPTURE(line.id);
            CHECK(line.points.front().at == 0.0F);
            CHECK(line.points.front().value == test::cpp1().gauges[static_cast<std::size_t>(line.gauge)]);
            CHECK(line.points.back().at == debrief.timeline.length);
            CHECK(line.points.back().value == played.progress.state.gauge(line.gauge));
            CHECK(line.end_label == line.label + " " + std::to_string(played.progress.state.gauge(line.gauge)));
            for (std::size_t i = 1; i < line.points.size(); ++i) CHECK(line.points[i].at >= line.points[i - 1].at);
            for (const view::TimelineMark &mark : debrief.timeline.marks) {
                const auto index = static_cast<std::size_t>(debrief.decision_index[mark.decision]);
                int value = line.points.front().value;
                for (const view::GaugePoint &point : line.points)
                    if (point.at <= mark.at) value = point.value;
                CHECK(value == played.progress.played[index].state_after.gauge(line.gauge));
            }
        }
    }
}

TEST_CASE("a change of a gauge carries its reason, at its mark and in the list") {
    const Played played("handbook");
    const view::DebriefView debrief = played.debrief(nullptr);
    const auto told_in_steps = [&](const std::string &because) {
        return std::any_of(debrief.timeline.steps.begin(), debrief.timeline.steps.end(), [&](const auto &step) {
            return std::any_of(step.lines.begin(), step.lines.end(),
                               [&](const std::string &line) { return line.find(because) != std::string::npos; });
        });
    };
    int moved = 0;
    for (const view::TimelineMark &mark : debrief.timeline.marks) {
        const auto index = static_cast<std::size_t>(debrief.decision_index[mark.decision]);
        for (const engine::Change &change : played.progress.played[index].changes) {
            const auto *gauge = std::get_if<engine::GaugeMoved>(&change);
            if (gauge == nullptr) continue;
            ++moved;
            CHECK(mark.tip.find(gauge->because) != std::string::npos);
            CHECK(told_in_steps(gauge->because));
        }
        CHECK(mark.tip.find(mark.title) == 0);
        CHECK(mark.facts.find(debrief.decisions[mark.decision].when) == 0);
    }
    CHECK(moved > 10);
    CHECK(debrief.timeline.steps.front().heading == "はじまり");
    CHECK(debrief.timeline.steps.back().heading == "結末");
}

// ---- placement
// --------------------------------------------------------------------------------------------------------

TEST_CASE("the score stands between chance and the best, with words before numbers") {
    const view::PlacementView high = view::placement_view({120, 145, 30.2, 144}, test::ja());
    REQUIRE(high.marks.size() == 4);
    CHECK(high.marks[0].kind == view::PlacementMark::Kind::chance);
    CHECK(high.marks[0].number == "30点");
    CHECK(high.marks[1].kind == view::PlacementMark::Kind::you);
    CHECK(high.marks[2].kind == view::PlacementMark::Kind::handbook);
    CHECK(high.marks[3].kind == view::PlacementMark::Kind::best);
    CHECK(high.marks[3].at == 1.0F);
    CHECK(high.marks[1].at == doctest::Approx(120.0 / 145.0));
    CHECK(high.words.front() == "あなたの120点は、でたらめに選んだときの平均（およそ30点）の約4.0倍です。");
    CHECK(high.words.back() == "この事例で届く最高は145点です。そこまで、あと25点ぶんの道があります。");
    CHECK(high.words.size() == 3);

    CHECK(view::placement_view({60, 145, 30.0, 144}, test::ja()).words.size() == 2); // no praise for little
    CHECK(view::placement_view({31, 145, 30.0, 144}, test::ja()).words.front().find("同じくらい") != std::string::npos);
    CHECK(view::placement_view({15, 145, 30.0, 144}, test::ja()).words.front().find("力を測った数ではありません") !=
          std::string::npos);
    CHECK(view::placement_view({145, 145, 30.0, 144}, test::ja()).words.back() ==
          "これは、この事例で届く最高の145点です。");
    CHECK(view::placement_view({5, 10, 0.2, std::nullopt}, test::ja()).marks.size() == 3);
    for (const view::PlacementMark &mark : view::placement_view({0, 0, 0.0, 0}, test::ja()).marks)
        CHECK(mark.at == 0.0F);
}

TEST_CASE("all of it is text, in both languages") {
    for (const i18n::Texts *texts : {&test::ja(), &test::en()})
        for (const char *play : {"e-gone", "e-detour"}) {
            const Played played(play);
            view::CaseFigures figures = played.figures();
            figures.attainable.points[0] += 4;
            for (view::CostFigures &cost : figures.costs) cost = {30, {1, 0, 2, 0, 0, 0}};
            const view::DebriefView debrief = played.debrief(&figures, *texts);
            for (const view::ProfileRow &row : debrief.profile) {
                CHECK(test::fault_of(row.apart) == "");
                CHECK(test::fault_of(row.whole) == "");
            }
            for (const view::CostView &cost : debrief.decision_cost) {
                CHECK(test::fault_of(cost.mark) == "");
                CHECK(test::fault_of(cost.short_mark) == "");
                for (const std::string &words : cost.words) CHECK(test::fault_of(words) == "");
            }
            for (const view::TimelineMark &mark : debrief.timeline.marks) CHECK(test::fault_of(mark.tip) == "");
            for (const view::TimelineMonth &month : debrief.timeline.months) {
                CHECK(test::fault_of(month.label) == "");
                CHECK_FALSE(month.short_label.empty());
            }
            for (const view::TimelineStep &step : debrief.timeline.steps) {
                CHECK(test::fault_of(step.heading) == "");
                for (const std::string &line : step.lines) CHECK(test::fault_of(line) == "");
            }
            REQUIRE(debrief.placement);
            for (const std::string &words : debrief.placement->words) CHECK(test::fault_of(words) == "");
            for (const view::PlacementMark &mark : debrief.placement->marks) {
                CHECK(test::fault_of(mark.label) == "");
                CHECK(test::fault_of(mark.number) == "");
            }
        }
}

// ---- with the real analysis
// -------------------------------------------------------------------------------------------

TEST_CASE("what the decisions of a course cost adds up to what it did not reach") {
    const auto courses = analysis::Courses::explore(test::cpp1());
    REQUIRE(courses);
    CHECK(view::handbook_overall(test::cpp1()) == 144);
    for (const char *play : kPlays) {
        CAPTURE(play);
        const Played played(play);
        const view::CaseFigures figures = view::case_figures(*courses, played.progress);
        REQUIRE(figures.costs.size() == played.progress.played.size());
        int cost = 0;
        for (const view::CostFigures &figure : figures.costs) cost += figure.overall;
        CHECK(cost == figures.overall_max - played.card.earned.overall());
        const view::DebriefView debrief = view::debrief_view(played.progress, played.session, test::handbook(),
                                                             test::ja(), &*courses, view::AnalysisState::ready);
        for (const view::ProfileRow &row : debrief.profile)
            CHECK(row.figures.attainable.value_or(-1) >= row.figures.earned);
        REQUIRE(debrief.placement);
        CHECK(debrief.placement->marks.size() == 4);
    }
}
