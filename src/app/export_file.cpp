#include "app/export_file.h"

#include <system_error>

#include "app/atomic_file.h"
#include "base/utf8.h"
#include "content/json_source.h"

namespace tsunagi::app {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kLongestNamePart = 40; // code points: three bytes each still fit into 255 with the rest

} // namespace

fs::path exports_folder(const fs::path &data) { return data / "exports"; }

base::Result<std::string> write_export(const fs::path &data, const std::string &name, const std::string &ending,
                                       std::string_view bytes) {
    const fs::path folder = exports_folder(data);
    std::error_code failure;
    fs::create_directories(folder, failure); // where that fails, writing the file says why
    fs::path file;
    int number = 1;
    do file = folder / content::path_from_text(name + "-" + std::to_string(number++) + ending);
    while (fs::exists(file, failure));
    if (const base::Status status = write_file_atomically(file, bytes); !status) return status.error();
    return utf8_of(file);
}

std::string file_name_of(std::string_view typed) {
    const std::string sound = base::mend_utf8(typed);
    std::string name;
    for (const char each : base::first_code_points(base::trim(sound), kLongestNamePart)) {
        const bool is_refused = static_cast<unsigned char>(each) < 0x20 || each == 0x7F ||
                                std::string_view("\\/:*?\"<>|").find(each) != std::string_view::npos;
        name += is_refused ? '_' : each;
    }
    // A name of dots, or that begins with one, hides or leads elsewhere.
    while (!name.empty() && (name.front() == '.' || name.front() == ' ')) name.erase(0, 1);
    return name.empty() ? "_" : name;
}

} // namespace tsunagi::app
