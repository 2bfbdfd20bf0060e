// `tsunagi analyze CASE --answers DATABASE`: how a case's learners answered, for its author.
#include <algorithm>
#include <cmath>

#include "cli/cli_support.h"
#include "content/handbook_json.h"
#include "content/scenario_json.h"
#include "model/session.h"
#include "store/session_store.h"

using namespace tsunagi;
using namespace tsunagi::test;

namespace {

const fs::path kSource = TSUNAGI_SOURCE_DIR;

const model::Scenario &cpp_1() {
    static const content::ScenarioFile file = [] {
        base::Problems problems;
        const auto handbook = content::load_handbook(kSource / "assets" / "handbook", problems);
        return content::load_scenario(kSource / "scenarios" / "cpp-1.json", handbook);
    }();
    REQUIRE(file.is_playable());
    return *file.scenario;
}

/// The handbook team's course, by somebody of that profession who types what must not be seen elsewhere.
model::Session run(const std::string &id, model::LearnerProfession profession) {
    model::Session session;
    session.id = model::SessionId(id);
    session.scenario = cpp_1().id;
    session.scenario_version = cpp_1().version;
    session.scenario_hash = cpp_1().hash;
    session.learner = {"private name", profession, "private group"};
    session.started_at = session.updated_at = 1'700'000'000;
    session.decisions = cpp_1().handbook_course.decisions;
    for (model::Decision &decision : session.decisions) decision.rationale = "private reason";
    session.self_debrief.what = "private debrief";
    return session;
}

model::Answer &answer_at(model::Session &session, const std::string &scene) {
    const auto found = std::find_if(session.decisions.begin(), session.decisions.end(),
                                    [&](const model::Decision &each) { return each.scene.value == scene; });
    REQUIRE(found != session.decisions.end());
    return found->answer;
}

void keep(const fs::path &file, const std::vector<model::Session> &sessions) {
    auto store = store::open_sqlite_store(file);
    REQUIRE(store.is_ok());
    for (const model::Session &session : sessions) REQUIRE((*store)->create(session, "{}").is_ok());
}

/// Two psychologists who decide as the handbook's team, and an occupational therapist who at "take-on" does not.
std::vector<model::Session> three_runs() {
    std::vector<model::Session> runs = {run("s-1", model::LearnerProfession::cpp),
                                        run("s-2", model::LearnerProfession::cpp),
                                        run("s-3", model::LearnerProfession::ot)};
    auto &answer = std::get<model::OneAnswer>(answer_at(runs[2], "take-on"));
    answer.option = model::OptionId(answer.option.value == "wait" ? "room" : "wait");
    std::reverse(std::get<model::OrderAnswer>(answer_at(runs[2], "stages")).steps.begin(),
                 std::get<model::OrderAnswer>(answer_at(runs[2], "stages")).steps.end());
    return runs;
}

const Json &decision_at(const Json &document, const std::string &scene) {
    const Json &decisions = document["decisions"];
    const auto found =
        std::find_if(decisions.begin(), decisions.end(), [&](const Json &each) { return each["scene"] == scene; });
    REQUIRE(found != decisions.end());
    return *found;
}

bool has_private(const Outcome &outcome) { return contains(outcome.out + outcome.err, "private"); }

} // namespace

