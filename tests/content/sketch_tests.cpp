// Drawn eco-maps as text: what goes out comes back, and what is not sound is refused or mended.
#include <doctest/doctest.h>

#include "content/sketch_json.h"

using namespace tsunagi;
using namespace tsunagi::model;

namespace {

Sketch some_sketch() {
    Sketch sketch = new_sketch("図 \"1\"", "本人");
    sketch.id = SketchId("s-1");
    sketch.scenario = ScenarioId("cpp-1");
    sketch.updated_at = 4'200'000'000;
    for (const PartyKind kind :
         {PartyKind::household, PartyKind::family, PartyKind::friend_, PartyKind::inhouse, PartyKind::agency}) {
        Party party;
        party.label = "名前 \\ </svg> {0}";
        party.kind = kind;
        if (has_genogram_mark(kind)) party.genogram = Genogram{"f", "60代"};
        auto added = edited(sketch, AddParty{party});
        REQUIRE(added.is_ok());
        sketch = std::move(added).value();
    }
    for (std::size_t i = 1; i < sketch.parties.size(); ++i) {
        Tie tie;
        tie.from = sketch.parties[i].id;
        tie.to = sketch.parties[0].id;
        tie.strength = static_cast<TieStrength>(i % 3);
        tie.flow = static_cast<TieFlow>(i % 4);
        tie.status = static_cast<TieStatus>(i % 3);
        tie.stress = i % 2 == 0;
        auto added = edited(sketch, AddTie{tie});
        REQUIRE(added.is_ok());
        sketch = std::move(added).value();
        sketch.places[sketch.parties[i].id] = {-120.0, static_cast<double>(i)};
    }
    return sketch;
}

std::string code_of(const std::string &text) {
    const auto read = content::sketch_from_json(text);
    return read.is_ok() ? "ok" : read.error().code;
}

content::ReadSketch read_of(const std::string &text) {
    auto read = content::sketch_from_json(text);
    REQUIRE(read.is_ok());
    return std::move(read).value();
}

const std::string kHead = R"({"tsunagi_sketch":1,"title":"t","parties":[{"id":"c","label":"C","kind":"client"})";

} // namespace

TEST_CASE("a drawing comes back as it was") {
    const Sketch sketch = some_sketch();
    const content::ReadSketch read = read_of(content::sketch_to_json(sketch));
    CHECK(read.mended == 0);
    const Sketch &back = read.sketch;
    CHECK(back.id == sketch.id);
    CHECK(back.title == sketch.title);
    CHECK(back.scenario == sketch.scenario);
    CHECK(back.updated_at == sketch.updated_at);
    REQUIRE(back.parties.size() == sketch.parties.size());
    for (std::size_t i = 0; i < back.parties.size(); ++i) {
        CHECK(back.parties[i].id == sketch.parties[i].id);
        CHECK(back.parties[i].label == sketch.parties[i].label);
        CHECK(back.parties[i].kind == sketch.parties[i].kind);
        REQUIRE(back.parties[i].genogram.has_value() == sketch.parties[i].genogram.has_value());
        if (back.parties[i].genogram) {
            CHECK(back.parties[i].genogram->sex == "f");
            CHECK(back.parties[i].genogram->age == "60代");
        }
    }
    REQUIRE(back.ties.size() == sketch.ties.size());
    for (std::size_t i = 0; i < back.ties.size(); ++i) {
        CHECK(back.ties[i].id == sketch.ties[i].id);
        CHECK(back.ties[i].from == sketch.ties[i].from);
        CHECK(back.ties[i].to == sketch.ties[i].to);
        CHECK(back.ties[i].strength == sketch.ties[i].strength);
        CHECK(back.ties[i].stress == sketch.ties[i].stress);
        CHECK(back.ties[i].flow == sketch.ties[i].flow);
        CHECK(back.ties[i].status == sketch.ties[i].status);
    }
    REQUIRE(back.places.size() == sketch.places.size());
    for (const auto &[party, place] : sketch.places) {
        CHECK(back.places.at(party).x == place.x);
        CHECK(back.places.at(party).y == place.y);
    }
    CHECK(content::sketch_to_json(back) == content::sketch_to_json(sketch));
}

