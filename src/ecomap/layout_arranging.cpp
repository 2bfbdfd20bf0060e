#include "ecomap/layout_arranging.h"

#include <algorithm>
#include <cmath>

namespace tsunagi::ecomap {

namespace {

constexpr float kApart = 12.0F;       // between footprints
constexpr float kEasy = 26.0F;        // between footprints of a lane, so that a tie finds its way through
constexpr float kAroundHome = 100.0F; // from home to the lanes at the sides, for ties to be seen
constexpr float kAboveHome = 54.0F;   // and above and below
constexpr float kBetweenLanes = 56.0F;
constexpr float kBetweenRows = 30.0F;
constexpr float kTiedPitch = 106.0F; // of the household where some of it are tied to each other
constexpr float kLaneBend = 22.0F;   // by how much the ends of a lane lie nearer to the centre

} // namespace

Places::Places(const Network &network) : network_(network) {
    for (std::size_t i = 0; i < network.parties.size(); ++i) {
        const PlacedParty &party = network.parties[i];
        footprints_.push_back(party.footprint());
        regions_.push_back(region_of(party, i));
    }
    for (std::size_t i = 0; i < regions_.size(); ++i) {
        if (regions_[i] != Region::home) continue;
        home_pitch_ = std::max(home_pitch_, footprints_[i].width() + kApart);
        home_height_ = std::max(home_height_, footprints_[i].height() + kApart);
    }
    for (const Link &link : network.links)
        if (regions_[link.from] == Region::home && regions_[link.to] == Region::home)
            home_pitch_ = std::max(home_pitch_, kTiedPitch);
    order_.reserve(regions_.size());
}

std::vector<std::size_t> Places::members(Region region) const {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < regions_.size(); ++i)
        if (regions_[i] == region) found.push_back(i);
    return found;
}

float Places::arrange(const Plan &plan, std::vector<Point> &places) {
    crowding_ = 0.0F;
    places.assign(regions_.size(), Point{});
    Rect home = network_.client == kNobody ? Rect{} : footprints_[network_.client];
    for (std::size_t i = 0; i < regions_.size(); ++i) {
        if (regions_[i] != Region::home) continue;
        places[i] = around_client(i, plan.wishes[i].lane);
        home = united(home, footprints_[i].moved(places[i]));
    }
    home = home.grown(kHomePadding);
    float left = home.min.x - kAroundHome;
    float right = home.max.x + kAroundHome;
    for (const Region region : {Region::above, Region::below}) {
        float edge = region == Region::above ? home.min.y - kAboveHome : home.max.y + kAboveHome;
        for (int lane = 0; take_lane(plan, region, lane); ++lane) {
            if (order_.empty()) continue;
            spread(plan, true);
            float depth = 0.0F;
            for (std::size_t k = 0; k < order_.size(); ++k) {
                const std::size_t i = order_[k];
                const float bend = std::min(1.0F, squared(spread_[k] / 200.0F)) * kLaneBend;
                const Rect &foot = footprints_[i];
                places[i].x = spread_[k];
                places[i].y = region == Region::above ? edge - foot.max.y + bend : edge - foot.min.y - bend;
                depth = std::max(depth, foot.height());
                left = std::min(left, spread_[k] + foot.min.x - kApart);
                right = std::max(right, spread_[k] + foot.max.x + kApart);
            }
            edge += (region == Region::above ? -1.0F : 1.0F) * (depth + kBetweenRows + kLaneBend);
        }
    }
    for (const Region region : {Region::left, Region::right}) {
        const float side = region == Region::left ? -1.0F : 1.0F;
        float edge = (region == Region::left ? left : right) + side * (kZonePadding + kLaneBend);
        for (int lane = 0; take_lane(plan, region, lane); ++lane) {
            if (order_.empty()) continue;
            spread(plan, false);
            float wide = 0.0F;
            for (const std::size_t i : order_) wide = std::max(wide, footprints_[i].width());
            for (std::size_t k = 0; k < order_.size(); ++k) {
                const std::size_t i = order_[k];
                const float bend = std::min(1.0F, squared(spread_[k] / 240.0F)) * kLaneBend;
                places[i].x = edge + side * (wide * 0.5F - bend) - footprints_[i].centre().x;
                places[i].y = spread_[k];
            }
            edge += side * (wide + kBetweenLanes);
        }
    }
    return crowding_;
}

Region Places::region_of(const PlacedParty &party, std::size_t index) const {
    if (index == network_.client) return Region::client;
    switch (party.kind) {
    case model::PartyKind::family: return Region::above;
    case model::PartyKind::friend_: return Region::below;
    case model::PartyKind::inhouse: return Region::left;
    case model::PartyKind::agency: return Region::right;
    case model::PartyKind::client:
    case model::PartyKind::household: break;
    }
    return Region::home;
}

// Six places around the client (above and below, none at its sides, where most ties go), then six beyond them.
Point Places::around_client(std::size_t party, int place) const {
    const Rect client = network_.client == kNobody ? Rect{} : footprints_[network_.client];
    const Rect &foot = footprints_[party];
    const int column = place % 3 - 1;
    const bool is_above = place / 3 % 2 == 0;
    const float beyond = static_cast<float>(place / 6) * home_height_;
    const float gap = (column == 0 ? 54.0F : 28.0F) + beyond;
    return {static_cast<float>(column) * home_pitch_,
            is_above ? client.min.y - gap - foot.max.y : client.max.y + gap - foot.min.y};
}

// The parties of a lane, in the order along it; false behind the last lane.
bool Places::take_lane(const Plan &plan, Region region, int lane) {
    order_.clear();
    bool is_there = false;
    for (std::size_t i = 0; i < regions_.size(); ++i) {
        if (regions_[i] != region || plan.wishes[i].lane < lane) continue;
        is_there = true;
        if (plan.wishes[i].lane == lane) order_.push_back(i);
    }
    std::sort(order_.begin(), order_.end(), [&](std::size_t a, std::size_t b) {
        const float at_a = plan.wishes[a].along;
        const float at_b = plan.wishes[b].along;
        return at_a != at_b ? at_a < at_b : a < b;
    });
    return is_there;
}

// As near to the wishes as footprints keeping apart allow (least squares: neighbours that would overlap share the
// push).
void Places::spread(const Plan &plan, bool is_row) {
    spread_.resize(order_.size());
    shifts_.resize(order_.size());
    blocks_.clear();
    float shift = 0.0F;
    for (std::size_t k = 0; k < order_.size(); ++k) {
        const Rect &foot = footprints_[order_[k]];
        if (k > 0) {
            const Rect &before = footprints_[order_[k - 1]];
            shift += is_row ? before.max.x - foot.min.x + kApart : before.max.y - foot.min.y + kApart;
        }
        shifts_[k] = shift;
        blocks_.push_back({plan.wishes[order_[k]].along - shift, 1.0F});
        while (blocks_.size() > 1 && blocks_[blocks_.size() - 2].mean() > blocks_.back().mean()) {
            const Block last = blocks_.back();
            blocks_.pop_back();
            blocks_.back().sum += last.sum;
            blocks_.back().count += last.count;
        }
    }
    std::size_t k = 0;
    for (const Block &block : blocks_)
        for (float c = 0.0F; c < block.count && k < order_.size(); c += 1.0F, ++k)
            spread_[k] = block.mean() + shifts_[k];
    for (k = 1; k < order_.size(); ++k) {
        const float gap = spread_[k] - spread_[k - 1] - (shifts_[k] - shifts_[k - 1]) + kApart;
        crowding_ += std::max(0.0F, kEasy - gap);
    }
}

} // namespace tsunagi::ecomap
