#include "view/outcome_view.h"

#include <algorithm>

#include "view/answer_text.h"
#include "view/play_view.h"
#include "view/tie_words.h"
#include "view/words.h"

namespace tsunagi::view {

using namespace model;
using i18n::Text;
using i18n::Texts;

namespace {

FigureView figure_view(const std::string &id, int earned, int available, const Handbook &handbook, const Texts &texts) {
    FigureView view{id, id, id, earned, available};
    if (const HandbookEntry *entry = handbook.find(id)) {
        view.label = in_language(entry->short_title, texts);
        view.title = in_language(entry->title, texts);
    }
    return view;
}

// Reasons and findings of one interaction, from what the engine found.
struct ReasonTeller {
    const engine::PlayedDecision &played;
    const engine::DecisionReview &review;
    const Handbook &handbook;
    const Texts &texts;
    OutcomeView &view;

    void tell_options() const {
        for (const engine::OptionReview &option : review.options) {
            ReasonView reason;
            reason.text = option.option->text;
            reason.option_class = class_view(option.option->option_class, texts);
            reason.is_taken = option.is_taken;
            reason.was_available = option.was_available;
            reason.is_essential = option.option->is_essential;
            reason.reason = option.option->reason;
            reason.refs = reference_views(option.option->refs, handbook, texts);
            if (!option.was_available) reason.details.push_back(option.option->unavailable);
            view.reasons.push_back(std::move(reason));
        }
        // What was taken comes first: that is what the learner wants to read before the rest.
        std::stable_partition(view.reasons.begin(), view.reasons.end(),
                              [](const ReasonView &reason) { return reason.is_taken; });
    }

    void operator()(const ReadOn &) const {}
    void operator()(const ChooseOne &) const { tell_options(); }
    void operator()(const ChooseMany &) const { tell_options(); }

    // Which marks would have counted in full, when the one placed does not.
    [[nodiscard]] std::string wanted_mark(const GridCell &cell, Mark placed) const {
        if (cell.credit.is_zero() || cell.accept.empty()) return {};
        const bool wants_lead = std::find(cell.accept.begin(), cell.accept.end(), Mark::lead) != cell.accept.end();
        const Mark wanted = wants_lead ? Mark::lead : cell.accept.front();
        if (placed == wanted) return {};
        return texts.format(Text::outcome_mark_wanted, fmt::arg("mark", mark_view(wanted, texts).word));
    }

    void operator()(const AssignGrid &grid) const {
        for (const GridRow &row : grid.rows) {
            ReasonView reason;
            reason.text = row.text;
            reason.reason = row.reason;
            reason.refs = reference_views(row.refs, handbook, texts);
            for (const engine::CellReview &cell : review.cells) {
                if (cell.row->id != row.id) continue;
                const MarkView mark = mark_view(cell.mark, texts);
                std::string line = texts.format(Text::outcome_mark, fmt::arg("column", cell.column->text),
                                                fmt::arg("mark", mark.word));
                if (cell.mark_class) {
                    const ClassView verdict = class_view(*cell.mark_class, texts);
                    line += texts.format(Text::outcome_mark_class, fmt::arg("symbol", verdict.symbol),
                                         fmt::arg("word", verdict.word));
                }
                if (cell.cell != nullptr) line += wanted_mark(*cell.cell, cell.mark);
                if (cell.cell != nullptr && !cell.cell->reason.empty())
                    line += texts.format(Text::outcome_mark_reason, fmt::arg("reason", cell.cell->reason));
                reason.details.push_back(std::move(line));
            }
            view.reasons.push_back(std::move(reason));
        }
    }

    void operator()(const OrderSteps &order) const {
        const auto *answer = std::get_if<OrderAnswer>(&played.decision.answer);
        if (answer == nullptr) return;
        std::size_t place = 0;
        for (const OptionId &id : answer->steps) {
            const auto step = std::find_if(order.steps.begin(), order.steps.end(),
                                           [&](const OrderStep &candidate) { return candidate.id == id; });
            if (step == order.steps.end()) continue;
            ReasonView reason;
            reason.text = texts.format(Text::outcome_step, fmt::arg("n", ++place), fmt::arg("step", step->text));
            reason.reason = step->reason;
            reason.refs = reference_views(step->refs, handbook, texts);
            for (const engine::PrecedenceReview &precedence : review.precedences)
                if (!precedence.is_kept && precedence.precedence->after == id)
                    reason.details.push_back(precedence.precedence->reason);
            view.reasons.push_back(std::move(reason));
        }
    }
};

struct FindingTeller {
    const Interaction &interaction;
    const Texts &texts;

    [[nodiscard]] std::string text_of(const std::string &id) const {
        if (const auto *many = std::get_if<ChooseMany>(&interaction))
            for (const Option &item : many->items)
                if (item.id.value == id) return item.text;
        if (const auto *grid = std::get_if<AssignGrid>(&interaction))
            for (const GridRow &row : grid->rows)
                if (row.id.value == id) return row.text;
        if (const auto *order = std::get_if<OrderSteps>(&interaction))
            for (const OrderStep &step : order->steps)
                if (step.id.value == id) return step.text;
        return id;
    }

