// The fee rules: dates by hand, and the rules of assets/handbook/fees.json.

#include <algorithm>
#include <filesystem>
#include <limits>
#include <string>

#include <doctest/doctest.h>

#include "content/handbook_json.h"
#include "engine/fee_check.h"

using namespace tsunagi;
using namespace tsunagi::model;
using engine::FeeCase;
using engine::Fulfilment;
using std::chrono::day;
using std::chrono::month;
using std::chrono::year;
using Date = std::chrono::year_month_day;

namespace {

Date date(int y, unsigned m, unsigned d) { return {year(y), month(m), day(d)}; }

std::optional<Date> &at(FeeCase &fee_case, FeeDate which) { return fee_case.dates[static_cast<std::size_t>(which)]; }
std::optional<int> &at(FeeCase &fee_case, FeeNumber which) { return fee_case.numbers[static_cast<std::size_t>(which)]; }

FeeFact fact_of(DerivationKind kind, int value) {
    FeeFact fact;
    fact.id = FeeFactId("derived");
    fact.derivation = Derivation{kind, FeeDate::admission, FeeDate::guidance, FeeNumber::icmss, value};
    return fact;
}

Fulfilment of_dates(DerivationKind kind, int value, std::optional<Date> from, std::optional<Date> to) {
    FeeCase fee_case;
    at(fee_case, FeeDate::admission) = from;
    at(fee_case, FeeDate::guidance) = to;
    return engine::fulfilment_of(fact_of(kind, value), fee_case);
}

bool holds(DerivationKind kind, int value, Date from, Date to) {
    const Fulfilment fulfilment = of_dates(kind, value, from, to);
    CHECK(fulfilment != Fulfilment::unknown);
    return fulfilment == Fulfilment::met;
}

const FeeSchedule &schedule() {
    static const Handbook handbook = [] {
        base::Problems problems;
        return content::load_handbook(std::filesystem::path(TSUNAGI_SOURCE_DIR) / "assets/handbook", problems);
    }();
    return handbook.fees;
}

void make_true(FeeCase &fee_case, const FeeFact &fact) {
    if (!fact.derivation) {
        fee_case.ticked.insert(fact.id);
        return;
    }
    const Derivation &derivation = *fact.derivation;
    const auto set = [&](Date from) {
        at(fee_case, derivation.from) = from;
        at(fee_case, derivation.to) = date(2021, 6, 15);
    };
    switch (derivation.kind) {
    case DerivationKind::years_at_least: return set(date(2021 - derivation.value, 6, 15));
    case DerivationKind::within_months:
    case DerivationKind::within_years: return set(date(2021, 5, 20));
    case DerivationKind::other_month: return set(date(2021, 5, 31));
    case DerivationKind::number_at_least:
    case DerivationKind::number_at_most: at(fee_case, derivation.number) = derivation.value; return;
    }
}

/// Every fact the rules know, true at once. (The dates of the schedule do not get into each other's way.)
FeeCase complete_case() {
    FeeCase fee_case;
    for (const FeeFact &fact : schedule().facts) make_true(fee_case, fact);
    return fee_case;
}

/// The fact made false: not ticked, or with dates or a number that do not fulfil it.
void make_false(FeeCase &fee_case, const FeeFact &fact) {
    if (!fact.derivation) {
        fee_case.ticked.erase(fact.id);
        return;
    }
    const Derivation &derivation = *fact.derivation;
    const Date to = date(2021, 6, 15);
    switch (derivation.kind) {
    case DerivationKind::years_at_least: at(fee_case, derivation.from) = date(2021 - derivation.value, 6, 16); return;
    case DerivationKind::within_months:
    case DerivationKind::within_years: at(fee_case, derivation.from) = date(2010, 1, 1); return;
    case DerivationKind::other_month: at(fee_case, derivation.from) = to; return;
    case DerivationKind::number_at_least: at(fee_case, derivation.number) = derivation.value - 1; return;
    case DerivationKind::number_at_most: at(fee_case, derivation.number) = derivation.value + 1; return;
    }
}

void forget(FeeCase &fee_case, const FeeFact &fact) {
    if (engine::is_of_dates(*fact.derivation))
        at(fee_case, fact.derivation->from).reset();
    else
        at(fee_case, fact.derivation->number).reset();
}

engine::FeeCheck check_of(const FeeRule &rule, const FeeCase &fee_case) {
    for (engine::FeeCheck &check : engine::check_fees(schedule(), fee_case))
        if (check.rule == &rule) return check;
    FAIL("no check of ", rule.entry.value);
    return {};
}

/// Ids of the requirements that are not met, with '?' behind those that are unknown.
std::string not_met(const engine::FeeCheck &check) {
    std::string ids;
    for (const engine::RequirementCheck &one : check.requirements)
        if (one.fulfilment != Fulfilment::met)
            ids += one.requirement->id + (one.fulfilment == Fulfilment::unknown ? "? " : " ");
    return ids;
}

} // namespace

