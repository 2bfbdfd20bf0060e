#include "view/workshop_team_view.h"

#include "view/answer_text.h"
#include "view/workshop_form.h"

namespace tsunagi::view {

using namespace model;
using i18n::Text;
using i18n::Texts;

TeamListView team_list_view(const Workshop &workshop, const Scenario &scenario, const Texts &texts) {
    TeamListView view;
    view.title = workshop.title;
    for (const Scene *scene : scenes_to_choose_from(scenario)) {
        if (!workshop.asks(scene->id)) continue;
        TeamRow row{scene->id, scene->title, {}};
        if (const Decision *decision = find_decision(workshop.team, scene->id)) {
            const std::string size = answer_size(scene->interaction, decision->answer, texts);
            const std::vector<std::string> lines = answer_lines(scene->interaction, decision->answer, texts);
            const std::string first = lines.empty() ? std::string() : lines.front();
            row.decided = texts.format(Text::workshop_team_decided, fmt::arg("answer", size.empty() ? first : size));
        }
        view.rows.push_back(std::move(row));
    }
    return view;
}

void set_team_decision(Workshop &workshop, Decision decision) {
    for (Decision &each : workshop.team)
        if (each.scene == decision.scene) {
            each = std::move(decision);
            return;
        }
    workshop.team.push_back(std::move(decision));
}

bool is_same_decision(const Scenario &scenario, const Decision *a, const Decision *b) {
    if (a == nullptr || b == nullptr) return a == b;
    const Scene *scene = scenario.find_scene(a->scene);
    return scene != nullptr && a->scene == b->scene && a->rationale == b->rationale &&
           is_same_answer(scene->interaction, a->answer, b->answer);
}

std::optional<engine::Progress> progress_at(const Scenario &scenario, const SceneId &scene) {
    engine::Progress progress = engine::begin(scenario);
    for (const Decision &decision : scenario.handbook_course.decisions) {
        if (progress.scene != nullptr && progress.scene->id == scene) return progress;
        if (!engine::commit(progress, decision)) return std::nullopt;
    }
    if (progress.scene != nullptr && progress.scene->id == scene) return progress;
    return std::nullopt;
}

TeamDecisionText team_decision_text(const Scenario &scenario, const Decision &decision, const Texts &texts) {
    TeamDecisionText text;
    if (const Scene *scene = scenario.find_scene(decision.scene))
        text.lines = answer_lines(scene->interaction, decision.answer, texts);
    text.reason = decision.rationale;
    return text;
}

} // namespace tsunagi::view
