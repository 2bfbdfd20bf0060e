#include "base/search_fold.h"

#include <cstdint>
#include <cstdlib>
#include <memory>

#include <utf8.h>
#include <utf8proc.h>

#include "base/utf8.h"

namespace tsunagi::base {

namespace {

constexpr char32_t kIdeographicSpace = 0x3000;
constexpr char32_t kMiddleDot = 0x30FB;
constexpr char32_t kFirstKatakana = 0x30A1;
constexpr char32_t kLastKatakanaWithHiragana = 0x30F6;
constexpr char32_t kFromKatakanaToHiragana = 0x60;

bool is_space(char32_t c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == kIdeographicSpace || c == 0x00A0 ||
           (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F;
}

// Hyphens and dashes that NFKC leaves apart; the long-vowel mark U+30FC is a letter and none of them.
bool is_joiner(char32_t c) {
    return c == kMiddleDot || c == 0x00B7 || c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
}

std::string composed(const std::string &text) {
    struct Free {
        void operator()(utf8proc_uint8_t *bytes) const { std::free(bytes); }
    };
    utf8proc_uint8_t *bytes = nullptr;
    const auto options = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT |
                                                        UTF8PROC_CASEFOLD | UTF8PROC_IGNORE);
    const utf8proc_ssize_t length = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t *>(text.data()),
                                                 static_cast<utf8proc_ssize_t>(text.size()), &bytes, options);
    const std::unique_ptr<utf8proc_uint8_t, Free> owner(bytes);
    if (length < 0) return text; // out of memory: better found by the letter than not at all
    return {reinterpret_cast<const char *>(bytes), static_cast<std::size_t>(length)};
}

} // namespace

std::string search_folded(std::string_view text) {
    const std::string one_form = composed(mend_utf8(text));
    std::string folded;
    folded.reserve(one_form.size());
    for (auto at = one_form.begin(); at != one_form.end();) {
        auto c = static_cast<char32_t>(utf8::unchecked::next(at));
        if (is_space(c) || is_joiner(c)) continue;
        if (c >= kFirstKatakana && c <= kLastKatakanaWithHiragana) c -= kFromKatakanaToHiragana;
        utf8::unchecked::append(static_cast<std::uint32_t>(c), std::back_inserter(folded));
    }
    return folded;
}

std::vector<std::string> search_words(std::string_view typed) {
    const std::string mended = mend_utf8(typed);
    std::vector<std::string> words;
    std::string word;
    const auto finish = [&] {
        if (std::string folded = search_folded(word); !folded.empty()) words.push_back(std::move(folded));
        word.clear();
    };
    for (auto at = mended.begin(); at != mended.end();) {
        const auto begin = at;
        const auto c = static_cast<char32_t>(utf8::unchecked::next(at));
        if (is_space(c))
            finish();
        else
            word.append(begin, at);
    }
    finish();
    return words;
}

} // namespace tsunagi::base
