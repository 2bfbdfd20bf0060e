#pragma once

// What random_scenario.h puts scenarios together from: conditions of every kind, effects, credit, interactions.

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "support/build.h"
#include "support/random.h"

namespace tsunagi::test {

/// Makes parts of a scenario at random, out of what the scenario holds so far.
class PartMaker {
  protected:
    explicit PartMaker(std::uint64_t seed) : random_(seed) {}

    /// Where a condition stands: which scenes it may ask about.
    struct Place {
        std::vector<std::size_t> decided;   ///< scenes that can have been decided
        std::vector<std::size_t> visited;   ///< scenes that can have been entered
        std::vector<std::size_t> passed_by; ///< of these, those that some way to here leaves out
    };

    template <class T>
    void shuffle(std::vector<T> &items) {
        for (std::size_t i = items.size(); i > 1; --i) std::swap(items[i - 1], items[random_.index(i)]);
    }

    static std::string name(const char *stem, std::size_t index) { return stem + std::to_string(index); }
    // Ids of options, items, steps, rows and columns repeat from scene to scene, so that mixing scenes up shows.
    static std::string letter(std::size_t index) { return std::string(1, static_cast<char>('a' + index)); }
    static model::SceneId made_id(std::size_t scene) { return model::SceneId(name("scene", scene)); }

    // ---- The world ------------------------------------------------------------------------------------------

    void make_world() {
        for (std::size_t i = 0; i < 3; ++i) {
            made_.facts.emplace_back().id = model::FactId(name("fact", i));
            made_.flags.emplace_back().id = model::FlagId(name("flag", i));
            if (random_.chance(1, 6)) made_.start_facts.push_back(made_.facts.back().id);
        }
        for (std::size_t i = 0; i < 2; ++i) {
            model::Tie &tie = made_.ties.emplace_back();
            tie.id = model::TieId(name("tie", i));
            tie.strength = static_cast<model::TieStrength>(random_.between(0, 2));
            tie.status = static_cast<model::TieStatus>(random_.between(0, 3));
            tie.stress = random_.chance(1, 2);
        }
        for (int &gauge : made_.gauges)
            gauge = random_.chance(1, 2) ? model::kGaugeDefault : random_.pick(std::vector<int>{0, 1, 9, 10});
    }

    // ---- Conditions -----------------------------------------------------------------------------------------

    const std::vector<model::Option> *options_of(std::size_t scene) const {
        const model::Interaction &interaction = made_.scenes[scene].interaction;
        if (const auto *one = std::get_if<model::ChooseOne>(&interaction)) return &one->options;
        if (const auto *many = std::get_if<model::ChooseMany>(&interaction)) return &many->items;
        return nullptr;
    }

    /// Of `scenes` those that `is_wanted`.
    template <class IsWanted>
    static std::vector<std::size_t> only(const std::vector<std::size_t> &scenes, IsWanted is_wanted) {
        std::vector<std::size_t> wanted;
        for (const std::size_t scene : scenes)
            if (is_wanted(scene)) wanted.push_back(scene);
        return wanted;
    }

    /// A condition on what was answered; what can be asked depends on the scenes behind.
    std::optional<model::Condition> condition_on_answers(const Place &place) {
        const auto with_options = only(place.decided, [&](std::size_t i) { return options_of(i) != nullptr; });
        const auto with_grid = only(place.decided, [&](std::size_t i) {
            return std::holds_alternative<model::AssignGrid>(made_.scenes[i].interaction);
        });
        const auto with_order = only(place.decided, [&](std::size_t i) {
            return std::holds_alternative<model::OrderSteps>(made_.scenes[i].interaction);
        });
        std::vector<int> kinds;
        if (!with_options.empty()) kinds = {0, 1};
        if (!with_grid.empty()) kinds.push_back(2);
        if (!with_order.empty()) kinds.push_back(3);
        if (kinds.empty()) return std::nullopt;
        switch (random_.pick(kinds)) {
        case 0: return when(some_option(random_.pick(with_options)));
        case 1: return count_of(with_options);
        case 2: return some_mark(made_.scenes[random_.pick(with_grid)]);
        default: return some_order(made_.scenes[random_.pick(with_order)]);
        }
    }

