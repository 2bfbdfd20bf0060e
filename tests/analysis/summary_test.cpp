// Every figure of the exact analysis against every course played one by one.

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "analysis/brute_force.h"
#include "analysis/generated.h"
#include "analysis/outcomes.h"
#include "support/show.h"

using namespace tsunagi;
using namespace tsunagi::analysis;
using namespace tsunagi::model;
using namespace tsunagi::test;

namespace {

using Missed = std::set<std::tuple<int, std::string, std::string>>; // kind, scene, id

const Range &range_of(const Summary &summary, std::size_t index) {
    if (index == kOverallFigure) return summary.overall;
    return index < kPointCount ? summary.points[index] : summary.cells[index - kPointCount];
}

void compare_ranges(const Summary &summary, const Tally &tally, Differences &differences) {
    for (std::size_t i = 0; i < kAllFigures; ++i) {
        const Range &range = range_of(summary, i);
        differences.expect(figure_name(i) + " max", range.max, tally.max[i]);
        differences.expect(figure_name(i) + " min", range.min, tally.min[i]);
        differences.expect_close(figure_name(i) + " mean", range.random_mean, tally.mean[i]);
    }
}

void compare_endings(const Scenario &scenario, const Summary &summary, const Tally &tally, Differences &differences) {
    differences.expect("endings", summary.endings.size(), scenario.endings.size());
    if (summary.endings.size() != scenario.endings.size()) return;
    for (std::size_t i = 0; i < scenario.endings.size(); ++i) {
        const EndingChance &found = summary.endings[i];
        const EndingId &id = scenario.endings[i].id;
        const auto expected = tally.ending_probability.find(id);
        const bool is_reachable = expected != tally.ending_probability.end();
        differences.expect("ending " + std::to_string(i), found.ending.value, id.value);
        differences.expect(id.value + " reachable", found.is_reachable, is_reachable);
        differences.expect_close(id.value + " probability", found.random_probability,
                                 is_reachable ? expected->second : 0.0);
        differences.expect(id.value + " is ruled out", found.random_probability == 0.0, !is_reachable);
    }
}

Missed expected_unreachable(const Scenario &scenario, const Tally &tally) {
    Missed missed;
    for (const Scene &scene : scenario.scenes) {
        if (tally.scenes.count(scene.id) == 0) {
            missed.insert({0, "", scene.id.value});
            continue;
        }
        const auto look_at = [&](const std::vector<Option> &options) {
            for (const Option &option : options)
                if (tally.options.count({scene.id, option.id}) == 0)
                    missed.insert({1, scene.id.value, option.id.value});
        };
        if (const auto *one = std::get_if<ChooseOne>(&scene.interaction)) look_at(one->options);
        if (const auto *many = std::get_if<ChooseMany>(&scene.interaction)) look_at(many->items);
    }
    for (const Ending &ending : scenario.endings)
        if (tally.ending_probability.count(ending.id) == 0) missed.insert({2, "", ending.id.value});
    return missed;
}

std::string text_of(const Missed &missed) {
    std::string text;
    for (const auto &[kind, scene, id] : missed)
        text += (kind == 0 ? "scene " : kind == 1 ? "option " + scene + "/" : "ending ") + id + ", ";
    return text;
}

void compare_unreachable(const Scenario &scenario, const Summary &summary, const Tally &tally,
                         Differences &differences) {
    Missed found;
    for (const Unreachable &one : summary.unreachable) {
        const bool is_option = one.kind == Unreachable::Kind::option;
        found.insert({static_cast<int>(one.kind), is_option ? one.scene.value : "", one.id});
    }
    const Missed expected = expected_unreachable(scenario, tally);
    differences.expect("unreachable", text_of(found), text_of(expected));
    differences.expect("unreachable, each once", summary.unreachable.size(), expected.size());

    std::string dead_ends, expected_dead_ends;
    for (const SceneId &scene : summary.dead_ends) dead_ends += scene.value + ", ";
    for (const Scene &scene : scenario.scenes)
        if (tally.dead_ends.count(scene.id) > 0) expected_dead_ends += scene.id.value + ", ";
    differences.expect("dead ends", dead_ends, expected_dead_ends);
}

// ---- Gauges ---------------------------------------------------------------------------------------------------

bool reads_gauge(const Condition &condition, Gauge gauge) {
    if (const auto *all = std::get_if<AllOf>(&condition.node))
        return std::any_of(all->parts.begin(), all->parts.end(), [&](const auto &p) { return reads_gauge(p, gauge); });
    if (const auto *any = std::get_if<AnyOf>(&condition.node))
        return std::any_of(any->parts.begin(), any->parts.end(), [&](const auto &p) { return reads_gauge(p, gauge); });
    if (const auto *negation = std::get_if<NotOf>(&condition.node)) return reads_gauge(negation->part.front(), gauge);
    const auto *within = std::get_if<GaugeWithin>(&condition.node);
    return within != nullptr && within->gauge == gauge;
}

bool reads_gauge(const std::vector<Paragraph> &text, Gauge gauge) {
    return std::any_of(text.begin(), text.end(), [&](const Paragraph &p) { return reads_gauge(p.when, gauge); });
}

bool is_decided_by_gauge(const Scene &scene, Gauge gauge) {
    const auto reads = [&](const auto &parts) {
        return std::any_of(parts.begin(), parts.end(), [&](const auto &part) { return reads_gauge(part.when, gauge); });
    };
    if (const auto *one = std::get_if<ChooseOne>(&scene.interaction))
        if (reads(one->options)) return true;
    if (const auto *many = std::get_if<ChooseMany>(&scene.interaction))
        if (reads(many->items)) return true;
    return reads(scene.after) || reads(scene.next);
}

// The two cases that need no thought: what a paragraph in reach reads is not idle, what nothing reads is. Conditions
// are left to the tests made by hand.
void compare_idle_gauges(const Scenario &scenario, const Summary &summary, const Tally &tally,
                         Differences &differences) {
    for (std::size_t i = 0; i < kGaugeWords.size(); ++i) {
        const auto gauge = static_cast<Gauge>(i);
        bool is_read_in_text = false;
        bool is_read_at_all = false;
        for (const Scene &scene : scenario.scenes) {
            const bool is_in_text = reads_gauge(scene.text, gauge);
            is_read_in_text = is_read_in_text || (is_in_text && tally.scenes.count(scene.id) > 0);
            is_read_at_all = is_read_at_all || is_in_text || is_decided_by_gauge(scene, gauge);
        }
        for (const Ending &ending : scenario.endings) {
            const bool is_in_text = reads_gauge(ending.text, gauge);
            is_read_in_text = is_read_in_text || (is_in_text && tally.ending_probability.count(ending.id) > 0);
            is_read_at_all = is_read_at_all || is_in_text;
        }
        const bool is_idle = std::count(summary.idle_gauges.begin(), summary.idle_gauges.end(), gauge) > 0;
        const std::string name(word_of(gauge, kGaugeWords));
        if (is_read_in_text) differences.expect_true(name + " is told of, so not idle", !is_idle);
        if (!is_read_at_all) differences.expect_true(name + " is never read, so idle", is_idle);
    }
}

// ---- What the scenarios were like -------------------------------------------------------------------------------

// The comparison is worth something only where courses differ, where some end badly, and where some things are out of
// reach.
void note(const Scenario &scenario, const Tally &tally, Counts &met) {
    const auto count = [&](const std::string &what, bool is_so) { met[what] += is_so ? 1 : 0; };
    for (const Scene &scene : scenario.scenes) {
        const bool is_dead_end = tally.dead_ends.count(scene.id) > 0;
        const bool is_of_one = std::holds_alternative<ChooseOne>(scene.interaction);
        count("dead end: choose one", is_dead_end && is_of_one);
        count("dead end: choose many", is_dead_end && !is_of_one);
        count("scene never reached", tally.scenes.count(scene.id) == 0);
    }
    const std::size_t endings = tally.ending_probability.size();
    count("ending never reached", endings < scenario.endings.size());
    count("several endings reached", endings > 1);
    count("no complete course", tally.courses() == 0);
    count("dead ends and complete courses", !tally.dead_ends.empty() && tally.courses() > 0);
    count("a thousand courses or more", tally.courses() >= 1'000);
    count("five scenes in reach or more", tally.scenes.size() >= 5);
    count("ten different overall scores or more", tally.courses_by_overall.size() >= 10);
    count("several best courses", tally.best_courses() > 1);
    count("top band wider than the best", tally.courses_at_percent(kTopBandPercent) > tally.best_courses());
    count("something earned on every course", tally.min[kOverallFigure] > 0);
}

} // namespace

TEST_CASE("every figure is that of all courses played one by one") {
    Counts met;
    for (std::uint64_t seed = 1; seed <= kGeneratedScenarios; ++seed) {
        const Scenario scenario = random_scenario(seed);
        Outcomes outcomes;
        const Tally tally = BruteForce(scenario).play_all(
            engine::begin(scenario), [&](const engine::Progress &progress) { outcomes.see(progress); });
        const auto courses = Courses::explore(scenario);
        CAPTURE(seed);
        REQUIRE(courses);
        const Summary &summary = courses->summary();

        Differences differences;
        differences.expect("paths", summary.paths, tally.courses());
        differences.expect("best paths", summary.best_paths, tally.best_courses());
        differences.expect("top band paths", summary.top_band_paths, tally.courses_at_percent(kTopBandPercent));
        compare_ranges(summary, tally, differences);
        compare_endings(scenario, summary, tally, differences);
        compare_unreachable(scenario, summary, tally, differences);
        compare_idle_gauges(scenario, summary, tally, differences);
        // Live states leave out what no longer matters: there cannot be more of them than courses to them.
        differences.expect_true("live states",
                                summary.live_states >= 1 && summary.live_states <= tally.decisions_asked);
        differences.expect_true("transitions", summary.transitions <= tally.answers_given);
        CHECK(differences.text() == "");
        note(scenario, tally, met);
        outcomes.count(met);
    }
    for (const char *kind : kConditionNames)
        if (kind != std::string("always")) met[std::string("both ways: ") + kind] += 0; // to be missed if it never came
    for (const auto &[what, times] : met) {
        CAPTURE(what);
        CHECK(times >= 20);
    }
}

TEST_CASE("no course earns more than the bounds say") {
    for (std::uint64_t seed = 1; seed <= kGeneratedScenarios; ++seed) {
        const Scenario scenario = random_scenario(seed);
        const Summary summary = courses_of(scenario).summary();
        const Bounds bounds = bounds_of(scenario);
        Differences differences;
        differences.expect_true("overall", bounds.overall >= summary.overall.max);
        for (std::size_t i = 0; i < kPointCount; ++i)
            differences.expect_true(point_id(i), bounds.points[i] >= summary.points[i].max);
        for (std::size_t i = 0; i < kCellCount; ++i)
            differences.expect_true(cell_id(i), bounds.cells[i] >= summary.cells[i].max);
        CAPTURE(seed);
        CHECK(differences.text() == "");
    }
}
