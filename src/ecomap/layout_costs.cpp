#include "ecomap/layout_costs.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace tsunagi::ecomap {

namespace {

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

Track track_of(const Link &link, float bulge, const std::vector<Point> &at) {
    Track track;
    const Point a = at[link.from];
    const Point b = at[link.to];
    const Point chord = b - a;
    if (bulge == 0.0F) {
        track.points[0] = a;
        track.points[1] = b;
    } else {
        track.count = Track::kCorners;
        for (std::size_t k = 0; k < Track::kCorners; ++k) {
            const float share = static_cast<float>(k) / static_cast<float>(Track::kCorners - 1);
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

// Two pieces that meet at a party both belong to.
bool touches_end(const Track &p, std::size_t i, const Track &q, std::size_t j) {
    return p.points[i] == q.points[j] || p.points[i] == q.points[j + 1] || p.points[i + 1] == q.points[j] ||
           p.points[i + 1] == q.points[j + 1];
}

} // namespace

Costs::Costs(const Network &network, const Places &places) : network_(network), places_(places) {
    has_moved_.resize(network.parties.size());
    is_new_.resize(network.links.size());
}

Assessment Costs::assess(const Plan &plan, const std::vector<Point> &at, float crowding) {
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

bool Costs::reassess(const Plan &plan, const std::vector<Point> &at, float crowding, float limit, Assessment &a) {
    for (std::size_t i = 0; i < at.size(); ++i) has_moved_[i] = !(a.places[i] == at[i]);
    a.places = at;
    for (std::size_t t = 0; t < network_.links.size(); ++t)
        if (has_moved_[network_.links[t].from] || has_moved_[network_.links[t].to]) add_new(t);
    return renew(plan, crowding, limit, a);
}

bool Costs::reassess(const Plan &plan, std::size_t bent, float limit, Assessment &a) {
    has_moved_.assign(has_moved_.size(), false);
    add_new(bent);
    return renew(plan, -1.0F, limit, a);
}

void Costs::add_new(std::size_t t) {
    is_new_[t] = true;
    new_.push_back(t);
}

template <class Pair, class Block>
void Costs::for_changed(Assessment &a, const Pair &pair, const Block &block) const {
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

// What it cost before is taken off first, so that the sum only grows from there and can be given up early.
bool Costs::renew(const Plan &plan, float crowding, float limit, Assessment &a) {
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

float Costs::link_cost(std::size_t t, float bulge, const Assessment &a) const {
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

float Costs::block_cost(std::size_t t, std::size_t party, const Assessment &a) const {
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

float Costs::pair_cost(std::size_t t, std::size_t u, const Assessment &a) const {
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

float Costs::shape_cost(const Plan &plan, const std::vector<Point> &at) const {
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

} // namespace tsunagi::ecomap
