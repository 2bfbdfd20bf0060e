#pragma once

#include <string>
#include <vector>

#include "i18n/texts.h"
#include "model/ids.h"
#include "view/library_view.h"

namespace tsunagi::view {

struct HistoryRow {
    model::SessionId session;
    model::ScenarioId scenario;
    std::string case_title;
    std::string learner;
    std::string kind; ///< first run, replay, exploration
    std::string started;
    std::string progress; ///< the ending reached, or how many scenes were decided
    std::string note;     ///< the case has changed since, or cannot be replayed; empty otherwise
    bool is_over = false;
    bool can_resume = false;
    bool can_debrief = false;
    bool can_replay = false;
};

struct HistoryView {
    std::vector<HistoryRow> rows; ///< newest first
};

/// All attempts, the newest first.
[[nodiscard]] HistoryView history_view(const std::vector<AttemptInfo> &attempts, const i18n::Texts &texts);

} // namespace tsunagi::view