    model::OptionTaken some_option(std::size_t scene) {
        return {made_.scenes[scene].id, random_.pick(*options_of(scene)).id};
    }

    model::Condition count_of(const std::vector<std::size_t> &scenes) {
        model::CountTaken count;
        const bool is_of_one = random_.chance(1, 2);
        const std::size_t only_scene = random_.pick(scenes);
        const int tries = random_.between(2, 5);
        for (int i = 0; i < tries; ++i) {
            const model::OptionTaken option = some_option(is_of_one ? only_scene : random_.pick(scenes));
            const bool is_listed = std::any_of(count.options.begin(), count.options.end(), [&](const auto &listed) {
                return listed.scene == option.scene && listed.option == option.option;
            });
            if (!is_listed) count.options.push_back(option);
        }
        count.at_least = random_.between(1, static_cast<int>(count.options.size()));
        if (random_.chance(1, 8)) ++count.at_least;
        return when(std::move(count));
    }

    model::Condition some_mark(const model::Scene &scene) {
        const auto &grid = std::get<model::AssignGrid>(scene.interaction);
        model::MarkIs mark{scene.id, random_.pick(grid.rows).id, random_.pick(grid.columns).id, {}};
        for (const model::Mark one : model::marks_of(grid.kind))
            if (random_.chance(1, 2)) mark.marks.push_back(one);
        if (mark.marks.empty()) mark.marks.push_back(model::marks_of(grid.kind)[random_.index(3)]);
        return when(std::move(mark));
    }

    model::Condition some_order(const model::Scene &scene) {
        const auto &order = std::get<model::OrderSteps>(scene.interaction);
        return when(model::OrderedBefore{scene.id, random_.pick(order.steps).id, random_.pick(order.steps).id});
    }

    /// What can have been brought about by answers: effects of options and of what followed from a decision.
    std::vector<model::Effect> effects_behind(const Place &place) const {
        std::vector<model::Effect> effects;
        const auto add = [&](const model::Effects &more) { effects.insert(effects.end(), more.begin(), more.end()); };
        for (const std::size_t scene : place.decided) {
            if (const auto *options = options_of(scene))
                for (const model::Option &option : *options) add(option.effects);
            for (const model::Consequence &consequence : made_.scenes[scene].after) add(consequence.effects);
        }
        return effects;
    }

    /// A condition that such an effect can turn round: conditions on just anything seldom come out both ways.
    std::optional<model::Condition> condition_on_effects(const Place &place) {
        const std::vector<model::Effect> effects = effects_behind(place);
        if (effects.empty()) return std::nullopt;
        const model::Effect effect = random_.pick(effects);
        if (const auto *learn = std::get_if<model::LearnFact>(&effect)) return when(model::FactKnown{learn->fact});
        if (const auto *set = std::get_if<model::SetFlag>(&effect)) return when(model::FlagIsSet{set->flag});
        if (const auto *move = std::get_if<model::MoveGauge>(&effect)) {
            const int start = made_.gauges[static_cast<std::size_t>(move->gauge)];
            const int limit =
                start + (move->add > 0 ? random_.between(1, move->add) : random_.between(move->add, -1) + 1);
            model::GaugeWithin within{move->gauge, limit, {}};
            if (random_.chance(1, 3)) within = {move->gauge, {}, limit - 1};
            return when(within);
        }
        if (const auto *change = std::get_if<model::ChangeTie>(&effect)) {
            if (change->strength) return when(model::TieIs{change->tie, *change->strength});
            if (change->status) return when(model::TieIs{change->tie, *change->status});
            if (change->stress) return when(model::TieIs{change->tie, true});
        }
        if (const auto *advance = std::get_if<model::AdvanceMonths>(&effect)) {
            int longest = advance->months;
            for (const std::size_t scene : place.decided) longest += made_.scenes[scene].months;
            return months_within(random_.between(1, longest), {});
        }
        return std::nullopt;
    }

