// Gauges that decide nothing: single cases by hand, and on generated scenarios the proof that nothing changes when what
// such a gauge is asked gets one fixed answer.

#include <algorithm>
#include <string>
#include <vector>

#include "analysis/brute_force.h"
#include "analysis/generated.h"
#include "support/build.h"
#include "support/show.h"

using namespace tsunagi;
using namespace tsunagi::analysis;
using namespace tsunagi::model;
using namespace tsunagi::test;

namespace {

bool is_idle(const Scenario &scenario, Gauge gauge) {
    const auto courses = courses_of(scenario);
    const std::vector<Gauge> &idle = courses.summary().idle_gauges;
    return std::count(idle.begin(), idle.end(), gauge) > 0;
}

// Two scenes; the first moves trust by `up` or by `down` from 5, the second may ask about it.
Scenario two_scenes(int up, int down) {
    return scenario({scene("first",
                           choose_one({option("up", "recommended", {}, {move_gauge("trust", up)}),
                                       option("down", "acceptable", {}, {move_gauge("trust", down)})}),
                           {to_scene("second")}),
                     scene("second", choose_one({option("a"), option("b")}), {to_ending("end"), to_ending("other")})},
                    {ending("end"), ending("other")});
}

Option &option_of_second(Scenario &scenario) { return std::get<ChooseOne>(scenario.scenes[1].interaction).options[0]; }

} // namespace

TEST_CASE("idle gauges: what is moved but never read, and what is not there at all") {
    const Scenario story = two_scenes(1, -1);
    for (std::size_t i = 0; i < kGaugeWords.size(); ++i) CHECK(is_idle(story, static_cast<Gauge>(i)));
}

TEST_CASE("idle gauges: read by an option's condition") {
    Scenario story = two_scenes(1, -1);
    option_of_second(story).when = gauge_within("trust", 6, {});
    CHECK_FALSE(is_idle(story, Gauge::trust)); // 6 or 4
    CHECK(is_idle(story, Gauge::network));
    option_of_second(story).when = gauge_within("trust", 7, {});
    CHECK(is_idle(story, Gauge::trust)); // never
    option_of_second(story).when = gauge_within("trust", 4, {});
    CHECK(is_idle(story, Gauge::trust)); // always
    option_of_second(story).when = gauge_within("trust", {}, 4);
    CHECK_FALSE(is_idle(story, Gauge::trust));
    option_of_second(story).when = gauge_within("trust", -2, 12);
    CHECK(is_idle(story, Gauge::trust)); // limits that no gauge can miss
    option_of_second(story).when = gauge_within("trust", 11, {});
    CHECK(is_idle(story, Gauge::trust));
}

TEST_CASE("idle gauges: a gauge stops at its ends") {
    Scenario story = two_scenes(5, 6); // 10 either way
    option_of_second(story).when = gauge_within("trust", 10, {});
    CHECK(is_idle(story, Gauge::trust));
    story = two_scenes(5, 4);
    option_of_second(story).when = gauge_within("trust", 10, {});
    CHECK_FALSE(is_idle(story, Gauge::trust));
}

TEST_CASE("idle gauges: read by what follows a decision, and by the way taken") {
    Scenario story = two_scenes(1, -1);
    story.scenes[1].after = {consequence("then", {}, gauge_within("trust", 6, {}))};
    CHECK_FALSE(is_idle(story, Gauge::trust));
    story = two_scenes(1, -1);
    story.scenes[0].after = {consequence("then", {set_flag("flag")}, gauge_within("trust", 6, {}))};
    CHECK_FALSE(is_idle(story, Gauge::trust));
    story = two_scenes(1, -1);
    story.scenes[1].next[0].when = gauge_within("trust", 6, {});
    CHECK_FALSE(is_idle(story, Gauge::trust));
    story.scenes[1].next[0].when = gauge_within("trust", 1, {});
    CHECK(is_idle(story, Gauge::trust));
}

TEST_CASE("idle gauges: what only a text reads is not idle") {
    Scenario story = two_scenes(1, -1);
    story.scenes[1].text.push_back(paragraph("at ease", gauge_within("trust", 6, {})));
    CHECK_FALSE(is_idle(story, Gauge::trust));
    story = two_scenes(1, -1);
    story.endings[0].text.push_back(paragraph("at ease", not_of(any_of({gauge_within("family", {}, 3)}))));
    story.scenes[1].next = {to_ending("end")};
    CHECK_FALSE(is_idle(story, Gauge::family));
    CHECK(is_idle(story, Gauge::trust));
}

