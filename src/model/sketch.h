#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/result.h"
#include "model/scenario.h"

namespace tsunagi::model {

/// An eco-map that somebody has drawn as an exercise. There is always exactly one client, and at most one tie between
/// the same two.
struct Sketch {
    SketchId id;
    std::string title;
    std::optional<ScenarioId> scenario; ///< the training case it is about
    std::vector<Party> parties;
    std::vector<Tie> ties;
    std::map<PartyId, MapPlace> places; ///< where everybody stands; whoever is missing is placed by the program
    int revision = 0;                   ///< as it was read from the store or last saved; 0: not saved yet
    std::int64_t updated_at = 0;        ///< seconds since 1970-01-01 UTC
};

inline constexpr std::size_t kMostSketchParties = 40;
inline constexpr std::size_t kMostSketchTies = 80;
inline constexpr std::size_t kLongestSketchName = 40; ///< code points, of a party
inline constexpr std::size_t kLongestSketchTitle = 60;
inline constexpr std::size_t kLongestSketchAge = 8; ///< what fits into a mark
inline constexpr double kFarthestSketchPlace =
    4000.0; ///< units from the origin; pictures stay of a size that can be drawn

/// A drawing with only the client.
[[nodiscard]] Sketch new_sketch(std::string title, const std::string &client_label);

[[nodiscard]] const Party *find_party(const Sketch &sketch, const PartyId &party);
[[nodiscard]] const Tie *find_tie(const Sketch &sketch, const TieId &tie);
/// The tie between two parties, whichever way round; null when there is none.
[[nodiscard]] const Tie *tie_between(const Sketch &sketch, const PartyId &one, const PartyId &other);
/// A party whose sex and age are drawn: of the family.
[[nodiscard]] bool has_genogram_mark(PartyKind kind);
/// Whole units within what a picture can hold; what is no number becomes 0.
[[nodiscard]] MapPlace held_place(MapPlace place);
/// A name as it is kept: without white space at its ends, on one line and cut to so many code points.
[[nodiscard]] std::string held_name(std::string_view name, std::size_t limit);

// What can be done to a drawing.

struct RenameSketch {
    std::string title;
};
struct AddParty {
    Party party; ///< its id is chosen
};
struct EditParty {
    Party party; ///< by its id
};
struct RemoveParty {
    PartyId party; ///< goes with its ties
};
struct AddTie {
    Tie tie; ///< its id is chosen
};
struct EditTie {
    Tie tie; ///< by its id; stays between the same two
};
struct RemoveTie {
    TieId tie;
};
struct PlaceParty {
    PartyId party;
    MapPlace place;
};
/// Everybody goes where the program would put them.
struct ForgetPlaces {};

using SketchEdit =
    std::variant<RenameSketch, AddParty, EditParty, RemoveParty, AddTie, EditTie, RemoveTie, PlaceParty, ForgetPlaces>;

/// The drawing with the edit done; what is added comes last. Errors: "sketch-name" (there is no name),
/// "sketch-parties" and "sketch-ties" (as many as there can be), "sketch-client" (there is one client, who stays),
/// "sketch-tie-self", "sketch-tie-twice" (these two have a tie already), "sketch-unknown" (no such party or tie).
[[nodiscard]] base::Result<Sketch> edited(Sketch sketch, const SketchEdit &edit);

} // namespace tsunagi::model
