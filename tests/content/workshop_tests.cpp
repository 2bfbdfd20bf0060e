// Workshops and the files by which they travel: what goes out comes back, and what is not sound is refused whole.
#include <doctest/doctest.h>

#include "content/fixture.h"
#include "content/scenario_json.h"
#include "content/session_json.h"
#include "content/workshop_json.h"

using namespace tsunagi;
using namespace tsunagi::model;
using nlohmann::json;

namespace {

const content::ScenarioFile &small_case() {
    static const content::ScenarioFile file =
        content::scenario_from_text(test::small_text(), "small.json", test::handbook());
    REQUIRE(file.is_playable());
    return file;
}

Workshop some_workshop() {
    Workshop workshop;
    workshop.id = WorkshopId("w-1");
    workshop.revision = 7;
    workshop.title = "\xE7\xA0\x94\xE4\xBF\xAE";
    workshop.date = "2026-11-23";
    workshop.scenario = small_case().scenario->id;
    workshop.scenario_version = small_case().scenario->version;
    workshop.scenario_hash = small_case().scenario->hash;
    workshop.groups = {{GroupId("cpp"), "A \"group\"", LearnerProfession::cpp, 5},
                       {GroupId("ot"), "B", LearnerProfession::ot, 1}};
    workshop.settings = {false, 300, {SceneId("ask"), SceneId("plan")}, true};
    workshop.is_revealed = true;
    workshop.team = {{SceneId("ask"), OneAnswer{OptionId("wish")}, "we all agree", 60}};
    workshop.notes = {{SceneId("ask"), "note\nof two lines"}};
    workshop.minutes = "minutes";
    workshop.created_at = 1'700'000'000;
    workshop.updated_at = 1'700'000'009;
    return workshop;
}

Session some_session() {
    Session session;
    session.id = SessionId("s-1");
    session.scenario = small_case().scenario->id;
    session.scenario_version = small_case().scenario->version;
    session.scenario_hash = small_case().scenario->hash;
    session.learner = {"B", LearnerProfession::ot, "B"};
    session.seat = WorkshopSeat{WorkshopId("w-1"), GroupId("ot")};
    session.decisions = {{SceneId("intro"), ReadAnswer{}, "", 3}};
    session.decisions[0].is_given = true;
    return session;
}

std::string patched(const std::string &text, const std::string &patch) {
    return json::parse(text).patch(json::parse(patch)).dump(2);
}

std::string workshop_error(const std::string &text) {
    const auto read = content::workshop_from_json(text);
    return read.is_ok() ? "ok" : read.error().code;
}

std::string exchange_error(const std::string &text) {
    const auto read = content::exchange_file_from_json(text);
    return read.is_ok() ? "ok" : read.error().code;
}

std::string group_file() {
    const auto text = content::workshop_file_to_json(some_workshop(), small_case().canonical_json);
    REQUIRE(text.is_ok());
    return *text;
}

std::string session_file() {
    const auto text = content::group_session_to_json(some_session(), small_case().canonical_json);
    REQUIRE(text.is_ok());
    return *text;
}

} // namespace

