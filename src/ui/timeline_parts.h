#pragma once

#include <array>
#include <string>

#include "ui/widgets.h"
#include "view/timeline_view.h"

namespace tsunagi::ui {

/// Where the axis of the timeline runs, in pixels of the screen.
struct TimelineAxis {
    float left = 0.0F;
    float right = 0.0F;  ///< what is right of it is the room for the lines' names
    float unit = 0.0F;   ///< of the view's positions
    float height = 0.0F; ///< of the plot

    [[nodiscard]] float x_of(float at) const { return left + at * unit; }
};

/// The axis in what is left of the line, at the cursor.
[[nodiscard]] TimelineAxis axis_for(const view::TimelineView &view, const Ui &ui);

/// Months as bands, the scale from 0 to 10, and the gauges as lines with their names where they end. `hot_gauge` (-1:
/// none) stands out; `hot_mark` (below 0: none) is a place on the axis that a line goes up from.
void draw_plot(const view::TimelineView &view, const TimelineAxis &axis, float top,
               const std::array<bool, model::kGaugeWords.size()> &hidden, int hot_gauge, float hot_mark, const Ui &ui);

/// The months' names below the marks; takes its height.
void draw_months(const view::TimelineView &view, const TimelineAxis &axis, const Ui &ui);

[[nodiscard]] float line_thickness();
/// Of one line of text, rounded up to whole pixels.
[[nodiscard]] float text_width(const Ui &ui, const std::string &text, TextRole role, bool is_bold = false);
} // namespace tsunagi::ui
