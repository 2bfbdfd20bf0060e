#pragma once

#include <algorithm>
#include <string_view>
#include <vector>

#include "ui/page.h"
#include "ui/widgets.h"
#include "view/terms.h"

namespace tsunagi::ui {

/// Calls `draw(mark, min, max)` for each stretch of a line on which a mark stands, in text drawn at `at` as by
/// text_block: the corners are those of the line's box.
template <class Mark, class Draw>
void each_marked(const Ui &ui, std::string_view text, const std::vector<Mark> &marks, TextRole role, ImVec2 at,
                 float width, Draw draw) {
    if (marks.empty()) return;
    const TextScope scope(ui, role);
    const float step = line_of(role);
    const auto &lines = ui.layout.lines(text, ImGui::GetFont(), ImGui::GetFontSize(), width);
    for (std::size_t i = 0; i < lines.size(); ++i)
        for (const Mark &mark : marks) {
            const std::size_t begin = std::max(mark.begin, lines[i].begin);
            const std::size_t end = std::min(mark.end, lines[i].end);
            if (begin >= end) continue;
            const float left = at.x + ImGui::CalcTextSize(text.data() + lines[i].begin, text.data() + begin).x;
            const float right = left + ImGui::CalcTextSize(text.data() + begin, text.data() + end).x;
            const float top = at.y + step * static_cast<float>(i);
            draw(mark, ImVec2(left, top), ImVec2(right, top + step));
        }
}

/// text_block whose terms have a dotted line under them and tell what they are under the pointer.
void text_with_terms(const Ui &ui, std::string_view text, const std::vector<view::TermMark> &marks,
                     const view::TermsView &terms, TextRole role = TextRole::body);

/// A line with the terms of the text above it, for the keyboard: it unfolds to what leads to each. Nothing where there
/// are none.
void draw_terms(const view::TermsView &terms, const Ui &ui);

} // namespace tsunagi::ui
