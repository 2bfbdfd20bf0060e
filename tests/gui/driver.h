#pragma once

// Drives a Dear ImGui user interface without a window: finds widgets by their id, moves the mouse, presses keys and
// types only through io.Add*Event as a window system would, and reads back what was drawn.
//
//     gui::Driver driver(1280, 800, 1.0F);
//     driver.show([&] { ui::draw_play(view, stage, draft, ui); });
//     driver.click("play.option.visit");          // scrolled into view first, by the wheel
//     driver.press(ImGuiMod_Ctrl | ImGuiKey_Enter);
//     driver.click("play.why");
//     driver.type("本人の希望を先に聞く");
//     CHECK(driver.is_enabled("play.commit"));
//     driver.click("play.commit");
//     CHECK(driver.shows("扉が開いた"));
//
// What a widget is called. The part of its label behind "###" ("決定する###play.commit" is "play.commit"), or behind
// "##", or else the whole label ("OK"). Where the same name stands at several places, put before it what it is in,
// outermost first, parted by '/': names given to PushID (a number for PushID(int)), a tab bar, a child window, a
// window: "debrief/3/fold". Not every level has to be named. A name that fits several widgets is an error, not a guess.
// Widgets that report no label to Dear ImGui (combos, whatever is scrolled out of view) are found as well: their id is
// computed from the name.
//
// What fails by itself, as a DriverError out of the call that met it:
//   - a name nobody knows (the message lists what there is), or that fits several widgets
//   - two widgets with the same id at two places in one frame
//   - what Dear ImGui calls a user error: a missing End, PopID, PopStyleColor …, in debug and release builds alike
//   - a click on a widget that is disabled, covered, behind a modal, or cut off and nothing scrolls
//   - typing while no field takes text
// An exception thrown while drawing (a failed REQUIRE) passes through, and the driver can go on.
//
// Time stands still between calls: a frame takes a sixtieth of a second, pause() lets more pass.

#include <functional>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <imgui.h>

#include "gui/item.h"

struct ImGuiWindow;

namespace tsunagi::gui {

class DriverError : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

class Driver {
  public:
    /// A display of so many pixels. `scale` enlarges text and the default style alike; screens that set a theme of
    /// their own do that themselves. Keyboard navigation is on.
    Driver(int width, int height, float scale = 1.0F);
    ~Driver();
    Driver(const Driver &) = delete;
    Driver &operator=(const Driver &) = delete;

    ImFont *regular_font() const { return regular_; }
    ImFont *bold_font() const { return bold_; } ///< null where it is not installed

    // ---- frames ---------------------------------------------------------------------------------------------
    /// From now on each frame draws this. Runs a few frames, until windows have found their sizes.
    void show(std::function<void()> draw);
    void frame(int count = 1);
    /// Runs frames until all input has been taken in, and a few more.
    void settle();
    /// Lets time pass in one frame: for delays such as a tooltip's.
    void pause(double seconds);
    void resize(int width, int height);
    [[nodiscard]] int frame_count() const { return frame_count_; }

    // ---- input ----------------------------------------------------------------------------------------------
    void click(std::string_view name, ImGuiMouseButton button = ImGuiMouseButton_Left);
    void double_click(std::string_view name);
    void hover(std::string_view name);
    /// Presses on the widget, moves by so many pixels, lets go.
    void drag(std::string_view name, float right, float down);
    /// Turns the wheel over a widget or window; positive is towards the top or the left, as in Dear ImGui.
    void wheel(std::string_view name, float notches, float sideways_notches = 0.0F);
    /// Turns the wheel until the widget is in view.
    void scroll_to(std::string_view name);
    /// Moves the mouse where it is over nothing.
    void leave();

