#include "view/fee_view.h"

#include <algorithm>
#include <string_view>

#include <fmt/ranges.h>

#include "base/utf8.h"
#include "view/words.h"

namespace tsunagi::view {

using namespace model;
using engine::Fulfilment;
using i18n::Text;
using i18n::Texts;

namespace {

constexpr std::array<std::string_view, 3> kFulfilmentWords = {"met", "missing", "unknown"};

struct Bounds {
    int least = 0;
    int most = 0;
};
// ICMSS has 15 items.
constexpr std::array<Bounds, kFeeNumberWords.size()> kNumberBounds = {{{0, 15}, {0, 9999}}};

/// A form read: what can be used, and which fields hold something that cannot.
struct ReadForm {
    engine::FeeCase fee_case;
    std::array<bool, kFeeDateWords.size()> is_bad_date{};
    std::array<bool, kFeeNumberWords.size()> is_bad_number{};
};

ReadForm read(const FeeForm &form) {
    ReadForm read;
    for (const std::string &id : form.ticked) read.fee_case.ticked.insert(FeeFactId(id));
    for (std::size_t i = 0; i < form.dates.size(); ++i) {
        read.fee_case.dates[i] = date_from_text(form.dates[i]);
        read.is_bad_date[i] = !read.fee_case.dates[i] && !base::trim(form.dates[i]).empty();
    }
    for (std::size_t i = 0; i < form.numbers.size(); ++i) {
        std::optional<int> number = number_from_text(form.numbers[i]);
        if (number && (*number < kNumberBounds[i].least || *number > kNumberBounds[i].most)) number.reset();
        read.fee_case.numbers[i] = number;
        read.is_bad_number[i] = !number && !base::trim(form.numbers[i]).empty();
    }
    return read;
}

class FeeViewBuilder {
  public:
    FeeViewBuilder(const Handbook &handbook, const FeeForm &form, const Texts &texts)
        : handbook_(handbook), schedule_(handbook.fees), form_(read(form)), texts_(texts) {}

    FeeView build() {
        view_.year = texts_.format(Text::fees_year, fmt::arg("year", schedule_.year));
        view_.note = schedule_.note;
        add_table();
        add_ticks();
        add_fields();
        for (const FeeFact &fact : schedule_.facts)
            if (fact.derivation) view_.derived.push_back(line_of(fact));
        for (const engine::FeeCheck &check : engine::check_fees(schedule_, form_.fee_case)) add_result(check);
        return std::move(view_);
    }

  private:
    std::string word_for(const char *prefix, Fulfilment fulfilment) const {
        return texts_.named(prefix + std::string(kFulfilmentWords[static_cast<std::size_t>(fulfilment)]));
    }
    std::string label_of(FeeDate date) const {
        return texts_.named("fees.date." + std::string(kFeeDateWords[static_cast<std::size_t>(date)]));
    }
    std::string label_of(FeeNumber number) const {
        return texts_.named("fees.number." + std::string(kFeeNumberWords[static_cast<std::size_t>(number)]));
    }

    std::string title_of(const FeeRule &rule) const {
        const HandbookEntry *entry = handbook_.find(rule.entry);
        return entry == nullptr ? rule.entry.value : in_language(entry->title, texts_);
    }

    void add_table() {
        TableExhibit &table = view_.table;
        table.columns.push_back(texts_(Text::fees_item));
        for (const FeeRule &rule : schedule_.rules) table.columns.push_back(title_of(rule));
        if (schedule_.rules.empty()) return;
        for (const FeeRule::Row &row : schedule_.rules.front().rows) {
            TableExhibit::Row &line = table.rows.emplace_back();
            line.head = row.label;
            for (const FeeRule &rule : schedule_.rules) {
                const auto found = std::find_if(rule.rows.begin(), rule.rows.end(),
                                                [&](const FeeRule::Row &other) { return other.label == row.label; });
                line.cells.push_back(found == rule.rows.end() ? std::string() : found->text);
            }
        }
    }

    void add_ticks() {
        for (const FeeGroup &group : schedule_.groups) {
            FeeTickGroup ticks{group.text, {}};
            for (const FeeFact &fact : schedule_.facts)
                if (fact.group == group.id && !fact.derivation)
                    ticks.ticks.push_back({fact.id.value, fact.text, fact.help, {}});
            if (!ticks.ticks.empty()) view_.groups.push_back(std::move(ticks));
        }
    }

    void add_fields() {
        for (std::size_t i = 0; i < view_.dates.size(); ++i) {
            view_.dates[i] = {std::string(kFeeDateWords[i]), label_of(static_cast<FeeDate>(i)), {}, {}};
            if (form_.is_bad_date[i]) view_.dates[i].error = texts_(Text::fees_date_error);
        }
        for (std::size_t i = 0; i < view_.numbers.size(); ++i) {
            view_.numbers[i] = {std::string(kFeeNumberWords[i]), label_of(static_cast<FeeNumber>(i)), {}, {}};
            if (form_.is_bad_number[i])
                view_.numbers[i].error =
                    texts_.format(Text::fees_number_error, fmt::arg("least", kNumberBounds[i].least),
                                  fmt::arg("most", kNumberBounds[i].most));
        }
        // How a date is counted is said where its counting begins.
        for (const FeeFact &fact : schedule_.facts) {
            if (!fact.derivation) continue;
            const Derivation &derivation = *fact.derivation;
            FeeField &field = engine::is_of_dates(derivation)
                                  ? view_.dates[static_cast<std::size_t>(derivation.from)]
                                  : view_.numbers[static_cast<std::size_t>(derivation.number)];
            field.help += fact.help;
        }
    }

