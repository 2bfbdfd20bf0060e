#pragma once

#include <string>
#include <vector>

#include "analysis/strategies.h"
#include "app/cli_context.h"

namespace tsunagi::app {

/// `tsunagi analyze CASE... [--json]`. Returns the exit code.
[[nodiscard]] int run_analyze(const CliContext &context, const std::vector<std::string> &cases, bool as_json);

/// The table of strategies, a line each.
void print_strategies(const std::vector<analysis::StrategyFigure> &strategies, const i18n::Texts &texts);

} // namespace tsunagi::app
