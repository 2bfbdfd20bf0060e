#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "model/ids.h"
#include "model/vocabulary.h"

namespace tsunagi::model {

struct Condition;

struct Always {};
struct AllOf {
    std::vector<Condition> parts;
};
struct AnyOf {
    std::vector<Condition> parts;
};
struct NotOf {
    std::vector<Condition> part; ///< exactly one
};
struct FactKnown {
    FactId fact;
};
struct FlagIsSet {
    FlagId flag;
};
struct OptionTaken {
    SceneId scene;
    OptionId option;
};
struct CountTaken {
    std::vector<OptionTaken> options;
    int at_least = 0;
};
struct MarkIs {
    SceneId scene;
    RowId row;
    ColumnId column;
    std::vector<Mark> marks;
};
struct OrderedBefore {
    SceneId scene;
    OptionId before;
    OptionId after;
};
struct SceneVisited {
    SceneId scene;
};
struct GaugeWithin {
    Gauge gauge = Gauge::trust;
    std::optional<int> at_least;
    std::optional<int> at_most;
};
struct MonthsWithin {
    std::optional<int> at_least;
    std::optional<int> at_most;
};
struct TieIs {
    TieId tie;
    std::variant<TieStrength, TieStatus, bool> state; ///< bool: stress
};

/// The small condition language of a scenario (docs/SCENARIO_FORMAT.md, section 10).
struct Condition {
    std::variant<Always, AllOf, AnyOf, NotOf, FactKnown, FlagIsSet, OptionTaken, CountTaken, MarkIs, OrderedBefore,
                 SceneVisited, GaugeWithin, MonthsWithin, TieIs>
        node;

    [[nodiscard]] bool is_always() const { return std::holds_alternative<Always>(node); }
};

struct LearnFact {
    FactId fact;
};
struct SetFlag {
    FlagId flag;
    bool value = true;
};
struct MoveGauge {
    Gauge gauge = Gauge::trust;
    int add = 0;
    std::string because;
};
struct AdvanceMonths {
    int months = 0;
};
struct ChangeTie {
    TieId tie;
    std::optional<TieStrength> strength;
    std::optional<TieStatus> status;
    std::optional<bool> stress;
    std::optional<TieFlow> flow;
    std::string because;
};

using Effect = std::variant<LearnFact, SetFlag, MoveGauge, AdvanceMonths, ChangeTie>;
using Effects = std::vector<Effect>;

} // namespace tsunagi::model
