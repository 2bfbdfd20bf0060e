#include <regex>
#include <set>

#include <doctest/doctest.h>

#include "base/utf8.h"
#include "report/fixture.h"
#include "report/handout.h"
#include "report/page_check.h"
#include "report/workshop_handout.h"
#include "support/plays.h"

using namespace tsunagi;
using namespace tsunagi::test;

namespace {

std::string handout(const PlayedSession &played, i18n::Language language = i18n::Language::ja) {
    return report::handout_html(played.run(), "2026-11-23 10:00", {handbook_data(), catalogue(language)});
}

std::string workshop(const std::vector<PlayedSession> &played, const model::Workshop *kept = nullptr,
                     i18n::Language language = i18n::Language::ja) {
    report::WorkshopHandout made;
    made.workshop = kept;
    made.date = "2026-11-23";
    for (const PlayedSession &each : played) made.runs.push_back(each.run());
    made.voices = report::voices_of(made.runs, kept);
    return report::workshop_html(made, {handbook_data(), catalogue(language)});
}

PlayedSession group_session(const std::string &play, const std::string &name, model::LearnerProfession profession,
                            const std::string &id) {
    PlayedSession made = played_session("cpp-1", play);
    made.session.id = model::SessionId("s-" + id);
    made.session.learner = {"", profession, name};
    made.session.seat = model::WorkshopSeat{model::WorkshopId("w-1"), model::GroupId(id)};
    return made;
}

std::vector<std::string> play_names() {
    std::vector<std::string> names;
    for (const StoredPlay &play : stored_case("cpp-1").plays)
        if (play.progress.is_over()) names.push_back(play.name);
    return names;
}

/// A workshop of four groups through the same case, with everything a facilitator may have written.
struct Workshop {
    std::vector<PlayedSession> played;
    model::Workshop kept;

    Workshop() {
        const std::vector<std::string> plays = play_names();
        using Profession = model::LearnerProfession;
        const std::array<Profession, 4> professions = {Profession::cpp, Profession::ot, Profession::nurse,
                                                       Profession::cpp};
        kept.id = model::WorkshopId("w-1");
        kept.title = "11月の研修";
        for (std::size_t i = 0; i < 4; ++i) {
            const std::string id = "g" + std::to_string(i + 1);
            const std::string name = "第" + std::to_string(i + 1) + "班";
            played.push_back(group_session(plays[i % plays.size()], name, professions[i], id));
            kept.groups.push_back({model::GroupId(id), name, professions[i], 5});
        }
        for (const model::Decision &decision : stored_case("cpp-1").scenario->handbook_course.decisions)
            kept.team.push_back(decision);
        kept.notes.push_back({first_decided(), "ここで時間をとる"});
        kept.minutes = "本人の願いから\n話し合った。";
    }

    [[nodiscard]] model::SceneId first_decided() const {
        for (const auto &each : played.front().progress.played)
            if (!std::holds_alternative<model::ReadAnswer>(each.decision.answer)) return each.scene->id;
        return {};
    }
};

} // namespace

TEST_CASE("a learner's handout of every stored play is a sound page") {
    for (const StoredCase &stored : stored_cases())
        for (const StoredPlay &play : stored.plays) {
            if (!play.progress.is_over()) continue;
            CAPTURE(stored.name + "/" + play.name);
            CHECK(fault_of_page(handout(played_session(stored.name, play.name))) == "");
        }
    CHECK(fault_of_page(handout(played_session("ot-1", "course"), i18n::Language::en)) == "");
}

TEST_CASE("a learner's handout says what a reader looks for") {
    PlayedSession played = played_session("cpp-1", "course");
    std::size_t at = 0;
    while (std::holds_alternative<model::ReadAnswer>(played.session.decisions[at].answer)) ++at;
    played.session.decisions[at].rationale = "まず話を聞きたい";
    played.session.self_debrief.next = "次は早めに会いに行く";
    played.progress = engine::fold(*played.progress.scenario, played.session.decisions).value();
    const std::string page = handout(played);
    const model::Scenario &scenario = *played.progress.scenario;
    for (const std::string &text :
         {scenario.title, scenario.summary, played.progress.ending->title, played.progress.ending->compared,
          std::string("あおい"), std::string("Aグループ"), std::string("看護師"), std::string("まず話を聞きたい"),
          std::string("次は早めに会いに行く"), std::string("2026-11-23 10:00"), std::string("はじめのエコマップ"),
          std::string("終わりのエコマップ"), std::string("凡例"), std::string("安全の旗は立ちませんでした")})
        CHECK_MESSAGE(holds_text(page, text), text);
    // Every option's class and reason stands there, not only of what was taken.
    for (const engine::PlayedDecision &each : played.progress.played) {
        if (const auto *options = model::options_of(each.scene->interaction))
            for (const model::Option &option : *options) {
                CHECK(holds_text(page, option.text));
                CHECK(holds_text(page, option.reason));
            }
        if (!std::holds_alternative<model::ReadAnswer>(each.decision.answer))
            CHECK(holds_text(page, each.scene->handbook_team));
    }
    const engine::Scorecard card = engine::score(played.progress);
    CHECK(holds_text(page, std::to_string(card.earned.overall()) + " / " + std::to_string(card.available.overall())));
}

