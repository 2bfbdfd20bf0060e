#pragma once

#include "ui/widgets.h"
#include "view/settings_view.h"

namespace tsunagi::ui {

void draw_settings(const view::SettingsView &view, const Ui &ui);

} // namespace tsunagi::ui
