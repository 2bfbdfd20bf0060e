#include "ui/button_row.h"
#include "ui/keyboard.h"
#include "ui/screen_workshop.h"

namespace tsunagi::ui {

using i18n::Text;

namespace {

constexpr float kPageWidth = 60.0F; // ems

void draw_places(const view::FileChooserView &view, const Ui &ui) {
    caption(ui, ui.texts(Text::files_places));
    ButtonRow buttons(ui);
    for (std::size_t i = 0; i < view.shortcuts.size(); ++i)
        if (buttons.plain(labelled(view.shortcuts[i].label, "files.place." + std::to_string(i))))
            ui.intents.push(GoToPath{view.shortcuts[i].path});
}

void draw_typed(WorkshopDraft &draft, const Ui &ui) {
    caption(ui, ui.texts(Text::files_typed));
    const FieldEvent event = line_input(ui, "###files.typed", ui.texts(Text::files_typed_hint), draft.typed_path);
    if (event.is_entered && !draft.typed_path.empty()) ui.intents.push(GoToPath{draft.typed_path});
}

} // namespace

void draw_file_chooser(const view::FileChooserView &view, WorkshopDraft &draft, const Ui &ui) {
    const ChildScope body("files", {0.0F, 0.0F}, 0, true);
    const bool has_come_up = ImGui::IsWindowAppearing();
    scroll_by_page_keys();
    const PageScope page("page", kPageWidth);
    heading(ui, view.heading, TextRole::title);
    text_block(ui, view.about, TextRole::body, ui.palette.muted);
    gap(0.4F);
    draw_places(view, ui);
    gap(0.4F);
    draw_typed(draft, ui);
    gap(0.6F);
    text_block(ui, view.folder, TextRole::body, 0, true);
    if (view.folder != view.folder_path) tooltip(ui, view.folder_path);
    {
        ButtonRow buttons(ui);
        if (!view.take.empty() && buttons.primary(labelled(view.take, "files.take-folder")))
            ui.intents.push(TakeFolder{});
        if (buttons.plain(ui.texts.label(Text::files_up), !view.parent.empty())) ui.intents.push(GoToPath{view.parent});
        if (buttons.plain(ui.texts.label(Text::files_cancel))) ui.intents.push(LeaveFiles{});
    }
    if (!view.error.empty()) text_block(ui, view.error, TextRole::body, ui.palette.danger, true);
    if (!view.empty.empty()) text_block(ui, view.empty, TextRole::body, ui.palette.muted);
    const bool is_for_folder = view.wish == view::FilesFor::import_folder;
    // The rows have an id of their own for each folder: the keyboard begins anew in each.
    const ChildScope rows(("rows." + view.folder_path).c_str(), {0.0F, 0.0F}, 0, false, 0, true);
    if (has_come_up || ImGui::IsWindowAppearing()) begin_keyboard_at_next_item();
    for (std::size_t i = 0; i < view.rows.size(); ++i) {
        const view::FileRow &row = view.rows[i];
        CardLook look;
        look.text = row.label;
        look.side = row.changed;
        look.is_enabled = row.is_folder || !is_for_folder;
        if (card(ui, "files.row." + std::to_string(i), look)) ui.intents.push(GoToPath{row.path});
    }
    if (!view.more.empty()) text_block(ui, view.more, TextRole::small, ui.palette.muted);
    gap(1.5F);
}

} // namespace tsunagi::ui
