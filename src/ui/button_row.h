#pragma once

#include <string>

#include "ui/page.h"

namespace tsunagi::ui {

/// Buttons side by side that break onto a new line where there is no room.
class ButtonRow {
  public:
    explicit ButtonRow(const Ui &ui) : ui_(ui), flow_(kBetween) {}

    bool plain(const char *label, bool is_enabled = true) {
        flow_.next(button_width(label));
        return plain_button(ui_, label, is_enabled);
    }
    bool plain(const std::string &label, bool is_enabled = true) { return plain(label.c_str(), is_enabled); }
    bool primary(const char *label, bool is_enabled = true) {
        flow_.next(primary_button_width(ui_, label));
        return primary_button(ui_, label, is_enabled);
    }
    bool primary(const std::string &label, bool is_enabled = true) { return primary(label.c_str(), is_enabled); }
    bool choice(const std::string &label, bool is_here) {
        flow_.next(button_width(label.c_str()));
        return choice_button(ui_, label.c_str(), is_here);
    }

  private:
    static constexpr float kBetween = 0.5F; // ems
    const Ui &ui_;
    Flow flow_;
};

} // namespace tsunagi::ui
