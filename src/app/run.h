#pragma once

#include <memory>
#include <optional>

#include "base/result.h"
#include "engine/fold.h"
#include "model/session.h"
#include "store/session_store.h"
#include "ui/drafts.h"
#include "view/play_view.h"

namespace tsunagi::app {

/// One session being played: its decisions, where they lead, and what is typed but not committed. Keeps its scenario
/// alive, because the story it was begun with is the one it is played with.
struct Run {
    Run(model::Session session, std::shared_ptr<const model::Scenario> scenario);
    Run(const Run &) = delete;
    Run &operator=(const Run &) = delete;

    model::Session session;
    std::shared_ptr<const model::Scenario> scenario;
    engine::Progress progress;
    ui::PlayDraft draft;
    bool shows_outcome = false; ///< the outcome of the last decision is on the screen
    std::int64_t shown_at = 0;  ///< when the current scene came up, seconds
};

/// A run that stands where the session's decisions end. Errors: as engine::fold.
[[nodiscard]] base::Result<std::unique_ptr<Run>> run_from_session(model::Session session,
                                                                  std::shared_ptr<const model::Scenario> scenario);

/// First or replay: what a run by `nickname` through `scenario` would be. The first measures, so a run that was left
/// before anything was decided does not count, nor does an exploration.
[[nodiscard]] model::SessionKind kind_of_next_run(const std::vector<store::SessionSummary> &sessions,
                                                  const model::ScenarioId &scenario, const std::string &nickname);

/// An empty draft for the current scene; steps to be ordered stand as the case gives them.
[[nodiscard]] ui::PlayDraft fresh_draft(const engine::Progress &progress);

/// The draft as the store keeps it. An answer that is not complete yet is kept as far as it goes.
[[nodiscard]] store::Draft stored_draft(const ui::PlayDraft &draft, const model::Interaction &interaction);

/// Puts a stored draft on top of a fresh one; ids that the scene does not know are left out.
void restore_draft(const store::Draft &stored, const engine::Progress &progress, ui::PlayDraft &draft);

} // namespace tsunagi::app
