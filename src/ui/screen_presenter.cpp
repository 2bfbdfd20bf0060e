#include "ui/screen_presenter.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <imgui_internal.h>

#include "ui/button_row.h"
#include "ui/page.h"

namespace tsunagi::ui {

using i18n::Text;

namespace {

constexpr float kLeastPixels = kBaseTextSize * 2.0F;
constexpr float kEmsAcross = 36.0F; // what a line holds where the window decides
constexpr float kLinesDown = 22.0F;
constexpr float kLeastEmsAcross = 24.0F;
constexpr float kScrollStep = 0.8F; // of what is in sight
constexpr int kFramesToTop = 3;

// Larger type, and with it larger distances, while it lives.
class ZoomScope {
  public:
    ZoomScope(const Ui &ui, float zoom) : kept_(ImGui::GetStyle().FontScaleMain) {
        ImGui::GetStyle().FontScaleMain = kept_ * zoom;
        ImGui::PushFont(ui.fonts.regular, size_of(TextRole::body));
    }
    ~ZoomScope() {
        ImGui::GetStyle().FontScaleMain = kept_;
        ImGui::PopFont();
    }
    ZoomScope(const ZoomScope &) = delete;
    ZoomScope &operator=(const ZoomScope &) = delete;

  private:
    float kept_;
};

enum class Wish { none, next, back, first, leave, blank, timer, team };

bool is_any_free(std::initializer_list<ImGuiKey> keys) { return std::any_of(keys.begin(), keys.end(), is_key_free); }

// A clicker sends Page Down and Page Up, B or the full stop, F5 and Escape.
Wish wish_of_keys() {
    if (is_any_free({ImGuiKey_RightArrow, ImGuiKey_Space, ImGuiKey_PageDown, ImGuiKey_DownArrow, ImGuiKey_Enter,
                     ImGuiKey_KeypadEnter}))
        return Wish::next;
    if (is_any_free({ImGuiKey_LeftArrow, ImGuiKey_PageUp, ImGuiKey_UpArrow, ImGuiKey_Backspace})) return Wish::back;
    if (is_any_free({ImGuiKey_Home})) return Wish::first;
    if (is_any_free({ImGuiKey_Escape})) return Wish::leave;
    if (is_any_free({ImGuiKey_B, ImGuiKey_Period, ImGuiKey_KeypadDecimal})) return Wish::blank;
    if (is_any_free({ImGuiKey_T})) return Wish::timer;
    if (is_any_free({ImGuiKey_D})) return Wish::team;
    return Wish::none;
}

bool is_anything_pressed() {
    if (is_behind_message()) return false;
    for (int key = ImGuiKey_NamedKey_BEGIN; key < ImGuiKey_NamedKey_END; ++key)
        if (ImGui::IsKeyPressed(static_cast<ImGuiKey>(key), false)) return true;
    return false;
}

void draw_line(const view::PresentedLine &line, const Ui &ui) {
    const float pad = std::round(em() * 0.35F);
    const float width = ImGui::GetContentRegionAvail().x;
    const float inner = width - pad * 2.0F;
    float side = 0.0F;
    if (!line.side.empty()) {
        const TextScope scope(ui, TextRole::body, true);
        side = std::min(ImGui::CalcTextSize(line.side.c_str()).x + 2.0F, inner * 0.4F);
    }
    const float text_width = inner - (side > 0.0F ? side + em() * 0.6F : 0.0F);
    const std::string verdict =
        line.option_class ? line.option_class->symbol + " " + line.option_class->word : std::string();
    const float text = std::max(text_height(ui, line.text, TextRole::body, true, text_width),
                                line.side.empty() ? 0.0F : text_height(ui, line.side, TextRole::body, true, side));
    const float above = verdict.empty() ? 0.0F : line_of(TextRole::body);
    const float below = line.below.empty() ? 0.0F : text_height(ui, line.below, TextRole::body, false, inner);
    const ImVec2 size{width, std::round(pad * 2.0F + above + text + below)};
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::Dummy(size);
    if (!ImGui::IsItemVisible()) return;
    ImDrawList *list = ImGui::GetWindowDrawList();
    const ImVec2 end{at.x + size.x, at.y + size.y};
    const float rounding = ImGui::GetStyle().FrameRounding;
    list->AddRectFilled(at, end, ui.palette.card, rounding);
    if (line.part > 0.0F)
        list->AddRectFilled(at, {at.x + width * line.part, end.y},
                            mixed(ui.palette.card, ui.palette.fill, kStrongestTint), rounding);
    list->AddRect(at, end, ui.palette.border, rounding);
    float y = at.y + pad;
    if (!verdict.empty())
        y += draw_text_at(ui, {at.x + pad, y}, verdict, TextRole::body,
                          ui.palette.classes[static_cast<std::size_t>(line.option_class->option_class)], true, inner);
    draw_text_at(ui, {at.x + pad, y}, line.text, TextRole::body, 0, true, text_width);
    if (!line.side.empty())
        draw_text_at(ui, {end.x - pad - side, y}, line.side, TextRole::body, ui.palette.accent, true, side);
    y += text;
    if (!line.below.empty()) draw_text_at(ui, {at.x + pad, y}, line.below, TextRole::body, 0, false, inner);
}

void draw_head(const PresenterStage &stage, const Ui &ui) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    float clock = 0.0F;
    if (stage.is_timer_running) {
        const TextScope scope(ui, TextRole::body, true);
        clock = ImGui::CalcTextSize(stage.timer.text.c_str()).x + 2.0F;
        draw_text_at(ui, {at.x + width - clock, at.y}, stage.timer.text, TextRole::body,
                     stage.timer.is_over ? ui.palette.danger : ui.palette.accent, true, clock);
        clock += em() * 0.8F;
    }
    text_block(ui, stage.view->number + "  " + stage.view->title, TextRole::body, ui.palette.accent, true,
               width - clock);
    const ImVec2 line = ImGui::GetCursorScreenPos();
    ImGui::GetWindowDrawList()->AddLine(line, {line.x + width, line.y}, ui.palette.border);
    gap(0.3F);
}

void draw_content(const view::PresenterView &view, const Ui &ui) {
    text_block(ui, view.question, view.step == view::PresenterStep::question ? TextRole::lead : TextRole::body, 0,
               true);
    gap(0.3F);
    if (view.step != view::PresenterStep::question) {
        text_block(ui, view.step_name, TextRole::body, ui.palette.accent, true);
        gap(0.2F);
    }
    if (!view.note.empty() && !(view.lines.empty() && !view.empty.empty())) {
        text_block(ui, view.note);
        gap(0.2F);
    }
    for (const view::PresentedLine &line : view.lines) draw_line(line, ui);
    if (view.lines.empty() && !view.empty.empty()) text_block(ui, view.empty);
    gap(0.5F);
}

// The content scrolls before the next step comes.
struct Sight {
    bool has_more = false;
    bool has_pressed_on = false; ///< with the mouse
    bool has_pressed_back = false;
};

Sight draw_page(const PresenterStage &stage, float height, float zoom, PresenterDraft &draft, const Ui &ui) {
    Sight sight;
    const ZoomScope scope(ui, zoom);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2{std::round(em() * 0.9F), std::round(em() * 0.5F)});
    const ChildScope page("presenter.page", {0.0F, height}, 0, true,
                          ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse);
    ImGui::PopStyleVar();
    if (stage.view == nullptr) {
        text_block(ui, ui.texts(stage.is_empty ? Text::presenter_nothing_to_present : Text::presenter_end),
                   TextRole::lead, 0, true);
        if (!stage.is_empty) text_block(ui, ui.texts(Text::presenter_end_about));
        sight.has_pressed_on = ImGui::IsWindowHovered() && ImGui::IsMouseClicked(ImGuiMouseButton_Left);
        return sight;
    }
    draw_head(stage, ui);
    const ChildScope content("presenter.content", {0.0F, 0.0F}, 0, false, ImGuiWindowFlags_NoNav);
    draw_content(*stage.view, ui);
    sight.has_pressed_on =
        ImGui::IsWindowHovered() && ImGui::IsMouseClicked(ImGuiMouseButton_Left) && !ImGui::IsAnyItemActive();
    sight.has_pressed_back = ImGui::IsWindowHovered() && ImGui::IsMouseClicked(ImGuiMouseButton_Right);
    if (draft.frames_to_top > 0) {
        --draft.frames_to_top;
        ImGui::SetScrollY(0.0F);
    }
    sight.has_more = ImGui::GetScrollY() < ImGui::GetScrollMaxY() - 1.0F;
    if (std::exchange(draft.scrolls_on, false))
        ImGui::SetScrollY(ImGui::GetScrollY() + ImGui::GetWindowHeight() * kScrollStep);
    return sight;
}

