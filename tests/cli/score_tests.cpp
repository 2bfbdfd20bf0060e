#include "cli/cli_support.h"

using namespace tsunagi::test;

namespace {

fs::path handbook_play() { return fs::path(TSUNAGI_SOURCE_DIR) / "tests" / "plays" / "cpp-1" / "handbook.json"; }

} // namespace

TEST_CASE("every stored play earns what its author worked out") {
    const Folder folder;
    int checked = 0;
    for (const fs::path &file : play_files("cpp-1")) {
        CAPTURE(file.filename().string());
        const Json expect = Json::parse(read_text(file)).value("expect", Json());
        const Outcome outcome = call({"--data-dir", folder.path().string(), "score", file.string(), "--json"});
        REQUIRE_MESSAGE(outcome.code == 0, outcome.err);
        const Json score = only_json(outcome);
        if (expect.is_null()) continue;
        ++checked;
        if (expect.contains("ending")) CHECK(score["ending"]["id"] == expect["ending"]);
        if (expect.contains("months")) CHECK(score["months"] == expect["months"]);
        for (const char *figure : {"earned", "available"}) {
            if (!expect.contains(figure)) continue;
            for (const auto &[point, value] : expect[figure].items())
                CHECK_MESSAGE(score["points"][point][figure] == value, point, " ", figure);
        }
    }
    if (checked == 0) MESSAGE("no play with expected figures yet");
    CHECK(!fs::exists(folder / "sessions.db")); // scoring leaves nothing behind
}

TEST_CASE("the document of a score") {
    if (!fs::exists(handbook_play())) {
        MESSAGE("not checked: no play of the handbook's course yet");
        return;
    }
    const Json score = only_json(call({"score", handbook_play().string(), "--json"}));
    for (const char *key : {"scenario", "ending", "months", "points", "cells", "overall", "flags", "decisions"})
        REQUIRE_MESSAGE(score.contains(key), key);
    CHECK(score["scenario"]["id"] == "cpp-1");
    CHECK(score["ending"]["kind"] == "handbook");
    CHECK(score["points"].size() == 6);
    CHECK(score["cells"].size() == 24);
    int earned = 0;
    int available = 0;
    for (const Json &point : score["points"]) {
        earned += point["earned"].get<int>();
        available += point["available"].get<int>();
        CHECK(point["earned"].get<int>() <= point["available"].get<int>());
    }
    CHECK(score["overall"]["earned"] == earned);
    CHECK(score["overall"]["available"] == available);
    // What each decision earned adds up to the whole.
    int by_decision = 0;
    for (const Json &decision : score["decisions"]) {
        for (const char *key : {"scene", "title", "class", "earned", "available", "items"})
            CHECK_MESSAGE(decision.contains(key), key);
        for (const Json &point : decision["earned"]) by_decision += point.get<int>();
        int taken = 0;
        for (const Json &item : decision["items"])
            if (item["taken"].get<bool>()) ++taken;
        if (!decision["class"].is_null()) CHECK(taken == 1);
    }
    CHECK(by_decision == earned);
}

TEST_CASE("a score for people") {
    if (!fs::exists(handbook_play())) return;
    const Outcome outcome = call({"score", handbook_play().string()});
    CHECK(outcome.code == 0);
    CHECK(contains(outcome.out, "結末: "));
    CHECK(contains(outcome.out, "合計: "));
    const Outcome en = call({"--lang", "en", "score", handbook_play().string()});
    CHECK(contains(en.out, "Ending: "));
}

TEST_CASE("files that cannot be scored: exit code 1 and a sentence") {
    const Folder folder;
    std::string says;
    SUBCASE("not JSON") {
        write_text(folder / "s.json", "oops");
        says = "JSON";
    }
    SUBCASE("another kind of file") {
        write_text(folder / "s.json", R"({"hello": "world"})");
        says = "Tsunagi";
    }
    SUBCASE("a newer session") {
        write_text(folder / "s.json", R"({"format":"tsunagi-session","version":99})");
        says = "新しい版";
    }
    SUBCASE("decisions that do not fit") {
        write_text(folder / "s.json",
                   R"({"format":1,"scenario":"cpp-1","decisions":[{"scene":"nowhere","answer":{"read":true}}]})");
        says = "決定";
    }
    const Outcome outcome = call({"score", folder.text("s.json"), "--json"});
    CHECK(outcome.code == 1);
    CHECK(outcome.out.empty());
    CHECK_MESSAGE(contains(outcome.err, says), outcome.err);
}

TEST_CASE("a session of a case that is not installed names the case") {
    const Folder folder;
    write_text(folder / "s.json", R"({"format":1,"scenario":"no-such-case","decisions":[]})");
    const Outcome outcome = call({"score", folder.text("s.json")});
    CHECK(outcome.code == 2);
    CHECK(contains(outcome.err, "no-such-case"));
}

TEST_CASE("a session that has not ended is scored as far as it goes") {
    const Folder folder;
    write_text(folder / "s.json", R"({"format":1,"scenario":"cpp-1","decisions":[]})");
    const Json score = only_json(call({"score", folder.text("s.json"), "--json"}));
    CHECK(score["ending"].is_null());
    CHECK(score["overall"]["available"] == 0);
    CHECK(contains(call({"score", folder.text("s.json")}).out, "結末に着いていません"));
}

TEST_CASE("a case that has changed since: said so, and scored as it was played when the records have it") {
    if (!fs::exists(handbook_play())) return;
    const Folder folder;
    const std::string data = folder.text("data");
    REQUIRE(call({"--data-dir", data, "play", "cpp-1", "--decisions", handbook_play().string(), "--session",
                  folder.text("s.json")})
                .code == 0);
    const Json before = only_json(call({"--data-dir", data, "score", folder.text("s.json"), "--json"}));

    // The same tree, but the case's author has changed a title and made the case one month longer.
    fs::create_directory_symlink(fs::path(TSUNAGI_SOURCE_DIR) / "assets", folder / "assets");
    fs::create_directory(folder / "scenarios");
    Json changed = Json::parse(read_text(fs::path(TSUNAGI_SOURCE_DIR) / "scenarios" / "cpp-1.json"));
    changed["scenes"][0]["title"] = "変えた題";
    write_text(folder / "scenarios" / "cpp-1.json", changed.dump());
    const Environment other{"", {{"TSUNAGI_ROOT", folder.path().string()}}};

    const Outcome kept = call({"--data-dir", data, "score", folder.text("s.json"), "--json"}, other);
    CHECK(kept.code == 0);
    CHECK(contains(kept.err, "変わっています"));
    CHECK(only_json(kept) == before);

    const Outcome without = call({"--data-dir", folder.text("none"), "score", folder.text("s.json"), "--json"}, other);
    CHECK(without.code == 0);
    CHECK(contains(without.err, "今の事例"));
    CHECK(only_json(without)["decisions"][0]["title"] == "変えた題");
}
