#pragma once

#include <string>
#include <vector>

#include "app/cli_context.h"

namespace tsunagi::app {

/// `tsunagi validate [PATH...] [--json]`. Returns the exit code.
[[nodiscard]] int run_validate(const CliContext &context, const std::vector<std::string> &paths, bool as_json);

} // namespace tsunagi::app
