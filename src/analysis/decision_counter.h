#pragma once

#include <cstddef>
#include <vector>

#include "analysis/cohort.h"
#include "model/decision.h"

namespace tsunagi::analysis {

/// Adds up answers to one scene one after another, so that none has to be kept: its size depends on the scene and on
/// the number of voices only. The scene must outlive it.
class DecisionCounter {
  public:
    DecisionCounter(const model::Scene &scene, const std::vector<Voice> &voices);

    /// Counts `count` sessions of a voice with this answer. See compare() for what is left out.
    void add(std::size_t voice, const model::Answer &answer, int count = 1);

    /// The comparison of what was added so far.
    [[nodiscard]] DecisionComparison comparison() const;

  private:
    [[nodiscard]] Tally tally(const std::vector<int> &counts, std::size_t stride, std::size_t slot) const;
    void count_leads(std::size_t voice, int count);
    void add_findings(DecisionComparison &compared) const;

    const model::Scene *scene_;
    std::vector<model::LearnerProfession> professions_;
    std::vector<std::size_t> profession_of_; ///< by voice: index into professions_
    std::vector<PartShape> parts_;
    std::vector<std::size_t> first_slot_; ///< by part: where its alternatives begin within a voice's slots
    std::size_t slots_ = 0;               ///< alternatives of all parts
    std::size_t rows_ = 0;                ///< tasks of a role split; 0 for all other scenes
    std::size_t columns_ = 0;
    std::vector<int> counts_;    ///< by voice, then by slot
    std::vector<int> votes_;     ///< by voice
    std::vector<int> nobody_;    ///< by voice, then by row
    std::vector<int> two_leads_; ///< by voice, then by row
    int left_out_ = 0;
    TakenAlternatives taken_; ///< of the answer being added; kept so that nothing is allocated for each
};

/// The same for all scenes of a case. The scenario must outlive it.
class CohortCounter {
  public:
    CohortCounter(const model::Scenario &scenario, std::vector<Voice> voices);

    /// Counts one answer to a scene; nothing when nothing is decided there.
    void add(const model::SceneId &scene, std::size_t voice, const model::Answer &answer, int count = 1);
    /// Counts one session: all its decisions except those that were given. It must have been played with this text of
    /// the case.
    void add_session(std::size_t voice, const std::vector<model::Decision> &decisions);

    [[nodiscard]] Cohort cohort() const;

  private:
    const model::Scenario *scenario_;
    std::vector<Voice> voices_;
    std::map<model::SceneId, std::size_t> index_;
    std::vector<DecisionCounter> counters_; ///< in the case's order
};

} // namespace tsunagi::analysis
