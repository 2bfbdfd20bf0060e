#include <algorithm>
#include <cmath>

#include "ui/chart.h"
#include "ui/debrief_parts.h"
#include "ui/page.h"

namespace tsunagi::ui {

using i18n::Text;

namespace {

// The three parts of a bar, each told by its pattern: filled, hatched in an outline, an outline of dashes.
void draw_earned(ImDrawList *list, ImVec2 min, ImVec2 max, const Ui &ui) {
    list->AddRectFilled(min, max, ui.palette.fill);
    list->AddRect(min, max, ui.palette.muted);
}

void draw_missed(ImDrawList *list, ImVec2 min, ImVec2 max, const Ui &ui) {
    list->AddRectFilled(min, max, ui.palette.fill_back);
    hatch(list, min, max, ui.palette.muted);
    list->AddRect(min, max, ui.palette.muted);
}

void draw_not_reached(ImDrawList *list, ImVec2 min, ImVec2 max, const Ui &ui) {
    dashed_box(list, min, max, ui.palette.muted);
}

} // namespace

void three_bar(const view::ThreeFigures &figures, int scale, ImVec2 at, ImVec2 size, const Ui &ui) {
    if (scale <= 0) return;
    ImDrawList *list = ImGui::GetWindowDrawList();
    const float unit = size.x / static_cast<float>(scale);
    const auto x_of = [&](int figure) { return std::round(at.x + unit * static_cast<float>(figure)); };
    const float top = std::round(at.y);
    const float bottom = std::round(at.y + size.y);
    const float earned = x_of(figures.earned);
    const float available = x_of(figures.available);
    const float full = x_of(figures.full());
    if (figures.not_reached() > 0) draw_not_reached(list, {available, top}, {full, bottom}, ui);
    if (figures.missed() > 0) draw_missed(list, {earned, top}, {available, bottom}, ui);
    if (figures.earned > 0) draw_earned(list, {std::round(at.x), top}, {earned, bottom}, ui);
}

void draw_bar_legend(bool has_not_reached, const Ui &ui) {
    struct Entry {
        Text text;
        void (*draw)(ImDrawList *, ImVec2, ImVec2, const Ui &);
    };
    const Entry entries[] = {{Text::apart_legend_earned, draw_earned},
                             {Text::apart_legend_missed, draw_missed},
                             {Text::apart_legend_not_reached, draw_not_reached}};
    const float box = std::round(em() * 1.6F);
    const float between = std::round(em() * 0.4F);
    const float height = line_of(TextRole::small);
    Flow flow(1.0F);
    for (const Entry &entry : entries) {
        if (entry.draw == draw_not_reached && !has_not_reached) continue;
        const std::string &text = ui.texts(entry.text);
        float words = 0.0F;
        {
            const TextScope scope(ui, TextRole::small);
            words = std::ceil(ImGui::CalcTextSize(text.c_str()).x) + 1.0F;
        }
        flow.next(box + between + words);
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const float room = ImGui::GetContentRegionAvail().x - box - between;
        words = std::min(words, std::max(room, em()));
        const float y = std::round(at.y + (height - em() * 0.6F) * 0.5F);
        entry.draw(ImGui::GetWindowDrawList(), {at.x, y}, {at.x + box, y + std::round(em() * 0.6F)}, ui);
        const float taken =
            draw_text_at(ui, {at.x + box + between, at.y}, text, TextRole::small, ui.palette.muted, false, words);
        ImGui::Dummy({box + between + words, taken});
    }
}

} // namespace tsunagi::ui