    model::Condition condition_on_state(const Place &place) {
        switch (random_.between(0, 5)) {
        case 0: return when(model::FactKnown{random_.pick(made_.facts).id});
        case 1: return when(model::FlagIsSet{random_.pick(made_.flags).id});
        case 2: return when(model::SceneVisited{made_id(random_.pick(place.visited))});
        case 3: {
            model::GaugeWithin within;
            within.gauge = some_gauge();
            // Mostly close to where a gauge can be; sometimes a limit that no gauge can pass or miss.
            const int start = made_.gauges[static_cast<std::size_t>(within.gauge)];
            const int limit = random_.chance(1, 6) ? random_.between(-3, 13) : start + random_.between(-2, 2);
            const int sides = random_.between(0, 4);
            if (sides != 0) within.at_least = limit;
            if (sides != 1 && sides != 2) within.at_most = limit + random_.between(0, 2);
            return when(within);
        }
        case 4: {
            const int limit = random_.between(0, 6);
            return random_.chance(1, 2) ? months_within(limit, {}) : months_within({}, limit);
        }
        default: {
            model::TieIs tie{random_.pick(made_.ties).id, random_.chance(5, 6)};
            const int asked = random_.between(0, 2);
            if (asked == 0) tie.state = static_cast<model::TieStrength>(random_.between(0, 2));
            if (asked == 1) tie.state = static_cast<model::TieStatus>(random_.between(0, 3));
            return when(std::move(tie));
        }
        }
    }

    model::Condition condition(const Place &place, int depth = 0) {
        if (depth < 2 && random_.chance(1, 4)) {
            const int kind = random_.between(0, 2);
            if (kind == 2) return not_of(condition(place, depth + 1));
            std::vector<model::Condition> parts;
            const int count = random_.between(1, 3);
            for (int i = 0; i < count; ++i) parts.push_back(condition(place, depth + 1));
            return kind == 0 ? all_of(std::move(parts)) : any_of(std::move(parts));
        }
        switch (random_.between(0, 9)) {
        case 0:
        case 1:
        case 2:
            if (auto on_answers = condition_on_answers(place)) return std::move(*on_answers);
            break;
        case 3:
        case 4:
        case 5:
        case 6:
            if (auto on_effects = condition_on_effects(place)) return std::move(*on_effects);
            break;
        case 7:
        case 8:
            if (!place.passed_by.empty()) return when(model::SceneVisited{made_id(random_.pick(place.passed_by))});
            break;
        default: break;
        }
        return condition_on_state(place);
    }

    // Half of the gauges come up in three cases of four, so that some are not used at all.
    model::Gauge some_gauge() { return static_cast<model::Gauge>(random_.between(0, random_.chance(5, 6) ? 2 : 5)); }

    // ---- Effects and credit ---------------------------------------------------------------------------------

    model::Effect some_effect() {
        switch (random_.between(0, 6)) {
        case 0: return model::LearnFact{random_.pick(made_.facts).id};
        case 1: return model::SetFlag{random_.pick(made_.flags).id, true};
        case 2: return model::SetFlag{random_.pick(made_.flags).id, random_.chance(1, 3)};
        case 3:
        case 4: {
            const int far = random_.between(1, random_.chance(1, 8) ? 12 : 3);
            return model::MoveGauge{some_gauge(), random_.chance(1, 2) ? far : -far, "because"};
        }
        case 5: return model::AdvanceMonths{random_.between(1, 3)};
        default: {
            model::ChangeTie change;
            change.tie = random_.pick(made_.ties).id;
            const int field = random_.between(0, 3);
            if (field == 0 || random_.chance(1, 4))
                change.strength = static_cast<model::TieStrength>(random_.between(0, 2));
            if (field == 1 || random_.chance(1, 4))
                change.status = static_cast<model::TieStatus>(random_.between(0, 3));
            if (field == 2 || random_.chance(1, 4)) change.stress = random_.chance(1, 2);
            if (field == 3 || random_.chance(1, 4)) change.flow = static_cast<model::TieFlow>(random_.between(0, 3));
            return change;
        }
        }
    }

