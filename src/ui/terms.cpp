#include "ui/terms.h"

#include <cmath>

namespace tsunagi::ui {

namespace {

void dotted_line(float left, float right, float y, ImU32 colour) {
    const float dot = std::max(1.0F, std::round(em() * 0.08F));
    for (float x = std::round(left); x + dot <= right; x += dot * 2.5F)
        ImGui::GetWindowDrawList()->AddRectFilled({x, y}, {x + dot, y + dot}, colour);
}

} // namespace

void text_with_terms(const Ui &ui, std::string_view text, const std::vector<view::TermMark> &marks,
                     const view::TermsView &terms, TextRole role) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    text_block(ui, text, role);
    if (marks.empty() || !ImGui::IsItemVisible()) return;
    const bool is_hovered = ImGui::IsItemHovered(ImGuiHoveredFlags_DelayShort);
    const view::TermMark *told = nullptr;
    each_marked(ui, text, marks, role, at, width, [&](const view::TermMark &mark, ImVec2 min, ImVec2 max) {
        dotted_line(min.x, max.x, std::round(max.y - (max.y - min.y) * 0.12F), ui.palette.accent);
        if (is_hovered && ImGui::IsMouseHoveringRect(min, max)) told = &mark;
    });
    if (told != nullptr) show_tooltip(ui, terms.terms[told->term].about);
}

void draw_terms(const view::TermsView &terms, const Ui &ui) {
    if (terms.terms.empty()) return;
    bool *is_open = remembered_flag("terms.open");
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float sign = em() * 0.9F;
    fold_sign(ui, {at.x + sign * 0.4F, at.y + line_of(TextRole::small) * 0.5F}, *is_open);
    ImGui::SetCursorScreenPos({at.x + sign, at.y});
    if (link_text(ui, "terms", terms.row, TextRole::small)) *is_open = !*is_open;
    if (!*is_open) return;
    ImGui::Indent(sign);
    Flow row(0.4F);
    for (const view::TermView &term : terms.terms) {
        row.next(chip_width(ui, term.word));
        if (link_chip(ui, "term." + term.id, term.word)) open_entry(ui, term.id);
        tooltip(ui, term.about);
    }
    ImGui::Unindent(sign);
}

} // namespace tsunagi::ui
