#include "app/input_method.h"

#include <algorithm>

namespace tsunagi::app {

namespace {

bool is_letter(ImGuiKey key) {
    return (key >= ImGuiKey_0 && key <= ImGuiKey_Z) || (key >= ImGuiKey_Apostrophe && key <= ImGuiKey_GraveAccent);
}

bool is_for_composing(ImGuiKey key) {
    switch (key) {
    case ImGuiKey_Tab:
    case ImGuiKey_LeftArrow:
    case ImGuiKey_RightArrow:
    case ImGuiKey_UpArrow:
    case ImGuiKey_DownArrow:
    case ImGuiKey_PageUp:
    case ImGuiKey_PageDown:
    case ImGuiKey_Home:
    case ImGuiKey_End:
    case ImGuiKey_Delete: return true;
    default: return false;
    }
}

} // namespace

void InputMethodGuard::take_text(unsigned int character) {
    // What is committed ends the reading; the letters typed behind it are already the next one. ASCII comes from an
    // input method that is switched off.
    if (!is_text_running_) {
        held_ = character < 0x80U ? 0 : next_;
        next_ = 0;
        is_converting_ = false;
    }
    is_text_running_ = true;
}

bool InputMethodGuard::takes(ImGuiKey key) {
    is_text_running_ = false;
    if (is_letter(key)) {
        if (!is_modified_) ++(is_converting_ ? next_ : held_);
        return false; // a letter does nothing as a key
    }
    if (!is_composing()) return false;
    switch (key) {
    case ImGuiKey_Space: is_converting_ = true; return true;
    case ImGuiKey_Enter:
    case ImGuiKey_KeypadEnter:
        // Whatever comes of it, the next Enter is the program's.
        is_converting_ = true;
        held_ = next_ = 0;
        return true;
    case ImGuiKey_Escape:
        held_ = is_converting_ ? held_ + next_ : 0;
        next_ = 0;
        is_converting_ = false;
        return true;
    case ImGuiKey_Backspace:
        if (next_ > 0)
            --next_;
        else if (is_converting_)
            is_converting_ = false;
        else
            --held_;
        return true;
    default: return is_for_composing(key);
    }
}

void InputMethodGuard::filter(ImVector<ImGuiInputEvent> &queue, bool is_text_wanted) {
    const auto is_taken = [&](const ImGuiInputEvent &event) {
        if (event.EventId <= seen_) return false;
        seen_ = event.EventId;
        if (event.Type == ImGuiInputEventType_Text && is_text_wanted) take_text(event.Text.Char);
        if (event.Type != ImGuiInputEventType_Key) return false;
        if (event.Key.Key == ImGuiMod_Ctrl || event.Key.Key == ImGuiMod_Alt || event.Key.Key == ImGuiMod_Super)
            is_modified_ = event.Key.Down;
        return is_text_wanted && event.Key.Down && takes(event.Key.Key);
    };
    if (!is_text_wanted) {
        held_ = next_ = 0;
        is_converting_ = is_text_running_ = false;
    }
    ImGuiInputEvent *end = std::remove_if(queue.begin(), queue.end(), is_taken);
    queue.resize(static_cast<int>(end - queue.begin()));
}

} // namespace tsunagi::app
