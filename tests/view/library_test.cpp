#include <doctest/doctest.h>

#include "support/build.h"
#include "support/show.h"
#include "view/fixture.h"
#include "view/history_view.h"
#include "view/learner_view.h"
#include "view/library_view.h"

using namespace tsunagi;
using view::AttemptInfo;
using view::CaseCardView;

namespace {

AttemptInfo attempt(const char *id, std::int64_t at, int decision_count = 3) {
    AttemptInfo made;
    made.id = model::SessionId(id);
    made.scenario = test::cpp1().id;
    made.case_title = test::cpp1().title;
    made.learner = {"あおい", model::LearnerProfession::nurse, ""};
    made.started_at = at;
    made.updated_at = at;
    made.started_label = "2026年11月22日 14:05";
    made.decision_count = decision_count;
    return made;
}

AttemptInfo finished(const char *id, std::int64_t at, model::SessionKind kind = model::SessionKind::first) {
    AttemptInfo made = attempt(id, at, 24);
    made.is_over = true;
    made.ending_title = "窓は開いたまま";
    made.kind = kind;
    return made;
}

CaseCardView card_with(const std::vector<AttemptInfo> &attempts) {
    return view::library_view({&test::cpp1()}, {}, attempts, "scenarios", test::ja()).cards.at(0);
}

} // namespace

TEST_CASE("a card tells what a case is about") {
    const CaseCardView card = card_with({});
    CHECK(card.id == test::cpp1().id);
    CHECK(card.title == test::cpp1().title);
    CHECK(card.profession == "公認心理師");
    CHECK(card.summary == test::cpp1().summary);
    CHECK(card.measures == std::vector<std::string>{"ICMSS 該当7項目", "およそ40分", "支援はおよそ12か月"});
}

TEST_CASE("a card says how far one has come") {
    SUBCASE("never begun") {
        const CaseCardView card = card_with({});
        CHECK(card.progress == CaseCardView::Progress::untouched);
        CHECK(card.progress_text == "未着手");
        CHECK(card.start_text == "はじめる");
        CHECK_FALSE(card.can_resume());
    }
    SUBCASE("under way: the newest attempt is gone on with") {
        const CaseCardView card = card_with({attempt("old", 10, 2), attempt("new", 30, 8), attempt("middle", 20, 5)});
        CHECK(card.progress == CaseCardView::Progress::under_way);
        CHECK(card.progress_text == "途中（8場面）　あおい（看護師）");
        CHECK(card.resume == model::SessionId("new"));
        CHECK(card.start_text == "はじめから");
    }
    SUBCASE("under way: a run is gone on with before a newer exploration") {
        AttemptInfo tried = attempt("tried", 40, 9);
        tried.kind = model::SessionKind::exploration;
        CHECK(card_with({attempt("run", 30, 8), tried}).resume == model::SessionId("run"));
        CHECK(card_with({tried}).resume == model::SessionId("tried"));
    }
    SUBCASE("begun and nothing decided") {
        CHECK(card_with({attempt("new", 1, 0)}).progress_text == "途中（はじめたところ）　あおい（看護師）");
    }
    SUBCASE("finished: explorations are not counted as runs") {
        const CaseCardView card = card_with({finished("a", 1), finished("b", 2, model::SessionKind::replay),
                                             finished("c", 3, model::SessionKind::exploration)});
        CHECK(card.progress == CaseCardView::Progress::done);
        CHECK(card.progress_text == "終えた（2回）");
        CHECK(card.start_text == "もう一度はじめる");
        CHECK_FALSE(card.can_resume());
    }
    SUBCASE("finished once and under way again") {
        const CaseCardView card = card_with({finished("a", 1), attempt("b", 2, 8)});
        CHECK(card.progress_text == "途中（8場面）　あおい（看護師）・終えた（1回）");
        CHECK(card.resume == model::SessionId("b"));
    }
    SUBCASE("an attempt that cannot be replayed is not offered") {
        AttemptInfo lost = attempt("lost", 9);
        lost.is_playable = false;
        CHECK_FALSE(card_with({lost}).can_resume());
        CHECK(card_with({lost, attempt("good", 1)}).resume == model::SessionId("good"));
    }
    SUBCASE("attempts at other cases do not count") {
        AttemptInfo other = attempt("other", 9);
        other.scenario = model::ScenarioId("another");
        CHECK(card_with({other}).progress == CaseCardView::Progress::untouched);
    }
}

