#include <algorithm>
#include <map>

#include "analysis/courses.h"
#include "engine/scoring.h"

namespace tsunagi::analysis {

using namespace model;

namespace {

// The most an answer to a scene could earn if every option were available.
Credit most_at(const Scene &scene) {
    Interaction interaction = scene.interaction;
    const auto open_all = [](std::vector<Option> &options) {
        for (Option &option : options) option.when = {};
    };
    if (auto *one = std::get_if<ChooseOne>(&interaction)) open_all(one->options);
    if (auto *many = std::get_if<ChooseMany>(&interaction)) open_all(many->items);
    return engine::available_credit(interaction, {});
}

using Most = std::array<int, kFigureCount + 1>; // the figures, then the overall score

// The most from a scene on, along any way that `next` names. Scenes lead forward only, so this ends.
const Most &most_from(const Scenario &scenario, const SceneId &id, std::map<SceneId, Most> &known) {
    const auto found = known.find(id);
    if (found != known.end()) return found->second;
    const Scene &scene = *scenario.find_scene(id);
    Most rest{};
    for (const Transition &transition : scene.next) {
        if (!transition.scene) continue;
        const Most &next = most_from(scenario, *transition.scene, known);
        for (std::size_t i = 0; i < rest.size(); ++i) rest[i] = std::max(rest[i], next[i]);
    }
    const Credit here = most_at(scene);
    for (std::size_t i = 0; i < kFigureCount; ++i) rest[i] += figure(here, i);
    rest[kFigureCount] += here.overall();
    return known.emplace(id, rest).first->second;
}

} // namespace

Bounds bounds_of(const Scenario &scenario) {
    std::map<SceneId, Most> known;
    const Most &most = most_from(scenario, scenario.start_scene, known);
    Bounds bounds;
    for (std::size_t i = 0; i < kPointCount; ++i) bounds.points[i] = most[i];
    for (std::size_t i = 0; i < kCellCount; ++i) bounds.cells[i] = most[kPointCount + i];
    bounds.overall = most[kFigureCount];
    return bounds;
}

} // namespace tsunagi::analysis
