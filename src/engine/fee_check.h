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

/// Whether a derivation looks at two dates; else it looks at a number.
[[nodiscard]] bool is_of_dates(const model::Derivation &derivation);

/// Whether a fact holds: ticked, or worked out from dates and numbers. A fact that is ticked by hand and is not ticked
/// is missing, never unknown. Dates the wrong way round are missing.
///
/// A year or a month is over on the day of the same number; the day itself counts as "a year has passed" and as "within
/// a year". Where the month has no such day (one year from 29 February 2020, three months from 30 November), a year has
/// passed from the first of the next month on, and within means up to the month's last day: of two readings the one
/// that claims less.
[[nodiscard]] Fulfilment fulfilment_of(const model::FeeFact &fact, const FeeCase &fee_case);

/// Every rule of the schedule held against a case, in the schedule's order. The check points into the schedule.
[[nodiscard]] std::vector<FeeCheck> check_fees(const model::FeeSchedule &schedule, const FeeCase &fee_case);

} // namespace tsunagi::engine
