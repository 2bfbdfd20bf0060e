#include "ui/figures.h"

#include <algorithm>
#include <cmath>

#include "ui/fee_checker.h"
#include "ui/page.h"

namespace tsunagi::ui {

using i18n::Text;

namespace {

// ---- a flow ---------------------------------------------------------------------------------------------------------

constexpr float kNodeWidth = 16.0F; // ems
constexpr float kNodeGap = 1.4F;
constexpr float kLaneWidth = 2.2F; ///< between two links at the side

void arrow_head(ImDrawList *list, ImVec2 tip, ImVec2 direction, ImU32 colour) {
    const float size = em() * 0.4F;
    const ImVec2 across{-direction.y, direction.x};
    list->AddTriangleFilled(
        tip, {tip.x - direction.x * size + across.x * size * 0.6F, tip.y - direction.y * size + across.y * size * 0.6F},
        {tip.x - direction.x * size - across.x * size * 0.6F, tip.y - direction.y * size - across.y * size * 0.6F},
        colour);
}

void draw_flow(const view::FlowFigure &flow, const Ui &ui) {
    const float line = std::max(1.5F, em() * 0.09F);
    const float pad = std::round(em() * 0.5F);
    const float width = std::min(std::round(kNodeWidth * em()), ImGui::GetContentRegionAvail().x * 0.6F);
    ImDrawList *list = ImGui::GetWindowDrawList();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    struct Box {
        float top, bottom;
    };
    std::vector<Box> boxes;
    float y = at.y;
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0.0F, 0.0F});
    for (std::size_t i = 0; i < flow.nodes.size(); ++i) {
        const view::FlowFigure::Node &node = flow.nodes[i];
        const float text = text_height(ui, node.text, TextRole::body, true, width - pad * 2.0F);
        const float height = text + pad * 1.4F;
        ImGui::SetCursorScreenPos({at.x, y});
        bool is_hot = false;
        if (node.ref.empty()) {
            ImGui::Dummy({width, height});
        } else {
            const std::string id = "###handbook.node." + std::to_string(i);
            if (ImGui::InvisibleButton(id.c_str(), {width, height}, ImGuiButtonFlags_EnableNav))
                open_entry(ui, node.ref);
            is_hot = ImGui::IsItemHovered();
        }
        const ImVec2 end{at.x + width, y + height};
        list->AddRectFilled({at.x, y}, end, is_hot ? ui.palette.card_hot : ui.palette.card, em() * 0.3F);
        list->AddRect({at.x, y}, end, ui.palette.accent, em() * 0.3F, 0, line);
        draw_text_at(ui, {at.x + pad, y + pad * 0.7F}, node.text, TextRole::body,
                     node.ref.empty() ? ui.palette.text : ui.palette.accent, true, width - pad * 2.0F);
        boxes.push_back({y, y + height});
        y += height + kNodeGap * em();
    }
    ImGui::PopStyleVar();
    const float middle = at.x + std::round(width * 0.5F);
    for (std::size_t i = 0; i + 1 < boxes.size(); ++i) {
        if (!flow.has_arrow[i]) continue;
        list->AddLine({middle, boxes[i].bottom}, {middle, boxes[i + 1].top - em() * 0.2F}, ui.palette.muted, line);
        arrow_head(list, {middle, boxes[i + 1].top - 1.0F}, {0.0F, 1.0F}, ui.palette.muted);
    }
    const float edge = at.x + width;
    float lane = 0.0F;
    for (const view::FlowFigure::Link &link : flow.links) {
        lane += 1.0F;
        const float x = edge + lane * kLaneWidth * em();
        const float from = (boxes[link.from].top + boxes[link.from].bottom) * 0.5F;
        const float to = (boxes[link.to].top + boxes[link.to].bottom) * 0.5F;
        list->AddLine({edge, from}, {x, from}, ui.palette.accent, line);
        list->AddLine({x, from}, {x, to}, ui.palette.accent, line);
        list->AddLine({x, to}, {edge + em() * 0.2F, to}, ui.palette.accent, line);
        arrow_head(list, {edge + 1.0F, to}, {-1.0F, 0.0F}, ui.palette.accent);
        const float room = std::max(at.x + ImGui::GetContentRegionAvail().x - x - em(), em() * 4.0F);
        const float height = text_height(ui, link.text, TextRole::small, false, room);
        draw_text_at(ui, {x + em() * 0.5F, (from + to - height) * 0.5F}, link.text, TextRole::small, ui.palette.text,
                     false, room);
    }
    ImGui::SetCursorScreenPos({at.x, y - kNodeGap * em()});
    ImGui::Dummy({1.0F, em() * 0.4F});
}

// ---- bars -----------------------------------------------------------------------------------------------------------

ImU32 group_colour(int group, const Palette &palette) {
    if (group < 0) return palette.fill_back;
    return palette.gauges[static_cast<std::size_t>(group) % palette.gauges.size()];
}

