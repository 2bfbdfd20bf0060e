#include "cli/cli_support.h"

using namespace tsunagi::test;

namespace {

/// A session file of a stored play, as `play` writes it.
std::string session_of_play(const Folder &folder, const std::string &play, const std::string &name,
                            const std::string &profession) {
    const std::string file = folder.text(name + ".json");
    const std::string decisions =
        (fs::path(TSUNAGI_SOURCE_DIR) / "tests" / "plays" / "cpp-1" / (play + ".json")).string();
    const Outcome outcome =
        call({"--data-dir", folder.text("data"), "play", "cpp-1", "--decisions", decisions, "--session", file,
              "--nickname", name, "--group", name + "班", "--profession", profession});
    REQUIRE_MESSAGE(outcome.code == 0, outcome.err);
    return file;
}

std::vector<std::string> plays() {
    std::vector<std::string> names;
    for (const fs::path &file : play_files("cpp-1")) names.push_back(file.stem().string());
    REQUIRE(names.size() >= 2);
    return names;
}

} // namespace

TEST_CASE("report: handout, tables and statements of one session") {
    const Folder folder;
    const std::string file = session_of_play(folder, "handbook", "あおい", "nurse");
    const Outcome outcome = call({"report", file, "--html", folder.text("h.html"), "--csv", folder.text("new/tables"),
                                  "--xapi", folder.text("x.json")});
    REQUIRE_MESSAGE(outcome.code == 0, outcome.err);
    CHECK(contains(outcome.out, "h.html"));
    const std::string page = read_text(folder / "h.html");
    CHECK(page.rfind("<!DOCTYPE html>", 0) == 0);
    CHECK(contains(page, "あおい"));
    CHECK(contains(page, "ふりかえり"));
    CHECK(contains(read_text(folder / "new/tables/attempts.csv"), "あおい,あおい班,看護師"));
    CHECK(contains(read_text(folder / "new/tables/decisions.csv"), "\r\n"));
    const Json statements = Json::parse(read_text(folder / "x.json"));
    CHECK(statements.is_array());
    CHECK(!contains(statements.dump(), "\"あおい\""));
    // The same again replaces what was written; with nicknames they stand there.
    const Outcome again = call({"report", file, "--xapi", folder.text("x.json"), "--with-nicknames", "--lang", "en"});
    CHECK(again.code == 0);
    CHECK(contains(again.out, "Written: "));
    CHECK(Json::parse(read_text(folder / "x.json"))[0]["actor"]["name"] == "あおい");
}

TEST_CASE("report: a session is found by its id, and several make a workshop's handout") {
    const Folder folder;
    const std::vector<std::string> names = plays();
    const std::string first = session_of_play(folder, names[0], "あおい", "cpp");
    const std::string second = session_of_play(folder, names[1], "みどり", "ot");
    const std::string id = Json::parse(read_text(first))["id"];
    const std::string html = folder.text("w.html");
    const std::string csv = folder.text("csv");
    const Outcome outcome =
        call({"--data-dir", folder.text("data"), "report", id, second, "--html", html, "--csv", csv});
    REQUIRE_MESSAGE(outcome.code == 0, outcome.err);
    CHECK(outcome.err.empty());
    for (const char *name : {"w.html", "attempts.csv", "decisions.csv"}) CHECK(contains(outcome.out, name));
    const std::string page = read_text(html);
    const std::string title =
        Json::parse(read_text(fs::path(TSUNAGI_SOURCE_DIR) / "scenarios" / "cpp-1.json"))["title"];
    CHECK(contains(page, "研修の記録"));
    CHECK(contains(page, "<h1>" + title + "</h1>"));
    for (const char *shown : {"あおい班", "みどり班", "公認心理師", "作業療法士", "決定の比較", "職種の差"})
        CHECK_MESSAGE(contains(page, shown), shown);
    const std::string attempts = read_text(folder / "csv/attempts.csv");
    CHECK(contains(attempts, "あおい,あおい班,公認心理師"));
    CHECK(contains(attempts, "みどり,みどり班,作業療法士"));
    // The id names the record, the file holds the same session: it is the same handout.
    REQUIRE(call({"report", first, second, "--html", folder.text("files.html")}).code == 0);
    CHECK(read_text(folder / "files.html") == page);
    // Where there is no such record, that is said, and nothing is written.
    const Outcome unknown =
        call({"--data-dir", folder.text("elsewhere"), "report", id, second, "--html", folder.text("none.html")});
    CHECK(unknown.code == 2);
    CHECK(contains(unknown.err, id));
    CHECK(!fs::exists(folder / "none.html"));
}

TEST_CASE("report: what cannot be done, and nothing is written then") {
    const Folder folder;
    const std::string file = session_of_play(folder, "handbook", "あおい", "nurse");
    const std::string out = folder.text("out.html");
    CHECK(call({"report", file}).code == 2);
    CHECK(call({"report", "--html", out}).code == 2);
    CHECK(call({"report", "no-such-session", "--html", out}).code == 2);
    CHECK(call({"report", file, file, "--html", out}).code == 2);
    CHECK(call({"report", file, "--html", out, "--with-nicknames"}).code == 2);
    CHECK(call({"report", file, "--html", folder.path().string()}).code == 2);
    const Outcome decisions =
        call({"report", (fs::path(TSUNAGI_SOURCE_DIR) / "tests/plays/cpp-1/handbook.json").string(), "--html", out});
    CHECK(decisions.code == 1);
    CHECK(contains(decisions.err, "--session"));
    write_text(folder / "broken.json", "{");
    CHECK(call({"report", folder.text("broken.json"), "--html", out}).code == 1);
    CHECK(!fs::exists(out));

    write_text(folder / "mine.html", "<html>mine</html>");
    const Outcome kept = call({"report", file, "--html", folder.text("mine.html"), "--xapi", folder.text("x.json")});
    CHECK(kept.code == 2);
    CHECK(read_text(folder / "mine.html") == "<html>mine</html>");
    CHECK(!fs::exists(folder / "x.json"));

    // A story without an ending has no handout, but tables and statements.
    Json session = Json::parse(read_text(file));
    session["decisions"].erase(session["decisions"].size() - 1);
    write_text(folder / "part.json", session.dump());
    const Outcome part = call({"report", folder.text("part.json"), "--html", out});
    CHECK(part.code == 1);
    CHECK(contains(part.err, "CSV"));
    CHECK(call({"report", folder.text("part.json"), "--csv", folder.text("part")}).code == 0);
    CHECK(contains(read_text(folder / "part/attempts.csv"), "途中"));
}
