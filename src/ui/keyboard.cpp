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

} // namespace tsunagi::ui
