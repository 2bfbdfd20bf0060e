#include "content/fixture.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <random>
#include <stdexcept>

#include "content/handbook_json.h"

namespace tsunagi::test {

namespace fs = std::filesystem;

std::string read_bytes(const fs::path &path) {
    std::ifstream stream(path, std::ios::binary);
    if (!stream) throw std::runtime_error("cannot read " + path.string());
    return {std::istreambuf_iterator<char>(stream), {}};
}

const std::string &small_text() {
    static const std::string text = read_bytes(fs::path(TSUNAGI_SOURCE_DIR) / "tests/content/data/small.json");
    return text;
}

const nlohmann::json &small_json() {
    static const nlohmann::json json = nlohmann::json::parse(small_text());
    return json;
}

const model::Handbook &handbook() {
    static const model::Handbook book = [] {
        base::Problems problems;
        model::Handbook loaded = content::load_handbook(fs::path(TSUNAGI_SOURCE_DIR) / "assets/handbook", problems);
        if (base::has_error(problems)) throw std::runtime_error(summary(problems));
        return loaded;
    }();
    return book;
}

content::ScenarioFile patched(const std::string &patch) {
    const nlohmann::json changed = small_json().patch(nlohmann::json::parse(patch));
    return content::scenario_from_text(changed.dump(2), "small.json", handbook());
}

std::string summary(const base::Problems &problems) {
    std::string lines;
    for (const base::Problem &problem : problems) {
        lines += problem.severity == base::Severity::error ? "error " : "warning ";
        lines += problem.code + ' ' + problem.pointer + '\n';
    }
    return lines;
}

int line_with(const std::string &text, const std::string &words) {
    const std::size_t at = text.find(words);
    if (at == std::string::npos) return 0;
    return 1 + static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
}

TemporaryFolder::TemporaryFolder() {
    std::random_device random;
    do path_ = fs::temp_directory_path() / ("tsunagi-content-" + std::to_string(random()));
    while (!fs::create_directory(path_));
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
}

fs::path TemporaryFolder::write(const std::string &name, const std::string &bytes) const {
    std::ofstream(path_ / name, std::ios::binary) << bytes;
    return path_ / name;
}

} // namespace tsunagi::test
