// What is in the way when a database is opened or written: every case has its own code, and nothing is spoiled.
#include <csignal>
#include <set>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <SQLiteCpp/SQLiteCpp.h>

#include "store/migrations.h"
#include "store/store_support.h"

using namespace tsunagi;
using test::bytes_of;
using test::example_decision;
using test::example_session;
using test::open_error;
using test::open_store;
namespace fs = std::filesystem;

namespace {

const model::SessionId kId("s-1");

void make_database(const fs::path &file, int decisions = 3) {
    auto store = open_store(file);
    REQUIRE(store->create(example_session("s-1"), "{}").is_ok());
    for (int i = 0; i < decisions; ++i)
        REQUIRE(store->append_decision(kId, i, example_decision(i), std::nullopt, i).is_ok());
}

void write_bytes(const fs::path &file, const std::string &bytes) { std::ofstream(file, std::ios::binary) << bytes; }

std::set<std::string> names_in(const fs::path &folder) {
    std::set<std::string> names;
    for (const auto &entry : fs::directory_iterator(folder)) names.insert(entry.path().filename().string());
    return names;
}

/// Opening gives `code` and leaves every byte, and makes no file.
void check_refused(const fs::path &file, const std::string &code) {
    const std::string before = bytes_of(file);
    const auto names = names_in(file.parent_path());
    const auto opened = store::open_sqlite_store(file);
    REQUIRE(!opened.is_ok());
    CHECK(opened.error().code == code);
    CHECK_MESSAGE(opened.error().detail.find(file.string()) != std::string::npos, opened.error().detail);
    CHECK(bytes_of(file) == before);
    CHECK(names_in(file.parent_path()) == names);
}

/// Runs `work` as a user whom file permissions hold back (root they do not).
int as_plain_user(const std::function<int()> &work) {
    return test::wait_for_child(test::start_child([&] {
        constexpr uid_t kNobody = 65534;
        if (geteuid() == 0 && (setgid(kNobody) != 0 || setuid(kNobody) != 0)) return 99;
        return work();
    }));
}

void set_mode(const fs::path &path, int mode) { REQUIRE(chmod(path.c_str(), static_cast<mode_t>(mode)) == 0); }

/// Gives the folder and what is in it to the plain user.
void hand_over(const fs::path &folder) {
    constexpr uid_t kNobody = 65534;
    if (geteuid() != 0) return;
    REQUIRE(chown(folder.c_str(), kNobody, kNobody) == 0);
    for (const auto &entry : fs::directory_iterator(folder))
        REQUIRE(chown(entry.path().c_str(), kNobody, kNobody) == 0);
}

} // namespace

TEST_CASE("a database is made where there is none, folders included; an empty file is a fresh one") {
    const test::TemporaryFolder folder;
    CHECK(open_error(folder.path() / "deep" / "er" / "a.db").empty());
    write_bytes(folder / "empty.db", "");
    make_database(folder / "empty.db");
    CHECK(open_store(folder / "empty.db")->list()->size() == 1);
}

TEST_CASE("a path may hold any character") {
    const test::TemporaryFolder folder;
    const fs::path file = folder.path() / "記録 100%?#&" / "a b.db";
    make_database(file);
    make_database(folder / "other.db");
    CHECK(open_store(file)->list()->size() == 1);
}

TEST_CASE("what the database is set to") {
    const test::TemporaryFolder folder;
    make_database(folder / "a.db");
    SQLite::Database database((folder / "a.db").string());
    CHECK(database.execAndGet("PRAGMA journal_mode").getString() == "wal");
    CHECK(database.execAndGet("PRAGMA application_id").getInt() == store::kApplicationId);
    CHECK(database.execAndGet("PRAGMA user_version").getInt() == static_cast<int>(store::all_migrations().size()));
    CHECK(database.execAndGet("PRAGMA integrity_check").getString() == "ok");
}

TEST_CASE("a folder in the file's place, or a file in the folder's place") {
    const test::TemporaryFolder folder;
    fs::create_directory(folder / "a.db");
    CHECK(open_error(folder / "a.db") == "store-open");
    write_bytes(folder / "file", "x");
    CHECK(open_error(folder.path() / "file" / "a.db") == "store-open");
}

