// Every problem code: a file that brings exactly that problem, a text in both languages, and nothing left out.
#include <cstdio>
#include <filesystem>
#include <regex>
#include <set>
#include <sys/stat.h>
#include <unistd.h>

#include <doctest/doctest.h>

#include "content/fixture.h"
#include "content/handbook_json.h"
#include "content/problem_cases.h"
#include "content/schema_check.h"

using namespace tsunagi;
using test::patched;
using test::summary;

namespace fs = std::filesystem;

namespace {

nlohmann::json read_texts(const std::string &language) {
    return nlohmann::json::parse(
        test::read_bytes(fs::path(TSUNAGI_SOURCE_DIR) / "assets/i18n/fragments" / ("problems." + language + ".json")));
}

const nlohmann::json &texts(const std::string &language) {
    static const nlohmann::json ja = read_texts("ja");
    static const nlohmann::json en = read_texts("en");
    return language == "ja" ? ja : en;
}

// The problem's text names nothing that the problem does not bring along.
void check_text(const base::Problem &problem) {
    for (const char *language : {"ja", "en"}) {
        const nlohmann::json &catalogue = texts(language);
        REQUIRE(catalogue.contains("problem." + problem.code));
        const std::string text = catalogue["problem." + problem.code];
        static const std::regex placeholder("\\{([a-z]+)\\}");
        for (std::sregex_iterator found(text.begin(), text.end(), placeholder), end; found != end; ++found)
            CHECK_MESSAGE(problem.args.count((*found)[1]) == 1, problem.code, " lacks {", (*found)[1].str(), "}");
    }
}

// Problems that come with files and folders, tested below one by one.
const std::set<std::string> kOtherCodes = {
    "file-missing", "file-is-folder",   "file-unreadable",  "folder-missing",     "folder-unreadable",
    "folder-empty", "duplicate-key",    "number-not-whole", "number-too-large",   "too-many-problems",
    "schema-other", "id-file-mismatch", "handbook-kind",    "duplicate-scenario",
};

// What the exact analysis finds: tests/content/validity_tests.cpp.
const std::set<std::string> kValidityCodes = {
    "no-answer-left",   "never-entered",       "never-ends-so",        "never-taken",       "gauge-without-effect",
    "handbook-outcome", "handbook-below-band", "too-few-good-courses", "strategy-too-good",
};
// Its errors, passed on under their own codes.
const std::set<std::string> kAnalysisCodes = {"analysis-too-large", "analysis-cycle"};

// What check_handbook finds: tests/content/handbook_check_tests.cpp.
const std::set<std::string> kHandbookCodes = {"schema-shape", "handbook-cells", "handbook-rows",
                                              "handbook-fact-unused"};

} // namespace

TEST_CASE("the small case has no problem") {
    const auto file = content::scenario_from_text(test::small_text(), "small.json", test::handbook());
    CHECK(summary(file.problems) == "");
    CHECK(file.is_playable());
}

TEST_CASE("each change to the small case brings its problem and no other") {
    for (const test::PatchCase &one : test::patch_cases()) {
        CAPTURE(one.patch);
        const content::ScenarioFile file = patched(one.patch);
        const std::string severity = one.is_error ? "error " : "warning ";
        CHECK(summary(file.problems) == severity + one.code + ' ' + one.pointer + '\n');
        CHECK(file.is_playable() == !one.is_error);
        for (const base::Problem &problem : file.problems) {
            CHECK(problem.file == "small.json");
            CHECK(problem.line > 0);
            check_text(problem);
        }
    }
}

TEST_CASE("each text that is no scenario brings its problem and no other") {
    for (const test::TextCase &one : test::text_cases()) {
        CAPTURE(one.code);
        CAPTURE(one.text.substr(0, 40));
        const auto file = content::scenario_from_text(one.text, "broken.json", test::handbook());
        CHECK(summary(file.problems) == "error " + one.code + " \n");
        CHECK(!file.scenario.has_value());
        CHECK(file.canonical_json.empty());
        REQUIRE(file.problems.size() == 1);
        CHECK(file.problems.front().line == one.line);
        check_text(file.problems.front());
    }
}

