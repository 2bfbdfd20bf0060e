// Answers side by side, on small scenes whose figures are worked out by hand.

#include <cmath>
#include <vector>

#include <doctest/doctest.h>

#include "analysis/cohort.h"
#include "analysis/cohort_lists.h"
#include "analysis/decision_counter.h"
#include "analysis/point_profiles.h"
#include "support/build.h"

using namespace tsunagi;
using namespace tsunagi::analysis;
using namespace tsunagi::model;
using namespace tsunagi::test;
using doctest::Approx;

namespace {

constexpr auto kCpp = LearnerProfession::cpp;
constexpr auto kOt = LearnerProfession::ot;
constexpr auto kNurse = LearnerProfession::nurse;

std::vector<Voice> voices_of(std::initializer_list<LearnerProfession> professions) {
    std::vector<Voice> voices;
    for (const LearnerProfession profession : professions) {
        Voice voice;
        voice.group = GroupId("g" + std::to_string(voices.size() + 1));
        voice.name = "Group " + std::to_string(voices.size() + 1);
        voice.profession = profession;
        voices.push_back(voice);
    }
    return voices;
}

/// One answer a voice, in the order of the voices.
std::vector<AnswerCount> each(std::vector<Answer> answers) {
    std::vector<AnswerCount> counts;
    for (std::size_t i = 0; i < answers.size(); ++i) counts.push_back({i, std::move(answers[i]), 1});
    return counts;
}

Scene asking(Interaction interaction) { return scene("scene", std::move(interaction), {to_ending("end")}); }

ChooseOne four_options() {
    return choose_one({option("a", "recommended"), option("b"), option("c"), option("d", "harmful")});
}

OrderSteps three_steps() {
    OrderSteps order;
    for (const char *id : {"x", "y", "z"}) {
        OrderStep step;
        step.id = OptionId(id);
        step.text = id;
        order.steps.push_back(step);
    }
    return order;
}

} // namespace

TEST_CASE("choose one: three OT groups A, A, B and three CPP groups B, B, B") {
    const Scene asked = asking(four_options());
    const auto voices = voices_of({kOt, kOt, kOt, kCpp, kCpp, kCpp});
    const auto compared = compare(asked, voices, each({one("a"), one("a"), one("b"), one("b"), one("b"), one("b")}));
    CHECK(compared.scene == &asked);
    CHECK(compared.professions == std::vector<LearnerProfession>{kCpp, kOt});
    CHECK(compared.votes.total == 6);
    CHECK(compared.votes.by_profession == std::vector<int>{3, 3});
    CHECK(compared.votes.by_voice == std::vector<int>{1, 1, 1, 1, 1, 1});
    REQUIRE(compared.parts.size() == 1);
    REQUIRE(compared.parts[0].alternatives.size() == 4);
    CHECK(compared.parts[0].alternatives[0].total == 2);
    CHECK(compared.parts[0].alternatives[0].by_profession == std::vector<int>{0, 2});
    CHECK(compared.parts[0].alternatives[0].by_voice == std::vector<int>{1, 1, 0, 0, 0, 0});
    CHECK(compared.parts[0].alternatives[1].by_profession == std::vector<int>{3, 1});
    CHECK(compared.parts[0].alternatives[3].total == 0);
    // See disagreement_test: 0.636514 / ln 4, and 0.318257 / ln 2. That both are alike is chance.
    CHECK(compared.disagreement == Approx(0.459147917027245));
    CHECK(compared.difference_between_professions == Approx(0.459147917027245));
    CHECK(compared.left_out == 0);
    CHECK(compared.safety.empty());
}

