// What could have been earned, against trying every answer. The reference below is written from
// docs/SCENARIO_FORMAT.md, section 7, on purpose without calling into the engine's scoring: both must agree on what an
// answer may be, what it earns, and what the best answer earns.

#include <algorithm>
#include <functional>
#include <numeric>

#include "engine/scoring.h"
#include "support/build.h"
#include "support/random.h"
#include "support/show.h"

using namespace tsunagi;
using namespace tsunagi::engine;
using namespace tsunagi::model;
using namespace tsunagi::test;

namespace {

void raise_to(Credit &best, const Credit &credit) {
    for (std::size_t i = 0; i < kPointCount; ++i) best.points[i] = std::max(best.points[i], credit.points[i]);
    for (std::size_t i = 0; i < kCellCount; ++i) best.cells[i] = std::max(best.cells[i], credit.cells[i]);
}

void add_scaled(Credit &sum, const Credit &credit, int numerator, int denominator = 1) {
    for (std::size_t i = 0; i < kPointCount; ++i) sum.points[i] += credit.points[i] * numerator / denominator;
    for (std::size_t i = 0; i < kCellCount; ++i) sum.cells[i] += credit.cells[i] * numerator / denominator;
}

Credit not_below_zero(Credit credit) {
    raise_to(credit, Credit{});
    return credit;
}

// A credit that touches few figures, so that sums really meet on the same figure.
Credit random_credit(Random &random, int low, int high) {
    Credit credit;
    const int count = random.between(0, 3);
    for (int i = 0; i < count; ++i) {
        if (random.chance(2, 3))
            credit.points[random.index(3)] = random.between(low, high);
        else
            credit.cells[random.index(kCellCount)] = random.between(low, high);
    }
    return credit;
}

State random_state(Random &random) {
    State state;
    if (random.chance(1, 2)) state.flags.insert(FlagId("open"));
    return state;
}

void maybe_lock(Option &option, Random &random, const State &state, std::vector<bool> &can_take) {
    if (random.chance(1, 4)) option.when = flag_is_set("open");
    can_take.push_back(option.when.is_always() || state.flags.count(FlagId("open")) > 0);
}

std::string id_of(std::size_t i) { return std::string(1, static_cast<char>('a' + i)); }

// Compares one generated scene with the reference. `enumerate` calls back with every answer, whether a learner may give
// it, and what it earns.
using Each = std::function<void(const Answer &, bool is_possible, const Credit &earned)>;

void compare(const Interaction &interaction, const State &state, const std::function<void(const Each &)> &enumerate) {
    Credit best;
    int wrong_faults = 0;
    int wrong_earnings = 0;
    enumerate([&](const Answer &answer, bool is_possible, const Credit &earned) {
        if (answer_fault(interaction, answer, state).has_value() == is_possible) ++wrong_faults;
        if (!is_possible) return;
        if (earned_credit(interaction, answer) != earned) ++wrong_earnings;
        raise_to(best, earned);
    });
    CHECK(wrong_faults == 0);
    CHECK(wrong_earnings == 0);
    CHECK(available_credit(interaction, state) == best);
}

} // namespace

TEST_CASE("available credit is that of the best answer: choose one") {
    for (std::uint64_t seed = 1; seed <= 500; ++seed) {
        CAPTURE(seed);
        Random random(seed);
        const State state = random_state(random);
        ChooseOne choice;
        std::vector<bool> can_take;
        const int count = random.between(2, 6);
        for (int i = 0; i < count; ++i) {
            choice.options.push_back(option(id_of(choice.options.size()).c_str()));
            choice.options.back().credit = random_credit(random, 0, 4);
            maybe_lock(choice.options.back(), random, state, can_take);
        }
        compare(choice, state, [&](const Each &each) {
            for (std::size_t i = 0; i < choice.options.size(); ++i)
                each(one(choice.options[i].id.c_str()), can_take[i], choice.options[i].credit);
        });
    }
}

TEST_CASE("available credit is that of the best answer: choose many") {
    for (std::uint64_t seed = 1; seed <= 500; ++seed) {
        CAPTURE(seed);
        Random random(seed);
        const State state = random_state(random);
        ChooseMany choice;
        std::vector<bool> can_take;
        const int count = random.between(3, 9);
        for (int i = 0; i < count; ++i) {
            choice.items.push_back(option(id_of(choice.items.size()).c_str()));
            choice.items.back().credit = random_credit(random, -3, 4);
            choice.items.back().cost = random.between(0, 4);
            maybe_lock(choice.items.back(), random, state, can_take);
        }
        if (random.chance(2, 3)) choice.budget = random.between(0, 14);
        if (random.chance(1, 2)) choice.min = random.between(0, 3);
        if (random.chance(1, 2)) choice.max = random.between(choice.min, count);
        compare(choice, state, [&](const Each &each) {
            for (unsigned taken = 0; taken < (1u << choice.items.size()); ++taken) {
                ManyAnswer answer;
                Credit sum;
                int cost = 0;
                bool is_possible = true;
                for (std::size_t i = 0; i < choice.items.size(); ++i) {
                    if ((taken >> i & 1u) == 0) continue;
                    answer.items.push_back(choice.items[i].id);
                    add_scaled(sum, choice.items[i].credit, 1);
                    cost += choice.items[i].cost;
                    is_possible = is_possible && can_take[i];
                }
                const int taken_count = static_cast<int>(answer.items.size());
                is_possible = is_possible && taken_count >= choice.min && (!choice.max || taken_count <= *choice.max) &&
                              (!choice.budget || cost <= *choice.budget);
                each(answer, is_possible, not_below_zero(sum));
            }
        });
    }
}

