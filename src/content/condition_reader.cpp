#include "content/condition_reader.h"

#include <array>

#include "content/json_read.h"

namespace tsunagi::content {

using namespace model;
using Json = nlohmann::json;

namespace {

// "scene/option" and "scene/row/column": the part at `index`, empty when there are fewer.
std::string path_part(const std::string &path, std::size_t index) {
    std::size_t start = 0;
    for (; index > 0; --index) {
        const std::size_t slash = path.find('/', start);
        if (slash == std::string::npos) return {};
        start = slash + 1;
    }
    return path.substr(start, path.find('/', start) - start);
}

OptionTaken option_taken(const Json &json) {
    const std::string path = text_value(json);
    return {SceneId(path_part(path, 0)), OptionId(path_part(path, 1))};
}

MarkIs read_mark_is(const Json &json) {
    const std::string path = text_of(json, "mark");
    MarkIs condition{SceneId(path_part(path, 0)), RowId(path_part(path, 1)), ColumnId(path_part(path, 2)), {}};
    condition.marks = list_of(
        json, "is", [](const Json &word) { return word_value<Mark>(word, kMarkWords).value_or(Mark::unmarked); });
    return condition;
}

OrderedBefore read_ordered(const Json &json) {
    const std::string path = text_of(json, "ordered");
    return {SceneId(path_part(path, 0)), OptionId(path_part(path, 1)), OptionId(path_part(path, 2))};
}

TieIs read_tie_is(const Json &json) {
    TieIs condition{id_of<TieId>(json, "tie"), true};
    if (const auto strength = word_of_member<TieStrength>(json, "is", kTieStrengthWords)) condition.state = *strength;
    if (const auto status = word_of_member<TieStatus>(json, "is", kTieStatusWords)) condition.state = *status;
    return condition;
}

MonthsWithin read_months(const Json &json) {
    MonthsWithin condition;
    (text_of(json, "is") == "at_most" ? condition.at_most : condition.at_least) = int_of(json, "months");
    return condition;
}

std::vector<Condition> read_parts(const Json &json, const char *key) { return list_of(json, key, read_condition); }

Effect read_effect(const Json &json) {
    if (json.is_object()) {
        if (json.contains("set")) return SetFlag{id_of<FlagId>(json, "set"), true};
        if (json.contains("clear")) return SetFlag{id_of<FlagId>(json, "clear"), false};
        if (json.contains("gauge"))
            return MoveGauge{word_of_member<Gauge>(json, "gauge", kGaugeWords).value_or(Gauge::trust),
                             int_of(json, "add"), text_of(json, "because")};
        if (json.contains("months")) return AdvanceMonths{int_of(json, "months")};
        if (json.contains("tie")) {
            ChangeTie change;
            change.tie = id_of<TieId>(json, "tie");
            change.strength = word_of_member<TieStrength>(json, "strength", kTieStrengthWords);
            change.status = word_of_member<TieStatus>(json, "status", kTieStatusWords);
            if (member(json, "stress").is_boolean()) change.stress = bool_of(json, "stress");
            change.flow = word_of_member<TieFlow>(json, "flow", kTieFlowWords);
            change.because = text_of(json, "because");
            return change;
        }
    }
    return LearnFact{id_of<FactId>(json, "learn")};
}

} // namespace

Condition read_condition(const Json &json) {
    const auto has = [&](const char *key) { return json.is_object() && json.contains(key); };
    if (has("all")) return {AllOf{read_parts(json, "all")}};
    if (has("any")) return {AnyOf{read_parts(json, "any")}};
    if (has("not")) return {NotOf{{read_condition(member(json, "not"))}}};
    if (has("fact")) return {FactKnown{id_of<FactId>(json, "fact")}};
    if (has("flag")) return {FlagIsSet{id_of<FlagId>(json, "flag")}};
    if (has("taken")) return {option_taken(member(json, "taken"))};
    if (has("count")) return {CountTaken{list_of(json, "count", option_taken), int_of(json, "at_least")}};
    if (has("mark")) return {read_mark_is(json)};
    if (has("ordered")) return {read_ordered(json)};
    if (has("visited")) return {SceneVisited{id_of<SceneId>(json, "visited")}};
    if (has("gauge"))
        return {GaugeWithin{word_of_member<Gauge>(json, "gauge", kGaugeWords).value_or(Gauge::trust),
                            int_value(member(json, "at_least")), int_value(member(json, "at_most"))}};
    if (has("months")) return {read_months(json)};
    if (has("tie")) return {read_tie_is(json)};
    return {Always{}};
}

Condition when_of(const Json &object) {
    const Json &when = member(object, "when");
    return when.is_null() ? Condition{} : read_condition(when);
}

Effects effects_of(const Json &object, const char *key) { return list_of(object, key, read_effect); }

} // namespace tsunagi::content
