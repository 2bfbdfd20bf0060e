#include <memory>

#include "engine/debrief.h"
#include "support/build.h"
#include "support/show.h"

using namespace tsunagi;
using namespace tsunagi::engine;
using namespace tsunagi::model;
using namespace tsunagi::test;

namespace {

// Scenario and progress together, since the progress points into the scenario.
struct Played {
    Scenario scenario;
    Progress progress;
};

std::unique_ptr<Played> play(const Interaction &interaction, const Answer &answer) {
    auto made = std::make_unique<Played>();
    made->scenario = one_scene(interaction);
    auto progress = fold(made->scenario, {decide("scene", answer)});
    REQUIRE(progress.is_ok());
    made->progress = std::move(progress).value();
    return made;
}

std::vector<std::string> findings(const Interaction &interaction, const Answer &answer) {
    static constexpr const char *kWords[] = {"essential-missed", "unneeded-taken", "nobody-owns",
                                             "two-leads",        "left-unmarked",  "order-broken"};
    const auto played = play(interaction, answer);
    std::vector<std::string> texts;
    for (const Finding &finding : review(played->progress.played[0]).findings) {
        std::string text = kWords[static_cast<std::size_t>(finding.kind)];
        if (!finding.subject.empty()) text += " " + finding.subject;
        if (!finding.other.empty()) text += " " + finding.other;
        if (finding.count != 0) text += " " + std::to_string(finding.count);
        texts.push_back(text);
    }
    return texts;
}

using Texts = std::vector<std::string>;

Option essential(const char *id) {
    Option made = item(id, "recommended", points({{1, 1}}));
    made.is_essential = true;
    return made;
}

} // namespace

// ---- Findings -----------------------------------------------------------------------------------------------

TEST_CASE("essential items missed and unneeded items taken are pointed out apart") {
    const Interaction scene = choose_many({essential("risk"), essential("wish"), item("hobby", "acceptable", {}),
                                           item("iq", "premature", points({{1, -1}})), item("late", "missed", {}),
                                           item("scold", "harmful", points({{1, -2}}))});
    CHECK(findings(scene, many({"risk", "wish", "hobby"})).empty());
    CHECK(findings(scene, many({"wish"})) == Texts{"essential-missed risk"});
    CHECK(findings(scene, many({"hobby"})) == Texts{"essential-missed risk", "essential-missed wish"});
    CHECK(findings(scene, many({"scold", "iq", "late", "risk", "wish"})) ==
          Texts{"unneeded-taken iq", "unneeded-taken late", "unneeded-taken scold"});
}

TEST_CASE("an essential item that could not be taken was not missed") {
    Option locked = essential("risk");
    locked.when = flag_is_set("open");
    CHECK(findings(choose_many({locked, item("hobby", "acceptable", {})}), many({})).empty());
}

TEST_CASE("a task nobody owns and a task with two leads are pointed out") {
    const Interaction scene = grid(GridKind::role_split, {"home", "crisis", "school"}, {"cpp", "phn", "doctor"}, {});
    CHECK(findings(scene, marks({{"home", "phn", "lead"}, {"crisis", "doctor", "lead"}, {"school", "cpp", "lead"}}))
              .empty());
    CHECK(findings(scene, marks({{"home", "phn", "lead"},
                                 {"home", "cpp", "lead"},
                                 {"crisis", "doctor", "support"},
                                 {"school", "cpp", "lead"}})) == Texts{"two-leads home 2", "nobody-owns crisis"});
    CHECK(findings(scene, marks({{"home", "phn", "lead"}, {"home", "cpp", "lead"}, {"home", "doctor", "lead"}})) ==
          Texts{"two-leads home 3", "nobody-owns crisis", "nobody-owns school"});
}

