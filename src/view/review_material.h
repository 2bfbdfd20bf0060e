#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "analysis/cohort.h"
#include "analysis/point_profiles.h"
#include "i18n/texts.h"
#include "model/scenario.h"
#include "model/workshop.h"
#include "view/script_view.h"

namespace tsunagi::view {

/// With more voices than this, professions stand for them in tables, and the voices in a list below.
inline constexpr std::size_t kVoicesInTable = 12;

/// What the screens of a workshop's review are made from: its answers, counted once.
struct ReviewMaterial {
    model::Workshop workshop;
    std::shared_ptr<const model::Scenario> scenario; ///< the cohort points into it; null where the case is not here
    analysis::Cohort cohort;
    analysis::PointProfiles profiles;
    VoiceAnswers answers;                   ///< the groups' own; given decisions are left out
    std::vector<std::size_t> by_difference; ///< analysis::order_by_difference
    std::vector<std::string> other_case;    ///< who played with another text of the case: never mixed in
    std::vector<std::string> unreadable;    ///< whose session does not fit the case
    std::vector<std::string> not_begun;     ///< groups without a session
};

/// Names put together in one line.
[[nodiscard]] std::string joined(const std::vector<std::string> &names, const i18n::Texts &texts);

/// Who stands behind a tally: names by profession, or with more than kVoicesInTable voices how many of each
/// profession: "公認心理師 2/3・作業療法士 0/2" (`votes`: the decision's votes).
[[nodiscard]] std::string who_line(const analysis::Tally &tally, const analysis::Tally &votes,
                                   const std::vector<analysis::Voice> &voices, const i18n::Texts &texts);

/// A figure from 0 to 1 with two places.
[[nodiscard]] std::string figure_text(double figure);

} // namespace tsunagi::view
