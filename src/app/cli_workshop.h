#pragma once

#include <string>

#include "app/cli_context.h"

namespace tsunagi::app {

struct WorkshopRequest {
    std::string store; ///< a database file or the folder that holds it; empty: that of the data folder
    std::string folder;
    std::string workshop; ///< an id
    std::string file;
    bool as_json = false;
};

/// `tsunagi workshop import FOLDER`: brings in every file of a folder and says what became of each. Returns the exit
/// code: kProblemsFound when one was not taken.
[[nodiscard]] int run_workshop_import(const CliContext &context, const WorkshopRequest &request);
/// `tsunagi workshop list`
[[nodiscard]] int run_workshop_list(const CliContext &context, const WorkshopRequest &request);
/// `tsunagi workshop export ID --file FILE`: the file for a group's computer.
[[nodiscard]] int run_workshop_export(const CliContext &context, const WorkshopRequest &request);

} // namespace tsunagi::app