TEST_CASE("scored places of a sharing grid left unmarked are counted; the others are not asked for") {
    const Interaction scene =
        grid(GridKind::sharing, {"a", "b"}, {"x", "y"},
             {grid_cell("a", "x", {"share"}, points({{1, 1}})), grid_cell("a", "y", {"ask"}, points({{1, 1}})),
              grid_cell("b", "x", {"withhold"}, points({{1, 1}}))});
    CHECK(findings(scene, marks({})) == Texts{"left-unmarked 3"});
    CHECK(findings(scene, marks({{"a", "x", "share"}, {"b", "y", "ask"}})) == Texts{"left-unmarked 2"});
    CHECK(findings(scene, marks({{"a", "x", "share"}, {"a", "y", "share"}, {"b", "x", "ask"}})).empty());
}

TEST_CASE("each broken precedence is pointed out") {
    const Interaction scene =
        order_steps({"a", "b", "c"}, {precedence("a", "b", points({{1, 1}})), precedence("b", "c", points({{1, 1}})),
                                      precedence("a", "c", points({{2, 1}}))});
    CHECK(findings(scene, in_order({"a", "b", "c"})).empty());
    CHECK(findings(scene, in_order({"b", "c", "a"})) == Texts{"order-broken a b", "order-broken a c"});
    CHECK(findings(scene, in_order({"c", "b", "a"})).size() == 3);

    const auto played = play(scene, in_order({"b", "c", "a"}));
    const DecisionReview looked = review(played->progress.played[0]);
    REQUIRE(looked.precedences.size() == 3);
    CHECK_FALSE(looked.precedences[0].is_kept);
    CHECK(looked.precedences[1].is_kept);
    CHECK(looked.precedences[1].precedence->after == OptionId("c"));
    CHECK_FALSE(looked.precedences[2].is_kept);
}

// ---- Options and cells --------------------------------------------------------------------------------------

TEST_CASE("every option is looked back on, with its fate") {
    Option locked = option("locked", "recommended", points({{1, 3}}));
    locked.when = flag_is_set("open");
    const auto played = play(choose_one({option("a", "acceptable"), option("b", "premature"), locked}), one("b"));
    const DecisionReview looked = review(played->progress.played[0]);
    CHECK(looked.option_class == OptionClass::premature);
    REQUIRE(looked.options.size() == 3);
    CHECK(looked.options[0].option->id == OptionId("a"));
    CHECK_FALSE(looked.options[0].is_taken);
    CHECK(looked.options[0].was_available);
    CHECK(looked.options[1].is_taken);
    CHECK_FALSE(looked.options[2].is_taken);
    CHECK_FALSE(looked.options[2].was_available);
    CHECK(looked.findings.empty());
}

TEST_CASE("availability is looked back on as it was, not as it became") {
    Option key = item("key", "recommended", {});
    key.effects = {set_flag("open")};
    Option locked = item("locked", "recommended", {});
    locked.when = flag_is_set("open");
    const auto played = play(choose_many({key, locked}), many({"key"}));
    const DecisionReview looked = review(played->progress.played[0]);
    CHECK(looked.options[0].is_taken);
    CHECK_FALSE(looked.options[1].was_available);
    CHECK_FALSE(looked.option_class); // several items have no one class
}

TEST_CASE("a grid is looked back on where it is scored or marked") {
    AssignGrid roles = grid(GridKind::role_split, {"home", "crisis"}, {"cpp", "phn"},
                            {grid_cell("home", "phn", {"lead", "support"}, points({{4, 2}})),
                             grid_cell("crisis", "phn", {"none"}, points({{6, 1}}))});
    roles.costs[Mark::lead] = points({{4, 1}});
    const auto played = play(roles, marks({{"home", "phn", "support"}, {"crisis", "cpp", "lead"}}));
    const DecisionReview looked = review(played->progress.played[0]);
    REQUIRE(looked.cells.size() == 3); // not home/cpp: not scored, not marked

    CHECK(looked.cells[0].row->id == RowId("home"));
    CHECK(looked.cells[0].column->id == ColumnId("phn"));
    CHECK(looked.cells[0].cell != nullptr);
    CHECK(looked.cells[0].mark == Mark::support);
    CHECK(looked.cells[0].mark_class == OptionClass::acceptable);
    CHECK(looked.cells[0].credit == points({{4, 1}}));

    CHECK(looked.cells[1].row->id == RowId("crisis"));
    CHECK(looked.cells[1].column->id == ColumnId("cpp"));
    CHECK(looked.cells[1].cell == nullptr);
    CHECK(looked.cells[1].mark_class == OptionClass::premature);
    CHECK(looked.cells[1].credit == points({{4, -1}}));

    CHECK(looked.cells[2].mark == Mark::none);
    CHECK(looked.cells[2].mark_class == OptionClass::recommended);
}

