#pragma once

// All cases of the program, each with its stored plays (tests/plays) and the handbook team's course, folded.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "content/handbook_json.h"
#include "content/scenario_json.h"
#include "content/session_json.h"
#include "engine/fold.h"

namespace tsunagi::test {

struct StoredPlay {
    std::string name; ///< "e-apart"; "course" is that of the handbook's team
    engine::Progress progress;
};

struct StoredCase {
    std::string name;                                ///< "cpp-1"
    std::unique_ptr<const model::Scenario> scenario; ///< the plays point into it
    std::vector<StoredPlay> plays;

    [[nodiscard]] const engine::Progress &play(const std::string &play_name) const {
        for (const StoredPlay &play : plays)
            if (play.name == play_name) return play.progress;
        throw std::runtime_error("no such play: " + name + "/" + play_name);
    }
};

namespace detail {

inline engine::Progress folded(const model::Scenario &scenario, const std::vector<model::Decision> &decisions) {
    auto progress = engine::fold(scenario, decisions);
    if (!progress) throw std::runtime_error(progress.error().code + ": " + progress.error().detail);
    return std::move(progress).value();
}

inline std::vector<std::filesystem::path> json_files(const std::filesystem::path &folder) {
    std::vector<std::filesystem::path> files;
    for (const auto &entry : std::filesystem::directory_iterator(folder))
        if (entry.path().extension() == ".json") files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

inline StoredCase load_case(const std::filesystem::path &file, const model::Handbook &handbook) {
    const std::filesystem::path root = TSUNAGI_SOURCE_DIR;
    content::ScenarioFile loaded = content::load_scenario(file, handbook);
    if (!loaded.is_playable()) throw std::runtime_error("cannot be played: " + file.string());
    StoredCase made;
    made.name = file.stem().string();
    made.scenario = std::make_unique<const model::Scenario>(std::move(*loaded.scenario));
    made.plays.push_back({"course", folded(*made.scenario, made.scenario->handbook_course.decisions)});
    for (const auto &play : json_files(root / "tests" / "plays" / made.name)) {
        std::ifstream stream(play, std::ios::binary);
        const auto decisions = content::decision_file_from_json(
            std::string(std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()));
        if (!decisions) throw std::runtime_error(decisions.error().detail);
        made.plays.push_back({play.stem().string(), folded(*made.scenario, decisions->decisions)});
    }
    return made;
}

} // namespace detail

/// Loaded once; throws where a file cannot be read or does not fit.
[[nodiscard]] inline const std::vector<StoredCase> &stored_cases() {
    static const std::vector<StoredCase> all = [] {
        const std::filesystem::path root = TSUNAGI_SOURCE_DIR;
        base::Problems problems;
        const model::Handbook handbook = content::load_handbook(root / "assets" / "handbook", problems);
        std::vector<StoredCase> cases;
        for (const auto &file : detail::json_files(root / "scenarios"))
            cases.push_back(detail::load_case(file, handbook));
        return cases;
    }();
    return all;
}

[[nodiscard]] inline const StoredCase &stored_case(const std::string &name) {
    for (const StoredCase &each : stored_cases())
        if (each.name == name) return each;
    throw std::runtime_error("no such case: " + name);
}

} // namespace tsunagi::test
