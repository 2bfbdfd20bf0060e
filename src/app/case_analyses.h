#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/analysis_job.h"
#include "view/debrief_view.h"

namespace tsunagi::app {

/// What is known of the cases looked back on lately, by the hash of the case, and the job that finds out more.
class CaseAnalyses {
  public:
    CaseAnalyses(Explore explore, std::function<void()> wake) : job_(std::move(explore), std::move(wake)) {}

    /// Finds out about a case unless it is known or under way. What is under way for another case is dropped.
    void ask(const std::shared_ptr<const model::Scenario> &scenario, std::int64_t now_ms);
    /// Drops what is under way.
    void cancel();
    /// cancel, and waits until the thread has ended: nothing calls back afterwards.
    void stop() { job_.stop(); }
    /// Waits until what is under way has come to its end.
    void finish() {
        if (job_.is_under_way()) job_.wait();
    }

    [[nodiscard]] bool has_news() const { return job_.has_result(); }
    /// Takes over what the job has found. Nothing happens when there are no news. False when the job failed.
    [[nodiscard]] bool take_news();

    [[nodiscard]] bool is_under_way() const { return job_.is_under_way(); }
    [[nodiscard]] float part_done() const { return job_.part_done(); }
    /// When the job under way was begun.
    [[nodiscard]] std::int64_t since_ms() const { return since_ms_; }

    [[nodiscard]] view::AnalysisState state_of(const model::Scenario &scenario) const;
    /// Null while the state is not `ready`. Points into scenario_of(hash), which lives as long.
    [[nodiscard]] const analysis::Courses *courses_of(const std::string &hash) const;
    /// The copy of a case that its analysis points into; null for a case that is not known.
    [[nodiscard]] std::shared_ptr<const model::Scenario> scenario_of(const std::string &hash) const;

  private:
    struct Known {
        std::shared_ptr<const model::Scenario> scenario;
        std::optional<analysis::Courses> courses; ///< nothing: the case is too large
    };
    [[nodiscard]] const Known *find(const std::string &hash) const;

    std::vector<Known> known_; ///< the newest last
    AnalysisJob job_;
    std::int64_t since_ms_ = 0;
};

} // namespace tsunagi::app
