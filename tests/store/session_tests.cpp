// What a store keeps, and that it gives it back.
#include <sstream>

#include "content/session_json.h"
#include "store/store_support.h"

using namespace tsunagi;
using test::example_decision;
using test::example_session;
using test::open_store;

namespace {

const model::SessionId kId("s-1");

/// A store with one session of `count` decisions.
std::unique_ptr<store::SessionStore> store_with_decisions(const std::filesystem::path &file, int count) {
    auto store = open_store(file);
    REQUIRE(store->create(example_session("s-1"), "{}").is_ok());
    for (int i = 0; i < count; ++i)
        REQUIRE(store->append_decision(kId, i, example_decision(i), std::nullopt, 1'700'000'100 + i).is_ok());
    return store;
}

} // namespace

TEST_CASE("a session comes back as it was, after the store was closed") {
    const test::TemporaryFolder folder;
    model::Session session = example_session("s-2");
    session.kind = model::SessionKind::exploration;
    session.branch = model::BranchPoint{kId, 2};
    session.decisions = {example_decision(0), example_decision(1, "「理由」\n\"二行目\" \\ '引用'")};
    session.self_debrief = {"何が", "なぜ", "次は"};
    {
        auto store = store_with_decisions(folder / "a.db", 7);
        REQUIRE(store->create(session, "{\"id\":\"cpp-1\"}").is_ok());
    }
    auto store = open_store(folder / "a.db");
    const auto first = store->load(kId);
    REQUIRE(first.is_ok());
    CHECK(first->learner.nickname == "そら");
    CHECK(first->learner.profession == model::LearnerProfession::ot);
    CHECK(first->learner.group == "A班");
    CHECK(first->kind == model::SessionKind::first);
    CHECK(!first->branch.has_value());
    CHECK(first->started_at == 1'700'000'000);
    CHECK(first->updated_at == 1'700'000'106);
    REQUIRE(first->decisions.size() == 7);
    for (int i = 0; i < 7; ++i)
        CHECK(content::decision_to_json(first->decisions[static_cast<std::size_t>(i)]) ==
              content::decision_to_json(example_decision(i)));

    const auto second = store->load(session.id);
    REQUIRE(second.is_ok());
    CHECK(content::session_to_json(*second) == content::session_to_json(session));
}

TEST_CASE("what is listed: newest first, with the count of decisions and the ending") {
    const test::TemporaryFolder folder;
    auto store = store_with_decisions(folder / "a.db", 2);
    model::Session later = example_session("s-2");
    later.updated_at = 1'800'000'000;
    REQUIRE(store->create(later, "{}").is_ok());
    REQUIRE(store->append_decision(kId, 2, example_decision(2), model::EndingId("good"), 1'700'000'200).is_ok());
    const auto listed = store->list();
    REQUIRE(listed.is_ok());
    REQUIRE(listed->size() == 2);
    CHECK((*listed)[0].session.id.value == "s-2");
    CHECK((*listed)[0].decision_count == 0);
    CHECK((*listed)[0].ending.empty());
    CHECK((*listed)[1].session.id.value == "s-1");
    CHECK((*listed)[1].session.learner.nickname == "そら");
    CHECK((*listed)[1].session.decisions.empty());
    CHECK((*listed)[1].decision_count == 3);
    CHECK((*listed)[1].ending == "good");
}

TEST_CASE("an empty store lists nothing") {
    const test::TemporaryFolder folder;
    const auto listed = open_store(folder / "a.db")->list();
    REQUIRE(listed.is_ok());
    CHECK(listed->empty());
}

TEST_CASE("the scenario of a session is kept under its hash, and never replaced") {
    const test::TemporaryFolder folder;
    auto store = open_store(folder / "a.db");
    REQUIRE(store->create(example_session("s-1"), "{\"a\":1}").is_ok());
    REQUIRE(store->create(example_session("s-2"), "{\"a\":2}").is_ok());
    const auto json = store->scenario_json("xxh3:00");
    REQUIRE(json.is_ok());
    CHECK(*json == "{\"a\":1}");
    const auto none = store->scenario_json("xxh3:ff");
    REQUIRE(none.is_ok());
    CHECK(none->empty());
}

TEST_CASE("a draft is kept until its decision is") {
    const test::TemporaryFolder folder;
    auto store = store_with_decisions(folder / "a.db", 1);
    auto none = store->load_draft(kId);
    REQUIRE(none.is_ok());
    CHECK(!none->has_value());

    REQUIRE(store->save_draft(kId, {model::SceneId("scene-1"), std::nullopt, "書きかけ"}).is_ok());
    const model::Answer marks = example_decision(3).answer;
    REQUIRE(store->save_draft(kId, {model::SceneId("scene-1"), marks, "書き直し"}).is_ok());
    store = open_store(folder / "a.db");
    auto draft = store->load_draft(kId);
    REQUIRE(draft.is_ok());
    REQUIRE(draft->has_value());
    CHECK((*draft)->scene.value == "scene-1");
    CHECK((*draft)->rationale == "書き直し");
    REQUIRE((*draft)->answer.has_value());
    CHECK(content::answer_to_json(*(*draft)->answer) == content::answer_to_json(marks));

    REQUIRE(store->append_decision(kId, 1, example_decision(1), std::nullopt, 2).is_ok());
    auto after = store->load_draft(kId);
    REQUIRE(after.is_ok());
    CHECK(!after->has_value());
}

TEST_CASE("a draft without an answer comes back without one") {
    const test::TemporaryFolder folder;
    auto store = store_with_decisions(folder / "a.db", 0);
    REQUIRE(store->save_draft(kId, {model::SceneId("x"), std::nullopt, "文"}).is_ok());
    auto draft = store->load_draft(kId);
    REQUIRE(draft.is_ok());
    REQUIRE(draft->has_value());
    CHECK(!(*draft)->answer.has_value());
}

TEST_CASE("the self-debrief is saved") {
    const test::TemporaryFolder folder;
    auto store = store_with_decisions(folder / "a.db", 1);
    REQUIRE(store->save_self_debrief(kId, {"一", "二", "三"}, 1'700'000'900).is_ok());
    const auto session = store->load(kId);
    REQUIRE(session.is_ok());
    CHECK(session->self_debrief.next == "三");
    CHECK(session->updated_at == 1'700'000'900);
}

TEST_CASE("what is not there is store-missing, what is there already is store-conflict") {
    const test::TemporaryFolder folder;
    auto store = store_with_decisions(folder / "a.db", 2);
    const model::SessionId nobody("nobody");
    CHECK(store->load(nobody).error().code == "store-missing");
    CHECK(store->append_decision(nobody, 0, example_decision(0), std::nullopt, 1).error().code == "store-missing");
    CHECK(store->save_draft(nobody, {model::SceneId("x"), std::nullopt, ""}).error().code == "store-missing");
    CHECK(store->save_self_debrief(nobody, {}, 1).error().code == "store-missing");
    auto none = store->load_draft(nobody);
    REQUIRE(none.is_ok());
    CHECK(!none->has_value());

    CHECK(store->create(example_session("s-1"), "{}").error().code == "store-conflict");
    CHECK(store->append_decision(kId, 1, example_decision(9, "other"), std::nullopt, 1).error().code ==
          "store-conflict");
    CHECK(store->append_decision(kId, 3, example_decision(9, "other"), std::nullopt, 1).error().code ==
          "store-conflict");
    const auto session = store->load(kId);
    REQUIRE(session.is_ok());
    REQUIRE(session->decisions.size() == 2);
    CHECK(session->decisions[1].rationale == "why");
    CHECK(session->updated_at == 1'700'000'101);
}

// ---- places on eco-maps ---------------------------------------------------------------------------------------------

namespace {

const model::ScenarioId kCase("cpp-1");
const model::ScenarioId kOtherCase("ot-2");

/// "mother 10 20.5, nurse …" of a case, in order of the ids.
std::string places_told(store::SessionStore &store, const model::ScenarioId &scenario) {
    const auto places = store.places(scenario);
    if (!places.is_ok()) return places.error().code;
    std::ostringstream told;
    for (const auto &[party, place] : *places) told << party.value << ' ' << place.x << ' ' << place.y << ", ";
    return told.str();
}

} // namespace

TEST_CASE("where a party was put is kept for its case, the last place counts, and all of a case can be forgotten") {
    const test::TemporaryFolder folder;
    {
        auto store = open_store(folder / "a.db");
        CHECK(places_told(*store, kCase).empty());
        REQUIRE(store->save_place(kCase, model::PartyId("nurse"), {1.0, 2.0}).is_ok());
        REQUIRE(store->save_place(kCase, model::PartyId("mother"), {-10.5, 20.25}).is_ok());
        REQUIRE(store->save_place(kCase, model::PartyId("nurse"), {3.0, 4.0}).is_ok());
        REQUIRE(store->save_place(kOtherCase, model::PartyId("nurse"), {7.0, 8.0}).is_ok());
    }
    auto store = open_store(folder / "a.db");
    CHECK(places_told(*store, kCase) == "mother -10.5 20.25, nurse 3 4, ");
    CHECK(places_told(*store, kOtherCase) == "nurse 7 8, ");
    REQUIRE(store->forget_places(kCase).is_ok());
    CHECK(places_told(*store, kCase).empty());
    CHECK(places_told(*store, kOtherCase) == "nurse 7 8, ");
    CHECK(store->forget_places(kCase).is_ok()); // nothing there: nothing to do
    CHECK(places_told(*open_store(folder / "a.db"), kCase).empty());
}

TEST_CASE("two programs on one file see each other's places") {
    const test::TemporaryFolder folder;
    auto one = open_store(folder / "a.db");
    auto two = open_store(folder / "a.db");
    REQUIRE(one->save_place(kCase, model::PartyId("nurse"), {1.0, 2.0}).is_ok());
    REQUIRE(two->save_place(kCase, model::PartyId("mother"), {3.0, 4.0}).is_ok());
    CHECK(places_told(*one, kCase) == "mother 3 4, nurse 1 2, ");
    REQUIRE(two->save_place(kCase, model::PartyId("nurse"), {5.0, 6.0}).is_ok());
    CHECK(places_told(*one, kCase) == "mother 3 4, nurse 5 6, ");
    REQUIRE(one->forget_places(kCase).is_ok());
    CHECK(places_told(*two, kCase).empty());
}

TEST_CASE("ids of a place may hold any character") {
    const test::TemporaryFolder folder;
    auto store = open_store(folder / "a.db");
    const model::PartyId party("母'; DROP TABLE party_place; --\"\n🌱");
    REQUIRE(store->save_place(kCase, party, {1.0, 2.0}).is_ok());
    const auto places = store->places(kCase);
    REQUIRE(places.is_ok());
    REQUIRE(places->size() == 1);
    CHECK(places->begin()->first == party);
}
