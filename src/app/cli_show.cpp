#include "app/cli_show.h"

#include <fmt/format.h>

namespace tsunagi::app {

using i18n::Text;
using i18n::Texts;

namespace {

std::string joined(const std::vector<std::string> &items, const Texts &texts) {
    return fmt::format("{}", fmt::join(items, texts(Text::cli_separator)));
}

void say_heading(Console &console, const std::string &text, const Texts &texts) {
    console.say(texts.format(Text::cli_heading, fmt::arg("text", text)));
}

void say_items(Console &console, const std::vector<std::string> &items, const Texts &texts) {
    for (const std::string &item : items) console.say(texts.format(Text::cli_item, fmt::arg("text", item)));
}

void say_block(Console &console, Text heading, const std::vector<std::string> &items, const Texts &texts) {
    if (items.empty()) return;
    say_heading(console, texts(heading), texts);
    say_items(console, items, texts);
}

void say_figure(Console &console, const view::FigureView &figure, const Texts &texts) {
    console.say(texts.format(Text::cli_figure, fmt::arg("label", figure.label), fmt::arg("earned", figure.earned),
                             fmt::arg("available", figure.available)));
}

void say_safety(Console &console, const std::vector<view::SafetyView> &safety, const Texts &texts) {
    for (const view::SafetyView &flag : safety)
        console.say(texts.format(Text::cli_safety, fmt::arg("kind", flag.heading), fmt::arg("text", flag.text),
                                 fmt::arg("scene", flag.scene)));
}

void say_reason(Console &console, const view::ReasonView &reason, const Texts &texts) {
    const auto text = fmt::arg("text", reason.text);
    const auto why = fmt::arg("reason", reason.reason);
    if (reason.option_class)
        console.say(texts.format(reason.is_taken ? Text::cli_reason_taken : Text::cli_reason, text, why,
                                 fmt::arg("class", reason.option_class->word)));
    else
        console.say(texts.format(Text::cli_reason_plain, text, why));
    if (!reason.was_available) console.say(texts(Text::outcome_not_offered));
    for (const std::string &detail : reason.details)
        console.say(texts.format(Text::cli_detail, fmt::arg("text", detail)));
    if (reason.refs.empty()) return;
    std::vector<std::string> labels;
    for (const view::ReferenceView &reference : reason.refs) labels.push_back(reference.label);
    console.say(texts.format(Text::cli_refs, fmt::arg("refs", joined(labels, texts))));
}

} // namespace

void say_scene(Console &console, const view::SceneView &scene, int number, const Texts &texts) {
    console.blank();
    say_heading(console, texts.format(Text::cli_scene, fmt::arg("n", number), fmt::arg("title", scene.title)), texts);
    console.say(scene.when);
    say_items(console, scene.changes, texts);
    console.say_all(scene.paragraphs);
    if (!scene.question.empty()) console.say(scene.question);
}

void say_case_file(Console &console, const view::CaseFileView &file, const Texts &texts) {
    say_heading(console, texts(Text::play_case_file), texts);
    console.say(file.client);
    if (!file.wish.empty()) console.say(file.wish);
    console.say(file.months);
    say_heading(console, texts(Text::play_gauges), texts);
    for (const view::GaugeView &gauge : file.gauges)
        console.say(texts.format(Text::cli_gauge, fmt::arg("label", gauge.label), fmt::arg("value", gauge.value),
                                 fmt::arg("change", gauge.change_label)));
    say_heading(console, texts(Text::play_facts), texts);
    for (const view::FactGroupView &group : file.facts) {
        console.say(texts.format(Text::cli_group_heading, fmt::arg("text", group.heading)));
        for (const view::FactView &fact : group.facts)
            console.say(texts.format(Text::cli_fact, fmt::arg("text", fact.text), fmt::arg("source", fact.source)));
    }
    say_heading(console, texts(Text::play_team), texts);
    for (const view::PartyGroupView &group : file.parties) {
        console.say(texts.format(Text::cli_group_heading, fmt::arg("text", group.heading)));
        for (const view::PartyView &party : group.parties)
            console.say(texts.format(Text::cli_party, fmt::arg("label", party.label), fmt::arg("role", party.role)));
    }
    console.blank();
}

void say_outcome(Console &console, const view::OutcomeView &outcome, const Texts &texts) {
    if (outcome.is_empty() && outcome.changes.empty()) return;
    console.blank();
    say_block(console, Text::outcome_happened, outcome.consequences, texts);
    say_block(console, Text::outcome_changed, outcome.changes, texts);
    if (outcome.option_class)
        console.say(texts.format(Text::cli_your_class, fmt::arg("class", outcome.option_class->word)));
    if (!outcome.safety.empty()) {
        say_heading(console, texts(Text::outcome_safety), texts);
        say_safety(console, outcome.safety, texts);
    }
    say_block(console, Text::outcome_findings, outcome.findings, texts);
    if (!outcome.reasons.empty()) {
        say_heading(console, texts(Text::outcome_learned), texts);
        for (const view::ReasonView &reason : outcome.reasons) say_reason(console, reason, texts);
    }
    if (!outcome.points.empty()) {
        say_heading(console, texts(Text::outcome_credit), texts);
        for (const view::FigureView &figure : outcome.points) say_figure(console, figure, texts);
    }
    if (!outcome.handbook_team.empty())
        console.say(texts.format(Text::cli_handbook_team, fmt::arg("text", outcome.handbook_team)));
}

void say_debrief(Console &console, const view::DebriefView &debrief, const Texts &texts) {
    console.blank();
    say_heading(console, texts(Text::debrief_title), texts);
    console.say(debrief.case_title);
    console.say(debrief.learner);
    console.say(texts.format(Text::cli_score_ending, fmt::arg("title", debrief.ending_title),
                             fmt::arg("kind", debrief.ending_kind)));
    console.say(debrief.months);
    console.say_all(debrief.ending_text);
    say_heading(console, texts(Text::debrief_compared), texts);
    console.say(debrief.compared);
    say_heading(console, texts(Text::debrief_points), texts);
    for (const view::ProfileRow &row : debrief.profile) say_figure(console, row.figure, texts);
    console.say(debrief.overall);
    for (const view::RoleTableView &table : debrief.tables) {
        if (!table.is_exercised) continue;
        say_heading(console, table.title, texts);
        for (const view::RoleTableView::Row &row : table.rows)
            for (std::size_t column = 0; column < row.cells.size(); ++column)
                if (row.cells[column].figure.available > 0)
                    console.say(texts.format(Text::cli_role_cell, fmt::arg("function", row.function),
                                             fmt::arg("column", table.columns[column]),
                                             fmt::arg("share", row.cells[column].share)));
    }
    say_heading(console, texts(Text::debrief_safety), texts);
    if (debrief.safety.empty()) console.say(texts(Text::debrief_safety_none));
    say_safety(console, debrief.safety, texts);
    say_heading(console, texts(Text::debrief_decisions), texts);
    int number = 0;
    for (const view::OutcomeView &decision : debrief.decisions) {
        console.say(texts.format(Text::cli_debrief_decision, fmt::arg("n", ++number), fmt::arg("title", decision.title),
                                 fmt::arg("taken", joined(decision.taken, texts))));
        if (decision.option_class)
            console.say(texts.format(Text::cli_your_class, fmt::arg("class", decision.option_class->word)));
    }
    console.blank();
}

} // namespace tsunagi::app