TEST_CASE("what is no drawing is refused, each with a code of its own") {
    CHECK(code_of("") == "sketch-json");
    CHECK(code_of("{") == "sketch-json");
    CHECK(code_of(std::string("\xff\xfe\0", 3)) == "sketch-json");
    CHECK(code_of(std::string(200'000, '[')) == "sketch-json");
    CHECK(code_of(R"({"tsunagi_sketch":1,"tsunagi_sketch":1})") == "sketch-json");
    CHECK(code_of("[]") == "sketch-format");
    CHECK(code_of("null") == "sketch-format");
    CHECK(code_of(R"({"format":"tsunagi-session"})") == "sketch-format");
    CHECK(code_of(R"({"tsunagi_sketch":"1"})") == "sketch-format");
    CHECK(code_of(R"({"tsunagi_sketch":0})") == "sketch-format");
    CHECK(code_of(R"({"tsunagi_sketch":2})") == "sketch-newer");
    CHECK(code_of(std::string(content::kLongestSketchText + 1, ' ')) == "sketch-large");
}

TEST_CASE("every text cut short is refused or read, and never more than it was") {
    const std::string whole = content::sketch_to_json(some_sketch());
    for (std::size_t size = 0; size < whole.size(); ++size) CHECK(code_of(whole.substr(0, size)) == "sketch-json");
}

TEST_CASE("what is wrong with single parts does not lose the rest") {
    SUBCASE("nothing but the version") {
        const content::ReadSketch read = read_of(R"({"tsunagi_sketch":1})");
        CHECK(read.mended > 0);
        REQUIRE(read.sketch.parties.size() == 1);
        CHECK(read.sketch.parties[0].kind == PartyKind::client);
    }
    SUBCASE("members of the wrong type") {
        const content::ReadSketch read = read_of(
            R"({"tsunagi_sketch":1,"id":3,"title":[],"scenario":{},"updated_at":"x","parties":{},"ties":7,"places":[]})");
        CHECK(read.mended > 0);
        CHECK(read.sketch.parties.size() == 1);
        CHECK(read.sketch.ties.empty());
    }
    SUBCASE("parties") {
        const content::ReadSketch read =
            read_of(kHead + R"(,{"id":"c","label":"again","kind":"agency"},{"id":"a b","label":"X","kind":"agency"},
            {"id":"d","label":"D","kind":"ghost"},{"id":"e","label":"E","kind":"client"},7,
            {"id":"f","label":"","kind":"family","genogram":{"sex":"?","age":"0123456789"}}],"ties":[]})");
        const Sketch &sketch = read.sketch;
        REQUIRE(sketch.parties.size() == 4);
        CHECK(sketch.parties[0].label == "C");
        CHECK(sketch.parties[1].kind == PartyKind::agency);
        CHECK(sketch.parties[2].kind == PartyKind::household); // there is one client
        CHECK(sketch.parties[3].label == "f");
        REQUIRE(sketch.parties[3].genogram.has_value());
        CHECK(sketch.parties[3].genogram->sex == "x");
        CHECK(sketch.parties[3].genogram->age == "01234567");
        CHECK(read.mended == 8);
    }
    SUBCASE("ties") {
        const content::ReadSketch read =
            read_of(kHead + R"(,{"id":"d","label":"D","kind":"agency"},{"id":"e","label":"E","kind":"agency"}],
            "ties":[{"id":"t1","from":"c","to":"nobody"},{"id":"t2","from":"c","to":"c"},
            {"id":"t3","from":"c","to":"d","strength":"huge","flow":"up","status":"hidden","stress":1},
            {"id":"t4","from":"d","to":"c","strength":"weak","flow":"none","status":"active"},
            {"id":"t3","from":"e","to":"c","strength":"weak","flow":"none","status":"active"},
            {"id":"<b>","from":"e","to":"d","strength":"weak","flow":"none","status":"active"}]})");
        REQUIRE(read.sketch.ties.size() == 1);
        CHECK(read.sketch.ties[0].id == TieId("t3"));
        CHECK(read.sketch.ties[0].strength == TieStrength::normal);
        CHECK(read.sketch.ties[0].flow == TieFlow::none);
        CHECK(read.sketch.ties[0].status == TieStatus::active);
        CHECK(read.mended == 8); // five left out, three words of the one that stays
    }
    SUBCASE("places") {
        const content::ReadSketch read =
            read_of(kHead + R"(],"ties":[],"places":{"c":[99999999999,-5],"nobody":[1,1],"d":"here"}})");
        REQUIRE(read.sketch.places.size() == 1);
        CHECK(read.sketch.places.at(PartyId("c")).x == kFarthestSketchPlace);
        CHECK(read.sketch.places.at(PartyId("c")).y == -5.0);
        CHECK(read.mended == 2);
    }
}

TEST_CASE("more than a drawing may hold is left out") {
    std::string parties = kHead;
    std::string ties;
    for (int i = 0; i < 500; ++i) {
        const std::string id = "p" + std::to_string(i);
        parties += R"(,{"id":")" + id + R"(","label":")" + std::string(300, 'x') + R"(","kind":"agency"})";
        for (int k = 0; k < i && k < 6; ++k)
            ties += (ties.empty() ? "" : ",") + std::string(R"({"id":"t)") + std::to_string(i * 10 + k) +
                    R"(","from":")" + id + R"(","to":"p)" + std::to_string(k) +
                    R"(","strength":"weak","flow":"none","status":"active"})";
    }
    const content::ReadSketch read = read_of(parties + R"(],"ties":[)" + ties + "]}");
    CHECK(read.sketch.parties.size() == kMostSketchParties);
    CHECK(read.sketch.ties.size() == kMostSketchTies);
    CHECK(read.sketch.parties[1].label == std::string(kLongestSketchName, 'x'));
}
