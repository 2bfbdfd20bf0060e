#include "view/history_view.h"

#include <algorithm>

#include "view/play_view.h"

namespace tsunagi::view {

using namespace model;
using i18n::Text;
using i18n::Texts;

namespace {

HistoryRow row_of(const AttemptInfo &attempt, const Texts &texts) {
    HistoryRow row;
    row.session = attempt.id;
    row.scenario = attempt.scenario;
    row.case_title = attempt.case_title.empty() ? attempt.scenario.value : attempt.case_title;
    row.learner = learner_line(attempt.learner, texts);
    row.kind = texts.named("session_kind." + std::string(word_of(attempt.kind, kSessionKindWords)));
    row.started = attempt.started_label;
    if (attempt.is_hidden) {
        row.progress = texts(Text::workshop_played_hidden);
        return row;
    }
    row.is_over = attempt.is_over;
    if (attempt.is_over && attempt.ending_title.empty())
        row.progress = texts(Text::history_finished);
    else if (attempt.is_over)
        row.progress = texts.format(Text::history_ended, fmt::arg("ending", attempt.ending_title));
    else if (attempt.decision_count == 0)
        row.progress = texts(Text::library_just_begun);
    else
        row.progress = texts.format(Text::library_under_way, fmt::arg("n", attempt.decision_count));
    if (!attempt.is_playable)
        row.note = texts(Text::history_not_playable);
    else if (attempt.is_changed)
        row.note = texts(Text::history_changed);
    row.can_resume = !attempt.is_over && attempt.is_playable;
    row.can_debrief = attempt.is_over && attempt.is_playable;
    row.can_replay = attempt.is_case_in_library;
    return row;
}

} // namespace

HistoryView history_view(const std::vector<AttemptInfo> &attempts, const Texts &texts) {
    std::vector<const AttemptInfo *> newest_first;
    for (const AttemptInfo &attempt : attempts) newest_first.push_back(&attempt);
    std::stable_sort(newest_first.begin(), newest_first.end(),
                     [](const AttemptInfo *a, const AttemptInfo *b) { return a->started_at > b->started_at; });
    HistoryView view;
    for (const AttemptInfo *attempt : newest_first) view.rows.push_back(row_of(*attempt, texts));
    return view;
}

} // namespace tsunagi::view