    /// What still has to be entered for a fact, and which dates contradict each other.
    void add_details(const FeeFact &fact, std::vector<std::string> &needed, std::vector<std::string> &wrong) const {
        if (!fact.derivation) return;
        const Derivation &derivation = *fact.derivation;
        const auto need = [&](const std::string &label) {
            if (std::find(needed.begin(), needed.end(), label) == needed.end()) needed.push_back(label);
        };
        if (!engine::is_of_dates(derivation)) {
            if (!form_.fee_case.numbers[static_cast<std::size_t>(derivation.number)]) need(label_of(derivation.number));
            return;
        }
        const auto &from = form_.fee_case.dates[static_cast<std::size_t>(derivation.from)];
        const auto &to = form_.fee_case.dates[static_cast<std::size_t>(derivation.to)];
        if (!from) need(label_of(derivation.from));
        if (!to) need(label_of(derivation.to));
        if (from && to && *to < *from)
            wrong.push_back(texts_.format(Text::fees_wrong_way, fmt::arg("from", label_of(derivation.from)),
                                          fmt::arg("to", label_of(derivation.to))));
    }

    FeeRequirementLine line(const std::string &text, Fulfilment fulfilment,
                            const std::vector<const FeeFact *> &facts) const {
        FeeRequirementLine line;
        line.text = text;
        line.sign = word_for("fees.sign.", fulfilment);
        line.word = word_for("fees.word.", fulfilment);
        line.fulfilment = fulfilment;
        if (fulfilment == Fulfilment::met) return line;
        std::vector<std::string> needed;
        std::vector<std::string> wrong;
        for (const FeeFact *fact : facts) add_details(*fact, needed, wrong);
        if (fulfilment == Fulfilment::unknown && !needed.empty())
            line.detail =
                texts_.format(Text::fees_needs, fmt::arg("fields", fmt::format("{}", fmt::join(needed, separator()))));
        else
            line.detail = fmt::format("{}", fmt::join(wrong, separator()));
        return line;
    }

    FeeRequirementLine line_of(const FeeFact &fact) const {
        return line(fact.text, engine::fulfilment_of(fact, form_.fee_case), {&fact});
    }

    FeeRequirementLine line_of(const engine::RequirementCheck &check) const {
        std::vector<const FeeFact *> facts;
        for (const FeeFactId &id : check.requirement->any)
            if (const FeeFact *fact = schedule_.find_fact(id)) facts.push_back(fact);
        return line(check.requirement->text, check.fulfilment, facts);
    }

    const std::string &separator() const { return texts_(Text::fees_separator); }

    void add_result(const engine::FeeCheck &check) {
        FeeResult result;
        result.entry = check.rule->entry.value;
        result.title = title_of(*check.rule);
        result.points = texts_.format(Text::fees_points, fmt::arg("points", with_commas(check.rule->points)));
        result.sign = word_for("fees.sign.", check.fulfilment);
        result.word = word_for("fees.result.", check.fulfilment);
        result.fulfilment = check.fulfilment;
        std::array<int, kFulfilmentWords.size()> counts{};
        for (const Fulfilment wanted : {Fulfilment::missing, Fulfilment::unknown, Fulfilment::met})
            for (const engine::RequirementCheck &requirement : check.requirements) {
                if (requirement.fulfilment != wanted) continue;
                ++counts[static_cast<std::size_t>(wanted)];
                (wanted == Fulfilment::met ? result.met : result.not_met).push_back(line_of(requirement));
            }
        std::vector<std::string> parts;
        const auto count = [&](Text key, Fulfilment fulfilment) {
            const int n = counts[static_cast<std::size_t>(fulfilment)];
            if (n > 0) parts.push_back(texts_.format(key, fmt::arg("n", n)));
        };
        count(Text::fees_count_missing, Fulfilment::missing);
        count(Text::fees_count_unknown, Fulfilment::unknown);
        result.summary = fmt::format("{}", fmt::join(parts, separator()));
        result.met_title = texts_.format(Text::fees_count_met, fmt::arg("n", result.met.size()));
        view_.results.push_back(std::move(result));
    }

    static std::string with_commas(int number) {
        std::string digits = std::to_string(number);
        for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, ",");
        return digits;
    }

    const Handbook &handbook_;
    const FeeSchedule &schedule_;
    ReadForm form_;
    const Texts &texts_;
    FeeView view_;
};

} // namespace

FeeView fee_view(const Handbook &handbook, const FeeForm &form, const Texts &texts) {
    return FeeViewBuilder(handbook, form, texts).build();
}

} // namespace tsunagi::view
