// What the window does with keys that an input method has taken, as GLFW reports them.

#include "app/input_method.h"

#include <initializer_list>

#include <doctest/doctest.h>

using namespace tsunagi::app;

namespace {

class Typist {
  public:
    /// True when the program gets to see the press.
    bool press(ImGuiKey key, bool is_text_wanted = true) {
        ImGuiInputEvent event;
        event.Type = ImGuiInputEventType_Key;
        event.Key.Key = key;
        event.Key.Down = true;
        return reaches_program(event, is_text_wanted);
    }
    bool text(unsigned int character) {
        ImGuiInputEvent event;
        event.Type = ImGuiInputEventType_Text;
        event.Text.Char = character;
        return reaches_program(event, true);
    }
    void letters(std::initializer_list<ImGuiKey> keys) {
        for (const ImGuiKey key : keys) press(key);
    }

  private:
    bool reaches_program(ImGuiInputEvent event, bool is_text_wanted) {
        event.EventId = ++id_;
        ImVector<ImGuiInputEvent> queue;
        queue.push_back(event);
        guard_.filter(queue, is_text_wanted);
        return !queue.empty();
    }

    InputMethodGuard guard_;
    ImU32 id_ = 0;
};

constexpr unsigned int kKanji = 0x685C;

} // namespace

TEST_CASE("without an input method every key is the program's") {
    Typist typist;
    CHECK(typist.press(ImGuiKey_Enter));
    typist.press(ImGuiKey_A);
    CHECK(typist.text('a'));
    for (const ImGuiKey key : {ImGuiKey_Space, ImGuiKey_Backspace, ImGuiKey_LeftArrow, ImGuiKey_Escape, ImGuiKey_Enter})
        CHECK(typist.press(key));
}

TEST_CASE("the Enter that ends a conversion begins no line, the next one does") {
    Typist typist;
    typist.letters({ImGuiKey_S, ImGuiKey_A});
    CHECK_FALSE(typist.press(ImGuiKey_Space));
    CHECK_FALSE(typist.press(ImGuiKey_DownArrow));
    CHECK_FALSE(typist.press(ImGuiKey_Enter));
    CHECK(typist.text(kKanji));
    CHECK(typist.text(kKanji));
    CHECK(typist.press(ImGuiKey_Enter));
}

TEST_CASE("letters that end a conversion begin the next reading") {
    Typist typist;
    typist.letters({ImGuiKey_S, ImGuiKey_A});
    typist.press(ImGuiKey_Space);
    typist.press(ImGuiKey_K);
    typist.text(kKanji);
    typist.text(kKanji);
    CHECK_FALSE(typist.press(ImGuiKey_Enter));
    typist.text(kKanji);
    CHECK(typist.press(ImGuiKey_Enter));
}

TEST_CASE("Backspace and Escape belong to the reading as long as there is one") {
    Typist typist;
    typist.letters({ImGuiKey_S, ImGuiKey_A});
    CHECK_FALSE(typist.press(ImGuiKey_Backspace));
    CHECK_FALSE(typist.press(ImGuiKey_Backspace));
    CHECK(typist.press(ImGuiKey_Backspace));
    typist.letters({ImGuiKey_S, ImGuiKey_A});
    typist.press(ImGuiKey_Space);
    CHECK_FALSE(typist.press(ImGuiKey_Escape));
    CHECK_FALSE(typist.press(ImGuiKey_Escape));
    CHECK(typist.press(ImGuiKey_Escape));
}

TEST_CASE("an Enter that nothing came of does not lock the next one out") {
    Typist typist;
    typist.letters({ImGuiKey_S, ImGuiKey_A});
    CHECK_FALSE(typist.press(ImGuiKey_Enter));
    CHECK(typist.press(ImGuiKey_Enter));
}

TEST_CASE("shortcuts and keys outside of text fields are no reading") {
    Typist typist;
    typist.press(ImGuiMod_Ctrl);
    typist.press(ImGuiKey_A);
    CHECK(typist.press(ImGuiKey_Backspace));
    Typist elsewhere;
    elsewhere.press(ImGuiKey_1, false);
    CHECK(elsewhere.press(ImGuiKey_Enter, false));
    CHECK(elsewhere.press(ImGuiKey_Enter));
}
