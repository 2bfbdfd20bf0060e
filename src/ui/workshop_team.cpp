#include "ui/button_row.h"
#include "ui/keyboard.h"
#include "ui/play_parts.h"
#include "ui/screen_play.h"
#include "ui/screen_workshop.h"

namespace tsunagi::ui {

using i18n::Text;

namespace {

constexpr float kSceneWidth = 60.0F; // ems: a grid needs them

void draw_decision(const view::TeamDecisionText &decision, const Ui &ui) {
    if (decision.lines.empty())
        text_block(ui, ui.texts(Text::workshop_team_nothing));
    else
        bullets(ui, decision.lines);
    text_block(ui, decision.reason.empty() ? ui.texts(Text::workshop_team_no_reason) : decision.reason, TextRole::small,
               ui.palette.muted);
}

void draw_conflict(const view::TeamSceneView &view, const Ui &ui) {
    panel("conflict", ui.palette.danger_back, [&] {
        text_block(ui, ui.texts(Text::workshop_team_conflict), TextRole::body, ui.palette.danger, true);
        caption(ui, ui.texts(Text::workshop_team_own));
        draw_decision(view.own, ui);
        gap(0.4F);
        caption(ui, ui.texts(Text::workshop_team_other));
        draw_decision(*view.other, ui);
        gap(0.4F);
        ButtonRow buttons(ui);
        if (buttons.plain(ui.texts.label(Text::workshop_team_keep_own))) ui.intents.push(SettleTeamDecision{true});
        if (buttons.plain(ui.texts.label(Text::workshop_team_keep_other))) ui.intents.push(SettleTeamDecision{false});
    });
}

void draw_interaction(const view::SceneView &scene, PlayDraft &draft, const Ui &ui) {
    if (const auto *choice = std::get_if<view::ChoiceView>(&scene.interaction)) draw_choice(*choice, draft, ui);
    if (const auto *grid = std::get_if<view::GridView>(&scene.interaction)) draw_grid(*grid, draft, ui);
    if (const auto *order = std::get_if<view::OrderView>(&scene.interaction)) draw_order(*order, draft, ui);
}

} // namespace

void draw_team_list(const view::TeamListView &view, const Ui &ui) {
    const ChildScope body("team", {0.0F, 0.0F}, 0, true);
    const bool has_come_up = ImGui::IsWindowAppearing();
    scroll_by_page_keys();
    const PageScope page("page", kReadableEms);
    if (plain_button(ui, ui.texts.label(Text::workshop_to_desk))) ui.intents.push(LeaveWorkshopPage{});
    text_block(ui, view.title, TextRole::small, ui.palette.muted);
    heading(ui, ui.texts(Text::workshop_team), TextRole::title);
    text_block(ui, ui.texts(Text::workshop_team_about), TextRole::body, ui.palette.muted);
    gap(0.4F);
    if (has_come_up) begin_keyboard_at_next_item();
    for (const view::TeamRow &row : view.rows) {
        CardLook look;
        look.text = row.title;
        look.detail = row.decided;
        look.is_on = !row.decided.empty();
        if (card(ui, "workshop.team-scene." + row.id.value, look)) ui.intents.push(DecideAsTeam{row.id});
    }
    gap(1.5F);
}

void draw_team_scene(const view::TeamSceneView &view, PlayDraft &draft, const Ui &ui) {
    const ChildScope body(("team." + view.scene.id).c_str(), {0.0F, 0.0F}, 0, true);
    const bool has_come_up = ImGui::IsWindowAppearing();
    scroll_by_page_keys();
    const PageScope page("page", kSceneWidth);
    if (plain_button(ui, ui.texts.label(Text::workshop_team_to_list))) ui.intents.push(OpenTeamDecisions{});
    text_block(ui, view.workshop, TextRole::small, ui.palette.muted);
    heading(ui, view.scene.title, TextRole::title);
    if (view.other) draw_conflict(view, ui);
    for (const std::string &paragraph : view.scene.paragraphs) text_block(ui, paragraph);
    gap(0.6F);
    heading(ui, view.scene.question, TextRole::lead);
    if (has_come_up) begin_keyboard_at_next_item();
    draw_interaction(view.scene, draft, ui);
    gap(0.5F);
    text_block(ui, ui.texts(Text::workshop_team_why), TextRole::small, ui.palette.muted, true);
    if (long_input(ui, "###workshop.team-why", draft.rationale, ui.texts(Text::workshop_team_why_hint), em() * 4.6F))
        draft.has_changed = true;
    const DraftAnswer answer = answer_of(view.scene, draft, ui.texts);
    text_block(ui, answer.hint, TextRole::small, answer.is_ready ? ui.palette.muted : ui.palette.danger, true);
    const bool can_save = answer.is_ready && !view.other;
    if ((primary_button(ui, ui.texts.label(Text::workshop_team_save), can_save) || is_confirm_pressed()) && can_save)
        ui.intents.push(SaveTeamDecision{answer.answer, draft.rationale});
    gap(1.5F);
}

} // namespace tsunagi::ui
