#pragma once

namespace tsunagi::ui {

/// Ctrl+Enter leads on from wherever the keyboard is, so the item that has the keyboard must not take the Enter as its
/// own. Once a frame, before anything is drawn.
void keep_confirm_from_items();

/// The keyboard begins at the item that comes next. To be called when a part of the screen has come up, for else the
/// keyboard begins at the top of the window, far from what there is to do. Shows no ring and scrolls nothing by itself.
void begin_keyboard_at_next_item();

/// The keyboard goes to the field of this window with that label, to be typed into from the next frame on.
void type_into(const char *label);

/// The keyboard goes on from the item drawn last. Shows no ring where the mouse is in use.
void focus_last_item();

/// The keyboard's ring is on the item drawn last.
[[nodiscard]] bool is_keyboard_on_item();

/// The page, however many columns within it, moves until the item drawn last begins at `part` of its height.
void scroll_page_to_last_item(float part);
/// The same for what will be drawn next.
void scroll_page_to_cursor(float part);

/// Where what will be drawn next stands, in pixels from the top of the page, however far that is scrolled.
[[nodiscard]] float cursor_on_page();
/// How far the page is scrolled, and how much of it is in sight, in pixels.
struct PageSight {
    float scroll = 0.0F;
    float height = 0.0F;
};
[[nodiscard]] PageSight page_sight();
void scroll_page_by(float pixels);

} // namespace tsunagi::ui
