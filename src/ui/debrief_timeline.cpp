#include <algorithm>
#include <cmath>

#include "ui/chart.h"
#include "ui/debrief_parts.h"
#include "ui/keyboard.h"
#include "ui/page.h"
#include "ui/timeline_parts.h"

namespace tsunagi::ui {

using i18n::Text;

namespace {

constexpr float kMarkSize = 1.5F;  ///< ems
constexpr float kLeastStep = 1.3F; ///< ems from mark to mark; nearer ones stand in several rows
constexpr int kMostRows = 4;

// ---- switches
// ---------------------------------------------------------------------------------------------------------

// A gauge's line on or off: box, piece of the line, name. Returns true while the pointer or the keyboard is on it.
bool draw_switch(const view::GaugeLine &line, bool &is_hidden, Flow &flow, const Ui &ui) {
    const float box = std::round(em() * 0.85F);
    const float sample = std::round(em() * 2.0F);
    const float pad = std::round(em() * 0.4F);
    const float label = text_width(ui, line.label, TextRole::body);
    const float width = pad * 4.0F + box + sample + label;
    const float height = std::round(line_of(TextRole::body) * 1.1F);
    flow.next(width);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    if (ImGui::InvisibleButton(labelled({}, "debrief.gauge." + line.id).c_str(), {width, height},
                               ImGuiButtonFlags_EnableNav))
        is_hidden = !is_hidden;
    const bool is_hot = ImGui::IsItemHovered() || is_keyboard_on_item();
    if (!ImGui::IsItemVisible()) return is_hot;

    ImDrawList *list = ImGui::GetWindowDrawList();
    const float rounding = ImGui::GetStyle().FrameRounding;
    const ImVec2 end{at.x + width, at.y + height};
    list->AddRectFilled(at, end, is_hot ? ui.palette.card_hot : ui.palette.card, rounding);
    list->AddRect(at, end, ui.palette.border, rounding);
    const float middle = std::round(at.y + height * 0.5F);
    const ImVec2 min{at.x + pad, middle - box * 0.5F};
    const ImVec2 max{min.x + box, min.y + box};
    const float thickness = std::max(1.5F, em() * 0.09F);
    if (is_hidden) {
        list->AddRect(min, max, ui.palette.muted, box * 0.15F, 0, thickness);
    } else {
        list->AddRectFilled(min, max, ui.palette.accent, box * 0.15F);
        const ImVec2 tick[] = {{min.x + box * 0.22F, min.y + box * 0.5F},
                               {min.x + box * 0.43F, min.y + box * 0.72F},
                               {min.x + box * 0.8F, min.y + box * 0.28F}};
        list->AddPolyline(tick, 3, ui.palette.on_accent, 0, thickness * 1.2F);
    }
    const ImU32 colour = ui.palette.gauges[static_cast<std::size_t>(line.gauge)];
    const float x = max.x + pad;
    const ImVec2 points[] = {{x, middle}, {x + sample, middle}};
    dashed_line(list, points, 2, colour, line_thickness(), dash_of(line.gauge));
    gauge_marker(list, line.gauge, {x + sample * 0.5F, middle}, em() * 0.24F, colour);
    draw_text_at(ui, {x + sample + pad, middle - line_of(TextRole::body) * 0.5F}, line.label, TextRole::body,
                 is_hidden ? ui.palette.muted : ui.palette.text, false, label);
    return is_hot;
}

// Which line the pointer or the keyboard is on: -1 for none.
int draw_switches(const view::TimelineView &view, DebriefDraft &draft, const Ui &ui) {
    int hot = -1;
    caption(ui, ui.texts(Text::timeline_lines));
    Flow flow(0.5F);
    for (const view::GaugeLine &line : view.gauges) {
        const auto gauge = static_cast<std::size_t>(line.gauge);
        if (draw_switch(line, draft.hidden_gauges[gauge], flow, ui) && !draft.hidden_gauges[gauge])
            hot = static_cast<int>(gauge);
    }
    return hot;
}

// ---- marks
// ------------------------------------------------------------------------------------------------------------

void draw_square(ImDrawList *list, const view::TimelineMark &mark, ImVec2 centre, float half, const Ui &ui) {
    const ImVec2 min{std::round(centre.x - half), std::round(centre.y - half)};
    const ImVec2 max{std::round(centre.x + half), std::round(centre.y + half)};
    list->AddRectFilled(min, max, ui.palette.fill_back);
    const float share = static_cast<float>(mark.earned) / static_cast<float>(mark.available);
    list->AddRectFilled({min.x, std::round(max.y - (max.y - min.y) * share)}, max, ui.palette.fill);
    list->AddRect(min, max, ui.palette.text, 0.0F, 0, std::max(1.0F, std::floor(em() / 18.0F)));
}

// The sign of the class, a square filled by its share, or a dot where there was nothing to earn.
void draw_mark_sign(const view::TimelineMark &mark, ImVec2 centre, const Ui &ui) {
    ImDrawList *list = ImGui::GetWindowDrawList();
    if (mark.option_class) {
        const TextScope scope(ui, TextRole::body, true);
        const char *sign = mark.option_class->symbol.c_str();
        const ImVec2 size = ImGui::CalcTextSize(sign);
        list->AddText({std::round(centre.x - size.x * 0.5F), std::round(centre.y - size.y * 0.5F)},
                      ui.palette.classes[static_cast<std::size_t>(mark.option_class->option_class)], sign);
        return;
    }
    if (mark.available > 0)
        draw_square(list, mark, centre, em() * 0.4F, ui);
    else
        list->AddCircleFilled(centre, em() * 0.17F, ui.palette.muted);
}

// Marks too near to one another stand in several rows, in turn.
int rows_for(const TimelineAxis &axis) {
    return std::clamp(static_cast<int>(std::ceil(kLeastStep * em() / std::max(axis.unit, 1.0F))), 1, kMostRows);
}

// Draws the marks below `top` and returns the one to draw a line up from: under the pointer, else the open one; -1.
int draw_marks(const view::TimelineView &view, const TimelineAxis &axis, DebriefDraft &draft, const Ui &ui) {
    const int rows = rows_for(axis);
    const bool has_costs = std::any_of(view.marks.begin(), view.marks.end(),
                                       [](const view::TimelineMark &mark) { return !mark.cost.empty(); });
    const float sign = std::round(em() * kMarkSize);
    const float cost = has_costs ? std::round(line_of(TextRole::small) * 0.85F) : 0.0F;
    const float width = std::floor(std::min(em() * kMarkSize * 1.1F, axis.unit * static_cast<float>(rows)));
    const float row_height = sign + cost;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    int hot = -1;
    for (std::size_t i = 0; i < view.marks.size(); ++i) {
        const view::TimelineMark &mark = view.marks[i];
        const int number = static_cast<int>(i);
        const float x = std::round(axis.x_of(mark.at));
        const float y = at.y + row_height * static_cast<float>(number % rows);
        ImGui::SetCursorScreenPos({std::round(x - width * 0.5F), y});
        const std::string id = labelled({}, "debrief.mark." + std::to_string(number));
        const bool is_open = draft.open_decision == static_cast<int>(mark.decision);
        if (ImGui::InvisibleButton(id.c_str(), {width, row_height}, ImGuiButtonFlags_EnableNav))
            draft.show_decision(static_cast<int>(mark.decision));
        tooltip(ui, mark.tip);
        const bool is_hot = ImGui::IsItemHovered() || is_keyboard_on_item();
        if (is_hot || (is_open && hot < 0)) hot = number;
        if (!ImGui::IsItemVisible()) continue;
        ImDrawList *list = ImGui::GetWindowDrawList();
        const ImVec2 min = ImGui::GetItemRectMin();
        const ImVec2 max = ImGui::GetItemRectMax();
        if (is_open || is_hot)
            list->AddRectFilled(min, max, is_open ? ui.palette.card_on : ui.palette.card_hot, em() * 0.25F);
        if (is_open) list->AddRect(min, max, ui.palette.accent, em() * 0.25F);
        draw_mark_sign(mark, {x, y + sign * 0.5F}, ui);
        if (mark.cost.empty()) continue;
        const float words = text_width(ui, mark.cost, TextRole::small);
        draw_text_at(ui, {std::round(x - words * 0.5F), y + sign - em() * 0.15F}, mark.cost, TextRole::small,
                     ui.palette.text, false, words + 1.0F);
    }
    ImGui::SetCursorScreenPos({at.x, at.y + row_height * static_cast<float>(rows)});
    return hot;
}

// ---- words
// ------------------------------------------------------------------------------------------------------------

void draw_open_mark(const view::TimelineView &view, int open_decision, const Ui &ui) {
    for (const view::TimelineMark &mark : view.marks) {
        if (static_cast<int>(mark.decision) != open_decision) continue;
        gap(0.3F);
        text_block(ui, mark.title, TextRole::body, 0, true, readable_width());
        text_block(ui, mark.facts, TextRole::small, ui.palette.muted, false, readable_width());
        bullets(ui, mark.changes, TextRole::small, ui.palette.text);
    }
}

void draw_steps(const view::TimelineView &view, const Ui &ui) {
    bool *is_open = remembered_flag("debrief.timeline.list");
    if (fold_row(ui, "debrief.timeline.list", ui.texts(Text::timeline_list), {}, *is_open)) *is_open = !*is_open;
    if (!*is_open) return;
    ImGui::Indent(em() * 1.2F);
    for (const view::TimelineStep &step : view.steps) {
        text_block(ui, step.heading, TextRole::small, 0, true, readable_width());
        bullets(ui, step.lines, TextRole::small, ui.palette.text);
    }
    ImGui::Unindent(em() * 1.2F);
}

} // namespace

void draw_timeline(const view::DebriefView &view, DebriefDraft &draft, const Ui &ui) {
    const view::TimelineView &timeline = view.timeline;
    heading(ui, ui.texts(Text::timeline_title));
    text_block(ui, ui.texts(Text::timeline_help), TextRole::small, ui.palette.muted, false, readable_width());
    if (view.placement)
        text_block(ui, ui.texts(Text::timeline_cost_help), TextRole::small, ui.palette.muted, false, readable_width());
    gap(0.3F);
    const int hot_gauge = draw_switches(timeline, draft, ui);
    gap(0.2F);
    panel("debrief.timeline", ui.palette.panel, [&] {
        // Plot, marks and months touch.
        ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2{ImGui::GetStyle().ItemSpacing.x, 0.0F});
        const TimelineAxis axis = axis_for(timeline, ui);
        const ImVec2 plot = ImGui::GetCursorScreenPos();
        ImGui::Dummy({ImGui::GetContentRegionAvail().x, axis.height});
        const bool is_visible = ImGui::IsItemVisible();
        const int hot_mark = draw_marks(timeline, axis, draft, ui);
        if (is_visible) {
            const float mark = hot_mark < 0 ? -1.0F : timeline.marks[static_cast<std::size_t>(hot_mark)].at;
            draw_plot(timeline, axis, plot.y, draft.hidden_gauges, hot_gauge, mark, ui);
        }
        draw_months(timeline, axis, ui);
        ImGui::PopStyleVar();
        draw_open_mark(timeline, draft.open_decision, ui);
    });
    draw_steps(timeline, ui);
}

} // namespace tsunagi::ui
