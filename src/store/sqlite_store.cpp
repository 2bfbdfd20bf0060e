#include "store/sqlite_store.h"

#include <utility>

#include <SQLiteCpp/VariadicBind.h>
#include <fmt/format.h>

#include "content/session_json.h"
#include "model/vocabulary.h"
#include "store/sqlite_error.h"
#include "store/sqlite_open.h"
#include "store/vote_key.h"

namespace tsunagi::store {

namespace {

using base::Error;
using base::Result;
using base::Status;
using SQLite::Statement;
using SQLite::Transaction;

std::string text_of(std::string_view word) { return std::string(word); }

Error missing(const model::SessionId &session) { return {"store-missing", session.value}; }

} // namespace

model::Session session_from_row(Statement &row) {
    model::Session session;
    session.id = model::SessionId(row.getColumn(0).getString());
    session.scenario = model::ScenarioId(row.getColumn(1).getString());
    session.scenario_version = row.getColumn(2).getString();
    session.scenario_hash = row.getColumn(3).getString();
    session.learner.nickname = row.getColumn(4).getString();
    session.learner.profession =
        model::value_of<model::LearnerProfession>(row.getColumn(5).getString(), model::kLearnerProfessionWords)
            .value_or(model::LearnerProfession::other);
    session.learner.group = row.getColumn(6).getString();
    session.kind = model::value_of<model::SessionKind>(row.getColumn(7).getString(), model::kSessionKindWords)
                       .value_or(model::SessionKind::replay);
    if (!row.getColumn(8).isNull())
        session.branch = model::BranchPoint{model::SessionId(row.getColumn(8).getString()), row.getColumn(9).getInt()};
    session.started_at = row.getColumn(10).getInt64();
    session.updated_at = row.getColumn(11).getInt64();
    session.self_debrief = {row.getColumn(12).getString(), row.getColumn(13).getString(),
                            row.getColumn(14).getString()};
    if (!row.getColumn(15).isNull())
        session.seat = model::WorkshopSeat{model::WorkshopId(row.getColumn(15).getString()),
                                           model::GroupId(row.getColumn(16).getString())};
    return session;
}

Status SqliteStore::create(const model::Session &session, const std::string &scenario_json) {
    return guarded<Status>(database_->getHandle(), [&]() -> Status {
        Transaction transaction = begin();
        if (has_session(session.id)) return Error{"store-conflict", session.id.value};
        keep_scenario(session.scenario_hash, scenario_json);
        insert_session(session);
        for (std::size_t i = 0; i < session.decisions.size(); ++i)
            insert_decision(session.id, static_cast<int>(i), session.decisions[i]);
        transaction.commit();
        return {};
    });
}

Status SqliteStore::append_decision(const model::SessionId &session, int index, const model::Decision &decision,
                                    const std::optional<model::EndingId> &ending, std::int64_t now) {
    return guarded<Status>(database_->getHandle(), [&]() -> Status {
        Transaction transaction = begin();
        if (!has_session(session)) return missing(session);
        // Counted under the write lock: nobody can come in between.
        if (const int count = decision_count(session); count != index)
            return Error{"store-conflict",
                         fmt::format("{}: decision {}, but {} are kept", session.value, index, count)};
        insert_decision(session, index, decision);
        Statement update(*database_, "UPDATE session SET updated_at = ?, ending = ? WHERE id = ?");
        SQLite::bind(update, now, ending ? ending->value : std::string(), session.value);
        update.exec();
        Statement clear(*database_, "DELETE FROM draft WHERE session = ?");
        SQLite::bind(clear, session.value);
        clear.exec();
        transaction.commit();
        return {};
    });
}

Status SqliteStore::save_draft(const model::SessionId &session, const Draft &draft) {
    return guarded<Status>(database_->getHandle(), [&]() -> Status {
        Transaction transaction = begin();
        if (!has_session(session)) return missing(session);
        Statement insert(*database_,
                         "INSERT OR REPLACE INTO draft (session, scene, answer, rationale) VALUES (?, ?, ?, ?)");
        insert.bind(1, session.value);
        insert.bind(2, draft.scene.value);
        if (draft.answer) insert.bind(3, content::answer_to_json(*draft.answer));
        insert.bind(4, draft.rationale);
        insert.exec();
        transaction.commit();
        return {};
    });
}

Result<std::optional<Draft>> SqliteStore::load_draft(const model::SessionId &session) {
    using Loaded = Result<std::optional<Draft>>;
    return guarded<Loaded>(database_->getHandle(), [&]() -> Loaded {
        Statement select(*database_, "SELECT scene, answer, rationale FROM draft WHERE session = ?");
        select.bind(1, session.value);
        if (!select.executeStep()) return std::optional<Draft>();
        Draft draft;
        draft.scene = model::SceneId(select.getColumn(0).getString());
        draft.rationale = select.getColumn(2).getString();
        if (!select.getColumn(1).isNull()) {
            auto answer = content::answer_from_json(select.getColumn(1).getString());
            if (!answer.is_ok()) return Error{"store-damaged", answer.error().detail};
            draft.answer = std::move(answer).value();
        }
        return std::optional<Draft>(std::move(draft));
    });
}

Status SqliteStore::save_self_debrief(const model::SessionId &session, const model::SelfDebrief &answers,
                                      std::int64_t now) {
    return guarded<Status>(database_->getHandle(), [&]() -> Status {
        Transaction transaction = begin();
        Statement update(*database_, "UPDATE session SET debrief_what = ?, debrief_why = ?, debrief_next = ?, "
                                     "updated_at = ? WHERE id = ?");
        SQLite::bind(update, answers.what, answers.why, answers.next, now, session.value);
        if (update.exec() == 0) return missing(session);
        transaction.commit();
        return {};
    });
}

Result<model::Session> SqliteStore::load(const model::SessionId &id) {
    auto found = read_sessions("id = ? ORDER BY id", id.value);
    if (!found) return found.error();
    if (found->empty()) return missing(id);
    return std::move(found->front());
}

// `which` is a condition and an order of ours that tells sessions apart, never text from outside.
Result<std::vector<model::Session>> SqliteStore::read_sessions(const char *which, const std::string &value) {
    using Loaded = Result<std::vector<model::Session>>;
    return guarded<Loaded>(database_->getHandle(), [&]() -> Loaded {
        // One statement: the sessions and their decisions are of the same moment.
        Statement select(*database_, fmt::format("SELECT {}, json FROM session LEFT JOIN decision "
                                                 "ON decision.session = session.id WHERE {}, number",
                                                 kSessionColumns, which));
        select.bind(1, value);
        std::vector<model::Session> sessions;
        while (select.executeStep()) {
            if (const std::string id = select.getColumn(0).getString();
                sessions.empty() || sessions.back().id.value != id)
                sessions.push_back(session_from_row(select));
            const SQLite::Column json = select.getColumn(kSessionColumnCount);
            if (json.isNull()) continue; // nothing was decided yet
            auto decision = content::decision_from_json(json.getString());
            if (!decision.is_ok()) return Error{"store-damaged", decision.error().detail};
            sessions.back().decisions.push_back(std::move(decision).value());
        }
        return sessions;
    });
}

Result<std::vector<SessionSummary>> SqliteStore::list() {
    using Listed = Result<std::vector<SessionSummary>>;
    return guarded<Listed>(database_->getHandle(), [&]() -> Listed {
        Statement select(*database_,
                         fmt::format("SELECT {}, ending, (SELECT count(*) FROM decision WHERE session = session.id) "
                                     "FROM session ORDER BY updated_at DESC, rowid DESC",
                                     kSessionColumns));
        std::vector<SessionSummary> summaries;
        while (select.executeStep())
            summaries.push_back({session_from_row(select), select.getColumn(kSessionColumnCount + 1).getInt(),
                                 select.getColumn(kSessionColumnCount).getString()});
        return summaries;
    });
}

Result<std::string> SqliteStore::scenario_json(const std::string &hash) {
    return guarded<Result<std::string>>(database_->getHandle(), [&]() -> Result<std::string> {
        Statement select(*database_, "SELECT json FROM scenario WHERE hash = ?");
        select.bind(1, hash);
        return select.executeStep() ? select.getColumn(0).getString() : std::string();
    });
}

Transaction SqliteStore::begin() { return Transaction(*database_, SQLite::TransactionBehavior::IMMEDIATE); }

// `table` is a word of ours, never text from outside.
Status SqliteStore::check_revision(const char *table, const std::string &id, int revision) {
    Statement select(*database_, fmt::format("SELECT revision FROM {} WHERE id = ?", table));
    select.bind(1, id);
    const int kept = select.executeStep() ? select.getColumn(0).getInt() : 0;
    if (kept == revision) return {};
    return Error{"store-conflict", fmt::format("{}: revision {}, but {} is kept", id, revision, kept)};
}

Status SqliteStore::delete_row(const char *table, const std::string &id) {
    return guarded<Status>(database_->getHandle(), [&]() -> Status {
        Statement remove(*database_, fmt::format("DELETE FROM {} WHERE id = ?", table));
        remove.bind(1, id);
        remove.exec();
        return {};
    });
}

bool SqliteStore::has_session(const model::SessionId &session) {
    Statement select(*database_, "SELECT 1 FROM session WHERE id = ?");
    select.bind(1, session.value);
    return select.executeStep();
}

int SqliteStore::decision_count(const model::SessionId &session) {
    Statement select(*database_, "SELECT count(*) FROM decision WHERE session = ?");
    select.bind(1, session.value);
    select.executeStep();
    return select.getColumn(0).getInt();
}

void SqliteStore::keep_scenario(const std::string &hash, const std::string &json) {
    if (json.empty()) return;
    // An earlier program kept "" for a text that it did not know.
    Statement insert(*database_, "INSERT INTO scenario (hash, json) VALUES (?, ?) "
                                 "ON CONFLICT (hash) DO UPDATE SET json = excluded.json WHERE scenario.json = ''");
    SQLite::bind(insert, hash, json);
    insert.exec();
}

void SqliteStore::insert_session(const model::Session &session) {
    Statement insert(*database_,
                     fmt::format("INSERT INTO session ({}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                                 kSessionColumns));
    insert.bind(1, session.id.value);
    insert.bind(2, session.scenario.value);
    insert.bind(3, session.scenario_version);
    insert.bind(4, session.scenario_hash);
    insert.bind(5, session.learner.nickname);
    insert.bind(6, text_of(word_of(session.learner.profession, model::kLearnerProfessionWords)));
    insert.bind(7, session.learner.group);
    insert.bind(8, text_of(word_of(session.kind, model::kSessionKindWords)));
    if (session.branch) {
        insert.bind(9, session.branch->session.value);
        insert.bind(10, session.branch->decision_count);
    }
    insert.bind(11, session.started_at);
    insert.bind(12, session.updated_at);
    insert.bind(13, session.self_debrief.what);
    insert.bind(14, session.self_debrief.why);
    insert.bind(15, session.self_debrief.next);
    if (session.seat) {
        insert.bind(16, session.seat->workshop.value);
        insert.bind(17, session.seat->group.value);
    }
    insert.exec();
}

void SqliteStore::insert_decision(const model::SessionId &session, int number, const model::Decision &decision) {
    Statement insert(*database_, "INSERT INTO decision (session, number, json) VALUES (?, ?, ?)");
    SQLite::bind(insert, session.value, number, content::decision_to_json(decision));
    insert.exec();
    const auto key = vote_key(decision);
    if (!key) return;
    Statement vote(*database_, "INSERT INTO vote (session, number, key) VALUES (?, ?, ?)");
    SQLite::bind(vote, session.value, number, *key);
    vote.exec();
}

Result<std::unique_ptr<SessionStore>> open_sqlite_store(const std::filesystem::path &file) {
    auto database = open_database(file);
    if (!database.is_ok()) return database.error();
    return std::unique_ptr<SessionStore>(std::make_unique<SqliteStore>(std::move(database).value()));
}

} // namespace tsunagi::store
