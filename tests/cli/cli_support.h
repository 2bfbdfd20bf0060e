#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

namespace tsunagi::test {

using Json = nlohmann::ordered_json;
namespace fs = std::filesystem;

/// A folder of its own for a test, gone afterwards.
class Folder {
  public:
    Folder();
    ~Folder();
    Folder(const Folder &) = delete;
    Folder &operator=(const Folder &) = delete;

    [[nodiscard]] fs::path operator/(const std::string &name) const { return path_ / name; }
    [[nodiscard]] std::string text(const std::string &name) const { return (path_ / name).string(); }
    [[nodiscard]] const fs::path &path() const { return path_; }

  private:
    fs::path path_;
};

[[nodiscard]] std::string read_text(const fs::path &file);
void write_text(const fs::path &file, const std::string &text);

struct Outcome {
    int code = -1; ///< exit code, or -signal
    std::string out;
    std::string err;
};

struct Environment {
    std::string input;
    std::map<std::string, std::string> variables; ///< on top of a plain one: no LANG, HOME in a folder of its own
};

/// The built program as a user starts it: arguments in, exit code and both streams out.
[[nodiscard]] Outcome call(const std::vector<std::string> &arguments, const Environment &environment = {});

/// The program, started, and talked to line by line.
class Running {
  public:
    explicit Running(const std::vector<std::string> &arguments);
    ~Running();
    Running(const Running &) = delete;
    Running &operator=(const Running &) = delete;

    void type(const std::string &text) const;
    /// Reads on until the program has said `text`; false when it ended before.
    [[nodiscard]] bool hears(const std::string &text);
    void kill_at_once();

  private:
    int child_ = -1;
    int to_ = -1;
    int from_ = -1;
    std::string heard_;
};

[[nodiscard]] inline bool contains(const std::string &text, const std::string &part) {
    return text.find(part) != std::string::npos;
}

/// The only document of standard output; fails the test when it is not exactly one.
[[nodiscard]] Json only_json(const Outcome &outcome);

/// The decision files of tests/plays/<case>, by name.
[[nodiscard]] std::vector<fs::path> play_files(const std::string &case_id);

/// For every decision of a play file the lines that a learner types for it in the terminal.
[[nodiscard]] std::vector<std::string> typed_lines(const std::string &case_id, const fs::path &play_file);

} // namespace tsunagi::test
