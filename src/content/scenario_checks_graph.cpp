#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "content/json_pointer.h"
#include "content/scenario_checks.h"
#include "content/scenario_walk.h"

namespace tsunagi::content {

using namespace model;

namespace {

/// The scenes as a graph, conditions left aside: an entry of `next` counts as a way as long as no entry before it is
/// taken always.
class StoryGraph {
  public:
    StoryGraph(const Scenario &scenario, JsonSource &source) : scenario_(scenario), source_(source) {
        for (std::size_t i = 0; i < scenario.scenes.size(); ++i) index_.emplace(scenario.scenes[i].id, i);
        ways_.resize(scenario.scenes.size());
        for (std::size_t i = 0; i < scenario.scenes.size(); ++i) collect_ways(i);
    }

    void check() {
        check_cycles();
        check_reach();
        if (!has_cycle_) check_conditions();
    }

  private:
    struct Way {
        std::size_t target = 0; ///< a scene's index
        std::size_t entry = 0;  ///< position in `next`
    };

    void collect_ways(std::size_t scene) {
        const std::vector<Transition> &next = scenario_.scenes[scene].next;
        const std::string pointer = at(scene_pointer(scene), "next");
        bool always_gone = false;
        for (std::size_t i = 0; i < next.size(); ++i) {
            if (always_gone) {
                source_.warning(at(pointer, i), "next-never-used", {{"scene", scenario_.scenes[scene].id.value}});
                continue;
            }
            if (next[i].scene) ways_[scene].push_back({index_.at(*next[i].scene), i});
            if (next[i].ending) ways_to_endings_.emplace(*next[i].ending, scene);
            always_gone = next[i].when.is_always();
        }
        if (!always_gone) source_.error(pointer, "dead-end", {{"scene", scenario_.scenes[scene].id.value}});
    }

    // Depth first, without recursion: a story of hundreds of scenes in a row is no reason to run out of stack.
    void check_cycles() {
        enum class Mark { fresh, open, done };
        std::vector<Mark> marks(ways_.size(), Mark::fresh);
        for (std::size_t root = 0; root < ways_.size(); ++root) {
            if (marks[root] != Mark::fresh) continue;
            std::vector<std::pair<std::size_t, std::size_t>> path = {{root, 0}}; // scene, next way to try
            marks[root] = Mark::open;
            while (!path.empty()) {
                const std::size_t scene = path.back().first;
                if (path.back().second == ways_[scene].size()) {
                    marks[scene] = Mark::done;
                    path.pop_back();
                    continue;
                }
                const Way way = ways_[scene][path.back().second++];
                if (marks[way.target] == Mark::fresh) {
                    marks[way.target] = Mark::open;
                    path.emplace_back(way.target, 0);
                } else if (marks[way.target] == Mark::open) {
                    report_cycle(path, way);
                }
            }
        }
    }

    void report_cycle(const std::vector<std::pair<std::size_t, std::size_t>> &path, const Way &back) {
        has_cycle_ = true;
        std::string round;
        bool is_inside = false;
        for (const auto &step : path) {
            is_inside = is_inside || step.first == back.target;
            if (is_inside) round += scenario_.scenes[step.first].id.value + " > ";
        }
        round += scenario_.scenes[back.target].id.value;
        source_.error(at(scene_pointer(path.back().first), "next", back.entry), "cycle", {{"path", round}});
    }

    /// The scenes that can come after `start`, itself included.
    std::vector<bool> reach_from(std::size_t start) const {
        std::vector<bool> reached(ways_.size(), false);
        std::vector<std::size_t> open = {start};
        reached[start] = true;
        while (!open.empty()) {
            const std::size_t scene = open.back();
            open.pop_back();
            for (const Way &way : ways_[scene]) {
                if (reached[way.target]) continue;
                reached[way.target] = true;
                open.push_back(way.target);
            }
        }
        return reached;
    }

    void check_reach() {
        const std::vector<bool> reached = reach_from(index_.at(scenario_.start_scene));
        for (std::size_t i = 0; i < reached.size(); ++i)
            if (!reached[i])
                source_.error(scene_pointer(i), "unreachable-scene", {{"scene", scenario_.scenes[i].id.value}});
        for (std::size_t i = 0; i < scenario_.endings.size(); ++i) {
            const auto ways = ways_to_endings_.equal_range(scenario_.endings[i].id);
            const bool is_reached =
                std::any_of(ways.first, ways.second, [&](const auto &way) { return reached[way.second]; });
            if (!is_reached)
                source_.error(at("", "endings", i), "unreachable-ending", {{"ending", scenario_.endings[i].id.value}});
        }
    }

    // A condition may ask about a scene only where some way leads from there to here.
    void check_conditions() {
        for (std::size_t i = 0; i < ways_.size(); ++i) after_.push_back(reach_from(i));
        for_each_condition(scenario_,
                           [this](const Condition &condition, const std::string &pointer, const Place &place) {
                               if (const auto *taken = std::get_if<OptionTaken>(&condition.node))
                                   expect_before(taken->scene, at(pointer, "taken"), place, false);
                               if (const auto *count = std::get_if<CountTaken>(&condition.node))
                                   for (std::size_t i = 0; i < count->options.size(); ++i)
                                       expect_before(count->options[i].scene, at(pointer, "count", i), place, false);
                               if (const auto *mark = std::get_if<MarkIs>(&condition.node))
                                   expect_before(mark->scene, at(pointer, "mark"), place, false);
                               if (const auto *ordered = std::get_if<OrderedBefore>(&condition.node))
                                   expect_before(ordered->scene, at(pointer, "ordered"), place, false);
                               if (const auto *visited = std::get_if<SceneVisited>(&condition.node))
                                   expect_before(visited->scene, at(pointer, "visited"), place, true);
                           });
    }

    void expect_before(const SceneId &asked, const std::string &pointer, const Place &place, bool counts_here) {
        const std::size_t past = index_.at(asked);
        std::string here;
        bool can_be_past = false;
        if (place.ending != nullptr) {
            here = place.ending->id.value;
            const auto ways = ways_to_endings_.equal_range(place.ending->id);
            can_be_past =
                std::any_of(ways.first, ways.second, [&](const auto &way) { return after_[past][way.second]; });
        } else {
            here = place.scene->id.value;
            const std::size_t now = index_.at(place.scene->id);
            can_be_past = now == past ? place.is_after_decision || counts_here : static_cast<bool>(after_[past][now]);
        }
        if (!can_be_past) source_.error(pointer, "condition-before-scene", {{"scene", asked.value}, {"here", here}});
    }

    const Scenario &scenario_;
    JsonSource &source_;
    std::map<SceneId, std::size_t> index_;
    std::vector<std::vector<Way>> ways_;
    std::multimap<EndingId, std::size_t> ways_to_endings_;
    std::vector<std::vector<bool>> after_;
    bool has_cycle_ = false;
};

} // namespace

void check_graph(const Scenario &scenario, JsonSource &source) { StoryGraph(scenario, source).check(); }

} // namespace tsunagi::content
