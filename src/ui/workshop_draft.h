#pragma once

#include <optional>
#include <string>

#include "model/ids.h"
#include "ui/drafts.h"
#include "view/workshop_form.h"

namespace tsunagi::ui {

/// What is typed and picked on the screens of a workshop.
struct WorkshopDraft {
    view::WorkshopForm form;
    bool goes_to_fault = false; ///< the form was refused: the first field that is wrong takes the keyboard
    std::optional<model::WorkshopId> to_delete; ///< asked for in the list, and not confirmed yet
    bool asks_reveal = false;                   ///< asked for, and not confirmed yet
    PlayDraft team;                             ///< the team's decision
    std::string typed_path;                     ///< where files are looked for
};

} // namespace tsunagi::ui
