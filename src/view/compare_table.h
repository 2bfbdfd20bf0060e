#pragma once

#include <string>
#include <vector>

#include "i18n/texts.h"
#include "view/review_material.h"

namespace tsunagi::view {

struct CompareColumn {
    enum class Kind {
        voice, ///< a group, a member of a panel
        share, ///< all of a profession
        other, ///< the handbook's team, the team decision, the panel
        place  ///< a column of the grid that was filled in
    };
    std::string over; ///< what columns beside each other have in common; may be empty
    std::string name;
    Kind kind = Kind::voice;
};

struct CompareCell {
    std::string text;
    std::string below;  ///< smaller, under it: the handbook's and the team's mark
    std::string tip;    ///< who; may be empty
    float depth = 0.0F; ///< 0 to 1: how deep the colour is. Says nothing that the text does not say
};

struct CompareRow {
    std::string text;
    std::vector<CompareCell> cells; ///< one for each column
    std::vector<std::string> notes; ///< "担い手なし：…"
};

/// A decision as a table: what could be chosen downwards, who chose it across.
struct CompareTable {
    std::string corner;
    std::string legend; ///< what stands in the cells
    std::vector<CompareColumn> columns;
    std::vector<CompareRow> rows;
};

/// Columns: up to kVoicesInTable voices by profession, each profession's share, the handbook's team, the team decision
/// and the panel's credit where there is any. Of a grid its own columns, with how many placed which mark.
[[nodiscard]] CompareTable compare_table(const ReviewMaterial &material, const analysis::DecisionComparison &compared,
                                         const i18n::Texts &texts);

/// How often each mark was placed: "主2 補1"; nothing where nobody placed one.
[[nodiscard]] std::string marks_text(const analysis::ComparedPart &part, model::GridKind kind,
                                     const i18n::Texts &texts);

} // namespace tsunagi::view
