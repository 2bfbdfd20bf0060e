#include "ecomap/layout_marks.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include <utf8.h>

#include "base/line_break.h"
#include "base/utf8.h"
#include "ecomap/shapes.h"

namespace tsunagi::ecomap {

namespace {

constexpr float kFigure = 46.0F;     // square and circle of a genogram, width and height
constexpr float kDiamond = 54.0F;    // a diamond of the same weight for the eye
constexpr float kLineHeight = 20.0F; // of a name
constexpr float kPadding = 11.0F;    // between a name and the sides of its box
constexpr float kPaddingBelow = 7.0F;
constexpr float kNameGap = 2.0F; // between a figure and the name below
constexpr float kWidestLine = 7.0F * kNameSize;
constexpr std::size_t kMostLines = 3;
constexpr float kTagOut = 8.0F; // how far a tag sticks out to the side
const std::string kEllipsis = "\xE2\x80\xA6";

// ---- Characters -----------------------------------------------------------------------------------------------------

enum class Script { other, dot, kanji, hiragana, katakana };

constexpr char32_t kOpeningBracket = 0xFF08;

Script script_of(char32_t c) {
    if (c == 0x30FB || c == U' ' || c == 0x3000) return Script::dot;
    if (c >= 0x3041 && c <= 0x309F) return Script::hiragana;
    if (c >= 0x30A0 && c <= 0x30FF) return Script::katakana;
    if ((c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || c >= 0x20000 || c == 0x3005)
        return Script::kanji;
    return Script::other;
}

// Of an em. The font's own rule: Latin letters and half-width katakana are half as wide as all others.
float em_of(char32_t c) {
    if (c >= 0x0300 && c <= 0x036F) return 0.0F;
    if (c < 0x0250) {
        const bool is_sign =
            c == 0xA7 || c == 0xA8 || c == 0xB0 || c == 0xB1 || c == 0xB4 || c == 0xB6 || c == 0xD7 || c == 0xF7;
        return is_sign ? 1.0F : 0.5F;
    }
    return c >= 0xFF61 && c <= 0xFF9F ? 0.5F : 1.0F;
}

std::u32string characters_of(std::string_view text) {
    std::u32string characters;
    const std::string mended = base::mend_utf8(text);
    for (auto it = mended.begin(); it != mended.end();) characters.push_back(utf8::next(it, mended.end()));
    return characters;
}

// ---- Lines ----------------------------------------------------------------------------------------------------------

// A name between two places where it may be broken.
struct Piece {
    std::string text;
    float width = 0.0F;
    float unease = 0.0F; // of a break behind it, in units of width
};

// A name reads best when broken behind a middle dot or before a bracket, then where the script changes as words do;
// within a word least. Kanji words are mostly made of pairs: `is_pair_end` tells that an even number of them lies
// before the break.
float unease_between(char32_t before, char32_t after, bool is_pair_end) {
    const Script a = script_of(before);
    const Script b = script_of(after);
    if (a == Script::dot || after == kOpeningBracket) return 0.0F;
    if (a == Script::hiragana && (b == Script::kanji || b == Script::katakana)) return 0.3F * kNameSize;
    if (a == Script::kanji && b == Script::katakana) return 0.4F * kNameSize;
    if (a == Script::kanji && b == Script::kanji) return (is_pair_end ? 1.2F : 2.4F) * kNameSize;
    if (a == Script::other || b == Script::other) return 0.6F * kNameSize;
    return 3.0F * kNameSize;
}

std::vector<Piece> pieces_of(const std::string &name) {
    const std::vector<base::LineBreak> breaks = base::line_breaks(name);
    const std::u32string characters = characters_of(name);
    const bool has_joint = std::any_of(characters.begin(), characters.end(),
                                       [](char32_t c) { return script_of(c) == Script::dot || c == kOpeningBracket; });
    std::vector<Piece> pieces;
    std::size_t begin = 0;
    std::size_t at = 0; // byte behind the character
    std::size_t kanji = 0;
    for (std::size_t k = 0; k < characters.size(); ++k) {
        std::string one;
        utf8::append(characters[k], std::back_inserter(one));
        at += one.size();
        kanji = script_of(characters[k]) == Script::kanji ? kanji + 1 : 0;
        const bool is_last = k + 1 == characters.size();
        if (!is_last && breaks[at - 1] == base::LineBreak::none) continue;
        Piece piece;
        piece.text = name.substr(begin, at - begin);
        piece.width = text_width(piece.text, kNameSize);
        if (!is_last) {
            piece.unease = unease_between(characters[k], characters[k + 1], kanji % 2 == 0);
            if (has_joint && piece.unease > 0.0F) piece.unease += kNameSize;
        }
        pieces.push_back(std::move(piece));
        begin = at;
    }
    return pieces;
}

std::string joined(const std::vector<Piece> &pieces, std::size_t from, std::size_t to) {
    std::string text;
    for (std::size_t i = from; i < to; ++i) text += pieces[i].text;
    return std::string(base::trim(text));
}

// The breaks (indices of pieces that begin a line) that make the narrowest name with the least unease.
class EvenBreaks {
  public:
    explicit EvenBreaks(const std::vector<Piece> &pieces) : pieces_(pieces) { try_lines(0, {0}, 0.0F, 0.0F); }
    [[nodiscard]] const std::optional<std::vector<std::size_t>> &best() const { return best_; }

  private:
    void try_lines(std::size_t begin, std::vector<std::size_t> begins, float widest, float unease) {
        float width = 0.0F;
        for (std::size_t end = begin + 1; end <= pieces_.size(); ++end) {
            width += pieces_[end - 1].width;
            if (width > kWidestLine) return;
            const float now_widest = std::max(widest, width);
            if (end == pieces_.size()) {
                if (now_widest + unease < cost_) {
                    cost_ = now_widest + unease;
                    best_ = begins;
                }
            } else if (begins.size() < kMostLines && now_widest + unease < cost_) {
                std::vector<std::size_t> more = begins;
                more.push_back(end);
                try_lines(end, std::move(more), now_widest, unease + kLineUnease + pieces_[end - 1].unease);
            }
        }
    }

    static constexpr float kLineUnease = 1.0F * kNameSize;
    const std::vector<Piece> &pieces_;
    float cost_ = std::numeric_limits<float>::max();
    std::optional<std::vector<std::size_t>> best_;
};

// For a name too long for three lines: full lines, cut anywhere, and an ellipsis.
std::vector<std::string> crammed(const std::string &name) {
    std::vector<std::string> lines(1);
    float width = 0.0F;
    for (const char32_t c : characters_of(name)) {
        const float wide = em_of(c) * kNameSize;
        const bool is_last_line = lines.size() == kMostLines;
        if (width + wide > kWidestLine - (is_last_line ? kNameSize : 0.0F)) {
            if (is_last_line) {
                lines.back() += kEllipsis;
                break;
            }
            lines.emplace_back();
            width = 0.0F;
        }
        utf8::append(c, std::back_inserter(lines.back()));
        width += wide;
    }
    return lines;
}

std::vector<std::string> lines_of(const std::string &label) {
    std::string name(base::trim(base::mend_utf8(label)));
    std::replace_if(
        name.begin(), name.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
    if (name.empty()) return {};
    const std::vector<Piece> pieces = pieces_of(name);
    const EvenBreaks breaks(pieces);
    if (!breaks.best()) return crammed(name);
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < breaks.best()->size(); ++i) {
        const std::size_t end = i + 1 < breaks.best()->size() ? (*breaks.best())[i + 1] : pieces.size();
        lines.push_back(joined(pieces, (*breaks.best())[i], end));
    }
    return lines;
}

float widest_of(const std::vector<std::string> &lines) {
    float widest = 0.0F;
    for (const std::string &line : lines) widest = std::max(widest, text_width(line, kNameSize));
    return widest;
}

// ---- Marks ----------------------------------------------------------------------------------------------------------

MarkShape shape_of(const model::Party &party) {
    using model::PartyKind;
    switch (party.kind) {
    case PartyKind::inhouse: return MarkShape::rounded;
    case PartyKind::agency: return MarkShape::capsule;
    case PartyKind::friend_: return MarkShape::cut;
    case PartyKind::client:
    case PartyKind::household:
    case PartyKind::family: break;
    }
    if (party.genogram && party.genogram->sex == "m") return MarkShape::square;
    if (party.genogram && party.genogram->sex == "f") return MarkShape::circle;
    if (party.genogram || party.kind != PartyKind::family) return MarkShape::diamond;
    return MarkShape::plain;
}

// Wide enough for every line, also at the height where the ends of a capsule are already round.
float box_width(const PlacedParty &party, float height) {
    float width = widest_of(party.lines) + 2.0F * kPadding;
    if (party.shape != MarkShape::capsule) return std::max(width, height);
    const float radius = height * 0.5F;
    const auto count = static_cast<float>(party.lines.size());
    for (std::size_t i = 0; i < party.lines.size(); ++i) {
        const float middle = (static_cast<float>(i) + 0.5F) * kLineHeight - count * kLineHeight * 0.5F;
        const float off = std::min(radius, std::abs(middle) + kNameSize * 0.5F);
        const float inset = radius - std::sqrt(radius * radius - off * off);
        width = std::max(width, text_width(party.lines[i], kNameSize) + 2.0F * (inset + 7.0F));
    }
    return std::max(width, height + kNameSize);
}

} // namespace

float text_width(std::string_view text, float size) {
    float ems = 0.0F;
    for (const char32_t c : characters_of(text)) ems += em_of(c);
    return ems * size;
}

PlacedParty mark_of(const model::Party &party) {
    PlacedParty placed;
    placed.id = party.id;
    placed.kind = party.kind;
    placed.shape = shape_of(party);
    placed.lines = lines_of(party.label);
    placed.is_below =
        placed.shape == MarkShape::square || placed.shape == MarkShape::circle || placed.shape == MarkShape::diamond;
    const float text_height = static_cast<float>(placed.lines.size()) * kLineHeight;
    if (placed.is_below) {
        if (party.genogram) placed.inside = party.genogram->age;
        const float side = placed.shape == MarkShape::diamond ? kDiamond : kFigure;
        placed.mark = rect_around({}, side, side);
        placed.name = rect_around({0.0F, placed.mark.max.y + kNameGap + text_height * 0.5F}, widest_of(placed.lines),
                                  text_height);
    } else {
        const float height = std::max(kLineHeight, text_height) + 2.0F * kPaddingBelow;
        placed.mark = rect_around({}, box_width(placed, height), height);
        placed.name = rect_around({}, widest_of(placed.lines), text_height);
    }
    if (party.kind == model::PartyKind::client) {
        placed.tag = {placed.mark.min, placed.mark.min};
    } else {
        // At the side away from home, where fewest ties arrive; a small figure's tag keeps off its middle as well.
        const float out = placed.is_below ? kTagWidth * 0.5F : kTagOut;
        const float left =
            party.kind == model::PartyKind::agency ? placed.mark.max.x + out - kTagWidth : placed.mark.min.x - out;
        const Point corner{left, placed.mark.min.y - kTagHeight * 0.5F};
        placed.tag = {corner, {corner.x + kTagWidth, corner.y + kTagHeight}};
    }
    return placed;
}

float distance_to(const PlacedParty &party, Point p) {
    const Point off{std::abs(p.x - party.centre.x), std::abs(p.y - party.centre.y)};
    const Point half{party.mark.width() * 0.5F, party.mark.height() * 0.5F};
    const auto to_box = [&](float radius) {
        const Point out{off.x - half.x + radius, off.y - half.y + radius};
        const Point outside{std::max(out.x, 0.0F), std::max(out.y, 0.0F)};
        return length_of(outside) + std::min(std::max(out.x, out.y), 0.0F) - radius;
    };
    switch (party.shape) {
    case MarkShape::circle: return length_of(off) - half.x;
    case MarkShape::diamond: return (off.x * half.y + off.y * half.x - half.x * half.y) / std::sqrt(dot(half, half));
    case MarkShape::capsule: return to_box(half.y);
    case MarkShape::rounded: return to_box(kRoundedRadius);
    case MarkShape::cut:
        return std::max(to_box(0.0F), (off.x + off.y - half.x - half.y + kCutCorner) * std::sqrt(0.5F));
    case MarkShape::square:
    case MarkShape::plain: break;
    }
    return to_box(0.0F);
}

} // namespace tsunagi::ecomap
