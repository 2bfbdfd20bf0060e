// The exercises: what a file becomes, what is wrong with a damaged one, and that the ones of the program hang together.

#include "content/drill_json.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>

#include <doctest/doctest.h>

#include "content/fixture.h"
#include "engine/drill.h"

using namespace tsunagi;
using namespace tsunagi::model;
using Json = nlohmann::json;
namespace fs = std::filesystem;

namespace {

const fs::path kRoot = fs::path(TSUNAGI_SOURCE_DIR);

const Drills &drills() {
    static const Drills loaded = [] {
        base::Problems problems;
        Drills read = content::load_drills(kRoot / "assets" / "drills", problems);
        REQUIRE(test::summary(problems) == "");
        return read;
    }();
    return loaded;
}

Json file_of(const char *name) { return Json::parse(test::read_bytes(kRoot / "assets" / "drills" / name)); }

struct Loaded {
    Drills drills;
    std::string problems;
    std::string file;
};

/// What a folder with this one file gives.
Loaded load(const std::string &bytes) {
    const test::TemporaryFolder folder;
    folder.write("one.json", bytes);
    base::Problems problems;
    Loaded loaded;
    loaded.drills = content::load_drills(folder.path(), problems);
    loaded.problems = test::summary(problems);
    if (!problems.empty()) loaded.file = problems.front().file;
    return loaded;
}

Loaded patched(const char *name, const std::string &patch) {
    return load(file_of(name).patch(Json::parse(patch)).dump());
}

bool is_empty(const Drills &read) { return read.vignettes.empty() && read.tasks.empty() && read.jargon.empty(); }

} // namespace

TEST_CASE("the exercises of the program are read whole") {
    REQUIRE(drills().vignettes.size() == 7);
    const Json vignette = file_of("icmss.json")["vignettes"][0];
    CHECK(drills().vignettes[0].id == vignette["id"]);
    CHECK(drills().vignettes[0].case_entry.value == vignette["case"]);
    CHECK(drills().vignettes[0].label == vignette["label"]);
    CHECK(drills().vignettes[0].text.size() == vignette["text"].size());
    CHECK(drills().vignettes[0].because.at(HandbookId("icmss7")) == vignette["because"]["icmss7"]);
    const Json words = file_of("plain_words.json");
    REQUIRE(drills().tasks.size() == words["tasks"].size());
    CHECK(drills().jargon.size() == words["jargon"].size());
    const PlainWordsTask &task = drills().tasks[0];
    CHECK(task.finding == words["tasks"][0]["finding"]);
    CHECK(task.from == Profession::cpp);
    CHECK(task.to == Profession::welfare);
    CHECK(task.models.at(1).note == words["tasks"][0]["models"][1]["note"]);
    CHECK(task.keep.size() == words["tasks"][0]["keep"].size());
}

TEST_CASE("there is a vignette for each case, and it names the items that the case names") {
    std::set<std::string> cases;
    for (const IcmssVignette &vignette : drills().vignettes) {
        CAPTURE(vignette.id);
        CHECK(vignette.case_entry.value == "case-" + vignette.id);
        CHECK(test::handbook().find(vignette.case_entry) != nullptr);
        CHECK(cases.insert(vignette.case_entry.value).second);
        CHECK(vignette.because.size() == 15);
        for (const auto &[item, reason] : vignette.because) CHECK(test::handbook().find(item) != nullptr);
        const fs::path file = kRoot / "scenarios" / (vignette.id + ".json");
        if (!fs::exists(file)) continue;
        std::set<std::string> named;
        const Json scenario = Json::parse(test::read_bytes(file));
        for (const Json &number : scenario["icmss"]) named.insert("icmss" + std::to_string(number.get<int>()));
        std::set<std::string> applies;
        for (const HandbookId &item : vignette.applies) applies.insert(item.value);
        CHECK(applies == named);
    }
    CHECK(cases.size() == 7);
}

TEST_CASE("what the list of trade words refers to is in the handbook") {
    for (const Jargon &jargon : drills().jargon) {
        CAPTURE(jargon.words.front());
        if (!jargon.ref.is_empty()) CHECK(test::handbook().find(jargon.ref) != nullptr);
    }
}

