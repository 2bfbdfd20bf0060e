#include <array>

#include "ui/screen_ecomap.h"

#include "ui/page.h"

namespace tsunagi::ui {

using i18n::Text;

namespace {

constexpr float kRoomForTable = 36.0F; // ems: in narrower columns each word would stand on lines of its own

struct Column {
    Text title;
    float part; ///< of the width
};
constexpr std::array<Column, 6> kColumns = {{{Text::ecomap_column_who, 2.2F},
                                             {Text::ecomap_column_tie, 1.5F},
                                             {Text::ecomap_column_stress, 0.8F},
                                             {Text::ecomap_column_flow, 1.8F},
                                             {Text::ecomap_column_since, 1.1F},
                                             {Text::ecomap_column_because, 3.4F}}};

void draw_cell(std::string_view text, const Ui &ui, bool is_bold = false) {
    ImGui::TableNextColumn();
    text_block(ui, text, TextRole::small, 0, is_bold);
}

void draw_changed(const view::EcoTieView &tie, const Ui &ui) {
    if (tie.is_changed) chip(ui, ui.texts(Text::ecomap_just_changed), ui.palette.on_accent, ui.palette.accent);
}

void draw_decision(const view::EcoTieView &tie, const Ui &ui) {
    if (!tie.decision.empty())
        text_block(ui, ui.texts.format(Text::ecomap_by_decision, fmt::arg("scene", tie.decision)), TextRole::small,
                   ui.palette.muted);
}

void draw_who(const view::EcoTieView &tie, EcoMapDraft &draft, const Ui &ui) {
    if (!link_text(ui, "eco.row." + tie.id.value, tie.who, TextRole::small, true)) return;
    draft.selected = tie.id;
    draft.shows_list = false;
}

void draw_because(const view::EcoTieView &tie, const Ui &ui) {
    ImGui::TableNextColumn();
    draw_changed(tie, ui);
    if (!tie.because.empty()) text_block(ui, tie.because, TextRole::small);
    draw_decision(tie, ui);
}

void draw_row(const view::EcoTieView &tie, EcoMapDraft &draft, const Ui &ui) {
    ImGui::TableNextRow();
    ImGui::TableNextColumn();
    draw_who(tie, draft, ui);
    draw_cell(tie.strength, ui);
    draw_cell(tie.stress, ui);
    draw_cell(tie.flow, ui);
    draw_cell(tie.since, ui);
    draw_because(tie, ui);
}

// One below the other, as part of the page.
void draw_blocks(const view::EcoMoment &moment, EcoMapDraft &draft, const Ui &ui) {
    for (const view::EcoTieView &tie : moment.ties) {
        draw_who(tie, draft, ui);
        draw_changed(tie, ui);
        text_block(ui, tie.told, TextRole::small);
        draw_decision(tie, ui);
        gap(0.5F);
    }
}

} // namespace

void draw_tie_list(const view::EcoMoment &moment, ImVec2 size, EcoMapDraft &draft, const Ui &ui) {
    constexpr ImGuiTableFlags kFlags =
        ImGuiTableFlags_ScrollY | ImGuiTableFlags_Borders | ImGuiTableFlags_SizingStretchProp;
    if (size.x < kRoomForTable * em()) {
        draw_blocks(moment, draft, ui);
        return;
    }
    if (!ImGui::BeginTable("eco.list", static_cast<int>(kColumns.size()), kFlags, size)) return;
    ImGui::TableSetupScrollFreeze(0, 1);
    for (const Column &column : kColumns)
        ImGui::TableSetupColumn(ui.texts(column.title).c_str(), ImGuiTableColumnFlags_WidthStretch, column.part);
    ImGui::TableNextRow(ImGuiTableRowFlags_Headers);
    for (const Column &column : kColumns) {
        ImGui::TableNextColumn();
        text_block(ui, ui.texts(column.title), TextRole::small, ui.palette.muted, true);
    }
    for (const view::EcoTieView &tie : moment.ties) draw_row(tie, draft, ui);
    ImGui::EndTable();
}

} // namespace tsunagi::ui
