#include "ui/screen_sketch.h"

#include "base/utf8.h"
#include "ui/ecomap_parts.h"
#include "ui/keyboard.h"

namespace tsunagi::ui {

using i18n::Text;

namespace {

constexpr float kSideWidth = 20.0F;   // ems
constexpr float kRoomForHead = 20.0F; // ems of height at which the buttons stay in sight
constexpr float kTitleWidth = 24.0F;  // ems

// No screen for drawing is without it.
void draw_notice(const Ui &ui) {
    panel("notice", ui.palette.notice,
          [&] { text_block(ui, ui.texts(Text::sketch_notice), TextRole::small, 0, true); });
}

// ---- the list ------------------------------------------------------------------------------------------------------

void draw_beginnings(const view::SketchListView &view, const Ui &ui) {
    heading(ui, ui.texts(Text::sketch_begin));
    text_block(ui, ui.texts(Text::sketch_begin_about));
    gap(0.3F);
    const char *empty = ui.texts.label(Text::sketch_begin_empty);
    if (primary_button(ui, empty)) ui.intents.push(BeginSketch{});
    gap(0.3F);
    for (const view::SketchCase &each : view.cases) {
        CardLook look;
        look.text = each.title;
        if (card(ui, "sketch.begin." + each.id.value, look)) ui.intents.push(BeginSketch{each.id});
    }
}

void draw_row(const view::SketchRow &row, std::size_t number, SketchDraft &draft, const Ui &ui) {
    const std::string id = std::to_string(number);
    panel(("row." + id).c_str(), ui.palette.panel, [&] {
        text_block(ui, row.title, TextRole::body, 0, true);
        text_block(ui, row.updated, TextRole::small, ui.palette.muted);
        Flow flow(0.5F);
        const auto button = [&](Text text, const std::string &name) {
            const std::string label = labelled(ui.texts(text), "sketch." + name + '.' + id);
            flow.next(button_width(label.c_str()));
            return plain_button(ui, label.c_str());
        };
        if (draft.to_delete != row.id) {
            if (button(Text::sketch_open, "open")) ui.intents.push(OpenSketch{row.id});
            if (button(Text::sketch_delete, "delete")) draft.to_delete = row.id;
            return;
        }
        text_block(ui, row.ask, TextRole::body, ui.palette.danger, true);
        flow = Flow(0.5F);
        if (button(Text::sketch_really_delete, "really")) {
            ui.intents.push(DeleteSketch{row.id});
            draft.to_delete.reset();
        }
        if (button(Text::sketch_keep, "keep")) draft.to_delete.reset();
    });
}

// ---- one drawing ---------------------------------------------------------------------------------------------------

void draw_conflict(const view::SketchView &view, const Ui &ui) {
    if (!view.has_conflict) return;
    panel("conflict", ui.palette.danger_back, [&] {
        text_block(ui, ui.texts(Text::sketch_conflict), TextRole::body, ui.palette.danger, true);
        Flow flow(0.5F);
        const char *copy = ui.texts.label(Text::sketch_keep_copy);
        flow.next(primary_button_width(ui, copy));
        if (primary_button(ui, copy)) ui.intents.push(KeepSketchCopy{});
        if (tool_button(flow, Text::sketch_take_other, ui)) ui.intents.push(TakeOtherSketch{});
    });
}

void draw_title(const view::SketchView &view, SketchDraft &draft, const Ui &ui) {
    const bool has_changed =
        line_input(ui, "###sketch.title", ui.texts(Text::sketch_title_hint), draft.title, kTitleWidth * em())
            .has_changed;
    if (!view.about.empty()) {
        if (ImGui::GetContentRegionAvail().x >= kRoomForSide * em()) ImGui::SameLine();
        ImGui::AlignTextToFramePadding();
        text_block(ui, view.about, TextRole::small, ui.palette.muted);
    }
    const bool is_blank = base::trim(draft.title).empty();
    if (has_changed && !is_blank) ui.intents.push(EditSketch{model::RenameSketch{draft.title}, "title"});
    if (is_blank) text_block(ui, ui.texts(Text::sketch_title_needed), TextRole::small, ui.palette.danger, true);
    if (base::count_code_points(draft.title) > model::kLongestSketchTitle)
        text_block(ui, ui.texts.format(Text::sketch_too_long, fmt::arg("n", model::kLongestSketchTitle)),
                   TextRole::small, ui.palette.danger, true);
}

void draw_head(const view::SketchView &view, SketchDraft &draft, const Ui &ui) {
    const ChildScope head("head", {0.0F, 0.0F}, ui.palette.panel, true, 0, true);
    if (ImGui::IsWindowAppearing()) begin_keyboard_at_next_item();
    Flow flow(0.5F);
    if (tool_button(flow, Text::sketch_to_list, ui)) ui.intents.push(OpenSketches{});
    const bool is_undo_typed = ImGui::GetIO().KeyCtrl && !ImGui::GetIO().WantTextInput && !is_behind_message() &&
                               ImGui::IsKeyPressed(ImGuiKey_Z, false);
    const bool is_undo_pressed = tool_button(flow, Text::sketch_undo, ui, view.can_undo);
    if (is_undo_pressed || (is_undo_typed && view.can_undo)) ui.intents.push(UndoSketch{});
    if (view.can_compare && tool_button(flow, view.is_comparing ? Text::sketch_compare_end : Text::sketch_compare, ui))
        ui.intents.push(CompareSketch{!view.is_comparing});
    draw_map_tools(flow, draft.map, ui);
    draw_conflict(view, ui);
}

} // namespace

void draw_sketch_list(const view::SketchListView &view, SketchDraft &draft, const Ui &ui) {
    const ChildScope body("list", {0.0F, 0.0F}, 0, true);
    const bool has_come_up = ImGui::IsWindowAppearing();
    scroll_by_page_keys();
    const PageScope page("sketches", kReadableEms);
    heading(ui, ui.texts(Text::sketch_heading), TextRole::title);
    text_block(ui, ui.texts(Text::sketch_intro), TextRole::body, ui.palette.muted);
    gap(0.4F);
    draw_notice(ui);
    gap(0.6F);
    heading(ui, ui.texts(Text::sketch_drawn));
    if (has_come_up) begin_keyboard_at_next_item();
    if (view.rows.empty()) text_block(ui, ui.texts(Text::sketch_none), TextRole::body, ui.palette.muted);
    for (std::size_t i = 0; i < view.rows.size(); ++i) draw_row(view.rows[i], i, draft, ui);
    gap(kBetweenParts);
    draw_beginnings(view, ui);
    gap(0.6F);
    if (plain_button(ui, ui.texts.label(Text::sketch_to_drills))) ui.intents.push(OpenDrills{});
    gap(1.5F);
}

void draw_sketch(const view::SketchView &view, SketchDraft &draft, const Ui &ui) {
    draw_notice(ui);
    const ecomap::Layout &other = view.other_layout ? *view.other_layout : *view.map.layout;
    draw_map_page(
        {view.map, other, kSideWidth, kRoomForHead}, draft.map, ui, [&] { draw_head(view, draft, ui); },
        [&] {
            scroll_by_page_keys();
            draw_title(view, draft, ui);
        },
        [&] { draw_sketch_panel(view, draft, ui); });
}

} // namespace tsunagi::ui
