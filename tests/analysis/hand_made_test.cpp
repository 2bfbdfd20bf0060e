// A story small enough to be reckoned by hand, and single rules that the comparison with brute force does not show.

#include <string>

#include "analysis/generated.h"
#include "analysis/strategies.h"
#include "engine/fold.h"
#include "support/build.h"
#include "support/show.h"

using namespace tsunagi;
using namespace tsunagi::analysis;
using namespace tsunagi::model;
using namespace tsunagi::test;

namespace {

// meet    choose one.  talk: p1 2, trust 5 -> 6.  wait: nothing.  refer: p1 9, but only with a flag nobody sets.
// plan    choose many, one at least, budget 3.  visit (2): p2 3.  call (1): p2 1.  form (1): p2 -2, a cell 1.
//         So six sets can be given, and with the floor at 0 they earn on p2:
//             {visit} 3   {visit, call} 4   {visit, form} 1        these go on to share
//             {call} 1    {call, form} 0                           these end apart
//             {form} 0                                             this goes on to stuck
// share   sharing, one place.  ask: p6 4, a cell 2.  share costs p6 1 and p2 1, which the floor at 0 takes back.
//         With trust 6 or more (talk) it ends together, else apart.
// stuck   choose one, both options locked for ever: a dead end.
// later   after share, for those who know a fact that nobody learns; so nobody gets there, nor to the ending never.
Scenario small_story() {
    Scene meet = scene("meet",
                       choose_one({option("refer", "acceptable", points({{1, 9}})),
                                   option("talk", "recommended", points({{1, 2}}), {move_gauge("trust", 1)}),
                                   option("wait", "premature")}),
                       {to_scene("plan")});
    auto &options = std::get<ChooseOne>(meet.interaction).options;
    options[0].when = flag_is_set("asked");
    options[0].text = "aaaaaa";
    options[1].text = "aaa";
    options[1].profession = Profession::nurse;
    options[2].text = "a";
    options[2].tags = {"consult"};

    Scene plan = scene(
        "plan",
        choose_many({item("visit", "recommended", points({{2, 3}}), 2),
                     item("call", "recommended", points({{2, 1}}), 1),
                     item("form", "harmful", points({{2, -2}}) + cell("cpp.assessment.strength", 1), 1)},
                    3, 1),
        {to_scene("share", taken("plan", "visit")), to_ending("apart", taken("plan", "call")), to_scene("stuck")});
    auto &items = std::get<ChooseMany>(plan.interaction).items;
    items[0].text = "bb";
    items[0].profession = Profession::phn;
    items[0].tags = {"consult"};
    items[1].text = "bbb";
    items[1].profession = Profession::nurse;
    items[2].text = "b";
    items[2].group = "phn";

    AssignGrid grid =
        test::grid(GridKind::sharing, {"history"}, {"office"},
                   {grid_cell("history", "office", {"ask"}, points({{6, 4}}) + cell("cpp.coordination.team", 2))});
    grid.costs[Mark::share] = points({{6, 1}, {2, 1}});
    grid.columns[0].profession = Profession::phn;
    Scene share = scene("share", std::move(grid),
                        {to_scene("later", fact_known("secret")), to_ending("together", gauge_within("trust", 6, {})),
                         to_ending("apart")});
    share.text.push_back(paragraph("The family is at ease.", gauge_within("family", 6, {})));

    Scene stuck = scene("stuck", choose_one({option("a"), option("b")}), {to_ending("apart")});
    for (Option &option : std::get<ChooseOne>(stuck.interaction).options) option.when = flag_is_set("asked");
    Scene later = scene("later", choose_one({option("a"), option("b")}), {to_ending("never")});

    Scenario made = scenario({meet, plan, share, stuck, later}, {ending("together"), ending("apart"), ending("never")});
    made.facts.emplace_back().id = FactId("secret");
    made.flags.emplace_back().id = FlagId("asked");
    return made;
}

engine::Progress after(const Scenario &scenario, const std::vector<Decision> &decisions) {
    auto progress = engine::fold(scenario, decisions);
    if (!progress) throw std::runtime_error(progress.error().code + ": " + progress.error().detail);
    return std::move(progress).value();
}

/// "meet=talk plan=visit+call share=history/office/ask"
std::string text_of(const std::vector<Decision> &decisions) {
    std::string text;
    for (const Decision &decision : decisions) {
        text += (text.empty() ? "" : " ") + decision.scene.value + "=";
        if (const auto *one = std::get_if<OneAnswer>(&decision.answer)) text += one->option.value;
        if (const auto *many = std::get_if<ManyAnswer>(&decision.answer))
            for (std::size_t i = 0; i < many->items.size(); ++i) text += (i == 0 ? "" : "+") + many->items[i].value;
        if (const auto *grid = std::get_if<GridAnswer>(&decision.answer))
            for (const PlacedMark &placed : grid->marks)
                text +=
                    placed.row.value + "/" + placed.column.value + "/" + std::string(word_of(placed.mark, kMarkWords));
    }
    return text;
}

const Decision kTalk = decide("meet", one("talk"));
const Decision kWait = decide("meet", one("wait"));

void check_range(const Range &range, int max, int min, double mean) {
    CHECK(range.max == max);
    CHECK(range.min == min);
    CHECK(range.random_mean == doctest::Approx(mean).epsilon(1e-12));
}

} // namespace

