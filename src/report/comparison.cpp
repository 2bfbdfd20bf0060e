#include "report/comparison.h"

#include <algorithm>

#include "analysis/cohort_lists.h"
#include "report/escape.h"
#include "view/answer_text.h"
#include "view/play_view.h"
#include "view/words.h"

namespace tsunagi::report {

using namespace model;
using analysis::DecisionComparison;
using analysis::Tally;
using i18n::Text;
using i18n::Texts;

namespace {

constexpr std::size_t kLetters = 26;

struct Distribution {
    Html &html;
    const DecisionComparison &compared;
    const Comparison &comparison;
    const Texts &texts;

    void add_profession_heads() const {
        for (const LearnerProfession profession : compared.professions)
            html.element("th", view::profession_name(profession, texts), "scope=\"col\" class=\"number\"");
        html.element("th", texts(Text::report_in_all), "scope=\"col\" class=\"number\"");
    }

    void add_counts(const Tally &tally) const {
        for (const int count : tally.by_profession)
            html.element("td", std::to_string(count), count == 0 ? "class=\"number none\"" : "class=\"number\"");
        html.element("td", std::to_string(tally.total), "class=\"number\"");
    }

    [[nodiscard]] std::string names_behind(const Tally &tally) const {
        std::string names;
        for (const std::size_t voice : analysis::voices_behind(tally))
            names += (names.empty() ? "" : html_text(texts(Text::report_between))) + comparison.names[voice];
        return names;
    }

    void add_names(const Tally &tally) const { html.raw("<td class=\"names\">" + names_behind(tally) + "</td>\n"); }

    void add_option_row(const Option &option, std::size_t index, const Tally &tally) const {
        const auto row = html.in("tr");
        html.raw("<th scope=\"row\">");
        html.element("strong", letter(index));
        html.text(" " + option.text + " ");
        html.raw(class_badge(view::class_view(option.option_class, texts)) + "</th>\n");
        add_counts(tally);
        add_names(tally);
    }

    // One row for each option, `tally_of` says who took it.
    template <class TallyOf>
    void add_options(const std::vector<Option> &options, TallyOf tally_of) const {
        const auto scroll = html.in("div", "class=\"scroll\" tabindex=\"0\"");
        const auto table = html.in("table");
        html.element("caption", texts(Text::report_who_chose));
        {
            const auto head = html.in("thead");
            const auto row = html.in("tr");
            html.element("th", texts(Text::report_option), "scope=\"col\"");
            add_profession_heads();
            html.element("th", texts(Text::report_groups), "scope=\"col\"");
        }
        const auto body = html.in("tbody");
        for (std::size_t i = 0; i < options.size(); ++i) add_option_row(options[i], i, tally_of(i));
    }

    void operator()(const ReadOn &) const {}
    void operator()(const ChooseOne &choice) const {
        add_options(choice.options, [&](std::size_t i) { return compared.parts.front().alternatives[i]; });
    }
    void operator()(const ChooseMany &choice) const {
        add_options(choice.items, [&](std::size_t i) { return compared.parts[i].alternatives[analysis::kItemTaken]; });
    }

    // "◎ 主 2": marks with their counts, the empty one left out.
    std::string cell_text(const analysis::ComparedPart &part, GridKind kind) const {
        const std::vector<Mark> marks = analysis::cell_marks(kind);
        std::string text;
        for (std::size_t i = 0; i < marks.size(); ++i) {
            if (marks[i] == empty_mark(kind) || part.alternatives[i].total == 0) continue;
            const view::MarkView mark = view::mark_view(marks[i], texts);
            if (!text.empty()) text += texts(Text::report_between);
            text += texts.format(Text::report_mark_count, fmt::arg("symbol", mark.symbol), fmt::arg("word", mark.word),
                                 fmt::arg("n", part.alternatives[i].total));
        }
        return text;
    }

