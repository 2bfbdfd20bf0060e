#pragma once

#include <string>

#include "app/cli_context.h"

namespace tsunagi::app {

struct HandbookRequest {
    std::string entry; ///< id; empty: the list
    std::string words; ///< what is looked for in the list; empty: everything
    bool as_json = false;
};

/// `tsunagi handbook [ID] [--search WORDS] [--json]`. Returns the exit code.
[[nodiscard]] int run_handbook(const CliContext &context, const HandbookRequest &request);

} // namespace tsunagi::app
