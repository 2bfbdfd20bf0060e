#pragma once

#include <array>
#include <cstddef>
#include <optional>

#include "analysis/courses.h"
#include "analysis/state_code.h"

namespace tsunagi::analysis {

/// Counts the work of an analysis against its budget, and asks now and then whether to go on. Once it has said no, it
/// always does.
class Meter {
  public:
    /// `reading` is what must be gone through once the rest is done: it has no limit of its own.
    enum class Limit { live_states, transitions, answer_steps, changes, scores, reading };

    Meter(const Budget &budget, const KeepGoing &keep_going);

    /// Work on states of this many words is dearer: everything but live states counts so many times.
    void set_words(std::size_t words);
    /// How far the analysis is, 0 to 1.
    void set_done(double done) { done_ = done; }

    /// False when that is more than what is left, or when the analysis is to stop.
    [[nodiscard]] bool spend(Limit limit, std::size_t amount = 1);
    /// Makes the analysis one that is too large; for what cannot be counted beforehand.
    void exceed(Limit limit);

    /// Why it stopped: "analysis-too-large" (detail: the limit's word), "analysis-stopped"; nothing while it goes on.
    [[nodiscard]] const std::optional<base::Error> &fault() const { return fault_; }

  private:
    std::array<std::size_t, 6> left_;
    const KeepGoing &keep_going_;
    std::size_t cost_ = 1;
    std::size_t until_call_ = 0;
    double done_ = 0.0;
    std::optional<base::Error> fault_;
};

} // namespace tsunagi::analysis
