#pragma once

#include <string>
#include <vector>

#include "analysis/cohort.h"
#include "model/workshop.h"
#include "report/parts.h"

namespace tsunagi::report {

/// Runs that are laid side by side.
struct WorkshopHandout {
    /// Null: runs put together without a workshop. Then there are no team decisions, notes and minutes.
    const model::Workshop *workshop = nullptr;
    std::vector<Run> runs;               ///< at least one; all of one text of one case; finished or not
    std::vector<analysis::Voice> voices; ///< whose each run is, in the same order
    std::string date;                    ///< of the workshop
};

/// Whose each run is, in the same order: its group in the workshop (in a panel the member, by nickname); without a
/// workshop the group that was typed, or the nickname where there is none.
[[nodiscard]] std::vector<analysis::Voice> voices_of(const std::vector<Run> &runs, const model::Workshop *workshop);

/// The handout of a workshop as a page that stands alone. Decisions stand in the order of the differences between
/// professions (decision 0012). One run is one vote. What nobody was asked is left out of every comparison.
[[nodiscard]] std::string workshop_html(const WorkshopHandout &handout, const Words &words);

} // namespace tsunagi::report
