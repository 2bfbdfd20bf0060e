#include "base/utf8.h"

#include <array>
#include <iterator>
#include <utility>

#include <utf8.h>

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

// The code point at `at`; 0 for a malformed byte, which joins nothing.
char32_t code_point_at(std::string_view text, std::size_t at) {
    auto it = text.begin() + static_cast<std::ptrdiff_t>(at);
    try {
        return static_cast<char32_t>(utf8::next(it, text.end()));
    } catch (const utf8::exception &) {
        return 0;
    }
}

constexpr char32_t kJoiner = 0x200D;

bool is_within(char32_t c, char32_t first, char32_t last) { return c >= first && c <= last; }

// Written onto the character before it (Grapheme_Cluster_Break=Extend).
bool extends(char32_t c) {
    static constexpr std::array<std::pair<char32_t, char32_t>, 21> kRanges = {
        {{0x0300, 0x036F},  {0x0483, 0x0489},   {0x0591, 0x05BD}, {0x0610, 0x061A},   {0x064B, 0x065F},
         {0x0E31, 0x0E31},  {0x0E34, 0x0E3A},   {0x0E47, 0x0E4E}, {0x1AB0, 0x1AFF},   {0x1DC0, 0x1DFF},
         {0x200C, 0x200C},  {kJoiner, kJoiner}, {0x20D0, 0x20FF}, {0x302A, 0x302F},   {0x3099, 0x309A},
         {0xFE00, 0xFE0F},  {0xFE20, 0xFE2F},   {0xFF9E, 0xFF9F}, {0x1F3FB, 0x1F3FF}, {0xE0020, 0xE007F},
         {0xE0100, 0xE01EF}}};
    for (const auto &[first, last] : kRanges)
        if (is_within(c, first, last)) return true;
    return false;
}

bool is_emoji(char32_t c) { return is_within(c, 0x1F000, 0x1FAFF) || is_within(c, 0x2190, 0x2BFF); }
bool is_flag_half(char32_t c) { return is_within(c, 0x1F1E6, 0x1F1FF); }

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
    char32_t before = 0;
    bool is_half_flag = false; // the character so far is one half of a flag
    while (at < text.size()) {
        const char32_t here = code_point_at(text, at);
        const bool is_joined = count > 0 && (extends(here) || (before == kJoiner && is_emoji(here)) ||
                                             (is_half_flag && is_flag_half(here)) || (before == '\r' && here == '\n'));
        if (!is_joined) {
            if (count == limit) break;
            ++count;
        }
        is_half_flag = !is_joined && is_flag_half(here);
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
