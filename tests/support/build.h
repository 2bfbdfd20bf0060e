#pragma once

// Small functions that make model structs in one line, so that a test reads as the case it is about.
// Ids and words are given as plain text: item("visit", "recommended", points({{1, 2}})).

#include <initializer_list>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/scenario.h"
#include "model/session.h"

namespace tsunagi::test {

/// The enum value of a word of the scenario format; throws when there is none, so a typing slip fails its test.
template <class Enum, std::size_t N>
Enum word(std::string_view text, const std::array<std::string_view, N> &words) {
    const auto value = model::value_of<Enum>(text, words);
    if (!value) throw std::invalid_argument("no such word: " + std::string(text));
    return *value;
}

inline model::Mark mark(std::string_view text) { return word<model::Mark>(text, model::kMarkWords); }
inline model::Gauge gauge(std::string_view text) { return word<model::Gauge>(text, model::kGaugeWords); }
inline model::OptionClass option_class(std::string_view text) {
    return word<model::OptionClass>(text, model::kOptionClassWords);
}
inline model::SafetyFlag safety(std::string_view kind, std::string text) {
    return {word<model::SafetyKind>(kind, model::kSafetyKindWords), std::move(text)};
}

// ---- Credit -------------------------------------------------------------------------------------------------

/// points({{1, 2}, {4, -1}}): two on p1, one off p4.
inline model::Credit points(std::initializer_list<std::pair<int, int>> figures) {
    model::Credit credit;
    for (const auto &[number, figure] : figures) credit.points.at(static_cast<std::size_t>(number - 1)) = figure;
    return credit;
}

/// cell("cpp.assessment.strength", 1)
inline model::Credit cell(std::string_view id, int figure) {
    const auto index = model::cell_from_id(id);
    if (!index) throw std::invalid_argument("no such cell: " + std::string(id));
    model::Credit credit;
    credit.cells[*index] = figure;
    return credit;
}

// ---- Conditions ---------------------------------------------------------------------------------------------

template <class Node>
model::Condition when(Node node) {
    model::Condition condition;
    condition.node = std::move(node);
    return condition;
}
inline model::Condition always() { return {}; }
inline model::Condition all_of(std::vector<model::Condition> parts) { return when(model::AllOf{std::move(parts)}); }
inline model::Condition any_of(std::vector<model::Condition> parts) { return when(model::AnyOf{std::move(parts)}); }
inline model::Condition not_of(model::Condition part) { return when(model::NotOf{{std::move(part)}}); }
inline model::Condition fact_known(const char *fact) { return when(model::FactKnown{model::FactId(fact)}); }
inline model::Condition flag_is_set(const char *flag) { return when(model::FlagIsSet{model::FlagId(flag)}); }
inline model::OptionTaken option_taken(const char *scene, const char *option) {
    return {model::SceneId(scene), model::OptionId(option)};
}
inline model::Condition taken(const char *scene, const char *option) { return when(option_taken(scene, option)); }
inline model::Condition visited(const char *scene) { return when(model::SceneVisited{model::SceneId(scene)}); }
inline model::Condition mark_is(const char *scene, const char *row, const char *column,
                                std::initializer_list<const char *> marks) {
    model::MarkIs node{model::SceneId(scene), model::RowId(row), model::ColumnId(column), {}};
    for (const char *text : marks) node.marks.push_back(mark(text));
    return when(std::move(node));
}
inline model::Condition ordered(const char *scene, const char *before, const char *after) {
    return when(model::OrderedBefore{model::SceneId(scene), model::OptionId(before), model::OptionId(after)});
}
inline model::Condition gauge_within(std::string_view name, std::optional<int> at_least, std::optional<int> at_most) {
    return when(model::GaugeWithin{gauge(name), at_least, at_most});
}
inline model::Condition months_within(std::optional<int> at_least, std::optional<int> at_most) {
    return when(model::MonthsWithin{at_least, at_most});
}

// ---- Effects ------------------------------------------------------------------------------------------------

inline model::Effect learn(const char *fact) { return model::LearnFact{model::FactId(fact)}; }
inline model::Effect set_flag(const char *flag) { return model::SetFlag{model::FlagId(flag), true}; }
inline model::Effect clear_flag(const char *flag) { return model::SetFlag{model::FlagId(flag), false}; }
inline model::Effect move_gauge(std::string_view name, int add, std::string because = "because") {
    return model::MoveGauge{gauge(name), add, std::move(because)};
}
inline model::Effect pass_months(int months) { return model::AdvanceMonths{months}; }
inline model::Effect tie_status(const char *tie, std::string_view status, std::string because = "because") {
    return model::ChangeTie{model::TieId(tie), {}, word<model::TieStatus>(status, model::kTieStatusWords), {}, {},
                            std::move(because)};
}
inline model::Effect tie_strength(const char *tie, std::string_view strength, std::string because = "because") {
    return model::ChangeTie{model::TieId(tie), word<model::TieStrength>(strength, model::kTieStrengthWords), {}, {}, {},
                            std::move(because)};
}

// ---- Interactions -------------------------------------------------------------------------------------------

inline model::Option option(const char *id, std::string_view class_word = "acceptable", model::Credit credit = {},
                            model::Effects effects = {}) {
    model::Option made;
    made.id = model::OptionId(id);
    made.text = std::string("text of ") + id;
    made.option_class = option_class(class_word);
    made.reason = std::string("reason of ") + id;
    made.credit = credit;
    made.effects = std::move(effects);
    return made;
}

/// An item of a choose_many.
inline model::Option item(const char *id, std::string_view class_word, model::Credit credit, int cost = 0) {
    model::Option made = option(id, class_word, credit);
    made.cost = cost;
    return made;
}

inline model::ChooseOne choose_one(std::vector<model::Option> options) {
    model::ChooseOne choice;
    choice.options = std::move(options);
    return choice;
}

inline model::ChooseMany choose_many(std::vector<model::Option> items, std::optional<int> budget = {}, int min = 0,
                                     std::optional<int> max = {}) {
    model::ChooseMany choice;
    choice.items = std::move(items);
    choice.budget = budget;
    choice.min = min;
    choice.max = max;
    return choice;
}

inline model::GridCell grid_cell(const char *row, const char *column, std::initializer_list<const char *> accept,
                                 model::Credit credit) {
    model::GridCell made;
    made.row = model::RowId(row);
    made.column = model::ColumnId(column);
    for (const char *text : accept) made.accept.push_back(mark(text));
    made.credit = credit;
    return made;
}

inline model::AssignGrid grid(model::GridKind kind, std::initializer_list<const char *> rows,
                              std::initializer_list<const char *> columns, std::vector<model::GridCell> cells) {
    model::AssignGrid made;
    made.kind = kind;
    for (const char *id : rows) {
        model::GridRow row;
        row.id = model::RowId(id);
        row.text = std::string("text of ") + id;
        made.rows.push_back(std::move(row));
    }
    for (const char *id : columns) {
        model::GridColumn column;
        column.id = model::ColumnId(id);
        column.text = id;
        made.columns.push_back(std::move(column));
    }
    made.cells = std::move(cells);
    return made;
}

inline model::Precedence precedence(const char *before, const char *after, model::Credit credit) {
    model::Precedence made;
    made.before = model::OptionId(before);
    made.after = model::OptionId(after);
    made.credit = credit;
    return made;
}

inline model::OrderSteps order_steps(std::initializer_list<const char *> steps,
                                     std::vector<model::Precedence> precedences) {
    model::OrderSteps made;
    for (const char *id : steps) {
        model::OrderStep step;
        step.id = model::OptionId(id);
        made.steps.push_back(std::move(step));
    }
    made.precedences = std::move(precedences);
    return made;
}

// ---- Answers and decisions ----------------------------------------------------------------------------------

inline std::vector<model::OptionId> option_ids(std::initializer_list<const char *> ids) {
    std::vector<model::OptionId> made;
    for (const char *id : ids) made.emplace_back(id);
    return made;
}
inline model::Answer read_on() { return model::ReadAnswer{}; }
inline model::Answer one(const char *option) { return model::OneAnswer{model::OptionId(option)}; }
inline model::Answer many(std::initializer_list<const char *> items) { return model::ManyAnswer{option_ids(items)}; }
inline model::Answer in_order(std::initializer_list<const char *> steps) {
    return model::OrderAnswer{option_ids(steps)};
}
struct MarkText {
    const char *row;
    const char *column;
    const char *mark;
};
inline model::Answer marks(std::initializer_list<MarkText> placed) {
    model::GridAnswer answer;
    for (const MarkText &text : placed)
        answer.marks.push_back({model::RowId(text.row), model::ColumnId(text.column), mark(text.mark)});
    return answer;
}
inline model::Decision decide(const char *scene, model::Answer answer) {
    model::Decision decision;
    decision.scene = model::SceneId(scene);
    decision.answer = std::move(answer);
    return decision;
}

// ---- Scenes, endings, scenario ------------------------------------------------------------------------------

inline model::Paragraph paragraph(std::string text, model::Condition condition = {}) {
    return {std::move(condition), std::move(text)};
}
inline model::Transition to_scene(const char *scene, model::Condition condition = {}) {
    return {std::move(condition), model::SceneId(scene), std::nullopt};
}
inline model::Transition to_ending(const char *ending, model::Condition condition = {}) {
    return {std::move(condition), std::nullopt, model::EndingId(ending)};
}
inline model::Consequence consequence(std::string text, model::Effects effects = {}, model::Condition condition = {}) {
    return {std::move(condition), std::move(text), std::move(effects)};
}

inline model::Scene scene(const char *id, model::Interaction interaction, std::vector<model::Transition> next) {
    model::Scene made;
    made.id = model::SceneId(id);
    made.title = id;
    made.text = {paragraph(std::string("text of ") + id)};
    made.interaction = std::move(interaction);
    made.next = std::move(next);
    return made;
}

inline model::Ending ending(const char *id) {
    model::Ending made;
    made.id = model::EndingId(id);
    made.title = id;
    made.text = {paragraph(std::string("text of ") + id)};
    return made;
}

inline model::Tie tie(const char *id, std::string_view strength = "normal", std::string_view status = "active") {
    model::Tie made;
    made.id = model::TieId(id);
    made.strength = word<model::TieStrength>(strength, model::kTieStrengthWords);
    made.status = word<model::TieStatus>(status, model::kTieStatusWords);
    return made;
}

/// A scenario that starts at its first scene.
inline model::Scenario scenario(std::vector<model::Scene> scenes, std::vector<model::Ending> endings) {
    model::Scenario made;
    made.id = model::ScenarioId("made-by-hand");
    made.version = "1.0";
    made.start_scene = scenes.front().id;
    made.scenes = std::move(scenes);
    made.endings = std::move(endings);
    return made;
}

/// A scenario of one scene with this interaction, "scene", followed by the ending "end".
inline model::Scenario one_scene(model::Interaction interaction) {
    return scenario({scene("scene", std::move(interaction), {to_ending("end")})}, {ending("end")});
}

} // namespace tsunagi::test
