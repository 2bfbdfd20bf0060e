#include "engine/scoring.h"
#include "support/build.h"
#include "support/show.h"

using namespace tsunagi;
using namespace tsunagi::engine;
using namespace tsunagi::model;
using namespace tsunagi::test;

namespace {

const RowId kHome("home"), kCrisis("crisis");
const ColumnId kCpp("cpp"), kPhn("phn"), kDoctor("doctor");

// Who does what: home visits are the public health nurse's to lead, or at least to support; the psychologist supports;
// the crisis line is the doctor's alone. Every other place is nobody's task.
AssignGrid role_split() {
    AssignGrid made =
        grid(GridKind::role_split, {"home", "crisis"}, {"cpp", "phn", "doctor"},
             {grid_cell("home", "phn", {"lead", "support"}, points({{4, 4}}) + cell("cpp.outreach.team", 2)),
              grid_cell("home", "cpp", {"support"}, points({{3, 2}})),
              grid_cell("crisis", "doctor", {"lead"}, points({{5, 3}})),
              grid_cell("crisis", "cpp", {"none"}, points({{6, 1}}))});
    made.costs[Mark::lead] = points({{4, 1}});
    made.costs[Mark::support] = points({{3, 1}});
    return made;
}

AssignGrid sharing() {
    AssignGrid made = grid(GridKind::sharing, {"history", "suicide-risk"}, {"school", "phn"},
                           {grid_cell("history", "school", {"withhold"}, points({{6, 2}})),
                            grid_cell("history", "phn", {"ask", "withhold"}, points({{6, 1}, {1, 1}})),
                            grid_cell("suicide-risk", "phn", {"share"}, points({{5, 3}}))});
    made.costs[Mark::share] = points({{6, 2}});
    made.costs[Mark::withhold] = points({{5, 1}});
    return made;
}

} // namespace

// ---- role split ---------------------------------------------------------------------------------------------

TEST_CASE("role split: a lead where the strength is earns all, a support half") {
    const AssignGrid grid = role_split();
    CHECK(mark_credit(grid, kHome, kPhn, Mark::lead) == points({{4, 4}}) + cell("cpp.outreach.team", 2));
    CHECK(mark_credit(grid, kHome, kPhn, Mark::support) == points({{4, 2}}) + cell("cpp.outreach.team", 1));
    CHECK(mark_credit(grid, kHome, kPhn, Mark::none).is_zero());
}

TEST_CASE("role split: where only support is accepted it earns all, and a lead costs") {
    const AssignGrid grid = role_split();
    CHECK(mark_credit(grid, kHome, kCpp, Mark::support) == points({{3, 2}}));
    CHECK(mark_credit(grid, kHome, kCpp, Mark::lead) == points({{4, -1}}));
    CHECK(mark_credit(grid, kHome, kCpp, Mark::none).is_zero());
}

TEST_CASE("role split: where only a lead is accepted, support costs") {
    const AssignGrid grid = role_split();
    CHECK(mark_credit(grid, kCrisis, kDoctor, Mark::lead) == points({{5, 3}}));
    CHECK(mark_credit(grid, kCrisis, kDoctor, Mark::support) == points({{3, -1}}));
}

TEST_CASE("role split: leaving a place empty can be what is wanted") {
    const AssignGrid grid = role_split();
    CHECK(mark_credit(grid, kCrisis, kCpp, Mark::none) == points({{6, 1}}));
    CHECK(mark_credit(grid, kCrisis, kCpp, Mark::lead) == points({{4, -1}}));
    // An empty answer leaves every place at none, and earns that.
    CHECK(earned_credit(grid, marks({})) == points({{6, 1}}));
    CHECK(earned_credit(grid, marks({{"crisis", "cpp", "none"}})) == points({{6, 1}}));
}

TEST_CASE("role split: a mark at a place the case does not list costs") {
    const AssignGrid grid = role_split();
    CHECK(mark_credit(grid, kHome, kDoctor, Mark::lead) == points({{4, -1}}));
    CHECK(mark_credit(grid, kHome, kDoctor, Mark::support) == points({{3, -1}}));
    CHECK(mark_credit(grid, kHome, kDoctor, Mark::none).is_zero());
}

