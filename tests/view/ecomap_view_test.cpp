// The eco-map in words: what each row says and why, what is compared, and that it agrees with the story.
#include "view/ecomap_view.h"

#include <algorithm>
#include <set>

#include <doctest/doctest.h>

#include "support/build.h"
#include "support/plays.h"
#include "support/show.h"
#include "view/fixture.h"
#include "view/words.h"

using namespace tsunagi;
using namespace tsunagi::view;
using model::TieId;
using model::TieState;
using model::TieStatus;
using test::StoredCase;
using test::StoredPlay;

namespace {

using Lines = std::vector<std::string>;

std::shared_ptr<const ecomap::Layout> layout_of(const model::Scenario &scenario) {
    static std::map<std::string, std::shared_ptr<const ecomap::Layout>> kept;
    auto &layout = kept[scenario.id.value];
    if (!layout) layout = std::make_shared<const ecomap::Layout>(ecomap::lay_out(scenario.parties, scenario.ties));
    return layout;
}

EcoMapView seen(const engine::Progress &progress, EcoMapRequest request = {}, const i18n::Texts &texts = test::ja()) {
    return ecomap_view(progress, layout_of(*progress.scenario), request, texts);
}

// CPP 1 after so many decisions of the handbook's team.
engine::Progress after(int decisions) { return test::progress_of(test::session_of("handbook", decisions)); }

const EcoTieView &row(const EcoMoment &moment, const char *tie) {
    for (const EcoTieView &each : moment.ties)
        if (each.id.value == tie) return each;
    FAIL("no row for ", std::string(tie));
    return moment.ties.front();
}

const EcoPartyView &party(const EcoMoment &moment, const char *id) {
    for (const EcoPartyView &each : moment.parties)
        if (each.id.value == id) return each;
    FAIL("no words for ", std::string(id));
    return moment.parties.front();
}

std::set<std::string> parties_of(const EcoMoment &moment) {
    std::set<std::string> ids;
    for (const EcoPartyView &each : moment.parties) ids.insert(each.id.value);
    return ids;
}

// Ties with a halo in the picture; those whose rows say that they have changed must be the same.
std::set<std::string> pointed_out(const EcoMoment &moment) {
    std::set<std::string> drawn;
    for (const ecomap::Stroke &stroke : moment.picture.strokes)
        if (stroke.is_changed) drawn.insert(stroke.tie.value);
    std::set<std::string> told;
    for (const EcoTieView &tie : moment.ties)
        if (tie.is_changed) told.insert(tie.id.value);
    CHECK(drawn == told);
    return told;
}

// Every text of a view.
Lines texts_of(const EcoMoment &moment) {
    Lines all = {moment.heading, moment.summary, moment.changes_heading};
    all.insert(all.end(), moment.changes.begin(), moment.changes.end());
    for (const EcoTieView &tie : moment.ties)
        all.insert(all.end(), {tie.who, tie.strength, tie.stress, tie.flow, tie.since, tie.because, tie.told});
    for (const EcoPartyView &each : moment.parties) {
        all.insert(all.end(), {each.label, each.kind, each.role, each.told});
        all.insert(all.end(), each.ties.begin(), each.ties.end());
    }
    for (const ecomap::Label &label : moment.picture.labels) all.push_back(label.text);
    return all;
}

// A case of one tie between the client and an agency, which the only decision changes so.
engine::Progress changed_by(const std::string &strength, const std::string &status, model::Effects effects) {
    static std::vector<std::unique_ptr<model::Scenario>> kept;
    auto scenario = std::make_unique<model::Scenario>(
        test::one_scene(test::choose_one({test::option("go", "acceptable", {}, std::move(effects))})));
    scenario->id = model::ScenarioId("made-" + std::to_string(kept.size()));
    model::Party client;
    client.id = model::PartyId("client");
    client.kind = model::PartyKind::client;
    client.label = "Aさん";
    model::Party office;
    office.id = model::PartyId("office");
    office.kind = model::PartyKind::agency;
    office.label = "窓口";
    scenario->parties = {client, office};
    model::Tie tie = test::tie("t", strength, status);
    tie.from = client.id;
    tie.to = office.id;
    scenario->ties = {tie};
    kept.push_back(std::move(scenario));
    auto progress = engine::fold(*kept.back(), {test::decide("scene", test::one("go"))});
    REQUIRE(progress.is_ok());
    return std::move(progress).value();
}

} // namespace

