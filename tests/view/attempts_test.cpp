#include <doctest/doctest.h>

#include "support/build.h"
#include "view/attempts_view.h"
#include "view/fixture.h"

using namespace tsunagi;
using model::SessionKind;
using view::AttemptsView;
using view::FinishedRun;

namespace {

FinishedRun run(const char *id, std::int64_t at, int earned, SessionKind kind = SessionKind::first) {
    FinishedRun made;
    made.attempt.id = model::SessionId(id);
    made.attempt.scenario = model::ScenarioId("case");
    made.attempt.learner = {"あおい", model::LearnerProfession::nurse, "A"};
    made.attempt.kind = kind;
    made.attempt.started_at = at;
    made.attempt.started_label = "2026-11-22 14:05";
    made.attempt.ending_title = "おわり";
    made.attempt.is_over = true;
    made.earned = test::points({{1, earned}});
    made.available = test::points({{1, 8}, {2, 2}});
    return made;
}

AttemptsView view_of(const std::vector<FinishedRun> &runs, const char *on_screen,
                     const i18n::Texts &texts = test::ja()) {
    return view::attempts_view(runs, model::SessionId(on_screen), test::handbook(), texts);
}

std::vector<std::string> ids_of(const AttemptsView &view) {
    std::vector<std::string> ids;
    for (const view::AttemptColumn &column : view.columns) ids.push_back(column.session.value);
    return ids;
}

using Labels = std::vector<std::string>;

} // namespace

TEST_CASE("one attempt alone is compared with nothing, and the debrief says what will stand there") {
    const AttemptsView view = view_of({run("a", 1, 4)}, "a");
    CHECK(view.columns.empty());
    CHECK(view.intro.find("もう一度取り組むと") != std::string::npos);
    CHECK(view_of({}, "a").columns.empty());
}

TEST_CASE("first, best and last stand in the order they were begun, each once") {
    const std::vector<FinishedRun> runs = {run("d", 4, 5, SessionKind::replay), run("a", 1, 4),
                                           run("c", 3, 3, SessionKind::replay), run("b", 2, 7, SessionKind::replay)};
    const AttemptsView view = view_of(runs, "d");
    REQUIRE(ids_of(view) == std::vector<std::string>{"a", "b", "d"});
    CHECK(view.columns[0].labels == Labels{"初回（測定）"});
    CHECK(view.columns[1].labels == Labels{"最高"});
    CHECK(view.columns[2].labels == Labels{"最新"});
    CHECK_FALSE(view.columns[0].is_on_screen);
    CHECK(view.columns[0].can_open);
    CHECK(view.columns[2].is_on_screen);
    CHECK_FALSE(view.columns[2].can_open);
    // One that is none of the three is shown when it is looked back on.
    CHECK(ids_of(view_of(runs, "c")) == std::vector<std::string>{"a", "b", "c", "d"});
    CHECK(view_of(runs, "c").columns[2].labels.empty());
}

TEST_CASE("of equals the earlier is the best; one attempt can be several") {
    const AttemptsView view = view_of({run("a", 1, 4), run("b", 2, 4, SessionKind::replay)}, "b");
    REQUIRE(ids_of(view) == std::vector<std::string>{"a", "b"});
    CHECK(view.columns[0].labels == Labels{"初回（測定）", "最高"});
    CHECK(view.columns[1].labels == Labels{"最新"});
}

TEST_CASE("an exploration is neither first nor best nor last, but stands there while it is looked back on") {
    const std::vector<FinishedRun> runs = {run("a", 1, 4), run("e", 2, 8, SessionKind::exploration)};
    CHECK(view_of(runs, "a").columns.empty());
    const AttemptsView view = view_of(runs, "e");
    REQUIRE(ids_of(view) == std::vector<std::string>{"a", "e"});
    CHECK(view.columns[0].labels == Labels{"初回（測定）", "最高", "最新"});
    CHECK(view.columns[1].labels.empty());
    CHECK(view.columns[1].kind == "試し直し");
}

TEST_CASE("nobody is compared with somebody else, nor with another case") {
    FinishedRun other_name = run("b", 2, 8);
    other_name.attempt.learner.nickname = "そら";
    FinishedRun other_group = run("c", 3, 8);
    other_group.attempt.learner.group = "B";
    FinishedRun other_case = run("d", 4, 8);
    other_case.attempt.scenario = model::ScenarioId("other");
    CHECK(view_of({run("a", 1, 4), other_name, other_group, other_case}, "a").columns.empty());
    // The profession may have been corrected between two attempts.
    FinishedRun same = run("e", 5, 6, SessionKind::replay);
    same.attempt.learner.profession = model::LearnerProfession::cpp;
    CHECK(ids_of(view_of({run("a", 1, 4), same}, "e")) == std::vector<std::string>{"a", "e"});
}

TEST_CASE("figures stand on what the case can give where that is known, else on what the path could give") {
    FinishedRun known = run("b", 2, 6, SessionKind::replay);
    known.attainable = view::Attainable{9, test::points({{1, 8}, {2, 4}})};
    known.safety_count = 2;
    const AttemptsView view = view_of({run("a", 1, 4), known}, "b");
    REQUIRE(view.columns.size() == 2);
    CHECK(view.measure.empty()); // said of each, since it differs
    CHECK(view.columns[0].overall == "4 / 10");
    CHECK(view.columns[0].overall_percent == 40);
    CHECK(view.columns[0].measure == "右の数は、その回に通った道で得られた点です。");
    CHECK(view.columns[0].points[1] == "0 / 2");
    CHECK(view.columns[0].points[2] == "出番なし");
    CHECK(view.columns[0].safety == "旗なし");
    // The points, each for itself, sum to more than any one path earns.
    CHECK(view.columns[1].overall == "6 / 9");
    CHECK(view.columns[1].overall_percent == 66);
    CHECK(view.columns[1].measure == "右の数は、この事例で届く最高の点です。");
    CHECK(view.columns[1].points[0] == "6 / 8");
    CHECK(view.columns[1].of[1] == 4);
    CHECK(view.columns[1].safety == "安全の旗 2");
    CHECK(view.columns[1].has_safety_flag);
    CHECK(view.columns[1].ending == "△ おわり");
}

TEST_CASE("what all columns stand on is said once") {
    const AttemptsView view = view_of({run("a", 1, 4), run("b", 2, 6, SessionKind::replay)}, "b");
    CHECK(view.measure == "右の数は、その回に通った道で得られた点です。");
    for (const view::AttemptColumn &column : view.columns) CHECK(column.measure.empty());
}

TEST_CASE("attempts are told in both languages") {
    const std::vector<FinishedRun> runs = {run("a", 1, 4), run("b", 2, 6, SessionKind::replay)};
    for (const i18n::Texts *texts : {&test::ja(), &test::en()}) {
        const AttemptsView view = view_of(runs, "a", *texts);
        CHECK(test::fault_of(view.intro) == "");
        for (const std::string &name : view.point_names) CHECK(test::fault_of(name) == "");
        for (const view::AttemptColumn &column : view.columns) {
            for (const std::string &text : {column.kind, column.ending, column.overall, column.measure, column.safety})
                CHECK(test::fault_of(text) == "");
            for (const std::string &label : column.labels) CHECK(test::fault_of(label) == "");
        }
    }
}
