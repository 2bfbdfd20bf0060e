#include <doctest/doctest.h>

#include "base/utf8.h"
#include "report/escape.h"

using namespace tsunagi;
using report::csv_field;
using report::html_text;
using report::html_typed;
using report::html_typed_line;

TEST_CASE("HTML: tags, quotes and ampersands are text") {
    CHECK(html_text("<script>alert(1)</script>") == "&lt;script&gt;alert(1)&lt;/script&gt;");
    CHECK(html_text(R"(" onload='x' &amp;)") == "&quot; onload=&#39;x&#39; &amp;amp;");
    CHECK(html_text("ふつうの文。") == "ふつうの文。");
    CHECK(html_text("").empty());
}

TEST_CASE("HTML: what was typed is isolated and keeps its lines") {
    CHECK(html_typed("a\r\nb\rc\nd") == "<bdi>a<br>b<br>c<br>d</bdi>");
    CHECK(html_typed("</bdi><b>x") == "<bdi>&lt;/bdi&gt;&lt;b&gt;x</bdi>");
    CHECK(html_typed_line("a\nb") == "\u2068a b\u2069");
}

TEST_CASE("characters that turn the direction of writing are made visible, marks are harmless") {
    CHECK(html_typed("a\u202Eb") == "<bdi>a[U+202E]b</bdi>");
    CHECK(html_text("\u2066x\u2069") == "[U+2066]x[U+2069]");
    CHECK(html_typed_line("\u2069out") == "\u2068[U+2069]out\u2069"); // cannot end the isolate early
    CHECK(html_typed("\u200Fa") == "<bdi>\u200Fa</bdi>");
    CHECK(csv_field("\u200Fa\u200E\u061C") == "a");
    CHECK(csv_field("a\u202Eb") == "a[U+202E]b");
}

TEST_CASE("controls are dropped, malformed bytes become U+FFFD") {
    CHECK(html_text(std::string("a\0b\x1B[31mc\x7F", 10)) == "ab[31mc");
    CHECK(html_text("\xC2\x85") == "");        // NEL: a C1 control
    CHECK(html_text("\xEF\xBF\xBF") == "");    // U+FFFF
    const std::string lone = "x\xED\xA0\x80y"; // a lone surrogate, as some programs write it
    for (const std::string &made : {html_text(lone), csv_field(lone), report::json_text(lone)}) {
        CHECK(base::is_valid_utf8(made));
        CHECK(made.find("\uFFFD") != std::string::npos);
        CHECK(made.front() == 'x');
        CHECK(made.back() == 'y');
    }
    CHECK(html_text("\xFF\xFE") == "\uFFFD\uFFFD");
}

TEST_CASE("ten thousand characters stay ten thousand") {
    std::string text;
    for (int i = 0; i < 10000; ++i) text += "あ";
    CHECK(base::count_code_points(html_text(text)) == 10000);
    CHECK(csv_field(text) == text);
    CHECK(html_text(std::string(10000, '<')).size() == 40000);
}

TEST_CASE("CSV: quotes where RFC 4180 asks for them") {
    CHECK(csv_field("plain") == "plain");
    CHECK(csv_field("a,b") == "\"a,b\"");
    CHECK(csv_field("say \"x\"") == "\"say \"\"x\"\"\"");
    CHECK(csv_field("a\r\nb") == "\"a\nb\"");
    CHECK(csv_field(" a") == "\" a\"");
    CHECK(csv_field("").empty());
}

TEST_CASE("CSV: nothing is a formula") {
    for (const char *typed : {"=1+1", "+1", "-1", "@SUM(A1)", "＝1", "＋1", "－1", "＠x"})
        CHECK(csv_field(typed) == "'" + std::string(typed));
    CHECK(csv_field("=HYPERLINK(\"http://x\",\"y\")") == "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"");
    CHECK(csv_field("\t=1") == "\"'\t=1\"");
    CHECK(csv_field("\r=1") == "\"'\n=1\"");
    CHECK(csv_field("  =1") == "'  =1");   // a reader that trims finds no formula either
    CHECK(csv_field("\u200F=1") == "'=1"); // nor one behind a mark that is dropped
    CHECK(csv_field("\x01=1") == "'=1");
    CHECK(csv_field("a=1") == "a=1");
    CHECK(csv_field("1-2") == "1-2");
}
