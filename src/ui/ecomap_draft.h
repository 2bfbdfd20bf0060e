#pragma once

#include <algorithm>
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

inline constexpr float kZoomMost = 6.0F;

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
    /// So much closer, or farther away. What lies at `fixed`, in pixels from the middle of the frame, stays there.
    void zoom_by(float factor, ImVec2 fixed = {}) {
        constexpr float kWhole = 1.0001F; // there and back again is the whole map, whatever was rounded on the way
        const float next = std::min(zoom * factor, kZoomMost);
        if (next < kWhole) {
            show_all();
            return;
        }
        const float by = next / zoom;
        pan = {(pan.x - fixed.x) * by + fixed.x, (pan.y - fixed.y) * by + fixed.y};
        zoom = next;
    }
};

} // namespace tsunagi::ui
