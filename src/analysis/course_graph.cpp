#include "analysis/course_graph.h"

#include <algorithm>

namespace tsunagi::analysis {

using namespace model;

namespace {

/// Exploring takes about this part of the time.
constexpr double kExploringPart = 0.8;
constexpr std::size_t kStepsBetweenEstimates = 1024;

} // namespace

CourseGraph::CourseGraph(const Scenario &its_scenario, Story its_story)
    : scenario(its_scenario), story(std::move(its_story)), classifier(story), nodes_of_scene(story.scenes.size()),
      regions_(story.scenes.size(), RegionTree(story.code)), sets_of_scene_(story.scenes.size()),
      enter_(story.scenes.size()), after_(story.scenes.size()) {
    over_.can_finish = true;
    over_.courses = 1;
    over_.best_courses = 1;
    for (std::size_t i = 0; i < story.scenes.size(); ++i) {
        enter_[i] = classifier.changes().number_of(story.scenes[i].enter);
        for (const Story::Guarded &consequence : story.scenes[i].after)
            after_[i].push_back(classifier.changes().number_of(consequence.change));
    }
}

std::optional<CourseGraph::Place> CourseGraph::find(const engine::Progress &progress) const {
    const auto scene = story.scene_index.find(progress.scene->id);
    if (scene == story.scene_index.end()) return std::nullopt;
    const std::vector<Word> state = story.code.encode(progress.state);
    const RegionTree::Found found = regions_[scene->second].search(story.code, state.data());
    if (found.region == nullptr) return std::nullopt;
    return found.node;
}

// The answers on offer in a state; one set for all states in which the same options are available.
std::optional<std::uint32_t> CourseGraph::set_for(Visit &visit, Meter &meter) {
    const Story::SceneCode &scene = story.scenes[visit.scene];
    const std::vector<Option> *options = options_of(scene.scene->interaction);
    std::vector<bool> is_available(options == nullptr ? 0 : options->size(), true);
    const Change &nothing = classifier.changes()[classifier.changes().same()];
    for (std::size_t i = 0; i < scene.conditional.size(); ++i)
        is_available[scene.conditional[i]] =
            scene.conditions[i].holds_after(nothing, story.code, visit.state.data(), visit.region);
    std::map<std::vector<bool>, std::uint32_t> &known = sets_of_scene_[visit.scene];
    const auto found = known.find(is_available);
    if (found != known.end()) return found->second;
    auto set = classifier.classify(visit.scene, is_available, meter);
    if (!set) return std::nullopt;
    sets.push_back(std::move(*set));
    const auto number = static_cast<std::uint32_t>(sets.size() - 1);
    known.emplace(std::move(is_available), number);
    return number;
}

bool CourseGraph::open_visit(std::size_t scene, const std::vector<Word> &state, Meter &meter) {
    visits_.push_back({scene, 0, state, Region(story.code), {}, 0});
    const auto set = set_for(visits_.back(), meter);
    if (!set) return false;
    visits_.back().set = *set;
    return true;
}

// Where the next class of answers leads: what follows from it, the way taken, the next scene entered. Everything of
// the state that this depends on limits the visit's region. Opens a visit there when that state's future is not known
// yet.
bool CourseGraph::follow_next_class(Meter &meter) {
    Visit &visit = visits_.back();
    const Story::SceneCode &scene = story.scenes[visit.scene];
    const AnswerClass &its_class = sets[visit.set].classes[visit.targets.size()];
    ChangeTable &changes = classifier.changes();
    const auto holds = [&](const CompiledCondition &condition, ChangeTable::Number so_far) {
        return condition.is_always() ||
               condition.holds_after(changes[so_far], story.code, visit.state.data(), visit.region);
    };
    ChangeTable::Number change = its_class.change;
    for (std::size_t i = its_class.first_open; i < scene.after.size(); ++i)
        if (!scene.after[i].is_silent && holds(scene.after[i].when, change))
            change = changes.then(change, after_[visit.scene][i]);
    for (const Story::Way &way : scene.next) {
        if (!holds(way.when, change)) continue;
        if (way.is_ending) {
            visit.targets.push_back(kEnding + static_cast<Place>(way.target));
            return true;
        }
        change = changes.then(change, enter_[way.target]);
        scratch_ = visit.state;
        apply(changes[change], story.code, scratch_.data());
        const RegionTree::Found found = regions_[way.target].find(scratch_.data());
        if (found.region != nullptr) {
            visit.region.limit_to_before(changes[change], found.region);
            visit.targets.push_back(found.node);
            return true;
        }
        visit.on_the_way = change;
        return open_visit(way.target, scratch_, meter);
    }
    visit.targets.push_back(kNowhere);
    return true;
}

// Nodes that offer the same answers and lead to the same places are one.
CourseGraph::Place CourseGraph::node_of(const Visit &visit) {
    Word mixed = (Word{visit.scene} << 32) ^ visit.set;
    for (const Place target : visit.targets) mixed = mixed * 0x9E3779B97F4A7C15u + target + 1;
    const auto hash = static_cast<std::size_t>(mixed ^ (mixed >> 32));
    const auto [first, last] = nodes_by_hash_.equal_range(hash);
    for (auto entry = first; entry != last; ++entry) {
        const Node &node = nodes[entry->second];
        if (node.scene == visit.scene && node.set == visit.set &&
            std::equal(visit.targets.begin(), visit.targets.end(),
                       edges.begin() + static_cast<std::ptrdiff_t>(node.first_edge)))
            return entry->second;
    }
    const auto place = static_cast<Place>(nodes.size());
    Node node;
    node.scene = static_cast<std::uint32_t>(visit.scene);
    node.set = visit.set;
    node.first_edge = edges.size();
    edges.insert(edges.end(), visit.targets.begin(), visit.targets.end());
    nodes.push_back(std::move(node));
    nodes_by_hash_.emplace(hash, place);
    nodes_of_scene[visit.scene].push_back(place);
    return place;
}

void CourseGraph::close_visit() {
    Visit visit = std::move(visits_.back());
    visits_.pop_back();
    const Place place = node_of(visit);
    regions_[visit.scene].add(visit.state.data(), place, visit.region);
    if (visits_.empty()) {
        start = place;
        return;
    }
    Visit &from = visits_.back();
    from.region.limit_to_before(classifier.changes()[from.on_the_way], visit.region.words().data());
    from.targets.push_back(place);
}

double CourseGraph::part_done() const {
    double done = 0.0;
    double part = 1.0;
    for (const Visit &visit : visits_) {
        const auto count = static_cast<double>(std::max<std::size_t>(sets[visit.set].classes.size(), 1));
        done += part * static_cast<double>(visit.targets.size()) / count;
        part /= count;
    }
    return done;
}

bool CourseGraph::explore(Meter &meter) {
    std::vector<Word> state = story.code.encode(engine::initial_state(scenario));
    apply(story.scenes[story.start].enter, story.code, state.data());
    if (!open_visit(story.start, state, meter)) return false;
    for (std::size_t steps = 0; !visits_.empty(); ++steps) {
        if (visits_.back().targets.size() == sets[visits_.back().set].classes.size()) {
            const std::size_t known = nodes.size();
            close_visit();
            if (nodes.size() > known && !meter.spend(Meter::Limit::live_states)) return false;
            continue;
        }
        if (steps % kStepsBetweenEstimates == 0) meter.set_done(kExploringPart * part_done());
        const std::size_t changes = classifier.changes().size();
        if (!meter.spend(Meter::Limit::transitions) || !follow_next_class(meter) ||
            !meter.spend(Meter::Limit::changes, classifier.changes().size() - changes))
            return false;
    }
    meter.set_done(kExploringPart);
    return true;
}

bool CourseGraph::look_forward(Meter &meter) {
    summary.endings.resize(scenario.endings.size());
    for (std::size_t i = 0; i < scenario.endings.size(); ++i) summary.endings[i].ending = scenario.endings[i].id;
    nodes[start].probability = 1.0;
    for (const std::size_t scene : story.order)
        for (const Place place : nodes_of_scene[scene]) {
            const Node &node = nodes[place];
            const std::vector<AnswerClass> &classes = set_of(node).classes;
            if (!meter.spend(Meter::Limit::reading, classes.size())) return false;
            for (std::size_t i = 0; i < classes.size(); ++i) {
                const Place target = target_of(node, i);
                if (target == kNowhere) continue;
                const double probability = node.probability * classes[i].probability;
                if (target >= kEnding) {
                    summary.endings[target - kEnding].random_probability += probability;
                    summary.endings[target - kEnding].is_reachable = true;
                    continue;
                }
                nodes[target].probability += probability;
                nodes[target].most_before =
                    std::max(nodes[target].most_before, node.most_before + classes[i].most[kOverall]);
            }
        }
    return true;
}

bool CourseGraph::look_back(Meter &meter) {
    for (std::size_t left = story.order.size(); left-- > 0;)
        for (const Place place : nodes_of_scene[story.order[left]]) {
            Node &node = nodes[place];
            const std::vector<AnswerClass> &classes = set_of(node).classes;
            if (!meter.spend(Meter::Limit::reading, classes.size())) return false;
            for (std::size_t i = 0; i < classes.size(); ++i) {
                const Node *next = outlook_at(target_of(node, i));
                if (next == nullptr) continue;
                const int best = classes[i].most[kOverall] + next->most[kOverall];
                if (!node.can_finish || best > node.most[kOverall]) node.best_courses = 0;
                for (std::size_t figure = 0; figure <= kOverall; ++figure) {
                    const int most = classes[i].most[figure] + next->most[figure];
                    const int least = classes[i].least[figure] + next->least[figure];
                    node.most[figure] = node.can_finish ? std::max(node.most[figure], most) : most;
                    node.least[figure] = node.can_finish ? std::min(node.least[figure], least) : least;
                }
                node.can_finish = true;
                node.courses += classes[i].answers * next->courses;
                if (best == node.most[kOverall])
                    node.best_courses += classes[i].by_overall.front().second * next->best_courses;
            }
        }
    return true;
}

} // namespace tsunagi::analysis
