#pragma once

#include <nlohmann/json.hpp>

#include "model/condition.h"

namespace tsunagi::content {

/// The member "when" of an object: Always where there is none.
[[nodiscard]] model::Condition when_of(const nlohmann::json &object);
[[nodiscard]] model::Condition read_condition(const nlohmann::json &json);
[[nodiscard]] model::Effects effects_of(const nlohmann::json &object, const char *key);

} // namespace tsunagi::content
