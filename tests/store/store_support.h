#pragma once

#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <memory>
#include <string>

#include <doctest/doctest.h>

#include "store/session_store.h"

namespace tsunagi::test {

/// A folder of its own for a test, gone afterwards.
class TemporaryFolder {
  public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder &) = delete;
    TemporaryFolder &operator=(const TemporaryFolder &) = delete;

    [[nodiscard]] const std::filesystem::path &path() const { return path_; }
    [[nodiscard]] std::filesystem::path operator/(const std::string &name) const { return path_ / name; }

  private:
    std::filesystem::path path_;
};

[[nodiscard]] inline std::string bytes_of(const std::filesystem::path &file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

/// Opens a store that must open.
[[nodiscard]] std::unique_ptr<store::SessionStore> open_store(const std::filesystem::path &file);
/// The code of the error that opening gives; "" when it opens.
[[nodiscard]] std::string open_error(const std::filesystem::path &file);

[[nodiscard]] model::Session example_session(const std::string &id);
/// Decision `number` of a run, its text told apart by `rationale`.
[[nodiscard]] model::Decision example_decision(int number, const std::string &rationale = "why");

/// Runs `work` in a process of its own; `work` returns its exit code.
[[nodiscard]] int start_child(const std::function<int()> &work);
/// The exit code of a child, or -signal when a signal ended it.
[[nodiscard]] int wait_for_child(int child);

} // namespace tsunagi::test
