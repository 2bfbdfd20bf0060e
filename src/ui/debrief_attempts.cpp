#include <algorithm>
#include <cmath>

#include "ui/debrief_more.h"
#include "ui/page.h"

namespace tsunagi::ui {

using i18n::Text;
using model::kPointCount;

namespace {

constexpr float kNameRoom = 11.0F; ///< ems of the first column
constexpr float kNarrowestColumn = 11.0F;
constexpr float kWidestColumn = 22.0F;

// Where everything of the table stands.
struct Shape {
    float name = 0.0F;
    float column = 0.0F;
    float pad = 0.0F;
};

// Small text stands in the middle of a line of body text, as its neighbours do: so much lower.
float name_drop() { return std::floor((line_of(TextRole::body) - line_of(TextRole::small)) * 0.5F); }

template <class Write>
float line_height(const std::string &name, std::size_t first, std::size_t end, const Shape &shape, const Ui &ui,
                  Write write) {
    float height = 0.0F;
    if (!name.empty())
        height = name_drop() + text_height(ui, name, TextRole::small, true, shape.name - shape.pad * 2.0F);
    for (std::size_t i = first; i < end; ++i)
        height = std::max(height, write(i, ImVec2{}, shape.column - shape.pad * 2.0F, false));
    return std::round(height + shape.pad);
}

// One line of the table: its name, and for each attempt what `write` draws (or only measures) at a place.
template <class Write>
void draw_line(const std::string &name, std::size_t first, std::size_t end, const Shape &shape, const Ui &ui,
               Write write) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float inner = shape.column - shape.pad * 2.0F;
    const float height = line_height(name, first, end, shape, ui, write);
    ImDrawList *list = ImGui::GetWindowDrawList();
    const float width = shape.name + shape.column * static_cast<float>(end - first);
    list->AddRectFilled(at, {at.x + width, at.y + height}, ui.palette.card);
    list->AddRect(at, {at.x + width + 1.0F, at.y + height + 1.0F}, ui.palette.border);
    draw_text_at(ui, {at.x + shape.pad, at.y + shape.pad * 0.5F + name_drop()}, name, TextRole::small, ui.palette.muted,
                 true, shape.name - shape.pad * 2.0F);
    for (std::size_t i = first; i < end; ++i) {
        const float x = at.x + shape.name + shape.column * static_cast<float>(i - first);
        list->AddLine({x, at.y}, {x, at.y + height}, ui.palette.border);
        write(i, ImVec2{x + shape.pad, at.y + shape.pad * 0.5F}, inner, true);
    }
    ImGui::SetCursorScreenPos(at);
    ImGui::Dummy({width, height});
}

float write_text(const std::string &text, ImVec2 at, float width, bool is_drawing, const Ui &ui, bool is_bold = false,
                 ImU32 colour = 0, TextRole role = TextRole::body) {
    if (text.empty()) return 0.0F;
    return is_drawing ? draw_text_at(ui, at, text, role, colour, is_bold, width)
                      : text_height(ui, text, role, is_bold, width);
}

// What the attempt stands for, one chip below the other.
float write_labels(const view::AttemptColumn &column, ImVec2 at, bool is_drawing, const Ui &ui) {
    float height = 0.0F;
    const auto sign = [&](const std::string &text, ImU32 colour, ImU32 background) {
        if (is_drawing) {
            ImGui::SetCursorScreenPos({at.x, at.y + height});
            chip(ui, text, colour, background);
        }
        height += line_of(TextRole::small) + em() * 0.2F;
    };
    for (const std::string &label : column.labels) sign(label, ui.palette.accent, ui.palette.card_on);
    if (column.is_on_screen) sign(ui.texts(Text::attempts_here), ui.palette.on_accent, ui.palette.accent);
    return height;
}

// A figure with its bar below.
float write_figure(const std::string &share, int earned, int of, ImVec2 at, float width, bool is_drawing,
                   const Ui &ui) {
    float height = write_text(share, at, width, is_drawing, ui, true, of == 0 ? ui.palette.muted : 0);
    if (of == 0) return height;
    const float bar = std::round(em() * 0.45F);
    if (is_drawing) {
        ImGui::SetCursorScreenPos({at.x, std::round(at.y + height)});
        share_bar(ui, earned, of, of, {std::min(width, em() * 10.0F), bar});
    }
    height += bar + em() * 0.15F;
    return height;
}

void draw_table(const view::AttemptsView &view, std::size_t first, std::size_t end, const Shape &shape, const Ui &ui) {
    const auto &columns = view.columns;
    // Lines touch: what stands between them is their common line.
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2{0.0F, 0.0F});
    const auto write_head = [&](std::size_t i, ImVec2 at, float, bool is_drawing) {
        return write_labels(columns[i], at, is_drawing, ui);
    };
    StickyHead head(line_height({}, first, end, shape, ui, write_head));
    draw_line(ui.texts(Text::attempts_when), first, end, shape, ui,
              [&](std::size_t i, ImVec2 at, float width, bool is_drawing) {
                  const float started = write_text(columns[i].started, at, width, is_drawing, ui);
                  return started + write_text(columns[i].kind, {at.x, at.y + started}, width, is_drawing, ui, false,
                                              ui.palette.muted, TextRole::small);
              });
    draw_line(ui.texts(Text::attempts_ended), first, end, shape, ui,
              [&](std::size_t i, ImVec2 at, float width, bool is_drawing) {
                  return write_text(columns[i].ending, at, width, is_drawing, ui);
              });
    draw_line(ui.texts(Text::attempts_safety_row), first, end, shape, ui,
              [&](std::size_t i, ImVec2 at, float width, bool is_drawing) {
                  const bool is_flagged = columns[i].has_safety_flag;
                  return write_text(columns[i].safety, at, width, is_drawing, ui, is_flagged,
                                    is_flagged ? ui.palette.danger : ui.palette.muted);
              });
    draw_line(ui.texts(Text::attempts_overall), first, end, shape, ui,
              [&](std::size_t i, ImVec2 at, float width, bool is_drawing) {
                  const float figure =
                      write_figure(columns[i].overall, columns[i].overall_percent, 100, at, width, is_drawing, ui);
                  return figure + write_text(columns[i].measure, {at.x, at.y + figure}, width, is_drawing, ui, false,
                                             ui.palette.muted, TextRole::small);
              });
    for (std::size_t point = 0; point < kPointCount; ++point)
        draw_line(view.point_names[point], first, end, shape, ui,
                  [&](std::size_t i, ImVec2 at, float width, bool is_drawing) {
                      return write_figure(columns[i].points[point], columns[i].earned[point], columns[i].of[point], at,
                                          width, is_drawing, ui);
                  });
    draw_line({}, first, end, shape, ui, [&](std::size_t i, ImVec2 at, float, bool is_drawing) {
        if (!columns[i].can_open) return 0.0F;
        if (is_drawing) {
            const std::string label =
                labelled(ui.texts(Text::attempts_open), "attempts.open." + columns[i].session.value);
            ImGui::SetCursorScreenPos(at);
            if (plain_button(ui, label.c_str())) ui.intents.push(OpenDebrief{columns[i].session});
        }
        return ImGui::GetFrameHeight();
    });
    const ImVec2 after = ImGui::GetCursorScreenPos();
    ImGui::SetCursorScreenPos(head.end());
    draw_line({}, first, end, shape, ui, write_head);
    ImGui::SetCursorScreenPos(after);
    ImGui::Dummy({1.0F, 0.0F});
    ImGui::PopStyleVar();
}

} // namespace

