#include "engine/scoring.h"
#include "support/build.h"
#include "support/show.h"

using namespace tsunagi;
using namespace tsunagi::engine;
using namespace tsunagi::model;
using namespace tsunagi::test;

namespace {

State with_flag(const char *flag) {
    State state;
    state.flags.insert(FlagId(flag));
    return state;
}

} // namespace

// ---- read and choose one ------------------------------------------------------------------------------------

TEST_CASE("reading on earns nothing and offers nothing") {
    CHECK(earned_credit(ReadOn{}, read_on()).is_zero());
    CHECK(available_credit(ReadOn{}, {}).is_zero());
}

TEST_CASE("choose one: what was taken earns its own credit") {
    const Interaction scene = choose_one(
        {option("visit", "recommended", points({{1, 2}, {4, 1}})),
         option("phone", "acceptable", points({{1, 1}}) + cell("cpp.outreach.team", 1)), option("wait", "missed")});
    CHECK(earned_credit(scene, one("visit")) == points({{1, 2}, {4, 1}}));
    CHECK(earned_credit(scene, one("phone")) == points({{1, 1}}) + cell("cpp.outreach.team", 1));
    CHECK(earned_credit(scene, one("wait")).is_zero());
}

TEST_CASE("choose one: available is the best of each figure on its own, by whichever option") {
    const Interaction scene = choose_one({option("a", "recommended", points({{1, 2}, {4, 1}})),
                                          option("b", "recommended", points({{1, 1}, {2, 3}})),
                                          option("c", "acceptable", cell("ot.direct.strength", 2))});
    CHECK(available_credit(scene, {}) == points({{1, 2}, {2, 3}, {4, 1}}) + cell("ot.direct.strength", 2));
}

TEST_CASE("choose one: what cannot be taken is not available") {
    Option trusted = option("a", "recommended", points({{1, 3}}));
    trusted.when = flag_is_set("trusted");
    const Interaction scene = choose_one({trusted, option("b", "acceptable", points({{1, 1}}))});
    CHECK(available_credit(scene, {}) == points({{1, 1}}));
    CHECK(available_credit(scene, with_flag("trusted")) == points({{1, 3}}));
}

// ---- choose many --------------------------------------------------------------------------------------------

TEST_CASE("choose many: wanted items earn, unneeded ones cost") {
    const Interaction scene = choose_many(
        {item("history", "recommended", points({{2, 2}})), item("housing", "recommended", points({{2, 1}, {3, 1}})),
         item("iq", "premature", points({{2, -1}})), item("brain-scan", "harmful", points({{2, -2}, {3, -1}}))});
    CHECK(earned_credit(scene, many({})).is_zero());
    CHECK(earned_credit(scene, many({"history"})) == points({{2, 2}}));
    CHECK(earned_credit(scene, many({"history", "housing"})) == points({{2, 3}, {3, 1}}));
    CHECK(earned_credit(scene, many({"history", "housing", "iq"})) == points({{2, 2}, {3, 1}}));
    CHECK(available_credit(scene, {}) == points({{2, 3}, {3, 1}}));
}

TEST_CASE("choose many: ticking everything is floored at 0 for each point and each cell on its own") {
    const Interaction scene =
        choose_many({item("good", "recommended", points({{1, 2}, {2, 1}}) + cell("cpp.assessment.strength", 1)),
                     item("bad", "harmful",
                          points({{1, -5}}) + cell("cpp.assessment.strength", -3) + cell("cpp.assessment.team", -1))});
    // p1 2-5 -> 0 and the cell 1-3 -> 0, while p2 keeps what it earned.
    CHECK(earned_credit(scene, many({"good", "bad"})) == points({{2, 1}}));
    CHECK(earned_credit(scene, many({"bad"})).is_zero());
}

TEST_CASE("choose many: the order of an answer does not matter") {
    const Interaction scene =
        choose_many({item("a", "recommended", points({{1, 2}})), item("b", "harmful", points({{1, -1}}))});
    CHECK(earned_credit(scene, many({"a", "b"})) == earned_credit(scene, many({"b", "a"})));
}