TEST_CASE("every code has a text in both languages and a test, and every text a code") {
    std::set<std::string> tested = kOtherCodes;
    for (const test::PatchCase &one : test::patch_cases()) tested.insert(one.code);
    for (const test::TextCase &one : test::text_cases()) tested.insert(one.code);
    tested.insert(kValidityCodes.begin(), kValidityCodes.end());
    tested.insert(kHandbookCodes.begin(), kHandbookCodes.end());

    for (const char *language : {"ja", "en"}) {
        std::set<std::string> written;
        const nlohmann::json &catalogue = texts(language);
        for (const auto &entry : catalogue.items())
            if (const std::string code = entry.key().substr(8); kAnalysisCodes.count(code) == 0) written.insert(code);
        for (const std::string &code : kAnalysisCodes) CHECK(catalogue.contains("problem." + code));
        CHECK(written == tested);
    }

    // Codes as they stand in the sources: every kebab-case literal, and the two codes of one word.
    std::set<std::string> raised;
    const std::regex literal("\"([a-z]+(-[a-z]+)+)\"");
    for (const auto &entry : fs::directory_iterator(fs::path(TSUNAGI_SOURCE_DIR) / "src/content")) {
        if (entry.path().extension() != ".cpp") continue;
        const std::string source = test::read_bytes(entry.path());
        for (std::sregex_iterator found(source.begin(), source.end(), literal), end; found != end; ++found)
            // Sessions, workshops and drawings have errors of their own, not problems of a case.
            if (const std::string code = (*found)[1];
                code.find("session") == std::string::npos && code.find("workshop") == std::string::npos &&
                code.rfind("sketch-", 0) != 0)
                raised.insert(code);
        for (const char *word : {"cycle", "encoding"})
            if (source.find('"' + std::string(word) + '"') != std::string::npos) raised.insert(word);
    }
    CHECK(raised == tested);
}

TEST_CASE("a problem names the line where its author must look") {
    const std::string &text = test::small_text();
    const auto changed = [&](const std::string &from, const std::string &to) {
        std::string other = text;
        other.replace(other.find(from), from.size(), to);
        return content::scenario_from_text(other, "small.json", test::handbook());
    };
    {
        const auto file = changed("\"class\": \"acceptable\"", "\"class\": \"fine\"");
        REQUIRE(file.problems.size() == 1);
        CHECK(file.problems[0].line == test::line_with(text, "\"class\": \"acceptable\""));
        CHECK(file.problems[0].args.at("value") == "fine");
        CHECK(file.problems[0].args.at("allowed") == "recommended, acceptable, premature, missed, harmful");
    }
    {
        const auto file = changed("\"budget\": 4", "\"budget\": 1, \"colour\": 2");
        REQUIRE(file.problems.size() == 1);
        CHECK(file.problems[0].line == test::line_with(text, "\"budget\": 4"));
        CHECK(file.problems[0].args.at("property") == "colour");
    }
    {
        const auto file = changed("\"stages\":", "\"stages\" ");
        REQUIRE(file.problems.size() == 1);
        CHECK(file.problems[0].code == "json-syntax");
        CHECK(file.problems[0].line == test::line_with(text, "\"stages\":"));
        CHECK(file.problems[0].args.at("line") == std::to_string(file.problems[0].line));
        CHECK(file.problems[0].args.at("near").substr(0, 2) == "[{");
    }
}

TEST_CASE("a syntax error says which character of its line, counting characters and not bytes") {
    const auto file = content::scenario_from_text("{\n \"\xE3\x81\x82\xE3\x81\x84\": x }", "a.json", test::handbook());
    REQUIRE(file.problems.size() == 1);
    CHECK(file.problems[0].args.at("line") == "2");
    CHECK(file.problems[0].args.at("column") == "8");
    CHECK(file.problems[0].args.at("near") == "x }");
}

TEST_CASE("an encoding is recognised") {
    const auto guess = [](const std::string &text) {
        const auto file = content::scenario_from_text(text, "a.json", test::handbook());
        REQUIRE(file.problems.size() == 1);
        return file.problems[0].args.at("guess");
    };
    CHECK(guess(std::string("\xFF\xFE{\0", 4)) == "UTF-16");
    CHECK(guess("{\"a\":\"\x8E\x96\x97\xE1\"}") == "Shift_JIS");
    CHECK(guess("{\"a\":\"\xFF\xFF\"}") == "?");
}

TEST_CASE("problems of numbers and repeated names are told beside all others") {
    std::string text = test::small_text();
    const auto put = [&](const std::string &from, const std::string &to) {
        text.replace(text.find(from), from.size(), to);
    };
    put("\"minutes\": 5", "\"minutes\": 5.5");
    put("\"months\": 3", "\"months\": 9999999999999999");
    put("\"lead\": \"cpp\"", "\"lead\": \"cpp\", \"lead\": \"ot\"");
    put("\"budget\": 4", "\"budget\": 1e999");
    put("\"title\": \"\xE8\xA8\x88\xE7\x94\xBB\"", "\"title\": 3");
    const auto file = content::scenario_from_text(text, "a.json", test::handbook());
    CHECK(!file.is_playable());
    std::set<std::string> codes;
    for (const base::Problem &problem : file.problems) {
        codes.insert(problem.code + ' ' + problem.pointer);
        check_text(problem);
    }
    CHECK(codes == std::set<std::string>{"number-not-whole /minutes", "number-too-large /months",
                                         "schema-range /months", "schema-range /minutes", "duplicate-key /lead",
                                         "number-not-whole /scenes/2/interaction/budget",
                                         "schema-type /scenes/5/title"});
}

