#include <algorithm>
#include <chrono>
#include <stdexcept>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "base/problem.h"
#include "content/handbook_json.h"
#include "content/scenario_json.h"
#include "ecomap/layout.h"
#include "support/random.h"
#include "support/show.h"
#include "support/walk.h"

using namespace tsunagi;
using namespace tsunagi::ecomap;
using model::PartyKind;

namespace {

const std::string kRoot = TSUNAGI_SOURCE_DIR;

struct Case {
    std::string name;
    int most_crossings; ///< reached when this was written: fewer are welcome
    model::Scenario scenario;
    Layout layout;
};

model::Scenario load(const std::string &name) {
    static const model::Handbook handbook = [] {
        base::Problems problems;
        return content::load_handbook(kRoot + "/assets/handbook", problems);
    }();
    content::ScenarioFile file = content::load_scenario(kRoot + "/scenarios/" + name + ".json", handbook);
    if (!file.scenario) throw std::runtime_error("cannot read " + name);
    return std::move(*file.scenario);
}

const std::vector<Case> &cases() {
    static const std::vector<Case> all = [] {
        const std::vector<std::pair<std::string, int>> names = {{"cpp-1", 2}, {"cpp-2", 4}, {"cpp-3", 8}, {"cpp-4", 4},
                                                                {"ot-1", 0},  {"ot-2", 8},  {"ot-3", 1}};
        std::vector<Case> made;
        for (const auto &[name, most_crossings] : names) {
            model::Scenario scenario = load(name);
            Layout layout = lay_out(scenario.parties, scenario.ties);
            made.push_back({name, most_crossings, std::move(scenario), std::move(layout)});
        }
        return made;
    }();
    return all;
}

// ---- Measuring, without the program's own geometry ------------------------------------------------------------------

float distance(Point p, const Rect &rect) {
    const float x = std::max({rect.min.x - p.x, 0.0F, p.x - rect.max.x});
    const float y = std::max({rect.min.y - p.y, 0.0F, p.y - rect.max.y});
    return std::sqrt(x * x + y * y);
}

float nearest(const Arc &line, const Rect &rect) {
    float least = 1e9F;
    for (const Point &p : walk(line)) least = std::min(least, distance(p, rect));
    return least;
}

int crossings(const Layout &layout) {
    const auto side = [](Point a, Point b, Point c) {
        return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x) > 0.0F;
    };
    int count = 0;
    for (std::size_t t = 0; t < layout.ties.size(); ++t)
        for (std::size_t u = t + 1; u < layout.ties.size(); ++u) {
            const std::vector<Point> p = points_of(layout.ties[t].line);
            const std::vector<Point> q = points_of(layout.ties[u].line);
            for (std::size_t i = 0; i + 1 < p.size(); ++i)
                for (std::size_t j = 0; j + 1 < q.size(); ++j)
                    if (side(p[i], p[i + 1], q[j]) != side(p[i], p[i + 1], q[j + 1]) &&
                        side(q[j], q[j + 1], p[i]) != side(q[j], q[j + 1], p[i + 1]))
                        ++count;
        }
    return count;
}

// Rectangles of the lines of a name, each as wide as it is.
std::vector<Rect> lines_of(const PlacedParty &party) {
    std::vector<Rect> lines;
    const auto count = static_cast<float>(party.lines.size());
    for (std::size_t i = 0; i < party.lines.size(); ++i) {
        const float y = party.name.min.y + party.name.height() * (static_cast<float>(i) + 0.5F) / count;
        lines.push_back(rect_around({party.name.centre().x, y}, text_width(party.lines[i], kNameSize), kNameSize));
    }
    return lines;
}

bool ends_at(const Route &route, const PlacedParty &party) { return route.from == party.id || route.to == party.id; }

void check_apart(const Layout &layout) {
    for (std::size_t i = 0; i < layout.parties.size(); ++i)
        for (std::size_t j = i + 1; j < layout.parties.size(); ++j) {
            CAPTURE(layout.parties[i].id);
            CAPTURE(layout.parties[j].id);
            CHECK_FALSE(layout.parties[i].footprint().grown(9.9F).overlaps(layout.parties[j].footprint()));
        }
}

