// The handbook's files against their schema and against each other.

#include <filesystem>
#include <fstream>
#include <functional>

#include <doctest/doctest.h>

#include "content/fixture.h"
#include "content/handbook_check.h"

using namespace tsunagi;
using test::summary;
using Json = nlohmann::json;
namespace fs = std::filesystem;

namespace {

const fs::path kHandbook = fs::path(TSUNAGI_SOURCE_DIR) / "assets/handbook";

Json small_pages() {
    return Json::parse(R"({"format":1,"kind":"pages","entries":[
        {"id":"page-a","title":{"ja":"x","en":"x"},"short":{"ja":"x","en":"x"},"reading":"x","summary":"x","body":["x"],
         "source":"x","chapter":"overview","related":["page-b"],
         "exhibit":{"kind":"table","columns":["a","b"],"rows":[{"head":"x","cells":["y"],"ref":"page-b"}]}},
        {"id":"page-b","title":{"ja":"x","en":"x"},"short":{"ja":"x","en":"x"},"reading":"x","summary":"x","body":["x"],
         "source":"x","chapter":"fees",
         "exhibit":{"kind":"flow","nodes":[{"id":"one","text":"x"},{"id":"two","text":"y","ref":"page-a"}],
                    "links":[{"from":"one","to":"two"}]}},
        {"id":"page-c","title":{"ja":"x","en":"x"},"short":{"ja":"x","en":"x"},"reading":"x","summary":"x","body":["x"],
         "source":"x","chapter":"evidence",
         "exhibit":{"kind":"bars","unit":"%","bars":[{"text":"x","tenths":5,"group":"g"}],
                    "groups":[{"id":"g","text":"x","tenths":5}]}}]})");
}

Json small_fees() {
    return Json::parse(R"({"format":1,"kind":"fees","year":"x","groups":[{"id":"group","text":"x"}],
        "facts":[{"id":"tick","group":"group","text":"x"},
                 {"id":"date","group":"group","text":"x",
                  "derived":{"kind":"within_years","from":"admission","to":"guidance","value":1}}],
        "entries":[
        {"id":"fee-a","title":{"ja":"x","en":"x"},"short":{"ja":"x","en":"x"},"reading":"x","summary":"x","body":["x"],
         "source":"x","year":"x","points":1,"requirements":[{"id":"r","text":"x","any":["tick","date"]}],
         "rows":[{"label":"one","text":"x"},{"label":"two","text":"x"}]},
        {"id":"fee-b","title":{"ja":"x","en":"x"},"short":{"ja":"x","en":"x"},"reading":"x","summary":"x","body":["x"],
         "source":"x","year":"x","points":1,"requirements":[{"id":"r","text":"x","any":["tick"]}],
         "rows":[{"label":"one","text":"y"},{"label":"two","text":"y"}]}]})");
}

/// The problems of both files after a change to one of them.
std::string after(Json document, const std::string &patch) {
    const test::TemporaryFolder folder;
    folder.write("fees.json", small_fees().dump(1));
    folder.write("pages.json", small_pages().dump(1));
    const std::string name = document["kind"].get<std::string>() + ".json";
    folder.write(name, document.patch(Json::parse(patch)).dump(1));
    const base::Problems problems = content::check_handbook(folder.path());
    for (const base::Problem &problem : problems) {
        CHECK(problem.file.find(name) != std::string::npos);
        CHECK(problem.line > 0);
        for (const char *language : {"ja", "en"}) {
            const Json texts = Json::parse(test::read_bytes(fs::path(TSUNAGI_SOURCE_DIR) / "assets/i18n/fragments" /
                                                            (std::string("problems.") + language + ".json")));
            REQUIRE_MESSAGE(texts.contains("problem." + problem.code), problem.code);
            const std::string text = texts["problem." + problem.code];
            for (std::size_t open = text.find('{'); open != std::string::npos; open = text.find('{', open + 1)) {
                const std::string wanted = text.substr(open + 1, text.find('}', open) - open - 1);
                CHECK_MESSAGE(problem.args.count(wanted) == 1, problem.code, " lacks ", wanted);
            }
        }
    }
    return summary(problems);
}

std::string pages_after(const std::string &patch) { return after(small_pages(), patch); }
std::string fees_after(const std::string &patch) { return after(small_fees(), patch); }

} // namespace

