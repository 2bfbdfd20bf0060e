#include "app/analysis_job.h"

#include <exception>
#include <new>
#include <utility>

namespace tsunagi::app {

AnalysisJob::AnalysisJob(Explore explore, std::function<void()> wake)
    : explore_(std::move(explore)), wake_(std::move(wake)) {}

AnalysisJob::~AnalysisJob() { stop(); }

void AnalysisJob::start(std::shared_ptr<const model::Scenario> scenario) {
    stop();
    scenario_ = std::move(scenario);
    is_cancelled_ = false;
    is_done_ = false;
    part_done_ = 0.0F;
    is_under_way_ = true;
    try {
        thread_ = std::thread([this] { run(); });
    } catch (const std::exception &failure) { // the system gives no more threads
        result_ = base::Error{"analysis-failed", failure.what()};
        is_done_ = true;
    }
}

// An exception out of a thread would end the program; a case that needs more memory than there is is too large.
void AnalysisJob::run() {
    try {
        result_ = explore_(*scenario_, [this](double done) {
            part_done_ = static_cast<float>(done);
            return !is_cancelled_;
        });
    } catch (const std::bad_alloc &) {
        result_ = base::Error{"analysis-too-large", "memory"};
    } catch (const std::exception &failure) {
        result_ = base::Error{"analysis-failed", failure.what()};
    }
    is_done_ = true;
    if (wake_) wake_();
}

void AnalysisJob::cancel() {
    is_cancelled_ = true;
    is_under_way_ = false;
}

void AnalysisJob::stop() {
    cancel();
    wait();
    result_.reset();
    scenario_.reset();
}

void AnalysisJob::wait() {
    if (thread_.joinable()) thread_.join();
}

base::Result<analysis::Courses> AnalysisJob::take() {
    wait();
    is_under_way_ = false;
    base::Result<analysis::Courses> taken = std::move(*result_);
    result_.reset();
    return taken;
}

} // namespace tsunagi::app
