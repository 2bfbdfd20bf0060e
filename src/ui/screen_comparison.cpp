#include "ui/screen_comparison.h"

#include <cmath>

#include "ui/button_row.h"
#include "ui/keyboard.h"
#include "ui/page.h"

namespace tsunagi::ui {

using i18n::Text;
using view::ComparisonPage;

namespace {

constexpr float kRoomForTwo = 56.0F; // ems
constexpr float kListWidth = 19.0F;  // ems
constexpr float kPageWidth = 74.0F;  // ems
constexpr int kFramesToTop = 3;

void draw_buttons(const ComparisonStage &stage, const Ui &ui) {
    ButtonRow buttons(ui);
    if (buttons.plain(ui.texts.label(Text::comparison_to_workshop))) ui.intents.push(OpenWorkshop{stage.workshop});
    if (buttons.plain(ui.texts.label(Text::comparison_open_script))) ui.intents.push(OpenScript{stage.workshop});
    if (buttons.primary(ui.texts.label(Text::comparison_present), stage.can_present))
        ui.intents.push(StartPresenting{stage.workshop, PresentationOrder::as_compared});
}

void draw_pages(const ComparisonStage &stage, ReviewDraft &draft, const Ui &ui) {
    ButtonRow buttons(ui);
    // Where list and decision do not fit side by side: the way back to the list.
    const bool has_two = ImGui::GetContentRegionAvail().x >= kRoomForTwo * em();
    if (stage.page == ComparisonPage::decisions && !has_two && !draft.shows_list && stage.decision != nullptr &&
        buttons.plain(ui.texts.label(Text::comparison_to_list)))
        draft.shows_list = true;
    for (std::size_t i = 0; i < view::kComparisonPageWords.size(); ++i) {
        const auto page = static_cast<ComparisonPage>(i);
        const std::string word(view::kComparisonPageWords[i]);
        if (buttons.choice(labelled(ui.texts.named("comparison_page." + word), "comparison.page." + word),
                           page == stage.page))
            ui.intents.push(ShowComparisonPage{page});
    }
}

void draw_row(const view::ComparedRow &row, bool is_here, ReviewDraft &draft, const Ui &ui) {
    const float pad = std::round(em() * 0.6F);
    const float inset = std::round(em() * 0.45F);
    const float width = ImGui::GetContentRegionAvail().x;
    const float inner = width - pad * 2.0F;
    const float title = text_height(ui, row.title, TextRole::body, true, inner);
    const float figures = text_height(ui, row.figures, TextRole::small, false, inner);
    const float word = line_of(TextRole::small) + em() * 0.2F;
    const float bar = std::round(em() * 0.3F);
    const ImVec2 size{width, std::round(inset * 2.0F + title + word + figures + bar + em() * 0.2F)};
    const ImVec2 at = ImGui::GetCursorScreenPos();
    if (ImGui::InvisibleButton(labelled({}, "compare.row." + row.scene.value).c_str(), size,
                               ImGuiButtonFlags_EnableNav)) {
        ui.intents.push(ShowComparedDecision{row.index});
        draft.shows_list = false;
        draft.frames_to_top = kFramesToTop;
    }
    if (!ImGui::IsItemVisible()) return;
    ImDrawList *list = ImGui::GetWindowDrawList();
    const ImVec2 end{at.x + size.x, at.y + size.y};
    const float rounding = ImGui::GetStyle().FrameRounding;
    list->AddRectFilled(at, end,
                        is_here                  ? ui.palette.card_on
                        : ImGui::IsItemHovered() ? ui.palette.card_hot
                                                 : ui.palette.card,
                        rounding);
    list->AddRect(at, end, is_here ? ui.palette.accent : ui.palette.border, rounding);
    float y = at.y + inset;
    y += draw_text_at(ui, {at.x + pad, y}, row.title, TextRole::body, 0, true, inner);
    draw_text_at(ui, {at.x + pad, y}, row.split.sign + " " + row.split.word, TextRole::small, ui.palette.accent, true,
                 inner);
    y += word;
    y += draw_text_at(ui, {at.x + pad, y}, row.figures, TextRole::small, ui.palette.muted, false, inner);
    list->AddRectFilled({at.x + pad, y}, {at.x + pad + inner, y + bar}, ui.palette.fill_back, bar * 0.3F);
    if (row.difference > 0.0F)
        list->AddRectFilled({at.x + pad, y}, {at.x + pad + inner * row.difference, y + bar}, ui.palette.fill,
                            bar * 0.3F);
}

void draw_list(const view::ComparisonView &view, const ComparisonStage &stage, ReviewDraft &draft, const Ui &ui) {
    ButtonRow buttons(ui);
    if (buttons.choice(ui.texts.label(Text::comparison_by_difference), stage.is_by_difference))
        ui.intents.push(SortComparison{true});
    if (buttons.choice(ui.texts.label(Text::comparison_by_case), !stage.is_by_difference))
        ui.intents.push(SortComparison{false});
    gap(0.3F);
    for (const view::ComparedRow &row : view.rows)
        draw_row(row, stage.decision != nullptr && stage.decision->scene == row.scene, draft, ui);
}

void draw_decision(const ComparisonStage &stage, ReviewDraft &draft, const Ui &ui) {
    const ChildScope scope("comparison.decision", {0.0F, 0.0F}, 0, true);
    if (draft.frames_to_top > 0) {
        --draft.frames_to_top;
        ImGui::SetScrollY(0.0F);
    }
    scroll_by_page_keys();
    if (stage.decision == nullptr) return;
    const IdScope id(stage.decision->scene.value);
    draw_compared_decision(*stage.decision, stage.workshop, ui);
    gap(1.5F);
}

void draw_decisions(const view::ComparisonView &view, const ComparisonStage &stage, ReviewDraft &draft, const Ui &ui) {
    if (view.rows.empty()) {
        text_block(ui, ui.texts(Text::comparison_no_answers));
        return;
    }
    if (ImGui::GetContentRegionAvail().x >= kRoomForTwo * em()) {
        {
            const ChildScope list("comparison.list", {std::round(kListWidth * em()), 0.0F}, 0, true);
            draw_list(view, stage, draft, ui);
        }
        ImGui::SameLine();
        draw_decision(stage, draft, ui);
        return;
    }
    if (draft.shows_list || stage.decision == nullptr) {
        const ChildScope list("comparison.list", {0.0F, 0.0F}, 0, true);
        draw_list(view, stage, draft, ui);
        return;
    }
    draw_decision(stage, draft, ui);
}

void draw_other_page(const view::ComparisonView &view, const ComparisonStage &stage, const Ui &ui) {
    const ChildScope scope(("comparison." + std::to_string(static_cast<int>(stage.page))).c_str(), {0.0F, 0.0F}, 0,
                           true);
    scroll_by_page_keys();
    const PageScope page("page", kPageWidth);
    switch (stage.page) {
    case ComparisonPage::decisions: break;
    case ComparisonPage::assessments: draw_assessments(view, ui); break;
    case ComparisonPage::points: draw_point_profiles(view, ui); break;
    case ComparisonPage::safety: draw_safety_rows(view, ui); break;
    case ComparisonPage::regrets: draw_regrets(view, stage.regrets_done, ui); break;
    }
    gap(1.5F);
}

} // namespace

bool draw_review_refused(bool is_hidden, bool has_case, const model::WorkshopId &workshop, const Ui &ui) {
    if (!is_hidden && has_case) return false;
    const ChildScope scope("refused", {0.0F, 0.0F}, 0, true);
    const PageScope page("page", 40.0F);
    panel("refused", ui.palette.notice, [&] {
        if (is_hidden) {
            text_block(ui, ui.texts(Text::comparison_hidden), TextRole::lead, ui.palette.accent, true);
            text_block(ui, ui.texts(Text::comparison_hidden_about));
        } else {
            text_block(ui, ui.texts(Text::comparison_no_case));
        }
        gap(0.4F);
        if (ImGui::IsWindowAppearing()) begin_keyboard_at_next_item();
        if (primary_button(ui, ui.texts.label(Text::comparison_to_workshop))) ui.intents.push(OpenWorkshop{workshop});
    });
    return true;
}

void draw_comparison(const view::ComparisonView &view, const ComparisonStage &stage, ReviewDraft &draft, const Ui &ui) {
    if (draw_review_refused(view.is_hidden, view.has_case, stage.workshop, ui)) return;
    const ChildScope all("comparison", {0.0F, 0.0F}, 0, true, ImGuiWindowFlags_NoScrollbar);
    if (ImGui::IsWindowAppearing()) begin_keyboard_at_next_item();
    if (stage.can_present && is_key_free(ImGuiKey_F5))
        ui.intents.push(StartPresenting{stage.workshop, PresentationOrder::as_compared});
    draw_buttons(stage, ui);
    gap(0.2F);
    heading(ui, view.title, TextRole::lead);
    text_block(ui, view.about, TextRole::small, ui.palette.muted);
    for (const std::string &warning : view.warnings) text_block(ui, warning, TextRole::small, ui.palette.danger);
    gap(0.2F);
    draw_pages(stage, draft, ui);
    gap(0.2F);
    if (stage.page == ComparisonPage::decisions)
        draw_decisions(view, stage, draft, ui);
    else
        draw_other_page(view, stage, ui);
}

} // namespace tsunagi::ui
