#include "engine/fold.h"
#include "support/build.h"
#include "support/show.h"

using namespace tsunagi;
using namespace tsunagi::engine;
using namespace tsunagi::model;
using namespace tsunagi::test;

namespace {

// Everything of a change in one line, so that two journals can be compared.
std::string told(const Change &change) {
    struct Teller {
        std::string operator()(const FactLearned &learned) const { return "learned " + learned.fact.value; }
        std::string operator()(const GaugeMoved &moved) const {
            return std::string(word_of(moved.gauge, kGaugeWords)) + " " + std::to_string(moved.from) + ">" +
                   std::to_string(moved.to) + " " + moved.because;
        }
        std::string operator()(const MonthsPassed &passed) const { return "months " + std::to_string(passed.months); }
        std::string operator()(const TieChanged &changed) const { return "tie " + changed.tie.value; }
    };
    return std::visit(Teller{}, change);
}

using Texts = std::vector<std::string>;

Texts told(const std::vector<Change> &changes) {
    Texts texts;
    for (const Change &change : changes) texts.push_back(told(change));
    return texts;
}

// Everything of a progress in lines.
Texts told(const Progress &progress) {
    Texts lines = {progress.scene ? "scene " + progress.scene->id.value : "",
                   progress.ending ? "ending " + progress.ending->id.value : "",
                   "months " + std::to_string(progress.state.months)};
    const auto add = [&](const Texts &more) { lines.insert(lines.end(), more.begin(), more.end()); };
    for (const int gauge : progress.state.gauges) lines.push_back(std::to_string(gauge));
    for (const LearnedFact &fact : progress.state.facts)
        lines.push_back(fact.fact.value + "@" + std::to_string(fact.month) + "@" + fact.scene.value);
    for (const FlagId &flag : progress.state.flags) lines.push_back(flag.value);
    for (const SceneId &scene : progress.state.visited) lines.push_back(scene.value);
    add(progress.text);
    add(told(progress.on_enter));
    for (const PlayedDecision &played : progress.played) {
        lines.push_back(played.scene->id.value + " month " + std::to_string(played.month));
        add(played.text);
        add(told(played.on_enter));
        add(told(played.changes));
        add(played.consequences);
        for (const OptionId &id : played.unavailable) lines.push_back("not " + id.value);
        lines.push_back(show(played.earned) + " of " + show(played.available));
    }
    return lines;
}

// A small case with every primitive, in which each decision matters later.
Scenario small_case() {
    Option visit =
        option("visit", "recommended", points({{4, 2}}), {learn("debts"), move_gauge("trust", 2, "came by")});
    visit.consequence = "She opened the door.";
    Option letter = option("letter", "missed", {}, {move_gauge("trust", -9, "an official letter")});
    letter.consequence = "No answer came.";
    Scene contact = scene("contact", choose_one({visit, letter}), {to_scene("assess")});
    contact.months = 1;
    contact.on_enter = {learn("referral"), set_flag("begun")};
    contact.text = {paragraph("start"), paragraph("begun", flag_is_set("begun")),
                    paragraph("months", months_within(1, {})), paragraph("never", flag_is_set("ended"))};

    Option income = item("income", "recommended", points({{2, 2}}), 1);
    income.when = fact_known("debts");
    income.effects = {move_gauge("stability", 1, "income looked at")};
    Option history = item("history", "recommended", points({{2, 1}}), 2);
    history.effects = {move_gauge("stability", 2, "history looked at"), pass_months(1)};
    Scene assess = scene("assess", choose_many({history, income, item("iq", "premature", points({{2, -1}}), 2)}, 4),
                         {to_scene("share")});
    assess.after = {
        consequence("Both are known.", {set_flag("picture")},
                    all_of({taken("assess", "history"), taken("assess", "income")})),
        consequence("The team sees the whole.", {move_gauge("alignment", 1, "one picture")}, flag_is_set("picture")),
        consequence("It goes on."), consequence("", {learn("assessed")}),
        consequence("Nobody knows.", {}, not_of(flag_is_set("picture")))};

    Scene share = scene(
        "share", grid(GridKind::sharing, {"debts"}, {"phn"}, {grid_cell("debts", "phn", {"ask"}, points({{6, 1}}))}),
        {to_scene("plan", flag_is_set("picture")), to_scene("plan-anyway")});
    Scene plan = scene("plan", order_steps({"b", "a"}, {precedence("a", "b", points({{3, 1}}))}), {to_scene("close")});
    Scene plan_anyway = scene("plan-anyway", ReadOn{}, {to_scene("close")});
    Scene close = scene("close", ReadOn{},
                        {to_ending("good", all_of({flag_is_set("picture"), ordered("plan", "a", "b")})),
                         to_ending("fair", gauge_within("trust", 5, {})), to_ending("poor")});
    close.months = 6;

    Ending good = ending("good");
    good.text = {paragraph("asked", mark_is("share", "debts", "phn", {"ask"})), paragraph("all"),
                 paragraph("late", months_within(9, {}))};
    return scenario({contact, assess, share, plan, plan_anyway, close}, {good, ending("fair"), ending("poor")});
}

std::vector<Decision> good_course() {
    return {decide("contact", one("visit")), decide("assess", many({"income", "history"})),
            decide("share", marks({{"debts", "phn", "ask"}})), decide("plan", in_order({"a", "b"})),
            decide("close", read_on())};
}

Progress played(const Scenario &scenario, const std::vector<Decision> &decisions) {
    auto progress = fold(scenario, decisions);
    REQUIRE(progress.is_ok());
    return std::move(progress).value();
}

} // namespace

