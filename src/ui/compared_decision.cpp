#include <cmath>

#include <imgui_internal.h>

#include "ui/outcome.h"
#include "ui/page.h"
#include "ui/screen_comparison.h"

namespace tsunagi::ui {

using i18n::Text;

namespace {

constexpr float kNarrowestCard = 16.0F; // ems

void draw_figures_of(const view::ComparedDecisionView &view, const Ui &ui) {
    Flow row(0.8F);
    const auto add = [&](const std::string &text, ImU32 colour) {
        row.next(chip_width(ui, text));
        chip(ui, text, colour, ui.palette.panel);
    };
    add(view.split.sign + " " + view.split.word, ui.palette.accent);
    add(view.difference, ui.palette.text);
    add(view.disagreement, ui.palette.text);
    text_block(ui, view.votes, TextRole::small, ui.palette.muted);
    bool *is_open = remembered_flag("compare.what");
    if (fold_row(ui, "compare.what-figures", ui.texts(Text::comparison_what_figures), {}, *is_open))
        *is_open = !*is_open;
    if (!*is_open) return;
    panel("what", ui.palette.panel, [&] {
        text_block(ui, ui.texts(Text::comparison_what_difference), TextRole::small);
        text_block(ui, ui.texts(Text::comparison_what_disagreement), TextRole::small);
        text_block(ui, ui.texts(Text::comparison_what_note), TextRole::small);
    });
}

void draw_voice_card(const view::VoiceLine &voice, const Ui &ui) {
    text_block(ui, voice.name, TextRole::body, 0, true);
    text_block(ui, voice.profession, TextRole::small, ui.palette.muted);
    text_block(ui, voice.answer, TextRole::small);
    if (!voice.rationale.empty()) {
        gap(0.2F);
        text_block(ui, voice.rationale);
    }
}

// As many columns as fit; each as tall as what is in it.
void draw_cards(const view::ComparedDecisionView &view, const Ui &ui) {
    const Grid grid = grid_for(em() * kNarrowestCard, 0.0F, 3);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    float bottom = at.y;
    for (int column = 0; column < grid.columns; ++column) {
        ImGui::SetCursorScreenPos({at.x + static_cast<float>(column) * (grid.width + grid.between), at.y});
        const IdScope scope(column);
        {
            const ColumnScope part("voices", grid.width);
            for (std::size_t i = static_cast<std::size_t>(column); i < view.voices.size();
                 i += static_cast<std::size_t>(grid.columns)) {
                const IdScope id(static_cast<int>(i));
                panel("voice", ui.palette.panel, [&] { draw_voice_card(view.voices[i], ui); });
            }
        }
        bottom = std::max(bottom, ImGui::GetItemRectMax().y);
    }
    ImGui::SetCursorScreenPos({at.x, bottom});
    ImGui::Dummy({1.0F, 1.0F});
}

void draw_cut_line(const Ui &ui, ImVec2 at, float width, std::string_view text, TextRole role, ImU32 colour,
                   bool is_bold) {
    const std::string_view line = text.substr(0, text.find('\n'));
    ImGui::PushClipRect(at, {at.x + width, at.y + line_of(role)}, true);
    const TextScope scope(ui, role, is_bold);
    const ColorScope ink(ImGuiCol_Text, colour);
    const float inset = std::floor((line_of(role) - ImGui::GetFontSize()) * 0.5F);
    ImGui::RenderText({at.x, at.y + inset}, line.data(), line.data() + line.size(), false);
    ImGui::PopClipRect();
}

// Many voices: rows of one height, so that only those in sight are made.
void draw_voice_list(const view::ComparedDecisionView &view, const Ui &ui) {
    const float pad = std::round(em() * 0.35F);
    const float height = line_of(TextRole::body) + line_of(TextRole::small) * 2.0F + pad * 2.0F;
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2{0.0F, 0.0F});
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(view.voices.size()), height);
    while (clipper.Step())
        for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
            const view::VoiceLine &voice = view.voices[static_cast<std::size_t>(i)];
            const ImVec2 at = ImGui::GetCursorScreenPos();
            const float width = ImGui::GetContentRegionAvail().x;
            const IdScope id(i);
            ImGui::InvisibleButton("###compare.voice", {width, height}, ImGuiButtonFlags_EnableNav);
            const bool is_hot = ImGui::IsItemHovered();
            if (is_hot || ImGui::IsItemFocused())
                tooltip(ui, voice.rationale.empty() ? voice.answer : voice.answer + "\n\n" + voice.rationale);
            ImDrawList *list = ImGui::GetWindowDrawList();
            list->AddRectFilled(at, {at.x + width, at.y + height}, is_hot ? ui.palette.card_hot : ui.palette.card);
            list->AddRect(at, {at.x + width, at.y + height + 1.0F}, ui.palette.border);
            const float inner = width - pad * 2.0F;
            ImVec2 line{at.x + pad, at.y + pad};
            const float name = std::floor(inner * 0.6F);
            draw_cut_line(ui, line, name, voice.name, TextRole::body, ui.palette.text, true);
            draw_cut_line(ui, {line.x + name, line.y}, inner - name, voice.profession, TextRole::body, ui.palette.muted,
                          false);
            line.y += line_of(TextRole::body);
            draw_cut_line(ui, line, inner, voice.answer, TextRole::small, ui.palette.text, false);
            line.y += line_of(TextRole::small);
            draw_cut_line(ui, line, inner, voice.rationale, TextRole::small, ui.palette.muted, false);
        }
    ImGui::PopStyleVar();
    gap(0.3F);
}