TEST_CASE("a workshop comes back whole, but for the revision that is the database's") {
    const Workshop workshop = some_workshop();
    const std::string text = content::workshop_to_json(workshop);
    CHECK(text.rfind("{\n  \"format\": \"tsunagi-workshop\",\n  \"version\": 1,\n", 0) == 0);
    const auto read = content::workshop_from_json(text);
    REQUIRE(read.is_ok());
    CHECK(content::workshop_to_json(*read) == text);
    CHECK(read->id.value == "w-1");
    CHECK(read->revision == 0);
    CHECK(read->title == workshop.title);
    CHECK(read->date == "2026-11-23");
    CHECK(read->scenario == workshop.scenario);
    CHECK(read->scenario_version == workshop.scenario_version);
    CHECK(read->scenario_hash == workshop.scenario_hash);
    REQUIRE(read->groups.size() == 2);
    CHECK(read->groups[0].id.value == "cpp");
    CHECK(read->groups[0].name == "A \"group\"");
    CHECK(read->groups[1].profession == LearnerProfession::ot);
    CHECK(read->groups[0].members == 5);
    CHECK(!read->settings.hides_results);
    CHECK(read->settings.scene_seconds == 300);
    CHECK(read->settings.scenes.size() == 2);
    CHECK(read->settings.is_panel);
    CHECK(read->is_revealed);
    REQUIRE(read->team.size() == 1);
    CHECK(read->team[0].rationale == "we all agree");
    REQUIRE(read->notes.size() == 1);
    CHECK(read->notes[0].text == "note\nof two lines");
    CHECK(read->minutes == "minutes");
    CHECK(read->created_at == 1'700'000'000);
    CHECK(read->updated_at == 1'700'000'009);
}

TEST_CASE("a workshop that is not sound says where") {
    const std::string long_name(201, 'x');
    std::string groups;
    for (int i = 0; i < 51; ++i)
        groups += (i > 0 ? "," : "") + std::string(R"({"id":"g)") + std::to_string(i) +
                  R"(","name":"x","profession":"ot","members":1})";
    const auto set = [](const std::string &pointer, const std::string &value) {
        return R"([{"op":"add","path":")" + pointer + R"(","value":)" + value + "}]";
    };
    const std::vector<std::pair<std::string, std::string>> broken = {
        {set("/id", R"("No Id")"), "/id"},
        {set("/title", "3"), "/title"},
        {set("/title", '"' + long_name + '"'), "/title"},
        {set("/date", R"("23.11.2026")"), "/date"},
        {set("/date", R"("2026-13-01")"), "/date"},
        {set("/scenario", "{}"), "/scenario/id"},
        {set("/scenario/hash", R"("")"), "/scenario/hash"},
        {set("/groups", "[]"), "/groups"},
        {set("/groups", "{}"), "/groups"},
        {set("/groups", '[' + groups + ']'), "/groups"},
        {set("/groups/1/id", R"("cpp")"), "/groups/1/id"},
        {set("/groups/0/id", R"("")"), "/groups/0/id"},
        {set("/groups/0/name", R"(" ")"), "/groups/0/name"},
        {set("/groups/0/name", '"' + long_name + '"'), "/groups/0/name"},
        {set("/groups/0/profession", R"("king")"), "/groups/0/profession"},
        {set("/groups/0/members", "0"), "/groups/0/members"},
        {set("/groups/0/members", "1000"), "/groups/0/members"},
        {set("/groups/0/members", "true"), "/groups/0/members"},
        {set("/groups/0", "7"), "/groups/0/id"},
        {set("/settings", "null"), "/settings/hides_results"},
        {set("/settings/panel", "1"), "/settings/panel"},
        {set("/settings/scene_seconds", "-1"), "/settings/scene_seconds"},
        {set("/settings/scenes", R"(["a","a"])"), "/settings/scenes/1"},
        {set("/settings/scenes", R"([7])"), "/settings/scenes/0"},
        {set("/revealed", "0"), "/revealed"},
        {set("/team", "0"), "/team"},
        {set("/team/0/answer", R"({"one":4})"), "/team/0/answer/one"},
        {set("/team/-", R"({"scene":"ask","answer":{"read":true}})"), "/team/1/scene"},
        {set("/notes/0/text", "4"), "/notes/0/text"},
        {set("/notes/0/scene", R"("A B")"), "/notes/0/scene"},
        {set("/minutes", "[]"), "/minutes"},
        {set("/created_at", R"("now")"), "/created_at"},
        {set("/version", "0"), "/version"}};
    const std::string sound = content::workshop_to_json(some_workshop());
    for (const auto &[patch, place] : broken) {
        CAPTURE(patch.substr(0, 200));
        const auto read = content::workshop_from_json(patched(sound, patch));
        REQUIRE(!read.is_ok());
        CHECK(read.error().code == "workshop-json");
        const std::string end = ": " + place;
        const std::string &detail = read.error().detail;
        CHECK(detail.rfind("line ", 0) == 0);
        CHECK_MESSAGE((detail.size() > end.size() && detail.substr(detail.size() - end.size()) == end), detail);
    }
    CHECK(workshop_error(patched(sound, set("/date", R"("")"))) == "ok"); // no day fixed yet
    CHECK(workshop_error(patched(sound, set("/groups/0/members", "999"))) == "ok");
    CHECK(workshop_error(patched(sound, set("/version", "2"))) == "workshop-newer");
    CHECK(workshop_error(patched(sound, set("/format", R"("other")"))) == "workshop-format");
    CHECK(workshop_error("[]") == "workshop-format");
    CHECK(workshop_error("") == "workshop-json");
    CHECK(workshop_error(sound.substr(0, 200)) == "workshop-json");
    CHECK(workshop_error(std::string(16u * 1024u * 1024u + 1, ' ')) == "file-too-large");
}

