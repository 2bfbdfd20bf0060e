// What each strategy answers, rule by rule, in the order of the comment on strategy_answer().

#include <algorithm>
#include <string>

#include "analysis/strategies.h"
#include "engine/scoring.h"
#include "support/build.h"
#include "support/show.h"

using namespace tsunagi;
using namespace tsunagi::analysis;
using namespace tsunagi::model;
using namespace tsunagi::test;

namespace {

/// What a strategy answers, as text: "a", "a b", "a/n=lead a/o=support" in the grid's order, "read", "nothing said".
std::string answer_of(Strategy strategy, const Interaction &interaction, const engine::State &state = {},
                      std::optional<Profession> profession = std::nullopt) {
    const auto answer = strategy_answer(strategy, interaction, state, profession);
    if (!answer) return "nothing said";
    std::string text;
    const auto add = [&](const std::string &part) { text += text.empty() ? part : " " + part; };
    if (std::holds_alternative<ReadAnswer>(*answer)) return "read";
    if (const auto *one = std::get_if<OneAnswer>(&*answer)) return one->option.value;
    if (const auto *many = std::get_if<ManyAnswer>(&*answer)) {
        // In which order items are named does not matter: file order.
        for (const Option &item : std::get<ChooseMany>(interaction).items)
            if (std::count(many->items.begin(), many->items.end(), item.id) > 0) add(item.id.value);
        CHECK(static_cast<std::size_t>(std::count(text.begin(), text.end(), ' ')) + (text.empty() ? 0u : 1u) ==
              many->items.size());
    }
    if (const auto *grid_answer = std::get_if<GridAnswer>(&*answer)) {
        const auto &grid = std::get<AssignGrid>(interaction);
        for (const GridRow &row : grid.rows)
            for (const GridColumn &column : grid.columns) {
                const Mark mark = mark_at(*grid_answer, grid.kind, row.id, column.id);
                if (mark != empty_mark(grid.kind))
                    add(row.id.value + "/" + column.id.value + "=" + std::string(word_of(mark, kMarkWords)));
            }
    }
    if (const auto *order = std::get_if<OrderAnswer>(&*answer))
        for (const OptionId &step : order->steps) add(step.value);
    return text;
}

Option with_text(const char *id, std::string text, int cost = 0) {
    Option made = option(id);
    made.text = std::move(text);
    made.cost = cost;
    return made;
}

engine::State state_with_flag(const char *flag) {
    engine::State state;
    state.flags.insert(FlagId(flag));
    return state;
}

// "\xE3\x81\x82" is one character of three bytes.
const std::string kThreeKana = "\xE3\x81\x82\xE3\x81\x82\xE3\x81\x82";

ChooseOne five_options() {
    ChooseOne choice =
        choose_one({with_text("locked", "the longest text of them all"), with_text("a", kThreeKana),
                    with_text("b", "bbbbb"), with_text("c", "cc"), with_text("d", "dd"), with_text("e", "eeeee")});
    choice.options[0].when = flag_is_set("open");
    choice.options[0].tags = {"consult"};
    choice.options[0].profession = Profession::nurse;
    choice.options[2].tags = {"consult"};
    choice.options[3].tags = {"consult"};
    choice.options[3].profession = Profession::nurse;
    choice.options[4].profession = Profession::nurse;
    return choice;
}

} // namespace

TEST_CASE("strategy: read is read by all of them") {
    for (std::size_t i = 0; i + 1 < kStrategyWords.size(); ++i) {
        CAPTURE(kStrategyWords[i]);
        CHECK(answer_of(static_cast<Strategy>(i), ReadOn{}, {}, Profession::ot) == "read");
    }
}

TEST_CASE("strategy: random leaves everything to chance") {
    CHECK(answer_of(Strategy::random, five_options()) == "nothing said");
    CHECK(answer_of(Strategy::random, choose_many({option("a"), option("b"), option("c")})) == "nothing said");
    CHECK(answer_of(Strategy::random, grid(GridKind::sharing, {"a"}, {"n"}, {})) == "nothing said");
    CHECK(answer_of(Strategy::random, order_steps({"a", "b", "c"}, {})) == "nothing said");
}

