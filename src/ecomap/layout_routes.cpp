#include "ecomap/layout_routes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "ecomap/curve.h"
#include "ecomap/layout_marks.h"

namespace tsunagi::ecomap {

namespace {

constexpr float kAir = 3.0F;       // between a mark's edge and the end of a tie
constexpr float kClear = 1.0F;     // beyond kTieReach, from everything a tie must not touch
constexpr float kAside = 9.0F;     // how far a tie may aim beside a small figure's centre
constexpr float kShortest = 44.0F; // that shows how a tie is
constexpr std::array<float, 13> kBulges = {0.0F,   -0.07F, 0.07F,  -0.14F, 0.14F,  -0.21F, 0.21F,
                                           -0.28F, 0.28F,  -0.36F, 0.36F,  -0.45F, 0.45F};

// ---- Ways a single tie could take -----------------------------------------------------------------------------------

struct Way {
    Curve line;
    float cost = 0.0F;
};

class Ways {
  public:
    explicit Ways(const Network &network) : network_(network) {
        for (const PlacedParty &party : network.parties) {
            footprints_.push_back(party.footprint());
            const float x =
                std::max(party.centre.x - footprints_.back().min.x, footprints_.back().max.x - party.centre.x);
            const float y =
                std::max(party.centre.y - footprints_.back().min.y, footprints_.back().max.y - party.centre.y);
            radii_.push_back(length_of(Point{x, y}) + kTieReach + kAir);
        }
        if (!footprints_.empty()) bounds_ = footprints_[0];
        for (const Rect &rect : footprints_) bounds_ = united(bounds_, rect);
    }

    // The best ways, at most `most`, the best first.
    [[nodiscard]] std::vector<Way> of(const Link &link, std::size_t most) const {
        std::vector<Way> ways;
        for (const float bulge : kBulges) {
            for (const Point from : aims(link.from)) add(link, from, {}, bulge, ways);
            for (const Point to : aims(link.to))
                if (!(to == Point{})) add(link, {}, to, bulge, ways);
        }
        std::stable_sort(ways.begin(), ways.end(), [](const Way &a, const Way &b) { return a.cost < b.cost; });
        if (ways.size() > most) ways.resize(most);
        return ways;
    }

    [[nodiscard]] const std::vector<Rect> &footprints() const { return footprints_; }

  private:
    // Where a tie heads for, seen from the mark's centre: it need not be the centre, least of all in a wide box.
    [[nodiscard]] std::vector<Point> aims(std::size_t party) const {
        const PlacedParty &placed = network_.parties[party];
        if (placed.is_below) return {{}, {-kAside, 0.0F}, {kAside, 0.0F}, {0.0F, -kAside}, {0.0F, kAside}};
        const float x = placed.mark.width() * 0.3F;
        const float y = placed.mark.height() * 0.25F;
        return {{}, {-x, 0.0F}, {x, 0.0F}, {0.0F, -y}, {0.0F, y}, {-x, y}, {x, y}};
    }

    void add(const Link &link, Point from, Point to, float bulge, std::vector<Way> &ways) const {
        const PlacedParty &a = network_.parties[link.from];
        const PlacedParty &b = network_.parties[link.to];
        const Curve whole(Arc{a.centre + from, b.centre + to, bulge});
        if (whole.length() < 1.0F) return;
        float cost = (8.0F + 0.14F * whole.length()) * bulge * bulge + (from == to ? 0.0F : 1.5F);
        const float begin = exit_of(whole, link.from, false, cost);
        const float end = 1.0F - exit_of(whole, link.to, true, cost);
        // Marks that touch leave no room: a short piece in the middle is better than none.
        const float middle = std::clamp((begin + end) * 0.5F, 0.05F, 0.95F);
        const bool is_there = end - begin > 0.02F;
        ways.push_back({Curve(whole.part(is_there ? begin : middle - 0.01F, is_there ? end : middle + 0.01F)), cost});
        Way &way = ways.back();
        way.cost += own_cost(link, way.line) + (is_there ? 0.0F : 500.0F);
    }

