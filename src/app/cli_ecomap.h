#pragma once

#include <optional>
#include <string>

#include "app/cli_context.h"

namespace tsunagi::app {

/// What was asked for with `tsunagi ecomap`.
struct EcomapRequest {
    std::string wanted_case;
    std::string decisions_file;
    std::optional<int> stage; ///< after so many decisions
    std::optional<int> month;
    std::string compare; ///< "start", "handbook", or nothing
    std::string svg_file;
    std::string png_file;
    float scale = 2.0F; ///< pixels per unit of the picture
};

/// `tsunagi ecomap [CASE] …`: the map in words, or into files. Returns the exit code.
[[nodiscard]] int run_ecomap(const CliContext &context, const EcomapRequest &request);

} // namespace tsunagi::app
