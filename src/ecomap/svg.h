#pragma once

#include <map>
#include <string>

#include "ecomap/picture.h"

namespace tsunagi::ecomap {

/// What an SVG says in words.
struct SvgTexts {
    std::string id;          ///< of the picture: its elements' ids begin with it, so that several fit on one
                             ///< page; letters, digits and hyphens
    std::string language;    ///< BCP 47: "ja", "en"
    std::string title;       ///< what it is
    std::string description; ///< what is to be seen, for who does not see it
    std::map<model::PartyId, std::string> parties; ///< a sentence about each, shown beside the pointer
    std::map<model::TieId, std::string> ties;      ///< likewise
};

/// The picture as an SVG document that stands alone in a file and also inside an HTML page: nothing is loaded from
/// elsewhere, text is text. One unit is one px. The same picture and texts give the same bytes.
[[nodiscard]] std::string svg_of(const Picture &picture, const Inks &inks, const SvgTexts &texts);

} // namespace tsunagi::ecomap