TEST_CASE("what was typed is text, wherever it stands") {
    const PlayedSession hostile = hostile_session("cpp-1", "course");
    const std::string page = handout(hostile);
    CHECK(fault_of_page(page) == "");
    CHECK(!holds_text(page, "<script"));
    CHECK(!holds_text(page, "<img"));
    CHECK(!holds_text(page, "\u202E"));
    CHECK(!holds_text(page, "\x1B"));
    CHECK(holds_text(page, "<bdi>&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;</bdi>"));
    CHECK(holds_text(page, "<bdi>line one<br>line two<br>&lt;/bdi&gt;&lt;/td&gt;</bdi>"));

    Workshop set;
    for (std::size_t i = 0; i < set.played.size(); ++i) {
        PlayedSession &played = set.played[i];
        for (std::size_t n = 0; n < played.session.decisions.size(); ++n)
            played.session.decisions[n].rationale = hostile_texts()[(n + i) % hostile_texts().size()];
        played.progress = engine::fold(*played.progress.scenario, played.session.decisions).value();
        set.kept.groups[i].name = hostile_texts()[i];
    }
    set.kept.title = hostile_texts()[0];
    set.kept.notes[0].text = hostile_texts()[5];
    set.kept.minutes = hostile_texts()[4];
    for (model::Decision &decision : set.kept.team) decision.rationale = hostile_texts()[1];
    const std::string shared = workshop(set.played, &set.kept);
    CHECK(fault_of_page(shared) == "");
    CHECK(!holds_text(shared, "<script"));
    CHECK(!holds_text(shared, "<img"));
    CHECK(!holds_text(shared, "\u202E"));
    CHECK(base::is_valid_utf8(shared));
}

TEST_CASE("a workshop's handout says who decided what, and what they said") {
    Workshop set;
    const std::string page = workshop(set.played, &set.kept);
    CHECK(fault_of_page(page) == "");
    CHECK(fault_of_page(workshop(set.played, nullptr, i18n::Language::en)) == "");
    for (const char *text : {"11月の研修", "第1班", "第4班", "ここで時間をとる", "話し合った。", "公認心理師",
                             "作業療法士", "全員での決定", "職種の差"})
        CHECK_MESSAGE(holds_text(page, text), text);
    CHECK(!holds_text(workshop(set.played), "全員での決定"));
    // A group's own eco-map each, and one of the beginning.
    CHECK(count_of(page, "終わりのエコマップ</figcaption>") == 4);
    CHECK(count_of(page, "はじめのエコマップ</figcaption>") == 1);
}

TEST_CASE("what nobody was asked is told in a learner's handout and left out of a workshop's comparison") {
    PlayedSession played = played_session("cpp-1", "course");
    for (model::Decision &decision : played.session.decisions) decision.is_given = true;
    played.progress = engine::fold(*played.progress.scenario, played.session.decisions).value();
    const std::string page = handout(played);
    CHECK(holds_text(page, "尋ねられず"));
    CHECK(holds_text(page, "この道では出番なし"));
    CHECK(fault_of_page(page) == "");
    const std::string shared = workshop({played, played});
    CHECK(fault_of_page(shared) == "");
    CHECK(count_of(shared, "<article") == 0);
}

// From the reasons of a decision to its end: what is the same whoever decided what.
std::vector<std::string> reasons_in(const std::string &page) {
    std::vector<std::string> reasons;
    for (std::size_t end = page.find("</article>"); end != std::string::npos; end = page.find("</article>", end + 1)) {
        const std::size_t article = page.rfind("<article", end);
        const std::size_t begin =
            std::min({page.find("<h4>なぜか：選択肢", article), page.find("<h4>なぜか：項目", article), end});
        reasons.push_back(page.substr(begin, end - begin));
    }
    return reasons;
}

TEST_CASE("the reasons of a decision tell of no group's answer, whichever group comes first") {
    const PlayedSession first = group_session("e-gone", "第1班", model::LearnerProfession::cpp, "g1");
    const PlayedSession second = group_session("course", "第2班", model::LearnerProfession::ot, "g2");
    const auto reasons = reasons_in(workshop({first, second}));
    REQUIRE(reasons.size() > 10);
    CHECK(std::count(reasons.begin(), reasons.end(), std::string()) == 0);
    CHECK(reasons == reasons_in(workshop({second, first})));
}

TEST_CASE("in a panel each member stands under its own name") {
    Workshop set;
    set.kept.settings.is_panel = true;
    for (PlayedSession &each : set.played) {
        each.session.learner.nickname = "委員" + each.session.seat->group.value;
        each.session.seat->group = model::GroupId("g1");
    }
    const std::string page = workshop(set.played, &set.kept);
    CHECK(holds_text(page, "委員g1"));
    CHECK(holds_text(page, "委員g2"));
}

TEST_CASE("an unfinished group stands beside the others as far as it has come") {
    Workshop set;
    PlayedSession part = played_session("cpp-1", "course", 6);
    part.session.seat = set.played[0].session.seat;
    set.played[0] = std::move(part);
    const std::string page = workshop(set.played, &set.kept);
    CHECK(fault_of_page(page) == "");
    CHECK(holds_text(page, "途中（「"));
}