TEST_CASE("a case that cannot be played is named, with the command that says why") {
    const auto library =
        view::library_view({&test::cpp1()}, {{"書きかけ", "scenarios/ot-9.json", 12}, {"", "scenarios/draft.json", 1}},
                           {}, "scenarios", test::ja());
    REQUIRE(library.broken.size() == 2);
    CHECK(library.broken[0].name == "書きかけ");
    CHECK(library.broken[0].detail == "scenarios/ot-9.json（問題 12 件）");
    CHECK(library.broken[0].advice.find("tsunagi validate scenarios/ot-9.json") != std::string::npos);
    CHECK(library.broken[1].name == "題名のわからない事例");
    CHECK(library.empty_help.empty());
}

TEST_CASE("an empty library says where cases are looked for") {
    const auto library = view::library_view({}, {}, {}, "/opt/tsunagi/scenarios", test::ja());
    CHECK(library.cards.empty());
    CHECK(library.empty_help.find("/opt/tsunagi/scenarios") != std::string::npos);
}

TEST_CASE("the set-up names the case, the client in one line, and all professions") {
    const auto learner = view::learner_view(test::cpp1(), test::ja());
    CHECK(learner.scenario == test::cpp1().id);
    CHECK(learner.aims == test::cpp1().aims);
    CHECK(learner.client == "Aさん　30歳代・女性　PTSD・周産期");
    REQUIRE(learner.professions.size() == 9);
    CHECK(learner.professions[0].word == "cpp");
    CHECK(learner.professions[0].text == "公認心理師");
    CHECK(learner.professions[7].profession == model::LearnerProfession::student);
    for (const auto &choice : view::learner_view(test::cpp1(), test::en()).professions)
        CHECK(test::fault_of(choice.text) == "");
}

TEST_CASE("the history lists the newest first and offers what can be done") {
    std::vector<AttemptInfo> attempts = {attempt("first", 10), finished("second", 20), attempt("third", 30, 0)};
    attempts[0].is_changed = true;
    attempts[2].is_playable = false;
    attempts[2].is_case_in_library = false;
    const auto history = view::history_view(attempts, test::ja());
    REQUIRE(history.rows.size() == 3);

    CHECK(history.rows[0].session == model::SessionId("third"));
    CHECK_FALSE(history.rows[0].can_resume);
    CHECK_FALSE(history.rows[0].can_debrief);
    CHECK_FALSE(history.rows[0].can_replay);
    CHECK_FALSE(history.rows[0].note.empty());

    CHECK(history.rows[1].session == model::SessionId("second"));
    CHECK(history.rows[1].progress == "結末：窓は開いたまま");
    CHECK_FALSE(history.rows[1].can_resume);
    CHECK(history.rows[1].can_debrief);
    CHECK(history.rows[1].can_replay);
    CHECK(history.rows[1].note.empty());

    CHECK(history.rows[2].session == model::SessionId("first"));
    CHECK(history.rows[2].learner == "あおい（看護師）");
    CHECK(history.rows[2].kind == "初回");
    CHECK(history.rows[2].started == "2026年11月22日 14:05");
    CHECK(history.rows[2].progress == "途中（3場面）");
    CHECK(history.rows[2].can_resume);
    CHECK_FALSE(history.rows[2].note.empty());
}

TEST_CASE("the history stays readable when the case's file is gone or its endings have changed") {
    AttemptInfo lost = finished("lost", 1);
    lost.case_title.clear();
    lost.ending_title.clear();
    const auto history = view::history_view({lost}, test::ja());
    CHECK(history.rows.at(0).case_title == "cpp-1");
    CHECK(history.rows.at(0).progress == "終えました");
}
