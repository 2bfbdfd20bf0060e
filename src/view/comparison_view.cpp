#include "view/comparison_view.h"

#include <algorithm>
#include <numeric>

#include "analysis/cohort_lists.h"
#include "view/outcome_view.h"
#include "view/play_view.h"
#include "view/words.h"

namespace tsunagi::view {

using namespace model;
using analysis::DecisionComparison;
using i18n::Text;
using i18n::Texts;

namespace {

void warn(const std::vector<std::string> &names, Text text, const Texts &texts, std::vector<std::string> &warnings) {
    if (names.empty()) return;
    warnings.push_back(texts.format(text, fmt::arg("n", names.size()), fmt::arg("names", joined(names, texts))));
}

ComparedRow row_of(const DecisionComparison &compared, std::size_t index, const Texts &texts) {
    ComparedRow row;
    row.index = index;
    row.scene = compared.scene->id;
    row.title =
        texts.format(Text::comparison_row_title, fmt::arg("n", index + 1), fmt::arg("title", compared.scene->title));
    row.split = split_view(compared, texts);
    row.difference = static_cast<float>(compared.difference_between_professions);
    row.figures = compared.votes.total == 0
                      ? texts(Text::comparison_no_votes)
                      : texts.format(Text::comparison_row_figures, fmt::arg("n", compared.votes.total),
                                     fmt::arg("difference", figure_text(compared.difference_between_professions)),
                                     fmt::arg("disagreement", figure_text(compared.disagreement)));
    return row;
}

void add_assessments(const ReviewMaterial &material, ComparisonView &view, const Texts &texts) {
    for (const analysis::ItemUse &use : analysis::assessment_uses(material.cohort)) {
        const DecisionComparison *compared = material.cohort.find(use.scene->id);
        if (compared == nullptr) continue;
        ItemUseRow row;
        row.scene = use.scene->title;
        row.item = use.item->text;
        for (std::size_t p = 0; p < compared->professions.size(); ++p) {
            const int of = compared->votes.by_profession[p];
            row.shares.push_back(of == 0 ? texts(Text::comparison_not_here)
                                         : texts.format(Text::comparison_share,
                                                        fmt::arg("n", use.taken.by_profession[p]), fmt::arg("of", of)));
            row.parts.push_back(of == 0 ? 0.0F
                                        : static_cast<float>(use.taken.by_profession[p]) / static_cast<float>(of));
        }
        std::vector<std::string> never;
        for (const LearnerProfession profession : use.never_by) never.push_back(profession_name(profession, texts));
        if (!never.empty())
            row.never = use.chosen_by.empty()
                            ? texts(Text::comparison_never_at_all)
                            : texts.format(Text::comparison_never_by, fmt::arg("who", joined(never, texts)));
        view.assessments.push_back(std::move(row));
    }
}

void add_points(const ReviewMaterial &material, ComparisonView &view, const Handbook &handbook, const Texts &texts) {
    for (PointIndex point = 0; point < kPointCount; ++point) {
        const FigureView figure = point_figure(point, 0, 0, handbook, texts);
        PointRow row;
        row.label = figure.label;
        row.title = figure.title;
        for (const analysis::PointSums &sums : material.profiles.by_profession) {
            PointRow::Share share;
            const std::int64_t of = sums.available[point];
            if (of == 0) {
                share.text = texts(Text::comparison_not_here);
            } else {
                share.part = static_cast<float>(sums.earned[point]) / static_cast<float>(of);
                share.text =
                    texts.format(Text::comparison_share, fmt::arg("n", sums.earned[point]), fmt::arg("of", of));
                share.percent =
                    texts.format(Text::comparison_percent, fmt::arg("n", (sums.earned[point] * 200 + of) / (of * 2)));
            }
            row.shares.push_back(std::move(share));
        }
        view.points.push_back(std::move(row));
    }
}

// What was taken or placed that raised it.
std::string taken_text(const DecisionComparison &compared, const analysis::RaisedFlag &flag, const Texts &texts) {
    const analysis::ComparedPart &part = compared.parts[flag.part];
    const Interaction &interaction = compared.scene->interaction;
    if (std::holds_alternative<analysis::ChoicePart>(part.subject))
        return std::get<ChooseOne>(interaction).options[flag.alternative].text;
    if (const auto *item = std::get_if<analysis::ItemPart>(&part.subject)) return item->item->text;
    if (const auto *cell = std::get_if<analysis::CellPart>(&part.subject)) {
        const Mark mark = analysis::cell_marks(std::get<AssignGrid>(interaction).kind)[flag.alternative];
        return texts.format(Text::outcome_taken_mark, fmt::arg("row", cell->row->text),
                            fmt::arg("column", cell->column->text), fmt::arg("mark", mark_view(mark, texts).word));
    }
    return {};
}

void add_safety(const ReviewMaterial &material, ComparisonView &view, const Texts &texts) {
    for (const DecisionComparison &compared : material.cohort.decisions)
        for (const analysis::RaisedFlag &flag : compared.safety)
            view.safety.push_back({safety_word(flag.flag->kind, texts), flag.flag->text,
                                   texts.format(Text::comparison_safety_taken, fmt::arg("scene", compared.scene->title),
                                                fmt::arg("taken", taken_text(compared, flag, texts))),
                                   who_line(compared.parts[flag.part].alternatives[flag.alternative], compared.votes,
                                            material.cohort.voices, texts)});
}

void add_regrets(const ReviewMaterial &material, const std::vector<RunRegret> &regrets, ComparisonView &view,
                 const Texts &texts) {
    for (const RunRegret &regret : regrets) {
        const analysis::Voice &voice = material.cohort.voices[regret.voice];
        view.regrets.push_back({voice.name, profession_name(voice.profession, texts), regret.lost,
                                texts.format(Text::comparison_lost, fmt::arg("n", regret.lost))});
        view.most_lost = std::max(view.most_lost, regret.lost);
    }
}

} // namespace

ComparisonView comparison_view(const ReviewMaterial &material, bool is_by_difference,
                               const std::vector<RunRegret> &regrets, RegretState state, const Handbook &handbook,
                               const Texts &texts) {
    ComparisonView view;
    view.title = material.workshop.title;
    view.is_hidden = !material.workshop.shows_results();
    view.has_case = material.scenario != nullptr;
    if (view.is_hidden || !view.has_case) return view;
    const analysis::Cohort &cohort = material.cohort;
    view.about = texts.format(Text::comparison_about, fmt::arg("date", material.workshop.date),
                              fmt::arg("case", material.scenario->title), fmt::arg("n", cohort.voices.size()));
    warn(material.other_case, Text::comparison_warn_other_case, texts, view.warnings);
    warn(material.unreadable, Text::comparison_warn_unreadable, texts, view.warnings);
    warn(material.not_begun, Text::comparison_warn_not_begun, texts, view.warnings);
    for (const LearnerProfession profession : analysis::professions_of(cohort.voices))
        view.professions.push_back(profession_name(profession, texts));

    std::vector<std::size_t> order(cohort.decisions.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (const std::size_t index : is_by_difference ? material.by_difference : order)
        view.rows.push_back(row_of(cohort.decisions[index], index, texts));
    // What nobody was asked has nothing to compare.
    std::erase_if(view.rows, [&](const ComparedRow &row) { return cohort.decisions[row.index].votes.total == 0; });
    add_assessments(material, view, texts);
    add_points(material, view, handbook, texts);
    add_safety(material, view, texts);
    view.regret_state = state;
    add_regrets(material, regrets, view, texts);
    return view;
}

} // namespace tsunagi::view
