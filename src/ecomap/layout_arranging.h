#pragma once

#include <cstddef>
#include <vector>

#include "ecomap/layout_network.h"

namespace tsunagi::ecomap {

// The first step of looking for places: from what is wished for each party to where it stands.

[[nodiscard]] inline float squared(float x) { return x * x; }

enum class Region { client, home, above, below, left, right };

[[nodiscard]] inline bool is_side(Region region) { return region == Region::left || region == Region::right; }
[[nodiscard]] inline bool is_row(Region region) { return region == Region::above || region == Region::below; }

/// Where one party is wanted: on a lane of its region (for the household: at a place around the client), and where
/// along the lane.
struct Wish {
    int lane = 0;
    float along = 0.0F;
};

struct Plan {
    std::vector<Wish> wishes;  ///< by party
    std::vector<float> bulges; ///< by link
};

class Places {
  public:
    explicit Places(const Network &network);

    [[nodiscard]] Region region(std::size_t party) const { return regions_[party]; }
    [[nodiscard]] const Rect &footprint(std::size_t party) const { return footprints_[party]; }
    [[nodiscard]] std::size_t size() const { return regions_.size(); }
    [[nodiscard]] std::vector<std::size_t> members(Region region) const;

    /// Writes the parties' centres; returns how much too near neighbours on a lane are to each other.
    float arrange(const Plan &plan, std::vector<Point> &places);

  private:
    [[nodiscard]] Region region_of(const PlacedParty &party, std::size_t index) const;
    [[nodiscard]] Point around_client(std::size_t party, int place) const;
    bool take_lane(const Plan &plan, Region region, int lane);
    void spread(const Plan &plan, bool is_row);

    // Neighbours on a lane that are pushed together.
    struct Block {
        float sum = 0.0F;
        float count = 0.0F;
        [[nodiscard]] float mean() const { return sum / count; }
    };

    const Network &network_;
    std::vector<Rect> footprints_;
    std::vector<Region> regions_;
    float home_pitch_ = 64.0F;
    float home_height_ = 0.0F;
    float crowding_ = 0.0F;
    std::vector<std::size_t> order_;
    std::vector<float> spread_;
    std::vector<float> shifts_;
    std::vector<Block> blocks_;
};

} // namespace tsunagi::ecomap