TEST_CASE("role split: a cost for none is for listed places, since elsewhere none is the accepted mark") {
    AssignGrid grid = role_split();
    grid.costs[Mark::none] = points({{2, 1}});
    CHECK(mark_credit(grid, kHome, kPhn, Mark::none) == points({{2, -1}}));
    CHECK(mark_credit(grid, kCrisis, kCpp, Mark::none) == points({{6, 1}}));
    CHECK(mark_credit(grid, kHome, kDoctor, Mark::none).is_zero());
    CHECK_FALSE(mark_class(grid, kHome, kDoctor, Mark::none));
}

TEST_CASE("role split: a whole answer is the sum, floored for each figure") {
    const AssignGrid grid = role_split();
    const Answer handbook = marks({{"home", "phn", "lead"}, {"home", "cpp", "support"}, {"crisis", "doctor", "lead"}});
    const Credit full = points({{3, 2}, {4, 4}, {5, 3}, {6, 1}}) + cell("cpp.outreach.team", 2);
    CHECK(earned_credit(grid, handbook) == full);
    CHECK(available_credit(grid, {}) == full);

    // The psychologist leads everything: p4 0-1-1 -> 0; nothing else is earned.
    CHECK(earned_credit(grid, marks({{"home", "cpp", "lead"}, {"crisis", "cpp", "lead"}})).is_zero());
    // Everybody leads everything: p4 = 4 - home.cpp - home.doctor - crisis.cpp - crisis.phn = 0; p5 = 3; the table's
    // cell 2.
    CHECK(earned_credit(grid, marks({{"home", "cpp", "lead"},
                                     {"home", "phn", "lead"},
                                     {"home", "doctor", "lead"},
                                     {"crisis", "cpp", "lead"},
                                     {"crisis", "phn", "lead"},
                                     {"crisis", "doctor", "lead"}})) ==
          points({{5, 3}}) + cell("cpp.outreach.team", 2));
}

TEST_CASE("role split: without costs a wrong mark is only not earned") {
    AssignGrid grid = role_split();
    grid.costs.clear();
    CHECK(mark_credit(grid, kHome, kDoctor, Mark::lead).is_zero());
    CHECK_FALSE(mark_class(grid, kHome, kDoctor, Mark::lead));
}

TEST_CASE("role split: classes of marks") {
    AssignGrid grid = role_split();
    CHECK(mark_class(grid, kHome, kPhn, Mark::lead) == OptionClass::recommended);
    CHECK(mark_class(grid, kHome, kPhn, Mark::support) == OptionClass::acceptable);
    CHECK(mark_class(grid, kHome, kPhn, Mark::none) == OptionClass::missed);
    CHECK(mark_class(grid, kHome, kCpp, Mark::support) == OptionClass::recommended);
    CHECK(mark_class(grid, kHome, kCpp, Mark::lead) == OptionClass::premature);
    CHECK(mark_class(grid, kCrisis, kDoctor, Mark::support) == OptionClass::premature);
    CHECK(mark_class(grid, kCrisis, kCpp, Mark::none) == OptionClass::recommended);
    CHECK(mark_class(grid, kHome, kDoctor, Mark::lead) == OptionClass::premature); // unlisted, but it costs
    CHECK_FALSE(mark_class(grid, kHome, kDoctor, Mark::none));

    grid.cells[0].classes = {{Mark::none, OptionClass::harmful}, {Mark::support, OptionClass::recommended}};
    CHECK(mark_class(grid, kHome, kPhn, Mark::none) == OptionClass::harmful);
    CHECK(mark_class(grid, kHome, kPhn, Mark::support) == OptionClass::recommended);
    CHECK(mark_class(grid, kHome, kPhn, Mark::lead) == OptionClass::recommended);
}

// ---- sharing ------------------------------------------------------------------------------------------------

