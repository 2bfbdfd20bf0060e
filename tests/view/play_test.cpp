#include <doctest/doctest.h>

#include <algorithm>

#include "support/build.h"
#include "support/show.h"
#include "view/fixture.h"
#include "view/outcome_view.h"
#include "view/play_view.h"

using namespace tsunagi;

namespace {

view::PlayView play_of(int count, const i18n::Texts &texts) {
    const model::Session session = test::session_of("handbook", count);
    return view::play_view(test::progress_of(session), session, test::handbook(), texts);
}

int index_of_scene(const model::Session &session, const char *scene) {
    for (std::size_t i = 0; i < session.decisions.size(); ++i)
        if (session.decisions[i].scene == model::SceneId(scene)) return static_cast<int>(i);
    return -1;
}

// The play view at a scene of the handbook's course.
view::SceneView scene_of(const char *scene, const i18n::Texts &texts) {
    const int index = index_of_scene(test::session_of("handbook"), scene);
    REQUIRE(index >= 0);
    return play_of(index, texts).scene;
}

// A scene played by hand with the engine, for what no real case shows in one place.
engine::Progress played(const model::Scenario &scenario, model::Answer answer) {
    engine::Progress progress = engine::begin(scenario);
    REQUIRE(engine::commit(progress, test::decide("scene", std::move(answer))));
    return progress;
}

view::OutcomeView outcome_of(const model::Scenario &scenario, model::Answer answer) {
    const engine::Progress progress = played(scenario, std::move(answer));
    return view::outcome_view(progress.played.front(), scenario, test::handbook(), test::ja());
}

} // namespace

TEST_CASE("the play view begins at the first scene") {
    const view::PlayView play = play_of(0, test::ja());
    CHECK(play.case_title == test::cpp1().title);
    CHECK(play.learner == "あおい（看護師・Aグループ）");
    CHECK(play.notice.empty());
    CHECK(play.scene.id == "referral");
    CHECK(std::holds_alternative<view::ReadView>(play.scene.interaction));
    REQUIRE(play.rail.size() == 9);
    CHECK(play.rail[0].state == view::RailStep::State::current);
    CHECK(play.rail[8].state == view::RailStep::State::ahead);
    CHECK(play.case_file.gauges.size() == 6);
}

TEST_CASE("an exploration says that it is one") {
    model::Session session = test::session_of("handbook", 3);
    session.kind = model::SessionKind::exploration;
    const auto play = view::play_view(test::progress_of(session), session, test::handbook(), test::ja());
    CHECK_FALSE(play.notice.empty());
}

TEST_CASE("the rail follows the story") {
    const auto late = play_of(static_cast<int>(test::session_of("handbook").decisions.size()) - 1, test::ja());
    CHECK(late.rail[0].state == view::RailStep::State::done);
    CHECK(std::count_if(late.rail.begin(), late.rail.end(),
                        [](const view::RailStep &step) { return step.state == view::RailStep::State::current; }) == 1);
}

TEST_CASE("items that cost show their cost and stand under their profession") {
    const auto scene = scene_of("assess-1", test::ja());
    const auto &choice = std::get<view::ChoiceView>(scene.interaction);
    CHECK(choice.is_many);
    REQUIRE(choice.budget);
    CHECK(choice.groups.size() > 1);
    for (const view::OptionGroupView &group : choice.groups) {
        CHECK(test::fault_of(group.heading) == "");
        for (const view::OptionView &option : group.options)
            CHECK(option.cost_label.find(choice.unit) != std::string::npos);
    }
}

TEST_CASE("a grid offers the three marks of its kind") {
    const auto roles = scene_of("roles", test::ja());
    const auto &grid = std::get<view::GridView>(roles.interaction);
    REQUIRE(grid.marks.size() == 3);
    CHECK(grid.marks[0].word == "主");
    const auto sharing = scene_of("sharing", test::ja());
    CHECK(std::get<view::GridView>(sharing.interaction).marks[1].word == "同意後");
}

TEST_CASE("a mark's sign and its word go together") {
    CHECK(view::mark_view(model::Mark::lead, test::ja()).symbol == "◎");
    CHECK(view::mark_view(model::Mark::lead, test::ja()).word == "主");
}

TEST_CASE("a learner goes by nickname, profession and group") {
    CHECK(view::learner_line({"あおい", model::LearnerProfession::ot, ""}, test::ja()) == "あおい（作業療法士）");
    CHECK(view::learner_line({"Aoi", model::LearnerProfession::ot, "B"}, test::en()) ==
          "Aoi (Occupational therapist, B)");
}

