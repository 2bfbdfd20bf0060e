#pragma once

#include <string>

#include "i18n/texts.h"

namespace tsunagi::view {

/// What is set now, and where things are. The theme goes by its word (ui::kThemeWords).
struct SettingsInfo {
    int text_percent = 100;
    std::string theme_word;
    i18n::Language language = i18n::Language::ja;
    bool is_motion_reduced = false;
    std::string data_path; ///< the file that holds the records
    std::string version;
    std::string map_trouble =
        {};                      ///< why eco-maps are not drawn by the GPU ("gl-version", "gl-shader"); empty: they are
    std::string map_detail = {}; ///< the version there is, or what the driver says
};

struct SettingsView {
    int text_percent = 100;
    std::string theme_word;
    i18n::Language language = i18n::Language::ja;
    bool is_motion_reduced = false;
    std::string data_path;
    std::string version;    ///< "Tsunagi 0.2.0"
    std::string map_means;  ///< by what means eco-maps are drawn, and why not by the better one
    std::string map_detail; ///< what the driver says of that; may be empty
};

inline constexpr int kTextPercentMin = 80;
inline constexpr int kTextPercentMax = 250;
inline constexpr int kTextPercentStep = 10;

[[nodiscard]] SettingsView settings_view(const SettingsInfo &info, const i18n::Texts &texts);

} // namespace tsunagi::view
