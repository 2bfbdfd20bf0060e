#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "base/line_break.h"

using namespace tsunagi::base;

namespace {

// The text with a stroke wherever a line may end, two where it must.
std::string marked(const std::string &text) {
    const std::vector<LineBreak> breaks = line_breaks(text);
    REQUIRE(breaks.size() == text.size());
    std::string shown;
    for (std::size_t at = 0; at < text.size(); ++at) {
        shown += text[at];
        if (breaks[at] != LineBreak::none) shown += breaks[at] == LineBreak::must ? "||" : "|";
    }
    return shown;
}

} // namespace

TEST_CASE("a line may end between kanji, but not before small kana, prolonged sound marks and closing brackets") {
    CHECK(marked("支援者") == "支|援|者");
    CHECK(marked("デイケア（外来）、") == "デ|イ|ケ|ア|（外|来）、");
    CHECK(marked("ショート") == "ショー|ト");
    CHECK(marked("きっと") == "きっ|と");
    CHECK(marked("看護・支援") == "看|護・|支|援");
}

TEST_CASE("a line ends between words of Latin script and must end at a newline, but nothing follows the text's end") {
    CHECK(marked("case file") == "case |file");
    CHECK(marked("a\nb") == "a\n||b");
    CHECK(marked("a\n") == "a\n");
    CHECK(line_breaks("").empty());
}