bool is_same(const Arc &a, const Arc &b) { return a.a == b.a && a.b == b.b && a.bulge == b.bulge; }

bool holds(const Rect &outer, const Rect &inner) { return outer.contains(inner.min) && outer.contains(inner.max); }

model::Party party(const std::string &id, PartyKind kind, const std::string &label, const std::string &sex = "") {
    model::Party made;
    made.id = model::PartyId(id);
    made.kind = kind;
    made.label = label;
    if (!sex.empty()) made.genogram = model::Genogram{sex, "40"};
    return made;
}

model::Tie tie(const std::string &id, const std::string &from, const std::string &to) {
    model::Tie made;
    made.id = model::TieId(id);
    made.from = model::PartyId(from);
    made.to = model::PartyId(to);
    return made;
}

std::vector<std::string> lines_of_name(const std::string &label) {
    return lay_out({party("p", PartyKind::agency, label)}, {}).parties.at(0).lines;
}

struct Net {
    std::vector<model::Party> parties;
    std::vector<model::Tie> ties;
};

Net random_network(test::Random &random, int parties, int ties) {
    static const std::vector<std::string> labels = {"母",
                                                    "主治医",
                                                    "訪問看護・作業療法士",
                                                    "子ども家庭支援センター",
                                                    "OT（デイケア）",
                                                    "",
                                                    "市・こども家庭センター",
                                                    "Aさん",
                                                    "とても長い名前のついた地域の相談支援事業所とその関係者の連絡会議",
                                                    "Employment-Support-Office-North"};
    static const std::vector<PartyKind> kinds = {PartyKind::household, PartyKind::family,  PartyKind::friend_,
                                                 PartyKind::inhouse,   PartyKind::inhouse, PartyKind::agency,
                                                 PartyKind::agency,    PartyKind::agency};
    Net net;
    for (int i = 0; i < parties; ++i) {
        const PartyKind kind = i == 0 && random.chance(9, 10) ? PartyKind::client : random.pick(kinds);
        net.parties.push_back(party("p" + std::to_string(i), kind, random.pick(labels),
                                    random.chance(1, 2) ? (random.chance(1, 2) ? "m" : "f") : ""));
    }
    for (int t = 0; t < ties; ++t)
        net.ties.push_back(tie("t" + std::to_string(t), "p" + std::to_string(random.between(0, parties - 1)),
                               "p" + std::to_string(random.between(0, parties - 1))));
    return net;
}

} // namespace

TEST_CASE("in all cases nobody stands over anybody") {
    for (const Case &one : cases()) {
        CAPTURE(one.name);
        CHECK(one.layout.parties.size() == one.scenario.parties.size());
        check_apart(one.layout);
        for (const PlacedParty &placed : one.layout.parties) {
            CHECK(holds(one.layout.bounds, placed.footprint()));
            if (!placed.is_below)
                for (const Rect &line : lines_of(placed)) CHECK(holds(placed.mark, line));
        }
    }
}

TEST_CASE("in all cases every tie keeps off third parties and off its own parties' names and tags") {
    for (const Case &one : cases()) {
        CAPTURE(one.name);
        CHECK(one.layout.ties.size() == one.scenario.ties.size());
        for (const Route &route : one.layout.ties) {
            CAPTURE(route.id);
            for (const PlacedParty &placed : one.layout.parties) {
                CAPTURE(placed.id);
                if (!ends_at(route, placed)) {
                    CHECK(nearest(route.line, placed.footprint()) >= kTieReach);
                    continue;
                }
                for (const Rect &line : lines_of(placed)) CHECK(nearest(route.line, line) >= kTieReach);
                if (placed.kind != PartyKind::client) CHECK(nearest(route.line, placed.tag) >= kTieReach);
            }
        }
    }
}

