#include "view/compare_table.h"

#include <algorithm>
#include <functional>

#include "analysis/cohort_lists.h"
#include "analysis/panel.h"
#include "view/play_view.h"
#include "view/words.h"

namespace tsunagi::view {

using namespace model;
using analysis::ComparedPart;
using analysis::DecisionComparison;
using analysis::Tally;
using i18n::Text;
using i18n::Texts;

namespace {

struct Shape {
    const ReviewMaterial &material;
    const DecisionComparison &compared;
    const Texts &texts;
    const Decision *handbook = nullptr;
    const Decision *team = nullptr;
    bool has_panel = false;

    [[nodiscard]] const std::vector<analysis::Voice> &voices() const { return material.cohort.voices; }
    [[nodiscard]] bool names_voices() const { return voices().size() <= kVoicesInTable; }
    [[nodiscard]] std::vector<std::size_t> voices_of(std::size_t profession) const {
        std::vector<std::size_t> found;
        for (std::size_t i = 0; i < voices().size(); ++i)
            if (voices()[i].profession == compared.professions[profession]) found.push_back(i);
        return found;
    }
};

std::string share_text(int n, int of, const Texts &texts) {
    return of == 0 ? std::string() : texts.format(Text::comparison_share, fmt::arg("n", n), fmt::arg("of", of));
}

void add_columns(const Shape &shape, CompareTable &table) {
    for (std::size_t p = 0; p < shape.compared.professions.size(); ++p) {
        const std::string &profession = profession_name(shape.compared.professions[p], shape.texts);
        if (shape.names_voices())
            for (const std::size_t voice : shape.voices_of(p))
                table.columns.push_back({profession, shape.voices()[voice].name, CompareColumn::Kind::voice});
        table.columns.push_back({profession, shape.texts(Text::comparison_share_column), CompareColumn::Kind::share});
    }
    const std::string &beside = shape.texts(Text::comparison_beside);
    if (shape.handbook != nullptr)
        table.columns.push_back({beside, shape.texts(Text::comparison_handbook_column), CompareColumn::Kind::other});
    if (shape.team != nullptr)
        table.columns.push_back({beside, shape.texts(Text::comparison_team_column), CompareColumn::Kind::other});
    if (shape.has_panel)
        table.columns.push_back({beside, shape.texts(Text::comparison_panel_column), CompareColumn::Kind::other});
}

CompareCell mark_cell(bool is_on, const Texts &texts) {
    CompareCell cell;
    if (is_on) {
        cell.text = texts(Text::comparison_taken);
        cell.depth = 1.0F;
    }
    return cell;
}

// A row for something that was taken or not: an option, an item.
CompareRow taken_row(const Shape &shape, const std::string &text, const Tally &tally,
                     const std::function<bool(const Answer &)> &is_in, const std::string &panel) {
    CompareRow row{text, {}, {}};
    const std::string who = who_line(tally, shape.compared.votes, shape.voices(), shape.texts);
    for (std::size_t p = 0; p < shape.compared.professions.size(); ++p) {
        if (shape.names_voices())
            for (const std::size_t voice : shape.voices_of(p))
                row.cells.push_back(mark_cell(tally.by_voice[voice] > 0, shape.texts));
        CompareCell share;
        const int of = shape.compared.votes.by_profession[p];
        share.text = share_text(tally.by_profession[p], of, shape.texts);
        if (of > 0) share.depth = static_cast<float>(tally.by_profession[p]) / static_cast<float>(of);
        share.tip = who;
        row.cells.push_back(std::move(share));
    }
    if (shape.handbook != nullptr) row.cells.push_back(mark_cell(is_in(shape.handbook->answer), shape.texts));
    if (shape.team != nullptr) row.cells.push_back(mark_cell(is_in(shape.team->answer), shape.texts));
    if (shape.has_panel) row.cells.push_back({panel, {}, {}, 0.0F});
    return row;
}

std::string credit_text(const analysis::PanelCredit &credit, const Texts &texts) {
    return texts.format(Text::comparison_share, fmt::arg("n", credit.votes), fmt::arg("of", credit.modal));
}

void fill(const ChooseOne &choice, const Shape &shape, CompareTable &table) {
    if (shape.compared.parts.empty()) return;
    const ComparedPart &part = shape.compared.parts.front();
    analysis::Votes votes;
    for (const Tally &tally : part.alternatives) votes.push_back(tally.total);
    const auto credit = analysis::panel_credit(votes);
    for (std::size_t i = 0; i < choice.options.size(); ++i) {
        const auto is_in = [&](const Answer &answer) {
            const auto *one = std::get_if<OneAnswer>(&answer);
            return one != nullptr && one->option == choice.options[i].id;
        };
        table.rows.push_back(taken_row(shape, choice.options[i].text, part.alternatives[i], is_in,
                                       credit ? credit_text((*credit)[i], shape.texts) : std::string()));
    }
}

void fill(const ChooseMany &choice, const Shape &shape, CompareTable &table) {
    for (std::size_t i = 0; i < choice.items.size() && i < shape.compared.parts.size(); ++i) {
        const ComparedPart &part = shape.compared.parts[i];
        const auto is_in = [&](const Answer &answer) {
            const auto *many = std::get_if<ManyAnswer>(&answer);
            return many != nullptr &&
                   std::find(many->items.begin(), many->items.end(), choice.items[i].id) != many->items.end();
        };
        const Tally &taken = part.alternatives[analysis::kItemTaken];
        const auto credit = analysis::panel_credit({taken.total, part.alternatives[analysis::kItemLeft].total});
        table.rows.push_back(
            taken_row(shape, choice.items[i].text, taken, is_in,
                      credit ? credit_text((*credit)[analysis::kItemTaken], shape.texts) : std::string()));
    }
}

std::string mark_beside(const Decision *decision, Text text, GridKind kind, const analysis::CellPart &place,
                        const Texts &texts) {
    const auto *answer = decision == nullptr ? nullptr : std::get_if<GridAnswer>(&decision->answer);
    if (answer == nullptr) return {};
    const Mark mark = mark_at(*answer, kind, place.row->id, place.column->id);
    if (mark == empty_mark(kind)) return {};
    return texts.format(text, fmt::arg("mark", mark_view(mark, texts).word));
}

CompareCell place_cell(const ComparedPart &part, const AssignGrid &grid, const Shape &shape) {
    const auto &place = std::get<analysis::CellPart>(part.subject);
    CompareCell cell;
    cell.text = marks_text(part, grid.kind, shape.texts);
    cell.below = mark_beside(shape.handbook, Text::comparison_handbook_mark, grid.kind, place, shape.texts);
    const std::string team = mark_beside(shape.team, Text::comparison_team_mark, grid.kind, place, shape.texts);
    if (!team.empty()) cell.below += (cell.below.empty() ? "" : "\n") + team;
    if (part.is_counted) cell.depth = static_cast<float>(1.0 - part.disagreement);
    const std::vector<Mark> marks = analysis::cell_marks(grid.kind);
    for (std::size_t i = 0; i < part.alternatives.size() && !cell.text.empty(); ++i) {
        if (part.alternatives[i].total == 0) continue;
        if (!cell.tip.empty()) cell.tip += "\n";
        cell.tip += shape.texts.format(
            Text::comparison_names_of, fmt::arg("profession", mark_view(marks[i], shape.texts).word),
            fmt::arg("names", who_line(part.alternatives[i], shape.compared.votes, shape.voices(), shape.texts)));
    }
    return cell;
}

std::string finding_text(Text text, const Tally &tally, const Shape &shape) {
    return shape.texts.format(text, fmt::arg("n", tally.total),
                              fmt::arg("who", who_line(tally, shape.compared.votes, shape.voices(), shape.texts)));
}

void fill(const AssignGrid &grid, const Shape &shape, CompareTable &table) {
    table.columns.clear();
    for (const GridColumn &column : grid.columns)
        table.columns.push_back({{}, column.text, CompareColumn::Kind::place});
    std::size_t part = 0;
    for (const GridRow &row : grid.rows) {
        CompareRow made{row.text, {}, {}};
        for (std::size_t i = 0; i < grid.columns.size() && part < shape.compared.parts.size(); ++i)
            made.cells.push_back(place_cell(shape.compared.parts[part++], grid, shape));
        for (const analysis::RowFinding &finding : shape.compared.findings) {
            if (finding.row != &row) continue;
            if (finding.nobody.total > 0)
                made.notes.push_back(finding_text(Text::comparison_nobody, finding.nobody, shape));
            if (finding.two_leads.total > 0)
                made.notes.push_back(finding_text(Text::comparison_two_leads, finding.two_leads, shape));
        }
        table.rows.push_back(std::move(made));
    }
    table.legend = shape.texts(grid.kind == GridKind::role_split ? Text::comparison_legend_roles
                                                                 : Text::comparison_legend_sharing);
}

// Where a step stands in an answer, counted from 1; 0 where it does not.
int place_in(const Answer &answer, const OptionId &step) {
    const auto *order = std::get_if<OrderAnswer>(&answer);
    if (order == nullptr) return 0;
    const auto found = std::find(order->steps.begin(), order->steps.end(), step);
    return found == order->steps.end() ? 0 : static_cast<int>(found - order->steps.begin()) + 1;
}

void fill(const OrderSteps &, const Shape &shape, CompareTable &table) {
    const auto answers = shape.material.answers.find(shape.compared.scene->id);
    const auto place_cell = [](int place) {
        CompareCell cell;
        if (place > 0) cell.text = std::to_string(place);
        return cell;
    };
    for (const analysis::StepPlace &step : analysis::step_places(shape.compared)) {
        CompareRow row{step.step->text, {}, {}};
        for (std::size_t p = 0; p < shape.compared.professions.size(); ++p) {
            if (shape.names_voices())
                for (const std::size_t voice : shape.voices_of(p)) {
                    int place = 0;
                    if (answers != shape.material.answers.end())
                        for (const VoiceAnswer &each : answers->second)
                            if (each.voice == voice) place = place_in(each.answer, step.step->id);
                    row.cells.push_back(place_cell(place));
                }
            CompareCell mean;
            if (shape.compared.votes.by_profession[p] > 0)
                mean.text = fmt::format("{:.1f}", step.mean_by_profession[p]);
            row.cells.push_back(std::move(mean));
        }
        if (shape.handbook != nullptr) row.cells.push_back(place_cell(place_in(shape.handbook->answer, step.step->id)));
        if (shape.team != nullptr) row.cells.push_back(place_cell(place_in(shape.team->answer, step.step->id)));
        table.rows.push_back(std::move(row));
    }
    for (CompareColumn &column : table.columns)
        if (column.kind == CompareColumn::Kind::share) column.name = shape.texts(Text::comparison_mean_column);
    table.legend = shape.texts(Text::comparison_legend_order);
}

void fill(const ReadOn &, const Shape &, CompareTable &) {}

} // namespace

std::string marks_text(const ComparedPart &part, GridKind kind, const Texts &texts) {
    const std::vector<Mark> marks = analysis::cell_marks(kind);
    std::string text;
    for (std::size_t i = 0; i < part.alternatives.size() && i < marks.size(); ++i) {
        if (part.alternatives[i].total == 0 || marks[i] == empty_mark(kind)) continue;
        const MarkView mark = mark_view(marks[i], texts);
        if (!text.empty()) text += " ";
        text += texts.format(Text::comparison_mark_count,
                             fmt::arg("mark", kind == GridKind::role_split ? mark.word : mark.symbol),
                             fmt::arg("n", part.alternatives[i].total));
    }
    return text;
}

CompareTable compare_table(const ReviewMaterial &material, const DecisionComparison &compared, const Texts &texts) {
    Shape shape{material, compared, texts};
    shape.handbook = find_decision(material.scenario->handbook_course.decisions, compared.scene->id);
    shape.team = find_decision(material.workshop.team, compared.scene->id);
    const Interaction &interaction = compared.scene->interaction;
    const bool can_add_up =
        std::holds_alternative<ChooseOne>(interaction) || std::holds_alternative<ChooseMany>(interaction);
    shape.has_panel =
        can_add_up && material.workshop.settings.is_panel && compared.votes.total >= analysis::kPanelVotes;
    CompareTable table;
    table.corner = texts(Text::comparison_corner);
    table.legend = texts(Text::comparison_legend_taken);
    add_columns(shape, table);
    std::visit([&](const auto &kind) { fill(kind, shape, table); }, interaction);
    return table;
}

} // namespace tsunagi::view
