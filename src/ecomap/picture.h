#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "ecomap/layout.h"

namespace tsunagi::ecomap {

// What is to be drawn, for every renderer alike: the GPU's, Dear ImGui's draw list, SVG and PNG. Order: paper, zones,
// halos, strokes, marks, labels.

/// What a colour is for.
enum class Ink {
    paper,
    zone_home,
    zone_side, ///< behind the in-house team and behind the agencies
    zone_border,
    mark_client,
    mark_home,
    mark_inhouse,
    mark_agency,
    mark_friend,
    mark_border,
    line,
    planned, ///< planned ties and parties
    stress,
    text,
    muted,
    changed ///< the halo around what has changed
};
inline constexpr std::size_t kInkCount = 16;
/// 0xRRGGBBAA each, by Ink.
using Inks = std::array<std::uint32_t, kInkCount>;
[[nodiscard]] inline std::uint32_t ink_of(const Inks &inks, Ink ink) { return inks[static_cast<std::size_t>(ink)]; }
/// For paper and files, whatever theme the window has.
[[nodiscard]] const Inks &print_inks();

struct Zone {
    Rect rect;
    float radius = 0.0F;
    Ink fill = Ink::zone_side;
    bool is_dashed = false; ///< its border
};

enum class StrokeKind { solid, dashed, hollow };

/// A tie as it stands.
struct Stroke {
    model::TieId tie;
    Arc line;
    float width = 0.0F; ///< of the line itself, in units; a hollow one measures this from outer edge to outer edge
    StrokeKind kind = StrokeKind::solid;
    bool has_zigzag = false;
    bool is_cut = false;     ///< a double slash through its middle
    bool points_a = false;   ///< an arrow head at line.a
    bool points_b = false;   ///< and at line.b
    bool is_changed = false; ///< a halo along it
    float gap_at = 0.0F;     ///< share of the length at which the line is interrupted for a word
    float gap = 0.0F;        ///< and how long that is, in units; 0: it is not
    Ink ink = Ink::line;
};

/// A party as it stands.
struct Mark {
    model::PartyId party;
    MarkShape shape = MarkShape::rounded;
    Rect rect;
    Ink fill = Ink::mark_agency;
    Ink border = Ink::mark_border;
    float border_width = 1.5F;
    bool is_doubled = false; ///< a second outline inside: the client
    bool is_changed = false; ///< a halo around it
};

struct Label {
    Point centre;
    float size = kNameSize;
    std::string text;
    Ink ink = Ink::text;
    bool is_bold = false;
    bool has_plate = false; ///< paper behind it, with a border in its ink: kTagWidth x kTagHeight or as wide as needed
};

struct Picture {
    Rect bounds;
    std::vector<Zone> zones;
    std::vector<Stroke> strokes;
    std::vector<Mark> marks;
    std::vector<Label> labels;
};

/// How all ties stand at one moment of a case.
struct Stage {
    std::map<model::TieId, model::TieState> ties;
    std::set<model::TieId> changed;    ///< to be pointed out
    std::set<model::PartyId> appeared; ///< likewise: who has just come into view
};

/// The words a picture needs, in the reader's language.
struct PictureWords {
    std::string planned;
    std::string home;
    std::string inhouse;
    std::string outside;
};

/// Who and what is to be seen at a stage: the client, the household, who has no ties at all in the case, and everybody
/// with a tie that is not hidden.
[[nodiscard]] bool is_shown(const model::PartyId &party, const Layout &layout, const Stage &stage);
/// Everybody shown whose ties are all planned: the party is planned too.
[[nodiscard]] bool is_planned(const model::PartyId &party, const Layout &layout, const Stage &stage);

/// The eco-map at a stage. Ties without a state in `stage` are left out.
[[nodiscard]] Picture picture_of(const Layout &layout, const Stage &stage, const PictureWords &words);

/// Words of the legend, by what they explain.
struct LegendWords {
    std::string strong, normal, weak, stress, broken, planned, flow, changed;
    std::string client, male, female, unknown, inhouse, agency, friends, relatives, planned_party;
};
/// The legend as a picture of its own, in as many columns as fit into `width` units.
[[nodiscard]] Picture legend_of(const LegendWords &words, float width);

/// `below` set under `above`, left edges aligned, with `gap` units between.
[[nodiscard]] Picture stacked(Picture above, const Picture &below, float gap);
/// `right` set beside `left`, upper edges aligned.
[[nodiscard]] Picture beside(Picture left, const Picture &right, float gap);

} // namespace tsunagi::ecomap