TEST_CASE("shares of every option, item, cell and step, by profession, with the handbook team's answer") {
    const Folder folder;
    keep(folder / "a.db", three_runs());
    const Outcome outcome = call({"analyze", "cpp-1", "--answers", folder.text("a.db"), "--json"});
    CHECK(outcome.code == 0);
    CHECK(!has_private(outcome));
    const Json document = only_json(outcome);
    CHECK(document["id"] == "cpp-1");
    CHECK(document["hash"] == cpp_1().hash);
    CHECK(document["sessions"] == 3);
    CHECK(document["other_texts"] == 0);
    CHECK(document["unreadable"] == 0);

    const Json &choice = decision_at(document, "take-on");
    CHECK(choice["votes"]["total"] == 3);
    CHECK(choice["votes"]["professions"] == Json({{"cpp", 2}, {"ot", 1}}));
    CHECK(choice["left_out"] == 0);
    CHECK(choice["handbook_decided"] == true);
    CHECK(choice["difference"].get<double>() == doctest::Approx(1.0));
    CHECK(choice["disagreement"].get<double>() == doctest::Approx(0.6365 / std::log(3.0)).epsilon(0.001));
    int votes = 0;
    int handbooks = 0;
    for (const Json &each : choice["answers"]) {
        votes += each["votes"].get<int>();
        CHECK(each["share"].get<double>() == doctest::Approx(each["votes"].get<double>() / 3.0));
        if (!each["handbook"].get<bool>()) continue;
        ++handbooks;
        CHECK(each["votes"] == 2);
        CHECK(each["professions"]["cpp"] == Json({{"votes", 2}, {"share", 1.0}}));
        CHECK(each["professions"]["ot"] == Json({{"votes", 0}, {"share", 0.0}}));
    }
    CHECK(votes == 3);
    CHECK(handbooks == 1);

    for (const char *scene : {"icmss", "sharing", "roles"}) {
        CAPTURE(scene);
        const Json &decision = decision_at(document, scene);
        CHECK(decision["difference"] == 0.0);
        REQUIRE(!decision["answers"].empty());
        for (const Json &each : decision["answers"]) // all did what the handbook's team did
            CHECK(each["votes"].get<int>() == (each["handbook"].get<bool>() ? 3 : 0));
    }
    CHECK(decision_at(document, "roles")["answers"][0].contains("column"));
    CHECK(decision_at(document, "icmss")["answers"][0].contains("item"));

    const Json &order = decision_at(document, "stages");
    const std::size_t steps = order["places"].size();
    REQUIRE(steps > 1);
    CHECK(order["answers"].empty());
    for (const Json &place : order["places"]) {
        const double handbook = place["handbook_place"].get<double>();
        const double reversed = static_cast<double>(steps) + 1.0 - handbook;
        CHECK(place["professions"]["cpp"].get<double>() == doctest::Approx(handbook));
        CHECK(place["professions"]["ot"].get<double>() == doctest::Approx(reversed));
        CHECK(place["mean_place"].get<double>() == doctest::Approx((2.0 * handbook + reversed) / 3.0));
    }

    // Where professions differ most comes first.
    const Json &decisions = document["decisions"];
    for (std::size_t i = 1; i < decisions.size(); ++i)
        CHECK(decisions[i - 1]["difference"].get<double>() >= decisions[i]["difference"].get<double>() - 1e-9);
    CHECK(decisions[0]["difference"].get<double>() == doctest::Approx(1.0));
}

TEST_CASE("for reading, in both languages, nothing that a learner typed") {
    const Folder folder;
    keep(folder / "sessions.db", three_runs());
    // A folder stands for the database in it.
    const Outcome ja = call({"analyze", "cpp-1", "--answers", folder.path().string()});
    CHECK(ja.code == 0);
    CHECK(ja.err.empty());
    CHECK(!has_private(ja));
    CHECK(contains(ja.out, "はじめての回（この内容の事例）: 3"));
    CHECK(contains(ja.out, "（take-on）"));
    CHECK(contains(ja.out, "2/3（67 %）"));
    CHECK(contains(ja.out, "［手引き］"));
    CHECK(contains(ja.out, "公認心理師 2/2"));
    CHECK(!contains(ja.out, "数えていません"));
    CHECK(contains(ja.out, "だれも答えていない決定"));
    const Outcome en = call({"analyze", "cpp-1", "--answers", folder.path().string(), "--lang", "en"});
    CHECK(en.code == 0);
    CHECK(!has_private(en));
    CHECK(contains(en.out, "first runs of single learners through this text of the case: 3"));
    CHECK(contains(en.out, "[handbook]"));
    CHECK(contains(en.out, "2/3 (67 %)"));
    CHECK(!contains(en.out, "手引き］"));
}