TEST_CASE("reading on leaves nothing to look back on") {
    const auto played = play(ReadOn{}, read_on());
    const DecisionReview looked = review(played->progress.played[0]);
    CHECK_FALSE(looked.option_class);
    CHECK((looked.options.empty() && looked.cells.empty() && looked.findings.empty() && looked.safety.empty()));
}

// ---- Safety -------------------------------------------------------------------------------------------------

TEST_CASE("a safety flag is raised by what was taken, and by nothing else") {
    Option harmful = option("scold", "harmful");
    harmful.safety = safety("harm", "She is hurt.");
    const Interaction scene = choose_one({harmful, option("listen", "recommended", points({{1, 5}}))});
    const auto taken = play(scene, one("scold"));
    const DecisionReview looked = review(taken->progress.played[0]);
    REQUIRE(looked.safety.size() == 1);
    CHECK(looked.safety[0].scene == &taken->scenario.scenes[0]);
    CHECK(looked.safety[0].flag.kind == SafetyKind::harm);
    CHECK(looked.safety[0].flag.text == "She is hurt.");
    CHECK(looked.safety[0].subject == "text of scold");
    CHECK(review(play(scene, one("listen"))->progress.played[0]).safety.empty());
}

TEST_CASE("a safety flag of an item stays however much else was earned") {
    Option leak = item("leak", "harmful", {});
    leak.safety = safety("confidentiality", "Told without consent.");
    const auto played =
        play(choose_many({item("good", "recommended", points({{1, 9}})), leak}), many({"good", "leak"}));
    const Scorecard card = score(played->progress);
    CHECK(card.earned == points({{1, 9}}));
    REQUIRE(card.safety.size() == 1);
    CHECK(card.safety[0].flag.kind == SafetyKind::confidentiality);
}

TEST_CASE("a safety flag of a place is raised by its mark, also by an empty one") {
    GridCell history = grid_cell("history", "school", {"withhold"}, points({{6, 1}}));
    history.safety[Mark::share] = safety("confidentiality", "The school knows.");
    const Interaction shares = grid(GridKind::sharing, {"history"}, {"school"}, {history});
    CHECK(review(play(shares, marks({{"history", "school", "withhold"}}))->progress.played[0]).safety.empty());
    CHECK(review(play(shares, marks({}))->progress.played[0]).safety.empty());
    const auto shared = play(shares, marks({{"history", "school", "share"}}));
    REQUIRE(review(shared->progress.played[0]).safety.size() == 1);
    CHECK(review(shared->progress.played[0]).safety[0].subject == "text of history");

    GridCell baby = grid_cell("baby", "phn", {"lead"}, points({{5, 1}}));
    baby.safety[Mark::none] = safety("child", "Nobody looks after the baby's safety.");
    const Interaction roles = grid(GridKind::role_split, {"baby"}, {"phn"}, {baby});
    CHECK(review(play(roles, marks({}))->progress.played[0]).safety.size() == 1);
    CHECK(review(play(roles, marks({{"baby", "phn", "lead"}}))->progress.played[0]).safety.empty());
}

// ---- Scorecard ----------------------------------------------------------------------------------------------

