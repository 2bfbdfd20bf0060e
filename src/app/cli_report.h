#pragma once

#include <string>
#include <vector>

#include "app/cli_context.h"

namespace tsunagi::app {

/// What was asked for with `tsunagi report`.
struct ReportRequest {
    std::vector<std::string> sessions; ///< files, or ids of the store
    std::string wanted_case;           ///< instead of the installed one; may be empty
    std::string workshop_file;         ///< may be empty
    std::string html_file;
    std::string csv_folder;
    std::string xapi_file;
    bool has_nicknames = false; ///< xAPI
};

/// `tsunagi report SESSION... --html FILE | --csv FOLDER | --xapi FILE`. Returns the exit code. Everything is made
/// before anything is written.
[[nodiscard]] int run_report(const CliContext &context, const ReportRequest &request);

} // namespace tsunagi::app
