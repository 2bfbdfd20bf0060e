#include "analysis/meter.h"

#include <limits>
#include <string>
#include <string_view>

namespace tsunagi::analysis {

namespace {

constexpr std::array<std::string_view, 6> kLimitWords = {"live_states", "transitions", "answer_steps",
                                                         "changes",     "scores",      "reading"};
/// Some milliseconds of work.
constexpr std::size_t kWorkBetweenCalls = 4096;
/// So many words of a state cost as much to handle as everything else about it.
constexpr std::size_t kWordsOfSmallState = 8;

} // namespace

Meter::Meter(const Budget &budget, const KeepGoing &keep_going)
    : left_{budget.live_states, budget.transitions, budget.answer_steps,
            budget.changes,     budget.scores,      std::numeric_limits<std::size_t>::max()},
      keep_going_(keep_going) {}

void Meter::set_words(std::size_t words) { cost_ = 1 + words / kWordsOfSmallState; }

bool Meter::spend(Limit limit, std::size_t amount) {
    if (fault_) return false;
    if (limit == Limit::transitions || limit == Limit::answer_steps || limit == Limit::changes) amount *= cost_;
    std::size_t &left = left_[static_cast<std::size_t>(limit)];
    if (amount > left) {
        exceed(limit);
        return false;
    }
    left -= amount;
    if (until_call_ > amount) {
        until_call_ -= amount;
        return true;
    }
    until_call_ = kWorkBetweenCalls;
    if (keep_going_ && !keep_going_(done_)) fault_ = base::Error{"analysis-stopped", ""};
    return !fault_;
}

void Meter::exceed(Limit limit) {
    fault_ = base::Error{"analysis-too-large", std::string(model::word_of(limit, kLimitWords))};
}

} // namespace tsunagi::analysis