bool offers_team(const PresenterStage &stage) {
    return stage.view != nullptr && stage.view->step == view::PresenterStep::prompts && stage.can_decide;
}

Wish draw_bar(const PresenterStage &stage, bool has_more, bool has_keys, const Ui &ui) {
    Wish wish = Wish::none;
    const ChildScope bar("presenter.bar", {0.0F, 0.0F}, ui.palette.panel, true,
                         ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse);
    ImGui::PushItemFlag(ImGuiItemFlags_NoNav, true);
    ButtonRow buttons(ui);
    if (buttons.plain(ui.texts.label(Text::presenter_back))) wish = Wish::back;
    if (buttons.primary(ui.texts.label(Text::presenter_next))) wish = Wish::next;
    if (buttons.plain(
            labelled(ui.texts(stage.is_timer_running ? Text::presenter_timer_stop : Text::presenter_timer_start),
                     "presenter.timer")))
        wish = Wish::timer;
    if (buttons.plain(ui.texts.label(Text::presenter_blank))) wish = Wish::blank;
    if (offers_team(stage) && buttons.plain(ui.texts.label(Text::presenter_team))) wish = Wish::team;
    if (buttons.plain(ui.texts.label(Text::presenter_leave))) wish = Wish::leave;
    ImGui::PopItemFlag();
    std::string where;
    if (stage.view != nullptr)
        where = ui.texts.format(Text::presenter_where, fmt::arg("number", stage.view->number),
                                fmt::arg("step", stage.view->step_name), fmt::arg("count", stage.view->step_count));
    if (has_more) where += "  " + ui.texts(Text::presenter_more);
    text_block(ui, where, TextRole::small, has_more ? ui.palette.accent : ui.palette.text, true);
    if (has_keys) text_block(ui, ui.texts(Text::presenter_keys), TextRole::small, ui.palette.muted);
    return wish;
}

