#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "analysis/state_code.h"

namespace tsunagi::analysis {

/// A set of states around one state: those with the same value in certain bits, and with gauges and adders between
/// certain values. It says what of the state was looked at while its future was worked out, so that every state in it
/// has the same future.
///
/// Laid out in words so that many lie side by side: the fixed bits, the gauges' low limits and high limits (four bits a
/// gauge), and one word for each adder's two limits.
class Region {
  public:
    static constexpr int kNoHigh = std::numeric_limits<int>::max();
    struct Span {
        int low = 0;
        int high = 0;
    };

    /// All states.
    explicit Region(const StateCode &code);
    void reset();

    void fix_bit(std::size_t bit) { words_[bit / 64] |= Word{1} << (bit % 64); }
    /// Both limits included.
    void limit_gauge(std::size_t gauge, int low, int high);
    void limit_adder(std::size_t adder, int low, int high);
    /// Keeps only the states that `change` leads into the region that `after` holds the words of.
    void limit_to_before(const Change &change, const Word *after);

    /// Whether a state lies in the region of these words around another state.
    [[nodiscard]] static bool holds(const StateCode &code, const Word *region, const Word *around, const Word *state);

    [[nodiscard]] bool is_fixed(std::size_t bit) const { return ((words_[bit / 64] >> (bit % 64)) & 1u) != 0; }
    [[nodiscard]] Span gauge(std::size_t gauge) const;
    [[nodiscard]] Span adder(std::size_t adder) const { return span_of(words_[bit_words_ + 2 + adder]); }
    [[nodiscard]] const std::vector<Word> &words() const { return words_; }
    /// How many words the regions of a scenario's states take.
    [[nodiscard]] static std::size_t word_count(const StateCode &code) { return code.bit_words() + 2 + code.adders(); }

  private:
    static Span span_of(Word word) { return {static_cast<int>(word & 0xFFFFFFFFu), static_cast<int>(word >> 32)}; }
    std::size_t bit_words_;
    std::vector<Word> words_;
};

/// The lowest value that `map` takes to `limit` or above; 11 when there is none.
[[nodiscard]] int lowest_reaching(GaugeMap map, int limit);

} // namespace tsunagi::analysis
