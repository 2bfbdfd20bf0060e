#pragma once

#include <array>
#include <string>
#include <vector>

#include "engine/debrief.h"
#include "i18n/texts.h"
#include "model/handbook.h"
#include "model/session.h"
#include "view/outcome_view.h"

namespace tsunagi::view {

/// One practice point with the decisions that its figure comes from.
struct ProfileRow {
    FigureView figure;
    std::string share;              ///< "7 / 10"
    std::vector<std::string> trace; ///< "受診に同行する前に　2 / 3"
};

struct RoleCellView {
    FigureView figure;
    std::string share; ///< "3 / 4", or that no decision on this path exercised it
    std::vector<std::string> items;
};

struct RoleTableView {
    std::string title;
    std::array<std::string, model::kRoleColumnCount> columns;
    struct Row {
        std::string function;
        std::array<RoleCellView, model::kRoleColumnCount> cells;
    };
    std::vector<Row> rows;
    bool is_exercised = false; ///< a table none of whose cells this case touches is folded away
};

struct DebriefView {
    std::string case_title;
    std::string learner;
    std::string kind;   ///< first run, replay, exploration
    std::string months; ///< how long it took
    std::string ending_kind;
    std::string ending_title;
    model::EndingKind ending = model::EndingKind::partial;
    std::vector<std::string> ending_text;
    std::string compared;
    std::string overall; ///< "46 / 70"
    std::vector<ProfileRow> profile;
    std::vector<RoleTableView> tables;
    std::vector<SafetyView> safety;
    std::vector<OutcomeView> decisions;
    std::vector<int> decision_index; ///< of each entry of `decisions`: index into the session's decisions
    model::SelfDebrief self_debrief;
};

/// Everything the debrief shows. The story must be over.
[[nodiscard]] DebriefView debrief_view(const engine::Progress &progress, const model::Session &session,
                                       const model::Handbook &handbook, const i18n::Texts &texts);

} // namespace tsunagi::view
