#include "engine/debrief.h"

#include <algorithm>

namespace tsunagi::engine {

using namespace model;

namespace {

bool is_needless(const Option &item) {
    return item.option_class == OptionClass::harmful || item.option_class == OptionClass::premature ||
           item.option_class == OptionClass::missed;
}

struct Reviewer {
    const PlayedDecision &played;
    DecisionReview &review;

    void look_at(const Option &option, bool is_taken) const {
        review.options.push_back({&option, is_taken, played.unavailable.count(option.id) == 0});
        if (is_taken && option.safety) review.safety.push_back({played.scene, *option.safety, option.text});
    }

    void operator()(const ChooseOne &choice, const OneAnswer &answer) const {
        for (const Option &option : choice.options) {
            const bool is_taken = option.id == answer.option;
            if (is_taken) review.option_class = option.option_class;
            look_at(option, is_taken);
        }
    }

    void operator()(const ChooseMany &choice, const ManyAnswer &answer) const {
        for (const Option &item : choice.items) {
            const bool is_taken = std::find(answer.items.begin(), answer.items.end(), item.id) != answer.items.end();
            look_at(item, is_taken);
            if (item.is_essential && !is_taken && review.options.back().was_available)
                review.findings.push_back({FindingKind::essential_missed, item.id.value, {}, 0});
            if (is_taken && is_needless(item))
                review.findings.push_back({FindingKind::unneeded_taken, item.id.value, {}, 0});
        }
    }

    void operator()(const AssignGrid &grid, const GridAnswer &answer) const {
        int unmarked = 0;
        for (const GridRow &row : grid.rows) {
            int leads = 0;
            for (const GridColumn &column : grid.columns) {
                const Mark mark = mark_at(answer, grid.kind, row.id, column.id);
                if (mark == Mark::lead) ++leads;
                const GridCell *cell = grid.find_cell(row.id, column.id);
                if (cell == nullptr && mark == empty_mark(grid.kind)) continue;
                if (cell != nullptr && mark == Mark::unmarked) ++unmarked;
                review.cells.push_back({&row, &column, cell, mark, mark_class(grid, row.id, column.id, mark),
                                        mark_credit(grid, row.id, column.id, mark)});
                if (cell == nullptr) continue;
                const auto safety = cell->safety.find(mark);
                if (safety != cell->safety.end()) review.safety.push_back({played.scene, safety->second, row.text});
            }
            if (grid.kind != GridKind::role_split) continue;
            if (leads == 0) review.findings.push_back({FindingKind::nobody_owns, row.id.value, {}, 0});
            if (leads > 1) review.findings.push_back({FindingKind::two_leads, row.id.value, {}, leads});
        }
        if (unmarked > 0) review.findings.push_back({FindingKind::left_unmarked, {}, {}, unmarked});
    }

    void operator()(const OrderSteps &order, const OrderAnswer &answer) const {
        for (const Precedence &precedence : order.precedences) {
            const auto before = std::find(answer.steps.begin(), answer.steps.end(), precedence.before);
            const bool is_kept = before != answer.steps.end() &&
                                 std::find(before, answer.steps.end(), precedence.after) != answer.steps.end();
            review.precedences.push_back({&precedence, is_kept});
            if (!is_kept)
                review.findings.push_back(
                    {FindingKind::order_broken, precedence.before.value, precedence.after.value, 0});
        }
    }

    template <class Other, class Given>
    void operator()(const Other &, const Given &) const {}
};

template <std::size_t N>
void trace(const std::array<int, N> &earned, const std::array<int, N> &available, std::size_t decision,
           std::array<std::vector<CreditTrace>, N> &traces) {
    for (std::size_t i = 0; i < N; ++i)
        if (available[i] > 0 || earned[i] > 0) traces[i].push_back({decision, earned[i], available[i]});
}

} // namespace

DecisionReview review(const PlayedDecision &played) {
    DecisionReview review;
    std::visit(Reviewer{played, review}, played.scene->interaction, played.decision.answer);
    return review;
}

Scorecard score(const Progress &progress) {
    Scorecard card;
    for (std::size_t i = 0; i < progress.played.size(); ++i) {
        const PlayedDecision &played = progress.played[i];
        if (played.decision.is_given) continue;
        card.earned += played.earned;
        card.available += played.available;
        trace(played.earned.points, played.available.points, i, card.point_traces);
        trace(played.earned.cells, played.available.cells, i, card.cell_traces);
        for (SafetyRaised &raised : review(played).safety) card.safety.push_back(std::move(raised));
    }
    return card;
}

} // namespace tsunagi::engine
