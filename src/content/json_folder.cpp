#include "content/json_folder.h"

#include <algorithm>
#include <system_error>

#include "content/json_source.h"

namespace tsunagi::content {

namespace fs = std::filesystem;

JsonFiles json_files(const fs::path &folder, std::string_view left_out) {
    JsonFiles files;
    std::error_code error;
    for (fs::directory_iterator entries(folder, error), end; !error && entries != end; entries.increment(error)) {
        std::error_code ignored;
        const fs::path &path = entries->path();
        if (path.extension() == ".json" && path.filename() != fs::path(left_out) && !entries->is_directory(ignored))
            files.paths.push_back(path);
    }
    if (error == std::errc::no_such_file_or_directory)
        files.problem = file_problem(path_text(folder), "folder-missing");
    else if (error)
        files.problem = file_problem(path_text(folder), "folder-unreadable", {{"cause", error.message()}});
    std::sort(files.paths.begin(), files.paths.end(),
              [](const fs::path &a, const fs::path &b) { return path_text(a) < path_text(b); });
    return files;
}

} // namespace tsunagi::content
