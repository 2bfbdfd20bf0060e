#include <doctest/doctest.h>

#include "support/build.h"
#include "view/answer_text.h"
#include "view/courses_view.h"
#include "view/fixture.h"

using namespace tsunagi;
using view::AnalysisState;
using view::CoursesView;
using Kind = view::CourseCell::Kind;
using Lines = std::vector<std::string>;

namespace {

// Yes leads straight on and is worth 2; no leads over a detour worth at most 1. Of the items i and j are worth 1 each.
// Either of the two last answers is worth 1.
model::Scenario made_case() {
    using namespace test;
    model::Scenario made = scenario(
        {scene("door", choose_one({option("yes", "recommended", points({{1, 2}})), option("no", "missed")}),
               {to_scene("detour", taken("door", "no")), to_scene("items")}),
         scene("detour", choose_one({option("well", "acceptable", points({{1, 1}})), option("badly", "premature")}),
               {to_scene("items")}),
         scene("items",
               choose_many({item("i", "recommended", points({{2, 1}})), item("j", "recommended", points({{2, 1}})),
                            item("k", "premature", points({{2, -1}}))}),
               {to_scene("last")}),
         scene("last",
               choose_one(
                   {option("left", "recommended", points({{3, 1}})), option("right", "recommended", points({{3, 1}}))}),
               {to_scene("read")}),
         scene("read", model::ReadOn{}, {to_ending("end")})},
        {ending("end")});
    made.hash = "made-case";
    made.handbook_course.ending = model::EndingId("end");
    made.handbook_course.decisions = {decide("door", one("yes")), decide("items", many({"i", "j"})),
                                      decide("last", one("left")), decide("read", read_on())};
    return made;
}

std::vector<model::Decision> own_course() {
    using namespace test;
    return {decide("door", one("no")), decide("detour", one("badly")), decide("items", many({"i", "k"})),
            decide("last", one("right")), decide("read", read_on())};
}

engine::Progress played(const model::Scenario &scenario, const std::vector<model::Decision> &decisions) {
    auto progress = engine::fold(scenario, decisions);
    REQUIRE(progress.is_ok());
    return std::move(progress).value();
}

analysis::Courses explored(const model::Scenario &scenario) {
    auto courses = analysis::Courses::explore(scenario);
    REQUIRE(courses.is_ok());
    return std::move(courses).value();
}

CoursesView view_of(const engine::Progress &progress, const analysis::Courses *courses, AnalysisState state) {
    return view::courses_view(progress, courses, state, test::handbook(), test::ja());
}

bool tells(const CoursesView &view, const std::string &text) {
    for (const std::string &line : view.story)
        if (line.find(text) != std::string::npos) return true;
    return false;
}

} // namespace

