#include <algorithm>
#include <array>
#include <cmath>

#include "ui/chart.h"
#include "ui/debrief_parts.h"
#include "ui/page.h"
#include "ui/timeline_parts.h"

namespace tsunagi::ui {

using i18n::Text;
using Kind = view::PlacementMark::Kind;

namespace {

constexpr std::size_t kMostMarks = 4;

/// A label hangs on the scale like a flag on its pole: to the right and below where there is room, else to the left and
/// above. The further left a pole below stands, the deeper its flag, so no pole crosses a flag; above the other way.
struct Flag {
    const view::PlacementMark *mark = nullptr;
    float x = 0.0F; ///< of the pole
    float width = 0.0F;
    bool is_above = false;
    int row = 0; ///< counted from the scale
};

struct Flags {
    std::array<Flag, kMostMarks> flags;
    std::size_t count = 0;
    int rows_above = 0;
    int rows_below = 0;
    bool has_room = true; ///< else the names stand in a list below the scale
};

bool is_own(const view::PlacementMark &mark) { return mark.kind == Kind::you; }

float shape_room() { return std::round(em() * 1.0F); }
float row_height() { return line_of(TextRole::small) + std::round(em() * 0.35F); }
float word_gap() { return std::round(em() * 0.4F); }

float flag_width(const view::PlacementMark &mark, const Ui &ui) {
    return shape_room() + text_width(ui, mark.label, TextRole::small, is_own(mark)) + word_gap() +
           text_width(ui, mark.number, TextRole::small, true);
}

// From the scale outwards: below from right to left, above from left to right.
void stack(Flags &all, bool is_above) {
    const float between = em() * 0.6F;
    for (std::size_t k = 0; k < all.count; ++k) {
        Flag &flag = all.flags[is_above ? k : all.count - 1 - k];
        if (flag.is_above != is_above) continue;
        flag.row = 0;
        for (std::size_t m = 0; m < k; ++m) {
            const Flag &nearer = all.flags[is_above ? m : all.count - 1 - m];
            if (nearer.is_above != is_above) continue;
            const bool touches =
                is_above ? nearer.x > flag.x - flag.width - between : nearer.x < flag.x + flag.width + between;
            if (touches) flag.row = std::max(flag.row, nearer.row + 1);
        }
        int &rows = is_above ? all.rows_above : all.rows_below;
        rows = std::max(rows, flag.row + 1);
    }
}

Flags flags_of(const view::PlacementView &view, float left, float width, const Ui &ui) {
    Flags all;
    for (const view::PlacementMark &mark : view.marks) {
        if (all.count == kMostMarks) break;
        Flag &flag = all.flags[all.count++];
        flag.mark = &mark;
        flag.x = on_pixel(left + mark.at * width);
        flag.width = flag_width(mark, ui);
        flag.is_above = flag.x + flag.width > left + width;
        all.has_room = all.has_room && (!flag.is_above || flag.x - flag.width >= left);
    }
    stack(all, true);
    stack(all, false);
    return all;
}

void draw_shape(ImDrawList *list, Kind kind, ImVec2 c, float r, const Ui &ui) {
    const ImU32 ink = ui.palette.text;
    const float thickness = std::max(1.5F, em() * 0.09F);
    const ImVec2 diamond[] = {{c.x - r, c.y}, {c.x, c.y - r}, {c.x + r, c.y}, {c.x, c.y + r}};
    switch (kind) {
    case Kind::chance:
        list->AddConvexPolyFilled(diamond, 4, ui.palette.panel);
        list->AddPolyline(diamond, 4, ink, ImDrawFlags_Closed, thickness);
        break;
    case Kind::handbook:
        list->AddRectFilled({c.x - r * 0.8F, c.y - r * 0.8F}, {c.x + r * 0.8F, c.y + r * 0.8F}, ui.palette.panel);
        list->AddRect({c.x - r * 0.8F, c.y - r * 0.8F}, {c.x + r * 0.8F, c.y + r * 0.8F}, ink, 0.0F, 0, thickness);
        break;
    case Kind::you:
        list->AddCircleFilled(c, r * 1.1F, ui.palette.accent);
        list->AddCircle(c, r * 1.1F, ui.palette.panel, 0, thickness);
        break;
    case Kind::best:
        list->AddTriangleFilled({c.x - r, c.y - r * 0.8F}, {c.x + r, c.y - r * 0.8F}, {c.x, c.y + r * 0.9F}, ink);
        break;
    }
}

void draw_flag(const Flag &flag, bool has_name, float scale_top, float scale_bottom, float left, const Ui &ui) {
    ImDrawList *list = ImGui::GetWindowDrawList();
    const float step = row_height();
    const float top = flag.is_above ? scale_top - step * static_cast<float>(flag.row + 1)
                                    : scale_bottom + step * static_cast<float>(flag.row) + std::round(em() * 0.35F);
    const float middle = top + line_of(TextRole::small) * 0.5F;
    const ImU32 pole = is_own(*flag.mark) ? ui.palette.accent : ui.palette.muted;
    const float thickness = std::max(1.0F, std::floor(em() / 18.0F));
    if (has_name)
        list->AddLine({flag.x, flag.is_above ? middle : scale_top}, {flag.x, flag.is_above ? scale_bottom : middle},
                      pole, thickness);
    draw_shape(list, flag.mark->kind, {flag.x, std::round((scale_top + scale_bottom) * 0.5F)}, em() * 0.3F, ui);
    if (!has_name) return;
    // The words stand beside the pole, on the side where there is room.
    const float words = flag.width - shape_room();
    float x = flag.is_above ? flag.x - flag.width : flag.x + shape_room() * 0.5F;
    x = std::max(x, left);
    const float label = text_width(ui, flag.mark->label, TextRole::small, is_own(*flag.mark));
    const ImU32 ink = is_own(*flag.mark) ? ui.palette.accent : ui.palette.text;
    draw_text_at(ui, {x, top}, flag.mark->label, TextRole::small, ink, is_own(*flag.mark), label);
    draw_text_at(ui, {x + label + word_gap(), top}, flag.mark->number, TextRole::small, ink, true, words);
}

// The shapes of the scale with their names, one below the other.
void draw_names(const view::PlacementView &view, const Ui &ui) {
    for (const view::PlacementMark &mark : view.marks) {
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const ImU32 ink = is_own(mark) ? ui.palette.accent : ui.palette.text;
        draw_shape(ImGui::GetWindowDrawList(), mark.kind,
                   {at.x + shape_room() * 0.5F, at.y + line_of(TextRole::small) * 0.5F}, em() * 0.3F, ui);
        const float number = text_width(ui, mark.number, TextRole::small, true);
        const float x = at.x + shape_room() + word_gap();
        const float room = std::max(ImGui::GetContentRegionAvail().x - (x - at.x) - word_gap() - number, em());
        const float label = std::min(text_width(ui, mark.label, TextRole::small, is_own(mark)), room);
        const float height = draw_text_at(ui, {x, at.y}, mark.label, TextRole::small, ink, is_own(mark), label);
        draw_text_at(ui, {x + label + word_gap(), at.y}, mark.number, TextRole::small, ink, true, number + 1.0F);
        ImGui::Dummy({1.0F, height});
    }
}

void draw_scale(const view::PlacementView &view, const Ui &ui) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float inset = std::round(em() * 0.5F);
    const float left = at.x + inset;
    const float width = std::floor(ImGui::GetContentRegionAvail().x - inset * 2.0F);
    const Flags all = flags_of(view, left, width, ui);
    const float thick = std::round(em() * 0.55F);
    const float spare = std::round(em() * 0.35F);
    const float above = all.has_room ? static_cast<float>(all.rows_above) * row_height() : spare;
    const float below = all.has_room ? static_cast<float>(all.rows_below) * row_height() + spare : spare;
    ImGui::Dummy({ImGui::GetContentRegionAvail().x, above + thick + below});
    if (ImGui::IsItemVisible()) {
        ImDrawList *list = ImGui::GetWindowDrawList();
        const float top = std::round(at.y + above);
        const float bottom = top + thick;
        list->AddRectFilled({left, top}, {left + width, bottom}, ui.palette.fill_back);
        for (const view::PlacementMark &mark : view.marks)
            if (is_own(mark))
                list->AddRectFilled({left, top}, {std::round(left + mark.at * width), bottom}, ui.palette.fill);
        list->AddRect({left, top}, {left + width, bottom}, ui.palette.muted);
        // One's own comes last: where marks meet, it lies on top.
        for (const bool own : {false, true})
            for (std::size_t i = 0; i < all.count; ++i)
                if (is_own(*all.flags[i].mark) == own) draw_flag(all.flags[i], all.has_room, top, bottom, left, ui);
    }
    if (!all.has_room) draw_names(view, ui);
}

} // namespace

void draw_placement(const view::DebriefView &view, const Ui &ui) {
    if (!view.placement && view.analysis_note.empty()) return;
    heading(ui, ui.texts(Text::placement_title));
    if (!view.placement) {
        text_block(ui, view.analysis_note, TextRole::body, ui.palette.muted, false, readable_width());
        return;
    }
    for (const std::string &sentence : view.placement->words)
        text_block(ui, sentence, TextRole::body, 0, false, readable_width());
    gap(0.3F);
    panel("debrief.placement", ui.palette.panel, [&] { draw_scale(*view.placement, ui); });
    text_block(ui, ui.texts(Text::placement_help), TextRole::small, ui.palette.muted, false, readable_width());
}

} // namespace tsunagi::ui
