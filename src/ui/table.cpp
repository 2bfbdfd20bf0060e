#include <algorithm>
#include <cmath>

#include "ui/figures.h"
#include "ui/page.h"

namespace tsunagi::ui {

namespace {

constexpr float kNarrowest = 5.5F; ///< ems below which a column cannot be read
constexpr float kWidest = 22.0F;   ///< ems that the longest text of a column asks for at most

struct TableShape {
    std::vector<float> left; ///< of each column, and at the end the right edge; in pixels from the table's left
    float pad = 0.0F;
    bool is_stacked = false;

    [[nodiscard]] float inner(std::size_t column) const { return left[column + 1] - left[column] - pad * 2.0F; }
};

const std::string &text_at(const model::TableExhibit::Row &row, std::size_t column) {
    static const std::string nothing;
    if (column == 0) return row.head;
    return column - 1 < row.cells.size() ? row.cells[column - 1] : nothing;
}

float ems_of(const std::string &text) { return ImGui::CalcTextSize(text.data(), text.data() + text.size()).x / em(); }

TableShape shape_of(const model::TableExhibit &table) {
    TableShape shape;
    shape.pad = std::round(em() * 0.5F);
    const float width = ImGui::GetContentRegionAvail().x;
    std::vector<float> asked;
    float all = 0.0F;
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
        float longest = ems_of(table.columns[column]);
        for (const model::TableExhibit::Row &row : table.rows) {
            if (longest >= kWidest) break; // no more is given
            longest = std::max(longest, ems_of(text_at(row, column)));
        }
        asked.push_back(std::clamp(longest + 1.2F, kNarrowest, kWidest));
        all += asked.back();
    }
    // What is left over when every column has its least goes to those that ask for more.
    const float least = kNarrowest * static_cast<float>(asked.size());
    shape.is_stacked = width < least * em();
    const float spare = std::max(width / em() - least, 0.0F);
    float x = 0.0F;
    shape.left.push_back(0.0F);
    for (const float ems : asked) {
        const float more =
            all > least ? spare * (ems - kNarrowest) / (all - least) : spare / static_cast<float>(asked.size());
        x += (kNarrowest + more) * em();
        shape.left.push_back(std::floor(x));
    }
    shape.left.back() = std::min(shape.left.back(), width);
    return shape;
}

const model::HandbookId &ref_of(const model::TableExhibit::Row &row, std::size_t column) {
    static const model::HandbookId none;
    return column > 0 && column - 1 < row.cell_refs.size() ? row.cell_refs[column - 1] : none;
}

void draw_boxed_row(const model::TableExhibit &table, const model::TableExhibit::Row &row, const std::string &id,
                    const Ui &ui) {
    panel(id.c_str(), ui.palette.panel, [&] {
        if (row.ref.is_empty())
            text_block(ui, row.head, TextRole::body, 0, true);
        else
            entry_link(ui, id + ".open", row.ref.value, row.head, TextRole::body, true);
        for (std::size_t column = 1; column < table.columns.size(); ++column) {
            if (text_at(row, column).empty()) continue;
            gap(0.25F);
            const model::HandbookId &ref = ref_of(row, column);
            if (ref.is_empty())
                caption(ui, table.columns[column]);
            else
                entry_link(ui, "handbook.cell." + ref.value, ref.value, table.columns[column], TextRole::small, true);
            text_block(ui, text_at(row, column));
        }
    });
}

float head_height(const model::TableExhibit &table, const TableShape &shape, const Ui &ui) {
    float height = 0.0F;
    for (std::size_t column = 0; column < table.columns.size(); ++column)
        height = std::max(height, text_height(ui, table.columns[column], TextRole::small, true, shape.inner(column)));
    return height + shape.pad;
}

void draw_head(const model::TableExhibit &table, const TableShape &shape, ImVec2 at, float height, const Ui &ui) {
    ImDrawList *list = ImGui::GetWindowDrawList();
    list->AddRectFilled(at, {at.x + shape.left.back(), at.y + height}, ui.palette.panel);
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
        list->AddRect({at.x + shape.left[column], at.y}, {at.x + shape.left[column + 1] + 1.0F, at.y + height + 1.0F},
                      ui.palette.border);
        draw_text_at(ui, {at.x + shape.left[column] + shape.pad, at.y + shape.pad * 0.5F}, table.columns[column],
                     TextRole::small, ui.palette.muted, true, shape.inner(column));
    }
}

void draw_row(const model::TableExhibit &table, const model::TableExhibit::Row &row, const TableShape &shape,
              const std::string &id, const StickyHead &head, const Ui &ui) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    float height = 0.0F;
    for (std::size_t column = 0; column < table.columns.size(); ++column)
        height =
            std::max(height, text_height(ui, text_at(row, column), TextRole::small, column == 0, shape.inner(column)));
    height += shape.pad * 1.2F;
    ImDrawList *list = ImGui::GetWindowDrawList();
    const auto field = [&](const std::string &name, const model::HandbookId &ref, float left, float right) {
        ImGui::SetCursorScreenPos({at.x + left, at.y});
        if (ImGui::InvisibleButton(("###" + name).c_str(), {right - left, height}, ImGuiButtonFlags_EnableNav))
            open_entry(ui, ref.value);
        head.keep_row_in_sight();
        if (ImGui::IsItemHovered())
            list->AddRectFilled({at.x + left, at.y}, {at.x + right, at.y + height}, ui.palette.card_hot);
    };
    if (!row.ref.is_empty()) field(id, row.ref, 0.0F, shape.left.back());
    for (std::size_t column = 1; column < table.columns.size(); ++column)
        if (const model::HandbookId &ref = ref_of(row, column); !ref.is_empty())
            field("handbook.cell." + ref.value, ref, shape.left[column], shape.left[column + 1]);
    ImGui::SetCursorScreenPos(at);
    ImGui::Dummy({shape.left.back(), height});
    if (!ImGui::IsItemVisible()) return;
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
        list->AddRect({at.x + shape.left[column], at.y}, {at.x + shape.left[column + 1] + 1.0F, at.y + height + 1.0F},
                      ui.palette.border);
        const bool is_link = column == 0 && !row.ref.is_empty();
        draw_text_at(ui, {at.x + shape.left[column] + shape.pad, at.y + shape.pad * 0.6F}, text_at(row, column),
                     TextRole::small, is_link ? ui.palette.accent : ui.palette.text, column == 0, shape.inner(column));
    }
}

} // namespace

void draw_table(const model::TableExhibit &table, const std::string &id, const Ui &ui) {
    if (table.columns.empty()) return;
    TableShape shape;
    {
        const TextScope scope(ui, TextRole::small);
        shape = shape_of(table);
    }
    const auto row_id = [&](std::size_t row) { return id + ".row." + std::to_string(row); };
    if (shape.is_stacked) {
        for (std::size_t row = 0; row < table.rows.size(); ++row)
            draw_boxed_row(table, table.rows[row], row_id(row), ui);
        return;
    }
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {ImGui::GetStyle().ItemSpacing.x, 0.0F});
    const float height = head_height(table, shape, ui);
    StickyHead head(height);
    for (std::size_t row = 0; row < table.rows.size(); ++row)
        draw_row(table, table.rows[row], shape, row_id(row), head, ui);
    draw_head(table, shape, head.end(), height, ui);
    ImGui::PopStyleVar();
}

} // namespace tsunagi::ui
