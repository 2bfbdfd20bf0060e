#include <algorithm>
#include <utility>

#include <SQLiteCpp/VariadicBind.h>
#include <fmt/format.h>

#include "content/session_json.h"
#include "content/workshop_json.h"
#include "model/vocabulary.h"
#include "store/sqlite_error.h"
#include "store/sqlite_store.h"

namespace tsunagi::store {

using base::Error;
using base::Result;
using base::Status;
using SQLite::Statement;
using SQLite::Transaction;

namespace {

bool has_same_seat(const model::Session &a, const model::Session &b) {
    if (!a.seat || !b.seat) return !a.seat && !b.seat;
    return a.seat->workshop == b.seat->workshop && a.seat->group == b.seat->group;
}

/// Whether the self-debrief of a session that is brought in takes the place of the one kept: a written one that of an
/// empty one, however old, and of two written ones the later. Nothing takes the place of a written one but another.
bool replaces(const model::Session &theirs, const model::Session &kept) {
    const model::SelfDebrief &now = theirs.self_debrief;
    const model::SelfDebrief &before = kept.self_debrief;
    if (now.is_empty()) return false;
    if (before.is_empty()) return true;
    return theirs.updated_at > kept.updated_at &&
           (now.what != before.what || now.why != before.why || now.next != before.next);
}

} // namespace

Result<int> SqliteStore::save_workshop(const model::Workshop &workshop, const std::string &scenario_json) {
    return guarded<Result<int>>(database_->getHandle(), [&]() -> Result<int> {
        Transaction transaction = begin();
        if (const Status fits = check_revision("workshop", workshop.id.value, workshop.revision); !fits)
            return fits.error();
        keep_scenario(workshop.scenario_hash, scenario_json);
        Statement insert(*database_, "INSERT OR REPLACE INTO workshop (id, revision, title, date, json, updated_at) "
                                     "VALUES (?, ?, ?, ?, ?, ?)");
        SQLite::bind(insert, workshop.id.value, workshop.revision + 1, workshop.title, workshop.date,
                     content::workshop_to_json(workshop), workshop.updated_at);
        insert.exec();
        transaction.commit();
        return workshop.revision + 1;
    });
}

Result<model::Workshop> SqliteStore::load_workshop(const model::WorkshopId &id) {
    using Loaded = Result<model::Workshop>;
    return guarded<Loaded>(database_->getHandle(), [&]() -> Loaded {
        Statement select(*database_, "SELECT json, revision FROM workshop WHERE id = ?");
        select.bind(1, id.value);
        if (!select.executeStep()) return Error{"store-missing", id.value};
        Loaded workshop = content::workshop_from_json(select.getColumn(0).getString());
        if (!workshop) {
            if (workshop.error().code == "workshop-newer") return workshop;
            return Error{"store-damaged", workshop.error().detail};
        }
        workshop->id = id;
        workshop->revision = select.getColumn(1).getInt();
        return workshop;
    });
}

Result<std::vector<WorkshopSummary>> SqliteStore::list_workshops() {
    using Listed = Result<std::vector<WorkshopSummary>>;
    return guarded<Listed>(database_->getHandle(), [&]() -> Listed {
        Statement select(*database_,
                         "SELECT id, title, date, json_extract(json, '$.scenario.id'), "
                         "json_array_length(json, '$.groups'), updated_at FROM workshop ORDER BY updated_at DESC, id");
        std::vector<WorkshopSummary> summaries;
        while (select.executeStep())
            summaries.push_back({model::WorkshopId(select.getColumn(0).getString()), select.getColumn(1).getString(),
                                 select.getColumn(2).getString(), model::ScenarioId(select.getColumn(3).getString()),
                                 select.getColumn(4).getInt(), select.getColumn(5).getInt64()});
        return summaries;
    });
}

Status SqliteStore::delete_workshop(const model::WorkshopId &workshop) {
    return delete_row("workshop", workshop.value);
}

Result<std::vector<model::Session>> SqliteStore::sessions_of(const model::WorkshopId &workshop) {
    return read_sessions("workshop = ? ORDER BY workshop_group, started_at, id", workshop.value);
}

Result<ImportOutcome> SqliteStore::import_session(const model::Session &session, const std::string &scenario_json,
                                                  const std::optional<model::EndingId> &ending) {
    return guarded<Result<ImportOutcome>>(database_->getHandle(), [&]() -> Result<ImportOutcome> {
        Transaction transaction = begin();
        const ImportOutcome outcome = merge_session(session, ending);
        if (outcome != ImportOutcome::diverged) keep_scenario(session.scenario_hash, scenario_json);
        transaction.commit();
        return outcome;
    });
}

ImportOutcome SqliteStore::merge_session(const model::Session &session, const std::optional<model::EndingId> &ending) {
    const std::string ending_text = ending ? ending->value : std::string();
    Statement select(*database_, fmt::format("SELECT {}, ending FROM session WHERE id = ?", kSessionColumns));
    select.bind(1, session.id.value);
    const bool is_known = select.executeStep();
    const model::Session kept = is_known ? session_from_row(select) : model::Session();
    const bool has_ended = is_known && !select.getColumn(kSessionColumnCount).getString().empty();
    if (is_known && (kept.scenario_hash != session.scenario_hash || !has_same_seat(kept, session)))
        return ImportOutcome::diverged;

    // One decision has one text (content::decision_to_json), so texts tell whether decisions agree.
    std::size_t known = 0;
    Statement decisions(*database_, "SELECT json FROM decision WHERE session = ? ORDER BY number");
    decisions.bind(1, session.id.value);
    for (; decisions.executeStep(); ++known)
        if (known < session.decisions.size() &&
            decisions.getColumn(0).getString() != content::decision_to_json(session.decisions[known]))
            return ImportOutcome::diverged;

    if (!is_known) insert_session(session);
    for (std::size_t i = known; i < session.decisions.size(); ++i)
        insert_decision(session.id, static_cast<int>(i), session.decisions[i]);
    const bool has_more = session.decisions.size() > known;
    // Where a run ended is not known when its case's text did not come with it; it may come with a later file.
    const bool has_new_ending = is_known && !has_ended && session.decisions.size() >= known && !ending_text.empty();
    if (!is_known || has_more || has_new_ending) {
        Statement update(*database_, "UPDATE session SET ending = ? WHERE id = ?");
        SQLite::bind(update, ending_text, session.id.value);
        update.exec();
        Statement clear(*database_, "DELETE FROM draft WHERE session = ?");
        SQLite::bind(clear, session.id.value);
        clear.exec();
    }
    if (!is_known) return ImportOutcome::added;

    const bool has_new_debrief = replaces(session, kept);
    if (!has_more && !has_new_ending && !has_new_debrief)
        return session.decisions.size() == known ? ImportOutcome::same : ImportOutcome::older;

    // Only now: the time of a file of which nothing was taken must not make an answer look old that comes after it.
    const model::SelfDebrief &debrief = has_new_debrief ? session.self_debrief : kept.self_debrief;
    Statement update(*database_, "UPDATE session SET debrief_what = ?, debrief_why = ?, debrief_next = ?, "
                                 "updated_at = ? WHERE id = ?");
    SQLite::bind(update, debrief.what, debrief.why, debrief.next, std::max(kept.updated_at, session.updated_at),
                 session.id.value);
    update.exec();
    return ImportOutcome::continued;
}

} // namespace tsunagi::store
