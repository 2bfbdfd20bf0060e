#include "ui/text_layout.h"

#include <algorithm>
#include <cfloat>
#include <cmath>
#include <functional>
#include <string>

#include "base/line_break.h"

namespace tsunagi::ui {

namespace {

float width_of(ImFont *font, float size, std::string_view text) {
    return text.empty() ? 0.0F : font->CalcTextSizeA(size, FLT_MAX, 0.0F, text.data(), text.data() + text.size()).x;
}

bool is_trimmed(char c) { return c == ' ' || c == '\n' || c == '\r'; }

std::size_t trimmed_end(std::string_view text, std::size_t begin, std::size_t end) {
    while (end > begin && is_trimmed(text[end - 1])) --end;
    return end;
}

std::size_t next_character(std::string_view text, std::size_t at) {
    ++at;
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) ++at;
    return at;
}

} // namespace

std::vector<TextLine> break_lines(std::string_view text, ImFont *font, float size, float width) {
    std::vector<TextLine> lines;
    if (text.empty()) {
        lines.push_back({});
        return lines;
    }
    const std::vector<base::LineBreak> breaks = base::line_breaks(text);

    std::size_t line_begin = 0;
    float line_width = 0.0F;
    const auto end_line = [&](std::size_t end, std::size_t next) {
        lines.push_back({line_begin, trimmed_end(text, line_begin, end)});
        line_begin = next;
        line_width = 0.0F;
    };
    std::size_t unit_begin = 0; // a unit: from one break opportunity to the next
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool is_last = at + 1 == text.size();
        const bool must = breaks[at] == base::LineBreak::must;
        if (breaks[at] == base::LineBreak::none && !is_last) continue;
        const std::size_t unit_end = at + 1;
        const std::size_t visible_end = trimmed_end(text, unit_begin, unit_end);
        const float visible = width_of(font, size, text.substr(unit_begin, visible_end - unit_begin));
        if (line_width > 0.0F && line_width + visible > width) end_line(unit_begin, unit_begin);
        if (visible > width) {
            // Nothing in here may be broken by the rules: cut it where it runs over.
            for (std::size_t c = unit_begin; c < visible_end; c = next_character(text, c)) {
                const float one = width_of(font, size, text.substr(c, next_character(text, c) - c));
                if (line_width > 0.0F && line_width + one > width) end_line(c, c);
                line_width += one;
            }
        } else {
            line_width += width_of(font, size, text.substr(unit_begin, unit_end - unit_begin));
        }
        if (must) end_line(unit_end, unit_end);
        unit_begin = unit_end;
    }
    end_line(text.size(), text.size());
    return lines;
}

const std::vector<TextLine> &TextLayout::lines(std::string_view text, ImFont *font, float size, float width) {
    const auto mix = [](std::uint64_t seed, std::uint64_t value) {
        return (seed ^ value) * 0x9E3779B97F4A7C15ULL + (seed >> 29);
    };
    std::uint64_t key = std::hash<std::string_view>{}(text);
    key = mix(key, text.size());
    key = mix(key, reinterpret_cast<std::uintptr_t>(font));
    key = mix(key, static_cast<std::uint64_t>(std::lround(size * 16.0F)));
    key = mix(key, static_cast<std::uint64_t>(std::lround(width)));
    const auto found = cache_.find(key);
    if (found != cache_.end()) return found->second;
    if (cache_.size() >= kMaxEntries) cache_.clear();
    return cache_.emplace(key, break_lines(text, font, size, width)).first->second;
}

} // namespace tsunagi::ui
