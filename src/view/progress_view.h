#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "model/handbook.h"
#include "model/scenario.h"
#include "view/finished_run.h"

namespace tsunagi::view {

/// From these shares on, in percent of what was available, a line counts as strong, or below it as weak.
inline constexpr int kStrongPercent = 80;
inline constexpr int kWeakPercent = 50;

enum class Standing { strong, between, weak, untried };
inline constexpr std::array<std::string_view, 4> kStandingWords = {"strong", "between", "weak", "untried"};

/// Where someone stands on a point or cell. Untried when nothing was available.
[[nodiscard]] Standing standing_of(int earned, int available);

/// A case that gives an opportunity to practise something.
struct PracticeCase {
    model::ScenarioId scenario;
    std::string title;
};

/// One practice point or role-table cell over all cases.
struct ProgressLine {
    std::string id; ///< "p1", "cpp.relationship.strength"
    std::string title;
    Standing standing = Standing::untried;
    std::string symbol; ///< sign and word carry the standing, the colour only helps
    std::string word;
    std::string share; ///< "12 / 20（60 %）"; empty when untried
    int earned = 0;
    int available = 0;
    std::string practise;            ///< where it can be practised, or that no case offers it; empty when not needed
    std::vector<PracticeCase> cases; ///< weak or untried: installed cases that exercise it
};

struct ProgressGroup {
    std::string title; ///< a function of the role table
    std::array<ProgressLine, model::kRoleColumnCount> cells;
};

struct ProgressTable {
    std::string id; ///< "cpp", "ot"
    std::string title;
    std::vector<ProgressGroup> groups;
};

struct LearnerRow {
    std::string text; ///< nickname, profession, group
    bool is_chosen = false;
};

/// Which points and cells one learner is strong or weak in, or has not tried, over all cases.
struct ProgressView {
    std::vector<LearnerRow> learners; ///< in the order of the list given
    std::string learner;              ///< the one shown; empty when there is nobody
    bool has_finished = false;        ///< else there is nothing to show but how to begin
    std::string basis;                ///< what the figures are made from
    std::string thresholds;           ///< what the words mean
    std::vector<std::string> summary; ///< how many lines of each standing, in words
    std::vector<ProgressLine> points;
    std::vector<ProgressTable> tables;
};

/// The learners of these attempts by nickname and group, the one who played last first.
[[nodiscard]] std::vector<model::Learner> learners_of(const std::vector<AttemptInfo> &attempts);

/// What a scenario offers an opportunity for: 1 for every point and cell that some answer earns credit on.
[[nodiscard]] model::Credit exercised_by(const model::Scenario &scenario);

/// The runs the figures are made from: of each case the latest finished run of the learner that is no exploration.
[[nodiscard]] std::vector<const AttemptInfo *> latest_runs_of(const std::vector<AttemptInfo> &attempts,
                                                              const model::Learner &learner);

/// `chosen` is an index into `learners`; `runs` are those of latest_runs_of, with what they earned.
[[nodiscard]] ProgressView progress_view(const std::vector<model::Learner> &learners, std::size_t chosen,
                                         const std::vector<FinishedRun> &runs,
                                         const std::vector<const model::Scenario *> &cases,
                                         const model::Handbook &handbook, const i18n::Texts &texts);

} // namespace tsunagi::view