// Of the two answers at meet each is followed by six at plan; three of these by four at share. So for each of the two
// there are 3 x 4 + 2 = 14 complete courses, and one that is stuck. With m = 2 after talk and 0 after wait they earn
//     {visit}  m+3 m+3 m+7 m+3    {visit, call}  m+4 m+4 m+8 m+4    {visit, form}  m+1 m+1 m+5 m+1
//     {call}  m+1    {call, form}  m
TEST_CASE("small story: how many courses, and how they score") {
    const Scenario story = small_story();
    const Courses courses = courses_of(story);
    const Summary &summary = courses.summary();
    CHECK(summary.paths == 28);
    CHECK(summary.best_paths == 1);           // talk, {visit, call}, ask: 2 + 4 + 4 = 10
    CHECK(summary.top_band_paths == 2);       // and with {visit} alone 9, just 90 % of it
    check_range(summary.overall, 10, 0, 3.0); // 1 + 1.5 + 0.5
    check_range(summary.points[0], 2, 0, 1.0);
    check_range(summary.points[1], 4, 0, 1.5); // (3 + 4 + 1 + 1 + 0 + 0) / 6
    for (std::size_t i = 2; i < 5; ++i) check_range(summary.points[i], 0, 0, 0.0);
    check_range(summary.points[5], 4, 0, 0.5); // half get to share, a quarter of them ask
    for (std::size_t i = 0; i < kCellCount; ++i) {
        if (cell_id(i) == "cpp.assessment.strength")
            check_range(summary.cells[i], 1, 0, 0.5); // three of six, the one that gets stuck among them
        else if (cell_id(i) == "cpp.coordination.team")
            check_range(summary.cells[i], 2, 0, 0.25);
        else
            check_range(summary.cells[i], 0, 0, 0.0);
    }
    CHECK(summary.live_states >= 4); // meet, plan, share, stuck; and whatever is kept apart by what was earned
    CHECK(summary.live_states <= 7); // plan and share with trust 5 and 6, stuck once or twice
}

TEST_CASE("small story: endings, dead ends, what nobody reaches, gauges that decide nothing") {
    const Scenario story = small_story();
    const Courses courses = courses_of(story);
    const Summary &summary = courses.summary();
    REQUIRE(summary.endings.size() == 3);
    CHECK(summary.endings[0].ending == EndingId("together"));
    CHECK(summary.endings[0].random_probability == doctest::Approx(1.0 / 4).epsilon(1e-12));  // talk, visit
    CHECK(summary.endings[1].random_probability == doctest::Approx(7.0 / 12).epsilon(1e-12)); // 1/4 + 2/6
    CHECK(summary.endings[1].is_reachable);
    CHECK(summary.endings[2].ending == EndingId("never"));
    CHECK(summary.endings[2].random_probability == 0.0);
    CHECK_FALSE(summary.endings[2].is_reachable);

    CHECK(summary.dead_ends == std::vector<SceneId>{SceneId("stuck")});
    std::string unreachable;
    for (const Unreachable &one : summary.unreachable) {
        const char *kind = one.kind == Unreachable::Kind::scene    ? "scene "
                           : one.kind == Unreachable::Kind::option ? "option "
                                                                   : "ending ";
        unreachable += kind + (one.kind == Unreachable::Kind::option ? one.scene.value + "/" : "") + one.id + ", ";
    }
    CHECK(unreachable == "option meet/refer, option stuck/a, option stuck/b, scene later, ending never, ");
    CHECK(summary.idle_gauges == std::vector<Gauge>{Gauge::stability, Gauge::agency, Gauge::alignment, Gauge::network});
}

