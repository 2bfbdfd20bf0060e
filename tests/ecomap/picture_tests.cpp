// What is drawn of a network: the sign of every state of a tie, who is to be seen, and that nothing hides a word.
#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "ecomap/picture.h"
#include "ecomap/shapes.h"
#include "engine/tie_course.h"
#include "support/build.h"
#include "support/plays.h"
#include "support/show.h"
#include "support/walk.h"

using namespace tsunagi;
using namespace tsunagi::ecomap;
using model::PartyId;
using model::PartyKind;
using model::TieFlow;
using model::TieId;
using model::TieState;
using model::TieStatus;
using model::TieStrength;
using test::StoredCase;

namespace {

const PictureWords kWords{"予定", "", "院内のチーム", "院外の機関・人"};

model::Party party(const std::string &id, PartyKind kind, const std::string &sex = "") {
    model::Party made;
    made.id = PartyId(id);
    made.kind = kind;
    made.label = id;
    if (!sex.empty()) made.genogram = model::Genogram{sex, "40代"};
    return made;
}

model::Tie tie(const std::string &id, const std::string &from, const std::string &to) {
    model::Tie made;
    made.id = TieId(id);
    made.from = PartyId(from);
    made.to = PartyId(to);
    return made;
}

// The client, the mother at home, a sister elsewhere whom no tie concerns, a friend, a nurse and two agencies.
const Layout &small_layout() {
    static const Layout layout = lay_out(
        {party("client", PartyKind::client, "f"), party("mother", PartyKind::household, "f"),
         party("sister", PartyKind::family), party("friend", PartyKind::friend_), party("nurse", PartyKind::inhouse),
         party("office", PartyKind::agency), party("work", PartyKind::agency)},
        {tie("to-nurse", "client", "nurse"), tie("to-office", "client", "office"), tie("to-work", "client", "work"),
         tie("to-friend", "client", "friend"), tie("nurse-office", "nurse", "office")});
    return layout;
}

Stage stage_of(const std::vector<std::pair<std::string, TieState>> &states) {
    Stage stage;
    for (const auto &[id, state] : states) stage.ties[TieId(id)] = state;
    return stage;
}

TieState state(TieStrength strength, TieStatus status = TieStatus::active, bool stress = false,
               TieFlow flow = TieFlow::none) {
    return {strength, stress, flow, status};
}

const Stroke *find_stroke(const Picture &picture, const std::string &tie) {
    for (const Stroke &stroke : picture.strokes)
        if (stroke.tie.value == tie) return &stroke;
    return nullptr;
}

const Mark *find_mark(const Picture &picture, const std::string &party) {
    for (const Mark &mark : picture.marks)
        if (mark.party.value == party) return &mark;
    return nullptr;
}

// The only tie drawn when "to-nurse" stands so.
Stroke drawn(const TieState &state) {
    const Picture picture = picture_of(small_layout(), stage_of({{"to-nurse", state}}), kWords);
    REQUIRE(picture.strokes.size() == 1);
    REQUIRE(picture.strokes.front().tie.value == "to-nurse");
    return picture.strokes.front();
}

std::set<std::string> shown(const Stage &stage) {
    std::set<std::string> names;
    for (const Mark &mark : picture_of(small_layout(), stage, kWords).marks) names.insert(mark.party.value);
    return names;
}

std::vector<Point> places_of_word(const Picture &picture) {
    std::vector<Point> places;
    for (const Label &label : picture.labels)
        if (label.text == kWords.planned) places.push_back(label.centre);
    return places;
}

// ---- signs, for comparing a picture with the legend ---------------------------------------------------------------

using Signs = std::set<std::string>;

Signs signs_of(const Picture &picture) {
    Signs signs;
    for (const Stroke &stroke : picture.strokes) {
        // The break says it: how strong a tie was once is not asked.
        if (stroke.is_cut)
            signs.insert("broken");
        else if (stroke.kind == StrokeKind::hollow)
            signs.insert("planned tie");
        else if (stroke.kind == StrokeKind::dashed)
            signs.insert("weak");
        else
            signs.insert(stroke.width > 4.0F ? "strong" : "normal");
        if (stroke.has_zigzag) signs.insert("stress");
        if (stroke.points_a || stroke.points_b) signs.insert("flow");
        if (stroke.is_changed) signs.insert("changed");
    }
    for (const Mark &mark : picture.marks) {
        if (mark.is_changed) signs.insert("changed");
        if (mark.is_doubled)
            signs.insert("client");
        else if (mark.border == Ink::planned)
            signs.insert("planned party");
        else
            signs.insert("shape " + std::to_string(static_cast<int>(mark.shape)));
    }
    return signs;
}

LegendWords legend_words() {
    return {"strong", "normal", "weak",    "stress",  "broken", "planned", "flow",      "changed",      "client",
            "male",   "female", "unknown", "inhouse", "agency", "friends", "relatives", "planned_party"};
}

// ---- what lies on what ----------------------------------------------------------------------------------------------

Rect box_of(const Label &label) {
    return label.has_plate ? plate_of(label)
                           : rect_around(label.centre, text_width(label.text, label.size), label.size);
}

bool runs_over(const Arc &line, const Rect &box) {
    const std::vector<Point> points = walk(line);
    return std::any_of(points.begin(), points.end(), [&](Point p) { return box.contains(p); });
}

// The party whose name, age or tag this label is; null for a tie's word or a zone's heading.
const PlacedParty *owner_of(const Label &label, const Layout &layout) {
    for (const PlacedParty &placed : layout.parties)
        if (placed.name.contains(label.centre) || placed.mark.contains(label.centre) ||
            placed.tag.contains(label.centre))
            return &placed;
    return nullptr;
}

void check_labels(const Picture &picture, const Layout &layout) {
    for (std::size_t i = 0; i < picture.labels.size(); ++i) {
        const Label &label = picture.labels[i];
        const Rect box = box_of(label);
        CAPTURE(label.text);
        CHECK(picture.bounds.contains(box.min));
        CHECK(picture.bounds.contains(box.max));
        for (std::size_t k = 0; k < i; ++k) {
            CAPTURE(picture.labels[k].text);
            CHECK_FALSE(box.overlaps(box_of(picture.labels[k])));
        }
        const PlacedParty *owner = owner_of(label, layout);
        for (const Mark &mark : picture.marks)
            if (owner == nullptr || owner->id != mark.party) {
                CAPTURE(mark.party);
                CHECK_FALSE(box.overlaps(mark.rect));
            }
        const bool is_heading = label.text == kWords.inhouse || label.text == kWords.outside;
        if (is_heading) continue; // on a plate: a tie passes behind it
        for (const Stroke &stroke : picture.strokes) {
            CAPTURE(stroke.tie);
            if (label.has_plate && owner == nullptr && stroke.gap > 0.0F &&
                label.centre == point_at(stroke.line, stroke.gap_at))
                continue; // its own word: the line is interrupted there
            CHECK_FALSE(runs_over(stroke.line, box));
        }
    }
}

} // namespace