namespace {

// What a mark at a place counts for, by the format's text.
Credit reference_mark(const AssignGrid &grid, const RowId &row, const ColumnId &column, Mark mark) {
    const GridCell *cell = nullptr;
    for (const GridCell &candidate : grid.cells)
        if (candidate.row == row && candidate.column == column) cell = &candidate;
    Credit credit;
    std::vector<Mark> accepted;
    if (cell != nullptr)
        accepted = cell->accept;
    else if (grid.kind == GridKind::role_split)
        accepted = {Mark::none};
    else
        return credit; // sharing: any mark will do
    const auto is_accepted = [&](Mark asked) { return std::count(accepted.begin(), accepted.end(), asked) > 0; };
    if (!is_accepted(mark)) {
        const auto cost = grid.costs.find(mark);
        if (cost != grid.costs.end()) add_scaled(credit, cost->second, -1);
    } else if (cell != nullptr) {
        const bool is_half = mark == Mark::support && is_accepted(Mark::lead);
        add_scaled(credit, cell->credit, 1, is_half ? 2 : 1);
    }
    return credit;
}

AssignGrid random_grid(Random &random, GridKind kind) {
    AssignGrid made;
    made.kind = kind;
    const int rows = random.between(1, 3);
    const int columns = random.between(1, rows == 3 ? 2 : 3);
    for (int i = 0; i < rows; ++i) {
        GridRow row;
        row.id = RowId(id_of(static_cast<std::size_t>(i)));
        made.rows.push_back(row);
    }
    for (int i = 0; i < columns; ++i) {
        GridColumn column;
        column.id = ColumnId(id_of(static_cast<std::size_t>(i) + 13));
        made.columns.push_back(column);
    }
    for (const GridRow &row : made.rows)
        for (const GridColumn &column : made.columns) {
            if (random.chance(1, 4)) continue;
            GridCell cell;
            cell.row = row.id;
            cell.column = column.id;
            for (const Mark mark : marks_of(kind))
                if (random.chance(1, 2)) cell.accept.push_back(mark);
            if (cell.accept.empty()) cell.accept.push_back(marks_of(kind)[random.index(3)]);
            cell.credit = random_credit(random, 0, 3);
            add_scaled(cell.credit, Credit{cell.credit}, 1); // even, so that halves are whole
            made.cells.push_back(cell);
        }
    for (const Mark mark : marks_of(kind))
        if (random.chance(1, 2)) made.costs[mark] = random_credit(random, 0, 2);
    return made;
}

} // namespace

TEST_CASE("available credit is that of the best answer: role split and sharing grids") {
    for (std::uint64_t seed = 1; seed <= 400; ++seed) {
        CAPTURE(seed);
        Random random(seed);
        const GridKind kind = seed % 2 == 0 ? GridKind::role_split : GridKind::sharing;
        const AssignGrid grid = random_grid(random, kind);
        std::vector<Mark> choices(marks_of(kind).begin(), marks_of(kind).end());
        if (kind == GridKind::sharing) choices.push_back(Mark::unmarked);
        const std::size_t places = grid.rows.size() * grid.columns.size();

        compare(grid, State{}, [&](const Each &each) {
            std::vector<std::size_t> at(places, 0);
            while (true) {
                GridAnswer answer;
                Credit sum;
                for (std::size_t place = 0; place < places; ++place) {
                    const RowId &row = grid.rows[place / grid.columns.size()].id;
                    const ColumnId &column = grid.columns[place % grid.columns.size()].id;
                    const Mark mark = choices[at[place]];
                    // The empty mark may be written or left out.
                    if (mark != empty_mark(kind) || random.chance(1, 2)) answer.marks.push_back({row, column, mark});
                    add_scaled(sum, reference_mark(grid, row, column, mark), 1);
                }
                each(answer, true, not_below_zero(sum));
                std::size_t place = 0;
                while (place < places && ++at[place] == choices.size()) at[place++] = 0;
                if (place == places) break;
            }
        });
    }
}

TEST_CASE("available credit is that of the best answer: order") {
    for (std::uint64_t seed = 1; seed <= 300; ++seed) {
        CAPTURE(seed);
        Random random(seed);
        OrderSteps order;
        const int count = random.between(3, seed % 20 == 0 ? 7 : 6);
        for (int i = 0; i < count; ++i) {
            OrderStep step;
            step.id = OptionId(id_of(static_cast<std::size_t>(i)));
            order.steps.push_back(step);
        }
        const int precedence_count = random.between(1, 10);
        for (int i = 0; i < precedence_count; ++i) {
            const std::size_t before = random.index(order.steps.size());
            const std::size_t after = (before + 1 + random.index(order.steps.size() - 1)) % order.steps.size();
            Precedence made;
            made.before = order.steps[before].id;
            made.after = order.steps[after].id;
            made.credit = random_credit(random, -1, 3); // both ways round is allowed: gains that contradict each other
            order.precedences.push_back(made);
        }
        compare(order, State{}, [&](const Each &each) {
            std::vector<OptionId> steps;
            for (const OrderStep &step : order.steps) steps.push_back(step.id);
            std::sort(steps.begin(), steps.end());
            do {
                Credit sum;
                for (const Precedence &precedence : order.precedences) {
                    std::size_t before = 0, after = 0;
                    for (std::size_t i = 0; i < steps.size(); ++i) {
                        if (steps[i] == precedence.before) before = i;
                        if (steps[i] == precedence.after) after = i;
                    }
                    if (before < after) add_scaled(sum, precedence.credit, 1);
                }
                each(OrderAnswer{steps}, true, not_below_zero(sum));
            } while (std::next_permutation(steps.begin(), steps.end()));
        });
    }
}
