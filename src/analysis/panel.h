#pragma once

#include <optional>
#include <vector>

#include "analysis/disagreement.h"

namespace tsunagi::analysis {

/// From so many votes on, opinions may be added up; below that they are only shown, with names.
inline constexpr int kPanelVotes = 10;

/// Credit as a fraction, unreduced: votes for this alternative of votes for the one most chosen.
struct PanelCredit {
    int votes = 0;
    int modal = 0;
};

/// What each alternative is worth by the judgement of a panel: the aggregate scoring of script concordance tests
/// (Charlin, Roy, Brailovsky, Goulet and van der Vleuten 2000), votes / votes of the modal alternative. Nothing with
/// fewer than ten votes.
[[nodiscard]] std::optional<std::vector<PanelCredit>> panel_credit(const Votes &votes);

} // namespace tsunagi::analysis
