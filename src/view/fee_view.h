#pragma once

#include <array>
#include <chrono>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "engine/fee_check.h"
#include "i18n/texts.h"
#include "model/handbook.h"

namespace tsunagi::view {

/// What is entered into the checker, as typed.
struct FeeForm {
    std::set<std::string> ticked;
    std::array<std::string, model::kFeeDateWords.size()> dates;
    std::array<std::string, model::kFeeNumberWords.size()> numbers;
};

/// A field or a tick of the form.
struct FeeField {
    std::string id; ///< of the fact, date or number
    std::string label;
    std::string help;
    std::string error; ///< what is typed cannot be read; empty otherwise
};

struct FeeTickGroup {
    std::string title;
    std::vector<FeeField> ticks;
};

/// A requirement of a rule, or a fact that follows from dates and numbers.
struct FeeRequirementLine {
    std::string text;
    std::string detail; ///< what to enter, or which dates are the wrong way round; empty otherwise
    std::string sign;   ///< sign and word carry it, the colour only helps
    std::string word;
    engine::Fulfilment fulfilment = engine::Fulfilment::unknown;
};

struct FeeResult {
    std::string entry; ///< id of the handbook entry
    std::string title;
    std::string points; ///< "1,500点"
    std::string sign;
    std::string word; ///< could apply, a requirement is missing, something is not entered
    engine::Fulfilment fulfilment = engine::Fulfilment::unknown;
    std::string summary; ///< how many requirements are missing or not entered; empty when all are met
    std::vector<FeeRequirementLine> not_met; ///< what is missing first, then what is unknown
    std::vector<FeeRequirementLine> met;
    std::string met_title; ///< how many are met
};

/// The fee rules side by side, and what they say of the case entered.
struct FeeView {
    std::string year; ///< whose rules these are, and that they are not today's
    std::string note;
    model::TableExhibit table; ///< a column for each rule; the first column holds the labels
    std::vector<FeeTickGroup> groups;
    std::array<FeeField, model::kFeeDateWords.size()> dates;
    std::array<FeeField, model::kFeeNumberWords.size()> numbers;
    std::vector<FeeRequirementLine> derived; ///< the facts that follow from them
    std::vector<FeeResult> results;          ///< in the order of the table's columns
};

/// A calendar date of 1900 to 2100, typed as 2020-05-01, 2020/5/1, 2020.5.1, 20200501, with the characters for year,
/// month and day, by Japanese era (Reiwa, Heisei, Showa, in kanji or by the letters R, H, S), and all of it in full
/// width as well; nothing when it is none.
[[nodiscard]] std::optional<std::chrono::year_month_day> date_from_text(const std::string &typed);
/// A whole number typed in at most four digits of any width; nothing when it is none.
[[nodiscard]] std::optional<int> number_from_text(const std::string &typed);

[[nodiscard]] FeeView fee_view(const model::Handbook &handbook, const FeeForm &form, const i18n::Texts &texts);

} // namespace tsunagi::view
