// What lies under the pointer.
#include <doctest/doctest.h>

#include "ecomap/hit.h"

using namespace tsunagi;
using namespace tsunagi::ecomap;
using model::PartyId;
using model::TieId;

namespace {

Stroke stroke(const char *id, Point a, Point b) {
    Stroke made;
    made.tie = TieId(id);
    made.line = {a, b, 0.0F};
    return made;
}

// A mark at (0..40, 0..40) with its name below it at (0..40, 45..60), and two ties below each other that pass it.
struct Scene {
    Layout layout;
    Picture picture;

    Scene() {
        PlacedParty party;
        party.id = PartyId("p");
        party.mark = {{0.0F, 0.0F}, {40.0F, 40.0F}};
        party.name = {{0.0F, 45.0F}, {40.0F, 60.0F}};
        layout.parties.push_back(party);
        Mark mark;
        mark.party = party.id;
        mark.rect = party.mark;
        picture.marks.push_back(mark);
        picture.strokes = {stroke("upper", {-100.0F, 20.0F}, {300.0F, 20.0F}),
                           stroke("lower", {-100.0F, 32.0F}, {300.0F, 32.0F})};
    }

    [[nodiscard]] Hit at(Point point, float reach = 9.0F) const { return hit_at(layout, picture, point, reach); }
};

} // namespace

TEST_CASE("a party lies before the ties, by its mark and by its name") {
    const Scene scene;
    CHECK(scene.at({20.0F, 20.0F}) == Hit(PartyId("p")));
    CHECK(scene.at({20.0F, 50.0F}) == Hit(PartyId("p")));
    CHECK(scene.at({20.0F, 61.0F}) == Hit());
}

TEST_CASE("of several ties within reach the nearest one is meant") {
    const Scene scene;
    CHECK(scene.at({100.0F, 25.0F}) == Hit(TieId("upper")));
    CHECK(scene.at({100.0F, 27.0F}) == Hit(TieId("lower")));
    CHECK(scene.at({100.0F, 40.5F}) == Hit(TieId("lower")));
}

TEST_CASE("beyond reach, and beyond a tie's ends, nothing is meant") {
    const Scene scene;
    CHECK(scene.at({100.0F, 41.5F}) == Hit());
    CHECK(scene.at({100.0F, 41.5F}, 10.0F) == Hit(TieId("lower")));
    CHECK(scene.at({308.0F, 20.0F}) == Hit(TieId("upper")));
    CHECK(scene.at({310.0F, 20.0F}) == Hit());
}

TEST_CASE("who is not drawn cannot be met: a hidden party's name takes nothing") {
    Scene scene;
    scene.picture.marks.clear();
    scene.picture.strokes.clear();
    CHECK(scene.at({20.0F, 20.0F}) == Hit());
    CHECK(scene.at({20.0F, 50.0F}) == Hit());
}

TEST_CASE("the distance to a tie is measured to its bend, not to its chord") {
    const Arc arc{{0.0F, 0.0F}, {100.0F, 0.0F}, 0.3F}; // its top at (50, 30)
    CHECK(distance_to(arc, {50.0F, 30.0F}) < 0.3F);
    CHECK(distance_to(arc, {50.0F, 40.0F}) == doctest::Approx(10.0).epsilon(0.02));
    CHECK(distance_to(arc, {50.0F, 0.0F}) > 25.0F);
    CHECK(distance_to(arc, {-3.0F, -4.0F}) == doctest::Approx(5.0).epsilon(0.001));
    CHECK(distance_to({{7.0F, 7.0F}, {7.0F, 7.0F}, 0.0F}, {10.0F, 11.0F}) == doctest::Approx(5.0));
}
