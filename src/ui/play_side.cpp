#include "ui/play_parts.h"

#include <algorithm>

namespace tsunagi::ui {

using i18n::Text;

void draw_rail(const std::vector<view::RailStep> &rail, bool is_column, const Ui &ui) {
    ImDrawList *list = ImGui::GetWindowDrawList();
    const float radius = em() * 0.72F;
    if (is_column) text_block(ui, ui.texts(Text::play_steps), TextRole::small, ui.palette.muted, true);
    for (std::size_t i = 0; i < rail.size(); ++i) {
        const view::RailStep &step = rail[i];
        const bool is_current = step.state == view::RailStep::State::current;
        const bool is_done = step.state == view::RailStep::State::done;
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const float row = em() * 2.35F;
        const ImVec2 centre{at.x + radius, at.y + (is_column ? row * 0.5F : radius)};
        if (is_column && i + 1 < rail.size())
            list->AddLine({centre.x, centre.y + radius}, {centre.x, centre.y + row - radius + em() * 0.1F},
                          ui.palette.border, 1.5F);
        if (is_current)
            list->AddCircleFilled(centre, radius, ui.palette.accent);
        else
            list->AddCircleFilled(centre, radius, is_done ? ui.palette.card_on : ui.palette.window);
        list->AddCircle(centre, radius, is_current || is_done ? ui.palette.accent : ui.palette.border, 0, 1.5F);
        {
            const TextScope scope(ui, TextRole::small, is_current);
            const ImVec2 size = ImGui::CalcTextSize(step.number.c_str());
            list->AddText({centre.x - size.x * 0.5F, centre.y - size.y * 0.5F},
                          is_current ? ui.palette.on_accent
                          : is_done  ? ui.palette.accent
                                     : ui.palette.muted,
                          step.number.c_str());
        }
        if (is_column) {
            const float text_width =
                std::max(ImGui::GetContentRegionAvail().x - radius * 2.0F - em() * 0.5F, em() * 3.0F);
            const float height = text_height(ui, step.label, TextRole::small, is_current, text_width);
            draw_text_at(ui, {at.x + radius * 2.0F + em() * 0.5F, at.y + (row - height) * 0.5F}, step.label,
                         TextRole::small,
                         is_current ? ui.palette.accent
                         : is_done  ? ui.palette.text
                                    : ui.palette.muted,
                         is_current, text_width);
            ImGui::Dummy({ImGui::GetContentRegionAvail().x, row - ImGui::GetStyle().ItemSpacing.y});
        } else {
            ImGui::Dummy({radius * 2.0F, radius * 2.0F});
        }
        tooltip(ui, step.title);
        if (!is_column && i + 1 < rail.size()) ImGui::SameLine(0.0F, em() * 0.35F);
    }
}

namespace {

void draw_gauges(const std::vector<view::GaugeView> &gauges, const Ui &ui) {
    float label = 0.0F;
    {
        const TextScope scope(ui, TextRole::small);
        for (const view::GaugeView &gauge : gauges) label = std::max(label, ImGui::CalcTextSize(gauge.label.c_str()).x);
    }
    const float number = em() * 3.2F;
    const float left = ImGui::GetCursorScreenPos().x;
    const float bar = std::max(ImGui::GetContentRegionAvail().x - label - number - em(), em() * 3.0F);
    for (const view::GaugeView &gauge : gauges) {
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const float height = em() * 1.3F;
        draw_text_at(ui, at, gauge.label, TextRole::small, 0, false, label + em());
        ImGui::SetCursorScreenPos({left + label + em() * 0.5F, at.y + height * 0.28F});
        gauge_bar(ui, gauge.value, {bar, height * 0.5F});
        std::string value = std::to_string(gauge.value);
        draw_text_at(ui, {left + label + bar + em() * 0.8F, at.y}, value, TextRole::small, 0, false, number);
        if (!gauge.change_label.empty())
            draw_text_at(ui, {left + label + bar + em() * 2.0F, at.y}, gauge.change_label, TextRole::small,
                         gauge.change > 0 ? ui.palette.classes[0] : ui.palette.danger, true, number);
        ImGui::SetCursorScreenPos({left, at.y + height + em() * 0.1F});
    }
    ImGui::Dummy({1.0F, 1.0F});
}

void section(std::string_view text, const Ui &ui) {
    gap(0.7F);
    text_block(ui, text, TextRole::small, ui.palette.accent, true);
}

void subheading(std::string_view text, const Ui &ui) {
    gap(0.2F);
    text_block(ui, text, TextRole::small, ui.palette.muted, true);
    const ImVec2 end = ImGui::GetItemRectMax();
    const float left = ImGui::GetItemRectMin().x;
    ImGui::GetWindowDrawList()->AddLine({left, end.y}, {end.x, end.y}, ui.palette.border);
}

// A line and, close under it and set in, what belongs to it.
void draw_noted_line(std::string_view text, std::string_view note, bool is_bold, const Ui &ui) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = std::max(ImGui::GetContentRegionAvail().x, em() * 3.0F);
    const float inset = em() * 0.8F;
    float height = draw_text_at(ui, at, text, TextRole::small, 0, is_bold, width);
    if (!note.empty())
        height += draw_text_at(ui, {at.x + inset, at.y + height}, note, TextRole::small, ui.palette.muted, false,
                               width - inset);
    ImGui::Dummy({width, height});
}

void draw_fact(const view::FactView &fact, const Ui &ui) {
    if (fact.is_new) {
        chip(ui, ui.texts(Text::play_new), ui.palette.on_accent, ui.palette.accent);
        ImGui::SameLine(0.0F, em() * 0.4F);
    }
    draw_noted_line(fact.text, fact.source, false, ui);
}

} // namespace

void draw_case_file(const view::CaseFileView &file, const Ui &ui) {
    text_block(ui, file.client, TextRole::body, 0, true);
    if (!file.wish.empty()) text_block(ui, file.wish, TextRole::small, ui.palette.muted);
    text_block(ui, file.months, TextRole::small, ui.palette.muted);

    section(ui.texts(Text::play_gauges), ui);
    draw_gauges(file.gauges, ui);

    section(ui.texts(Text::play_facts), ui);
    for (const view::FactGroupView &group : file.facts) {
        subheading(group.heading, ui);
        for (const view::FactView &fact : group.facts) draw_fact(fact, ui);
    }

    section(ui.texts(Text::play_team), ui);
    if (plain_button(ui, ui.texts.label(Text::play_ecomap))) ui.intents.push(OpenEcoMap{});
    for (const view::PartyGroupView &group : file.parties) {
        subheading(group.heading, ui);
        for (const view::PartyView &party : group.parties) draw_noted_line(party.label, party.role, true, ui);
    }
}

} // namespace tsunagi::ui
