// Between the turns of groups: whose is next, and the end of a run whose results are hidden.

#include "ui/button_row.h"
#include "ui/keyboard.h"
#include "ui/screen_workshop.h"

namespace tsunagi::ui {

using i18n::Text;

void draw_curtain(const view::CurtainView &view, const Ui &ui) {
    const ChildScope body("curtain", {0.0F, 0.0F}, 0, true);
    const bool has_come_up = ImGui::IsWindowAppearing();
    scroll_by_page_keys();
    const PageScope page("page", kReadableEms);
    gap(3.0F);
    text_block(ui, view.workshop, TextRole::small, ui.palette.muted);
    heading(ui, view.turn, TextRole::title);
    text_block(ui, view.about);
    text_block(ui, view.progress, TextRole::small, ui.palette.muted);
    gap(0.8F);
    panel("others", ui.palette.notice, [&] { text_block(ui, view.others, TextRole::lead, 0, true); });
    gap(1.2F);
    if (has_come_up) begin_keyboard_at_next_item();
    ButtonRow buttons(ui);
    if (buttons.primary(labelled(view.start, "workshop.start-turn"))) ui.intents.push(StartTurn{});
    if (buttons.plain(ui.texts.label(Text::workshop_other_group))) ui.intents.push(LeaveWorkshopPage{});
}

void draw_workshop_end(const view::WorkshopEndView &view, const Ui &ui) {
    const ChildScope body("workshop-end", {0.0F, 0.0F}, 0, true);
    const bool has_come_up = ImGui::IsWindowAppearing();
    scroll_by_page_keys();
    const PageScope page("page", kReadableEms);
    text_block(ui, view.turn, TextRole::small, ui.palette.muted);
    text_block(ui, ui.texts(Text::workshop_end_heading), TextRole::small, ui.palette.accent, true);
    heading(ui, view.title, TextRole::title);
    for (const std::string &paragraph : view.paragraphs) {
        text_block(ui, paragraph, TextRole::lead);
        gap(0.15F);
    }
    gap(0.8F);
    panel("hidden", ui.palette.notice, [&] { text_block(ui, view.hidden); });
    gap(0.8F);
    if (has_come_up) begin_keyboard_at_next_item();
    if (primary_button(ui, ui.texts.label(Text::workshop_hand_over)) || is_confirm_pressed())
        ui.intents.push(HandOver{});
    gap(1.5F);
}

} // namespace tsunagi::ui
