#include "analysis/courses.h"

#include <algorithm>
#include <cstdint>
#include <limits>

#include "analysis/course_graph.h"

namespace tsunagi::analysis {

using namespace model;

base::Result<Courses> Courses::explore(const Scenario &scenario, const Budget &budget, const KeepGoing &keep_going) {
    auto story = Story::of(scenario);
    if (!story.is_ok()) return story.error();
    // The trees of questions number the words of a state in 16 bits; no case that could be analysed comes near.
    if (story->code.words() > std::numeric_limits<std::uint16_t>::max())
        return base::Error{"analysis-too-large", "changes"};
    auto graph = std::make_unique<CourseGraph>(scenario, std::move(story).value());
    Meter meter(budget, keep_going);
    meter.set_words(graph->story.code.words());
    if (!graph->explore(meter) || !graph->look_forward(meter) || !graph->look_back(meter) || !graph->summarise(meter))
        return *meter.fault();
    return Courses(std::move(graph));
}

Courses::Courses(std::unique_ptr<CourseGraph> graph) : graph_(std::move(graph)) {}
Courses::Courses(Courses &&) noexcept = default;
Courses &Courses::operator=(Courses &&) noexcept = default;
Courses::~Courses() = default;

const Scenario &Courses::scenario() const { return graph_->scenario; }
const Summary &Courses::summary() const { return graph_->summary; }

std::optional<Outlook> Courses::outlook(const engine::Progress &progress) const {
    Outlook outlook;
    if (progress.is_over()) {
        outlook.best_courses = 1;
        return outlook;
    }
    const auto place = graph_->find(progress);
    if (!place) return std::nullopt;
    const CourseGraph::Node &node = graph_->nodes[*place];
    if (!node.can_finish) return std::nullopt;
    outlook.overall = node.most[kOverall];
    for (std::size_t i = 0; i < kPointCount; ++i) outlook.points[i] = node.most[i];
    for (std::size_t i = 0; i < kCellCount; ++i) outlook.cells[i] = node.most[kPointCount + i];
    outlook.best_courses = node.best_courses;
    return outlook;
}

/// A decision of a best course, and where it leads.
struct Courses::Step {
    Decision decision;
    CourseGraph::Place next = CourseGraph::kNowhere;
};

// From a node that can finish.
Courses::Step Courses::best_step(std::uint32_t place) const {
    const CourseGraph::Node &node = graph_->nodes[place];
    const AnswerSet &set = graph_->set_of(node);
    std::vector<AnswerClassifier::Wanted> best;
    for (std::size_t i = 0; i < set.classes.size(); ++i) {
        const CourseGraph::Node *next = graph_->outlook_at(graph_->target_of(node, i));
        if (next != nullptr && set.classes[i].most[kOverall] + next->most[kOverall] == node.most[kOverall])
            best.push_back({i, set.classes[i].most[kOverall]});
    }
    AnswerClassifier::FoundAnswer found = graph_->classifier.first_answer(set, best);
    Step step;
    step.decision.scene = graph_->story.scenes[node.scene].scene->id;
    step.decision.answer = std::move(found.answer);
    step.next = graph_->target_of(node, found.answer_class);
    return step;
}

std::optional<Decision> Courses::best_decision(const engine::Progress &progress) const {
    if (progress.is_over()) return std::nullopt;
    const auto place = graph_->find(progress);
    if (!place || !graph_->nodes[*place].can_finish) return std::nullopt;
    return best_step(*place).decision;
}

std::vector<Decision> Courses::best_continuation(const engine::Progress &progress) const {
    std::vector<Decision> course;
    if (progress.is_over()) return course;
    const auto start = graph_->find(progress);
    if (!start || !graph_->nodes[*start].can_finish) return course;
    for (CourseGraph::Place place = *start; place < CourseGraph::kEnding;) {
        Step step = best_step(place);
        course.push_back(std::move(step.decision));
        place = step.next;
    }
    return course;
}

Credit attainable_of(const Summary &summary) {
    Credit attainable;
    for (std::size_t i = 0; i < kPointCount; ++i) attainable.points[i] = summary.points[i].max;
    for (std::size_t i = 0; i < kCellCount; ++i) attainable.cells[i] = summary.cells[i].max;
    return attainable;
}

std::vector<Regret> regrets(const Courses &courses, const engine::Progress &progress) {
    std::vector<Regret> all;
    engine::Progress replay = engine::begin(courses.scenario());
    auto before = courses.outlook(replay);
    for (const engine::PlayedDecision &played : progress.played) {
        if (!before || !engine::commit(replay, played.decision)) return {};
        const auto after = courses.outlook(replay);
        if (!after) return {};
        Regret regret;
        regret.overall = before->overall - played.earned.overall() - after->overall;
        for (PointIndex point = 0; point < kPointCount; ++point)
            regret.points[point] = before->points[point] - played.earned.points[point] - after->points[point];
        all.push_back(regret);
        before = after;
    }
    return all;
}

} // namespace tsunagi::analysis
