// Workshops in the database, and sessions brought in from elsewhere.
#include <chrono>
#include <map>
#include <thread>
#include <unistd.h>

#include <SQLiteCpp/SQLiteCpp.h>

#include "content/session_json.h"
#include "store/migrations.h"
#include "store/store_support.h"

using namespace tsunagi;
using store::ImportOutcome;
using test::example_decision;
using test::example_session;
using test::open_store;
namespace fs = std::filesystem;

namespace {

const model::WorkshopId kWorkshop("w-1");

model::Workshop example_workshop(const std::string &id = "w-1", std::int64_t updated_at = 1) {
    model::Workshop workshop;
    workshop.id = model::WorkshopId(id);
    workshop.title = "'; DROP TABLE workshop; --";
    workshop.date = "2026-11-23";
    workshop.scenario = model::ScenarioId("cpp-1");
    workshop.scenario_version = "1.0";
    workshop.scenario_hash = "xxh3:00";
    workshop.groups = {{model::GroupId("cpp"), "心理", model::LearnerProfession::cpp, 4},
                       {model::GroupId("ot"), "作業", model::LearnerProfession::ot, 3}};
    workshop.minutes = "話し合い";
    workshop.updated_at = updated_at;
    return workshop;
}

model::Session seated(const std::string &id, const std::string &group, int decisions) {
    model::Session session = example_session(id);
    session.seat = model::WorkshopSeat{kWorkshop, model::GroupId(group)};
    session.learner.profession = group == "cpp" ? model::LearnerProfession::cpp : model::LearnerProfession::ot;
    for (int i = 0; i < decisions; ++i) session.decisions.push_back(example_decision(i));
    return session;
}

ImportOutcome import_into(store::SessionStore &store, const model::Session &session) {
    const auto outcome = store.import_session(session, "{}", std::nullopt);
    REQUIRE(outcome.is_ok());
    return *outcome;
}

std::string text_of(store::SessionStore &store, const std::string &id) {
    const auto session = store.load(model::SessionId(id));
    REQUIRE(session.is_ok());
    return content::session_to_json(*session);
}

} // namespace

TEST_CASE("a workshop is kept with its revision, and listed, the last changed first") {
    const test::TemporaryFolder folder;
    {
        auto store = open_store(folder / "a.db");
        model::Workshop workshop = example_workshop();
        CHECK(*store->save_workshop(workshop, R"({"id":"cpp-1"})") == 1);
        workshop.revision = 1;
        workshop.minutes = "続き";
        CHECK(*store->save_workshop(workshop, "") == 2);
        CHECK(*store->save_workshop(example_workshop("w-2", 20), "") == 1);
    }
    auto store = open_store(folder / "a.db");
    const auto workshop = store->load_workshop(kWorkshop);
    REQUIRE(workshop.is_ok());
    CHECK(workshop->revision == 2);
    CHECK(workshop->minutes == "続き");
    CHECK(workshop->title == "'; DROP TABLE workshop; --");
    CHECK(workshop->groups.size() == 2);
    CHECK(*store->scenario_json("xxh3:00") == R"({"id":"cpp-1"})");

    const auto list = store->list_workshops();
    REQUIRE(list.is_ok());
    REQUIRE(list->size() == 2);
    CHECK((*list)[0].id.value == "w-2");
    CHECK((*list)[0].updated_at == 20);
    CHECK((*list)[1].title == "'; DROP TABLE workshop; --");
    CHECK((*list)[1].date == "2026-11-23");
    CHECK((*list)[1].scenario.value == "cpp-1");
    CHECK((*list)[1].group_count == 2);

    CHECK(store->load_workshop(model::WorkshopId("w-9")).error().code == "store-missing");
}

TEST_CASE("of two programs that change a workshop, the second is told and overwrites nothing") {
    const test::TemporaryFolder folder;
    auto first = open_store(folder / "a.db");
    auto second = open_store(folder / "a.db");
    model::Workshop ours = example_workshop();
    REQUIRE(first->save_workshop(ours, "").is_ok());
    model::Workshop theirs = *second->load_workshop(kWorkshop);
    theirs.minutes = "ほかの画面";
    REQUIRE(second->save_workshop(theirs, "").is_ok());
    ours.revision = 1;
    CHECK(first->save_workshop(ours, "").error().code == "store-conflict");
    CHECK(first->save_workshop(example_workshop(), "").error().code == "store-conflict"); // a new one of the same id
    CHECK(first->load_workshop(kWorkshop)->minutes == "ほかの画面");
}

