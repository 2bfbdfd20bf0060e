#include "analysis/course_graph.h"

#include <algorithm>

namespace tsunagi::analysis {

using namespace model;

namespace {

constexpr std::size_t kNodesBetweenCalls = 512;
/// The forward pass takes about this part of the time.
constexpr double kForwardPart = 0.7;

} // namespace

std::size_t CourseGraph::hash_of(std::size_t scene, const Word *state) const {
    return hash_words(state, story.code.words(), scene);
}

void CourseGraph::grow_index() {
    index_.assign(std::max<std::size_t>(1024, index_.size() * 2), kNowhere);
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        std::size_t slot = hash_of(nodes[i].scene, state_of(static_cast<Place>(i))) & (index_.size() - 1);
        while (index_[slot] != kNowhere) slot = (slot + 1) & (index_.size() - 1);
        index_[slot] = static_cast<Place>(i);
    }
}

// `state` must be projected. A state that is new gets a node.
CourseGraph::Place CourseGraph::place_of(std::size_t scene, const Word *state) {
    if ((nodes.size() + 1) * 2 > index_.size()) grow_index();
    const std::size_t words = story.code.words();
    std::size_t slot = hash_of(scene, state) & (index_.size() - 1);
    for (; index_[slot] != kNowhere; slot = (slot + 1) & (index_.size() - 1))
        if (nodes[index_[slot]].scene == scene && std::equal(state, state + words, state_of(index_[slot])))
            return index_[slot];
    const Place place = static_cast<Place>(nodes.size());
    index_[slot] = place;
    nodes.emplace_back();
    nodes.back().scene = static_cast<std::uint32_t>(scene);
    states_.insert(states_.end(), state, state + words);
    nodes_of_scene[scene].push_back(place);
    return place;
}

std::optional<CourseGraph::Place> CourseGraph::find(const engine::Progress &progress) const {
    const auto scene = story.scene_index.find(progress.scene->id);
    if (scene == story.scene_index.end()) return std::nullopt;
    std::vector<Word> state = story.code.encode(progress.state);
    story.scenes[scene->second].at_decision.project(story.code, state.data());
    std::size_t slot = hash_of(scene->second, state.data()) & (index_.size() - 1);
    for (; index_[slot] != kNowhere; slot = (slot + 1) & (index_.size() - 1))
        if (nodes[index_[slot]].scene == scene->second &&
            std::equal(state.begin(), state.end(), state_of(index_[slot])))
            return index_[slot];
    return std::nullopt;
}

// The answers on offer in a state; one set for all states in which the same options are available.
std::optional<std::uint32_t> CourseGraph::set_for(std::size_t scene_index, const Word *state) {
    const Story::SceneCode &scene = story.scenes[scene_index];
    const std::vector<Option> *options = options_of(scene.scene->interaction);
    std::vector<bool> is_available(options == nullptr ? 0 : options->size(), true);
    for (std::size_t i = 0; i < scene.conditional.size(); ++i)
        is_available[scene.conditional[i]] = scene.conditions[i].holds(story.code, state);
    std::map<std::vector<bool>, std::uint32_t> &known = sets_of_scene_[scene_index];
    const auto found = known.find(is_available);
    if (found != known.end()) return found->second;
    auto set = classifier.classify(scene_index, is_available);
    if (!set) return std::nullopt;
    sets.push_back(std::move(*set));
    const auto number = static_cast<std::uint32_t>(sets.size() - 1);
    known.emplace(std::move(is_available), number);
    return number;
}

// Where an answer of a class leads from a node: what follows from it, the way taken, the next scene entered.
CourseGraph::Place CourseGraph::follow(std::size_t scene_index, const AnswerClass &its_class, std::size_t node) {
    const Story::SceneCode &scene = story.scenes[scene_index];
    scratch_.assign(state_of(static_cast<Place>(node)), state_of(static_cast<Place>(node)) + story.code.words());
    Word *state = scratch_.data();
    apply(classifier.changes()[its_class.change], story.code, state);
    for (std::size_t i = its_class.first_open; i < scene.after.size(); ++i)
        if (scene.after[i].when.holds(story.code, state)) apply(scene.after[i].change, story.code, state);
    for (const Story::Way &way : scene.next) {
        if (!way.when.holds(story.code, state)) continue;
        if (way.is_ending) return kEnding + static_cast<Place>(way.target);
        const Story::SceneCode &next = story.scenes[way.target];
        apply(next.enter, story.code, state);
        next.at_decision.project(story.code, state);
        return place_of(way.target, state);
    }
    return kNowhere;
}

