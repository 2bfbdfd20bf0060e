#pragma once

#include <cstdint>
#include <vector>

#include "analysis/region.h"

namespace tsunagi::analysis {

/// The regions of one scene's states found so far, each with its node, as a tree of questions about the state.
class RegionTree {
  public:
    explicit RegionTree(const StateCode &code);

    struct Found {
        std::uint32_t node = 0;
        const Word *region = nullptr; ///< its words; null when no region holds the state
    };
    /// May miss a region that holds the state: it is hung where the state it is around leads, and a question there may
    /// be about something the region leaves open.
    [[nodiscard]] Found find(const Word *state) const;
    /// The same without a miss, by looking through all regions where find() finds none.
    [[nodiscard]] Found search(const StateCode &code, const Word *state) const;
    /// Adds a region around a state that find() did not find.
    void add(const Word *state, std::uint32_t node, const Region &region);

    [[nodiscard]] std::size_t size() const { return nodes_.size(); }

  private:
    /// Where a branch leads: to a question, or, negative, to a region; or nowhere yet.
    using Branch = std::int32_t;
    static constexpr Branch kEmpty = INT32_MAX;
    /// Whether a part of the state - a bit, a gauge, an adder - has this value or more.
    struct Question {
        std::uint16_t word = 0;
        std::uint8_t shift = 0;
        std::uint8_t width = 0;
        std::int32_t limit = 0;
        Branch no = kEmpty;
        Branch yes = kEmpty;

        [[nodiscard]] bool is_yes(const Word *state) const {
            return static_cast<std::int32_t>((state[word] >> shift) & ((Word{1} << width) - 1)) >= limit;
        }
    };
    struct Part {
        std::size_t bit = 0; ///< its place in the state, counted in bits
        std::uint8_t width = 0;
        Region::Span wanted;
        Region::Span settled;
    };
    [[nodiscard]] std::vector<Part> parts_of(const Region &region) const;

    std::size_t bit_words_;
    std::size_t adders_;
    std::size_t region_words_;
    std::size_t state_words_;
    Branch root_ = kEmpty;
    std::vector<Question> questions_;
    std::vector<std::uint32_t> nodes_; ///< of every region
    std::vector<Word> regions_;
    std::vector<Word> states_; ///< that the regions are around
};

} // namespace tsunagi::analysis
