#include "content/schema_check.h"

#include <utility>

#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include "content/schema_explain.h"

namespace tsunagi::content {

namespace {

using Json = nlohmann::json;

// valijson matches patterns with std::regex, which recurses once a character: an id of a megabyte would exhaust the
// stack. The explainer matches them by hand.
void drop_patterns(Json &rule) {
    if (rule.is_object() && rule.contains("pattern") && rule["pattern"].is_string()) rule.erase("pattern");
    if (rule.is_structured())
        for (Json &part : rule) drop_patterns(part);
}

class Judge {
  public:
    explicit Judge(Json schema) {
        drop_patterns(schema);
        valijson::SchemaParser parser(valijson::SchemaParser::kDraft7);
        parser.populateSchema(valijson::adapters::NlohmannJsonAdapter(schema), schema_);
    }

    /// Nothing when `document` is valid, else the places valijson complains about.
    [[nodiscard]] std::vector<std::string> complaints(const Json &document) const {
        valijson::Validator validator;
        valijson::ValidationResults results;
        const valijson::adapters::NlohmannJsonAdapter target(document);
        if (validator.validate(schema_, target, nullptr)) return {};
        if (validator.validate(schema_, target, &results)) return {};
        std::vector<std::string> places;
        for (const auto &error : results) {
            std::string place;
            for (std::size_t i = 1; i < error.context.size(); ++i) {
                // A context reads <root>, [name], [3].
                const std::string &step = error.context[i];
                place += '/' + (step.size() >= 2 ? step.substr(1, step.size() - 2) : step);
            }
            places.push_back(place);
        }
        if (places.empty()) places.emplace_back();
        return places;
    }

  private:
    valijson::Schema schema_;
};

std::vector<SchemaFault> judged(const Json &schema, const Judge &judge, const Json &document) {
    std::vector<SchemaFault> faults = SchemaExplainer(schema).explain(document);
    if (!faults.empty()) return faults;
    const std::vector<std::string> places = judge.complaints(document);
    if (!places.empty()) faults.push_back({places.front(), "schema-other", {}});
    return faults;
}

} // namespace

std::vector<SchemaFault> schema_faults(const Json &schema, const Json &document) {
    return judged(schema, Judge(schema), document);
}

Json schema_of_kind(const Json &schema, const std::string &kind) {
    const std::string name = "#/definitions/" + kind;
    for (const Json &alternative : schema.at("oneOf"))
        if (alternative.value("$ref", "") == name) {
            Json part = schema.at("definitions").at(kind);
            part["definitions"] = schema.at("definitions");
            return part;
        }
    return nullptr;
}

std::vector<SchemaFault> scenario_schema_faults(const Json &document) {
    static const Json schema = Json::parse(scenario_schema_text());
    static const Judge judge(schema);
    return judged(schema, judge, document);
}

} // namespace tsunagi::content
