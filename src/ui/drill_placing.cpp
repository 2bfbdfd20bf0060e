#include <algorithm>
#include <cmath>

#include "ui/drafts.h"
#include "ui/drill_parts.h"
#include "ui/keyboard.h"
#include "ui/page.h"

namespace tsunagi::ui {

using i18n::Text;

namespace {

constexpr float kHeadWidth = 7.5F;     ///< ems of a row's head beside its cells
constexpr float kRoomForHeads = 25.0F; ///< else it stands above them

const std::string *cell_of(const view::StatementView &statement, const DrillDraft &draft) {
    const auto found = draft.form.placed.find(statement.text);
    return found == draft.form.placed.end() ? nullptr : &found->second;
}

// The next one that is not placed yet, behind the present one or else from the first on.
void go_to_next(const view::PlacingView &view, DrillDraft &draft) {
    const std::size_t count = view.statements.size();
    for (std::size_t step = 1; step <= count; ++step) {
        const std::size_t candidate = (draft.statement + step) % count;
        if (cell_of(view.statements[candidate], draft) != nullptr) continue;
        draft.statement = candidate;
        draft.frames_to_show = kFramesToShow;
        return;
    }
}

std::string title_of(const view::PlacingView &view, const std::string &cell) {
    for (const view::PlacingRowView &row : view.rows)
        for (const view::PlacingCellView &candidate : row.cells)
            if (candidate.id == cell) return candidate.title;
    return cell;
}

// ---- what stands in a cell -----------------------------------------------------------------------------------------

struct CellMark {
    std::string text;
    bool is_strong = false;
};

bool has_cell(const view::PlacedView &result, const std::string &cell) {
    return std::any_of(result.cells.begin(), result.cells.end(),
                       [&](const view::PlacedView::Cell &candidate) { return candidate.id == cell; });
}

// The numbers of the statements put there; once checked with their sign, and those that the handbook has there.
std::vector<CellMark> marks_of(const view::PlacingView &view, const std::string &cell, const DrillDraft &draft,
                               const Ui &ui) {
    std::vector<CellMark> marks;
    for (std::size_t i = 0; i < view.statements.size(); ++i) {
        const view::StatementView &statement = view.statements[i];
        const std::string *placed = cell_of(statement, draft);
        const bool is_here = placed != nullptr && *placed == cell;
        const std::string number = std::to_string(i + 1);
        if (!statement.result) {
            if (is_here) marks.push_back({number, true});
            continue;
        }
        if (is_here) marks.push_back({statement.result->sign + number, statement.result->is_right});
        if (!statement.result->is_right && has_cell(*statement.result, cell))
            marks.push_back({ui.texts(Text::drills_placed_sign_handbook) + number, true});
    }
    return marks;
}

// Side by side, the next one on a new line where it does not fit; calls `place(mark, x, y)` for each and returns the
// height of all, at least one line.
template <class Place>
float lay_marks(const std::vector<CellMark> &marks, float width, const Ui &ui, Place place) {
    const float line = line_of(TextRole::small) + em() * 0.2F;
    float x = 0.0F;
    float y = 0.0F;
    for (const CellMark &mark : marks) {
        const float room = chip_width(ui, mark.text);
        if (x > 0.0F && x + room > width) {
            x = 0.0F;
            y += line;
        }
        place(mark, x, y);
        x += room + em() * 0.3F;
    }
    return y + line;
}

float marks_height(const std::vector<CellMark> &marks, float width, const Ui &ui) {
    return lay_marks(marks, width, ui, [](const CellMark &, float, float) {});
}

void draw_marks(const std::vector<CellMark> &marks, ImVec2 at, float width, const Ui &ui) {
    lay_marks(marks, width, ui, [&](const CellMark &mark, float x, float y) {
        draw_chip_at(ui, {at.x + x, at.y + y}, mark.text, mark.is_strong ? ui.palette.accent : ui.palette.muted,
                     ui.palette.window);
    });
}

// ---- the table -----------------------------------------------------------------------------------------------------

bool draw_cell(const view::PlacingCellView &cell, const std::vector<CellMark> &marks, ImVec2 size, const Ui &ui) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const bool is_pressed =
        ImGui::InvisibleButton(("###drills.cell." + cell.id).c_str(), size, ImGuiButtonFlags_EnableNav);
    const bool is_hot = ImGui::IsItemHovered();
    ImDrawList *list = ImGui::GetWindowDrawList();
    const ImVec2 end{at.x + size.x, at.y + size.y};
    const float rounding = ImGui::GetStyle().FrameRounding * 0.6F;
    list->AddRectFilled(at, end,
                        is_hot          ? ui.palette.card_hot
                        : marks.empty() ? ui.palette.card
                                        : ui.palette.card_on,
                        rounding);
    list->AddRect(at, end, marks.empty() ? ui.palette.edge : ui.palette.accent, rounding);
    const float pad = std::round(em() * 0.4F);
    draw_marks(marks, {at.x + pad, at.y + pad}, size.x - pad * 2.0F, ui);
    return is_pressed;
}

struct TableShape {
    float head = 0.0F; ///< width of a row's head; 0: it stands above its cells
    float cell = 0.0F;
    float between = 0.0F;
};

TableShape table_shape() {
    TableShape shape;
    const float all = ImGui::GetContentRegionAvail().x;
    shape.between = std::round(em() * 0.3F);
    if (all >= kRoomForHeads * em()) shape.head = std::round(kHeadWidth * em());
    shape.cell = std::floor((all - shape.head - shape.between * static_cast<float>(model::kRoleColumnCount - 1)) /
                            static_cast<float>(model::kRoleColumnCount));
    return shape;
}

void draw_column_heads(const view::PlacingView &view, const TableShape &shape, const Ui &ui) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    float height = 0.0F;
    for (std::size_t column = 0; column < view.columns.size(); ++column) {
        const float x = at.x + shape.head + (shape.cell + shape.between) * static_cast<float>(column);
        height = std::max(height, draw_text_at(ui, {x, at.y}, view.columns[column], TextRole::small, ui.palette.muted,
                                               true, shape.cell));
    }
    ImGui::Dummy({1.0F, height});
}

