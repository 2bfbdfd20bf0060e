#include <doctest/doctest.h>

#include "base/search_fold.h"
#include "base/utf8.h"

using namespace tsunagi::base;
using Words = std::vector<std::string>;

TEST_CASE("full and half width, upper and lower case are one") {
    CHECK(search_folded("ICMSS") == "icmss");
    CHECK(search_folded("ＩＣＭＳＳ") == "icmss");
    CHECK(search_folded("ｉｃｍｓｓ１５") == "icmss15");
    CHECK(search_folded("①") == "1");
    CHECK(search_folded("Ⅱ") == "ii");
}

TEST_CASE("katakana, hiragana and half-width kana are one, the voiced ones too") {
    CHECK(search_folded("ケース") == "けーす");
    CHECK(search_folded("ｹｰｽ") == "けーす");
    CHECK(search_folded("けーす") == "けーす");
    CHECK(search_folded("ｶﾞｲﾄﾞ") == "がいど");
    CHECK(search_folded("ﾊﾟｰﾄ") == "ぱーと");
    CHECK(search_folded("ヴ") == "ゔ");
    CHECK(search_folded("ヵヶ") == "ゕゖ");
    CHECK(search_folded("か\u3099い") == "がい"); // a combining mark
    CHECK(search_folded("支援") == "支援");
}

TEST_CASE("white space, middle dots and hyphens between letters do not count; the long-vowel mark does") {
    CHECK(search_folded("ケア・マネジメント") == search_folded("ケアマネジメント"));
    CHECK(search_folded("ｹｱ･ﾏﾈｼﾞﾒﾝﾄ") == search_folded("ケアマネジメント"));
    CHECK(search_folded("地域\u3000移行 支援") == "地域移行支援");
    CHECK(search_folded("fee-1i") == "fee1i");
    CHECK(search_folded("a\u2013b\u2212c") == "abc");
    CHECK(search_folded("ケース") != search_folded("ケス"));
    CHECK(search_folded(" \t\n\u3000・-") == "");
}

TEST_CASE("nothing and what is no UTF-8") {
    CHECK(search_folded("") == "");
    CHECK(is_valid_utf8(search_folded("\xFF\xFE")));
    CHECK(search_folded("支\xFF援") == "支\uFFFD援");
    CHECK(is_valid_utf8(search_folded("\xE3\x81")));
    CHECK(search_words("").empty());
    CHECK(search_words(" \u3000 \t").empty());
    for (const std::string &word : search_words("\xE3\x81 \xC0\xAF")) CHECK(is_valid_utf8(word));
}

TEST_CASE("words are parted by white space of any width; what folds to nothing is no word") {
    CHECK(search_words("ケース 会議") == Words{"けーす", "会議"});
    CHECK(search_words("\u3000ケース\u3000\u3000会議 ") == Words{"けーす", "会議"});
    CHECK(search_words("a\tB\nＣ") == Words{"a", "b", "c"});
    CHECK(search_words("・ - ケース") == Words{"けーす"});
}