TEST_CASE("the first scene is entered at the beginning: months, then effects, then text") {
    const Scenario scenario = small_case();
    const Progress progress = begin(scenario);
    CHECK(progress.scene == &scenario.scenes[0]);
    CHECK_FALSE(progress.is_over());
    CHECK(progress.state.months == 1);
    CHECK(progress.state.has_visited(SceneId("contact")));
    CHECK(progress.text == Texts{"start", "begun", "months"});
    CHECK(told(progress.on_enter) == Texts{"months 1", "learned referral"});
    CHECK(progress.state.facts.at(0).month == 1); // months passed before the fact was learned
    CHECK(progress.state.facts.at(0).scene == SceneId("contact"));
    CHECK(progress.played.empty());
}

TEST_CASE("a scene's own conditions see that it is visited") {
    Scenario scenario = one_scene(ReadOn{});
    scenario.scenes[0].text = {paragraph("here", visited("scene"))};
    CHECK(begin(scenario).text == Texts{"here"});
}

TEST_CASE("a decision keeps what it met") {
    const Scenario scenario = small_case();
    const Progress progress = played(scenario, {decide("contact", one("letter")), decide("assess", many({"history"}))});
    REQUIRE(progress.played.size() == 2);

    const PlayedDecision &contact = progress.played[0];
    CHECK(contact.scene == &scenario.scenes[0]);
    CHECK(contact.text == Texts{"start", "begun", "months"});
    CHECK(told(contact.on_enter) == Texts{"months 1", "learned referral"});
    CHECK(contact.month == 1);
    CHECK(contact.unavailable.empty());
    CHECK(contact.consequences == Texts{"No answer came."});
    CHECK(told(contact.changes) == Texts{"trust 5>0 an official letter"}); // -9 stopped at 0
    CHECK(contact.earned.is_zero());
    CHECK(contact.available == points({{4, 2}}));
    CHECK(contact.state_after.gauge(Gauge::trust) == 0);
    CHECK_FALSE(contact.state_after.has_visited(SceneId("assess"))); // as it was before going on

    const PlayedDecision &assess = progress.played[1];
    CHECK(assess.unavailable == std::set<OptionId>{OptionId("income")}); // the debts were not known
    CHECK(assess.earned == points({{2, 1}}));
    CHECK(assess.available == points({{2, 1}}));
}

TEST_CASE("effects of a choose many come in the order of the items, whatever the order of the answer") {
    const Scenario scenario = small_case();
    const Progress progress =
        played(scenario, {decide("contact", one("visit")), decide("assess", many({"income", "history"}))});
    CHECK(told(progress.played[1].changes) == Texts{"stability 5>7 history looked at", "months 1",
                                                    "stability 7>8 income looked at", "alignment 5>6 one picture",
                                                    "learned assessed"});
}

