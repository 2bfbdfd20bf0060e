#pragma once

namespace tsunagi::ui {

/// Ctrl+Enter leads on from wherever the keyboard is, so the item that has the keyboard must not take the Enter as its
/// own. Once a frame, before anything is drawn.
void keep_confirm_from_items();

/// The keyboard begins at the item that comes next. To be called when a part of the screen has come up, for else the
/// keyboard begins at the top of the window, far from what there is to do. Shows no ring and scrolls nothing by itself.
void begin_keyboard_at_next_item();

} // namespace tsunagi::ui
