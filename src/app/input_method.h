#pragma once

#include <imgui.h>
#include <imgui_internal.h>

namespace tsunagi::app {

/// Keeps from the program the keys that an input method (ibus, fcitx) has taken. GLFW 3.3 reports them all the same:
/// the Enter that ends a conversion would also begin a new line, Backspace in the reading would also delete what stands
/// before it. GLFW does not say which keys were taken, so it is concluded from this: a letter that arrives as a key and
/// not as text is with the input method, until text arrives.
class InputMethodGuard {
  public:
    /// Removes what was taken from the events that Dear ImGui has not seen yet.
    void filter(ImVector<ImGuiInputEvent> &queue, bool is_text_wanted);

  private:
    [[nodiscard]] bool is_composing() const { return held_ + next_ > 0; }
    void take_text(unsigned int character);
    /// True when the input method has this key press.
    bool takes(ImGuiKey key);

    int held_ = 0;                 ///< letters with the input method
    int next_ = 0;                 ///< letters typed since conversion began: they begin the next reading
    bool is_converting_ = false;   ///< Space or Enter was pressed since
    bool is_text_running_ = false; ///< more of the same text
    bool is_modified_ = false;     ///< Ctrl, Alt or Super is held
    ImU32 seen_ = 0;               ///< id of the last event looked at
};

} // namespace tsunagi::app
