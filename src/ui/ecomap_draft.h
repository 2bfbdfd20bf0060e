#pragma once

#include <cstdint>
#include <optional>

#include <imgui.h>

#include "ecomap/hit.h"
#include "i18n/texts.h"

namespace tsunagi::ui {

/// The legend, kept until it is too wide or in the wrong language.
struct LegendKept {
    float width = 0.0F; ///< units; 0: none yet
    i18n::Language language = i18n::Language::ja;
    ecomap::Picture picture;
};

/// How the map is looked at: nothing of it belongs to the session.
struct EcoMapDraft {
    float zoom = 1.0F; ///< 1: the whole map fits
    ImVec2 pan;        ///< of the map's middle from the middle of its frame, in pixels
    ecomap::Hit selected;
    bool shows_list = false;
    std::optional<ecomap::Point> dragged_to; ///< where the selected party would come to stand
    std::uint64_t faded_serial = 0;          ///< the view whose changes have been faded in, or are
    float fade = 1.0F;                       ///< how far, 0 to 1
    LegendKept legend;

    void show_all() {
        zoom = 1.0F;
        pan = {};
    }
};

} // namespace tsunagi::ui
