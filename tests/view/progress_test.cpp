#include <doctest/doctest.h>

#include "support/build.h"
#include "view/fixture.h"
#include "view/progress_view.h"

using namespace tsunagi;
using model::SessionKind;
using view::AttemptInfo;
using view::FinishedRun;
using view::ProgressView;
using view::Standing;

namespace {

AttemptInfo attempt(const char *id, const char *scenario, std::int64_t at, const char *nickname = "あおい") {
    AttemptInfo made;
    made.id = model::SessionId(id);
    made.scenario = model::ScenarioId(scenario);
    made.case_title = std::string("case ") + scenario;
    made.learner = {nickname, model::LearnerProfession::nurse, ""};
    made.started_at = at;
    made.is_over = true;
    return made;
}

FinishedRun run(const char *scenario, model::Credit earned, model::Credit available) {
    FinishedRun made;
    made.attempt = attempt("s", scenario, 1);
    made.earned = earned;
    made.available = available;
    return made;
}

model::Scenario offering(const char *id, model::Credit credit) {
    model::Scenario made =
        test::one_scene(test::choose_one({test::option("yes", "recommended", credit), test::option("no", "missed")}));
    made.id = model::ScenarioId(id);
    made.title = std::string("title of ") + id;
    return made;
}

std::vector<std::string> ids_of(const std::vector<const AttemptInfo *> &attempts) {
    std::vector<std::string> ids;
    for (const AttemptInfo *one : attempts) ids.push_back(one->id.value);
    return ids;
}

ProgressView view_of(const std::vector<FinishedRun> &runs, const std::vector<const model::Scenario *> &cases = {},
                     const i18n::Texts &texts = test::ja()) {
    return view::progress_view({{"あおい", model::LearnerProfession::nurse, ""}}, 0, runs, cases, test::handbook(),
                               texts);
}

} // namespace

TEST_CASE("80 % of what was available is strong, less than half is weak, nothing available is untried") {
    CHECK(view::standing_of(8, 10) == Standing::strong);
    CHECK(view::standing_of(4, 5) == Standing::strong);
    CHECK(view::standing_of(79, 100) == Standing::between);
    CHECK(view::standing_of(5, 10) == Standing::between);
    CHECK(view::standing_of(49, 100) == Standing::weak);
    CHECK(view::standing_of(0, 1) == Standing::weak);
    CHECK(view::standing_of(0, 0) == Standing::untried);
}

TEST_CASE("earned and available are summed over the cases") {
    const ProgressView view = view_of({run("one", test::points({{1, 2}, {2, 1}}), test::points({{1, 4}, {2, 4}})),
                                       run("two", test::points({{1, 6}}), test::points({{1, 6}}))});
    REQUIRE(view.has_finished);
    REQUIRE(view.points.size() == 6);
    CHECK(view.points[0].earned == 8);
    CHECK(view.points[0].available == 10);
    CHECK(view.points[0].standing == Standing::strong);
    CHECK(view.points[0].share == "8 / 10（80 %）");
    CHECK(view.points[0].practise.empty());
    CHECK(view.points[1].standing == Standing::weak);
    CHECK(view.points[1].symbol == "△");
    CHECK(view.points[1].word == "のびしろ");
    CHECK(view.points[2].standing == Standing::untried);
    CHECK(view.points[2].share.empty());
    CHECK(view.basis.find("「case one」「case two」") != std::string::npos);
    CHECK(view.thresholds.find("80 %") != std::string::npos);
    CHECK(view.thresholds.find("50 %") != std::string::npos);
    REQUIRE(view.tables.size() == 2);
    std::size_t cells = 0;
    for (const view::ProgressTable &table : view.tables)
        for (const view::ProgressGroup &group : table.groups) cells += group.cells.size();
    CHECK(cells == 24);
    CHECK(view.summary == std::vector<std::string>{"◎ 強み　1", "○ 途中　0", "△ のびしろ　1", "・ 未経験　28"});
}

