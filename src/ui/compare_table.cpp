#include <algorithm>
#include <cmath>

#include "ui/page.h"
#include "ui/screen_comparison.h"

namespace tsunagi::ui {

namespace {

constexpr float kWidestFirst = 22.0F; // ems
constexpr float kNarrowestFirst = 9.0F;
constexpr float kMostOfWindow = 0.92F; // of the height that is in sight: a table taller than that scrolls by itself

struct Shape {
    float pad = 0.0F;
    float first = 0.0F;         // width of the first column, in pixels
    std::vector<float> columns; // of the others
    float all = 0.0F;
    float head = 0.0F;
    std::vector<float> rows; // heights
};

float ems_of(view::CompareColumn::Kind kind) {
    switch (kind) {
    case view::CompareColumn::Kind::voice: return 5.6F;
    case view::CompareColumn::Kind::share: return 5.2F;
    case view::CompareColumn::Kind::other: return 4.8F;
    case view::CompareColumn::Kind::place: return 6.6F;
    }
    return 5.0F;
}

float head_height(const view::CompareTable &table, const Shape &shape, const Ui &ui) {
    float height = line_of(TextRole::small);
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const float inner = shape.columns[i] - shape.pad * 2.0F;
        float one = text_height(ui, table.columns[i].name, TextRole::small, true, inner);
        if (!table.columns[i].over.empty())
            one += text_height(ui, table.columns[i].over, TextRole::small, false, inner);
        height = std::max(height, one);
    }
    return std::round(height + shape.pad);
}

float row_height(const view::CompareRow &row, const Shape &shape, const Ui &ui) {
    const float inner = shape.first - shape.pad * 2.0F;
    float height = text_height(ui, row.text, TextRole::small, true, inner);
    for (const std::string &note : row.notes) height += text_height(ui, note, TextRole::small, false, inner);
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const float width = shape.columns[i] - shape.pad * 2.0F;
        float one = text_height(ui, row.cells[i].text, TextRole::body, true, width);
        if (!row.cells[i].below.empty()) one += text_height(ui, row.cells[i].below, TextRole::small, false, width);
        height = std::max(height, one);
    }
    return std::round(height + shape.pad * 1.2F);
}

Shape shape_of(const view::CompareTable &table, const Ui &ui) {
    Shape shape;
    shape.pad = std::round(em() * 0.4F);
    const float room = ImGui::GetContentRegionAvail().x;
    float rest = 0.0F;
    for (const view::CompareColumn &column : table.columns) {
        shape.columns.push_back(std::round(ems_of(column.kind) * em()));
        rest += shape.columns.back();
    }
    shape.first = std::clamp(room - rest, std::min(kNarrowestFirst * em(), room * 0.45F), kWidestFirst * em());
    // What is left when the first column has enough goes to the others.
    const float spare = room - rest - shape.first;
    if (spare > 0.0F && !shape.columns.empty()) {
        const float each = std::min(std::floor(spare / static_cast<float>(shape.columns.size())), em() * 4.0F);
        for (float &width : shape.columns) width += each;
        rest += each * static_cast<float>(shape.columns.size());
    }
    shape.first = std::floor(shape.first);
    shape.all = shape.first + rest;
    shape.head = head_height(table, shape, ui);
    for (const view::CompareRow &row : table.rows) shape.rows.push_back(row_height(row, shape, ui));
    return shape;
}

void draw_middle(const Ui &ui, ImVec2 at, ImVec2 size, std::string_view text, float inner) {
    float width = inner;
    {
        const TextScope scope(ui, TextRole::body, true);
        width = std::min(ImGui::CalcTextSize(text.data(), text.data() + text.size()).x + 1.0F, inner);
    }
    draw_text_at(ui, {std::floor(at.x + (size.x - width) * 0.5F), at.y}, text, TextRole::body, 0, true, inner);
}

void draw_cell(const view::CompareCell &cell, const std::string &id, ImVec2 size, const Shape &shape, const Ui &ui) {
    const float pad = shape.pad;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float inner = size.x - pad * 2.0F;
    if (cell.depth > 0.0F)
        ImGui::GetWindowDrawList()->AddRectFilled(at, {at.x + size.x, at.y + size.y},
                                                  mixed(ui.palette.card, ui.palette.fill, kStrongestTint * cell.depth));
    const float text = text_height(ui, cell.text, TextRole::body, true, inner);
    const float below = cell.below.empty() ? 0.0F : text_height(ui, cell.below, TextRole::small, false, inner);
    const float top = std::floor(at.y + std::max((size.y - text - below) * 0.5F, 0.0F));
    draw_middle(ui, {at.x, top}, size, cell.text, inner);
    if (below > 0.0F)
        draw_text_at(ui, {at.x + pad, top + text}, cell.below, TextRole::small, ui.palette.muted, false, inner);
    if (cell.tip.empty()) {
        ImGui::Dummy(size);
        return;
    }
    ImGui::InvisibleButton(labelled({}, id).c_str(), size, ImGuiButtonFlags_EnableNav);
    keep_item_below_head(shape.head);
    tooltip(ui, cell.tip);
}

