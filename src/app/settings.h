#pragma once

#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "i18n/texts.h"
#include "model/session.h"
#include "ui/theme.h"
#include "view/settings_view.h"

namespace tsunagi::app {

using Theme = ui::ThemeKind;
using ui::kThemeWords;
using view::kTextPercentMax;
using view::kTextPercentMin;

struct WindowPlace {
    int x = 0;
    int y = 0;
    int w = 0;
    int h = 0;
};

/// What the program remembers between two starts, apart from the sessions.
struct Settings {
    int text_percent = 100;
    Theme theme = Theme::light;
    std::optional<i18n::Language> language; ///< empty: as the system says
    bool reduced_motion = false;
    bool has_seen_introduction = false; ///< false where there is no settings file yet
    std::optional<WindowPlace> window;
    model::Learner learner;               ///< who played last
    std::string database = "sessions.db"; ///< a file name in the data folder
    std::string last_folder;              ///< where files were last looked for; empty: nowhere yet
};

/// Reads the settings. A file that is not there gives the defaults; a value that makes no sense gives that value's
/// default; a file that is damaged gives the defaults and is kept as <file>.bad.
[[nodiscard]] Settings load_settings(const std::filesystem::path &file);
/// Errors as write_file_atomically.
[[nodiscard]] base::Status save_settings(const std::filesystem::path &file, const Settings &settings);

/// The language to use: what was asked for, else the setting, else the system's ("en…" in LC_ALL, LC_MESSAGES or LANG),
/// else Japanese.
[[nodiscard]] i18n::Language language_to_use(const std::optional<i18n::Language> &asked, const Settings &settings);

} // namespace tsunagi::app