TEST_CASE("choose one: none, one, all alike, all different, one profession") {
    const Scene asked = asking(four_options());
    const auto voices = voices_of({kOt, kCpp, kNurse});
    const auto none = compare(asked, voices, {});
    CHECK(none.votes.total == 0);
    CHECK(none.disagreement == 0.0);
    CHECK(none.difference_between_professions == 0.0);
    CHECK(!none.parts[0].is_counted);
    CHECK(compare(asked, {}, {}).professions.empty());

    const auto single = compare(asked, voices, {{1, one("c"), 1}});
    CHECK(single.votes.total == 1);
    CHECK(single.disagreement == 0.0);
    CHECK(single.difference_between_professions == 0.0);

    const auto alike = compare(asked, voices, each({one("c"), one("c"), one("c")}));
    CHECK(alike.disagreement == 0.0);
    CHECK(alike.difference_between_professions == 0.0);

    const auto apart = compare(asked, voices, each({one("c"), one("a"), one("d")}));
    CHECK(apart.disagreement == Approx(1.0));
    CHECK(apart.difference_between_professions == Approx(1.0));

    const auto within = compare(asked, voices_of({kOt, kOt}), each({one("c"), one("a")}));
    CHECK(within.disagreement == Approx(1.0));
    CHECK(within.difference_between_professions == 0.0);
}