void draw_attempts(const view::AttemptsView &view, const Ui &ui) {
    const IdScope scope("attempts");
    heading(ui, ui.texts(Text::attempts_heading));
    text_block(ui, view.intro, TextRole::small, ui.palette.muted, false, readable_width());
    if (view.columns.empty()) return;
    if (!view.measure.empty()) text_block(ui, view.measure, TextRole::small, ui.palette.muted, false, readable_width());
    gap(0.3F);
    Shape shape;
    shape.pad = std::round(em() * 0.5F);
    const float all = ImGui::GetContentRegionAvail().x - 1.0F;
    shape.name = std::floor(std::min(kNameRoom * em(), all * 0.4F));
    const auto count = view.columns.size();
    shape.column = std::floor((all - shape.name) / static_cast<float>(count));
    if (shape.column >= kNarrowestColumn * em()) {
        shape.column = std::min(shape.column, std::floor(kWidestColumn * em()));
        draw_table(view, 0, count, shape, ui);
        return;
    }
    shape.column = std::floor(std::min(all - shape.name, kWidestColumn * em()));
    for (std::size_t i = 0; i < count; ++i) {
        if (i > 0) gap(0.6F);
        draw_table(view, i, i + 1, shape, ui);
    }
}

} // namespace tsunagi::ui
