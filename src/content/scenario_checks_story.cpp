#include <algorithm>
#include <string>

#include "base/utf8.h"
#include "content/json_pointer.h"
#include "content/scenario_checks.h"
#include "content/scenario_walk.h"

namespace tsunagi::content {

using namespace model;

namespace {

constexpr std::size_t kMinReason = 40;
constexpr std::size_t kMaxReason = 160;
constexpr std::size_t kMinSummary = 80;
constexpr std::size_t kMaxSummary = 160;
constexpr std::size_t kMaxSceneTitle = 20;

void check_reason(const std::string &reason, const std::string &pointer, JsonSource &source) {
    const std::string_view said = base::trim(reason);
    if (said.empty()) {
        source.error(pointer, "no-reason", {{"property", "reason"}});
        return;
    }
    const std::size_t count = base::count_code_points(said);
    if (count < kMinReason || count > kMaxReason)
        source.warning(pointer, "reason-length",
                       {{"count", std::to_string(count)},
                        {"min", std::to_string(kMinReason)},
                        {"max", std::to_string(kMaxReason)}});
}

template <class List>
void check_reasons(const List &list, const std::string &pointer, JsonSource &source) {
    for (std::size_t i = 0; i < list.size(); ++i) check_reason(list[i].reason, at(pointer, i, "reason"), source);
}

void check_lengths(const Scenario &scenario, JsonSource &source) {
    const std::size_t summary = base::count_code_points(scenario.summary);
    if (summary < kMinSummary || summary > kMaxSummary)
        source.warning("/summary", "summary-length",
                       {{"count", std::to_string(summary)},
                        {"min", std::to_string(kMinSummary)},
                        {"max", std::to_string(kMaxSummary)}});
    for (std::size_t i = 0; i < scenario.scenes.size(); ++i) {
        const Scene &scene = scenario.scenes[i];
        const std::size_t title = base::count_code_points(scene.title);
        if (title > kMaxSceneTitle)
            source.warning(at(scene_pointer(i), "title"), "title-length",
                           {{"count", std::to_string(title)}, {"max", std::to_string(kMaxSceneTitle)}});
        const std::string pointer = interaction_pointer(i);
        if (const auto *options = options_of(scene.interaction))
            check_reasons(*options, at(pointer, options_member(scene.interaction)), source);
        if (const auto *grid = std::get_if<AssignGrid>(&scene.interaction))
            check_reasons(grid->rows, at(pointer, "rows"), source);
        if (const auto *order = std::get_if<OrderSteps>(&scene.interaction))
            check_reasons(order->steps, at(pointer, "steps"), source);
    }
}

Args gauge_args(int value) {
    return {{"value", std::to_string(value)}, {"min", std::to_string(kGaugeMin)}, {"max", std::to_string(kGaugeMax)}};
}

bool is_gauge_value(int value) { return value >= kGaugeMin && value <= kGaugeMax; }

void check_gauges(const Scenario &scenario, JsonSource &source) {
    for (std::size_t i = 0; i < scenario.gauges.size(); ++i)
        if (!is_gauge_value(scenario.gauges[i]))
            source.error(at("/gauges", kGaugeWords[i]), "gauge-range", gauge_args(scenario.gauges[i]));
    for_each_condition(scenario, [&](const Condition &condition, const std::string &pointer, const Place &) {
        const auto *gauge = std::get_if<GaugeWithin>(&condition.node);
        if (gauge == nullptr) return;
        if (gauge->at_least && !is_gauge_value(*gauge->at_least))
            source.error(at(pointer, "at_least"), "gauge-range", gauge_args(*gauge->at_least));
        if (gauge->at_most && !is_gauge_value(*gauge->at_most))
            source.error(at(pointer, "at_most"), "gauge-range", gauge_args(*gauge->at_most));
    });
    for_each_effect(scenario, [&](const Effect &effect, const std::string &pointer) {
        const auto *move = std::get_if<MoveGauge>(&effect);
        if (move == nullptr || (move->add >= -kGaugeMax && move->add <= kGaugeMax)) return;
        Args args = gauge_args(move->add);
        args["min"] = std::to_string(-kGaugeMax);
        source.error(at(pointer, "add"), "gauge-range", std::move(args));
    });
}

} // namespace

void check_story(const Scenario &scenario, JsonSource &source) {
    const auto clients = std::count_if(scenario.parties.begin(), scenario.parties.end(),
                                       [](const Party &party) { return party.kind == PartyKind::client; });
    if (clients != 1) source.error("/parties", "client-count", {{"count", std::to_string(clients)}});

    const auto outcomes = std::count_if(scenario.endings.begin(), scenario.endings.end(),
                                        [](const Ending &ending) { return ending.kind == EndingKind::handbook; });
    if (outcomes != 1) source.error("/endings", "handbook-ending-count", {{"count", std::to_string(outcomes)}});

    for (std::size_t i = 1; i < scenario.icmss.size(); ++i)
        if (scenario.icmss[i] <= scenario.icmss[i - 1])
            source.error(
                at("", "icmss", i), "icmss-order",
                {{"value", std::to_string(scenario.icmss[i])}, {"before", std::to_string(scenario.icmss[i - 1])}});

    for (std::size_t i = 0; i < scenario.facts.size(); ++i)
        if (scenario.facts[i].origin == Origin::handbook && scenario.facts[i].ref.is_empty())
            source.error(at("", "facts", i), "missing-origin-ref", {{"id", scenario.facts[i].id.value}});

    check_gauges(scenario, source);
    check_lengths(scenario, source);
}

} // namespace tsunagi::content
