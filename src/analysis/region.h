#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <vector>

#include "analysis/state_code.h"

namespace tsunagi::analysis {

/// A set of states around one state: those with the same value in certain bits, and with gauges and adders between
/// certain values. It says what of the state was looked at while its future was worked out, so that every state in it
/// has the same future.
class Region {
  public:
    static constexpr int kNoHigh = std::numeric_limits<int>::max();

    explicit Region(const StateCode &code);
    void reset(); ///< all states

    void fix_bit(int bit) { bits_[static_cast<std::size_t>(bit) / 64] |= Word{1} << (bit % 64); }
    /// Both limits included.
    void limit_gauge(std::size_t gauge, int low, int high);
    void limit_adder(std::size_t adder, int low, int high);

    /// Keeps only the states that `change` leads into `after`.
    void limit_to_before(const Change &change, const Region &after);

    [[nodiscard]] const std::vector<Word> &bits() const { return bits_; }
    struct Span {
        int low = 0;
        int high = 0;
    };
    [[nodiscard]] Span gauge(std::size_t gauge) const { return gauges_[gauge]; }
    [[nodiscard]] Span adder(std::size_t adder) const { return adders_[adder]; }

  private:
    std::vector<Word> bits_; ///< 1: fixed
    std::array<Span, kGaugeCount> gauges_{};
    std::vector<Span> adders_;
};

/// The lowest value that `map` takes to `limit` or above; 11 when there is none.
[[nodiscard]] int lowest_reaching(GaugeMap map, int limit);

} // namespace tsunagi::analysis
