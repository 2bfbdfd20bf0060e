#pragma once

#include <cstdint>
#include <deque>
#include <unordered_map>

#include "analysis/state_code.h"

namespace tsunagi::analysis {

/// Changes numbered so that equal ones have one number: comparing and combining them is then cheap.
class ChangeTable {
  public:
    using Number = std::uint32_t;

    explicit ChangeTable(const StateCode &code) : same_(number_of(no_change(code))) {}

    [[nodiscard]] Number number_of(const Change &change);
    [[nodiscard]] const Change &operator[](Number number) const { return changes_[number]; }
    /// The number of the change that does nothing.
    [[nodiscard]] Number same() const { return same_; }
    /// `first`, then `second`.
    [[nodiscard]] Number then(Number first, Number second);

    [[nodiscard]] std::size_t size() const { return changes_.size(); }

  private:
    std::deque<Change> changes_; ///< a reference stays good while more are added
    std::unordered_multimap<std::size_t, Number> by_hash_;
    std::unordered_map<std::uint64_t, Number> combined_;
    Number same_;
};

} // namespace tsunagi::analysis
