#include "ui/page.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <imgui_internal.h>

namespace tsunagi::ui {

namespace {

// Room inside a column's edge, so that focus rings are not cut off; the column is moved out by as much.
float ring_room() { return std::round(em() * 0.25F); }

} // namespace

ColumnScope::ColumnScope(const char *id, float width) {
    const float room = ring_room();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::SetCursorScreenPos({at.x - room, at.y});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2{room, room});
    ImGui::BeginChild(id, {width + room * 2.0F, 0.0F},
                      ImGuiChildFlags_AutoResizeY | ImGuiChildFlags_AlwaysUseWindowPadding |
                          ImGuiChildFlags_NavFlattened,
                      ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse);
    ImGui::PopStyleVar();
}
ColumnScope::~ColumnScope() { ImGui::EndChild(); }

PageScope::PageScope(const char *id, float widest_ems) : column_(id, move_to_column(widest_ems)) { gap(0.8F); }

float PageScope::move_to_column(float widest_ems) {
    const float room = ring_room();
    const float all = ImGui::GetContentRegionAvail().x;
    const float width = std::max(std::min(all - room * 2.0F, widest_ems * em()), em());
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::SetCursorScreenPos({std::floor(at.x + std::max((all - width) * 0.5F, room)), at.y});
    return std::floor(width);
}

OverlayScope::OverlayScope(const char *id, float widest_ems) {
    if (!ImGui::IsPopupOpen(id)) ImGui::OpenPopup(id);
    const ImGuiViewport *viewport = ImGui::GetMainViewport();
    ImGui::SetNextWindowPos(viewport->GetCenter(), ImGuiCond_Always, {0.5F, 0.5F});
    ImGui::SetNextWindowSize({std::min(em() * widest_ems, viewport->WorkSize.x * kMostOfScreen), 0.0F});
    // Dear ImGui gives a modal window the frame of a plain one, which has none here.
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, ImGui::GetStyle().PopupRounding);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 1.0F);
    is_open_ = ImGui::BeginPopupModal(id, nullptr,
                                      ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize |
                                          ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings);
    ImGui::PopStyleVar(2);
}
OverlayScope::~OverlayScope() {
    if (is_open_) ImGui::EndPopup();
}

Grid grid_for(float narrowest, float widest, int most) {
    Grid grid;
    grid.between = std::round(em() * 0.8F);
    const float all = ImGui::GetContentRegionAvail().x;
    const int fitting = static_cast<int>((all + grid.between) / (std::max(narrowest, 1.0F) + grid.between));
    grid.columns = std::clamp(fitting, 1, std::max(most, 1));
    grid.width =
        std::floor((all - grid.between * static_cast<float>(grid.columns - 1)) / static_cast<float>(grid.columns));
    if (widest > 0.0F) grid.width = std::min(grid.width, std::floor(widest));
    return grid;
}

Flow::Flow(float between_ems)
    : line_end_(ImGui::GetCursorScreenPos().x + ImGui::GetContentRegionAvail().x), between_(between_ems * em()) {}

void Flow::next(float width) {
    if (is_first_) {
        is_first_ = false;
        return;
    }
    if (ImGui::GetItemRectMax().x + between_ + width <= line_end_) ImGui::SameLine(0.0F, between_);
}

StickyHead::StickyHead(float height) : at_(ImGui::GetCursorScreenPos()), height_(height), stuck_(at_.y) {
    constexpr float kMostOfWindow = 0.4F; // a head that takes more would leave too little of the rows
    const ImRect seen = ImGui::GetCurrentWindow()->ClipRect;
    if (height < seen.GetHeight() * kMostOfWindow) stuck_ = std::max(at_.y, seen.Min.y);
    ImGui::Dummy({1.0F, height});
    is_over_rows_ = stuck_ > at_.y;
    // Rows are neither seen nor pressed under the head.
    if (is_over_rows_) ImGui::PushClipRect({seen.Min.x, stuck_ + height}, seen.Max, true);
}

StickyHead::~StickyHead() {
    if (is_over_rows_) ImGui::PopClipRect();
}

namespace {

void keep_item_below(ImGuiWindow *page, float head) {
    if (!ImGui::IsItemFocused() || GImGui->NavJustMovedToId != ImGui::GetItemID()) return;
    ImVec2 min = ImGui::GetItemRectMin();
    min.y -= head;
    ImGui::ScrollToRectEx(page, ImRect(min, ImGui::GetItemRectMax()), ImGuiScrollFlags_KeepVisibleEdgeY);
}

} // namespace