TEST_CASE("hostile values never break the reader") {
    std::string long_id(200000, 'a');
    const auto file = patched("[{\"op\":\"replace\",\"path\":\"/scenes/0/id\",\"value\":\"" + long_id + "\"}]");
    CHECK(summary(file.problems).find("error bad-id /scenes/0/id\n") != std::string::npos);
    for (const base::Problem &problem : file.problems)
        for (const auto &arg : problem.args) CHECK(arg.second.size() < 600);
    CHECK(!content::scenario_from_text("[]", "a", test::handbook()).is_playable());
    CHECK(!content::scenario_from_text("null", "a", test::handbook()).is_playable());
    CHECK(!content::scenario_from_text("{}", "a", test::handbook()).is_playable());
    CHECK(!content::scenario_from_text("\"text\"", "a", test::handbook()).is_playable());
}

TEST_CASE("every member may be missing or of another type: problems, no exception") {
    const nlohmann::json flat = test::small_json().flatten();
    for (const auto &leaf : flat.items())
        for (const char *value : {"null", "\"x\""}) {
            const nlohmann::json patch = {
                {{"op", "replace"}, {"path", leaf.key()}, {"value", nlohmann::json::parse(value)}}};
            const auto file = patched(patch.dump());
            // Many a text or number may well stand such a change; what cannot be played must say why.
            CHECK(file.is_playable() != base::has_error(file.problems));
            if (value == std::string("null")) CHECK(!file.is_playable());
        }
}

TEST_CASE("a thousand problems are enough") {
    nlohmann::json many = test::small_json();
    for (int i = 0; i < 2000; ++i) many["x" + std::to_string(i)] = 1;
    const auto file = content::scenario_from_text(many.dump(1), "a.json", test::handbook());
    REQUIRE(file.problems.size() == 1001);
    CHECK(file.problems.front().code == "too-many-problems");
    check_text(file.problems.front());
}

TEST_CASE("a huge file of faults is told of in as many words as a small one") {
    std::string array = "{\"scenes\":[1";
    std::string object = "{\"a\":1";
    std::string repeated = "{\"a\":1";
    for (int i = 0; i < 50000; ++i) {
        array += ",1";
        object += ",\"x" + std::to_string(i) + "\":1";
        repeated += ",\"a\":1.5";
    }
    for (const std::string &text : {array + "]}", object + "}", repeated + "}"}) {
        const auto file = content::scenario_from_text(text, "a.json", test::handbook());
        CHECK(!file.is_playable());
        CHECK(file.problems.size() == 1001);
    }
}

TEST_CASE("what the explainer does not know, valijson still refuses") {
    const auto schema = nlohmann::json::parse(R"({"properties":{"a":{"type":"integer","multipleOf":2}}})");
    CHECK(content::schema_faults(schema, nlohmann::json::parse(R"({"a":4})")).empty());
    const auto faults = content::schema_faults(schema, nlohmann::json::parse(R"({"a":3})"));
    REQUIRE(faults.size() == 1);
    CHECK(faults[0].code == "schema-other");
    check_text({base::Severity::error, "", 0, "", "schema-other", faults[0].args});
}

TEST_CASE("files that cannot be read are problems") {
    const test::TemporaryFolder folder;
    const auto only = [](const content::ScenarioFile &file, const char *code) {
        CHECK(summary(file.problems) == std::string("error ") + code + " \n");
        CHECK(!file.scenario.has_value());
        for (const base::Problem &problem : file.problems) check_text(problem);
    };
    only(content::load_scenario(folder.path() / "none.json", test::handbook()), "file-missing");
    only(content::load_scenario(folder.path(), test::handbook()), "file-is-folder");
    only(content::load_scenario(folder.write("big.json", std::string(9u << 20, ' ')), test::handbook()),
         "file-too-large");
    if (geteuid() != 0) {
        const fs::path locked = folder.write("locked.json", test::small_text());
        fs::permissions(locked, fs::perms::none);
        only(content::load_scenario(locked, test::handbook()), "file-unreadable");
    } else {
        // Nothing is locked to root: the memory of this very process cannot be read from its first byte by anybody.
        only(content::load_scenario("/proc/self/mem", test::handbook()), "file-unreadable");
    }
}

