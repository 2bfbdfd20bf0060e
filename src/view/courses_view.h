#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analysis/courses.h"
#include "engine/fold.h"
#include "model/handbook.h"
#include "view/debrief_view.h"

namespace tsunagi::view {

/// What one course did at one scene.
struct CourseCell {
    enum class Kind { decided, same, not_visited };
    Kind kind = Kind::not_visited;
    std::string text;               ///< that it is the same or not visited; else how much was taken, or nothing
    std::vector<std::string> lines; ///< what was decided, in short
    bool is_list = false;           ///< the lines are items or marks, not one text or numbered steps
    std::vector<std::string> more;  ///< lines that only show while the scene is unfolded
    std::string more_text;          ///< how many those are; empty when there are none
    std::optional<ClassView> option_class;
    std::vector<ReasonView> reasons; ///< while the scene is unfolded
};

struct CourseHead {
    std::string title;
    std::string ending; ///< with its sign
    std::string overall;
};

struct CourseScene {
    std::string id;
    std::string title;
    std::vector<std::string> parts; ///< which courses part here
    std::vector<CourseCell> cells;  ///< as CoursesView::courses
    bool is_same_in_all = false;
    bool can_unfold = false;
    int explore = -1; ///< where one's own course parts: the decision to explore from
};

/// One's own course beside the handbook team's and a best one, from where they part.
struct CoursesView {
    AnalysisState state = AnalysisState::none;
    std::vector<std::string> story;  ///< what there is to say of them, explanation first
    std::string before;              ///< how many scenes they share before they part
    std::vector<CourseHead> courses; ///< own first; empty when there is nothing to put beside it
    std::vector<CourseScene> scenes;
};

/// `analysed` is the analysis of the progress's own scenario, there when `state` is ready and null otherwise: then only
/// the handbook's course stands beside one's own. A best course is one's own up to the first decision that cost
/// something, and from there one that loses nothing more: at each scene with one's own answer where that costs nothing,
/// else with the handbook team's, else with one that the analysis names. So it differs no more than it has to.
[[nodiscard]] CoursesView courses_view(const engine::Progress &progress, const analysis::Courses *analysed,
                                       AnalysisState state, const model::Handbook &handbook, const i18n::Texts &texts);

/// A number of courses in words: exact below 10,000, else rounded to two digits and a power of ten.
[[nodiscard]] std::string count_text(const analysis::Count &count, const i18n::Texts &texts);

} // namespace tsunagi::view