void StickyHead::keep_row_in_sight() const { keep_item_below(ImGui::GetCurrentWindow(), height_); }

ImVec2 StickyHead::end() {
    if (std::exchange(is_over_rows_, false)) ImGui::PopClipRect();
    return {at_.x, std::max(std::min(stuck_, ImGui::GetItemRectMax().y - height_), at_.y)};
}

void stick_table_head(const char *id, float height, const Ui &ui, const std::function<void(float top)> &draw) {
    const ImRect table(ImGui::GetItemRectMin(), ImGui::GetItemRectMax());
    const float top = ImGui::GetCurrentWindow()->InnerClipRect.Min.y;
    if (table.Min.y >= top || table.Max.y < top + height * 2.0F) return;
    const ImVec2 after = ImGui::GetCursorScreenPos();
    ImGui::SetCursorScreenPos({table.Min.x, top});
    ImGui::PushStyleColor(ImGuiCol_ChildBg, ui.palette.panel);
    // A child window, so that it lies above the table, which is one too.
    if (ImGui::BeginChild(id, {table.GetWidth(), height}, ImGuiChildFlags_None,
                          ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse))
        draw(top);
    ImGui::EndChild();
    ImGui::PopStyleColor();
    ImGui::SetCursorScreenPos(after);
}

void keep_item_below_head(float height) {
    if (ImGuiWindow *page = ImGui::GetCurrentWindow()->ParentWindow; page != nullptr) keep_item_below(page, height);
}

float primary_button_width(const Ui &ui, const char *label) {
    const TextScope scope(ui, TextRole::body, true);
    return button_width(label);
}

float chip_width(const Ui &ui, std::string_view text) {
    const TextScope scope(ui, TextRole::small, true);
    return ImGui::CalcTextSize(text.data(), text.data() + text.size()).x + em() * 0.9F;
}

std::string labelled(std::string_view text, std::string_view id) {
    std::string label(text);
    label += "###";
    label += id;
    return label;
}

float readable_width() { return std::min(ImGui::GetContentRegionAvail().x, kReadableEms * em()); }

void caption(const Ui &ui, std::string_view text) { text_block(ui, text, TextRole::small, ui.palette.muted, true); }

void bullets(const Ui &ui, const std::vector<std::string> &lines, TextRole role, ImU32 colour) {
    const float indent = std::round(em() * 0.9F);
    const float middle = line_of(role) * 0.5F;
    for (const std::string &line : lines) {
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const float width = readable_width() - indent;
        ImGui::GetWindowDrawList()->AddCircleFilled({at.x + indent * 0.4F, at.y + middle}, em() * 0.13F,
                                                    ui.palette.muted);
        ImGui::SetCursorScreenPos({at.x + indent, at.y});
        text_block(ui, line, role, colour, false, std::max(width, em()));
    }
}

float line_of(TextRole role) {
    return std::round(std::round(size_of(role) * ImGui::GetStyle().FontScaleMain) * leading_of(role));
}

void fold_sign(const Ui &ui, ImVec2 centre, bool is_open) {
    const float r = em() * 0.27F;
    ImDrawList *list = ImGui::GetWindowDrawList();
    if (is_open)
        list->AddTriangleFilled({centre.x - r, centre.y - r * 0.6F}, {centre.x + r, centre.y - r * 0.6F},
                                {centre.x, centre.y + r * 0.8F}, ui.palette.muted);
    else
        list->AddTriangleFilled({centre.x - r * 0.6F, centre.y - r}, {centre.x - r * 0.6F, centre.y + r},
                                {centre.x + r * 0.8F, centre.y}, ui.palette.muted);
}

bool *remembered_flag(const char *id) { return ImGui::GetStateStorage()->GetBoolRef(ImGui::GetID(id)); }

ImU32 mixed(ImU32 under, ImU32 over, float part) {
    const ImVec4 a = ImGui::ColorConvertU32ToFloat4(under);
    const ImVec4 b = ImGui::ColorConvertU32ToFloat4(over);
    const auto between = [part](float x, float y) { return x + (y - x) * part; };
    return ImGui::ColorConvertFloat4ToU32({between(a.x, b.x), between(a.y, b.y), between(a.z, b.z), 1.0F});
}

} // namespace tsunagi::ui
