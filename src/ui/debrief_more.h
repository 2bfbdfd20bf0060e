#pragma once

#include "ui/ecomap_draft.h"
#include "ui/widgets.h"
#include "view/attempts_view.h"
#include "view/courses_view.h"
#include "view/ecomap_view.h"

namespace tsunagi::ui {

// Parts of the debrief that put a run beside others. Each takes the width that is left.

/// How far the search through every path is, while it takes long enough to be worth a word.
struct AnalysisProgress {
    bool is_shown = false;
    bool is_stopped = false; ///< the learner stopped it
    float done = 0.0F;       ///< 0 to 1
};
/// A line with a bar and a button to stop, or a button to look again; nothing where there is nothing to say.
void draw_analysis(const AnalysisProgress &progress, const Ui &ui);

/// What stands in the debrief beside the run itself.
struct DebriefMore {
    const view::CoursesView &courses;
    const view::AttemptsView &attempts;
    const view::EcoMapView &map; ///< the beginning beside the end
    AnalysisProgress analysis;
};

/// One's own course beside the handbook's and a best one, scene by scene. `session` is the run looked back on.
void draw_courses(const view::CoursesView &view, const Ui &ui, const model::SessionId &session);

/// The network at the beginning and at the end; leads to the whole map.
void draw_map_before_after(const view::EcoMapView &view, LegendKept &legend, const Ui &ui);

/// First, best and last attempt of the same learner.
void draw_attempts(const view::AttemptsView &view, const Ui &ui);

} // namespace tsunagi::ui
