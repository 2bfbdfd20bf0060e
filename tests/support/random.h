#pragma once

#include <cstdint>
#include <vector>

namespace tsunagi::test {

/// The same numbers from the same seed on every machine and standard library (SplitMix64).
class Random {
  public:
    explicit Random(std::uint64_t seed) : state_(seed) {}

    std::uint64_t next() {
        state_ += 0x9E3779B97F4A7C15u;
        std::uint64_t z = state_;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
        return z ^ (z >> 31);
    }

    /// A whole number from `low` to `high`, both included.
    int between(int low, int high) {
        const auto span = static_cast<std::uint64_t>(high - low) + 1;
        return low + static_cast<int>(next() % span);
    }
    /// True in `times` of `out_of` cases.
    bool chance(int times, int out_of) { return between(1, out_of) <= times; }
    std::size_t index(std::size_t count) { return static_cast<std::size_t>(between(0, static_cast<int>(count) - 1)); }
    template <class T>
    const T &pick(const std::vector<T> &items) {
        return items[index(items.size())];
    }

  private:
    std::uint64_t state_;
};

} // namespace tsunagi::test
