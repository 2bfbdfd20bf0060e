#include "ui/help.h"

#include <algorithm>
#include <cmath>

#include <imgui_internal.h>

#include "ui/page.h"
#include "view/settings_view.h"

namespace tsunagi::ui {

using i18n::Text;

namespace {

constexpr float kIntroductionWidth = 38.0F; ///< ems
constexpr float kKeysWidth = 64.0F;
constexpr float kRoomForTwo = 48.0F; ///< ems at which the groups of keys stand in two columns
constexpr float kKeyWidth = 10.0F;

void leave(HelpPage page, const Ui &ui) {
    ui.intents.push(ShowHelp{page});
    ImGui::CloseCurrentPopup();
}

// What is left of the screen's height for the text between a heading and a row of buttons.
float room_for_text(float wanted) {
    const float fixed = ImGui::GetCursorPosY() + ImGui::GetFrameHeight() + ImGui::GetStyle().WindowPadding.y +
                        ImGui::GetStyle().ItemSpacing.y + em() * 0.6F;
    return std::min(wanted, ImGui::GetMainViewport()->WorkSize.y * kMostOfScreen - fixed);
}

void end_of_line(float width) {
    ImGui::SameLine(0.0F, 0.0F);
    ImGui::SetCursorPosX(std::max(ImGui::GetCursorPosX() + em() * 0.5F,
                                  ImGui::GetWindowWidth() - ImGui::GetStyle().WindowPadding.x - width));
}

// Enter presses the item drawn last, at once and seen to do so, whatever brought the window up.
void begin_keyboard_here() {
    ImGui::SetItemDefaultFocus();
    if (ImGui::IsWindowAppearing()) ImGui::SetNavCursorVisible(true);
}

// ---- the keys ------------------------------------------------------------------------------------------------------

void draw_group(const view::KeyGroup &group, const Ui &ui) {
    heading(ui, group.title, TextRole::lead);
    const float full = ImGui::GetContentRegionAvail().x;
    const float head = std::min(em() * kKeyWidth, full * 0.45F);
    for (const view::KeyLine &line : group.lines) {
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const float keys =
            draw_text_at(ui, at, line.keys, TextRole::small, ui.palette.accent, true, head - em() * 0.5F);
        const float does = draw_text_at(ui, {at.x + head, at.y}, line.does, TextRole::small, 0, false, full - head);
        ImGui::Dummy({full, std::max(keys, does)});
    }
    gap(0.7F);
}

// Two columns of about the same number of lines, or one.
void draw_groups(const view::HelpView &view, const Ui &ui) {
    const bool has_two = ImGui::GetContentRegionAvail().x >= em() * kRoomForTwo;
    std::size_t lines = 0;
    for (const view::KeyGroup &group : view.keys) lines += group.lines.size() + 2;
    std::size_t split = 0;
    for (std::size_t passed = 0; split < view.keys.size() && passed * 2 < lines; ++split)
        passed += view.keys[split].lines.size() + 2;
    const auto draw_range = [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) draw_group(view.keys[i], ui);
    };
    side_by_side(
        has_two, 0.5F, "keys", [&] { draw_range(0, split); }, [&] { draw_range(split, view.keys.size()); }, 0.0F);
}

void draw_keys(const view::HelpView &view, const Ui &ui) {
    const OverlayScope overlay("###help.keys", kKeysWidth);
    if (!overlay.is_open()) return;
    heading(ui, ui.texts(Text::help_title), TextRole::title);
    text_block(ui, ui.texts(Text::help_note), TextRole::small, ui.palette.muted);
    {
        // As high as the lines were the last time; the first frame is not shown.
        float *height = ImGui::GetStateStorage()->GetFloatRef(ImGui::GetID("height"), em() * 10.0F);
        const ChildScope list("list", {0.0F, room_for_text(*height)}, 0, false);
        scroll_by_page_keys();
        draw_groups(view, ui);
        *height = ImGui::GetCursorPosY();
    }
    gap(0.6F);
    if (plain_button(ui, ui.texts.label(Text::help_to_introduction))) leave(HelpPage::introduction, ui);
    const char *close = ui.texts.label(Text::help_close);
    end_of_line(primary_button_width(ui, close));
    const bool is_closed = primary_button(ui, close);
    begin_keyboard_here();
    if (is_closed || is_key_free(ImGuiKey_Escape) || (is_help_pressed() && !ImGui::IsWindowAppearing()))
        leave(HelpPage::none, ui);
}

// ---- the introduction ----------------------------------------------------------------------------------------------

constexpr float kBetweenLines = 0.5F; ///< ems

float height_of(const view::IntroductionStep &step, const Ui &ui) {
    const float width = ImGui::GetContentRegionAvail().x;
    const float spacing = ImGui::GetStyle().ItemSpacing.y;
    float height = text_height(ui, step.title, TextRole::title, true, width) + spacing;
    for (const std::string &line : step.lines)
        height += em() * kBetweenLines + text_height(ui, line, TextRole::body, false, width) + spacing;
    return height + em() * kBetweenLines + (step.has_text_size ? ImGui::GetFrameHeight() : 0.0F);
}

void draw_text_size(int text_percent, const Ui &ui) {
    const auto button = [&](Text text, const char *id, int step) {
        const int percent = std::clamp(text_percent + step, view::kTextPercentMin, view::kTextPercentMax);
        if (plain_button(ui, labelled(ui.texts(text), id).c_str(), percent != text_percent))
            ui.intents.push(ChangeTextPercent{percent});
    };
    button(Text::bar_smaller, "introduction.smaller", -view::kTextPercentStep);
    ImGui::SameLine();
    button(Text::bar_larger, "introduction.larger", view::kTextPercentStep);
}

// The arrows turn the pages here, and do not move the keyboard from button to button.
bool is_turned(ImGuiKey key) {
    const ImGuiID owner = ImGui::GetID("arrows");
    ImGui::SetKeyOwner(key, owner);
    return ImGui::IsKeyPressed(key, ImGuiInputFlags_None, owner);
}

void draw_introduction(const view::HelpView &view, HelpDraft &draft, int text_percent, const Ui &ui) {
    const OverlayScope overlay("###help.introduction", kIntroductionWidth);
    if (!overlay.is_open()) return;
    const view::IntroductionStep &step = view.introduction[std::min(draft.step, view.introduction.size() - 1)];
    text_block(ui, step.position, TextRole::small, ui.palette.muted, true);
    {
        // All pages are as high as the highest, so that the buttons stay where they are.
        float highest = 0.0F;
        for (const view::IntroductionStep &other : view.introduction) highest = std::max(highest, height_of(other, ui));
        const ChildScope page(step.title.c_str(), {0.0F, room_for_text(highest)}, 0, false);
        scroll_by_page_keys();
        heading(ui, step.title, TextRole::title);
        for (const std::string &line : step.lines) {
            gap(kBetweenLines);
            text_block(ui, line);
        }
        gap(kBetweenLines);
        if (step.has_text_size) draw_text_size(text_percent, ui);
    }
    gap(0.6F);
    const bool is_last = draft.step + 1 >= view.introduction.size();
    const std::string next =
        labelled(ui.texts(is_last ? Text::introduction_begin : Text::introduction_next), "introduction.next");
    const char *back = ui.texts.label(Text::introduction_back);
    const bool is_skipped = plain_button(ui, ui.texts.label(Text::introduction_skip));
    end_of_line(button_width(back) + ImGui::GetStyle().ItemSpacing.x + primary_button_width(ui, next.c_str()));
    const bool goes_back = plain_button(ui, back, draft.step > 0) || is_turned(ImGuiKey_LeftArrow);
    ImGui::SameLine();
    const bool goes_on = primary_button(ui, next.c_str());
    begin_keyboard_here();
    const bool is_over = is_skipped || (goes_on && is_last) || is_key_free(ImGuiKey_Escape);
    if (is_over) {
        leave(HelpPage::none, ui);
    } else if ((goes_on || is_turned(ImGuiKey_RightArrow)) && !is_last) {
        ++draft.step;
    } else if (goes_back && draft.step > 0) {
        --draft.step;
    }
}

} // namespace

void draw_help(const view::HelpView &view, HelpDraft &draft, int text_percent, const Ui &ui) {
    switch (draft.page) {
    case HelpPage::keys: draw_keys(view, ui); return;
    case HelpPage::introduction: draw_introduction(view, draft, text_percent, ui); return;
    case HelpPage::none: break;
    }
    if (is_help_pressed()) ui.intents.push(ShowHelp{HelpPage::keys});
}

} // namespace tsunagi::ui
