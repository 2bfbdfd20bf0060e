#include "store/migrations.h"

#include <string>

#include <fmt/format.h>

#include "store/vote_key.h"

namespace tsunagi::store {

namespace {

// Only what was decided is kept, as the JSON that content/session_json defines; scores are computed from it anew.
// `ending` is there so that the history can be listed without folding every session.
constexpr std::string_view kSessions = R"sql(
CREATE TABLE scenario (
    hash TEXT PRIMARY KEY,
    json TEXT NOT NULL
) STRICT;

CREATE TABLE session (
    id               TEXT PRIMARY KEY,
    scenario         TEXT NOT NULL,
    scenario_version TEXT NOT NULL,
    scenario_hash    TEXT NOT NULL,
    nickname         TEXT NOT NULL,
    profession       TEXT NOT NULL,
    group_name       TEXT NOT NULL,
    kind             TEXT NOT NULL,
    branch_session   TEXT,
    branch_count     INTEGER,
    started_at       INTEGER NOT NULL,
    updated_at       INTEGER NOT NULL,
    ending           TEXT NOT NULL DEFAULT '',
    debrief_what     TEXT NOT NULL DEFAULT '',
    debrief_why      TEXT NOT NULL DEFAULT '',
    debrief_next     TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE decision (
    session TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    number  INTEGER NOT NULL CHECK (number >= 0),
    json    TEXT NOT NULL,
    PRIMARY KEY (session, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE draft (
    session   TEXT PRIMARY KEY REFERENCES session (id) ON DELETE CASCADE,
    scene     TEXT NOT NULL,
    answer    TEXT,
    rationale TEXT NOT NULL
) STRICT, WITHOUT ROWID;
)sql";

// Where somebody put a party on the eco-map of a case, and eco-maps drawn from nothing (content/sketch_json).
constexpr std::string_view kEcoMaps = R"sql(
CREATE TABLE party_place (
    scenario TEXT NOT NULL,
    party    TEXT NOT NULL,
    x        REAL NOT NULL,
    y        REAL NOT NULL,
    PRIMARY KEY (scenario, party)
) STRICT, WITHOUT ROWID;

CREATE TABLE sketch (
    id         TEXT PRIMARY KEY,
    revision   INTEGER NOT NULL CHECK (revision > 0),
    title      TEXT NOT NULL,
    json       TEXT NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
)sql";

// Workshops (content/workshop_json), and whose session it is in one.
constexpr std::string_view kWorkshops = R"sql(
CREATE TABLE workshop (
    id         TEXT PRIMARY KEY,
    revision   INTEGER NOT NULL CHECK (revision > 0),
    title      TEXT NOT NULL,
    date       TEXT NOT NULL,
    json       TEXT NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

ALTER TABLE session ADD COLUMN workshop TEXT;
ALTER TABLE session ADD COLUMN workshop_group TEXT;
CREATE INDEX session_by_workshop ON session (workshop) WHERE workshop IS NOT NULL;
)sql";

// What each decision that somebody was asked for answered, as a number (store/vote_key): to add up a hundred thousand
// sessions, SQLite then goes through these few bytes and not through every decision's text. A table of its own, because
// a column behind the text would be read through the text, and so that the text of old decisions is not written anew.
// OR IGNORE: a given decision has no key, and gets no row.
constexpr std::string_view kVotes = R"sql(
CREATE TABLE vote (
    session TEXT NOT NULL,
    number  INTEGER NOT NULL,
    key     INTEGER NOT NULL,
    PRIMARY KEY (session, number),
    FOREIGN KEY (session, number) REFERENCES decision (session, number) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

INSERT OR IGNORE INTO vote SELECT session, number, vote_key(json) FROM decision;
)sql";

} // namespace

const Migrations &all_migrations() {
    static const Migrations migrations = {kSessions, kEcoMaps, kWorkshops, kVotes};
    return migrations;
}

base::Status migrate(SQLite::Database &database, const Migrations &migrations) {
    const int newest = static_cast<int>(migrations.size());
    add_vote_key(database);
    for (;;) {
        // Asked inside the transaction: another program may be taking the same step at this moment.
        if (const int version = database.execAndGet("PRAGMA user_version").getInt(); version == newest) return {};
        SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
        const int version = database.execAndGet("PRAGMA user_version").getInt();
        if (version > newest)
            return base::Error{"store-newer", fmt::format("version {}, this program knows {}", version, newest)};
        if (version < newest) {
            database.exec(std::string(migrations[static_cast<std::size_t>(version)]));
            database.exec(fmt::format("PRAGMA application_id = {}", kApplicationId));
            database.exec(fmt::format("PRAGMA user_version = {}", version + 1));
        }
        transaction.commit();
    }
}

} // namespace tsunagi::store
