#include "ui/button_row.h"
#include "ui/keyboard.h"
#include "ui/screen_workshop.h"

namespace tsunagi::ui {

using i18n::Text;

namespace {

constexpr float kPageWidth = 60.0F; // ems
constexpr float kBarHeight = 0.9F;

ImU32 ink_of(view::ImportMood mood, const Ui &ui) {
    switch (mood) {
    case view::ImportMood::good: return ui.palette.accent;
    case view::ImportMood::nothing_new: return ui.palette.muted;
    case view::ImportMood::warning:
    case view::ImportMood::bad: break;
    }
    return ui.palette.danger;
}

void draw_line(const view::ImportLine &line, std::size_t number, const Ui &ui) {
    panel(("line." + std::to_string(number)).c_str(), ui.palette.panel, [&] {
        text_block(ui, line.outcome, TextRole::body, ink_of(line.mood, ui), true);
        text_block(ui, line.whose.empty() ? line.file : line.whose);
        if (!line.whose.empty()) text_block(ui, line.file, TextRole::small, ui.palette.muted);
        if (!line.reason.empty()) text_block(ui, line.reason, TextRole::small);
    });
}

void draw_progress(const ImportProgress &progress, const Ui &ui) {
    heading(ui, ui.texts(Text::workshop_import_under_way), TextRole::title);
    text_block(ui, ui.texts.format(Text::workshop_import_count, fmt::arg("done", progress.done),
                                   fmt::arg("all", progress.all)));
    share_bar(ui, progress.done, progress.all, progress.all, {ImGui::GetContentRegionAvail().x, kBarHeight * em()});
    gap(0.6F);
    if (plain_button(ui, ui.texts.label(Text::workshop_import_cancel))) ui.intents.push(CancelImport{});
}

} // namespace

void draw_import(const view::ImportView &view, const ImportProgress &progress, const Ui &ui) {
    const ChildScope body(progress.is_under_way ? "importing" : "imported", {0.0F, 0.0F}, 0, true);
    const bool has_come_up = ImGui::IsWindowAppearing();
    scroll_by_page_keys();
    const PageScope page("page", kPageWidth);
    if (progress.is_under_way) {
        draw_progress(progress, ui);
        return;
    }
    heading(ui, view.heading, TextRole::title);
    text_block(ui, view.folder, TextRole::small, ui.palette.muted);
    text_block(ui, view.summary, TextRole::body, 0, true);
    if (has_come_up) begin_keyboard_at_next_item();
    ButtonRow buttons(ui);
    if (buttons.primary(ui.texts.label(Text::workshop_import_to_desk))) ui.intents.push(LeaveWorkshopPage{});
    if (buttons.plain(ui.texts.label(Text::workshop_import_again)))
        ui.intents.push(ChooseFiles{view::FilesFor::import_folder});
    gap(0.6F);
    for (std::size_t i = 0; i < view.lines.size(); ++i) draw_line(view.lines[i], i, ui);
    gap(1.5F);
}

} // namespace tsunagi::ui
