#pragma once

#include <cstddef>
#include <cstdint>
#include <variant>
#include <vector>

#include "model/scenario.h"

namespace tsunagi::analysis {

// A decision consists of parts, each with a few alternatives that are counted (decision 0012).

/// The choice of one. Alternatives: the options in the case's order.
struct ChoicePart {};
/// One item of a choice of many. Alternatives: kItemTaken, kItemLeft.
struct ItemPart {
    const model::Option *item = nullptr;
};
inline constexpr std::size_t kItemTaken = 0;
inline constexpr std::size_t kItemLeft = 1;
/// One place of a grid. Alternatives: cell_marks of its kind.
struct CellPart {
    const model::GridRow *row = nullptr;
    const model::GridColumn *column = nullptr;
};
/// Two steps of an order. Alternatives: kFirstBefore, kSecondBefore.
struct PairPart {
    const model::OrderStep *first = nullptr;
    const model::OrderStep *second = nullptr;
};
inline constexpr std::size_t kFirstBefore = 0;
inline constexpr std::size_t kSecondBefore = 1;

struct PartShape {
    std::variant<ChoicePart, ItemPart, CellPart, PairPart> subject;
    std::size_t alternatives = 0;
};

/// The parts of what a scene asks, in the case's order (cells row by row); none for a scene that is read.
[[nodiscard]] std::vector<PartShape> parts_of(const model::Interaction &interaction);

/// The marks a cell can hold, the empty one last: three for role splits, four for sharing, where a place may stay open.
[[nodiscard]] std::vector<model::Mark> cell_marks(model::GridKind kind);
/// The place of a mark in cell_marks; as many as there are marks when it is of the other kind of grid.
[[nodiscard]] std::size_t mark_index(model::GridKind kind, model::Mark mark);
/// The alternative that means "left alone": item not taken, cell empty. As many as there are alternatives where a part
/// has none.
[[nodiscard]] std::size_t left_alone(const PartShape &part);

/// Which alternative an answer takes of every part.
using TakenAlternatives = std::vector<std::uint16_t>;

/// Reads an answer into `taken`, one entry for each part. False, and nothing to rely on in `taken`, when the answer is
/// none to this scene: of another kind, with ids or marks the scene does not know, twice the same, steps missing.
[[nodiscard]] bool read_answer(const model::Interaction &interaction, const model::Answer &answer,
                               TakenAlternatives &taken);

} // namespace tsunagi::analysis