base::Status CourseGraph::explore(const Budget &budget, const KeepGoing &keep_going) {
    nodes_of_scene.resize(story.scenes.size());
    sets_of_scene_.resize(story.scenes.size());
    summary.endings.resize(scenario.endings.size());
    for (std::size_t i = 0; i < scenario.endings.size(); ++i) summary.endings[i].ending = scenario.endings[i].id;

    std::vector<Word> start = story.code.encode(engine::initial_state(scenario));
    apply(story.scenes[story.start].enter, story.code, start.data());
    story.scenes[story.start].at_decision.project(story.code, start.data());
    nodes[place_of(story.start, start.data())].probability = 1.0;

    std::size_t until_call = 0;
    for (std::size_t done = 0; done < story.order.size(); ++done) {
        const std::size_t scene = story.order[done];
        // No way leads back, so all states of the scene are known by now.
        for (const Place place : nodes_of_scene[scene]) {
            if (until_call-- == 0) {
                until_call = kNodesBetweenCalls;
                const double part = kForwardPart * static_cast<double>(done) / static_cast<double>(story.order.size());
                if (keep_going && !keep_going(part)) return base::Error{"analysis-stopped", ""};
            }
            const auto set = set_for(scene, state_of(place));
            if (!set) return base::Error{"analysis-too-large", "answer_steps"};
            nodes[place].set = *set;
            nodes[place].first_edge = edges.size();
            for (const AnswerClass &its_class : sets[*set].classes) {
                const Place target = follow(scene, its_class, place);
                edges.push_back(target);
                if (target == kNowhere) continue;
                const double probability = nodes[place].probability * its_class.probability;
                if (target >= kEnding) {
                    summary.endings[target - kEnding].random_probability += probability;
                    summary.endings[target - kEnding].is_reachable = true;
                    continue;
                }
                nodes[target].probability += probability;
                nodes[target].most_before =
                    std::max(nodes[target].most_before, nodes[place].most_before + its_class.most[kOverall]);
            }
            if (nodes.size() > budget.live_states) return base::Error{"analysis-too-large", "live_states"};
            if (edges.size() > budget.transitions) return base::Error{"analysis-too-large", "transitions"};
        }
    }
    return {};
}

base::Status CourseGraph::look_back(const KeepGoing &keep_going) {
    std::size_t until_call = 0;
    for (std::size_t left = story.order.size(); left-- > 0;) {
        for (const Place place : nodes_of_scene[story.order[left]]) {
            if (until_call-- == 0) {
                until_call = kNodesBetweenCalls;
                const double done = 1.0 - static_cast<double>(left + 1) / static_cast<double>(story.order.size());
                if (keep_going && !keep_going(kForwardPart + (1.0 - kForwardPart) * done))
                    return base::Error{"analysis-stopped", ""};
            }
            Node &node = nodes[place];
            const std::vector<AnswerClass> &classes = set_of(node).classes;
            for (std::size_t i = 0; i < classes.size(); ++i) {
                static const Node kOver = [] {
                    Node over;
                    over.can_finish = true;
                    over.courses = 1;
                    over.best_courses = 1;
                    return over;
                }();
                const Place target = edges[node.first_edge + i];
                if (target == kNowhere) continue;
                const Node &next = target >= kEnding ? kOver : nodes[target];
                if (!next.can_finish) continue;
                const int best = classes[i].most[kOverall] + next.most[kOverall];
                if (!node.can_finish || best > node.most[kOverall]) node.best_courses = 0;
                for (std::size_t figure = 0; figure <= kOverall; ++figure) {
                    const int most = classes[i].most[figure] + next.most[figure];
                    const int least = classes[i].least[figure] + next.least[figure];
                    node.most[figure] = node.can_finish ? std::max(node.most[figure], most) : most;
                    node.least[figure] = node.can_finish ? std::min(node.least[figure], least) : least;
                }
                node.can_finish = true;
                node.courses += classes[i].answers * next.courses;
                if (best == node.most[kOverall])
                    node.best_courses += classes[i].by_overall.front().second * next.best_courses;
            }
        }
    }
    return {};
}

} // namespace tsunagi::analysis