void press(const view::PlacingView &view, const view::PlacingCellView &cell, const DrillPage &page, DrillDraft &draft,
           const Ui &ui) {
    if (page.is_checked) {
        open_entry(ui, cell.id);
        return;
    }
    if (draft.statement >= view.statements.size()) return;
    draft.form.placed[view.statements[draft.statement].text] = cell.id;
    go_to_next(view, draft);
}

void draw_row(const view::PlacingView &view, const view::PlacingRowView &row, const TableShape &shape,
              const DrillPage &page, DrillDraft &draft, const Ui &ui) {
    const float pad = std::round(em() * 0.4F);
    if (shape.head == 0.0F) text_block(ui, row.title, TextRole::small, 0, true);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    std::array<std::vector<CellMark>, model::kRoleColumnCount> marks;
    float height = std::round(em() * (page.has_two ? 3.4F : 2.2F));
    for (std::size_t column = 0; column < row.cells.size(); ++column) {
        marks[column] = marks_of(view, row.cells[column].id, draft, ui);
        height = std::max(height, marks_height(marks[column], shape.cell - pad * 2.0F, ui) + pad * 1.6F);
    }
    if (shape.head > 0.0F) {
        const float room = shape.head - em() * 0.5F;
        const float text = text_height(ui, row.title, TextRole::body, true, room);
        height = std::max(height, text);
        draw_text_at(ui, {at.x, at.y + std::floor((height - text) * 0.5F)}, row.title, TextRole::body, 0, true, room);
    }
    for (std::size_t column = 0; column < row.cells.size(); ++column) {
        const float x = at.x + shape.head + (shape.cell + shape.between) * static_cast<float>(column);
        ImGui::SetCursorScreenPos({x, at.y});
        if (draw_cell(row.cells[column], marks[column], {shape.cell, height}, ui))
            press(view, row.cells[column], page, draft, ui);
    }
}

void draw_table(const view::PlacingView &view, const DrillPage &page, DrillDraft &draft, const Ui &ui) {
    const TableShape shape = table_shape();
    draw_column_heads(view, shape, ui);
    if (page.has_come_up && !page.is_checked) begin_keyboard_at_next_item();
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {shape.between, shape.between});
    for (const view::PlacingRowView &row : view.rows) draw_row(view, row, shape, page, draft, ui);
    ImGui::PopStyleVar();
    gap(0.4F);
    if (page.is_checked) text_block(ui, ui.texts(Text::drills_placing_legend), TextRole::small, ui.palette.muted);
    text_block(ui, view.remark, TextRole::small, ui.palette.muted);
}

// ---- the statements ------------------------------------------------------------------------------------------------

