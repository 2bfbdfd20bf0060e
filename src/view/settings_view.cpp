#include "view/settings_view.h"

#include <algorithm>

namespace tsunagi::view {

using i18n::Text;

SettingsView settings_view(const SettingsInfo &info, const i18n::Texts &texts) {
    SettingsView view;
    view.text_percent = std::clamp(info.text_percent, kTextPercentMin, kTextPercentMax);
    view.theme_word = info.theme_word;
    view.language = info.language;
    view.is_motion_reduced = info.is_motion_reduced;
    view.data_path = info.data_path;
    view.map_means = texts(info.map_trouble.empty()           ? Text::settings_map_gpu
                           : info.map_trouble == "gl-version" ? Text::settings_map_old_gl
                                                              : Text::settings_map_lines);
    if (!info.map_trouble.empty()) view.map_detail = info.map_detail;
    view.version = texts.format(Text::settings_version, fmt::arg("version", info.version));
    return view;
}

} // namespace tsunagi::view