TEST_CASE("the file for a group's computer holds the case, and nothing that the facilitator wrote") {
    const std::string text = group_file();
    CHECK(content::may_be_workshop_file(text));
    const auto read = content::exchange_file_from_json("\xEF\xBB\xBF" + text);
    REQUIRE(read.is_ok());
    const auto *file = std::get_if<content::WorkshopFile>(&*read);
    REQUIRE(file != nullptr);
    CHECK(file->scenario_json == small_case().canonical_json);
    CHECK(file->workshop.groups.size() == 2);
    CHECK(file->workshop.settings.scenes.size() == 2);
    CHECK(file->workshop.team.empty());
    CHECK(file->workshop.notes.empty());
    CHECK(file->workshop.minutes.empty());
    for (const char *secret : {"we all agree", "two lines", "\"minutes\": \"minutes\""})
        CHECK_MESSAGE(text.find(secret) == std::string::npos, secret);
}

TEST_CASE("the file that a group gives back holds its session and the case") {
    const std::string text = session_file();
    CHECK(!content::may_be_workshop_file(text));
    const auto read = content::exchange_file_from_json(text);
    REQUIRE(read.is_ok());
    const auto *file = std::get_if<content::GroupSession>(&*read);
    REQUIRE(file != nullptr);
    CHECK(file->scenario_json == small_case().canonical_json);
    CHECK(content::session_to_json(file->session) == content::session_to_json(some_session()));

    const auto plain = content::exchange_file_from_json(content::session_to_json(some_session()));
    REQUIRE(plain.is_ok());
    const auto *session = std::get_if<content::GroupSession>(&*plain);
    REQUIRE(session != nullptr);
    CHECK(session->scenario_json.empty());
    CHECK(session->session.id.value == "s-1");
}

TEST_CASE("however an editor has written it anew, the case is still the same") {
    const auto read = content::exchange_file_from_json(json::parse(session_file()).dump()); // sorted, on one line
    REQUIRE(read.is_ok());
    CHECK(std::get<content::GroupSession>(*read).scenario_json == small_case().canonical_json);
}

TEST_CASE("a case has one canonical text, read from its own file or from one that it travels in") {
    // Keys in no order, letters and spaces that can be written in several ways. The text is given in full: a hash that
    // changed would part every record from its case.
    const std::string odd = R"({ "title": "\u3042\/<\t>\ud83d\ude00", "id": "odd",
        "numbers": {"z": [ 2,1 , -7], "b": null, "a": true} })";
    const std::string canonical = content::scenario_from_text(odd, "odd.json", test::handbook()).canonical_json;
    CHECK(canonical == "{\"id\":\"odd\",\"numbers\":{\"a\":true,\"b\":null,\"z\":[2,1,-7]},"
                       "\"title\":\"\u3042/<\\t>\U0001F600\"}");

    Workshop workshop = some_workshop();
    workshop.scenario = ScenarioId("odd");
    workshop.scenario_hash = content::content_hash(canonical);
    const auto text = content::workshop_file_to_json(workshop, canonical);
    REQUIRE(text.is_ok());
    const auto read = content::exchange_file_from_json(*text);
    REQUIRE_MESSAGE(read.is_ok(), read.error().code);
    CHECK(std::get<content::WorkshopFile>(*read).scenario_json == canonical);
}

