// The facilitator's script: what it says of each kind of split, and that no text of it is broken.

#include <algorithm>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "analysis/decision_counter.h"
#include "base/utf8.h"
#include "support/build.h"
#include "view/fixture.h"
#include "view/script_stances.h"
#include "view/script_view.h"

using namespace tsunagi;
using namespace tsunagi::model;
using namespace tsunagi::test;
using namespace tsunagi::view;

namespace {

constexpr auto kCpp = LearnerProfession::cpp;
constexpr auto kOt = LearnerProfession::ot;

std::vector<analysis::Voice> groups(std::initializer_list<std::pair<const char *, LearnerProfession>> named) {
    std::vector<analysis::Voice> voices;
    for (const auto &[name, profession] : named) voices.push_back({GroupId(name), name, profession, 3});
    return voices;
}

struct Given {
    Answer answer;
    const char *rationale = "";
};

/// A workshop at one scene: an answer a voice.
struct Discussed {
    Scenario scenario;
    analysis::Cohort cohort;
    VoiceAnswers answers;

    Discussed(Interaction interaction, std::vector<analysis::Voice> voices, std::vector<Given> given,
              std::optional<Answer> handbook = {}, const char *team = "") {
        scenario = one_scene(std::move(interaction));
        scenario.scenes[0].title = "はじめの電話";
        scenario.scenes[0].handbook_team = team;
        if (handbook) scenario.handbook_course.decisions = {decide("scene", *handbook)};
        analysis::CohortCounter counter(scenario, std::move(voices));
        for (std::size_t i = 0; i < given.size(); ++i) {
            counter.add(SceneId("scene"), i, given[i].answer);
            answers[SceneId("scene")].push_back({i, given[i].answer, given[i].rationale});
        }
        cohort = counter.cohort();
    }
    Discussed(const Discussed &) = delete; // the cohort points into the scenario
    Discussed &operator=(const Discussed &) = delete;

    [[nodiscard]] ScriptDecision script(const i18n::Texts &texts = ja()) const {
        const ScriptView view = script_view(cohort, answers, texts);
        REQUIRE(view.decisions.size() == 1);
        return view.decisions[0];
    }
};

const std::vector<std::string> &lines_of(const ScriptDecision &decision, ScriptPhaseKind kind) {
    for (const ScriptPhase &phase : decision.phases)
        if (phase.kind == kind) return phase.lines;
    throw std::runtime_error("no such phase");
}
const std::string &opening(const ScriptDecision &decision) {
    return lines_of(decision, ScriptPhaseKind::analysis).front();
}
bool says(const std::string &line, const char *part) { return line.find(part) != std::string::npos; }
bool says(const std::vector<std::string> &lines, const char *part) {
    return std::any_of(lines.begin(), lines.end(), [&](const std::string &line) { return says(line, part); });
}

ChooseOne visit_or_wait() {
    ChooseOne choice = choose_one({option("visit"), option("wait"), option("call")});
    choice.question = "どうしますか。";
    choice.options[0].text = "訪ねる";
    choice.options[1].text = "待つ";
    choice.options[2].text = "電話する";
    return choice;
}

void check_texts(const ScriptView &view) {
    CHECK(fault_of(view.note) == "");
    for (const ScriptDecision &decision : view.decisions) {
        CHECK(fault_of(decision.split_label) == "");
        REQUIRE(decision.phases.size() == 4);
        for (std::size_t i = 0; i < 4; ++i) {
            const ScriptPhase &phase = decision.phases[i];
            CHECK(phase.kind == static_cast<ScriptPhaseKind>(i));
            CHECK(fault_of(phase.title) == "");
            CHECK(!phase.lines.empty());
            for (const std::string &line : phase.lines) {
                CHECK(!line.empty());
                CHECK(fault_of(line) == "");
                CHECK(line.find("「」") == std::string::npos);
            }
        }
    }
}

} // namespace

