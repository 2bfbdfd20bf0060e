#include "content/schema_explain.h"

#include <algorithm>
#include <regex>
#include <string_view>
#include <utility>

#include "base/utf8.h"
#include "content/json_pointer.h"

namespace tsunagi::content {

namespace {

using Json = nlohmann::json;

// More than anybody is shown (see JsonSource): a file of millions of faults must not become millions of them here.
constexpr std::size_t kMaxFaults = 1100;

// How a value of a type looks in a file: that needs no translation.
std::string shape_of(const std::string &type) {
    if (type == "string") return "\"...\"";
    if (type == "integer") return "123";
    if (type == "array") return "[ ... ]";
    if (type == "object") return "{ ... }";
    if (type == "boolean") return "true / false";
    return type;
}

bool has_type(const Json &value, const std::string &type) {
    if (type == "string") return value.is_string();
    if (type == "integer") return value.is_number_integer();
    if (type == "array") return value.is_array();
    if (type == "object") return value.is_object();
    if (type == "boolean") return value.is_boolean();
    return false;
}

std::string word_list(const Json &words) {
    std::string list;
    for (const Json &word : words) {
        if (!list.empty()) list += ", ";
        list += word.is_string() ? word.get<std::string>() : word.dump();
    }
    return list;
}

std::string shown(const Json &value) {
    if (value.is_string()) return value.get<std::string>();
    return value.is_structured() ? shape_of(value.is_array() ? "array" : "object") : value.dump();
}

// Members whose absence has a problem of its own, since it is what authors forget most.
std::string missing_code(const std::string &property) {
    if (property == "reason") return "no-reason";
    if (property == "refs") return "no-ref";
    if (property == "consequence") return "missing-consequence";
    if (property == "unavailable") return "missing-unavailable";
    return "schema-missing";
}

bool ends_with(const std::string &text, std::string_view end) {
    return text.size() >= end.size() && text.compare(text.size() - end.size(), end.size(), end) == 0;
}

// How many ids, joined by '/', a pattern of the schema asks for; 0 when it is none of those. std::regex is not used: it
// recurses once a character, and the text comes from anybody.
std::size_t id_parts_of(const std::string &pattern) {
    const std::string id = "[a-z][a-z0-9-]*";
    if (pattern == "^" + id + "$") return 1;
    if (pattern == "^" + id + "/" + id + "$") return 2;
    if (pattern == "^" + id + "/" + id + "/" + id + "$") return 3;
    return 0;
}

bool has_id_parts(std::string_view text, std::size_t count) {
    for (std::size_t part = 1; part < count; ++part) {
        const std::size_t slash = text.find('/');
        if (slash == std::string_view::npos || !is_id(text.substr(0, slash))) return false;
        text.remove_prefix(slash + 1);
    }
    return is_id(text);
}

// Any other pattern, of the program's own data. Held to lengths that std::regex can take.
bool matches(const std::string &text, const std::string &pattern) {
    constexpr std::size_t kLongest = 200;
    return text.size() <= kLongest && std::regex_search(text, std::regex(pattern));
}

// The words that a rule allows for its member `key`; null when it allows any.
const Json *words_of(const Json &rule, const std::string &key) {
    if (!rule.contains("properties") || !rule["properties"].contains(key)) return nullptr;
    const Json &member = rule["properties"][key];
    return member.contains("enum") ? &member["enum"] : nullptr;
}

} // namespace

bool is_id(std::string_view text) {
    if (text.empty() || text.size() > 63 || text.front() < 'a' || text.front() > 'z') return false;
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
}

std::vector<SchemaFault> SchemaExplainer::explain(const Json &document) {
    faults_.clear();
    check(schema_, document, "");
    return std::move(faults_);
}

void SchemaExplainer::add(const std::string &pointer, const std::string &code,
                          std::map<std::string, std::string> args) {
    if (faults_.size() < kMaxFaults) faults_.push_back({pointer, code, std::move(args)});
}

const Json &SchemaExplainer::resolved(const Json &rule) const {
    const Json *target = &rule;
    while (target->is_object() && target->contains("$ref"))
        target = &schema_.at(Json::json_pointer(target->at("$ref").get<std::string>().substr(1)));
    return *target;
}

bool SchemaExplainer::fits(const Json &rule, const Json &value) const {
    return SchemaExplainer(schema_).faults_of(rule, value).empty();
}

std::vector<SchemaFault> SchemaExplainer::faults_of(const Json &rule, const Json &value) {
    check(rule, value, "");
    return std::move(faults_);
}

void SchemaExplainer::check(const Json &unresolved, const Json &value, const std::string &pointer) {
    const Json &rule = resolved(unresolved);
    if (!rule.is_object()) return;
    if (rule.contains("type")) {
        const std::string type = rule["type"].get<std::string>();
        if (!has_type(value, type)) {
            add(pointer, "schema-type", {{"expected", shape_of(type)}, {"value", shown(value)}});
            return;
        }
    }
    check_words(rule, value, pointer);
    if (value.is_object()) check_object(rule, value, pointer);
    if (value.is_array()) check_array(rule, value, pointer);
    if (value.is_string()) check_string(rule, value.get_ref<const std::string &>(), pointer);
    if (value.is_number()) check_number(rule, value, pointer);
    check_alternatives(rule, value, pointer);
}

void SchemaExplainer::check_words(const Json &rule, const Json &value, const std::string &pointer) {
    if (rule.contains("const") && value != rule["const"])
        add(pointer, "schema-enum", {{"allowed", rule["const"].dump()}, {"value", shown(value)}});
    if (!rule.contains("enum")) return;
    const Json &words = rule["enum"];
    if (std::find(words.begin(), words.end(), value) == words.end())
        add(pointer, "schema-enum", {{"allowed", word_list(words)}, {"value", shown(value)}});
}

void SchemaExplainer::check_object(const Json &rule, const Json &object, const std::string &pointer) {
    if (rule.contains("required"))
        for (const Json &name : rule["required"])
            if (!object.contains(name.get<std::string>()))
                add(pointer, missing_code(name.get<std::string>()), {{"property", name.get<std::string>()}});
    if (rule.contains("dependencies"))
        for (const auto &[name, needed] : rule["dependencies"].items())
            for (const Json &other : needed)
                if (object.contains(name) && !object.contains(other.get<std::string>()))
                    add(pointer, missing_code(other.get<std::string>()), {{"property", other.get<std::string>()}});
    check_members(rule, object, pointer);
}

void SchemaExplainer::check_members(const Json &rule, const Json &object, const std::string &pointer) {
    static const Json none = Json::object();
    const Json &known = rule.contains("properties") ? rule["properties"] : none;
    for (const auto &[name, member] : object.items()) {
        if (faults_.size() == kMaxFaults) return;
        if (known.contains(name)) {
            check(known[name], member, at(pointer, name));
        } else if (rule.contains("additionalProperties")) {
            const Json &other = rule["additionalProperties"];
            if (!other.is_boolean()) {
                check(other, member, at(pointer, name));
            } else if (!other.get<bool>()) {
                Json names = Json::array();
                for (const auto &property : known.items()) names.push_back(property.key());
                add(at(pointer, name), "schema-unknown-property", {{"property", name}, {"allowed", word_list(names)}});
            }
        }
    }
}

void SchemaExplainer::check_array(const Json &rule, const Json &array, const std::string &pointer) {
    const std::string count = std::to_string(array.size());
    if (rule.contains("minItems") && array.size() < rule["minItems"].get<std::size_t>()) {
        if (ends_with(pointer, "/refs"))
            add(pointer, "no-ref", {{"property", "refs"}});
        else
            add(pointer, "schema-length", {{"count", count}, {"min", rule["minItems"].dump()}, {"max", ""}});
    }
    if (rule.contains("maxItems") && array.size() > rule["maxItems"].get<std::size_t>())
        add(pointer, "schema-length",
            {{"count", count}, {"min", rule.value("minItems", Json(0)).dump()}, {"max", rule["maxItems"].dump()}});
    if (rule.contains("items"))
        for (std::size_t i = 0; i < array.size() && faults_.size() < kMaxFaults; ++i)
            check(rule["items"], array[i], at(pointer, i));
    if (rule.value("uniqueItems", false)) {
        std::vector<std::pair<Json, std::size_t>> seen;
        for (std::size_t i = 0; i < array.size(); ++i) seen.emplace_back(array[i], i);
        std::sort(seen.begin(), seen.end());
        for (std::size_t i = 1; i < seen.size(); ++i)
            if (seen[i].first == seen[i - 1].first)
                add(at(pointer, seen[i].second), "schema-repeated", {{"value", shown(seen[i].first)}});
    }
}

void SchemaExplainer::check_string(const Json &rule, const std::string &text, const std::string &pointer) {
    const std::size_t count = base::count_code_points(text);
    const bool is_short = rule.contains("minLength") && count < rule["minLength"].get<std::size_t>();
    const bool is_long = rule.contains("maxLength") && count > rule["maxLength"].get<std::size_t>();
    const std::size_t id_parts = rule.contains("pattern") ? id_parts_of(rule["pattern"].get<std::string>()) : 0;
    if (id_parts == 1) {
        if (!is_id(text)) add(pointer, "bad-id", {{"id", text}});
        return;
    }
    if (is_short && ends_with(pointer, "/reason")) {
        add(pointer, "no-reason", {{"property", "reason"}});
    } else if (is_short || is_long) {
        add(pointer, "schema-length",
            {{"count", std::to_string(count)},
             {"min", rule.value("minLength", Json(0)).dump()},
             {"max", rule.contains("maxLength") ? rule["maxLength"].dump() : ""}});
    } else if (id_parts > 1 && !has_id_parts(text, id_parts)) {
        add(pointer, "schema-pattern", {{"value", text}, {"expected", id_parts == 2 ? "id/id" : "id/id/id"}});
    } else if (id_parts == 0 && rule.contains("pattern")) {
        const std::string pattern = rule["pattern"].get<std::string>();
        if (!matches(text, pattern)) add(pointer, "schema-shape", {{"value", text}, {"expected", pattern}});
    }
}

void SchemaExplainer::check_number(const Json &rule, const Json &number, const std::string &pointer) {
    const bool is_low = rule.contains("minimum") && number < rule["minimum"];
    const bool is_high = rule.contains("maximum") && number > rule["maximum"];
    if (!is_low && !is_high) return;
    add(pointer, "schema-range",
        {{"value", number.dump()},
         {"min", rule.contains("minimum") ? rule["minimum"].dump() : ""},
         {"max", rule.contains("maximum") ? rule["maximum"].dump() : ""}});
}

void SchemaExplainer::check_alternatives(const Json &rule, const Json &value, const std::string &pointer) {
    if (rule.contains("allOf"))
        for (const Json &part : rule["allOf"]) check(part, value, pointer);
    if (rule.contains("if") && rule.contains("then") && fits(rule["if"], value)) check(rule["then"], value, pointer);

    if (rule.contains("anyOf")) {
        Json needed = Json::array();
        bool is_met = false;
        for (const Json &part : rule["anyOf"]) {
            is_met = is_met || fits(part, value);
            if (part.contains("required")) needed.push_back(part["required"].front());
        }
        if (!is_met && !needed.empty()) add(pointer, "schema-missing", {{"property", word_list(needed)}});
    }

    if (!rule.contains("oneOf")) return;
    Json keys = Json::array();
    Json words = Json::array();
    const Json *scalar = nullptr;
    const Json *last_of_words = nullptr;
    std::string key_of_words;
    std::size_t count_of_words = 0;
    for (const Json &unresolved : rule["oneOf"]) {
        const Json &part = resolved(unresolved);
        if (!part.contains("required")) {
            if (part.contains("type") && has_type(value, part["type"].get<std::string>())) {
                check(part, value, pointer);
                return;
            }
            scalar = &part;
            continue;
        }
        const std::string key = part["required"].front().get<std::string>();
        if (value.is_object() && value.contains(key)) {
            // Several alternatives may begin with the same member: its word tells which of them is meant.
            const Json *allowed = words_of(part, key);
            if (allowed == nullptr || std::find(allowed->begin(), allowed->end(), value[key]) != allowed->end()) {
                check(part, value, pointer);
                return;
            }
            words.insert(words.end(), allowed->begin(), allowed->end());
            last_of_words = &part;
            key_of_words = key;
            ++count_of_words;
            continue;
        }
        keys.push_back(key);
    }
    if (count_of_words == 1) {
        check(*last_of_words, value, pointer);
        return;
    }
    if (count_of_words > 1) {
        add(at(pointer, key_of_words), "schema-enum",
            {{"allowed", word_list(words)}, {"value", shown(value[key_of_words])}});
        return;
    }
    if (value.is_object())
        add(pointer, "schema-missing", {{"property", word_list(keys)}});
    else
        add(pointer, "schema-type",
            {{"expected", scalar != nullptr ? shape_of((*scalar)["type"].get<std::string>()) : shape_of("object")},
             {"value", shown(value)}});
}

} // namespace tsunagi::content