TEST_CASE("strong is a thick line, normal a thin one, weak a dashed one: no sign by colour alone") {
    const Stroke strong = drawn(state(TieStrength::strong));
    const Stroke normal = drawn(state(TieStrength::normal));
    const Stroke weak = drawn(state(TieStrength::weak));
    CHECK(strong.kind == StrokeKind::solid);
    CHECK(normal.kind == StrokeKind::solid);
    CHECK(weak.kind == StrokeKind::dashed);
    CHECK(strong.width >= normal.width * 2.0F);
    for (const Stroke &stroke : {strong, normal, weak}) {
        CHECK(stroke.ink == Ink::line);
        CHECK_FALSE(stroke.has_zigzag);
        CHECK_FALSE(stroke.is_cut);
        CHECK_FALSE(stroke.points_a);
        CHECK_FALSE(stroke.points_b);
        CHECK_FALSE(stroke.is_changed);
        CHECK(stroke.gap == 0.0F);
    }
}

TEST_CASE("stress is a zigzag over the line, whatever its strength") {
    for (const TieStrength strength : {TieStrength::strong, TieStrength::normal, TieStrength::weak}) {
        const Stroke calm = drawn(state(strength));
        const Stroke strained = drawn(state(strength, TieStatus::active, true));
        CHECK(strained.has_zigzag);
        CHECK(strained.kind == calm.kind);
        CHECK(strained.width == calm.width);
    }
}

