#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "engine/debrief.h"
#include "i18n/texts.h"
#include "model/handbook.h"
#include "model/session.h"
#include "view/case_figures.h"
#include "view/cost_view.h"
#include "view/outcome_view.h"
#include "view/placement_view.h"
#include "view/timeline_view.h"

namespace tsunagi::view {

/// What is known of the other courses through the case while a session is looked back on.
enum class AnalysisState {
    none,    ///< nobody asks for it
    running, ///< it is being worked out
    ready,
    too_large ///< the case is too large for the exact analysis
};

/// One practice point with the decisions that its figure comes from.
struct ProfileRow {
    FigureView figure;
    ThreeFigures figures;
    std::string number;             ///< "1".."6": the point's sign
    std::string share;              ///< "7 / 10", or that no decision on this path exercised it
    std::string apart;              ///< what was missed and what was not reached, apart; may be empty
    std::string whole;              ///< what is attainable in the case; empty while that is not known
    std::string summary;            ///< what the point asks for
    std::vector<std::string> trace; ///< "受診に同行する前に　2 / 3"
};

struct RoleCellView {
    FigureView figure;
    ThreeFigures figures;
    std::string share; ///< "3 / 4", or that no decision on this path, or on none through the case, exercised it
    std::string apart; ///< as in ProfileRow
    std::vector<std::string> items;
};

struct RoleTableView {
    std::string id; ///< "cpp", "ot"
    std::string title;
    std::string unused_title; ///< the title, and that nothing on this path, or on none, exercised the table
    std::array<std::string, model::kRoleColumnCount> columns;
    struct Row {
        std::string function;
        std::array<RoleCellView, model::kRoleColumnCount> cells;
    };
    std::vector<Row> rows;
    bool is_exercised = false; ///< a table none of whose cells this case touches is folded away
};

struct DebriefView {
    model::ScenarioId scenario;
    std::string case_title;
    std::string learner;
    std::string kind;        ///< first run, replay, exploration
    std::string months;      ///< how long it took
    std::string run;         ///< learner, kind and months in one line
    std::string ending_kind; ///< with its sign
    std::string ending_title;
    model::EndingKind ending = model::EndingKind::partial;
    std::vector<std::string> ending_text;
    std::string compared;
    std::string overall;      ///< all six points: "46 / 70"
    std::string overall_note; ///< why that can be more than any one path earns; empty where it is not
    std::vector<ProfileRow> profile;
    int profile_scale = 0; ///< the longest of all bars: they share this scale
    std::vector<RoleTableView> tables;
    std::vector<SafetyView> safety;
    std::vector<OutcomeView> decisions;
    std::vector<int> decision_index;         ///< of each entry of `decisions`: index into the session's decisions
    std::vector<std::string> decision_share; ///< of each entry of `decisions`: what it earned, "2 / 3"; may be empty
    std::vector<CostView> decision_cost;     ///< of each entry of `decisions`
    TimelineView timeline;
    AnalysisState analysis = AnalysisState::none;
    std::string analysis_note;              ///< that the analysis is on its way, or that there is none; may be empty
    std::optional<PlacementView> placement; ///< when the analysis is there
    model::SelfDebrief self_debrief;

    /// Index into `decisions` of what was decided at a scene; -1 when the path did not lead there.
    [[nodiscard]] int decision_of(const model::SceneId &scene) const;
};

/// Everything the debrief shows. The story must be over. `courses` is the analysis of the progress's own scenario,
/// there when `state` is ready and null otherwise.
[[nodiscard]] DebriefView debrief_view(const engine::Progress &progress, const model::Session &session,
                                       const model::Handbook &handbook, const i18n::Texts &texts,
                                       const analysis::Courses *courses = nullptr,
                                       AnalysisState state = AnalysisState::none);

/// The same from plain numbers; null where nothing is known.
[[nodiscard]] DebriefView debrief_view_with(const engine::Progress &progress, const model::Session &session,
                                            const model::Handbook &handbook, const i18n::Texts &texts,
                                            const CaseFigures *figures, AnalysisState state);

} // namespace tsunagi::view
