#include "view/learner_view.h"

#include "view/library_view.h"

namespace tsunagi::view {

using namespace model;
using i18n::Text;
using i18n::Texts;

LearnerView learner_view(const Scenario &scenario, const Texts &texts) {
    LearnerView view;
    view.scenario = scenario.id;
    view.case_title = scenario.title;
    view.profession = texts.named("profession." + std::string(word_of(scenario.lead, kLeadProfessionWords)));
    view.setting = scenario.setting;
    view.summary = scenario.summary;
    view.measures = measures_of(scenario, texts);
    view.aims = scenario.aims;
    view.client =
        texts.format(Text::play_client, fmt::arg("label", scenario.client.label), fmt::arg("age", scenario.client.age),
                     fmt::arg("sex", scenario.client.sex), fmt::arg("diagnosis", scenario.client.diagnosis));
    for (std::size_t i = 0; i < kLearnerProfessionWords.size(); ++i) {
        const std::string word(kLearnerProfessionWords[i]);
        view.professions.push_back(
            {static_cast<LearnerProfession>(i), word, texts.named("learner_profession." + word)});
    }
    return view;
}

} // namespace tsunagi::view
