#include <algorithm>
#include <cmath>

#include "ui/debrief_parts.h"
#include "ui/page.h"

namespace tsunagi::ui {

using i18n::Text;

namespace {

constexpr float kNumberRoom = 1.9F; ///< ems for the point's number in its ring

void draw_number(const Ui &ui, ImVec2 centre, const std::string &number) {
    const float radius = em() * 0.62F;
    ImDrawList *list = ImGui::GetWindowDrawList();
    list->AddCircleFilled(centre, radius, ui.palette.card_on);
    list->AddCircle(centre, radius, ui.palette.accent, 0, std::max(1.0F, em() * 0.06F));
    const TextScope scope(ui, TextRole::small, true);
    const ImVec2 size = ImGui::CalcTextSize(number.c_str());
    list->AddText({std::round(centre.x - size.x * 0.5F), std::round(centre.y - size.y * 0.5F)}, ui.palette.text,
                  number.c_str());
}

float share_width(const view::DebriefView &view, const Ui &ui) {
    const TextScope scope(ui, TextRole::body, true);
    float widest = 0.0F;
    for (const view::ProfileRow &row : view.profile)
        if (row.figure.available > 0) widest = std::max(widest, ImGui::CalcTextSize(row.share.c_str()).x);
    return std::max(widest, em() * 3.0F);
}

// One point: number, title, the bar with its figure, and below it what of it was missed. Returns true when pressed.
bool draw_row(const view::ProfileRow &row, int scale, float figure_width, bool is_open, const Ui &ui) {
    const float pad = em() * 0.5F;
    const float inset = em() * 0.4F;
    const float full = ImGui::GetContentRegionAvail().x;
    const float number_room = em() * kNumberRoom;
    const float fold_room = em() * 1.2F;
    const float text_width = full - pad * 2.0F - number_room - fold_room;
    const float title = text_height(ui, row.figure.title, TextRole::body, true, text_width);
    const bool is_exercised = row.figures.available > 0;
    const float bar_line = row.figures.full() > 0 ? em() * 1.4F : 0.0F;
    const std::string &below = is_exercised ? row.apart : row.share;
    const float words = text_height(ui, below, TextRole::small, false, text_width);
    const ImVec2 size{full, std::round(inset * 2.0F + title + bar_line + words)};

    const ImVec2 at = ImGui::GetCursorScreenPos();
    const bool is_pressed = ImGui::InvisibleButton(labelled({}, "debrief.point." + row.figure.id).c_str(), size,
                                                   ImGuiButtonFlags_EnableNav);
    if (!ImGui::IsItemVisible()) return is_pressed;
    ImDrawList *list = ImGui::GetWindowDrawList();
    const ImVec2 end{at.x + size.x, at.y + size.y};
    if (ImGui::IsItemHovered() || is_open)
        list->AddRectFilled(at, end, ui.palette.card_hot, ImGui::GetStyle().FrameRounding);

    const float x = at.x + pad + number_room;
    draw_number(ui, {at.x + pad + em() * 0.75F, at.y + inset + em() * 0.8F}, row.number);
    draw_text_at(ui, {x, at.y + inset}, row.figure.title, TextRole::body, ui.palette.text, true, text_width);
    fold_sign(ui, {end.x - pad - em() * 0.35F, at.y + inset + em() * 0.8F}, is_open);

    const float y = at.y + inset + title;
    const float bar_height = std::round(em() * 0.7F);
    const float bar_width = full - pad * 2.0F - number_room - figure_width - em() * 0.8F;
    three_bar(row.figures, scale, {x, std::round(y + (em() * 1.4F - bar_height) * 0.5F)},
              {std::max(bar_width, em()), bar_height}, ui);
    if (is_exercised)
        draw_text_at(ui, {end.x - pad - figure_width, y - em() * 0.1F}, row.share, TextRole::body, ui.palette.text,
                     true, figure_width + 1.0F);
    draw_text_at(ui, {x, y + bar_line}, below, TextRole::small, ui.palette.muted, false, text_width);
    return is_pressed;
}

void draw_open(const view::ProfileRow &row, const Ui &ui) {
    ImGui::Indent(em() * (kNumberRoom + 0.5F));
    text_block(ui, row.summary, TextRole::body, 0, false, readable_width());
    if (!row.whole.empty()) {
        gap(0.2F);
        text_block(ui, row.whole, TextRole::small, ui.palette.muted, false, readable_width());
    }
    gap(0.3F);
    if (row.trace.empty()) {
        text_block(ui, ui.texts(Text::debrief_trace_none), TextRole::small, ui.palette.muted, false, readable_width());
    } else {
        caption(ui, ui.texts(Text::debrief_trace_heading));
        bullets(ui, row.trace, TextRole::small);
    }
    ImGui::Unindent(em() * (kNumberRoom + 0.5F));
    gap(0.6F);
}

} // namespace

void draw_profile(const view::DebriefView &view, DebriefDraft &draft, const Ui &ui) {
    heading(ui, ui.texts(Text::debrief_points));
    text_block(ui, ui.texts(Text::debrief_points_help), TextRole::small, ui.palette.muted, false, readable_width());
    draw_bar_legend(view.placement.has_value(), ui);
    gap(0.3F);
    const float figure_width = share_width(view, ui);
    for (std::size_t i = 0; i < view.profile.size(); ++i) {
        const bool is_open = draft.open_point == static_cast<int>(i);
        if (draw_row(view.profile[i], view.profile_scale, figure_width, is_open, ui))
            draft.open_point = is_open ? -1 : static_cast<int>(i);
        if (is_open) draw_open(view.profile[i], ui);
    }
    gap(0.3F);
    text_block(ui, view.overall, TextRole::body, ui.palette.muted);
    if (!view.overall_note.empty())
        text_block(ui, view.overall_note, TextRole::small, ui.palette.muted, false, readable_width());
}

} // namespace tsunagi::ui
