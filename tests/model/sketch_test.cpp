// What can be done to a drawn eco-map, and what cannot.
#include <doctest/doctest.h>

#include "base/utf8.h"
#include "model/sketch.h"

using namespace tsunagi;
using namespace tsunagi::model;

namespace {

Party somebody(const std::string &label, PartyKind kind = PartyKind::agency) {
    Party party;
    party.label = label;
    party.kind = kind;
    return party;
}

Tie between(const PartyId &from, const PartyId &to) {
    Tie tie;
    tie.from = from;
    tie.to = to;
    return tie;
}

Sketch done(const Sketch &sketch, const SketchEdit &edit) {
    auto after = edited(sketch, edit);
    REQUIRE(after.is_ok());
    return std::move(after).value();
}

std::string refused(const Sketch &sketch, const SketchEdit &edit) {
    const auto after = edited(sketch, edit);
    return after.is_ok() ? "" : after.error().code;
}

} // namespace

TEST_CASE("a drawing holds so many parties and ties, and not one more") {
    Sketch sketch = new_sketch("図", "本人");
    while (sketch.parties.size() < kMostSketchParties) sketch = done(sketch, AddParty{somebody("支援者")});
    CHECK(refused(sketch, AddParty{somebody("もう一人")}) == "sketch-parties");
    for (std::size_t i = 0; i < sketch.parties.size() && sketch.ties.size() < kMostSketchTies; ++i)
        for (std::size_t k = 0; k < i && sketch.ties.size() < kMostSketchTies; ++k)
            sketch = done(sketch, AddTie{between(sketch.parties[i].id, sketch.parties[k].id)});
    CHECK(refused(sketch, AddTie{between(sketch.parties[38].id, sketch.parties[39].id)}) == "sketch-ties");
    sketch = done(sketch, RemoveParty{sketch.parties.back().id});
    CHECK(refused(sketch, AddParty{somebody("もう一人")}).empty());
}

TEST_CASE("ids stay apart whatever was removed before") {
    Sketch sketch = new_sketch("図", "本人");
    for (int i = 0; i < 3; ++i) sketch = done(sketch, AddParty{somebody("支援者")});
    const PartyId removed = sketch.parties[1].id;
    sketch = done(sketch, RemoveParty{removed});
    for (int i = 0; i < 3; ++i) sketch = done(sketch, AddParty{somebody("支援者")});
    for (std::size_t i = 0; i < sketch.parties.size(); ++i)
        for (std::size_t k = 0; k < i; ++k) CHECK(sketch.parties[i].id != sketch.parties[k].id);
}

TEST_CASE("names are trimmed, on one line, and not longer than they may be") {
    std::string name = "\xE3\x80\x80 \n";
    for (int i = 0; i < 100; ++i) name += "あ";
    Sketch sketch = done(new_sketch("図", "本人"), AddParty{somebody(name)});
    CHECK(base::count_code_points(sketch.parties.back().label) == kLongestSketchName);
    CHECK(sketch.parties.back().label.rfind("あ", 0) == 0);
    CHECK(done(sketch, AddParty{somebody("a\nb")}).parties.back().label == "a b");
    CHECK(refused(sketch, AddParty{somebody(" \xE3\x80\x80")}) == "sketch-name");
    CHECK(base::count_code_points(done(sketch, RenameSketch{name}).title) == kLongestSketchTitle);
    CHECK(refused(sketch, RenameSketch{"  "}) == "sketch-name");
}

TEST_CASE("there is one client, who stays") {
    const Sketch sketch = done(new_sketch("図", "本人"), AddParty{somebody("母", PartyKind::household)});
    CHECK(refused(sketch, RemoveParty{sketch.parties[0].id}) == "sketch-client");
    CHECK(refused(sketch, AddParty{somebody("別の本人", PartyKind::client)}) == "sketch-client");
    Party client = sketch.parties[0];
    client.kind = PartyKind::agency;
    CHECK(refused(sketch, EditParty{client}) == "sketch-client");
    client.kind = PartyKind::client;
    client.label = "Aさん";
    CHECK(done(sketch, EditParty{client}).parties[0].label == "Aさん");
}

TEST_CASE("a tie joins two who are there, once") {
    Sketch sketch = done(new_sketch("図", "本人"), AddParty{somebody("母", PartyKind::household)});
    const PartyId client = sketch.parties[0].id;
    const PartyId mother = sketch.parties[1].id;
    CHECK(refused(sketch, AddTie{between(client, client)}) == "sketch-tie-self");
    CHECK(refused(sketch, AddTie{between(client, PartyId("nobody"))}) == "sketch-unknown");
    sketch = done(sketch, AddTie{between(client, mother)});
    CHECK(refused(sketch, AddTie{between(mother, client)}) == "sketch-tie-twice");
    Tie tie = sketch.ties[0];
    tie.from = PartyId("nobody");
    tie.status = TieStatus::broken;
    const Sketch changed = done(sketch, EditTie{tie});
    CHECK(changed.ties[0].status == TieStatus::broken);
    CHECK(changed.ties[0].from == client); // it stays between the same two
    CHECK(done(sketch, RemoveParty{mother}).ties.empty());
    CHECK(done(sketch, RemoveTie{sketch.ties[0].id}).ties.empty());
    CHECK(refused(sketch, RemoveTie{TieId("none")}) == "sketch-unknown");
}

TEST_CASE("only family has sex and age in the picture") {
    Party party = somebody("母", PartyKind::household);
    party.genogram = Genogram{"f", "60代"};
    Sketch sketch = done(new_sketch("図", "本人"), AddParty{party});
    CHECK(sketch.parties[1].genogram.has_value());
    party = sketch.parties[1];
    party.kind = PartyKind::agency;
    CHECK_FALSE(done(sketch, EditParty{party}).parties[1].genogram.has_value());
}
