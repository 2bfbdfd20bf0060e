#pragma once

#include <string>

#include <nlohmann/json.hpp>

#include "base/result.h"
#include "content/json_source.h"
#include "model/workshop.h"

namespace tsunagi::content {

// Workshops as a part of a larger document: the file for a group's computer.

[[nodiscard]] nlohmann::ordered_json workshop_json(const model::Workshop &workshop);
/// The workshop that `root`, which stands at `pointer` in `source`, holds. Errors as workshop_from_json.
[[nodiscard]] base::Result<model::Workshop> read_workshop(const JsonSource &source, const nlohmann::json &root,
                                                          const std::string &pointer);

} // namespace tsunagi::content
