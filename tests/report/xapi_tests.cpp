#include <regex>
#include <set>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include "report/fixture.h"
#include "report/uncontested.h"
#include "report/xapi.h"
#include "support/build.h"
#include "support/plays.h"

using namespace tsunagi;
using namespace tsunagi::test;
using Json = nlohmann::json;

namespace {

// The rules of xAPI 1.0.3 (Data, section 2) for the statements we make, written from the specification.
const char *const kStatementSchema = R"json({
  "type": "object",
  "required": ["id", "actor", "verb", "object", "context", "timestamp", "version"],
  "additionalProperties": false,
  "properties": {
    "id": {"$ref": "#/definitions/uuid"},
    "actor": {
      "type": "object", "required": ["objectType", "account"], "additionalProperties": false,
      "properties": {
        "objectType": {"enum": ["Agent"]},
        "name": {"type": "string", "minLength": 1},
        "account": {"type": "object", "required": ["homePage", "name"], "additionalProperties": false,
          "properties": {"homePage": {"$ref": "#/definitions/iri"}, "name": {"$ref": "#/definitions/uuid"}}}
      }
    },
    "verb": {
      "type": "object", "required": ["id", "display"], "additionalProperties": false,
      "properties": {
        "id": {"enum": ["http://adlnet.gov/expapi/verbs/initialized", "http://adlnet.gov/expapi/verbs/answered",
          "http://adlnet.gov/expapi/verbs/progressed", "http://adlnet.gov/expapi/verbs/completed",
          "http://adlnet.gov/expapi/verbs/commented"]},
        "display": {"$ref": "#/definitions/words"}
      }
    },
    "object": {
      "type": "object", "required": ["objectType", "id", "definition"], "additionalProperties": false,
      "properties": {
        "objectType": {"enum": ["Activity"]},
        "id": {"$ref": "#/definitions/iri"},
        "definition": {
          "type": "object", "required": ["name", "type"], "additionalProperties": false,
          "properties": {
            "name": {"$ref": "#/definitions/words"},
            "description": {"$ref": "#/definitions/words"},
            "type": {"$ref": "#/definitions/iri"},
            "interactionType": {"enum": ["choice", "matching", "sequencing"]},
            "correctResponsesPattern": {"type": "array", "minItems": 1, "items": {"type": "string", "minLength": 1}},
            "choices": {"$ref": "#/definitions/components"},
            "source": {"$ref": "#/definitions/components"},
            "target": {"$ref": "#/definitions/components"}
          }
        }
      }
    },
    "result": {
      "type": "object", "additionalProperties": false,
      "properties": {
        "response": {"type": "string"},
        "success": {"type": "boolean"},
        "completion": {"type": "boolean"},
        "duration": {"type": "string", "pattern": "^PT[0-9]+S$"},
        "extensions": {"$ref": "#/definitions/extensions"}
      }
    },
    "context": {
      "type": "object", "required": ["registration", "contextActivities", "extensions"], "additionalProperties": false,
      "properties": {
        "registration": {"$ref": "#/definitions/uuid"},
        "platform": {"type": "string"},
        "language": {"enum": ["ja"]},
        "extensions": {"$ref": "#/definitions/extensions"},
        "contextActivities": {"type": "object", "additionalProperties": false, "properties": {
          "parent": {"$ref": "#/definitions/activities"}, "grouping": {"$ref": "#/definitions/activities"},
          "category": {"$ref": "#/definitions/activities"}}}
      }
    },
    "timestamp": {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"},
    "version": {"enum": ["1.0.3"]}
  },
  "definitions": {
    "uuid": {"type": "string", "pattern": "^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"},
    "iri": {"type": "string", "pattern": "^https?://[^ \"<>{}|^`]+$"},
    "words": {"type": "object", "minProperties": 1, "additionalProperties": false,
      "properties": {"ja": {"type": "string"}, "en": {"type": "string"}}},
    "components": {"type": "array", "minItems": 1, "items": {
      "type": "object", "required": ["id", "description"], "additionalProperties": false,
      "properties": {"id": {"type": "string", "pattern": "^[a-z0-9:-]+$"},
        "description": {"$ref": "#/definitions/words"}}}},
    "activities": {"type": "array", "minItems": 1, "items": {"type": "object", "required": ["id"],
      "properties": {"id": {"$ref": "#/definitions/iri"}}}},
    "extensions": {"type": "object", "additionalProperties": false,
      "patternProperties": {"^https://tsunagi[.]invalid/xapi/extensions/[a-z-]+$": {}}}
  }
})json";

const valijson::Schema &statement_schema() {
    static valijson::Schema schema;
    static const bool is_filled = [] {
        const Json document = Json::parse(kStatementSchema);
        valijson::SchemaParser().populateSchema(valijson::adapters::NlohmannJsonAdapter(document), schema);
        return true;
    }();
    (void)is_filled;
    return schema;
}