TEST_CASE("sharing: every accepted mark earns all") {
    const AssignGrid grid = sharing();
    CHECK(mark_credit(grid, RowId("history"), ColumnId("phn"), Mark::ask) == points({{1, 1}, {6, 1}}));
    CHECK(mark_credit(grid, RowId("history"), ColumnId("phn"), Mark::withhold) == points({{1, 1}, {6, 1}}));
    CHECK(mark_credit(grid, RowId("history"), ColumnId("school"), Mark::withhold) == points({{6, 2}}));
}

TEST_CASE("sharing: a mark that is not accepted costs where the grid says so") {
    const AssignGrid grid = sharing();
    CHECK(mark_credit(grid, RowId("history"), ColumnId("school"), Mark::share) == points({{6, -2}}));
    CHECK(mark_credit(grid, RowId("history"), ColumnId("school"), Mark::ask).is_zero()); // no cost for ask
    CHECK(mark_credit(grid, RowId("suicide-risk"), ColumnId("phn"), Mark::withhold) == points({{5, -1}}));
}

TEST_CASE("sharing: a place left unmarked earns nothing and costs nothing") {
    const AssignGrid grid = sharing();
    CHECK(mark_credit(grid, RowId("history"), ColumnId("school"), Mark::unmarked).is_zero());
    CHECK(earned_credit(grid, marks({})).is_zero());
}

TEST_CASE("sharing: a place the case does not list is left to the learner") {
    const AssignGrid grid = sharing();
    for (const Mark mark : {Mark::share, Mark::ask, Mark::withhold, Mark::unmarked}) {
        CHECK(mark_credit(grid, RowId("suicide-risk"), ColumnId("school"), mark).is_zero());
        CHECK_FALSE(mark_class(grid, RowId("suicide-risk"), ColumnId("school"), mark));
    }
}

TEST_CASE("sharing: a whole answer is the sum, floored for each figure") {
    const AssignGrid grid = sharing();
    CHECK(available_credit(grid, {}) == points({{1, 1}, {5, 3}, {6, 3}}));
    CHECK(earned_credit(grid, marks({{"history", "school", "withhold"},
                                     {"history", "phn", "ask"},
                                     {"suicide-risk", "phn", "share"},
                                     {"suicide-risk", "school", "share"}})) == points({{1, 1}, {5, 3}, {6, 3}}));
    // Sharing everything: p6 0-2-2 -> 0, p5 3.
    CHECK(earned_credit(grid, marks({{"history", "school", "share"},
                                     {"history", "phn", "share"},
                                     {"suicide-risk", "phn", "share"},
                                     {"suicide-risk", "school", "share"}})) == points({{5, 3}}));
    // Withholding everything: p5 0-1 -> 0, p6 2+1, p1 1.
    CHECK(earned_credit(grid, marks({{"history", "school", "withhold"},
                                     {"history", "phn", "withhold"},
                                     {"suicide-risk", "phn", "withhold"}})) == points({{1, 1}, {6, 3}}));
}

TEST_CASE("sharing: classes of marks") {
    AssignGrid grid = sharing();
    const auto class_of = [&](const char *row, const char *column, Mark mark) {
        return mark_class(grid, RowId(row), ColumnId(column), mark);
    };
    CHECK(class_of("history", "phn", Mark::ask) == OptionClass::recommended);
    CHECK(class_of("history", "phn", Mark::withhold) == OptionClass::acceptable);
    CHECK(class_of("history", "phn", Mark::share) == OptionClass::harmful);
    CHECK(class_of("history", "school", Mark::withhold) == OptionClass::recommended);
    CHECK(class_of("history", "school", Mark::ask) == OptionClass::acceptable);
    CHECK(class_of("suicide-risk", "phn", Mark::withhold) == OptionClass::missed);
    CHECK(class_of("suicide-risk", "phn", Mark::unmarked) == OptionClass::missed);

    grid.cells[2].classes[Mark::withhold] = OptionClass::harmful;
    CHECK(class_of("suicide-risk", "phn", Mark::withhold) == OptionClass::harmful);
}
