#include <cmath>
#include <cstdlib>

#include "cli/cli_support.h"
#include "support/xml.h"

using namespace tsunagi;
using namespace tsunagi::test;

namespace {

const fs::path kSource = TSUNAGI_SOURCE_DIR;

std::string play_of(const std::string &case_id, const std::string &name = "handbook") {
    return (kSource / "tests/plays" / case_id / (name + ".json")).string();
}

/// The first `count` decisions of a play, in a file of their own.
std::string beginning_of(const std::string &case_id, std::size_t count, const Folder &folder) {
    Json course = Json::parse(read_text(play_of(case_id)));
    course["decisions"].erase(course["decisions"].begin() + static_cast<std::ptrdiff_t>(count),
                              course["decisions"].end());
    const std::string file = folder.text("beginning-" + std::to_string(count) + ".json");
    write_text(file, course.dump());
    return file;
}

std::size_t count_of(const std::string &text, const std::string &part) {
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++count;
    return count;
}

std::uint32_t number_at(const std::string &bytes, std::size_t at) {
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < 4; ++i) number = number << 8U | static_cast<unsigned char>(bytes.at(at + i));
    return number;
}

/// The call is wrong: code 2, nothing on standard output, and a sentence with what was meant.
void check_refused(const std::vector<std::string> &arguments, const std::string &sentence) {
    CAPTURE(sentence);
    const Outcome outcome = call(arguments);
    CHECK(outcome.code == 2);
    CHECK(outcome.out.empty());
    CHECK_MESSAGE(contains(outcome.err, sentence), outcome.err);
}

} // namespace

TEST_CASE("ecomap lists who is tied to whom at the start of the case, and how") {
    const Outcome start = call({"ecomap", "cpp-1"});
    CHECK(start.code == 0);
    CHECK(start.err.empty());
    // Read off scenarios/cpp-1.json by hand.
    CHECK(contains(start.out, "・Aさん — パートナー\n　つながり：強いつながり\n　葛藤：あり\n"
                              "　支えの向き：Aさん → パートナー\n　いつから：はじめから\n"));
    CHECK(contains(start.out, "・Aさん — 保健所・保健師\n　つながり：弱いつながり\n　葛藤：なし\n"
                              "　支えの向き：保健所・保健師 → Aさん\n　いつから：はじめから\n"));
    CHECK(contains(start.out, "・Aさん — 父母\n　つながり：切れている\n　葛藤：なし\n"));
    CHECK(contains(start.out, "・公認心理師 — 児童相談所\n　つながり：予定\n"));
    CHECK(contains(start.out, "人と機関13、今あるつながり9（うち葛藤6）、切れている2、予定2\n"));
    CHECK(!contains(start.out, "Aさん — 公認心理師")); // hidden for now

    const Json scenario = Json::parse(read_text(kSource / "scenarios/cpp-1.json"));
    std::size_t seen = 0;
    for (const Json &tie : scenario["ties"])
        if (tie.value("status", "active") != "hidden") ++seen;
    CHECK(count_of(start.out, "　いつから：はじめから\n") == seen);

    const Outcome english = call({"ecomap", "cpp-1", "--lang", "en"});
    CHECK(english.code == 0);
    CHECK(contains(english.out, scenario["title"].get<std::string>()));
    CHECK(count_of(english.out, "Stress") == count_of(start.out, "　葛藤："));
}

TEST_CASE("with decisions it tells since when, through which decision and why") {
    const Outcome end = call({"ecomap", "cpp-1", "--decisions", play_of("cpp-1")});
    CHECK(end.code == 0);
    CHECK(contains(end.out, "・Aさん — 公認心理師\n"));
    CHECK(contains(end.out, "　きっかけの決定："));
    CHECK(contains(end.out, "　わけ："));
    CHECK(contains(end.out, "いま変わった"));
    CHECK(call({"ecomap", "--decisions", play_of("cpp-1")}).out == end.out); // the file names its case
    // The start is stage 0; the end is the last stage and beyond the last month.
    const std::string start = call({"ecomap", "cpp-1"}).out;
    CHECK(call({"ecomap", "cpp-1", "--decisions", play_of("cpp-1"), "--stage", "0"}).out == start);
    const auto all = Json::parse(read_text(play_of("cpp-1")))["decisions"].size();
    CHECK(call({"ecomap", "cpp-1", "--decisions", play_of("cpp-1"), "--stage", std::to_string(all)}).out == end.out);
    CHECK(call({"ecomap", "cpp-1", "--decisions", play_of("cpp-1"), "--month", "999"}).out == end.out);
    // After so many decisions: as when no more had been taken.
    const Folder folder;
    for (const std::size_t count : {std::size_t{5}, std::size_t{12}})
        CHECK(contains(call({"ecomap", "cpp-1", "--decisions", play_of("cpp-1"), "--stage", std::to_string(count)}).out,
                       call({"ecomap", "--decisions", beginning_of("cpp-1", count, folder)}).out.substr(0, 200)));
}