TEST_CASE("professions that decided differently are asked what each valued") {
    const Discussed workshop(visit_or_wait(), groups({{"赤", kCpp}, {"青", kCpp}, {"緑", kOt}, {"黄", kOt}}),
                             {{one("visit"), "顔が見える関係を先に作りたい。"},
                              {one("visit")},
                              {one("wait"), "  \n"},
                              {one("wait"), "本人の\n朝の力を「待ちたい」"}});
    const ScriptDecision decision = workshop.script();
    CHECK(decision.split == ScriptSplit::professions);
    CHECK(decision.title == "はじめの電話");
    CHECK(decision.question == "どうしますか。");
    const std::string &line = opening(decision);
    CHECK(says(line, "公認心理師の赤・青は「顔が見える関係を先に作りたい」という理由から、「訪ねる」"));
    // The first group of the other side wrote nothing but white space; the second one's quotation marks fit in.
    CHECK(says(line, "作業療法士の緑・黄は「本人の 朝の力を『待ちたい』」という理由から、「待つ」"));
    CHECK(says(line, "何をいちばん守ろう"));
    CHECK(says(lines_of(decision, ScriptPhaseKind::summary), "ほかの職種の考え"));
    check_texts(script_view(workshop.cohort, workshop.answers, ja()));
    check_texts(script_view(workshop.cohort, workshop.answers, en()));
    CHECK(says(opening(workshop.script(en())), "for the reason “顔が見える関係を先に作りたい”"));
}

TEST_CASE("a side without reasons is told without any") {
    const Discussed workshop(visit_or_wait(), groups({{"赤", kCpp}, {"緑", kOt}}), {{one("visit")}, {one("call")}});
    CHECK(says(opening(workshop.script()), "公認心理師の赤は「訪ねる」と決められました。"));
    CHECK(!says(opening(workshop.script()), "という理由から"));
}

TEST_CASE("one profession of two minds: its groups are asked what they had in mind") {
    const Discussed workshop(visit_or_wait(), groups({{"赤", kCpp}, {"青", kCpp}, {"白", kCpp}, {"緑", kOt}}),
                             {{one("visit")}, {one("visit")}, {one("call"), "夜が怖い"}, {one("visit")}});
    const ScriptDecision decision = workshop.script();
    CHECK(decision.split == ScriptSplit::within_profession);
    CHECK(says(opening(decision), "公認心理師の赤・青は「訪ねる」"));
    CHECK(says(opening(decision), "一方、公認心理師の白は「夜が怖い」"));
    CHECK(!says(opening(decision), "緑"));
    check_texts(script_view(workshop.cohort, workshop.answers, en()));
}

TEST_CASE("all alike: as the handbook's team, unlike it, or without one") {
    const auto voices = groups({{"赤", kCpp}, {"緑", kOt}});
    const std::vector<Given> same = {{one("wait")}, {one("wait")}};
    const Discussed unlike(visit_or_wait(), voices, same, one("visit"), "保健師が訪ねた。");
    CHECK(unlike.script().split == ScriptSplit::alike_unlike_handbook);
    CHECK(says(opening(unlike.script()), "公認心理師の赤と、作業療法士の緑は「待つ」"));
    CHECK(says(opening(unlike.script()), "手引きのチームは「訪ねる」"));
    CHECK(says(lines_of(unlike.script(), ScriptPhaseKind::summary), "保健師が訪ねた。"));
    const Discussed like(visit_or_wait(), voices, same, one("wait"));
    CHECK(like.script().split == ScriptSplit::alike);
    CHECK(says(opening(like.script()), "選ばなかった道"));
    const Discussed none(visit_or_wait(), voices, same);
    CHECK(none.script().split == ScriptSplit::alike);
    // Many parts, all alike: no single one is named.
    const Discussed items(choose_many({item("a", "recommended", {}), item("b", "acceptable", {})}), voices,
                          {{many({"a"})}, {many({"a"})}}, many({"a"}));
    CHECK(says(opening(items.script()), "すべてのグループの答えが揃いました"));
    const Discussed items_unlike(choose_many({item("a", "recommended", {}), item("b", "acceptable", {})}), voices,
                                 {{many({"a"})}, {many({"a"})}}, many({"a", "b"}));
    CHECK(says(opening(items_unlike.script()), "『text of b』は入れない"));
    CHECK(says(opening(items_unlike.script()), "手引きのチームは「『text of b』を入れる」"));
    for (const Discussed *workshop : {&unlike, &like, &none, &items, &items_unlike})
        for (const auto *texts : {&ja(), &en()}) check_texts(script_view(workshop->cohort, workshop->answers, *texts));
}

