#include "app/cli_console.h"

#include <istream>
#include <ostream>

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
    for (std::size_t at = 0; at < line.size();) {
        const auto byte = static_cast<unsigned char>(line[at]);
        char32_t point = byte;
        std::size_t length = 1;
        if (byte >= 0xE0 && byte < 0xF0 && at + 2 < line.size()) {
            const auto second = static_cast<unsigned char>(line[at + 1]);
            const auto third = static_cast<unsigned char>(line[at + 2]);
            point = (static_cast<char32_t>(byte & 0x0F) << 12) | (static_cast<char32_t>(second & 0x3F) << 6) |
                    static_cast<char32_t>(third & 0x3F);
            length = 3;
        }
        at += length;
        if (point == 0x3000)
            point = ' '; // ideographic space
        else if (point == 0x3001)
            point = ','; // ideographic comma
        else if (point >= 0xFF01 && point <= 0xFF5E)
            point -= 0xFEE0; // the full-width forms of ASCII
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
