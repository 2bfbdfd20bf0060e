#include "engine/state.h"
#include "support/build.h"
#include "support/show.h"

using namespace tsunagi;
using namespace tsunagi::engine;
using namespace tsunagi::model;
using namespace tsunagi::test;

namespace {

// A state in the middle of a case, with one of everything a condition can ask for.
State middle() {
    State state;
    state.months = 4;
    state.gauges = {0, 3, 5, 7, 10, 5};
    state.facts = {{FactId("age"), 0, {}}, {FactId("debts"), 3, SceneId("visit")}};
    state.flags = {FlagId("aligned")};
    state.visited = {SceneId("intake"), SceneId("visit"), SceneId("now")};
    state.answers[SceneId("intake")] = one("call");
    state.answers[SceneId("pick")] = many({"history", "housing", "income"});
    state.answers[SceneId("roles")] = marks({{"home", "phn", "lead"}, {"home", "cpp", "support"}});
    state.answers[SceneId("consent")] = marks({{"history", "school", "ask"}});
    state.answers[SceneId("plan")] = in_order({"trust", "home", "work"});
    state.answers[SceneId("story")] = read_on();
    state.ties[TieId("client-phn")] = {TieStrength::weak, true, TieFlow::both, TieStatus::active};
    state.ties[TieId("client-mother")] = {TieStrength::strong, false, TieFlow::none, TieStatus::broken};
    return state;
}

bool holds_in_middle(const Condition &condition) { return holds(condition, middle()); }

Condition count_taken(std::vector<OptionTaken> options, int at_least) {
    return when(CountTaken{std::move(options), at_least});
}

Condition tie_is(const char *tie, std::variant<TieStrength, TieStatus, bool> state) {
    return when(TieIs{TieId(tie), state});
}

} // namespace

// ---- Conditions ---------------------------------------------------------------------------------------------

TEST_CASE("no condition always holds") {
    CHECK(holds(always(), State{}));
    CHECK(always().is_always());
    CHECK_FALSE(fact_known("age").is_always());
}

TEST_CASE("facts, flags and visited scenes") {
    CHECK(holds_in_middle(fact_known("age")));
    CHECK(holds_in_middle(fact_known("debts")));
    CHECK_FALSE(holds_in_middle(fact_known("nobody-wrote-this")));
    CHECK(holds_in_middle(flag_is_set("aligned")));
    CHECK_FALSE(holds_in_middle(flag_is_set("nobody-wrote-this")));
    CHECK(holds_in_middle(visited("intake")));
    CHECK(holds_in_middle(visited("now")));
    CHECK_FALSE(holds_in_middle(visited("later")));
}

TEST_CASE("options taken, of one or of many") {
    CHECK(holds_in_middle(taken("intake", "call")));
    CHECK_FALSE(holds_in_middle(taken("intake", "visit")));
    CHECK(holds_in_middle(taken("pick", "housing")));
    CHECK_FALSE(holds_in_middle(taken("pick", "iq")));
    CHECK_FALSE(holds_in_middle(taken("later", "call")));
    CHECK_FALSE(holds_in_middle(taken("story", "call")));
    CHECK_FALSE(holds_in_middle(taken("roles", "home")));
    CHECK_FALSE(holds_in_middle(taken("plan", "trust"))); // a step is ordered, not taken
}

TEST_CASE("how many of a list were taken, over scenes") {
    const std::vector<OptionTaken> options = {option_taken("pick", "history"), option_taken("pick", "iq"),
                                              option_taken("intake", "call"), option_taken("later", "x")};
    CHECK(holds_in_middle(count_taken(options, 0)));
    CHECK(holds_in_middle(count_taken(options, 2)));
    CHECK_FALSE(holds_in_middle(count_taken(options, 3)));
    CHECK(holds_in_middle(count_taken({}, 0)));
    CHECK_FALSE(holds_in_middle(count_taken({}, 1)));
}

