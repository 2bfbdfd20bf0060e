#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "ecomap/layout.h"

namespace tsunagi::ecomap {

// What the layout's steps hand to each other.

constexpr std::size_t kNobody = static_cast<std::size_t>(-1);

inline constexpr float kHomePadding = 8.0F;
inline constexpr float kZonePadding = 10.0F;

/// The larger it is, the smaller everything gets where it is shown.
[[nodiscard]] inline float smallness_cost(const Rect &bounds) {
    constexpr float kAspect = 1.8F; // of the place where it is shown
    return 0.5F * std::max(bounds.width() / kAspect, bounds.height());
}

/// A tie between two parties that there are.
struct Link {
    std::size_t from = 0;
    std::size_t to = 0;
    std::size_t tie = 0; ///< its index in the case
    float weight = 1.0F; ///< how much it counts that it is short
    [[nodiscard]] bool ends_at(std::size_t party) const { return from == party || to == party; }
};

struct Network {
    std::vector<PlacedParty> parties;
    std::vector<Link> links;
    std::size_t client = kNobody;
    /// How much each has to do with client and household.
    std::vector<float> closeness;
};

/// Numbers that are the same on every machine.
class Dice {
  public:
    explicit Dice(std::uint64_t seed) : state_(seed) {}
    /// 0 to `count` - 1.
    std::size_t index(std::size_t count) { return static_cast<std::size_t>(next() % count); }
    /// 0 to 1.
    float share() { return static_cast<float>(next() % 65536U) / 65535.0F; }
    /// -1 to 1.
    float either_way() { return share() * 2.0F - 1.0F; }

  private:
    std::uint32_t next() {
        state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
        return static_cast<std::uint32_t>(state_ >> 33);
    }
    std::uint64_t state_;
};

} // namespace tsunagi::ecomap
