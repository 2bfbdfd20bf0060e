#pragma once

#include <string>
#include <vector>

#include "i18n/texts.h"
#include "model/drill.h"
#include "model/handbook.h"

namespace tsunagi::view {

/// What the screen of the exercises shows.
struct DrillsView {
    std::string title;
};

} // namespace tsunagi::view