TEST_CASE("three courses side by side from where they part") {
    const model::Scenario scenario = made_case();
    const analysis::Courses courses = explored(scenario);
    const engine::Progress own = played(scenario, own_course());
    const CoursesView view = view_of(own, &courses, AnalysisState::ready);

    REQUIRE(view.courses.size() == 3);
    CHECK(view.courses[0].title == "自分の道");
    CHECK(view.courses[0].overall == "六つのポイントの合計　1");
    CHECK(view.courses[1].overall == "六つのポイントの合計　5");
    CHECK(view.courses[2].overall == "六つのポイントの合計　5");
    CHECK(view.before.empty());
    CHECK(tells(view, "「door」の決定"));
    CHECK(tells(view, "2 通り")); // left or right

    REQUIRE(view.scenes.size() == 4); // what all of them only read is left out
    const view::CourseScene &door = view.scenes[0];
    CHECK(door.id == "door");
    CHECK(door.parts == Lines{"ここで手引きの道と分かれる", "ここで最高点の道と分かれる"});
    CHECK(door.explore == 0);
    CHECK(door.can_unfold);
    CHECK(door.cells[0].lines == Lines{"text of no"});
    REQUIRE(door.cells[0].option_class.has_value());
    CHECK(door.cells[0].option_class->word == "機会逸失");
    CHECK(door.cells[1].lines == Lines{"text of yes"});
    REQUIRE(door.cells[1].reasons.size() == 1);
    CHECK(door.cells[1].reasons[0].reason == "reason of yes");
    CHECK(door.cells[2].kind == Kind::same);
    CHECK(door.cells[2].text == "手引きの道と同じ");

    const view::CourseScene &detour = view.scenes[1];
    CHECK(detour.id == "detour");
    CHECK(detour.parts.empty());
    CHECK(detour.explore == -1);
    CHECK(detour.cells[1].kind == Kind::not_visited);
    CHECK(detour.cells[1].text == "この道では通らない");

    const view::CourseScene &items = view.scenes[2];
    CHECK(items.cells[0].text == "2 項目を選ぶ");
    CHECK(items.cells[0].lines == Lines{"text of i", "text of k"});
    CHECK(items.cells[1].lines == Lines{"足す：text of j", "外す：text of k"});
    // Each item is explained once, where it was taken.
    REQUIRE(items.cells[0].reasons.size() == 1);
    CHECK(items.cells[0].reasons[0].text == "text of k");
    REQUIRE(items.cells[1].reasons.size() == 1);
    CHECK(items.cells[1].reasons[0].text == "text of j");

    // The best course keeps to one's own answer where that costs nothing.
    const view::CourseScene &last = view.scenes[3];
    CHECK(last.cells[1].lines == Lines{"text of left"});
    CHECK(last.cells[2].kind == Kind::same);
    CHECK(last.cells[2].text == "同じ");
    CHECK_FALSE(last.is_same_in_all);
}

TEST_CASE("a course that loses nothing is a best one; only the handbook's stands beside it") {
    using namespace test;
    const model::Scenario scenario = made_case();
    const analysis::Courses courses = explored(scenario);
    std::vector<model::Decision> decisions = scenario.handbook_course.decisions;
    CoursesView view = view_of(played(scenario, decisions), &courses, AnalysisState::ready);
    CHECK(view.courses.empty());
    CHECK(tells(view, "はじめから終わりまで同じ道"));
    CHECK(tells(view, "最高点に届く道の一つ"));

    decisions[2] = decide("last", one("right"));
    view = view_of(played(scenario, decisions), &courses, AnalysisState::ready);
    REQUIRE(view.courses.size() == 2);
    CHECK(view.before == "はじめの 2 場面は、どの道も同じです。");
    REQUIRE(view.scenes.size() == 1);
    CHECK(view.scenes[0].explore == 2);
}

TEST_CASE("without the analysis the handbook's course stands beside one's own") {
    const model::Scenario scenario = made_case();
    const engine::Progress own = played(scenario, own_course());
    for (const AnalysisState state : {AnalysisState::none, AnalysisState::running, AnalysisState::too_large}) {
        const CoursesView view = view_of(own, nullptr, state);
        CHECK(view.courses.size() == 2);
        CHECK(tells(view, "枝分かれが多すぎて") == (state == AnalysisState::too_large));
    }
    model::Scenario bare = made_case();
    bare.handbook_course = {};
    CHECK(view_of(played(bare, own_course()), nullptr, AnalysisState::none).courses.empty());
}

TEST_CASE("grids differ place by place, in words; places that do not count are only counted") {
    using namespace test;
    const model::Interaction sharing =
        grid(model::GridKind::sharing, {"r", "s"}, {"c", "d"},
             {grid_cell("r", "c", {"share"}, points({{1, 1}})), grid_cell("s", "c", {"ask"}, points({{1, 1}}))});
    const model::Answer own = marks({{"r", "c", "ask"}, {"s", "c", "ask"}});
    const model::Answer other = marks({{"r", "c", "share"}, {"s", "c", "ask"}, {"r", "d", "share"}});
    const view::AnswerDifference difference = view::difference_of(sharing, own, other, ja());
    CHECK(difference.summary == "自分の道と違う升 1");
    CHECK(difference.lines == Lines{"text of r → c：共有（自分は「同意後」）", "このほか、点に関わらない升の違い 1"});
    CHECK(difference.ids == Lines{"r"});
    CHECK_FALSE(view::is_same_answer(sharing, own, other));
    CHECK(view::is_same_answer(sharing, own, marks({{"s", "c", "ask"}, {"r", "c", "ask"}, {"r", "d", "unmarked"}})));
    CHECK(view::answer_size(sharing, other, ja()) == "印 3 か所");
    CHECK(view::answer_lines(sharing, own, ja()) == Lines{"text of r → c：同意後", "text of s → c：同意後"});
}

