#include "engine/given.h"

namespace tsunagi::engine {

using namespace model;

std::optional<Decision> given_decision(const Progress &progress, const Asks &asks) {
    if (progress.is_over() || progress.scene == nullptr) return std::nullopt;
    const Scene &scene = *progress.scene;
    if (asks(scene.id) || std::holds_alternative<ReadOn>(scene.interaction)) return std::nullopt;
    // A case with a dead end leaves the story at the scene that was just decided: nothing more is given there.
    if (progress.state.answers.count(scene.id) > 0) return std::nullopt;
    const Decision *found = find_decision(progress.scenario->handbook_course.decisions, scene.id);
    if (found == nullptr) return std::nullopt;
    if (answer_fault(scene.interaction, found->answer, progress.state)) return std::nullopt;
    Decision given;
    given.scene = scene.id;
    given.answer = found->answer;
    given.is_given = true;
    return given;
}

std::vector<Decision> take_given(Progress &progress, const Asks &asks) {
    std::vector<Decision> taken;
    while (auto given = given_decision(progress, asks)) {
        if (!commit(progress, *given)) break;
        taken.push_back(std::move(*given));
    }
    return taken;
}

} // namespace tsunagi::engine
