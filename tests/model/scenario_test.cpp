#include "support/build.h"
#include "support/show.h"

#include "model/handbook.h"

using namespace tsunagi;
using namespace tsunagi::model;

TEST_CASE("parts of a scenario are found by id") {
    Scenario scenario = test::scenario({test::scene("first", ReadOn{}, {test::to_scene("second")}),
                                        test::scene("second", ReadOn{}, {test::to_ending("end")})},
                                       {test::ending("end")});
    Fact fact;
    fact.id = FactId("age");
    scenario.facts.push_back(fact);
    Party party;
    party.id = PartyId("client");
    scenario.parties.push_back(party);
    scenario.ties.push_back(test::tie("client-phn", "weak", "hidden"));

    CHECK(scenario.find_scene(SceneId("second")) == &scenario.scenes[1]);
    CHECK(scenario.find_scene(SceneId("end")) == nullptr);
    CHECK(scenario.find_ending(EndingId("end")) == &scenario.endings[0]);
    CHECK(scenario.find_ending(EndingId("first")) == nullptr);
    CHECK(scenario.find_fact(FactId("age")) == &scenario.facts[0]);
    CHECK(scenario.find_fact(FactId("sex")) == nullptr);
    CHECK(scenario.find_party(PartyId("client")) == &scenario.parties[0]);
    CHECK(scenario.find_party(PartyId("")) == nullptr);
    CHECK(scenario.find_tie(TieId("client-phn"))->status == TieStatus::hidden);
    CHECK(scenario.find_tie(TieId("client")) == nullptr);
}

TEST_CASE("a decision is found by its scene") {
    std::vector<Decision> decisions(2);
    decisions[0].scene = SceneId("first");
    decisions[1].scene = SceneId("second");
    CHECK(find_decision(decisions, SceneId("second")) == &decisions[1]);
    CHECK(find_decision(decisions, SceneId("third")) == nullptr);
    CHECK(find_decision({}, SceneId("first")) == nullptr);
}

TEST_CASE("gauges begin in the middle unless the scenario says otherwise") {
    for (const int gauge : Scenario{}.gauges) CHECK(gauge == 5);
}

TEST_CASE("a place of a grid is found by row and column together") {
    const AssignGrid grid =
        test::grid(GridKind::role_split, {"a", "b"}, {"x", "y"},
                   {test::grid_cell("a", "y", {"lead"}, {}), test::grid_cell("b", "x", {"none"}, {})});
    CHECK(grid.find_cell(RowId("a"), ColumnId("y")) == &grid.cells[0]);
    CHECK(grid.find_cell(RowId("b"), ColumnId("x")) == &grid.cells[1]);
    CHECK(grid.find_cell(RowId("a"), ColumnId("x")) == nullptr);
    CHECK(grid.find_cell(RowId("c"), ColumnId("x")) == nullptr);
}

TEST_CASE("a place without a mark holds the grid's empty mark") {
    const GridAnswer answer = std::get<GridAnswer>(test::marks({{"a", "x", "lead"}, {"b", "y", "support"}}));
    CHECK(mark_at(answer, GridKind::role_split, RowId("a"), ColumnId("x")) == Mark::lead);
    CHECK(mark_at(answer, GridKind::role_split, RowId("b"), ColumnId("y")) == Mark::support);
    CHECK(mark_at(answer, GridKind::role_split, RowId("a"), ColumnId("y")) == Mark::none);
    CHECK(mark_at(answer, GridKind::sharing, RowId("a"), ColumnId("y")) == Mark::unmarked);
}

TEST_CASE("words and enum values go there and back") {
    CHECK(word_of(Gauge::alignment, kGaugeWords) == "alignment");
    CHECK(value_of<Gauge>("network", kGaugeWords) == Gauge::network);
    CHECK_FALSE(value_of<Gauge>("Network", kGaugeWords));
    CHECK_FALSE(value_of<Gauge>("", kGaugeWords));
    CHECK(word_of(OptionClass::missed, kOptionClassWords) == "missed");
    CHECK(word_of(SafetyKind::life, kSafetyKindWords) == "life");
    CHECK(word_of(Profession::other, kProfessionWords) == "other");
    CHECK(word_of(LearnerProfession::student, kLearnerProfessionWords) == "student");
    CHECK(word_of(PartyKind::friend_, kPartyKindWords) == "friend");
    CHECK(word_of(FactCategory::network, kFactCategoryWords) == "network");
    CHECK(word_of(TieStatus::hidden, kTieStatusWords) == "hidden");
    CHECK(word_of(TieFlow::backward, kTieFlowWords) == "backward");
    CHECK(word_of(EndingKind::breakdown, kEndingKindWords) == "breakdown");
    CHECK(word_of(Mark::withhold, kMarkWords) == "withhold");
}

TEST_CASE("each kind of grid has its own marks") {
    CHECK(empty_mark(GridKind::role_split) == Mark::none);
    CHECK(empty_mark(GridKind::sharing) == Mark::unmarked);
    CHECK(marks_of(GridKind::role_split) == kRoleMarks);
    CHECK(marks_of(GridKind::sharing) == kSharingMarks);
}

TEST_CASE("handbook entries are found once the index is built") {
    Handbook handbook;
    HandbookEntry entry;
    entry.id = HandbookId("p1");
    handbook.entries.push_back(entry);
    entry.id = HandbookId("case-cpp-1");
    handbook.entries.push_back(entry);
    CHECK(handbook.find("p1") == nullptr);
    handbook.build_index();
    CHECK(handbook.find("p1") == &handbook.entries[0]);
    CHECK(handbook.find(HandbookId("case-cpp-1")) == &handbook.entries[1]);
    CHECK(handbook.find("case-cpp-9") == nullptr);
}
