// Whether the generated scenarios hold what the comparison with brute force is meant to try. Without this the
// comparison could weaken without anybody noticing.

#include <map>
#include <string>
#include <type_traits>

#include "analysis/brute_force.h"
#include "analysis/generated.h"
#include "analysis/outcomes.h"
#include "support/build.h"
#include "support/show.h"

using namespace tsunagi;
using namespace tsunagi::model;
using namespace tsunagi::test;

namespace {

constexpr std::array<const char *, 5> kEffectNames = {"learn", "set", "gauge", "months", "tie"};
constexpr std::array<const char *, 5> kInteractionNames = {"read", "choose_one", "choose_many", "grid", "order"};

class Census {
  public:
    Census(const Scenario &scenario, Counts &counts) : counts_(counts) {
        for (const Scene &scene : scenario.scenes) look_at(scene);
        for (const Ending &ending : scenario.endings)
            for (const Paragraph &paragraph : ending.text) look_at(paragraph.when, "ending text", nullptr);
        count(scenario.endings.size() > 1, "several endings");
        count(scenario.scenes.front().id != scenario.start_scene, "start is not the first scene of the file");
        count(!scenario.start_facts.empty(), "facts known at the start");
    }

  private:
    void count(bool is_so, const std::string &what) { counts_[what] += is_so ? 1 : 0; }

    void look_at(const Condition &condition, const std::string &where, const Scene *scene) {
        count(true, where + ": " + kConditionNames[condition.node.index()]);
        std::visit([&](const auto &node) { look_closer(node, where, scene); }, condition.node);
    }
    void look_closer(const AllOf &all, const std::string &where, const Scene *scene) {
        for (const Condition &part : all.parts) look_at(part, where, scene);
    }
    void look_closer(const AnyOf &any, const std::string &where, const Scene *scene) {
        for (const Condition &part : any.parts) look_at(part, where, scene);
    }
    void look_closer(const NotOf &negation, const std::string &where, const Scene *scene) {
        look_at(negation.part.front(), where, scene);
    }
    void look_closer(const CountTaken &taken, const std::string &, const Scene *) {
        bool is_of_several = false;
        for (const OptionTaken &option : taken.options)
            is_of_several = is_of_several || option.scene != taken.options.front().scene;
        count(is_of_several, "count over several scenes");
        count(!is_of_several && taken.options.size() > 1, "count over one scene");
        count(taken.at_least > static_cast<int>(taken.options.size()), "count out of reach");
    }
    void look_closer(const MarkIs &mark, const std::string &, const Scene *scene) {
        count(std::count(mark.marks.begin(), mark.marks.end(), Mark::none) > 0, "mark: none among those asked for");
        count(mark.marks.size() == 1, "mark: one asked for");
        count(mark.marks.size() == 3, "mark: three asked for");
        count(scene != nullptr && scene->id == mark.scene, "mark: of the scene itself");
    }
    void look_closer(const SceneVisited &visited, const std::string &, const Scene *scene) {
        count(scene != nullptr && scene->id == visited.scene, "visited: the scene itself");
    }
    void look_closer(const OptionTaken &taken, const std::string &, const Scene *scene) {
        count(scene != nullptr && scene->id == taken.scene, "taken: of the scene itself");
        count(scene == nullptr || scene->id != taken.scene, "taken: of a scene before");
    }
    void look_closer(const GaugeWithin &gauge, const std::string &, const Scene *) {
        count(gauge.at_least && *gauge.at_least < kGaugeMin, "gauge: a limit below all");
        count(gauge.at_most && *gauge.at_most > kGaugeMax, "gauge: a limit above all");
        count(gauge.at_least && gauge.at_most, "gauge: two limits");
    }
    void look_closer(const TieIs &tie, const std::string &, const Scene *) {
        count(std::holds_alternative<TieStrength>(tie.state), "tie: strength asked for");
        count(std::holds_alternative<TieStatus>(tie.state), "tie: status asked for");
        count(std::holds_alternative<bool>(tie.state), "tie: stress asked for");
    }
    template <class Other>
    void look_closer(const Other &, const std::string &, const Scene *) {}

    void look_at(const Effects &effects, const std::string &where) {
        for (const Effect &effect : effects) {
            count(true, where + ": " + kEffectNames[effect.index()]);
            if (const auto *set = std::get_if<SetFlag>(&effect)) count(!set->value, "a flag cleared");
            if (const auto *move = std::get_if<MoveGauge>(&effect))
                count(std::abs(move->add) > 10, "a gauge driven to its end");
            if (const auto *tie = std::get_if<ChangeTie>(&effect)) {
                count(tie->strength.has_value(), "tie: strength changed");
                count(tie->status.has_value(), "tie: status changed");
                count(tie->stress.has_value(), "tie: stress changed");
                count(tie->flow.has_value(), "tie: flow changed");
            }
        }
    }