TEST_CASE("a file named otherwise than its case is a warning") {
    const test::TemporaryFolder folder;
    const auto file = content::load_scenario(folder.write("other.json", test::small_text()), test::handbook());
    CHECK(summary(file.problems) == "warning id-file-mismatch /id\n");
    check_text(file.problems.front());
    CHECK(file.is_playable());
    const auto good = content::load_scenario(folder.write("small.json", test::small_text()), test::handbook());
    CHECK(summary(good.problems) == "");
}

TEST_CASE("a library reports every file, good and broken, in the order of names") {
    const test::TemporaryFolder folder;
    folder.write("a.json", "{");
    folder.write("b.json", "\xEF\xBB\xBF" + test::small_text());
    folder.write("c.json", test::small_text());
    folder.write("notes.txt", "no case");
    fs::create_directory(folder.path() / "schema.json");
    const auto library = content::load_library(folder.path(), test::handbook());
    REQUIRE(library.size() == 3);
    CHECK(library[0].path == content::load_scenario(folder.path() / "a.json", test::handbook()).path);
    CHECK(summary(library[0].problems) == "error json-syntax \n");
    CHECK(summary(library[1].problems) == "warning id-file-mismatch /id\n");
    CHECK(summary(library[2].problems) == "warning id-file-mismatch /id\nerror duplicate-scenario /id\n");
    check_text(library[2].problems.back());
    CHECK(!library[0].is_playable());
    CHECK(library[1].is_playable());
    CHECK(!library[2].is_playable());
}

TEST_CASE("a folder that is not there, and one that is a file") {
    const test::TemporaryFolder folder;
    const auto none = content::load_library(folder.path() / "none", test::handbook());
    REQUIRE(none.size() == 1);
    CHECK(summary(none[0].problems) == "error folder-missing \n");
    check_text(none[0].problems[0]);
    const auto file = content::load_library(folder.write("file", "x"), test::handbook());
    REQUIRE(file.size() == 1);
    CHECK(summary(file[0].problems) == "error folder-unreadable \n");
    check_text(file[0].problems[0]);
    CHECK(content::load_library(folder.path(), test::handbook()).empty());
}

TEST_CASE("handbook data: the program's own is whole, and what is broken is told") {
    CHECK(test::handbook().entries.size() > 70);
    CHECK(test::handbook().find("p1") != nullptr);
    CHECK(test::handbook().find("cpp.relationship.strength") != nullptr);
    CHECK(!test::handbook().icmss_rule.empty());
    for (const model::Bilingual &name : test::handbook().role_functions) CHECK((!name.ja.empty() && !name.en.empty()));
    for (const model::Bilingual &name : test::handbook().role_columns) CHECK((!name.ja.empty() && !name.en.empty()));

    const test::TemporaryFolder folder;
    folder.write("a.json", R"({"kind":"steps","entries":[
        {"id":"s1","title":{"ja":"x","en":"y"},"summary":"x","source":"x"},
        {"id":"s1","title":{"ja":"x","en":"y"},"summary":"x","source":"x"},
        {"title":{"ja":"x","en":"y"},"summary":"x","source":"x"},
        {"id":"s2","title":{"ja":"x","en":"y"},"summary":"x"}]})");
    folder.write("b.json", R"({"kind":"poems","entries":[]})");
    folder.write("c.json", R"({"kind":"cases"})");
    folder.write("d.json", "{");
    base::Problems problems;
    const model::Handbook book = content::load_handbook(folder.path(), problems);
    CHECK(book.entries.size() == 2);
    CHECK(book.find("s2") != nullptr);
    CHECK(summary(problems) == "error duplicate-id /entries/1/id\nerror schema-missing /entries/2\n"
                               "error schema-missing /entries/3\nerror handbook-kind /kind\n"
                               "error schema-missing \nerror json-syntax \n");
    for (const base::Problem &problem : problems) check_text(problem);
    base::Problems nowhere;
    CHECK(content::load_handbook(folder.path() / "none", nowhere).entries.empty());
    CHECK(summary(nowhere) == "error folder-missing \n");
}

TEST_CASE("references to the handbook are not checked against an empty one") {
    const nlohmann::json changed =
        test::small_json().patch(nlohmann::json::parse(R"([{"op":"replace","path":"/refs/0","value":"zzz"}])"));
    CHECK(summary(content::scenario_from_text(changed.dump(), "a", model::Handbook{}).problems) == "");
    CHECK(summary(content::scenario_from_text(changed.dump(), "a", test::handbook()).problems) ==
          "error unknown-ref /refs/0\n");
}
