#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <thread>

#include "analysis/courses.h"
#include "base/result.h"
#include "model/scenario.h"

namespace tsunagi::app {

/// How a scenario is explored; tests put something slower in its place.
using Explore =
    std::function<base::Result<analysis::Courses>(const model::Scenario &scenario, const analysis::KeepGoing &)>;

/// One exact analysis in a thread of its own, at most one at a time. Only the thread that made the object calls it.
class AnalysisJob {
  public:
    /// `wake` is called from the job's thread when it has come to its end; it may be empty.
    AnalysisJob(Explore explore, std::function<void()> wake);
    /// Stops the job and waits until it has let go.
    ~AnalysisJob();
    AnalysisJob(const AnalysisJob &) = delete;
    AnalysisJob &operator=(const AnalysisJob &) = delete;

    /// Begins with `scenario` and keeps it alive. What still runs is stopped first, and waited for.
    void start(std::shared_ptr<const model::Scenario> scenario);
    /// Asks the job to stop; its result will not be taken. Does not wait.
    void cancel();
    /// cancel, and waits until the thread has ended.
    void stop();
    /// Waits until there is a result to take; at once when nothing runs.
    void wait();

    /// Started, not cancelled, and its result not taken.
    [[nodiscard]] bool is_under_way() const { return is_under_way_; }
    [[nodiscard]] bool has_result() const { return is_under_way_ && is_done_; }
    [[nodiscard]] float part_done() const { return part_done_; }
    [[nodiscard]] const std::shared_ptr<const model::Scenario> &scenario() const { return scenario_; }
    /// Hands over the result; has_result() must be true.
    [[nodiscard]] base::Result<analysis::Courses> take();

  private:
    void run();

    Explore explore_;
    std::function<void()> wake_;
    std::shared_ptr<const model::Scenario> scenario_;
    std::optional<base::Result<analysis::Courses>> result_; ///< the thread's until is_done_
    std::atomic<bool> is_cancelled_{false};
    std::atomic<bool> is_done_{false};
    std::atomic<float> part_done_{0.0F};
    bool is_under_way_ = false;
    std::thread thread_;
};

} // namespace tsunagi::app
