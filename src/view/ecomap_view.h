#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "ecomap/picture.h"
#include "engine/tie_course.h"
#include "i18n/texts.h"

namespace tsunagi::view {

/// A tie in words.
struct EcoTieView {
    model::TieId id;
    std::string who;         ///< "Aさん — 保健師"
    std::string strength;    ///< the word of its strength; of its status where it is not active
    std::string stress;      ///< that there is stress, or that there is none
    std::string flow;        ///< who gives to whom, or that nothing flows
    std::string since;       ///< "3か月後", or that it was so from the beginning
    std::string because;     ///< why it became so; empty from the beginning
    std::string decision;    ///< title of the scene whose decision made it so; empty from the beginning
    int played = -1;         ///< that decision: index into Progress::played; -1 from the beginning
    bool is_changed = false; ///< at the moment shown, or it differs from the map beside it
    std::string told;        ///< all of it in a few sentences
};

/// A party in words.
struct EcoPartyView {
    model::PartyId id;
    std::string label;
    std::string kind; ///< "院外"
    std::string role;
    bool is_planned = false;
    std::vector<std::string> ties; ///< what there is between this party and others, in words
    std::string told;              ///< all of it in a few sentences
};

/// The map at one moment, as picture and as words.
struct EcoMoment {
    std::string heading;              ///< which moment: "3か月後・受診に同行する前に"
    std::string summary;              ///< how many parties and ties, how many of them strained, broken, planned
    std::string changes_heading;      ///< what the lines below are; empty where there are none
    std::vector<std::string> changes; ///< what has just changed, and why; or what differs from the map beside it
    ecomap::Picture picture;
    std::vector<EcoTieView> ties;
    std::vector<EcoPartyView> parties; ///< who is to be seen
};

/// A moment that the scrubber stops at.
struct EcoStep {
    std::size_t moment = 0; ///< index into the course
    int month = 0;
    std::string label;       ///< as EcoMoment::heading
    std::string month_label; ///< "3か月後"; empty where it is the month of the step before
    int changes = 0;         ///< how many ties changed
};

/// What is shown beside the map, or before it.
enum class EcoMode { one, since_start, with_handbook };

struct EcoMapView {
    model::ScenarioId scenario;
    std::string case_title;
    bool has_handbook = false; ///< the handbook team's map may be looked at: the story is over
    EcoMode mode = EcoMode::one;
    std::shared_ptr<const ecomap::Layout> layout;
    std::vector<EcoStep> steps;
    std::size_t step = 0; ///< the one shown
    EcoMoment moment;
    std::string heading;            ///< of the map shown: which moment, and whose where that is a question
    std::string other_heading;      ///< of the one beside it
    std::optional<EcoMoment> other; ///< beside it, on the left: the beginning, or the handbook team's; the ties that
                                    ///< stand otherwise in it are pointed out in `moment`
    std::uint64_t serial = 0; ///< set by the shell, another one for each view: renderers keep what they made of it
};

/// What there is to choose from before a map is made.
struct EcoMapRequest {
    EcoMode mode = EcoMode::one;
    std::optional<std::size_t> step;  ///< nothing: the last one
    bool holds_handbook_back = false; ///< a workshop has not revealed its results yet
};

/// The map of a session as far as it has come. `layout` is that of the scenario (ecomap::lay_out), with what was moved
/// by hand. The handbook team's map is made only when the story is over; it is shown at the same month, and at its end
/// beside one's own end.
[[nodiscard]] EcoMapView ecomap_view(const engine::Progress &progress,
                                     const std::shared_ptr<const ecomap::Layout> &layout, const EcoMapRequest &request,
                                     const i18n::Texts &texts);

/// How the network stands at one moment of a course (an index into it), with what has just changed pointed out.
[[nodiscard]] EcoMoment eco_moment(const engine::Progress &progress, const std::vector<engine::TieMoment> &course,
                                   std::size_t moment, const ecomap::Layout &layout, const i18n::Texts &texts);

/// The words of pictures and of their legend.
[[nodiscard]] ecomap::PictureWords picture_words(const i18n::Texts &texts);
[[nodiscard]] ecomap::LegendWords legend_words(const i18n::Texts &texts);

/// One tie as it stands, without its history; for a drawing that has none.
[[nodiscard]] EcoTieView eco_tie_view(const model::Tie &tie, const model::TieState &state,
                                      const std::vector<model::Party> &parties, const i18n::Texts &texts);
/// One party with its ties in words.
[[nodiscard]] EcoPartyView eco_party_view(const model::Party &party, bool is_planned,
                                          const std::vector<model::Tie> &all_ties, const std::vector<EcoTieView> &ties,
                                          const i18n::Texts &texts);
/// How many parties and ties there are, and how many of them strained, broken or planned.
[[nodiscard]] std::string eco_summary(std::size_t parties, const std::vector<model::TieState> &ties,
                                      const i18n::Texts &texts);

} // namespace tsunagi::view