TEST_CASE("a deleted workshop leaves its sessions") {
    const test::TemporaryFolder folder;
    auto store = open_store(folder / "a.db");
    REQUIRE(store->save_workshop(example_workshop(), "").is_ok());
    REQUIRE(store->create(seated("s-1", "ot", 3), "{}").is_ok());
    REQUIRE(store->delete_workshop(kWorkshop).is_ok());
    CHECK(store->load_workshop(kWorkshop).error().code == "store-missing");
    CHECK(store->list()->size() == 1);
    CHECK(store->sessions_of(kWorkshop)->size() == 1);
}

TEST_CASE("a session remembers its seat, and the sessions of a workshop come whole") {
    const test::TemporaryFolder folder;
    auto store = open_store(folder / "a.db");
    model::Session late = seated("s-a", "ot", 5);
    late.started_at += 10;
    late.decisions[2].is_given = true;
    REQUIRE(store->create(late, "{}").is_ok());
    REQUIRE(store->create(seated("s-b", "ot", 0), "{}").is_ok());
    REQUIRE(store->create(seated("s-c", "cpp", 12), "{}").is_ok());
    REQUIRE(store->create(example_session("s-alone"), "{}").is_ok());
    model::Session elsewhere = seated("s-d", "ot", 1);
    elsewhere.seat->workshop = model::WorkshopId("w-2");
    REQUIRE(store->create(elsewhere, "{}").is_ok());

    const auto sessions = store->sessions_of(kWorkshop);
    REQUIRE(sessions.is_ok());
    REQUIRE(sessions->size() == 3);
    const char *order[] = {"s-c", "s-b", "s-a"}; // by group, then by when it was begun
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK((*sessions)[i].id.value == order[i]);
        CHECK(content::session_to_json((*sessions)[i]) == text_of(*store, order[i]));
    }
    CHECK((*sessions)[0].decisions.size() == 12); // 10 and 11 come after 9
    CHECK((*sessions)[2].decisions[2].is_given);
    CHECK(!store->load(model::SessionId("s-alone"))->seat.has_value());
    const auto list = store->list();
    REQUIRE(list.is_ok());
    for (const store::SessionSummary &summary : *list) {
        CHECK(summary.session.seat.has_value() == (summary.session.id.value != "s-alone"));
        if (summary.session.id.value == "s-c") CHECK(summary.decision_count == 12);
    }
}

TEST_CASE("a session that is brought in: new, the same, older, longer") {
    const test::TemporaryFolder folder;
    auto store = open_store(folder / "a.db");
    const model::Session whole = seated("s-1", "ot", 6);
    model::Session part = whole;
    part.decisions.resize(4);

    CHECK(import_into(*store, part) == ImportOutcome::added);
    CHECK(text_of(*store, "s-1") == content::session_to_json(part));
    CHECK(*store->scenario_json("xxh3:00") == "{}");
    REQUIRE(store->save_draft(whole.id, {model::SceneId("scene-4"), std::nullopt, "draft"}).is_ok());
    CHECK(import_into(*store, part) == ImportOutcome::same);
    CHECK(store->load_draft(whole.id)->has_value()); // nothing new: what is typed stays
    model::Session older = part;
    older.decisions.clear();
    CHECK(import_into(*store, older) == ImportOutcome::older);
    CHECK(text_of(*store, "s-1") == content::session_to_json(part));

    const auto outcome = store->import_session(whole, "{}", model::EndingId("together"));
    REQUIRE(outcome.is_ok());
    CHECK(*outcome == ImportOutcome::continued);
    CHECK(text_of(*store, "s-1") == content::session_to_json(whole));
    CHECK(!store->load_draft(whole.id)->has_value());
    CHECK(store->list()->front().ending == "together");
    CHECK(import_into(*store, part) == ImportOutcome::older);
    CHECK(store->list()->front().ending == "together");
}

