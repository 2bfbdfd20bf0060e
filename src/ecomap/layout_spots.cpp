#include "ecomap/layout_spots.h"

#include <algorithm>
#include <cmath>

namespace tsunagi::ecomap {

namespace {

using model::PartyKind;

constexpr float kAir = 26.0F;         // around everybody: a tie fits through
constexpr float kStep = 20.0F;        // from ring to ring
constexpr float kNearest = 150.0F;    // room for a tie between the client and whoever is not at home
constexpr float kTurn = 0.2617994F;   // a twelfth of a half circle
constexpr int kTurns = 5;             // to either side: less than a right angle, else it would be another kind's side
constexpr float kFarthest = 20000.0F; // beyond what any drawing fills

bool is_at_home(PartyKind kind) { return kind == PartyKind::client || kind == PartyKind::household; }

float angle_of(PartyKind kind) {
    constexpr float kQuarter = 1.5707963F;
    switch (kind) {
    case PartyKind::agency: return 0.0F;
    case PartyKind::inhouse: return kQuarter * 2.0F;
    case PartyKind::family: return -kQuarter;
    case PartyKind::client:
    case PartyKind::household:
    case PartyKind::friend_: break;
    }
    return kQuarter;
}

bool is_free(const PlacedParty &party, Point at, const std::vector<PlacedParty> &standing) {
    const Rect room = party.footprint().moved(at - party.centre).grown(kAir);
    return std::none_of(standing.begin(), standing.end(),
                        [&](const PlacedParty &each) { return room.overlaps(each.footprint()); });
}

} // namespace

Point free_spot(const PlacedParty &party, const std::vector<PlacedParty> &standing) {
    const auto client = std::find_if(standing.begin(), standing.end(),
                                     [](const PlacedParty &each) { return each.kind == PartyKind::client; });
    const Point middle = client == standing.end() ? Point{} : client->centre;
    const float straight = angle_of(party.kind);
    for (float radius = is_at_home(party.kind) ? kStep : kNearest; radius < kFarthest; radius += kStep) {
        for (int turn = 0; turn <= kTurns * 2; ++turn) {
            const auto steps = static_cast<float>((turn + 1) / 2) * (turn % 2 == 0 ? 1.0F : -1.0F);
            const float angle = straight + steps * kTurn;
            const Point at = middle + Point{std::cos(angle) * radius, std::sin(angle) * radius};
            if (is_free(party, at, standing)) return at;
        }
    }
    return middle;
}

} // namespace tsunagi::ecomap
