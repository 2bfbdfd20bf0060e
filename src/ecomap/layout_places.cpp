#include "ecomap/layout_places.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

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

constexpr std::array<float, 7> kBulges = {0.0F, -0.12F, 0.12F, -0.25F, 0.25F, -0.4F, 0.4F};

enum class Region { client, home, above, below, left, right };

// Where one party is wanted: on a lane of its region (for the household: at a place around the client), and where along
// the lane.
struct Wish {
    int lane = 0;
    float along = 0.0F;
};

struct Plan {
    std::vector<Wish> wishes;  // by party
    std::vector<float> bulges; // by link
};

bool is_side(Region region) { return region == Region::left || region == Region::right; }
bool is_row(Region region) { return region == Region::above || region == Region::below; }

float squared(float x) { return x * x; }

// ---- From wishes to places ------------------------------------------------------------------------------------------

class Places {
  public:
    explicit Places(const Network &network) : network_(network) {
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

    [[nodiscard]] Region region(std::size_t party) const { return regions_[party]; }
    [[nodiscard]] const Rect &footprint(std::size_t party) const { return footprints_[party]; }
    [[nodiscard]] std::size_t size() const { return regions_.size(); }
    [[nodiscard]] std::vector<std::size_t> members(Region region) const {
        std::vector<std::size_t> found;
        for (std::size_t i = 0; i < regions_.size(); ++i)
            if (regions_[i] == region) found.push_back(i);
        return found;
    }

    // Writes the parties' centres; returns how much too near neighbours on a lane are to each other.
    float arrange(const Plan &plan, std::vector<Point> &places) {
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

  private:
    [[nodiscard]] Region region_of(const PlacedParty &party, std::size_t index) const {
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
    [[nodiscard]] Point around_client(std::size_t party, int place) const {
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
    bool take_lane(const Plan &plan, Region region, int lane) {
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
    void spread(const Plan &plan, bool is_row) {
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

// ---- What a plan costs ----------------------------------------------------------------------------------------------

float cross(Point a, Point b) { return a.x * b.y - a.y * b.x; }

bool segments_cross(Point a, Point b, Point c, Point d) {
    const Point p = b - a;
    const Point q = d - c;
    const float side_c = cross(p, c - a);
    const float side_d = cross(p, d - a);
    if ((side_c > 0.0F) == (side_d > 0.0F)) return false;
    return (cross(q, a - c) > 0.0F) != (cross(q, b - c) > 0.0F);
}

// The length of the segment inside the rectangle.
float length_inside(Point a, Point b, const Rect &rect) {
    float from = 0.0F;
    float to = 1.0F;
    const Point step = b - a;
    const auto cut = [&](float start, float by, float low, float high) {
        if (std::abs(by) < 1e-6F) return start >= low && start <= high;
        float first = (low - start) / by;
        float last = (high - start) / by;
        if (first > last) std::swap(first, last);
        from = std::max(from, first);
        to = std::min(to, last);
        return from < to;
    };
    if (!cut(a.x, step.x, rect.min.x, rect.max.x) || !cut(a.y, step.y, rect.min.y, rect.max.y)) return 0.0F;
    return (to - from) * length_of(step);
}

constexpr std::size_t kCorners = 5;

// A link as the search sees it: a line of one or four pieces.
struct Track {
    std::array<Point, kCorners> points;
    std::size_t count = 2;
    Rect box;
    Point heading_from;
    Point heading_to;
};

struct Assessment {
    std::vector<Point> places;
    std::vector<Track> tracks;
    std::vector<float> pairs;  // links x links, where the first is less
    std::vector<float> blocks; // links x parties
    std::vector<float> links;
    float shape = 0.0F;
    float cost = 0.0F;
};

class Costs {
  public:
    Costs(const Network &network, const Places &places) : network_(network), places_(places) {
        has_moved_.resize(network.parties.size());
        is_new_.resize(network.links.size());
    }

    [[nodiscard]] Assessment assess(const Plan &plan, const std::vector<Point> &at, float crowding) {
        const std::size_t links = network_.links.size();
        Assessment a;
        a.tracks.resize(links);
        a.pairs.resize(links * links);
        a.blocks.resize(links * network_.parties.size());
        a.links.resize(links);
        a.places = at;
        has_moved_.assign(has_moved_.size(), true);
        for (std::size_t t = 0; t < links; ++t) add_new(t);
        (void)renew(plan, crowding, std::numeric_limits<float>::max(), a);
        return a;
    }

    // Works out anew what has changed with the places. False, and half done, once it is clear that it costs more than
    // `limit`.
    bool reassess(const Plan &plan, const std::vector<Point> &at, float crowding, float limit, Assessment &a) {
        for (std::size_t i = 0; i < at.size(); ++i) has_moved_[i] = !(a.places[i] == at[i]);
        a.places = at;
        for (std::size_t t = 0; t < network_.links.size(); ++t)
            if (has_moved_[network_.links[t].from] || has_moved_[network_.links[t].to]) add_new(t);
        return renew(plan, crowding, limit, a);
    }
    // Likewise with the bulge of one link.
    bool reassess(const Plan &plan, std::size_t bent, float limit, Assessment &a) {
        has_moved_.assign(has_moved_.size(), false);
        add_new(bent);
        return renew(plan, -1.0F, limit, a);
    }

  private:
    void add_new(std::size_t t) {
        is_new_[t] = true;
        new_.push_back(t);
    }

    // What it cost before is taken off first, so that the sum only grows from there and can be given up early.
    bool renew(const Plan &plan, float crowding, float limit, Assessment &a) {
        float cost = a.cost;
        for_changed(
            a, [&](std::size_t, std::size_t, float &pair) { cost -= pair; },
            [&](std::size_t, std::size_t, float &block) { cost -= block; });
        for (const std::size_t t : new_) cost -= a.links[t];
        if (crowding >= 0.0F) {
            cost -= a.shape;
            a.shape = shape_cost(plan, a.places) + 0.3F * crowding;
            cost += a.shape;
        }
        for (const std::size_t t : new_) {
            a.tracks[t] = track_of(network_.links[t], plan.bulges[t], a.places);
            a.links[t] = link_cost(t, plan.bulges[t], a);
            cost += a.links[t];
        }
        if (cost <= limit)
            for_changed(
                a,
                [&](std::size_t t, std::size_t u, float &pair) {
                    if (cost > limit) return;
                    pair = pair_cost(t, u, a);
                    cost += pair;
                },
                [&](std::size_t t, std::size_t party, float &block) {
                    if (cost > limit) return;
                    block = block_cost(t, party, a);
                    cost += block;
                });
        for (const std::size_t t : new_) is_new_[t] = false;
        new_.clear();
        a.cost = cost;
        return cost <= limit;
    }

    template <class Pair, class Block>
    void for_changed(Assessment &a, const Pair &pair, const Block &block) const {
        const std::size_t parties = network_.parties.size();
        const std::size_t links = network_.links.size();
        for (const std::size_t t : new_) {
            for (std::size_t i = 0; i < parties; ++i) block(t, i, a.blocks[t * parties + i]);
            for (std::size_t u = 0; u < t; ++u)
                if (!is_new_[u]) pair(u, t, a.pairs[u * links + t]);
            for (std::size_t u = t + 1; u < links; ++u) pair(t, u, a.pairs[t * links + u]);
        }
        for (std::size_t i = 0; i < parties; ++i) {
            if (!has_moved_[i]) continue;
            for (std::size_t t = 0; t < links; ++t)
                if (!is_new_[t]) block(t, i, a.blocks[t * parties + i]);
        }
    }

    static Track track_of(const Link &link, float bulge, const std::vector<Point> &at) {
        Track track;
        const Point a = at[link.from];
        const Point b = at[link.to];
        const Point chord = b - a;
        if (bulge == 0.0F) {
            track.points[0] = a;
            track.points[1] = b;
        } else {
            track.count = kCorners;
            for (std::size_t k = 0; k < kCorners; ++k) {
                const float share = static_cast<float>(k) / static_cast<float>(kCorners - 1);
                track.points[k] = a + chord * share + turned(chord) * (bulge * (1.0F - squared(2.0F * share - 1.0F)));
            }
        }
        track.box = {a, a};
        for (std::size_t k = 0; k < track.count; ++k) track.box = united(track.box, {track.points[k], track.points[k]});
        const auto unit = [](Point p) { return p * (1.0F / std::max(1.0F, length_of(p))); };
        track.heading_from = unit(track.points[1] - a);
        track.heading_to = unit(track.points[track.count - 2] - b);
        return track;
    }

    [[nodiscard]] float link_cost(std::size_t t, float bulge, const Assessment &a) const {
        const Link &link = network_.links[t];
        const Point chord = a.places[link.to] - a.places[link.from];
        const float length = length_of(chord);
        // What is seen of it: without what lies within the two marks, taken for ellipses.
        const auto within = [&](std::size_t party) {
            const Rect &mark = network_.parties[party].mark;
            const Point unit = chord * (1.0F / std::max(length, 1.0F));
            return 1.0F / std::sqrt(squared(unit.x * 2.0F / mark.width()) + squared(unit.y * 2.0F / mark.height()));
        };
        const float seen = length - within(link.from) - within(link.to);
        // A word on it needs more room beside a figure than below it.
        const float needed = 48.0F + 16.0F * std::abs(chord.x) / std::max(length, 1.0F);
        return 0.03F * link.weight * length + 0.14F * length * bulge * bulge + 0.8F * std::max(0.0F, needed - seen);
    }

    [[nodiscard]] float block_cost(std::size_t t, std::size_t party, const Assessment &a) const {
        const Link &link = network_.links[t];
        const bool is_end = link.ends_at(party);
        const Rect rect = is_end ? network_.parties[party].tag.moved(a.places[party]).grown(kTieReach)
                                 : places_.footprint(party).moved(a.places[party]).grown(kTieReach + 2.0F);
        const Track &track = a.tracks[t];
        if ((is_end && party == network_.client) || !track.box.overlaps(rect)) return 0.0F;
        float inside = 0.0F;
        for (std::size_t k = 0; k + 1 < track.count; ++k)
            inside += length_inside(track.points[k], track.points[k + 1], rect);
        if (inside <= 0.0F) return 0.0F;
        return is_end ? 7.0F : 14.0F + 0.4F * std::min(inside, 80.0F);
    }

    [[nodiscard]] float pair_cost(std::size_t t, std::size_t u, const Assessment &a) const {
        const Link &one = network_.links[t];
        const Link &other = network_.links[u];
        const Track &p = a.tracks[t];
        const Track &q = a.tracks[u];
        float cost = 0.0F;
        for (const std::size_t end : {one.from, one.to}) {
            if (!other.ends_at(end)) continue;
            const Point heading = end == one.from ? p.heading_from : p.heading_to;
            const float cosine = dot(heading, end == other.from ? q.heading_from : q.heading_to);
            if (cosine > 0.97F) cost += (cosine - 0.97F) / 0.03F * 6.0F;
        }
        if (!p.box.overlaps(q.box)) return cost;
        const bool is_shared = other.ends_at(one.from) || other.ends_at(one.to);
        for (std::size_t i = 0; i + 1 < p.count; ++i)
            for (std::size_t j = 0; j + 1 < q.count; ++j) {
                if (is_shared && touches_end(p, i, q, j)) continue;
                if (segments_cross(p.points[i], p.points[i + 1], q.points[j], q.points[j + 1])) cost += 19.0F;
            }
        return cost;
    }

    // Two pieces that meet at a party both belong to.
    static bool touches_end(const Track &p, std::size_t i, const Track &q, std::size_t j) {
        return p.points[i] == q.points[j] || p.points[i] == q.points[j + 1] || p.points[i + 1] == q.points[j] ||
               p.points[i + 1] == q.points[j + 1];
    }

    [[nodiscard]] float shape_cost(const Plan &plan, const std::vector<Point> &at) const {
        if (at.empty()) return 0.0F;
        float cost = 0.0F;
        Rect all = places_.footprint(0).moved(at[0]);
        for (std::size_t i = 0; i < at.size(); ++i) {
            const Rect mine = places_.footprint(i).moved(at[i]);
            all = united(all, mine);
            const Region region = places_.region(i);
            if (is_side(region)) {
                cost += 1.5F * network_.closeness[i] * static_cast<float>(plan.wishes[i].lane);
            } else if (is_row(region)) {
                cost += 0.01F * std::abs(at[i].x) + 20.0F * static_cast<float>(plan.wishes[i].lane);
            }
        }
        cost += 0.03F * (all.width() + all.height()) + smallness_cost(all);
        return cost + 0.04F * std::abs(all.min.y + all.max.y) + 0.03F * std::abs(all.min.x + all.max.x);
    }

    const Network &network_;
    const Places &places_;
    std::vector<char> has_moved_;
    std::vector<char> is_new_;
    std::vector<std::size_t> new_;
};

// ---- Search ---------------------------------------------------------------------------------------------------------

class Search {
  public:
    explicit Search(const Network &network) : network_(network), places_(network), costs_(network, places_) {
        for (std::size_t i = 0; i < places_.size(); ++i)
            if (places_.region(i) != Region::client) movable_.push_back(i);
        for (const Region region : {Region::left, Region::right, Region::above, Region::below}) {
            const std::size_t count = places_.members(region).size();
            const std::size_t fitting = is_side(region) ? 6 : 4;
            lanes_[static_cast<std::size_t>(region)] =
                std::max(is_side(region) ? 2 : 1, static_cast<int>((count + fitting - 1) / fitting));
        }
        slots_ = 6;
        while (slots_ < static_cast<int>(places_.members(Region::home).size())) slots_ += 6;
    }

    struct Finding {
        float cost = std::numeric_limits<float>::max();
        std::vector<Point> places;
    };

    Finding run(std::uint64_t seed, int steps) {
        Dice dice(seed);
        Plan plan = first_plan(dice);
        std::vector<Point> at;
        const float crowding = places_.arrange(plan, at);
        Assessment now = costs_.assess(plan, at, crowding);
        Finding best{now.cost, now.places};
        Plan trial;
        Assessment after;
        for (int step = 0; step < steps; ++step) {
            const float left = 1.0F - static_cast<float>(step) / static_cast<float>(steps);
            const float heat = 14.0F * left * left + 0.05F;
            const float limit = now.cost - heat * std::log(dice.share() + 1e-6F);
            trial = plan;
            after = now;
            const std::size_t bent = change(trial, left, dice);
            bool is_taken = false;
            if (bent == kNobody) {
                const float crowded = places_.arrange(trial, at);
                is_taken = costs_.reassess(trial, at, crowded, limit, after);
            } else {
                is_taken = costs_.reassess(trial, bent, limit, after);
            }
            if (!is_taken) continue;
            std::swap(plan, trial);
            std::swap(now, after);
            settle(plan, now.places);
            if (now.cost < best.cost) best = {now.cost, now.places};
        }
        return best;
    }

    [[nodiscard]] bool has_choice() const { return !movable_.empty(); }

  private:
    [[nodiscard]] int lanes(Region region) const { return lanes_[static_cast<std::size_t>(region)]; }

    // Those with most to do with the client on the inner lanes, spread evenly.
    Plan first_plan(Dice &dice) {
        Plan plan;
        plan.wishes.resize(places_.size());
        plan.bulges.assign(network_.links.size(), 0.0F);
        for (const Region region : {Region::left, Region::right, Region::above, Region::below}) {
            std::vector<std::size_t> members = places_.members(region);
            std::stable_sort(members.begin(), members.end(), [&](std::size_t a, std::size_t b) {
                return network_.closeness[a] > network_.closeness[b];
            });
            const auto count = static_cast<int>(members.size());
            const int used = count <= 3 ? 1 : lanes(region);
            const int fitting = std::max(1, (count + used - 1) / used);
            for (int k = 0; k < count; ++k) {
                Wish &wish = plan.wishes[members[static_cast<std::size_t>(k)]];
                wish.lane = k / fitting;
                wish.along = 150.0F * dice.either_way();
            }
        }
        int place = 0;
        for (const std::size_t i : places_.members(Region::home)) {
            plan.wishes[i].lane = kFirstPlaces[static_cast<std::size_t>(place % 6)] + place / 6 * 6;
            ++place;
        }
        return plan;
    }

    // Changes one thing; the link whose bulge it was, or nobody.
    std::size_t change(Plan &plan, float left, Dice &dice) {
        const float kind = dice.share();
        if (kind < 0.3F && !plan.bulges.empty()) {
            const std::size_t link = dice.index(plan.bulges.size());
            plan.bulges[link] = kBulges[dice.index(kBulges.size())];
            return link;
        }
        const std::size_t party = movable_[dice.index(movable_.size())];
        const Region region = places_.region(party);
        Wish &wish = plan.wishes[party];
        if (region == Region::home) {
            move_home(plan, party, static_cast<int>(dice.index(static_cast<std::size_t>(slots_))));
        } else if (kind < 0.6F) {
            wish.along += dice.either_way() * (12.0F + 70.0F * left);
        } else if (kind < 0.85F) {
            const std::size_t other = movable_[dice.index(movable_.size())];
            if (places_.region(other) == region) std::swap(wish, plan.wishes[other]);
        } else {
            wish.lane = static_cast<int>(dice.index(static_cast<std::size_t>(lanes(region))));
            wish.along = dice.either_way() * 220.0F;
        }
        return kNobody;
    }

    void move_home(Plan &plan, std::size_t party, int place) const {
        for (std::size_t i = 0; i < places_.size(); ++i)
            if (places_.region(i) == Region::home && plan.wishes[i].lane == place)
                plan.wishes[i].lane = plan.wishes[party].lane;
        plan.wishes[party].lane = place;
    }

    // Wishes become what was granted, so that they do not pile up behind each other.
    void settle(Plan &plan, const std::vector<Point> &at) const {
        for (const std::size_t i : movable_) {
            const Region region = places_.region(i);
            if (is_side(region)) plan.wishes[i].along = at[i].y;
            if (is_row(region)) plan.wishes[i].along = at[i].x;
        }
    }

    static constexpr std::array<int, 6> kFirstPlaces = {1, 4, 0, 2, 3, 5};

    const Network &network_;
    Places places_;
    Costs costs_;
    std::vector<std::size_t> movable_;
    std::array<int, 6> lanes_ = {};
    int slots_ = 6;
};

constexpr int kRuns = 7;
constexpr std::size_t kKept = 4; // findings that are worth drawing ties for

int steps_for(const Network &network) {
    const std::size_t links = network.links.size();
    const std::size_t work = 40 + links * (links + network.parties.size());
    return static_cast<int>(std::clamp<std::size_t>(6000000 / work, 400, 8000));
}

} // namespace

std::vector<std::vector<Point>> find_places(const Network &network) {
    Search search(network);
    if (!search.has_choice()) return {std::vector<Point>(network.parties.size())};
    std::vector<Search::Finding> findings;
    for (int run = 0; run < kRuns; ++run)
        findings.push_back(search.run(static_cast<std::uint64_t>(run) * 977U + 17U, steps_for(network)));
    std::stable_sort(findings.begin(), findings.end(), [](const auto &a, const auto &b) { return a.cost < b.cost; });
    findings.resize(kKept);
    std::vector<std::vector<Point>> places;
    for (Search::Finding &finding : findings) places.push_back(std::move(finding.places));
    return places;
}

} // namespace tsunagi::ecomap
