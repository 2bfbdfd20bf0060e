#include "engine/word_index.h"

#include <algorithm>

namespace tsunagi::engine {

namespace {

// Words are looked up by so many bytes: no word is shorter than two Latin letters.
constexpr std::size_t kBeginning = 2;

bool is_latin(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

// A text in which Latin letters, digits and signs have one width and one case, and where each of its bytes comes from.
struct Folded {
    std::string text;
    std::vector<std::size_t> origin; ///< one more than bytes: the end
};

// The sign that a full-width one (U+FF01 … U+FF5E) stands for; 0 for anything else.
char narrow_sign(std::string_view text, std::size_t at) {
    if (at + 2 >= text.size() || static_cast<unsigned char>(text[at]) != 0xEF) return 0;
    const auto second = static_cast<unsigned char>(text[at + 1]);
    const auto third = static_cast<unsigned char>(text[at + 2]);
    if (second == 0xBC && third >= 0x81 && third <= 0xBF) return static_cast<char>(third - 0x81 + 0x21);
    if (second == 0xBD && third >= 0x80 && third <= 0x9E) return static_cast<char>(third - 0x80 + 0x60);
    return 0;
}

Folded folded(std::string_view text) {
    Folded result;
    for (std::size_t at = 0; at < text.size();) {
        const char narrow = narrow_sign(text, at);
        const char c = narrow != 0 ? narrow : text[at];
        result.text += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        result.origin.push_back(at);
        at += narrow != 0 ? 3 : 1;
    }
    result.origin.push_back(text.size());
    return result;
}

bool is_inside_word(const std::string &text, std::size_t begin, std::size_t end) {
    const bool goes_on_before = begin > 0 && is_latin(text[begin]) && is_latin(text[begin - 1]);
    const bool goes_on_after = end < text.size() && is_latin(text[end - 1]) && is_latin(text[end]);
    return goes_on_before || goes_on_after;
}

} // namespace

WordIndex::WordIndex(const std::vector<std::vector<std::string>> &entries) {
    for (std::size_t i = 0; i < entries.size(); ++i)
        for (const std::string &word : entries[i]) {
            std::string text = folded(word).text;
            if (text.size() >= kBeginning) by_beginning_[text.substr(0, kBeginning)].push_back({std::move(text), i});
        }
}

std::vector<WordSpan> WordIndex::find(std::string_view text) const {
    const Folded in = folded(text);
    const std::string_view whole = in.text;
    std::vector<WordSpan> found;
    for (std::size_t at = 0; at + kBeginning <= whole.size(); ++at) {
        const auto words = by_beginning_.find(whole.substr(at, kBeginning));
        if (words == by_beginning_.end()) continue;
        for (const Word &word : words->second) {
            const std::size_t end = at + word.folded.size();
            if (whole.substr(at, word.folded.size()) == word.folded && !is_inside_word(in.text, at, end))
                found.push_back({at, end, word.entry});
        }
    }
    std::stable_sort(found.begin(), found.end(), [](const WordSpan &a, const WordSpan &b) {
        const std::size_t a_size = a.end - a.begin;
        const std::size_t b_size = b.end - b.begin;
        return a_size != b_size ? a_size > b_size : a.begin < b.begin;
    });
    std::vector<WordSpan> kept;
    for (const WordSpan &span : found) {
        const bool is_free = std::none_of(kept.begin(), kept.end(), [&](const WordSpan &other) {
            return span.begin < other.end && other.begin < span.end;
        });
        if (is_free) kept.push_back(span);
    }
    std::sort(kept.begin(), kept.end(), [](const WordSpan &a, const WordSpan &b) { return a.begin < b.begin; });
    for (WordSpan &span : kept) {
        span.begin = in.origin[span.begin];
        span.end = in.origin[span.end];
    }
    return kept;
}

} // namespace tsunagi::engine