TEST_CASE("the program's own handbook has no problem") {
    const base::Problems problems = content::check_handbook(kHandbook);
    for (const base::Problem &problem : problems)
        MESSAGE(problem.file, ":", problem.line, " ", problem.pointer, " ", problem.code);
    CHECK(problems.empty());
}

TEST_CASE("two small files have no problem") {
    CHECK(pages_after("[]") == "");
    CHECK(fees_after("[]") == "");
}

TEST_CASE("what the schema of the kind does not allow") {
    CHECK(pages_after(R"([{"op":"remove","path":"/entries/0/reading"}])") == "error schema-missing /entries/0\n");
    CHECK(pages_after(R"([{"op":"add","path":"/entries/0/colour","value":"red"}])") ==
          "error schema-unknown-property /entries/0/colour\n");
    CHECK(pages_after(R"([{"op":"replace","path":"/entries/0/chapter","value":"poems"}])") ==
          "error schema-enum /entries/0/chapter\n");
    CHECK(pages_after(R"([{"op":"replace","path":"/entries/0/short/ja","value":"十二文字もあるので長い題"}])") ==
          "error schema-length /entries/0/short/ja\n");
    CHECK(pages_after(R"([{"op":"replace","path":"/entries/2/id","value":"Page C"}])") ==
          "error schema-shape /entries/2/id\n");
    CHECK(pages_after(R"([{"op":"replace","path":"/entries/2/id","value":")" + std::string(100000, 'a') + R"("}])") ==
          "error schema-shape /entries/2/id\n");
    CHECK(fees_after(R"([{"op":"replace","path":"/entries/0/points","value":0}])") ==
          "error schema-range /entries/0/points\n");
    CHECK(fees_after(R"([{"op":"replace","path":"/entries/0/requirements/0/any","value":[]}])") ==
          "error schema-length /entries/0/requirements/0/any\n");
}

TEST_CASE("a figure is held against the alternative that its kind names") {
    CHECK(pages_after(R"([{"op":"replace","path":"/entries/1/exhibit/kind","value":"song"}])") ==
          "error schema-enum /entries/1/exhibit/kind\n");
    CHECK(pages_after(R"([{"op":"remove","path":"/entries/1/exhibit/links"}])") ==
          "error schema-missing /entries/1/exhibit\n");
    CHECK(pages_after(R"([{"op":"remove","path":"/entries/1/exhibit/kind"}])") ==
          "error schema-missing /entries/1/exhibit\n");
    CHECK(pages_after(R"([{"op":"replace","path":"/entries/2/exhibit/bars/0/tenths","value":1001}])") ==
          "error schema-range /entries/2/exhibit/bars/0/tenths\n");
}

TEST_CASE("what is named has to exist") {
    CHECK(pages_after(R"([{"op":"replace","path":"/entries/0/related/0","value":"page-z"}])") ==
          "error unknown-ref /entries/0/related/0\n");
    CHECK(pages_after(R"([{"op":"replace","path":"/entries/0/exhibit/rows/0/ref","value":"page-z"}])") ==
          "error unknown-ref /entries/0/exhibit/rows/0/ref\n");
    CHECK(pages_after(R"([{"op":"replace","path":"/entries/1/exhibit/nodes/1/ref","value":"page-z"}])") ==
          "error unknown-ref /entries/1/exhibit/nodes/1/ref\n");
    CHECK(pages_after(R"([{"op":"replace","path":"/entries/1/exhibit/links/0/to","value":"three"}])") ==
          "error unknown-id /entries/1/exhibit/links/0/to\n");
    CHECK(pages_after(R"([{"op":"replace","path":"/entries/2/exhibit/bars/0/group","value":"h"}])") ==
          "error unknown-id /entries/2/exhibit/bars/0/group\n");
    CHECK(fees_after(R"([{"op":"replace","path":"/facts/0/group","value":"other"}])") ==
          "error unknown-id /facts/0/group\n");
    CHECK(fees_after(R"([{"op":"replace","path":"/entries/1/requirements/0/any/0","value":"nothing"}])") ==
          "error unknown-id /entries/1/requirements/0/any/0\n");
    // An entry of another file will do.
    CHECK(pages_after(R"([{"op":"replace","path":"/entries/0/related/0","value":"fee-b"}])") == "");
}