    void look_at(const Scene &scene) {
        count(scene.months > 0, "months on the way into a scene");
        count(!scene.on_enter.empty(), "effects on entering");
        look_at(scene.on_enter, "on_enter");
        for (const Paragraph &paragraph : scene.text) look_at(paragraph.when, "text", &scene);
        count(true, kInteractionNames[scene.interaction.index()]);
        std::visit([&](const auto &interaction) { look_inside(interaction, scene); }, scene.interaction);
        for (const Consequence &consequence : scene.after) {
            look_at(consequence.when, "after", &scene);
            look_at(consequence.effects, "after");
        }
        for (const Transition &transition : scene.next) look_at(transition.when, "next", &scene);
        count(scene.next.size() > 2, "three ways or more");
    }

    void look_inside(const ReadOn &, const Scene &) {}
    void look_inside(const ChooseOne &choice, const Scene &scene) { look_at(choice.options, scene); }
    void look_inside(const ChooseMany &choice, const Scene &scene) {
        look_at(choice.items, scene);
        count(choice.budget.has_value(), "choose_many: budget");
        count(!choice.budget.has_value(), "choose_many: no budget");
        count(choice.min > 0, "choose_many: min");
        count(choice.max.has_value(), "choose_many: max");
        for (const Option &item : choice.items) {
            int losses = 0;
            for (std::size_t i = 0; i < kFigureCount; ++i) losses += figure(item.credit, i) < 0 ? 1 : 0;
            count(losses > 1, "choose_many: losses on several figures at once");
            count(value_of<Profession>(item.group, kProfessionWords).has_value(), "choose_many: a profession's group");
        }
    }
    void look_inside(const AssignGrid &grid, const Scene &) {
        count(grid.kind == GridKind::role_split, "grid: role split");
        count(grid.kind == GridKind::sharing, "grid: sharing");
        count(grid.cells.size() < grid.rows.size() * grid.columns.size(), "grid: a place without a cell");
        for (const GridCell &cell : grid.cells) {
            const bool lead = std::count(cell.accept.begin(), cell.accept.end(), Mark::lead) > 0;
            const bool support = std::count(cell.accept.begin(), cell.accept.end(), Mark::support) > 0;
            count(lead && support && !cell.credit.is_zero(), "grid: support earns half");
        }
        for (const auto &[mark, credit] : grid.costs) {
            int figures = 0;
            for (std::size_t i = 0; i < kPointCount; ++i) figures += credit.points[i] > 0 ? 1 : 0;
            count(figures > 1, "grid: costs on several points");
        }
    }
    void look_inside(const OrderSteps &order, const Scene &) {
        count(order.steps.size() == 3, "order: three steps");
        count(order.steps.size() == 4, "order: four steps");
    }
    void look_at(const std::vector<Option> &options, const Scene &scene) {
        for (const Option &option : options) {
            look_at(option.when, "option", &scene);
            look_at(option.effects, "option");
            count(!option.tags.empty(), "tag consult");
            count(option.profession.has_value(), "profession of an option");
        }
    }

    Counts &counts_;
};

// Every kind that each place can ask about or bring about.
std::vector<std::string> wanted_kinds() {
    std::vector<std::string> wanted(kInteractionNames.begin(), kInteractionNames.end());
    for (const char *where : {"option", "after", "next", "text", "ending text"})
        for (const char *kind : kConditionNames) wanted.push_back(std::string(where) + ": " + kind);
    for (const char *where : {"on_enter", "option", "after"})
        for (const char *kind : kEffectNames) wanted.push_back(std::string(where) + ": " + kind);
    return wanted;
}

} // namespace

TEST_CASE("generated scenarios hold every interaction, condition and effect, and every corner of them") {
    Counts counts;
    for (std::uint64_t seed = 1; seed <= kGeneratedScenarios; ++seed) Census(random_scenario(seed), counts);
    for (const std::string &kind : wanted_kinds()) counts[kind] += 0; // what never came up is to be seen below
    CHECK(counts.size() > 90);
    for (const auto &[what, count] : counts) {
        CAPTURE(what);
        CHECK(count >= 20);
    }
}

TEST_CASE("all answers: each once") {
    CHECK(all_answers(ReadOn{}).size() == 1);
    CHECK(all_answers(choose_one({option("a"), option("b"), option("c")})).size() == 3);
    CHECK(all_answers(choose_many({option("a"), option("b"), option("c")})).size() == 8);
    CHECK(all_answers(order_steps({"a", "b", "c", "d"}, {})).size() == 24);
    for (const GridKind kind : {GridKind::role_split, GridKind::sharing}) {
        const AssignGrid made = grid(kind, {"a", "b"}, {"n", "o"}, {});
        std::set<std::vector<Mark>> seen;
        const auto answers = all_answers(made);
        for (const Answer &answer : answers) {
            std::vector<Mark> marks;
            for (const GridRow &row : made.rows)
                for (const GridColumn &column : made.columns)
                    marks.push_back(mark_at(std::get<GridAnswer>(answer), kind, row.id, column.id));
            seen.insert(marks);
        }
        CHECK(answers.size() == (kind == GridKind::role_split ? 81 : 256));
        CHECK(seen.size() == answers.size());
    }
}
