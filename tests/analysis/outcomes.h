#pragma once

#include <array>
#include <map>
#include <string>
#include <variant>
#include <vector>

#include "engine/fold.h"
#include "model/scenario.h"

namespace tsunagi::test {

/// How often each of several things was met.
using Counts = std::map<std::string, int>;

/// The kinds of conditions, in the order of the variant.
inline constexpr std::array<const char *, 14> kConditionNames = {"always",  "all",   "any",    "not",  "fact",
                                                                 "flag",    "taken", "count",  "mark", "ordered",
                                                                 "visited", "gauge", "months", "tie"};

/// Which conditions came out both ways in the courses of a scenario: only those can make a difference.
class Outcomes {
  public:
    void see(const engine::Progress &progress) {
        if (!progress.played.empty()) {
            const engine::PlayedDecision &last = progress.played.back();
            for (const model::Consequence &consequence : last.scene->after) see(consequence.when, last.state_after);
            for (const model::Transition &transition : last.scene->next) see(transition.when, last.state_after);
        }
        if (progress.scene == nullptr) return;
        if (const auto *one = std::get_if<model::ChooseOne>(&progress.scene->interaction))
            for (const model::Option &option : one->options) see(option.when, progress.state);
        if (const auto *many = std::get_if<model::ChooseMany>(&progress.scene->interaction))
            for (const model::Option &item : many->items) see(item.when, progress.state);
    }
    void count(Counts &counts) const {
        for (const auto &[condition, seen] : seen_)
            counts[std::string("both ways: ") + kConditionNames[condition->node.index()]] += seen == 3 ? 1 : 0;
    }

  private:
    void see(const model::Condition &condition, const engine::State &state) {
        if (condition.is_always()) return;
        seen_[&condition] |= engine::holds(condition, state) ? 2 : 1;
        const auto see_all = [&](const std::vector<model::Condition> &parts) {
            for (const model::Condition &part : parts) see(part, state);
        };
        if (const auto *all = std::get_if<model::AllOf>(&condition.node)) see_all(all->parts);
        if (const auto *any = std::get_if<model::AnyOf>(&condition.node)) see_all(any->parts);
        if (const auto *negation = std::get_if<model::NotOf>(&condition.node)) see_all(negation->part);
    }

    std::map<const model::Condition *, int> seen_;
};

} // namespace tsunagi::test
