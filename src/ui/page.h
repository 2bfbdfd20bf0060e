#pragma once

#include <algorithm>
#include <cmath>
#include <functional>
#include <string>
#include <string_view>

#include "ui/widgets.h"

namespace tsunagi::ui {

/// Text wider than this, in ems, is hard to read.
inline constexpr float kReadableEms = 46.0F;
/// Air between the parts of a page, in ems.
inline constexpr float kBetweenParts = 1.8F;

/// A column in a scrolling window, as tall as its content; the window scrolls. Inside it the width that is left is the
/// column's, so everything that takes the rest of the line keeps to it.
class ColumnScope {
  public:
    ColumnScope(const char *id, float width);
    ~ColumnScope();
    ColumnScope(const ColumnScope &) = delete;
    ColumnScope &operator=(const ColumnScope &) = delete;
};

/// The one column of a screen: centred, at most `widest_ems` wide, with air above and below.
class PageScope {
  public:
    PageScope(const char *id, float widest_ems);

  private:
    float move_to_column(float widest_ems);
    ColumnScope column_;
};

/// The part of the screen's height and width that a window over it takes at most.
inline constexpr float kMostOfScreen = 0.92F;

/// A window in the middle of the screen, at most `widest_ems` wide, that keeps everything else from being pressed.
/// Opens by itself; ImGui::CloseCurrentPopup closes it.
class OverlayScope {
  public:
    OverlayScope(const char *id, float widest_ems);
    ~OverlayScope();
    OverlayScope(const OverlayScope &) = delete;
    OverlayScope &operator=(const OverlayScope &) = delete;

    [[nodiscard]] bool is_open() const { return is_open_; }

  private:
    bool is_open_ = false;
};

/// Columns of equal width that fit into what is left of the line.
struct Grid {
    int columns = 1;
    float width = 0.0F;   ///< of one column, in pixels
    float between = 0.0F; ///< in pixels
};
/// At most `most` columns, none narrower than `narrowest` pixels and none wider than `widest` (0: no limit).
[[nodiscard]] Grid grid_for(float narrowest, float widest, int most);

/// Puts things of a known width side by side, and the next one on a new line where it does not fit.
class Flow {
  public:
    explicit Flow(float between_ems);
    /// Call before each thing.
    void next(float width);

  private:
    float line_end_ = 0.0F;
    float between_ = 0.0F;
    bool is_first_ = true;
};

/// The width of a button in bold or plain body text, and of a chip.
[[nodiscard]] float primary_button_width(const Ui &ui, const char *label);
[[nodiscard]] float chip_width(const Ui &ui, std::string_view text);

/// "text###id": a label whose id does not depend on its text.
[[nodiscard]] std::string labelled(std::string_view text, std::string_view id);

/// What is left of the line, but no wider than text that is good to read.
[[nodiscard]] float readable_width();

/// The head of a table that stays in sight at the window's upper edge while its rows scroll under it. Takes its room
/// where it is made; rows are drawn after that, and the head last, when the end of the table is known.
class StickyHead {
  public:
    explicit StickyHead(float height);
    ~StickyHead();
    StickyHead(const StickyHead &) = delete;
    StickyHead &operator=(const StickyHead &) = delete;

    /// After each row: the keyboard's does not stay hidden under the head.
    void keep_row_in_sight() const;
    /// After the last row: where the head is to be drawn. The place for what comes next does not change.
    [[nodiscard]] ImVec2 end();

  private:
    ImVec2 at_;
    float height_;
    float stuck_;
    bool is_over_rows_ = false;
};

/// The same for a table that scrolls by itself and is a window of its own; called right after it. Where the page around
/// it has scrolled its head away, `draw` draws that once more, from `top` on and `height` high, over the rows.
void stick_table_head(const char *id, float height, const Ui &ui, const std::function<void(float top)> &draw);
/// After an item in such a table: when the keyboard has just come to it, it does not stay hidden under the head.
void keep_item_below_head(float height);

/// A small muted heading above a value or a field.
void caption(const Ui &ui, std::string_view text);

/// A list with a dot before each line.
void bullets(const Ui &ui, const std::vector<std::string> &lines, TextRole role = TextRole::body, ImU32 colour = 0);

/// The height of one line of text, in pixels.
[[nodiscard]] float line_of(TextRole role);

/// The triangle of what folds open.
void fold_sign(const Ui &ui, ImVec2 centre, bool is_open);

/// A flag that lives with the window: whether something is unfolded. Forgotten when the window is.
[[nodiscard]] bool *remembered_flag(const char *id);

/// The most of Palette::fill that is laid on Palette::card: text keeps its contrast up to here.
inline constexpr float kStrongestTint = 0.38F;
/// `part` of `over` laid on `under`; for tints that follow a figure.
[[nodiscard]] ImU32 mixed(ImU32 under, ImU32 over, float part);

/// Draws two parts side by side in columns of `left` and 1 - `left` of the width, or one below the other.
template <class Left, class Right>
void side_by_side(bool has_two, float left, const char *id, Left draw_left, Right draw_right,
                  float between_parts = kBetweenParts) {
    if (!has_two) {
        draw_left();
        gap(between_parts);
        draw_right();
        return;
    }
    const IdScope scope(id);
    const float between = em() * 2.0F;
    const float all = ImGui::GetContentRegionAvail().x - between;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float left_width = std::floor(all * left);
    {
        const ColumnScope column("left", left_width);
        draw_left();
    }
    const float left_end = ImGui::GetItemRectMax().y;
    ImGui::SetCursorScreenPos({at.x + left_width + between, at.y});
    {
        const ColumnScope column("right", std::floor(all - left_width));
        draw_right();
    }
    ImGui::SetCursorScreenPos({at.x, std::max(left_end, ImGui::GetItemRectMax().y)});
    ImGui::Dummy({1.0F, 1.0F});
}

} // namespace tsunagi::ui
