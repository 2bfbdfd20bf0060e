#include "engine/scoring.h"
#include "support/build.h"
#include "support/show.h"

using namespace tsunagi;
using namespace tsunagi::engine;
using namespace tsunagi::model;
using namespace tsunagi::test;

TEST_CASE("order: each precedence that holds earns its credit") {
    const Interaction scene =
        order_steps({"work", "trust", "home", "study"},
                    {precedence("trust", "home", points({{1, 2}})), precedence("home", "work", points({{3, 1}})),
                     precedence("trust", "work", cell("ot.planning.team", 1))});
    CHECK(earned_credit(scene, in_order({"trust", "home", "work", "study"})) ==
          points({{1, 2}, {3, 1}}) + cell("ot.planning.team", 1));
    CHECK(earned_credit(scene, in_order({"study", "trust", "work", "home"})) ==
          points({{1, 2}}) + cell("ot.planning.team", 1));
    CHECK(earned_credit(scene, in_order({"work", "study", "home", "trust"})).is_zero());
    CHECK(available_credit(scene, {}) == points({{1, 2}, {3, 1}}) + cell("ot.planning.team", 1));
}

TEST_CASE("order: before means anywhere before, not just next to") {
    const Interaction scene = order_steps({"c", "b", "a"}, {precedence("a", "c", points({{1, 1}}))});
    CHECK(earned_credit(scene, in_order({"a", "b", "c"})) == points({{1, 1}}));
    CHECK(earned_credit(scene, in_order({"b", "a", "c"})) == points({{1, 1}}));
    CHECK(earned_credit(scene, in_order({"c", "b", "a"})).is_zero());
}

TEST_CASE("order: where gains contradict each other only the better can be had") {
    const Interaction scene =
        order_steps({"a", "b", "c"}, {precedence("a", "b", points({{1, 2}, {2, 1}})),
                                      precedence("b", "a", points({{1, 3}})), precedence("b", "c", points({{1, 1}}))});
    CHECK(earned_credit(scene, in_order({"a", "b", "c"})) == points({{1, 3}, {2, 1}}));
    CHECK(earned_credit(scene, in_order({"b", "a", "c"})) == points({{1, 4}}));
    // Each figure on its own: p1 by b-a-c, p2 by a-b-c.
    CHECK(available_credit(scene, {}) == points({{1, 4}, {2, 1}}));
}

TEST_CASE("order: a circle of gains cannot be had whole") {
    const Interaction scene =
        order_steps({"a", "b", "c"}, {precedence("a", "b", points({{1, 2}})), precedence("b", "c", points({{1, 2}})),
                                      precedence("c", "a", points({{1, 1}}))});
    CHECK(available_credit(scene, {}) == points({{1, 4}}));
}

TEST_CASE("order: a precedence that costs is floored with the rest") {
    const Interaction scene = order_steps(
        {"a", "b", "c"}, {precedence("a", "b", points({{1, -2}})), precedence("b", "c", points({{1, 1}, {2, -1}}))});
    CHECK(earned_credit(scene, in_order({"a", "b", "c"})).is_zero());
    CHECK(earned_credit(scene, in_order({"b", "c", "a"})) == points({{1, 1}}));
    CHECK(available_credit(scene, {}) == points({{1, 1}}));
}

TEST_CASE("order: eight steps, the most the format allows") {
    OrderSteps scene = order_steps({"h", "g", "f", "e", "d", "c", "b", "a"}, {});
    const char *ids[] = {"a", "b", "c", "d", "e", "f", "g", "h"};
    for (std::size_t i = 0; i + 1 < 8; ++i)
        scene.precedences.push_back(precedence(ids[i], ids[i + 1], points({{1, 1}})));
    CHECK(available_credit(scene, {}) == points({{1, 7}}));
    CHECK(earned_credit(scene, in_order({"a", "b", "c", "d", "e", "f", "g", "h"})) == points({{1, 7}}));
    CHECK(earned_credit(scene, in_order({"h", "g", "f", "e", "d", "c", "b", "a"})).is_zero());
    CHECK(earned_credit(scene, in_order({"b", "a", "d", "c", "f", "e", "h", "g"})) == points({{1, 3}}));
}
