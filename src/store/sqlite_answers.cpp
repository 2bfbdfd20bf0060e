#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "model/vocabulary.h"
#include "store/sqlite_error.h"
#include "store/sqlite_store.h"
#include "store/vote_key.h"

namespace tsunagi::store {

using base::Result;
using SQLite::Statement;
using SQLite::Transaction;

namespace {

constexpr std::size_t kProfessions = model::kLearnerProfessionWords.size();

/// The votes of one key, and the first decision of them: what they say is read there.
struct Votes {
    std::string session;
    int number = 0;
    std::array<int, kProfessions> by_profession{};

    [[nodiscard]] int total() const {
        int sum = 0;
        for (const int count : by_profession) sum += count;
        return sum;
    }
};
using KeyAndVotes = std::pair<std::int64_t, Votes>;

// Counted here and not by GROUP BY, which would sort millions of rows first. In the order of the first decisions, so
// that these are then read as they lie in the file.
std::vector<KeyAndVotes> count_votes(SQLite::Database &database, const std::string &scenario_hash, CaseAnswers &found) {
    std::unordered_map<std::int64_t, Votes> votes;
    // CROSS JOIN: the sessions in the outer loop, so that the votes are read in the order in which they lie.
    Statement select(database, "SELECT session.rowid, key, number, profession, id "
                               "FROM session CROSS JOIN vote ON vote.session = session.id "
                               "WHERE scenario_hash = ? AND kind = 'first' AND workshop IS NULL");
    select.bind(1, scenario_hash);
    std::optional<std::int64_t> last;
    std::size_t profession = 0;
    while (select.executeStep()) {
        if (const std::int64_t row = select.getColumn(0).getInt64(); row != last) {
            last = row;
            profession = static_cast<std::size_t>(model::value_of<model::LearnerProfession>(
                                                      select.getColumn(3).getString(), model::kLearnerProfessionWords)
                                                      .value_or(model::LearnerProfession::other));
        }
        const auto [entry, is_new] = votes.try_emplace(select.getColumn(1).getInt64());
        if (is_new) {
            entry->second.session = select.getColumn(4).getString();
            entry->second.number = select.getColumn(2).getInt();
        }
        ++entry->second.by_profession[profession];
    }
    if (const auto unreadable = votes.find(kUnreadableVote); unreadable != votes.end()) {
        found.unreadable = unreadable->second.total();
        votes.erase(unreadable);
    }
    std::vector<KeyAndVotes> sorted(std::make_move_iterator(votes.begin()), std::make_move_iterator(votes.end()));
    std::sort(sorted.begin(), sorted.end(), [](const KeyAndVotes &a, const KeyAndVotes &b) {
        return std::tie(a.second.session, a.second.number) < std::tie(b.second.session, b.second.number);
    });
    return sorted;
}

void count_sessions(SQLite::Database &database, const model::ScenarioId &scenario, const std::string &scenario_hash,
                    CaseAnswers &found) {
    Statement select(database, "SELECT scenario_hash = ?, count(*) FROM session "
                               "WHERE scenario = ? AND kind = 'first' AND workshop IS NULL GROUP BY 1");
    select.bind(1, scenario_hash);
    select.bind(2, scenario.value);
    while (select.executeStep())
        (select.getColumn(0).getInt() == 1 ? found.sessions : found.other_texts) = select.getColumn(1).getInt();
}

} // namespace

Result<CaseAnswers> SqliteStore::answers_of_case(const model::ScenarioId &scenario, const std::string &scenario_hash) {
    return guarded<Result<CaseAnswers>>(database_->getHandle(), [&]() -> Result<CaseAnswers> {
        Transaction one_moment(*database_);
        CaseAnswers found;
        count_sessions(*database_, scenario, scenario_hash, found);
        Statement select(*database_, "SELECT json FROM decision WHERE session = ? AND number = ?");
        for (const auto &[key, votes] : count_votes(*database_, scenario_hash, found)) {
            select.reset();
            select.bindNoCopy(1, votes.session);
            select.bind(2, votes.number);
            const auto decision =
                select.executeStep() ? decision_of_text(select.getColumn(0).getString()) : std::nullopt;
            // A text that was changed by another program no longer says what was counted.
            if (!decision || vote_key(*decision) != key) {
                found.unreadable += votes.total();
                continue;
            }
            for (std::size_t i = 0; i < kProfessions; ++i)
                if (votes.by_profession[i] > 0)
                    found.answers.push_back({decision->scene, static_cast<model::LearnerProfession>(i),
                                             decision->answer, votes.by_profession[i]});
        }
        std::stable_sort(found.answers.begin(), found.answers.end(), [](const AnswerCount &a, const AnswerCount &b) {
            return std::tie(a.scene, a.profession) < std::tie(b.scene, b.profession);
        });
        return found;
    });
}

} // namespace tsunagi::store
