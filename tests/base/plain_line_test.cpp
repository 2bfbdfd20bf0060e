#include <doctest/doctest.h>

#include "base/plain_line.h"

using tsunagi::base::plain_line;

TEST_CASE("what a terminal would obey is made plain") {
    const std::string mark = "\xEF\xBF\xBD";
    CHECK(plain_line("") == "");
    CHECK(plain_line("A \xE7\x8F\xAD \xF0\x9F\x91\xA9\xE2\x80\x8D\xE2\x9A\x95") ==
          "A \xE7\x8F\xAD \xF0\x9F\x91\xA9\xE2\x80\x8D\xE2\x9A\x95");
    CHECK(plain_line("a\r\nb\tc\xE2\x80\xA8"
                     "d") == "a  b c d");
    CHECK(plain_line("\x1B[2J\x07") == mark + "[2J" + mark);
    CHECK(plain_line(std::string("a\0b", 3)) == "a" + mark + "b");
    CHECK(plain_line("\x7F\xC2\x9B"
                     "31m") == mark + mark + "31m"); // DEL, and CSI in one byte of C1
    CHECK(plain_line("gpj.\xE2\x80\xAE"
                     "exe\xE2\x80\xAC") == "gpj." + mark + "exe" + mark);
    CHECK(plain_line("\xE2\x81\xA6x\xE2\x81\xA9\xD8\x9C\xE2\x80\x8F") == mark + "x" + mark + mark + mark);
    CHECK(plain_line("\xEF\xBB\xBF\xE2\x80\x8B") == mark + mark);
    CHECK(plain_line("a\xFFz") == "a" + mark + "z");
}

TEST_CASE("a long text is one line") {
    const std::string text = plain_line(std::string(10'000, '\n'));
    CHECK(text == std::string(10'000, ' '));
}
