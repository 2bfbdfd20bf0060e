#include <set>

#include "support/build.h"
#include "support/show.h"

using namespace tsunagi;
using namespace tsunagi::model;
using test::points;

TEST_CASE("practice points are p1 to p6, there and back") {
    CHECK(point_id(0) == "p1");
    CHECK(point_id(5) == "p6");
    for (PointIndex point = 0; point < kPointCount; ++point) CHECK(point_from_id(point_id(point)) == point);
    for (const char *text : {"p0", "p7", "p", "", "P1", "p11", "1"}) CHECK_FALSE(point_from_id(text));
}

TEST_CASE("the 24 cells of the two role tables have distinct ids, there and back") {
    std::set<std::string> ids;
    for (CellIndex index = 0; index < kCellCount; ++index) {
        ids.insert(cell_id(index));
        CHECK(cell_from_id(cell_id(index)) == index);
    }
    CHECK(ids.size() == 24);
    CHECK(cell_id(cell_index(0, 0, 0)) == "cpp.relationship.strength");
    CHECK(cell_id(cell_index(0, 5, 1)) == "cpp.direct.team");
    CHECK(cell_id(cell_index(1, 1, 0)) == "ot.assessment.strength");
    CHECK(cell_id(cell_index(1, 3, 1)) == "ot.coordination.team");
    for (const char *text : {"", "cpp", "cpp.direct", "cpp.direct.", "nurse.direct.team", "cpp.direct.team.x"})
        CHECK_FALSE(cell_from_id(text));
}

TEST_CASE("credits add figure by figure") {
    Credit sum = points({{1, 2}, {3, -1}}) + test::cell("ot.direct.team", 1);
    sum += points({{1, 1}, {6, 4}});
    CHECK(sum == points({{1, 3}, {3, -1}, {6, 4}}) + test::cell("ot.direct.team", 1));
    CHECK(sum != points({{1, 3}, {3, -1}, {6, 4}}));
}

TEST_CASE("the overall score is of the points alone: cells do not count twice") {
    CHECK((points({{1, 2}, {6, 3}}) + test::cell("cpp.outreach.team", 5)).overall() == 5);
    CHECK(Credit{}.overall() == 0);
    CHECK(Credit{}.is_zero());
    CHECK_FALSE(test::cell("cpp.outreach.team", 1).is_zero());
    CHECK_FALSE(points({{2, -1}}).is_zero());
}

TEST_CASE("half, negated, floored") {
    CHECK(half_of(points({{1, 4}, {2, 3}, {3, -3}})) == points({{1, 2}, {2, 1}, {3, -1}}));
    CHECK(half_of(test::cell("ot.planning.strength", 6)) == test::cell("ot.planning.strength", 3));
    CHECK(negated(points({{1, 2}, {2, -1}})) == points({{1, -2}, {2, 1}}));
    CHECK(negated(test::cell("ot.planning.strength", 1)) == test::cell("ot.planning.strength", -1));
    CHECK(floored_at_zero(points({{1, 2}, {2, -1}})) == points({{1, 2}}));
    CHECK(floored_at_zero(test::cell("ot.planning.strength", -1)).is_zero());
}
