#pragma once

#include "ui/review_draft.h"
#include "ui/widgets.h"
#include "view/script_view.h"

namespace tsunagi::ui {

struct ScriptStage {
    model::WorkshopId workshop;
    bool is_hidden = false;
    bool has_case = true;
    std::vector<std::string> why; ///< of each decision of the script: why it was chosen
};

/// What the facilitator can say and ask, with notes to be written beside it, and the minutes.
void draw_script(const view::ScriptView &view, const ScriptStage &stage, ReviewDraft &draft, const Ui &ui);

} // namespace tsunagi::ui
