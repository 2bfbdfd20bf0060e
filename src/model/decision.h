#pragma once

#include <string>
#include <variant>
#include <vector>

#include "model/ids.h"
#include "model/vocabulary.h"

namespace tsunagi::model {

struct ReadAnswer {};

struct OneAnswer {
    OptionId option;
};

struct ManyAnswer {
    std::vector<OptionId> items;
};

struct PlacedMark {
    RowId row;
    ColumnId column;
    Mark mark = Mark::unmarked;
};

/// Marks of a grid. Places not listed hold the grid's empty mark (none for role splits, unmarked for sharing).
struct GridAnswer {
    std::vector<PlacedMark> marks;
};

struct OrderAnswer {
    std::vector<OptionId> steps;
};

using Answer = std::variant<ReadAnswer, OneAnswer, ManyAnswer, GridAnswer, OrderAnswer>;

/// What the learner took at one scene, with why. Ids are stable; positions are never stored.
struct Decision {
    SceneId scene;
    Answer answer;
    std::string rationale;
    int seconds = 0;       ///< time spent on the scene
    bool is_given = false; ///< nobody was asked: a workshop leaves this scene to the handbook's team
};

/// What was decided at a scene, for lists in which each scene stands once: a handbook's course, a team's decisions.
/// Null where nothing was; points into `decisions`.
[[nodiscard]] const Decision *find_decision(const std::vector<Decision> &decisions, const SceneId &scene);

/// The mark an answer holds at a place, or the grid's empty mark.
[[nodiscard]] Mark mark_at(const GridAnswer &answer, GridKind kind, const RowId &row, const ColumnId &column);

} // namespace tsunagi::model
