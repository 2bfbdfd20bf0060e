#include "ui/top_bar.h"

#include <algorithm>

#include "view/settings_view.h"
#include <cmath>

#include <imgui_internal.h>

namespace tsunagi::ui {

using i18n::Text;

namespace {

bool bar_button(const Ui &ui, Text label, bool is_here) {
    const ColorScope text(ImGuiCol_Text, is_here ? ui.palette.accent : ui.palette.text);
    const ColorScope back(ImGuiCol_Button, ui.palette.panel);
    const ColorScope border(ImGuiCol_Border, is_here ? ui.palette.accent : ui.palette.panel);
    return ImGui::Button(ui.texts.label(label));
}

// On one line; what does not fit is cut with dots and shown whole under the pointer.
void draw_title(const Ui &ui, std::string_view title, float room) {
    const char *begin = title.data();
    const char *end = begin + title.size();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImVec2 full = ImGui::CalcTextSize(begin, end);
    const float width = std::floor(std::min(full.x, room));
    const float top = at.y + ImGui::GetStyle().FramePadding.y;
    if (full.x <= room)
        ImGui::RenderText({at.x, top}, begin, end, false);
    else
        ImGui::RenderTextEllipsis(ImGui::GetWindowDrawList(), {at.x, top}, {at.x + width, top + full.y}, at.x + width,
                                  begin, end, &full);
    ImGui::Dummy({width, ImGui::GetFrameHeight()});
    if (full.x > room) tooltip(ui, title);
}

} // namespace

void draw_top_bar(const TopBarView &view, const Ui &ui) {
    const float height = ImGui::GetFrameHeight() + em() * 0.7F;
    const ChildScope bar("top", {0.0F, height}, ui.palette.panel, false,
                         ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse);
    ImGui::SetCursorPos({em() * 0.9F, em() * 0.35F});
    ImGui::AlignTextToFramePadding();
    {
        const TextScope scope(ui, TextRole::body, true);
        const ColorScope colour(ImGuiCol_Text, ui.palette.accent);
        ImGui::TextUnformatted(ui.texts(Text::app_name).c_str());
    }
    const float spacing = ImGui::GetStyle().ItemSpacing.x * 0.5F;
    const float right =
        button_width(ui.texts.label(Text::bar_library)) + button_width(ui.texts.label(Text::bar_history)) +
        button_width(ui.texts.label(Text::bar_progress)) + button_width(ui.texts.label(Text::bar_settings)) +
        button_width(ui.texts.label(Text::bar_smaller)) + button_width(ui.texts.label(Text::bar_larger)) +
        spacing * 6.0F + em() * 0.9F;
    const float right_begin = ImGui::GetWindowWidth() - right;
    ImGui::SameLine(0.0F, em());
    const float title_room = right_begin - ImGui::GetCursorPosX() - em();
    if (!view.title.empty() && title_room > em() * 6.0F) {
        draw_title(ui, view.title, title_room);
        ImGui::SameLine();
    }
    ImGui::SetCursorPosX(std::max(right_begin, ImGui::GetCursorPosX() - ImGui::GetStyle().ItemSpacing.x));
    if (bar_button(ui, Text::bar_library, view.place == TopBarPlace::library)) ui.intents.push(OpenLibrary{});
    ImGui::SameLine(0.0F, spacing);
    if (bar_button(ui, Text::bar_history, view.place == TopBarPlace::history)) ui.intents.push(OpenHistory{});
    ImGui::SameLine(0.0F, spacing);
    if (bar_button(ui, Text::bar_progress, view.place == TopBarPlace::progress)) ui.intents.push(OpenProgress{});
    ImGui::SameLine(0.0F, spacing);
    if (bar_button(ui, Text::bar_settings, view.place == TopBarPlace::settings)) ui.intents.push(OpenSettings{});
    ImGui::SameLine(0.0F, spacing);
    if (bar_button(ui, Text::bar_smaller, false))
        ui.intents.push(ChangeTextPercent{std::max(view::kTextPercentMin, view.text_percent - view::kTextPercentStep)});
    tooltip(ui, ui.texts(Text::bar_smaller_help));
    ImGui::SameLine(0.0F, spacing);
    if (bar_button(ui, Text::bar_larger, false))
        ui.intents.push(ChangeTextPercent{std::min(view::kTextPercentMax, view.text_percent + view::kTextPercentStep)});
    tooltip(ui, ui.texts(Text::bar_larger_help));
}

} // namespace tsunagi::ui