void draw_head_cell(ImVec2 at, const std::string &over, const std::string &name, float width, const Shape &shape,
                    const Ui &ui) {
    const float inner = width - shape.pad * 2.0F;
    float y = at.y + shape.pad * 0.5F;
    if (!over.empty())
        y += draw_text_at(ui, {at.x + shape.pad, y}, over, TextRole::small, ui.palette.muted, false, inner);
    draw_text_at(ui, {at.x + shape.pad, y}, name, TextRole::small, ui.palette.text, true, inner);
}

// Returns the left edge of each column after the first.
std::vector<float> draw_head(const view::CompareTable &table, const Shape &shape, const Ui &ui) {
    ImGui::TableNextRow(ImGuiTableRowFlags_Headers, shape.head);
    ImGui::TableSetColumnIndex(0);
    draw_head_cell(ImGui::GetCursorScreenPos(), {}, table.corner, shape.first, shape, ui);
    ImGui::Dummy({shape.first, shape.head});
    std::vector<float> left;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        ImGui::TableSetColumnIndex(static_cast<int>(i) + 1);
        const ImVec2 at = ImGui::GetCursorScreenPos();
        left.push_back(at.x);
        draw_head_cell(at, table.columns[i].over, table.columns[i].name, shape.columns[i], shape, ui);
        ImGui::Dummy({shape.columns[i], shape.head});
    }
    return left;
}

// The head once more, over the rows: the first column lies above those that are scrolled under it.
void draw_stuck_head(const view::CompareTable &table, const Shape &shape, const std::vector<float> &left, float top,
                     const Ui &ui) {
    for (std::size_t i = 0; i < left.size(); ++i)
        draw_head_cell({left[i], top}, table.columns[i].over, table.columns[i].name, shape.columns[i], shape, ui);
    const ImVec2 at = ImGui::GetWindowPos();
    ImGui::GetWindowDrawList()->AddRectFilled(at, {at.x + shape.first, at.y + shape.head}, ui.palette.panel);
    draw_head_cell({at.x, top}, {}, table.corner, shape.first, shape, ui);
}

void draw_row(const view::CompareRow &row, int number, float height, const Shape &shape, const Ui &ui) {
    ImGui::TableNextRow(ImGuiTableRowFlags_None, height);
    ImGui::TableSetColumnIndex(0);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float inner = shape.first - shape.pad * 2.0F;
    float y = at.y + shape.pad * 0.6F;
    y += draw_text_at(ui, {at.x + shape.pad, y}, row.text, TextRole::small, 0, true, inner);
    for (const std::string &note : row.notes)
        y += draw_text_at(ui, {at.x + shape.pad, y}, note, TextRole::small, ui.palette.danger, false, inner);
    ImGui::Dummy({shape.first, height});
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        ImGui::TableSetColumnIndex(static_cast<int>(i) + 1);
        draw_cell(row.cells[i], "compare.cell." + std::to_string(number) + "." + std::to_string(i),
                  {shape.columns[i], height}, shape, ui);
    }
}

} // namespace

void draw_compare_table(const view::CompareTable &table, const char *id, const Ui &ui) {
    if (table.rows.empty() || table.columns.empty()) return;
    const Shape shape = shape_of(table, ui);
    float height = shape.head + 2.0F;
    for (const float row : shape.rows) height += row;
    const bool is_wide = shape.all > ImGui::GetContentRegionAvail().x;
    if (is_wide) height += ImGui::GetStyle().ScrollbarSize;
    const float most = std::max(ImGui::GetWindowHeight() * kMostOfWindow, shape.head + em() * 8.0F);
    ImGui::PushStyleVar(ImGuiStyleVar_CellPadding, ImVec2{0.0F, 0.0F});
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2{0.0F, 0.0F});
    ImGuiTableFlags flags = ImGuiTableFlags_Borders | ImGuiTableFlags_ScrollY | ImGuiTableFlags_SizingFixedFit |
                            ImGuiTableFlags_NoSavedSettings;
    if (is_wide) flags |= ImGuiTableFlags_ScrollX;
    const int columns = static_cast<int>(table.columns.size()) + 1;
    if (ImGui::BeginTable(id, columns, flags, {0.0F, std::min(height, most)})) {
        ImGui::TableSetupScrollFreeze(1, 1);
        ImGui::TableSetupColumn("", ImGuiTableColumnFlags_WidthFixed, shape.first);
        for (const float width : shape.columns) ImGui::TableSetupColumn("", ImGuiTableColumnFlags_WidthFixed, width);
        const std::vector<float> left = draw_head(table, shape, ui);
        for (std::size_t i = 0; i < table.rows.size(); ++i)
            draw_row(table.rows[i], static_cast<int>(i), shape.rows[i], shape, ui);
        ImGui::EndTable();
        stick_table_head((std::string(id) + ".head").c_str(), shape.head, ui,
                         [&](float top) { draw_stuck_head(table, shape, left, top, ui); });
    }
    ImGui::PopStyleVar(2);
    gap(0.2F);
    text_block(ui, table.legend, TextRole::small, ui.palette.muted, false, readable_width());
}

} // namespace tsunagi::ui
