#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "engine/fold.h"
#include "i18n/texts.h"
#include "view/cost_view.h"
#include "view/outcome_view.h"

namespace tsunagi::view {

// The axis runs through the months, but most decisions fall into few of them. So a month is as wide as the decisions
// in it, one unit each, and a month without any is narrow. All positions are in these units, from 0 to `length`.

struct TimelineMonth {
    float begin = 0.0F;
    float end = 0.0F;
    std::string label;
    std::string short_label; ///< where there is no room for `label`
};

/// A decision on the axis.
struct TimelineMark {
    std::size_t decision = 0; ///< index into DebriefView::decisions
    float at = 0.0F;
    std::optional<ClassView> option_class; ///< choose one only
    int earned = 0;
    int available = 0;
    std::string cost;                 ///< short, with a sign; empty where it cost nothing or is not known
    std::string title;                ///< the scene
    std::string facts;                ///< when, class, share and cost in one line
    std::vector<std::string> changes; ///< what it moved, and why
    std::string tip;                  ///< all of that, one below the other
};

struct GaugePoint {
    float at = 0.0F;
    int value = 0;
    bool is_moved = false; ///< a decision or the way into a scene brought the gauge here
};

struct GaugeLine {
    model::Gauge gauge = model::Gauge::trust;
    std::string id; ///< "trust"
    std::string label;
    std::string end_label;          ///< with the value it ends at
    std::vector<GaugePoint> points; ///< from left to right, the first at 0 and the last at the end of the axis
};

/// The same as words: what changed, decision by decision.
struct TimelineStep {
    std::string heading;
    std::vector<std::string> lines;
};

struct TimelineView {
    float length = 0.0F;
    std::vector<TimelineMonth> months;
    std::vector<TimelineMark> marks; ///< one for each entry of DebriefView::decisions, in its order
    std::vector<GaugeLine> gauges;
    std::vector<TimelineStep> steps;
};

/// What stands of each decision in the list below the timeline, by index into the list.
struct ListedDecision {
    const OutcomeView *outcome = nullptr;
    std::size_t played = 0; ///< index into Progress::played
    std::string share;      ///< "2 / 3"; may be empty
};

[[nodiscard]] TimelineView timeline_view(const engine::Progress &progress, const std::vector<ListedDecision> &listed,
                                         const std::vector<CostView> &costs, const i18n::Texts &texts);

} // namespace tsunagi::view
