// Sessions, decisions and answers: what goes out comes back, and what is not ours is refused.
#include <doctest/doctest.h>

#include "content/fixture.h"
#include "content/session_json.h"
#include "engine/fold.h"

using namespace tsunagi;
using namespace tsunagi::model;

namespace {

GridAnswer some_marks() {
    return {{{RowId("talk"), ColumnId("ns"), Mark::support},
             {RowId("talk"), ColumnId("cpp"), Mark::lead},
             {RowId("a-row"), ColumnId("x"), Mark::withhold},
             {RowId("a-row"), ColumnId("y"), Mark::unmarked}}};
}

Session some_session() {
    Session session;
    session.id = SessionId("01J-Some_Session.1");
    session.scenario = ScenarioId("small");
    session.scenario_version = "1.0";
    session.scenario_hash = "xxh3:00";
    session.learner = {"\xE3\x81\xAF\xE3\x81\xAA", LearnerProfession::student, "A"};
    session.kind = SessionKind::exploration;
    session.branch = BranchPoint{SessionId("parent"), 2};
    session.started_at = 1'700'000'000;
    session.updated_at = 4'200'000'000'000;
    session.decisions = {{SceneId("intro"), ReadAnswer{}, "", 3},
                         {SceneId("ask"), OneAnswer{OptionId("wish")}, "why", 40},
                         {SceneId("assess"), ManyAnswer{{OptionId("home"), OptionId("interview")}}, "", 0},
                         {SceneId("split"), some_marks(), "", 1},
                         {SceneId("plan"), OrderAnswer{{OptionId("b"), OptionId("a")}}, "", 2}};
    session.self_debrief = {"what", "why", "next"};
    return session;
}

// Texts that have broken programs before.
std::vector<std::string> hostile_texts() {
    std::string long_text;
    for (int i = 0; i < 10'000; ++i) long_text += "\xE7\x96\xB2";
    return {"",
            "\"quoted\" \\ back / slash",
            "line\nbreak\r\n\ttab",
            std::string("nul\0inside", 10),
            "\x01\x1F\x7F",
            "\xE2\x80\xAE right to left \xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D",
            "\xF0\x9F\x91\xA9\xE2\x80\x8D\xE2\x9A\x95\xEF\xB8\x8F",
            "</script><b>{0}%s${x}",
            "'; DROP TABLE session; --",
            long_text};
}

std::string code_of(const std::string &text) {
    const auto session = content::session_from_json(text);
    return session.is_ok() ? "ok" : session.error().code;
}

std::string changed_session(const std::string &patch) {
    return nlohmann::json::parse(content::session_to_json(some_session())).patch(nlohmann::json::parse(patch)).dump(2);
}

} // namespace

TEST_CASE("an answer of each kind is written in its form and read back") {
    const std::vector<std::pair<Answer, std::string>> answers = {
        {ReadAnswer{}, R"({"read":true})"},
        {OneAnswer{OptionId("wish")}, R"({"one":"wish"})"},
        {ManyAnswer{}, R"({"many":[]})"},
        {ManyAnswer{{OptionId("b"), OptionId("a")}}, R"({"many":["b","a"]})"},
        {GridAnswer{}, R"({"marks":{}})"},
        {some_marks(), R"({"marks":{"a-row":{"x":"withhold"},"talk":{"cpp":"lead","ns":"support"}}})"},
        {OrderAnswer{{OptionId("c"), OptionId("a")}}, R"({"order":["c","a"]})"}};
    for (const auto &[answer, text] : answers) {
        CHECK(content::answer_to_json(answer) == text);
        const auto read = content::answer_from_json(text);
        REQUIRE(read.is_ok());
        CHECK(read->index() == answer.index());
        CHECK(content::answer_to_json(*read) == text);
    }
}

TEST_CASE("an answer's marks do not depend on the order in which they were placed") {
    GridAnswer turned = some_marks();
    std::swap(turned.marks.front(), turned.marks.back());
    CHECK(content::answer_to_json(turned) == content::answer_to_json(some_marks()));
}

TEST_CASE("what is no answer is refused, with its place") {
    const std::vector<std::pair<const char *, const char *>> broken = {
        {"{}", "/"},
        {"[]", "/"},
        {R"({"one":"a","many":[]})", "/"},
        {R"({"one":3})", "/one"},
        {R"({"one":"A B"})", "/one"},
        {R"({"read":false})", "/read"},
        {R"({"two":"a"})", "/two"},
        {R"({"many":["a",3]})", "/many/1"},
        {R"({"many":"a"})", "/many"},
        {R"({"marks":[]})", "/marks"},
        {R"({"marks":{"r":"lead"}})", "/marks/r"},
        {R"({"marks":{"r":{"c":"unmarked"}}})", "/marks/r/c"},
        {R"({"marks":{"r":{"c":"boss"}}})", "/marks/r/c"},
        {R"({"order":{"a":1}})", "/order"}};
    for (const auto &[text, place] : broken) {
        CAPTURE(text);
        const auto read = content::answer_from_json(text);
        REQUIRE(!read.is_ok());
        CHECK(read.error().code == "session-json");
        CHECK(read.error().detail == std::string("line 1: ") + place);
    }
}

TEST_CASE("a decision is one line, and any text in it comes back") {
    Decision decision{SceneId("ask"), OneAnswer{OptionId("wish")}, "x", 7};
    CHECK(content::decision_to_json(decision) ==
          R"({"scene":"ask","answer":{"one":"wish"},"rationale":"x","seconds":7})");
    for (const std::string &text : hostile_texts()) {
        decision.rationale = text;
        const std::string json = content::decision_to_json(decision);
        CHECK(json.find('\n') == std::string::npos);
        const auto read = content::decision_from_json(json);
        REQUIRE(read.is_ok());
        CHECK(read->rationale == text);
        CHECK(read->scene == decision.scene);
        CHECK(read->seconds == 7);
        CHECK(content::decision_to_json(*read) == json);
    }
}

TEST_CASE("bytes that are no text are replaced, not thrown about") {
    const Decision decision{SceneId("ask"), ReadAnswer{}, "a\xFFz", 0};
    const auto read = content::decision_from_json(content::decision_to_json(decision));
    REQUIRE(read.is_ok());
    CHECK(read->rationale == "a\xEF\xBF\xBDz");
}

TEST_CASE("a session comes back whole") {
    const Session session = some_session();
    const std::string text = content::session_to_json(session);
    CHECK(text.rfind("{\n  \"format\": \"tsunagi-session\",\n  \"version\": 1,\n", 0) == 0);
    CHECK(text.back() == '\n');
    const auto read = content::session_from_json(text);
    REQUIRE(read.is_ok());
    CHECK(content::session_to_json(*read) == text);
    CHECK(read->id == session.id);
    CHECK(read->scenario == session.scenario);
    CHECK(read->scenario_version == session.scenario_version);
    CHECK(read->scenario_hash == session.scenario_hash);
    CHECK(read->learner.nickname == session.learner.nickname);
    CHECK(read->learner.profession == session.learner.profession);
    CHECK(read->learner.group == session.learner.group);
    CHECK(read->kind == session.kind);
    REQUIRE(read->branch.has_value());
    CHECK(read->branch->session == session.branch->session);
    CHECK(read->branch->decision_count == 2);
    CHECK(read->started_at == session.started_at);
    CHECK(read->updated_at == session.updated_at);
    CHECK(read->decisions.size() == session.decisions.size());
    CHECK(read->self_debrief.what == "what");
    CHECK(read->self_debrief.why == "why");
    CHECK(read->self_debrief.next == "next");
    // Mail programs and editors add a byte order mark and turn line ends.
    CHECK(code_of("\xEF\xBB\xBF" + text) == "ok");
}

TEST_CASE("whose session it is in a workshop, and which decisions nobody was asked for, come back") {
    Session session = some_session();
    CHECK(content::session_to_json(session).find("seat") == std::string::npos); // written only when set
    CHECK(content::session_to_json(session).find("given") == std::string::npos);
    session.seat = WorkshopSeat{WorkshopId("w-1"), GroupId("ot")};
    session.decisions[1].is_given = true;
    const std::string text = content::session_to_json(session);
    const auto read = content::session_from_json(text);
    REQUIRE(read.is_ok());
    REQUIRE(read->seat.has_value());
    CHECK(read->seat->workshop.value == "w-1");
    CHECK(read->seat->group.value == "ot");
    CHECK(!read->decisions[0].is_given);
    CHECK(read->decisions[1].is_given);
    CHECK(content::session_to_json(*read) == text);
    CHECK(content::decision_to_json(session.decisions[1]) ==
          R"({"scene":"ask","answer":{"one":"wish"},"rationale":"why","seconds":40,"given":true})");

    const auto old = content::session_from_json(content::session_to_json(some_session()));
    REQUIRE(old.is_ok());
    CHECK(!old->seat.has_value());
    CHECK(!old->decisions[1].is_given);
}

TEST_CASE("any text a learner types survives in a session") {
    for (const std::string &text : hostile_texts()) {
        Session session = some_session();
        session.learner.nickname = text;
        session.learner.group = text;
        session.self_debrief = {text, text, text};
        session.decisions[0].rationale = text;
        const auto read = content::session_from_json(content::session_to_json(session));
        REQUIRE(read.is_ok());
        CHECK(read->learner.nickname == text);
        CHECK(read->learner.group == text);
        CHECK(read->self_debrief.next == text);
        CHECK(read->decisions[0].rationale == text);
    }
}

TEST_CASE("a session file that is broken, foreign or newer is refused as such") {
    CHECK(code_of(content::session_to_json(some_session())) == "ok");
    CHECK(code_of("") == "session-json");
    CHECK(code_of("{") == "session-json");
    CHECK(code_of(content::session_to_json(some_session()).substr(0, 400)) == "session-json");
    CHECK(code_of(std::string(100000, '[')) == "session-json");
    CHECK(code_of(std::string("\xFF\xFE{\0}\0", 6)) == "session-json");
    CHECK(code_of("{}") == "session-format");
    CHECK(code_of("[]") == "session-format");
    CHECK(code_of(test::small_text()) == "session-format");
    CHECK(code_of(changed_session(R"([{"op":"replace","path":"/format","value":"other"}])")) == "session-format");
    CHECK(code_of(changed_session(R"([{"op":"replace","path":"/version","value":2}])")) == "session-newer");
    CHECK(code_of(changed_session(R"([{"op":"replace","path":"/version","value":0}])")) == "session-json");
    CHECK(code_of(changed_session(R"([{"op":"remove","path":"/version"}])")) == "session-json");
}

TEST_CASE("a session that lacks something says where") {
    const std::vector<std::pair<const char *, const char *>> broken = {
        {R"([{"op":"remove","path":"/id"}])", "/id"},
        {R"([{"op":"replace","path":"/scenario","value":"small"}])", "/scenario/id"},
        {R"([{"op":"replace","path":"/learner/profession","value":"king"}])", "/learner/profession"},
        {R"([{"op":"remove","path":"/kind"}])", "/kind"},
        {R"([{"op":"remove","path":"/branch/session"}])", "/branch/session"},
        {R"([{"op":"replace","path":"/branch/decisions","value":-1}])", "/branch/decisions"},
        {R"([{"op":"replace","path":"/started_at","value":"today"}])", "/started_at"},
        {R"([{"op":"add","path":"/seat","value":{}}])", "/seat/workshop"},
        {R"([{"op":"add","path":"/seat","value":"w-1"}])", "/seat/workshop"},
        {R"([{"op":"add","path":"/seat","value":{"workshop":"w-1","group":7}}])", "/seat/group"},
        {R"([{"op":"add","path":"/seat","value":{"workshop":"../w","group":"g"}}])", "/seat/workshop"},
        {R"([{"op":"add","path":"/decisions/1/given","value":1}])", "/decisions/1/given"},
        {R"([{"op":"add","path":"/decisions/1/given","value":"yes"}])", "/decisions/1/given"},
        {R"([{"op":"remove","path":"/decisions"}])", "/decisions"},
        {R"([{"op":"replace","path":"/decisions/1/answer/one","value":4}])", "/decisions/1/answer/one"},
        {R"([{"op":"replace","path":"/decisions/1/seconds","value":-4}])", "/decisions/1/seconds"},
        {R"([{"op":"replace","path":"/decisions/1/scene","value":"no id"}])", "/decisions/1/scene"},
        {R"([{"op":"replace","path":"/decisions/4","value":7}])", "/decisions/4"},
        {R"([{"op":"add","path":"/decisions/0/points","value":7}])", "/decisions/0/points"}};
    for (const auto &[patch, place] : broken) {
        CAPTURE(patch);
        const auto read = content::session_from_json(changed_session(patch));
        REQUIRE(!read.is_ok());
        CHECK(read.error().code == "session-json");
        const std::string end = std::string(": ") + place;
        const std::string &detail = read.error().detail;
        CHECK(detail.rfind("line ", 0) == 0);
        CHECK(detail.size() > end.size());
        CHECK_MESSAGE(detail.substr(detail.size() - end.size()) == end, detail);
    }
}

TEST_CASE("a decision file and a session file are both courses") {
    const auto file = content::decision_file_from_json(
        R"({"format":1,"scenario":"small","decisions":[{"scene":"intro","answer":{"read":true}}]})");
    REQUIRE(file.is_ok());
    CHECK(file->scenario.value == "small");
    CHECK(file->decisions.size() == 1);

    const auto session = content::decision_file_from_json(content::session_to_json(some_session()));
    REQUIRE(session.is_ok());
    CHECK(session->scenario.value == "small");
    CHECK(session->decisions.size() == 5);

    const auto code = [](const char *text) {
        const auto read = content::decision_file_from_json(text);
        return read.is_ok() ? std::string("ok") : read.error().code;
    };
    CHECK(code(R"({"format":2,"scenario":"small","decisions":[]})") == "session-newer");
    CHECK(code(R"({"format":0,"scenario":"small","decisions":[]})") == "session-json");
    CHECK(code(R"({"format":1,"decisions":[]})") == "session-json");
    CHECK(code(R"({"format":1,"scenario":"small"})") == "session-json");
    CHECK(code(R"({"decisions":[]})") == "session-format");
    CHECK(code("nothing") == "session-json");
}

TEST_CASE("the stored course survives a round trip and plays to its ending") {
    const auto file = content::scenario_from_text(test::small_text(), "small.json", test::handbook());
    REQUIRE(file.is_playable());
    std::vector<Decision> decisions;
    for (const Decision &decision : file.scenario->handbook_course.decisions) {
        const auto read = content::decision_from_json(content::decision_to_json(decision));
        REQUIRE(read.is_ok());
        decisions.push_back(*read);
    }
    const auto progress = engine::fold(*file.scenario, decisions);
    REQUIRE(progress.is_ok());
    REQUIRE(progress->ending != nullptr);
    CHECK(progress->ending->id.value == "together");
}
