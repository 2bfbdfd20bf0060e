#include "analysis/story.h"

#include <algorithm>
#include <utility>

namespace tsunagi::analysis {

using namespace model;

namespace {

Story::SceneCode scene_code(const Scene &scene, const Scenario &scenario, const Story &story) {
    const StateCode &code = story.code;
    Story::SceneCode made{&scene, no_change(code), {}, {}, {}, no_change(code), {}, {}, Live(code), {}};

    put_bit(made.enter, code.bit_of(SceneVisited{scene.id}), true);
    Effects entering = {AdvanceMonths{scene.months}};
    entering.insert(entering.end(), scene.on_enter.begin(), scene.on_enter.end());
    made.enter = then(made.enter, change_of(entering, code));

    for (const int bit : code.answer_bits(scene.id)) put_bit(made.base, bit, false);
    for (std::size_t adder = 0; adder < code.adders(); ++adder)
        if (code.is_of_one_scene(adder, scene.id)) made.base.adders[adder] = {true, 0};

    if (const std::vector<Option> *options = options_of(scene.interaction)) {
        for (std::size_t i = 0; i < options->size(); ++i) {
            const Option &option = (*options)[i];
            const OptionTaken taken{scene.id, option.id};
            Change change = no_change(code);
            put_bit(change, code.bit_of(taken), true);
            for (std::size_t adder = StateCode::kMonths + 1; adder < code.adders(); ++adder)
                change.adders[adder].value = code.weight_in(adder, taken);
            made.option_changes.push_back(then(change, change_of(option.effects, code)));
            if (option.when.is_always()) continue;
            made.conditional.push_back(i);
            made.conditions.emplace_back(option.when, code);
        }
    }
    for (const Consequence &consequence : scene.after)
        made.after.push_back({CompiledCondition(consequence.when, code), change_of(consequence.effects, code), false});
    for (const Transition &transition : scene.next) {
        const auto ending = std::find_if(scenario.endings.begin(), scenario.endings.end(), [&](const Ending &each) {
            return transition.ending && each.id == *transition.ending;
        });
        const std::size_t target = transition.scene ? story.scene_index.at(*transition.scene)
                                                    : static_cast<std::size_t>(ending - scenario.endings.begin());
        made.next.push_back({CompiledCondition(transition.when, code), !transition.scene, target});
        if (transition.when.is_always()) break;
    }
    return made;
}

// Depth first from the start; a scene comes before everything it leads to. False when some way leads back.
bool put_in_order(Story &story) {
    enum class Mark { fresh, open, done };
    std::vector<Mark> marks(story.scenes.size(), Mark::fresh);
    std::vector<std::pair<std::size_t, std::size_t>> path = {{story.start, 0}}; // scene, next way to follow
    marks[story.start] = Mark::open;
    while (!path.empty()) {
        const std::size_t scene = path.back().first;
        const std::vector<Story::Way> &next = story.scenes[scene].next;
        if (path.back().second == next.size()) {
            marks[scene] = Mark::done;
            story.order.push_back(scene);
            path.pop_back();
            continue;
        }
        const Story::Way &way = next[path.back().second++];
        if (way.is_ending) continue;
        if (marks[way.target] == Mark::open) return false;
        if (marks[way.target] == Mark::fresh) {
            marks[way.target] = Mark::open;
            path.emplace_back(way.target, 0);
        }
    }
    std::reverse(story.order.begin(), story.order.end());
    return true;
}

// What was live before a decision whose options may each be taken or not, in their order.
Live before_items(const Story::SceneCode &scene, Live live) {
    for (std::size_t i = scene.option_changes.size(); i-- > 0;) live.join(live.before(scene.option_changes[i]));
    return live;
}

Live before_options(const Story::SceneCode &scene, const Live &after, const StateCode &code) {
    Live live(code);
    for (const Change &change : scene.option_changes) live.join(after.before(change));
    return live;
}

void find_live(Story &story, std::size_t index) {
    Story::SceneCode &scene = story.scenes[index];
    Live live(story.code);
    for (const Story::Way &way : scene.next) {
        live.add_reading(way.when);
        if (way.is_ending) continue;
        const Story::SceneCode &follower = story.scenes[way.target];
        live.join(follower.at_decision.before(follower.enter));
    }
    scene.at_after.assign(scene.after.size() + 1, live);
    for (std::size_t i = scene.after.size(); i-- > 0;) {
        Story::Guarded &consequence = scene.after[i];
        Change heard = consequence.change;
        live.forget_dead(heard);
        consequence.is_silent = heard == no_change(story.code);
        if (consequence.is_silent) {
            scene.at_after[i] = live;
            continue;
        }
        Live before = live.before(consequence.change);
        if (!consequence.when.is_always()) before.join(live);
        before.add_reading(consequence.when);
        live = before;
        scene.at_after[i] = live;
    }
    if (std::holds_alternative<ChooseOne>(scene.scene->interaction))
        live = before_options(scene, live, story.code);
    else if (std::holds_alternative<ChooseMany>(scene.scene->interaction))
        live = before_items(scene, live);
    live = live.before(scene.base);
    for (const CompiledCondition &condition : scene.conditions) live.add_reading(condition);
    scene.at_decision = live;
    scene.at_decision.seal();
    for (Live &each : scene.at_after) each.seal();
}

} // namespace

base::Result<Story> Story::of(const Scenario &scenario) {
    Story story{StateCode(scenario), {}, {}, {}, 0};
    for (std::size_t i = 0; i < scenario.scenes.size(); ++i) story.scene_index.emplace(scenario.scenes[i].id, i);
    story.start = story.scene_index.at(scenario.start_scene);
    for (const Scene &scene : scenario.scenes) story.scenes.push_back(scene_code(scene, scenario, story));
    if (!put_in_order(story)) return base::Error{"analysis-cycle", scenario.id.value};
    for (std::size_t i = story.order.size(); i-- > 0;) find_live(story, story.order[i]);
    return story;
}

} // namespace tsunagi::analysis
