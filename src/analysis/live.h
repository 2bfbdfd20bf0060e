#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "analysis/compiled_condition.h"
#include "analysis/state_code.h"

namespace tsunagi::analysis {

/// What of the state something later can still tell apart, at one moment of the story: bits that are read, and the
/// limits that gauges and adders will be compared with, moved back over every effect in between. Two states that agree
/// on this have the same future: the same answers on offer, the same scenes, the same credit.
class Live {
  public:
    explicit Live(const StateCode &code);

    void add_reading(const CompiledCondition &condition);
    void join(const Live &other);
    /// What is live before `change` when `this` is live after it.
    [[nodiscard]] Live before(const Change &change) const;

    /// Replaces what is not live by one value for all: dead bits by 0, gauges and adders by the lowest value that no
    /// limit tells from their own.
    void project(const StateCode &code, Word *state) const;
    /// The same for a change whose outcome will be projected.
    void project(Change &change) const;
    /// Lets a change leave alone what is not live after it.
    void forget_dead(Change &change) const;
    /// What holds for every gauge's value; makes project() quick. Call when nothing more is added.
    void seal();

  private:
    [[nodiscard]] int lowest_alike(std::size_t adder, int value) const;

    std::vector<Word> bits_;
    std::array<std::uint16_t, kGaugeCount> gauge_limits_{}; ///< bit n: compared with n, 1 to 10
    std::vector<std::vector<int>> adder_limits_;            ///< ascending
    std::array<GaugeMap, kGaugeCount> gauge_maps_{};        ///< after seal()
};

} // namespace tsunagi::analysis