TEST_CASE("strategy: choose one, of what is available") {
    const ChooseOne choice = five_options();
    CHECK(answer_of(Strategy::first, choice) == "a");
    CHECK(answer_of(Strategy::last, choice) == "e");
    CHECK(answer_of(Strategy::longest, choice) == "b"); // in characters, and the earlier of b and e
    CHECK(answer_of(Strategy::shortest, choice) == "c");
    CHECK(answer_of(Strategy::consult, choice) == "b");
    CHECK(answer_of(Strategy::one_profession, choice, {}, Profession::nurse) == "c");
    CHECK(answer_of(Strategy::one_profession, choice, {}, Profession::ot) == "nothing said");
    CHECK(answer_of(Strategy::everything, choice) == "nothing said");
    CHECK(answer_of(Strategy::nothing, choice) == "nothing said");
    // A profession is of no concern to the others.
    CHECK(answer_of(Strategy::first, choice, {}, Profession::nurse) == "a");
    CHECK(answer_of(Strategy::consult, choice, {}, Profession::nurse) == "b");

    const engine::State open = state_with_flag("open");
    for (const Strategy strategy : {Strategy::first, Strategy::longest, Strategy::consult})
        CHECK(answer_of(strategy, choice, open) == "locked");
    CHECK(answer_of(Strategy::one_profession, choice, open, Profession::nurse) == "locked");
    CHECK(answer_of(Strategy::last, choice, open) == "e");
}

TEST_CASE("strategy: choose one, where nobody is to be consulted or nothing is available") {
    ChooseOne choice = choose_one({option("a"), option("b")});
    CHECK(answer_of(Strategy::consult, choice) == "nothing said");
    for (Option &option : choice.options) option.when = flag_is_set("open");
    for (const Strategy strategy : {Strategy::first, Strategy::last, Strategy::longest, Strategy::shortest})
        CHECK(answer_of(strategy, choice) == "nothing said");
}

namespace {

// Costs 3 2 1 2 0, texts of 1 5 2 5 3 characters.
ChooseMany five_items() {
    ChooseMany choice = choose_many({with_text("a", "a", 3), with_text("b", "bbbbb", 2), with_text("c", "cc", 1),
                                     with_text("d", "ddddd", 2), with_text("e", kThreeKana, 0)});
    choice.items[0].tags = {"consult"};
    choice.items[3].tags = {"consult"};
    choice.items[4].tags = {"consult"};
    choice.items[0].profession = Profession::ot;
    choice.items[1].group = "ot";
    choice.items[2].profession = Profession::nurse; // its own profession speaks before its group's
    choice.items[2].group = "ot";
    choice.items[3].group = "outside";
    return choice;
}

} // namespace

TEST_CASE("strategy: choose many with a budget, each in turn that still fits") {
    ChooseMany choice = five_items();
    choice.budget = 4;
    CHECK(answer_of(Strategy::first, choice) == "a c e");      // 3, not 2, 1, not 2, 0
    CHECK(answer_of(Strategy::last, choice) == "c d e");       // e 0, d 2, c 1
    CHECK(answer_of(Strategy::longest, choice) == "b d e");    // b 2, d 2, e 0, c does not fit, a does not
    CHECK(answer_of(Strategy::shortest, choice) == "a c e");   // a 3, c 1, e 0
    CHECK(answer_of(Strategy::everything, choice) == "b c e"); // e 0, c 1, b 2 before d 2, a 3
    CHECK(answer_of(Strategy::nothing, choice) == "");
    CHECK(answer_of(Strategy::consult, choice) == "a e"); // a 3, not d 2, e 0
    CHECK(answer_of(Strategy::one_profession, choice, {}, Profession::ot) == "a");
    CHECK(answer_of(Strategy::one_profession, choice, {}, Profession::nurse) == "c");
    choice.budget = 5;
    CHECK(answer_of(Strategy::consult, choice) == "a d e");
    CHECK(answer_of(Strategy::one_profession, choice, {}, Profession::ot) == "a b");
}

