// How fast the answers of many sessions are added up in the database, against reading every decision.
//
//     bench_cohort_store [SESSIONS [DIFFERENT]]
//
// 100,000 sessions without, which take about two gigabytes in the folder for temporary files. DIFFERENT of them (all,
// without) differ at random, the others repeat these: the fewer answers differ, the fewer have to be read.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include <SQLiteCpp/SQLiteCpp.h>
#include <SQLiteCpp/VariadicBind.h>
#include <fmt/format.h>

#include "analysis/decision_counter.h"
#include "benchmarks/sessions.h"
#include "content/session_json.h"
#include "store/migrations.h"
#include "store/session_store.h"

using namespace tsunagi;

namespace {

constexpr std::size_t kProfessions = model::kLearnerProfessionWords.size();

struct Took {
    double ms = 0.0;
    double cpu_ms = 0.0; ///< of this program: what else the machine does hardly changes it
};

Took time_of(const std::function<void()> &work) {
    const std::clock_t cpu_start = std::clock();
    const auto start = std::chrono::steady_clock::now();
    work();
    const std::chrono::duration<double, std::milli> wall = std::chrono::steady_clock::now() - start;
    return {wall.count(), 1000.0 * static_cast<double>(std::clock() - cpu_start) / CLOCKS_PER_SEC};
}

std::string text_of(const Took &took) {
    return fmt::format("{:.0f} ms ({:.0f} ms of processor)", took.ms, took.cpu_ms);
}

template <class T>
T value_of(base::Result<T> result) {
    if (!result) throw std::runtime_error(result.error().code + ": " + result.error().detail);
    return std::move(result).value();
}

/// Fills a database of before votes were kept, without waiting for the disk; returns how many decisions it has.
/// Sessions come in the order of their ids: copying them within the database, or in any other order, writes all over a
/// file of a gigabyte and does not end.
int fill(const std::filesystem::path &file, const test::StoredCase &stored, int count, int different) {
    SQLite::Database database(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    database.exec("PRAGMA journal_mode = OFF");
    database.exec("PRAGMA synchronous = OFF");
    const store::Migrations &all = store::all_migrations();
    if (const base::Status made = store::migrate(database, {all[0], all[1], all[2]}); !made)
        throw std::runtime_error(made.error().detail);
    database.exec("BEGIN");
    SQLite::Statement session(database, "INSERT INTO session (id, scenario, scenario_version, scenario_hash, nickname, "
                                        "profession, group_name, kind, started_at, updated_at) "
                                        "VALUES (?, ?, '1.0', ?, 'x', ?, '', 'first', 1, 1)");
    SQLite::Statement decision(database, "INSERT INTO decision (session, number, json) VALUES (?, ?, ?)");
    test::SessionMaker maker(stored);
    std::vector<std::vector<std::string>> made; // kept only where they are repeated
    std::vector<std::string> current;
    int decisions = 0;
    for (int i = 0; i < count; ++i) {
        if (i < different) {
            current.clear();
            for (const model::Decision &each : maker.make()) current.push_back(content::decision_to_json(each));
            if (different < count) made.push_back(current);
        }
        const std::string id = fmt::format("s-{:032}", i);
        const std::string profession(model::kLearnerProfessionWords[static_cast<std::size_t>(i) % kProfessions]);
        SQLite::bind(session, id, stored.scenario->id.value, stored.scenario->hash, profession);
        session.exec();
        session.reset();
        const auto &texts = i < different ? current : made[static_cast<std::size_t>(i % different)];
        for (std::size_t number = 0; number < texts.size(); ++number) {
            SQLite::bind(decision, id, static_cast<int>(number), texts[number]);
            decision.exec();
            decision.reset();
        }
        decisions += static_cast<int>(texts.size());
    }
    database.exec("COMMIT");
    return decisions;
}

std::vector<analysis::Voice> professions() {
    std::vector<analysis::Voice> voices(kProfessions);
    for (std::size_t i = 0; i < voices.size(); ++i) voices[i].profession = static_cast<model::LearnerProfession>(i);
    return voices;
}

int votes_in(const analysis::Cohort &cohort) {
    int votes = 0;
    for (const auto &each : cohort.decisions) votes += each.votes.total;
    return votes;
}

/// The same without votes: every decision is read and added up in the program.
int count_by_reading(const std::filesystem::path &file, const model::Scenario &scenario) {
    SQLite::Database database(file.string(), SQLite::OPEN_READONLY);
    analysis::CohortCounter counter(scenario, professions());
    SQLite::Statement select(database, "SELECT profession, json FROM session CROSS JOIN decision "
                                       "ON decision.session = session.id "
                                       "WHERE scenario_hash = ? AND kind = 'first' AND workshop IS NULL");
    select.bind(1, scenario.hash);
    while (select.executeStep()) {
        const auto profession =
            model::value_of<model::LearnerProfession>(select.getColumn(0).getString(), model::kLearnerProfessionWords);
        const auto decision = content::decision_from_json(select.getColumn(1).getString());
        if (decision.is_ok() && !decision->is_given)
            counter.add(decision->scene, static_cast<std::size_t>(*profession), decision->answer);
    }
    return votes_in(counter.cohort());
}

double megabytes(const std::filesystem::path &file) {
    return static_cast<double>(std::filesystem::file_size(file)) / 1e6;
}

} // namespace

int main(int argc, char **argv) {
    const int count = std::max(1, argc > 1 ? std::atoi(argv[1]) : 100'000);
    const int different = std::clamp(argc > 2 ? std::atoi(argv[2]) : count, 1, count);
    std::setvbuf(stdout, nullptr, _IOLBF, BUFSIZ); // each line when it is known, also into a file
    const test::StoredCase &stored = test::stored_case("cpp-1");
    const model::Scenario &scenario = *stored.scenario;
    const std::filesystem::path folder = std::filesystem::temp_directory_path() / "tsunagi-bench-cohort";
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    const std::filesystem::path file = folder / "sessions.db";

    int rows = 0;
    const Took filled = time_of([&] { rows = fill(file, stored, count, different); });
    fmt::print("{} sessions ({} different), {} decisions: filled in {}, {:.0f} MB\n", count, different, rows,
               text_of(filled), megabytes(file));

    std::unique_ptr<store::SessionStore> sessions;
    const Took migrated = time_of([&] { sessions = value_of(store::open_sqlite_store(file)); });
    sessions.reset(); // what is in the log comes into the file
    const Took opened = time_of([&] { sessions = value_of(store::open_sqlite_store(file)); });
    fmt::print("  opened as an old database in {}, {:.0f} MB afterwards; opened again in {}\n", text_of(migrated),
               megabytes(file), text_of(opened));

    store::CaseAnswers found;
    const Took counted = time_of([&] { found = value_of(sessions->answers_of_case(scenario.id, scenario.hash)); });
    int votes = 0;
    const Took compared = time_of([&] {
        analysis::AnswersByScene answers;
        for (const store::AnswerCount &each : found.answers)
            answers[each.scene].push_back({static_cast<std::size_t>(each.profession), each.answer, each.count});
        votes = votes_in(analysis::compare_all(scenario, professions(), answers));
    });
    fmt::print("  added up in {} to {} answers by profession, compared in {}: {} votes\n", text_of(counted),
               found.answers.size(), text_of(compared), votes);

    int votes_read = 0;
    const Took read = time_of([&] { votes_read = count_by_reading(file, scenario); });
    fmt::print("  by reading every decision {}: {} votes\n", text_of(read), votes_read);
    const double cpu_ms = counted.cpu_ms + compared.cpu_ms;
    fmt::print("  rows a second of processor: {:.0f}, by reading {:.0f}, ratio {:.1f}\n", rows / cpu_ms * 1000.0,
               rows / read.cpu_ms * 1000.0, read.cpu_ms / cpu_ms);

    model::Session fresh;
    fresh.id = model::SessionId(fmt::format("s-{:032}", count));
    fresh.scenario = scenario.id;
    fresh.scenario_hash = scenario.hash;
    const std::vector<model::Decision> decisions = test::SessionMaker(stored).make();
    const Took appended = time_of([&] {
        if (!sessions->create(fresh, "{}")) throw std::runtime_error("create");
        for (std::size_t i = 0; i < decisions.size(); ++i)
            if (!sessions->append_decision(fresh.id, static_cast<int>(i), decisions[i], std::nullopt, 2))
                throw std::runtime_error("append");
    });
    const auto each = static_cast<double>(decisions.size());
    fmt::print("  a decision appended in {:.2f} ms ({:.2f} ms of processor)\n", appended.ms / each,
               appended.cpu_ms / each);
    sessions.reset();
    std::filesystem::remove_all(folder);
}
