#pragma once

#include "app/app_options.h"

namespace tsunagi::app {

/// Opens the window and runs until it is closed. Returns the exit code: 0, or 1 when no window could be opened (said on
/// standard error, with what to do).
[[nodiscard]] int run_window(const AppOptions &options);

} // namespace tsunagi::app