TEST_CASE("a session that parts ways with the one kept changes nothing") {
    const test::TemporaryFolder folder;
    auto store = open_store(folder / "a.db");
    const model::Session kept = seated("s-1", "ot", 4);
    import_into(*store, kept);
    const std::string before = text_of(*store, "s-1");
    model::Session other = seated("s-1", "ot", 6);
    other.updated_at += 100;
    other.self_debrief.what = "theirs";
    SUBCASE("another answer") { other.decisions[1].answer = model::OneAnswer{model::OptionId("wait")}; }
    SUBCASE("another answer, and shorter") {
        other.decisions.resize(2);
        other.decisions[1].answer = model::OneAnswer{model::OptionId("wait")};
    }
    SUBCASE("another reason") { other.decisions[3].rationale = "because"; }
    SUBCASE("a given decision") { other.decisions[0].is_given = true; }
    SUBCASE("another text of the case") { other.scenario_hash = "xxh3:11"; }
    SUBCASE("another group") { other.seat->group = model::GroupId("cpp"); }
    SUBCASE("another workshop") { other.seat->workshop = model::WorkshopId("w-2"); }
    SUBCASE("no seat") { other.seat.reset(); }
    const auto outcome = store->import_session(other, R"({"new":1})", std::nullopt);
    REQUIRE(outcome.is_ok());
    CHECK(*outcome == ImportOutcome::diverged);
    CHECK(text_of(*store, "s-1") == before);
    CHECK(store->scenario_json("xxh3:11")->empty());
}

TEST_CASE("of the self-debrief the later one stays, and none never replaces one") {
    const test::TemporaryFolder folder;
    auto store = open_store(folder / "a.db");
    model::Session session = seated("s-1", "ot", 2);
    session.self_debrief = {"what", "why", "next"};
    session.updated_at = 100;
    import_into(*store, session);

    model::Session earlier = session;
    earlier.self_debrief.what = "earlier";
    earlier.updated_at = 50;
    CHECK(import_into(*store, earlier) == ImportOutcome::same);
    CHECK(store->load(session.id)->self_debrief.what == "what");
    CHECK(store->load(session.id)->updated_at == 100);

    model::Session later = session;
    later.self_debrief.what = "later";
    later.updated_at = 150;
    CHECK(import_into(*store, later) == ImportOutcome::continued); // something new came
    CHECK(store->load(session.id)->self_debrief.what == "later");
    CHECK(store->load(session.id)->updated_at == 150);

    later.self_debrief = {};
    later.updated_at = 200;
    CHECK(import_into(*store, later) == ImportOutcome::same);
    CHECK(store->load(session.id)->self_debrief.what == "later");
}

TEST_CASE("a written self-debrief takes the place of an empty one, however late the empty one is") {
    const test::TemporaryFolder folder;
    auto store = open_store(folder / "a.db");
    model::Session session = seated("s-1", "ot", 2);
    session.updated_at = 200;
    import_into(*store, session);

    model::Session written = session;
    written.self_debrief.what = "what";
    written.updated_at = 100;
    CHECK(import_into(*store, written) == ImportOutcome::continued);
    CHECK(store->load(session.id)->self_debrief.what == "what");
    CHECK(store->load(session.id)->updated_at == 200);

    // An empty one that changed nothing must not make the next one look old.
    session.updated_at = 400;
    CHECK(import_into(*store, session) == ImportOutcome::same);
    written.self_debrief.what = "what else";
    written.updated_at = 300;
    CHECK(import_into(*store, written) == ImportOutcome::continued);
    CHECK(store->load(session.id)->self_debrief.what == "what else");

    // Beside new decisions too.
    model::Session longer = seated("s-1", "ot", 4);
    longer.updated_at = 500;
    CHECK(import_into(*store, longer) == ImportOutcome::continued);
    CHECK(store->load(session.id)->self_debrief.what == "what else");
    CHECK(store->load(session.id)->decisions.size() == 4);
}

TEST_CASE("a run whose ending was not known when it came is finished once it is") {
    const test::TemporaryFolder folder;
    auto store = open_store(folder / "a.db");
    const model::Session session = seated("s-1", "ot", 4);
    // Without the case's text nobody can say that these decisions come to an ending.
    REQUIRE(*store->import_session(session, "", std::nullopt) == ImportOutcome::added);
    REQUIRE(store->save_draft(session.id, {model::SceneId("scene-4"), std::nullopt, "draft"}).is_ok());
    CHECK(store->list()->front().ending.empty());

    SUBCASE("the same file with the text") {
        const auto outcome = store->import_session(session, "{}", model::EndingId("together"));
        REQUIRE(outcome.is_ok());
        CHECK(*outcome == ImportOutcome::continued);
        CHECK(store->list()->front().ending == "together");
        CHECK(!store->load_draft(session.id)->has_value());
        CHECK(*store->import_session(session, "{}", model::EndingId("together")) == ImportOutcome::same);
    }
    SUBCASE("an older file ends nothing: what is kept has gone on since") {
        const auto outcome = store->import_session(seated("s-1", "ot", 3), "{}", model::EndingId("together"));
        REQUIRE(outcome.is_ok());
        CHECK(*outcome == ImportOutcome::older);
        CHECK(store->list()->front().ending.empty());
    }
    SUBCASE("once known, it stays when the file comes without the text again") {
        REQUIRE(store->import_session(session, "{}", model::EndingId("together")).is_ok());
        CHECK(*store->import_session(session, "", std::nullopt) == ImportOutcome::same);
        CHECK(store->list()->front().ending == "together");
    }
}

