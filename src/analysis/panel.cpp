#include "analysis/panel.h"

#include <algorithm>
#include <numeric>

namespace tsunagi::analysis {

std::optional<std::vector<PanelCredit>> panel_credit(const Votes &votes) {
    if (std::accumulate(votes.begin(), votes.end(), 0) < kPanelVotes) return std::nullopt;
    const int modal = *std::max_element(votes.begin(), votes.end());
    std::vector<PanelCredit> credits;
    for (const int count : votes) credits.push_back({count, modal});
    return credits;
}

} // namespace tsunagi::analysis
