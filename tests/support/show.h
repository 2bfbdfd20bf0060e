#pragma once

// How values appear in the message of a failed check.

#include <string>

#include <doctest/doctest.h>

#include "base/id.h"
#include "model/credit.h"

namespace tsunagi::test {

/// "p1=2 cpp.outreach.team=-1"; figures that are 0 are left out.
inline std::string show(const model::Credit &credit) {
    std::string text;
    const auto add = [&](const std::string &id, int figure) {
        if (figure == 0) return;
        if (!text.empty()) text += ' ';
        text += id + "=" + std::to_string(figure);
    };
    for (std::size_t i = 0; i < credit.points.size(); ++i) add(model::point_id(i), credit.points[i]);
    for (std::size_t i = 0; i < credit.cells.size(); ++i) add(model::cell_id(i), credit.cells[i]);
    return text.empty() ? "nothing" : text;
}

} // namespace tsunagi::test

namespace doctest {

template <>
struct StringMaker<tsunagi::model::Credit> {
    static String convert(const tsunagi::model::Credit &credit) { return tsunagi::test::show(credit).c_str(); }
};
template <class Tag>
struct StringMaker<tsunagi::base::Id<Tag>> {
    static String convert(const tsunagi::base::Id<Tag> &id) { return id.c_str(); }
};

} // namespace doctest
