#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace tsunagi::model {

// The closed word lists of the scenario format, each with the word used in files. The order of an enum's
// values is the order in which they are shown.

enum class Gauge { trust, stability, agency, family, alignment, network };
inline constexpr std::array<std::string_view, 6> kGaugeWords = {"trust",  "stability", "agency",
                                                                "family", "alignment", "network"};
inline constexpr int kGaugeMin = 0;
inline constexpr int kGaugeMax = 10;
inline constexpr int kGaugeDefault = 5;

enum class OptionClass { recommended, acceptable, premature, missed, harmful };
inline constexpr std::array<std::string_view, 5> kOptionClassWords = {"recommended", "acceptable", "premature",
                                                                      "missed", "harmful"};

enum class SafetyKind { harm, rights, confidentiality, child, life };
inline constexpr std::array<std::string_view, 5> kSafetyKindWords = {"harm", "rights", "confidentiality", "child",
                                                                     "life"};

enum class LeadProfession { cpp, ot };
inline constexpr std::array<std::string_view, 2> kLeadProfessionWords = {"cpp", "ot"};

/// Professions of people in a case. A learner's own list is LearnerProfession.
enum class Profession { cpp, ot, nurse, phn, psw, doctor, pharmacist, midwife, welfare, other };
inline constexpr std::array<std::string_view, 10> kProfessionWords = {
    "cpp", "ot", "nurse", "phn", "psw", "doctor", "pharmacist", "midwife", "welfare", "other"};

/// What a learner says of himself or herself at the start.
enum class LearnerProfession { cpp, ot, nurse, phn, psw, doctor, pharmacist, student, other };
inline constexpr std::array<std::string_view, 9> kLearnerProfessionWords = {
    "cpp", "ot", "nurse", "phn", "psw", "doctor", "pharmacist", "student", "other"};

enum class PartyKind { client, household, family, friend_, inhouse, agency };
inline constexpr std::array<std::string_view, 6> kPartyKindWords = {"client", "household", "family",
                                                                    "friend", "inhouse",   "agency"};

enum class FactCategory { client, family, health, life, strength, risk, network };
inline constexpr std::array<std::string_view, 7> kFactCategoryWords = {"client",   "family", "health", "life",
                                                                       "strength", "risk",   "network"};

enum class Origin { handbook, invented };
inline constexpr std::array<std::string_view, 2> kOriginWords = {"handbook", "invented"};

enum class TieStrength { strong, normal, weak };
inline constexpr std::array<std::string_view, 3> kTieStrengthWords = {"strong", "normal", "weak"};
enum class TieFlow { none, both, forward, backward };
inline constexpr std::array<std::string_view, 4> kTieFlowWords = {"none", "both", "forward", "backward"};
enum class TieStatus { active, planned, broken, hidden };
inline constexpr std::array<std::string_view, 4> kTieStatusWords = {"active", "planned", "broken", "hidden"};

enum class GridKind { role_split, sharing };
inline constexpr std::array<std::string_view, 2> kGridKindWords = {"role_split", "sharing"};

/// Marks of both kinds of grid. `unmarked` is a sharing cell nobody has filled yet; it has no word in files.
enum class Mark { unmarked, lead, support, none, share, ask, withhold };
inline constexpr std::array<std::string_view, 7> kMarkWords = {"unmarked", "lead", "support", "none",
                                                               "share",    "ask",  "withhold"};
inline constexpr std::array<Mark, 3> kRoleMarks = {Mark::lead, Mark::support, Mark::none};
inline constexpr std::array<Mark, 3> kSharingMarks = {Mark::share, Mark::ask, Mark::withhold};

enum class EndingKind { handbook, slower, partial, breakdown };
inline constexpr std::array<std::string_view, 4> kEndingKindWords = {"handbook", "slower", "partial", "breakdown"};

/// The word of an enum value. `words` is the list declared beside the enum.
template <class Enum, std::size_t N>
[[nodiscard]] constexpr std::string_view word_of(Enum value, const std::array<std::string_view, N> &words) {
    return words[static_cast<std::size_t>(value)];
}

/// The enum value of a word; nothing when the list does not hold it.
template <class Enum, std::size_t N>
[[nodiscard]] constexpr std::optional<Enum> value_of(std::string_view word,
                                                     const std::array<std::string_view, N> &words) {
    for (std::size_t i = 0; i < N; ++i)
        if (words[i] == word) return static_cast<Enum>(i);
    return std::nullopt;
}

[[nodiscard]] constexpr Mark empty_mark(GridKind kind) {
    return kind == GridKind::role_split ? Mark::none : Mark::unmarked;
}
[[nodiscard]] constexpr const std::array<Mark, 3> &marks_of(GridKind kind) {
    return kind == GridKind::role_split ? kRoleMarks : kSharingMarks;
}

} // namespace tsunagi::model
