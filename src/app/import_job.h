#pragma once

#include <atomic>
#include <functional>
#include <optional>
#include <thread>

#include "app/workshop_import.h"

namespace tsunagi::app {

/// Files being brought in by a thread of its own, at most one folder at a time. Only the thread that made the object
/// calls it.
class ImportJob {
  public:
    /// Brings the files in. Must not touch anything that the window's thread works with.
    using Work = std::function<base::Result<FolderImport>(const KeepGoing &)>;

    /// `wake` is called from the job's thread when it has come on or to its end; it may be empty.
    explicit ImportJob(std::function<void()> wake) : wake_(std::move(wake)) {}
    /// Stops the job and waits until it has let go.
    ~ImportJob() { stop(); }
    ImportJob(const ImportJob &) = delete;
    ImportJob &operator=(const ImportJob &) = delete;

    /// Begins; what still runs is stopped first, and waited for.
    void start(Work work);
    /// Asks the job to begin no further file. What it has done is still there to take.
    void cancel() { is_cancelled_ = true; }
    /// cancel, and waits until the thread has ended. Its result is gone.
    void stop();
    /// Waits until there is a result to take; at once when nothing runs.
    void wait();

    [[nodiscard]] bool is_under_way() const { return is_under_way_; }
    [[nodiscard]] bool has_result() const { return is_under_way_ && is_done_; }
    [[nodiscard]] int done() const { return done_; }
    [[nodiscard]] int all() const { return all_; }
    /// Hands over the result; has_result() must be true.
    [[nodiscard]] base::Result<FolderImport> take();

  private:
    std::function<void()> wake_;
    std::optional<base::Result<FolderImport>> result_; ///< the thread's until is_done_
    std::atomic<bool> is_cancelled_{false};
    std::atomic<bool> is_done_{false};
    std::atomic<int> done_{0};
    std::atomic<int> all_{0};
    bool is_under_way_ = false;
    std::thread thread_;
};

} // namespace tsunagi::app