TEST_CASE("a group of items is headed by a profession's name, or by the word itself") {
    CHECK(view::group_heading("phn", test::ja()) == "保健師");
    CHECK(view::group_heading("暮らし", test::ja()) == "暮らし");
}

TEST_CASE("everything shown of every scene is text, in both languages") {
    const model::Session session = test::session_of("handbook");
    for (const i18n::Texts *texts : {&test::ja(), &test::en()})
        for (int count = 0; count < static_cast<int>(session.decisions.size()); ++count) {
            const auto play = play_of(count, *texts);
            CAPTURE(play.scene.id);
            CHECK(test::fault_of(play.scene.when) == "");
            CHECK(test::fault_of(play.scene.title) == "");
            CHECK(test::fault_of(play.case_file.client) == "");
            CHECK(test::fault_of(play.case_file.months) == "");
            CHECK_FALSE(play.scene.paragraphs.empty());
            for (const auto &change : play.scene.changes) CHECK(test::fault_of(change) == "");
            for (const auto &gauge : play.case_file.gauges) CHECK(test::fault_of(gauge.label) == "");
            for (const auto &group : play.case_file.parties) CHECK(test::fault_of(group.heading) == "");
            for (const auto &group : play.case_file.facts) {
                CHECK(test::fault_of(group.heading) == "");
                for (const auto &fact : group.facts) CHECK(test::fault_of(fact.source) == "");
            }
        }
}

TEST_CASE("the outcome gives the reason of every option, taken or not") {
    auto good = test::option("good", "recommended", test::points({{1, 2}}));
    good.consequence = "扉が開いた";
    auto bad = test::option("bad", "harmful");
    bad.safety = test::safety("rights", "本人の同意がない");
    model::ChooseOne choice;
    choice.question = "どうしますか";
    choice.options = {good, bad};
    const model::Scenario scenario = test::one_scene(choice);

    const auto well = outcome_of(scenario, test::one("good"));
    CHECK(well.question == "どうしますか");
    REQUIRE(well.option_class);
    CHECK(well.option_class->word == "推奨");
    CHECK(well.option_class->symbol == "◎");
    CHECK(well.consequences == std::vector<std::string>{"扉が開いた"});
    REQUIRE(well.reasons.size() == 2);
    CHECK(well.taken == std::vector<std::string>{"text of good"});
    for (const view::ReasonView &reason : well.reasons) {
        CHECK(reason.is_taken == (reason.text == "text of good"));
        CHECK_FALSE(reason.reason.empty());
        CHECK(reason.option_class.has_value());
    }
    REQUIRE(well.points.size() == 1);
    CHECK(well.points[0].id == "p1");
    CHECK(well.points[0].earned == 2);
    CHECK(well.points[0].available == 2);
    CHECK(well.points[0].label == test::handbook().find("p1")->short_title.ja);
    CHECK(well.safety.empty());

    const auto badly = outcome_of(scenario, test::one("bad"));
    REQUIRE(badly.safety.size() == 1);
    CHECK(badly.safety[0].heading == "権利の侵害");
    CHECK(badly.safety[0].text == "本人の同意がない");
    CHECK(badly.safety[0].subject == "text of bad");
    CHECK(badly.points.at(0).earned == 0);
    CHECK(badly.points.at(0).available == 2);
}

TEST_CASE("the outcome names essential items missed and unneeded ones taken") {
    auto needed = test::item("needed", "recommended", test::points({{2, 1}}));
    needed.is_essential = true;
    model::ChooseMany choice;
    choice.question = "何を選びますか";
    choice.items = {needed, test::item("early", "premature", test::points({{2, -1}}))};
    const auto outcome = outcome_of(test::one_scene(choice), test::many({"early"}));
    REQUIRE(outcome.findings.size() == 2);
    CHECK(outcome.findings[0] == "欠かせない項目が入っていません：text of needed");
    CHECK(outcome.findings[1] == "今は要らない、または早い項目が入っています：text of early");
}

TEST_CASE("what no handbook entry stands for is still shown, by its id") {
    auto option = test::option("only", "recommended");
    option.refs = {model::HandbookId("nowhere")};
    model::ChooseOne choice;
    choice.question = "？";
    choice.options = {option};
    const auto outcome = outcome_of(test::one_scene(choice), test::one("only"));
    REQUIRE(outcome.reasons.at(0).refs.size() == 1);
    CHECK(outcome.reasons[0].refs[0].label == "nowhere");
}
