#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "base/result.h"

namespace tsunagi::app {

/// Where everything is. A folder that was not found is empty, except `assets`, which is always set.
struct Paths {
    std::filesystem::path assets; ///< holds i18n/, handbook/ and drills/
    std::filesystem::path scenarios;
    std::filesystem::path shaders;
    std::filesystem::path fonts; ///< holds BIZUDGothic-Regular.ttf
    std::filesystem::path data;  ///< sessions and settings; made when something is first saved

    [[nodiscard]] std::filesystem::path texts() const { return assets / "i18n"; }
    [[nodiscard]] std::filesystem::path handbook() const { return assets / "handbook"; }
    [[nodiscard]] std::filesystem::path drills() const { return assets / "drills"; }
    [[nodiscard]] std::filesystem::path settings() const { return data / "settings.json"; }
};

/// Finds the program's own folders in, one by one: $TSUNAGI_ROOT, beside the program, ../share/tsunagi from it.
/// `data_dir` replaces the data folder of the platform ($XDG_DATA_HOME/tsunagi, ~/.local/share/tsunagi).
/// Errors: "paths-assets" (detail: where it was looked for).
[[nodiscard]] base::Result<Paths> find_paths(const std::optional<std::string> &data_dir);

} // namespace tsunagi::app