TEST_CASE("marks of a grid") {
    CHECK(holds_in_middle(mark_is("roles", "home", "phn", {"lead"})));
    CHECK_FALSE(holds_in_middle(mark_is("roles", "home", "phn", {"support", "none"})));
    CHECK(holds_in_middle(mark_is("roles", "home", "cpp", {"lead", "support"})));
    CHECK(holds_in_middle(mark_is("consent", "history", "school", {"ask", "withhold"})));
    CHECK_FALSE(holds_in_middle(mark_is("consent", "history", "school", {"share"})));
    CHECK_FALSE(holds_in_middle(mark_is("roles", "home", "phn", {})));
}

TEST_CASE("a place nobody marked is none in a role split and unmarked in sharing") {
    CHECK(holds_in_middle(mark_is("roles", "home", "doctor", {"none"})));
    CHECK(holds_in_middle(mark_is("roles", "home", "doctor", {"support", "none"})));
    CHECK_FALSE(holds_in_middle(mark_is("roles", "home", "doctor", {"lead", "support"})));
    CHECK_FALSE(holds_in_middle(mark_is("consent", "history", "phn", {"share", "ask", "withhold"})));
    CHECK(holds_in_middle(mark_is("consent", "history", "phn", {"unmarked"})));
}

TEST_CASE("marks of a scene not yet decided, or without a grid") {
    CHECK_FALSE(holds_in_middle(mark_is("later", "home", "phn", {"none"})));
    CHECK_FALSE(holds_in_middle(mark_is("intake", "home", "phn", {"none"})));
    CHECK_FALSE(holds_in_middle(mark_is("pick", "home", "phn", {"unmarked"})));
}

TEST_CASE("steps put in order") {
    CHECK(holds_in_middle(ordered("plan", "trust", "work")));
    CHECK(holds_in_middle(ordered("plan", "trust", "home")));
    CHECK_FALSE(holds_in_middle(ordered("plan", "work", "trust")));
    CHECK_FALSE(holds_in_middle(ordered("plan", "trust", "nothing")));
    CHECK_FALSE(holds_in_middle(ordered("plan", "nothing", "trust")));
    CHECK_FALSE(holds_in_middle(ordered("later", "trust", "work")));
    CHECK_FALSE(holds_in_middle(ordered("pick", "history", "housing")));
}

TEST_CASE("gauges within bounds, the bounds included") {
    CHECK(holds_in_middle(gauge_within("stability", 3, {})));
    CHECK_FALSE(holds_in_middle(gauge_within("stability", 4, {})));
    CHECK(holds_in_middle(gauge_within("stability", {}, 3)));
    CHECK_FALSE(holds_in_middle(gauge_within("stability", {}, 2)));
    CHECK(holds_in_middle(gauge_within("family", 7, 7)));
    CHECK_FALSE(holds_in_middle(gauge_within("family", 8, 9)));
    CHECK(holds_in_middle(gauge_within("trust", {}, 0)));
    CHECK(holds_in_middle(gauge_within("alignment", 10, {})));
    CHECK(holds_in_middle(gauge_within("network", {}, {})));
}

TEST_CASE("months within bounds, the bounds included") {
    CHECK(holds_in_middle(months_within(4, {})));
    CHECK_FALSE(holds_in_middle(months_within(5, {})));
    CHECK(holds_in_middle(months_within({}, 4)));
    CHECK_FALSE(holds_in_middle(months_within({}, 3)));
    CHECK(holds_in_middle(months_within(0, 12)));
}