TEST_CASE("strategy: choose many with a maximum") {
    ChooseMany choice = five_items();
    choice.max = 2;
    CHECK(answer_of(Strategy::first, choice) == "a b");
    CHECK(answer_of(Strategy::last, choice) == "d e");
    CHECK(answer_of(Strategy::longest, choice) == "b d");
    CHECK(answer_of(Strategy::shortest, choice) == "a c");
    CHECK(answer_of(Strategy::everything, choice) == "c e");
    CHECK(answer_of(Strategy::nothing, choice) == "");
    CHECK(answer_of(Strategy::consult, choice) == "a d");
    CHECK(answer_of(Strategy::one_profession, choice, {}, Profession::ot) == "a b");
}

TEST_CASE("strategy: choose many without a budget or a maximum") {
    ChooseMany choice = five_items();
    CHECK(answer_of(Strategy::first, choice) == "a"); // one at least
    CHECK(answer_of(Strategy::last, choice) == "e");
    CHECK(answer_of(Strategy::longest, choice) == "b");
    CHECK(answer_of(Strategy::shortest, choice) == "a");
    CHECK(answer_of(Strategy::everything, choice) == "a b c d e");
    CHECK(answer_of(Strategy::nothing, choice) == "");
    CHECK(answer_of(Strategy::consult, choice) == "a d e");
    choice.min = 2;
    CHECK(answer_of(Strategy::first, choice) == "a b");
    CHECK(answer_of(Strategy::last, choice) == "d e");
    CHECK(answer_of(Strategy::longest, choice) == "b d");
    CHECK(answer_of(Strategy::shortest, choice) == "a c");
    CHECK(answer_of(Strategy::nothing, choice) == "c e");
}

TEST_CASE("strategy: choose many, of what is available") {
    ChooseMany choice = five_items();
    choice.min = 2;
    choice.items[0].when = flag_is_set("open"); // a
    choice.items[4].when = flag_is_set("open"); // e
    CHECK(answer_of(Strategy::first, choice) == "b c");
    CHECK(answer_of(Strategy::last, choice) == "c d");
    CHECK(answer_of(Strategy::longest, choice) == "b d");
    CHECK(answer_of(Strategy::shortest, choice) == "b c"); // c, then b before d
    CHECK(answer_of(Strategy::everything, choice) == "b c d");
    CHECK(answer_of(Strategy::nothing, choice) == "b c"); // c 1, then b before d
    CHECK(answer_of(Strategy::first, choice, state_with_flag("open")) == "a b");
}

TEST_CASE("strategy: what its rule asks for is left to chance where it cannot be given, or where it asks for nothing") {
    const auto is_left_to_chance = [](Strategy strategy, const ChooseMany &choice,
                                      std::optional<Profession> profession) {
        const auto answer = strategy_answer(strategy, choice, {}, profession);
        return !answer || engine::answer_fault(choice, *answer, {}).has_value();
    };
    ChooseMany choice = five_items();
    choice.min = 3;
    choice.budget = 3;
    CHECK(is_left_to_chance(Strategy::first, choice, {})); // a leaves room for e only
    CHECK(answer_of(Strategy::last, choice) == "c d e");   // e 0, d 2, c 1
    CHECK(answer_of(Strategy::everything, choice) == "b c e");
    CHECK(answer_of(Strategy::nothing, choice) == "b c e");
    CHECK(is_left_to_chance(Strategy::consult, choice, {}));
    CHECK(is_left_to_chance(Strategy::one_profession, choice, Profession::nurse));
    choice.budget = 2;
    CHECK(is_left_to_chance(Strategy::nothing, choice, {})); // the three cheapest cost 3
    choice = five_items();
    CHECK(answer_of(Strategy::one_profession, choice, {}, Profession::midwife) == "nothing said");
    for (Option &item : choice.items) item.tags.clear();
    CHECK(answer_of(Strategy::consult, choice) == "nothing said");
}

