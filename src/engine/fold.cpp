#include "engine/fold.h"

namespace tsunagi::engine {

using namespace model;

namespace {

void enter(Progress &progress, const Scene &scene) {
    progress.on_enter.clear();
    progress.state.visited.push_back(scene.id);
    apply({AdvanceMonths{scene.months}}, scene.id, progress.state, progress.on_enter);
    apply(scene.on_enter, scene.id, progress.state, progress.on_enter);
    progress.scene = &scene;
    progress.text = visible_text(scene.text, progress.state);
}

void finish(Progress &progress, const Ending &ending) {
    progress.on_enter.clear();
    progress.scene = nullptr;
    progress.ending = &ending;
    progress.text = visible_text(ending.text, progress.state);
}

void take_option(const Option &option, const SceneId &scene, State &state, PlayedDecision &played) {
    if (!option.consequence.empty()) played.consequences.push_back(option.consequence);
    apply(option.effects, scene, state, played.changes);
}

void take_options(const Scene &scene, const Answer &answer, State &state, PlayedDecision &played) {
    const auto is_taken = [&](const OptionId &id) { return holds({OptionTaken{scene.id, id}}, state); };
    const std::vector<Option> *options = nullptr;
    if (const auto *one = std::get_if<ChooseOne>(&scene.interaction)) options = &one->options;
    if (const auto *many = std::get_if<ChooseMany>(&scene.interaction)) options = &many->items;
    if (options == nullptr || std::holds_alternative<ReadAnswer>(answer)) return;
    for (const Option &option : *options)
        if (is_taken(option.id)) take_option(option, scene.id, state, played);
}

std::set<OptionId> unavailable_options(const Scene &scene, const State &state) {
    std::set<OptionId> unavailable;
    const auto collect = [&](const std::vector<Option> &options) {
        for (const Option &option : options)
            if (!is_available(option, state)) unavailable.insert(option.id);
    };
    if (const auto *one = std::get_if<ChooseOne>(&scene.interaction)) collect(one->options);
    if (const auto *many = std::get_if<ChooseMany>(&scene.interaction)) collect(many->items);
    return unavailable;
}

void go_on(Progress &progress, const Scene &scene) {
    for (const Transition &transition : scene.next) {
        if (!holds(transition.when, progress.state)) continue;
        if (transition.scene)
            enter(progress, *progress.scenario->find_scene(*transition.scene));
        else
            finish(progress, *progress.scenario->find_ending(*transition.ending));
        return;
    }
}

} // namespace

Progress begin(const Scenario &scenario) {
    Progress progress;
    progress.scenario = &scenario;
    progress.state = initial_state(scenario);
    enter(progress, *scenario.find_scene(scenario.start_scene));
    return progress;
}

base::Status commit(Progress &progress, const Decision &decision) {
    if (progress.is_over()) return base::Error{"replay-over", decision.scene.value};
    const Scene &scene = *progress.scene;
    if (decision.scene != scene.id)
        return base::Error{"replay-scene", decision.scene.value + " (" + scene.id.value + ")"};
    if (const auto fault = answer_fault(scene.interaction, decision.answer, progress.state))
        return base::Error{"replay-answer", scene.id.value + ": " + std::string(word_of(*fault, kAnswerFaultWords))};

    PlayedDecision played;
    played.scene = &scene;
    played.decision = decision;
    played.text = progress.text;
    played.unavailable = unavailable_options(scene, progress.state);
    played.month = progress.state.months;
    played.on_enter = progress.on_enter;
    if (!decision.is_given) {
        played.earned = earned_credit(scene.interaction, decision.answer);
        played.available = available_credit(scene.interaction, progress.state);
    }

    progress.state.answers[scene.id] = decision.answer;
    take_options(scene, decision.answer, progress.state, played);
    for (const Consequence &consequence : scene.after) {
        if (!holds(consequence.when, progress.state)) continue;
        if (!consequence.text.empty()) played.consequences.push_back(consequence.text);
        apply(consequence.effects, scene.id, progress.state, played.changes);
    }
    played.state_after = progress.state;
    progress.played.push_back(std::move(played));
    go_on(progress, scene);
    return {};
}

base::Result<Progress> fold(const Scenario &scenario, const std::vector<Decision> &decisions) {
    Progress progress = begin(scenario);
    for (std::size_t i = 0; i < decisions.size(); ++i) {
        const base::Status status = commit(progress, decisions[i]);
        if (!status) return base::Error{status.error().code, std::to_string(i + 1) + ": " + status.error().detail};
    }
    return progress;
}

Progress before_next_scene(const Progress &progress) {
    Progress earlier = progress;
    if (earlier.played.empty()) return earlier;
    const PlayedDecision &last = earlier.played.back();
    earlier.state = last.state_after;
    earlier.scene = last.scene;
    earlier.ending = nullptr;
    earlier.text = last.text;
    earlier.on_enter.clear();
    return earlier;
}

} // namespace tsunagi::engine