TEST_CASE("every finding holds a word of the trade, and no model answer does") {
    for (const PlainWordsTask &task : drills().tasks) {
        CAPTURE(task.id);
        CHECK_FALSE(engine::jargon_in(task.finding, drills().jargon).empty());
        for (const PlainWordsTask::Model &model : task.models)
            for (const engine::WordSpan &span : engine::jargon_in(model.text, drills().jargon))
                FAIL_CHECK(model.text.substr(span.begin, span.end - span.begin));
    }
}

TEST_CASE("everyday words hold no word of the trade themselves") {
    for (const Jargon &jargon : drills().jargon)
        for (const std::string &plain : jargon.plain)
            for (const engine::WordSpan &span : engine::jargon_in(plain, drills().jargon))
                FAIL_CHECK(jargon.words.front(), ": ", plain.substr(span.begin, span.end - span.begin));
}

TEST_CASE("a damaged file is said to be so, and gives nothing") {
    const Loaded broken = load("{\"format\": 1,");
    CHECK(broken.problems == "error json-syntax \n");
    CHECK(broken.file.find("one.json") != std::string::npos);
    CHECK(is_empty(broken.drills));
    CHECK(load("{\"format\": 1, \"kind\": \"songs\"}").problems == "error schema-enum /kind\n");
    CHECK(load("{\"format\": 1}").problems == "error schema-missing \n");
    CHECK(load("[]").problems == "error schema-type \n");
    CHECK(load("{\"format\": 1, \"kind\": 3}").problems == "error schema-enum /kind\n");
}

TEST_CASE("a file that breaks the schema is refused at the place, whichever its kind") {
    struct Case {
        const char *file;
        const char *patch;
        const char *problem;
    };
    const Case cases[] = {
        {"icmss.json", R"([{"op": "remove", "path": "/vignettes/2/label"}])", "error schema-missing /vignettes/2\n"},
        {"icmss.json", R"([{"op": "replace", "path": "/format", "value": 2}])", "error schema-enum /format\n"},
        {"icmss.json", R"([{"op": "remove", "path": "/vignettes/0/because/icmss4"}])",
         "error schema-missing /vignettes/0/because\n"},
        {"icmss.json", R"([{"op": "replace", "path": "/vignettes/0/applies/0", "value": "icmss16"}])",
         "error schema-shape /vignettes/0/applies/0\n"},
        {"icmss.json", R"([{"op": "replace", "path": "/vignettes/1/id", "value": "cpp-1"}])",
         "error duplicate-id /vignettes/1/id\n"},
        {"plain_words.json", R"([{"op": "replace", "path": "/tasks/0/to", "value": "cook"}])",
         "error schema-enum /tasks/0/to\n"},
        {"plain_words.json", R"([{"op": "add", "path": "/tasks/3/colour", "value": "red"}])",
         "error schema-unknown-property /tasks/3/colour\n"},
        {"plain_words.json", R"([{"op": "replace", "path": "/jargon/5/plain", "value": []}])",
         "error schema-length /jargon/5/plain\n"},
        {"plain_words.json", R"([{"op": "replace", "path": "/tasks/1/id", "value": "cpp-memory-work"}])",
         "error duplicate-id /tasks/1/id\n"},
    };
    for (const Case &one : cases) {
        CAPTURE(one.patch);
        const Loaded loaded = patched(one.file, one.patch);
        CHECK(loaded.problems == one.problem);
        CHECK(is_empty(loaded.drills));
    }
    CHECK(patched("icmss.json", "[]").problems == "");
    CHECK(patched("icmss.json", "[]").drills.vignettes.size() == 7);
}

TEST_CASE("one damaged file does not take the others with it, and no folder is a problem") {
    const test::TemporaryFolder folder;
    folder.write("a.json", "nonsense");
    folder.write("b.json", file_of("icmss.json").dump());
    folder.write("schema.json", "{}");
    base::Problems problems;
    CHECK(content::load_drills(folder.path(), problems).vignettes.size() == 7);
    CHECK(problems.size() == 1);
    base::Problems none;
    CHECK(is_empty(content::load_drills(folder.path() / "nowhere", none)));
    CHECK(test::summary(none) == "error folder-missing \n");
}
