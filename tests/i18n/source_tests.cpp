// Tests that read the program's own source: where words come from, and who includes whom.
#include <algorithm>
#include <map>
#include <set>

#include <doctest/doctest.h>

#include "i18n/sources.h"
#include "i18n/text_keys.h"

using namespace tsunagi;
using test::SourceFile;

namespace {

bool is_ascii(const std::string &text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// "play.commit" → "play_commit", as the generator of text_keys.h does.
std::string name_of(std::string_view key) {
    std::string name(key);
    std::replace_if(
        name.begin(), name.end(), [](char c) { return c == '.' || c == '-'; }, '_');
    return name;
}

/// Every `Text::name` of a source.
std::set<std::string> names_used(const std::string &code) {
    std::set<std::string> names;
    const std::string before = "Text::";
    for (std::size_t at = code.find(before); at != std::string::npos; at = code.find(before, at + 1)) {
        std::size_t end = at + before.size();
        while (end < code.size() && (std::isalnum(static_cast<unsigned char>(code[end])) != 0 || code[end] == '_'))
            ++end;
        names.insert(code.substr(at + before.size(), end - at - before.size()));
    }
    return names;
}

// The rows of docs/ARCHITECTURE.md: what a folder may include. `app` may include all.
const std::map<std::string, std::set<std::string>> kRows = {
    {"base", {}},
    {"model", {"base"}},
    {"engine", {"model"}},
    {"analysis", {"engine"}},
    {"content", {"engine", "analysis"}},
    {"store", {"model", "content"}},
    {"report", {"view"}},
    {"i18n", {"base"}},
    {"ecomap", {"model"}},
    {"view", {"analysis", "i18n", "ecomap"}},
    {"ui", {"view"}},
    {"gfx", {"ecomap"}},
};

void add_allowed(const std::string &folder, std::set<std::string> &allowed) {
    if (!allowed.insert(folder).second) return;
    for (const std::string &other : kRows.at(folder)) add_allowed(other, allowed);
}

/// Libraries that belong to few folders: the part of the path that tells them, and the folders.
const std::vector<std::pair<std::string, std::set<std::string>>> kLibraries = {
    {"<imgui", {"ui", "gfx", "app"}},
    {"<GLFW/", {"gfx", "app"}},
    {"<glad/", {"gfx", "app"}},
    {"<SQLiteCpp/", {"store"}},
    {"<sqlite3", {"store"}},
    {"<CLI/", {"app"}},
    {"<valijson/", {"content"}},
    {"<boost/", {"analysis", "report"}},
    {"<linebreak.h>", {"base"}},
    {"<unistd.h>", {"app", "store"}},
    {"<cairo/", {"ecomap"}},
    {"<ft2build.h>", {"ecomap"}},
    {"<sys/", {"app", "store"}},
    {"<nlohmann/", {"content", "store", "report", "i18n", "app"}},
};

std::vector<std::string> layering_mistakes(const SourceFile &source) {
    std::vector<std::string> mistakes;
    const std::string folder = source.path.substr(0, source.path.find('/'));
    std::set<std::string> allowed;
    if (kRows.count(folder) != 0) add_allowed(folder, allowed);
    for (const test::Literal &include : source.includes) {
        const std::string place = source.path + ":" + std::to_string(include.line) + " includes " + include.text;
        if (include.text.front() == '<') {
            for (const auto &[start, folders] : kLibraries)
                if (include.text.rfind(start, 0) == 0 && folders.count(folder) == 0) mistakes.push_back(place);
            continue;
        }
        const std::string other = include.text.substr(0, include.text.find('/'));
        if (folder == "app") continue;
        if (kRows.count(other) == 0 ? other != "app" : allowed.count(other) != 0) continue; // beside the file, or fine
        mistakes.push_back(place);
    }
    return mistakes;
}

} // namespace

TEST_CASE("the scanner tells code, comments and literals apart") {
    const SourceFile source = test::source_from_text(
        "ui/x.cpp",
        "#include \"view/a.h\" // \"no\"\n#include <map>\nint a = 1'000; /* \"no\"\n */ f(\"y\\\"es\", '\"');\n"
        "auto r = R\"x(raw \" text)x\"; g(Text::play_commit); // Text::no\n");
    REQUIRE(source.includes.size() == 2);
    CHECK(source.includes[0].text == "view/a.h");
    CHECK(source.includes[1].text == "<map>");
    REQUIRE(source.literals.size() == 3);
    CHECK(source.literals[0].text == "y\\\"es");
    CHECK(source.literals[0].line == 4);
    CHECK(source.literals[2].text == "raw \" text");
    CHECK(names_used(source.code) == std::set<std::string>{"play_commit"});
}

TEST_CASE("no text of the program is written in the code: string literals are ASCII") {
    for (const SourceFile &source : test::all_sources())
        for (const test::Literal &literal : source.literals)
            CHECK_MESSAGE(is_ascii(literal.text), source.path, ":", literal.line, ": ", literal.text);
}

TEST_CASE("every text is used") {
    std::set<std::string> names;
    std::set<std::string> literals;
    for (const SourceFile &source : test::all_sources()) {
        names.merge(names_used(source.code));
        for (const test::Literal &literal : source.literals) literals.insert(literal.text);
    }
    for (const std::string_view key : i18n::kTextKeys) {
        bool is_used = names.count(name_of(key)) != 0 || literals.count(std::string(key)) != 0;
        // Keys made at run time: "gauge." + word, "cli.fault-" + word, fmt::format("gauge.{}", word).
        for (std::size_t cut = key.find_first_of(".-"); !is_used && cut != std::string_view::npos;
             cut = key.find_first_of(".-", cut + 1)) {
            const std::string prefix(key.substr(0, cut + 1));
            if (prefix.find('.') == std::string::npos) continue;
            is_used = literals.count(prefix) != 0 || literals.count(prefix + "{}") != 0;
        }
        CHECK_MESSAGE(is_used, "no source uses the text ", key);
    }
}

TEST_CASE("a folder includes only what its row of the architecture lists") {
    for (const SourceFile &source : test::all_sources())
        for (const std::string &mistake : layering_mistakes(source)) FAIL_CHECK(mistake);
}

TEST_CASE("the layering test notices what it must") {
    const auto mistakes = [](const char *path, const char *text) {
        return layering_mistakes(test::source_from_text(path, text)).size();
    };
    CHECK(mistakes("ui/a.cpp", "#include \"view/play_view.h\"\n#include \"base/utf8.h\"\n#include \"a_part.h\"\n") ==
          0);
    CHECK(mistakes("ui/a.cpp", "#include \"store/session_store.h\"\n") == 1);
    CHECK(mistakes("ui/a.cpp", "#include \"app/paths.h\"\n") == 1);
    CHECK(mistakes("engine/a.cpp", "#include \"content/scenario_json.h\"\n") == 1);
    CHECK(mistakes("gfx/a.cpp", "#include \"view/ecomap_view.h\"\n") == 1);
    CHECK(mistakes("view/a.cpp", "#include <imgui.h>\n") == 1);
    CHECK(mistakes("model/a.cpp", "#include <SQLiteCpp/SQLiteCpp.h>\n") == 1);
    CHECK(mistakes("app/a.cpp", "#include \"store/session_store.h\"\n#include <CLI/CLI.hpp>\n") == 0);
}
