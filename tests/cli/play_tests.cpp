#include <cctype>

#include "cli/cli_support.h"
#include "content/session_json.h"

using namespace tsunagi::test;
using namespace tsunagi;

namespace {

const std::vector<std::string> kLearner = {"--nickname", "そら", "--profession", "nurse"};

std::vector<std::string> with(std::vector<std::string> arguments, const std::vector<std::string> &more) {
    arguments.insert(arguments.end(), more.begin(), more.end());
    return arguments;
}

std::string all_of(const std::vector<std::string> &lines) {
    std::string text;
    for (const std::string &line : lines) text += line;
    return text;
}

std::vector<std::string> decisions_of(const fs::path &file) {
    const auto course = content::decision_file_from_json(read_text(file));
    REQUIRE(course.is_ok());
    std::vector<std::string> answers;
    for (const model::Decision &decision : course->decisions)
        answers.push_back(decision.scene.value + content::answer_to_json(decision.answer));
    return answers;
}

/// Marks of a grid come back in the order of the table, so they are compared as scores are: by what they earn.
Json score_of(const fs::path &file) { return only_json(call({"score", file.string(), "--json"})); }

} // namespace

TEST_CASE("played by typing: every stored play reaches its ending with the same score") {
    for (const fs::path &file : play_files("cpp-1")) {
        CAPTURE(file.filename().string());
        const Folder folder;
        const auto lines = typed_lines("cpp-1", file);
        const Outcome outcome = call(
            with({"--data-dir", folder.text("data"), "play", "cpp-1", "--session", folder.text("s.json")}, kLearner),
            {all_of(lines) + "何が起きたか\nなぜ\n次は\n", {}});
        REQUIRE_MESSAGE(outcome.code == 0, outcome.err);
        CHECK(outcome.err.empty());
        CHECK(contains(outcome.out, "ふりかえり"));
        const auto session = content::session_from_json(read_text(folder / "s.json"));
        REQUIRE(session.is_ok());
        CHECK(session->learner.nickname == "そら");
        CHECK(session->learner.profession == model::LearnerProfession::nurse);
        CHECK(session->self_debrief.next == "次は");
        CHECK(session->decisions.size() == lines.size());
        CHECK(score_of(folder / "s.json") == score_of(file));
    }
}

TEST_CASE("a decision file in, a session file out, and the same again") {
    for (const fs::path &file : play_files("cpp-1")) {
        CAPTURE(file.filename().string());
        const Folder folder;
        const Outcome first = call({"--data-dir", folder.text("a"), "play", "cpp-1", "--decisions", file.string(),
                                    "--session", folder.text("1.json")});
        REQUIRE_MESSAGE(first.code == 0, first.err);
        CHECK(contains(first.out, "ふりかえり"));
        CHECK(decisions_of(folder / "1.json") == decisions_of(file));
        CHECK(score_of(folder / "1.json") == score_of(file));
        const Outcome second = call(
            {"play", "cpp-1", "--no-store", "--decisions", folder.text("1.json"), "--session", folder.text("2.json")});
        REQUIRE_MESSAGE(second.code == 0, second.err);
        CHECK(decisions_of(folder / "2.json") == decisions_of(file));
        CHECK(second.out.substr(0, 2000) == first.out.substr(0, 2000));
    }
}