TEST_CASE("choose many: available is what the budget can buy, figure by figure") {
    // Budget 5. p1: a+c (5) = 2+2 beats b alone (3). p2: b+d (4) = 2+1.
    const Interaction scene = choose_many(
        {item("a", "recommended", points({{1, 2}}), 2), item("b", "recommended", points({{1, 3}, {2, 2}}), 4),
         item("c", "recommended", points({{1, 2}}), 3), item("d", "recommended", points({{2, 1}}), 0)},
        5);
    CHECK(available_credit(scene, {}) == points({{1, 4}, {2, 3}}));
    CHECK(cost_of(std::get<ChooseMany>(scene), std::get<ManyAnswer>(many({"a", "c", "d"}))) == 5);
    CHECK(cost_of(std::get<ChooseMany>(scene), std::get<ManyAnswer>(many({}))) == 0);
}

TEST_CASE("choose many: without a budget, costs are no limit") {
    const Interaction scene =
        choose_many({item("a", "recommended", points({{1, 2}}), 100), item("b", "recommended", points({{1, 3}}), 100)});
    CHECK(available_credit(scene, {}) == points({{1, 5}}));
}

TEST_CASE("choose many: a budget of nothing leaves what is free") {
    const Interaction scene =
        choose_many({item("a", "recommended", points({{1, 2}}), 1), item("b", "recommended", points({{1, 1}}), 0)}, 0);
    CHECK(available_credit(scene, {}) == points({{1, 1}}));
}

TEST_CASE("choose many: at most so many items") {
    const Interaction scene =
        choose_many({item("a", "recommended", points({{1, 3}})), item("b", "recommended", points({{1, 2}})),
                     item("c", "recommended", points({{1, 1}, {2, 1}}))},
                    {}, 0, 2);
    CHECK(available_credit(scene, {}) == points({{1, 5}, {2, 1}}));
}

TEST_CASE("choose many: at least so many items can force an unneeded one") {
    const std::vector<Option> items = {item("a", "recommended", points({{1, 3}})),
                                       item("b", "premature", points({{1, -1}})),
                                       item("c", "harmful", points({{1, -2}}))};
    CHECK(available_credit(choose_many(items, {}, 1), {}) == points({{1, 3}}));
    CHECK(available_credit(choose_many(items, {}, 2), {}) == points({{1, 2}}));
    CHECK(available_credit(choose_many(items, {}, 3), {}).is_zero());
}

TEST_CASE("choose many: budget and number limit together") {
    // Two items within 4: a+b costs 6, a+c 4.
    const Interaction scene =
        choose_many({item("a", "recommended", points({{1, 5}}), 3), item("b", "recommended", points({{1, 4}}), 3),
                     item("c", "recommended", points({{1, 1}}), 1), item("d", "recommended", points({{1, 1}}), 0)},
                    4, 0, 2);
    CHECK(available_credit(scene, {}) == points({{1, 6}}));
}

TEST_CASE("choose many: what cannot be taken is not available") {
    Option known = item("a", "recommended", points({{1, 3}}));
    known.when = fact_known("pregnancy");
    const Interaction scene = choose_many({known, item("b", "recommended", points({{1, 1}}))});
    CHECK(available_credit(scene, {}) == points({{1, 1}}));
    State state;
    state.facts.push_back({FactId("pregnancy"), 0, {}});
    CHECK(available_credit(scene, state) == points({{1, 4}}));
}

TEST_CASE("available is never below 0") {
    CHECK(available_credit(choose_many({item("a", "harmful", points({{1, -3}}))}), {}).is_zero());
    CHECK(available_credit(choose_many({item("a", "harmful", points({{1, -3}}))}, {}, 1), {}).is_zero());
    CHECK(available_credit(choose_many({}), {}).is_zero());
}
