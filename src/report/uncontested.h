#pragma once

#include <optional>
#include <string>

#include "model/scenario.h"

namespace tsunagi::report {

// The response formats of xAPI 1.0.3 (Data, 2.4.4.1): choices and steps are joined with "[,]", a place of a grid and
// its mark with "[.]".

/// An answer in that format; empty for a scene that is read and for an answer that took nothing.
[[nodiscard]] std::string xapi_response(const model::Interaction &interaction, const model::Answer &answer);

/// The only right answer, in the format of xapi_response; nothing where the case lets several stand:
/// - choose one: unless one option is recommended and none acceptable;
/// - choose many: unless no item is acceptable, and all recommended ones fit into budget and number;
/// - a grid: unless at every place exactly one mark is recommended or acceptable;
/// - an order: unless the required precedences leave exactly one order.
/// A decision without an only right answer is contested: it has no success and no correctResponsesPattern.
[[nodiscard]] std::optional<std::string> uncontested_response(const model::Interaction &interaction);

} // namespace tsunagi::report
