#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "model/sketch.h"
#include "view/ecomap_view.h"

namespace tsunagi::view {

// ---- the list ------------------------------------------------------------------------------------------------------

/// A drawing as the shell knows it from the store.
struct SketchInfo {
    model::SketchId id;
    std::string title;
    std::string updated_label; ///< local date and time
};

struct SketchRow {
    model::SketchId id;
    std::string title;
    std::string updated; ///< when it was last changed
    std::string ask;     ///< whether it is really to be deleted
};

struct SketchCase {
    model::ScenarioId id;
    std::string title;
};

struct SketchListView {
    std::vector<SketchRow> rows;
    std::vector<SketchCase> cases; ///< that one can begin from
};

[[nodiscard]] SketchListView sketch_list_view(const std::vector<SketchInfo> &sketches,
                                              const std::vector<const model::Scenario *> &cases,
                                              const i18n::Texts &texts);

// ---- one drawing ---------------------------------------------------------------------------------------------------

/// Something to choose from.
template <class Enum>
struct SketchChoice {
    Enum value{};
    std::string word; ///< in ids
    std::string text;
};

/// A drawing with all that the screen says of it.
struct SketchView {
    model::Sketch sketch;
    EcoMapView map;                                     ///< `other` is the case's own at its beginning
    std::shared_ptr<const ecomap::Layout> other_layout; ///< where everybody stands there
    std::vector<SketchChoice<model::PartyKind>> kinds;  ///< all but the client
    std::vector<SketchChoice<model::TieStrength>> strengths;
    std::vector<SketchChoice<model::TieStatus>> statuses;
    std::map<model::TieId, std::vector<SketchChoice<model::TieFlow>>> flows;
    std::string about;        ///< which case it is about; empty for none
    std::string parties_left; ///< how many there are of how many
    std::string ties_left;
    bool can_add_party = true;
    bool can_add_tie = true;
    bool can_undo = false;
    bool can_compare = false;
    bool is_comparing = false;
    bool has_conflict = false; ///< another program has saved it since
};

/// How a drawing stands beside what it holds.
struct SketchState {
    bool can_undo = false;
    bool has_conflict = false;
    bool is_comparing = false;
};

/// `scenario`: the training case it is about, null for none; `case_layout`: of its own map, needed while comparing.
[[nodiscard]] SketchView sketch_view(const model::Sketch &sketch, const std::shared_ptr<const ecomap::Layout> &layout,
                                     const SketchState &state, const model::Scenario *scenario,
                                     const std::shared_ptr<const ecomap::Layout> &case_layout,
                                     const i18n::Texts &texts);

/// Who is known at the beginning of a case: what its own map shows there. `layout` is that of the case.
[[nodiscard]] std::vector<model::Party> parties_at_start(const model::Scenario &scenario, const ecomap::Layout &layout);

} // namespace tsunagi::view