TEST_CASE("a scorecard adds up the path taken and traces each figure to its decisions") {
    Option bad = option("bad", "harmful");
    bad.safety = safety("life", "The risk was overlooked.");
    const Scenario made = scenario(
        {scene("one", choose_one({option("good", "recommended", points({{1, 2}}) + cell("cpp.direct.team", 1)), bad}),
               {to_scene("two")}),
         scene("two", ReadOn{}, {to_scene("three")}),
         scene("three",
               choose_many(
                   {item("a", "recommended", points({{1, 1}, {2, 3}})), item("b", "recommended", points({{2, 1}}))}),
               {to_ending("end")})},
        {ending("end")});

    const auto good = fold(made, {decide("one", one("good")), decide("two", read_on()), decide("three", many({"b"}))});
    REQUIRE(good.is_ok());
    const Scorecard card = score(*good);
    CHECK(card.earned == points({{1, 2}, {2, 1}}) + cell("cpp.direct.team", 1));
    CHECK(card.available == points({{1, 3}, {2, 4}}) + cell("cpp.direct.team", 1));
    CHECK(card.earned.overall() == 3);
    CHECK(card.available.overall() == 7);
    CHECK(card.safety.empty());

    const auto &p1 = card.point_traces[0];
    REQUIRE(p1.size() == 2);
    CHECK(p1[0].decision == 0);
    CHECK(p1[0].earned == 2);
    CHECK(p1[0].available == 2);
    CHECK(p1[1].decision == 2);
    CHECK(p1[1].earned == 0);
    CHECK(p1[1].available == 1);
    CHECK(card.point_traces[1].size() == 1);
    CHECK(card.point_traces[2].empty());
    const auto &direct = card.cell_traces[*cell_from_id("cpp.direct.team")];
    REQUIRE(direct.size() == 1);
    CHECK(direct[0].earned == 1);

    const auto poor =
        fold(made, {decide("one", one("bad")), decide("two", read_on()), decide("three", many({"a", "b"}))});
    REQUIRE(poor.is_ok());
    const Scorecard second = score(*poor);
    CHECK(second.earned == points({{1, 1}, {2, 4}}));
    CHECK(second.available == card.available);
    REQUIRE(second.safety.size() == 1); // never averaged away
    CHECK(second.safety[0].scene->id == SceneId("one"));
}

TEST_CASE("the traces of a figure add up to the figure") {
    const Scenario made = scenario(
        {scene("one", choose_one({option("x", "recommended", points({{3, 2}, {5, 1}}))}), {to_scene("two")}),
         scene("two",
               order_steps({"b", "a"}, {precedence("a", "b", points({{3, 1}}) + cell("ot.outreach.strength", 2))}),
               {to_ending("end")})},
        {ending("end")});
    const auto progress = fold(made, {decide("one", one("x")), decide("two", in_order({"b", "a"}))});
    REQUIRE(progress.is_ok());
    const Scorecard card = score(*progress);
    const auto check = [](const auto &figures, const auto &available, const auto &traces) {
        for (std::size_t i = 0; i < figures.size(); ++i) {
            int earned_sum = 0, available_sum = 0;
            for (const CreditTrace &trace : traces[i]) {
                earned_sum += trace.earned;
                available_sum += trace.available;
            }
            CHECK(earned_sum == figures[i]);
            CHECK(available_sum == available[i]);
        }
    };
    check(card.earned.points, card.available.points, card.point_traces);
    check(card.earned.cells, card.available.cells, card.cell_traces);
    CHECK(card.available == points({{3, 3}, {5, 1}}) + cell("ot.outreach.strength", 2));
    CHECK(card.earned == points({{3, 2}, {5, 1}}));
}

TEST_CASE("at the beginning nothing is earned and nothing was available") {
    const Scenario made = one_scene(choose_one({option("x", "recommended", points({{3, 2}}))}));
    const Scorecard card = score(begin(made));
    CHECK(card.earned.is_zero());
    CHECK(card.available.is_zero());
}