TEST_CASE("the arrow points from who gives to who receives") {
    const auto heads = [](TieFlow flow) {
        const Stroke stroke = drawn(state(TieStrength::normal, TieStatus::active, false, flow));
        return std::pair(stroke.points_a, stroke.points_b);
    };
    CHECK(heads(TieFlow::none) == std::pair(false, false));
    CHECK(heads(TieFlow::forward) == std::pair(false, true));
    CHECK(heads(TieFlow::backward) == std::pair(true, false));
    CHECK(heads(TieFlow::both) == std::pair(true, true));
    // line.a is at `from`, line.b at `to`.
    const Stroke stroke = drawn(state(TieStrength::normal));
    const Point client = small_layout().find(PartyId("client"))->centre;
    const Point nurse = small_layout().find(PartyId("nurse"))->centre;
    CHECK(length_of(stroke.line.a - client) < length_of(stroke.line.a - nurse));
    CHECK(length_of(stroke.line.b - nurse) < length_of(stroke.line.b - client));
}

TEST_CASE("a broken tie is a line cut through, never dashed, and nothing flows along it") {
    for (const TieStrength strength : {TieStrength::strong, TieStrength::normal, TieStrength::weak})
        for (const TieFlow flow : {TieFlow::none, TieFlow::forward, TieFlow::backward, TieFlow::both}) {
            const Stroke stroke = drawn(state(strength, TieStatus::broken, true, flow));
            CHECK(stroke.is_cut);
            CHECK(stroke.kind == StrokeKind::solid);
            CHECK(stroke.has_zigzag);
            CHECK_FALSE(stroke.points_a);
            CHECK_FALSE(stroke.points_b);
        }
}

TEST_CASE("a planned tie is hollow and grey, and keeps its direction") {
    for (const TieStrength strength : {TieStrength::strong, TieStrength::normal, TieStrength::weak}) {
        const Stroke stroke = drawn(state(strength, TieStatus::planned, false, TieFlow::forward));
        CHECK(stroke.kind == StrokeKind::hollow);
        CHECK(stroke.ink == Ink::planned);
        CHECK(stroke.width > kHollowLine * 2.0F); // two lines with air between
        CHECK(stroke.points_b);
        CHECK_FALSE(stroke.is_cut);
    }
}

TEST_CASE("a hidden tie is not drawn, nor is one without a state") {
    const Picture picture = picture_of(
        small_layout(), stage_of({{"to-nurse", state(TieStrength::strong, TieStatus::hidden, true)}}), kWords);
    CHECK(picture.strokes.empty());
}