TEST_CASE("at the beginning each row tells how a tie stands, and that it was so from the beginning") {
    const EcoMapView view = seen(after(0));
    const EcoMoment &moment = view.moment;
    CHECK(moment.heading == "はじめ");
    CHECK(moment.ties.size() == 13);

    const EcoTieView &partner = row(moment, "t-partner");
    CHECK(partner.who == "Aさん — パートナー");
    CHECK(partner.strength == "強いつながり");
    CHECK(partner.stress == "あり");
    CHECK(partner.flow == "Aさん → パートナー");
    CHECK(partner.since == "はじめから");
    CHECK(partner.because.empty());
    CHECK(partner.decision.empty());
    CHECK(partner.played == -1);
    CHECK(partner.told == "Aさん — パートナー：強いつながり、葛藤がある、支えの向きはAさん → パートナー。");

    const EcoTieView &phn = row(moment, "t-phn"); // the nurse of the health centre gives
    CHECK(phn.strength == "弱いつながり");
    CHECK(phn.stress == "なし");
    CHECK(phn.flow == "保健所・保健師 → Aさん");
    CHECK(row(moment, "t-grand").strength == "切れている");
    CHECK(row(moment, "t-grand").stress == "あり");
    CHECK(row(moment, "t-kodomo").strength == "予定");
    CHECK(row(moment, "t-baby").flow == "なし");

    // Hidden ties have no row, and who has none but hidden ones is not there; whom no tie concerns is.
    CHECK(std::none_of(moment.ties.begin(), moment.ties.end(),
                       [](const EcoTieView &tie) { return tie.id.value == "t-cpp"; }));
    CHECK(parties_of(moment) == std::set<std::string>{"a", "partner", "baby", "grand", "parents", "cpp", "psych", "ob",
                                                      "nurse", "pharm", "phn", "jisou", "kodomo"});
    CHECK(moment.summary == "人と機関13、今あるつながり9（うち葛藤6）、切れている2、予定2");
    CHECK(moment.changes.empty());
    CHECK(moment.changes_heading.empty());
    CHECK(pointed_out(moment).empty());
}

TEST_CASE("after some decisions each changed tie says since when, why and by which decision") {
    const EcoMapView view = seen(after(6));
    const EcoMoment &moment = view.moment;
    CHECK(moment.heading == "はじめの月・「限られた枠で何を知るか」のあと");
    const EcoTieView &cpp = row(moment, "t-cpp");
    CHECK(cpp.who == "Aさん — 公認心理師");
    CHECK(cpp.strength == "弱いつながり");
    CHECK(cpp.since == "はじめの月");
    CHECK(cpp.because == "最初の約束が守られた");
    CHECK(cpp.decision == "あと十分で帰ります");
    CHECK(cpp.played == 3);
    CHECK_FALSE(cpp.is_changed); // two decisions ago
    CHECK(cpp.told == "Aさん — 公認心理師：弱いつながり。はじめの月から。最初の約束が守られた");
    CHECK(row(moment, "t-partner").since == "はじめから");

    CHECK(moment.changes_heading == "いま変わった");
    CHECK(moment.changes ==
          Lines{"Aさん — 助産師：まだ無い → 弱いつながり（苦手な手当てを聞いてもらった）",
                "公認心理師 — 保健所・保健師：弱いつながり → ふつうのつながり（訪問の様子を分け合った）",
                "Aさん — 精神保健福祉士：まだ無い → 弱いつながり（お金の心配を聞いてもらった）"});
    CHECK(pointed_out(moment) == std::set<std::string>{"t-midwife", "t-cpp-phn", "t-psw"});
    CHECK(moment.summary == "人と機関15、今あるつながり12（うち葛藤6）、切れている2、予定2");
    // Who has just come into view is pointed out too; the psychologist was there before.
    std::set<std::string> appeared;
    for (const ecomap::Mark &mark : moment.picture.marks)
        if (mark.is_changed) appeared.insert(mark.party.value);
    CHECK(appeared == std::set<std::string>{"midwife", "psw"});

    // The same through the decision before: what changed later is not there yet.
    const EcoMapView earlier = seen(after(6), {EcoMode::one, 2});
    CHECK(earlier.moment.heading == "はじめの月・「導入の基準に照らす」のあと");
    CHECK(row(earlier.moment, "t-cpp").strength == "予定");
    CHECK(row(earlier.moment, "t-cpp").because == "面接の担当が決まった");
    CHECK(earlier.moment.changes.empty());
}

