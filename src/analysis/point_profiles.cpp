#include "analysis/point_profiles.h"

namespace tsunagi::analysis {

using namespace model;

namespace {

void add_to(PointSums &sums, const PointSums &one) {
    sums.sessions += one.sessions;
    sums.decisions += one.decisions;
    for (PointIndex point = 0; point < kPointCount; ++point) {
        sums.earned[point] += one.earned[point];
        sums.available[point] += one.available[point];
    }
}

} // namespace

PointSums point_sums(const engine::Progress &progress) {
    PointSums sums;
    sums.sessions = 1;
    for (const engine::PlayedDecision &played : progress.played) {
        if (played.decision.is_given || std::holds_alternative<ReadOn>(played.scene->interaction)) continue;
        ++sums.decisions;
        for (PointIndex point = 0; point < kPointCount; ++point) {
            sums.earned[point] += played.earned.points[point];
            sums.available[point] += played.available.points[point];
        }
    }
    return sums;
}

PointProfileCounter::PointProfileCounter(const Scenario &scenario, const std::vector<Voice> &voices)
    : scenario_(scenario.id), hash_(scenario.hash) {
    profiles_.professions = professions_of(voices);
    profiles_.by_profession.resize(profiles_.professions.size());
    profiles_.by_voice.resize(voices.size());
    for (const Voice &voice : voices)
        profession_of_.push_back(profession_index(profiles_.professions, voice.profession));
}

void PointProfileCounter::add(std::size_t voice, const engine::Progress &progress) {
    if (progress.scenario->id == scenario_ && progress.scenario->hash == hash_) add(voice, point_sums(progress));
}

void PointProfileCounter::add(std::size_t voice, const PointSums &session) {
    if (voice >= profession_of_.size()) return;
    add_to(profiles_.by_voice[voice], session);
    add_to(profiles_.by_profession[profession_of_[voice]], session);
}

PointProfiles practice_point_profiles(const Scenario &scenario, const std::vector<Voice> &voices,
                                      const std::vector<VoiceRun> &runs) {
    PointProfileCounter counter(scenario, voices);
    for (const VoiceRun &run : runs) counter.add(run.voice, *run.progress);
    return counter.profiles();
}

} // namespace tsunagi::analysis