TEST_CASE("all after-rules that hold happen, and see what happened before them") {
    const Scenario scenario = small_case();
    const Progress whole =
        played(scenario, {decide("contact", one("visit")), decide("assess", many({"history", "income"}))});
    CHECK(whole.played[1].consequences == Texts{"Both are known.", "The team sees the whole.", "It goes on."});
    CHECK(whole.state.gauge(Gauge::alignment) == 6);
    CHECK(whole.state.knows(FactId("assessed"))); // a rule without text still does what it does

    const Progress half = played(scenario, {decide("contact", one("visit")), decide("assess", many({"history"}))});
    CHECK(half.played[1].consequences == Texts{"It goes on.", "Nobody knows."});
    CHECK(half.state.gauge(Gauge::alignment) == 5);
}

TEST_CASE("the story goes to the first scene or ending whose condition holds") {
    const Scenario scenario = small_case();
    const Progress good = played(scenario, good_course());
    REQUIRE(good.is_over());
    CHECK(good.scene == nullptr);
    CHECK(good.ending->id == EndingId("good"));

    std::vector<Decision> turned = good_course();
    turned[3] = decide("plan", in_order({"b", "a"}));
    CHECK(played(scenario, turned).ending->id == EndingId("fair"));

    const Progress poor =
        played(scenario, {decide("contact", one("letter")), decide("assess", many({})), decide("share", marks({})),
                          decide("plan-anyway", read_on()), decide("close", read_on())});
    CHECK(poor.ending->id == EndingId("poor"));
    CHECK_FALSE(poor.state.has_visited(SceneId("plan")));
}

TEST_CASE("an ending shows the text its conditions allow") {
    const Scenario scenario = small_case();
    const Progress progress = played(scenario, good_course());
    CHECK(progress.text == Texts{"asked", "all"}); // 1 + 1 + 6 months: not "late"
    CHECK(progress.state.months == 8);
    CHECK(progress.on_enter.empty());

    std::vector<Decision> silent = good_course();
    silent[2] = decide("share", marks({{"debts", "phn", "share"}}));
    CHECK(played(scenario, silent).text == Texts{"all"});
}

TEST_CASE("a decision that cannot be taken leaves everything as it was") {
    const Scenario scenario = small_case();
    Progress progress = begin(scenario);
    REQUIRE(commit(progress, decide("contact", one("letter"))));
    const Texts before = told(progress);
    const auto refused = [&](const Decision &decision) {
        const base::Status status = commit(progress, decision);
        REQUIRE_FALSE(status.is_ok());
        CHECK(told(progress) == before);
        CHECK(progress.state.answers.size() == 1);
        return status.error().code + " " + status.error().detail;
    };
    CHECK(refused(decide("contact", one("visit"))) == "replay-scene contact (assess)");
    CHECK(refused(decide("nowhere", read_on())) == "replay-scene nowhere (assess)");
    CHECK(refused(decide("assess", read_on())) == "replay-answer assess: wrong-kind");
    CHECK(refused(decide("assess", many({"income"}))) == "replay-answer assess: unavailable");
    CHECK(refused(decide("assess", many({"history", "iq", "history"}))) == "replay-answer assess: repeated");
    CHECK(refused(decide("assess", many({"nothing"}))) == "replay-answer assess: unknown-id");
    REQUIRE(commit(progress, decide("assess", many({"history", "iq"}))));
}

TEST_CASE("every answer fault is told by its word") {
    const auto refusal = [](const Interaction &interaction, const Answer &answer) {
        const Scenario scenario = one_scene(interaction);
        Progress progress = begin(scenario);
        const base::Status status = commit(progress, decide("scene", answer));
        return status ? std::string() : status.error().detail;
    };
    const std::vector<Option> items = {item("a", "acceptable", {}, 2), item("b", "acceptable", {}, 2)};
    CHECK(refusal(choose_many(items, 3), many({"a", "b"})) == "scene: over-budget");
    CHECK(refusal(choose_many(items, {}, 1), many({})) == "scene: too-few");
    CHECK(refusal(choose_many(items, {}, 0, 1), many({"a", "b"})) == "scene: too-many");
    CHECK(refusal(grid(GridKind::sharing, {"a"}, {"x"}, {}), marks({{"a", "x", "lead"}})) == "scene: wrong-mark");
    CHECK(refusal(order_steps({"a", "b"}, {}), in_order({"a"})) == "scene: not-all-steps");
    CHECK(refusal(ReadOn{}, read_on()) == "");
}