    /// ImGuiKey_Enter, ImGuiMod_Ctrl | ImGuiKey_S … A key that makes a character (a letter, a digit, Space) without
    /// Ctrl, Alt or Super sends that character too, as a keyboard does: is a shortcut also typed into the field?
    void press(ImGuiKeyChord chord, int times = 1);
    /// Sends text as an input method does, all at once, without keys.
    void type(std::string_view utf8);
    /// Presses Tab (or another key) until the widget has the focus; an error when it never gets it.
    void press_until_focused(std::string_view name, ImGuiKeyChord chord = ImGuiKey_Tab, int at_most = 300);

    // ---- what there is --------------------------------------------------------------------------------------
    /// Drawn, be it scrolled out of view. (Rows that a list clipper leaves out do not exist.)
    [[nodiscard]] bool exists(std::string_view name);
    /// Drawn, and at least part of it in view.
    [[nodiscard]] bool is_visible(std::string_view name);
    [[nodiscard]] bool is_enabled(std::string_view name);
    [[nodiscard]] bool is_checked(std::string_view name); ///< checkboxes and menu items
    [[nodiscard]] bool is_hovered(std::string_view name);
    /// Has the focus of the keyboard.
    [[nodiscard]] bool is_focused(std::string_view name);
    /// Is being edited or held.
    [[nodiscard]] bool is_active(std::string_view name);
    /// Name of the widget that has the keyboard's focus; empty when none has.
    [[nodiscard]] std::string focused();
    /// The keyboard's ring is shown (it hides while the mouse is used).
    [[nodiscard]] bool is_focus_shown() const;
    [[nodiscard]] Item item(std::string_view name);
    /// All widgets and windows of the last frame, in the order drawn.
    [[nodiscard]] const std::vector<Item> &items() const { return items_; }

    /// All text that is drawn, scrolled out of view or not, line by line.
    [[nodiscard]] std::string text_of_frame();
    /// The text appears, wherever its lines are broken: white space is not compared.
    [[nodiscard]] bool shows(std::string_view text);
    [[nodiscard]] std::string clipboard() const;
    /// Addresses that were opened with the system's browser. They are not really opened.
    [[nodiscard]] const std::vector<std::string> &opened_addresses() const { return opened_addresses_; }

    // Called by the hooks.
    void note_item(ImGuiID id, const Rect &rect, const void *last_item_data);
    void note_info(ImGuiID id, const char *label, int status_flags);
    void note_problem(const char *message);
    [[nodiscard]] const char *label_of(ImGuiID id) const;

  private:
    void run_frame(float seconds, bool is_survey);
    void answer_texture_requests();
    void throw_problems();

    [[nodiscard]] const Item *find(std::string_view name) const;
    /// The item, of the last frame or else of a survey; throws when there is none.
    [[nodiscard]] Item locate(std::string_view name);
    /// A frame drawn with Dear ImGui's text log: everything is submitted, clipped or not.
    void survey();
    [[nodiscard]] Item reveal(std::string_view name);
    [[nodiscard]] bool search_by_scrolling(std::string_view name);
    [[nodiscard]] Item aim(std::string_view name, bool must_be_enabled);
    void move_mouse(ImVec2 to);
    void push_button(ImGuiMouseButton button);
    /// Scrolls a window by about so many pixels with the wheel; false when it cannot or did not move.
    bool scroll_window(ImGuiWindow *window, ImVec2 by);
    [[nodiscard]] std::string listing() const;

    ImGuiContext *context_ = nullptr;
    ImGuiContext *previous_context_ = nullptr;
    ImFont *regular_ = nullptr;
    ImFont *bold_ = nullptr;
    std::function<void()> draw_;
    std::vector<Item> items_;
    std::map<ImGuiID, std::size_t> index_;
    std::map<ImGuiID, std::pair<std::string, int>> early_infos_; ///< told before their rectangle: tabs
    std::vector<std::string> problems_;
    std::vector<std::string> opened_addresses_;
    std::string text_;
    int frame_count_ = 0;
};

} // namespace tsunagi::gui