TEST_CASE("a year is over on the day of the same number, not the day before") {
    const auto passed = [](Date from, Date to) { return holds(DerivationKind::years_at_least, 1, from, to); };
    CHECK_FALSE(passed(date(2019, 5, 1), date(2020, 4, 30)));
    CHECK(passed(date(2019, 5, 1), date(2020, 5, 1)));
    CHECK(passed(date(2019, 5, 1), date(2020, 5, 2)));
    CHECK(passed(date(2019, 12, 31), date(2020, 12, 31)));
    CHECK_FALSE(passed(date(2019, 12, 31), date(2020, 12, 30)));
    CHECK_FALSE(passed(date(2020, 5, 1), date(2020, 5, 1)));
    CHECK(holds(DerivationKind::years_at_least, 0, date(2020, 5, 1), date(2020, 5, 1)));
    CHECK_FALSE(holds(DerivationKind::years_at_least, 5, date(2015, 5, 2), date(2020, 5, 1)));
}

TEST_CASE("a year from 29 February has passed on 1 March, and within a year means up to 28 February") {
    const Date leap = date(2020, 2, 29);
    CHECK_FALSE(holds(DerivationKind::years_at_least, 1, leap, date(2021, 2, 28)));
    CHECK(holds(DerivationKind::years_at_least, 1, leap, date(2021, 3, 1)));
    CHECK(holds(DerivationKind::within_years, 1, leap, date(2021, 2, 28)));
    CHECK_FALSE(holds(DerivationKind::within_years, 1, leap, date(2021, 3, 1)));
    // Where the year has the day, the day it is.
    CHECK_FALSE(holds(DerivationKind::years_at_least, 4, leap, date(2024, 2, 28)));
    CHECK(holds(DerivationKind::years_at_least, 4, leap, date(2024, 2, 29)));
    // To a leap day.
    CHECK(holds(DerivationKind::years_at_least, 1, date(2019, 2, 28), date(2020, 2, 28)));
    CHECK_FALSE(holds(DerivationKind::within_years, 1, date(2019, 2, 28), date(2020, 2, 29)));
}

TEST_CASE("within months: both ends count, and the end of a short month") {
    const auto within = [](Date from, Date to) { return holds(DerivationKind::within_months, 3, from, to); };
    CHECK(within(date(2020, 5, 1), date(2020, 5, 1)));
    CHECK(within(date(2020, 5, 1), date(2020, 8, 1)));
    CHECK_FALSE(within(date(2020, 5, 1), date(2020, 8, 2)));
    CHECK(within(date(2020, 11, 30), date(2021, 2, 28)));
    CHECK_FALSE(within(date(2020, 11, 30), date(2021, 3, 1)));
    CHECK(within(date(2019, 11, 30), date(2020, 2, 29)));
    CHECK(within(date(2020, 1, 31), date(2020, 4, 30)));
    CHECK_FALSE(within(date(2020, 1, 31), date(2020, 5, 1)));
    CHECK(within(date(2020, 12, 15), date(2021, 3, 15))); // over the turn of the year
    CHECK_FALSE(within(date(2020, 12, 15), date(2021, 3, 16)));
}