// Where little fits, the keys are left to the help and the page gets their room.
constexpr float kRoomForKeys = 36.0F; // ems of the window's height
bool has_room_for_keys(float height) { return height >= kRoomForKeys * em(); }

float bar_height(const PresenterStage &stage, bool has_keys, const Ui &ui) {
    const float inner = ImGui::GetContentRegionAvail().x - ImGui::GetStyle().WindowPadding.x * 2.0F;
    float buttons = 0.0F;
    for (const Text text : {Text::presenter_back, Text::presenter_next, Text::presenter_timer_stop,
                            Text::presenter_blank, Text::presenter_team, Text::presenter_leave})
        if (text != Text::presenter_team || offers_team(stage))
            buttons += button_width(ui.texts.label(text)) + em() * 0.6F;
    const float rows = std::max(std::ceil(buttons / std::max(inner, 1.0F)), 1.0F);
    return std::round(
        rows * (ImGui::GetFrameHeight() + ImGui::GetStyle().ItemSpacing.y) + ImGui::GetStyle().WindowPadding.y * 2.0F +
        line_of(TextRole::small) +
        (has_keys ? text_height(ui, ui.texts(Text::presenter_keys), TextRole::small, false, inner) : 0.0F) +
        ImGui::GetStyle().ItemSpacing.y * 2.0F);
}

void take(Wish wish, const PresenterStage &stage, PresenterDraft &draft, const Ui &ui) {
    const auto turn = [&](PresenterMove move) {
        draft.frames_to_top = kFramesToTop;
        ui.intents.push(TurnPresenter{move});
    };
    switch (wish) {
    case Wish::none: break;
    case Wish::next: turn(stage.view == nullptr ? PresenterMove::leave : PresenterMove::next); break;
    case Wish::back: turn(PresenterMove::back); break;
    case Wish::first: turn(PresenterMove::first); break;
    case Wish::leave: turn(PresenterMove::leave); break;
    case Wish::blank: draft.is_blank = true; break;
    case Wish::timer: ui.intents.push(ToggleTimer{}); break;
    case Wish::team:
        if (offers_team(stage)) ui.intents.push(EnterTeamDecision{stage.workshop, stage.view->scene});
        break;
    }
}

void draw_blank(PresenterDraft &draft) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImVec2 room = ImGui::GetContentRegionAvail();
    ImGui::GetWindowDrawList()->AddRectFilled(at, {at.x + room.x, at.y + room.y}, IM_COL32_BLACK);
    ImGui::PushItemFlag(ImGuiItemFlags_NoNav, true);
    if (ImGui::InvisibleButton("###presenter.dark", {std::max(room.x, 1.0F), std::max(room.y, 1.0F)}))
        draft.is_blank = false;
    ImGui::PopItemFlag();
    if (is_anything_pressed()) draft.is_blank = false;
}

} // namespace

float projected_zoom(ImVec2 window, float body) {
    const float by_window = std::min(window.x / kEmsAcross, window.y / kLinesDown);
    const float wanted = std::max({body * 2.0F, by_window, kLeastPixels});
    const float most = std::max(kLeastPixels, window.x / kLeastEmsAcross);
    return std::max(std::min(wanted, most), body) / body;
}

void draw_presenter(const PresenterStage &stage, PresenterDraft &draft, const Ui &ui) {
    if (draft.is_blank) {
        draw_blank(draft);
        return;
    }
    Wish wish = wish_of_keys();
    const ImVec2 room = ImGui::GetContentRegionAvail();
    const bool has_keys = has_room_for_keys(room.y);
    const float bar = bar_height(stage, has_keys, ui);
    const Sight sight =
        draw_page(stage, room.y - bar - ImGui::GetStyle().ItemSpacing.y, projected_zoom(room, em()), draft, ui);
    const Wish pressed = draw_bar(stage, sight.has_more, has_keys, ui);
    if (wish == Wish::none) wish = pressed;
    if (wish == Wish::none && sight.has_pressed_on) wish = Wish::next;
    if (wish == Wish::none && sight.has_pressed_back) wish = Wish::back;
    if (wish == Wish::next && sight.has_more)
        draft.scrolls_on = true;
    else
        take(wish, stage, draft, ui);
}

} // namespace tsunagi::ui
