#include "cli/cli_support.h"

using namespace tsunagi::test;

namespace {

const fs::path kScenarios = fs::path(TSUNAGI_SOURCE_DIR) / "scenarios";

/// A copy of a case with one thing changed.
std::string changed_case(const std::function<void(Json &)> &change) {
    Json document = Json::parse(read_text(kScenarios / "cpp-1.json"));
    change(document);
    return document.dump(2);
}

std::string last_line(const std::string &text) {
    const std::size_t end = text.find_last_not_of('\n');
    const std::size_t start = text.rfind('\n', end);
    return text.substr(start + 1, end - start);
}

} // namespace

TEST_CASE("the installed cases are without problems") {
    const Outcome text = call({"validate"});
    CHECK_MESSAGE(text.code == 0, text.out);
    CHECK(text.err.empty());
    const Outcome json = call({"validate", "--json"});
    CHECK(json.code == 0);
    CHECK(json.err.empty());
    const Json document = only_json(json);
    REQUIRE(document["scenarios"].size() >= 1);
    CHECK(last_line(text.out) == std::to_string(document["scenarios"].size()) + " scenarios, 0 problems");
    CHECK(contains(text.out, std::to_string(document["scenarios"].size()) + " シナリオ、問題 0 件"));
    CHECK(document["problems"].empty());
    for (const Json &scenario : document["scenarios"]) {
        for (const char *key : {"id", "title", "icmss", "lead", "months", "scenes", "decisions", "options", "endings"})
            CHECK_MESSAGE(scenario.contains(key), key);
        CHECK(scenario.size() == 9);
        CHECK(scenario["decisions"].get<int>() <= scenario["scenes"].get<int>());
    }
    CHECK(call({"validate", "--lang", "en"}).out.find("シナリオ、") == std::string::npos);
}

TEST_CASE("one file, several files, files and folders") {
    const std::string file = (kScenarios / "cpp-1.json").string();
    const Json document = only_json(call({"validate", file, "--json"}));
    REQUIRE(document["scenarios"].size() == 1);
    CHECK(document["scenarios"][0]["id"] == "cpp-1");
    CHECK(document["scenarios"][0]["lead"] == "cpp");
    CHECK(document["scenarios"][0]["icmss"] == Json({1, 2, 5, 10, 12, 13, 14}));
    CHECK(only_json(call({"validate", "--json", file, file}))["scenarios"].size() == 2);
}

TEST_CASE("a case with problems: each in a block of its own that says where and what to do, exit code 1") {
    const Folder folder;
    write_text(folder / "cpp-1.json", changed_case([](Json &document) {
                   document["scenes"][0]["next"][0]["scene"] = "no-such-scene";
                   document["scenes"][2].erase("title");
               }));
    const Outcome json = call({"validate", folder.path().string(), "--json"});
    CHECK(json.code == 1);
    const Json document = only_json(json);
    REQUIRE(document["problems"].size() >= 1);
    const Outcome text = call({"validate", folder.path().string()});
    CHECK(text.code == 1);
    for (const Json &problem : document["problems"]) {
        for (const char *key : {"severity", "file", "line", "pointer", "code", "message"})
            CHECK_MESSAGE(problem.contains(key), key);
        CHECK(contains(problem["file"].get<std::string>(), "cpp-1.json"));
        CHECK(problem["line"].get<int>() > 0);
        // The code alone in the place of a sentence would mean that the catalogue lacks it.
        CHECK(problem["message"].get<std::string>() != "problem." + problem["code"].get<std::string>());
        CHECK(contains(text.out, "[" + problem["code"].get<std::string>() + "]"));
        CHECK(contains(text.out, problem["message"].get<std::string>()));
        CHECK(
            contains(text.out, problem["file"].get<std::string>() + ":" + std::to_string(problem["line"].get<int>())));
    }
    CHECK(last_line(text.out) == "1 scenarios, " + std::to_string(document["problems"].size()) + " problems");
}

TEST_CASE("files that are no case at all are problems, not crashes") {
    const Folder folder;
    SUBCASE("not JSON") { write_text(folder / "a.json", "{ これは JSON ではない"); }
    SUBCASE("empty") { write_text(folder / "a.json", ""); }
    SUBCASE("another document") { write_text(folder / "a.json", "[1,2,3]"); }
    SUBCASE("not UTF-8") { write_text(folder / "a.json", "{\"id\": \"\xff\xfe\"}"); }
    SUBCASE("nested too deep") { write_text(folder / "a.json", std::string(100000, '[')); }
    SUBCASE("NUL bytes") { write_text(folder / "a.json", std::string(1000, '\0')); }
    const Outcome text = call({"validate", folder.path().string()});
    CHECK(text.code == 1);
    CHECK(contains(text.out, "a.json"));
    const Outcome json = call({"validate", "--json", folder.text("a.json")});
    CHECK(json.code == 1);
    CHECK(only_json(json)["problems"].size() >= 1);
}

TEST_CASE("a folder without cases") {
    const Folder folder;
    const Outcome text = call({"validate", folder.path().string()});
    CHECK(text.code == 0);
    CHECK(last_line(text.out) == "0 scenarios, 0 problems");
}