TEST_CASE("a party in words: kind, role, whether it is still planned, and its ties") {
    const EcoMoment moment = seen(after(0)).moment;
    const EcoPartyView &kodomo = party(moment, "kodomo");
    CHECK(kodomo.label == "市・こども家庭センター");
    CHECK(kodomo.kind == "院外");
    CHECK(kodomo.is_planned);
    CHECK(kodomo.told == "市・こども家庭センター（院外）。まだ予定。要保護児童対策地域協議会（要対協）の事務局");
    CHECK(kodomo.ties == Lines{"保健所・保健師 — 市・こども家庭センター：予定。"});
    const EcoPartyView &jisou = party(moment, "jisou"); // one tie planned, one active
    CHECK_FALSE(jisou.is_planned);
    CHECK(jisou.ties.size() == 2);
    CHECK(party(moment, "pharm").ties.empty());
    CHECK_FALSE(party(moment, "a").is_planned);
}

TEST_CASE("the scrubber stops at decisions and at changes; each month is named once") {
    const EcoMapView view = seen(after(6));
    // Reading on changed nothing and is no stop.
    std::vector<std::size_t> moments;
    for (const EcoStep &step : view.steps) moments.push_back(step.moment);
    CHECK(moments == std::vector<std::size_t>{0, 2, 3, 4, 5, 6});
    CHECK(view.step == 5);
    std::vector<int> changes;
    for (const EcoStep &step : view.steps) changes.push_back(step.changes);
    CHECK(changes == std::vector<int>{0, 1, 0, 1, 0, 3});
    CHECK(view.steps.front().label == "はじめ");
    CHECK(view.steps[1].label == "はじめの月・「依頼をどう受けるか」のあと");

    const EcoMapView whole = seen(after(24));
    Lines months;
    for (const EcoStep &step : whole.steps)
        if (!step.month_label.empty()) months.push_back(step.month_label);
    // Months 1 (before the check-up), 2 (birth), 3, 5, 7 and 12: the way into a scene belongs to the step before.
    CHECK(months == Lines{"はじめの月", "1か月後", "2か月後", "3か月後", "5か月後", "7か月後", "12か月後"});
    CHECK(seen(after(24), {EcoMode::one, 999}).step == whole.steps.size() - 1);
}

TEST_CASE("beside the beginning: what has become otherwise since, told once, in the order of the case") {
    const EcoMapView view = seen(after(6), {EcoMode::since_start, {}});
    REQUIRE(view.other.has_value());
    CHECK(view.mode == EcoMode::since_start);
    CHECK(view.other_heading == "はじめ");
    CHECK(view.heading == view.moment.heading);
    CHECK(view.moment.changes_heading == "はじめと変わったところ");
    CHECK(view.moment.changes == Lines{"Aさん — 公認心理師：まだ無い → 弱いつながり",
                                       "Aさん — 助産師：まだ無い → 弱いつながり",
                                       "Aさん — 精神保健福祉士：まだ無い → 弱いつながり",
                                       "公認心理師 — 保健所・保健師：弱いつながり → ふつうのつながり"});
    CHECK(pointed_out(view.moment) == std::set<std::string>{"t-cpp", "t-midwife", "t-psw", "t-cpp-phn"});
    CHECK(pointed_out(*view.other).empty());
    CHECK(view.other->ties.size() == 13);

    const EcoMapView start = seen(after(6), {EcoMode::since_start, 0});
    CHECK(start.moment.changes.empty());
    CHECK(start.moment.changes_heading == "つながりに違いはありません。");
}

TEST_CASE("the handbook's map is shown only when the story is over") {
    for (const int decisions : {0, 6, 23}) {
        const EcoMapView view = seen(after(decisions), {EcoMode::with_handbook, {}});
        CHECK_FALSE(view.has_handbook);
        CHECK(view.mode == EcoMode::one);
        CHECK_FALSE(view.other.has_value());
    }
    CHECK(seen(after(24)).has_handbook);
    // Looking back on the last decision the ending has not been seen yet.
    CHECK_FALSE(seen(engine::before_next_scene(after(24)), {EcoMode::with_handbook, {}}).has_handbook);
    // A workshop holds it back until the results are revealed.
    const EcoMapView held_back = seen(after(24), {EcoMode::with_handbook, {}, true});
    CHECK_FALSE(held_back.has_handbook);
    CHECK_FALSE(held_back.other.has_value());
}

