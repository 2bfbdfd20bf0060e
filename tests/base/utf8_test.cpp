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

TEST_CASE("white space is trimmed at both ends, the ideographic space too") {
    CHECK(trim("  つなぎ \t\r\n") == "つなぎ");
    CHECK(trim("\u3000 つ　なぎ\u3000\u3000") == "つ　なぎ"); // inside it stays
    CHECK(trim("") == "");
    CHECK(trim(" \u3000 ") == "");
    CHECK(trim("abc") == "abc");
    CHECK(trim("、、") == "、、"); // shares its first bytes with U+3000
}
