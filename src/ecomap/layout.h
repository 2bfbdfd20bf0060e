#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "ecomap/geometry.h"
#include "model/scenario.h"

namespace tsunagi::ecomap {

/// How somebody is drawn. Household and family whose sex is known by the marks of a genogram, all others as boxes whose
/// shape tells what they are: no kind is told by its colour alone.
enum class MarkShape {
    square,  ///< male: the age stands inside, the name below
    circle,  ///< female: likewise
    diamond, ///< household without a known sex: likewise
    plain,   ///< family without a genogram mark: a box with sharp corners, the name inside
    rounded, ///< in-house team: a box with rounded corners
    capsule, ///< agencies outside the hospital: half-circles at both ends
    cut      ///< friends and neighbours: a box with cut corners
};

/// Where one party stands.
struct PlacedParty {
    model::PartyId id;
    model::PartyKind kind = model::PartyKind::agency;
    MarkShape shape = MarkShape::rounded;
    Point centre; ///< of the mark
    Rect mark;    ///< the figure itself
    Rect name;    ///< what the name's lines take: inside the mark or below it
    Rect tag;     ///< room for a short word at the mark's upper left edge (agencies: right), kept free for all but the
                  ///< client
    std::vector<std::string> lines; ///< the name
    std::string inside;             ///< the age, in genogram marks
    bool is_below = false;          ///< the name stands below the mark

    /// All that nothing else may cover: mark, name and tag.
    [[nodiscard]] Rect footprint() const;
    void move_to(Point centre);
};

/// The way a tie takes from edge to edge.
struct Route {
    model::TieId id;
    model::PartyId from;
    model::PartyId to;
    Arc line;
    float tag_at = 0.5F; ///< share of the length at which a short word about the tie hides nothing else
};

/// Where everybody stands, and how the ties run. Made from all parties and ties that a case may ever show, so that it
/// stays as it is whatever changes.
struct Layout {
    std::vector<PlacedParty> parties; ///< in the order of the case
    std::vector<Route> ties;          ///< in the order of the case; ties of unknown parties left out
    Rect home;                        ///< around the client and the household
    Rect inhouse;                     ///< around the in-house team; empty (no area) where there is none
    Rect outside;                     ///< around the agencies; likewise
    Rect bounds;                      ///< around all of it, with a margin

    [[nodiscard]] const PlacedParty *find(const model::PartyId &party) const;
    [[nodiscard]] const Route *find(const model::TieId &tie) const;
};

/// Font sizes, in units.
inline constexpr float kNameSize = 16.0F;
inline constexpr float kAgeSize = 14.0F;
inline constexpr float kTagSize = 12.0F;
/// Size of the plate that carries a short word ("planned") on a tie or at a mark.
inline constexpr float kTagWidth = 34.0F;
inline constexpr float kTagHeight = 16.0F;
/// A tie's widest drawing (a zigzag laid over, arrow heads, a break) keeps within this distance of its line.
inline constexpr float kTieReach = 7.0F;

/// Client and household in the centre, family above, friends below, the in-house team on the left and agencies on the
/// right, those with more to do with client and household nearer to the centre (two rings a side). Ties bend where a
/// straight one would run over somebody. Deterministic: the same parties and ties give the same layout.
/// `moved`: centres of parties that were put somewhere by hand; all others stay where they are without it.
/// More than a few dozen parties still get a place of their own each; ties may then cross names.
[[nodiscard]] Layout lay_out(const std::vector<model::Party> &parties, const std::vector<model::Tie> &ties,
                             const std::map<model::PartyId, Point> &moved = {});

/// The same as `lay_out` with `moved`, from what it returns without: quick enough for every step of a drag.
[[nodiscard]] Layout put_by_hand(Layout layout, const std::map<model::PartyId, Point> &moved);

/// For a drawing that grows: whoever has a place in `places` stands there, and whoever has none comes to stand where
/// nobody else does, so that nothing moves by itself. Takes no search. Where nobody has a place: `lay_out`.
[[nodiscard]] Layout lay_out_drawing(const std::vector<model::Party> &parties, const std::vector<model::Tie> &ties,
                                     const std::map<model::PartyId, Point> &places);

/// The width of a line of text in the program's font (fixed pitch: full-width characters one em, others half).
[[nodiscard]] float text_width(std::string_view text, float size);

} // namespace tsunagi::ecomap
