// Which scenes of a case exercise an entry of the handbook.

#include <algorithm>

#include "view/handbook_view.h"

namespace tsunagi::view {

using namespace model;

namespace {

bool holds(const std::vector<HandbookId> &refs, const HandbookId &entry) {
    return std::find(refs.begin(), refs.end(), entry) != refs.end();
}

struct Exerciser {
    const HandbookId &entry;
    std::optional<PointIndex> point = point_from_id(entry.value);
    std::optional<CellIndex> cell = cell_from_id(entry.value);

    [[nodiscard]] bool earns(const Credit &credit) const {
        return (point && credit.points[*point] > 0) || (cell && credit.cells[*cell] > 0);
    }
    [[nodiscard]] bool is_in(const std::vector<Option> &options) const {
        return std::any_of(options.begin(), options.end(),
                           [&](const Option &option) { return earns(option.credit) || holds(option.refs, entry); });
    }
    template <class Scored>
    [[nodiscard]] bool is_earned_in(const std::vector<Scored> &list) const {
        return std::any_of(list.begin(), list.end(), [&](const Scored &scored) { return earns(scored.credit); });
    }
    template <class Explained>
    [[nodiscard]] bool is_referred_to_in(const std::vector<Explained> &list) const {
        return std::any_of(list.begin(), list.end(),
                           [&](const Explained &explained) { return holds(explained.refs, entry); });
    }

    bool operator()(const ReadOn &) const { return false; }
    bool operator()(const ChooseOne &choice) const { return is_in(choice.options); }
    bool operator()(const ChooseMany &choice) const { return is_in(choice.items); }
    bool operator()(const AssignGrid &grid) const { return is_earned_in(grid.cells) || is_referred_to_in(grid.rows); }
    bool operator()(const OrderSteps &order) const {
        return is_earned_in(order.precedences) || is_referred_to_in(order.steps);
    }
};

} // namespace

std::vector<SceneId> scenes_that_exercise(const HandbookId &entry, const Scenario &scenario) {
    const Exerciser exerciser{entry};
    std::vector<SceneId> scenes;
    for (const Scene &scene : scenario.scenes) {
        // What is only read decides nothing.
        if (std::holds_alternative<ReadOn>(scene.interaction)) continue;
        if (scene.step == entry || holds(scene.functions, entry) || std::visit(exerciser, scene.interaction))
            scenes.push_back(scene.id);
    }
    return scenes;
}

} // namespace tsunagi::view
