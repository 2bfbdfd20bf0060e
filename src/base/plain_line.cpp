#include "base/plain_line.h"

#include <iterator>

#include <utf8.h>

#include "base/utf8.h"

namespace tsunagi::base {

namespace {

constexpr char32_t kReplacement = 0xFFFD;

bool is_between(char32_t point, char32_t first, char32_t last) { return point >= first && point <= last; }

bool is_space(char32_t point) {
    return is_between(point, 0x09, 0x0D) || point == 0x85 || point == 0x2028 || point == 0x2029;
}

bool is_hidden(char32_t point) {
    return point < 0x20 || is_between(point, 0x7F, 0x9F) || point == 0x061C || is_between(point, 0x200E, 0x200F) ||
           is_between(point, 0x202A, 0x202E) || is_between(point, 0x2060, 0x206F) || point == 0x200B ||
           point == 0xFEFF || is_between(point, 0xE0000, 0xE007F);
}

} // namespace

std::string plain_line(std::string_view text) {
    const std::string mended = mend_utf8(text);
    std::string plain;
    for (auto at = mended.begin(); at != mended.end();) {
        const auto point = static_cast<char32_t>(utf8::next(at, mended.end()));
        if (is_space(point))
            plain += ' ';
        else
            utf8::append(is_hidden(point) ? kReplacement : point, std::back_inserter(plain));
    }
    return plain;
}

} // namespace tsunagi::base