std::string faults_of(const Json &statement) {
    valijson::ValidationResults results;
    valijson::Validator validator;
    if (validator.validate(statement_schema(), valijson::adapters::NlohmannJsonAdapter(statement), &results)) return {};
    std::string faults;
    valijson::ValidationResults::Error error;
    while (results.popError(error))
        faults += (error.context.empty() ? "" : error.context.back()) + ": " + error.description + "\n";
    return faults;
}

std::string verb_of(const Json &statement) {
    const std::string id = statement["verb"]["id"];
    return id.substr(id.rfind('/') + 1);
}

std::vector<std::string> split(const std::string &text, const std::string &by) {
    std::vector<std::string> parts;
    std::size_t from = 0;
    for (std::size_t at = text.find(by); at != std::string::npos; at = text.find(by, from)) {
        parts.push_back(text.substr(from, at - from));
        from = at + by.size();
    }
    parts.push_back(text.substr(from));
    return parts;
}

std::set<std::string> ids_of(const Json &components) {
    std::set<std::string> ids;
    for (const Json &component : components) CHECK(ids.insert(component["id"].get<std::string>()).second);
    return ids;
}

/// A response names only what the activity offers.
void check_response(const Json &definition, const std::string &response) {
    if (response.empty()) return;
    for (const std::string &part : split(response, "[,]")) {
        if (definition["interactionType"] != "matching") {
            CHECK(ids_of(definition["choices"]).count(part) == 1);
            continue;
        }
        const auto pair = split(part, "[.]");
        REQUIRE(pair.size() == 2);
        CHECK(ids_of(definition["source"]).count(pair[0]) == 1);
        CHECK(ids_of(definition["target"]).count(pair[1]) == 1);
    }
}

Json statements_of(const PlayedSession &played, bool has_nicknames = false) {
    const Json all = Json::parse(report::xapi_of({played.run()}, {has_nicknames}));
    REQUIRE(all.is_array());
    return all;
}

} // namespace

TEST_CASE("every statement of every stored play keeps the rules of xAPI") {
    for (const StoredCase &stored : stored_cases())
        for (const StoredPlay &play : stored.plays) {
            CAPTURE(stored.name + "/" + play.name);
            const PlayedSession played = played_session(stored.name, play.name);
            const Json all = statements_of(played);
            std::set<std::string> ids;
            std::string last;
            std::size_t answered = 0;
            for (const Json &statement : all) {
                const std::string faults = faults_of(statement);
                if (!faults.empty()) FAIL(faults, statement.dump(2).substr(0, 2000));
                CHECK(ids.insert(statement["id"].get<std::string>()).second);
                CHECK(statement["timestamp"].get<std::string>() >= last);
                last = statement["timestamp"].get<std::string>();
                const Json &definition = statement["object"]["definition"];
                if (verb_of(statement) != "answered") continue;
                ++answered;
                check_response(definition, statement["result"]["response"]);
                CHECK(statement["result"].contains("success") <= definition.contains("correctResponsesPattern"));
                if (definition.contains("correctResponsesPattern"))
                    check_response(definition, definition["correctResponsesPattern"][0]);
            }
            std::size_t decided = 0;
            for (const auto &each : played.progress.played)
                if (!std::holds_alternative<model::ReadAnswer>(each.decision.answer)) ++decided;
            CHECK(answered == decided);
            CHECK(verb_of(all.front()) == "initialized");
            CHECK(all.front()["timestamp"] == "2026-11-23T01:00:00Z");
            CHECK(verb_of(all.back()) == "completed");
        }
}

TEST_CASE("points of the decisions add up to those of the whole, which is no verdict") {
    const Json all = statements_of(played_session("cpp-1", "course"));
    const char *const key = "https://tsunagi.invalid/xapi/extensions/practice-points";
    std::map<std::string, int> sums;
    for (const Json &statement : all)
        if (verb_of(statement) == "answered")
            for (const auto &[point, figures] : statement["result"]["extensions"][key].items())
                sums[point] += figures["earned"].get<int>();
    const Json &whole = all.back()["result"];
    for (const auto &[point, figures] : whole["extensions"][key].items()) CHECK(figures["earned"] == sums[point]);
    CHECK(whole["completion"] == true);
    CHECK(!whole.contains("success"));
    CHECK(!whole.contains("score"));
}

TEST_CASE("nobody can be found by a name; the same run gives the same statements") {
    const PlayedSession played = played_session("cpp-1", "course");
    const std::string text = report::xapi_of({played.run()});
    CHECK(!holds_text(text, "あおい"));
    CHECK(!holds_text(text, played.session.id.value)); // with it, nicknames could be tried out
    CHECK(!holds_text(text, "mbox"));
    CHECK(text == report::xapi_of({played.run()}));
    const std::string named = report::xapi_of({played.run()}, {true});
    CHECK(holds_text(named, "あおい"));
    // The same nickname in another session is another account.
    PlayedSession other = played_session("cpp-1", "course");
    other.session.id = model::SessionId("s-f");
    CHECK(statements_of(other)[0]["actor"]["account"]["name"] != statements_of(played)[0]["actor"]["account"]["name"]);
    CHECK(statements_of(other)[0]["context"]["registration"] != statements_of(played)[0]["context"]["registration"]);
}

