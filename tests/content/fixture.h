#pragma once

#include <filesystem>
#include <string>

#include <nlohmann/json.hpp>

#include "base/problem.h"
#include "content/scenario_json.h"
#include "model/handbook.h"

namespace tsunagi::test {

/// tests/content/data/small.json: a valid case with all five primitives. Tests change one thing in it.
[[nodiscard]] const std::string &small_text();
[[nodiscard]] const nlohmann::json &small_json();
/// The handbook data of the program.
[[nodiscard]] const model::Handbook &handbook();

/// The problems of the small case after a JSON patch (RFC 6902), given as text.
[[nodiscard]] content::ScenarioFile patched(const std::string &patch);

/// "error code pointer" a line: how tests compare problems.
[[nodiscard]] std::string summary(const base::Problems &problems);
/// The 1-based line of the first occurrence of `words` in `text`; 0 when there is none.
[[nodiscard]] int line_with(const std::string &text, const std::string &words);

/// A new empty folder, removed at the end.
class TemporaryFolder {
  public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder &) = delete;
    TemporaryFolder &operator=(const TemporaryFolder &) = delete;

    [[nodiscard]] const std::filesystem::path &path() const { return path_; }
    std::filesystem::path write(const std::string &name, const std::string &bytes) const;

  private:
    std::filesystem::path path_;
};

[[nodiscard]] std::string read_bytes(const std::filesystem::path &path);

} // namespace tsunagi::test