TEST_CASE("ecomap compares with the start and with the handbook's team") {
    const std::string other = play_of("cpp-1", "other-way");
    const std::string end = call({"ecomap", "cpp-1", "--decisions", other}).out;
    const std::string list = end.substr(end.find("・Aさん — パートナー\n"));
    const Outcome start = call({"ecomap", "cpp-1", "--decisions", other, "--compare", "start"});
    CHECK(start.code == 0);
    CHECK(contains(start.out, "■ はじめ\n"));
    CHECK(contains(start.out, list));
    const Outcome team = call({"ecomap", "cpp-1", "--decisions", other, "--compare", "handbook"});
    CHECK(team.code == 0);
    CHECK(contains(team.out, "■ 手引きのチーム："));
    CHECK(contains(team.out, "■ 自分たち："));
    CHECK(contains(team.out, list));
    const std::string handbook = call({"ecomap", "cpp-1", "--decisions", play_of("cpp-1")}).out;
    CHECK(contains(team.out, handbook.substr(handbook.find("・Aさん — パートナー\n"))));
}

TEST_CASE("ecomap writes an SVG and a PNG of the same map") {
    const Folder folder;
    const std::string svg = folder.text("new/map.svg"); // the folder is made
    const std::string png = folder.text("map.png");
    const Outcome both = call({"ecomap", "cpp-1", "--svg", svg, "--png", png, "--scale", "1.5"});
    CHECK(both.code == 0);
    CHECK(both.err.empty());
    CHECK(contains(both.out, svg));
    CHECK(contains(both.out, png));
    const XmlElement root = xml_from_text(read_text(svg));
    const std::string bytes = read_text(png);
    REQUIRE(bytes.rfind("\x89PNG\r\n\x1A\n", 0) == 0);
    CHECK(std::abs(std::stod(root.attributes.at("width")) * 1.5 - number_at(bytes, 16)) <= 1.1);
    CHECK(std::abs(std::stod(root.attributes.at("height")) * 1.5 - number_at(bytes, 20)) <= 1.1);

    const Outcome piped = call({"ecomap", "cpp-1", "--svg", "-"});
    CHECK(piped.code == 0);
    CHECK(piped.err.empty());
    CHECK(piped.out == read_text(svg));
    const Outcome quiet = call({"ecomap", "cpp-1", "--svg", "-", "--png", png});
    CHECK(quiet.out == piped.out);
    const Outcome beside = call({"ecomap", "--decisions", play_of("cpp-1"), "--compare", "start", "--svg", "-"});
    CHECK(std::stod(xml_from_text(beside.out).attributes.at("width")) > 1.9 * std::stod(root.attributes.at("width")));
    CHECK(call({"ecomap", "cpp-1", "--svg", svg}).code == 0); // a picture may be replaced by another
}

