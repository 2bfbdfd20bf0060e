#include "app/paths.h"

#include <cstdlib>
#include <system_error>
#include <vector>

#ifdef _WIN32
#include <windows.h>
#else
#include <pwd.h>
#include <unistd.h>
#endif

#include "app/atomic_file.h"
#include "content/json_source.h"

namespace tsunagi::app {

namespace fs = std::filesystem;

namespace {

fs::path environment_path(const char *name) {
    const char *value = std::getenv(name);
    return value == nullptr ? fs::path() : fs::path(value);
}

fs::path program_folder() {
    std::error_code failure;
#ifdef _WIN32
    std::wstring name(32768, L'\0');
    name.resize(GetModuleFileNameW(nullptr, name.data(), static_cast<DWORD>(name.size())));
    return fs::path(name).parent_path();
#else
    return fs::read_symlink("/proc/self/exe", failure).parent_path();
#endif
}

std::vector<fs::path> roots() {
    std::vector<fs::path> found;
    if (const fs::path root = environment_path("TSUNAGI_ROOT"); !root.empty()) found.push_back(root);
    if (const fs::path folder = program_folder(); !folder.empty()) {
        found.push_back(folder);
        found.push_back((folder / ".." / "share" / "tsunagi").lexically_normal());
    }
    return found;
}

/// The first root in which `folder` holds `sign` ("" : the folder itself is enough).
fs::path find_folder(const std::vector<fs::path> &candidates, const char *folder, const char *sign) {
    std::error_code failure;
    for (const fs::path &root : candidates)
        if (fs::exists(root / folder / sign, failure)) return root / folder;
    return {};
}

fs::path platform_data_folder() {
#ifdef _WIN32
    const fs::path local = environment_path("LOCALAPPDATA");
    return local.empty() ? local : local / "tsunagi";
#else
    // The XDG specification: a relative path is invalid and is ignored.
    if (const fs::path xdg = environment_path("XDG_DATA_HOME"); xdg.is_absolute()) return xdg / "tsunagi";
    fs::path home = environment_path("HOME");
    if (home.empty())
        if (const passwd *user = getpwuid(getuid()); user != nullptr) home = user->pw_dir;
    return home.empty() ? home : home / ".local" / "share" / "tsunagi";
#endif
}

} // namespace

base::Result<Paths> find_paths(const std::optional<std::string> &data_dir) {
    const std::vector<fs::path> candidates = roots();
    Paths paths;
    paths.assets = find_folder(candidates, "assets", "i18n/ja.json");
    if (paths.assets.empty()) {
        std::string looked;
        for (const fs::path &root : candidates) looked += (looked.empty() ? "" : ", ") + utf8_of(root / "assets");
        return base::Error{"paths-assets", looked};
    }
    paths.scenarios = find_folder(candidates, "scenarios", "");
    paths.shaders = find_folder(candidates, "shaders", "");
    paths.fonts = find_folder(candidates, "fonts", "BIZUDGothic-Regular.ttf");
    if (paths.fonts.empty())
        paths.fonts = find_folder({"/usr/share/fonts/truetype"}, "bizud-gothic", "BIZUDGothic-Regular.ttf");

    std::error_code failure;
    if (data_dir)
        paths.data = fs::absolute(content::path_from_text(*data_dir), failure);
    else
        paths.data = platform_data_folder();
    return paths;
}

} // namespace tsunagi::app
