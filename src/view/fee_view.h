#pragma once

#include <array>
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

struct FeeRequirementLine {
    std::string text;
    std::string sign; ///< sign and word carry it, the colour only helps
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
    std::vector<FeeRequirementLine> requirements; ///< what is missing first, then what is unknown, then what is met
};

/// The fee rules side by side, and what they say of the case entered.
struct FeeView {
    std::string year;
    std::string note;
    std::vector<std::string> columns;           ///< titles of the rules; the first column holds the labels
    std::vector<std::vector<std::string>> rows; ///< label, then one text for each rule
    std::vector<std::string> column_entries;    ///< id of the handbook entry of each rule
    std::vector<FeeTickGroup> groups;
    std::array<FeeField, model::kFeeDateWords.size()> dates;
    std::array<FeeField, model::kFeeNumberWords.size()> numbers;
    std::vector<FeeResult> results;
};

/// A calendar date typed as 2020-05-01, 2020/5/1, 20200501 or with full-width digits; nothing when it is none.
[[nodiscard]] std::optional<std::chrono::year_month_day> date_from_text(const std::string &typed);

[[nodiscard]] FeeView fee_view(const model::Handbook &handbook, const FeeForm &form, const i18n::Texts &texts);

} // namespace tsunagi::view
