#pragma once

#include <string>
#include <vector>

#include "i18n/texts.h"
#include "model/scenario.h"
#include "model/session.h"

namespace tsunagi::view {

struct ProfessionChoice {
    model::LearnerProfession profession = model::LearnerProfession::other;
    std::string word; ///< as in files; part of the item's id
    std::string text;
};

/// All that one can be, in the order of their list.
[[nodiscard]] std::vector<ProfessionChoice> profession_choices(const i18n::Texts &texts);

/// What is shown before a case begins: what it is about, and who is going to play it.
struct LearnerView {
    model::ScenarioId scenario;
    std::string case_title;
    std::string profession;
    std::string setting;
    std::string summary;
    std::vector<std::string> measures;
    std::vector<std::string> aims;
    std::string client; ///< one line
    std::vector<ProfessionChoice> professions;
};

[[nodiscard]] LearnerView learner_view(const model::Scenario &scenario, const i18n::Texts &texts);

} // namespace tsunagi::view