TEST_CASE("small story: what is still to be had") {
    const Scenario story = small_story();
    const Courses courses = courses_of(story);
    const auto at_start = courses.outlook(engine::begin(story));
    REQUIRE(at_start);
    CHECK(at_start->overall == 10);
    CHECK(at_start->points == std::array<int, kPointCount>{2, 4, 0, 0, 0, 4});
    CHECK(at_start->cells[*cell_from_id("cpp.assessment.strength")] == 1);
    CHECK(at_start->cells[*cell_from_id("cpp.coordination.team")] == 2);
    CHECK(at_start->best_courses == 1);

    const auto talked = courses.outlook(after(story, {kTalk}));
    REQUIRE(talked);
    CHECK(talked->overall == 8);
    CHECK(talked->points == std::array<int, kPointCount>{0, 4, 0, 0, 0, 4});
    const auto waited = courses.outlook(after(story, {kWait}));
    REQUIRE(waited);
    CHECK(waited->overall == 8);

    const auto planned = courses.outlook(after(story, {kWait, decide("plan", many({"visit", "form"}))}));
    REQUIRE(planned);
    CHECK(planned->overall == 4);
    CHECK(planned->points == std::array<int, kPointCount>{0, 0, 0, 0, 0, 4});
    CHECK(planned->best_courses == 1);

    const auto over = courses.outlook(after(story, {kTalk, decide("plan", many({"call"}))}));
    REQUIRE(over);
    CHECK(over->overall == 0);
    CHECK(over->points == std::array<int, kPointCount>{});
    CHECK(over->best_courses == 1);
    CHECK_FALSE(courses.outlook(after(story, {kTalk, decide("plan", many({"form"}))})));
}

TEST_CASE("small story: what each decision cost") {
    const Scenario story = small_story();
    const Courses courses = courses_of(story);
    // Attainable: 10 at the start, 0 + 8 after waiting, 1 + 4 after the form, 1 in the end.
    const auto costs = regrets(courses, after(story, {kWait, decide("plan", many({"visit", "form"})),
                                                      decide("share", marks({{"history", "office", "share"}}))}));
    REQUIRE(costs.size() == 3);
    CHECK(costs[0].overall == 2);
    CHECK(costs[0].points == std::array<int, kPointCount>{2, 0, 0, 0, 0, 0});
    CHECK(costs[1].overall == 3);
    CHECK(costs[1].points == std::array<int, kPointCount>{0, 3, 0, 0, 0, 0});
    CHECK(costs[2].overall == 4);
    CHECK(costs[2].points == std::array<int, kPointCount>{0, 0, 0, 0, 0, 4});

    // Ending early costs what share would have given: 8 before; 1 after.
    const auto early = regrets(courses, after(story, {kTalk, decide("plan", many({"call"}))}));
    REQUIRE(early.size() == 2);
    CHECK(early[0].overall == 0);
    CHECK(early[1].overall == 7);
    CHECK(early[1].points == std::array<int, kPointCount>{0, 3, 0, 0, 0, 4});

    CHECK(regrets(courses, engine::begin(story)).empty());
    CHECK(regrets(courses, after(story, {kTalk, decide("plan", many({"form"}))})).empty());
}

TEST_CASE("small story: the best way on") {
    const Scenario story = small_story();
    const Courses courses = courses_of(story);
    CHECK(text_of(courses.best_continuation(engine::begin(story))) ==
          "meet=talk plan=visit+call share=history/office/ask");
    CHECK(text_of(courses.best_continuation(after(story, {kWait}))) == "plan=visit+call share=history/office/ask");
    CHECK(courses.best_continuation(after(story, {kTalk, decide("plan", many({"call"}))})).empty());
    CHECK(courses.best_continuation(after(story, {kTalk, decide("plan", many({"form"}))})).empty());
}

TEST_CASE("small story: the strategies") {
    const Scenario story = small_story();
    const auto figures = strategy_figures(courses_of(story));
    const auto mean = [&](Strategy strategy) { return figures.at(static_cast<std::size_t>(strategy)).overall_mean; };
    REQUIRE(figures.size() == 9);
    CHECK(mean(Strategy::first) == doctest::Approx(6));      // talk 2, visit and call 4, share 0
    CHECK(mean(Strategy::last) == doctest::Approx(0));       // wait, form and call: 0, over
    CHECK(mean(Strategy::longest) == doctest::Approx(6));    // talk, call and visit, share
    CHECK(mean(Strategy::shortest) == doctest::Approx(1));   // wait, form and visit 1, share 0
    CHECK(mean(Strategy::everything) == doctest::Approx(1)); // chance 1, call and form 0, over
    CHECK(mean(Strategy::nothing) == doctest::Approx(2));    // chance 1, call 1, over
    CHECK(mean(Strategy::consult) == doctest::Approx(7));    // wait, visit 3, ask 4
    // The nurse: talk 2, call 1, over. The public health nurse: chance 1, visit and form 1, share 0.
    CHECK(mean(Strategy::one_profession) == doctest::Approx(3));
    CHECK(figures[7].profession == Profession::nurse);
    CHECK(mean(Strategy::random) == doctest::Approx(3));
    for (const StrategyFigure &figure : figures) {
        CHECK(figure.overall_percent == doctest::Approx(figure.overall_mean * 10)); // of 10
        CHECK(figure.profession.has_value() == (figure.strategy == Strategy::one_profession));
    }
}

