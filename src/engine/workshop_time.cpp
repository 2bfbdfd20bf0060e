#include "engine/workshop_time.h"

#include <algorithm>

#include "base/utf8.h"

namespace tsunagi::engine {

using namespace model;

namespace {

// Times are added up in characters, so that nothing is rounded before the end.

int characters(const std::string &text) { return static_cast<int>(base::count_code_points(text)); }

int characters(const std::vector<std::string> &texts) {
    int sum = 0;
    for (const std::string &text : texts) sum += characters(text);
    return sum;
}

template <class Items>
int characters_of(const Items &items) {
    int sum = 0;
    for (const auto &item : items) sum += characters(item.text);
    return sum;
}

// What asking at a scene takes: reading what is offered, and talking.
struct AskingTime {
    int operator()(const ReadOn &) const { return 0; }
    int operator()(const ChooseOne &choice) const {
        return minutes(kMinutesForOne) + characters(choice.question) + characters_of(choice.options);
    }
    int operator()(const ChooseMany &choice) const {
        return minutes(kMinutesForMany) + characters(choice.question) + characters_of(choice.items);
    }
    int operator()(const AssignGrid &grid) const {
        return minutes(kMinutesForGrid) + characters(grid.question) + characters_of(grid.rows) +
               characters_of(grid.columns);
    }
    int operator()(const OrderSteps &order) const {
        return minutes(kMinutesForOrder) + characters(order.question) + characters_of(order.steps);
    }
    static int minutes(int count) { return count * kCharactersPerMinute; }
};

// What is read on the way whoever decides: scenes, what followed, the ending.
int story_time(const Progress &progress) {
    int sum = 0;
    for (const PlayedDecision &played : progress.played)
        sum += characters(played.text) + characters(played.consequences);
    return sum + (progress.is_over() ? characters(progress.text) : 0);
}

// The course of the handbook's team as far as it can be played: a hand-made case may have none.
Progress handbook_progress(const Scenario &scenario) {
    Progress progress = begin(scenario);
    for (const Decision &decision : scenario.handbook_course.decisions)
        if (!commit(progress, decision)) break;
    return progress;
}

struct Candidate {
    const Scene *scene = nullptr;
    int time = 0;  ///< in tenths of a minute, rounded up
    int worth = 0; ///< credit that can be earned, weighted
    unsigned points = 0;
};

constexpr int kTick = kCharactersPerMinute / 10;
constexpr int kTicksPerMinute = 10;

// Grids first, for it is there that professions differ; then choices of one, for there the story turns. Without that,
// the many small credits of long lists would leave nothing else to be asked.
struct Weight {
    int operator()(const AssignGrid &) const { return 3; }
    int operator()(const ChooseOne &) const { return 2; }
    template <class Other>
    int operator()(const Other &) const {
        return 1;
    }
};

int ticks(int time) { return (time + kTick - 1) / kTick; }

std::vector<Candidate> candidates_of(const Progress &course) {
    std::vector<Candidate> found;
    for (const Scene &scene : course.scenario->scenes) {
        const auto played = std::find_if(course.played.begin(), course.played.end(),
                                         [&](const PlayedDecision &each) { return each.scene == &scene; });
        if (played == course.played.end() || std::holds_alternative<ReadOn>(scene.interaction)) continue;
        Candidate candidate{&scene, ticks(std::visit(AskingTime{}, scene.interaction)), 0, 0};
        candidate.worth = played->available.overall() * std::visit(Weight{}, scene.interaction);
        for (PointIndex point = 0; point < kPointCount; ++point)
            if (played->available.points[point] > 0) candidate.points |= 1u << point;
        found.push_back(candidate);
    }
    return found;
}

int count_points(unsigned points) {
    int count = 0;
    for (; points != 0; points &= points - 1) ++count;
    return count;
}

constexpr std::size_t kPointSets = std::size_t{1} << kPointCount;
constexpr int kNever = -1;

// For each number of scenes looked at, each time spent and each set of points exercised: the most credit.
class Knapsack {
  public:
    Knapsack(const std::vector<Candidate> &candidates, int time)
        : candidates_(candidates), times_(static_cast<std::size_t>(time) + 1),
          best_((candidates.size() + 1) * times_ * kPointSets, kNever) {
        best_[at(0, 0, 0)] = 0;
        for (std::size_t i = 0; i < candidates_.size(); ++i) look_at(i);
    }

