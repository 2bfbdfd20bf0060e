#include "ui/keyboard.h"

#include <imgui.h>
#include <imgui_internal.h>

namespace tsunagi::ui {

void keep_confirm_from_items() {
    const bool is_enter_down = ImGui::IsKeyDown(ImGuiKey_Enter) || ImGui::IsKeyDown(ImGuiKey_KeypadEnter);
    if (!ImGui::GetIO().KeyCtrl || !is_enter_down) return;
    ImGuiContext &context = *ImGui::GetCurrentContext();
    context.NavActivateId = context.NavActivateDownId = context.NavActivatePressedId = 0;
}

void begin_keyboard_at_next_item() {
    if (ImGui::GetTopMostPopupModal() != nullptr) return;
    ImGuiWindow *window = ImGui::GetCurrentWindow();
    ImGui::SetNavWindow(window);
    ImGui::NavInitWindow(window, true);
}

// ImGui::SetKeyboardFocusHere does not get there from a window that has just closed over this one.
void type_into(const char *label) {
    ImGuiContext &context = *ImGui::GetCurrentContext();
    context.NavNextActivateId = ImGui::GetID(label);
    context.NavNextActivateFlags = ImGuiActivateFlags_PreferInput;
}

void focus_last_item() {
    if (ImGui::GetTopMostPopupModal() == nullptr) ImGui::FocusItem();
}

bool is_keyboard_on_item() { return ImGui::IsItemFocused() && GImGui->NavCursorVisible; }

namespace {

// The window that scrolls, from within any of its columns.
ImGuiWindow *current_page() {
    ImGuiWindow *page = ImGui::GetCurrentWindow();
    while (page->ParentWindow != nullptr && (page->Flags & ImGuiWindowFlags_ChildWindow) != 0 &&
           (page->ChildFlags & ImGuiChildFlags_AutoResizeY) != 0)
        page = page->ParentWindow;
    return page;
}

void scroll_page_to(float top, float part) {
    ImGuiWindow *page = current_page();
    ImGui::SetScrollFromPosY(page, top - page->Pos.y, part);
}

} // namespace

void scroll_page_to_last_item(float part) { scroll_page_to(ImGui::GetItemRectMin().y, part); }

void scroll_page_to_cursor(float part) { scroll_page_to(ImGui::GetCursorScreenPos().y, part); }

float cursor_on_page() {
    const ImGuiWindow *page = current_page();
    return ImGui::GetCursorScreenPos().y - page->Pos.y + page->Scroll.y;
}

PageSight page_sight() {
    const ImGuiWindow *page = current_page();
    return {page->Scroll.y, page->Size.y};
}

void scroll_page_by(float pixels) {
    ImGuiWindow *page = current_page();
    ImGui::SetScrollY(page, page->Scroll.y + pixels);
}

} // namespace tsunagi::ui
