#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <unordered_map>
#include <vector>

#include "analysis/answer_classes.h"
#include "analysis/courses.h"
#include "analysis/region_tree.h"
#include "analysis/story.h"

namespace tsunagi::analysis {

/// The live states of a scenario and how classes of answers lead from one to another: a graph without cycles in which
/// every complete course is a row of edges, and every row of edges from the start to an ending stands for as many
/// courses as its classes have answers. States with the same future are one node (docs/ANALYSIS.md).
struct CourseGraph {
    /// A node, or an ending.
    using Place = std::uint32_t;
    static constexpr Place kEnding = Place{1} << 31; ///< an ending is kEnding + its index
    static constexpr Place kNowhere = ~Place{0};     ///< no way leads on

    struct Node {
        std::uint32_t scene = 0;
        std::uint32_t set = 0;      ///< index into `sets`
        std::size_t first_edge = 0; ///< its edges: one for each class of its set, in order
        double probability = 0.0;   ///< that uniformly random play comes by
        int most_before = 0;        ///< the highest overall score with which some course arrives
        bool can_finish = false;    ///< some complete course goes on from here
        Figures most{};             ///< of what can still be earned on complete courses
        Figures least{};
        Count courses = 0;      ///< complete continuations
        Count best_courses = 0; ///< those that earn most[kOverall]
    };

    CourseGraph(const model::Scenario &its_scenario, Story its_story);
    CourseGraph(const CourseGraph &) = delete;
    CourseGraph &operator=(const CourseGraph &) = delete;

    const model::Scenario &scenario;
    Story story;
    AnswerClassifier classifier;
    std::vector<AnswerSet> sets;
    std::vector<Node> nodes;
    std::vector<Place> edges;
    Place start = 0;
    std::vector<std::vector<Place>> nodes_of_scene; ///< by scene index
    Summary summary;

    [[nodiscard]] const AnswerSet &set_of(const Node &node) const { return sets[node.set]; }
    /// Where a node's class of answers leads.
    [[nodiscard]] Place target_of(const Node &node, std::size_t answer_class) const {
        return edges[node.first_edge + answer_class];
    }
    /// What can still be earned there, in the fields that look_back fills: at an ending nothing, in the one way there
    /// is. Null where no complete course goes on.
    [[nodiscard]] const Node *outlook_at(Place place) const {
        if (place == kNowhere) return nullptr;
        const Node &node = place >= kEnding ? over_ : nodes[place];
        return node.can_finish ? &node : nullptr;
    }
    /// The node a course stands in while it decides at a scene; nothing when no course stands so.
    [[nodiscard]] std::optional<Place> find(const engine::Progress &progress) const;

    // Each of these is false when the meter says no.
    /// Finds all nodes and edges.
    [[nodiscard]] bool explore(Meter &meter);
    /// How courses arrive at every node, then what can still be earned from it.
    [[nodiscard]] bool look_forward(Meter &meter);
    [[nodiscard]] bool look_back(Meter &meter);
    /// Reads the Summary off the finished graph.
    [[nodiscard]] bool summarise(Meter &meter);

  private:
    /// A state whose future is being worked out.
    struct Visit {
        std::size_t scene = 0;
        std::uint32_t set = 0;
        std::vector<Word> state;
        Region region;
        std::vector<Place> targets;         ///< of the classes looked at so far
        ChangeTable::Number on_the_way = 0; ///< what leads to the state visited next
    };
    [[nodiscard]] std::optional<std::uint32_t> set_for(Visit &visit, Meter &meter);
    [[nodiscard]] bool open_visit(std::size_t scene, const std::vector<Word> &state, Meter &meter);
    [[nodiscard]] bool follow_next_class(Meter &meter);
    void close_visit();
    [[nodiscard]] Place node_of(const Visit &visit);
    [[nodiscard]] double part_done() const;

    Node over_;                       ///< what every ending is like
    std::vector<Visit> visits_;       ///< innermost last
    std::vector<RegionTree> regions_; ///< by scene index
    std::unordered_multimap<std::size_t, Place> nodes_by_hash_;
    std::vector<std::map<std::vector<bool>, std::uint32_t>> sets_of_scene_;
    std::vector<ChangeTable::Number> enter_; ///< by scene index
    std::vector<std::vector<ChangeTable::Number>> after_;
    std::vector<Word> scratch_; ///< the state that the class being followed leads to
};

} // namespace tsunagi::analysis
