#include "model/credit.h"

#include <algorithm>
#include <numeric>

namespace tsunagi::model {

namespace {

template <class Change>
Credit changed(Credit credit, Change change) {
    for (int &figure : credit.points) figure = change(figure);
    for (int &figure : credit.cells) figure = change(figure);
    return credit;
}

} // namespace

std::string point_id(PointIndex point) { return "p" + std::to_string(point + 1); }

std::string cell_id(CellIndex cell) {
    const std::size_t column = cell % kRoleColumnCount;
    const std::size_t function = cell / kRoleColumnCount % kRoleFunctionCount;
    const std::size_t table = cell / kRoleColumnCount / kRoleFunctionCount;
    std::string id(kRoleTables[table]);
    id += '.';
    id += kRoleFunctions[function];
    id += '.';
    id += kRoleColumns[column];
    return id;
}

std::optional<PointIndex> point_from_id(std::string_view id) {
    for (PointIndex point = 0; point < kPointCount; ++point)
        if (point_id(point) == id) return point;
    return std::nullopt;
}

std::optional<CellIndex> cell_from_id(std::string_view id) {
    for (CellIndex cell = 0; cell < kCellCount; ++cell)
        if (cell_id(cell) == id) return cell;
    return std::nullopt;
}

Credit &Credit::operator+=(const Credit &other) {
    for (std::size_t i = 0; i < points.size(); ++i) points[i] += other.points[i];
    for (std::size_t i = 0; i < cells.size(); ++i) cells[i] += other.cells[i];
    return *this;
}

bool Credit::is_zero() const { return *this == Credit{}; }

int Credit::overall() const { return std::accumulate(points.begin(), points.end(), 0); }

Credit half_of(const Credit &credit) {
    return changed(credit, [](int figure) { return figure / 2; });
}

Credit negated(const Credit &credit) {
    return changed(credit, [](int figure) { return -figure; });
}

Credit floored_at_zero(const Credit &credit) {
    return changed(credit, [](int figure) { return std::max(figure, 0); });
}

} // namespace tsunagi::model
