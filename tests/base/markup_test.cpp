#include <string>

#include <doctest/doctest.h>

#include "base/markup.h"

using namespace tsunagi::base;

TEST_CASE("what means something in markup is written as an entity, and nothing else is") {
    std::string written;
    for (char32_t c = 0; c < 0x3100; ++c) written += entity_of(c);
    CHECK(written == "&quot;&amp;&#39;&lt;&gt;");
}

TEST_CASE("markup has no room for controls and noncharacters") {
    for (const char32_t c : {0x00, 0x0B, 0x0D, 0x1B, 0x7F, 0x85, 0x9F, 0xFDD0, 0xFDEF, 0xFFFE, 0xFFFF, 0x10FFFF})
        CHECK(is_left_out_of_markup(c));
    for (const char32_t c : {0x09, 0x0A, 0x20, 0x7E, 0xA0, 0x3042, 0xFDCF, 0xFDF0, 0xFFFD, 0x1F600, 0x10FFFD})
        CHECK_FALSE(is_left_out_of_markup(c));
}