TEST_CASE("what is weak or untried names the installed cases that exercise it") {
    const model::Scenario one = offering("one", test::points({{2, 1}}));
    const model::Scenario two = offering("two", test::points({{2, 3}, {3, 1}}) + test::cell("ot.direct.team", 1));
    const ProgressView view =
        view_of({run("one", test::points({{1, 1}}), test::points({{1, 1}, {2, 4}}))}, {&one, &two});
    CHECK(view.points[0].cases.empty());
    REQUIRE(view.points[1].cases.size() == 2);
    CHECK(view.points[1].cases[0].scenario.value == "one");
    CHECK(view.points[1].cases[1].title == "title of two");
    REQUIRE(view.points[2].cases.size() == 1);
    CHECK(view.points[2].practise == "使う場面のある事例：");
    CHECK(view.points[3].cases.empty());
    CHECK(view.points[3].practise == "いま入っている事例には、これを使う場面がありません。");
    const view::ProgressLine &cell = view.tables[1].groups[5].cells[1];
    CHECK(cell.id == "ot.direct.team");
    REQUIRE(cell.cases.size() == 1);
    CHECK(cell.cases[0].scenario.value == "two");
}

TEST_CASE("a case exercises what some answer of any kind earns credit on, not what it only costs") {
    using namespace test;
    model::Scenario made = scenario(
        {scene("many",
               choose_many({item("a", "recommended", points({{1, 2}})), item("b", "harmful", points({{2, -1}}))}),
               {to_scene("grid")}),
         scene("grid",
               grid(model::GridKind::sharing, {"row"}, {"column"},
                    {grid_cell("row", "column", {"share"}, points({{3, 1}}))}),
               {to_scene("order")}),
         scene("order", order_steps({"x", "y"}, {precedence("x", "y", points({{4, 1}}))}), {to_scene("read")}),
         scene("read", model::ReadOn{}, {to_ending("end")})},
        {ending("end")});
    CHECK(view::exercised_by(made) == points({{1, 1}, {3, 1}, {4, 1}}));
}

TEST_CASE("the latest finished run of each case counts, and no exploration") {
    std::vector<AttemptInfo> attempts = {attempt("a1", "a", 1), attempt("a2", "a", 5), attempt("a3", "a", 9),
                                         attempt("b1", "b", 2), attempt("b2", "b", 8), attempt("x", "a", 20, "そら")};
    attempts[2].kind = SessionKind::exploration;
    attempts[4].is_over = false;
    CHECK(ids_of(view::latest_runs_of(attempts, attempts[0].learner)) == std::vector<std::string>{"a2", "b1"});
    CHECK(ids_of(view::latest_runs_of(attempts, {"だれか", model::LearnerProfession::cpp, ""})).empty());
}

TEST_CASE("learners are told apart by nickname and group, the one who played last first") {
    std::vector<AttemptInfo> attempts = {attempt("1", "a", 1), attempt("2", "a", 3, "そら"), attempt("3", "b", 2)};
    attempts.push_back(attempt("4", "a", 4));
    attempts.back().learner.group = "B";
    attempts.push_back(attempt("5", "a", 5, "そら"));
    attempts.back().learner.profession = model::LearnerProfession::ot;
    const std::vector<model::Learner> learners = view::learners_of(attempts);
    REQUIRE(learners.size() == 3);
    CHECK(learners[0].nickname == "そら");
    CHECK(learners[0].profession == model::LearnerProfession::ot);
    CHECK(learners[1].group == "B");
    CHECK(learners[2].nickname == "あおい");
}

TEST_CASE("without a finished run there is nothing to show, and the learners are still offered") {
    const ProgressView view = view_of({});
    CHECK_FALSE(view.has_finished);
    CHECK(view.learner == "あおい（看護師）");
    CHECK(view.points.empty());
    CHECK(view::progress_view({}, 0, {}, {}, test::handbook(), test::ja()).learner.empty());
}

TEST_CASE("progress is told in both languages") {
    for (const i18n::Texts *texts : {&test::ja(), &test::en()}) {
        const ProgressView view =
            view_of({run("one", test::points({{1, 1}}), test::points({{1, 1}, {2, 4}}))}, {&test::cpp1()}, *texts);
        CHECK(test::fault_of(view.basis) == "");
        CHECK(test::fault_of(view.thresholds) == "");
        for (const std::string &line : view.summary) CHECK(test::fault_of(line) == "");
        for (const view::ProgressLine &line : view.points) {
            CHECK(test::fault_of(line.title) == "");
            CHECK(test::fault_of(line.word) == "");
            CHECK(test::fault_of(line.share) == "");
            CHECK(test::fault_of(line.practise) == "");
        }
    }
}
