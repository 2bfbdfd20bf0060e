#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/fold.h"

namespace tsunagi::engine {

/// Something the debrief points out that is not a credit.
enum class FindingKind { essential_missed, unneeded_taken, nobody_owns, two_leads, left_unmarked, order_broken };

struct Finding {
    FindingKind kind = FindingKind::essential_missed;
    std::string subject; ///< id of the item, row, or the precedence's first step
    std::string other;   ///< order_broken: the second step
    int count = 0;       ///< two_leads: how many; left_unmarked: how many scored cells
};

/// One option or item looked back on.
struct OptionReview {
    const model::Option *option = nullptr;
    bool is_taken = false;
    bool was_available = true;
};

/// One place of a grid looked back on; only places that are scored or where a mark was placed.
struct CellReview {
    const model::GridRow *row = nullptr;
    const model::GridColumn *column = nullptr;
    const model::GridCell *cell = nullptr; ///< null where the case scores nothing
    model::Mark mark = model::Mark::unmarked;
    std::optional<model::OptionClass> mark_class;
    model::Credit credit;
};

struct PrecedenceReview {
    const model::Precedence *precedence = nullptr;
    bool is_kept = false;
};

/// A safety flag raised by a decision. Never averaged into a score.
struct SafetyRaised {
    const model::Scene *scene = nullptr;
    model::SafetyFlag flag;
    std::string subject; ///< text of the option taken, or of the grid row
};

struct DecisionReview {
    std::optional<model::OptionClass> option_class; ///< choose_one: the class of what was taken
    std::vector<OptionReview> options;
    std::vector<CellReview> cells;
    std::vector<PrecedenceReview> precedences;
    std::vector<Finding> findings;
    std::vector<SafetyRaised> safety;
};

/// Looks back on one decision: every option's fate, findings, safety flags.
[[nodiscard]] DecisionReview review(const PlayedDecision &played);

/// One line of a point's trace: which decision earned how much of what.
struct CreditTrace {
    std::size_t decision = 0; ///< index into Progress::played
    int earned = 0;
    int available = 0;
};

/// Earned and available on the path taken, each point and cell traced to its decisions, and the safety flags raised: of
/// what the learners themselves decided. Given decisions (Decision::is_given) count for nothing.
struct Scorecard {
    model::Credit earned;
    model::Credit available;
    std::array<std::vector<CreditTrace>, model::kPointCount> point_traces;
    std::array<std::vector<CreditTrace>, model::kCellCount> cell_traces;
    std::vector<SafetyRaised> safety;
};

[[nodiscard]] Scorecard score(const Progress &progress);

} // namespace tsunagi::engine
