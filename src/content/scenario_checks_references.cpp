#include <set>
#include <string>
#include <type_traits>

#include "content/json_pointer.h"
#include "content/scenario_checks.h"
#include "content/scenario_walk.h"

namespace tsunagi::content {

using namespace model;

namespace {

template <class List>
bool has_id(const List &list, const std::string &id) {
    for (const auto &item : list)
        if (item.id.value == id) return true;
    return false;
}

class ReferenceChecker {
  public:
    ReferenceChecker(const Scenario &scenario, const Handbook &handbook, JsonSource &source)
        : scenario_(scenario), handbook_(handbook), source_(source) {
        for (const Scene &scene : scenario.scenes) scenes_.insert(scene.id.value);
        for (const Ending &ending : scenario.endings) endings_.insert(ending.id.value);
        for (const Fact &fact : scenario.facts) facts_.insert(fact.id.value);
        for (const Flag &flag : scenario.flags) flags_.insert(flag.id.value);
        for (const Party &party : scenario.parties) parties_.insert(party.id.value);
        for (const Tie &tie : scenario.ties) ties_.insert(tie.id.value);
    }

    void check() {
        check_start_and_ties();
        for (std::size_t i = 0; i < scenario_.scenes.size(); ++i) {
            check_scene(scenario_.scenes[i], scene_pointer(i));
            check_interaction(scenario_.scenes[i].interaction, interaction_pointer(i));
        }
        for (std::size_t i = 0; i < scenario_.endings.size(); ++i)
            check_refs(scenario_.endings[i].refs, at("", "endings", i, "refs"));
        for_each_condition(scenario_, [this](const Condition &condition, const std::string &pointer, const Place &) {
            std::visit([&](const auto &node) { check_condition(node, pointer); }, condition.node);
        });
        for_each_effect(scenario_, [this](const Effect &effect, const std::string &pointer) {
            std::visit([&](const auto &node) { check_effect(node, pointer); }, effect);
        });
        check_handbook_course();
    }

  private:
    // An empty id was never read: the schema has said why. So has it for an id that is no id.
    void expect(bool is_known, const char *kind, const std::string &id, const std::string &pointer) {
        if (!is_known && !id.empty() && !source_.has_problem_at(pointer))
            source_.error(pointer, "unknown-id", {{"kind", kind}, {"id", id}});
    }

    template <class IdType>
    void expect_in(const std::set<std::string> &known, const char *kind, const IdType &id, const std::string &pointer) {
        expect(known.count(id.value) > 0, kind, id.value, pointer);
    }

    void check_handbook_id(const HandbookId &id, const std::string &pointer) {
        if (handbook_.entries.empty() || id.is_empty() || handbook_.find(id) != nullptr) return;
        if (!source_.has_problem_at(pointer)) source_.error(pointer, "unknown-ref", {{"id", id.value}});
    }

    void check_refs(const std::vector<HandbookId> &refs, const std::string &pointer) {
        for (std::size_t i = 0; i < refs.size(); ++i) check_handbook_id(refs[i], at(pointer, i));
    }

    void check_start_and_ties() {
        check_refs(scenario_.refs, "/refs");
        expect_in(scenes_, "scenes", scenario_.start_scene, "/start/scene");
        for (std::size_t i = 0; i < scenario_.start_facts.size(); ++i)
            expect_in(facts_, "facts", scenario_.start_facts[i], at("", "start", "facts", i));
        for (std::size_t i = 0; i < scenario_.facts.size(); ++i)
            check_handbook_id(scenario_.facts[i].ref, at("", "facts", i, "ref"));
        for (std::size_t i = 0; i < scenario_.ties.size(); ++i) {
            expect_in(parties_, "parties", scenario_.ties[i].from, at("", "ties", i, "from"));
            expect_in(parties_, "parties", scenario_.ties[i].to, at("", "ties", i, "to"));
        }
    }

    void check_scene(const Scene &scene, const std::string &pointer) {
        // A word that is no step or function at all is the schema's matter; this is for handbook data that lacks one.
        check_handbook_id(scene.step, at(pointer, "step"));
        check_refs(scene.functions, at(pointer, "functions"));
        for (std::size_t i = 0; i < scene.next.size(); ++i) {
            const Transition &next = scene.next[i];
            if (next.scene) expect_in(scenes_, "scenes", *next.scene, at(pointer, "next", i, "scene"));
            if (next.ending) expect_in(endings_, "endings", *next.ending, at(pointer, "next", i, "ending"));
        }
    }

