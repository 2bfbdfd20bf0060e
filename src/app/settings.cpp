#include "app/settings.h"

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <system_error>

#include <nlohmann/json.hpp>

#include "app/atomic_file.h"
#include "base/utf8.h"
#include "model/vocabulary.h"

namespace tsunagi::app {

namespace fs = std::filesystem;

namespace {

using Json = nlohmann::ordered_json;

const Json *find(const Json &object, const char *key) {
    const auto found = object.find(key);
    return found == object.end() ? nullptr : &*found;
}

std::string text_or(const Json &object, const char *key, const std::string &otherwise) {
    const Json *value = find(object, key);
    return value != nullptr && value->is_string() ? value->get<std::string>() : otherwise;
}

bool flag_or(const Json &object, const char *key, bool otherwise) {
    const Json *value = find(object, key);
    return value != nullptr && value->is_boolean() ? value->get<bool>() : otherwise;
}

std::optional<int> number(const Json &object, const char *key) {
    const Json *value = find(object, key);
    if (value == nullptr || !value->is_number_integer()) return std::nullopt;
    const auto wide = value->get<std::int64_t>();
    if (wide < std::numeric_limits<int>::min() || wide > std::numeric_limits<int>::max()) return std::nullopt;
    return static_cast<int>(wide);
}

std::optional<WindowPlace> window_from(const Json &settings) {
    const Json *window = find(settings, "window");
    if (window == nullptr || !window->is_object()) return std::nullopt;
    const auto x = number(*window, "x");
    const auto y = number(*window, "y");
    const auto w = number(*window, "w");
    const auto h = number(*window, "h");
    if (!x || !y || !w || !h || *w <= 0 || *h <= 0) return std::nullopt;
    return WindowPlace{*x, *y, *w, *h};
}

/// Only a name: settings must not send the sessions to another folder.
std::string database_from(const Json &settings, const std::string &otherwise) {
    const std::string name = text_or(settings, "database", otherwise);
    const bool is_plain =
        !name.empty() && name != "." && name != ".." && name.find_first_of("/\\:") == std::string::npos;
    return is_plain ? name : otherwise;
}

} // namespace

Settings load_settings(const fs::path &file) {
    Settings settings;
    std::error_code ignored;
    if (!fs::exists(file, ignored)) return settings;
    const auto content = read_file(file);
    if (!content.is_ok()) return settings;
    settings.has_seen_introduction = true; // who has settings, even damaged ones, is no newcomer
    const Json json = Json::parse(*content, nullptr, false);
    if (!json.is_object()) {
        fs::path bad = file;
        bad += ".bad";
        fs::rename(file, bad, ignored);
        return settings;
    }

    settings.text_percent = std::clamp(number(json, "text_percent").value_or(100), kTextPercentMin, kTextPercentMax);
    settings.theme = model::value_of<Theme>(text_or(json, "theme", ""), kThemeWords).value_or(Theme::light);
    settings.language = model::value_of<i18n::Language>(text_or(json, "language", ""), i18n::kLanguageWords);
    settings.reduced_motion = flag_or(json, "reduced_motion", settings.reduced_motion);
    settings.has_seen_introduction = flag_or(json, "introduction_seen", settings.has_seen_introduction);
    settings.window = window_from(json);
    settings.learner.nickname = text_or(json, "nickname", "");
    settings.learner.profession =
        model::value_of<model::LearnerProfession>(text_or(json, "profession", ""), model::kLearnerProfessionWords)
            .value_or(model::LearnerProfession::other);
    settings.learner.group = text_or(json, "group", "");
    settings.database = database_from(json, settings.database);
    settings.last_folder = text_or(json, "last_folder", "");
    return settings;
}

base::Status save_settings(const fs::path &file, const Settings &settings) {
    Json json;
    json["text_percent"] = settings.text_percent;
    json["theme"] = model::word_of(settings.theme, kThemeWords);
    if (settings.language) json["language"] = model::word_of(*settings.language, i18n::kLanguageWords);
    json["reduced_motion"] = settings.reduced_motion;
    json["introduction_seen"] = settings.has_seen_introduction;
    if (settings.window)
        json["window"] = {
            {"x", settings.window->x}, {"y", settings.window->y}, {"w", settings.window->w}, {"h", settings.window->h}};
    json["nickname"] = base::mend_utf8(settings.learner.nickname);
    json["profession"] = model::word_of(settings.learner.profession, model::kLearnerProfessionWords);
    json["group"] = base::mend_utf8(settings.learner.group);
    json["database"] = base::mend_utf8(settings.database);
    if (!settings.last_folder.empty()) json["last_folder"] = base::mend_utf8(settings.last_folder);
    return write_file_atomically(file, json.dump(2) + "\n");
}

i18n::Language language_to_use(const std::optional<i18n::Language> &asked, const Settings &settings) {
    if (asked) return *asked;
    if (settings.language) return *settings.language;
    // The first that is set decides, as setlocale(3) has it.
    for (const char *name : {"LC_ALL", "LC_MESSAGES", "LANG"})
        if (const char *value = std::getenv(name); value != nullptr && *value != '\0')
            return std::string_view(value).substr(0, 2) == "en" ? i18n::Language::en : i18n::Language::ja;
    return i18n::Language::ja;
}

} // namespace tsunagi::app