TEST_CASE("ids are used once, in a file and over all files") {
    CHECK(pages_after(R"([{"op":"replace","path":"/entries/2/id","value":"page-a"}])") ==
          "error duplicate-id /entries/2/id\n");
    CHECK(pages_after(R"([{"op":"replace","path":"/entries/2/id","value":"fee-a"}])") ==
          "error duplicate-id /entries/2/id\n");
    CHECK(pages_after(R"([{"op":"add","path":"/entries/1/exhibit/nodes/2","value":{"id":"one","text":"x"}}])") ==
          "error duplicate-id /entries/1/exhibit/nodes/2/id\n");
    CHECK(fees_after(R"([{"op":"add","path":"/facts/2","value":{"id":"tick","group":"group","text":"x"}}])") ==
          "error duplicate-id /facts/2/id\n");
    CHECK(fees_after(R"([{"op":"add","path":"/groups/1","value":{"id":"group","text":"x"}}])") ==
          "error duplicate-id /groups/1/id\n");
    CHECK(fees_after(
              R"([{"op":"add","path":"/entries/1/requirements/1","value":{"id":"r","text":"x","any":["tick"]}}])") ==
          "error duplicate-id /entries/1/requirements/1/id\n");
}

TEST_CASE("rows fit their columns, and all fees have the same rows") {
    CHECK(pages_after(R"([{"op":"add","path":"/entries/0/exhibit/rows/0/cells/1","value":"z"}])") ==
          "error handbook-cells /entries/0/exhibit/rows/0/cells\n");
    CHECK(fees_after(R"([{"op":"remove","path":"/entries/1/rows/1"}])") == "error handbook-rows /entries/1/rows\n");
    CHECK(fees_after(R"([{"op":"replace","path":"/entries/1/rows/1/label","value":"three"}])") ==
          "error handbook-rows /entries/1/rows\n");
}

TEST_CASE("a derivation has what its kind needs, and a fact that nothing asks for is told") {
    CHECK(fees_after(R"([{"op":"remove","path":"/facts/1/derived/to"}])") == "error schema-missing /facts/1/derived\n");
    CHECK(fees_after(R"([{"op":"remove","path":"/facts/1/derived/value"}])") ==
          "error schema-missing /facts/1/derived\n");
    CHECK(fees_after(R"([{"op":"replace","path":"/facts/1/derived","value":{"kind":"number_at_least","value":1}}])") ==
          "error schema-missing /facts/1/derived\n");
    CHECK(fees_after(R"([{"op":"replace","path":"/facts/1/derived",
                          "value":{"kind":"other_month","from":"admission","to":"guidance"}}])") == "");
    CHECK(fees_after(R"([{"op":"remove","path":"/entries/0/requirements/0/any/1"}])") ==
          "error handbook-fact-unused /facts/1\n");
}

TEST_CASE("files that are no handbook data, and folders that cannot be looked into") {
    const test::TemporaryFolder folder;
    folder.write("a.json", "{");
    folder.write("b.json", R"({"format":1,"kind":"poems","entries":[]})");
    folder.write("c.json", "[1,2]");
    folder.write("d.json", R"({"format":1,"kind":"pages","entries":{"a":[7,null,"x"]}})");
    folder.write("e.json", R"({"format":1,"kind":"definitions","entries":[null,7,{"id":[]}]})");
    folder.write("schema.json", "no JSON, and not looked at");
    folder.write("notes.txt", "no handbook data");
    CHECK(summary(content::check_handbook(folder.path())) ==
          "error json-syntax \nerror handbook-kind /kind\nerror handbook-kind \nerror schema-type /entries\n"
          "error handbook-kind /kind\n");
    CHECK(summary(content::check_handbook(folder.path() / "none")) == "error folder-missing \n");
}

TEST_CASE("any member of a handbook file may be missing or of another type: problems, no exception") {
    for (const Json &document : {small_pages(), small_fees()}) {
        const test::TemporaryFolder folder;
        const Json flat = document.flatten();
        for (const auto &leaf : flat.items()) {
            Json changed = document;
            changed[Json::json_pointer(leaf.key())] = Json::array({nullptr, Json::object()});
            folder.write("a.json", changed.dump());
            CHECK_FALSE(content::check_handbook(folder.path()).empty());
        }
    }
}