TEST_CASE("the word \"planned\" stands once: at a party that is planned, else on the tie") {
    const TieState active = state(TieStrength::normal);
    const TieState planned = state(TieStrength::normal, TieStatus::planned);
    const Layout &layout = small_layout();

    SUBCASE("a party of which all is planned says it; its ties do not") {
        const Picture picture = picture_of(
            layout, stage_of({{"to-office", planned}, {"nurse-office", planned}, {"to-nurse", active}}), kWords);
        const std::vector<Point> words = places_of_word(picture);
        REQUIRE(words.size() == 1);
        CHECK(words.front() == layout.find(PartyId("office"))->tag.centre());
        for (const Stroke &stroke : picture.strokes) CHECK(stroke.gap == 0.0F);
        CHECK(find_mark(picture, "office")->border == Ink::planned);
        CHECK(find_mark(picture, "office")->fill == Ink::paper);
        CHECK(find_mark(picture, "nurse")->border == Ink::mark_border);
    }
    SUBCASE("between two parties that are there, the tie says it, in a gap of its line") {
        const Picture picture = picture_of(
            layout, stage_of({{"to-office", active}, {"nurse-office", planned}, {"to-nurse", active}}), kWords);
        const std::vector<Point> words = places_of_word(picture);
        REQUIRE(words.size() == 1);
        const Stroke *stroke = find_stroke(picture, "nurse-office");
        REQUIRE(stroke != nullptr);
        CHECK(words.front() == point_at(stroke->line, stroke->gap_at));
        CHECK(stroke->gap > kTagWidth);
        CHECK(find_stroke(picture, "to-office")->gap == 0.0F);
        CHECK(find_mark(picture, "office")->border == Ink::mark_border);
    }
    SUBCASE("and so it is where the planned party is the one the tie starts from") {
        const Picture picture = picture_of(
            layout, stage_of({{"to-nurse", planned}, {"nurse-office", planned}, {"to-office", active}}), kWords);
        const std::vector<Point> words = places_of_word(picture);
        REQUIRE(words.size() == 1);
        CHECK(words.front() == layout.find(PartyId("nurse"))->tag.centre());
    }
    SUBCASE("the client is never planned") {
        const Picture picture = picture_of(layout, stage_of({{"to-nurse", planned}}), kWords);
        CHECK(find_mark(picture, "client")->border == Ink::mark_border);
        CHECK(find_mark(picture, "nurse")->border == Ink::planned);
        CHECK(places_of_word(picture).size() == 1);
    }
    SUBCASE("two planned parties say it each") {
        const Picture picture = picture_of(layout, stage_of({{"to-nurse", planned}, {"to-work", planned}}), kWords);
        CHECK(places_of_word(picture).size() == 2);
    }
}

TEST_CASE("who is to be seen: client, household, who has no ties in the case, and who has a tie that is not hidden") {
    using Names = std::set<std::string>;
    const TieState hidden = state(TieStrength::normal, TieStatus::hidden);
    CHECK(shown({}) == Names{"client", "mother", "sister"});
    CHECK(shown(stage_of({{"to-nurse", hidden}, {"to-friend", hidden}})) == Names{"client", "mother", "sister"});
    for (const TieStatus status : {TieStatus::active, TieStatus::broken, TieStatus::planned})
        CHECK(shown(stage_of({{"to-friend", state(TieStrength::weak, status)}})) ==
              Names{"client", "mother", "sister", "friend"});
    CHECK(shown(stage_of({{"nurse-office", state(TieStrength::normal)}, {"to-nurse", hidden}})) ==
          Names{"client", "mother", "sister", "nurse", "office"});
    CHECK_FALSE(is_shown(PartyId("nobody"), small_layout(), {}));
    CHECK_FALSE(is_planned(PartyId("nobody"), small_layout(), {}));
}

TEST_CASE("a broken tie makes nobody planned, nor does a hidden one") {
    const TieState planned = state(TieStrength::normal, TieStatus::planned);
    const auto office = [](const Stage &stage) { return is_planned(PartyId("office"), small_layout(), stage); };
    CHECK(office(stage_of({{"to-office", planned}})));
    CHECK(office(stage_of({{"to-office", planned}, {"nurse-office", state(TieStrength::weak, TieStatus::hidden)}})));
    CHECK_FALSE(office(stage_of({{"to-office", planned}, {"nurse-office", state(TieStrength::weak)}})));
    CHECK_FALSE(
        office(stage_of({{"to-office", planned}, {"nurse-office", state(TieStrength::weak, TieStatus::broken)}})));
    CHECK_FALSE(office({}));
}

