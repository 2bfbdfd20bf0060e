#pragma once

#include <map>
#include <string>

#include "model/ids.h"

namespace tsunagi::ui {

/// What is picked and typed while a workshop is looked back on.
struct ReviewDraft {
    bool shows_list = true; ///< where list and decision do not fit side by side: which of them is on the screen
    int frames_to_top = 0;  ///< another decision was chosen: for so many frames yet the page keeps to its top
    std::map<model::SceneId, std::string> notes;
    std::string minutes;
    bool has_changed = false; ///< set by widgets, cleared by the shell once taken over
    bool is_replaced = false; ///< the texts are others than those typed: a field that has the keyboard takes them over
};

struct PresenterDraft {
    bool is_blank = false;
    bool scrolls_on = false; ///< what did not fit is to be seen before the next step
    int frames_to_top = 0;   ///< another step is on the screen: for so many frames yet it keeps to its top
};

} // namespace tsunagi::ui
