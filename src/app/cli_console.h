#pragma once

#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tsunagi::app {

/// Lines in, lines out: no cursor, no colour, so that a screen reader or a pipe does as well as a terminal.
class Console {
  public:
    Console(std::istream &in, std::ostream &out) : in_(in), out_(out) {}

    void say(std::string_view line);
    void say_all(const std::vector<std::string> &lines);
    void blank();
    /// Says what to type and reads a line, trimmed. Nothing at the end of the input.
    [[nodiscard]] std::optional<std::string> ask(std::string_view prompt);

  private:
    std::istream &in_;
    std::ostream &out_;
};

/// What was typed as a command or number: full-width letters, digits, commas and spaces, which a Japanese input method
/// leaves behind, become ASCII; letters become small.
[[nodiscard]] std::string plain_keys(std::string_view line);

/// The numbers of a line, separated by spaces or commas; nothing when it holds anything else. An empty line is an
/// empty list.
[[nodiscard]] std::optional<std::vector<int>> numbers_of(std::string_view line);

} // namespace tsunagi::app
