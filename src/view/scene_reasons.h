#pragma once

#include <vector>

#include "i18n/texts.h"
#include "model/handbook.h"
#include "model/scenario.h"
#include "view/outcome_view.h"

namespace tsunagi::view {

/// Every option, item, row or step of a scene with its class and its reason, in the case's order, whoever took what.
/// Empty for a scene that is read.
[[nodiscard]] std::vector<ReasonView> scene_reasons(const model::Scene &scene, const model::Handbook &handbook,
                                                    const i18n::Texts &texts);

} // namespace tsunagi::view
