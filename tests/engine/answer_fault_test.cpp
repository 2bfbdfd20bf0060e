#include "engine/scoring.h"
#include "support/build.h"
#include "support/show.h"

using namespace tsunagi;
using namespace tsunagi::engine;
using namespace tsunagi::model;
using namespace tsunagi::test;

namespace {

std::string fault(const Interaction &interaction, const Answer &answer, const State &state = {}) {
    const auto found = answer_fault(interaction, answer, state);
    return found ? std::string(word_of(*found, kAnswerFaultWords)) : "";
}

Option locked(const char *id, int cost = 0) {
    Option made = item(id, "recommended", points({{1, 1}}), cost);
    made.when = flag_is_set("open");
    return made;
}

} // namespace

TEST_CASE("an answer of another kind than the scene's is refused") {
    const Interaction scenes[] = {ReadOn{}, choose_one({option("a")}), choose_many({option("a")}),
                                  grid(GridKind::role_split, {"a"}, {"x"}, {}), order_steps({"a"}, {})};
    const Answer answers[] = {read_on(), one("a"), many({"a"}), marks({{"a", "x", "lead"}}), in_order({"a"})};
    for (std::size_t scene = 0; scene < 5; ++scene)
        for (std::size_t answer = 0; answer < 5; ++answer) {
            CAPTURE(scene);
            CAPTURE(answer);
            CHECK(fault(scenes[scene], answers[answer]) == (scene == answer ? "" : "wrong-kind"));
        }
}

TEST_CASE("choose one: unknown and unavailable options") {
    const Interaction scene = choose_one({option("a"), locked("b")});
    CHECK(fault(scene, one("a")) == "");
    CHECK(fault(scene, one("z")) == "unknown-id");
    CHECK(fault(scene, one("")) == "unknown-id");
    CHECK(fault(scene, one("b")) == "unavailable");
    State open;
    open.flags.insert(FlagId("open"));
    CHECK(fault(scene, one("b"), open) == "");
}

TEST_CASE("choose many: unknown, unavailable and repeated items") {
    const Interaction scene = choose_many({option("a"), option("b"), locked("c")});
    CHECK(fault(scene, many({})) == "");
    CHECK(fault(scene, many({"b", "a"})) == "");
    CHECK(fault(scene, many({"a", "z"})) == "unknown-id");
    CHECK(fault(scene, many({"a", "c"})) == "unavailable");
    CHECK(fault(scene, many({"a", "b", "a"})) == "repeated");
}

TEST_CASE("choose many: budget and number, at their edges") {
    const std::vector<Option> items = {item("a", "acceptable", {}, 2), item("b", "acceptable", {}, 3),
                                       item("c", "acceptable", {}, 0)};
    CHECK(fault(choose_many(items, 5), many({"a", "b", "c"})) == "");
    CHECK(fault(choose_many(items, 4), many({"a", "b"})) == "over-budget");
    CHECK(fault(choose_many(items, 0), many({"c"})) == "");
    CHECK(fault(choose_many(items, 0), many({"a"})) == "over-budget");
    CHECK(fault(choose_many(items), many({"a", "b", "c"})) == "");

    CHECK(fault(choose_many(items, {}, 2), many({"a"})) == "too-few");
    CHECK(fault(choose_many(items, {}, 2), many({"a", "c"})) == "");
    CHECK(fault(choose_many(items, {}, 1), many({})) == "too-few");
    CHECK(fault(choose_many(items, {}, 0, 2), many({"a", "b"})) == "");
    CHECK(fault(choose_many(items, {}, 0, 2), many({"a", "b", "c"})) == "too-many");
    CHECK(fault(choose_many(items, {}, 0, 0), many({})) == "");
    CHECK(fault(choose_many(items, {}, 0, 0), many({"a"})) == "too-many");
}

TEST_CASE("grid: unknown rows and columns, a place marked twice") {
    const Interaction scene = grid(GridKind::role_split, {"a", "b"}, {"x", "y"}, {grid_cell("a", "x", {"lead"}, {})});
    CHECK(fault(scene, marks({})) == "");
    CHECK(fault(scene, marks({{"b", "y", "support"}})) == "");
    CHECK(fault(scene, marks({{"c", "x", "lead"}})) == "unknown-id");
    CHECK(fault(scene, marks({{"a", "z", "lead"}})) == "unknown-id");
    CHECK(fault(scene, marks({{"a", "x", "lead"}, {"a", "y", "lead"}, {"b", "x", "lead"}})) == "");
    CHECK(fault(scene, marks({{"a", "x", "lead"}, {"a", "x", "none"}})) == "repeated");
}

TEST_CASE("grid: each kind takes its own marks only") {
    const Interaction roles = grid(GridKind::role_split, {"a"}, {"x"}, {});
    const Interaction shares = grid(GridKind::sharing, {"a"}, {"x"}, {});
    for (const char *mark : {"lead", "support", "none"}) {
        CAPTURE(mark);
        CHECK(fault(roles, marks({{"a", "x", mark}})) == "");
        CHECK(fault(shares, marks({{"a", "x", mark}})) == "wrong-mark");
    }
    for (const char *mark : {"share", "ask", "withhold"}) {
        CAPTURE(mark);
        CHECK(fault(roles, marks({{"a", "x", mark}})) == "wrong-mark");
        CHECK(fault(shares, marks({{"a", "x", mark}})) == "");
    }
    CHECK(fault(roles, marks({{"a", "x", "unmarked"}})) == "wrong-mark");
    CHECK(fault(shares, marks({{"a", "x", "unmarked"}})) == "");
}

TEST_CASE("order: every step exactly once") {
    const Interaction scene = order_steps({"a", "b", "c"}, {});
    CHECK(fault(scene, in_order({"c", "a", "b"})) == "");
    CHECK(fault(scene, in_order({"a", "b"})) == "not-all-steps");
    CHECK(fault(scene, in_order({})) == "not-all-steps");
    CHECK(fault(scene, in_order({"a", "b", "z"})) == "unknown-id");
    CHECK(fault(scene, in_order({"a", "b", "b"})) == "repeated");
    CHECK(fault(scene, in_order({"a", "b", "c", "a"})) == "repeated");
}
