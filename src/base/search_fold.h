#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tsunagi::base {

/// `text` in the form in which words are looked for: full and half width, upper and lower case, katakana and hiragana
/// are one (Unicode NFKC with case folding, then katakana to hiragana); white space, middle dots and hyphens between
/// letters are left out. The long-vowel mark stays. Malformed UTF-8 is mended first.
[[nodiscard]] std::string search_folded(std::string_view text);

/// The words of what somebody typed into a search field, each folded; split at white space of any width.
[[nodiscard]] std::vector<std::string> search_words(std::string_view typed);

} // namespace tsunagi::base
