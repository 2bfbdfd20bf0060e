#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "i18n/texts.h"
#include "model/handbook.h"
#include "view/compared_decision.h"
#include "view/review_material.h"

namespace tsunagi::view {

enum class ComparisonPage { decisions, assessments, points, safety, regrets };
inline constexpr std::array<std::string_view, 5> kComparisonPageWords = {"decisions", "assessments", "points", "safety",
                                                                         "regrets"};

/// A decision in the list.
struct ComparedRow {
    std::size_t index = 0; ///< into ReviewMaterial::cohort.decisions
    model::SceneId scene;
    std::string title; ///< with its number in the case
    SplitView split;
    std::string figures; ///< how many answered, how far professions are apart
    float difference = 0.0F;
};

/// An assessment that was offered, profession by profession.
struct ItemUseRow {
    std::string scene;
    std::string item;
    std::vector<std::string> shares; ///< by profession: "2 / 3"
    std::vector<float> parts;        ///< by profession: 0 to 1
    std::string never;               ///< professions none of which chose it; empty where all did
};

/// A practice point, profession by profession.
struct PointRow {
    std::string label;
    std::string title;
    struct Share {
        std::string text; ///< "12 / 20", or that nothing exercised it
        std::string percent;
        float part = 0.0F;
    };
    std::vector<Share> shares; ///< by profession
};

struct SafetyRow {
    std::string heading; ///< what is at stake
    std::string text;
    std::string taken; ///< which answer raised it, and at which scene
    std::string who;
};

/// What a run gave away, on the whole.
struct RegretRow {
    std::string name;
    std::string profession;
    int lost = 0;
    std::string text;
};

/// What is known of the points that were given away.
enum class RegretState { not_asked, running, stopped, ready, too_large };

struct ComparisonView {
    std::string title;
    std::string about;      ///< date, case, how many answered
    bool is_hidden = false; ///< not revealed yet: nothing else is told
    bool has_case = true;
    std::vector<std::string> warnings;
    std::vector<std::string> professions; ///< the heads of the columns that follow
    std::vector<ComparedRow> rows;        ///< in the order asked for
    std::vector<ItemUseRow> assessments;
    std::vector<PointRow> points;
    std::vector<SafetyRow> safety;
    RegretState regret_state = RegretState::not_asked;
    std::vector<RegretRow> regrets; ///< by group: nobody is ranked
    int most_lost = 0;
};

/// What a run lost; nothing where it is not known.
struct RunRegret {
    std::size_t voice = 0;
    int lost = 0;
};

[[nodiscard]] ComparisonView comparison_view(const ReviewMaterial &material, bool is_by_difference,
                                             const std::vector<RunRegret> &regrets, RegretState state,
                                             const model::Handbook &handbook, const i18n::Texts &texts);

} // namespace tsunagi::view
