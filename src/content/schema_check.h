#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

namespace tsunagi::content {

/// One way in which a document breaks its schema, at the most specific place.
struct SchemaFault {
    std::string pointer;
    std::string code;
    std::map<std::string, std::string> args;
};

/// scenarios/schema/scenario.schema.json.
[[nodiscard]] std::string_view scenario_schema_text();

/// Everything in `document` that `schema` (draft-07) does not allow. valijson is the judge; its English sentences,
/// which name neither limits nor alternatives, are not shown: a walk of our own says what is wrong, in codes. Of
/// several alternatives (oneOf) it follows the one whose first required member the document has.
[[nodiscard]] std::vector<SchemaFault> schema_faults(const nlohmann::json &schema, const nlohmann::json &document);
/// The same with the scenario schema.
[[nodiscard]] std::vector<SchemaFault> scenario_schema_faults(const nlohmann::json &document);

/// The part of a schema of alternatives (oneOf) that is about files of one kind, with all definitions; null where the
/// schema knows no such kind. The whole, which leaves the choice open, would say of every fault that the file is of no
/// kind at all.
[[nodiscard]] nlohmann::json schema_of_kind(const nlohmann::json &schema, const std::string &kind);

/// True for `^[a-z][a-z0-9-]*$`, at most 63 characters.
[[nodiscard]] bool is_id(std::string_view text);

} // namespace tsunagi::content
