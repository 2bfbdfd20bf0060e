#pragma once

#include <string_view>

#include "ui/widgets.h"

namespace tsunagi::ui {

enum class TopBarPlace { library, history, progress, handbook, drills, workshop, settings, elsewhere };

struct TopBarView {
    TopBarPlace place = TopBarPlace::library;
    std::string_view title; ///< of the case being played; empty elsewhere
    int text_percent = 100;
};

/// The bar over every screen: where one is, the way to the library, history, progress and settings, and text size.
void draw_top_bar(const TopBarView &view, const Ui &ui);

} // namespace tsunagi::ui
