#pragma once

#include <optional>
#include <string>

#include "model/sketch.h"
#include "ui/ecomap_draft.h"

namespace tsunagi::ui {

/// What is typed and picked on the screen for drawing. The drawing itself is the shell's.
struct SketchDraft {
    EcoMapDraft map;
    std::optional<model::SketchId> to_delete; ///< asked for in the list, and not confirmed yet

    // Of the drawing and of what is selected in it, as typed: a name can be empty for a moment.
    std::string title;
    ecomap::Hit edited; ///< whose fields the next two are
    std::string name;
    std::string age;

    // Somebody new, and something new between two.
    std::string new_name;
    model::PartyKind new_kind = model::PartyKind::agency;
    model::PartyId from;
    model::PartyId to;

    bool goes_to_selected = false; ///< something was added: one goes on with that

    /// Another drawing comes up, or the same one as it was before: what is typed begins from it.
    void begin(const std::string &drawing_title) {
        title = drawing_title;
        edited = {};
    }
};

} // namespace tsunagi::ui
