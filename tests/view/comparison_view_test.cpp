// Looking back on a workshop in words: six groups of three professions, with figures worked out by hand.

#include <doctest/doctest.h>

#include "support/build.h"
#include "view/comparison_view.h"
#include "view/fixture.h"
#include "view/presenter_view.h"

using namespace tsunagi;
using namespace tsunagi::model;
using namespace tsunagi::test;
using namespace tsunagi::view;

namespace {

// Two groups each of psychologists (C1, C2), occupational therapists (O1, O2) and nurses (N1, N2).
std::vector<analysis::Voice> six_voices() {
    std::vector<analysis::Voice> voices;
    const auto add = [&](const char *name, LearnerProfession profession) {
        voices.push_back({GroupId(name), name, profession, 4});
    };
    add("C1", LearnerProfession::cpp);
    add("C2", LearnerProfession::cpp);
    add("O1", LearnerProfession::ot);
    add("O2", LearnerProfession::ot);
    add("N1", LearnerProfession::nurse);
    add("N2", LearnerProfession::nurse);
    return voices;
}

// One scene that ends the story, and what each group answered there.
ReviewMaterial material_of(Interaction interaction, const std::vector<Answer> &answers) {
    auto made = std::make_shared<Scenario>();
    made->title = "case";
    Scene asked = scene("asked", std::move(interaction), {to_ending("end")});
    asked.handbook_team = "what the team did";
    asked.prompts = {"what to ask"};
    made->scenes = {asked};
    made->endings = {ending("end")};
    made->start_scene = SceneId("asked");
    ReviewMaterial material;
    material.workshop.title = "workshop";
    material.workshop.is_revealed = true;
    material.scenario = made;
    analysis::AnswersByScene counts;
    for (std::size_t i = 0; i < answers.size(); ++i) {
        counts[SceneId("asked")].push_back({i, answers[i], 1});
        material.answers[SceneId("asked")].push_back({i, answers[i], i == 0 ? "because of C1" : ""});
    }
    material.cohort = analysis::compare_all(*made, six_voices(), counts);
    material.by_difference = analysis::order_by_difference(material.cohort);
    return material;
}

// Psychologists a, a; occupational therapists b, b; nurses a, b.
ReviewMaterial chosen() {
    ChooseOne choice = choose_one({option("a", "recommended"), option("b", "harmful"), option("c")});
    choice.question = "which?";
    return material_of(choice, {one("a"), one("a"), one("b"), one("b"), one("a"), one("b")});
}

ComparedDecisionView decision_of(const ReviewMaterial &material) {
    return compared_decision_view(material, 0, handbook(), ja());
}

std::vector<std::string> texts_of(const CompareRow &row) {
    std::vector<std::string> texts;
    for (const CompareCell &cell : row.cells) texts.push_back(cell.text);
    return texts;
}

std::vector<std::string> names_of(const CompareTable &table) {
    std::vector<std::string> names;
    for (const CompareColumn &column : table.columns) names.push_back(column.name);
    return names;
}

using Names = std::vector<std::string>;

} // namespace

TEST_CASE("a choice: who took what, each profession's share, and both figures as worked out by hand") {
    const ReviewMaterial material = chosen();
    const ComparedDecisionView view = decision_of(material);
    CHECK(view.votes == "6票（公認心理師 2・作業療法士 2・看護師 2）");
    // Votes 3, 3, 0: ln 2 / ln 3 = 0.6309. Professions (1,0), (0,1), (1/2,1/2): (ln 2 - ln 2 / 3) / ln 3 = 0.4206.
    CHECK(view.disagreement == "意見のばらつき 0.63");
    CHECK(view.difference == "職種の差 0.42");
    CHECK(view.split.word == "分かれた");
    CHECK(names_of(view.table) == Names{"C1", "C2", "計", "O1", "O2", "計", "N1", "N2", "計"});
    REQUIRE(view.table.rows.size() == 3);
    CHECK(texts_of(view.table.rows[0]) == Names{"●", "●", "2 / 2", "", "", "0 / 2", "●", "", "1 / 2"});
    CHECK(texts_of(view.table.rows[1]) == Names{"", "", "0 / 2", "●", "●", "2 / 2", "", "●", "1 / 2"});
    CHECK(texts_of(view.table.rows[2]) == Names{"", "", "0 / 2", "", "", "0 / 2", "", "", "0 / 2"});
    CHECK(view.table.rows[0].cells[2].tip == "公認心理師：C1、C2・看護師：N1");
    CHECK(view.table.rows[0].cells[8].depth == doctest::Approx(0.5F));
    CHECK(view.voices.size() == 6);
    CHECK(view.voices[0].rationale == "because of C1");
    CHECK(view.without_reason == "理由を書いていない記録：5");
    REQUIRE(view.reasons.size() == 3);
    CHECK(view.reasons[1].option_class->word == "有害");
    CHECK(view.panel.empty());
    CHECK_FALSE(view.has_team);
}

