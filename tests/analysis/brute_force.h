#pragma once

// The reference for the exact analysis: every answer tried at every scene of every course. Built on the engine alone.
// Slow and short on purpose; it is right as long as all_answers() is.

#include <array>
#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "analysis/strategies.h"
#include "engine/fold.h"
#include "model/scenario.h"

namespace tsunagi::test {

/// Every distinct answer to an interaction, conditions, budgets and limits left aside: each set of items once (in the
/// file's order), each way to mark all places once (the empty mark by leaving a place out), each order once.
[[nodiscard]] std::vector<model::Answer> all_answers(const model::Interaction &interaction);

/// A figure of all courses: the 30 of a credit, then the overall score.
inline constexpr std::size_t kOverallFigure = model::kFigureCount;
inline constexpr std::size_t kAllFigures = model::kFigureCount + 1;
[[nodiscard]] int any_figure(const model::Credit &credit, std::size_t index);

/// What all courses from some moment on come to. "Earned" is what is earned from then on.
struct Tally {
    std::map<int, std::size_t> courses_by_overall; ///< complete courses only
    std::array<int, kAllFigures> max{};            ///< 0 when there is no complete course
    std::array<int, kAllFigures> min{};
    std::array<double, kAllFigures> mean{}; ///< of random play, dead ends included
    std::map<model::EndingId, double> ending_probability;
    std::set<model::SceneId> scenes;                              ///< entered
    std::set<model::SceneId> dead_ends;                           ///< entered without an answer to give
    std::set<std::pair<model::SceneId, model::OptionId>> options; ///< part of an answer that could be given
    std::size_t decisions_asked = 0;                              ///< scenes met, once for each course to them
    std::size_t answers_given = 0;

    [[nodiscard]] std::size_t courses() const;
    [[nodiscard]] std::size_t best_courses() const;
    [[nodiscard]] std::size_t courses_at_percent(int percent) const; ///< of the highest overall score, or more
};

/// Plays a scenario in every way.
class BruteForce {
  public:
    explicit BruteForce(const model::Scenario &scenario);

    [[nodiscard]] const model::Scenario &scenario() const { return scenario_; }
    [[nodiscard]] std::vector<model::Answer> possible_answers(const engine::Progress &progress) const;
    /// Shown every moment of every course: a scene to decide, or an ending; with the decision that led there.
    using Witness = std::function<void(const engine::Progress &)>;
    [[nodiscard]] Tally play_all(const engine::Progress &from, const Witness &witness = {}) const;
    /// The expected overall score when `answer` says what is answered; where it says nothing, or what could not be
    /// given, chance does.
    using Player = std::function<std::optional<model::Answer>(const model::Interaction &, const engine::State &)>;
    [[nodiscard]] double mean_overall(const Player &player) const;

  private:
    struct Course {
        model::Credit earned;
        double probability = 1.0;
    };
    void play(const engine::Progress &progress, const Course &course, const Witness &witness, Tally &tally) const;
    double mean_from(const engine::Progress &progress, const Player &player) const;

    const model::Scenario &scenario_;
    std::map<model::SceneId, std::vector<model::Answer>> answers_;
};

/// `progress` after one more decision; throws when it could not be taken. What had been played before is left out,
/// because copying it again and again is what would take the time: played.back() is the decision.
[[nodiscard]] engine::Progress decided(const engine::Progress &progress, const model::Answer &answer);

} // namespace tsunagi::test
