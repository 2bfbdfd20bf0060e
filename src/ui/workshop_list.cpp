#include "ui/button_row.h"
#include "ui/keyboard.h"
#include "ui/screen_workshop.h"

namespace tsunagi::ui {

using i18n::Text;

namespace {

void draw_row(const view::WorkshopRow &row, std::size_t number, WorkshopDraft &draft, const Ui &ui) {
    const std::string id = std::to_string(number);
    panel(("row." + id).c_str(), ui.palette.panel, [&] {
        text_block(ui, row.title, TextRole::lead, 0, true);
        text_block(ui, row.about, TextRole::small, ui.palette.muted);
        text_block(ui, row.progress);
        chip(ui, row.state, ui.palette.accent, ui.palette.window);
        ButtonRow buttons(ui);
        if (draft.to_delete != row.id) {
            if (buttons.primary(labelled(ui.texts(Text::workshop_open), "workshop.open." + id)))
                ui.intents.push(OpenWorkshop{row.id});
            if (buttons.plain(labelled(ui.texts(Text::workshop_delete), "workshop.delete." + id)))
                draft.to_delete = row.id;
            return;
        }
        text_block(ui, row.ask, TextRole::body, ui.palette.danger, true);
        ButtonRow answers(ui);
        if (answers.plain(labelled(ui.texts(Text::workshop_really_delete), "workshop.really-delete." + id))) {
            ui.intents.push(DeleteWorkshop{row.id});
            draft.to_delete.reset();
        }
        if (answers.plain(labelled(ui.texts(Text::workshop_keep), "workshop.keep." + id))) draft.to_delete.reset();
    });
}

void draw_what_it_is(const Ui &ui) {
    panel("about", ui.palette.panel, [&] {
        heading(ui, ui.texts(Text::workshop_empty));
        bullets(ui,
                {ui.texts(Text::workshop_empty_1), ui.texts(Text::workshop_empty_2), ui.texts(Text::workshop_empty_3)});
    });
}

} // namespace

void draw_workshop_list(const view::WorkshopListView &view, WorkshopDraft &draft, const Ui &ui) {
    const ChildScope body("workshops", {0.0F, 0.0F}, 0, true);
    const bool has_come_up = ImGui::IsWindowAppearing();
    scroll_by_page_keys();
    const PageScope page("page", kReadableEms);
    heading(ui, ui.texts(Text::workshop_title), TextRole::title);
    if (view.rows.empty()) {
        draw_what_it_is(ui);
        gap(0.6F);
    }
    if (has_come_up && view.rows.empty()) begin_keyboard_at_next_item();
    ButtonRow buttons(ui);
    if (buttons.primary(ui.texts.label(Text::workshop_new))) ui.intents.push(BeginWorkshop{});
    if (buttons.plain(ui.texts.label(Text::workshop_open_file)))
        ui.intents.push(ChooseFiles{view::FilesFor::open_file});
    text_block(ui, ui.texts(Text::workshop_open_file_about), TextRole::small, ui.palette.muted);
    gap(0.6F);
    if (has_come_up && !view.rows.empty()) begin_keyboard_at_next_item();
    for (std::size_t i = 0; i < view.rows.size(); ++i) draw_row(view.rows[i], i, draft, ui);
    gap(1.5F);
}

} // namespace tsunagi::ui