TEST_CASE("another month is another month of the calendar") {
    const auto other = [](Date from, Date to) { return holds(DerivationKind::other_month, 0, from, to); };
    CHECK(other(date(2020, 5, 31), date(2020, 6, 1)));
    CHECK_FALSE(other(date(2020, 5, 1), date(2020, 5, 31)));
    CHECK(other(date(2019, 5, 10), date(2020, 5, 10)));
    CHECK_FALSE(other(date(2020, 6, 1), date(2020, 5, 31))); // the wrong way round
}

TEST_CASE("dates the wrong way round are missing, dates not entered unknown, dates that do not exist missing") {
    for (const DerivationKind kind : {DerivationKind::years_at_least, DerivationKind::within_months,
                                      DerivationKind::within_years, DerivationKind::other_month}) {
        CHECK(of_dates(kind, 1, date(2022, 5, 2), date(2020, 5, 1)) == Fulfilment::missing);
        CHECK(of_dates(kind, 1, std::nullopt, date(2020, 5, 1)) == Fulfilment::unknown);
        CHECK(of_dates(kind, 1, date(2020, 5, 1), std::nullopt) == Fulfilment::unknown);
        CHECK(of_dates(kind, 1, std::nullopt, std::nullopt) == Fulfilment::unknown);
        CHECK(of_dates(kind, 1, date(2019, 2, 29), date(2020, 5, 1)) == Fulfilment::missing);
    }
    const int huge = std::numeric_limits<int>::max();
    CHECK_FALSE(holds(DerivationKind::years_at_least, huge, date(1900, 1, 1), date(2100, 1, 1)));
    CHECK(holds(DerivationKind::within_years, huge, date(1900, 1, 1), date(2100, 1, 1)));
}

TEST_CASE("numbers: the limit itself counts, and one not entered is unknown") {
    const auto of_number = [](DerivationKind kind, std::optional<int> number) {
        FeeCase fee_case;
        at(fee_case, FeeNumber::icmss) = number;
        return engine::fulfilment_of(fact_of(kind, 30), fee_case);
    };
    CHECK(of_number(DerivationKind::number_at_least, 30) == Fulfilment::met);
    CHECK(of_number(DerivationKind::number_at_least, 29) == Fulfilment::missing);
    CHECK(of_number(DerivationKind::number_at_most, 30) == Fulfilment::met);
    CHECK(of_number(DerivationKind::number_at_most, 31) == Fulfilment::missing);
    CHECK(of_number(DerivationKind::number_at_most, 0) == Fulfilment::met);
    CHECK(of_number(DerivationKind::number_at_least, std::nullopt) == Fulfilment::unknown);
}

TEST_CASE("a requirement is met by any of its facts; a rule is unknown only when nothing is missing") {
    FeeSchedule made;
    FeeFact ticked;
    ticked.id = FeeFactId("ticked");
    made.facts = {ticked, fact_of(DerivationKind::number_at_least, 1)};
    FeeRule rule;
    rule.requirements = {{"either", "", {FeeFactId("ticked"), FeeFactId("derived")}},
                         {"tick", "", {FeeFactId("ticked")}},
                         {"nothing", "", {FeeFactId("not-there")}}};
    made.rules = {rule};
    FeeCase fee_case;
    const auto fulfilments = [&] {
        std::vector<Fulfilment> all;
        const auto checks = engine::check_fees(made, fee_case);
        REQUIRE(checks.size() == 1);
        for (const engine::RequirementCheck &one : checks.front().requirements) all.push_back(one.fulfilment);
        all.push_back(checks.front().fulfilment);
        return all;
    };
    using enum Fulfilment;
    CHECK(fulfilments() == std::vector{unknown, missing, missing, missing});
    at(fee_case, FeeNumber::icmss) = 0;
    CHECK(fulfilments() == std::vector{missing, missing, missing, missing});
    fee_case.ticked.insert(FeeFactId("ticked"));
    CHECK(fulfilments() == std::vector{met, met, missing, missing});
    made.rules.front().requirements.pop_back();
    CHECK(fulfilments() == std::vector{met, met, met});
    fee_case.ticked.clear();
    at(fee_case, FeeNumber::icmss).reset();
    made.rules.front().requirements.pop_back();
    CHECK(fulfilments() == std::vector{unknown, unknown});
}

