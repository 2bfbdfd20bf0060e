// Scenes that a workshop leaves to the handbook's team, on hand-made stories and on all cases that come with the
// program.

#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "engine/debrief.h"
#include "engine/given.h"
#include "engine/workshop_time.h"
#include "support/build.h"
#include "support/plays.h"
#include "support/random.h"

using namespace tsunagi;
using namespace tsunagi::model;
using namespace tsunagi::test;

namespace {

engine::Asks only(std::vector<SceneId> scenes) {
    return [scenes = std::move(scenes)](const SceneId &scene) {
        return std::find(scenes.begin(), scenes.end(), scene) != scenes.end();
    };
}
engine::Asks only(std::initializer_list<const char *> ids) {
    std::vector<SceneId> scenes;
    for (const char *id : ids) scenes.emplace_back(id);
    return only(std::move(scenes));
}
const engine::Asks kNowhere = [](const SceneId &) { return false; };
const engine::Asks kEverywhere = [](const SceneId &) { return true; };

ChooseOne two_ways() {
    ChooseOne choice;
    choice.question = "??"; // 2 characters
    choice.options = {option("a", "recommended", points({{1, 2}})), option("b", "harmful")};
    choice.options[0].text = "one";   // 3
    choice.options[1].text = "other"; // 5
    return choice;
}

// read -> first -> second -> end; at `second` the handbook's answer needs the handbook's answer at `first`.
Scenario story() {
    ChooseOne second = two_ways();
    second.options[0].when = taken("first", "a");
    Scenario made =
        scenario({scene("read", ReadOn{}, {to_scene("first")}),
                  scene("first", two_ways(), {to_scene("aside", taken("first", "b")), to_scene("second")}),
                  scene("aside", two_ways(), {to_scene("second")}), scene("second", second, {to_ending("end")})},
                 {ending("end")});
    made.handbook_course = {EndingId("end"),
                            {decide("read", read_on()), decide("first", one("a")), decide("second", one("a"))}};
    made.handbook_course.decisions[1].rationale = "the team's own reason";
    made.handbook_course.decisions[1].seconds = 9;
    return made;
}

std::vector<std::string> ids_of(const std::vector<SceneId> &scenes) {
    std::vector<std::string> ids;
    for (const SceneId &id : scenes) ids.push_back(id.value);
    return ids;
}

/// The answer of the handbook's team at the current scene.
const Decision &handbook_decision(const engine::Progress &progress) {
    if (const Decision *found = find_decision(progress.scenario->handbook_course.decisions, progress.scene->id))
        return *found;
    throw std::runtime_error("the handbook's team never came to " + progress.scene->id.value);
}

/// Some answer that can be given; a bad one where `is_bad`: what raises a flag, else what is harmful.
Decision some_decision(const engine::Progress &progress, Random &random, bool is_bad) {
    const Scene &scene = *progress.scene;
    Decision decision;
    decision.scene = scene.id;
    if (const auto *choice = std::get_if<ChooseOne>(&scene.interaction)) {
        std::vector<const Option *> offered;
        for (const Option &option : choice->options)
            if (engine::is_available(option, progress.state)) offered.push_back(&option);
        REQUIRE(!offered.empty());
        const Option *taken = random.pick(offered);
        if (is_bad)
            for (const Option *option : offered)
                if (option->safety || option->option_class == OptionClass::harmful) {
                    taken = option;
                    break;
                }
        decision.answer = OneAnswer{taken->id};
    } else if (const auto *many = std::get_if<ChooseMany>(&scene.interaction)) {
        ManyAnswer answer;
        for (const Option &item : many->items) {
            if (!engine::is_available(item, progress.state) || !random.chance(1, 2)) continue;
            answer.items.push_back(item.id);
            const auto fault = engine::answer_fault(scene.interaction, answer, progress.state);
            if (fault && fault != engine::AnswerFault::too_few) answer.items.pop_back();
        }
        for (const Option &item : many->items) {
            if (!engine::answer_fault(scene.interaction, answer, progress.state)) break;
            answer.items.push_back(item.id);
            const auto fault = engine::answer_fault(scene.interaction, answer, progress.state);
            if (fault && fault != engine::AnswerFault::too_few) answer.items.pop_back();
        }
        decision.answer = answer;
    } else if (const auto *grid = std::get_if<AssignGrid>(&scene.interaction)) {
        GridAnswer answer;
        for (const GridRow &row : grid->rows)
            for (const GridColumn &column : grid->columns)
                answer.marks.push_back({row.id, column.id, marks_of(grid->kind)[random.index(3)]});
        decision.answer = answer;
    } else if (const auto *order = std::get_if<OrderSteps>(&scene.interaction)) {
        OrderAnswer answer;
        for (const OrderStep &step : order->steps) answer.steps.push_back(step.id);
        for (std::size_t i = answer.steps.size(); i > 1; --i)
            std::swap(answer.steps[i - 1], answer.steps[random.index(i)]);
        decision.answer = answer;
    } else {
        decision.answer = ReadAnswer{};
    }
    return decision;
}

} // namespace

