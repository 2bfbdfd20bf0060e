#include <cstdlib>
#include <functional>
#include <set>

#include "cli/cli_support.h"

using namespace tsunagi::test;

namespace {

const fs::path kScenarios = fs::path(TSUNAGI_SOURCE_DIR) / "scenarios";

bool is_decimal(const std::string &text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
}

} // namespace

TEST_CASE("analyze --json says everything of a case, and figures that belong together agree") {
    const Outcome outcome = call({"analyze", "cpp-1", "--json"});
    CHECK(outcome.code == 0);
    CHECK(outcome.err.empty());
    const Json document = only_json(outcome);
    CHECK(document["id"] == "cpp-1");
    CHECK(document["version"].is_string());
    CHECK(is_decimal(document["paths"]));
    CHECK(is_decimal(document["top_band_paths"]));
    CHECK(document["paths"].get<std::string>().size() > document["top_band_paths"].get<std::string>().size());
    CHECK(document["live_states"].get<int>() > 28);
    CHECK(document["unreachable"].empty());
    CHECK(document["dead_ends"].empty());

    double chance = 0.0;
    for (const Json &ending : document["endings"]) {
        CHECK(ending["random_probability"].get<double>() > 0.0);
        chance += ending["random_probability"].get<double>();
    }
    CHECK(document["endings"].size() == 5);
    CHECK(chance == doctest::Approx(1.0).epsilon(1e-9));

    REQUIRE(document["points"].size() == 6);
    REQUIRE(document["cells"].size() == 24);
    double mean = 0.0;
    int most = 0;
    for (const Json &point : document["points"]) {
        CHECK(point["min"].get<int>() >= 0);
        CHECK(point["min"].get<double>() <= point["random_mean"].get<double>());
        CHECK(point["random_mean"].get<double>() <= point["max"].get<double>());
        mean += point["random_mean"].get<double>();
        most += point["max"].get<int>();
    }
    CHECK(document["overall"]["random_mean"].get<double>() == doctest::Approx(mean).epsilon(1e-9));
    CHECK(document["overall"]["max"].get<int>() <= most);

    const Json &handbook = document["handbook_course"];
    CHECK(handbook["ending"] == "e-window");
    CHECK(handbook["matches_outcome"] == true);
    CHECK(handbook["overall_percent"].get<double>() <= 100.0);
    for (const Json &percent : handbook["points_percent"]) CHECK(percent.get<double>() >= 90.0);

    std::set<std::string> names;
    for (const auto &[name, figure] : document["strategies"].items()) {
        names.insert(name);
        CHECK_MESSAGE(figure["overall_percent"].get<double>() <= (name == "random" ? 45.0 : 60.0), name);
    }
    CHECK(names == std::set<std::string>{"first", "last", "longest", "shortest", "everything", "nothing", "consult",
                                         "one_profession", "random"});
    CHECK(document["strategies"]["random"]["overall_percent"].get<double>() ==
          doctest::Approx(100.0 * mean / document["overall"]["max"].get<double>()).epsilon(1e-9));
}

TEST_CASE("what a course earned is never above what analyze says can be attained") {
    const Json attainable = only_json(call({"analyze", "cpp-1", "--json"}));
    for (const auto &play : fs::directory_iterator(fs::path(TSUNAGI_SOURCE_DIR) / "tests/plays/cpp-1")) {
        CAPTURE(play.path());
        const Json score = only_json(call({"score", play.path().string(), "--json"}));
        for (const auto &[point, figure] : score["points"].items())
            CHECK(figure["earned"].get<int>() <= attainable["points"][point]["max"].get<int>());
        for (const auto &[cell, figure] : score["cells"].items())
            CHECK(figure["available"].get<int>() <= attainable["cells"][cell]["max"].get<int>());
    }
}

TEST_CASE("several cases give a list, a file may be named, text is for reading in both languages") {
    const std::string file = (kScenarios / "cpp-1.json").string();
    const Json documents = only_json(call({"analyze", "cpp-1", file, "--json"}));
    REQUIRE(documents.size() == 2);
    CHECK(documents[0] == documents[1]);
    const Outcome ja = call({"analyze", "cpp-1"});
    CHECK(ja.code == 0);
    CHECK(contains(ja.out, "いつも一番長い文"));
    CHECK(contains(ja.out, "窓は開いたまま"));
    const Outcome en = call({"analyze", "cpp-1", "--lang", "en"});
    CHECK(contains(en.out, "always the longest text"));
    CHECK(!contains(en.out, "いつも"));
}

TEST_CASE("analyze: no case, an unknown case, a broken case") {
    CHECK(call({"analyze"}).code == 2);
    const Outcome unknown = call({"analyze", "no-such-case", "--json"});
    CHECK(unknown.code == 2);
    CHECK(unknown.out.empty());
    const Folder folder;
    write_text(folder / "a.json", "{");
    const Outcome broken = call({"analyze", folder.text("a.json")});
    CHECK(broken.code == 1);
    CHECK(broken.out.empty());
    CHECK(contains(broken.err, "json-syntax"));
    // A broken case among others does not take theirs away.
    const Outcome mixed = call({"analyze", "cpp-1", folder.text("a.json"), "--json"});
    CHECK(mixed.code == 1);
    const Json documents = only_json(mixed);
    REQUIRE(documents.size() == 2);
    CHECK(documents[0]["id"] == "cpp-1");
    CHECK(documents[1]["error"] == "case-broken");
}

TEST_CASE("validate prints the table of strategies, and a case that rewards playing without thought fails by name") {
    const Outcome sound = call({"validate", (kScenarios / "cpp-1.json").string()});
    CHECK(sound.code == 0);
    for (const char *name : {"いつも最初", "いつも最後", "何でも選ぶ", "何も選ばない", "いつも相談・連携", "でたらめ"})
        CHECK_MESSAGE(contains(sound.out, name), name);

    // The best option of every scene put first, and nothing to be earned elsewhere.
    Json document = Json::parse(read_text(kScenarios / "cpp-1.json"));
    for (Json &scene : document["scenes"]) {
        Json &interaction = scene["interaction"];
        for (const char *list : {"items", "cells", "precedences"})
            if (interaction.contains(list))
                for (Json &each : interaction[list]) each["credit"] = Json::object();
        interaction.erase("costs");
        if (interaction["kind"] != "choose_one") continue;
        Json &options = interaction["options"];
        std::size_t best = 0;
        const auto worth = [&](std::size_t i) {
            int sum = 0;
            if (options[i].contains("when")) return -1;
            if (options[i].contains("credit"))
                for (const auto &credit : options[i]["credit"]) sum += credit.get<int>();
            return sum;
        };
        for (std::size_t i = 1; i < options.size(); ++i)
            if (worth(i) > worth(best)) best = i;
        std::swap(options[0], options[best]);
    }
    const Folder folder;
    write_text(folder / "cpp-1.json", document.dump(2));
    const Outcome unsound = call({"validate", folder.text("cpp-1.json"), "--json"});
    const Json problems = only_json(unsound)["problems"];
    std::set<std::string> codes;
    for (const Json &problem : problems) codes.insert(problem["code"].get<std::string>());
    const double first =
        only_json(call({"analyze", folder.text("cpp-1.json"), "--json"}))["strategies"]["first"]["overall_percent"];
    CHECK((unsound.code == 1) == (first > 60.0));
    CHECK((codes.count("strategy-too-good") == 1) == (first > 60.0));
    // Else this test would test nothing.
    CHECK(first > 60.0);
}
