#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <imgui.h>

#include "i18n/texts.h"
#include "ui/intents.h"
#include "ui/text_layout.h"
#include "ui/theme.h"
#include "view/outcome_view.h"

namespace tsunagi::view {
struct TextMark;
}

namespace tsunagi::ui {

class EcoMapPainter;

struct Fonts {
    ImFont *regular = nullptr;
    ImFont *bold = nullptr;
};

/// What every screen draws with. Lives in the shell; screens keep nothing.
struct Ui {
    const i18n::Texts &texts;
    const Palette &palette;
    const Fonts &fonts;
    TextLayout &layout;
    IntentQueue &intents;
    bool is_motion_reduced = false;
    ThemeKind theme = ThemeKind::light;
    EcoMapPainter *painter = nullptr; ///< there wherever a screen shows an eco-map
};

// ---- scopes: what is pushed is popped ----------------------------------------------------------------------------

/// Text size and weight of a role while it lives.
class TextScope {
  public:
    TextScope(const Ui &ui, TextRole role, bool is_bold = false);
    ~TextScope();
    TextScope(const TextScope &) = delete;
    TextScope &operator=(const TextScope &) = delete;
};

class ColorScope {
  public:
    ColorScope(ImGuiCol slot, ImU32 colour) { ImGui::PushStyleColor(slot, colour); }
    ~ColorScope() { ImGui::PopStyleColor(); }
    ColorScope(const ColorScope &) = delete;
    ColorScope &operator=(const ColorScope &) = delete;
};

class IdScope {
  public:
    explicit IdScope(const std::string &id) { ImGui::PushID(id.c_str()); }
    explicit IdScope(int id) { ImGui::PushID(id); }
    ~IdScope() { ImGui::PopID(); }
    IdScope(const IdScope &) = delete;
    IdScope &operator=(const IdScope &) = delete;
};

class DisabledScope {
  public:
    explicit DisabledScope(bool is_disabled) { ImGui::BeginDisabled(is_disabled); }
    ~DisabledScope() { ImGui::EndDisabled(); }
    DisabledScope(const DisabledScope &) = delete;
    DisabledScope &operator=(const DisabledScope &) = delete;
};

/// A child window; EndChild is called whatever BeginChild said.
class ChildScope {
  public:
    ChildScope(const char *id, ImVec2 size, ImU32 background = 0, bool is_padded = true, ImGuiWindowFlags flags = 0,
               bool is_auto_height = false);
    ~ChildScope();
    ChildScope(const ChildScope &) = delete;
    ChildScope &operator=(const ChildScope &) = delete;
};

// ---- text --------------------------------------------------------------------------------------------------------

/// Text broken by Japanese rules to `width` pixels (0: what is left of the line). Takes its height as an item.
void text_block(const Ui &ui, std::string_view text, TextRole role = TextRole::body, ImU32 colour = 0,
                bool is_bold = false, float width = 0.0F);
/// Height in pixels that text_block would take.
[[nodiscard]] float text_height(const Ui &ui, std::string_view text, TextRole role, bool is_bold, float width);
/// Draws broken text at a place without taking room; returns the height.
float draw_text_at(const Ui &ui, ImVec2 at, std::string_view text, TextRole role, ImU32 colour, bool is_bold,
                   float width);
/// A heading above a part of a screen.
void heading(const Ui &ui, std::string_view text, TextRole role = TextRole::heading);
void gap(float ems);

// ---- things to press -----------------------------------------------------------------------------------------------

/// A filled button for the one thing to do next. `label` as from Texts::label.
bool primary_button(const Ui &ui, const char *label, bool is_enabled = true);
/// A quiet button.
bool plain_button(const Ui &ui, const char *label, bool is_enabled = true);
/// One of several to choose from; `is_here`: the one that is chosen.
bool choice_button(const Ui &ui, const char *label, bool is_here);
/// The width that a button with this label takes.
[[nodiscard]] float button_width(const char *label);

enum class CardMark { none, radio, check };

struct CardLook {
    std::string_view text;
    std::string_view side;   ///< short text at the right: a cost
    std::string_view detail; ///< second line, smaller: why it cannot be taken
    CardMark mark = CardMark::none;
    bool is_on = false;
    bool is_enabled = true;
};

/// A pressable card as wide as the line (or `width`) whose text is broken; returns true when pressed. `id` is the part
/// behind "###". Cards that are not enabled can be reached but not pressed, so that their text can be read.
bool card(const Ui &ui, const std::string &id, const CardLook &look, float width = 0.0F);

/// A row that folds open: a triangle, text, and something at the right.
bool fold_row(const Ui &ui, const std::string &id, std::string_view text, std::string_view side, bool is_open);

// ---- things to see -------------------------------------------------------------------------------------------------

/// Sign and word of a class in its colour.
void class_chip(const Ui &ui, const view::ClassView &option_class);
/// A small rounded label.
void chip(const Ui &ui, std::string_view text, ImU32 colour, ImU32 background);
/// The same at a place, without taking room; returns its size.
ImVec2 draw_chip_at(const Ui &ui, ImVec2 at, std::string_view text, ImU32 colour, ImU32 background);
/// Earned on available as a bar of `size`; the outline is `available`, on a scale to `full`.
void share_bar(const Ui &ui, int earned, int available, int full, ImVec2 size);
/// The same of a share from 0 to 1, outlined as a whole.
void share_bar(const Ui &ui, float part, ImVec2 size);
/// A gauge 0-10 as ten small fields.
void gauge_bar(const Ui &ui, int value, ImVec2 size);
/// A box with a background behind what `draw` draws.
template <class Draw>
void panel(const char *id, ImU32 background, Draw draw);
/// A tooltip with broken text, shown for the last item on hover and on keyboard focus.
void tooltip(const Ui &ui, std::string_view text);
/// A tooltip whatever the last item is.
void show_tooltip(const Ui &ui, std::string_view text);

/// A word or line that leads somewhere: in the accent colour, underlined when the pointer or the keyboard is on it.
/// `id` is the part behind "###". Returns true when pressed.
bool link_text(const Ui &ui, const std::string &id, std::string_view text, TextRole role, bool is_bold = false);
/// A chip that leads somewhere.
bool link_chip(const Ui &ui, const std::string &id, std::string_view text);

/// Asks for the reference at an entry.
void open_entry(const Ui &ui, const std::string &entry);
/// A link to an entry of the reference. `id` is the part behind "###".
void entry_link(const Ui &ui, const std::string &id, const std::string &entry, std::string_view text, TextRole role,
                bool is_bold = false);

struct FieldEvent {
    bool has_changed = false;
    bool is_entered = false; ///< Enter was pressed in it
};
/// A text field of one line, as wide as `width` (0: what is left) and at most the line, with a hint while it is empty.
FieldEvent line_input(const Ui &ui, const char *label, const std::string &hint, std::string &text, float width = 0.0F);

/// A text field over several lines that breaks its lines by the width. Returns true when the text changed.
/// Where `marks` says so, the text is underlined.
bool long_input(const Ui &ui, const char *label, std::string &text, std::string_view hint, float height,
                const std::vector<view::TextMark> *marks = nullptr);

/// A message, or the help, is shown over the current window: keys are for it alone.
[[nodiscard]] bool is_behind_message();
/// True when a key was pressed that no text field and no message is waiting for.
[[nodiscard]] bool is_key_free(ImGuiKey key);
/// Ctrl+Enter, which decides wherever the keyboard is.
[[nodiscard]] bool is_confirm_pressed();
/// True when the digit key `digit` (1-9) was pressed, in the row or on the keypad, and no text field waits for it.
[[nodiscard]] bool is_digit_free(int digit);
/// F1, or "?" where no text field waits for it.
[[nodiscard]] bool is_help_pressed();
/// Page Up and Page Down scroll the current window even where nothing in it can take the focus.
void scroll_by_page_keys();

template <class Draw>
void panel(const char *id, ImU32 background, Draw draw) {
    ImGui::PushStyleColor(ImGuiCol_ChildBg, background);
    ImGui::BeginChild(id, {0.0F, 0.0F},
                      ImGuiChildFlags_Borders | ImGuiChildFlags_AutoResizeY | ImGuiChildFlags_AlwaysUseWindowPadding |
                          ImGuiChildFlags_NavFlattened);
    ImGui::PopStyleColor();
    draw();
    ImGui::EndChild();
}

} // namespace tsunagi::ui
