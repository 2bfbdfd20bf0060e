#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace tsunagi::model {

/// Index 0..5 of the six practice points p1..p6 (handbook, 図表9).
using PointIndex = std::size_t;
/// Index 0..23 of a role-table cell: table (cpp, ot) x function (6) x column (strength, team); 図表5 and 図表7.
using CellIndex = std::size_t;

inline constexpr std::size_t kPointCount = 6;
inline constexpr std::size_t kRoleTableCount = 2;
inline constexpr std::size_t kRoleFunctionCount = 6;
inline constexpr std::size_t kRoleColumnCount = 2;
inline constexpr std::size_t kCellCount = kRoleTableCount * kRoleFunctionCount * kRoleColumnCount;

inline constexpr std::array<std::string_view, kRoleTableCount> kRoleTables = {"cpp", "ot"};
inline constexpr std::array<std::string_view, kRoleFunctionCount> kRoleFunctions = {
    "relationship", "assessment", "planning", "coordination", "outreach", "direct"};
inline constexpr std::array<std::string_view, kRoleColumnCount> kRoleColumns = {"strength", "team"};

/// "p1".."p6".
[[nodiscard]] std::string point_id(PointIndex point);
/// "cpp.relationship.strength" …
[[nodiscard]] std::string cell_id(CellIndex cell);
/// The index of "p1".."p6"; nothing for any other text.
[[nodiscard]] std::optional<PointIndex> point_from_id(std::string_view id);
[[nodiscard]] std::optional<CellIndex> cell_from_id(std::string_view id);
[[nodiscard]] constexpr CellIndex cell_index(std::size_t table, std::size_t function, std::size_t column) {
    return (table * kRoleFunctionCount + function) * kRoleColumnCount + column;
}

/// Integer credit on every practice point and every role-table cell. May be negative in a single item;
/// a decision's total is not (see engine/scoring).
struct Credit {
    std::array<int, kPointCount> points{};
    std::array<int, kCellCount> cells{};

    Credit &operator+=(const Credit &other);
    friend Credit operator+(Credit a, const Credit &b) { return a += b; }
    friend bool operator==(const Credit &a, const Credit &b) { return a.points == b.points && a.cells == b.cells; }
    friend bool operator!=(const Credit &a, const Credit &b) { return !(a == b); }

    [[nodiscard]] bool is_zero() const;
    /// The sum over the six practice points: the overall score. Cells do not count twice.
    [[nodiscard]] int overall() const;
};

/// All figures of a credit in one row: the six points, then the 24 cells.
inline constexpr std::size_t kFigureCount = kPointCount + kCellCount;
[[nodiscard]] constexpr int figure(const Credit &credit, std::size_t index) {
    return index < kPointCount ? credit.points[index] : credit.cells[index - kPointCount];
}
[[nodiscard]] constexpr int &figure(Credit &credit, std::size_t index) {
    return index < kPointCount ? credit.points[index] : credit.cells[index - kPointCount];
}

/// Each figure divided by two, rounded toward zero (content checks see to it that halves are whole).
[[nodiscard]] Credit half_of(const Credit &credit);
/// Each figure with its sign turned.
[[nodiscard]] Credit negated(const Credit &credit);
/// Each figure raised to at least 0.
[[nodiscard]] Credit floored_at_zero(const Credit &credit);

} // namespace tsunagi::model
