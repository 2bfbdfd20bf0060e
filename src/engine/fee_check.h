#pragma once

#include <array>
#include <chrono>
#include <optional>
#include <set>
#include <vector>

#include "model/fee.h"

namespace tsunagi::engine {

/// What is known of a patient, the teams and the hospitals.
struct FeeCase {
    std::set<model::FeeFactId> ticked;
    std::array<std::optional<std::chrono::year_month_day>, model::kFeeDateWords.size()> dates;
    std::array<std::optional<int>, model::kFeeNumberWords.size()> numbers;
};

enum class Fulfilment { met, missing, unknown }; ///< unknown: a date or number that decides it is not entered

struct RequirementCheck {
    const model::FeeRequirement *requirement = nullptr;
    Fulfilment fulfilment = Fulfilment::unknown;
};

/// One rule held against a case. It could apply when every requirement is met.
struct FeeCheck {
    const model::FeeRule *rule = nullptr;
    std::vector<RequirementCheck> requirements;
    Fulfilment fulfilment = Fulfilment::unknown; ///< missing when any requirement is; else unknown when any is
};

/// Whether a fact holds: ticked, or worked out from dates and numbers. A fact that is ticked by hand and is not ticked
/// is missing, never unknown.
[[nodiscard]] Fulfilment fulfilment_of(const model::FeeFact &fact, const FeeCase &fee_case);

/// Every rule of the schedule held against a case, in the schedule's order. The check points into the schedule.
[[nodiscard]] std::vector<FeeCheck> check_fees(const model::FeeSchedule &schedule, const FeeCase &fee_case);

} // namespace tsunagi::engine