    // The share of the line, from one end, at which it last leaves the mark, its name and its tag.
    [[nodiscard]] float exit_of(const Curve &line, std::size_t party, bool is_backwards, float &cost) const {
        const PlacedParty &placed = network_.parties[party];
        const Rect name = placed.name.grown(kTieReach + kClear);
        const Rect tag = placed.tag.grown(kTieReach + kClear);
        const bool has_tag = placed.kind != model::PartyKind::client;
        const auto at = [&](float share) { return line.at(is_backwards ? 1.0F - share : share); };
        const auto leaves = [&](auto &&is_inside) {
            constexpr float kStep = 6.0F;
            const int steps = static_cast<int>(std::min(line.length(), radii_[party] * 1.3F) / kStep) + 1;
            const float share_step = kStep / line.length();
            int last = -1;
            for (int k = steps; k >= 0 && last < 0; --k)
                if (is_inside(at(std::min(1.0F, static_cast<float>(k) * share_step)))) last = k;
            if (last < 0) return 0.0F;
            float inside = std::min(1.0F, static_cast<float>(last) * share_step);
            float outside = std::min(1.0F, inside + share_step);
            for (int k = 0; k < 7; ++k) {
                const float middle = (inside + outside) * 0.5F;
                (is_inside(at(middle)) ? inside : outside) = middle;
            }
            return outside;
        };
        const float mark_exit = leaves([&](Point p) { return distance_to(placed, p) < kAir; });
        float exit = mark_exit;
        if (placed.is_below && !placed.lines.empty()) {
            exit = std::max(exit, leaves([&](Point p) { return name.contains(p); }));
            cost += (exit - mark_exit) * line.length() * 0.2F;
        }
        if (has_tag) {
            const float tag_exit = leaves([&](Point p) { return tag.contains(p); });
            if (tag_exit > exit) {
                cost += 4.0F + (tag_exit - exit) * line.length() * 1.5F;
                exit = tag_exit;
            }
        }
        return exit;
    }

    [[nodiscard]] float own_cost(const Link &link, const Curve &line) const {
        float cost = 0.02F * line.length() + std::max(0.0F, kShortest - line.length()) * 4.0F;
        for (std::size_t i = 0; i < footprints_.size(); ++i) {
            if (link.ends_at(i)) continue;
            const Rect kept_free = footprints_[i].grown(kTieReach + kClear);
            if (!line.touches(kept_free)) continue;
            // The nearer to the middle, the worse: a way out of the rectangle is to be found.
            cost += 200.0F + std::max(0.0F, radii_[i] - line.distance(footprints_[i].centre()));
        }
        const Rect &box = line.box();
        const float beyond = std::max({0.0F, bounds_.min.x - box.min.x, box.max.x - bounds_.max.x,
                                       bounds_.min.y - box.min.y, box.max.y - bounds_.max.y});
        return cost + 0.6F * beyond;
    }