TEST_CASE("ties by strength, status or stress") {
    CHECK(holds_in_middle(tie_is("client-phn", TieStrength::weak)));
    CHECK_FALSE(holds_in_middle(tie_is("client-phn", TieStrength::normal)));
    CHECK(holds_in_middle(tie_is("client-phn", TieStatus::active)));
    CHECK(holds_in_middle(tie_is("client-phn", true)));
    CHECK_FALSE(holds_in_middle(tie_is("client-phn", false)));
    CHECK(holds_in_middle(tie_is("client-mother", TieStatus::broken)));
    CHECK(holds_in_middle(tie_is("client-mother", false)));
    CHECK_FALSE(holds_in_middle(tie_is("nobody", TieStrength::normal)));
    CHECK_FALSE(holds_in_middle(tie_is("nobody", TieStatus::active)));
    CHECK_FALSE(holds_in_middle(tie_is("nobody", false)));
}

TEST_CASE("all, any, not, and one within another") {
    const Condition yes = fact_known("age"), no = fact_known("nobody-wrote-this");
    CHECK(holds_in_middle(all_of({yes, yes})));
    CHECK_FALSE(holds_in_middle(all_of({yes, no})));
    CHECK(holds_in_middle(all_of({})));
    CHECK(holds_in_middle(any_of({no, yes})));
    CHECK_FALSE(holds_in_middle(any_of({no, no})));
    CHECK_FALSE(holds_in_middle(any_of({})));
    CHECK(holds_in_middle(not_of(no)));
    CHECK_FALSE(holds_in_middle(not_of(yes)));
    CHECK(holds_in_middle(not_of(not_of(yes))));

    CHECK(holds_in_middle(all_of({any_of({no, all_of({yes, not_of(no)})}), not_of(any_of({no, all_of({yes, no})}))})));
    CHECK_FALSE(holds_in_middle(any_of({all_of({yes, not_of(yes)}), not_of(any_of({yes, no}))})));
    CHECK(holds_in_middle(not_of(all_of({yes, gauge_within("trust", 1, {})}))));
}

// ---- Effects ------------------------------------------------------------------------------------------------

TEST_CASE("a fact is learned once, with when and where") {
    State state = middle();
    std::vector<Change> journal;
    apply({learn("rent"), learn("rent"), learn("age")}, SceneId("now"), state, journal);
    REQUIRE(state.facts.size() == 3);
    CHECK(state.facts[2].fact == FactId("rent"));
    CHECK(state.facts[2].month == 4);
    CHECK(state.facts[2].scene == SceneId("now"));
    CHECK(state.facts[0].scene.is_empty()); // what was known stays as it was
    REQUIRE(journal.size() == 1);
    CHECK(std::get<FactLearned>(journal[0]).fact == FactId("rent"));
}

TEST_CASE("flags are set and cleared, and the journal does not tell") {
    State state = middle();
    std::vector<Change> journal;
    apply({set_flag("moved"), clear_flag("aligned"), clear_flag("never-set"), set_flag("moved")}, SceneId("now"), state,
          journal);
    CHECK(state.flags == std::set<FlagId>{FlagId("moved")});
    CHECK(journal.empty());
}

TEST_CASE("a gauge moves and says why") {
    State state = middle();
    std::vector<Change> journal;
    apply({move_gauge("agency", 2, "she chose the day herself")}, SceneId("now"), state, journal);
    CHECK(state.gauge(Gauge::agency) == 7);
    REQUIRE(journal.size() == 1);
    const GaugeMoved &moved = std::get<GaugeMoved>(journal[0]);
    CHECK(moved.gauge == Gauge::agency);
    CHECK(moved.from == 5);
    CHECK(moved.to == 7);
    CHECK(moved.because == "she chose the day herself");
}

TEST_CASE("a gauge stops at 0 and at 10, and the journal says how far it really went") {
    State state = middle(); // trust 0, stability 3, family 7, alignment 10
    std::vector<Change> journal;
    apply({move_gauge("stability", -5), move_gauge("family", 9), move_gauge("trust", -1), move_gauge("alignment", 1),
           move_gauge("network", 0)},
          SceneId("now"), state, journal);
    CHECK(state.gauges == std::array<int, 6>{0, 0, 5, 10, 10, 5});
    REQUIRE(journal.size() == 2); // what did not move is not told
    CHECK(std::get<GaugeMoved>(journal[0]).from == 3);
    CHECK(std::get<GaugeMoved>(journal[0]).to == 0);
    CHECK(std::get<GaugeMoved>(journal[1]).from == 7);
    CHECK(std::get<GaugeMoved>(journal[1]).to == 10);
}