    [[nodiscard]] std::string operator()(const engine::Finding &finding) const {
        const std::string subject = text_of(finding.subject);
        switch (finding.kind) {
        case engine::FindingKind::essential_missed:
            return texts.format(Text::finding_essential_missed, fmt::arg("item", subject));
        case engine::FindingKind::unneeded_taken:
            return texts.format(Text::finding_unneeded_taken, fmt::arg("item", subject));
        case engine::FindingKind::nobody_owns:
            return texts.format(Text::finding_nobody_owns, fmt::arg("item", subject));
        case engine::FindingKind::two_leads:
            return texts.format(Text::finding_two_leads, fmt::arg("item", subject), fmt::arg("n", finding.count));
        case engine::FindingKind::left_unmarked:
            return texts.format(Text::finding_left_unmarked, fmt::arg("n", finding.count));
        case engine::FindingKind::order_broken:
            return texts.format(Text::finding_order_broken, fmt::arg("before", subject),
                                fmt::arg("after", text_of(finding.other)));
        }
        return {};
    }
};

} // namespace

ClassView class_view(OptionClass option_class, const Texts &texts) {
    const std::string word(word_of(option_class, kOptionClassWords));
    return {option_class, texts.named("class_symbol." + word), texts.named("class." + word)};
}

std::vector<ReferenceView> reference_views(const std::vector<HandbookId> &refs, const Handbook &handbook,
                                           const Texts &texts) {
    std::vector<ReferenceView> views;
    for (const HandbookId &ref : refs) {
        const HandbookEntry *entry = handbook.find(ref);
        if (entry == nullptr)
            views.push_back({ref.value, ref.value, ref.value, {}});
        else // how a case went is not told in passing
            views.push_back({ref.value, in_language(entry->short_title, texts), in_language(entry->title, texts),
                             entry->kind == HandbookKind::case_ ? std::string() : entry->summary});
    }
    return views;
}

FigureView point_figure(PointIndex point, int earned, int available, const Handbook &handbook, const Texts &texts) {
    return figure_view(point_id(point), earned, available, handbook, texts);
}

FigureView cell_figure(CellIndex cell, int earned, int available, const Handbook &handbook, const Texts &texts) {
    return figure_view(cell_id(cell), earned, available, handbook, texts);
}

SafetyView safety_view(const engine::SafetyRaised &raised, const Texts &texts) {
    return {safety_word(raised.flag.kind, texts), raised.flag.text, raised.subject, raised.scene->title};
}

OutcomeView outcome_view(const engine::PlayedDecision &played, const Scenario &scenario, const Handbook &handbook,
                         const Texts &texts) {
    const engine::DecisionReview review = engine::review(played);
    const Scene &scene = *played.scene;
    OutcomeView view;
    view.scene_id = scene.id.value;
    view.title = scene.title;
    const HandbookEntry *step = handbook.find(scene.step);
    view.when =
        texts.format(Text::play_scene_when,
                     fmt::arg("step", step == nullptr ? scene.step.value : in_language(step->short_title, texts)),
                     fmt::arg("month", month_label(played.month, texts)));
    view.paragraphs = played.text;
    std::visit(
        [&](const auto &kind) {
            if constexpr (!std::is_same_v<std::decay_t<decltype(kind)>, ReadOn>) view.question = kind.question;
        },
        scene.interaction);
    view.rationale = played.decision.rationale;
    view.consequences = played.consequences;
    view.changes = change_lines(played.changes, scenario, texts);
    view.has_tie_changes = std::any_of(played.changes.begin(), played.changes.end(), [](const engine::Change &change) {
        const auto *tie = std::get_if<engine::TieChanged>(&change);
        return tie != nullptr && !is_alike(tie->before, tie->after);
    });
    if (review.option_class) view.option_class = class_view(*review.option_class, texts);
    view.taken = answer_lines(scene.interaction, played.decision.answer, texts);
    std::visit(ReasonTeller{played, review, handbook, texts, view}, scene.interaction);
    for (const engine::Finding &finding : review.findings)
        view.findings.push_back(FindingTeller{scene.interaction, texts}(finding));
    for (PointIndex point = 0; point < kPointCount; ++point)
        if (played.available.points[point] > 0)
            view.points.push_back(
                point_figure(point, played.earned.points[point], played.available.points[point], handbook, texts));
    for (CellIndex cell = 0; cell < kCellCount; ++cell)
        if (played.available.cells[cell] > 0)
            view.cells.push_back(
                cell_figure(cell, played.earned.cells[cell], played.available.cells[cell], handbook, texts));
    for (const engine::SafetyRaised &raised : review.safety) view.safety.push_back(safety_view(raised, texts));
    view.handbook_team = scene.handbook_team;
    view.prompts = scene.prompts;
    if (scene.view_needed) view.view_needed = profession_name(*scene.view_needed, texts);
    return view;
}

} // namespace tsunagi::view