void draw_tables_to_choose(const view::PlacingView &view, const Ui &ui) {
    if (view.tables.size() < 2) return;
    caption(ui, ui.texts(Text::drills_table_choice));
    Flow flow(0.4F);
    for (const view::DrillStart &start : view.tables) {
        const bool is_here = start.table == view.table;
        const std::string label = labelled(start.text, "drills.table." + start.id);
        flow.next(button_width(label.c_str()));
        if (choice_button(ui, label.c_str(), is_here) && !is_here) ui.intents.push(StartDrill{start.kind, start.table});
    }
}

void draw_statements(const view::PlacingView &view, const DrillPage &page, DrillDraft &draft, const Ui &ui) {
    for (std::size_t i = 0; i < view.statements.size(); ++i) {
        const view::StatementView &statement = view.statements[i];
        const std::string *placed = cell_of(statement, draft);
        const std::string detail =
            placed == nullptr ? std::string()
                              : ui.texts.format(Text::drills_placing_in, fmt::arg("cell", title_of(view, *placed)));
        CardLook look;
        look.text = statement.label;
        look.detail = detail;
        look.mark = CardMark::radio;
        look.is_on = draft.statement == i;
        if (card(ui, "drills.statement." + std::to_string(i), look)) draft.statement = i;
        // Whoever is at the table must see what comes next.
        if (page.has_two && look.is_on && draft.frames_to_show > 0) {
            --draft.frames_to_show;
            scroll_page_to_last_item(0.35F);
        }
    }
}

void draw_result(std::size_t index, const view::StatementView &statement, const Ui &ui) {
    const view::PlacedView &result = *statement.result;
    panel(("result." + std::to_string(index)).c_str(), ui.palette.panel, [&] {
        chip(ui, result.sign + " " + result.word, result.is_right ? ui.palette.accent : ui.palette.muted,
             ui.palette.window);
        text_block(ui, statement.label, TextRole::body, 0, true);
        if (!result.is_right)
            text_block(ui, ui.texts.format(Text::drills_placed_own, fmt::arg("cell", result.own)), TextRole::small,
                       ui.palette.muted);
        for (const view::PlacedView::Cell &cell : result.cells) {
            caption(ui, ui.texts(Text::drills_placed_handbook));
            entry_link(ui, "drills.result." + std::to_string(index) + "." + cell.id, cell.id, cell.title,
                       TextRole::body);
            text_block(ui, cell.summary, TextRole::small);
        }
    });
}

void draw_results(const view::PlacingView &view, const Ui &ui) {
    panel("summary", ui.palette.notice, [&] { text_block(ui, view.summary, TextRole::body, 0, true); });
    for (std::size_t i = 0; i < view.statements.size(); ++i) draw_result(i, view.statements[i], ui);
}

} // namespace

// Side by side: the statements at the left, the table at the right. Else the one to be placed stands above the table.
void draw_told(const view::PlacingView &view, const DrillPage &page, DrillDraft &draft, const Ui &ui) {
    draw_tables_to_choose(view, ui);
    gap(0.4F);
    if (page.is_checked) {
        draw_results(view, ui);
        return;
    }
    heading(ui, ui.texts(Text::drills_placing_ask), TextRole::lead);
    if (page.has_two) {
        text_block(ui, ui.texts(Text::drills_placing_help), TextRole::small, ui.palette.muted);
        draw_statements(view, page, draft, ui);
    } else if (draft.statement < view.statements.size()) {
        panel("statement", ui.palette.notice,
              [&] { text_block(ui, view.statements[draft.statement].label, TextRole::body, 0, true); });
    }
}

void draw_done(const view::PlacingView &view, const DrillPage &page, DrillDraft &draft, const Ui &ui) {
    draw_table(view, page, draft, ui);
    if (page.has_two || page.is_checked) return;
    gap(0.6F);
    text_block(ui, ui.texts(Text::drills_placing_help), TextRole::small, ui.palette.muted);
    draw_statements(view, page, draft, ui);
}

DrillFoot foot_of(const view::PlacingView &view, const DrillDraft &draft, const Ui &ui) {
    const auto left = std::count_if(view.statements.begin(), view.statements.end(),
                                    [&](const auto &statement) { return cell_of(statement, draft) == nullptr; });
    return {left == 0 ? ui.texts(Text::drills_placing_all)
                      : ui.texts.format(Text::drills_placing_left, fmt::arg("n", left)),
            left == 0, ui.texts(Text::drills_check)};
}

} // namespace tsunagi::ui
