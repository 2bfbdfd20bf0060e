#include "ui/button_row.h"
#include "ui/keyboard.h"
#include "ui/screen_workshop.h"

namespace tsunagi::ui {

using i18n::Text;

namespace {

constexpr float kPageWidth = 60.0F; // ems

void draw_row(const view::WorkshopDeskView &view, const view::GroupRow &row, const Ui &ui) {
    panel(("group." + row.id.value).c_str(), ui.palette.panel, [&] {
        text_block(ui, row.name, TextRole::lead, 0, true);
        text_block(ui, row.about, TextRole::small, ui.palette.muted);
        text_block(ui, row.progress, TextRole::body,
                   row.state == view::GroupRow::State::finished ? ui.palette.accent : 0);
        if (!row.note.empty()) text_block(ui, row.note, TextRole::small, ui.palette.danger);
        ButtonRow buttons(ui);
        if (!row.play.empty() && buttons.primary(labelled(row.play, "workshop.play." + row.id.value), view.has_case))
            ui.intents.push(PrepareTurn{row.id});
        if (row.can_debrief &&
            buttons.primary(labelled(ui.texts(Text::workshop_debrief), "workshop.debrief." + row.id.value)))
            ui.intents.push(OpenDebrief{row.session});
        const Text save = view.is_group_copy ? Text::workshop_save_own_session : Text::workshop_save_session;
        if (row.can_save && buttons.plain(labelled(ui.texts(save), "workshop.save-session." + row.id.value)))
            ui.intents.push(SaveGroupSession{row.id});
    });
}

void draw_reveal(const view::WorkshopDeskView &view, WorkshopDraft &draft, const Ui &ui) {
    if (!view.can_reveal) {
        draft.asks_reveal = false;
        return;
    }
    if (!draft.asks_reveal) {
        if (plain_button(ui, ui.texts.label(Text::workshop_reveal))) draft.asks_reveal = true;
        return;
    }
    text_block(ui, view.ask_reveal, TextRole::body, ui.palette.danger, true);
    ButtonRow buttons(ui);
    if (buttons.primary(ui.texts.label(Text::workshop_really_reveal))) {
        draft.asks_reveal = false;
        ui.intents.push(RevealResults{});
    }
    if (buttons.plain(ui.texts.label(Text::workshop_keep))) draft.asks_reveal = false;
}

void draw_head(const view::WorkshopDeskView &view, WorkshopDraft &draft, const Ui &ui) {
    ButtonRow buttons(ui);
    if (buttons.plain(ui.texts.label(Text::workshop_to_list))) ui.intents.push(OpenWorkshops{});
    if (!view.is_group_copy && buttons.plain(ui.texts.label(Text::workshop_edit))) ui.intents.push(EditWorkshop{});
    gap(0.4F);
    heading(ui, view.title, TextRole::title);
    text_block(ui, view.about);
    text_block(ui, view.settings, TextRole::small, ui.palette.muted);
    gap(0.4F);
    panel("state", ui.palette.notice, [&] {
        text_block(ui, view.state, TextRole::body, ui.palette.accent, true);
        text_block(ui, view.state_about, TextRole::small);
        draw_reveal(view, draft, ui);
    });
}

void draw_seats(const view::WorkshopDeskView &view, const Ui &ui) {
    heading(ui, ui.texts(Text::workshop_which_group));
    text_block(ui, ui.texts(Text::workshop_which_group_about), TextRole::small, ui.palette.muted);
    for (const view::GroupRow &seat : view.seats) {
        CardLook look;
        look.text = seat.name;
        look.detail = seat.about;
        if (card(ui, "workshop.seat." + seat.id.value, look)) ui.intents.push(ChooseSeat{seat.id});
    }
}

void draw_action(Text label, Text about, const Ui &ui, bool &is_pressed) {
    is_pressed = plain_button(ui, ui.texts.label(label));
    text_block(ui, ui.texts(about), TextRole::small, ui.palette.muted);
    gap(0.3F);
}

void draw_files(const Ui &ui) {
    gap(kBetweenParts);
    heading(ui, ui.texts(Text::workshop_files));
    bool is_pressed = false;
    draw_action(Text::workshop_save_group_file, Text::workshop_save_group_file_about, ui, is_pressed);
    if (is_pressed) ui.intents.push(SaveGroupFile{});
    draw_action(Text::workshop_bring_in, Text::workshop_bring_in_about, ui, is_pressed);
    if (is_pressed) ui.intents.push(ChooseFiles{view::FilesFor::import_folder});
}

void draw_team(const view::WorkshopDeskView &view, const Ui &ui) {
    gap(kBetweenParts);
    heading(ui, ui.texts(Text::workshop_team));
    text_block(ui, ui.texts(Text::workshop_team_about), TextRole::small, ui.palette.muted);
    text_block(ui, view.team);
    if (plain_button(ui, ui.texts.label(Text::workshop_team_open), view.has_case)) ui.intents.push(OpenTeamDecisions{});
}

// Without ids: of the workshop on the desk.
void draw_review(const view::WorkshopDeskView &view, const Ui &ui) {
    heading(ui, ui.texts(Text::comparison_desk));
    text_block(ui, ui.texts(Text::comparison_desk_about), TextRole::small, ui.palette.muted);
    ButtonRow buttons(ui);
    const std::string compare = ui.texts.label(Text::comparison_desk_compare);
    if (view.has_been_played ? buttons.primary(compare, view.has_case) : buttons.plain(compare, view.has_case))
        ui.intents.push(OpenComparison{});
    if (buttons.plain(ui.texts.label(Text::comparison_desk_script), view.has_case)) ui.intents.push(OpenScript{});
    if (buttons.plain(ui.texts.label(Text::comparison_desk_present), view.has_case)) ui.intents.push(StartPresenting{});
}

} // namespace

void draw_workshop_desk(const view::WorkshopDeskView &view, WorkshopDraft &draft, const Ui &ui) {
    const ChildScope body("workshop-desk", {0.0F, 0.0F}, 0, true);
    const bool has_come_up = ImGui::IsWindowAppearing();
    scroll_by_page_keys();
    const PageScope page("page", kPageWidth);
    draw_head(view, draft, ui);
    gap(kBetweenParts);
    if (!view.has_case) text_block(ui, view.no_case, TextRole::body, ui.palette.danger, true);
    if (view.has_to_choose_seat) {
        if (has_come_up) begin_keyboard_at_next_item();
        draw_seats(view, ui);
        gap(1.5F);
        return;
    }
    if (has_come_up) begin_keyboard_at_next_item();
    if (view.has_been_played) {
        draw_review(view, ui);
        gap(kBetweenParts);
    }
    heading(ui, ui.texts(Text::workshop_groups));
    for (const view::GroupRow &row : view.rows) draw_row(view, row, ui);
    if (view.is_group_copy) {
        if (plain_button(ui, ui.texts.label(Text::workshop_other_seat))) ui.intents.push(ChooseSeat{});
    } else {
        if (!view.has_been_played) {
            gap(kBetweenParts);
            draw_review(view, ui);
        }
        draw_team(view, ui);
        draw_files(ui);
    }
    gap(1.5F);
}

} // namespace tsunagi::ui
