// How fast the answers of many sessions are added up in the database.
//
//     bench_cohort_store [SESSIONS]        (100,000 without; about a gigabyte in the folder for temporary files)
#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

#include "analysis/cohort.h"
#include "benchmarks/sessions.h"
#include "store/session_store.h"

using namespace tsunagi;

namespace {

double ms_of(const std::function<void()> &work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

// So many sessions go through the store; the others are copies of them, made in the database itself.
constexpr int kMade = 1'000;

void fill(store::SessionStore &sessions, const test::StoredCase &stored) {
    test::SessionMaker maker(stored);
    for (int i = 0; i < kMade; ++i) {
        model::Session session;
        session.id = model::SessionId(fmt::format("s{}", i));
        session.scenario = stored.scenario->id;
        session.scenario_hash = stored.scenario->hash;
        session.learner.profession = static_cast<model::LearnerProfession>(i % 9);
        session.decisions = maker.make();
        const base::Status created = sessions.create(session, "{}");
        if (!created) throw std::runtime_error(created.error().code + ": " + created.error().detail);
    }
}

void copy_table(SQLite::Database &database, const std::string &table, const std::string &id, int copies) {
    const std::string others =
        database
            .execAndGet(
                fmt::format("SELECT group_concat(name) FROM pragma_table_info('{}') WHERE name <> '{}'", table, id))
            .getString();
    for (int i = 1; i < copies; ++i)
        database.exec(
            fmt::format("INSERT INTO {0} ({1}, {2}) SELECT {1} || '-{3}', {2} FROM {0} WHERE {1} NOT LIKE '%-%'", table,
                        id, others, i));
}

} // namespace

int main(int argc, char **argv) {
    const int copies = std::max(1, (argc > 1 ? std::atoi(argv[1]) : 100'000) / kMade);
    const test::StoredCase &stored = test::stored_case("cpp-1");
    const std::filesystem::path folder = std::filesystem::temp_directory_path() / "tsunagi-bench-cohort";
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    const std::filesystem::path file = folder / "sessions.db";
    auto sessions = store::open_sqlite_store(file);
    if (!sessions) throw std::runtime_error(sessions.error().code + ": " + sessions.error().detail);
    fill(**sessions, stored);
    int rows = 0;
    {
        SQLite::Database database(file.string(), SQLite::OPEN_READWRITE);
        SQLite::Transaction transaction(database);
        copy_table(database, "session", "id", copies);
        copy_table(database, "decision", "session", copies);
        transaction.commit();
        rows = database.execAndGet("SELECT count(*) FROM decision").getInt();
    }
    std::vector<store::AnswerCount> counts;
    const double counted = ms_of([&] {
        auto found = (*sessions)->answer_counts_of_case(stored.scenario->hash);
        if (!found) throw std::runtime_error(found.error().code + ": " + found.error().detail);
        counts = std::move(*found);
    });
    std::vector<analysis::Voice> professions(9);
    for (std::size_t i = 0; i < professions.size(); ++i)
        professions[i].profession = static_cast<model::LearnerProfession>(i);
    int votes = 0;
    const double compared = ms_of([&] {
        analysis::AnswersByScene answers;
        for (const store::AnswerCount &each : counts)
            answers[each.scene].push_back({static_cast<std::size_t>(each.profession), each.answer, each.count});
        for (const auto &each : analysis::compare_all(*stored.scenario, professions, answers).decisions)
            votes += each.votes.total;
    });
    fmt::print("{} sessions, {} decisions: added up in the database in {:.0f} ms ({:.0f} rows/s) to {} different "
               "answers, these compared in {:.1f} ms ({} votes)\n",
               copies * kMade, rows, counted, rows / counted * 1000.0, counts.size(), compared, votes);
    sessions->reset();
    std::filesystem::remove_all(folder);
}