TEST_CASE("workshops, given decisions, later runs and other texts of the case are not counted, and the last is said") {
    const Folder folder;
    std::vector<model::Session> runs = three_runs();
    runs[1].seat = model::WorkshopSeat{model::WorkshopId("w-1"), model::GroupId("cpp")};
    for (model::Decision &decision : runs[2].decisions) decision.is_given = decision.scene.value == "take-on";
    model::Session again = run("s-4", model::LearnerProfession::nurse);
    again.kind = model::SessionKind::replay;
    model::Session other = run("s-5", model::LearnerProfession::nurse);
    other.scenario_hash = "xxh3:00";
    model::Session unfit = run("s-6", model::LearnerProfession::cpp);
    answer_at(unfit, "take-on") = model::OneAnswer{model::OptionId("no-such-option")};
    runs.insert(runs.end(), {again, other, unfit});
    keep(folder / "a.db", runs);
    const Json document = only_json(call({"analyze", "cpp-1", "--answers", folder.text("a.db"), "--json"}));
    CHECK(document["sessions"] == 3);
    CHECK(document["other_texts"] == 1);
    CHECK(decision_at(document, "take-on")["votes"]["total"] == 1);
    CHECK(decision_at(document, "take-on")["left_out"] == 1);
    CHECK(decision_at(document, "icmss")["votes"]["professions"] == Json({{"cpp", 2}, {"ot", 1}}));
    const Outcome text = call({"analyze", "cpp-1", "--answers", folder.text("a.db")});
    CHECK(contains(text.out, "別の内容の事例で進めた回: 1（数えていません）"));
}

TEST_CASE("nobody has answered yet") {
    const Folder folder;
    model::Session other = run("s-1", model::LearnerProfession::cpp);
    other.scenario_hash = "xxh3:00";
    keep(folder / "a.db", {other});
    const Outcome ja = call({"analyze", "cpp-1", "--answers", folder.text("a.db")});
    CHECK(ja.code == 0);
    CHECK(contains(ja.out, "まだいません"));
    CHECK(contains(ja.out, "別の内容の事例で進めた回: 1"));
    CHECK(contains(call({"analyze", "cpp-1", "--answers", folder.text("a.db"), "--lang", "en"}).out, "Nobody"));
    const Json document = only_json(call({"analyze", "cpp-1", "--answers", folder.text("a.db"), "--json"}));
    CHECK(document["sessions"] == 0);
    CHECK(document["other_texts"] == 1);
    for (const Json &decision : document["decisions"]) CHECK(decision["votes"]["total"] == 0);
}

TEST_CASE("a database that is not there, and files that are none, are told and left as they are") {
    const Folder folder;
    const auto refused = [&](const std::string &path, int code, const std::string &says) {
        for (const char *language : {"ja", "en"}) {
            const Outcome outcome = call({"analyze", "cpp-1", "--answers", path, "--json", "--lang", language});
            CHECK(outcome.code == code);
            CHECK(outcome.out.empty());
            if (std::string(language) == "en") CHECK_MESSAGE(contains(outcome.err, says), outcome.err);
        }
    };
    refused(folder.text("none.db"), 2, "was not found");
    CHECK(!fs::exists(folder / "none.db"));
    refused(folder.path().string(), 2, "was not found");
    CHECK(fs::is_empty(folder.path()));
    refused("", 2, "was not found");
    write_text(folder / "letter.db", "Dear all,\n");
    refused(folder.text("letter.db"), 1, "is not a file of Tsunagi");
    CHECK(read_text(folder / "letter.db") == "Dear all,\n");
    write_text(folder / "empty.db", "");
    refused(folder.text("empty.db"), 1, "is not a file of Tsunagi");
    CHECK(fs::file_size(folder / "empty.db") == 0);

    keep(folder / "a.db", three_runs());
    CHECK(call({"analyze", "--answers", folder.text("a.db")}).code == 2);
    CHECK(call({"analyze", "no-such-case", "--answers", folder.text("a.db")}).code == 2);
    CHECK(call({"analyze", "cpp-1", "--answers"}).code == 2);
}
