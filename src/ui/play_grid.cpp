#include "ui/play_parts.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include <imgui_internal.h>

#include "ui/page.h"

namespace tsunagi::ui {

using i18n::Text;

namespace {

model::Mark mark_of(const view::GridView &grid, const PlayDraft &draft, const std::string &row,
                    const std::string &column) {
    const auto found = draft.marks.find({row, column});
    return found == draft.marks.end() ? model::empty_mark(grid.kind) : found->second;
}

const view::MarkView *look_of(const view::GridView &grid, model::Mark mark) {
    const auto found = std::find_if(grid.marks.begin(), grid.marks.end(),
                                    [&](const view::MarkView &candidate) { return candidate.mark == mark; });
    return found == grid.marks.end() ? nullptr : &*found;
}

// The mark after this one, so that Space and the mouse go through all of them.
model::Mark next_mark(const view::GridView &grid, model::Mark mark) {
    for (std::size_t i = 0; i < grid.marks.size(); ++i)
        if (grid.marks[i].mark == mark) return grid.marks[(i + 1) % grid.marks.size()].mark;
    return grid.marks.front().mark;
}

void draw_centred(std::string_view text, ImVec2 at, ImVec2 size) {
    const ImVec2 room = ImGui::CalcTextSize(text.data(), text.data() + text.size());
    ImGui::RenderText(
        {std::floor(at.x + std::max((size.x - room.x) * 0.5F, 0.0F)), std::floor(at.y + (size.y - room.y) * 0.5F)},
        text.data(), text.data() + text.size(), false);
}

// Sign and word on one line where they fit, else one above the other. "None" is the rest state and shows only its sign.
void draw_mark(const view::MarkView &look, bool is_empty, ImVec2 at, ImVec2 size, const Ui &ui) {
    const TextScope scope(ui, TextRole::small, !is_empty);
    const ColorScope colour(ImGuiCol_Text, is_empty ? ui.palette.muted : ui.palette.text);
    if (is_empty) {
        draw_centred(look.symbol, at, size);
        return;
    }
    const std::string line = look.symbol + " " + look.word;
    if (ImGui::CalcTextSize(line.c_str()).x <= size.x - 4.0F) {
        draw_centred(line, at, size);
        return;
    }
    const float half = ImGui::GetFontSize() * 1.2F;
    const float top = at.y + (size.y - half * 2.0F) * 0.5F;
    draw_centred(look.symbol, {at.x, top}, {size.x, half});
    draw_centred(look.word, {at.x, top + half}, {size.x, half});
}

std::string cell_label(const std::string &row, const std::string &column) {
    return "###play.cell." + row + "." + column;
}

// One cell: sign and word, so that marks differ without colour. Returns the mark it holds afterwards.
model::Mark draw_cell(const view::GridView &grid, const std::string &row, const std::string &column, model::Mark mark,
                      ImVec2 size, const Ui &ui) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    if (ImGui::InvisibleButton(cell_label(row, column).c_str(), size, ImGuiButtonFlags_EnableNav))
        mark = next_mark(grid, mark);
    if (ImGui::IsItemFocused())
        for (std::size_t i = 0; i < grid.marks.size(); ++i)
            if (is_digit_free(static_cast<int>(i) + 1)) mark = grid.marks[i].mark;
    ImDrawList *list = ImGui::GetWindowDrawList();
    const ImVec2 end{at.x + size.x, at.y + size.y};
    const view::MarkView *look = look_of(grid, mark);
    const bool is_empty = look == nullptr || mark == model::Mark::none;
    const ImU32 back = ImGui::IsItemHovered() ? ui.palette.card_hot : is_empty ? ui.palette.card : ui.palette.card_on;
    list->AddRectFilled(at, end, back, ImGui::GetStyle().FrameRounding * 0.6F);
    list->AddRect(at, end, is_empty ? ui.palette.edge : ui.palette.accent, ImGui::GetStyle().FrameRounding * 0.6F);
    if (look != nullptr) draw_mark(*look, is_empty, at, size, ui);
    return mark;
}

// Room for the longest word of a mark.
float widest_mark(const view::GridView &grid, const Ui &ui) {
    const TextScope scope(ui, TextRole::small, true);
    float widest = 0.0F;
    for (const view::MarkView &mark : grid.marks) widest = std::max(widest, ImGui::CalcTextSize(mark.word.c_str()).x);
    return widest + em() * 0.3F;
}

// Dear ImGui leaves a scrolling table out while it is out of sight, and the keyboard then passes it by, or is lost when
// it was in it. As when the texts of a frame are logged, it is there all the same.
bool begin_unclipped_table(const char *id, int columns, ImGuiTableFlags flags, float height) {
    ImGuiContext &context = *GImGui;
    const bool was_logging = std::exchange(context.LogEnabled, true);
    const bool was_unclipped = std::exchange(context.ItemUnclipByLog, true);
    const bool has_begun = ImGui::BeginTable(id, columns, flags, {0.0F, height});
    context.LogEnabled = was_logging;
    context.ItemUnclipByLog = was_unclipped;
    return has_begun;
}

// A table that scrolls is a child window, at which Tab and the arrows would stop without going in. This makes its cells
// part of the window around it, as ImGuiChildFlags_NavFlattened does, which BeginTable does not take.
void join_keyboard_of_parent() {
    ImGuiWindow *inner = ImGui::GetCurrentWindow();
    if (inner->ParentWindow == nullptr) return;
    inner->ChildFlags |= ImGuiChildFlags_NavFlattened;
    inner->RootWindowForNav = inner->ParentWindow->RootWindowForNav;
    ImGui::PopFocusScope();
    ImGui::PushFocusScope(ImGui::GetCurrentFocusScope());
}

struct Place {
    std::size_t row = 0;
    std::size_t column = 0;
};

// Where an arrow that was just pressed in a cell goes, if there is a cell. Left to itself, Dear ImGui would go from the
// last row in sight to what stands below the grid.
std::optional<Place> cell_to_go_to(const view::GridView &grid) {
    const ImGuiContext &context = *GImGui;
    const ImGuiDir direction = context.NavMoveDir;
    if (!context.NavMoveScoringItems || (context.NavMoveFlags & ImGuiNavMoveFlags_IsTabbing) != 0) return std::nullopt;
    for (std::size_t r = 0; r < grid.rows.size(); ++r)
        for (std::size_t c = 0; c < grid.columns.size(); ++c) {
            if (ImGui::GetID(cell_label(grid.rows[r].id, grid.columns[c].id).c_str()) != context.NavId) continue;
            if (direction == ImGuiDir_Up && r > 0) return Place{r - 1, c};
            if (direction == ImGuiDir_Down && r + 1 < grid.rows.size()) return Place{r + 1, c};
            if (direction == ImGuiDir_Left && c > 0) return Place{r, c - 1};
            if (direction == ImGuiDir_Right && c + 1 < grid.columns.size()) return Place{r, c + 1};
            return std::nullopt;
        }
    return std::nullopt;
}

void draw_table(const view::GridView &grid, PlayDraft &draft, float avail, const Ui &ui) {
    const float pad = ImGui::GetStyle().CellPadding.x * 2.0F;
    const auto columns = static_cast<float>(grid.columns.size());
    const float narrowest = std::max(widest_mark(grid, ui), em() * 3.4F);
    const float row_width = std::max(avail - columns * (narrowest + pad) - pad, em() * 8.0F);
    const float first = std::min(row_width, avail * 0.4F);
    const float cell_width = std::max(narrowest, (avail - first - pad) / columns - pad);
    const bool fits = first + pad + columns * (cell_width + pad) <= avail + 1.0F;

    float header = 0.0F;
    for (const view::GridLineView &column : grid.columns)
        header = std::max(header, text_height(ui, column.text, TextRole::small, true, cell_width));
    float rows_height = header + ImGui::GetStyle().CellPadding.y * 2.0F;
    std::vector<float> heights;
    for (const view::GridLineView &row : grid.rows) {
        heights.push_back(std::max(text_height(ui, row.text, TextRole::body, false, first), em() * 2.6F));
        rows_height += heights.back() + ImGui::GetStyle().CellPadding.y * 2.0F;
    }
    // The table scrolls by itself only when it is taller than what the window shows, so that its head stays in sight.
    const float shown = ImGui::GetMainViewport()->WorkSize.y - em() * 12.0F;
    const float height =
        std::min(rows_height + 2.0F + (fits ? 0.0F : ImGui::GetStyle().ScrollbarSize), std::max(shown, em() * 10.0F));
    const ImGuiTableFlags flags = ImGuiTableFlags_ScrollX | ImGuiTableFlags_ScrollY | ImGuiTableFlags_BordersInnerH |
                                  ImGuiTableFlags_SizingFixedFit | ImGuiTableFlags_NoSavedSettings;
    const float head_height = header + ImGui::GetStyle().CellPadding.y * 2.0F;
    std::vector<float> left;
    if (!begin_unclipped_table("###play.grid", static_cast<int>(grid.columns.size()) + 1, flags, height)) return;
    join_keyboard_of_parent();
    const std::optional<Place> next = cell_to_go_to(grid);
    if (next) ImGui::NavMoveRequestCancel();
    ImGui::TableSetupScrollFreeze(1, 1);
    ImGui::TableSetupColumn("", ImGuiTableColumnFlags_WidthFixed, first);
    for (const view::GridLineView &column : grid.columns)
        ImGui::TableSetupColumn(column.id.c_str(), ImGuiTableColumnFlags_WidthFixed, cell_width);
    ImGui::TableNextRow(ImGuiTableRowFlags_Headers, header);
    for (std::size_t c = 0; c < grid.columns.size(); ++c) {
        ImGui::TableSetColumnIndex(static_cast<int>(c) + 1);
        left.push_back(ImGui::GetCursorScreenPos().x);
        text_block(ui, grid.columns[c].text, TextRole::small, 0, true, cell_width);
    }
    for (std::size_t r = 0; r < grid.rows.size(); ++r) {
        const view::GridLineView &row = grid.rows[r];
        ImGui::TableNextRow(0, heights[r]);
        ImGui::TableSetColumnIndex(0);
        text_block(ui, row.text, TextRole::body, 0, false, first);
        for (std::size_t c = 0; c < grid.columns.size(); ++c) {
            ImGui::TableSetColumnIndex(static_cast<int>(c) + 1);
            const model::Mark before = mark_of(grid, draft, row.id, grid.columns[c].id);
            const model::Mark after = draw_cell(grid, row.id, grid.columns[c].id, before, {cell_width, heights[r]}, ui);
            keep_item_below_head(head_height);
            if (next && next->row == r && next->column == c) ImGui::FocusItem();
            if (after == before) continue;
            draft.marks[{row.id, grid.columns[c].id}] = after;
            draft.has_changed = true;
        }
    }
    ImGui::EndTable();
    stick_table_head("###play.grid.head", head_height, ui, [&](float top) {
        for (std::size_t c = 0; c < left.size(); ++c)
            draw_text_at(ui, {left[c], top + ImGui::GetStyle().CellPadding.y}, grid.columns[c].text, TextRole::small, 0,
                         true, cell_width);
    });
}

} // namespace

void draw_grid(const view::GridView &grid, PlayDraft &draft, const Ui &ui) {
    text_block(ui, ui.texts(Text::play_grid_help), TextRole::small, ui.palette.muted);
    std::string keys;
    for (std::size_t i = 0; i < grid.marks.size(); ++i) {
        if (!keys.empty()) keys += "   ";
        keys += ui.texts.format(Text::play_grid_key, fmt::arg("key", i + 1), fmt::arg("symbol", grid.marks[i].symbol),
                                fmt::arg("word", grid.marks[i].word));
    }
    text_block(ui, keys, TextRole::small, ui.palette.muted);

    const float avail = ImGui::GetContentRegionAvail().x - ImGui::GetStyle().ScrollbarSize;
    ImGui::PushStyleVar(ImGuiStyleVar_CellPadding, {em() * 0.17F, em() * 0.22F});
    draw_table(grid, draft, avail, ui);
    ImGui::PopStyleVar();
}

} // namespace tsunagi::ui
