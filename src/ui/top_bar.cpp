#include "ui/top_bar.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>

#include <imgui_internal.h>

#include "view/settings_view.h"

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

struct BarButton {
    Text label;
    TopBarPlace place = TopBarPlace::elsewhere; ///< where it leads
    Text help{};
    bool has_help = false;
};

constexpr BarButton kButtons[] = {{Text::bar_library, TopBarPlace::library},
                                  {Text::bar_history, TopBarPlace::history},
                                  {Text::bar_progress, TopBarPlace::progress},
                                  {Text::bar_handbook, TopBarPlace::handbook},
                                  {Text::bar_drills, TopBarPlace::drills},
                                  {Text::bar_workshop, TopBarPlace::workshop},
                                  {Text::bar_settings, TopBarPlace::settings},
                                  {Text::bar_smaller, TopBarPlace::elsewhere, Text::bar_smaller_help, true},
                                  {Text::bar_larger, TopBarPlace::elsewhere, Text::bar_larger_help, true},
                                  {Text::bar_help, TopBarPlace::elsewhere, Text::bar_help_help, true}};
constexpr std::size_t kButtonCount = std::size(kButtons);

void act(const BarButton &button, int text_percent, const Ui &ui) {
    switch (button.place) {
    case TopBarPlace::library: ui.intents.push(OpenLibrary{}); return;
    case TopBarPlace::history: ui.intents.push(OpenHistory{}); return;
    case TopBarPlace::progress: ui.intents.push(OpenProgress{}); return;
    case TopBarPlace::handbook: ui.intents.push(OpenHandbook{}); return;
    case TopBarPlace::drills: ui.intents.push(OpenDrills{}); return;
    case TopBarPlace::workshop: ui.intents.push(OpenWorkshops{}); return;
    case TopBarPlace::settings: ui.intents.push(OpenSettings{}); return;
    case TopBarPlace::elsewhere: break;
    }
    if (button.label == Text::bar_help) {
        ui.intents.push(ShowHelp{HelpPage::keys});
        return;
    }
    const int step = button.label == Text::bar_smaller ? -view::kTextPercentStep : view::kTextPercentStep;
    ui.intents.push(ChangeTextPercent{std::clamp(text_percent + step, view::kTextPercentMin, view::kTextPercentMax)});
}

// Where everything stands. With large text in a small window first the name gives way, then the buttons take rows.
struct BarShape {
    std::array<float, kButtonCount> widths{};
    float spacing = 0.0F;
    float margin = 0.0F;
    float buttons = 0.0F; ///< all of them side by side
    int rows = 1;
    bool has_name = true;
};

BarShape shape_of(float name, float width, const Ui &ui) {
    BarShape shape;
    shape.spacing = ImGui::GetStyle().ItemSpacing.x * 0.5F;
    shape.margin = em() * 0.9F;
    float row = 0.0F;
    for (std::size_t i = 0; i < kButtonCount; ++i) {
        shape.widths[i] = button_width(ui.texts.label(kButtons[i].label));
        shape.buttons += shape.widths[i] + (i == 0 ? 0.0F : shape.spacing);
        if (row > 0.0F && row + shape.spacing + shape.widths[i] > width - shape.margin * 2.0F) {
            ++shape.rows;
            row = 0.0F;
        }
        row += (row > 0.0F ? shape.spacing : 0.0F) + shape.widths[i];
    }
    shape.has_name = shape.rows == 1 && shape.margin * 2.0F + name + em() + shape.buttons <= width;
    return shape;
}

} // namespace

void draw_top_bar(const TopBarView &view, const Ui &ui) {
    float name = 0.0F;
    {
        const TextScope scope(ui, TextRole::body, true);
        name = ImGui::CalcTextSize(ui.texts(Text::app_name).c_str()).x;
    }
    const float width = ImGui::GetContentRegionAvail().x;
    const BarShape shape = shape_of(name, width, ui);
    const float inset = em() * 0.35F;
    const float row_height = ImGui::GetFrameHeight() + inset;
    const ChildScope bar("top", {0.0F, row_height * static_cast<float>(shape.rows) + inset}, ui.palette.panel, false,
                         ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse);
    const float first = shape.rows > 1 ? shape.margin : width - shape.margin - shape.buttons;
    if (shape.has_name) {
        ImGui::SetCursorPos({shape.margin, inset});
        ImGui::AlignTextToFramePadding();
        {
            const TextScope scope(ui, TextRole::body, true);
            const ColorScope colour(ImGuiCol_Text, ui.palette.accent);
            ImGui::TextUnformatted(ui.texts(Text::app_name).c_str());
        }
        const float title_room = first - shape.margin - name - em() * 2.0F;
        if (!view.title.empty() && title_room > em() * 6.0F) {
            ImGui::SetCursorPos({shape.margin + name + em(), inset});
            draw_title(ui, view.title, title_room);
        }
    }
    ImVec2 at{first, inset};
    for (std::size_t i = 0; i < kButtonCount; ++i) {
        if (i > 0 && at.x + shape.widths[i] > width - shape.margin + 1.0F) at = {shape.margin, at.y + row_height};
        ImGui::SetCursorPos(at);
        const bool is_here = kButtons[i].place != TopBarPlace::elsewhere && kButtons[i].place == view.place;
        if (bar_button(ui, kButtons[i].label, is_here)) act(kButtons[i], view.text_percent, ui);
        if (kButtons[i].has_help) tooltip(ui, ui.texts(kButtons[i].help));
        at.x += shape.widths[i] + shape.spacing;
    }
}

} // namespace tsunagi::ui
