#include "app/case_analyses.h"

#include <algorithm>
#include <utility>

namespace tsunagi::app {

namespace {

// An analysis takes some megabytes, and one looks back on few cases in a row.
constexpr std::size_t kMostKnown = 4;

} // namespace

const CaseAnalyses::Known *CaseAnalyses::find(const std::string &hash) const {
    const auto found =
        std::find_if(known_.begin(), known_.end(), [&](const Known &known) { return known.scenario->hash == hash; });
    return found == known_.end() ? nullptr : &*found;
}

void CaseAnalyses::ask(const std::shared_ptr<const model::Scenario> &scenario, std::int64_t now_ms) {
    if (find(scenario->hash) != nullptr) {
        cancel();
        return;
    }
    if (job_.is_under_way() && job_.scenario()->hash == scenario->hash) return;
    since_ms_ = now_ms;
    job_.start(scenario);
}

void CaseAnalyses::cancel() { job_.cancel(); }

bool CaseAnalyses::take_news() {
    if (!job_.has_result()) return true;
    std::shared_ptr<const model::Scenario> scenario = job_.scenario();
    base::Result<analysis::Courses> result = job_.take();
    if (!result && result.error().code != "analysis-too-large") return false;
    if (known_.size() >= kMostKnown) known_.erase(known_.begin());
    Known known{std::move(scenario), std::nullopt};
    if (result) known.courses = std::move(result).value();
    known_.push_back(std::move(known));
    return true;
}

view::AnalysisState CaseAnalyses::state_of(const model::Scenario &scenario) const {
    if (const Known *known = find(scenario.hash))
        return known->courses ? view::AnalysisState::ready : view::AnalysisState::too_large;
    const bool is_running = job_.is_under_way() && job_.scenario()->hash == scenario.hash;
    return is_running ? view::AnalysisState::running : view::AnalysisState::none;
}

const analysis::Courses *CaseAnalyses::courses_of(const std::string &hash) const {
    const Known *known = find(hash);
    return known != nullptr && known->courses ? &*known->courses : nullptr;
}

std::shared_ptr<const model::Scenario> CaseAnalyses::scenario_of(const std::string &hash) const {
    const Known *known = find(hash);
    return known == nullptr ? nullptr : known->scenario;
}

} // namespace tsunagi::app
