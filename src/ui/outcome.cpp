#include "ui/outcome.h"

#include "ui/page.h"
#include "ui/terms.h"

namespace tsunagi::ui {

using i18n::Text;

namespace {

constexpr float kBetweenChips = 0.4F; // ems

} // namespace

void draw_references(const std::vector<view::ReferenceView> &refs, const Ui &ui) {
    Flow row(kBetweenChips);
    for (const view::ReferenceView &ref : refs) {
        row.next(chip_width(ui, ref.label));
        if (link_chip(ui, "ref." + ref.id, ref.label)) open_entry(ui, ref.id);
        tooltip(ui, ref.summary.empty() ? ref.title : ref.title + "\n" + ref.summary);
    }
}

void draw_reason(const view::ReasonView &reason, const view::TermsView &terms, const Ui &ui) {
    Flow row(kBetweenChips);
    if (reason.is_taken) {
        row.next(chip_width(ui, ui.texts(Text::outcome_taken)));
        chip(ui, ui.texts(Text::outcome_taken), ui.palette.on_accent, ui.palette.accent);
    }
    if (reason.option_class) {
        const std::string label = reason.option_class->symbol + " " + reason.option_class->word;
        row.next(chip_width(ui, label));
        class_chip(ui, *reason.option_class);
    }
    if (reason.is_essential) {
        row.next(chip_width(ui, ui.texts(Text::outcome_essential)));
        chip(ui, ui.texts(Text::outcome_essential), ui.palette.accent, ui.palette.panel);
    }
    text_block(ui, reason.text, TextRole::body, 0, true);
    if (!reason.was_available) text_block(ui, ui.texts(Text::outcome_not_offered), TextRole::small, ui.palette.muted);
    text_with_terms(ui, reason.reason, reason.marks, terms);
    bullets(ui, reason.details, TextRole::small, ui.palette.muted);
    draw_references(reason.refs, ui);
}

void draw_figures(const std::vector<view::FigureView> &figures, const Ui &ui) {
    Flow row(kBetweenChips);
    for (const view::FigureView &figure : figures) {
        const std::string label =
            ui.texts.format(Text::outcome_credit_of, fmt::arg("label", figure.label), fmt::arg("earned", figure.earned),
                            fmt::arg("available", figure.available));
        row.next(chip_width(ui, label));
        chip(ui, label, figure.earned == figure.available ? ui.palette.accent : ui.palette.muted, ui.palette.panel);
        tooltip(ui, figure.title);
    }
}

void draw_safety(const std::vector<view::SafetyView> &safety, const Ui &ui) {
    int number = 0;
    for (const view::SafetyView &flag : safety) {
        const IdScope id(number++);
        panel("safety", ui.palette.danger_back, [&] {
            text_block(ui, ui.texts(Text::outcome_safety), TextRole::small, ui.palette.danger, true);
            text_block(ui, flag.heading, TextRole::body, ui.palette.danger, true);
            text_block(ui, ui.texts.format(Text::outcome_safety_from, fmt::arg("subject", flag.subject)),
                       TextRole::small, ui.palette.muted);
            text_block(ui, flag.text);
        });
    }
}

void draw_outcome(const view::OutcomeView &outcome, const Ui &ui, OutcomeParts parts) {
    if (!outcome.consequences.empty()) {
        gap(0.3F);
        text_block(ui, ui.texts(Text::outcome_happened), TextRole::small, ui.palette.accent, true);
        for (std::size_t i = 0; i < outcome.consequences.size(); ++i)
            text_with_terms(ui, outcome.consequences[i], view::marks_of(outcome.consequence_marks, i), outcome.terms,
                            TextRole::lead);
    }
    if (!outcome.changes.empty())
        panel("changes", ui.palette.notice, [&] {
            text_block(ui, ui.texts(Text::outcome_changed), TextRole::small, ui.palette.muted, true);
            bullets(ui, outcome.changes, TextRole::body, 0);
            if (parts.leads_to_map && outcome.has_tie_changes &&
                link_text(ui, "outcome.ecomap", ui.texts(Text::ecomap_see_change), TextRole::small, true))
                ui.intents.push(OpenEcoMap{});
        });
    draw_safety(outcome.safety, ui);
    if (parts.has_own_reason && !outcome.rationale.empty()) {
        gap(0.4F);
        text_block(ui, ui.texts(Text::outcome_your_why), TextRole::small, ui.palette.muted, true);
        text_block(ui, outcome.rationale);
    }
    if (!outcome.findings.empty()) {
        gap(0.4F);
        text_block(ui, ui.texts(Text::outcome_findings), TextRole::small, ui.palette.muted, true);
        bullets(ui, outcome.findings, TextRole::body, 0);
    }
    if (!outcome.reasons.empty()) {
        gap(0.6F);
        heading(ui, ui.texts(outcome.option_class || outcome.reasons.front().option_class ? Text::outcome_learned
                                                                                          : Text::outcome_rows));
        int number = 0;
        for (const view::ReasonView &reason : outcome.reasons) {
            const IdScope id(number++);
            panel("reason", reason.is_taken ? ui.palette.card_on : ui.palette.panel,
                  [&] { draw_reason(reason, outcome.terms, ui); });
        }
    }
    draw_terms(outcome.terms, ui);
    if (parts.has_handbook_team && !outcome.handbook_team.empty()) {
        gap(0.4F);
        panel("handbook", ui.palette.panel, [&] {
            text_block(ui, ui.texts(Text::outcome_handbook_team), TextRole::small, ui.palette.muted, true);
            text_block(ui, outcome.handbook_team);
        });
    }
    if (!outcome.prompts.empty() || !outcome.view_needed.empty())
        panel("prompts", ui.palette.panel, [&] {
            text_block(ui, ui.texts(Text::outcome_prompts), TextRole::small, ui.palette.muted, true);
            bullets(ui, outcome.prompts, TextRole::body, 0);
            if (!outcome.view_needed.empty())
                text_block(ui, ui.texts.format(Text::outcome_view_needed, fmt::arg("profession", outcome.view_needed)),
                           TextRole::small, ui.palette.muted);
        });
    if (!outcome.points.empty()) {
        gap(0.4F);
        text_block(ui, ui.texts(Text::outcome_credit), TextRole::small, ui.palette.muted, true);
        draw_figures(outcome.points, ui);
        draw_figures(outcome.cells, ui);
    }
}

} // namespace tsunagi::ui
