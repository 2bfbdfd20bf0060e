#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "analysis/region.h"
#include "analysis/state_code.h"

namespace tsunagi::analysis {

enum class Truth { no, yes, open };

/// A condition over packed states.
class CompiledCondition {
  public:
    CompiledCondition(const model::Condition &condition, const StateCode &code);

    [[nodiscard]] bool is_always() const { return nodes_.front().kind == Kind::yes; }

    /// Whether it holds after `change` has been applied to `state`. What of `state` this depends on is taken into
    /// `region`: it comes out the same for every state that stays in there.
    [[nodiscard]] bool holds_after(const Change &change, const StateCode &code, const Word *state,
                                   Region &region) const;

    /// Whether the condition holds after `change`, whatever the state was before: yes, no, or open when it depends on
    /// that state.
    [[nodiscard]] Truth truth_after(const Change &change) const;

    /// What it reads: every bit, and every limit that a gauge or an adder is compared with.
    template <class OnBit, class OnGauge, class OnAdder>
    void for_each_reading(OnBit on_bit, OnGauge on_gauge, OnAdder on_adder) const {
        for (const Node &node : nodes_) {
            if (node.kind == Kind::bit) on_bit(node.index);
            if (node.kind == Kind::gauge_from) on_gauge(static_cast<std::size_t>(node.index), node.limit);
            if (node.kind == Kind::adder_from) on_adder(static_cast<std::size_t>(node.index), node.limit);
        }
    }

    /// True when some comparison with this gauge has come out both ways so far.
    [[nodiscard]] bool has_gauge_mattered(std::size_t gauge) const;

  private:
    enum class Kind { no, yes, all, any, negation, bit, gauge_from, adder_from };
    struct Node {
        Kind kind = Kind::yes;
        int index = 0;                     ///< bit, gauge or adder
        int limit = 0;                     ///< gauge_from, adder_from: holds from this value on
        std::vector<std::size_t> parts;    ///< all, any, negation
        mutable std::uint8_t outcomes = 0; ///< gauge_from: 1 it came out no, 2 it came out yes
    };

    std::size_t add(const model::Condition &condition, const StateCode &code);
    std::size_t add(Node node);
    std::size_t add_gauge(std::size_t gauge, int limit);
    std::size_t add_within(bool is_gauge, std::size_t index, std::optional<int> at_least, std::optional<int> at_most);
    [[nodiscard]] bool holds_after(const Node &node, const Change &change, const StateCode &code,
                                   const Word *state) const;
    void explain(const Node &node, const Change &change, const StateCode &code, const Word *state,
                 Region &region) const;
    [[nodiscard]] Truth truth_after(const Node &node, const Change &change) const;

    std::vector<Node> nodes_; ///< the whole condition first
};

} // namespace tsunagi::analysis
