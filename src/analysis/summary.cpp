#include <algorithm>

#include "analysis/course_graph.h"

namespace tsunagi::analysis {

using namespace model;

namespace {

using Node = CourseGraph::Node;
using Place = CourseGraph::Place;

// The number of complete courses that earn at least `limit` overall; nothing when the meter says no. For every node
// only the scores of its continuations count that can still lead there: from most[kOverall] down to limit -
// most_before.
std::optional<Count> courses_from(const CourseGraph &graph, int limit, Meter &meter) {
    // scores[node][k]: continuations that earn most[kOverall] - k
    std::vector<std::vector<Count>> scores(graph.nodes.size());
    const std::vector<Count> over = {1};
    for (std::size_t left = graph.story.order.size(); left-- > 0;) {
        for (const Place place : graph.nodes_of_scene[graph.story.order[left]]) {
            const Node &node = graph.nodes[place];
            const int width = node.most_before + node.most[kOverall] - limit + 1;
            if (!node.can_finish || width <= 0) continue;
            if (!meter.spend(Meter::Limit::scores, static_cast<std::size_t>(width))) return std::nullopt;
            std::vector<Count> &its_scores = scores[place];
            its_scores.assign(static_cast<std::size_t>(width), 0);
            const std::vector<AnswerClass> &classes = graph.set_of(node).classes;
            for (std::size_t i = 0; i < classes.size(); ++i) {
                const Place target = graph.target_of(node, i);
                const Node *outlook = graph.outlook_at(target);
                if (outlook == nullptr) continue;
                const std::vector<Count> &next = target >= CourseGraph::kEnding ? over : scores[target];
                const int most_next = outlook->most[kOverall];
                for (const auto &[credit, answers] : classes[i].by_overall) {
                    const int first = node.most[kOverall] - credit - most_next; // where the best of `next` goes
                    if (first >= width) break;
                    const auto end = std::min(next.size(), static_cast<std::size_t>(width - first));
                    if (!meter.spend(Meter::Limit::scores, end)) return std::nullopt;
                    for (std::size_t k = 0; k < end; ++k)
                        if (!next[k].is_zero()) its_scores[static_cast<std::size_t>(first) + k] += answers * next[k];
                }
            }
        }
    }
    Count sum = 0;
    for (const Count &count : scores[graph.start]) sum += count;
    return sum;
}

void find_unreachable(CourseGraph &graph) {
    Summary &summary = graph.summary;
    for (std::size_t i = 0; i < graph.story.scenes.size(); ++i) {
        const Scene &scene = *graph.story.scenes[i].scene;
        if (graph.nodes_of_scene[i].empty()) {
            summary.unreachable.push_back({Unreachable::Kind::scene, scene.id.value, scene.id});
            continue;
        }
        const std::vector<Option> *options = options_of(scene.interaction);
        if (options == nullptr) continue;
        for (std::size_t option = 0; option < options->size(); ++option) {
            const bool is_takeable =
                std::any_of(graph.nodes_of_scene[i].begin(), graph.nodes_of_scene[i].end(),
                            [&](Place place) { return graph.set_of(graph.nodes[place]).is_takeable[option]; });
            if (!is_takeable)
                summary.unreachable.push_back({Unreachable::Kind::option, (*options)[option].id.value, scene.id});
        }
    }
    for (const EndingChance &chance : summary.endings)
        if (!chance.is_reachable) summary.unreachable.push_back({Unreachable::Kind::ending, chance.ending.value, {}});
}

void find_dead_ends(CourseGraph &graph) {
    for (std::size_t i = 0; i < graph.story.scenes.size(); ++i) {
        const auto is_dead_end = [&](Place place) {
            const Node &node = graph.nodes[place];
            const std::size_t count = graph.set_of(node).classes.size();
            const auto first = graph.edges.begin() + static_cast<std::ptrdiff_t>(node.first_edge);
            return count == 0 || std::find(first, first + static_cast<std::ptrdiff_t>(count), CourseGraph::kNowhere) !=
                                     first + static_cast<std::ptrdiff_t>(count);
        };
        const std::vector<Place> &nodes = graph.nodes_of_scene[i];
        if (std::any_of(nodes.begin(), nodes.end(), is_dead_end))
            graph.summary.dead_ends.push_back(graph.story.scenes[i].scene->id);
    }
}

bool reads_gauge(const Condition &condition, Gauge gauge) {
    bool reads = false;
    for_each_leaf(condition, [&](const Condition &leaf) {
        const auto *within = std::get_if<GaugeWithin>(&leaf.node);
        reads = reads || (within != nullptr && within->gauge == gauge);
    });
    return reads;
}

bool is_read(const std::vector<Paragraph> &text, Gauge gauge) {
    return std::any_of(text.begin(), text.end(),
                       [&](const Paragraph &paragraph) { return reads_gauge(paragraph.when, gauge); });
}

void find_idle_gauges(CourseGraph &graph) {
    for (std::size_t i = 0; i < kGaugeCount; ++i) {
        const auto gauge = static_cast<Gauge>(i);
        bool matters = false;
        for (std::size_t at = 0; at < graph.story.scenes.size() && !matters; ++at) {
            if (graph.nodes_of_scene[at].empty()) continue;
            const Story::SceneCode &scene = graph.story.scenes[at];
            const auto has_mattered = [&](const auto &guarded) { return guarded.when.has_gauge_mattered(i); };
            // A consequence that is text alone is a paragraph.
            for (std::size_t each = 0; each < scene.after.size() && !matters; ++each)
                matters = scene.after[each].is_silent && !scene.scene->after[each].text.empty() &&
                          reads_gauge(scene.scene->after[each].when, gauge);
            matters = matters || is_read(scene.scene->text, gauge) ||
                      std::any_of(scene.conditions.begin(), scene.conditions.end(),
                                  [&](const CompiledCondition &each) { return each.has_gauge_mattered(i); }) ||
                      std::any_of(scene.after.begin(), scene.after.end(), has_mattered) ||
                      std::any_of(scene.next.begin(), scene.next.end(), has_mattered);
        }
        for (std::size_t at = 0; at < graph.scenario.endings.size() && !matters; ++at)
            matters = graph.summary.endings[at].is_reachable && is_read(graph.scenario.endings[at].text, gauge);
        if (!matters) graph.summary.idle_gauges.push_back(gauge);
    }
}

} // namespace

bool CourseGraph::summarise(Meter &meter) {
    const Node &first = nodes[start];
    summary.paths = first.courses;
    summary.best_paths = first.best_courses;
    summary.live_states = nodes.size();
    summary.transitions = edges.size();

    std::array<double, kFigureCount> mean{};
    for (const Node &node : nodes)
        for (std::size_t i = 0; i < kFigureCount; ++i) mean[i] += node.probability * set_of(node).mean[i];
    for (std::size_t i = 0; i < kFigureCount; ++i) {
        Range &range = i < kPointCount ? summary.points[i] : summary.cells[i - kPointCount];
        range = {first.most[i], first.least[i], mean[i]};
        if (i < kPointCount) summary.overall.random_mean += mean[i];
    }
    summary.overall.max = first.most[kOverall];
    summary.overall.min = first.least[kOverall];
    // At least 90 % of the highest: the lowest whole score that is.
    const int limit = (first.most[kOverall] * kTopBandPercent + 99) / 100;
    if (first.can_finish) {
        const auto top = courses_from(*this, limit, meter);
        if (!top) return false;
        summary.top_band_paths = *top;
    }
    find_unreachable(*this);
    find_dead_ends(*this);
    find_idle_gauges(*this);
    return true;
}

} // namespace tsunagi::analysis
