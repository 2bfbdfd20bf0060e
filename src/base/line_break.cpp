#include "base/line_break.h"

#include <algorithm>
#include <array>

extern "C" {
#include <linebreak.h>
}

namespace tsunagi::base {

namespace {

// Conditional Japanese starters (UAX #14, class CJ: small kana and the prolonged sound mark), sorted. The library takes
// them for ordinary characters; the strict style of JIS X 4051 keeps them from the start of a line.
constexpr std::array<unsigned, 31> kConditionalStarters = {
    0x3041, 0x3043, 0x3045, 0x3047, 0x3049, 0x3063, 0x3083, 0x3085, 0x3087, 0x308E, 0x3095,
    0x3096, 0x30A1, 0x30A3, 0x30A5, 0x30A7, 0x30A9, 0x30C3, 0x30E3, 0x30E5, 0x30E7, 0x30EE,
    0x30F5, 0x30F6, 0x30FC, 0xFF67, 0xFF68, 0xFF69, 0xFF6A, 0xFF6F, 0xFF70};

bool begins_with_starter(std::string_view text) {
    if (text.size() < 3 || (static_cast<unsigned char>(text[0]) & 0xF0U) != 0xE0U) return false;
    const auto bits = [&](std::size_t i) { return static_cast<unsigned>(static_cast<unsigned char>(text[i])) & 0x3FU; };
    const unsigned code =
        (static_cast<unsigned>(static_cast<unsigned char>(text[0]) & 0x0FU) << 12) | (bits(1) << 6) | bits(2);
    return std::binary_search(kConditionalStarters.begin(), kConditionalStarters.end(), code);
}

} // namespace

std::vector<LineBreak> line_breaks(std::string_view text) {
    std::vector<LineBreak> breaks(text.size(), LineBreak::none);
    if (text.empty()) return breaks;
    std::vector<char> found(text.size());
    set_linebreaks_utf8(reinterpret_cast<const utf8_t *>(text.data()), text.size(), "ja", found.data());
    for (std::size_t at = 0; at + 1 < text.size(); ++at) {
        if (found[at] == LINEBREAK_MUSTBREAK)
            breaks[at] = LineBreak::must;
        else if (found[at] == LINEBREAK_ALLOWBREAK && !begins_with_starter(text.substr(at + 1)))
            breaks[at] = LineBreak::may;
    }
    return breaks;
}

} // namespace tsunagi::base
