#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "content/sketch_json.h"
#include "model/scenario.h"
#include "model/session.h"
#include "model/workshop.h"

namespace tsunagi::store {

/// What is typed or picked at a scene but not committed yet.
struct Draft {
    model::SceneId scene;
    std::optional<model::Answer> answer;
    std::string rationale;
};

/// A session in a list: enough for the library and the history without loading every decision.
struct SessionSummary {
    model::Session session; ///< decisions empty
    int decision_count = 0;
    std::string ending; ///< ending id; empty while the session is not finished
};

/// A drawing in a list.
struct SketchSummary {
    model::SketchId id;
    std::string title;
    std::int64_t updated_at = 0;
};

/// A workshop in a list.
struct WorkshopSummary {
    model::WorkshopId id;
    std::string title;
    std::string date; ///< "2026-11-23"; may be empty
    model::ScenarioId scenario;
    int group_count = 0;
    std::int64_t updated_at = 0;
};

/// What became of a session that was brought in (docs/decisions/0012-workshop.md).
enum class ImportOutcome {
    added,     ///< it was not here
    continued, ///< it had decisions, answers of the self-debrief, or how it ended, that were not here
    same,      ///< nothing in it was new
    older,     ///< what is here begins with it and has more
    diverged   ///< it has parted ways with what is here: nothing was changed
};

/// How many sessions of learners of a profession gave this answer at this scene.
struct AnswerCount {
    model::SceneId scene;
    model::LearnerProfession profession = model::LearnerProfession::other;
    model::Answer answer;
    int count = 0;
};

/// The answers that single learners gave in their first runs through a case.
struct CaseAnswers {
    std::vector<AnswerCount> answers; ///< by scene, then profession; like answers may stand apart
    int sessions = 0;                 ///< whose answers they are, those without a decision yet included
    int other_texts = 0;              ///< first runs through another text of the case: not counted
    int unreadable = 0;               ///< decisions that could not be read: not counted
};

/// Where sessions live. Every function reports failure as an Error whose code has a text "error.<code>" in the
/// catalogue: store-open, store-newer, store-damaged, store-busy, store-readonly, store-full, store-io,
/// store-conflict, store-missing.
class SessionStore {
  public:
    virtual ~SessionStore() = default;

    /// Creates the session (its decisions too) and keeps the scenario's canonical JSON under its hash.
    virtual base::Status create(const model::Session &session, const std::string &scenario_json) = 0;
    /// Appends decision number `index` (0-based). Durable when it returns. If another program has already written
    /// that number: store-conflict, nothing is changed. Clears the session's draft. `ending` is set when the
    /// decision finished the run.
    virtual base::Status append_decision(const model::SessionId &session, int index, const model::Decision &decision,
                                         const std::optional<model::EndingId> &ending, std::int64_t now) = 0;
    virtual base::Status save_draft(const model::SessionId &session, const Draft &draft) = 0;
    virtual base::Result<std::optional<Draft>> load_draft(const model::SessionId &session) = 0;
    virtual base::Status save_self_debrief(const model::SessionId &session, const model::SelfDebrief &answers,
                                           std::int64_t now) = 0;
    virtual base::Result<model::Session> load(const model::SessionId &session) = 0;
    /// Newest first.
    virtual base::Result<std::vector<SessionSummary>> list() = 0;
    /// The canonical JSON a session was played with, even if the file has changed since; empty when unknown.
    virtual base::Result<std::string> scenario_json(const std::string &hash) = 0;

    /// Where a party of a case was put on its eco-map.
    virtual base::Status save_place(const model::ScenarioId &scenario, const model::PartyId &party,
                                    model::MapPlace place) = 0;
    virtual base::Result<std::map<model::PartyId, model::MapPlace>> places(const model::ScenarioId &scenario) = 0;
    virtual base::Status forget_places(const model::ScenarioId &scenario) = 0;

    /// Keeps a drawing and returns its new revision. `sketch.revision` says which one was changed: if another program
    /// has saved or deleted it since, store-conflict, and nothing is changed.
    virtual base::Result<int> save_sketch(const model::Sketch &sketch) = 0;
    /// Errors beside those above: what content::sketch_from_json gives.
    virtual base::Result<content::ReadSketch> load_sketch(const model::SketchId &sketch) = 0;
    /// The last changed first.
    virtual base::Result<std::vector<SketchSummary>> list_sketches() = 0;
    virtual base::Status delete_sketch(const model::SketchId &sketch) = 0;

    /// Keeps a workshop and returns its new revision. `workshop.revision` says which one was changed: if another
    /// program has saved or deleted it since, store-conflict, and nothing is changed. `scenario_json` is the canonical
    /// text of its case, kept under workshop.scenario_hash; empty when it is kept already.
    virtual base::Result<int> save_workshop(const model::Workshop &workshop, const std::string &scenario_json) = 0;
    virtual base::Result<model::Workshop> load_workshop(const model::WorkshopId &workshop) = 0;
    /// The last changed first.
    virtual base::Result<std::vector<WorkshopSummary>> list_workshops() = 0;
    /// Its sessions stay.
    virtual base::Status delete_workshop(const model::WorkshopId &workshop) = 0;
    /// All sessions of a workshop, whole, by group, then by when they were begun, then by id.
    virtual base::Result<std::vector<model::Session>> sessions_of(const model::WorkshopId &workshop) = 0;
    /// Brings in a session that was played elsewhere, in one transaction: by the end all of it is here or nothing was
    /// changed. What parts ways with the one kept under its id (another case text, another seat, another decision)
    /// changes nothing. A written self-debrief replaces an empty one, and of two written ones the later stays. The
    /// draft of a session that went on or ended is cleared. `scenario_json` may be empty when unknown; `ending` is
    /// where the decisions end, if they do and that is known: it is set also when it becomes known after the decisions.
    virtual base::Result<ImportOutcome> import_session(const model::Session &session, const std::string &scenario_json,
                                                       const std::optional<model::EndingId> &ending) = 0;
    /// What single learners answered in their first runs through this text of a case (Scenario::hash). Given decisions
    /// and sessions of workshops, whose results may be hidden, are left out.
    virtual base::Result<CaseAnswers> answers_of_case(const model::ScenarioId &scenario,
                                                      const std::string &scenario_hash) = 0;
};

/// Opens (creating or migrating) the SQLite database at `file`: WAL, synchronous=FULL, foreign keys, busy timeout.
/// A file that is newer or damaged is not touched: the error says so.
[[nodiscard]] base::Result<std::unique_ptr<SessionStore>> open_sqlite_store(const std::filesystem::path &file);

/// Copies the database file (with its -wal and -shm, if any) to `folder` under a name that does not exist yet;
/// returns the copy's path. For a damaged or newer database that the person wants to hand to somebody.
[[nodiscard]] base::Result<std::filesystem::path> copy_database(const std::filesystem::path &file,
                                                                const std::filesystem::path &folder);

} // namespace tsunagi::store