void draw_bar(const view::BarsFigure::Bar &bar, float label_room, float value_room, const Ui &ui) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float full = ImGui::GetContentRegionAvail().x;
    const std::string label = bar.sign.empty() ? bar.text
                                               : ui.texts.format(Text::handbook_stands_for, fmt::arg("sign", bar.sign),
                                                                 fmt::arg("text", bar.text));
    // Where there is no room beside it the label stands above its bar.
    const bool is_beside = full >= label_room + value_room + em() * 8.0F;
    const float text_room = is_beside ? label_room : full;
    const float text = draw_text_at(ui, at, label, TextRole::small, ui.palette.text, bar.group >= 0, text_room);
    const float row = line_of(TextRole::small);
    const float x = is_beside ? at.x + label_room + em() * 0.6F : at.x;
    const float y = is_beside ? at.y + std::floor((text - row) * 0.5F) : at.y + text;
    const float longest = full - (x - at.x) - value_room - em() * 0.5F;
    const float height = std::round(em() * 0.8F);
    const float width = std::max(std::round(longest * bar.share), 2.0F);
    const float top = y + std::floor((row - height) * 0.5F);
    ImDrawList *list = ImGui::GetWindowDrawList();
    list->AddRectFilled({x, top}, {x + width, top + height}, group_colour(bar.group, ui.palette), em() * 0.15F);
    list->AddRect({x, top}, {x + width, top + height}, ui.palette.muted, em() * 0.15F);
    draw_text_at(ui, {x + width + em() * 0.4F, y}, bar.value, TextRole::small, ui.palette.text, true, value_room);
    ImGui::Dummy({full, (is_beside ? std::max(text, row) : text + row) + em() * 0.25F});
}

void draw_bars(const view::BarsFigure &bars, const Ui &ui) {
    constexpr float kLabelRoom = 17.0F;
    constexpr float kValueRoom = 4.5F;
    if (!bars.groups.empty()) {
        caption(ui, ui.texts(Text::handbook_of_total));
        for (const view::BarsFigure::Bar &group : bars.groups)
            draw_bar(group, kLabelRoom * em(), kValueRoom * em(), ui);
        gap(0.8F);
    }
    for (const view::BarsFigure::Bar &bar : bars.bars) draw_bar(bar, kLabelRoom * em(), kValueRoom * em(), ui);
}

void draw_pairs(const view::PairsFigure &pairs, const Ui &ui) {
    constexpr float kLabelRoom = 13.0F;
    constexpr float kValueRoom = 3.5F;
    caption(ui, pairs.unit);
    for (const view::PairsFigure::Pair &pair : pairs.pairs) {
        gap(0.3F);
        text_block(ui, pair.text, TextRole::body, 0, true);
        draw_bar({pairs.before, pair.before, {}, pair.before_share, -1}, kLabelRoom * em(), kValueRoom * em(), ui);
        draw_bar({pairs.after, pair.after, {}, pair.after_share, 0}, kLabelRoom * em(), kValueRoom * em(), ui);
    }
}

// ---- what is known --------------------------------------------------------------------------------------------------

ImU32 colour_of(model::Comparison result, const Palette &palette) {
    return result == model::Comparison::unknown ? palette.muted : palette.accent;
}

void draw_outcomes(const view::OutcomesFigure &outcomes, const Ui &ui) {
    const float sign_room = em() * 6.5F;
    int number = 0;
    for (const view::OutcomeLine &line : outcomes.rows) {
        panel(("outcome." + std::to_string(number++)).c_str(), ui.palette.panel, [&] {
            const ImVec2 at = ImGui::GetCursorScreenPos();
            const float full = ImGui::GetContentRegionAvail().x;
            draw_text_at(ui, at, line.sign + " " + line.word, TextRole::body, colour_of(line.result, ui.palette), true,
                         sign_room - em() * 0.5F);
            const float x = at.x + sign_room;
            const float room = full - sign_room;
            float height = draw_text_at(ui, {x, at.y}, line.text, TextRole::body, ui.palette.text, true, room);
            height += draw_text_at(ui, {x, at.y + height}, line.meaning, TextRole::small, ui.palette.text, false, room);
            ImGui::Dummy({full, height});
        });
    }
}

// ---- figures made of entries ----------------------------------------------------------------------------------------

void draw_entry(const view::EntryCell &cell, const Ui &ui) {
    entry_link(ui, "handbook.cell." + cell.id, cell.id, cell.title, TextRole::body, true);
    if (cell.items.empty())
        text_block(ui, cell.summary, TextRole::small);
    else
        bullets(ui, cell.items, TextRole::small);
}

void draw_entries(const view::EntriesFigure &figure, const Ui &ui) {
    for (const view::EntriesFigure::Group &group : figure.groups) {
        if (!group.title.empty()) text_block(ui, group.title, TextRole::lead, 0, true);
        for (const view::EntryCell &cell : group.cells) {
            gap(0.25F);
            draw_entry(cell, ui);
        }
        gap(0.5F);
    }
}

struct FigureDrawer {
    HandbookDraft &draft;
    const Ui &ui;

    void operator()(std::monostate) const {}
    void operator()(const model::TableExhibit &table) const { draw_table(table, "handbook.table", ui); }
    void operator()(const view::FlowFigure &flow) const { draw_flow(flow, ui); }
    void operator()(const view::BarsFigure &bars) const { draw_bars(bars, ui); }
    void operator()(const view::PairsFigure &pairs) const { draw_pairs(pairs, ui); }
    void operator()(const view::OutcomesFigure &outcomes) const { draw_outcomes(outcomes, ui); }
    void operator()(const view::EntriesFigure &entries) const { draw_entries(entries, ui); }
    void operator()(const view::FeeView &fees) const { draw_fees(fees, draft.fees, ui); }
};

} // namespace

void draw_figure(const view::Figure &figure, HandbookDraft &draft, const Ui &ui) {
    std::visit(FigureDrawer{draft, ui}, figure);
}

} // namespace tsunagi::ui
