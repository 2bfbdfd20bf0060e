#pragma once

#include <string>
#include <vector>

#include "view/compare_table.h"
#include "view/outcome_view.h"
#include "view/workshop_team_view.h"

namespace tsunagi::view {

/// How far the answers to a decision are apart, in a word.
struct SplitView {
    enum class Level { split, partly, alike, undecided };
    Level level = Level::undecided;
    std::string sign; ///< with the word, so that colour is not needed
    std::string word;
};
[[nodiscard]] SplitView split_view(const analysis::DecisionComparison &compared, const i18n::Texts &texts);

/// What one voice answered and wrote.
struct VoiceLine {
    std::string name;
    std::string profession;
    std::string answer; ///< on one line
    std::string rationale;
};

struct ComparedDecisionView {
    model::SceneId scene;
    std::string title;
    std::string question;
    std::string votes; ///< how many answered, and how many of each profession
    SplitView split;
    std::string difference;   ///< between professions
    std::string disagreement; ///< of all
    CompareTable table;
    std::vector<std::string> pairs; ///< of an order: pairs of steps that not all put in the same order, and who how
    std::string panel;              ///< why there is, or is no, adding up; empty without a panel
    std::string left_out;           ///< answers that did not fit; empty without
    std::vector<VoiceLine> voices;  ///< those that answered
    std::string without_reason;     ///< how many wrote nothing; empty when all wrote
    std::vector<ReasonView> reasons;
    std::string handbook_team;
    std::vector<std::string> handbook_answer;
    TeamDecisionText team;
    bool has_team = false;
};

/// `index`: of ReviewMaterial::cohort.decisions.
[[nodiscard]] ComparedDecisionView compared_decision_view(const ReviewMaterial &material, std::size_t index,
                                                          const model::Handbook &handbook, const i18n::Texts &texts);

/// What a voice answered, on one line.
[[nodiscard]] std::string short_answer(const model::Interaction &interaction, const model::Answer &answer,
                                       const i18n::Texts &texts);

} // namespace tsunagi::view
