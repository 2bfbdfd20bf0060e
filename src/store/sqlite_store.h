#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <SQLiteCpp/SQLiteCpp.h>

#include "store/session_store.h"

namespace tsunagi::store {

/// What session_from_row reads, in this order.
inline constexpr const char *kSessionColumns =
    "id, scenario, scenario_version, scenario_hash, nickname, profession, group_name, kind, branch_session, "
    "branch_count, started_at, updated_at, debrief_what, debrief_why, debrief_next, workshop, workshop_group";
inline constexpr int kSessionColumnCount = 17;
/// The session of a row that begins with kSessionColumns; no decisions. A word this program does not know (a newer list
/// of professions) becomes the default.
[[nodiscard]] model::Session session_from_row(SQLite::Statement &row);

/// The store in a SQLite database. By meaning in four files: sessions (sqlite_store.cpp), eco-maps
/// (sqlite_sketches.cpp), workshops (sqlite_workshops.cpp), answers added up (sqlite_answers.cpp).
class SqliteStore final : public SessionStore {
  public:
    explicit SqliteStore(std::unique_ptr<SQLite::Database> database) : database_(std::move(database)) {}

    base::Status create(const model::Session &session, const std::string &scenario_json) override;
    base::Status append_decision(const model::SessionId &session, int index, const model::Decision &decision,
                                 const std::optional<model::EndingId> &ending, std::int64_t now) override;
    base::Status save_draft(const model::SessionId &session, const Draft &draft) override;
    base::Result<std::optional<Draft>> load_draft(const model::SessionId &session) override;
    base::Status save_self_debrief(const model::SessionId &session, const model::SelfDebrief &answers,
                                   std::int64_t now) override;
    base::Result<model::Session> load(const model::SessionId &id) override;
    base::Result<std::vector<SessionSummary>> list() override;
    base::Result<std::string> scenario_json(const std::string &hash) override;
    base::Status save_place(const model::ScenarioId &scenario, const model::PartyId &party,
                            model::MapPlace place) override;
    base::Result<std::map<model::PartyId, model::MapPlace>> places(const model::ScenarioId &scenario) override;
    base::Status forget_places(const model::ScenarioId &scenario) override;
    base::Result<int> save_sketch(const model::Sketch &sketch) override;
    base::Result<content::ReadSketch> load_sketch(const model::SketchId &id) override;
    base::Result<std::vector<SketchSummary>> list_sketches() override;
    base::Status delete_sketch(const model::SketchId &sketch) override;

    base::Result<int> save_workshop(const model::Workshop &workshop, const std::string &scenario_json) override;
    base::Result<model::Workshop> load_workshop(const model::WorkshopId &id) override;
    base::Result<std::vector<WorkshopSummary>> list_workshops() override;
    base::Status delete_workshop(const model::WorkshopId &workshop) override;
    base::Result<std::vector<model::Session>> sessions_of(const model::WorkshopId &workshop) override;
    base::Result<ImportOutcome> import_session(const model::Session &session, const std::string &scenario_json,
                                               const std::optional<model::EndingId> &ending) override;
    base::Result<CaseAnswers> answers_of_case(const model::ScenarioId &scenario,
                                              const std::string &scenario_hash) override;

  private:
    /// "store-conflict" unless `revision` is the one kept in a table of drawings or workshops; 0: there is none.
    base::Status check_revision(const char *table, const std::string &id, int revision);
    base::Status delete_row(const char *table, const std::string &id);
    /// The write lock first, so that what is read before writing cannot change in between.
    SQLite::Transaction begin();
    /// Whole sessions, in the order that `which` ends in: "<condition on ?> ORDER BY <columns>".
    base::Result<std::vector<model::Session>> read_sessions(const char *which, const std::string &value);
    bool has_session(const model::SessionId &session);
    int decision_count(const model::SessionId &session);
    void insert_session(const model::Session &session);
    void insert_decision(const model::SessionId &session, int number, const model::Decision &decision);
    /// The text of a case under its hash; nothing is done when it is kept already, or empty because it is not known.
    void keep_scenario(const std::string &hash, const std::string &json);
    ImportOutcome merge_session(const model::Session &session, const std::optional<model::EndingId> &ending);

    std::unique_ptr<SQLite::Database> database_;
};

} // namespace tsunagi::store
