#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "ecomap/layout_arranging.h"

namespace tsunagi::ecomap {

// The second step of looking for places: what a plan costs, and quickly what one that differs a little does.

/// A link as the search sees it: a line of one or four pieces.
struct Track {
    static constexpr std::size_t kCorners = 5;
    std::array<Point, kCorners> points;
    std::size_t count = 2;
    Rect box;
    Point heading_from;
    Point heading_to;
};

struct Assessment {
    std::vector<Point> places;
    std::vector<Track> tracks;
    std::vector<float> pairs;  ///< links x links, where the first is less
    std::vector<float> blocks; ///< links x parties
    std::vector<float> links;
    float shape = 0.0F;
    float cost = 0.0F;
};

class Costs {
  public:
    Costs(const Network &network, const Places &places);

    [[nodiscard]] Assessment assess(const Plan &plan, const std::vector<Point> &at, float crowding);

    /// Works out anew what has changed with the places. False, and half done, once it is clear that it costs more than
    /// `limit`.
    bool reassess(const Plan &plan, const std::vector<Point> &at, float crowding, float limit, Assessment &a);
    /// Likewise with the bulge of one link.
    bool reassess(const Plan &plan, std::size_t bent, float limit, Assessment &a);

  private:
    void add_new(std::size_t t);
    bool renew(const Plan &plan, float crowding, float limit, Assessment &a);
    template <class Pair, class Block>
    void for_changed(Assessment &a, const Pair &pair, const Block &block) const;

    [[nodiscard]] float link_cost(std::size_t t, float bulge, const Assessment &a) const;
    [[nodiscard]] float block_cost(std::size_t t, std::size_t party, const Assessment &a) const;
    [[nodiscard]] float pair_cost(std::size_t t, std::size_t u, const Assessment &a) const;
    [[nodiscard]] float shape_cost(const Plan &plan, const std::vector<Point> &at) const;

    const Network &network_;
    const Places &places_;
    std::vector<char> has_moved_;
    std::vector<char> is_new_;
    std::vector<std::size_t> new_;
};

} // namespace tsunagi::ecomap