void draw_handbook_and_team(const view::ComparedDecisionView &view, const model::WorkshopId &workshop, const Ui &ui) {
    const bool has_two = ImGui::GetContentRegionAvail().x >= em() * 36.0F;
    side_by_side(
        has_two, 0.5F, "beside",
        [&] {
            panel("handbook", ui.palette.panel, [&] {
                caption(ui, ui.texts(Text::comparison_handbook_heading));
                if (!view.handbook_team.empty()) text_block(ui, view.handbook_team);
                bullets(ui, view.handbook_answer, TextRole::small, 0);
            });
        },
        [&] {
            panel("team", ui.palette.panel, [&] {
                caption(ui, ui.texts(Text::comparison_team_heading));
                if (view.has_team) {
                    bullets(ui, view.team.lines);
                    if (!view.team.reason.empty()) text_block(ui, view.team.reason, TextRole::small);
                } else {
                    text_block(ui, ui.texts(Text::comparison_team_none), TextRole::body, ui.palette.muted);
                }
                if (plain_button(ui, ui.texts.label(Text::comparison_team_enter)))
                    ui.intents.push(EnterTeamDecision{workshop, view.scene});
            });
        },
        0.4F);
}

void draw_options(const view::ComparedDecisionView &view, const Ui &ui) {
    if (view.reasons.empty()) return;
    bool *is_open = remembered_flag("compare.reasons");
    if (fold_row(ui, "compare.options", ui.texts(Text::comparison_options_heading), {}, *is_open)) *is_open = !*is_open;
    if (!*is_open) return;
    static const view::TermsView no_terms;
    int number = 0;
    for (const view::ReasonView &reason : view.reasons) {
        const IdScope id(number++);
        panel("reason", ui.palette.panel, [&] { draw_reason(reason, no_terms, ui); });
    }
}

} // namespace

void draw_compared_decision(const view::ComparedDecisionView &view, const model::WorkshopId &workshop, const Ui &ui) {
    heading(ui, view.title);
    text_block(ui, view.question, TextRole::lead, 0, false, readable_width());
    gap(0.4F);
    draw_figures_of(view, ui);
    gap(0.6F);
    draw_compare_table(view.table, "compare.table", ui);
    if (!view.panel.empty()) text_block(ui, view.panel, TextRole::small, 0, false, readable_width());
    if (!view.left_out.empty())
        text_block(ui, view.left_out, TextRole::small, ui.palette.danger, false, readable_width());
    if (!view.pairs.empty()) {
        gap(0.5F);
        caption(ui, ui.texts(Text::comparison_pairs));
        bullets(ui, view.pairs, TextRole::small, 0);
    }
    gap(0.8F);
    draw_handbook_and_team(view, workshop, ui);
    gap(0.6F);
    draw_options(view, ui);
    gap(0.8F);
    const bool is_list = view.voices.size() > view::kVoicesInTable;
    heading(ui, ui.texts(is_list ? Text::comparison_voices_heading : Text::comparison_reasons_heading), TextRole::lead);
    if (!view.without_reason.empty()) text_block(ui, view.without_reason, TextRole::small, ui.palette.muted);
    if (is_list)
        draw_voice_list(view, ui);
    else
        draw_cards(view, ui);
}

} // namespace tsunagi::ui