    model::Effects some_effects(int most) {
        model::Effects effects;
        const int count = random_.between(0, most);
        for (int i = 0; i < count; ++i) effects.push_back(some_effect());
        return effects;
    }

    // Few figures, so that gains and losses meet on the same one and the floor at 0 is felt.
    model::Credit some_credit(int low, int high) {
        model::Credit credit;
        const int count = random_.chance(1, 5) ? 0 : random_.between(1, 3);
        for (int i = 0; i < count; ++i) {
            const int value = random_.between(low, high);
            if (random_.chance(2, 3))
                credit.points[random_.pick(std::vector<std::size_t>{0, 1, 5})] = value;
            else
                credit.cells[random_.pick(std::vector<std::size_t>{0, 7, 23})] = value;
        }
        return credit;
    }

    // In bytes and in characters different texts are the longest; two of the same length are common.
    std::string some_text() {
        std::string text;
        const int length = random_.between(1, 5);
        const bool is_kana = random_.chance(1, 2);
        for (int i = 0; i < length; ++i) text += is_kana ? "\xE3\x81\x82" : "a";
        return text;
    }

    // ---- Interactions ---------------------------------------------------------------------------------------

    model::Option some_option_of(const Place &place, std::size_t index, int worst, bool is_conditional) {
        model::Option made = option(letter(index).c_str());
        made.text = some_text();
        made.option_class = static_cast<model::OptionClass>(random_.between(0, 4));
        made.credit = some_credit(worst, 4);
        made.effects = some_effects(3);
        if (random_.chance(1, 5)) made.tags = {"consult"};
        if (random_.chance(1, 2)) made.profession = some_profession();
        if (is_conditional || random_.chance(1, 5)) made.when = condition(place);
        return made;
    }

    model::Profession some_profession() { return static_cast<model::Profession>(random_.between(0, 2)); }

    model::ChooseOne make_choose_one(const Place &place, std::size_t count) {
        model::ChooseOne choice;
        const bool can_be_dead_end = random_.chance(1, 3);
        for (std::size_t i = 0; i < count; ++i) choice.options.push_back(some_option_of(place, i, 0, can_be_dead_end));
        return choice;
    }

    model::ChooseMany make_choose_many(const Place &place, std::size_t count) {
        model::ChooseMany choice;
        const bool can_be_dead_end = random_.chance(1, 3);
        std::vector<int> costs;
        for (std::size_t i = 0; i < count; ++i) {
            model::Option item = some_option_of(place, i, -4, can_be_dead_end);
            item.cost = random_.between(0, 4);
            costs.push_back(item.cost);
            if (random_.chance(1, 2))
                item.group = random_.chance(1, 2) ? std::string(word_of(some_profession(), model::kProfessionWords))
                                                  : std::string("outside");
            choice.items.push_back(std::move(item));
        }
        if (random_.chance(1, 2)) choice.min = random_.between(1, 2);
        if (random_.chance(1, 2)) choice.max = random_.between(std::max(choice.min, 1), static_cast<int>(count));
        if (random_.chance(1, 2)) {
            std::sort(costs.begin(), costs.end());
            int needed = 0;
            for (int i = 0; i < std::max(choice.min, 1); ++i) needed += costs[static_cast<std::size_t>(i)];
            choice.budget = needed + random_.between(0, 8);
        }
        return choice;
    }

