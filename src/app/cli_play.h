#pragma once

#include <string>

#include "app/cli_context.h"

namespace tsunagi::app {

/// What was asked for with `tsunagi play`.
struct PlayRequest {
    std::string wanted_case;
    std::string nickname;
    std::string profession;
    std::string group;
    std::string decisions_file;
    std::string session_file;
    bool keeps_no_record = false;
    bool resumes = false;
};

/// `tsunagi play CASE …`: the terminal play. Returns the exit code.
[[nodiscard]] int run_play(const CliContext &context, const PlayRequest &request);

} // namespace tsunagi::app