TEST_CASE("who went the handbook's way is told that nothing differs") {
    const EcoMapView view = seen(after(24), {EcoMode::with_handbook, {}});
    REQUIRE(view.other.has_value());
    CHECK(view.moment.changes.empty());
    CHECK(view.moment.changes_heading == "つながりに違いはありません。");
    CHECK(pointed_out(view.moment).empty());
    CHECK(view.heading == "自分たち：" + view.moment.heading);
    CHECK(view.other_heading == "手引きのチーム：" + view.other->heading);
}

TEST_CASE("beside the handbook's team: the same month, at one's own end its end, and every tie that stands otherwise") {
    const engine::Progress own = test::progress_of(test::session_of("e-apart"));
    const engine::Progress team = after(24);
    const auto own_course = engine::tie_course(own);
    const auto team_course = engine::tie_course(team);
    const EcoMapView last = seen(own, {EcoMode::with_handbook, {}});
    for (std::size_t step = 0; step < last.steps.size(); ++step) {
        CAPTURE(step);
        const EcoMapView view = seen(own, {EcoMode::with_handbook, step});
        const bool is_last = step + 1 == last.steps.size();
        std::size_t at = team_course.size() - 1;
        while (!is_last && team_course[at].month > view.steps[step].month) --at;
        std::set<std::string> unlike;
        for (const auto &[id, state] : own_course[view.steps[step].moment].ties) {
            const TieState &theirs = team_course[at].ties.at(id);
            const bool is_seen = state.status != TieStatus::hidden || theirs.status != TieStatus::hidden;
            if (is_seen && state != theirs) unlike.insert(id.value);
        }
        CHECK(view.moment.changes.size() == unlike.size());
        // A tie that is not there on one's own map cannot be pointed out there; its line tells of it all the same.
        std::set<std::string> visible;
        for (const std::string &id : unlike)
            if (own_course[view.steps[step].moment].ties.at(TieId(id)).status != TieStatus::hidden) visible.insert(id);
        CHECK(pointed_out(view.moment) == visible);
        REQUIRE(view.other.has_value());
        CHECK(pointed_out(*view.other).empty());
    }
    CHECK(last.moment.changes_heading == "手引きのチームとの違い（手引き → 自分たち）");
    const auto tells = [&](const std::string &line) {
        return std::find(last.moment.changes.begin(), last.moment.changes.end(), line) != last.moment.changes.end();
    };
    // By hand: the team let her see the baby once more; here that did not come about.
    CHECK(last.other->heading == "12か月後・「一年目の見直し」のあと");
    CHECK(tells("Aさん — 赤ちゃん：弱いつながり → 弱いつながり（葛藤あり）"));
    // In the first month the team's map is that of the first month's end: the decision after it leads into the next
    // month.
    CHECK(seen(own, {EcoMode::with_handbook, 1}).other_heading ==
          "手引きのチーム：はじめの月・「だれが何を担うか」のあと");
}

TEST_CASE("a story that ended early stands beside the end of the team's, not beside its month") {
    const engine::Progress own = test::progress_of(test::session_of("e-gone-early"));
    REQUIRE(own.is_over());
    REQUIRE(own.state.months < 12);
    const EcoMapView view = seen(own, {EcoMode::with_handbook, {}});
    CHECK(view.other_heading == "手引きのチーム：12か月後・「一年目の見直し」のあと");
}

TEST_CASE("a change that nobody can see is not told: it would tell of what is hidden") {
    const auto moment_of = [](const engine::Progress &progress) { return seen(progress).moment; };
    for (const auto mode : {EcoMode::one, EcoMode::since_start}) {
        // A tie that becomes stronger while nobody knows of it.
        const EcoMapView hidden = seen(changed_by("weak", "hidden", {test::tie_strength("t", "strong")}), {mode, {}});
        CHECK(hidden.moment.changes.empty());
        CHECK(hidden.moment.ties.empty());
        CHECK(pointed_out(hidden.moment).empty());
        CHECK(hidden.steps.back().changes == 0);
        // A planned tie is drawn and told the same however strong it will be, and so is a broken one.
        for (const char *status : {"planned", "broken"}) {
            const EcoMapView view = seen(changed_by("weak", status, {test::tie_strength("t", "normal")}), {mode, {}});
            CHECK(view.moment.changes.empty());
            CHECK(pointed_out(view.moment).empty());
            CHECK(view.steps.back().changes == 0);
        }
    }
    CHECK(moment_of(changed_by("weak", "active", {test::tie_strength("t", "strong", "助けた")})).changes ==
          Lines{"Aさん — 窓口：弱いつながり → 強いつながり（助けた）"});
    CHECK(moment_of(changed_by("weak", "planned", {test::tie_status("t", "active", "会えた")})).changes ==
          Lines{"Aさん — 窓口：予定 → 弱いつながり（会えた）"});
    model::ChangeTie flow;
    flow.tie = TieId("t");
    flow.flow = model::TieFlow::both;
    CHECK(moment_of(changed_by("weak", "active", {flow})).changes == Lines{"Aさん — 窓口：なし → たがいに"});
    model::ChangeTie stress;
    stress.tie = TieId("t");
    stress.stress = true;
    CHECK(moment_of(changed_by("weak", "active", {stress})).changes ==
          Lines{"Aさん — 窓口：弱いつながり → 弱いつながり（葛藤あり）"});
}

