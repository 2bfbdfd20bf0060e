#pragma once

#include <string>
#include <vector>

#include "app/cli_context.h"
#include "content/validity.h"

namespace tsunagi::app {

/// `tsunagi analyze CASE... [--json]`. Returns the exit code.
[[nodiscard]] int run_analyze(const CliContext &context, const std::vector<std::string> &cases, bool as_json);

/// The table of strategies, a line each.
void print_strategies(const content::CaseAnalysis &analysis, const i18n::Texts &texts);

} // namespace tsunagi::app
