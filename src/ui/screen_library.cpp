#include "ui/screen_library.h"

#include <algorithm>
#include <cmath>

#include <imgui_internal.h>

#include "ui/page.h"

namespace tsunagi::ui {

using i18n::Text;

namespace {

constexpr float kPageWidth = 104.0F;
constexpr float kNarrowestCard = 24.0F;
constexpr float kWidestCard = 44.0F;
constexpr int kMostColumns = 3;

// A card from top to bottom; measured once for the height of its row and then drawn by the same steps.
struct CardShape {
    float inner = 0.0F;
    float title = 0.0F;
    float setting = 0.0F;
    float summary = 0.0F;
    float measures = 0.0F;
    float progress = 0.0F;
    float actions = 0.0F;

    [[nodiscard]] float height() const;
};

float pad() { return std::round(em() * 1.0F); }
float small_line() { return line_of(TextRole::small); }
float between_actions() { return em() * 0.5F; }

float CardShape::height() const {
    const float gaps = em() * (0.4F + 0.2F + 0.6F + 0.6F + 0.5F + 0.6F);
    return std::ceil(pad() * 2.0F + small_line() + title + setting + summary + measures + progress + actions + gaps);
}

// How many lines chips of these widths take.
int lines_of(const std::vector<float> &widths, float between, float room) {
    int lines = 1;
    float used = 0.0F;
    for (const float width : widths) {
        if (used > 0.0F && used + between + width > room) {
            ++lines;
            used = 0.0F;
        }
        used += (used > 0.0F ? between : 0.0F) + width;
    }
    return lines;
}

CardShape shape_of(const view::CaseCardView &card, float width, const Ui &ui) {
    CardShape shape;
    shape.inner = width - pad() * 2.0F;
    shape.title = text_height(ui, card.title, TextRole::lead, true, shape.inner);
    shape.setting = text_height(ui, card.setting, TextRole::small, false, shape.inner);
    shape.summary = text_height(ui, card.summary, TextRole::body, false, shape.inner);
    std::vector<float> chips;
    for (const std::string &measure : card.measures) chips.push_back(chip_width(ui, measure));
    const int chip_lines = lines_of(chips, em() * 0.4F, shape.inner);
    shape.measures = small_line() * static_cast<float>(chip_lines) + em() * 0.3F * static_cast<float>(chip_lines - 1);
    shape.progress = text_height(ui, card.progress_text, TextRole::small, true, shape.inner - em() * 1.3F);
    std::vector<float> buttons = {primary_button_width(ui, card.start_text.c_str())};
    if (card.can_resume()) buttons.push_back(primary_button_width(ui, ui.texts(Text::library_resume).c_str()));
    const int button_lines = lines_of(buttons, between_actions(), shape.inner);
    shape.actions =
        ImGui::GetFrameHeight() * static_cast<float>(button_lines) + em() * 0.4F * static_cast<float>(button_lines - 1);
    return shape;
}

// Empty, half and full: how far one has come, told apart without colour.
void draw_progress_sign(ImVec2 centre, view::CaseCardView::Progress progress, const Ui &ui) {
    using Progress = view::CaseCardView::Progress;
    ImDrawList *list = ImGui::GetWindowDrawList();
    const float radius = em() * 0.36F;
    const float thickness = std::max(1.5F, em() * 0.09F);
    const ImU32 colour = progress == Progress::untouched ? ui.palette.muted : ui.palette.accent;
    if (progress == Progress::done) list->AddCircleFilled(centre, radius, colour);
    if (progress == Progress::under_way) {
        list->PathArcTo(centre, radius, IM_PI * 0.5F, IM_PI * 1.5F);
        list->PathFillConvex(colour);
    }
    list->AddCircle(centre, radius, colour, 0, thickness);
}

void begin(const view::CaseCardView &card, const Ui &ui) { ui.intents.push(ChooseCase{card.id}); }
void resume(const view::CaseCardView &card, const Ui &ui) { ui.intents.push(ResumeSession{card.resume}); }

// Keeps the whole card in sight when the keyboard comes to one of its buttons.
void show_whole_card_when_focused(ImVec2 min, ImVec2 max) {
    if (GImGui->NavCursorVisible && ImGui::IsItemFocused() && GImGui->NavJustMovedToId == ImGui::GetItemID())
        ImGui::ScrollToRectEx(ImGui::GetCurrentWindow(), ImRect(min, max), ImGuiScrollFlags_KeepVisibleEdgeY);
}

void draw_actions(const view::CaseCardView &card, ImVec2 min, ImVec2 max, float right, const Ui &ui) {
    float x = ImGui::GetCursorScreenPos().x;
    const float left = x;
    float y = ImGui::GetCursorScreenPos().y;
    const auto place = [&](float width) {
        if (x > left && x + width > right) {
            x = left;
            y += ImGui::GetFrameHeight() + em() * 0.4F;
        }
        ImGui::SetCursorScreenPos({x, y});
        x += width + between_actions();
    };
    const std::string start = labelled(card.start_text, "library.start." + card.id.value);
    if (card.can_resume()) {
        const std::string label = labelled(ui.texts(Text::library_resume), "library.resume." + card.id.value);
        place(primary_button_width(ui, label.c_str()));
        if (primary_button(ui, label.c_str())) resume(card, ui);
        show_whole_card_when_focused(min, max);
        place(button_width(start.c_str()));
        if (plain_button(ui, start.c_str())) begin(card, ui);
    } else {
        place(primary_button_width(ui, start.c_str()));
        if (primary_button(ui, start.c_str())) begin(card, ui);
    }
    show_whole_card_when_focused(min, max);
}

void draw_card(const view::CaseCardView &card, const CardShape &shape, ImVec2 size, const Ui &ui) {
    const ImVec2 min = ImGui::GetCursorScreenPos();
    const ImVec2 max{min.x + size.x, min.y + size.y};
    // The whole card takes the pointer; the keyboard goes to the buttons on it.
    ImGui::SetNextItemAllowOverlap();
    const std::string id = labelled({}, "library.card." + card.id.value);
    if (ImGui::InvisibleButton(id.c_str(), size)) card.can_resume() ? resume(card, ui) : begin(card, ui);
    const bool is_hot = ImGui::IsItemHovered();
    const ImVec2 after = ImGui::GetCursorScreenPos();

    ImDrawList *list = ImGui::GetWindowDrawList();
    const float rounding = ImGui::GetStyle().ChildRounding;
    list->AddRectFilled(min, max, is_hot ? ui.palette.card_hot : ui.palette.card, rounding);
    list->AddRect(min, max, is_hot ? ui.palette.accent : ui.palette.border, rounding);

    const float left = min.x + pad();
    float y = min.y + pad();
    const auto text = [&](std::string_view words, TextRole role, ImU32 colour, bool is_bold, float gap_after) {
        y += draw_text_at(ui, {left, y}, words, role, colour, is_bold, shape.inner) + em() * gap_after;
    };
    ImGui::SetCursorScreenPos({left, y});
    chip(ui, card.profession, ui.palette.accent, ui.palette.card_on);
    y += small_line() + em() * 0.4F;
    text(card.title, TextRole::lead, ui.palette.text, true, 0.2F);
    text(card.setting, TextRole::small, ui.palette.muted, false, 0.6F);
    text(card.summary, TextRole::body, ui.palette.text, false, 0.0F);

    // The foot stands at the bottom, so that it lines up in a row of cards.
    y = max.y - pad() - shape.actions - em() * 0.6F - shape.progress - em() * 0.5F - shape.measures;
    float x = left;
    for (const std::string &measure : card.measures) {
        const float width = chip_width(ui, measure);
        if (x > left && x + width > left + shape.inner) {
            x = left;
            y += small_line() + em() * 0.3F;
        }
        ImGui::SetCursorScreenPos({x, y});
        chip(ui, measure, ui.palette.muted, ui.palette.window);
        x += width + em() * 0.4F;
    }
    y += small_line() + em() * 0.5F;
    draw_progress_sign({left + em() * 0.4F, y + small_line() * 0.5F}, card.progress, ui);
    draw_text_at(ui, {left + em() * 1.1F, y}, card.progress_text, TextRole::small,
                 card.progress == view::CaseCardView::Progress::untouched ? ui.palette.muted : ui.palette.text, true,
                 shape.inner - em() * 1.3F);
    ImGui::SetCursorScreenPos({left, max.y - pad() - shape.actions});
    draw_actions(card, min, max, left + shape.inner, ui);
    ImGui::SetCursorScreenPos(after);
}

void draw_cards(const std::vector<view::CaseCardView> &cards, const Ui &ui) {
    const Grid grid =
        grid_for(kNarrowestCard * em(), kWidestCard * em(), std::min(kMostColumns, static_cast<int>(cards.size())));
    const auto columns = static_cast<std::size_t>(grid.columns);
    const ImVec2 origin = ImGui::GetCursorScreenPos();
    float y = origin.y;
    for (std::size_t first = 0; first < cards.size(); first += columns) {
        const std::size_t end = std::min(first + columns, cards.size());
        float height = 0.0F;
        for (std::size_t i = first; i < end; ++i)
            height = std::max(height, shape_of(cards[i], grid.width, ui).height());
        for (std::size_t i = first; i < end; ++i) {
            const float x = origin.x + (grid.width + grid.between) * static_cast<float>(i - first);
            ImGui::SetCursorScreenPos({x, y});
            draw_card(cards[i], shape_of(cards[i], grid.width, ui), {grid.width, height}, ui);
        }
        y += height + grid.between;
    }
    ImGui::SetCursorScreenPos({origin.x, y});
    ImGui::Dummy({1.0F, 1.0F});
}

void draw_broken(const std::vector<view::BrokenCaseView> &broken, const Ui &ui) {
    panel("library.broken", ui.palette.notice, [&] {
        heading(ui, ui.texts(Text::library_broken), TextRole::lead);
        text_block(ui, ui.texts(Text::library_broken_help), TextRole::small, ui.palette.muted);
        for (const view::BrokenCaseView &file : broken) {
            gap(0.5F);
            text_block(ui, file.name, TextRole::body, 0, true, readable_width());
            text_block(ui, file.detail, TextRole::small, 0, false, readable_width());
            text_block(ui, file.advice, TextRole::small, ui.palette.muted, false, readable_width());
        }
    });
}

} // namespace

void draw_library(const view::LibraryView &view, const Ui &ui) {
    scroll_by_page_keys();
    const PageScope page("library", kPageWidth);
    heading(ui, ui.texts(Text::library_title), TextRole::title);
    if (view.cards.empty()) {
        gap(0.6F);
        panel("library.empty", ui.palette.panel, [&] {
            heading(ui, ui.texts(Text::library_empty));
            text_block(ui, view.empty_help, TextRole::body, 0, false, readable_width());
        });
    } else {
        text_block(ui, ui.texts(Text::library_intro), TextRole::body, ui.palette.muted, false, readable_width());
        gap(1.0F);
        draw_cards(view.cards, ui);
    }
    if (!view.broken.empty()) draw_broken(view.broken, ui);
    gap(1.5F);
}

} // namespace tsunagi::ui