TEST_CASE("tasks that nobody leads, and tasks with two leads, are asked about without blame") {
    AssignGrid split = grid(GridKind::role_split, {"薬", "家"}, {"看護師", "作業療法士"}, {});
    split.rows[0].text = "薬を届ける";
    split.rows[1].text = "家を訪ねる";
    const Discussed workshop(
        split, groups({{"赤", kCpp}, {"緑", kOt}}),
        {{marks({{"薬", "看護師", "lead"}, {"薬", "作業療法士", "lead"}, {"家", "看護師", "lead"}})},
         {marks({{"薬", "看護師", "lead"}})}});
    const ScriptDecision decision = workshop.script();
    const auto &lines = lines_of(decision, ScriptPhaseKind::analysis);
    CHECK(says(lines, "公認心理師の赤では、「薬を届ける」の主担当が二人以上"));
    CHECK(says(lines, "作業療法士の緑では、「家を訪ねる」の主担当を置かない"));
    // 薬 x 作業療法士 and 家 x 看護師 are split alike; the first is named, and how many more there are.
    CHECK(says(opening(decision), "『薬を届ける』で、作業療法士は『主』"));
    CHECK(says(lines_of(decision, ScriptPhaseKind::description), "ほかに1か所"));
    check_texts(script_view(workshop.cohort, workshop.answers, ja()));
    check_texts(script_view(workshop.cohort, workshop.answers, en()));
}

TEST_CASE("a safety flag is named, with what could be seen, and before that nobody is blamed") {
    ChooseOne choice = visit_or_wait();
    choice.options[1].safety = safety("life", "命の危険を見落とすおそれがあります。");
    const Discussed workshop(choice, groups({{"赤", kCpp}, {"緑", kOt}}), {{one("visit")}, {one("wait")}});
    const ScriptDecision decision = workshop.script();
    const auto &lines = lines_of(decision, ScriptPhaseKind::analysis);
    CHECK(says(lines, "作業療法士の緑の「待つ」には、安全に関わる旗（命の危険の見落とし）"));
    CHECK(says(lines, "「命の危険を見落とすおそれがあります」とあり"));
    CHECK(says(lines_of(decision, ScriptPhaseKind::description), "「待つ」と決められたのは、作業療法士の緑です。"));
    CHECK(says(lines_of(decision, ScriptPhaseKind::reactions), "責めるためではなく"));
    check_texts(script_view(workshop.cohort, workshop.answers, en()));
}

TEST_CASE("an order is told by the pair of steps that differs most") {
    OrderSteps order;
    for (const char *id : {"x", "y"}) {
        OrderStep &step = order.steps.emplace_back();
        step.id = OptionId(id);
        step.text = std::string("手順") + id;
    }
    const Discussed workshop(order, groups({{"赤", kCpp}, {"緑", kOt}}),
                             {{in_order({"x", "y"})}, {in_order({"y", "x"})}});
    CHECK(says(opening(workshop.script()), "『手順x』を『手順y』より先に"));
    CHECK(says(opening(workshop.script()), "『手順y』を『手順x』より先に"));
}

