#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "analysis/count.h"
#include "base/result.h"
#include "engine/fold.h"
#include "model/credit.h"
#include "model/scenario.h"

namespace tsunagi::analysis {

/// How much work an exact analysis may take before it gives up. The defaults are reached in about a second; an analysis
/// within them takes some hundred megabytes at most.
struct Budget {
    std::size_t live_states = 200'000;
    std::size_t transitions = 1'500'000; ///< looked at, the same one from several sides counted each time
    std::size_t answer_steps = 600'000;  ///< partial answers looked at while answers are put into classes
    std::size_t changes = 100'000;       ///< different things that an answer and what follows can do to the state
    std::size_t scores = 3'000'000;      ///< numbers of courses kept and added up for the top band
};

/// Called every few milliseconds with the part done, 0 to 1. Returns false to stop the analysis.
using KeepGoing = std::function<bool(double done)>;

/// One figure over all complete courses: a course that ends in an ending.
struct Range {
    int max = 0;
    int min = 0;
    /// Exact expectation when every answer is drawn uniformly from those a learner could give at that scene; computed
    /// in double precision. A course that runs into a dead end counts with what it had earned.
    double random_mean = 0.0;
};

struct EndingChance {
    model::EndingId ending;
    double random_probability = 0.0; ///< under uniformly random play; may be too small for a double
    bool is_reachable = false;
};

struct Unreachable {
    enum class Kind { scene, option, ending };
    Kind kind = Kind::scene;
    std::string id;       ///< of the scene or the ending; of an option or item, its own
    model::SceneId scene; ///< option: where it is offered
};

/// What can be said of a scenario as a whole.
struct Summary {
    Count paths;          ///< complete courses: sequences of answers from the start to an ending
    Count best_paths;     ///< of these, those with the highest overall score
    Count top_band_paths; ///< of these, those with at least 90 % of the highest overall score
    std::size_t live_states = 0;
    std::size_t transitions = 0;           ///< from a live state by a class of answers to a live state or an ending
    std::vector<EndingChance> endings;     ///< in the scenario's order
    std::vector<Unreachable> unreachable;  ///< in the scenario's order; options only of scenes that are reached
    std::vector<model::SceneId> dead_ends; ///< scenes where some course finds no answer that could be given
    std::vector<model::Gauge> idle_gauges; ///< gauges that no paragraph reads and that decide nothing on any course
    Range overall;                         ///< the sum of the six points
    std::array<Range, model::kPointCount> points;
    std::array<Range, model::kCellCount> cells;
};

/// The highest of each figure, each taken for itself.
[[nodiscard]] model::Credit attainable_of(const Summary &summary);

/// The share of the highest overall score from which a course counts as top band (product.md, Scoring 7), in percent.
inline constexpr int kTopBandPercent = 90;

/// What can still be earned from some moment of a course on, apart from what has been earned.
struct Outlook {
    int overall = 0;                              ///< the highest sum of the six points over all complete continuations
    std::array<int, model::kPointCount> points{}; ///< the highest of each point, each taken for itself
    std::array<int, model::kCellCount> cells{};
    Count best_courses; ///< complete continuations that earn `overall`
};

struct CourseGraph; // analysis/course_graph.h

/// Every complete course of a scenario, kept as the graph of its live states: what the exact figures are read from.
/// docs/ANALYSIS.md says how and why it is exact. The scenario must outlive it and must have passed its checks. Not for
/// two threads at once: looking for an answer may add to tables inside.
class Courses {
  public:
    /// Errors: "analysis-too-large" (detail: which limit), "analysis-stopped" (keep_going said so), "analysis-cycle".
    [[nodiscard]] static base::Result<Courses> explore(const model::Scenario &scenario, const Budget &budget = {},
                                                       const KeepGoing &keep_going = {});
    Courses(Courses &&) noexcept;
    Courses &operator=(Courses &&) noexcept;
    ~Courses();

    [[nodiscard]] const model::Scenario &scenario() const;
    [[nodiscard]] const Summary &summary() const;
    /// For the other parts of this folder.
    [[nodiscard]] CourseGraph &graph() const { return *graph_; }

    /// From where `progress` stands. Everything is 0 and best_courses 1 at an ending; nothing when no complete course
    /// goes on from there. `progress` must be of this scenario.
    [[nodiscard]] std::optional<Outlook> outlook(const engine::Progress &progress) const;

    /// Decisions that go on from `progress` to an ending and earn outlook().overall. Among equals options are taken in
    /// the order of their classes (recommended first), then of the file; recommended items are taken, others left; a
    /// grid's places get the first mark that they accept. Empty at an ending, or when outlook() is nothing.
    [[nodiscard]] std::vector<model::Decision> best_continuation(const engine::Progress &progress) const;
    /// The first of these.
    [[nodiscard]] std::optional<model::Decision> best_decision(const engine::Progress &progress) const;

  private:
    struct Step;
    explicit Courses(std::unique_ptr<CourseGraph> graph);
    [[nodiscard]] Step best_step(std::uint32_t place) const;
    std::unique_ptr<CourseGraph> graph_;
};

/// What a decision cost: the best that could be attained before it minus the best that could be attained after it, both
/// counted with what had been earned by then. Never negative.
struct Regret {
    int overall = 0;
    std::array<int, model::kPointCount> points{}; ///< each point for itself; they do not sum to `overall`
};

/// One for each decision played. The overall regrets sum to attainable at the start minus (earned + attainable from
/// where it stands); the same holds for each point. Empty when the course stands where no ending can be reached.
[[nodiscard]] std::vector<Regret> regrets(const Courses &courses, const engine::Progress &progress);

/// Limits on the figures of a scenario that is too large: sound, but not sharp. Conditions are left aside.
struct Bounds {
    int overall = 0;                              ///< no course earns more
    std::array<int, model::kPointCount> points{}; ///< nor on a point; the least is 0 throughout
    std::array<int, model::kCellCount> cells{};
};
[[nodiscard]] Bounds bounds_of(const model::Scenario &scenario);

} // namespace tsunagi::analysis
