#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "analysis/change_table.h"
#include "analysis/count.h"
#include "analysis/meter.h"
#include "analysis/story.h"
#include "model/credit.h"
#include "model/decision.h"

namespace tsunagi::analysis {

/// All figures of a credit, and their overall sum last.
inline constexpr std::size_t kOverall = model::kFigureCount;
using Figures = std::array<int, model::kFigureCount + 1>;

/// Answers to one scene between which nothing later can tell: they do the same to what is live.
struct AnswerClass {
    ChangeTable::Number change = 0; ///< of the answer, and of what followed from it up to after[first_open]
    std::size_t first_open = 0;     ///< the first consequence that depends on the state before; after.size() if none
    double probability = 0.0;       ///< that an answer drawn uniformly is of this class
    Count answers;
    Figures most{}; ///< what an answer of the class earns at most and at least, each figure for itself
    Figures least{};
    std::vector<std::pair<int, Count>> by_overall; ///< overall credit and how many answers earn it, the highest first
};

/// All answers that could be given to a scene while certain of its options are available.
struct AnswerSet {
    std::size_t scene = 0;
    std::vector<bool> is_available; ///< of the options or items; empty for other interactions
    std::vector<bool> is_takeable;  ///< whether some answer holds the option
    std::vector<AnswerClass> classes;
    std::array<double, model::kFigureCount> mean{};             ///< of each figure over all answers, drawn uniformly
    std::map<ChangeTable::Number, std::size_t> class_of_change; ///< an answer's change (before consequences) → class

    [[nodiscard]] bool is_empty() const { return classes.empty(); }
};

/// Puts the answers of scenes into classes, without going through them one by one.
class AnswerClassifier {
  public:
    explicit AnswerClassifier(const Story &story) : story_(story), changes_(story.code) {}

    /// Nothing when the meter says no.
    [[nodiscard]] std::optional<AnswerSet> classify(std::size_t scene, std::vector<bool> is_available, Meter &meter);

    /// The class of an answer that could be given.
    [[nodiscard]] std::size_t class_of(const AnswerSet &set, const model::Answer &answer);

    /// The answer that comes first, options in the order of their classes (recommended first) and then of the file, of
    /// those that are of some class and earn overall what `wanted` asks of that class, which by_overall must name. At
    /// least one class must be asked for.
    struct Wanted {
        std::size_t answer_class = 0;
        int overall = 0;
    };
    struct FoundAnswer {
        model::Answer answer;
        std::size_t answer_class = 0;
    };
    [[nodiscard]] FoundAnswer first_answer(const AnswerSet &set, const std::vector<Wanted> &wanted);

    [[nodiscard]] ChangeTable &changes() { return changes_; }

  private:
    const Story &story_;
    ChangeTable changes_;
};

} // namespace tsunagi::analysis
