#pragma once

#include <optional>
#include <string>

#include <nlohmann/json.hpp>

#include "model/decision.h"

namespace tsunagi::content {

// Answers and decisions as they stand in sessions, decision files and a scenario's handbook course
// (docs/SCENARIO_FORMAT.md, section 9).

[[nodiscard]] nlohmann::ordered_json answer_json(const model::Answer &answer);
[[nodiscard]] nlohmann::ordered_json decision_json(const model::Decision &decision);

/// Where reading stopped: a JSON pointer below the value read.
struct AnswerFault {
    std::string pointer;
};

/// Strict reading: nothing, and the place in `fault`, when the JSON is not exactly an answer.
[[nodiscard]] std::optional<model::Answer> read_answer(const nlohmann::json &json, AnswerFault &fault);
[[nodiscard]] std::optional<model::Decision> read_decision(const nlohmann::json &json, AnswerFault &fault);

} // namespace tsunagi::content
