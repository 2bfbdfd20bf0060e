#include "content/scenario_walk.h"

#include "content/json_pointer.h"

namespace tsunagi::content {

using namespace model;

namespace {

void visit_leaves(const Condition &condition, const std::string &pointer, const Place &place,
                  const OnCondition &on_condition) {
    if (condition.is_always()) return;
    if (const auto *all = std::get_if<AllOf>(&condition.node)) {
        for (std::size_t i = 0; i < all->parts.size(); ++i)
            visit_leaves(all->parts[i], at(pointer, "all", i), place, on_condition);
    } else if (const auto *any = std::get_if<AnyOf>(&condition.node)) {
        for (std::size_t i = 0; i < any->parts.size(); ++i)
            visit_leaves(any->parts[i], at(pointer, "any", i), place, on_condition);
    } else if (const auto *negated = std::get_if<NotOf>(&condition.node)) {
        for (const Condition &part : negated->part) visit_leaves(part, at(pointer, "not"), place, on_condition);
    } else {
        on_condition(condition, pointer, place);
    }
}

// Anything in a list that has a `when`.
template <class List>
void visit_list(const List &list, const std::string &pointer, const Place &place, const OnCondition &on_condition) {
    for (std::size_t i = 0; i < list.size(); ++i)
        visit_leaves(list[i].when, at(pointer, i, "when"), place, on_condition);
}

void visit_effects(const Effects &effects, const std::string &pointer, const OnEffect &on_effect) {
    for (std::size_t i = 0; i < effects.size(); ++i) on_effect(effects[i], at(pointer, i));
}

} // namespace

void for_each_condition(const Scenario &scenario, const OnCondition &on_condition) {
    for (std::size_t i = 0; i < scenario.scenes.size(); ++i) {
        const Scene &scene = scenario.scenes[i];
        const std::string pointer = scene_pointer(i);
        const Place before{&scene, nullptr, false};
        const Place after{&scene, nullptr, true};
        visit_list(scene.text, at(pointer, "text"), before, on_condition);
        if (const auto *options = options_of(scene.interaction))
            visit_list(*options, at(pointer, "interaction", options_member(scene.interaction)), before, on_condition);
        visit_list(scene.after, at(pointer, "after"), after, on_condition);
        visit_list(scene.next, at(pointer, "next"), after, on_condition);
    }
    for (std::size_t i = 0; i < scenario.endings.size(); ++i)
        visit_list(scenario.endings[i].text, at("", "endings", i, "text"), Place{nullptr, &scenario.endings[i], true},
                   on_condition);
}

void for_each_effect(const Scenario &scenario, const OnEffect &on_effect) {
    for (std::size_t i = 0; i < scenario.scenes.size(); ++i) {
        const Scene &scene = scenario.scenes[i];
        const std::string pointer = scene_pointer(i);
        visit_effects(scene.on_enter, at(pointer, "on_enter"), on_effect);
        if (const auto *options = options_of(scene.interaction))
            for (std::size_t k = 0; k < options->size(); ++k)
                visit_effects((*options)[k].effects,
                              at(pointer, "interaction", options_member(scene.interaction), k, "effects"), on_effect);
        for (std::size_t k = 0; k < scene.after.size(); ++k)
            visit_effects(scene.after[k].effects, at(pointer, "after", k, "effects"), on_effect);
    }
}

const char *options_member(const Interaction &interaction) {
    return std::holds_alternative<ChooseMany>(interaction) ? "items" : "options";
}

std::string scene_pointer(std::size_t index) { return at("", "scenes", index); }
std::string interaction_pointer(std::size_t index) { return at("", "scenes", index, "interaction"); }

} // namespace tsunagi::content