    const Network &network_;
    std::vector<Rect> footprints_;
    std::vector<float> radii_;
    Rect bounds_;
};

// ---- Ties among each other ------------------------------------------------------------------------------------------

float crossing_cost(const Curve &a, const Curve &b) {
    Point points[2];
    const int count = crossings_of(a, b, points);
    float cost = 0.0F;
    for (int i = 0; i < count; ++i) {
        const float sine = std::abs(dot(turned(a.heading(points[i])), b.heading(points[i])));
        cost += 20.0F + std::max(0.0F, 0.6F - sine) * 20.0F;
    }
    return cost;
}

// What it costs that points of one line come near to the other.
float closeness_cost(const Curve &a, const Curve &b, const std::vector<Point> &shared) {
    constexpr float kNear = 13.0F;
    constexpr int kSamples = 9;
    const Rect near = b.box().grown(kNear);
    if (!near.overlaps(a.box().grown(0.5F))) return 0.0F;
    float cost = 0.0F;
    for (int k = 0; k <= kSamples; ++k) {
        const Point p = a.at(static_cast<float>(k) / static_cast<float>(kSamples));
        if (!near.contains(p)) continue;
        const float distance = b.distance(p);
        if (distance >= kNear) continue;
        // Ties of one party begin near each other.
        bool is_excused = false;
        for (const Point &end : shared) is_excused = is_excused || length_of(p - end) < 62.0F;
        cost += (1.0F - distance / kNear) * (is_excused ? 0.6F : 4.0F);
    }
    return cost;
}

// A short line has few places for a word; what the other line takes of them.
float plate_cost(const Curve &line, const Curve &other) {
    constexpr float kShort = 120.0F;
    float cost = 0.0F;
    if (line.length() > kShort) return cost;
    for (const float share : {0.35F, 0.5F, 0.65F})
        if (other.touches(rect_around(line.at(share), kTagWidth, kTagHeight).grown(kTieReach))) cost += 3.0F;
    return cost;
}

class Choice {
  public:
    Choice(const Network &network, const std::vector<std::vector<Way>> &ways, std::vector<bool> is_free)
        : network_(network), ways_(ways), is_free_(std::move(is_free)), chosen_(ways.size(), 0) {
        std::size_t count = 0;
        for (const std::vector<Way> &of_link : ways) {
            first_.push_back(count);
            count += of_link.size();
        }
        stride_ = count;
        pairs_.assign(count * count, -1.0F);
    }

    void improve() {
        descend();
        float best = total();
        std::vector<std::size_t> kept = chosen_;
        std::vector<std::size_t> free;
        for (std::size_t t = 0; t < ways_.size(); ++t)
            if (is_free_[t]) free.push_back(t);
        if (free.size() < 2) return;
        Dice dice(29);
        const int kicks = ways_.size() > 60 ? 2 : 14;
        for (int kick = 0; kick < kicks; ++kick) {
            for (int k = 0; k < 3; ++k) {
                const std::size_t t = free[dice.index(free.size())];
                chosen_[t] = dice.index(std::min<std::size_t>(ways_[t].size(), 8));
            }
            descend();
            const float cost = total();
            if (cost < best - 0.01F) {
                best = cost;
                kept = chosen_;
            } else {
                chosen_ = kept;
            }
        }
    }

    [[nodiscard]] std::size_t chosen(std::size_t link) const { return chosen_[link]; }
    float total() {
        float cost = 0.0F;
        for (std::size_t t = 0; t < ways_.size(); ++t) {
            cost += ways_[t][chosen_[t]].cost;
            for (std::size_t u = t + 1; u < ways_.size(); ++u) cost += pair(t, chosen_[t], u, chosen_[u]);
        }
        return cost;
    }

  private:
    void descend() {
        bool is_better = true;
        for (int sweep = 0; is_better && sweep < 8; ++sweep) {
            is_better = false;
            for (std::size_t t = 0; t < ways_.size(); ++t) {
                if (!is_free_[t]) continue;
                std::size_t best = chosen_[t];
                float lowest = cost_of(t, best, std::numeric_limits<float>::max()) - 0.01F;
                for (std::size_t w = 0; w < ways_[t].size(); ++w) {
                    if (w == chosen_[t] || ways_[t][w].cost >= lowest) continue;
                    const float cost = cost_of(t, w, lowest);
                    if (cost < lowest) {
                        lowest = cost;
                        best = w;
                    }
                }
                is_better = is_better || best != chosen_[t];
                chosen_[t] = best;
            }
        }
    }

    float cost_of(std::size_t t, std::size_t w, float limit) {
        float cost = ways_[t][w].cost;
        for (std::size_t u = 0; u < ways_.size() && cost < limit; ++u)
            if (u != t) cost += pair(t, w, u, chosen_[u]);
        return cost;
    }