TEST_CASE("in all cases every tie begins and ends near its parties' marks and is long enough to show how it is") {
    for (const Case &one : cases()) {
        CAPTURE(one.name);
        for (const Route &route : one.layout.ties) {
            CAPTURE(route.id);
            CHECK(length_of(route.line) >= 40.0F);
            CHECK(std::abs(route.line.bulge) <= 0.45F);
            for (const auto &[id, end] : {std::pair(route.from, route.line.a), std::pair(route.to, route.line.b)}) {
                const PlacedParty *placed = one.layout.find(id);
                REQUIRE(placed != nullptr);
                const float away = std::min(distance(end, placed->mark), distance(end, placed->name));
                CHECK(away <= 20.0F);
                if (placed->shape == MarkShape::circle)
                    CHECK(length_of(end - placed->centre) >= placed->mark.width() / 2.0F);
            }
        }
    }
}

TEST_CASE("in all cases a word on a tie has a place where it hides neither a party nor another tie") {
    for (const Case &one : cases()) {
        CAPTURE(one.name);
        for (const Route &route : one.layout.ties) {
            CAPTURE(route.id);
            CHECK(route.tag_at > 0.0F);
            CHECK(route.tag_at < 1.0F);
            const Rect plate = rect_around(point_at(route.line, route.tag_at), kTagWidth, kTagHeight);
            for (const PlacedParty &placed : one.layout.parties) CHECK_FALSE(plate.overlaps(placed.footprint()));
            for (const Route &other : one.layout.ties)
                if (other.id != route.id) {
                    CAPTURE(other.id);
                    CHECK(nearest(other.line, plate) > 0.0F);
                }
        }
    }
}

TEST_CASE("in all cases the in-house team stands wholly left of home and agencies wholly right") {
    for (const Case &one : cases()) {
        CAPTURE(one.name);
        const Layout &layout = one.layout;
        CHECK(layout.inhouse.max.x < layout.home.min.x);
        CHECK(layout.outside.min.x > layout.home.max.x);
        for (const PlacedParty &placed : layout.parties) {
            CAPTURE(placed.id);
            const Rect all = placed.footprint();
            if (placed.kind == PartyKind::inhouse) CHECK(holds(layout.inhouse, all));
            if (placed.kind == PartyKind::agency) CHECK(holds(layout.outside, all));
            if (placed.kind == PartyKind::client || placed.kind == PartyKind::household) CHECK(holds(layout.home, all));
            if (placed.kind == PartyKind::family) CHECK(all.max.y < layout.home.min.y);
            if (placed.kind == PartyKind::friend_) CHECK(all.min.y > layout.home.max.y);
            if (placed.kind == PartyKind::family || placed.kind == PartyKind::friend_) {
                CHECK_FALSE(all.overlaps(layout.inhouse));
                CHECK_FALSE(all.overlaps(layout.outside));
            }
        }
    }
}

TEST_CASE("all cases are small enough to be read, and few ties cross") {
    for (const Case &one : cases()) {
        CAPTURE(one.name);
        const int count = crossings(one.layout);
        MESSAGE(one.name << ": " << count << " crossings, " << one.layout.bounds.width() << " x "
                         << one.layout.bounds.height());
        CHECK(one.layout.bounds.width() <= 1150.0F);
        CHECK(one.layout.bounds.height() <= 680.0F);
        CHECK(count <= one.most_crossings);
    }
}

TEST_CASE("the same case gives the same layout") {
    for (const Case &one : cases()) {
        CAPTURE(one.name);
        const Layout again = lay_out(one.scenario.parties, one.scenario.ties);
        for (std::size_t i = 0; i < again.parties.size(); ++i)
            CHECK(again.parties[i].centre == one.layout.parties[i].centre);
        for (std::size_t t = 0; t < again.ties.size(); ++t) {
            CHECK(is_same(again.ties[t].line, one.layout.ties[t].line));
            CHECK(again.ties[t].tag_at == one.layout.ties[t].tag_at);
        }
    }
}

