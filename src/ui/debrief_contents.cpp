#include <string>
#include <utility>

#include "ui/debrief_parts.h"
#include "ui/keyboard.h"
#include "ui/page.h"

namespace tsunagi::ui {

using i18n::Text;

namespace {

Text name_of(DebriefPart part) {
    switch (part) {
    case DebriefPart::placement: return Text::placement_title;
    case DebriefPart::profile: return Text::debrief_points;
    case DebriefPart::tables: return Text::debrief_tables;
    case DebriefPart::timeline: return Text::timeline_title;
    case DebriefPart::decisions: return Text::debrief_decisions;
    case DebriefPart::self: return Text::debrief_self;
    case DebriefPart::courses: return Text::courses_heading;
    case DebriefPart::attempts: return Text::attempts_heading;
    case DebriefPart::map: return Text::ecomap_title;
    }
    return Text::debrief_title;
}

} // namespace

void draw_contents(const std::vector<DebriefPart> &parts, DebriefDraft &draft, const Ui &ui) {
    Flow flow(0.4F);
    for (const DebriefPart part : parts) {
        const int number = static_cast<int>(part);
        const std::string label = labelled(ui.texts(name_of(part)), "debrief.part." + std::to_string(number));
        flow.next(button_width(label.c_str()));
        if (!plain_button(ui, label.c_str())) continue;
        draft.part_to_show = number;
        draft.frames_to_part = kFramesToShow;
    }
}

void keep_place(int news, DebriefDraft &draft) {
    if (std::exchange(draft.drawn_news, news) == news) return;
    draft.part_to_keep = -1;
    const PageSight sight = page_sight();
    float nearest = 0.0F;
    for (const auto &[part, top] : draft.part_tops) {
        // What begins in the upper half of the window, or above it, is what is being read.
        if (top > sight.scroll + sight.height * 0.5F || top < nearest) continue;
        nearest = top;
        draft.part_to_keep = part;
    }
    draft.frames_to_keep = kFramesToShow;
}

// Several frames, because the height of what lies above is known for certain only after one.
void begin_part(DebriefPart part, DebriefDraft &draft) {
    float &top = draft.part_tops[static_cast<int>(part)];
    const float before = std::exchange(top, cursor_on_page());
    if (draft.part_to_keep == static_cast<int>(part) && draft.frames_to_keep > 0) {
        --draft.frames_to_keep;
        if (page_sight().scroll > 0.0F && top != before) scroll_page_by(top - before);
    }
    if (draft.part_to_show != static_cast<int>(part) || draft.frames_to_part <= 0) return;
    if (draft.frames_to_part-- == kFramesToShow) begin_keyboard_at_next_item();
    scroll_page_to_cursor(0.0F);
}

} // namespace tsunagi::ui
