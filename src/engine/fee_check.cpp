#include "engine/fee_check.h"

#include <algorithm>
#include <cstdint>

namespace tsunagi::engine {

namespace {

using Date = std::chrono::year_month_day;
using model::Derivation;
using model::DerivationKind;

constexpr std::int64_t kMonthsOfYear = 12;

Fulfilment met_if(bool is_met) { return is_met ? Fulfilment::met : Fulfilment::missing; }

std::int64_t month_number(const Date &date) {
    return static_cast<int>(date.year()) * kMonthsOfYear +
           static_cast<std::int64_t>(static_cast<unsigned>(date.month()));
}

/// Where `to` stands to the day `months` after `from`: negative before, zero on it, positive after it. A day that the
/// month does not have (31 April, 29 February) lies between its month and the next, so nothing ever falls on it.
std::int64_t place_of(const Date &from, std::int64_t months, const Date &to) {
    const std::int64_t ahead = month_number(to) - month_number(from) - months;
    if (ahead != 0) return ahead;
    return static_cast<std::int64_t>(static_cast<unsigned>(to.day())) -
           static_cast<std::int64_t>(static_cast<unsigned>(from.day()));
}

bool holds(const Derivation &derivation, const Date &from, const Date &to) {
    if (to < from) return false; // the wrong way round
    switch (derivation.kind) {
    case DerivationKind::years_at_least: return place_of(from, derivation.value * kMonthsOfYear, to) >= 0;
    case DerivationKind::within_months: return place_of(from, derivation.value, to) <= 0;
    case DerivationKind::within_years: return place_of(from, derivation.value * kMonthsOfYear, to) <= 0;
    case DerivationKind::other_month: return month_number(from) != month_number(to);
    case DerivationKind::number_at_least:
    case DerivationKind::number_at_most: break;
    }
    return false;
}

Fulfilment of_dates(const Derivation &derivation, const FeeCase &fee_case) {
    const auto &from = fee_case.dates[static_cast<std::size_t>(derivation.from)];
    const auto &to = fee_case.dates[static_cast<std::size_t>(derivation.to)];
    if (!from || !to) return Fulfilment::unknown;
    return met_if(from->ok() && to->ok() && holds(derivation, *from, *to));
}

Fulfilment of_requirement(const model::FeeRequirement &requirement, const model::FeeSchedule &schedule,
                          const FeeCase &fee_case) {
    Fulfilment best = Fulfilment::missing;
    for (const model::FeeFactId &id : requirement.any) {
        const model::FeeFact *fact = schedule.find_fact(id);
        if (fact == nullptr) continue;
        const Fulfilment fulfilment = fulfilment_of(*fact, fee_case);
        if (fulfilment == Fulfilment::met) return Fulfilment::met;
        if (fulfilment == Fulfilment::unknown) best = Fulfilment::unknown;
    }
    return best;
}

} // namespace

bool is_of_dates(const Derivation &derivation) {
    return derivation.kind != DerivationKind::number_at_least && derivation.kind != DerivationKind::number_at_most;
}

Fulfilment fulfilment_of(const model::FeeFact &fact, const FeeCase &fee_case) {
    if (!fact.derivation) return met_if(fee_case.ticked.count(fact.id) > 0);
    const Derivation &derivation = *fact.derivation;
    if (is_of_dates(derivation)) return of_dates(derivation, fee_case);
    const std::optional<int> &number = fee_case.numbers[static_cast<std::size_t>(derivation.number)];
    if (!number) return Fulfilment::unknown;
    return met_if(derivation.kind == DerivationKind::number_at_least ? *number >= derivation.value
                                                                     : *number <= derivation.value);
}

std::vector<FeeCheck> check_fees(const model::FeeSchedule &schedule, const FeeCase &fee_case) {
    std::vector<FeeCheck> checks;
    for (const model::FeeRule &rule : schedule.rules) {
        FeeCheck check;
        check.rule = &rule;
        const auto has = [&](Fulfilment wanted) {
            return std::any_of(check.requirements.begin(), check.requirements.end(),
                               [&](const RequirementCheck &one) { return one.fulfilment == wanted; });
        };
        for (const model::FeeRequirement &requirement : rule.requirements)
            check.requirements.push_back({&requirement, of_requirement(requirement, schedule, fee_case)});
        // A rule that asks for nothing has been read wrongly: nothing may be claimed by it.
        const bool is_unknown = has(Fulfilment::unknown) || rule.requirements.empty();
        check.fulfilment = has(Fulfilment::missing) ? Fulfilment::missing
                           : is_unknown             ? Fulfilment::unknown
                                                    : Fulfilment::met;
        checks.push_back(std::move(check));
    }
    return checks;
}

} // namespace tsunagi::engine
