#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <limits>
#include <locale>
#include <set>
#include <sstream>

#include <doctest/doctest.h>

#include "base/utf8.h"
#include "content/handbook_json.h"
#include "content/scenario_json.h"
#include "content/session_json.h"
#include "ecomap/shapes.h"
#include "support/xml.h"
#include "view/ecomap_sheet.h"

using namespace tsunagi;
using namespace tsunagi::ecomap;
using test::XmlElement;

namespace fs = std::filesystem;

namespace {

const fs::path kRoot = TSUNAGI_SOURCE_DIR;

std::string read_text(const fs::path &file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

std::vector<fs::path> json_files(const fs::path &folder) {
    std::vector<fs::path> files;
    for (const auto &entry : fs::directory_iterator(folder))
        if (entry.path().extension() == ".json") files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

// Every attribute that holds numbers: finite, with a point, two decimals at most.
std::string fault_of_numbers(const XmlElement &element) {
    static const std::set<std::string> kNumeric = {
        "x", "y", "width", "height", "viewBox", "d", "rx", "font-size", "stroke-width", "stroke-dasharray", "points"};
    for (const auto &[name, value] : element.attributes) {
        if (kNumeric.count(name) == 0) continue;
        std::string text = value;
        if (name == "d")
            for (char &c : text)
                if (c == 'M' || c == 'L' || c == 'A' || c == 'Z') c = ' ';
        std::istringstream words(text);
        for (std::string word; words >> word;) {
            const std::size_t point = word.find('.');
            if (word.find_first_not_of("-0123456789.") != std::string::npos ||
                (point != std::string::npos && word.size() - point > 3))
                return name + "=\"" + value + "\"";
        }
    }
    for (const XmlElement &child : element.children)
        if (std::string fault = fault_of_numbers(child); !fault.empty()) return fault;
    return {};
}

// Whatever a viewer, a screen reader or a page would stumble over.
void check_document(const std::string &svg, const Picture &picture, const SvgTexts &texts) {
    const XmlElement root = test::xml_from_text(svg);
    CHECK(root.name == "svg");
    CHECK(root.attributes.at("role") == "img");
    CHECK(root.attributes.at("aria-labelledby") == texts.id + "-title " + texts.id + "-desc");
    REQUIRE(root.children.size() > 2);
    CHECK(root.children[0].attributes.at("id") == texts.id + "-title");
    CHECK(root.children[1].attributes.at("id") == texts.id + "-desc");
    CHECK(fault_of_numbers(root) == "");

    const auto groups = root.all("g");
    REQUIRE(groups.size() == picture.strokes.size() + picture.marks.size());
    for (std::size_t i = 0; i < groups.size(); ++i) {
        CHECK(!groups[i]->all("path").empty());
        const bool is_tie = i < picture.strokes.size();
        if (is_tie && !picture.strokes[i].tie.is_empty())
            CHECK(groups[i]->text_of("title") == texts.ties.at(picture.strokes[i].tie));
        if (!is_tie && !picture.marks[i - picture.strokes.size()].party.is_empty())
            CHECK(groups[i]->text_of("title") == texts.parties.at(picture.marks[i - picture.strokes.size()].party));
    }
    const auto labels = root.all("text");
    REQUIRE(labels.size() == picture.labels.size());
    for (std::size_t i = 0; i < labels.size(); ++i) CHECK(labels[i]->text == picture.labels[i].text);

    for (const char *outside : {"href", "url(", "import", "<style", "<script", "<image", "<use"})
        CHECK_MESSAGE(svg.find(outside) == std::string::npos, outside);
    CHECK(svg.find("http", svg.find("http") + 1) == std::string::npos); // but for the name space
}

struct Case {
    model::Scenario scenario;
    std::vector<fs::path> plays;
};

const std::vector<Case> &cases() {
    static const std::vector<Case> all = [] {
        base::Problems problems;
        const model::Handbook handbook = content::load_handbook(kRoot / "assets/handbook", problems);
        std::vector<Case> loaded;
        for (const fs::path &file : json_files(kRoot / "scenarios"))
            if (auto scenario = content::load_scenario(file, handbook); scenario.is_playable())
                loaded.push_back({*std::move(scenario.scenario), json_files(kRoot / "tests/plays" / file.stem())});
        return loaded;
    }();
    return all;
}

engine::Progress progress_of(const model::Scenario &scenario, const fs::path &play) {
    const auto course = content::decision_file_from_json(read_text(play));
    REQUIRE(course.is_ok());
    auto progress = engine::fold(scenario, course->decisions);
    REQUIRE(progress.is_ok());
    return std::move(progress).value();
}

i18n::Texts load_texts(i18n::Language language) {
    auto texts = i18n::Texts::load(kRoot / "assets/i18n", language);
    REQUIRE(texts.is_ok());
    return std::move(texts).value();
}

SvgTexts plain_texts() {
    SvgTexts texts;
    texts.id = "map";
    texts.language = "ja";
    texts.title = "title";
    texts.description = "description";
    return texts;
}

Picture picture_with(Stroke stroke) {
    Picture picture;
    picture.bounds = {{0.0F, 0.0F}, {400.0F, 300.0F}};
    stroke.tie = model::TieId("t");
    picture.strokes.push_back(std::move(stroke));
    return picture;
}

Picture picture_with(const std::string &text) {
    Picture picture;
    picture.bounds = {{0.0F, 0.0F}, {400.0F, 300.0F}};
    picture.labels.push_back({{200.0F, 150.0F}, kNameSize, text, Ink::text, false, false});
    return picture;
}

// The data of the path that draws the tie itself.
std::string path_of(const Stroke &stroke) {
    const XmlElement root = test::xml_from_text(svg_of(picture_with(stroke), print_inks(), plain_texts()));
    const auto paths = root.all("path");
    REQUIRE(paths.size() == 1);
    return paths[0]->attributes.at("d");
}

} // namespace

TEST_CASE("every case is a sound SVG at its start and at the end of every stored play") {
    const i18n::Texts texts = load_texts(i18n::Language::ja);
    REQUIRE(cases().size() == 7);
    for (const Case &each : cases()) {
        CAPTURE(each.scenario.id.value);
        const auto layout = std::make_shared<const Layout>(lay_out(each.scenario.parties, each.scenario.ties));
        const auto check = [&](const engine::Progress &progress, view::EcoMode mode) {
            view::EcoMapRequest request;
            request.mode = mode;
            const view::EcoSheet sheet = view::eco_sheet(ecomap_view(progress, layout, request, texts), texts);
            const std::string svg = svg_of(sheet.picture, print_inks(), sheet.texts);
            check_document(svg, sheet.picture, sheet.texts);
            CHECK(svg == svg_of(sheet.picture, print_inks(), sheet.texts));
            CHECK(test::xml_from_text(svg).text_of("title").find(each.scenario.title) != std::string::npos);
        };
        check(engine::begin(each.scenario), view::EcoMode::one);
        REQUIRE(each.plays.size() >= 5);
        for (const fs::path &play : each.plays) {
            CAPTURE(play.string());
            const engine::Progress progress = progress_of(each.scenario, play);
            check(progress, view::EcoMode::one);
            check(progress, view::EcoMode::with_handbook);
        }
    }
}

TEST_CASE("side by side, the same tie says on each side how it stands there") {
    const i18n::Texts texts = load_texts(i18n::Language::en);
    const Case &first = cases().front();
    const engine::Progress progress =
        progress_of(first.scenario, kRoot / "tests/plays" / first.scenario.id.value / "handbook.json");
    const auto layout = std::make_shared<const Layout>(lay_out(first.scenario.parties, first.scenario.ties));
    view::EcoMapRequest request;
    request.mode = view::EcoMode::since_start;
    const view::EcoMapView map = ecomap_view(progress, layout, request, texts);
    const view::EcoSheet sheet = view::eco_sheet(map, texts);
    check_document(svg_of(sheet.picture, print_inks(), sheet.texts), sheet.picture, sheet.texts);
    REQUIRE(map.other);
    CHECK(sheet.texts.ties.size() == map.moment.ties.size() + map.other->ties.size());
    for (const view::EcoMoment *moment : {&map.moment, &*map.other}) {
        CHECK(sheet.texts.description.find(moment->heading) != std::string::npos);
        for (const view::EcoTieView &tie : moment->ties)
            CHECK(sheet.texts.description.find(tie.told) != std::string::npos);
    }
    // The beginning stands on the left, the legend under both.
    const auto place_of = [&](const std::string &text) {
        for (const Label &label : sheet.picture.labels)
            if (label.text == text) return label.centre;
        FAIL("no label ", text);
        return Point{};
    };
    CHECK(place_of(map.other->heading).x < place_of(map.moment.heading).x);
    CHECK(place_of(texts(i18n::Text::ecomap_legend)).y > map.moment.picture.bounds.height());
    for (const Label &label : sheet.picture.labels) {
        const float half = text_width(label.text, label.size) * 0.5F;
        CHECK_MESSAGE(sheet.picture.bounds.contains(label.centre - Point{half, 0.0F}), label.text);
        CHECK_MESSAGE(sheet.picture.bounds.contains(label.centre + Point{half, 0.0F}), label.text);
    }
}

TEST_CASE("a straight tie is one line, a bent one an arc through the same points") {
    Stroke stroke;
    stroke.width = kNormalWidth;
    stroke.line = {{10.0F, 20.0F}, {210.5F, 20.0F}, 0.0F};
    CHECK(path_of(stroke) == "M10 20L210.5 20");
    for (const float bulge : {0.05F, -0.05F, 0.2F, -0.2F, 0.45F, -0.45F})
        for (const Point end : {Point{260.0F, 90.0F}, Point{40.0F, 180.0F}, Point{150.0F, 30.0F}}) {
            CAPTURE(bulge);
            stroke.line = {{150.0F, 150.0F}, end, bulge};
            const std::string path = path_of(stroke);
            CAPTURE(path);
            double from_x = 0;
            double from_y = 0;
            double radius = 0;
            double to_x = 0;
            double to_y = 0;
            int sweep = -1;
            REQUIRE(std::sscanf(path.c_str(), "M%lf %lfA%lf %*f 0 0 %d %lf %lf", &from_x, &from_y, &radius, &sweep,
                                &to_x, &to_y) == 6);
            // The middle of the arc as SVG means it: at the chord's middle, raised to the side that the sweep says.
            const double chord = std::hypot(to_x - from_x, to_y - from_y);
            const double height = radius - std::sqrt(radius * radius - chord * chord / 4.0);
            const double side = sweep == 1 ? 1.0 : -1.0; // clockwise on a screen: it bulges to the left of the chord
            const double x = (from_x + to_x) / 2.0 + side * (to_y - from_y) / chord * height;
            const double y = (from_y + to_y) / 2.0 - side * (to_x - from_x) / chord * height;
            const Point meant = point_at(stroke.line, 0.5F);
            CHECK(std::hypot(x - meant.x, y - meant.y) < 0.1);
        }
}

TEST_CASE("a zigzag is no arc, however short") {
    Stroke stroke;
    stroke.width = kNormalWidth;
    stroke.has_zigzag = true;
    stroke.gap_at = 0.5F;
    for (float length = 4.0F; length < 80.0F; length += 1.0F)
        for (const float gap : {0.0F, length * 0.5F, length - 12.0F}) {
            stroke.line = {{0.0F, 0.0F}, {length, 0.0F}, 0.0F};
            stroke.gap = gap;
            const XmlElement root = test::xml_from_text(svg_of(picture_with(stroke), print_inks(), plain_texts()));
            for (const XmlElement *path : root.all("path"))
                CHECK(path->attributes.at("d").find('A') == std::string::npos);
        }
}

TEST_CASE("what has changed has a halo behind all ties; a translucent ink stays so") {
    Stroke stroke;
    stroke.width = kStrongWidth;
    stroke.line = {{10.0F, 10.0F}, {200.0F, 10.0F}, 0.0F};
    stroke.is_changed = true;
    Picture picture = picture_with(stroke);
    Inks inks = print_inks();
    inks[static_cast<std::size_t>(Ink::changed)] = 0x11223380;
    inks[static_cast<std::size_t>(Ink::line)] = 0x445566FF;
    const XmlElement root = test::xml_from_text(svg_of(picture, inks, plain_texts()));
    const auto paths = root.all("path");
    REQUIRE(paths.size() == 2);
    CHECK(paths[0]->attributes.at("stroke") == "#112233");
    CHECK(paths[0]->attributes.at("stroke-opacity") == "0.5");
    CHECK(paths[1]->attributes.at("stroke") == "#445566");
    CHECK(paths[1]->attributes.count("stroke-opacity") == 0);
}

TEST_CASE("hostile words stay words") {
    const std::string long_word(10'000, 'x');
    for (const std::string &text :
         {std::string("</text><script>alert(1)</script>"), std::string("a\"b'c&d<e>f"), std::string("a\nb\tc"),
          std::string("\xE2\x80\xAE rtl \xE2\x80\x8F"), std::string("]]>&amp;<!--"), long_word}) {
        CAPTURE(text.substr(0, 40));
        SvgTexts texts = plain_texts();
        texts.title = text;
        texts.description = text;
        texts.language = text;
        texts.ties[model::TieId("t")] = text;
        texts.parties[model::PartyId("p")] = text;
        Picture picture = picture_with(text);
        Stroke stroke;
        stroke.tie = model::TieId("t");
        stroke.line = {{0.0F, 0.0F}, {50.0F, 0.0F}, 0.0F};
        picture.strokes.push_back(stroke);
        Mark mark;
        mark.party = model::PartyId("p");
        mark.rect = {{0.0F, 0.0F}, {50.0F, 30.0F}};
        picture.marks.push_back(mark);
        picture.labels.front().has_plate = true;
        const std::string svg = svg_of(picture, print_inks(), texts);
        check_document(svg, picture, texts);
        const XmlElement root = test::xml_from_text(svg);
        CHECK(root.text_of("title") == text);
        CHECK(root.text_of("desc") == text);
        CHECK(root.attributes.at("lang") == text);
    }
}

TEST_CASE("what is no text is mended or left out") {
    const auto label_of = [](const std::string &text) {
        return test::xml_from_text(svg_of(picture_with(text), print_inks(), plain_texts())).all("text").at(0)->text;
    };
    CHECK(label_of("a\xFF\xC3z") == "a\xEF\xBF\xBD\xEF\xBF\xBDz");
    CHECK(label_of(std::string("a\0b\x01\x1B[31m\x7F\r", 11)) == "ab[31m");
    CHECK(label_of("a\xEF\xBF\xBE\xEF\xBF\xBF\xC2\x85z") == "az"); // U+FFFE, U+FFFF, U+0085
    CHECK(label_of("\xED\xA0\x80") != "\xED\xA0\x80");             // half a surrogate pair
}

TEST_CASE("numbers are written the same whatever the locale, and are numbers whatever the picture") {
    struct Comma : std::numpunct<char> {
        char do_decimal_point() const override { return ','; }
        char do_thousands_sep() const override { return '.'; }
        std::string do_grouping() const override { return "\3"; }
    };
    Picture picture = picture_with("x");
    picture.bounds.max = {1234.567F, 300.5F};
    const std::string before = svg_of(picture, print_inks(), plain_texts());
    const std::locale old = std::locale::global(std::locale(std::locale(), new Comma));
    const std::string after = svg_of(picture, print_inks(), plain_texts());
    std::locale::global(old);
    CHECK(before == after);
    CHECK(before.find("width=\"1234.57\" height=\"300.5\"") != std::string::npos);

    picture.labels.front().centre = {std::numeric_limits<float>::quiet_NaN(), std::numeric_limits<float>::infinity()};
    picture.labels.push_back(picture.labels.front());
    picture.labels.back().centre = {-0.001F, -1e30F};
    CHECK(fault_of_numbers(test::xml_from_text(svg_of(picture, print_inks(), plain_texts()))) == "");
}