TEST_CASE("the handbook's team and the team decision stand beside the groups") {
    ReviewMaterial material = chosen();
    const auto kept = material.scenario; // the cohort points into it
    auto scenario = std::make_shared<Scenario>(*kept);
    scenario->handbook_course.decisions = {decide("asked", one("a"))};
    material.scenario = scenario;
    Decision team = decide("asked", one("c"));
    team.rationale = "we talked";
    material.workshop.team = {team};
    const ComparedDecisionView view = decision_of(material);
    CHECK(names_of(view.table).at(9) == "手引き");
    CHECK(names_of(view.table).at(10) == "チーム");
    CHECK(view.table.rows[0].cells[9].text == "●");
    CHECK(view.table.rows[0].cells[10].text.empty());
    CHECK(view.table.rows[2].cells[10].text == "●");
    CHECK(view.has_team);
    CHECK(view.team.reason == "we talked");
}

TEST_CASE("a role split laid over itself: counts in each cell, who owns nothing, who has two leads") {
    AssignGrid split = grid(GridKind::role_split, {"visit", "money"}, {"cpp", "ot"}, {});
    const Answer lead_cpp = marks({{"visit", "cpp", "lead"}, {"visit", "ot", "support"}, {"money", "ot", "lead"}});
    const Answer two_leads = marks({{"visit", "cpp", "lead"}, {"visit", "ot", "lead"}, {"money", "ot", "lead"}});
    const Answer nobody = marks({{"visit", "cpp", "lead"}});
    const ComparedDecisionView view =
        decision_of(material_of(split, {lead_cpp, lead_cpp, two_leads, lead_cpp, nobody, lead_cpp}));
    CHECK(names_of(view.table) == Names{"cpp", "ot"});
    REQUIRE(view.table.rows.size() == 2);
    CHECK(texts_of(view.table.rows[0]) == Names{"主6", "主1 補4"});
    CHECK(texts_of(view.table.rows[1]) == Names{"", "主5"});
    CHECK(view.table.rows[0].notes == Names{"主が二人以上（1）：作業療法士：O1"});
    CHECK(view.table.rows[1].notes == Names{"担い手なし（1）：看護師：N1"});
    CHECK(view.table.rows[0].cells[0].depth == doctest::Approx(1.0F));
    CHECK(view.table.rows[0].cells[1].depth < 1.0F);
    CHECK(view.table.rows[0].cells[1].tip ==
          "主：作業療法士：O1\n補：公認心理師：C1、C2・作業療法士：O2・看護師：N2\nなし：看護師：N1");
}

TEST_CASE("sharing shows its signs, and what nobody filled in stays empty") {
    AssignGrid sharing = grid(GridKind::sharing, {"diagnosis"}, {"school", "family"}, {});
    const Answer share = marks({{"diagnosis", "school", "share"}});
    const Answer ask = marks({{"diagnosis", "school", "ask"}});
    const Answer withhold = marks({{"diagnosis", "school", "withhold"}});
    const ComparedDecisionView view = decision_of(material_of(sharing, {share, share, ask, withhold, share, ask}));
    CHECK(texts_of(view.table.rows[0]) == Names{"○3 △2 ×1", ""});
    CHECK(view.table.rows[0].cells[1].tip.empty());
}

TEST_CASE("an order: where each put a step, the mean of each profession, pairs that differ") {
    const ComparedDecisionView view = decision_of(
        material_of(order_steps({"x", "y"}, {}), {in_order({"x", "y"}), in_order({"x", "y"}), in_order({"y", "x"}),
                                                  in_order({"y", "x"}), in_order({"x", "y"}), in_order({"y", "x"})}));
    CHECK(texts_of(view.table.rows[0]) == Names{"1", "1", "1.0", "2", "2", "2.0", "1", "2", "1.5"});
    CHECK(view.pairs.size() == 1);
}

TEST_CASE("a panel adds up from ten votes on, and says why it does not below that") {
    ReviewMaterial material = chosen();
    material.workshop.settings.is_panel = true;
    CHECK(decision_of(material).panel ==
          ja().format(i18n::Text::comparison_panel_too_few, fmt::arg("n", 6), fmt::arg("least", 10)));
    // Sixteen votes: nine for a, seven for b.
    analysis::AnswersByScene counts;
    std::vector<analysis::Voice> voices;
    for (std::size_t i = 0; i < 16; ++i) {
        voices.push_back({GroupId("g"), "P" + std::to_string(i), LearnerProfession::cpp, 1});
        counts[SceneId("asked")].push_back({i, one(i < 9 ? "a" : "b"), 1});
    }
    material.cohort = analysis::compare_all(*material.scenario, voices, counts);
    const ComparedDecisionView view = decision_of(material);
    CHECK(names_of(view.table) == Names{"計", "パネル"}); // too many voices for columns
    CHECK(view.table.rows[0].cells[1].text == "9 / 9");
    CHECK(view.table.rows[1].cells[1].text == "7 / 9");
    CHECK(view.table.rows[2].cells[1].text == "0 / 9");
    CHECK(view.table.rows[0].cells[0].tip == "公認心理師 9/16");
    CHECK(view.difference == ja()(i18n::Text::comparison_one_profession));
}

