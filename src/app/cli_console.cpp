#include "app/cli_console.h"

#include <istream>
#include <ostream>

#include <utf8.h>

#include "base/utf8.h"

namespace tsunagi::app {

void Console::say(std::string_view line) { out_ << line << '\n'; }

void Console::say_all(const std::vector<std::string> &lines) {
    for (const std::string &line : lines) say(line);
}

void Console::blank() { out_ << '\n'; }

std::optional<std::string> Console::ask(std::string_view prompt) {
    out_ << prompt << "\n> " << std::flush;
    std::string line;
    if (!std::getline(in_, line)) {
        out_ << '\n';
        return std::nullopt;
    }
    return std::string(base::trim(base::mend_utf8(line)));
}

std::string plain_keys(std::string_view line) {
    std::string keys;
    const std::string mended = base::mend_utf8(line);
    for (auto at = mended.begin(); at != mended.end();) {
        char32_t point = base::narrow(static_cast<char32_t>(utf8::unchecked::next(at)));
        if (point == 0x3000)
            point = ' '; // ideographic space
        else if (point == 0x3001)
            point = ','; // ideographic comma
        if (point >= 'A' && point <= 'Z') point += 'a' - 'A';
        if (point < 0x80)
            keys += static_cast<char>(point);
        else
            keys += '\xFF'; // no key, and no number
    }
    return std::string(base::trim(keys));
}

std::optional<std::vector<int>> numbers_of(std::string_view line) {
    std::vector<int> numbers;
    bool is_in_number = false;
    for (const char c : plain_keys(line)) {
        if (c >= '0' && c <= '9') {
            if (!is_in_number) numbers.push_back(0);
            is_in_number = true;
            if (numbers.back() > 9999) return std::nullopt;
            numbers.back() = numbers.back() * 10 + (c - '0');
        } else if (c == ' ' || c == ',' || c == '\t') {
            is_in_number = false;
        } else {
            return std::nullopt;
        }
    }
    return numbers;
}

} // namespace tsunagi::app
