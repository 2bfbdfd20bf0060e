#include "ui/screen_script.h"

#include <utility>

#include <imgui_internal.h>

#include "ui/button_row.h"
#include "ui/keyboard.h"
#include "ui/page.h"
#include "ui/screen_comparison.h"

namespace tsunagi::ui {

using i18n::Text;

namespace {

constexpr float kPageWidth = 60.0F; // ems
constexpr float kNoteHeight = 5.0F; // ems
constexpr float kMinutesHeight = 10.0F;

// A field that has the keyboard keeps a text of its own, which would write over the other one.
void take_over_replaced(ReviewDraft &draft) {
    if (!std::exchange(draft.is_replaced, false)) return;
    if (ImGuiInputTextState *state = ImGui::GetInputTextState(ImGui::GetActiveID()); state != nullptr)
        state->ReloadUserBufAndMoveToEnd();
}

void draw_buttons(const view::ScriptView &view, const ScriptStage &stage, const Ui &ui) {
    ButtonRow buttons(ui);
    if (buttons.plain(ui.texts.label(Text::comparison_to_workshop))) ui.intents.push(OpenWorkshop{stage.workshop});
    if (buttons.plain(ui.texts.label(Text::script_screen_compare))) ui.intents.push(OpenComparison{stage.workshop});
    if (buttons.primary(ui.texts.label(Text::script_screen_present_these), !view.decisions.empty()))
        ui.intents.push(StartPresenting{stage.workshop, PresentationOrder::script});
}

void draw_decision(const view::ScriptDecision &decision, const std::string &why, ReviewDraft &draft, const Ui &ui) {
    const IdScope id(decision.scene.value);
    heading(ui, decision.title);
    text_block(ui, why, TextRole::small, ui.palette.accent, true);
    text_block(ui, decision.question, TextRole::body, ui.palette.muted);
    for (const view::ScriptPhase &phase : decision.phases) {
        gap(0.3F);
        caption(ui, phase.title);
        bullets(ui, phase.lines);
    }
    gap(0.3F);
    caption(ui, ui.texts(Text::script_screen_note));
    if (long_input(ui, ("###script.note." + decision.scene.value).c_str(), draft.notes[decision.scene],
                   ui.texts(Text::script_screen_note_hint), em() * kNoteHeight))
        draft.has_changed = true;
    gap(kBetweenParts);
}

void draw_take_home(const Ui &ui) {
    heading(ui, ui.texts(Text::script_screen_take_home));
    text_block(ui, ui.texts(Text::script_screen_take_home_about), TextRole::small, ui.palette.muted);
    ButtonRow buttons(ui);
    if (buttons.plain(ui.texts.label(Text::script_screen_export_html))) ui.intents.push(ExportWorkshop{});
    if (buttons.plain(ui.texts.label(Text::script_screen_export_csv)))
        ui.intents.push(ExportWorkshop{TakeHome::tables});
    if (buttons.plain(ui.texts.label(Text::script_screen_export_xapi)))
        ui.intents.push(ExportWorkshop{TakeHome::statements});
}

} // namespace

void draw_script(const view::ScriptView &view, const ScriptStage &stage, ReviewDraft &draft, const Ui &ui) {
    if (draw_review_refused(stage.is_hidden, stage.has_case, stage.workshop, ui)) return;
    const ChildScope body("script", {0.0F, 0.0F}, 0, true);
    take_over_replaced(draft);
    scroll_by_page_keys();
    if (!view.decisions.empty() && is_key_free(ImGuiKey_F5))
        ui.intents.push(StartPresenting{stage.workshop, PresentationOrder::script});
    const PageScope page("page", kPageWidth);
    if (ImGui::IsWindowAppearing()) begin_keyboard_at_next_item();
    draw_buttons(view, stage, ui);
    gap(0.4F);
    heading(ui, ui.texts(Text::script_screen_heading), TextRole::title);
    text_block(ui, view.note, TextRole::small, ui.palette.muted);
    if (!view.empty.empty()) text_block(ui, view.empty);
    text_block(ui, ui.texts(Text::script_screen_saved), TextRole::small, ui.palette.muted);
    gap(1.0F);
    for (std::size_t i = 0; i < view.decisions.size(); ++i) draw_decision(view.decisions[i], stage.why[i], draft, ui);
    heading(ui, ui.texts(Text::script_screen_minutes));
    if (long_input(ui, "###script.minutes", draft.minutes, ui.texts(Text::script_screen_minutes_hint),
                   em() * kMinutesHeight))
        draft.has_changed = true;
    gap(kBetweenParts);
    draw_take_home(ui);
    gap(1.5F);
}

} // namespace tsunagi::ui
