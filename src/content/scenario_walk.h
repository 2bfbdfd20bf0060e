#pragma once

#include <functional>
#include <string>

#include "model/scenario.h"

namespace tsunagi::content {

/// Where a condition or an effect stands in a story: in a scene, before or after its decision, or in an ending.
struct Place {
    const model::Scene *scene = nullptr;
    const model::Ending *ending = nullptr;
    bool is_after_decision = false;
};

/// Called with every condition that has no parts (all, any and not are gone through), with its JSON pointer.
using OnCondition = std::function<void(const model::Condition &, const std::string &pointer, const Place &)>;
void for_each_condition(const model::Scenario &scenario, const OnCondition &on_condition);

using OnEffect = std::function<void(const model::Effect &, const std::string &pointer)>;
void for_each_effect(const model::Scenario &scenario, const OnEffect &on_effect);

/// "options" or "items": the member they stand in.
[[nodiscard]] const char *options_member(const model::Interaction &interaction);

/// "/scenes/3"
[[nodiscard]] std::string scene_pointer(std::size_t index);
/// "/scenes/3/interaction"
[[nodiscard]] std::string interaction_pointer(std::size_t index);

} // namespace tsunagi::content