TEST_CASE("a text of the case that is not known leaves room for one that comes later") {
    const test::TemporaryFolder folder;
    auto store = open_store(folder / "a.db");
    REQUIRE(store->import_session(seated("s-1", "ot", 1), "", std::nullopt).is_ok());
    CHECK(store->scenario_json("xxh3:00")->empty());
    REQUIRE(store->import_session(seated("s-1", "ot", 1), R"({"a":1})", std::nullopt).is_ok());
    CHECK(*store->scenario_json("xxh3:00") == R"({"a":1})");
    REQUIRE(store->import_session(seated("s-2", "ot", 1), R"({"b":1})", std::nullopt).is_ok());
    CHECK(*store->scenario_json("xxh3:00") == R"({"a":1})");
}

namespace {

/// Brings in 30 sessions in rising length; how often each outcome was reported, empty on any error.
std::map<ImportOutcome, int> bring_all(const fs::path &file) {
    std::map<ImportOutcome, int> outcomes;
    auto store = store::open_sqlite_store(file);
    if (!store.is_ok()) return {};
    for (int length = 0; length < 3; ++length)
        for (int i = 0; i < 30; ++i) {
            const auto outcome =
                (*store)->import_session(seated("s-" + std::to_string(i), "ot", 2 + 2 * length), "{}", std::nullopt);
            if (!outcome.is_ok()) return {};
            ++outcomes[*outcome];
        }
    return outcomes;
}

void check_all_brought(const fs::path &file) {
    const auto sessions = open_store(file)->sessions_of(kWorkshop);
    REQUIRE(sessions.is_ok());
    REQUIRE(sessions->size() == 30);
    for (const model::Session &session : *sessions) {
        REQUIRE(session.decisions.size() == 6);
        for (int i = 0; i < 6; ++i)
            CHECK(content::decision_to_json(session.decisions[static_cast<std::size_t>(i)]) ==
                  content::decision_to_json(example_decision(i)));
    }
}

} // namespace

TEST_CASE("two bring in the same sessions at once, in threads: nothing lost, nothing doubled") {
    const test::TemporaryFolder folder;
    const fs::path file = folder / "a.db";
    std::map<ImportOutcome, int> a;
    std::map<ImportOutcome, int> b;
    std::thread first([&] { a = bring_all(file); });
    std::thread second([&] { b = bring_all(file); });
    first.join();
    second.join();
    REQUIRE(!a.empty());
    REQUIRE(!b.empty());
    CHECK(a[ImportOutcome::added] + b[ImportOutcome::added] == 30); // each was new to one of the two
    CHECK(a[ImportOutcome::continued] + b[ImportOutcome::continued] == 60);
    CHECK(a[ImportOutcome::diverged] + b[ImportOutcome::diverged] == 0);
    check_all_brought(file);
}

TEST_CASE("two programs bring in the same sessions at once") {
    const test::TemporaryFolder folder;
    const fs::path file = folder / "a.db";
    const int first = test::start_child([&] { return bring_all(file).empty() ? 1 : 0; });
    const int second = test::start_child([&] { return bring_all(file).empty() ? 1 : 0; });
    CHECK(test::wait_for_child(first) == 0);
    CHECK(test::wait_for_child(second) == 0);
    check_all_brought(file);
}