TEST_CASE("what has changed has a halo and lies on top of the other ties; who has appeared has one too") {
    Stage stage = stage_of({{"to-nurse", state(TieStrength::normal)},
                            {"to-office", state(TieStrength::normal)},
                            {"to-work", state(TieStrength::normal)}});
    stage.changed = {TieId("to-nurse")};
    stage.appeared = {PartyId("work")};
    const Picture picture = picture_of(small_layout(), stage, kWords);
    REQUIRE(picture.strokes.size() == 3);
    CHECK(picture.strokes.back().tie.value == "to-nurse");
    CHECK(picture.strokes[0].tie.value == "to-office"); // the others in the order of the case
    for (const Stroke &stroke : picture.strokes) CHECK(stroke.is_changed == (stroke.tie.value == "to-nurse"));
    for (const Mark &mark : picture.marks) CHECK(mark.is_changed == (mark.party.value == "work"));
}

TEST_CASE("the client alone has a double outline and a bold name; the age stands inside the mark") {
    const Picture picture = picture_of(small_layout(), {}, kWords);
    for (const Mark &mark : picture.marks) CHECK(mark.is_doubled == (mark.party.value == "client"));
    const auto bold = std::count_if(picture.labels.begin(), picture.labels.end(),
                                    [](const Label &label) { return label.is_bold && !label.has_plate; });
    CHECK(bold == 1);
    const Rect client = find_mark(picture, "client")->rect;
    CHECK(std::any_of(picture.labels.begin(), picture.labels.end(),
                      [&](const Label &label) { return label.text == "40代" && client.contains(label.centre); }));
}

TEST_CASE("kinds of parties are told by shape, so that no kind is told by its colour alone") {
    Stage stage = stage_of({{"to-nurse", state(TieStrength::normal)},
                            {"to-office", state(TieStrength::normal)},
                            {"to-friend", state(TieStrength::normal)}});
    const Picture picture = picture_of(small_layout(), stage, kWords);
    std::set<MarkShape> shapes;
    for (const char *name : {"sister", "friend", "nurse", "office", "mother"}) {
        const Mark *mark = find_mark(picture, name);
        REQUIRE(mark != nullptr);
        shapes.insert(mark->shape);
    }
    CHECK(shapes.size() == 5);
}

TEST_CASE("the legend explains every sign that any picture of any case shows") {
    const Signs explained = signs_of(legend_of(legend_words(), 900.0F));
    CHECK(explained.size() >= 14);
    for (const StoredCase &each : test::stored_cases()) {
        const Layout layout = lay_out(each.scenario->parties, each.scenario->ties);
        for (const test::StoredPlay &play : each.plays)
            for (const engine::TieMoment &moment : engine::tie_course(play.progress)) {
                Stage stage{moment.ties, {}, {}};
                for (const engine::TieChanged &change : moment.changes) stage.changed.insert(change.tie);
                for (const std::string &sign : signs_of(picture_of(layout, stage, kWords))) {
                    CAPTURE(each.name);
                    CAPTURE(sign);
                    CHECK(explained.count(sign) == 1);
                }
            }
    }
}

TEST_CASE("the legend explains what a drawing of one's own can show: every shape and every state") {
    const Signs explained = signs_of(legend_of(legend_words(), 900.0F));
    for (const PartyKind kind : {PartyKind::client, PartyKind::household, PartyKind::family, PartyKind::friend_,
                                 PartyKind::inhouse, PartyKind::agency})
        for (const std::string sex : {"m", "f", ""}) {
            const Layout layout = lay_out({party("client", PartyKind::client, "f"), party("p", kind, sex)}, {});
            for (const std::string &sign : signs_of(picture_of(layout, {}, kWords))) {
                CAPTURE(sign);
                CAPTURE(static_cast<int>(kind));
                CHECK(explained.count(sign) == 1);
            }
        }
}