TEST_CASE("after the ending nothing more can be decided") {
    const Scenario scenario = small_case();
    Progress progress = played(scenario, good_course());
    const Texts before = told(progress);
    const base::Status status = commit(progress, decide("close", read_on()));
    CHECK(status.error().code == "replay-over");
    CHECK(told(progress) == before);
}

TEST_CASE("folding is the same as deciding step by step") {
    const Scenario scenario = small_case();
    const std::vector<Decision> course = good_course();
    Progress stepwise = begin(scenario);
    for (std::size_t count = 0; count <= course.size(); ++count) {
        const std::vector<Decision> so_far(course.begin(), course.begin() + static_cast<std::ptrdiff_t>(count));
        CHECK(told(played(scenario, so_far)) == told(stepwise));
        if (count < course.size()) REQUIRE(commit(stepwise, course[count]));
    }
}

TEST_CASE("folding twice gives the same, and a copy of the scenario too") {
    const Scenario scenario = small_case();
    const Scenario copy = scenario;
    CHECK(told(played(scenario, good_course())) == told(played(scenario, good_course())));
    CHECK(told(played(scenario, good_course())) == told(played(copy, good_course())));
}

TEST_CASE("a fold stops at the first decision that cannot be taken and says which") {
    const Scenario scenario = small_case();
    std::vector<Decision> decisions = good_course();
    decisions[1] = decide("assess", many({"history", "zzz"}));
    const auto progress = fold(scenario, decisions);
    REQUIRE_FALSE(progress.is_ok());
    CHECK(progress.error().code == "replay-answer");
    CHECK(progress.error().detail == "2: assess: unknown-id");

    decisions = good_course();
    decisions.push_back(decide("close", read_on()));
    CHECK(fold(scenario, decisions).error().code == "replay-over");
    CHECK(fold(scenario, decisions).error().detail == "6: close");
    CHECK(fold(scenario, {decide("assess", many({}))}).error().detail == "1: assess (contact)");
}

TEST_CASE("the rationale and the time spent are kept and change nothing") {
    const Scenario scenario = small_case();
    std::vector<Decision> decisions = good_course();
    const Texts plain = told(played(scenario, decisions));
    decisions[0].rationale = "会ってみないと分からない";
    decisions[0].seconds = 95;
    const Progress progress = played(scenario, decisions);
    CHECK(told(progress) == plain);
    CHECK(progress.played[0].decision.rationale == "会ってみないと分からない");
    CHECK(progress.played[0].decision.seconds == 95);
}

TEST_CASE("while a decision is looked back on, nothing of the next scene is known") {
    const Scenario scenario = small_case();
    const Progress at_close =
        played(scenario, {decide("contact", one("visit")), decide("assess", many({})), decide("share", marks({}))});
    const Progress next = played(scenario, {decide("contact", one("visit")), decide("assess", many({})),
                                            decide("share", marks({})), decide("plan-anyway", read_on())});
    REQUIRE(at_close.scene->id == SceneId("plan-anyway"));
    REQUIRE(next.state.months == 7); // "close" was entered, six months later

    const Progress earlier = before_next_scene(next);
    CHECK(earlier.scene->id == SceneId("plan-anyway"));
    CHECK(earlier.state.months == 1);
    CHECK_FALSE(earlier.state.has_visited(SceneId("close")));
    CHECK(earlier.on_enter.empty());
    CHECK(earlier.played.size() == 4);

    const Progress over = before_next_scene(played(scenario, good_course()));
    CHECK_FALSE(over.is_over());
    CHECK(over.scene->id == SceneId("close"));
    CHECK(told(before_next_scene(begin(scenario))) == told(begin(scenario)));
}
