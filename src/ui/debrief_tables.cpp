#include <algorithm>
#include <cmath>

#include "ui/debrief_parts.h"
#include "ui/page.h"

namespace tsunagi::ui {

using i18n::Text;
using model::kRoleColumnCount;

namespace {

constexpr float kFunctionRoom = 8.0F;    ///< ems of the first column
constexpr float kRoomForColumns = 26.0F; ///< ems below which a function stands above its cells

// Where everything of a table stands; the same for all rows.
struct TableShape {
    float width = 0.0F;
    float function = 0.0F; ///< 0 where functions stand above their cells
    float cell = 0.0F;
    float pad = 0.0F;

    [[nodiscard]] float cell_x(float left, std::size_t column) const {
        return left + function + cell * static_cast<float>(column);
    }
    [[nodiscard]] float inner() const { return cell - pad * 2.0F; }
};

TableShape shape_of() {
    TableShape shape;
    shape.width = ImGui::GetContentRegionAvail().x;
    shape.pad = std::round(em() * 0.5F);
    shape.function = shape.width >= kRoomForColumns * em() ? std::round(kFunctionRoom * em()) : 0.0F;
    shape.cell = std::floor((shape.width - shape.function) / static_cast<float>(kRoleColumnCount));
    return shape;
}

float item_gap() { return std::round(em() * 0.2F); }

float bar_height() { return std::round(em() * 0.5F); }

// A cell that only other paths exercise: a line for its bar, which holds nothing but what was not reached.
bool is_elsewhere(const view::RoleCellView &cell) { return cell.figures.available == 0 && cell.figures.full() > 0; }

// A cell: its figure and bar, or that it was not exercised; and its items while the row is unfolded.
float cell_height(const view::RoleCellView &cell, const TableShape &shape, bool is_open, const Ui &ui) {
    const bool is_exercised = cell.figures.available > 0;
    float height = is_exercised ? line_of(TextRole::body) : 0.0F;
    height += text_height(ui, is_exercised ? cell.apart : cell.share, TextRole::small, false, shape.inner());
    if (is_elsewhere(cell)) height += bar_height() + item_gap();
    if (is_open)
        for (const std::string &item : cell.items)
            height += item_gap() + text_height(ui, item, TextRole::small, false, shape.inner() - em() * 0.8F);
    return height + shape.pad * 1.6F;
}

void draw_cell(const view::RoleCellView &cell, const TableShape &shape, ImVec2 min, ImVec2 max, bool is_open,
               const Ui &ui) {
    ImDrawList *list = ImGui::GetWindowDrawList();
    const int available = cell.figures.available;
    if (available > 0) {
        const float share = static_cast<float>(cell.figure.earned) / static_cast<float>(available);
        list->AddRectFilled(min, max, mixed(ui.palette.card, ui.palette.fill, kStrongestTint * share));
    }
    list->AddRect(min, {max.x + 1.0F, max.y + 1.0F}, ui.palette.border);
    const float x = min.x + shape.pad;
    float y = min.y + shape.pad * 0.8F;
    if (available > 0) {
        float figure = 0.0F;
        {
            const TextScope scope(ui, TextRole::body, true);
            figure = std::max(ImGui::CalcTextSize(cell.share.c_str()).x, em() * 3.0F);
        }
        draw_text_at(ui, {x, y}, cell.share, TextRole::body, ui.palette.text, true, figure + 1.0F);
        const float bar = shape.inner() - figure - em() * 0.5F;
        if (bar > em() * 1.5F)
            three_bar(cell.figures, cell.figures.full(),
                      {x + figure + em() * 0.5F, y + (line_of(TextRole::body) - bar_height()) * 0.5F},
                      {std::min(bar, em() * 8.0F), bar_height()}, ui);
        y += line_of(TextRole::body);
        y += draw_text_at(ui, {x, y}, cell.apart, TextRole::small, ui.palette.text, false, shape.inner());
    } else {
        if (is_elsewhere(cell)) {
            three_bar(cell.figures, cell.figures.full(), {x, y}, {std::min(shape.inner(), em() * 8.0F), bar_height()},
                      ui);
            y += bar_height() + item_gap();
        }
        y += draw_text_at(ui, {x, y}, cell.share, TextRole::small, ui.palette.muted, false, shape.inner());
    }
    if (!is_open) return;
    for (const std::string &item : cell.items) {
        y += item_gap();
        list->AddCircleFilled({x + em() * 0.3F, y + line_of(TextRole::small) * 0.5F}, em() * 0.11F, ui.palette.muted);
        y += draw_text_at(ui, {x + em() * 0.8F, y}, item, TextRole::small, ui.palette.text, false,
                          shape.inner() - em() * 0.8F);
    }
}

float head_height(const view::RoleTableView &table, const TableShape &shape, const Ui &ui) {
    float height = 0.0F;
    for (const std::string &column : table.columns)
        height = std::max(height, text_height(ui, column, TextRole::small, true, shape.inner()));
    return height + shape.pad;
}

void draw_head(const view::RoleTableView &table, const TableShape &shape, ImVec2 at, float height, const Ui &ui) {
    ImDrawList *list = ImGui::GetWindowDrawList();
    list->AddRectFilled(at, {at.x + shape.width, at.y + height}, ui.palette.panel);
    for (std::size_t column = 0; column < kRoleColumnCount; ++column) {
        const ImVec2 min{shape.cell_x(at.x, column), at.y};
        list->AddRect(min, {min.x + shape.cell + 1.0F, at.y + height + 1.0F}, ui.palette.border);
        draw_text_at(ui, {min.x + shape.pad, at.y + shape.pad * 0.5F}, table.columns[column], TextRole::small,
                     ui.palette.muted, true, shape.inner());
    }
    if (shape.function > 0.0F)
        list->AddRect(at, {at.x + shape.function + 1.0F, at.y + height + 1.0F}, ui.palette.border);
}

void draw_row(const view::RoleTableView::Row &row, const std::string &id, const TableShape &shape,
              const StickyHead &head, const Ui &ui) {
    const bool is_stacked = shape.function <= 0.0F;
    bool *is_open = remembered_flag(id.c_str());
    const float sign = em() * 0.9F;
    const float name_width = (is_stacked ? shape.width : shape.function) - shape.pad * 2.0F - sign;
    const float name =
        text_height(ui, row.function, TextRole::body, true, name_width) + shape.pad * (is_stacked ? 0.8F : 1.6F);
    float cells = 0.0F;
    for (const view::RoleCellView &cell : row.cells) cells = std::max(cells, cell_height(cell, shape, *is_open, ui));
    const float height = std::round(is_stacked ? name + cells : std::max(name, cells));

    const ImVec2 at = ImGui::GetCursorScreenPos();
    if (ImGui::InvisibleButton(labelled({}, id).c_str(), {shape.width, height}, ImGuiButtonFlags_EnableNav))
        *is_open = !*is_open;
    head.keep_row_in_sight();
    if (!ImGui::IsItemVisible()) return;
    ImDrawList *list = ImGui::GetWindowDrawList();
    const ImVec2 end{at.x + shape.width, at.y + height};
    list->AddRectFilled(at, end, ImGui::IsItemHovered() ? ui.palette.card_hot : ui.palette.card);
    list->AddRect(at, {end.x + 1.0F, end.y + 1.0F}, ui.palette.border);
    const ImVec2 name_at{at.x + shape.pad, at.y + shape.pad * (is_stacked ? 0.4F : 0.8F)};
    fold_sign(ui, {name_at.x + em() * 0.25F, name_at.y + line_of(TextRole::body) * 0.5F}, *is_open);
    draw_text_at(ui, {name_at.x + sign, name_at.y}, row.function, TextRole::body, ui.palette.text, true, name_width);
    for (std::size_t column = 0; column < kRoleColumnCount; ++column) {
        const ImVec2 min{shape.cell_x(at.x, column), is_stacked ? at.y + name : at.y};
        draw_cell(row.cells[column], shape, min, {min.x + shape.cell, end.y}, *is_open, ui);
    }
}

void draw_table(const view::RoleTableView &table, const Ui &ui) {
    const TableShape shape = shape_of();
    // Rows touch: what stands between them is their common line.
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2{0.0F, 0.0F});
    const float height = head_height(table, shape, ui);
    StickyHead head(height);
    int number = 0;
    for (const view::RoleTableView::Row &row : table.rows)
        draw_row(row, "debrief.role." + table.id + "." + std::to_string(number++), shape, head, ui);
    draw_head(table, shape, head.end(), height, ui);
    ImGui::PopStyleVar();
}

} // namespace

void draw_role_tables(const view::DebriefView &view, const Ui &ui) {
    heading(ui, ui.texts(Text::debrief_tables));
    text_block(ui, ui.texts(Text::debrief_tables_help), TextRole::small, ui.palette.muted, false, readable_width());
    for (const view::RoleTableView &table : view.tables) {
        gap(0.5F);
        if (table.is_exercised) {
            text_block(ui, table.title, TextRole::body, 0, true);
            draw_table(table, ui);
            continue;
        }
        const std::string id = "debrief.table." + table.id;
        bool *is_open = remembered_flag(id.c_str());
        if (fold_row(ui, id, table.unused_title, {}, *is_open)) *is_open = !*is_open;
        if (*is_open) draw_table(table, ui);
    }
}

} // namespace tsunagi::ui