TEST_CASE("a party put by hand stands there; others stay, and only ties concerned take another way") {
    for (const Case &one : cases()) {
        CAPTURE(one.name);
        const Layout &before = one.layout;
        const PlacedParty &mover = before.parties.back();
        // Onto the middle of a tie it has nothing to do with.
        const auto crossed = std::find_if(before.ties.begin(), before.ties.end(), [&](const Route &route) {
            return !ends_at(route, mover) && length_of(route.line) > 110.0F;
        });
        REQUIRE(crossed != before.ties.end());
        const Point target = point_at(crossed->line, 0.5F);
        const Layout after = lay_out(one.scenario.parties, one.scenario.ties, {{mover.id, target}});

        for (std::size_t i = 0; i < before.parties.size(); ++i) {
            const bool is_mover = before.parties[i].id == mover.id;
            CHECK(after.parties[i].centre == (is_mover ? target : before.parties[i].centre));
        }
        const PlacedParty &moved = after.parties.back();
        CHECK(length_of(moved.mark.centre() - target) < 0.01F);
        CHECK(holds(after.outside, moved.footprint()));
        for (std::size_t t = 0; t < before.ties.size(); ++t) {
            CAPTURE(before.ties[t].id);
            if (ends_at(before.ties[t], mover)) {
                CHECK_FALSE(is_same(after.ties[t].line, before.ties[t].line));
            } else if (nearest(before.ties[t].line, moved.footprint().grown(kTieReach)) > 0.5F) {
                CHECK(is_same(after.ties[t].line, before.ties[t].line));
            }
        }
        const Layout quick = put_by_hand(before, {{mover.id, target}});
        for (std::size_t t = 0; t < before.ties.size(); ++t) CHECK(is_same(quick.ties[t].line, after.ties[t].line));
    }
}

TEST_CASE("a tie bends away from a party put in its way, where there is room") {
    const std::vector<model::Party> parties = {party("c", PartyKind::client, "A", "f"),
                                               party("d", PartyKind::agency, "主治医"),
                                               party("x", PartyKind::friend_, "友人")};
    const std::vector<model::Tie> ties = {tie("t", "c", "d")};
    const Layout before = lay_out(parties, ties);
    const Point middle = point_at(before.ties.at(0).line, 0.5F);
    const Layout after = lay_out(parties, ties, {{model::PartyId("x"), middle + Point{0.0F, 22.0F}}});
    CHECK(nearest(after.ties.at(0).line, after.parties.at(2).footprint()) >= kTieReach);
    CHECK(after.ties.at(0).line.bulge != 0.0F);
}

TEST_CASE("those with more to do with the client stand nearer") {
    std::vector<model::Party> parties = {party("c", PartyKind::client, "A", "m")};
    std::vector<model::Tie> ties;
    for (int i = 0; i < 10; ++i) {
        const std::string id = "a" + std::to_string(i);
        parties.push_back(party(id, PartyKind::agency, "相談支援センター"));
        if (i % 2 == 0) ties.push_back(tie("t" + id, "c", id));
    }
    const Layout layout = lay_out(parties, ties);
    float tied = 0.0F;
    float untied = 0.0F;
    for (std::size_t i = 1; i < layout.parties.size(); ++i) (i % 2 == 1 ? tied : untied) += layout.parties[i].centre.x;
    CHECK(tied < untied);
}

TEST_CASE("two ties between the same parties do not lie on each other") {
    const Layout layout = lay_out({party("c", PartyKind::client, "A", "m"), party("d", PartyKind::agency, "保健所")},
                                  {tie("s", "c", "d"), tie("t", "d", "c")});
    REQUIRE(layout.ties.size() == 2);
    CHECK(length_of(point_at(layout.ties[0].line, 0.5F) - point_at(layout.ties[1].line, 0.5F)) > 2.0F * kTieReach);
}

TEST_CASE("shapes tell what somebody is") {
    const Layout layout = lay_out({party("a", PartyKind::client, "A", "f"), party("b", PartyKind::household, "B", "m"),
                                   party("c", PartyKind::household, "C"), party("d", PartyKind::family, "D"),
                                   party("e", PartyKind::family, "E", "f"), party("f", PartyKind::friend_, "F"),
                                   party("g", PartyKind::inhouse, "G"), party("h", PartyKind::agency, "H")},
                                  {});
    std::vector<MarkShape> shapes;
    for (const PlacedParty &placed : layout.parties) shapes.push_back(placed.shape);
    CHECK(shapes == std::vector<MarkShape>{MarkShape::circle, MarkShape::square, MarkShape::diamond, MarkShape::plain,
                                           MarkShape::circle, MarkShape::cut, MarkShape::rounded, MarkShape::capsule});
    CHECK(layout.parties[0].inside == "40");
    CHECK(layout.parties[0].is_below);
    CHECK_FALSE(layout.parties[3].is_below);
}

