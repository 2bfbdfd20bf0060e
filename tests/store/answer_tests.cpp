// The answers of a case added up over everybody's first runs.
#include <algorithm>

#include <SQLiteCpp/SQLiteCpp.h>

#include "content/session_json.h"
#include "store/migrations.h"
#include "store/store_support.h"
#include "store/vote_key.h"

using namespace tsunagi;
using test::example_decision;
using test::example_session;
using test::open_store;
namespace fs = std::filesystem;

namespace {

const model::ScenarioId kCase("cpp-1");
const std::string kHash = "xxh3:00";

/// Reads the first scene, then answers at "ask".
model::Session answered(const std::string &id, const std::string &option,
                        model::LearnerProfession profession = model::LearnerProfession::ot) {
    model::Session session = example_session(id);
    session.learner.profession = profession;
    session.decisions = {example_decision(0),
                         {model::SceneId("ask"), model::OneAnswer{model::OptionId(option)}, "private " + id, 3}};
    return session;
}

void create(store::SessionStore &store, const model::Session &session) { REQUIRE(store.create(session, "{}").is_ok()); }

store::CaseAnswers answers_of(store::SessionStore &store, const std::string &hash = kHash) {
    auto found = store.answers_of_case(kCase, hash);
    REQUIRE(found.is_ok());
    return std::move(*found);
}

/// One line an answer, sorted.
std::string lines_of(const store::CaseAnswers &found) {
    std::vector<std::string> lines;
    for (const store::AnswerCount &count : found.answers)
        lines.push_back(count.scene.value + ' ' +
                        std::string(model::word_of(count.profession, model::kLearnerProfessionWords)) + ' ' +
                        content::answer_to_json(count.answer) + ' ' + std::to_string(count.count) + '\n');
    std::sort(lines.begin(), lines.end());
    std::string text;
    for (const std::string &line : lines) text += line;
    return text;
}

/// A database as the program before this one left it, with what `fill` puts in.
void make_old(const fs::path &file, const std::vector<std::string> &fill) {
    SQLite::Database old(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    const store::Migrations &all = store::all_migrations();
    REQUIRE(all.size() >= 4);
    REQUIRE(store::migrate(old, {all[0], all[1], all[2]}).is_ok());
    REQUIRE_FALSE(old.tableExists("vote"));
    old.exec("INSERT INTO scenario VALUES ('xxh3:00', '{}')");
    for (const std::string &sql : fill) old.exec(sql);
}

std::string session_sql(const std::string &id) {
    return "INSERT INTO session (id, scenario, scenario_version, scenario_hash, nickname, profession, group_name, "
           "kind, started_at, updated_at) VALUES ('" +
           id + "', 'cpp-1', '1.0', 'xxh3:00', 'x', 'ot', '', 'first', 1, 1)";
}

std::string decision_sql(const std::string &id, int number, const std::string &json) {
    return "INSERT INTO decision VALUES ('" + id + "', " + std::to_string(number) + ", '" + json + "')";
}

} // namespace

TEST_CASE("first runs of single learners are counted by scene and profession, and nothing else is") {
    const test::TemporaryFolder folder;
    auto store = open_store(folder / "a.db");
    create(*store, answered("s-1", "visit", model::LearnerProfession::cpp));
    create(*store, answered("s-2", "visit", model::LearnerProfession::cpp));
    create(*store, answered("s-3", "wait", model::LearnerProfession::cpp));
    create(*store, answered("s-4", "visit"));
    model::Session given = answered("s-5", "wait");
    given.decisions[1].is_given = true;
    create(*store, given);
    for (const auto kind : {model::SessionKind::exploration, model::SessionKind::replay}) {
        model::Session other = answered(kind == model::SessionKind::replay ? "s-6" : "s-7", "wait");
        other.kind = kind;
        create(*store, other);
    }
    model::Session seated = answered("s-8", "wait"); // its workshop may not have shown its results yet
    seated.seat = model::WorkshopSeat{model::WorkshopId("w-1"), model::GroupId("ot")};
    create(*store, seated);
    model::Session other_text = answered("s-9", "wait");
    other_text.scenario_hash = "xxh3:11";
    create(*store, other_text);
    model::Session other_case = answered("s-10", "wait");
    other_case.scenario = model::ScenarioId("cpp-2");
    other_case.scenario_hash = "xxh3:22";
    create(*store, other_case);
    create(*store, example_session("s-11")); // begun, nothing decided

    const store::CaseAnswers found = answers_of(*store);
    CHECK(lines_of(found) == "ask cpp {\"one\":\"visit\"} 2\n"
                             "ask cpp {\"one\":\"wait\"} 1\n"
                             "ask ot {\"one\":\"visit\"} 1\n"
                             "scene-0 cpp {\"read\":true} 3\n"
                             "scene-0 ot {\"read\":true} 2\n");
    CHECK(found.sessions == 6);
    CHECK(found.other_texts == 1);
    CHECK(found.unreadable == 0);

    const store::CaseAnswers nobody = answers_of(*store, "xxh3:99");
    CHECK(nobody.answers.empty());
    CHECK(nobody.sessions == 0);
    CHECK(nobody.other_texts == 7);
}

TEST_CASE("decisions count however they came: one by one, brought in, of every kind of scene") {
    const test::TemporaryFolder folder;
    auto store = open_store(folder / "a.db");
    create(*store, example_session("s-1"));
    model::Session other = example_session("s-2");
    for (int i = 0; i < 10; ++i) {
        REQUIRE(
            store->append_decision(model::SessionId("s-1"), i, example_decision(i, "mine"), std::nullopt, i).is_ok());
        other.decisions.push_back(example_decision(i, "another reason"));
    }
    REQUIRE(store->import_session(other, "{}", std::nullopt).is_ok());
    const store::CaseAnswers found = answers_of(*store);
    REQUIRE(found.answers.size() == 10);
    for (int i = 0; i < 10; ++i) {
        const store::AnswerCount &each = found.answers[static_cast<std::size_t>(i)];
        CHECK(each.scene == example_decision(i).scene);
        CHECK(each.count == 2); // whatever was written, and however long it took
        CHECK(content::answer_to_json(each.answer) == content::answer_to_json(example_decision(i).answer));
    }
}

TEST_CASE("a decision that was refused is not counted") {
    const test::TemporaryFolder folder;
    auto store = open_store(folder / "a.db");
    create(*store, answered("s-1", "visit"));
    CHECK(!store->append_decision(model::SessionId("s-1"), 1, example_decision(1), std::nullopt, 1).is_ok());
    CHECK(answers_of(*store).answers.size() == 2);
}

TEST_CASE("answers of a database of before they were counted come along") {
    const test::TemporaryFolder folder;
    make_old(
        folder / "a.db",
        {session_sql("s-1"), session_sql("s-2"),
         decision_sql("s-1", 0, R"({"scene":"ask","answer":{"one":"visit"},"rationale":"why","seconds":4})"),
         // Written by hand, with blanks and in another order.
         decision_sql("s-2", 0, R"({ "answer": {"one": "visit"}, "scene": "ask", "rationale": "", "seconds": 1 })"),
         decision_sql("s-2", 1,
                      R"({"scene":"plan","answer":{"many":["a"]},"rationale":"","seconds":1,"given":true})")});
    auto store = open_store(folder / "a.db");
    CHECK(lines_of(answers_of(*store)) == "ask ot {\"one\":\"visit\"} 2\n");
    CHECK(store->load(model::SessionId("s-2"))->decisions.size() == 2);
    create(*store, answered("s-3", "visit"));
    CHECK(lines_of(answers_of(*store)) == "ask ot {\"one\":\"visit\"} 3\nscene-0 ot {\"read\":true} 1\n");
}

TEST_CASE("a damaged decision in an old database neither blocks opening nor the others' answers") {
    const test::TemporaryFolder folder;
    std::vector<std::string> fill = {session_sql("s-good"), session_sql("s-bad")};
    fill.push_back(decision_sql("s-good", 0, R"({"scene":"ask","answer":{"one":"visit"},"rationale":"","seconds":1})"));
    int number = 0;
    for (const char *damaged : {"", "{", "null", "{}", R"({"scene":"ask"})", R"({"scene":7,"answer":{"one":"a"}})",
                                R"({"scene":"ask","answer":{"dance":1},"rationale":"","seconds":1})"})
        fill.push_back(decision_sql("s-bad", number++, damaged));
    fill.push_back("INSERT INTO decision VALUES ('s-bad', 99, CAST(x'7b00ff7d' AS TEXT))");
    make_old(folder / "a.db", fill);
    auto store = open_store(folder / "a.db");
    const store::CaseAnswers found = answers_of(*store);
    CHECK(lines_of(found) == "ask ot {\"one\":\"visit\"} 1\n");
    CHECK(found.unreadable == number + 1);
    CHECK(store->list()->size() == 2);
    CHECK(store->load(model::SessionId("s-good"))->decisions.size() == 1);
    CHECK(store->load(model::SessionId("s-bad")).error().code == "store-damaged");
}

TEST_CASE("a decision that another program has changed is not counted for what it was") {
    const test::TemporaryFolder folder;
    auto store = open_store(folder / "a.db");
    create(*store, answered("s-1", "visit"));
    create(*store, answered("s-2", "wait"));
    {
        SQLite::Database database((folder / "a.db").string(), SQLite::OPEN_READWRITE);
        SUBCASE("to another answer") {
            database.exec("UPDATE decision SET json = replace(json, 'visit', 'leave') WHERE session = 's-1'");
        }
        SUBCASE("to nothing that can be read") {
            database.exec("UPDATE decision SET json = '{' WHERE session = 's-1' AND number = 1");
        }
    }
    const store::CaseAnswers found = answers_of(*store);
    CHECK(lines_of(found) == "ask ot {\"one\":\"wait\"} 1\nscene-0 ot {\"read\":true} 2\n");
    CHECK(found.unreadable == 1);
}

TEST_CASE("the numbers that stand for answers are kept in databases, so they stay as they are") {
    model::Decision decision = answered("s-1", "visit").decisions[1];
    const auto key = store::vote_key(decision);
    REQUIRE(key.has_value());
    CHECK(*key == 793517593483253725);
    decision.rationale = "another";
    decision.seconds = 99;
    CHECK(store::vote_key(decision) == key);
    decision.answer = model::OneAnswer{model::OptionId("wait")};
    CHECK(store::vote_key(decision) != key);
    decision.is_given = true;
    CHECK(!store::vote_key(decision).has_value());

    model::Decision many = example_decision(2);
    const auto of_many = store::vote_key(many);
    auto &items = std::get<model::ManyAnswer>(many.answer).items;
    std::reverse(items.begin(), items.end());
    CHECK(store::vote_key(many) == of_many);
    items.pop_back();
    CHECK(store::vote_key(many) != of_many);
    model::Decision grid = example_decision(3);
    const auto of_grid = store::vote_key(grid);
    auto &marks = std::get<model::GridAnswer>(grid.answer).marks;
    std::reverse(marks.begin(), marks.end());
    CHECK(store::vote_key(grid) == of_grid);
    std::swap(marks[0].mark, marks[1].mark);
    CHECK(store::vote_key(grid) != of_grid);
    model::Decision order = example_decision(4);
    const auto of_order = store::vote_key(order);
    std::reverse(std::get<model::OrderAnswer>(order.answer).steps.begin(),
                 std::get<model::OrderAnswer>(order.answer).steps.end());
    CHECK(store::vote_key(order) != of_order);
}
