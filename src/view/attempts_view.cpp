#include "view/attempts_view.h"

#include <algorithm>
#include <utility>

#include "view/words.h"

namespace tsunagi::view {

using namespace model;
using i18n::Text;
using i18n::Texts;

namespace {

std::string share_of(int earned, int of, const Texts &texts) {
    if (of == 0) return texts(Text::attempts_not_exercised);
    return texts.format(Text::debrief_share, fmt::arg("earned", earned), fmt::arg("available", of));
}

bool is_measured(const FinishedRun &run) { return run.attempt.kind != SessionKind::exploration; }

// What is picked out of all runs; null while there is none.
struct Picked {
    const FinishedRun *first = nullptr;
    const FinishedRun *best = nullptr;
    const FinishedRun *last = nullptr;
    const FinishedRun *on_screen = nullptr;
};

// `runs` in the order they were begun.
Picked pick(const std::vector<const FinishedRun *> &runs, const SessionId &on_screen) {
    Picked picked;
    for (const FinishedRun *run : runs) {
        if (run->attempt.id == on_screen) picked.on_screen = run;
        if (!is_measured(*run)) continue;
        if (picked.first == nullptr) picked.first = run;
        if (picked.best == nullptr || run->earned.overall() > picked.best->earned.overall()) picked.best = run;
        picked.last = run;
    }
    return picked;
}

AttemptColumn column_of(const FinishedRun &run, const Picked &picked, const Texts &texts) {
    AttemptColumn column;
    column.session = run.attempt.id;
    if (&run == picked.first) column.labels.push_back(texts(Text::attempts_first));
    if (&run == picked.best) column.labels.push_back(texts(Text::attempts_best));
    if (&run == picked.last) column.labels.push_back(texts(Text::attempts_last));
    column.is_on_screen = &run == picked.on_screen;
    column.can_open = !column.is_on_screen && run.attempt.is_playable;
    column.started = run.attempt.started_label;
    column.kind = texts.named("session_kind." + std::string(word_of(run.attempt.kind, kSessionKindWords)));
    column.ending = texts.format(
        Text::attempts_ending,
        fmt::arg("symbol", texts.named("ending_symbol." + std::string(word_of(run.ending, kEndingKindWords)))),
        fmt::arg("title", run.attempt.ending_title));
    const Credit &of = run.attainable ? run.attainable->figures : run.available;
    const int of_overall = run.attainable ? run.attainable->overall : run.available.overall();
    column.measure = texts(run.attainable ? Text::attempts_of_case : Text::attempts_of_path);
    column.overall = share_of(run.earned.overall(), of_overall, texts);
    column.overall_percent = of_overall == 0 ? 0 : run.earned.overall() * 100 / of_overall;
    column.has_safety_flag = run.safety_count > 0;
    column.safety = column.has_safety_flag ? texts.format(Text::attempts_safety, fmt::arg("n", run.safety_count))
                                           : texts(Text::attempts_safety_none);
    for (PointIndex point = 0; point < kPointCount; ++point) {
        column.earned[point] = run.earned.points[point];
        column.of[point] = of.points[point];
        column.points[point] = share_of(column.earned[point], column.of[point], texts);
    }
    return column;
}

} // namespace

AttemptsView attempts_view(const std::vector<FinishedRun> &runs, const SessionId &on_screen, const Handbook &handbook,
                           const Texts &texts) {
    AttemptsView view;
    const auto shown =
        std::find_if(runs.begin(), runs.end(), [&](const FinishedRun &run) { return run.attempt.id == on_screen; });
    std::vector<const FinishedRun *> own;
    if (shown != runs.end())
        for (const FinishedRun &run : runs)
            if (run.attempt.scenario == shown->attempt.scenario &&
                is_same_learner(run.attempt.learner, shown->attempt.learner))
                own.push_back(&run);
    // Runs played from files may begin within one second; what was stored as the first run stays the first.
    std::stable_sort(own.begin(), own.end(), [](const FinishedRun *a, const FinishedRun *b) {
        const auto rank = [](const FinishedRun *run) {
            return std::make_pair(run->attempt.started_at, run->attempt.kind != SessionKind::first);
        };
        return rank(a) < rank(b);
    });
    const Picked picked = pick(own, on_screen);
    for (const FinishedRun *run : own)
        if (run == picked.first || run == picked.best || run == picked.last || run == picked.on_screen)
            view.columns.push_back(column_of(*run, picked, texts));
    if (view.columns.size() < 2) {
        view.columns.clear();
        view.intro = texts(Text::attempts_only_one);
        return view;
    }
    view.intro = texts(Text::attempts_intro);
    const std::string measure = view.columns.front().measure;
    if (std::all_of(view.columns.begin(), view.columns.end(),
                    [&](const AttemptColumn &column) { return column.measure == measure; })) {
        view.measure = measure;
        for (AttemptColumn &column : view.columns) column.measure.clear();
    }
    for (PointIndex point = 0; point < kPointCount; ++point) {
        const HandbookEntry *entry = handbook.find(point_id(point));
        view.point_names[point] = entry == nullptr ? point_id(point) : in_language(entry->short_title, texts);
    }
    return view;
}

} // namespace tsunagi::view
