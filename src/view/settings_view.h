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
};

struct SettingsView {
    int text_percent = 100;
    std::string theme_word;
    i18n::Language language = i18n::Language::ja;
    bool is_motion_reduced = false;
    std::string data_path;
    std::string version; ///< "Tsunagi 0.2.0"
};

inline constexpr int kTextPercentMin = 80;
inline constexpr int kTextPercentMax = 250;
inline constexpr int kTextPercentStep = 10;

[[nodiscard]] SettingsView settings_view(const SettingsInfo &info, const i18n::Texts &texts);

} // namespace tsunagi::view