TEST_CASE("items are the same in any order, steps are not") {
    using namespace test;
    const model::Interaction items = choose_many({item("a", "recommended", {}), item("b", "recommended", {})});
    CHECK(view::is_same_answer(items, many({"a", "b"}), many({"b", "a"})));
    CHECK_FALSE(view::is_same_answer(items, many({"a"}), many({"b", "a"})));
    const model::Interaction order = order_steps({"a", "b"}, {});
    CHECK_FALSE(view::is_same_answer(order, in_order({"a", "b"}), in_order({"b", "a"})));
    CHECK_FALSE(view::is_same_answer(order, in_order({"a", "b"}), many({"a", "b"})));
    CHECK(view::answer_lines(order, in_order({"b", "a"}), ja()).size() == 2);
}

TEST_CASE("a number of courses in words") {
    using analysis::Count;
    CHECK(view::count_text(Count(1), test::ja()) == "1 通り");
    CHECK(view::count_text(Count(9999), test::ja()) == "9999 通り");
    CHECK(view::count_text(Count(10000), test::ja()) == "およそ 1.0×10 の 4 乗通り");
    CHECK(view::count_text(Count(99499), test::ja()) == "およそ 9.9×10 の 4 乗通り");
    CHECK(view::count_text(Count(99999), test::ja()) == "およそ 1.0×10 の 5 乗通り");
    CHECK(view::count_text(Count("340282366920938463463374607431768211456"), test::ja()) ==
          "およそ 3.4×10 の 38 乗通り");
    CHECK(view::count_text(Count(12345), test::en()) == "about 1.2×10^4 ways");
}

TEST_CASE("every course of the first case goes from where it parts to its end, in both languages") {
    const analysis::Courses courses = explored(test::cpp1());
    for (const char *play : {"handbook", "e-apart", "e-detour", "e-gone", "e-gone-early", "e-room", "other-way"})
        for (const i18n::Texts *texts : {&test::ja(), &test::en()}) {
            CAPTURE(play);
            const model::Session session = test::session_of(play);
            const engine::Progress progress = test::progress_of(session);
            const CoursesView view =
                view::courses_view(progress, &courses, AnalysisState::ready, test::handbook(), *texts);
            REQUIRE_FALSE(view.story.empty());
            for (const std::string &line : view.story) CHECK(test::fault_of(line) == "");
            for (const view::CourseHead &head : view.courses) CHECK(test::fault_of(head.overall) == "");
            int explorable = 0;
            for (const view::CourseScene &scene : view.scenes) {
                REQUIRE(scene.cells.size() == view.courses.size());
                if (scene.explore >= 0) {
                    ++explorable;
                    CHECK(session.decisions[static_cast<std::size_t>(scene.explore)].scene.value == scene.id);
                }
                for (const view::CourseCell &cell : scene.cells) {
                    CHECK((cell.kind == Kind::decided || !cell.text.empty()));
                    CHECK((cell.kind != Kind::decided || !cell.text.empty() || !cell.lines.empty()));
                    CHECK(test::fault_of(cell.text) == "");
                    CHECK(test::fault_of(cell.more_text) == "");
                    for (const std::string &line : cell.lines) CHECK(test::fault_of(line) == "");
                }
            }
            CHECK((explorable > 0) == !view.courses.empty());
            // What is best of all is what the analysis says.
            if (view.courses.size() == 3)
                CHECK(view.courses[2].overall.find(std::to_string(courses.summary().overall.max)) != std::string::npos);
        }
}