TEST_CASE("a scene that is not asked goes as the handbook's team decided") {
    const Scenario made = story();
    engine::Progress progress = engine::begin(made);

    SUBCASE("a scene that is read is never given") {
        CHECK(!engine::given_decision(progress, kNowhere));
        CHECK(engine::take_given(progress, kNowhere).empty());
        CHECK(progress.scene->id == SceneId("read"));
    }
    REQUIRE(engine::commit(progress, decide("read", read_on())));
    SUBCASE("all the way to the ending") {
        const auto taken = engine::take_given(progress, kNowhere);
        REQUIRE(taken.size() == 2);
        CHECK(taken[0].scene == SceneId("first"));
        CHECK(std::get<OneAnswer>(taken[0].answer).option == OptionId("a"));
        CHECK(taken[0].is_given);
        CHECK(taken[0].rationale.empty());
        CHECK(taken[0].seconds == 0);
        CHECK(progress.is_over());
        CHECK(progress.played.back().decision.is_given);
        const engine::Scorecard card = engine::score(progress);
        CHECK(card.earned.overall() == 0); // it is not the group's
        CHECK(card.available.overall() == 0);
        CHECK(card.safety.empty());
        CHECK(!engine::given_decision(progress, kNowhere));
    }
    SUBCASE("to the next scene that is asked") {
        CHECK(engine::take_given(progress, only({"second"})).size() == 1);
        CHECK(progress.scene->id == SceneId("second"));
    }
    SUBCASE("where all are asked, nothing is given") {
        CHECK(engine::take_given(progress, kEverywhere).empty());
        CHECK(progress.scene->id == SceneId("first"));
    }
    SUBCASE("where the handbook's team never came, the group is asked; and where its answer cannot be given") {
        REQUIRE(engine::commit(progress, decide("first", one("b"))));
        CHECK(progress.scene->id == SceneId("aside"));
        CHECK(!engine::given_decision(progress, kNowhere));
        REQUIRE(engine::commit(progress, decide("aside", one("a"))));
        CHECK(progress.scene->id == SceneId("second"));
        CHECK(!engine::given_decision(progress, kNowhere));
    }
}

TEST_CASE("a story that leads nowhere is not gone over for ever") {
    Scenario made = one_scene(two_ways());
    made.scenes[0].next = {to_ending("end", flag_is_set("never"))};
    made.handbook_course.decisions = {decide("scene", one("a"))};
    engine::Progress progress = engine::begin(made);
    CHECK(engine::take_given(progress, kNowhere).size() == 1);
    CHECK(!progress.is_over());
}

