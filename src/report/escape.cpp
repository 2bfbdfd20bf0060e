#include "report/escape.h"

#include <fmt/format.h>
#include <utf8.h>

#include "base/markup.h"
#include "base/utf8.h"

namespace tsunagi::report {

namespace {

bool turns_direction(char32_t c) { return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069); }
bool is_direction_mark(char32_t c) { return c == 0x200E || c == 0x200F || c == 0x061C; }

/// Calls `add(code point, its bytes)` for everything that is kept; what turns a direction has been made visible.
template <class Add>
void each_kept(std::string_view text, Add add) {
    const std::string mended = base::mend_utf8(text);
    for (auto at = mended.begin(); at != mended.end();) {
        const auto begin = at;
        const auto c = static_cast<char32_t>(utf8::unchecked::next(at));
        if (c == '\r') {
            if (at == mended.end() || *at != '\n') add(char32_t{'\n'}, std::string_view("\n"));
        } else if (turns_direction(c)) {
            for (const char shown : fmt::format("[U+{:04X}]", static_cast<std::uint32_t>(c)))
                add(static_cast<char32_t>(shown), std::string_view(&shown, 1));
        } else if (!base::is_left_out_of_markup(c)) {
            add(c, std::string_view(&*begin, static_cast<std::size_t>(at - begin)));
        }
    }
}

enum class Lines { as_they_are, as_breaks, as_spaces };

std::string escaped(std::string_view text, Lines lines) {
    std::string safe;
    safe.reserve(text.size() + text.size() / 8);
    each_kept(text, [&](char32_t c, std::string_view bytes) {
        const std::string_view entity = base::entity_of(c);
        if (c == '\n')
            safe += lines == Lines::as_breaks ? "<br>" : lines == Lines::as_spaces ? " " : "\n";
        else
            safe += entity.empty() ? bytes : entity;
    });
    return safe;
}

bool begins_formula(char32_t c) {
    switch (c) {
    case '=':
    case '+':
    case '-':
    case '@':
    case '\t':
    case '\n':
    case 0xFF1D: // the wide forms of the first four: Japanese spreadsheets take them for the same
    case 0xFF0B:
    case 0xFF0D:
    case 0xFF20: return true;
    default: return false;
    }
}

bool is_blank(char32_t c) { return c == ' ' || c == 0xA0 || c == 0x3000 || c == 0x200B || c == 0xFEFF; }

} // namespace

std::string html_text(std::string_view text) { return escaped(text, Lines::as_they_are); }

std::string html_typed(std::string_view text) { return "<bdi>" + escaped(text, Lines::as_breaks) + "</bdi>"; }

std::string html_typed_line(std::string_view text) {
    return "\xE2\x81\xA8" + escaped(text, Lines::as_spaces) + "\xE2\x81\xA9"; // FSI … PDI
}

std::string csv_field(std::string_view text) {
    std::string plain;
    bool is_begun = false;
    bool is_formula = false;
    bool needs_quotes = false;
    each_kept(text, [&](char32_t c, std::string_view bytes) {
        if (is_direction_mark(c)) return;
        // Programs that trim what they read would find the formula behind the spaces.
        if (!is_begun && !is_blank(c)) {
            is_formula = begins_formula(c);
            is_begun = true;
        }
        needs_quotes = needs_quotes || c == '"' || c == ',' || c == ';' || c == '\n' || c == '\t';
        if (c == '"') plain += '"';
        plain += bytes;
    });
    if (is_formula) plain.insert(0, 1, '\'');
    const bool has_edge_space = !plain.empty() && (plain.front() == ' ' || plain.back() == ' ');
    return needs_quotes || has_edge_space ? '"' + plain + '"' : plain;
}

std::string json_text(std::string_view text) { return base::mend_utf8(text); }

} // namespace tsunagi::report
