#include "ui/screen_history.h"

#include <algorithm>
#include <cmath>

#include <imgui_internal.h>

#include "ui/page.h"

namespace tsunagi::ui {

using i18n::Text;

namespace {

constexpr float kPageWidth = 76.0F;
constexpr float kRoomForSide = 56.0F; ///< ems at which the buttons stand beside the text

// All rows are equally high, so that a long list costs no more than what is in sight.
struct RowShape {
    float width = 0.0F;
    float text_width = 0.0F;
    float title = 0.0F;
    float note = 0.0F;
    float text = 0.0F; ///< all of it, where no line is missing
    float height = 0.0F;
    bool has_side = false; ///< buttons beside the text, else below it
};

struct RowButtons {
    std::vector<std::pair<std::string, float>> labels; ///< the first is the one to press next
    float width = 0.0F;                                ///< side by side
    float widest = 0.0F;
};

RowButtons buttons_of(const view::HistoryRow &row, std::size_t number, const Ui &ui) {
    RowButtons buttons;
    const auto add = [&](Text text, const char *id) {
        std::string label = labelled(ui.texts(text), id + std::to_string(number));
        const float width = primary_button_width(ui, label.c_str());
        buttons.width += width + (buttons.labels.empty() ? 0.0F : em() * 0.5F);
        buttons.widest = std::max(buttons.widest, width);
        buttons.labels.emplace_back(std::move(label), width);
    };
    if (row.can_resume) add(Text::history_resume, "history.resume.");
    if (row.can_debrief) add(Text::history_debrief, "history.debrief.");
    if (row.can_replay) add(Text::history_replay, "history.replay.");
    return buttons;
}

RowShape shape_of(const view::HistoryView &view, const Ui &ui) {
    RowShape shape;
    shape.width = ImGui::GetContentRegionAvail().x;
    const float pad = em() * 0.9F;
    shape.has_side = shape.width >= kRoomForSide * em();
    const auto text_width_of = [&](Text action) { return primary_button_width(ui, ui.texts(action).c_str()); };
    const float action = std::max(text_width_of(Text::history_resume), text_width_of(Text::history_debrief));
    const float replay = text_width_of(Text::history_replay);
    const float side = action + replay + em() * 0.5F;
    shape.text_width = shape.width - pad * 2.0F - (shape.has_side ? side + em() * 1.5F : 0.0F);
    for (const view::HistoryRow &row : view.rows) {
        shape.title = std::max(shape.title, text_height(ui, row.case_title, TextRole::body, true, shape.text_width));
        if (!row.note.empty())
            shape.note = std::max(shape.note, text_height(ui, row.note, TextRole::small, false, shape.text_width));
    }
    float buttons = 0.0F;
    if (!shape.has_side) {
        const bool is_one_line = side <= shape.text_width;
        buttons =
            em() * 0.5F + ImGui::GetFrameHeight() * (is_one_line ? 1.0F : 2.0F) + (is_one_line ? 0.0F : em() * 0.4F);
    }
    // Title; who; when and how far, on one line where there is room; and the remark where any row has one.
    shape.text = shape.title + line_of(TextRole::small) * (shape.has_side ? 2.0F : 3.0F) + em() * 0.25F + shape.note;
    shape.height = std::ceil(pad * 1.6F + shape.text + buttons);
    return shape;
}

// One line of text; what does not fit is cut with dots and shown whole under the pointer.
void one_line(ImVec2 at, const std::string &text, float width, ImU32 colour, const Ui &ui) {
    const TextScope scope(ui, TextRole::small);
    const float inset = std::floor((line_of(TextRole::small) - ImGui::GetFontSize()) * 0.5F);
    const ImVec2 full = ImGui::CalcTextSize(text.c_str());
    if (full.x <= width) {
        draw_text_at(ui, at, text, TextRole::small, colour, false, width + 1.0F);
        return;
    }
    const ColorScope scope_colour(ImGuiCol_Text, colour);
    const ImVec2 end{at.x + width, at.y + inset + full.y};
    ImGui::RenderTextEllipsis(ImGui::GetWindowDrawList(), {at.x, at.y + inset}, end, end.x, text.c_str(), nullptr,
                              &full);
    if (ImGui::IsMouseHoveringRect(at, end) && ImGui::IsWindowHovered(ImGuiHoveredFlags_ChildWindows))
        show_tooltip(ui, text);
}

void act(const view::HistoryRow &row, std::size_t button, const Ui &ui) {
    if (row.can_resume && button == 0) {
        ui.intents.push(ResumeSession{row.session});
    } else if (row.can_debrief && button == 0) {
        ui.intents.push(OpenDebrief{row.session});
    } else {
        ui.intents.push(ReplayCase{row.scenario});
    }
}

void draw_buttons(const view::HistoryRow &row, std::size_t number, const RowShape &shape, ImVec2 min, ImVec2 max,
                  float pad, const Ui &ui) {
    const RowButtons buttons = buttons_of(row, number, ui);
    if (buttons.labels.empty()) return;
    float x = min.x + pad;
    float y = 0.0F;
    float right = min.x + pad + shape.text_width;
    if (shape.has_side) {
        x = max.x - pad - buttons.width;
        right = max.x;
        y = std::floor((min.y + max.y - ImGui::GetFrameHeight()) * 0.5F);
    } else {
        const bool is_one_line = buttons.width <= shape.text_width;
        const float lines = is_one_line ? 1.0F : static_cast<float>(buttons.labels.size());
        y = max.y - pad * 0.8F - ImGui::GetFrameHeight() * lines - em() * 0.4F * (lines - 1.0F);
    }
    const float left = x;
    for (std::size_t i = 0; i < buttons.labels.size(); ++i) {
        const auto &[label, width] = buttons.labels[i];
        if (x > left && x + width > right) {
            x = left;
            y += ImGui::GetFrameHeight() + em() * 0.4F;
        }
        ImGui::SetCursorScreenPos({x, y});
        const bool is_next = i == 0 && (row.can_resume || row.can_debrief);
        if (row.can_resume && is_next ? primary_button(ui, label.c_str()) : plain_button(ui, label.c_str()))
            act(row, is_next ? 0 : 1, ui);
        x += width + em() * 0.5F;
    }
}

void draw_row(const view::HistoryRow &row, std::size_t number, const RowShape &shape, const Ui &ui) {
    const float pad = em() * 0.9F;
    const ImVec2 min = ImGui::GetCursorScreenPos();
    const ImVec2 max{min.x + shape.width, min.y + shape.height};
    ImDrawList *list = ImGui::GetWindowDrawList();
    list->AddRectFilled(min, max, ui.palette.card, ImGui::GetStyle().ChildRounding);
    list->AddRect(min, max, ui.palette.border, ImGui::GetStyle().ChildRounding);

    const float x = min.x + pad;
    float y = min.y + pad * 0.8F;
    if (row.note.empty()) y += std::floor(shape.note * 0.5F);
    y +=
        draw_text_at(ui, {x, y}, row.case_title, TextRole::body, ui.palette.text, true, shape.text_width) + em() * 0.1F;
    const float line = line_of(TextRole::small);
    const float kind = chip_width(ui, row.kind);
    ImGui::SetCursorScreenPos({x, y});
    chip(ui, row.kind, ui.palette.muted, ui.palette.window);
    one_line({x + kind + em() * 0.5F, y}, row.learner, shape.text_width - kind - em() * 0.5F, ui.palette.text, ui);
    y += line + em() * 0.15F;
    one_line({x, y}, row.started, shape.text_width, ui.palette.muted, ui);
    float started = 0.0F;
    if (shape.has_side) {
        const TextScope scope(ui, TextRole::small);
        started = ImGui::CalcTextSize(row.started.c_str()).x + em();
    } else {
        y += line;
    }
    one_line({x + started, y}, row.progress, shape.text_width - started,
             row.is_over ? ui.palette.text : ui.palette.accent, ui);
    y += line;
    if (!row.note.empty())
        draw_text_at(ui, {x, y}, row.note, TextRole::small, ui.palette.muted, false, shape.text_width);
    draw_buttons(row, number, shape, min, max, pad, ui);
    ImGui::SetCursorScreenPos(min);
    ImGui::Dummy({shape.width, shape.height});
}

void draw_empty(const Ui &ui) {
    panel("history.empty", ui.palette.panel, [&] {
        heading(ui, ui.texts(Text::history_empty));
        text_block(ui, ui.texts(Text::history_empty_help), TextRole::body, 0, false, readable_width());
        gap(0.8F);
        if (primary_button(ui, ui.texts.label(Text::history_to_library))) ui.intents.push(OpenLibrary{});
    });
}

} // namespace

void draw_history(const view::HistoryView &view, const Ui &ui) {
    scroll_by_page_keys();
    const PageScope page("history", kPageWidth);
    heading(ui, ui.texts(Text::history_title), TextRole::title);
    gap(0.8F);
    if (view.rows.empty()) {
        draw_empty(ui);
    } else {
        const RowShape shape = shape_of(view, ui);
        ImGuiListClipper clipper;
        clipper.Begin(static_cast<int>(view.rows.size()), shape.height + ImGui::GetStyle().ItemSpacing.y);
        while (clipper.Step())
            for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i)
                draw_row(view.rows[static_cast<std::size_t>(i)], static_cast<std::size_t>(i), shape, ui);
    }
    gap(1.5F);
}

} // namespace tsunagi::ui
