// The strategies' exact figures against playing each of them out, answer by answer.

#include <set>
#include <string>

#include "analysis/brute_force.h"
#include "analysis/generated.h"
#include "support/show.h"

using namespace tsunagi;
using namespace tsunagi::analysis;
using namespace tsunagi::model;
using namespace tsunagi::test;

namespace {

/// The professions that something can be done by: an option's, or else its group's, and a column's.
std::set<Profession> professions_in(const Scenario &scenario) {
    std::set<Profession> professions;
    const auto note = [&](const std::optional<Profession> &profession) {
        if (profession) professions.insert(*profession);
    };
    const auto note_all = [&](const std::vector<Option> &options) {
        for (const Option &option : options)
            note(option.profession ? option.profession : value_of<Profession>(option.group, kProfessionWords));
    };
    for (const Scene &scene : scenario.scenes) {
        if (const auto *one = std::get_if<ChooseOne>(&scene.interaction)) note_all(one->options);
        if (const auto *many = std::get_if<ChooseMany>(&scene.interaction)) note_all(many->items);
        if (const auto *grid = std::get_if<AssignGrid>(&scene.interaction))
            for (const GridColumn &column : grid->columns) note(column.profession);
    }
    return professions;
}

double mean_of(const BruteForce &brute, Strategy strategy, std::optional<Profession> profession) {
    return brute.mean_overall([&](const Interaction &interaction, const engine::State &state) {
        return strategy_answer(strategy, interaction, state, profession);
    });
}

void compare(const BruteForce &brute, const StrategyFigure &figure, double random_mean, Differences &differences) {
    double expected = random_mean;
    if (figure.strategy == Strategy::one_profession) {
        const auto professions = professions_in(brute.scenario());
        if (professions.empty()) return; // nobody to do everything
        expected = 0.0;
        for (const Profession profession : professions)
            expected = std::max(expected, mean_of(brute, figure.strategy, profession));
        differences.expect_true("a profession is named", figure.profession.has_value());
        if (figure.profession)
            differences.expect_close("mean of the profession named", mean_of(brute, figure.strategy, figure.profession),
                                     expected);
    } else if (figure.strategy != Strategy::random) {
        expected = mean_of(brute, figure.strategy, std::nullopt);
    }
    differences.expect_close("mean", figure.overall_mean, expected);
}

} // namespace

TEST_CASE("strategies come to what playing them out comes to") {
    int better_than_chance = 0, worse_than_chance = 0;
    for (std::uint64_t seed = 1; seed <= kGeneratedScenarios; ++seed) {
        const Scenario scenario = random_scenario(seed);
        const BruteForce brute(scenario);
        const Courses courses = courses_of(scenario);
        const Summary &summary = courses.summary();
        const auto figures = strategy_figures(courses);
        CAPTURE(seed);
        REQUIRE(figures.size() == kStrategyWords.size());
        for (std::size_t i = 0; i < figures.size(); ++i) {
            const StrategyFigure &figure = figures[i];
            Differences differences;
            differences.expect_true("order of the strategies", figure.strategy == static_cast<Strategy>(i));
            compare(brute, figure, summary.overall.random_mean, differences);
            const int best = summary.overall.max;
            differences.expect_close("percent", figure.overall_percent,
                                     best == 0 ? 0.0 : figure.overall_mean * 100.0 / best);
            CAPTURE(kStrategyWords[i]);
            CHECK(differences.text() == "");
            better_than_chance += figure.overall_mean > summary.overall.random_mean + 1e-6 ? 1 : 0;
            worse_than_chance += figure.overall_mean < summary.overall.random_mean - 1e-6 ? 1 : 0;
        }
    }
    CHECK(better_than_chance > 1'000);
    CHECK(worse_than_chance > 1'000);
}