TEST_CASE("a run that goes on keeps the statements it had") {
    const Json part = statements_of(played_session("cpp-1", "course", 9));
    const Json whole = statements_of(played_session("cpp-1", "course"));
    REQUIRE(part.size() < whole.size());
    for (std::size_t i = 0; i < part.size(); ++i) CHECK(part[i] == whole[i]);
    for (const Json &statement : part) CHECK(verb_of(statement) != "completed");
}

TEST_CASE("given decisions make no statements, workshops are named without their id") {
    PlayedSession played = played_session("cpp-1", "course");
    for (model::Decision &decision : played.session.decisions) decision.is_given = true;
    played.progress = engine::fold(*played.progress.scenario, played.session.decisions).value();
    played.session.seat = model::WorkshopSeat{model::WorkshopId("w-secret"), model::GroupId("g1")};
    const Json all = statements_of(played);
    for (const Json &statement : all) {
        CHECK(verb_of(statement) != "answered");
        CHECK(faults_of(statement).empty());
        CHECK(statement["context"]["contextActivities"]["grouping"].size() == 1);
    }
    CHECK(all.back()["result"]["extensions"]["https://tsunagi.invalid/xapi/extensions/practice-points"].empty());
}

TEST_CASE("what was typed is text of a comment, whatever it is") {
    const PlayedSession hostile = hostile_session("cpp-1", "course");
    std::set<std::string> comments;
    for (const Json &statement : statements_of(hostile)) {
        CHECK(faults_of(statement).empty());
        if (verb_of(statement) == "commented") comments.insert(statement["result"]["response"].get<std::string>());
    }
    for (std::size_t i = 0; i < 6; ++i) CHECK(comments.count(hostile_texts()[i]) == 1);
}

TEST_CASE("times: leap years, the end of a year, what no calendar has") {
    CHECK(report::utc_time(0) == "1970-01-01T00:00:00Z");
    CHECK(report::utc_time(951782400) == "2000-02-29T00:00:00Z");
    CHECK(report::utc_time(1735689599) == "2024-12-31T23:59:59Z");
    CHECK(report::utc_time(-5) == "1970-01-01T00:00:00Z");
    CHECK(report::utc_time(INT64_MAX) == "9999-12-31T23:59:59Z");
}

TEST_CASE("a UUID of a name is that of RFC 4122") {
    // python3: uuid.uuid5(uuid.UUID("3b0f6f0a-5f0e-4c5c-9a0e-7c1f2d8b64e1"), "x")
    CHECK(report::uuid_of("x") == "8fa5752b-4c7b-54ce-aa97-e9473d48e73a");
}

TEST_CASE("an answer is uncontested only where one alone is right") {
    using report::uncontested_response;
    const auto one = [](std::initializer_list<const char *> classes) {
        std::vector<model::Option> options;
        int n = 0;
        for (const char *word : classes) options.push_back(option(("o" + std::to_string(++n)).c_str(), word, {}));
        return uncontested_response(choose_one(std::move(options)));
    };
    CHECK(one({"premature", "recommended", "harmful"}) == "o2");
    CHECK(one({"recommended", "recommended"}) == std::nullopt);
    CHECK(one({"recommended", "acceptable"}) == std::nullopt);
    CHECK(one({"acceptable", "harmful"}) == std::nullopt);
    CHECK(one({"harmful"}) == std::nullopt);

    const auto many = [](std::initializer_list<const char *> classes, std::optional<int> budget) {
        std::vector<model::Option> items;
        int n = 0;
        for (const char *word : classes) items.push_back(item(("i" + std::to_string(++n)).c_str(), word, {}, 2));
        return uncontested_response(choose_many(std::move(items), budget));
    };
    CHECK(many({"recommended", "missed", "recommended"}, 4) == "i1[,]i3");
    CHECK(many({"recommended", "missed", "recommended"}, 3) == std::nullopt); // not both: a matter of choice
    CHECK(many({"recommended", "acceptable"}, std::nullopt) == std::nullopt);

    CHECK(uncontested_response(order_steps({"c", "a", "b"}, {precedence("a", "b", {}), precedence("b", "c", {})})) ==
          "a[,]b[,]c");
    CHECK(uncontested_response(order_steps({"c", "a", "b"}, {precedence("a", "b", {})})) == std::nullopt);
    CHECK(uncontested_response(order_steps({"a", "b"}, {precedence("a", "b", {}), precedence("b", "a", {})})) ==
          std::nullopt);
    CHECK(uncontested_response(model::ReadOn{}) == std::nullopt);
}