TEST_CASE("the legend has a row for each word, in as many columns as fit, and no word over another or over a sign") {
    const LegendWords words = legend_words();
    float last_height = 1e9F;
    for (const float width : {10.0F, 200.0F, 420.0F, 900.0F, 4000.0F}) {
        CAPTURE(width);
        const Picture legend = legend_of(words, width);
        REQUIRE(legend.labels.size() == 17);
        CHECK(legend.strokes.size() == 8);
        CHECK(legend.marks.size() == 9);
        if (width >= 200.0F) CHECK(legend.bounds.width() <= width);
        CHECK(legend.bounds.height() <= last_height);
        last_height = legend.bounds.height();
        for (std::size_t i = 0; i < legend.labels.size(); ++i) {
            const Rect box = box_of(legend.labels[i]);
            CHECK(legend.bounds.contains(box.min));
            CHECK(legend.bounds.contains(box.max));
            for (std::size_t k = 0; k < i; ++k) CHECK_FALSE(box.overlaps(box_of(legend.labels[k])));
            for (const Mark &mark : legend.marks) CHECK_FALSE(box.overlaps(mark.rect));
            for (const Stroke &stroke : legend.strokes) CHECK_FALSE(runs_over(stroke.line, box));
        }
        for (const Stroke &stroke : legend.strokes) CHECK(length_of(stroke.line) >= 40.0F);
    }
    CHECK(last_height < 30.0F); // one row
}

TEST_CASE("pictures are set under and beside each other, aligned, without lying on each other") {
    Picture one;
    one.bounds = {{-10.0F, 20.0F}, {90.0F, 70.0F}};
    one.marks.push_back({});
    Picture two;
    two.bounds = {{5.0F, -5.0F}, {35.0F, 15.0F}};
    two.zones.push_back({two.bounds, 1.0F, Ink::zone_side, false});
    two.strokes.push_back({});
    two.strokes.back().line = {{5.0F, 0.0F}, {35.0F, 0.0F}, 0.2F};
    two.marks.push_back({});
    two.marks.back().rect = two.bounds;
    two.labels.push_back({});
    two.labels.back().centre = {20.0F, 5.0F};

    const Picture below = stacked(one, two, 8.0F);
    const Point down{-15.0F, 83.0F}; // left edges -10 and 5; 70 + 8 and -5
    CHECK(below.bounds.max == Point{90.0F, 98.0F});
    CHECK(below.zones.back().rect.min == two.bounds.min + down);
    CHECK(below.strokes.back().line.a == Point{5.0F, 0.0F} + down);
    CHECK(below.strokes.back().line.b == Point{35.0F, 0.0F} + down);
    CHECK(below.strokes.back().line.bulge == 0.2F);
    CHECK(below.marks.size() == 2);
    CHECK(below.marks.back().rect.max == two.bounds.max + down);
    CHECK(below.labels.back().centre == Point{20.0F, 5.0F} + down);

    const Picture right = beside(one, two, 8.0F);
    const Point across{93.0F, 25.0F}; // 90 + 8 and 5; upper edges 20 and -5
    CHECK(right.bounds.min == one.bounds.min);
    CHECK(right.bounds.max == Point{128.0F, 70.0F});
    CHECK(right.labels.back().centre == Point{20.0F, 5.0F} + across);
}

TEST_CASE("in all cases, at every moment of every play, no word lies on another, on a foreign mark or under a tie") {
    for (const StoredCase &each : test::stored_cases()) {
        CAPTURE(each.name);
        const Layout layout = lay_out(each.scenario->parties, each.scenario->ties);
        std::set<std::map<TieId, std::string>> seen; // many plays pass through the same states
        for (const test::StoredPlay &play : each.plays)
            for (const engine::TieMoment &moment : engine::tie_course(play.progress)) {
                std::map<TieId, std::string> statuses;
                for (const auto &[id, tie_state] : moment.ties)
                    statuses[id] = model::word_of(tie_state.status, model::kTieStatusWords);
                if (!seen.insert(statuses).second) continue;
                CAPTURE(play.name);
                CAPTURE(moment.decisions);
                check_labels(picture_of(layout, {moment.ties, {}, {}}, kWords), layout);
            }
        CHECK(seen.size() > 5);
    }
}
