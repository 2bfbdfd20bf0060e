#pragma once

#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "content/schema_check.h"

namespace tsunagi::content {

/// Walks a document and its schema side by side and says what does not fit. Knows the keywords our schema uses: $ref,
/// type, const, enum, required, properties, additionalProperties, dependencies, items, minItems, maxItems, uniqueItems,
/// minLength, maxLength, pattern, minimum, maximum, anyOf (of `required`), oneOf, allOf, if/then.
class SchemaExplainer {
  public:
    explicit SchemaExplainer(const nlohmann::json &schema) : schema_(schema) {}

    [[nodiscard]] std::vector<SchemaFault> explain(const nlohmann::json &document);

  private:
    using Json = nlohmann::json;

    void check(const Json &rule, const Json &value, const std::string &pointer);
    void check_words(const Json &rule, const Json &value, const std::string &pointer);
    void check_object(const Json &rule, const Json &object, const std::string &pointer);
    void check_members(const Json &rule, const Json &object, const std::string &pointer);
    void check_array(const Json &rule, const Json &array, const std::string &pointer);
    void check_string(const Json &rule, const std::string &text, const std::string &pointer);
    void check_number(const Json &rule, const Json &number, const std::string &pointer);
    void check_alternatives(const Json &rule, const Json &value, const std::string &pointer);
    [[nodiscard]] bool fits(const Json &rule, const Json &value) const;
    [[nodiscard]] std::vector<SchemaFault> faults_of(const Json &rule, const Json &value);
    [[nodiscard]] const Json &resolved(const Json &rule) const;
    void add(const std::string &pointer, const std::string &code, std::map<std::string, std::string> args);

    const Json &schema_;
    std::vector<SchemaFault> faults_;
};

} // namespace tsunagi::content
