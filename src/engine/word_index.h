#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace tsunagi::engine {

/// A word in a text: bytes [begin, end), and which entry of a list it belongs to.
struct WordSpan {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t entry = 0;
};

/// Finds the words of a list in texts.
class WordIndex {
  public:
    /// The words of each entry.
    explicit WordIndex(const std::vector<std::vector<std::string>> &entries);

    /// The words in a text, in order and apart from each other; where two overlap, the longer one. Latin letters match
    /// in either case and width, and not inside a longer Latin word: no ADL in IADL.
    [[nodiscard]] std::vector<WordSpan> find(std::string_view text) const;

  private:
    struct Word {
        std::string folded;
        std::size_t entry = 0;
    };
    std::map<std::string, std::vector<Word>, std::less<>> by_beginning_; ///< by the first bytes, as many as all have
};

} // namespace tsunagi::engine
