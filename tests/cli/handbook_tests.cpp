#include <set>

#include "cli/cli_support.h"
#include "content/handbook_json.h"
#include "model/vocabulary.h"

using namespace tsunagi;
using namespace tsunagi::test;

namespace {

const model::Handbook &handbook() {
    static const model::Handbook book = [] {
        base::Problems problems;
        return content::load_handbook(fs::path(TSUNAGI_SOURCE_DIR) / "assets/handbook", problems);
    }();
    return book;
}

} // namespace

TEST_CASE("handbook lists every entry once, under its chapter, in both languages and as JSON") {
    const Outcome text = call({"handbook"});
    CHECK(text.code == 0);
    CHECK(text.err.empty());
    const Outcome english = call({"handbook", "--lang", "en"});
    const Outcome json = call({"handbook", "--json"});
    CHECK(json.code == 0);
    const Json list = only_json(json);
    REQUIRE(list.size() == handbook().entries.size());
    std::set<std::string> ids;
    for (const Json &row : list) {
        CHECK(row.size() == 3);
        const std::string id = row["id"];
        CHECK(ids.insert(id).second);
        const model::HandbookEntry *entry = handbook().find(id);
        REQUIRE(entry != nullptr);
        CHECK(row["title"] == entry->title.ja);
        CHECK(row["chapter"] == model::word_of(entry->chapter, model::kHandbookChapterWords));
        CHECK(contains(text.out, id + "  " + entry->title.ja + "\n"));
        CHECK(contains(english.out, id + "  " + entry->title.en + "\n"));
    }
    CHECK(contains(text.out, "診療報酬（令和2年度）\n"));
}

TEST_CASE("handbook --search finds by any word and by the reading; several words narrow it") {
    const Json found = only_json(call({"handbook", "--search", "くらいしすぷらん", "--json"}));
    REQUIRE(found.size() >= 1);
    CHECK(found[0]["id"] == "term-crisis-plan");
    const Outcome text = call({"handbook", "--search", "くらいしすぷらん"});
    CHECK(contains(text.out, "term-crisis-plan"));
    CHECK(only_json(call({"handbook", "--search", "退院 加算 カンファレンス", "--json"})).size() <
          only_json(call({"handbook", "--search", "退院", "--json"})).size());
    const Outcome nothing = call({"handbook", "--search", "どこにもない言葉"});
    CHECK(nothing.code == 0);
    CHECK(contains(nothing.out, "見つかりませんでした"));
    CHECK(only_json(call({"handbook", "--search", "どこにもない言葉", "--json"})).empty());
}

TEST_CASE("handbook ID shows an entry to read: title, source, text, related ids") {
    const Outcome text = call({"handbook", "fee-addition"});
    CHECK(text.code == 0);
    const model::HandbookEntry &entry = *handbook().find("fee-addition");
    for (const std::string &part : {entry.title.ja, entry.source, entry.year, entry.summary, entry.note})
        CHECK_MESSAGE(contains(text.out, part), part);
    for (const std::string &paragraph : entry.body) CHECK(contains(text.out, paragraph));
    for (const model::HandbookId &related : entry.related) CHECK(contains(text.out, related.value + "  "));
    const Outcome english = call({"handbook", "fee-addition", "--lang", "en"});
    CHECK(contains(english.out, entry.title.en));
    CHECK(contains(english.out, entry.summary)); // texts are Japanese
    CHECK(contains(call({"handbook", "cpp.direct.team"}).out, handbook().find("cpp.direct.team")->items.front()));
    CHECK(contains(call({"handbook", "term-rapport"}).out, handbook().find("term-rapport")->plain));
}

TEST_CASE("figures are shown as text") {
    using namespace model;
    for (const HandbookEntry &entry : handbook().entries) {
        if (std::holds_alternative<std::monostate>(entry.exhibit)) continue;
        CAPTURE(entry.id.value);
        const Outcome text = call({"handbook", entry.id.value});
        CHECK(text.code == 0);
        CHECK(text.err.empty());
        if (const auto *table = std::get_if<TableExhibit>(&entry.exhibit))
            for (const TableExhibit::Row &row : table->rows) {
                CHECK(contains(text.out, row.head));
                for (const std::string &cell : row.cells) CHECK(contains(text.out, cell));
            }
        if (const auto *flow = std::get_if<FlowExhibit>(&entry.exhibit)) {
            for (const FlowExhibit::Node &node : flow->nodes) CHECK(contains(text.out, node.text));
            for (const FlowExhibit::Link &link : flow->links) CHECK(contains(text.out, link.text));
        }
        if (const auto *bars = std::get_if<BarsExhibit>(&entry.exhibit))
            for (const BarsExhibit::Bar &bar : bars->bars)
                CHECK(contains(text.out, bar.text + "：" + std::to_string(bar.tenths / 10) + "." +
                                             std::to_string(bar.tenths % 10)));
        if (const auto *pairs = std::get_if<PairsExhibit>(&entry.exhibit))
            for (const PairsExhibit::Pair &pair : pairs->pairs) CHECK(contains(text.out, pair.text));
        if (const auto *outcomes = std::get_if<OutcomesExhibit>(&entry.exhibit))
            for (const OutcomesExhibit::Row &row : outcomes->rows)
                CHECK(contains(text.out, row.text + "：" + row.word));
        if (std::holds_alternative<FeesExhibit>(entry.exhibit))
            for (const FeeRule &rule : handbook().fees.rules)
                for (const FeeRule::Row &row : rule.rows) CHECK(contains(text.out, row.label + "：" + row.text));
    }
}