TEST_CASE("counts stand for as many answers, and what is no answer is left out") {
    const Scene asked = asking(four_options());
    const auto voices = voices_of({kOt, kCpp});
    const auto counted = compare(asked, voices, {{0, one("a"), 40'000}, {1, one("b"), 59'999}, {1, one("a"), 1}});
    CHECK(counted.votes.total == 100'000);
    CHECK(counted.parts[0].alternatives[0].by_voice == std::vector<int>{40'000, 1});
    const auto damaged = compare(asked, voices,
                                 {{0, one("a"), 1},
                                  {0, one("nowhere"), 2},
                                  {1, many({"a"}), 3},
                                  {7, one("a"), 1},
                                  {1, one("a"), 0},
                                  {1, one("a"), -4},
                                  {1, read_on(), 1}});
    CHECK(damaged.votes.total == 1);
    CHECK(damaged.left_out == 6);
}

TEST_CASE("choose many: each item is a part; what nobody took does not count") {
    const Scene asked = asking(choose_many({item("a", "recommended", {}), item("b", "acceptable", {}),
                                            item("c", "acceptable", {}), item("d", "harmful", {})}));
    const auto voices = voices_of({kOt, kOt, kCpp, kCpp});
    const auto compared =
        compare(asked, voices, each({many({"a", "b"}), many({"b", "a"}), many({"a"}), many({"a", "c"})}));
    REQUIRE(compared.parts.size() == 4);
    // a: taken by all, 0. b: 2 of 4, by OT only: 1 and 1. d: by nobody, not a part.
    CHECK(compared.parts[0].is_counted);
    CHECK(compared.parts[0].disagreement == 0.0);
    CHECK(compared.parts[1].disagreement == Approx(1.0));
    CHECK(compared.parts[1].difference == Approx(1.0));
    CHECK(!compared.parts[3].is_counted);
    // c: 1 of 4: -(1/4 ln 1/4 + 3/4 ln 3/4) = 0.346574 + 0.215762 = 0.562335; / ln 2 = 0.811278.
    CHECK(compared.parts[2].disagreement == Approx(0.811278124459133));
    // CPP 1/2, OT 0; mean 1/4: 0.562335 - (0.693147 + 0) / 2 = 0.215762; / ln 2 = 0.311278.
    CHECK(compared.parts[2].difference == Approx(0.311278124459133));
    CHECK(compared.disagreement == Approx((0.0 + 1.0 + 0.811278124459133) / 3));
    CHECK(compared.difference_between_professions == Approx((0.0 + 1.0 + 0.311278124459133) / 3));

    const auto uses = item_uses(compared);
    REQUIRE(uses.size() == 4);
    using List = std::vector<LearnerProfession>;
    CHECK(uses[0].chosen_by == List{kCpp, kOt});
    CHECK(uses[1].chosen_by == List{kOt});
    CHECK(uses[1].never_by == List{kCpp});
    CHECK(uses[2].chosen_by == List{kCpp});
    CHECK(uses[3].chosen_by.empty());
    CHECK(uses[3].never_by == List{kCpp, kOt});
    CHECK(uses[2].item->id == OptionId("c"));
    CHECK(uses[2].taken.total == 1);

    // Everybody took nothing: a decision with votes and without a part that counts.
    const auto empty = compare(asked, voices, each({many({}), many({}), many({}), many({})}));
    CHECK(empty.votes.total == 4);
    CHECK(empty.disagreement == 0.0);
    CHECK(empty.difference_between_professions == 0.0);
    // A profession that did not vote is in neither list.
    const auto half = item_uses(compare(asked, voices, {{0, many({"a"}), 1}}));
    CHECK(half[1].never_by == List{kOt});
    CHECK(item_uses(compare(asked, voices, {})).empty());
    // Damaged: twice the same, unknown.
    CHECK(compare(asked, voices, each({many({"a", "a"}), many({"a", "?"})})).left_out == 2);
}

TEST_CASE("role split: cells, tasks that nobody owns, tasks with two leads") {
    const AssignGrid split = grid(GridKind::role_split, {"r1", "r2"}, {"p", "q"}, {});
    const Scene asked = asking(split);
    const auto voices = voices_of({kCpp, kOt, kOt});
    const auto compared = compare(asked, voices,
                                  each({marks({{"r1", "p", "lead"}, {"r1", "q", "lead"}, {"r2", "p", "support"}}),
                                        marks({{"r1", "q", "lead"}, {"r2", "q", "none"}}), marks({})}));
    REQUIRE(compared.parts.size() == 4); // r1p r1q r2p r2q
    // r1p: lead 1, none 2. -(1/3 ln 1/3 + 2/3 ln 2/3) / ln min(3, 3) = 0.636514 / 1.098612
    CHECK(compared.parts[0].alternatives[0].total == 1);
    CHECK(compared.parts[0].alternatives[1].total == 0);
    CHECK(compared.parts[0].alternatives[2].by_voice == std::vector<int>{0, 1, 1});
    CHECK(compared.parts[0].disagreement == Approx(0.579380164285695));
    // CPP lead, OT none: nothing in common, ln 2 / ln min(3, 2).
    CHECK(compared.parts[0].difference == Approx(1.0));
    // r1q: lead 2, none 1; CPP lead 1, OT 1/2: H(3/4, 1/4) - (0 + ln 2) / 2 = 0.562335 - 0.346574, / ln 2.
    CHECK(compared.parts[1].difference == Approx(0.311278124459133));
    // r2q: "none" written out or left open is the same, and nobody did anything there.
    CHECK(!compared.parts[3].is_counted);
    CHECK(compared.parts[3].alternatives[2].total == 3);
    // Three parts count: r1p, r1q, r2p (support 1, none 2).
    CHECK(compared.disagreement == Approx(0.579380164285695));
    CHECK(compared.difference_between_professions == Approx((1.0 + 0.311278124459133 + 1.0) / 3));

    REQUIRE(compared.findings.size() == 2);
    CHECK(compared.findings[0].row->id == RowId("r1"));
    CHECK(compared.findings[0].two_leads.total == 1);
    CHECK(voices_behind(compared.findings[0].two_leads) == std::vector<std::size_t>{0});
    CHECK(compared.findings[0].nobody.total == 1);
    CHECK(voices_behind(compared.findings[0].nobody) == std::vector<std::size_t>{2});
    CHECK(compared.findings[0].nobody.by_profession == std::vector<int>{0, 1});
    CHECK(voices_behind(compared.findings[1].nobody).size() == 3); // support is not a lead
    CHECK(compared.findings[1].two_leads.total == 0);

    // Marks of the other kind, places twice, places that are none.
    CHECK(compare(asked, voices,
                  each({marks({{"r1", "p", "share"}}), marks({{"r1", "p", "lead"}, {"r1", "p", "lead"}}),
                        marks({{"r9", "p", "lead"}})}))
              .left_out == 3);
}

TEST_CASE("sharing grid: a place that stays open is an alternative too; no findings of tasks") {
    AssignGrid sharing = grid(GridKind::sharing, {"r"}, {"p", "q"}, {});
    GridCell cell = grid_cell("r", "p", {"ask"}, {});
    cell.safety[Mark::share] = safety("confidentiality", "told without asking");
    sharing.cells = {cell};
    const Scene asked = asking(sharing);
    const auto voices = voices_of({kCpp, kOt});
    const auto compared = compare(asked, voices, each({marks({{"r", "p", "share"}}), marks({})}));
    REQUIRE(compared.parts[0].alternatives.size() == 4);
    CHECK(compared.parts[0].alternatives[3].by_voice == std::vector<int>{0, 1});
    CHECK(compared.parts[0].disagreement == Approx(1.0)); // ln 2 / ln min(4, 2)
    CHECK(!compared.parts[1].is_counted);
    CHECK(compared.findings.empty());
    REQUIRE(compared.safety.size() == 1);
    CHECK(compared.safety[0].flag->text == "told without asking");
    CHECK(compared.parts[compared.safety[0].part].alternatives[compared.safety[0].alternative].by_voice ==
          std::vector<int>{1, 0});
    CHECK(compare(asked, voices, each({marks({{"r", "p", "lead"}})})).left_out == 1);
}

TEST_CASE("flags of options are raised by those who took them") {
    ChooseOne choice = four_options();
    choice.options[3].safety = safety("life", "overlooked");
    const Scene asked = asking(choice);
    const auto voices = voices_of({kCpp, kOt});
    CHECK(compare(asked, voices, each({one("a"), one("b")})).safety.empty());
    const auto compared = compare(asked, voices, each({one("a"), one("d")}));
    REQUIRE(compared.safety.size() == 1);
    CHECK(compared.safety[0].alternative == 3);
    ChooseMany many_items = choose_many({item("a", "harmful", {}), item("b", "harmful", {})});
    many_items.items[0].safety = safety("harm", "hurts");
    many_items.items[1].safety = safety("harm", "hurts too");
    const Scene ticked = asking(many_items);
    const auto taken = compare(ticked, voices, each({many({}), many({"b"})}));
    REQUIRE(taken.safety.size() == 1); // leaving an item is no flag
    CHECK(taken.safety[0].part == 1);
    CHECK(taken.safety[0].flag->text == "hurts too");
}

TEST_CASE("order: pairs, and where a step stands on average") {
    const Scene asked = asking(three_steps());
    const auto voices = voices_of({kCpp, kCpp, kOt});
    const auto compared =
        compare(asked, voices, each({in_order({"x", "y", "z"}), in_order({"y", "x", "z"}), in_order({"z", "x", "y"})}));
    REQUIRE(compared.parts.size() == 3); // xy, xz, yz
    const auto votes = [&](std::size_t part, std::size_t alternative) {
        return compared.parts[part].alternatives[alternative].total;
    };
    CHECK(votes(0, kFirstBefore) == 2); // x before y: 1st and 3rd
    CHECK(votes(0, kSecondBefore) == 1);
    CHECK(votes(1, kFirstBefore) == 2);
    CHECK(votes(2, kFirstBefore) == 2);
    // Each pair 2 : 1, two alternatives: 0.636514 / ln 2.
    CHECK(compared.disagreement == Approx(0.918295834054490));
    // xy: CPP 1/2, OT 1: 0.311278. xz and yz: CPP 1, OT 0: 1 each.
    CHECK(compared.difference_between_professions == Approx((0.311278124459133 + 1.0 + 1.0) / 3));
    const auto places = step_places(compared);
    REQUIRE(places.size() == 3);
    // x: places 1, 2, 2; y: 2, 1, 3; z: 3, 3, 1.
    CHECK(places[0].mean == Approx(5.0 / 3));
    CHECK(places[1].mean == Approx(6.0 / 3));
    CHECK(places[2].mean == Approx(7.0 / 3));
    CHECK(places[0].mean_by_profession[0] == Approx(1.5)); // CPP: (1 + 2) / 2
    CHECK(places[2].mean_by_profession[0] == Approx(3.0));
    CHECK(places[2].mean_by_profession[1] == Approx(1.0));
    CHECK(step_places(compare(asked, voices, {})).empty());
    CHECK(step_places(compare(asked, voices, {{0, in_order({"x", "y", "z"}), 2}}))[0].mean_by_profession[1] == 0.0);
    CHECK(compare(asked, voices, each({in_order({"x", "y"}), in_order({"x", "y", "y"}), in_order({"x", "y", "w"})}))
              .left_out == 3);
}

TEST_CASE("an order of one step and a grid without places have no part, and do not differ") {
    OrderSteps single = three_steps();
    single.steps.resize(1);
    const Scene asked = asking(single);
    const auto compared = compare(asked, voices_of({kCpp, kOt}), each({in_order({"x"}), in_order({"x"})}));
    CHECK(compared.votes.total == 2);
    CHECK(compared.parts.empty());
    CHECK(compared.disagreement == 0.0);
    CHECK(step_places(compared)[0].mean == Approx(1.0));
    const Scene nothing = asking(grid(GridKind::role_split, {}, {}, {}));
    CHECK(compare(nothing, voices_of({kCpp}), each({marks({})})).votes.total == 1);
    // A scene that is read is no decision.
    const Scene read = asking(ReadOn{});
    CHECK(compare(read, voices_of({kCpp}), each({read_on()})).votes.total == 0);
}

namespace {

// Seven scenes, the first of them read.
Scenario seven() {
    std::vector<Scene> scenes = {scene("s0", ReadOn{}, {to_scene("s1")})};
    for (int i = 1; i < 7; ++i) {
        const std::string id = "s" + std::to_string(i);
        const std::string next = "s" + std::to_string(i + 1);
        scenes.push_back(scene(id.c_str(), four_options(), {i == 6 ? to_ending("end") : to_scene(next.c_str())}));
    }
    return scenario(std::move(scenes), {ending("end")});
}

using Indices = std::vector<std::size_t>;

} // namespace

TEST_CASE("decisions are sorted by difference, then disagreement, then their place; five are discussed") {
    const Scenario made = seven();
    const auto voices = voices_of({kCpp, kCpp, kOt, kOt});
    AnswersByScene answers;
    answers[SceneId("s1")] = each({one("a"), one("a"), one("a"), one("a")}); // alike
    answers[SceneId("s2")] = each({one("a"), one("b"), one("a"), one("b")}); // apart, but not by profession
    answers[SceneId("s3")] = each({one("a"), one("a"), one("b"), one("b")}); // by profession
    answers[SceneId("s4")] = {{0, one("a"), 1}};                             // one vote
    answers[SceneId("s5")] = each({one("c"), one("c"), one("d"), one("d")}); // as s3
    answers[SceneId("s6")] = each({one("a"), one("b"), one("c"), one("d")}); // by profession, and within
    answers[SceneId("nowhere")] = each({one("a"), one("b")});
    answers[SceneId("s0")] = each({read_on(), read_on()});
    const Cohort cohort = compare_all(made, voices, answers);
    REQUIRE(cohort.decisions.size() == 6); // s1 to s6
    CHECK(cohort.find(SceneId("s6")) == &cohort.decisions[5]);
    CHECK(cohort.find(SceneId("s0")) == nullptr);
    // s3, s5, s6 differ wholly by profession (1.0); s6 disagrees most. s2 0, but disagrees; then s1 and s4.
    CHECK(order_by_difference(cohort) == Indices{5, 2, 4, 1, 0, 3});
    // s4 has one vote; the others in the order of the case.
    CHECK(five_decisions(cohort) == Indices{0, 1, 2, 4, 5});
    // Six scenes with votes: the one that differs least is left out.
    answers[SceneId("s4")] = each({one("a"), one("a"), one("a"), one("b")});
    CHECK(five_decisions(compare_all(made, voices, answers)) == Indices{1, 2, 3, 4, 5});
    CHECK(five_decisions(compare_all(made, voices, {})).empty());
    CHECK(order_by_difference(compare_all(made, {}, {})) == Indices{0, 1, 2, 3, 4, 5});
}

TEST_CASE("sessions are counted one after another, without what was given") {
    const Scenario made = seven();
    const auto voices = voices_of({kCpp, kOt});
    CohortCounter counter(made, voices);
    Decision given = decide("s2", one("a"));
    given.is_given = true;
    counter.add_session(0, {decide("s0", read_on()), decide("s1", one("a")), given, decide("s3", one("b"))});
    counter.add_session(1, {decide("s0", read_on()), decide("s1", one("b")), given});
    const Cohort cohort = counter.cohort();
    CHECK(cohort.decisions[0].votes.total == 2);
    CHECK(cohort.decisions[1].votes.total == 0);
    CHECK(cohort.decisions[2].votes.total == 1);
    CHECK(cohort.decisions[0].difference_between_professions == Approx(1.0));
}

TEST_CASE("assessments are items with a budget at a scene of the function of assessment") {
    Scenario made = seven();
    const auto offer = [&](std::size_t at, std::optional<int> budget, const char *function) {
        made.scenes[at].interaction =
            choose_many({item("a", "recommended", {}, 1), item("b", "acceptable", {}, 1)}, budget);
        made.scenes[at].functions = {HandbookId(function)};
    };
    offer(1, {}, "f1"); // screening: no budget
    offer(2, 5, "f6");  // a conference
    offer(3, 5, "f1");
    AnswersByScene answers;
    for (const char *id : {"s1", "s2", "s3"}) answers[SceneId(id)] = each({many({"a"}), many({"b"})});
    const auto uses = assessment_uses(compare_all(made, voices_of({kCpp, kOt}), answers));
    REQUIRE(uses.size() == 2);
    CHECK(uses[0].scene->id == SceneId("s3"));
    CHECK(uses[0].chosen_by == std::vector<LearnerProfession>{kCpp});
    CHECK(uses[0].never_by == std::vector<LearnerProfession>{kOt});
    CHECK(uses[1].chosen_by == std::vector<LearnerProfession>{kOt});
}

TEST_CASE("profiles add up what was earned and available where a group was asked") {
    Scenario made = seven();
    made.hash = "text-1";
    for (Scene &each_scene : made.scenes)
        if (auto *choice = std::get_if<ChooseOne>(&each_scene.interaction)) {
            choice->options[0].credit = points({{1, 3}, {6, 1}});
            choice->options[1].credit = points({{1, 1}});
        }
    const auto voices = voices_of({kOt, kCpp, kOt});
    const auto run = [&](std::vector<Decision> decisions) {
        auto progress = engine::fold(made, decisions);
        REQUIRE(progress);
        return std::move(progress).value();
    };
    Decision given = decide("s2", one("a"));
    given.is_given = true;
    const auto first = run({decide("s0", read_on()), decide("s1", one("a")), given, decide("s3", one("b"))});
    const auto second = run({decide("s0", read_on()), decide("s1", one("c"))});
    const auto profiles = practice_point_profiles(made, voices, {{0, &first}, {1, &second}, {2, &first}, {9, &first}});
    CHECK(profiles.professions == std::vector<LearnerProfession>{kCpp, kOt});
    // A voice: s1 3 of 3 on p1 and 1 of 1 on p6, s3 1 of 3 and 0 of 1.
    CHECK(profiles.by_voice[0].sessions == 1);
    CHECK(profiles.by_voice[0].decisions == 2);
    CHECK(profiles.by_voice[0].earned[0] == 4);
    CHECK(profiles.by_voice[0].available[0] == 6);
    CHECK(profiles.by_voice[0].earned[5] == 1);
    CHECK(profiles.by_voice[0].available[5] == 2);
    CHECK(profiles.by_voice[0].available[1] == 0);
    CHECK(profiles.by_profession[0].earned[0] == 0);
    CHECK(profiles.by_profession[0].available[0] == 3);
    CHECK(profiles.by_profession[1].sessions == 2);
    CHECK(profiles.by_profession[1].earned[0] == 8);
    CHECK(profiles.by_profession[1].available[0] == 12);
    // Another text of the case is not mixed in.
    Scenario other = made;
    other.hash = "text-2";
    CHECK(practice_point_profiles(other, voices, {{0, &first}}).by_voice[0].sessions == 0);
}
