// How fast answers of many sessions are put side by side, against a plain loop over the same answers.
//
//     bench_cohort [CASE]        (the name of an installed case; cpp-1 without)
#include <algorithm>
#include <chrono>
#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

#include <fmt/format.h>

#include "analysis/cohort.h"
#include "analysis/decision_counter.h"
#include "analysis/point_profiles.h"
#include "benchmarks/sessions.h"
#include "engine/fold.h"
#include "support/plays.h"

using namespace tsunagi;

namespace {

constexpr int kRounds = 3;

/// The shortest of some rounds, in milliseconds: what the work takes when nothing else disturbs it.
double shortest_ms(const std::function<void()> &work) {
    double shortest = 0.0;
    for (int i = 0; i < kRounds; ++i) {
        const auto start = std::chrono::steady_clock::now();
        work();
        const double ms = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
        shortest = i == 0 ? ms : std::min(shortest, ms);
    }
    return shortest;
}

// The least that can be done with the same answers: to look at every id and mark, and count them by their text.
struct PlainLoop {
    std::unordered_map<std::string, int> &counts;

    void operator()(const model::ReadAnswer &) const {}
    void operator()(const model::OneAnswer &answer) const { ++counts[answer.option.value]; }
    void operator()(const model::ManyAnswer &answer) const {
        for (const model::OptionId &id : answer.items) ++counts[id.value];
    }
    void operator()(const model::GridAnswer &answer) const {
        for (const model::PlacedMark &placed : answer.marks) {
            ++counts[placed.row.value];
            ++counts[placed.column.value];
        }
    }
    void operator()(const model::OrderAnswer &answer) const {
        for (const model::OptionId &id : answer.steps) ++counts[id.value];
    }
};

std::vector<analysis::Voice> voices(std::size_t count) {
    std::vector<analysis::Voice> made(count);
    for (std::size_t i = 0; i < count; ++i) made[i].profession = static_cast<model::LearnerProfession>(i % 9);
    return made;
}

void measure_sessions(const test::StoredCase &stored, std::size_t session_count, std::size_t voice_count) {
    test::SessionMaker maker(stored);
    std::vector<std::vector<model::Decision>> sessions;
    std::size_t answers = 0;
    for (std::size_t i = 0; i < session_count; ++i) answers += sessions.emplace_back(maker.make()).size();
    const auto all_voices = voices(voice_count);
    int votes = 0;
    const double compared = shortest_ms([&] {
        analysis::CohortCounter counter(*stored.scenario, all_voices);
        for (std::size_t i = 0; i < sessions.size(); ++i) counter.add_session(i % voice_count, sessions[i]);
        const analysis::Cohort cohort = counter.cohort();
        votes = 0;
        for (const analysis::DecisionComparison &each : cohort.decisions) votes += each.votes.total + each.left_out;
    });
    std::size_t keys = 0;
    const double plain = shortest_ms([&] {
        std::unordered_map<std::string, int> counts;
        for (const auto &session : sessions)
            for (const model::Decision &decision : session) std::visit(PlainLoop{counts}, decision.answer);
        keys = counts.size();
    });
    fmt::print("{:>9} {:>7} {:>9} {:>9.1f} {:>12.0f} {:>12.0f} {:>14.1f} {:>7.2f}   ({} votes, {} keys)\n",
               session_count, voice_count, answers, compared, static_cast<double>(session_count) / compared * 1000.0,
               static_cast<double>(answers) / compared * 1000.0, plain, compared / plain, votes, keys);
}

void measure_counts(const test::StoredCase &stored, int session_count) {
    // What a store hands over: for each profession every different answer with its number. Here each of a thousand
    // sessions stands for as many others.
    test::SessionMaker maker(stored);
    const auto professions = voices(9);
    analysis::AnswersByScene answers;
    std::size_t rows = 0;
    for (std::size_t i = 0; i < 1'000; ++i)
        for (model::Decision &decision : maker.make()) {
            answers[decision.scene].push_back({i % 9, std::move(decision.answer), session_count / 1'000});
            ++rows;
        }
    const double ms =
        shortest_ms([&] { (void)analysis::compare_all(*stored.scenario, professions, answers).decisions.size(); });
    fmt::print("compare_all over {} rows of counts that stand for {} sessions: {:.1f} ms, {:.0f} rows/s\n", rows,
               session_count, ms, static_cast<double>(rows) / ms * 1000.0);
}

void measure_fold(const test::StoredCase &stored) {
    constexpr int kSessions = 500;
    std::vector<std::vector<model::Decision>> plays;
    for (const test::StoredPlay &play : stored.plays) {
        plays.emplace_back();
        for (const engine::PlayedDecision &played : play.progress.played) plays.back().push_back(played.decision);
    }
    const auto six = voices(6);
    const double folded = shortest_ms([&] {
        for (int i = 0; i < kSessions; ++i)
            (void)engine::fold(*stored.scenario, plays[static_cast<std::size_t>(i) % plays.size()]).is_ok();
    });
    const double profiled = shortest_ms([&] {
        analysis::PointProfileCounter counter(*stored.scenario, six);
        for (int i = 0; i < kSessions; ++i) {
            const auto at = static_cast<std::size_t>(i);
            counter.add(at % 6, stored.plays[at % plays.size()].progress);
        }
    });
    fmt::print("fold: {:.1f} us a session ({:.0f} sessions/s); adding it to the profiles: {:.2f} us\n",
               folded / kSessions * 1000.0, kSessions / folded * 1000.0, profiled / kSessions * 1000.0);
}

} // namespace

int main(int argc, char **argv) {
    const test::StoredCase &stored = test::stored_case(argc > 1 ? argv[1] : "cpp-1");
    fmt::print("case {}\n{:>9} {:>7} {:>9} {:>9} {:>12} {:>12} {:>14} {:>7}\n", stored.name, "sessions", "voices",
               "answers", "ms", "sessions/s", "answers/s", "plain loop ms", "ratio");
    measure_sessions(stored, 1'000, 6);
    measure_sessions(stored, 1'000, 1'000);
    measure_sessions(stored, 100'000, 9);
    measure_counts(stored, 100'000);
    measure_fold(stored);
}