namespace {

// Column texts of 2, 5, 1 and 5 characters, two of them the occupational therapist's.
AssignGrid four_columns(GridKind kind) {
    AssignGrid made = grid(kind, {"a", "b"}, {"n", "o", "p", "q"}, {});
    made.columns[0].text = "nn";
    made.columns[1].text = "ooooo";
    made.columns[2].text = "\xE3\x81\x82";
    made.columns[3].text = "qqqqq";
    made.columns[0].profession = Profession::ot;
    made.columns[1].profession = Profession::nurse;
    made.columns[3].profession = Profession::ot;
    return made;
}

} // namespace

TEST_CASE("strategy: role split") {
    const AssignGrid grid = four_columns(GridKind::role_split);
    CHECK(answer_of(Strategy::first, grid) == "a/n=lead b/n=lead");
    CHECK(answer_of(Strategy::last, grid) == "a/q=lead b/q=lead");
    CHECK(answer_of(Strategy::longest, grid) == "a/o=lead b/o=lead");
    CHECK(answer_of(Strategy::shortest, grid) == "a/p=lead b/p=lead");
    CHECK(answer_of(Strategy::everything, grid) ==
          "a/n=lead a/o=lead a/p=lead a/q=lead b/n=lead b/o=lead b/p=lead b/q=lead");
    CHECK(answer_of(Strategy::nothing, grid) == "");
    CHECK(answer_of(Strategy::consult, grid) == "nothing said");
    CHECK(answer_of(Strategy::one_profession, grid, {}, Profession::ot) == "a/n=lead a/q=lead b/n=lead b/q=lead");
    CHECK(answer_of(Strategy::one_profession, grid, {}, Profession::nurse) == "a/o=lead b/o=lead");
}

TEST_CASE("strategy: sharing") {
    AssignGrid grid = four_columns(GridKind::sharing);
    grid.rows.resize(1);
    CHECK(answer_of(Strategy::first, grid) == "a/n=share a/o=share a/p=share a/q=share");
    CHECK(answer_of(Strategy::last, grid) == "a/n=withhold a/o=withhold a/p=withhold a/q=withhold");
    CHECK(answer_of(Strategy::longest, grid) == "a/n=withhold a/o=share a/p=withhold a/q=withhold");
    CHECK(answer_of(Strategy::shortest, grid) == "a/n=withhold a/o=withhold a/p=share a/q=withhold");
    CHECK(answer_of(Strategy::everything, grid) == "a/n=share a/o=share a/p=share a/q=share");
    CHECK(answer_of(Strategy::nothing, grid) == "");
    CHECK(answer_of(Strategy::consult, grid) == "a/n=ask a/o=ask a/p=ask a/q=ask");
    CHECK(answer_of(Strategy::one_profession, grid, {}, Profession::ot) ==
          "a/n=share a/o=withhold a/p=withhold a/q=share");
    grid.rows.push_back(four_columns(GridKind::sharing).rows[1]);
    grid.columns.resize(2);
    CHECK(answer_of(Strategy::longest, grid) == "a/n=withhold a/o=share b/n=withhold b/o=share");
}

TEST_CASE("strategy: order") {
    OrderSteps order = order_steps({"a", "b", "c", "d"}, {});
    order.steps[0].text = "aa";
    order.steps[1].text = "\xE3\x81\x82"; // three bytes, one character
    order.steps[2].text = "ccccc";
    order.steps[3].text = "dd";
    CHECK(answer_of(Strategy::first, order) == "a b c d");
    CHECK(answer_of(Strategy::last, order) == "d c b a");
    CHECK(answer_of(Strategy::longest, order) == "c a d b");
    CHECK(answer_of(Strategy::shortest, order) == "b a d c");
    for (const Strategy strategy :
         {Strategy::everything, Strategy::nothing, Strategy::consult, Strategy::one_profession})
        CHECK(answer_of(strategy, order, {}, Profession::ot) == "nothing said");
}