TEST_CASE("killed between any two decisions, the play goes on where it was") {
    const auto files = play_files("cpp-1");
    if (files.empty()) {
        MESSAGE("not checked: no plays yet");
        return;
    }
    const Folder folder;
    const auto lines = typed_lines("cpp-1", files.front());
    const std::vector<std::string> begin =
        with({"--data-dir", folder.text("data"), "play", "cpp-1", "--session", folder.text("s.json")}, kLearner);
    const std::vector<std::string> resume = with(begin, {"--resume"});
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
        Running play(i == 0 ? begin : resume);
        REQUIRE(play.hears("場面 " + std::to_string(i + 1) + ":"));
        play.type(lines[i]);
        REQUIRE(play.hears("場面 " + std::to_string(i + 2) + ":")); // the consequence has been shown
        play.kill_at_once();
    }
    const Outcome end = call(resume, {lines.back(), {}});
    CHECK(end.code == 0);
    CHECK(contains(end.out, "ふりかえり"));
    CHECK(score_of(folder / "s.json") == score_of(files.front()));
    const auto session = content::session_from_json(read_text(folder / "s.json"));
    REQUIRE(session.is_ok());
    CHECK(session->kind == model::SessionKind::first);
    CHECK(session->decisions.size() == lines.size());
    CHECK(call(resume).code == 2); // nothing is left to go on with
}

TEST_CASE("the end of the input and q end the play, and keep what was decided") {
    const Folder folder;
    const std::vector<std::string> begin = with({"--data-dir", folder.text("data"), "play", "cpp-1"}, kLearner);
    const Outcome quit = call(begin, {"\nq\n", {}});
    CHECK(quit.code == 0);
    CHECK(contains(quit.out, "--resume"));
    const Outcome end = call(with(begin, {"--resume"}));
    CHECK(end.code == 0);
    CHECK(contains(end.out, "これまでの決定: 1"));
    CHECK(contains(end.out, "場面 2:"));
    // Full-width letters, as a Japanese input method types them.
    CHECK(call(with(begin, {"--resume"}), {"ｑ\n", {}}).code == 0);
    CHECK(contains(call(begin, {"", {}}).out, "途中の記録"));
}

TEST_CASE("the learner is asked for, and remembered") {
    const Folder folder;
    const std::vector<std::string> begin = {"--data-dir", folder.text("data"), "play",
                                            "cpp-1",      "--session",         folder.text("s.json")};
    CHECK(call(begin, {"ひばり\nx\n０\n２\n\nq\n", {}}).code == 0); // reads the first scene: a run has begun
    auto session = content::session_from_json(read_text(folder / "s.json"));
    REQUIRE(session.is_ok());
    CHECK(session->learner.nickname == "ひばり");
    CHECK(session->learner.profession == model::LearnerProfession::ot);
    CHECK(session->kind == model::SessionKind::first);
    CHECK(Json::parse(read_text(folder / "data/settings.json"))["nickname"] == "ひばり");

    const Outcome again = call(begin, {"\n1\nq\n", {}});
    CHECK(contains(again.out, "ひばり"));
    session = content::session_from_json(read_text(folder / "s.json"));
    REQUIRE(session.is_ok());
    CHECK(session->learner.nickname == "ひばり");
    CHECK(session->kind == model::SessionKind::replay);
    CHECK(call(begin, {"", {}}).code == 0);
}

TEST_CASE("--no-store leaves nothing behind") {
    const Folder folder;
    const Outcome outcome =
        call(with({"--data-dir", folder.text("data"), "play", "cpp-1", "--no-store"}, kLearner), {"\nq\n", {}});
    CHECK(outcome.code == 0);
    CHECK(!fs::exists(folder / "data"));
    CHECK(!contains(outcome.out, "--resume"));
}

TEST_CASE("help, the case file and slips do not cost the decision") {
    const auto files = play_files("cpp-1");
    if (files.empty()) return;
    const auto lines = typed_lines("cpp-1", files.front());
    const std::string choice = lines[1].substr(0, lines[1].find('\n') + 1);
    const Outcome outcome =
        call(with({"play", "cpp-1", "--no-store"}, kLearner),
             {lines[0] + "?\ns\n99\nabc\n\n１ ２\n" + choice + "b\n" + choice + "s\nわけ\nq\n", {}});
    CHECK(outcome.code == 0);
    CHECK(contains(outcome.out, "いつでも ? で説明"));
    CHECK(contains(outcome.out, "事例ファイル"));
    CHECK(contains(outcome.out, "番号は 1 から"));
    CHECK(contains(outcome.out, "番号を読み取れません"));
    CHECK(contains(outcome.out, "場面 3:"));
    // Nothing for the eye alone: no escape sequences.
    CHECK(outcome.out.find('\x1b') == std::string::npos);
}