TEST_CASE("the rules of the program: a complete case could claim each fee") {
    REQUIRE(schedule().rules.size() == 4);
    for (const FeeRule &rule : schedule().rules) {
        const engine::FeeCheck check = check_of(rule, complete_case());
        CHECK_MESSAGE(check.fulfilment == Fulfilment::met, rule.entry.value, ": ", not_met(check));
    }
    for (const engine::FeeCheck &check : engine::check_fees(schedule(), {}))
        CHECK(check.fulfilment == Fulfilment::missing);
}

TEST_CASE("the rules of the program: without the facts of one requirement exactly that requirement is missing") {
    for (const FeeRule &rule : schedule().rules)
        for (const FeeRequirement &requirement : rule.requirements) {
            CAPTURE(rule.entry.value);
            CAPTURE(requirement.id);
            FeeCase fee_case = complete_case();
            for (const FeeFactId &id : requirement.any) make_false(fee_case, *schedule().find_fact(id));
            const engine::FeeCheck check = check_of(rule, fee_case);
            CHECK(check.fulfilment == Fulfilment::missing);
            CHECK(not_met(check) == requirement.id + " ");
        }
}

TEST_CASE("the rules of the program: each fact of a requirement is enough, and one not entered leaves it unknown") {
    for (const FeeRule &rule : schedule().rules)
        for (const FeeRequirement &requirement : rule.requirements)
            for (const FeeFactId &enough : requirement.any) {
                CAPTURE(rule.entry.value);
                CAPTURE(enough.value);
                FeeCase fee_case = complete_case();
                for (const FeeFactId &id : requirement.any) make_false(fee_case, *schedule().find_fact(id));
                const FeeFact &fact = *schedule().find_fact(enough);
                if (fact.derivation) {
                    FeeCase without = fee_case;
                    forget(without, fact);
                    CHECK(not_met(check_of(rule, without)) == requirement.id + "? ");
                    CHECK(check_of(rule, without).fulfilment == Fulfilment::unknown);
                }
                make_true(fee_case, fact);
                CHECK(check_of(rule, fee_case).fulfilment == Fulfilment::met);
            }
}

TEST_CASE("the rules of the program say what the source says of points and limits") {
    const auto rule = [](const char *id) -> const FeeRule & {
        for (const FeeRule &one : schedule().rules)
            if (one.entry.value == id) return one;
        FAIL("no rule ", id);
        return schedule().rules.front();
    };
    CHECK(rule("fee-1i").points == 1500);
    CHECK(rule("fee-1ro").points == 900);
    CHECK(rule("fee-2").points == 700);
    CHECK(rule("fee-addition").points == 250);
    // 1 ro: a nurse ordered by a physician stands in for the psychiatrist; 1 i: not so.
    FeeCase fee_case = complete_case();
    fee_case.ticked.erase(FeeFactId("outpatient-psychiatrist"));
    CHECK(check_of(rule("fee-1ro"), fee_case).fulfilment == Fulfilment::met);
    CHECK(check_of(rule("fee-1i"), fee_case).fulfilment == Fulfilment::missing);
    // Thirty patients a person, not thirty-one.
    at(fee_case, FeeNumber::caseload) = 31;
    CHECK(not_met(check_of(rule("fee-addition"), fee_case)) == "caseload ");
    // One item of ICMSS is enough, where nothing else makes a patient of 1 i.
    at(fee_case, FeeNumber::icmss) = 1;
    CHECK(check_of(rule("fee-1ro"), fee_case).fulfilment == Fulfilment::met);
    at(fee_case, FeeNumber::icmss) = 0;
    CHECK(check_of(rule("fee-1ro"), fee_case).fulfilment == Fulfilment::missing);
}

TEST_CASE("a rule that asks for nothing, as a damaged file may leave it, can never be said to apply") {
    FeeSchedule schedule;
    schedule.rules.emplace_back();
    const std::vector<engine::FeeCheck> checks = engine::check_fees(schedule, {});
    REQUIRE(checks.size() == 1);
    CHECK(checks.front().fulfilment == Fulfilment::unknown);
}
