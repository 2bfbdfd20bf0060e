#include <string>

#include <doctest/doctest.h>

#include "base/utf8.h"

using namespace tsunagi::base;

TEST_CASE("well-formed UTF-8 is told from malformed") {
    CHECK(is_valid_utf8(""));
    CHECK(is_valid_utf8("abc"));
    CHECK(is_valid_utf8("つなぎ"));
    CHECK(is_valid_utf8("𠮷野家"));                 // four bytes
    CHECK_FALSE(is_valid_utf8("\xE3\x81"));         // cut off
    CHECK_FALSE(is_valid_utf8("\x82\xC2\x82\xC8")); // Shift_JIS
    CHECK_FALSE(is_valid_utf8("\xC0\xAF"));         // overlong
    CHECK_FALSE(is_valid_utf8("\xED\xA0\x80"));     // a surrogate
}

TEST_CASE("code points are counted, malformed bytes one each") {
    CHECK(count_code_points("") == 0);
    CHECK(count_code_points("abc") == 3);
    CHECK(count_code_points("支援の計画") == 5);
    CHECK(count_code_points("𠮷") == 1);
    CHECK(count_code_points("が") == 1);
    CHECK(count_code_points("か\u3099") == 2); // a combining mark is a code point of its own
    CHECK(count_code_points("a\xFF"
                            "b") == 3);
    CHECK(count_code_points("\xFF\xFE") == 2);
}

TEST_CASE("the first code points of a text are never half a character") {
    CHECK(first_code_points("つなぎ", 2) == "つな");
    CHECK(first_code_points("つなぎ", 0) == "");
    CHECK(first_code_points("つなぎ", 3) == "つなぎ");
    CHECK(first_code_points("つなぎ", 99) == "つなぎ");
    CHECK(first_code_points("", 5) == "");
    CHECK(first_code_points("a𠮷b", 2) == "a𠮷");
    CHECK(first_code_points("a\xFF"
                            "b",
                            2) == "a\xFF");
}

TEST_CASE("malformed sequences are mended to U+FFFD") {
    CHECK(mend_utf8("つなぎ") == "つなぎ");
    CHECK(mend_utf8("a\xFF"
                    "b") == "a\uFFFDb");
    CHECK(is_valid_utf8(mend_utf8("\xE3\x81"
                                  "abc\x80\xF0\x9F")));
    CHECK(mend_utf8("") == "");
}

TEST_CASE("full-width ASCII becomes narrow, and nothing else") {
    CHECK(narrow(0xFF00) == 0xFF00);
    CHECK(narrow(0xFF01) == '!');
    CHECK(narrow(0xFF5E) == '~');
    CHECK(narrow(0xFF5F) == 0xFF5F);
    CHECK(narrow(0x3000) == 0x3000);
    CHECK(narrowed("２０２６－０４／１．Ａｚ") == "2026-04/1.Az");
    CHECK(narrowed("年ｶ、a") == "年ｶ、a");
    CHECK(narrowed("１\xEF\xBC") == "1\uFFFD");
    CHECK(narrowed("").empty());
}

TEST_CASE("white space is trimmed at both ends, the ideographic space too") {
    CHECK(trim("  つなぎ \t\r\n") == "つなぎ");
    CHECK(trim("\u3000 つ　なぎ\u3000\u3000") == "つ　なぎ"); // inside it stays
    CHECK(trim("") == "");
    CHECK(trim(" \u3000 ") == "");
    CHECK(trim("abc") == "abc");
    CHECK(trim("、、") == "、、"); // shares its first bytes with U+3000
}

TEST_CASE("a text is cut between characters as people see them") {
    CHECK(first_graphemes("", 3).empty());
    CHECK(first_graphemes("abc", 0).empty());
    CHECK(first_graphemes("abc", 2) == "ab");
    CHECK(first_graphemes("abc", 9) == "abc");
    const std::string ga = "\xE3\x81\x8B\xE3\x82\x99"; // KA and a combining voiced sound mark
    CHECK(first_graphemes(ga + ga, 1) == ga);
    const std::string half_ga = "\xEF\xBD\xB6\xEF\xBE\x9E"; // the half-width ones
    CHECK(first_graphemes(half_ga + "x", 1) == half_ga);
    const std::string e_acute = "e\xCC\x81";
    CHECK(first_graphemes(e_acute + "x", 1) == e_acute);
    const std::string variant = "\xE8\xBE\xBB\xF3\xA0\x84\x80"; // a kanji with an ideographic variation selector
    CHECK(first_graphemes(variant + variant, 1) == variant);
    const std::string woman_ot = "\xF0\x9F\x91\xA9\xF0\x9F\x8F\xBD\xE2\x80\x8D\xE2\x9A\x95\xEF\xB8\x8F"; // skin, joiner
    CHECK(first_graphemes(woman_ot + "x", 1) == woman_ot);
    const std::string japan = "\xF0\x9F\x87\xAF\xF0\x9F\x87\xB5";
    CHECK(first_graphemes(japan + japan, 1) == japan);
    CHECK(first_graphemes(japan + japan + japan, 2) == japan + japan);
    CHECK(first_graphemes("\r\nx", 1) == "\r\n");
    CHECK(first_graphemes("\u1100\u1161\u11A8\u1100", 1) == "\u1100\u1161\u11A8"); // a Korean syllable in its parts
    CHECK(first_graphemes("\u0E01\u0E33\u0E01", 1) == "\u0E01\u0E33");             // Thai
    CHECK(first_graphemes("\u0928\u093F\u0928", 1) == "\u0928\u093F");             // Hindi
    // A mark with nothing before it, and malformed bytes, count for themselves.
    CHECK(first_graphemes("\xCC\x81x", 1) == "\xCC\x81");
    CHECK(first_graphemes("\xFF\xFE"
                          "a",
                          2) == "\xFF\xFE");
}
