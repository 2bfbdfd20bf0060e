#include <set>
#include <string>

#include "content/json_pointer.h"
#include "content/scenario_checks.h"
#include "content/scenario_walk.h"

namespace tsunagi::content {

using namespace model;

void check_usage(const Scenario &scenario, JsonSource &source) {
    std::set<FactId> learned(scenario.start_facts.begin(), scenario.start_facts.end());
    std::set<FlagId> set_flags;
    std::set<FlagId> read_flags;
    std::set<TieId> shown_ties;
    for_each_effect(scenario, [&](const Effect &effect, const std::string &) {
        if (const auto *learn = std::get_if<LearnFact>(&effect)) learned.insert(learn->fact);
        const auto *flag = std::get_if<SetFlag>(&effect);
        if (flag != nullptr && flag->value) set_flags.insert(flag->flag);
        const auto *tie = std::get_if<ChangeTie>(&effect);
        if (tie != nullptr && tie->status && *tie->status != TieStatus::hidden) shown_ties.insert(tie->tie);
    });
    for_each_condition(scenario, [&](const Condition &condition, const std::string &, const Place &) {
        if (const auto *flag = std::get_if<FlagIsSet>(&condition.node)) read_flags.insert(flag->flag);
    });

    for (std::size_t i = 0; i < scenario.facts.size(); ++i)
        if (learned.count(scenario.facts[i].id) == 0)
            source.warning(at("", "facts", i), "fact-never-learned", {{"id", scenario.facts[i].id.value}});
    for (std::size_t i = 0; i < scenario.flags.size(); ++i) {
        const FlagId &id = scenario.flags[i].id;
        if (read_flags.count(id) == 0)
            source.warning(at("", "flags", i), "flag-never-read", {{"id", id.value}});
        else if (set_flags.count(id) == 0)
            source.warning(at("", "flags", i), "flag-never-set", {{"id", id.value}});
    }
    for (std::size_t i = 0; i < scenario.ties.size(); ++i)
        if (scenario.ties[i].status == TieStatus::hidden && shown_ties.count(scenario.ties[i].id) == 0)
            source.warning(at("", "ties", i), "tie-never-shown", {{"id", scenario.ties[i].id.value}});
}

} // namespace tsunagi::content