    model::AssignGrid make_grid(model::GridKind kind, std::size_t rows, std::size_t columns) {
        model::AssignGrid made;
        made.kind = kind;
        for (std::size_t i = 0; i < rows; ++i) {
            model::GridRow &row = made.rows.emplace_back();
            row.id = model::RowId(letter(i));
            row.text = some_text();
        }
        for (std::size_t i = 0; i < columns; ++i) {
            model::GridColumn &column = made.columns.emplace_back();
            column.id = model::ColumnId(letter(i + 13));
            column.text = some_text();
            if (random_.chance(2, 3)) column.profession = some_profession();
        }
        const std::size_t sure = random_.index(rows * columns);
        for (std::size_t place = 0; place < rows * columns; ++place) {
            if (place != sure && random_.chance(1, 4)) continue;
            model::GridCell &cell = made.cells.emplace_back();
            cell.row = made.rows[place / columns].id;
            cell.column = made.columns[place % columns].id;
            for (const model::Mark mark : model::marks_of(kind))
                if (random_.chance(1, 2)) cell.accept.push_back(mark);
            if (cell.accept.empty()) cell.accept.push_back(model::marks_of(kind)[random_.index(3)]);
            const model::Credit credit = some_credit(0, 3);
            cell.credit = credit + credit; // even, so that halves are whole
        }
        for (const model::Mark mark : model::marks_of(kind))
            if (random_.chance(1, 2)) made.costs[mark] = some_credit(0, 3);
        return made;
    }

    model::OrderSteps make_order(std::size_t count) {
        model::OrderSteps order;
        std::vector<std::size_t> wanted; // precedences follow one order, so that they do not go round in a circle
        for (std::size_t i = 0; i < count; ++i) {
            model::OrderStep &step = order.steps.emplace_back();
            step.id = model::OptionId(letter(i));
            step.text = some_text();
            wanted.push_back(i);
        }
        shuffle(wanted);
        const int precedences = random_.between(1, 4);
        for (int i = 0; i < precedences; ++i) {
            const std::size_t first = random_.index(count - 1);
            const std::size_t second = first + 1 + random_.index(count - first - 1);
            model::Precedence &made = order.precedences.emplace_back();
            made.before = order.steps[wanted[first]].id;
            made.after = order.steps[wanted[second]].id;
            made.credit = some_credit(0, 4);
        }
        return order;
    }

    /// An interaction with at most `most` answers, and how many it can have.
    std::pair<model::Interaction, int> some_interaction(const Place &place, int most) {
        struct Shape {
            int answers;
            int kind;
            std::size_t size, other_size;
        };
        static const std::vector<Shape> shapes = {
            {1, 0, 0, 0},  {2, 1, 2, 0},  {3, 1, 3, 0},  {4, 1, 4, 0},   {8, 2, 3, 0}, {16, 2, 4, 0},
            {32, 2, 5, 0}, {8, 2, 3, 0},  {3, 3, 1, 1},  {9, 3, 1, 2},   {9, 3, 2, 1}, {81, 3, 2, 2},
            {4, 4, 1, 1},  {16, 4, 1, 2}, {16, 4, 2, 1}, {256, 4, 2, 2}, {6, 5, 3, 0}, {24, 5, 4, 0}};
        std::vector<Shape> fitting;
        for (const Shape &shape : shapes)
            if (shape.answers <= most && (shape.kind != 0 || most < 2 || random_.chance(1, 2)))
                fitting.push_back(shape);
        const Shape shape = random_.pick(fitting);
        switch (shape.kind) {
        case 0: return {model::ReadOn{}, shape.answers};
        case 1: return {make_choose_one(place, shape.size), shape.answers};
        case 2: return {make_choose_many(place, shape.size), shape.answers};
        case 3: return {make_grid(model::GridKind::role_split, shape.size, shape.other_size), shape.answers};
        case 4: return {make_grid(model::GridKind::sharing, shape.size, shape.other_size), shape.answers};
        default: return {make_order(shape.size), shape.answers};
        }
    }

    Random random_;
    model::Scenario made_; ///< scenes in the order of the story
};

} // namespace tsunagi::test