TEST_CASE("idle gauges: read only where nobody gets") {
    Scenario story = two_scenes(1, -1);
    story.flags.emplace_back().id = FlagId("never");
    Scene third = scene("third", choose_one({option("a"), option("b")}),
                        {to_ending("end", gauge_within("trust", 6, {})), to_ending("other")});
    story.scenes.push_back(third);
    story.scenes[1].next = {to_scene("third", flag_is_set("never")), to_ending("end")};
    CHECK(is_idle(story, Gauge::trust));
    story.scenes[1].next = {to_scene("third"), to_ending("end")};
    CHECK_FALSE(is_idle(story, Gauge::trust));
}

TEST_CASE("idle gauges: asked together with what never holds, it decides nothing") {
    Scenario story = two_scenes(1, -1);
    story.flags.emplace_back().id = FlagId("never");
    option_of_second(story).when = all_of({flag_is_set("never"), gauge_within("trust", 6, {})});
    CHECK(is_idle(story, Gauge::trust));
    option_of_second(story).when = any_of({not_of(flag_is_set("never")), gauge_within("trust", 6, {})});
    CHECK(is_idle(story, Gauge::trust));
    option_of_second(story).when = any_of({flag_is_set("never"), gauge_within("trust", 6, {})});
    CHECK_FALSE(is_idle(story, Gauge::trust));
}

// ---- Generated scenarios --------------------------------------------------------------------------------------

namespace {

void collect(Condition &condition, Gauge gauge, std::vector<Condition *> &found) {
    const auto collect_all = [&](std::vector<Condition> &parts) {
        for (Condition &part : parts) collect(part, gauge, found);
    };
    if (auto *all = std::get_if<AllOf>(&condition.node)) collect_all(all->parts);
    if (auto *any = std::get_if<AnyOf>(&condition.node)) collect_all(any->parts);
    if (auto *negation = std::get_if<NotOf>(&condition.node)) collect_all(negation->part);
    if (const auto *within = std::get_if<GaugeWithin>(&condition.node))
        if (within->gauge == gauge) found.push_back(&condition);
}

/// Every place where the course of the story asks about a gauge.
std::vector<Condition *> questions_about(Scenario &scenario, Gauge gauge) {
    std::vector<Condition *> found;
    for (Scene &scene : scenario.scenes) {
        if (auto *one = std::get_if<ChooseOne>(&scene.interaction))
            for (Option &option : one->options) collect(option.when, gauge, found);
        if (auto *many = std::get_if<ChooseMany>(&scene.interaction))
            for (Option &item : many->items) collect(item.when, gauge, found);
        for (Consequence &consequence : scene.after) collect(consequence.when, gauge, found);
        for (Transition &transition : scene.next) collect(transition.when, gauge, found);
    }
    return found;
}

bool is_same(const Tally &a, const Tally &b) {
    return a.courses_by_overall == b.courses_by_overall && a.mean == b.mean && a.scenes == b.scenes &&
           a.ending_probability == b.ending_probability && a.options == b.options && a.dead_ends == b.dead_ends &&
           a.answers_given == b.answers_given;
}

// Whether some fixed answers to all that the gauge is asked leave every course as it is.
bool can_be_fixed(Scenario scenario, Gauge gauge, const Tally &tally) {
    const std::vector<Condition *> questions = questions_about(scenario, gauge);
    for (unsigned answers = 0; answers < (1u << questions.size()); ++answers) {
        for (std::size_t i = 0; i < questions.size(); ++i)
            *questions[i] = (answers >> i & 1u) != 0 ? always() : not_of(always());
        if (is_same(BruteForce(scenario).play_all(engine::begin(scenario)), tally)) return true;
    }
    return false;
}

} // namespace

TEST_CASE("idle gauges: what they are asked may as well have one fixed answer") {
    int tried = 0;
    int idle_in_thought = 0; // idle although asked about
    for (std::uint64_t seed = 1; seed <= kGeneratedScenarios / 2; ++seed) {
        Scenario scenario = random_scenario(seed);
        const Tally tally = BruteForce(scenario).play_all(engine::begin(scenario));
        if (tally.answers_given > 60) continue; // each is played many times over
        for (std::size_t i = 0; i < kGaugeWords.size(); ++i) {
            const auto gauge = static_cast<Gauge>(i);
            const std::size_t questions = questions_about(scenario, gauge).size();
            if (questions == 0 || questions > 5) continue;
            ++tried;
            if (!is_idle(scenario, gauge)) continue;
            ++idle_in_thought;
            CAPTURE(seed);
            CAPTURE(kGaugeWords[i]);
            CHECK(can_be_fixed(scenario, gauge, tally));
        }
    }
    CHECK(idle_in_thought > 100);
    CHECK(tried - idle_in_thought > 20);
}
