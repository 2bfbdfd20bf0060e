#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <vector>

#include "analysis/answer_classes.h"
#include "analysis/courses.h"
#include "analysis/story.h"

namespace tsunagi::analysis {

/// The live states of a scenario and how classes of answers lead from one to another: a graph without cycles in which
/// every complete course is a row of edges, and every row of edges from the start to an ending stands for as many
/// courses as its classes have answers.
struct CourseGraph {
    /// A live state, or an ending.
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

    CourseGraph(const model::Scenario &its_scenario, Story its_story, std::size_t max_answer_steps)
        : scenario(its_scenario), story(std::move(its_story)), classifier(story, max_answer_steps) {}
    CourseGraph(const CourseGraph &) = delete;
    CourseGraph &operator=(const CourseGraph &) = delete;

    const model::Scenario &scenario;
    Story story;
    AnswerClassifier classifier;
    std::vector<AnswerSet> sets;
    std::vector<Node> nodes; ///< the start first
    std::vector<Place> edges;
    std::vector<std::vector<Place>> nodes_of_scene; ///< by scene index
    Summary summary;

    [[nodiscard]] const AnswerSet &set_of(const Node &node) const { return sets[node.set]; }
    /// The live state a course stands in while it decides at a scene; nothing when no course stands so.
    [[nodiscard]] std::optional<Place> find(const engine::Progress &progress) const;

    // Building (course_graph.cpp). Statuses: "analysis-too-large", "analysis-stopped".
    [[nodiscard]] base::Status explore(const Budget &budget, const KeepGoing &keep_going);
    /// What can still be earned from every node; from the endings back. Status: "analysis-stopped".
    [[nodiscard]] base::Status look_back(const KeepGoing &keep_going);

  private:
    [[nodiscard]] std::optional<std::uint32_t> set_for(std::size_t scene, const Word *state);
    [[nodiscard]] Place place_of(std::size_t scene, const Word *state);
    [[nodiscard]] Place follow(std::size_t scene, const AnswerClass &its_class, std::size_t node);
    void grow_index();
    [[nodiscard]] const Word *state_of(Place node) const { return states_.data() + node * story.code.words(); }
    [[nodiscard]] std::size_t hash_of(std::size_t scene, const Word *state) const;

    std::vector<Word> states_; ///< of every node, packed and projected
    std::vector<Place> index_; ///< open addressing over `nodes`; kNowhere is free
    std::vector<std::map<std::vector<bool>, std::uint32_t>> sets_of_scene_;
    std::vector<Word> scratch_;
};

/// Reads the Summary off a finished graph.
void summarise(CourseGraph &graph);

} // namespace tsunagi::analysis
