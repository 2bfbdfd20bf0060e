#include "app/review_desk.h"

#include <algorithm>
#include <numeric>

namespace tsunagi::app {

namespace {

constexpr int kLeastVotes = 2;

} // namespace

const view::ScriptDecision *ReviewDesk::script_of(const model::SceneId &scene) const {
    const auto found = std::find_if(script.decisions.begin(), script.decisions.end(),
                                    [&](const view::ScriptDecision &decision) { return decision.scene == scene; });
    return found == script.decisions.end() ? nullptr : &*found;
}

std::vector<std::size_t> ReviewDesk::compared_decisions() const {
    std::vector<std::size_t> order(material().cohort.decisions.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    if (is_by_difference) order = material().by_difference;
    std::erase_if(
        order, [&](std::size_t decision) { return material().cohort.decisions[decision].votes.total < kLeastVotes; });
    return order;
}

std::vector<std::size_t> ReviewDesk::script_decisions() const {
    std::vector<std::size_t> chosen;
    for (const view::ScriptDecision &decision : script.decisions)
        for (std::size_t i = 0; i < material().cohort.decisions.size(); ++i)
            if (material().cohort.decisions[i].scene->id == decision.scene) chosen.push_back(i);
    return chosen;
}

} // namespace tsunagi::app
