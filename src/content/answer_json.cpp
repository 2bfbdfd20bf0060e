#include "content/answer_json.h"

#include <type_traits>
#include <utility>
#include <variant>

#include "content/json_pointer.h"
#include "content/json_read.h"
#include "content/schema_check.h"

namespace tsunagi::content {

using namespace model;
using Json = nlohmann::json;
using OrderedJson = nlohmann::ordered_json;

namespace {

template <class Ids>
OrderedJson id_array(const Ids &ids) {
    OrderedJson array = OrderedJson::array();
    for (const auto &id : ids) array.push_back(id.value);
    return array;
}

OrderedJson marks_json(const GridAnswer &grid) {
    // Sorted by row and column: one answer has one text.
    std::map<std::string, std::map<std::string, std::string>> rows;
    for (const PlacedMark &placed : grid.marks)
        if (placed.mark != Mark::unmarked)
            rows[placed.row.value][placed.column.value] = std::string(word_of(placed.mark, kMarkWords));
    OrderedJson json = OrderedJson::object();
    for (const auto &[row, columns] : rows)
        for (const auto &[column, mark] : columns) json[row][column] = mark;
    return json;
}

bool fail(AnswerFault &fault, std::string pointer) {
    fault.pointer = std::move(pointer);
    return false;
}

bool read_ids(const Json &array, const std::string &pointer, std::vector<OptionId> &ids, AnswerFault &fault) {
    if (!array.is_array()) return fail(fault, pointer);
    for (std::size_t i = 0; i < array.size(); ++i) {
        ids.emplace_back(text_value(array[i]));
        if (!is_id(ids.back().value)) return fail(fault, at(pointer, i));
    }
    return true;
}

bool read_marks(const Json &rows, GridAnswer &grid, AnswerFault &fault) {
    if (!rows.is_object()) return fail(fault, "/marks");
    for (const auto &row : rows.items()) {
        const std::string pointer = at("/marks", row.key());
        if (!is_id(row.key()) || !row.value().is_object()) return fail(fault, pointer);
        for (const auto &column : row.value().items()) {
            const auto mark = word_value<Mark>(column.value(), kMarkWords);
            if (!is_id(column.key()) || !mark || *mark == Mark::unmarked) return fail(fault, at(pointer, column.key()));
            grid.marks.push_back({RowId(row.key()), ColumnId(column.key()), *mark});
        }
    }
    return true;
}

} // namespace

OrderedJson answer_json(const Answer &answer) {
    return std::visit(
        [](const auto &given) -> OrderedJson {
            using Given = std::decay_t<decltype(given)>;
            if constexpr (std::is_same_v<Given, OneAnswer>)
                return {{"one", given.option.value}};
            else if constexpr (std::is_same_v<Given, ManyAnswer>)
                return {{"many", id_array(given.items)}};
            else if constexpr (std::is_same_v<Given, GridAnswer>)
                return {{"marks", marks_json(given)}};
            else if constexpr (std::is_same_v<Given, OrderAnswer>)
                return {{"order", id_array(given.steps)}};
            else
                return {{"read", true}};
        },
        answer);
}

OrderedJson decision_json(const Decision &decision) {
    OrderedJson json = {{"scene", decision.scene.value},
                        {"answer", answer_json(decision.answer)},
                        {"rationale", decision.rationale},
                        {"seconds", decision.seconds}};
    if (decision.is_given) json["given"] = true;
    return json;
}

std::optional<Answer> read_answer(const Json &json, AnswerFault &fault) {
    fault.pointer.clear();
    if (!json.is_object() || json.size() != 1) return std::nullopt;
    const std::string kind = json.begin().key();
    const Json &value = json.begin().value();
    const std::string pointer = at("", kind);
    if (kind == "read" && value == true) return ReadAnswer{};
    if (kind == "one" && is_id(text_value(value))) return OneAnswer{OptionId(text_value(value))};
    if (kind == "many") {
        ManyAnswer many;
        if (read_ids(value, pointer, many.items, fault)) return many;
        return std::nullopt;
    }
    if (kind == "marks") {
        GridAnswer grid;
        if (read_marks(value, grid, fault)) return grid;
        return std::nullopt;
    }
    if (kind == "order") {
        OrderAnswer order;
        if (read_ids(value, pointer, order.steps, fault)) return order;
        return std::nullopt;
    }
    fault.pointer = pointer;
    return std::nullopt;
}

std::optional<Decision> read_decision(const Json &json, AnswerFault &fault) {
    fault.pointer.clear();
    if (!json.is_object()) return std::nullopt;
    for (const auto &property : json.items()) {
        const std::string &name = property.key();
        const bool is_text = property.value().is_string();
        const auto seconds = int_value(property.value());
        const bool is_known = name == "answer" || ((name == "scene" || name == "rationale") && is_text) ||
                              (name == "seconds" && seconds && *seconds >= 0) ||
                              (name == "given" && property.value().is_boolean());
        if (is_known) continue;
        fault.pointer = at("", name);
        return std::nullopt;
    }
    Decision decision;
    decision.scene = id_of<SceneId>(json, "scene");
    decision.rationale = text_of(json, "rationale");
    decision.seconds = int_of(json, "seconds");
    decision.is_given = bool_of(json, "given");
    if (!is_id(decision.scene.value)) {
        fault.pointer = "/scene";
        return std::nullopt;
    }
    auto answer = read_answer(member(json, "answer"), fault);
    if (!answer) {
        fault.pointer = "/answer" + fault.pointer;
        return std::nullopt;
    }
    decision.answer = std::move(*answer);
    return decision;
}

} // namespace tsunagi::content
