#pragma once

#include <string>
#include <vector>

#include "app/cli_context.h"

namespace tsunagi::app {

/// `tsunagi analyze CASE... --answers DATABASE [--json]`: how single learners answered in their first runs. `database`
/// is a file, or the folder that holds it; one that is not there is not made. Returns the exit code.
[[nodiscard]] int run_analyze_answers(const CliContext &context, const std::vector<std::string> &cases,
                                      const std::string &database, bool as_json);

} // namespace tsunagi::app