TEST_CASE("a file with an altered case is refused, and none is written") {
    const std::string patch = R"([{"op":"replace","path":"/case/title","value":"another story"}])";
    CHECK(exchange_error(patched(session_file(), patch)) == "workshop-hash");
    CHECK(exchange_error(patched(group_file(), patch)) == "workshop-hash");
    CHECK(exchange_error(
              patched(session_file(), R"([{"op":"replace","path":"/session/scenario/hash","value":"xxh3:00"}])")) ==
          "workshop-hash");
    const std::string other = json::parse(small_case().canonical_json)
                                  .patch(json::parse(R"([{"op":"replace","path":"/title","value":"x"}])"))
                                  .dump();
    CHECK(content::group_session_to_json(some_session(), other).error().code == "workshop-hash");
    CHECK(content::workshop_file_to_json(some_workshop(), "").error().code == "workshop-hash");
    CHECK(content::workshop_file_to_json(some_workshop(), "{").error().code == "workshop-hash");
}

TEST_CASE("files that are damaged, newer or something else are told apart") {
    const auto with = [](const std::string &text, const std::string &pointer, const std::string &value) {
        return patched(text, R"([{"op":"add","path":")" + pointer + R"(","value":)" + value + "}]");
    };
    CHECK(exchange_error("") == "workshop-empty");
    CHECK(exchange_error(" \n") == "workshop-empty");
    CHECK(exchange_error("{") == "workshop-json");
    CHECK(exchange_error(session_file().substr(0, 3000)) == "workshop-json");
    CHECK(exchange_error(std::string(100'000, '[')) == "workshop-json");
    CHECK(exchange_error(std::string("\xFF\xFE{\0}\0", 6)) == "workshop-json");
    CHECK(exchange_error(std::string(16u * 1024u * 1024u + 1, ' ')) == "file-too-large");
    CHECK(exchange_error("{}") == "workshop-format");
    CHECK(exchange_error("[1,2]") == "workshop-format");
    CHECK(exchange_error("\"tsunagi-group-session\"") == "workshop-format");
    CHECK(exchange_error(test::small_text()) == "workshop-format");
    CHECK(exchange_error(content::workshop_to_json(some_workshop())) == "workshop-format"); // without its case
    CHECK(exchange_error(with(session_file(), "/version", "2")) == "workshop-newer");
    CHECK(exchange_error(with(session_file(), "/version", "\"1\"")) == "workshop-json");
    CHECK(exchange_error(with(session_file(), "/session/version", "2")) == "session-newer");
    CHECK(exchange_error(with(group_file(), "/workshop/version", "2")) == "workshop-newer");
    CHECK(exchange_error(with(session_file(), "/session", "[]")) == "session-format");
    CHECK(exchange_error(with(session_file(), "/session/kind", "3")) == "session-json");
    CHECK(exchange_error(with(session_file(), "/case", "null")) == "workshop-json");
    CHECK(exchange_error(with(session_file(), "/case/id", "\"other\"")) == "workshop-json");
    CHECK(exchange_error(with(group_file(), "/workshop/groups", "[]")) == "workshop-json");
    const auto place = content::exchange_file_from_json(with(session_file(), "/session/decisions/0/seconds", "-1"));
    REQUIRE(!place.is_ok());
    CHECK(place.error().detail.find(": /session/decisions/0/seconds") != std::string::npos);
}
