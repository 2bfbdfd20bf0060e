#include <algorithm>
#include <cmath>

#include "ui/debrief_parts.h"
#include "ui/outcome.h"
#include "ui/page.h"

namespace tsunagi::ui {

using i18n::Text;

namespace {

// What stands at the right of a decision: its class, or what it earned.
struct Verdict {
    std::string text;
    ImU32 colour = 0;
    bool is_class = false;
};

Verdict verdict_of(const view::OutcomeView &outcome, const std::string &share, const Ui &ui) {
    if (outcome.option_class)
        return {outcome.option_class->symbol + " " + outcome.option_class->word,
                ui.palette.classes[static_cast<std::size_t>(outcome.option_class->option_class)], true};
    return {share, ui.palette.muted, false};
}

bool draw_row(const view::OutcomeView &outcome, const std::string &share, const std::string &id, bool is_open,
              const Ui &ui) {
    const float pad = em() * 0.7F;
    const float sign = em() * 1.2F;
    const float inset = em() * 0.45F;
    const float full = ImGui::GetContentRegionAvail().x;
    const Verdict verdict = verdict_of(outcome, share, ui);
    const float verdict_width = verdict.text.empty() ? 0.0F : chip_width(ui, verdict.text);
    // In a narrow window the verdict gets a line of its own.
    const bool is_stacked = full < em() * 22.0F;
    const float text_width = full - pad * 2.0F - sign - (is_stacked ? 0.0F : verdict_width + em() * 0.8F);
    const float when = text_height(ui, outcome.when, TextRole::small, false, text_width);
    const float title = text_height(ui, outcome.title, TextRole::body, true, text_width);
    const float below = is_stacked && !verdict.text.empty() ? line_of(TextRole::small) + em() * 0.2F : 0.0F;
    const ImVec2 size{full, std::round(inset * 2.0F + when + title + below)};

    const ImVec2 at = ImGui::GetCursorScreenPos();
    const bool is_pressed = ImGui::InvisibleButton(labelled({}, id).c_str(), size, ImGuiButtonFlags_EnableNav);
    if (!ImGui::IsItemVisible()) return is_pressed;
    const bool is_hot = ImGui::IsItemHovered();
    ImDrawList *list = ImGui::GetWindowDrawList();
    const ImVec2 end{at.x + size.x, at.y + size.y};
    const float rounding = ImGui::GetStyle().FrameRounding;
    list->AddRectFilled(at, end,
                        is_open  ? ui.palette.card_on
                        : is_hot ? ui.palette.card_hot
                                 : ui.palette.card,
                        rounding);
    list->AddRect(at, end, is_open ? ui.palette.accent : ui.palette.border, rounding);

    fold_sign(ui, {at.x + pad + em() * 0.28F, at.y + size.y * 0.5F}, is_open);
    const float x = at.x + pad + sign;
    draw_text_at(ui, {x, at.y + inset}, outcome.when, TextRole::small, ui.palette.muted, false, text_width);
    draw_text_at(ui, {x, at.y + inset + when}, outcome.title, TextRole::body, ui.palette.text, true, text_width);
    if (verdict.text.empty()) return is_pressed;
    const ImVec2 after = ImGui::GetCursorScreenPos();
    ImGui::SetCursorScreenPos(is_stacked ? ImVec2{x, at.y + inset + when + title + em() * 0.2F}
                                         : ImVec2{end.x - pad - verdict_width,
                                                  std::round(at.y + (size.y - line_of(TextRole::small)) * 0.5F)});
    chip(ui, verdict.text, verdict.colour, ui.palette.panel);
    ImGui::SetCursorScreenPos(after);
    return is_pressed;
}

void draw_open(const view::OutcomeView &outcome, int number, int decision_index, DebriefDraft &draft, const Ui &ui,
               const model::SessionId &session) {
    const std::string n = std::to_string(number);
    panel("open", ui.palette.window, [&] {
        for (const std::string &paragraph : outcome.paragraphs)
            text_block(ui, paragraph, TextRole::body, ui.palette.muted, false, readable_width());
        if (!outcome.question.empty()) {
            gap(0.3F);
            text_block(ui, outcome.question, TextRole::body, 0, true, readable_width());
        }
        gap(0.6F);
        draw_outcome(outcome, ui);
        gap(0.8F);
        Flow flow(0.6F);
        const std::string explore = labelled(ui.texts(Text::debrief_explore), "debrief.explore." + n);
        const std::string close = labelled(ui.texts(Text::debrief_close_decision), "debrief.close." + n);
        flow.next(button_width(explore.c_str()));
        if (plain_button(ui, explore.c_str())) ui.intents.push(ExploreFrom{session, decision_index});
        flow.next(button_width(close.c_str()));
        if (plain_button(ui, close.c_str())) draft.open_decision = -1;
    });
    gap(0.4F);
}

bool draw_question(Text question, Text hint, const char *id, std::string &answer, const Ui &ui) {
    text_block(ui, ui.texts(question), TextRole::body, 0, true);
    const bool has_changed = long_input(ui, id, answer, ui.texts(hint), em() * 6.0F);
    gap(0.5F);
    return has_changed;
}

} // namespace

void draw_decisions(const view::DebriefView &view, DebriefDraft &draft, const Ui &ui, const model::SessionId &session) {
    heading(ui, ui.texts(Text::debrief_decisions));
    text_block(ui, ui.texts(Text::debrief_decisions_help), TextRole::small, ui.palette.muted, false, readable_width());
    gap(0.3F);
    for (std::size_t i = 0; i < view.decisions.size(); ++i) {
        const int number = static_cast<int>(i);
        const bool is_open = draft.open_decision == number;
        if (draw_row(view.decisions[i], view.decision_share[i], "debrief.decision." + std::to_string(number), is_open,
                     ui))
            draft.open_decision = is_open ? -1 : number;
        if (!is_open) continue;
        const IdScope id(number);
        draw_open(view.decisions[i], number, view.decision_index[i], draft, ui, session);
    }
}

void draw_self_debrief(DebriefDraft &draft, const Ui &ui) {
    heading(ui, ui.texts(Text::debrief_self));
    text_block(ui, ui.texts(Text::debrief_self_saved), TextRole::small, ui.palette.muted, false, readable_width());
    gap(0.3F);
    bool has_changed = draw_question(Text::debrief_self_what, Text::debrief_self_what_hint, "###debrief.self.what",
                                     draft.answers.what, ui);
    has_changed |= draw_question(Text::debrief_self_why, Text::debrief_self_why_hint, "###debrief.self.why",
                                 draft.answers.why, ui);
    has_changed |= draw_question(Text::debrief_self_next, Text::debrief_self_next_hint, "###debrief.self.next",
                                 draft.answers.next, ui);
    draft.has_changed |= has_changed;
}

} // namespace tsunagi::ui
