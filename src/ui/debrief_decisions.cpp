#include <algorithm>
#include <array>
#include <cmath>

#include "ui/debrief_parts.h"
#include "ui/keyboard.h"
#include "ui/outcome.h"
#include "ui/page.h"

namespace tsunagi::ui {

using i18n::Text;

namespace {

constexpr float kNarrowestPart = 14.0F; ///< ems of what stands side by side in an unfolded decision
constexpr float kShownAt = 0.08F;       ///< part of the window above a row that the page has moved to

// What stands at the right of a decision: its class or what it earned, and below it the rest in small print.
struct Verdict {
    std::string text;
    ImU32 colour = 0;
    std::string_view below; ///< what it earned, where the class stands above
    std::string_view cost;
    bool is_costly = false;
};

Verdict verdict_of(const view::DebriefView &view, std::size_t number, const Ui &ui) {
    const view::OutcomeView &outcome = view.decisions[number];
    const view::CostView &cost = view.decision_cost[number];
    Verdict verdict{{}, ui.palette.muted, {}, cost.mark, cost.overall > 0};
    if (!outcome.option_class) {
        verdict.text = view.decision_share[number];
        return verdict;
    }
    verdict.text = outcome.option_class->symbol + " " + outcome.option_class->word;
    verdict.colour = ui.palette.classes[static_cast<std::size_t>(outcome.option_class->option_class)];
    verdict.below = view.decision_share[number];
    return verdict;
}

float small_width(const Ui &ui, std::string_view text, bool is_bold) {
    if (text.empty()) return 0.0F;
    const TextScope scope(ui, TextRole::small, is_bold);
    return std::ceil(ImGui::CalcTextSize(text.data(), text.data() + text.size()).x) + 1.0F;
}

float between_words() { return em() * 0.7F; }

// The second line of the verdict: what was earned, then what it cost.
float below_width(const Ui &ui, const Verdict &verdict) {
    const float between = verdict.below.empty() || verdict.cost.empty() ? 0.0F : between_words();
    return small_width(ui, verdict.below, false) + between + small_width(ui, verdict.cost, verdict.is_costly);
}

float verdict_height(const Verdict &verdict) {
    const int lines = (verdict.text.empty() ? 0 : 1) + (verdict.below.empty() && verdict.cost.empty() ? 0 : 1);
    return static_cast<float>(lines) * line_of(TextRole::small) + (lines == 2 ? em() * 0.15F : 0.0F);
}

// Each line at the right end of `width`, or where a verdict stands below its title at the left.
void draw_verdict(const Ui &ui, const Verdict &verdict, ImVec2 at, float width, bool is_at_right) {
    const auto x_of = [&](float wide) { return is_at_right ? at.x + width - wide : at.x; };
    float y = std::round(at.y);
    if (!verdict.text.empty()) {
        draw_chip_at(ui, {std::round(x_of(chip_width(ui, verdict.text))), y}, verdict.text, verdict.colour,
                     ui.palette.panel);
        y += line_of(TextRole::small) + std::round(em() * 0.15F);
    }
    float x = x_of(below_width(ui, verdict));
    if (!verdict.below.empty()) {
        const float wide = small_width(ui, verdict.below, false);
        draw_text_at(ui, {x, y}, verdict.below, TextRole::small, ui.palette.muted, false, wide);
        x += wide + between_words();
    }
    if (!verdict.cost.empty())
        draw_text_at(ui, {x, y}, verdict.cost, TextRole::small, verdict.is_costly ? ui.palette.text : ui.palette.muted,
                     verdict.is_costly, small_width(ui, verdict.cost, verdict.is_costly));
}

// The row that a mark of the timeline asked for comes to the upper part of the window and takes the keyboard.
void show_row_when_asked(int number, DebriefDraft &draft) {
    if (draft.decision_to_show != number || draft.frames_to_show <= 0) return;
    if (draft.frames_to_show-- == kFramesToShow) focus_last_item();
    scroll_page_to_last_item(kShownAt);
}

bool draw_row(const view::DebriefView &view, std::size_t index, DebriefDraft &draft, bool is_open, const Ui &ui) {
    const view::OutcomeView &outcome = view.decisions[index];
    const float pad = em() * 0.7F;
    const float sign = em() * 1.2F;
    const float inset = em() * 0.45F;
    const float full = ImGui::GetContentRegionAvail().x;
    const Verdict verdict = verdict_of(view, index, ui);
    const float verdict_width =
        std::max(verdict.text.empty() ? 0.0F : chip_width(ui, verdict.text), below_width(ui, verdict));
    // In a narrow window the verdict gets lines of its own.
    const bool is_stacked = full < em() * 26.0F;
    const float text_width = full - pad * 2.0F - sign - (is_stacked ? 0.0F : verdict_width + em() * 0.8F);
    const float when = text_height(ui, outcome.when, TextRole::small, false, text_width);
    const float title = text_height(ui, outcome.title, TextRole::body, true, text_width);
    const float verdict_room = verdict_height(verdict);
    const float words = is_stacked ? when + title + em() * 0.2F + verdict_room : std::max(when + title, verdict_room);
    const ImVec2 size{full, std::round(inset * 2.0F + words)};

    const ImVec2 at = ImGui::GetCursorScreenPos();
    const std::string id = labelled({}, "debrief.decision." + std::to_string(index));
    const bool is_pressed = ImGui::InvisibleButton(id.c_str(), size, ImGuiButtonFlags_EnableNav);
    show_row_when_asked(static_cast<int>(index), draft);
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
    const float y = at.y + (is_stacked ? inset : (size.y - when - title) * 0.5F);
    draw_text_at(ui, {x, y}, outcome.when, TextRole::small, ui.palette.muted, false, text_width);
    draw_text_at(ui, {x, y + when}, outcome.title, TextRole::body, ui.palette.text, true, text_width);
    if (is_stacked)
        draw_verdict(ui, verdict, {x, y + when + title + em() * 0.2F}, text_width, false);
    else
        draw_verdict(ui, verdict, {end.x - pad - verdict_width, at.y + (size.y - verdict_room) * 0.5F}, verdict_width,
                     true);
    return is_pressed;
}

/// What stands at the head of an unfolded decision, beside one another where there is room.
enum class BesidePart { own_reason, handbook_team, cost };

void draw_part(BesidePart part, const view::OutcomeView &outcome, const view::CostView &cost, const Ui &ui) {
    switch (part) {
    case BesidePart::own_reason:
        caption(ui, ui.texts(Text::outcome_your_why));
        if (outcome.rationale.empty())
            text_block(ui, ui.texts(Text::cost_no_reason), TextRole::body, ui.palette.muted);
        else
            text_block(ui, outcome.rationale);
        break;
    case BesidePart::handbook_team:
        caption(ui, ui.texts(Text::outcome_handbook_team));
        text_block(ui, outcome.handbook_team);
        break;
    case BesidePart::cost:
        caption(ui, ui.texts(Text::cost_heading));
        for (const std::string &sentence : cost.words) text_block(ui, sentence);
        break;
    }
}

void draw_beside(const view::OutcomeView &outcome, const view::CostView &cost, const Ui &ui) {
    std::array<BesidePart, 3> parts{};
    std::size_t count = 0;
    if (!outcome.reasons.empty()) parts[count++] = BesidePart::own_reason;
    if (!outcome.handbook_team.empty()) parts[count++] = BesidePart::handbook_team;
    if (cost.is_known) parts[count++] = BesidePart::cost;
    if (count == 0) return;
    panel("beside", ui.palette.panel, [&] {
        const Grid grid = grid_for(em() * kNarrowestPart, 0.0F, static_cast<int>(count));
        if (grid.columns < static_cast<int>(count)) {
            for (std::size_t i = 0; i < count; ++i) {
                if (i > 0) gap(0.4F);
                draw_part(parts[i], outcome, cost, ui);
            }
            return;
        }
        const ImVec2 at = ImGui::GetCursorScreenPos();
        float bottom = at.y;
        for (std::size_t i = 0; i < count; ++i) {
            ImGui::SetCursorScreenPos({at.x + static_cast<float>(i) * (grid.width + grid.between), at.y});
            const IdScope id(static_cast<int>(i));
            {
                const ColumnScope column("part", grid.width);
                draw_part(parts[i], outcome, cost, ui);
            }
            bottom = std::max(bottom, ImGui::GetItemRectMax().y);
        }
        ImGui::SetCursorScreenPos({at.x, bottom});
        ImGui::Dummy({1.0F, 1.0F});
    });
}

void draw_open(const view::OutcomeView &outcome, const view::CostView &cost, int number, int decision_index,
               DebriefDraft &draft, const Ui &ui, const model::SessionId &session) {
    const std::string n = std::to_string(number);
    panel("open", ui.palette.window, [&] {
        for (const std::string &paragraph : outcome.paragraphs)
            text_block(ui, paragraph, TextRole::body, ui.palette.muted, false, readable_width());
        if (!outcome.question.empty()) {
            gap(0.3F);
            text_block(ui, outcome.question, TextRole::body, 0, true, readable_width());
        }
        gap(0.6F);
        draw_beside(outcome, cost, ui);
        draw_outcome(outcome, ui, {false, false, false});
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
        if (draw_row(view, i, draft, is_open, ui)) draft.open_decision = is_open ? -1 : number;
        if (!is_open) continue;
        const IdScope id(number);
        draw_open(view.decisions[i], view.decision_cost[i], number, view.decision_index[i], draft, ui, session);
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