TEST_CASE("best continuation: among equals the first of the file, what is recommended before it") {
    const auto best_of = [](const std::vector<Option> &options) {
        Scenario story = scenario({scene("pick", choose_one(options), {to_scene("then")}),
                                   scene("then", choose_one({option("x"), option("y")}), {to_ending("end")})},
                                  {ending("end")});
        auto &then = std::get<ChooseOne>(story.scenes[1].interaction).options;
        then[0].when = flag_is_set("open"); // so that a flag set at pick makes a difference later
        story.flags.emplace_back().id = FlagId("open");
        return text_of({courses_of(story).best_continuation(engine::begin(story)).front()});
    };
    const Credit two = points({{1, 2}});
    CHECK(best_of({option("a", "acceptable", two), option("b", "acceptable", two)}) == "pick=a");
    CHECK(best_of({option("a", "acceptable", two), option("b", "recommended", two)}) == "pick=b");
    CHECK(best_of({option("a", "recommended"), option("b", "acceptable", two)}) == "pick=b");
    // The same where what is picked makes a difference later.
    CHECK(best_of({option("a", "acceptable", two, {set_flag("open")}), option("b", "acceptable", two)}) == "pick=a");
    CHECK(best_of({option("a", "acceptable", two), option("b", "acceptable", two, {set_flag("open")})}) == "pick=a");
    CHECK(best_of({option("a"), option("b", "acceptable", two, {set_flag("open")}), option("c", "acceptable", two)}) ==
          "pick=b");
}

TEST_CASE("numbers of courses are exact however large they are") {
    // A role split of 48 places that earns where a lead is put: every marking once, one of them best.
    AssignGrid grid;
    for (std::size_t i = 0; i < 8; ++i) grid.rows.emplace_back().id = RowId("r" + std::to_string(i));
    for (std::size_t i = 0; i < 6; ++i) grid.columns.emplace_back().id = ColumnId("c" + std::to_string(i));
    for (const GridRow &row : grid.rows)
        for (const GridColumn &column : grid.columns) {
            GridCell &cell = grid.cells.emplace_back();
            cell.row = row.id;
            cell.column = column.id;
            cell.accept = {Mark::lead};
            cell.credit.points[0] = 1;
        }
    const Scenario story = one_scene(grid);
    const Courses courses = courses_of(story);
    const Summary &summary = courses.summary();
    CHECK(summary.paths == boost::multiprecision::pow(Count(3), 48));
    CHECK(summary.best_paths == 1);
    check_range(summary.overall, 48, 0, 16.0);
    // 43.2 of 48 are needed, so four places may hold one of the two other marks: the sum of C(48, k) 2^k for k = 0..4.
    CHECK(summary.top_band_paths == 1 + 48 * 2 + 1'128 * 4 + 17'296 * 8 + 194'580 * 16);
    const auto outlook = courses.outlook(engine::begin(story));
    REQUIRE(outlook);
    CHECK(outlook->best_courses == 1);

    // Sixty items, none of which can be missed without loss; an order of eight steps.
    ChooseMany choice;
    for (int i = 0; i < 60; ++i) choice.items.push_back(option(("i" + std::to_string(i)).c_str()));
    CHECK(courses_of(one_scene(choice)).summary().paths == boost::multiprecision::pow(Count(2), 60));
    const OrderSteps order =
        order_steps({"a", "b", "c", "d", "e", "f", "g", "h"}, {precedence("b", "a", points({{1, 2}}))});
    const Scenario ordered_story = one_scene(order);
    const Summary ordered_summary = courses_of(ordered_story).summary();
    CHECK(ordered_summary.paths == 40'320);
    CHECK(ordered_summary.best_paths == 20'160);
    check_range(ordered_summary.overall, 2, 0, 1.0);
}