TEST_CASE("ecomap refuses what makes no sense, and says what would") {
    const Folder folder;
    const std::string other = beginning_of("cpp-1", 3, folder);
    write_text(folder / "broken.json", "{\"format\":1,");
    write_text(folder / "mine.txt", "not a picture");
    check_refused({"ecomap"}, "cpp-1, cpp-2");
    check_refused({"ecomap", "no-such-case"}, "cpp-1, cpp-2");
    check_refused({"ecomap", "cpp-1", "--decisions", folder.text("none.json")}, "見つからない");
    check_refused({"ecomap", "cpp-2", "--decisions", other}, "別の事例");
    check_refused({"ecomap", "cpp-1", "--decisions", other, "--stage", "4"}, "4 (0-3)");
    check_refused({"ecomap", "cpp-1", "--decisions", other, "--stage", "-1"}, "-1 (0-3)");
    check_refused({"ecomap", "cpp-1", "--month", "-1"}, "--month は 0 以上");
    check_refused({"ecomap", "cpp-1", "--stage", "1", "--month", "1"}, "tsunagi --help");
    check_refused({"ecomap", "cpp-1", "--stage", "x"}, "tsunagi --help");
    check_refused({"ecomap", "cpp-1", "--decisions", other, "--compare", "me"}, "start か handbook");
    check_refused({"ecomap", "cpp-1", "--compare", "start"}, "--decisions を付けて");
    check_refused({"ecomap", "cpp-1", "--decisions", other, "--compare", "handbook"}, "結末に着いた");
    check_refused({"ecomap", "cpp-1", "--svg", "-", "--png", "-"}, "どちらか一つ");
    check_refused({"ecomap", "cpp-1", "--png", folder.text("a.png"), "--scale", "0"}, "0 より大きい");
    check_refused({"ecomap", "cpp-1", "--png", folder.text("a.png"), "--scale", "nan"}, "0 より大きい");
    check_refused({"ecomap", "cpp-1", "--scale", "2"}, "tsunagi --help");
    for (const char *kind : {"--svg", "--png"}) {
        check_refused({"ecomap", "cpp-1", kind, folder.text("mine.txt")}, "上書きしません");
        check_refused({"ecomap", "cpp-1", "--decisions", other, kind, other}, "上書きしません");
    }
    CHECK(read_text(folder / "mine.txt") == "not a picture");
    CHECK(call({"ecomap", "cpp-1", "--decisions", folder.text("broken.json")}).code == 1);
    const Outcome huge = call({"ecomap", "cpp-1", "--png", folder.text("a.png"), "--scale", "100"});
    CHECK(huge.code == 1);
    CHECK(contains(huge.err, "--scale を変える"));
    CHECK(!fs::exists(folder / "a.png"));
}

TEST_CASE("a disk without room, a place that cannot be written: said, and what was there stays") {
    const Folder folder;
    const std::string svg = folder.text("map.svg");
    REQUIRE(call({"ecomap", "cpp-1", "--svg", svg}).code == 0);
    const std::string before = read_text(svg);
    // No file may grow beyond 4 KiB: as on a disk that fills up while writing.
    const std::string command = "trap '' XFSZ; ulimit -f 8; '" TSUNAGI_BINARY_PATH "' ecomap cpp-2 --svg '" + svg +
                                "' >'" + folder.text("out") + "' 2>'" + folder.text("err") + "'";
    const int status = std::system(command.c_str());
    CHECK(status != 0);
    CHECK(contains(read_text(folder / "err"), "空きがありません"));
    CHECK(read_text(svg) == before);
    std::size_t files = 0;
    for ([[maybe_unused]] const auto &entry : fs::directory_iterator(folder.path())) ++files;
    CHECK(files == 3); // nothing half written is left

    const Outcome device = call({"ecomap", "cpp-1", "--svg", "/dev/full"});
    CHECK(device.code == 1);
    CHECK(contains(device.err, "空きがありません"));
    CHECK(fs::is_character_file("/dev/full"));
    const Outcome nowhere = call({"ecomap", "cpp-1", "--svg", svg + "/map.svg"});
    CHECK(nowhere.code == 1);
    CHECK(contains(nowhere.err, "書き込めません"));
    CHECK(call({"ecomap", "cpp-1", "--png", folder.path().string()}).code == 1); // a folder
    CHECK(read_text(svg) == before);
}

TEST_CASE("a link stays a link; what it names is replaced") {
    const Folder folder;
    write_text(folder / "real.svg", "<svg/>");
    fs::create_symlink("real.svg", folder / "link.svg");
    CHECK(call({"ecomap", "cpp-1", "--svg", folder.text("link.svg")}).code == 0);
    CHECK(fs::is_symlink(folder / "link.svg"));
    CHECK(read_text(folder / "real.svg").size() > 1000);
}

TEST_CASE("words of a case that look like tags stay words in its map") {
    const Folder folder;
    Json scenario = Json::parse(read_text(kSource / "scenarios/cpp-1.json"));
    scenario["title"] = "<b>&\"'題";
    scenario["parties"][1]["label"] = "</text><x>&amp;";
    write_text(folder / "hostile.json", scenario.dump());
    const Outcome outcome = call({"ecomap", folder.text("hostile.json"), "--svg", "-"});
    REQUIRE_MESSAGE(outcome.code == 0, outcome.err);
    const XmlElement root = xml_from_text(outcome.out);
    CHECK(contains(root.text_of("title"), "<b>&\"'題"));
    std::string words;
    for (const XmlElement *text : root.all("text")) words += text->text;
    CHECK(contains(words, "</text><x>&amp;"));
}