TEST_CASE("everybody alike, nobody at all, one alone: words that fit") {
    const std::vector<Answer> alike(6, one("a"));
    const ChooseOne choice = choose_one({option("a"), option("b")});
    CHECK(decision_of(material_of(choice, alike)).split.word == "そろった");
    CHECK(decision_of(material_of(choice, {})).split.word == "比べられません");
    CHECK(decision_of(material_of(choice, {})).votes == ja()(i18n::Text::comparison_no_votes));
    CHECK(decision_of(material_of(choice, {one("a")})).split.word == "比べられません");
}

TEST_CASE("hidden results: the view says nothing else") {
    ReviewMaterial material = chosen();
    material.workshop.is_revealed = false;
    const ComparisonView view = comparison_view(material, true, {}, RegretState::not_asked, handbook(), ja());
    CHECK(view.is_hidden);
    CHECK(view.rows.empty());
    CHECK(view.points.empty());
    CHECK(view.safety.empty());
    material.workshop.settings.hides_results = false;
    CHECK_FALSE(comparison_view(material, true, {}, RegretState::not_asked, handbook(), ja()).is_hidden);
}

TEST_CASE("losses stand in the order of the groups: they are no ranking") {
    const ComparisonView view =
        comparison_view(chosen(), true, {{0, 5}, {1, 0}, {2, 3}}, RegretState::ready, handbook(), ja());
    REQUIRE(view.regrets.size() == 3);
    CHECK(view.regrets[0].name == "C1");
    CHECK(view.regrets[0].text == "5 点");
    CHECK(view.regrets[1].name == "C2");
    CHECK(view.most_lost == 5);
}

TEST_CASE("presenting: each step holds what belongs to it and nothing of what comes later") {
    const ReviewMaterial material = chosen();
    const auto at = [&](PresenterStep step) {
        return presenter_view(material, 0, step, 0, 1, nullptr, handbook(), ja());
    };
    const std::vector<PresenterStep> steps = presenter_steps(material, 0);
    CHECK(steps.size() == 6);
    const PresenterView question = at(PresenterStep::question);
    CHECK(question.question == "which?");
    REQUIRE(question.lines.size() == 3);
    for (const PresentedLine &line : question.lines) {
        CHECK(line.side.empty());
        CHECK(line.below.empty());
        CHECK_FALSE(line.option_class.has_value());
        CHECK(line.part < 0.0F);
    }
    const PresenterView choices = at(PresenterStep::choices);
    CHECK(choices.lines[0].side == "3 / 6");
    CHECK(choices.lines[0].below == "公認心理師：C1、C2・看護師：N1");
    CHECK(choices.lines[2].below.empty());
    CHECK_FALSE(choices.lines[0].option_class.has_value());
    const PresenterView rationales = at(PresenterStep::rationales);
    REQUIRE(rationales.lines.size() == 1); // the others wrote nothing
    CHECK(rationales.lines[0].text == "because of C1");
    CHECK(rationales.lines[0].below.find("C1") != std::string::npos);
    const PresenterView reasons = at(PresenterStep::reasons);
    CHECK(reasons.lines[0].below == "reason of a");
    CHECK(reasons.lines[0].option_class->word == "推奨");
    CHECK(at(PresenterStep::handbook).note == "what the team did");
    CHECK(at(PresenterStep::prompts).lines.back().text == "what to ask");
}

TEST_CASE("presenting: without reasons that step is left out; a grid shows only what differs") {
    ReviewMaterial material = chosen();
    material.answers[SceneId("asked")][0].rationale.clear();
    CHECK(presenter_steps(material, 0).size() == 5);
    AssignGrid split = grid(GridKind::role_split, {"visit"}, {"cpp", "ot"}, {});
    const Answer cpp = marks({{"visit", "cpp", "lead"}});
    const Answer both = marks({{"visit", "cpp", "lead"}, {"visit", "ot", "support"}});
    const ReviewMaterial grids = material_of(split, {cpp, cpp, both, both, cpp, cpp});
    const PresenterView view = presenter_view(grids, 0, PresenterStep::choices, 0, 1, nullptr, handbook(), ja());
    REQUIRE(view.lines.size() == 1);
    CHECK(view.lines[0].text == "text of visit → ot");
    CHECK(view.lines[0].side == "補2");
}

TEST_CASE("the clock in words") {
    CHECK(timer_view(300, ja()).text == "5:00");
    CHECK(timer_view(9, ja()).text == "0:09");
    CHECK(timer_view(0, ja()).text == "時間です +0:00");
    CHECK(timer_view(-75, ja()).text == "時間です +1:15");
    CHECK(timer_view(-75, en()).text == "Time is up +1:15");
}