TEST_CASE("what is in quotation marks already keeps them apart from those around it") {
    CHECK(quotable("だれに、何を", test::ja()) == "だれに、何を");
    CHECK(quotable("「はい」と「いいえ」", test::ja()) == "『はい』と『いいえ』");
    CHECK(quotable("『手引き』", test::ja()) == "『手引き』");
    CHECK(quotable("", test::ja()).empty());
    CHECK(quotable("“yes” and “no”", test::en()) == "‘yes’ and ‘no’");
}

TEST_CASE("month labels") {
    CHECK(month_label(0, test::ja()) == "はじめの月");
    CHECK(month_label(3, test::ja()) == "3か月後");
    CHECK(month_label(3, test::en()) == "Month 3");
}

TEST_CASE("in English the words around the case are English") {
    const EcoMoment moment = seen(after(6), {}, test::en()).moment;
    CHECK(moment.summary == "15 people and agencies; ties: 12 active (6 with stress), 2 broken, 2 planned");
    CHECK(moment.changes_heading == "Has just changed");
    const EcoTieView &partner = row(moment, "t-partner");
    CHECK(partner.strength == "Strong tie");
    CHECK(partner.stress == "yes");
    CHECK(partner.since == "the beginning");
    CHECK(seen(after(0), {}, test::en()).moment.heading == "Beginning");
    CHECK(seen(after(24), {EcoMode::with_handbook, {}}, test::en()).moment.changes_heading == "No tie differs.");
}

TEST_CASE("in all cases and plays every text is there, and the words agree with the picture") {
    for (const StoredCase &each : test::stored_cases())
        for (const StoredPlay &play : each.plays) {
            CAPTURE(each.name);
            CAPTURE(play.name);
            const auto course = engine::tie_course(play.progress);
            const EcoMapView view = seen(play.progress, {EcoMode::with_handbook, {}});
            REQUIRE(view.other.has_value());
            for (const EcoStep &step : view.steps) {
                const EcoMoment moment = eco_moment(play.progress, course, step.moment, *view.layout, test::ja());
                for (const std::string &text : texts_of(moment)) CHECK(test::fault_of(text) == "");
                CHECK(moment.ties.size() == moment.picture.strokes.size());
                CHECK(moment.parties.size() == moment.picture.marks.size());
                CHECK(moment.changes.empty() == moment.changes_heading.empty());
                CHECK(static_cast<std::size_t>(step.changes) == (step.moment == 0 ? 0 : moment.changes.size()));
                for (const EcoTieView &tie : moment.ties) {
                    // Who has a history has a reason.
                    CHECK((tie.played >= 0) == !tie.decision.empty());
                    CHECK((tie.played < 0 || !tie.because.empty()));
                }
            }
            for (const std::string &text : texts_of(*view.other)) CHECK(test::fault_of(text) == "");
        }
}

TEST_CASE("the sentence of who changed by what never says from one thing to the same") {
    for (const StoredCase &each : test::stored_cases())
        for (const StoredPlay &play : each.plays)
            for (const EcoMode mode : {EcoMode::since_start, EcoMode::with_handbook}) {
                const EcoMapView view = seen(play.progress, {mode, {}});
                for (const std::string &line : view.moment.changes) {
                    CAPTURE(line);
                    const std::size_t colon = line.find("：");
                    const std::size_t arrow = line.find(" → ", colon);
                    REQUIRE(arrow != std::string::npos);
                    const std::string before = line.substr(colon + 3, arrow - colon - 3);
                    CHECK(before != line.substr(arrow + 5));
                }
            }
}