TEST_CASE("names break evenly into words where they can") {
    using Lines = std::vector<std::string>;
    CHECK(lines_of_name("保健所") == Lines{"保健所"});
    CHECK(lines_of_name("公認心理師") == Lines{"公認心理師"});
    CHECK(lines_of_name("精神保健福祉士") == Lines{"精神保健", "福祉士"});
    CHECK(lines_of_name("訪問看護・作業療法士") == Lines{"訪問看護・", "作業療法士"});
    CHECK(lines_of_name("福祉用具の整備センター") == Lines{"福祉用具の", "整備センター"});
    CHECK(lines_of_name("父のケアマネジャー") == Lines{"父の", "ケアマネジャー"});
    CHECK(lines_of_name("ハローワーク") == Lines{"ハローワーク"});
    CHECK(lines_of_name("") == Lines{});
}

TEST_CASE("a name too long for three lines ends with an ellipsis") {
    for (const std::string label : {"とても長い名前のついた地域の相談支援事業所とその関係者の連絡会議",
                                    "Employment-Support-And-Consultation-Office-Of-The-Northern-District"}) {
        const std::vector<std::string> lines = lines_of_name(label);
        REQUIRE(lines.size() == 3);
        CHECK(lines.back().substr(lines.back().size() - 3) == "…");
        for (const std::string &line : lines) CHECK(text_width(line, 1.0F) <= 7.0F);
    }
}

TEST_CASE("no line begins with what must not begin one") {
    for (const std::string label :
         {"グループホームあさひ", "ショートステイセンター", "デイケア（病院）", "きょうだいのいえ"})
        for (const std::string &line : lines_of_name(label))
            for (const std::string start : {"ー", "ョ", "ょ", "）", "・", "ッ"}) CHECK(line.rfind(start, 0) != 0);
}

TEST_CASE("text is measured by whole and half ems") {
    CHECK(text_width("", 16.0F) == 0.0F);
    CHECK(text_width("保健所", 16.0F) == 48.0F);
    CHECK(text_width("Aさん", 16.0F) == 40.0F);
    CHECK(text_width("30代", 14.0F) == 28.0F);
    CHECK(text_width("ｶﾅ", 10.0F) == 10.0F);
    CHECK(text_width("（・）", 10.0F) == 30.0F);
}

TEST_CASE("nothing, one party, and ties that lead nowhere are laid out too") {
    CHECK(lay_out({}, {}).parties.empty());
    CHECK(lay_out({}, {tie("t", "a", "b")}).ties.empty());
    const Layout one = lay_out({party("a", PartyKind::client, "A", "f")}, {tie("t", "a", "a"), tie("u", "a", "x")});
    CHECK(one.ties.empty());
    CHECK(one.inhouse.width() == 0.0F);
    CHECK(one.outside.height() == 0.0F);
    CHECK(holds(one.bounds, one.parties.at(0).footprint()));
    CHECK(one.find(model::PartyId("a")) == &one.parties[0]);
    CHECK(one.find(model::PartyId("x")) == nullptr);
}

TEST_CASE("in random networks nobody stands over anybody and every tie is there") {
    test::Random random(7);
    for (int i = 0; i < 30; ++i) {
        CAPTURE(i);
        const int parties = random.between(5, 20);
        const Net net = random_network(random, parties, random.between(0, parties + 8));
        const Layout layout = lay_out(net.parties, net.ties);
        check_apart(layout);
        for (const model::Tie &tie : net.ties) CHECK((layout.find(tie.id) != nullptr) == (tie.from != tie.to));
        for (const Route &route : layout.ties) CHECK(std::isfinite(length_of(route.line)));
    }
}

TEST_CASE("even sixty parties get a place each, in a time a reader waits") {
    test::Random random(60);
    const Net net = random_network(random, 60, 120);
    const auto start = std::chrono::steady_clock::now();
    const Layout layout = lay_out(net.parties, net.ties);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    MESSAGE("sixty parties: " << took.count() << " s");
    check_apart(layout);
}
