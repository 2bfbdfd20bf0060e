#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "analysis/decision_parts.h"
#include "model/scenario.h"
#include "model/workshop.h"

namespace tsunagi::analysis {

/// Whose answers are compared with others': a group of a workshop, a member of a panel, or all of one profession.
struct Voice {
    model::GroupId group;
    std::string name;
    model::LearnerProfession profession = model::LearnerProfession::other;
    int members = 1; ///< for showing only: a session is one vote, whoever decided together
};

/// The professions of the voices, each once, in the order of their list.
[[nodiscard]] std::vector<model::LearnerProfession> professions_of(const std::vector<Voice> &voices);
/// The place of a profession in such a list; as many as it has when it is not in it.
[[nodiscard]] std::size_t profession_index(const std::vector<model::LearnerProfession> &professions,
                                           model::LearnerProfession profession);

/// How many sessions of a voice gave this answer.
struct AnswerCount {
    std::size_t voice = 0; ///< index into the voices
    model::Answer answer;
    int count = 1;
};

/// Votes in all, by profession and by voice.
struct Tally {
    int total = 0;
    std::vector<int> by_profession; ///< in the order of DecisionComparison::professions
    std::vector<int> by_voice;      ///< in the order of the voices
};

/// The voices with a vote in it, in their order.
[[nodiscard]] std::vector<std::size_t> voices_behind(const Tally &tally);

struct ComparedPart {
    decltype(PartShape::subject) subject;
    std::vector<Tally> alternatives; ///< in the order that the subject's type says
    bool is_counted = false;         ///< not a part that everybody left alone, nor one without votes
    double disagreement = 0.0;       ///< 0 to 1, see disagreement()
    double difference = 0.0;         ///< between professions, 0 to 1, see difference_between()

    /// Whether not all decided it alike.
    [[nodiscard]] bool is_split() const { return is_counted && disagreement > 0.0; }
};

/// A figure from 0 to 1 as orders compare it, to nine places: the last digits of a mean depend on the order of its
/// parts, and must not decide an order.
[[nodiscard]] long long ranked(double figure);

/// A task of a role split that some left to nobody, or put into several hands (engine::FindingKind nobody_owns and
/// two_leads).
struct RowFinding {
    const model::GridRow *row = nullptr;
    Tally nobody;
    Tally two_leads;
};

/// A safety flag that some raised: who did are the voices of that alternative.
struct RaisedFlag {
    const model::SafetyFlag *flag = nullptr;
    std::size_t part = 0;
    std::size_t alternative = 0;
};

/// The answers to one scene side by side. Points into the scene, which must outlive it.
struct DecisionComparison {
    const model::Scene *scene = nullptr;
    std::vector<model::LearnerProfession> professions; ///< professions_of the voices
    Tally votes;
    int left_out = 0; ///< answers that are none to this scene, which no vote is made of
    std::vector<ComparedPart> parts;
    double disagreement = 0.0;                   ///< 0 to 1: the mean over the parts that count
    double difference_between_professions = 0.0; ///< likewise
    std::vector<RowFinding> findings;            ///< rows with a finding, in the case's order
    std::vector<RaisedFlag> safety;              ///< in the case's order
};

/// Compares the answers to one scene by the formulas of decision 0012. The answers must have been given to this text of
/// the case: ids of another text may mean something else, so sessions with another hash are left out by the caller.
/// Given decisions are left out likewise. What names a voice that is not there, or counts nothing, is left out.
[[nodiscard]] DecisionComparison compare(const model::Scene &scene, const std::vector<Voice> &voices,
                                         const std::vector<AnswerCount> &answers);

using AnswersByScene = std::map<model::SceneId, std::vector<AnswerCount>>;

/// All decisions of a case side by side. Points into the scenario, which must outlive it.
struct Cohort {
    const model::Scenario *scenario = nullptr;
    std::vector<Voice> voices;
    std::vector<DecisionComparison> decisions; ///< of every scene where something is decided, in the case's order

    /// The comparison at a scene; null where nothing is decided.
    [[nodiscard]] const DecisionComparison *find(const model::SceneId &scene) const;
};

/// compare() for every scene; answers to scenes that the case does not have are left out. All answers must be of this
/// text of the case (Scenario::hash).
[[nodiscard]] Cohort compare_all(const model::Scenario &scenario, const std::vector<Voice> &voices,
                                 const AnswersByScene &answers);

/// Indices of Cohort::decisions: those with the greatest difference between professions first, of these those with the
/// greatest disagreement, then in the case's order. Figures that agree to nine places are alike.
[[nodiscard]] std::vector<std::size_t> order_by_difference(const Cohort &cohort);

inline constexpr std::size_t kScriptDecisions = 5;

/// The first five of that order with two votes or more, in the case's order. Fewer where fewer were decided.
[[nodiscard]] std::vector<std::size_t> five_decisions(const Cohort &cohort);

} // namespace tsunagi::analysis