    [[nodiscard]] std::vector<SceneId> scenes() const {
        std::size_t time = 0;
        std::size_t points = 0;
        const std::size_t all = candidates_.size();
        // Of two that are alike the one that takes less time: it was met first.
        for (std::size_t t = 0; t < times_; ++t)
            for (std::size_t p = 0; p < kPointSets; ++p)
                if (is_better(best_[at(all, t, p)], p, best_[at(all, time, points)], points)) {
                    time = t;
                    points = p;
                }
        return trace(time, points);
    }

  private:
    [[nodiscard]] std::size_t at(std::size_t count, std::size_t time, std::size_t points) const {
        return (count * times_ + time) * kPointSets + points;
    }

    void look_at(std::size_t index) {
        const Candidate &candidate = candidates_[index];
        const auto takes = static_cast<std::size_t>(candidate.time);
        for (std::size_t t = 0; t < times_; ++t)
            for (std::size_t p = 0; p < kPointSets; ++p) {
                const int before = best_[at(index, t, p)];
                if (before == kNever) continue;
                int &without = best_[at(index + 1, t, p)];
                without = std::max(without, before);
                if (t + takes >= times_) continue;
                int &with = best_[at(index + 1, t + takes, p | candidate.points)];
                with = std::max(with, before + candidate.worth);
            }
    }

    static bool is_better(int worth, std::size_t points, int than_worth, std::size_t than_points) {
        if (worth == kNever) return false;
        const int count = count_points(static_cast<unsigned>(points));
        const int than_count = count_points(static_cast<unsigned>(than_points));
        return count != than_count ? count > than_count : worth > than_worth;
    }

    // Back from the last scene; where both ways lead here, the scene is left out.
    [[nodiscard]] std::vector<SceneId> trace(std::size_t time, std::size_t points) const {
        std::vector<SceneId> scenes;
        for (std::size_t index = candidates_.size(); index-- > 0;) {
            const int here = best_[at(index + 1, time, points)];
            if (best_[at(index, time, points)] == here) continue;
            const Candidate &candidate = candidates_[index];
            time -= static_cast<std::size_t>(candidate.time);
            points = points_before(index, time, points, here - candidate.worth);
            scenes.push_back(candidate.scene->id);
        }
        std::reverse(scenes.begin(), scenes.end());
        return scenes;
    }

    [[nodiscard]] std::size_t points_before(std::size_t index, std::size_t time, std::size_t points, int worth) const {
        for (std::size_t p = 0; p < kPointSets; ++p)
            if ((p | candidates_[index].points) == points && best_[at(index, time, p)] == worth) return p;
        return 0;
    }

    const std::vector<Candidate> &candidates_;
    std::size_t times_;
    std::vector<int> best_;
};

} // namespace

int asking_minutes(const Scene &scene) {
    if (std::holds_alternative<ReadOn>(scene.interaction)) return 0;
    const int time = std::visit(AskingTime{}, scene.interaction);
    return std::max((time + kCharactersPerMinute / 2) / kCharactersPerMinute, 1);
}

int expected_minutes(const Scenario &scenario, const Asks &asks) {
    const Progress course = handbook_progress(scenario);
    int time = story_time(course);
    for (const PlayedDecision &played : course.played)
        if (asks(played.scene->id)) time += std::visit(AskingTime{}, played.scene->interaction);
    return (time + kCharactersPerMinute - 1) / kCharactersPerMinute;
}

std::vector<SceneId> proposed_scenes(const Scenario &scenario, int minutes) {
    constexpr int kDay = 24 * 60; // more than any case takes, and little enough to count with
    const Progress course = handbook_progress(scenario);
    const std::vector<Candidate> candidates = candidates_of(course);
    if (candidates.empty()) return {};
    int needed = 0;
    for (const Candidate &candidate : candidates) needed += candidate.time;
    const int left = std::clamp(minutes, 0, kDay) * kTicksPerMinute - ticks(story_time(course));
    const auto least = std::min_element(candidates.begin(), candidates.end(),
                                        [](const Candidate &a, const Candidate &b) { return a.time < b.time; });
    if (left < least->time) return {least->scene->id};
    std::vector<SceneId> scenes = Knapsack(candidates, std::min(left, needed)).scenes();
    // Where no scene earns anything, the knapsack stays empty.
    if (scenes.empty()) scenes.push_back(least->scene->id);
    return scenes;
}

} // namespace tsunagi::engine
