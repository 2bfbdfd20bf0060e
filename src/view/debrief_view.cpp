#include "view/debrief_view.h"

#include <algorithm>

#include "view/play_view.h"
#include "view/words.h"

namespace tsunagi::view {

using namespace model;
using i18n::Text;
using i18n::Texts;

namespace {

std::string share_of(int earned, int available, const Texts &texts) {
    if (available == 0) return texts(Text::debrief_not_exercised);
    return texts.format(Text::debrief_share, fmt::arg("earned", earned), fmt::arg("available", available));
}

RoleTableView role_table_view(std::size_t table, const engine::Scorecard &card, const Handbook &handbook,
                              const Texts &texts) {
    RoleTableView view;
    view.id = kRoleTables[table];
    view.title = texts.named("role_table." + view.id);
    view.unused_title = texts.format(Text::debrief_table_unused, fmt::arg("title", view.title));
    for (std::size_t column = 0; column < kRoleColumnCount; ++column)
        view.columns[column] = in_language(handbook.role_columns[column], texts);
    for (std::size_t function = 0; function < kRoleFunctionCount; ++function) {
        RoleTableView::Row row;
        row.function = in_language(handbook.role_functions[function], texts);
        for (std::size_t column = 0; column < kRoleColumnCount; ++column) {
            const CellIndex cell = cell_index(table, function, column);
            RoleCellView &cell_view = row.cells[column];
            const int available = card.available.cells[cell];
            cell_view.figure = cell_figure(cell, card.earned.cells[cell], available, handbook, texts);
            cell_view.share = share_of(card.earned.cells[cell], available, texts);
            if (const HandbookEntry *entry = handbook.find(cell_id(cell))) cell_view.items = entry->items;
            view.is_exercised = view.is_exercised || available > 0;
        }
        view.rows.push_back(std::move(row));
    }
    return view;
}

} // namespace

DebriefView debrief_view(const engine::Progress &progress, const Session &session, const Handbook &handbook,
                         const Texts &texts, const analysis::Courses *, AnalysisState) {
    const engine::Scorecard card = engine::score(progress);
    const Scenario &scenario = *progress.scenario;
    DebriefView view;
    view.scenario = scenario.id;
    view.case_title = scenario.title;
    view.learner = learner_line(session.learner, texts);
    view.kind = texts.named("session_kind." + std::string(word_of(session.kind, kSessionKindWords)));
    view.months = texts.format(Text::debrief_months, fmt::arg("n", progress.state.months));
    view.ending = progress.ending->kind;
    view.run = texts.format(Text::debrief_run, fmt::arg("learner", view.learner), fmt::arg("kind", view.kind),
                            fmt::arg("months", view.months));
    const std::string ending_word(word_of(progress.ending->kind, kEndingKindWords));
    view.ending_kind =
        texts.format(Text::debrief_ending_kind, fmt::arg("symbol", texts.named("ending_symbol." + ending_word)),
                     fmt::arg("word", texts.named("ending_kind." + ending_word)));
    view.ending_title = progress.ending->title;
    view.ending_text = progress.text;
    view.compared = progress.ending->compared;
    view.overall = texts.format(Text::debrief_overall,
                                fmt::arg("share", share_of(card.earned.overall(), card.available.overall(), texts)));
    for (PointIndex point = 0; point < kPointCount; ++point) {
        ProfileRow row;
        row.figure = point_figure(point, card.earned.points[point], card.available.points[point], handbook, texts);
        row.number = std::to_string(point + 1);
        if (const HandbookEntry *entry = handbook.find(row.figure.id)) row.summary = entry->summary;
        view.profile_scale = std::max(view.profile_scale, row.figure.available);
        row.share = share_of(row.figure.earned, row.figure.available, texts);
        for (const engine::CreditTrace &trace : card.point_traces[point])
            row.trace.push_back(texts.format(Text::debrief_trace,
                                             fmt::arg("scene", progress.played[trace.decision].scene->title),
                                             fmt::arg("earned", trace.earned), fmt::arg("available", trace.available)));
        view.profile.push_back(std::move(row));
    }
    for (std::size_t table = 0; table < kRoleTableCount; ++table)
        view.tables.push_back(role_table_view(table, card, handbook, texts));
    for (const engine::SafetyRaised &raised : card.safety) view.safety.push_back(safety_view(raised, texts));
    for (std::size_t i = 0; i < progress.played.size(); ++i) {
        OutcomeView outcome = outcome_view(progress.played[i], scenario, handbook, texts);
        if (outcome.is_empty()) continue;
        view.decisions.push_back(std::move(outcome));
        view.decision_index.push_back(static_cast<int>(i));
        const int available = progress.played[i].available.overall();
        view.decision_share.push_back(available == 0 ? std::string()
                                                     : share_of(progress.played[i].earned.overall(), available, texts));
    }
    view.self_debrief = session.self_debrief;
    return view;
}

} // namespace tsunagi::view
