#include <set>
#include <string>

#include "content/json_pointer.h"
#include "content/scenario_checks.h"
#include "content/scenario_walk.h"

namespace tsunagi::content {

using namespace model;

namespace {

// `kind` is the name of the list in the file: the word its author knows.
template <class List>
void check_list(const List &list, const std::string &pointer, const char *kind, JsonSource &source) {
    std::set<std::string> seen;
    for (std::size_t i = 0; i < list.size(); ++i) {
        const std::string &id = list[i].id.value;
        if (!id.empty() && !seen.insert(id).second)
            source.error(at(pointer, i, "id"), "duplicate-id", {{"kind", kind}, {"id", id}});
    }
}

} // namespace

void check_ids(const Scenario &scenario, JsonSource &source) {
    check_list(scenario.parties, "/parties", "parties", source);
    check_list(scenario.ties, "/ties", "ties", source);
    check_list(scenario.facts, "/facts", "facts", source);
    check_list(scenario.flags, "/flags", "flags", source);
    check_list(scenario.scenes, "/scenes", "scenes", source);
    check_list(scenario.endings, "/endings", "endings", source);
    for (std::size_t i = 0; i < scenario.scenes.size(); ++i) {
        const Interaction &interaction = scenario.scenes[i].interaction;
        const std::string pointer = interaction_pointer(i);
        if (const auto *options = options_of(interaction)) {
            const char *kind = options_member(interaction);
            check_list(*options, at(pointer, kind), kind, source);
        }
        if (const auto *grid = std::get_if<AssignGrid>(&interaction)) {
            check_list(grid->rows, at(pointer, "rows"), "rows", source);
            check_list(grid->columns, at(pointer, "columns"), "columns", source);
        }
        if (const auto *order = std::get_if<OrderSteps>(&interaction))
            check_list(order->steps, at(pointer, "steps"), "steps", source);
    }
}

} // namespace tsunagi::content
