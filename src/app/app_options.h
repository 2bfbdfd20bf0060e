#pragma once

#include "app/paths.h"
#include "app/settings.h"
#include "i18n/texts.h"

namespace tsunagi::app {

/// What the command line and the settings say to whatever runs: the window or a headless command.
struct AppOptions {
    Paths paths;
    Settings settings;
    i18n::Language language = i18n::Language::ja;
};

} // namespace tsunagi::app