    void operator()(const AssignGrid &grid) const {
        {
            const auto scroll = html.in("div", "class=\"scroll\" tabindex=\"0\"");
            const auto table = html.in("table");
            html.element("caption", texts.format(Text::report_overlaid, fmt::arg("n", compared.votes.total)));
            {
                const auto head = html.in("thead");
                const auto row = html.in("tr");
                html.element("th", texts(Text::report_row), "scope=\"col\"");
                for (const GridColumn &column : grid.columns) html.element("th", column.text, "scope=\"col\"");
            }
            const auto body = html.in("tbody");
            std::size_t part = 0; // cells stand row by row
            for (const GridRow &each : grid.rows) {
                const auto row = html.in("tr");
                html.element("th", each.text, "scope=\"row\"");
                for (std::size_t column = 0; column < grid.columns.size(); ++column)
                    html.element("td", cell_text(compared.parts[part++], grid.kind));
            }
        }
        if (compared.findings.empty()) return;
        html.element("h4", texts(Text::outcome_findings));
        const auto list = html.in("ul");
        for (const analysis::RowFinding &finding : compared.findings) {
            add_finding(finding, finding.nobody, Text::report_nobody);
            add_finding(finding, finding.two_leads, Text::report_two_leads);
        }
    }

    void add_finding(const analysis::RowFinding &finding, const analysis::Tally &tally, Text what) const {
        if (tally.total == 0) return;
        html.raw("<li>");
        html.text(texts.format(what, fmt::arg("row", finding.row->text)));
        html.raw(names_behind(tally) + "</li>\n");
    }

    void operator()(const OrderSteps &order) const {
        const auto places = analysis::step_places(compared);
        const auto scroll = html.in("div", "class=\"scroll\" tabindex=\"0\"");
        const auto table = html.in("table");
        html.element("caption", texts(Text::report_places));
        {
            const auto head = html.in("thead");
            const auto row = html.in("tr");
            html.element("th", texts(Text::report_step), "scope=\"col\"");
            add_profession_heads();
        }
        const auto body = html.in("tbody");
        for (std::size_t i = 0; i < places.size(); ++i) {
            const auto row = html.in("tr");
            html.element(
                "th", texts.format(Text::report_numbered, fmt::arg("n", i + 1), fmt::arg("text", order.steps[i].text)),
                "scope=\"row\"");
            for (const double mean : places[i].mean_by_profession)
                html.element("td", mean > 0.0 ? fmt::format("{:.1f}", mean) : std::string(), "class=\"number\"");
            html.element("td", fmt::format("{:.1f}", places[i].mean), "class=\"number\"");
        }
    }
};

struct ShortTeller {
    const Texts &texts;

    std::string operator()(const ChooseOne &choice, const OneAnswer &answer) const {
        for (std::size_t i = 0; i < choice.options.size(); ++i)
            if (choice.options[i].id == answer.option)
                return letter(i) + " " + view::class_view(choice.options[i].option_class, texts).symbol;
        return {};
    }
    std::string operator()(const ChooseMany &choice, const ManyAnswer &answer) const {
        std::string letters;
        for (std::size_t i = 0; i < choice.items.size(); ++i)
            if (std::find(answer.items.begin(), answer.items.end(), choice.items[i].id) != answer.items.end())
                letters += (letters.empty() ? "" : " ") + letter(i);
        return letters;
    }
    std::string operator()(const OrderSteps &order, const OrderAnswer &answer) const {
        std::string numbers;
        for (const OptionId &id : answer.steps)
            for (std::size_t i = 0; i < order.steps.size(); ++i)
                if (order.steps[i].id == id) numbers += (numbers.empty() ? "" : "-") + std::to_string(i + 1);
        return numbers;
    }
    template <class Kind, class Given>
    std::string operator()(const Kind &kind, const Given &answer) const {
        return view::answer_size(Interaction(kind), Answer(answer), texts);
    }
};

} // namespace

std::string letter(std::size_t index) {
    return index < kLetters ? std::string(1, static_cast<char>('A' + static_cast<char>(index)))
                            : std::to_string(index + 1);
}

const engine::PlayedDecision *decision_at(const Comparison &comparison, std::size_t voice, const SceneId &scene) {
    for (const engine::PlayedDecision &played : comparison.runs[voice].progress->played)
        if (played.scene->id == scene) return played.decision.is_given ? nullptr : &played;
    return nullptr;
}

std::string short_answer(const Interaction &interaction, const Answer &answer, const Texts &texts) {
    return std::visit(ShortTeller{texts}, interaction, answer);
}

void add_distribution(Html &html, const DecisionComparison &compared, const Comparison &comparison,
                      const Texts &texts) {
    if (compared.votes.total == 0) return;
    std::visit(Distribution{html, compared, comparison, texts}, compared.scene->interaction);
}

} // namespace tsunagi::report