    float pair(std::size_t t, std::size_t w, std::size_t u, std::size_t v) {
        if (t > u) return pair(u, v, t, w);
        float &known = pairs_[(first_[t] + w) * stride_ + first_[u] + v];
        if (known >= 0.0F) return known;
        const Curve &a = ways_[t][w].line;
        const Curve &b = ways_[u][v].line;
        std::vector<Point> shared;
        for (const std::size_t end : {network_.links[t].from, network_.links[t].to})
            if (network_.links[u].ends_at(end)) shared.push_back(network_.parties[end].centre);
        known = crossing_cost(a, b) + closeness_cost(a, b, shared) + closeness_cost(b, a, shared) + plate_cost(a, b) +
                plate_cost(b, a);
        return known;
    }

    const Network &network_;
    const std::vector<std::vector<Way>> &ways_;
    std::vector<bool> is_free_;
    std::vector<std::size_t> chosen_;
    std::vector<std::size_t> first_;
    std::size_t stride_ = 0;
    std::vector<float> pairs_;
};

} // namespace

Routing find_routes(const Network &network, const std::vector<const Arc *> &kept) {
    const Ways possible(network);
    const std::size_t most = network.links.size() > 60 ? 8 : 24;
    std::vector<std::vector<Way>> ways;
    std::vector<bool> is_free;
    for (std::size_t t = 0; t < network.links.size(); ++t) {
        const Arc *line = kept.empty() ? nullptr : kept[t];
        is_free.push_back(line == nullptr);
        ways.push_back(line == nullptr ? possible.of(network.links[t], most) : std::vector<Way>{{Curve(*line), 0.0F}});
        // Two parties put by hand on the very same spot.
        if (ways.back().empty()) {
            const Point at = network.parties[network.links[t].from].centre;
            ways.back().push_back({Curve(Arc{at, at, 0.0F}), 0.0F});
        }
    }
    Choice choice(network, ways, is_free);
    choice.improve();
    Routing routing;
    for (std::size_t t = 0; t < ways.size(); ++t) routing.lines.push_back(ways[t][choice.chosen(t)].line.arc());
    routing.cost = choice.total();
    return routing;
}

Tags find_tags(const Network &network, const std::vector<Arc> &lines, const std::vector<float> &wished) {
    constexpr float kPlateAir = 2.0F;
    std::vector<Curve> curves;
    for (const Arc &line : lines) curves.emplace_back(line);
    std::vector<Rect> footprints;
    for (const PlacedParty &party : network.parties) footprints.push_back(party.footprint());
    std::vector<Rect> plates;
    Tags tags;
    for (std::size_t t = 0; t < curves.size(); ++t) {
        float best = 0.5F;
        float lowest = std::numeric_limits<float>::max();
        const auto consider = [&](float share) {
            const Rect plate = rect_around(curves[t].at(share), kTagWidth, kTagHeight).grown(kPlateAir);
            float cost = std::abs(share - 0.5F);
            for (const Rect &rect : footprints) cost += rect.overlaps(plate) ? 20.0F : 0.0F;
            for (const Rect &rect : plates) cost += rect.overlaps(plate) ? 1.5F : 0.0F;
            for (std::size_t u = 0; u < curves.size(); ++u)
                if (u != t && curves[u].touches(plate.grown(kTieReach))) cost += 8.0F;
            if (cost < lowest) {
                lowest = cost;
                best = share;
            }
        };
        if (!wished.empty()) consider(wished[t]);
        if (wished.empty() || lowest > 1.0F)
            for (int k = 0; k <= 28; ++k) consider(0.15F + 0.025F * static_cast<float>(k));
        tags.shares.push_back(best);
        tags.cost += lowest;
        plates.push_back(rect_around(curves[t].at(best), kTagWidth, kTagHeight));
    }
    return tags;
}

} // namespace tsunagi::ecomap