TEST_CASE("a database of before there were workshops keeps what is in it") {
    const test::TemporaryFolder folder;
    const fs::path file = folder / "a.db";
    {
        SQLite::Database database(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        const store::Migrations &all = store::all_migrations();
        REQUIRE(all.size() >= 3);
        REQUIRE(store::migrate(database, {all[0], all[1]}).is_ok());
        database.exec("INSERT INTO scenario VALUES ('xxh3:00', '{}')");
        database.exec(
            "INSERT INTO session VALUES ('s-1', 'cpp-1', '1.0', 'xxh3:00', 'そら', 'ot', 'A班', 'first', NULL, "
            "NULL, 5, 6, 'together', 'w', 'y', 'n')");
        database.exec(R"(INSERT INTO decision VALUES ('s-1', 0,
                      '{"scene":"ask","answer":{"one":"visit"},"rationale":"why","seconds":4}'))");
        database.exec("INSERT INTO draft VALUES ('s-1', 'plan', NULL, 'typed')");
    }
    auto store = open_store(file);
    const auto session = store->load(model::SessionId("s-1"));
    REQUIRE(session.is_ok());
    CHECK(session->learner.nickname == "そら");
    CHECK(session->self_debrief.next == "n");
    CHECK(!session->seat.has_value());
    REQUIRE(session->decisions.size() == 1);
    CHECK(session->decisions[0].rationale == "why");
    CHECK(store->load_draft(session->id)->value().rationale == "typed");
    CHECK(store->list()->front().ending == "together");
    CHECK(store->list()->front().decision_count == 1);
    CHECK(store->list_workshops()->empty());
    REQUIRE(store->save_workshop(example_workshop(), "").is_ok());
    REQUIRE(store->create(seated("s-2", "ot", 1), "{}").is_ok());
    CHECK(store->sessions_of(kWorkshop)->size() == 1);
}

TEST_CASE("a damaged row is said to be damaged") {
    const test::TemporaryFolder folder;
    auto store = open_store(folder / "a.db");
    REQUIRE(store->save_workshop(example_workshop(), "").is_ok());
    REQUIRE(store->create(seated("s-1", "ot", 1), "{}").is_ok());
    {
        SQLite::Database database((folder / "a.db").string(), SQLite::OPEN_READWRITE);
        database.exec("UPDATE workshop SET json = '{}'");
        database.exec("UPDATE decision SET json = '{}'");
    }
    CHECK(store->load_workshop(kWorkshop).error().code == "store-damaged");
    CHECK(store->sessions_of(kWorkshop).error().code == "store-damaged");
}

TEST_CASE("a database that may not be written says so, and nothing half is left") {
    const test::TemporaryFolder folder;
    auto store = open_store(folder / "a.db");
    {
        SQLite::Database database((folder / "a.db").string(), SQLite::OPEN_READWRITE);
        // The third decision cannot be written: what came before it in the same session must not stay.
        database.exec("CREATE TRIGGER full BEFORE INSERT ON decision WHEN NEW.number = 2 "
                      "BEGIN SELECT RAISE(ABORT, 'no'); END");
    }
    CHECK(!store->import_session(seated("s-1", "ot", 4), "{}", std::nullopt).is_ok());
    CHECK(store->list()->empty());
    CHECK(store->scenario_json("xxh3:00")->empty());
    CHECK(store->import_session(seated("s-2", "ot", 2), "{}", std::nullopt).is_ok());
    CHECK(!store->import_session(seated("s-2", "ot", 4), "{}", std::nullopt).is_ok());
    CHECK(store->load(model::SessionId("s-2"))->decisions.size() == 2);
}

TEST_CASE("a thousand sessions come in one query") {
    const test::TemporaryFolder folder;
    auto store = open_store(folder / "a.db");
    {
        // As import_session writes them, without waiting for the disk a thousand times.
        SQLite::Database database((folder / "a.db").string(), SQLite::OPEN_READWRITE);
        database.exec("PRAGMA synchronous = OFF");
        SQLite::Transaction transaction(database);
        database.exec("WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 999) "
                      "INSERT INTO session (id, scenario, scenario_version, scenario_hash, nickname, profession, "
                      "group_name, kind, started_at, updated_at, workshop, workshop_group) "
                      "SELECT 's-' || i, 'cpp-1', '1.0', 'xxh3:00', 'x', 'ot', '', 'first', i, i, 'w-1', 'ot' FROM n");
        database.exec("WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 24) "
                      "INSERT INTO decision SELECT id, i, '{\"scene\":\"scene-' || i || "
                      "'\",\"answer\":{\"one\":\"visit\"},\"rationale\":\"why\",\"seconds\":4}' FROM session, n");
        transaction.commit();
    }
    const auto begun = std::chrono::steady_clock::now();
    const auto sessions = store->sessions_of(kWorkshop);
    const auto took = std::chrono::steady_clock::now() - begun;
    REQUIRE(sessions.is_ok());
    CHECK(sessions->size() == 1000);
    CHECK(sessions->back().decisions.size() == 25);
    const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(took).count();
    MESSAGE("1000 sessions with 25 decisions each: ", ms, " ms");
    CHECK(ms < 20'000);
}
