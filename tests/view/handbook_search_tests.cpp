#include <algorithm>

#include <doctest/doctest.h>

#include "view/fixture.h"
#include "view/handbook_search.h"

using namespace tsunagi;
using namespace tsunagi::model;
using view::HandbookIndex;

namespace {

HandbookEntry entry(const char *id, const char *title, const char *reading, const char *summary, const char *body) {
    HandbookEntry made;
    made.id = HandbookId(id);
    made.title = {title, std::string("English ") + id};
    made.reading = reading;
    made.summary = summary;
    made.body = {body};
    return made;
}

Handbook made() {
    Handbook handbook;
    handbook.entries = {
        entry("one", "相談", "そうだん", "話を聴く", "会議のあとの訪問"),
        entry("two", "訪問", "ほうもん", "家に出向く", "地域で支える"),
        entry("three", "会議", "かいぎ", "訪問の前に集まる", "ケースを話し合う"),
    };
    handbook.entries[0].plain = "困ったときの相手";
    handbook.entries[1].items = {"玄関先での短い会話"};
    handbook.entries[2].facts = {{"場所", "保健所"}};
    TableExhibit table;
    table.columns = {"だれ", "何"};
    table.rows.push_back({"薬剤師", {"服薬の相談"}, {}});
    handbook.entries[2].exhibit = table;
    handbook.build_index();
    return handbook;
}

std::vector<std::string> ids(const Handbook &handbook, const char *typed) {
    std::vector<std::string> found;
    for (const std::size_t i : HandbookIndex(handbook).find(typed)) found.push_back(handbook.entries[i].id.value);
    return found;
}

using Ids = std::vector<std::string>;

} // namespace

TEST_CASE("what has the word in its title comes first, then in its summary, then the rest") {
    const Handbook handbook = made();
    CHECK(ids(handbook, "訪問") == Ids{"two", "three", "one"});
    CHECK(ids(handbook, "会議") == Ids{"three", "one"});
    CHECK(ids(handbook, "相談") == Ids{"one", "three"}); // a cell of the table
}

TEST_CASE("several words: every one has to be there, and the one hardest to find decides the place") {
    const Handbook handbook = made();
    CHECK(ids(handbook, "訪問 会議") == Ids{"three", "one"});
    CHECK(ids(handbook, "訪問\u3000地域") == Ids{"two"});
    CHECK(ids(handbook, "訪問 どこにもない").empty());
}

TEST_CASE("kana finds a kanji title by its reading, in any width, and a word is not found across two texts") {
    const Handbook handbook = made();
    CHECK(ids(handbook, "ほうもん") == Ids{"two"});
    CHECK(ids(handbook, "ホウモン") == Ids{"two"});
    CHECK(ids(handbook, "ﾎｳﾓﾝ") == Ids{"two"});
    CHECK(ids(handbook, "ENGLISH THREE") == Ids{"three"});
    CHECK(ids(handbook, "困った") == Ids{"one"});
    CHECK(ids(handbook, "玄関") == Ids{"two"});
    CHECK(ids(handbook, "保健所") == Ids{"three"});
    CHECK(ids(handbook, "訪問ほう").empty());
    CHECK(ids(handbook, "").empty());
    CHECK(ids(handbook, " \u3000・").empty());
    CHECK(HandbookIndex().find("訪問").empty());
}

TEST_CASE("the program's own handbook: readings, ids and titles lead to their entries") {
    const Handbook &handbook = test::handbook();
    const auto first = [&](const char *typed) {
        const Ids found = ids(handbook, typed);
        return found.empty() ? std::string() : found.front();
    };
    CHECK(first("セイシンカ・タイインジ・キョウドウシドウリョウ・イチノイ") == "fee-1i");
    CHECK(first("療養生活環境整備指導加算") == "fee-addition");
    CHECK(first("fee-2") == "fee-2");
    CHECK(first("ＰＡＧＥ－ＦＥＥＳ－ＳＩＮＣＥ") == "page-fees-since");
    // Every entry is found by its own title and by its reading.
    for (const HandbookEntry &each : handbook.entries) {
        CAPTURE(each.id.value);
        for (const std::string &typed : {each.title.ja, each.reading}) {
            if (typed.empty()) continue;
            const Ids found = ids(handbook, typed.c_str());
            CHECK(std::find(found.begin(), found.end(), each.id.value) != found.end());
        }
    }
}
