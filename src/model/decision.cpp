#include "model/decision.h"

#include <algorithm>

namespace tsunagi::model {

const Decision *find_decision(const std::vector<Decision> &decisions, const SceneId &scene) {
    const auto found =
        std::find_if(decisions.begin(), decisions.end(), [&](const Decision &each) { return each.scene == scene; });
    return found == decisions.end() ? nullptr : &*found;
}

Mark mark_at(const GridAnswer &answer, GridKind kind, const RowId &row, const ColumnId &column) {
    const auto found = std::find_if(answer.marks.begin(), answer.marks.end(), [&](const PlacedMark &placed) {
        return placed.row == row && placed.column == column;
    });
    return found == answer.marks.end() ? empty_mark(kind) : found->mark;
}

} // namespace tsunagi::model
