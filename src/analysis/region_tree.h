#pragma once

#include <cstdint>
#include <vector>

#include "analysis/region.h"

namespace tsunagi::analysis {

/// The regions of one scene's states found so far, each with its node, as a tree of questions about the state.
class RegionTree {
  public:
    struct Found {
        std::uint32_t node = 0;
        const Region *region = nullptr;
    };

    /// The region that the state lies in; region is null when none is known.
    [[nodiscard]] Found find(const StateCode &code, const Word *state) const;
    /// Adds a region around a state that find() did not find.
    void add(const StateCode &code, const Word *state, std::uint32_t node, const Region &region);

    [[nodiscard]] std::size_t size() const { return leaves_.size(); }

  private:
    enum class Ask : std::uint8_t { bit, gauge_from, adder_from };
    /// Where a branch leads: a question, or, negative, a leaf; or nowhere yet.
    using Branch = std::int32_t;
    static constexpr Branch kEmpty = INT32_MAX;
    struct Question {
        Ask ask = Ask::bit;
        int index = 0;
        int limit = 0;
        Branch no = kEmpty;
        Branch yes = kEmpty;
    };
    struct Leaf {
        std::uint32_t node = 0;
        Region region;
    };
    [[nodiscard]] static bool answer(const Question &question, const StateCode &code, const Word *state);

    Branch root_ = kEmpty;
    std::vector<Question> questions_;
    std::vector<Leaf> leaves_;
};

} // namespace tsunagi::analysis