TEST_CASE("a newer database is refused untouched") {
    const test::TemporaryFolder folder;
    make_database(folder / "a.db");
    {
        SQLite::Database database((folder / "a.db").string(), SQLite::OPEN_READWRITE);
        database.exec("PRAGMA user_version = 1000");
    }
    check_refused(folder / "a.db", "store-newer");
}

TEST_CASE("a newer database whose log was not merged yet is refused, its bytes and the log's left") {
    const test::TemporaryFolder folder;
    make_database(folder / "live.db");
    SQLite::Database database((folder / "live.db").string(), SQLite::OPEN_READWRITE);
    database.exec("PRAGMA user_version = 1000"); // in the log only, while this connection is open
    fs::copy_file(folder / "live.db", folder / "a.db");
    fs::copy_file(folder / "live.db-wal", folder / "a.db-wal");
    const std::string main_before = bytes_of(folder / "a.db");
    const std::string log_before = bytes_of(folder / "a.db-wal");
    REQUIRE(!log_before.empty());
    CHECK(open_error(folder / "a.db") == "store-newer");
    CHECK(bytes_of(folder / "a.db") == main_before);
    CHECK(bytes_of(folder / "a.db-wal") == log_before);
}

TEST_CASE("a damaged database is refused untouched") {
    const test::TemporaryFolder folder;
    make_database(folder / "good.db", 200);
    const std::string good = bytes_of(folder / "good.db");
    REQUIRE(good.size() > 16 * 1024);

    SUBCASE("cut short") { write_bytes(folder / "a.db", good.substr(0, good.size() / 2)); }
    SUBCASE("cut within its first page") { write_bytes(folder / "a.db", good.substr(0, 300)); }
    SUBCASE("a page overwritten") {
        std::string bad = good;
        for (std::size_t i = 8 * 1024; i < 12 * 1024; ++i) bad[i] = static_cast<char>(i * 7 + 3);
        write_bytes(folder / "a.db", bad);
    }
    SUBCASE("its head overwritten") { write_bytes(folder / "a.db", std::string(100, 'x') + good.substr(100)); }
    SUBCASE("a text file") { write_bytes(folder / "a.db", "これは記録ではありません。\n"); }
    SUBCASE("one byte") { write_bytes(folder / "a.db", "S"); }
    check_refused(folder / "a.db", "store-damaged");
}