TEST_CASE("handbook ID --json gives the entry as its file has it, with kind and chapter") {
    const Json entry = only_json(call({"handbook", "page-fees-flow", "--json"}));
    CHECK(entry["id"] == "page-fees-flow");
    CHECK(entry["kind"] == "pages");
    CHECK(entry["chapter"] == "fees");
    CHECK(entry["title"]["en"] == handbook().find("page-fees-flow")->title.en);
    CHECK(entry["exhibit"]["kind"] == "flow");
    CHECK(only_json(call({"handbook", "p1", "--json"}))["kind"] == "practice_points");
    CHECK(only_json(call({"handbook", "fee-2", "--json"}))["points"] == 700);
}

TEST_CASE("an unknown id is bad use, says so on standard error, and suggests what is near") {
    const Outcome unknown = call({"handbook", "fee-9", "--json"});
    CHECK(unknown.code == 2);
    CHECK(unknown.out.empty());
    CHECK(contains(unknown.err, "fee-9 ("));
    CHECK(contains(unknown.err, "fee-1i"));
    CHECK(contains(call({"handbook", "crisis-plan"}).err, "term-crisis-plan"));
    const Outcome nowhere = call({"handbook", "zzzz"});
    CHECK(nowhere.code == 2);
    CHECK(contains(nowhere.err, "zzzz\n"));
    CHECK(call({"handbook", "\xFF"}).code == 2);
    CHECK(call({"handbook", "fee-2", "--search", "x"}).code == 2);
    CHECK(call({"handbook", "fee-2", "fee-1i"}).code == 2);
}

TEST_CASE("words that hold nothing to look for list everything, as no words do") {
    CHECK(call({"handbook", "--search", " "}).out == call({"handbook"}).out);
}

TEST_CASE("a handbook folder without files, and files of no kind, are said so and end nothing") {
    const Folder folder;
    for (const char *part : {"assets", "scenarios"})
        fs::copy(fs::path(TSUNAGI_SOURCE_DIR) / part, folder / part, fs::copy_options::recursive);
    const Environment there{"", {{"TSUNAGI_ROOT", folder.path().string()}}};
    write_text(folder / "assets/handbook/aaa.json", R"({"kind":5,"entries":[{"id":"p1"}]})");
    CHECK(only_json(call({"handbook", "p1", "--json"}, there))["kind"] == "practice_points");
    for (const auto &file : fs::directory_iterator(folder / "assets/handbook")) fs::remove(file.path());
    const Outcome empty = call({"handbook"}, there);
    CHECK(empty.code == 1);
    CHECK(contains(empty.err, "JSON"));
}

TEST_CASE("validate without a path looks at the handbook's files too") {
    const Folder folder;
    for (const char *part : {"assets", "scenarios"})
        fs::copy(fs::path(TSUNAGI_SOURCE_DIR) / part, folder / part, fs::copy_options::recursive);
    for (const auto &scenario : fs::directory_iterator(folder / "scenarios"))
        if (scenario.path().extension() == ".json") fs::remove(scenario.path());
    const Environment there{"", {{"TSUNAGI_ROOT", folder.path().string()}}};
    CHECK_MESSAGE(call({"validate"}, there).code == 0, call({"validate"}, there).out);
    Json document = Json::parse(read_text(folder / "assets/handbook/fees.json"));
    document["entries"][0]["related"].push_back("no-such-entry");
    write_text(folder / "assets/handbook/fees.json", document.dump(2));
    const Outcome json = call({"validate", "--json"}, there);
    CHECK(json.code == 1);
    const Json problems = only_json(json)["problems"];
    REQUIRE(problems.size() == 1);
    CHECK(problems[0]["code"] == "unknown-ref");
    CHECK(contains(problems[0]["file"].get<std::string>(), "fees.json"));
    CHECK(problems[0]["line"].get<int>() > 0);
    CHECK(contains(call({"validate"}, there).out, "[unknown-ref]"));
    // A path is that path.
    CHECK(call({"validate", (folder / "scenarios").string()}, there).code == 0);
}
