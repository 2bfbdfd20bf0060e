#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/ids.h"

namespace tsunagi::model {

using FeeFactId = base::Id<struct FeeFactTag>;

/// Dates that a fact of the fee checker can be worked out from.
enum class FeeDate { admission, guidance, discharge, outpatient, conference, last_claim };
inline constexpr std::array<std::string_view, 6> kFeeDateWords = {"admission",  "guidance",   "discharge",
                                                                  "outpatient", "conference", "last-claim"};
enum class FeeNumber { icmss, caseload };
inline constexpr std::array<std::string_view, 2> kFeeNumberWords = {"icmss", "caseload"};

enum class DerivationKind { years_at_least, within_months, within_years, other_month, number_at_least, number_at_most };
inline constexpr std::array<std::string_view, 6> kDerivationKindWords = {
    "years_at_least", "within_months", "within_years", "other_month", "number_at_least", "number_at_most"};

/// How a fact follows from dates or a number.
struct Derivation {
    DerivationKind kind = DerivationKind::number_at_least;
    FeeDate from = FeeDate::admission; ///< kinds of dates
    FeeDate to = FeeDate::guidance;    ///< kinds of dates
    FeeNumber number = FeeNumber::icmss;
    int value = 0; ///< years, months, or the number compared with
};

/// Something that holds of a patient, a team or a hospital, or does not.
struct FeeFact {
    FeeFactId id;
    std::string group;
    std::string text;
    std::string help;
    std::optional<Derivation> derivation; ///< ticked by hand when empty
};

struct FeeGroup {
    std::string id;
    std::string text;
};

/// Met when any of the facts holds.
struct FeeRequirement {
    std::string id;
    std::string text;
    std::vector<FeeFactId> any;
};

/// A fee of the medical fee schedule, as the source states it for `year`.
struct FeeRule {
    struct Row {
        std::string label;
        std::string text;
    };
    HandbookId entry; ///< the handbook entry that explains it
    std::string year;
    int points = 0; ///< 1 point is 10 yen
    std::vector<FeeRequirement> requirements;
    std::vector<Row> rows; ///< for the comparison: the same labels in every rule
};

struct FeeSchedule {
    std::string year;
    std::string note;
    std::vector<FeeGroup> groups;
    std::vector<FeeFact> facts;
    std::vector<FeeRule> rules;

    [[nodiscard]] const FeeFact *find_fact(const FeeFactId &id) const;
};

} // namespace tsunagi::model