TEST_CASE("many groups are not all named; one voice of many sessions may stand on both sides") {
    const Discussed many_groups(
        visit_or_wait(), groups({{"一", kCpp}, {"二", kCpp}, {"三", kCpp}, {"四", kCpp}, {"五", kCpp}, {"六", kOt}}),
        {{one("visit")}, {one("visit")}, {one("visit")}, {one("visit")}, {one("visit")}, {one("wait")}});
    CHECK(says(opening(many_groups.script()), "公認心理師の一・二・三ほか2グループは"));

    const Scenario made = one_scene(visit_or_wait());
    analysis::CohortCounter counter(made, groups({{"公認心理師", kCpp}}));
    counter.add(SceneId("scene"), 0, one("visit"), 60);
    counter.add(SceneId("scene"), 0, one("wait"), 40);
    const analysis::Cohort cohort = counter.cohort();
    const ScriptView view = script_view(cohort, {}, ja());
    REQUIRE(view.decisions.size() == 1);
    CHECK(says(opening(view.decisions[0]), "公認心理師は「訪ねる」"));
    CHECK(says(opening(view.decisions[0]), "「待つ」と決めた回も"));
    check_texts(view);
    check_texts(script_view(cohort, {}, en()));
}

TEST_CASE("no script without two votes at a scene") {
    const Discussed single(visit_or_wait(), groups({{"赤", kCpp}, {"緑", kOt}}), {{one("visit")}});
    const ScriptView view = script_view(single.cohort, single.answers, ja());
    CHECK(view.decisions.empty());
    CHECK(!view.empty.empty());
    const Discussed two(visit_or_wait(), groups({{"赤", kCpp}, {"緑", kOt}}), {{one("visit")}, {one("visit")}});
    CHECK(script_view(two.cohort, two.answers, ja()).empty.empty());
}

TEST_CASE("quotes: one line, no controls, no turning of the direction, cut between characters") {
    CHECK(quote_of("", 10, ja()) == "");
    CHECK(quote_of(" \n\t\r\n", 10, ja()) == "");
    CHECK(quote_of("あ\n\nい\tう", 10, ja()) == "あ い う");
    CHECK(quote_of("あいうえお", 5, ja()) == "あいうえお");
    CHECK(quote_of("あいうえお", 4, ja()) == "あいうえ…");
    CHECK(quote_of("あいう。", 4, ja()) == "あいう");
    CHECK(quote_of("。", 4, ja()) == "。");
    CHECK(quote_of("So.", 4, ja()) == "So");
    CHECK(quote_of("a\xE2\x80\xAE"
                   "b",
                   9, ja()) == "ab");                    // right-to-left override
    CHECK(quote_of("a\x1B[31mb", 9, ja()) == "a [31mb"); // escape
    CHECK(quote_of(std::string("a\0b", 3), 9, ja()) == "a b");
    CHECK(base::is_valid_utf8(quote_of("a\xFF\xE3\x81", 9, ja())));
    CHECK(quote_of("か\xE3\x82\x99か", 1, ja()) == "か\xE3\x82\x99…"); // the voiced mark stays on its kana
    CHECK(quote_of("「あ」", 9, ja()) == "『あ』");
    CHECK(quote_of("{x} <b>", 9, ja()) == "{x} <b>");
    std::string endless;
    for (int i = 0; i < 10'000; ++i) endless += "長";
    CHECK(base::count_code_points(quote_of(endless, 60, ja())) == 61);
}

TEST_CASE("braces and names that learners typed do not break a sentence") {
    const Discussed workshop(visit_or_wait(), groups({{"{0}<b>\n", kCpp}, {"", kOt}}),
                             {{one("visit"), "{who}{}"}, {one("wait"), "}"}});
    CHECK(says(opening(workshop.script()), "公認心理師の{0}<b>は「{who}{}」という理由から"));
    CHECK(says(opening(workshop.script()), "作業療法士は「}」")); // a group without a name is its profession
}
