#include "ecomap/layout.h"

#include <algorithm>
#include <limits>

#include "ecomap/layout_marks.h"
#include "ecomap/layout_network.h"
#include "ecomap/layout_places.h"
#include "ecomap/layout_routes.h"
#include "ecomap/layout_spots.h"

namespace tsunagi::ecomap {

namespace {

constexpr float kHeading = 22.0F;
constexpr float kMargin = 12.0F;

// ---- The network ----------------------------------------------------------------------------------------------------

std::size_t index_of(const std::vector<PlacedParty> &parties, const model::PartyId &id) {
    for (std::size_t i = 0; i < parties.size(); ++i)
        if (parties[i].id == id) return i;
    return kNobody;
}

bool is_at_home(const PlacedParty &party) {
    return party.kind == model::PartyKind::client || party.kind == model::PartyKind::household;
}

float closeness_of(const model::Tie &tie) {
    float closeness = 1.0F;
    if (tie.status == model::TieStatus::active) closeness += 1.0F;
    if (tie.status == model::TieStatus::broken) closeness += 0.5F;
    if (tie.strength == model::TieStrength::strong) closeness += 1.0F;
    if (tie.strength == model::TieStrength::normal) closeness += 0.5F;
    return closeness;
}

Network network_of(const std::vector<model::Party> &parties, const std::vector<model::Tie> &ties) {
    Network network;
    for (const model::Party &party : parties) {
        if (party.kind == model::PartyKind::client && network.client == kNobody)
            network.client = network.parties.size();
        network.parties.push_back(mark_of(party));
    }
    network.closeness.assign(parties.size(), 0.0F);
    for (std::size_t t = 0; t < ties.size(); ++t) {
        Link link;
        link.from = index_of(network.parties, ties[t].from);
        link.to = index_of(network.parties, ties[t].to);
        link.tie = t;
        if (link.from == kNobody || link.to == kNobody || link.from == link.to) continue;
        const float closeness = closeness_of(ties[t]);
        if (is_at_home(network.parties[link.from])) network.closeness[link.to] += closeness;
        if (is_at_home(network.parties[link.to])) network.closeness[link.from] += closeness;
        link.weight = 0.6F + 0.4F * closeness;
        network.links.push_back(link);
    }
    return network;
}

// ---- Zones ----------------------------------------------------------------------------------------------------------

template <class Belongs>
Rect around(const std::vector<PlacedParty> &parties, float padding, float above, const Belongs &belongs) {
    Rect all;
    bool is_first = true;
    for (const PlacedParty &party : parties) {
        if (!belongs(party)) continue;
        all = is_first ? party.footprint() : united(all, party.footprint());
        is_first = false;
    }
    if (is_first) return {};
    all = all.grown(padding);
    all.min.y -= above;
    return all;
}

void draw_zones(Layout &layout) {
    const auto of_kind = [](model::PartyKind kind) {
        return [kind](const PlacedParty &party) { return party.kind == kind; };
    };
    layout.home = around(layout.parties, kHomePadding, 0.0F, is_at_home);
    layout.inhouse = around(layout.parties, kZonePadding, kHeading, of_kind(model::PartyKind::inhouse));
    layout.outside = around(layout.parties, kZonePadding, kHeading, of_kind(model::PartyKind::agency));
    Rect all = around(layout.parties, 0.0F, 0.0F, [](const PlacedParty &) { return true; });
    for (const Rect &zone : {layout.home, layout.inhouse, layout.outside})
        if (zone.width() > 0.0F) all = united(all, zone);
    for (const Route &route : layout.ties)
        for (const Point &p : points_of(route.line))
            all = united(all, rect_around(p, 2.0F * kTieReach, 2.0F * kTieReach));
    layout.bounds = all.grown(kMargin);
}

// ---- Layouts --------------------------------------------------------------------------------------------------------

Layout layout_of(const Network &network, const std::vector<model::Tie> &ties, const std::vector<Arc> &lines,
                 const std::vector<float> &tags) {
    Layout layout;
    layout.parties = network.parties;
    for (std::size_t k = 0; k < network.links.size(); ++k) {
        const model::Tie &tie = ties[network.links[k].tie];
        layout.ties.push_back({tie.id, tie.from, tie.to, lines[k], tags[k]});
    }
    draw_zones(layout);
    return layout;
}

void stand(Network &network, const std::vector<Point> &places) {
    for (std::size_t i = 0; i < places.size(); ++i) network.parties[i].move_to(places[i]);
}

} // namespace

Rect PlacedParty::footprint() const {
    Rect all = lines.empty() ? mark : united(mark, name);
    return kind == model::PartyKind::client ? all : united(all, tag);
}

void PlacedParty::move_to(Point to) {
    const Point by = to - centre;
    centre = to;
    mark = mark.moved(by);
    name = name.moved(by);
    tag = tag.moved(by);
}

const PlacedParty *Layout::find(const model::PartyId &party) const {
    const std::size_t index = index_of(parties, party);
    return index == kNobody ? nullptr : &parties[index];
}

const Route *Layout::find(const model::TieId &tie) const {
    const auto found = std::find_if(ties.begin(), ties.end(), [&](const Route &route) { return route.id == tie; });
    return found == ties.end() ? nullptr : &*found;
}

Layout put_by_hand(Layout layout, const std::map<model::PartyId, Point> &moved) {
    if (moved.empty()) return layout;
    Network network;
    std::vector<Rect> put;
    for (PlacedParty &party : layout.parties) {
        const auto place = moved.find(party.id);
        if (place != moved.end()) {
            party.move_to(place->second);
            put.push_back(party.footprint().grown(kTieReach));
        }
    }
    network.parties = layout.parties;
    std::vector<const Arc *> kept;
    std::vector<float> wished;
    for (const Route &route : layout.ties) {
        Link link;
        link.from = index_of(network.parties, route.from);
        link.to = index_of(network.parties, route.to);
        network.links.push_back(link);
        const bool is_own = moved.count(route.from) != 0 || moved.count(route.to) != 0;
        const bool is_over =
            std::any_of(put.begin(), put.end(), [&](const Rect &rect) { return touches(route.line, rect); });
        kept.push_back(is_own || is_over ? nullptr : &route.line);
        wished.push_back(route.tag_at);
    }
    const std::vector<Arc> lines = find_routes(network, kept).lines;
    const std::vector<float> tags = find_tags(network, lines, wished).shares;
    for (std::size_t t = 0; t < layout.ties.size(); ++t) {
        layout.ties[t].line = lines[t];
        layout.ties[t].tag_at = tags[t];
    }
    draw_zones(layout);
    return layout;
}

Layout lay_out(const std::vector<model::Party> &parties, const std::vector<model::Tie> &ties,
               const std::map<model::PartyId, Point> &moved) {
    Network network = network_of(parties, ties);
    Layout best;
    float lowest = std::numeric_limits<float>::max();
    for (const std::vector<Point> &places : find_places(network)) {
        stand(network, places);
        const Routing routing = find_routes(network);
        const Tags tags = find_tags(network, routing.lines);
        Layout layout = layout_of(network, ties, routing.lines, tags.shares);
        const float cost = routing.cost + tags.cost + smallness_cost(layout.bounds);
        if (cost >= lowest) continue;
        lowest = cost;
        best = std::move(layout);
    }
    return put_by_hand(std::move(best), moved);
}

Layout lay_out_drawing(const std::vector<model::Party> &parties, const std::vector<model::Tie> &ties,
                       const std::map<model::PartyId, Point> &places) {
    Network network = network_of(parties, ties);
    std::vector<PlacedParty> standing;
    for (PlacedParty &party : network.parties) {
        const auto place = places.find(party.id);
        if (place == places.end()) continue;
        party.move_to(place->second);
        standing.push_back(party);
    }
    if (standing.empty()) return lay_out(parties, ties);
    for (PlacedParty &party : network.parties) {
        if (places.count(party.id) != 0) continue;
        party.move_to(free_spot(party, standing));
        standing.push_back(party);
    }
    const std::vector<Arc> lines = find_routes(network).lines;
    return layout_of(network, ties, lines, find_tags(network, lines).shares);
}

} // namespace tsunagi::ecomap
