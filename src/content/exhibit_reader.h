#pragma once

#include <nlohmann/json.hpp>

#include "model/exhibit.h"
#include "model/fee.h"

namespace tsunagi::content {

// Parts of handbook files; what is missing reads as empty, as in json_read.h.

[[nodiscard]] model::Exhibit read_exhibit(const nlohmann::json &json);

/// Everything of a "fees" file but the rules.
void read_fee_schedule(const nlohmann::json &root, model::FeeSchedule &schedule);
[[nodiscard]] model::FeeRule read_fee_rule(const nlohmann::json &entry);

} // namespace tsunagi::content
