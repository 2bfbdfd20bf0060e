#include "analysis/cohort.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "analysis/decision_counter.h"

namespace tsunagi::analysis {

using namespace model;

long long ranked(double figure) { return std::llround(figure * 1e9); }

std::vector<LearnerProfession> professions_of(const std::vector<Voice> &voices) {
    std::vector<LearnerProfession> professions;
    for (const Voice &voice : voices) professions.push_back(voice.profession);
    std::sort(professions.begin(), professions.end());
    professions.erase(std::unique(professions.begin(), professions.end()), professions.end());
    return professions;
}

std::size_t profession_index(const std::vector<LearnerProfession> &professions, LearnerProfession profession) {
    return static_cast<std::size_t>(std::find(professions.begin(), professions.end(), profession) -
                                    professions.begin());
}

std::vector<std::size_t> voices_behind(const Tally &tally) {
    std::vector<std::size_t> voices;
    for (std::size_t i = 0; i < tally.by_voice.size(); ++i)
        if (tally.by_voice[i] > 0) voices.push_back(i);
    return voices;
}

DecisionComparison compare(const Scene &scene, const std::vector<Voice> &voices,
                           const std::vector<AnswerCount> &answers) {
    DecisionCounter counter(scene, voices);
    for (const AnswerCount &each : answers) counter.add(each.voice, each.answer, each.count);
    return counter.comparison();
}

const DecisionComparison *Cohort::find(const SceneId &scene) const {
    const auto found = std::find_if(decisions.begin(), decisions.end(),
                                    [&](const DecisionComparison &each) { return each.scene->id == scene; });
    return found == decisions.end() ? nullptr : &*found;
}

Cohort compare_all(const Scenario &scenario, const std::vector<Voice> &voices, const AnswersByScene &answers) {
    CohortCounter counter(scenario, voices);
    for (const auto &[scene, given] : answers)
        for (const AnswerCount &each : given) counter.add(scene, each.voice, each.answer, each.count);
    return counter.cohort();
}

std::vector<std::size_t> order_by_difference(const Cohort &cohort) {
    std::vector<std::size_t> order(cohort.decisions.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        const DecisionComparison &left = cohort.decisions[a];
        const DecisionComparison &right = cohort.decisions[b];
        const long long difference_left = ranked(left.difference_between_professions);
        const long long difference_right = ranked(right.difference_between_professions);
        if (difference_left != difference_right) return difference_left > difference_right;
        return ranked(left.disagreement) > ranked(right.disagreement);
    });
    return order;
}

std::vector<std::size_t> five_decisions(const Cohort &cohort) {
    std::vector<std::size_t> chosen;
    for (const std::size_t index : order_by_difference(cohort)) {
        if (chosen.size() == kScriptDecisions) break;
        if (cohort.decisions[index].votes.total >= 2) chosen.push_back(index);
    }
    std::sort(chosen.begin(), chosen.end());
    return chosen;
}

} // namespace tsunagi::analysis
