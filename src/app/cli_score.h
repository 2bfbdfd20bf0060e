#pragma once

#include <string>

#include "app/cli_context.h"

namespace tsunagi::app {

/// `tsunagi score SESSION [--case CASE] [--json]`. Returns the exit code.
[[nodiscard]] int run_score(const CliContext &context, const std::string &session_file, const std::string &wanted_case,
                            bool as_json);

} // namespace tsunagi::app
