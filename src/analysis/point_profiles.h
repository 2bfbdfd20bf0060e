#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "analysis/cohort.h"
#include "engine/fold.h"

namespace tsunagi::analysis {

/// Credit added up over sessions, point by point. A sum of whole numbers; shares are the caller's matter.
struct PointSums {
    int sessions = 0;
    int decisions = 0; ///< that were asked: what is read and what was given do not count
    std::array<std::int64_t, model::kPointCount> earned{};
    std::array<std::int64_t, model::kPointCount> available{}; ///< on the paths taken
};

struct PointProfiles {
    std::vector<model::LearnerProfession> professions; ///< professions_of the voices
    std::vector<PointSums> by_profession;              ///< in the order of `professions`
    std::vector<PointSums> by_voice;                   ///< in the order of the voices
};

/// What one session adds, finished or not.
[[nodiscard]] PointSums point_sums(const engine::Progress &progress);

/// A session of a voice; the progress is only looked at.
struct VoiceRun {
    std::size_t voice = 0;
    const engine::Progress *progress = nullptr;
};

/// Adds up sessions one after another, so that none has to be kept.
class PointProfileCounter {
  public:
    PointProfileCounter(const model::Scenario &scenario, const std::vector<Voice> &voices);
    /// Adds one session, finished or not. Nothing for a voice that is not there, or a session played with another case
    /// or another text of this one.
    void add(std::size_t voice, const engine::Progress &progress);
    /// The same where the session's point_sums are all that was kept of it: it is of this text of the case.
    void add(std::size_t voice, const PointSums &session);
    [[nodiscard]] const PointProfiles &profiles() const { return profiles_; }

  private:
    model::ScenarioId scenario_;
    std::string hash_;
    std::vector<std::size_t> profession_of_; ///< by voice
    PointProfiles profiles_;
};

/// The practice points side by side: what each profession and each voice earned of what was available to it, over the
/// decisions it was asked.
[[nodiscard]] PointProfiles practice_point_profiles(const model::Scenario &scenario, const std::vector<Voice> &voices,
                                                    const std::vector<VoiceRun> &runs);

} // namespace tsunagi::analysis
