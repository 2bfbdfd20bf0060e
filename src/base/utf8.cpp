#include "base/utf8.h"

#include <iterator>

#include <utf8.h>
#include <utf8proc.h>

namespace tsunagi::base {

bool is_valid_utf8(std::string_view text) { return utf8::is_valid(text.begin(), text.end()); }

namespace {

// The end of the code point that begins at `at`; a malformed byte is a code point of its own.
std::size_t next_code_point(std::string_view text, std::size_t at) {
    auto it = text.begin() + static_cast<std::ptrdiff_t>(at);
    try {
        utf8::next(it, text.end());
        return static_cast<std::size_t>(it - text.begin());
    } catch (const utf8::exception &) {
        return at + 1;
    }
}

constexpr std::string_view kIdeographicSpace = "\xE3\x80\x80";

// The code point at `at`; 0 for a malformed byte: a control, which joins nothing.
char32_t code_point_at(std::string_view text, std::size_t at) {
    auto it = text.begin() + static_cast<std::ptrdiff_t>(at);
    try {
        return static_cast<char32_t>(utf8::next(it, text.end()));
    } catch (const utf8::exception &) {
        return 0;
    }
}

} // namespace

std::size_t count_code_points(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); at = next_code_point(text, at)) ++count;
    return count;
}

std::string mend_utf8(std::string_view text) {
    std::string mended;
    utf8::replace_invalid(text.begin(), text.end(), std::back_inserter(mended));
    return mended;
}

std::string_view first_code_points(std::string_view text, std::size_t limit) {
    std::size_t at = 0;
    for (std::size_t count = 0; count < limit && at < text.size(); ++count) at = next_code_point(text, at);
    return text.substr(0, at);
}

std::string_view first_graphemes(std::string_view text, std::size_t limit) {
    std::size_t at = 0;
    std::size_t count = 0;
    utf8proc_int32_t before = 0;
    utf8proc_int32_t state = 0;
    while (at < text.size()) {
        const auto here = static_cast<utf8proc_int32_t>(code_point_at(text, at));
        if (at == 0 || utf8proc_grapheme_break_stateful(before, here, &state)) {
            if (count == limit) break;
            ++count;
        }
        before = here;
        at = next_code_point(text, at);
    }
    return text.substr(0, at);
}

std::string narrowed(std::string_view text) {
    const std::string mended = mend_utf8(text);
    std::string narrow_text;
    for (auto at = mended.begin(); at != mended.end();)
        utf8::append(narrow(static_cast<char32_t>(utf8::unchecked::next(at))), std::back_inserter(narrow_text));
    return narrow_text;
}

std::string_view trim(std::string_view text) {
    const auto is_ascii_space = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
    while (!text.empty()) {
        if (is_ascii_space(text.front()))
            text.remove_prefix(1);
        else if (text.substr(0, kIdeographicSpace.size()) == kIdeographicSpace)
            text.remove_prefix(kIdeographicSpace.size());
        else
            break;
    }
    while (!text.empty()) {
        if (is_ascii_space(text.back()))
            text.remove_suffix(1);
        else if (text.size() >= kIdeographicSpace.size() &&
                 text.substr(text.size() - kIdeographicSpace.size()) == kIdeographicSpace)
            text.remove_suffix(kIdeographicSpace.size());
        else
            break;
    }
    return text;
}

} // namespace tsunagi::base