TEST_CASE("what ran against the stop is gone: a gauge at 10 falls at once") {
    State state = middle();
    std::vector<Change> journal;
    apply({move_gauge("alignment", 5), move_gauge("alignment", -2)}, SceneId("now"), state, journal);
    CHECK(state.gauge(Gauge::alignment) == 8);
    CHECK(journal.size() == 1);
}

TEST_CASE("months pass, and facts learned later carry the later month") {
    State state = middle();
    std::vector<Change> journal;
    apply({learn("before"), pass_months(2), learn("after"), pass_months(0)}, SceneId("now"), state, journal);
    CHECK(state.months == 6);
    CHECK(state.facts[2].month == 4);
    CHECK(state.facts[3].month == 6);
    REQUIRE(journal.size() == 3);
    CHECK(std::get<MonthsPassed>(journal[1]).months == 2);
}

TEST_CASE("a tie changes in what the effect names, and only that") {
    State state = middle();
    std::vector<Change> journal;
    ChangeTie change;
    change.tie = TieId("client-phn");
    change.strength = TieStrength::strong;
    change.stress = false;
    change.because = "three visits kept";
    apply({change}, SceneId("now"), state, journal);
    const TieState after{TieStrength::strong, false, TieFlow::both, TieStatus::active};
    CHECK(state.ties[TieId("client-phn")] == after);
    REQUIRE(journal.size() == 1);
    const TieChanged &told = std::get<TieChanged>(journal[0]);
    CHECK(told.tie == TieId("client-phn"));
    CHECK(told.before == TieState{TieStrength::weak, true, TieFlow::both, TieStatus::active});
    CHECK(told.after == after);
    CHECK(told.because == "three visits kept");

    ChangeTie mended;
    mended.tie = TieId("client-mother");
    mended.status = TieStatus::active;
    mended.flow = TieFlow::forward;
    apply({mended, mended}, SceneId("now"), state, journal);
    CHECK(state.ties[TieId("client-mother")] ==
          TieState{TieStrength::strong, false, TieFlow::forward, TieStatus::active});
    CHECK(journal.size() == 2); // the second time nothing changed
}

// ---- Text and the beginning ---------------------------------------------------------------------------------

TEST_CASE("a paragraph is shown while its condition holds, in the order written") {
    const std::vector<Paragraph> text = {paragraph("one"), paragraph("two", fact_known("nobody-wrote-this")),
                                         paragraph("three", fact_known("age")),
                                         paragraph("four", not_of(flag_is_set("aligned")))};
    CHECK(visible_text(text, middle()) == std::vector<std::string>{"one", "three"});
    CHECK(visible_text(text, State{}) == std::vector<std::string>{"one", "four"});
    CHECK(visible_text({}, middle()).empty());
}

TEST_CASE("the beginning is what the scenario says") {
    Scenario scenario = one_scene(ReadOn{});
    scenario.gauges = {2, 5, 5, 5, 5, 9};
    scenario.start_facts = {FactId("age"), FactId("sex")};
    scenario.ties = {tie("client-phn", "weak", "planned")};
    const State state = initial_state(scenario);
    CHECK(state.months == 0);
    CHECK(state.gauge(Gauge::trust) == 2);
    CHECK(state.gauge(Gauge::network) == 9);
    CHECK(state.facts.size() == 2);
    CHECK(state.facts[1].fact == FactId("sex"));
    CHECK(state.facts[1].scene.is_empty());
    CHECK(state.ties.at(TieId("client-phn")).status == TieStatus::planned);
    CHECK(state.flags.empty());
    CHECK(state.visited.empty());
    CHECK(state.answers.empty());
}