    void check_interaction(const Interaction &interaction, const std::string &pointer) {
        if (const auto *options = options_of(interaction))
            for (std::size_t i = 0; i < options->size(); ++i)
                check_refs((*options)[i].refs, at(pointer, options_member(interaction), i, "refs"));
        if (const auto *grid = std::get_if<AssignGrid>(&interaction)) {
            for (std::size_t i = 0; i < grid->rows.size(); ++i)
                check_refs(grid->rows[i].refs, at(pointer, "rows", i, "refs"));
            for (std::size_t i = 0; i < grid->cells.size(); ++i) {
                const GridCell &cell = grid->cells[i];
                expect(has_id(grid->rows, cell.row.value), "rows", cell.row.value, at(pointer, "cells", i, "row"));
                expect(has_id(grid->columns, cell.column.value), "columns", cell.column.value,
                       at(pointer, "cells", i, "column"));
            }
        }
        if (const auto *order = std::get_if<OrderSteps>(&interaction)) {
            for (std::size_t i = 0; i < order->steps.size(); ++i)
                check_refs(order->steps[i].refs, at(pointer, "steps", i, "refs"));
            for (std::size_t i = 0; i < order->precedences.size(); ++i) {
                const Precedence &precedence = order->precedences[i];
                expect(has_id(order->steps, precedence.before.value), "steps", precedence.before.value,
                       at(pointer, "precedences", i, "before"));
                expect(has_id(order->steps, precedence.after.value), "steps", precedence.after.value,
                       at(pointer, "precedences", i, "after"));
            }
        }
    }

    /// The interaction of a scene that a condition names; reports the scene when there is none.
    const Interaction *interaction_of(const SceneId &id, const std::string &pointer) {
        expect_in(scenes_, "scenes", id, pointer);
        const Scene *scene = scenario_.find_scene(id);
        return scene == nullptr ? nullptr : &scene->interaction;
    }

    void check_taken(const OptionTaken &taken, const std::string &pointer) {
        const Interaction *interaction = interaction_of(taken.scene, pointer);
        if (interaction == nullptr) return;
        const auto *options = options_of(*interaction);
        expect(options != nullptr && has_id(*options, taken.option.value), "options", taken.option.value, pointer);
    }

    void check_condition(const FactKnown &node, const std::string &pointer) {
        expect_in(facts_, "facts", node.fact, at(pointer, "fact"));
    }
    void check_condition(const FlagIsSet &node, const std::string &pointer) {
        expect_in(flags_, "flags", node.flag, at(pointer, "flag"));
    }
    void check_condition(const OptionTaken &node, const std::string &pointer) {
        check_taken(node, at(pointer, "taken"));
    }
    void check_condition(const CountTaken &node, const std::string &pointer) {
        for (std::size_t i = 0; i < node.options.size(); ++i) check_taken(node.options[i], at(pointer, "count", i));
    }
    void check_condition(const MarkIs &node, const std::string &pointer) {
        const Interaction *interaction = interaction_of(node.scene, at(pointer, "mark"));
        if (interaction == nullptr) return;
        const auto *grid = std::get_if<AssignGrid>(interaction);
        expect(grid != nullptr && has_id(grid->rows, node.row.value), "rows", node.row.value, at(pointer, "mark"));
        expect(grid != nullptr && has_id(grid->columns, node.column.value), "columns", node.column.value,
               at(pointer, "mark"));
    }
    void check_condition(const OrderedBefore &node, const std::string &pointer) {
        const Interaction *interaction = interaction_of(node.scene, at(pointer, "ordered"));
        if (interaction == nullptr) return;
        const auto *order = std::get_if<OrderSteps>(interaction);
        for (const OptionId &step : {node.before, node.after})
            expect(order != nullptr && has_id(order->steps, step.value), "steps", step.value, at(pointer, "ordered"));
    }
    void check_condition(const SceneVisited &node, const std::string &pointer) {
        expect_in(scenes_, "scenes", node.scene, at(pointer, "visited"));
    }
    void check_condition(const TieIs &node, const std::string &pointer) {
        expect_in(ties_, "ties", node.tie, at(pointer, "tie"));
    }
    // The rest names nothing.
    template <class Node>
    void check_condition(const Node &, const std::string &) {}

    void check_effect(const LearnFact &node, const std::string &pointer) {
        expect_in(facts_, "facts", node.fact, at(pointer, "learn"));
    }
    void check_effect(const SetFlag &node, const std::string &pointer) {
        expect_in(flags_, "flags", node.flag, at(pointer, node.value ? "set" : "clear"));
    }
    void check_effect(const ChangeTie &node, const std::string &pointer) {
        expect_in(ties_, "ties", node.tie, at(pointer, "tie"));
    }
    template <class Node>
    void check_effect(const Node &, const std::string &) {}

    void check_handbook_course() {
        expect_in(endings_, "endings", scenario_.handbook_course.ending, "/handbook_course/ending");
        for (std::size_t i = 0; i < scenario_.handbook_course.decisions.size(); ++i)
            expect_in(scenes_, "scenes", scenario_.handbook_course.decisions[i].scene,
                      at("/handbook_course", "decisions", i, "scene"));
    }

    const Scenario &scenario_;
    const Handbook &handbook_;
    JsonSource &source_;
    std::set<std::string> scenes_, endings_, facts_, flags_, parties_, ties_;
};

} // namespace

void check_references(const Scenario &scenario, const Handbook &handbook, JsonSource &source) {
    ReferenceChecker(scenario, handbook, source).check();
}

} // namespace tsunagi::content