TEST_CASE("the time a workshop is expected to take") {
    Scenario made = story();
    // On the course of the handbook's team: "text of read" 12, "text of first" 13, "text of second" 14, the ending's
    // "text of end" 11 characters: 50, a tenth of a minute.
    CHECK(engine::expected_minutes(made, kNowhere) == 1);
    // A choice of one: 3 minutes, and 2 + 3 + 5 characters to read. 3 * 500 + 10 + 50 = 1560: 3.12 minutes.
    CHECK(engine::expected_minutes(made, only({"first"})) == 4);
    CHECK(engine::expected_minutes(made, kEverywhere) == 7); // 2 * 1510 + 50 = 3070
    CHECK(engine::asking_minutes(made.scenes[0]) == 0);      // it is read
    CHECK(engine::asking_minutes(made.scenes[1]) == 3);      // 1510 characters
    // A scene off the course takes no time.
    CHECK(engine::expected_minutes(made, only({"aside"})) == 1);
    made.scenes[0].text = {paragraph(std::string(2'500 - 38, 'x'))}; // 2462 + 38 = 2500: five minutes to the letter
    CHECK(engine::expected_minutes(made, kNowhere) == 5);
    made.scenes[0].text = {paragraph(std::string(2'501 - 38, 'x'))};
    CHECK(engine::expected_minutes(made, kNowhere) == 6);
    // Characters, not bytes; a paragraph that is not shown is not read.
    std::string kana;
    for (int i = 0; i < 2'500 - 38; ++i) kana += "\xE3\x81\x82";
    made.scenes[0].text = {paragraph(kana), paragraph(std::string(900, 'x'), flag_is_set("never"))};
    CHECK(engine::expected_minutes(made, kNowhere) == 5);
    CHECK(engine::expected_minutes(scenario({scene("only", ReadOn{}, {to_ending("end")})}, {ending("end")}),
                                   kEverywhere) == 0); // no course of a handbook's team
}

TEST_CASE("proposed scenes: the points first, then the credit") {
    // Four choices of one, 1500 + 10 characters each, 30.2 tenths of a minute, rounded up to 31. Story: "text of …" and
    // "text of end": 9 * 4 + 11 = 47 characters, one tenth.
    const auto choice = [](Credit credit) {
        ChooseOne made = two_ways();
        made.options[0].credit = std::move(credit);
        return made;
    };
    Scenario made = scenario({scene("w", choice(points({{1, 9}})), {to_scene("x")}),
                              scene("x", choice(points({{1, 8}})), {to_scene("y")}),
                              scene("y", choice(points({{2, 1}})), {to_scene("z")}),
                              scene("z", choice(points({{2, 2}})), {to_ending("end")})},
                             {ending("end")});
    made.handbook_course = {EndingId("end"), {}};
    for (const char *id : {"w", "x", "y", "z"}) made.handbook_course.decisions.push_back(decide(id, one("a")));
    using Ids = std::vector<std::string>;
    // One fits: whichever earns most. Two: w and x would earn 17, but w and z exercise two points.
    CHECK(ids_of(engine::proposed_scenes(made, 4)) == Ids{"w"});
    CHECK(ids_of(engine::proposed_scenes(made, 7)) == Ids{"w", "z"});
    CHECK(ids_of(engine::proposed_scenes(made, 10)) == Ids{"w", "x", "z"});
    CHECK(ids_of(engine::proposed_scenes(made, 60)) == Ids{"w", "x", "y", "z"});
    // No time at all: still one scene, for "no scene" would mean all of them.
    for (const int minutes : {3, 0, -5}) CHECK(ids_of(engine::proposed_scenes(made, minutes)) == Ids{"w"});
    CHECK(engine::proposed_scenes(made, 2'000'000'000).size() == 4);
    made.handbook_course.decisions.clear();
    CHECK(engine::proposed_scenes(made, 60).empty());
}

TEST_CASE("of equal credit in equal time a grid is proposed before a choice") {
    AssignGrid grid;
    grid.kind = GridKind::role_split;
    grid.rows = {{RowId("r"), "row", "", {}}};
    grid.columns = {{ColumnId("c"), "column", {}}};
    GridCell cell;
    cell.row = RowId("r");
    cell.column = ColumnId("c");
    cell.accept = {Mark::lead};
    cell.credit = points({{1, 2}});
    grid.cells = {cell};
    Scenario made = scenario({scene("one", two_ways(), {to_scene("grid")}), scene("grid", grid, {to_ending("end")})},
                             {ending("end")});
    made.handbook_course = {EndingId("end"), {decide("one", one("a")), decide("grid", marks({{"r", "c", "lead"}}))}};
    // 2 credits each; the choice takes 3 minutes and the grid 6, so both do not fit 8 minutes.
    CHECK(ids_of(engine::proposed_scenes(made, 8)) == std::vector<std::string>{"grid"});
}

TEST_CASE("every case: the scenes proposed for 60 and 90 minutes fit, and lead to the handbook's ending") {
    for (const StoredCase &each : stored_cases()) {
        CAPTURE(each.name);
        const Scenario &made = *each.scenario;
        std::size_t fewer = 0;
        for (const int minutes : {30, 60, 90}) {
            CAPTURE(minutes);
            const auto scenes = engine::proposed_scenes(made, minutes);
            CHECK(scenes == engine::proposed_scenes(made, minutes));
            CHECK(scenes.size() > fewer);
            fewer = scenes.size();
            const engine::Asks asks = only(scenes);
            CHECK(engine::expected_minutes(made, asks) <= minutes);
            // Little is left: another choice of one (4 minutes with its reading) would not fit.
            CHECK(engine::expected_minutes(made, asks) > minutes - 5);
            bool has_grid = false;
            unsigned exercised = 0;
            std::size_t place = 0;
            engine::Progress progress = engine::begin(made);
            std::vector<std::string> asked;
            while (!progress.is_over()) {
                (void)engine::take_given(progress, asks);
                if (progress.is_over()) break;
                if (asks(progress.scene->id)) asked.push_back(progress.scene->id.value);
                REQUIRE(engine::commit(progress, handbook_decision(progress)));
                const engine::PlayedDecision &last = progress.played.back();
                if (!asks(last.scene->id)) continue;
                has_grid = has_grid || std::holds_alternative<AssignGrid>(last.scene->interaction);
                for (PointIndex point = 0; point < kPointCount; ++point)
                    if (last.available.points[point] > 0) exercised |= 1u << point;
                ++place;
            }
            CHECK(progress.ending->id == made.handbook_course.ending);
            CHECK(has_grid);
            CHECK(exercised == 63u); // all six points
            CHECK(place == scenes.size());
            std::vector<std::string> in_case_order;
            for (const Scene &scene : made.scenes)
                if (asks(scene.id)) in_case_order.push_back(scene.id.value);
            CHECK(ids_of(scenes) == in_case_order);
        }
    }
}

TEST_CASE("every case: whatever is answered, a workshop of 60 minutes comes to an ending") {
    Random random(12);
    for (const StoredCase &each : stored_cases()) {
        CAPTURE(each.name);
        const engine::Asks asks = only(engine::proposed_scenes(*each.scenario, 60));
        std::set<std::string> endings;
        for (int play = 0; play < 200; ++play) {
            engine::Progress progress = engine::begin(*each.scenario);
            while (!progress.is_over()) {
                for (const Decision &given : engine::take_given(progress, asks)) {
                    CHECK(given.is_given);
                    CHECK(!asks(given.scene));
                }
                if (progress.is_over()) break;
                REQUIRE(progress.played.size() < 100);
                REQUIRE(engine::commit(progress, some_decision(progress, random, play % 2 == 0)));
            }
            endings.insert(progress.ending->id.value);
            // What was played is an ordinary session: it can be replayed.
            std::vector<Decision> decisions;
            for (const engine::PlayedDecision &played : progress.played) decisions.push_back(played.decision);
            const auto again = engine::fold(*each.scenario, decisions);
            REQUIRE(again);
            CHECK(again->ending == progress.ending);
        }
        CHECK(endings.size() > 1);
    }
}
