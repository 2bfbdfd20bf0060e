#pragma once

#include <string>
#include <vector>

#include "i18n/texts.h"
#include "model/scenario.h"

namespace tsunagi::view {

/// Who a tie is between: "Aさん－保健師".
[[nodiscard]] std::string tie_ends(const model::Tie &tie, const std::vector<model::Party> &parties,
                                   const i18n::Texts &texts);

/// How strong the tie is; what it is where it does not stand (planned, broken, hidden).
[[nodiscard]] std::string tie_strength(const model::TieState &state, const i18n::Texts &texts);

/// Who gives to whom.
[[nodiscard]] std::string tie_flow(const model::Tie &tie, model::TieFlow flow, const std::vector<model::Party> &parties,
                                   const i18n::Texts &texts);

/// Whether nobody can tell the two apart on the map, nor in words: how strong a tie is going to be or once was is not
/// shown, and what happens to a hidden one would tell of what is not known yet.
[[nodiscard]] bool is_alike(const model::TieState &a, const model::TieState &b);

/// One tie that stands, or stood, in two ways: who, from what to what, and why where that is known.
[[nodiscard]] std::string told_change(const model::Tie &tie, const model::TieState &before,
                                      const model::TieState &after, const std::string &because,
                                      const std::vector<model::Party> &parties, const i18n::Texts &texts);

} // namespace tsunagi::view
