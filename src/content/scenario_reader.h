#pragma once

#include <nlohmann/json.hpp>

#include "model/scenario.h"

namespace tsunagi::content {

/// Builds a scenario from its JSON, whatever its state: what is missing or wrong stays empty, every list keeps the
/// positions of the file.
[[nodiscard]] model::Scenario read_scenario(const nlohmann::json &json);

/// The interaction of a scene alone.
[[nodiscard]] model::Interaction read_interaction(const nlohmann::json &json);

} // namespace tsunagi::content
