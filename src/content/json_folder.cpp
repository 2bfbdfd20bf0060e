#include "content/json_folder.h"

#include <algorithm>
#include <system_error>
#include <utility>

#include "content/scenario_json.h"

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

std::vector<std::unique_ptr<JsonSource>> data_sources(const fs::path &folder, base::Problems &problems) {
    JsonFiles files = json_files(folder, kSchemaFile);
    if (files.problem)
        problems.push_back(std::move(*files.problem));
    else if (files.paths.empty())
        problems.push_back(file_problem(path_text(folder), "folder-empty"));
    std::vector<std::unique_ptr<JsonSource>> sources;
    for (const fs::path &path : files.paths) {
        FileBytes file = read_file_bytes(path, kMaxScenarioBytes);
        for (base::Problem &problem : file.problems) problems.push_back(std::move(problem));
        if (file.bytes) sources.push_back(std::make_unique<JsonSource>(std::move(*file.bytes), path_text(path)));
    }
    return sources;
}

} // namespace tsunagi::content
