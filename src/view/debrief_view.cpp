#include "view/debrief_view.h"

#include <algorithm>

#include "analysis/courses.h"

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

// "取りこぼし 1・通らなかった 2・事例の最高 9". Without the analysis only the first is known.
std::string apart_of(const ThreeFigures &figures, const Texts &texts) {
    if (figures.available == 0) return {};
    std::string apart = figures.missed() > 0 ? texts.format(Text::apart_missed, fmt::arg("n", figures.missed()))
                                             : texts(Text::apart_nothing_missed);
    const auto add = [&](Text key, int n) {
        apart += texts(Text::apart_between) + texts.format(key, fmt::arg("n", n));
    };
    if (figures.not_reached() > 0) add(Text::apart_not_reached, figures.not_reached());
    if (figures.attainable) add(Text::apart_attainable, *figures.attainable);
    return apart;
}

std::string whole_of(const ThreeFigures &figures, const Texts &texts) {
    if (!figures.attainable) return {};
    const Text key = figures.available > *figures.attainable ? Text::apart_whole_detour : Text::apart_whole;
    return texts.format(key, fmt::arg("n", *figures.attainable), fmt::arg("available", figures.available));
}

// A point or cell that no decision on this path exercised may be one that other paths lead to, or none.
std::string share_in_case(const ThreeFigures &figures, const Texts &texts) {
    if (figures.available > 0 || !figures.attainable) return share_of(figures.earned, figures.available, texts);
    return *figures.attainable > 0 ? texts.format(Text::apart_elsewhere, fmt::arg("n", *figures.attainable))
                                   : texts(Text::apart_never);
}

ThreeFigures three_figures(int earned, int available, const CaseFigures *figures, int attainable) {
    return {earned, available, figures == nullptr ? std::nullopt : std::optional(attainable)};
}

RoleTableView role_table_view(std::size_t table, const engine::Scorecard &card, const CaseFigures *figures,
                              const Handbook &handbook, const Texts &texts) {
    RoleTableView view;
    view.id = kRoleTables[table];
    view.title = texts.named("role_table." + view.id);
    bool is_in_case = figures == nullptr;
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
            cell_view.figures = three_figures(card.earned.cells[cell], available, figures,
                                              figures == nullptr ? 0 : figures->attainable.cells[cell]);
            cell_view.share = share_in_case(cell_view.figures, texts);
            cell_view.apart = apart_of(cell_view.figures, texts);
            is_in_case = is_in_case || cell_view.figures.full() > 0;
            if (const HandbookEntry *entry = handbook.find(cell_id(cell))) cell_view.items = entry->items;
            view.is_exercised = view.is_exercised || available > 0;
        }
        view.rows.push_back(std::move(row));
    }
    view.unused_title =
        texts.format(is_in_case ? Text::debrief_table_unused : Text::apart_table_never, fmt::arg("title", view.title));
    return view;
}

std::vector<CostView> costs_of(const engine::Progress &progress, const CaseFigures *figures, const Texts &texts) {
    return cost_views(progress, figures == nullptr ? std::vector<CostFigures>() : figures->costs, texts);
}

std::string note_on(AnalysisState state, const Scenario &scenario, const Texts &texts) {
    if (state == AnalysisState::running) return texts(Text::placement_running);
    if (state == AnalysisState::too_large)
        return texts.format(Text::placement_too_large, fmt::arg("n", analysis::bounds_of(scenario).overall));
    return {};
}

void add_decisions(const engine::Progress &progress, const CaseFigures *figures, const Handbook &handbook,
                   const Texts &texts, DebriefView &view) {
    const std::vector<CostView> costs = costs_of(progress, figures, texts);
    for (std::size_t i = 0; i < progress.played.size(); ++i) {
        const engine::PlayedDecision &played = progress.played[i];
        OutcomeView outcome = outcome_view(played, *progress.scenario, handbook, texts);
        if (outcome.is_empty()) continue;
        view.decisions.push_back(std::move(outcome));
        view.decision_index.push_back(static_cast<int>(i));
        const int available = played.available.overall();
        view.decision_share.push_back(available == 0 ? std::string()
                                                     : share_of(played.earned.overall(), available, texts));
        view.decision_cost.push_back(costs[i]);
    }
    std::vector<ListedDecision> listed;
    for (std::size_t i = 0; i < view.decisions.size(); ++i)
        listed.push_back(
            {&view.decisions[i], static_cast<std::size_t>(view.decision_index[i]), view.decision_share[i]});
    view.timeline = timeline_view(progress, listed, costs, texts);
}

} // namespace

int DebriefView::decision_of(const SceneId &scene) const {
    for (std::size_t i = 0; i < decisions.size(); ++i)
        if (decisions[i].scene_id == scene.value) return static_cast<int>(i);
    return -1;
}

DebriefView debrief_view(const engine::Progress &progress, const Session &session, const Handbook &handbook,
                         const Texts &texts, const analysis::Courses *courses, AnalysisState state) {
    if (courses == nullptr) return debrief_view_with(progress, session, handbook, texts, nullptr, state);
    const CaseFigures figures = case_figures(*courses, progress);
    return debrief_view_with(progress, session, handbook, texts, &figures, state);
}

DebriefView debrief_view_with(const engine::Progress &progress, const Session &session, const Handbook &handbook,
                              const Texts &texts, const CaseFigures *figures, AnalysisState state) {
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
        row.figures = three_figures(row.figure.earned, row.figure.available, figures,
                                    figures == nullptr ? 0 : figures->attainable.points[point]);
        view.profile_scale = std::max(view.profile_scale, row.figures.full());
        row.share = share_in_case(row.figures, texts);
        row.apart = apart_of(row.figures, texts);
        row.whole = whole_of(row.figures, texts);
        for (const engine::CreditTrace &trace : card.point_traces[point])
            row.trace.push_back(texts.format(Text::debrief_trace,
                                             fmt::arg("scene", progress.played[trace.decision].scene->title),
                                             fmt::arg("earned", trace.earned), fmt::arg("available", trace.available)));
        view.profile.push_back(std::move(row));
    }
    for (std::size_t table = 0; table < kRoleTableCount; ++table)
        view.tables.push_back(role_table_view(table, card, figures, handbook, texts));
    for (const engine::SafetyRaised &raised : card.safety) view.safety.push_back(safety_view(raised, texts));
    add_decisions(progress, figures, handbook, texts, view);
    view.analysis = state;
    view.analysis_note = note_on(state, scenario, texts);
    if (figures != nullptr && card.available.overall() > figures->overall_max)
        view.overall_note = texts.format(Text::apart_overall_detour, fmt::arg("n", figures->overall_max));
    if (figures != nullptr)
        view.placement = placement_view(
            {card.earned.overall(), figures->overall_max, figures->random_mean, handbook_overall(scenario)}, texts);
    view.self_debrief = session.self_debrief;
    return view;
}

} // namespace tsunagi::view
