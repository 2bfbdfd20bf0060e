#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "base/problem.h"
#include "base/result.h"
#include "content/json_scan.h"

namespace tsunagi::content {

using Args = std::map<std::string, std::string>;

/// A JSON document that still knows its lines, and collects what is wrong with it.
class JsonSource {
  public:
    /// `text` in any state; afterwards is_parsed() tells whether there is a document, problems() why not.
    JsonSource(std::string text, std::string name);
    /// The same for a kind of document with a limit of its own instead of kMaxScenarioBytes.
    JsonSource(std::string text, std::string name, std::size_t max_bytes);
    JsonSource(const JsonSource &) = delete;
    JsonSource &operator=(const JsonSource &) = delete;

    [[nodiscard]] bool is_parsed() const { return is_parsed_; }
    [[nodiscard]] const nlohmann::json &root() const { return root_; }
    /// 1-based; that of the nearest enclosing value when the pointer names nothing, 0 when there is no document.
    [[nodiscard]] int line_of(const std::string &pointer) const;

    void error(const std::string &pointer, const std::string &code, Args args = {});
    void warning(const std::string &pointer, const std::string &code, Args args = {});
    [[nodiscard]] bool has_error() const { return base::has_error(problems_); }

    /// True when something has been said of this very place (or so much in all that nothing more will be).
    [[nodiscard]] bool has_problem_at(const std::string &pointer) const;

    /// All problems, by line; the list is empty afterwards.
    [[nodiscard]] base::Problems take_problems();

  private:
    void parse(std::size_t max_bytes);
    bool has_sound_encoding();
    void report_scan_faults();
    void add(base::Severity severity, int line, const std::string &pointer, const std::string &code, Args args);
    [[nodiscard]] int line_at(std::size_t offset) const;
    [[nodiscard]] Args syntax_args(std::size_t offset) const;

    std::string text_;
    std::string name_;
    std::vector<std::size_t> line_starts_;
    JsonScan scan_;
    nlohmann::json root_;
    bool is_parsed_ = false;
    base::Problems problems_;
    bool is_full_ = false;
};

// What keeps a file from being read as what it should be, in words of no language.

/// "line 3: /decisions/2/answer".
[[nodiscard]] base::Error error_at(const JsonSource &source, std::string code, const std::string &pointer);
/// The first thing wrong with the document itself: "json-syntax, line 3: /id".
[[nodiscard]] base::Error first_error(JsonSource &source, std::string code);

/// Whether the document `root`, which stands at `pointer` in `source`, has a version from 1 to `newest`. The codes
/// begin with `kind`. Errors: "<kind>-json" (no version), "<kind>-newer" (detail: the version).
[[nodiscard]] base::Status check_version(const JsonSource &source, const nlohmann::json &root,
                                         const std::string &pointer, int newest, const std::string &kind);
/// The same, and before it whether it is of this format. Errors: also "<kind>-format" (detail: the format it has).
[[nodiscard]] base::Status check_head(const JsonSource &source, const nlohmann::json &root, const std::string &pointer,
                                      const char *format, int newest, const std::string &kind);

/// The bytes of a file, or the problem that kept it from being read (file-missing, file-is-folder, file-unreadable,
/// file-too-large).
struct FileBytes {
    std::optional<std::string> bytes;
    base::Problems problems;
};
[[nodiscard]] FileBytes read_file_bytes(const std::filesystem::path &path, std::uintmax_t max_bytes);

/// A problem that has no place inside a document.
[[nodiscard]] base::Problem file_problem(const std::string &file, const std::string &code, Args args = {});

/// A path as UTF-8 with '/', the same on every system.
[[nodiscard]] std::string path_text(const std::filesystem::path &path);
/// The path that UTF-8 names.
[[nodiscard]] std::filesystem::path path_from_text(std::string_view text);

} // namespace tsunagi::content
