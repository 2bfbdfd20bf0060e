#include <algorithm>
#include <cmath>

#include "ui/page.h"
#include "ui/screen_comparison.h"

namespace tsunagi::ui {

using i18n::Text;

namespace {

// A table of professions: they go through the same drawing as a decision's.
view::CompareTable table_of(const view::ComparisonView &view, const std::string &corner) {
    view::CompareTable table;
    table.corner = corner;
    for (const std::string &profession : view.professions)
        table.columns.push_back({{}, profession, view::CompareColumn::Kind::place});
    return table;
}

} // namespace

void draw_assessments(const view::ComparisonView &view, const Ui &ui) {
    text_block(ui, ui.texts(Text::comparison_assessments_about), TextRole::small, ui.palette.muted, false,
               readable_width());
    if (view.assessments.empty()) {
        text_block(ui, ui.texts(Text::comparison_assessments_none));
        return;
    }
    gap(0.4F);
    std::size_t first = 0;
    int number = 0;
    while (first < view.assessments.size()) {
        const std::string &scene = view.assessments[first].scene;
        text_block(ui, scene, TextRole::lead, 0, true);
        view::CompareTable table = table_of(view, ui.texts(Text::comparison_corner));
        for (; first < view.assessments.size() && view.assessments[first].scene == scene; ++first) {
            const view::ItemUseRow &use = view.assessments[first];
            view::CompareRow row{use.item, {}, {}};
            if (!use.never.empty()) row.notes.push_back(use.never);
            for (std::size_t i = 0; i < use.shares.size(); ++i)
                row.cells.push_back({use.shares[i], {}, {}, use.parts[i]});
            table.rows.push_back(std::move(row));
        }
        draw_compare_table(table, ("assessments." + std::to_string(number++)).c_str(), ui);
        gap(0.6F);
    }
}

void draw_point_profiles(const view::ComparisonView &view, const Ui &ui) {
    text_block(ui, ui.texts(Text::comparison_points_about), TextRole::small, ui.palette.muted, false, readable_width());
    gap(0.4F);
    const float name = std::round(em() * 12.0F);
    int number = 0;
    for (const view::PointRow &row : view.points) {
        const IdScope id(number++);
        panel("point", ui.palette.panel, [&] {
            text_block(ui, row.title, TextRole::body, 0, true);
            for (std::size_t i = 0; i < row.shares.size(); ++i) {
                const view::PointRow::Share &share = row.shares[i];
                const ImVec2 at = ImGui::GetCursorScreenPos();
                const float line = line_of(TextRole::small);
                const float room = ImGui::GetContentRegionAvail().x;
                const bool is_narrow = room < em() * 26.0F;
                const float left = is_narrow ? std::round(room * 0.42F) : name;
                const float figures = std::round(em() * 7.5F);
                const float bar = std::max(room - left - figures - em(), em());
                const float height = std::max(
                    draw_text_at(ui, at, view.professions[i], TextRole::small, 0, false, left - em() * 0.5F), line);
                ImGui::SetCursorScreenPos({at.x + left, std::round(at.y + line * 0.25F)});
                share_bar(ui, share.part, {bar, std::round(line * 0.5F)});
                draw_text_at(ui, {at.x + left + bar + em() * 0.5F, at.y},
                             share.percent.empty() ? share.text : share.text + "  " + share.percent, TextRole::small, 0,
                             true, figures + em() * 0.5F);
                ImGui::SetCursorScreenPos(at);
                ImGui::Dummy({room, height});
            }
        });
    }
}

void draw_safety_rows(const view::ComparisonView &view, const Ui &ui) {
    text_block(ui, ui.texts(Text::comparison_safety_about), TextRole::small, ui.palette.muted, false, readable_width());
    gap(0.4F);
    if (view.safety.empty()) {
        panel("none", ui.palette.panel, [&] { text_block(ui, ui.texts(Text::comparison_safety_none)); });
        return;
    }
    int number = 0;
    for (const view::SafetyRow &flag : view.safety) {
        const IdScope id(number++);
        panel("flag", ui.palette.danger_back, [&] {
            text_block(ui, flag.heading, TextRole::body, ui.palette.danger, true);
            text_block(ui, flag.taken, TextRole::small);
            text_block(ui, flag.text);
            text_block(ui, flag.who, TextRole::body, 0, true);
        });
    }
}

void draw_regrets(const view::ComparisonView &view, float done, const Ui &ui) {
    text_block(ui, ui.texts(Text::comparison_regrets_about), TextRole::body, 0, false, readable_width());
    gap(0.5F);
    switch (view.regret_state) {
    case view::RegretState::not_asked:
    case view::RegretState::stopped:
        if (primary_button(ui, ui.texts.label(Text::comparison_regrets_compute))) ui.intents.push(ComputeRegrets{});
        return;
    case view::RegretState::running:
        text_block(ui, ui.texts(Text::comparison_regrets_running), TextRole::small, ui.palette.muted);
        share_bar(ui, done, {std::min(ImGui::GetContentRegionAvail().x, em() * 20.0F), em() * 0.6F});
        if (plain_button(ui, ui.texts.label(Text::comparison_regrets_stop))) ui.intents.push(StopRegrets{});
        return;
    case view::RegretState::too_large: text_block(ui, ui.texts(Text::comparison_regrets_too_large)); return;
    case view::RegretState::ready: break;
    }
    const float pad = std::round(em() * 0.35F);
    const float height = line_of(TextRole::body) + pad * 2.0F;
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2{0.0F, 0.0F});
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(view.regrets.size()), height);
    while (clipper.Step())
        for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
            const view::RegretRow &row = view.regrets[static_cast<std::size_t>(i)];
            const ImVec2 at = ImGui::GetCursorScreenPos();
            const float width = ImGui::GetContentRegionAvail().x;
            const float name = std::round(width * 0.3F);
            const float figure = std::round(em() * 6.0F);
            const float part =
                view.most_lost > 0 ? static_cast<float>(row.lost) / static_cast<float>(view.most_lost) : 0.0F;
            const IdScope id(i);
            ImGui::InvisibleButton("###regret", {width, height}, ImGuiButtonFlags_EnableNav);
            tooltip(ui, row.profession);
            ImGui::GetWindowDrawList()->AddRectFilled(
                {at.x + name, at.y + pad}, {at.x + name + (width - name - figure - pad) * part, at.y + height - pad},
                mixed(ui.palette.card, ui.palette.fill, kStrongestTint));
            ImGui::PushClipRect(at, {at.x + name, at.y + height}, true);
            draw_text_at(ui, {at.x + pad, at.y + pad}, row.name, TextRole::body, 0, true, width * 4.0F);
            ImGui::PopClipRect();
            draw_text_at(ui, {at.x + width - figure, at.y + pad}, row.text, TextRole::body, 0, false, figure);
        }
    ImGui::PopStyleVar();
}

} // namespace tsunagi::ui
