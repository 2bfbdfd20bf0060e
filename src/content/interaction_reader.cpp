#include "content/scenario_reader.h"

#include "content/condition_reader.h"
#include "content/json_read.h"

namespace tsunagi::content {

using namespace model;
using Json = nlohmann::json;

namespace {

Credit read_credit(const Json &points, const Json &cells) {
    Credit credit;
    if (points.is_object())
        for (const auto &entry : points.items())
            if (const auto point = point_from_id(entry.key()))
                credit.points[*point] = int_value(entry.value()).value_or(0);
    if (cells.is_object())
        for (const auto &entry : cells.items())
            if (const auto cell = cell_from_id(entry.key())) credit.cells[*cell] = int_value(entry.value()).value_or(0);
    return credit;
}

Credit credit_of(const Json &json) { return read_credit(member(json, "credit"), member(json, "cells")); }

SafetyFlag read_safety(const Json &json) {
    return {word_of_member<SafetyKind>(json, "kind", kSafetyKindWords).value_or(SafetyKind::harm),
            text_of(json, "text")};
}

Option read_option(const Json &json) {
    Option option;
    option.id = id_of<OptionId>(json, "id");
    option.text = text_of(json, "text");
    option.option_class =
        word_of_member<OptionClass>(json, "class", kOptionClassWords).value_or(OptionClass::acceptable);
    option.reason = text_of(json, "reason");
    option.refs = ids_of<HandbookId>(json, "refs");
    option.credit = credit_of(json);
    option.profession = word_of_member<Profession>(json, "profession", kProfessionWords);
    option.tags = texts_of(json, "tags");
    option.when = when_of(json);
    option.unavailable = text_of(json, "unavailable");
    option.consequence = text_of(json, "consequence");
    option.effects = effects_of(json, "effects");
    if (!member(json, "safety").is_null()) option.safety = read_safety(member(json, "safety"));
    option.cost = int_of(json, "cost");
    option.group = text_of(json, "group");
    option.is_essential = bool_of(json, "essential");
    return option;
}

ChooseOne read_choose_one(const Json &json) {
    return {text_of(json, "question"), list_of(json, "options", read_option)};
}

ChooseMany read_choose_many(const Json &json) {
    ChooseMany choice;
    choice.question = text_of(json, "question");
    choice.items = list_of(json, "items", read_option);
    choice.budget = int_value(member(json, "budget"));
    choice.unit = text_of(json, "unit");
    choice.min = int_of(json, "min");
    choice.max = int_value(member(json, "max"));
    return choice;
}

GridCell read_cell(const Json &json) {
    GridCell cell;
    cell.row = id_of<RowId>(json, "row");
    cell.column = id_of<ColumnId>(json, "column");
    cell.accept = list_of(json, "accept",
                          [](const Json &word) { return word_value<Mark>(word, kMarkWords).value_or(Mark::unmarked); });
    cell.credit = credit_of(json);
    cell.reason = text_of(json, "reason");
    const Json &classes = member(json, "classes");
    if (classes.is_object())
        for (const auto &entry : classes.items()) {
            const auto mark = value_of<Mark>(entry.key(), kMarkWords);
            const auto option_class = word_value<OptionClass>(entry.value(), kOptionClassWords);
            if (mark && option_class) cell.classes.emplace(*mark, *option_class);
        }
    const Json &safety = member(json, "safety");
    if (safety.is_object())
        for (const auto &entry : safety.items())
            if (const auto mark = value_of<Mark>(entry.key(), kMarkWords))
                cell.safety.emplace(*mark, read_safety(entry.value()));
    return cell;
}

AssignGrid read_assign(const Json &json) {
    AssignGrid grid;
    grid.question = text_of(json, "question");
    grid.kind = word_of_member<GridKind>(json, "grid", kGridKindWords).value_or(GridKind::role_split);
    grid.rows = list_of(json, "rows", [](const Json &row) {
        return GridRow{id_of<RowId>(row, "id"), text_of(row, "text"), text_of(row, "reason"),
                       ids_of<HandbookId>(row, "refs")};
    });
    grid.columns = list_of(json, "columns", [](const Json &column) {
        return GridColumn{id_of<ColumnId>(column, "id"), text_of(column, "text"),
                          word_of_member<Profession>(column, "profession", kProfessionWords)};
    });
    grid.cells = list_of(json, "cells", read_cell);
    const Json &costs = member(json, "costs");
    if (costs.is_object())
        for (const auto &entry : costs.items())
            if (const auto mark = value_of<Mark>(entry.key(), kMarkWords))
                grid.costs.emplace(*mark, read_credit(entry.value(), Json()));
    return grid;
}

OrderSteps read_order(const Json &json) {
    OrderSteps order;
    order.question = text_of(json, "question");
    order.steps = list_of(json, "steps", [](const Json &step) {
        return OrderStep{id_of<OptionId>(step, "id"), text_of(step, "text"), text_of(step, "reason"),
                         ids_of<HandbookId>(step, "refs")};
    });
    order.precedences = list_of(json, "precedences", [](const Json &precedence) {
        return Precedence{id_of<OptionId>(precedence, "before"), id_of<OptionId>(precedence, "after"),
                          credit_of(precedence), text_of(precedence, "reason")};
    });
    order.stages = list_of(json, "stages", [](const Json &stage) {
        return OrderStage{text_of(stage, "label"), int_of(stage, "count")};
    });
    return order;
}

} // namespace

Interaction read_interaction(const Json &json) {
    const std::string kind = text_of(json, "kind");
    if (kind == "choose_one") return read_choose_one(json);
    if (kind == "choose_many") return read_choose_many(json);
    if (kind == "assign") return read_assign(json);
    if (kind == "order") return read_order(json);
    return ReadOn{};
}

} // namespace tsunagi::content
