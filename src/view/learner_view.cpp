#include "view/learner_view.h"

#include "view/library_view.h"
#include "view/words.h"

namespace tsunagi::view {

using namespace model;
using i18n::Text;
using i18n::Texts;

std::vector<ProfessionChoice> profession_choices(const Texts &texts) {
    std::vector<ProfessionChoice> choices;
    for (std::size_t i = 0; i < kLearnerProfessionWords.size(); ++i) {
        const auto profession = static_cast<LearnerProfession>(i);
        choices.push_back({profession, std::string(kLearnerProfessionWords[i]), profession_name(profession, texts)});
    }
    return choices;
}

LearnerView learner_view(const Scenario &scenario, const Texts &texts) {
    LearnerView view;
    view.scenario = scenario.id;
    view.case_title = scenario.title;
    view.profession = profession_name(scenario.lead, texts);
    view.setting = scenario.setting;
    view.summary = scenario.summary;
    view.measures = measures_of(scenario, texts);
    view.aims = scenario.aims;
    view.client =
        texts.format(Text::play_client, fmt::arg("label", scenario.client.label), fmt::arg("age", scenario.client.age),
                     fmt::arg("sex", scenario.client.sex), fmt::arg("diagnosis", scenario.client.diagnosis));
    view.professions = profession_choices(texts);
    return view;
}

} // namespace tsunagi::view