TEST_CASE("the consequence comes before the reasons, and every option has its reason") {
    const auto files = play_files("cpp-1");
    if (files.empty()) return;
    const auto lines = typed_lines("cpp-1", files.front());
    const Outcome outcome = call(with({"play", "cpp-1", "--no-store"}, kLearner), {lines[0] + lines[1] + "q\n", {}});
    const std::size_t happened = outcome.out.find("起きたこと");
    const std::size_t why = outcome.out.find("なぜか");
    REQUIRE(happened != std::string::npos);
    REQUIRE(why != std::string::npos);
    CHECK(happened < why);
    const Json scenario = Json::parse(read_text(fs::path(TSUNAGI_SOURCE_DIR) / "scenarios" / "cpp-1.json"));
    for (const Json &scene : scenario["scenes"]) {
        if (!contains(lines[1], "\n") || scene["interaction"]["kind"] != "choose_one") continue;
        for (const Json &option : scene["interaction"]["options"])
            CHECK(contains(outcome.out.substr(why), option["reason"].get<std::string>()));
        break; // the first one is the second scene of the case
    }
}

TEST_CASE("trouble with files is told before anything is played") {
    const Folder folder;
    SUBCASE("--session must not overwrite something else") {
        write_text(folder / "notes.json", "{\"mine\": true}");
        const Outcome outcome =
            call(with({"play", "cpp-1", "--no-store", "--session", folder.text("notes.json")}, kLearner));
        CHECK(outcome.code == 2);
        CHECK(read_text(folder / "notes.json") == "{\"mine\": true}");
    }
    SUBCASE("--session to a place that cannot be written") {
        write_text(folder / "file", "x");
        const Outcome outcome = call(
            with({"play", "cpp-1", "--no-store", "--session", folder.text("file/s.json")}, kLearner), {"\n\n", {}});
        CHECK(outcome.code == 1);
        CHECK(!contains(outcome.out, "場面 1:"));
    }
    SUBCASE("a damaged database is left as it is, and a copy is offered") {
        fs::create_directory(folder / "data");
        write_text(folder / "data/sessions.db", "broken");
        const Outcome outcome = call(with({"--data-dir", folder.text("data"), "play", "cpp-1"}, kLearner), {"y\n", {}});
        CHECK(outcome.code == 1);
        CHECK(contains(outcome.err, "壊れている"));
        CHECK(contains(outcome.err, "--no-store"));
        CHECK(read_text(folder / "data/sessions.db") == "broken");
        CHECK(read_text(folder / "data/sessions-copy-1.db") == "broken");
    }
    SUBCASE("decisions of another case") {
        write_text(folder / "d.json", R"({"format":1,"scenario":"other","decisions":[]})");
        CHECK(call({"play", "cpp-1", "--no-store", "--decisions", folder.text("d.json")}).code == 2);
    }
    SUBCASE("decisions that do not fit leave no half session") {
        write_text(folder / "d.json",
                   R"({"format":1,"scenario":"cpp-1","decisions":[{"scene":"nowhere","answer":{"read":true}}]})");
        const Outcome outcome = call({"--data-dir", folder.text("data"), "play", "cpp-1", "--decisions",
                                      folder.text("d.json"), "--session", folder.text("s.json")});
        CHECK(outcome.code == 1);
        CHECK(!fs::exists(folder / "s.json"));
        CHECK(call({"--data-dir", folder.text("data"), "play", "cpp-1", "--resume"}).code == 2);
    }
    SUBCASE("a broken case") {
        write_text(folder / "case.json", "{}");
        const Outcome outcome = call(with({"play", folder.text("case.json"), "--no-store"}, kLearner));
        CHECK(outcome.code == 1);
        CHECK(contains(outcome.err, "case.json"));
    }
}
