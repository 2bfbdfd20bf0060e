#include <algorithm>
#include <cmath>
#include <utility>

#include <imgui_internal.h>

#include "ui/chart.h"
#include "ui/page.h"
#include "ui/timeline_parts.h"

namespace tsunagi::ui {

namespace {

constexpr float kPlotHeight = 11.5F; ///< ems
constexpr float kEdge = 0.7F;        ///< ems above 10 and below 0
constexpr float kMarker = 0.2F;      ///< ems, of a place where a line moved
constexpr float kDimmed = 0.25F;     ///< of a line's colour while another one stands out

std::size_t index_of(model::Gauge gauge) { return static_cast<std::size_t>(gauge); }

float value_y(float value, const TimelineAxis &axis, float top) {
    const float edge = em() * kEdge;
    return top + edge + (axis.height - edge * 2.0F) * (1.0F - value / static_cast<float>(model::kGaugeMax));
}

// Gauges often have the same value. Their lines then run side by side instead of one hiding the others.
float lane(model::Gauge gauge) {
    return (static_cast<float>(index_of(gauge)) - 2.5F) * std::round(line_thickness() * 1.2F);
}

void draw_ground(const view::TimelineView &view, const TimelineAxis &axis, float top, const Ui &ui) {
    ImDrawList *list = ImGui::GetWindowDrawList();
    const float bottom = top + axis.height;
    const ImU32 band = mixed(ui.palette.panel, ui.palette.border, 0.16F);
    const ImU32 line = mixed(ui.palette.panel, ui.palette.border, 0.6F);
    for (std::size_t i = 1; i < view.months.size(); i += 2)
        list->AddRectFilled({std::round(axis.x_of(view.months[i].begin)), top},
                            {std::round(axis.x_of(view.months[i].end)), bottom}, band);
    const int half = model::kGaugeMax / 2;
    for (int value = model::kGaugeMin; value <= model::kGaugeMax; value += half) {
        const float y = on_pixel(value_y(static_cast<float>(value), axis, top));
        list->AddLine({axis.left, y}, {axis.right, y}, line);
        const std::string number = std::to_string(value);
        const float width = text_width(ui, number, TextRole::small);
        draw_text_at(ui, {axis.left - width - em() * 0.3F, std::round(y - line_of(TextRole::small) * 0.5F)}, number,
                     TextRole::small, ui.palette.muted, false, width + 1.0F);
    }
}

ImU32 line_colour(model::Gauge gauge, int hot_gauge, const Ui &ui) {
    const ImU32 colour = ui.palette.gauges[index_of(gauge)];
    const bool is_dimmed = hot_gauge >= 0 && hot_gauge != static_cast<int>(gauge);
    return is_dimmed ? mixed(ui.palette.panel, colour, kDimmed) : colour;
}

void draw_line(const view::GaugeLine &line, const TimelineAxis &axis, float top, bool is_hot, ImU32 colour,
               ImVector<ImVec2> &points) {
    ImDrawList *list = ImGui::GetWindowDrawList();
    points.resize(0);
    for (const view::GaugePoint &point : line.points)
        points.push_back({axis.x_of(point.at), value_y(static_cast<float>(point.value), axis, top) + lane(line.gauge)});
    dashed_line(list, points.Data, points.Size, colour, line_thickness() * (is_hot ? 1.8F : 1.0F), dash_of(line.gauge));
    for (int i = 0; i < points.Size; ++i)
        if (line.points[static_cast<std::size_t>(i)].is_moved)
            gauge_marker(list, line.gauge, points[i], em() * kMarker, colour);
}

/// The name of a line at its end; names that would lie on one another move apart.
struct EndName {
    const view::GaugeLine *line = nullptr;
    float line_y = 0.0F;
    float y = 0.0F; ///< of the name's middle
};

void spread(EndName *names, int count, float least, float top, float bottom) {
    // By insertion: there are six at most.
    for (int i = 1; i < count; ++i)
        for (int k = i; k > 0 && names[k].line_y < names[k - 1].line_y; --k) std::swap(names[k], names[k - 1]);
    for (int i = 0; i < count; ++i)
        names[i].y = i == 0 ? std::max(names[i].line_y, top) : std::max(names[i].line_y, names[i - 1].y + least);
    // Where that ran out of the plot, back up from below.
    for (int i = count - 1; i >= 0; --i)
        names[i].y = std::min(names[i].y, i == count - 1 ? bottom : names[i + 1].y - least);
}

void draw_names(EndName *names, int count, const TimelineAxis &axis, float top, int hot_gauge, const Ui &ui) {
    const float height = line_of(TextRole::small);
    spread(names, count, height, top + height * 0.5F, top + axis.height - height * 0.5F);
    ImDrawList *list = ImGui::GetWindowDrawList();
    for (int i = 0; i < count; ++i) {
        const EndName &name = names[i];
        const ImU32 colour = line_colour(name.line->gauge, hot_gauge, ui);
        const float x = axis.right + em() * 0.8F;
        list->AddLine({axis.right, name.line_y}, {x, name.y}, colour, std::max(1.0F, line_thickness() * 0.5F));
        gauge_marker(list, name.line->gauge, {x + em() * 0.3F, name.y}, em() * 0.25F, colour);
        draw_text_at(ui, {x + em() * 0.75F, std::round(name.y - height * 0.5F)}, name.line->end_label, TextRole::small,
                     colour, hot_gauge == static_cast<int>(name.line->gauge),
                     text_width(ui, name.line->end_label, TextRole::small, true) + 1.0F);
    }
}

/// The name of a month, in the middle below its band.
struct MonthName {
    const std::string *text = nullptr;
    float x = 0.0F;
    float width = 0.0F;
};

MonthName name_of(const view::TimelineMonth &month, const TimelineAxis &axis, const Ui &ui) {
    const float begin = axis.x_of(month.begin);
    const float end = axis.x_of(month.end);
    MonthName name{&month.label, 0.0F, text_width(ui, month.label, TextRole::small)};
    if (name.width + em() * 0.3F > end - begin)
        name = {&month.short_label, 0.0F, text_width(ui, month.short_label, TextRole::small)};
    name.x = std::round((begin + end - name.width) * 0.5F);
    return name;
}

bool has_decisions(const view::TimelineMonth &month) { return month.end - month.begin >= 1.0F; }

} // namespace

float line_thickness() { return std::max(2.0F, std::round(em() * 0.11F)); }

float text_width(const Ui &ui, const std::string &text, TextRole role, bool is_bold) {
    const TextScope scope(ui, role, is_bold);
    return std::ceil(ImGui::CalcTextSize(text.c_str()).x) + 1.0F;
}

TimelineAxis axis_for(const view::TimelineView &view, const Ui &ui) {
    float names = 0.0F;
    for (const view::GaugeLine &line : view.gauges)
        names = std::max(names, text_width(ui, line.end_label, TextRole::small, true));
    TimelineAxis axis;
    const float left = ImGui::GetCursorScreenPos().x;
    axis.left = std::round(left + em() * 1.6F);
    axis.right = std::round(left + ImGui::GetContentRegionAvail().x - names - em() * 1.6F);
    axis.unit = std::max(axis.right - axis.left, 1.0F) / std::max(view.length, 1.0F);
    axis.height = std::round(em() * kPlotHeight);
    return axis;
}

void draw_plot(const view::TimelineView &view, const TimelineAxis &axis, float top,
               const std::array<bool, model::kGaugeWords.size()> &hidden, int hot_gauge, float hot_mark, const Ui &ui) {
    ImDrawList *list = ImGui::GetWindowDrawList();
    draw_ground(view, axis, top, ui);
    if (hot_mark >= 0.0F) {
        const float x = on_pixel(axis.x_of(hot_mark));
        list->AddLine({x, top}, {x, top + axis.height}, ui.palette.accent, std::max(1.0F, std::floor(em() / 18.0F)));
    }
    ImVector<ImVec2> points;
    std::array<EndName, model::kGaugeWords.size()> names;
    int count = 0;
    const auto draw_one = [&](const view::GaugeLine &line) {
        if (hidden[index_of(line.gauge)]) return;
        const bool is_hot = hot_gauge == static_cast<int>(line.gauge);
        draw_line(line, axis, top, is_hot, line_colour(line.gauge, hot_gauge, ui), points);
        const float y = value_y(static_cast<float>(line.points.back().value), axis, top) + lane(line.gauge);
        names[static_cast<std::size_t>(count++)] = {&line, y, y};
    };
    for (const view::GaugeLine &line : view.gauges)
        if (hot_gauge != static_cast<int>(line.gauge)) draw_one(line);
    for (const view::GaugeLine &line : view.gauges)
        if (hot_gauge == static_cast<int>(line.gauge)) draw_one(line);
    draw_names(names.data(), count, axis, top, hot_gauge, ui);
}

void draw_months(const view::TimelineView &view, const TimelineAxis &axis, const Ui &ui) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float height = line_of(TextRole::small) + std::round(em() * 0.25F);
    ImGui::Dummy({ImGui::GetContentRegionAvail().x, height});
    if (!ImGui::IsItemVisible()) return;
    ImDrawList *list = ImGui::GetWindowDrawList();
    const float y = on_pixel(at.y);
    list->AddLine({axis.left, y}, {axis.right, y}, ui.palette.muted);
    for (const view::TimelineMonth &month : view.months) {
        const float begin = std::round(axis.x_of(month.begin)) + 0.5F;
        list->AddLine({begin, y}, {begin, y + em() * 0.3F}, ui.palette.muted);
    }
    const auto draw_name = [&](const MonthName &name) {
        draw_text_at(ui, {name.x, at.y + std::round(em() * 0.25F)}, *name.text, TextRole::small, ui.palette.muted,
                     false, name.width + 1.0F);
    };
    // The months in which something was decided come first; the others where there is room between these.
    const float between = em() * 0.25F;
    float taken = axis.left - em();
    for (std::size_t i = 0; i < view.months.size(); ++i) {
        const MonthName name = name_of(view.months[i], axis, ui);
        if (name.x < taken + between) continue;
        if (!has_decisions(view.months[i])) {
            const auto next =
                std::find_if(view.months.begin() + static_cast<std::ptrdiff_t>(i), view.months.end(), has_decisions);
            if (next != view.months.end() && name.x + name.width + between > name_of(*next, axis, ui).x) continue;
        }
        draw_name(name);
        taken = name.x + name.width;
    }
}

} // namespace tsunagi::ui