TEST_CASE("another program's SQLite file is refused untouched") {
    const test::TemporaryFolder folder;
    {
        SQLite::Database database((folder / "a.db").string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        database.exec("CREATE TABLE bookmark (url TEXT)");
        SUBCASE("without an application id") {}
        SUBCASE("with one") { database.exec("PRAGMA application_id = 1234"); }
    }
    check_refused(folder / "a.db", "store-damaged");
}

TEST_CASE("a folder or a file that may only be read") {
    const test::TemporaryFolder folder;
    set_mode(folder.path(), 0755);
    make_database(folder / "a.db");
    hand_over(folder.path());

    SUBCASE("folder, existing database") {
        set_mode(folder.path(), 0555);
        CHECK(as_plain_user([&] { return open_error(folder / "a.db") == "store-readonly" ? 0 : 1; }) == 0);
    }
    SUBCASE("folder, no database yet") {
        set_mode(folder.path(), 0555);
        CHECK(as_plain_user([&] { return open_error(folder / "new.db") == "store-readonly" ? 0 : 1; }) == 0);
        CHECK(as_plain_user([&] { return open_error(folder.path() / "sub" / "new.db") == "store-readonly" ? 0 : 1; }) ==
              0);
    }
    SUBCASE("file") {
        set_mode(folder / "a.db", 0444);
        CHECK(as_plain_user([&] { return open_error(folder / "a.db") == "store-readonly" ? 0 : 1; }) == 0);
    }
    SUBCASE("file that may not even be read") {
        set_mode(folder / "a.db", 0000);
        CHECK(as_plain_user([&] { return open_error(folder / "a.db") == "store-open" ? 0 : 1; }) == 0);
    }
    set_mode(folder.path(), 0755);
}

TEST_CASE("no room left: the decision is refused, what was kept stays, and there is a go-on when there is room") {
    const test::TemporaryFolder folder;
    make_database(folder / "a.db", 3);
    const int outcome = test::wait_for_child(test::start_child([&] {
        auto store = store::open_sqlite_store(folder / "a.db");
        if (!store.is_ok()) return 200;
        // No file of this process may grow beyond 256 KiB; asked for more, the system answers "file too large".
        std::signal(SIGXFSZ, SIG_IGN);
        struct rlimit limit {};
        getrlimit(RLIMIT_FSIZE, &limit);
        limit.rlim_cur = 256 * 1024;
        setrlimit(RLIMIT_FSIZE, &limit);
        const std::string long_text(9000, 'w');
        int kept = 3;
        base::Status status;
        while (kept < 100 &&
               (status = (*store)->append_decision(kId, kept, example_decision(kept, long_text), std::nullopt, kept))
                   .is_ok())
            ++kept;
        if (kept == 100) return 201;
        if (status.error().code != "store-full") return 202;
        const auto seen = (*store)->load(kId);
        if (!seen.is_ok() || static_cast<int>(seen->decisions.size()) != kept) return 203;
        limit.rlim_cur = limit.rlim_max;
        setrlimit(RLIMIT_FSIZE, &limit);
        if (!(*store)->append_decision(kId, kept, example_decision(kept), std::nullopt, kept).is_ok()) return 204;
        return kept;
    }));
    REQUIRE(outcome < 200); // beyond: which step failed
    REQUIRE(outcome > 3);
    const auto session = open_store(folder / "a.db")->load(kId);
    REQUIRE(session.is_ok());
    CHECK(static_cast<int>(session->decisions.size()) == outcome + 1);
}

TEST_CASE("no room when the database is made") {
    const test::TemporaryFolder folder;
    const int outcome = test::wait_for_child(test::start_child([&] {
        std::signal(SIGXFSZ, SIG_IGN);
        struct rlimit limit {};
        getrlimit(RLIMIT_FSIZE, &limit);
        limit.rlim_cur = 1024;
        setrlimit(RLIMIT_FSIZE, &limit);
        return open_error(folder / "a.db") == "store-full" ? 0 : 1;
    }));
    CHECK(outcome == 0);
    make_database(folder / "a.db");
}

TEST_CASE("a database that another program holds is store-busy, and free afterwards") {
    const test::TemporaryFolder folder;
    make_database(folder / "a.db", 1);
    auto store = open_store(folder / "a.db");
    {
        SQLite::Database other((folder / "a.db").string(), SQLite::OPEN_READWRITE);
        other.exec("BEGIN IMMEDIATE");
        CHECK(store->append_decision(kId, 1, example_decision(1), std::nullopt, 1).error().code == "store-busy");
    }
    CHECK(store->append_decision(kId, 1, example_decision(1), std::nullopt, 1).is_ok());
}

TEST_CASE("a copy of the database, also of a damaged one, under a name that is free") {
    const test::TemporaryFolder folder;
    make_database(folder / "sessions.db");
    const fs::path target = folder.path() / "copies";
    const auto first = store::copy_database(folder / "sessions.db", target);
    REQUIRE(first.is_ok());
    CHECK(first->filename() == "sessions-copy-1.db");
    CHECK(bytes_of(*first) == bytes_of(folder / "sessions.db"));
    const auto second = store::copy_database(folder / "sessions.db", target);
    REQUIRE(second.is_ok());
    CHECK(second->filename() == "sessions-copy-2.db");

    SUBCASE("with what was not merged into the file yet") {
        auto store = open_store(folder / "sessions.db");
        REQUIRE(store->append_decision(kId, 3, example_decision(3), std::nullopt, 3).is_ok());
        const auto live = store::copy_database(folder / "sessions.db", target);
        REQUIRE(live.is_ok());
        const auto copied = open_store(*live)->load(kId);
        REQUIRE(copied.is_ok());
        CHECK(copied->decisions.size() == 4);
    }
    SUBCASE("a damaged one") {
        write_bytes(folder / "sessions.db", "broken");
        const auto third = store::copy_database(folder / "sessions.db", target);
        REQUIRE(third.is_ok());
        CHECK(bytes_of(*third) == "broken");
    }
    SUBCASE("nothing to copy, nowhere to copy to") {
        CHECK(!store::copy_database(folder / "none.db", target).is_ok());
        CHECK(!store::copy_database(folder.path(), target).is_ok());
        CHECK(!store::copy_database(folder / "sessions.db", folder / "sessions.db").is_ok());
    }
}

TEST_CASE("migrations: each once, in order, and none when the database is ahead") {
    const test::TemporaryFolder folder;
    SQLite::Database database((folder / "m.db").string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    const store::Migrations one = {"CREATE TABLE a (x TEXT); INSERT INTO a VALUES ('kept')"};
    const store::Migrations three = {one[0], "ALTER TABLE a ADD COLUMN y TEXT DEFAULT 'new'",
                                     "CREATE TABLE b (z TEXT)"};
    REQUIRE(store::migrate(database, one).is_ok());
    REQUIRE(store::migrate(database, one).is_ok());
    CHECK(database.execAndGet("PRAGMA user_version").getInt() == 1);
    REQUIRE(store::migrate(database, three).is_ok());
    CHECK(database.execAndGet("PRAGMA user_version").getInt() == 3);
    CHECK(database.execAndGet("SELECT x || y FROM a").getString() == "keptnew");
    CHECK(database.execAndGet("SELECT count(*) FROM b").getInt() == 0);
    CHECK(store::migrate(database, one).error().code == "store-newer");
    CHECK(database.execAndGet("PRAGMA user_version").getInt() == 3);
}

TEST_CASE("a migration that fails leaves the database as it was before it") {
    const test::TemporaryFolder folder;
    SQLite::Database database((folder / "m.db").string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    const store::Migrations bad = {"CREATE TABLE a (x TEXT)", "CREATE TABLE b (y TEXT); CREATE TABLE a (x TEXT)"};
    CHECK_THROWS(static_cast<void>(store::migrate(database, bad)));
    CHECK(database.execAndGet("PRAGMA user_version").getInt() == 1);
    CHECK(!database.tableExists("b"));
}

TEST_CASE("a database of the first version gets the eco-maps' tables when it is opened, and keeps its sessions") {
    const test::TemporaryFolder folder;
    make_database(folder / "new.db", 3);
    {
        // As the first version left it: its tables, its version, and what was in them.
        SQLite::Database old((folder / "a.db").string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        const store::Migrations first = {store::all_migrations().front()};
        REQUIRE(store::migrate(old, first).is_ok());
        REQUIRE_FALSE(old.tableExists("party_place"));
        const auto columns = [&](const std::string &table) {
            return old.execAndGet("SELECT group_concat(name) FROM pragma_table_info('" + table + "', 'main')")
                .getString();
        };
        SQLite::Statement attach(old, "ATTACH ? AS newer");
        attach.bind(1, (folder / "new.db").string());
        attach.exec();
        for (const std::string table : {"scenario", "session", "decision", "draft"})
            old.exec("INSERT INTO main." + table + " SELECT " + columns(table) + " FROM newer." + table);
    }
    {
        auto store = open_store(folder / "a.db");
        const auto session = store->load(kId);
        REQUIRE(session.is_ok());
        CHECK(session->decisions.size() == 3);
        REQUIRE(store->append_decision(kId, 3, example_decision(3), std::nullopt, 4).is_ok());
        const auto none = store->places(model::ScenarioId("cpp-1"));
        REQUIRE(none.is_ok());
        CHECK(none->empty());
        REQUIRE(store->save_place(model::ScenarioId("cpp-1"), model::PartyId("nurse"), {1.0, 2.0}).is_ok());
    }
    SQLite::Database database((folder / "a.db").string());
    CHECK(database.execAndGet("PRAGMA user_version").getInt() == static_cast<int>(store::all_migrations().size()));
    CHECK(open_store(folder / "a.db")->load(kId)->decisions.size() == 4);
}
