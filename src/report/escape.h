#pragma once

#include <string>
#include <string_view>

namespace tsunagi::report {

// What somebody typed may hold anything: tags, quotes, formulas, characters that turn the direction of writing, bytes
// that are no UTF-8. All text that leaves the program in a report passes through one of these.
//
// In all of them malformed bytes become U+FFFD, CR LF and CR become LF, and control characters other than tab and LF
// and noncharacters are dropped. The nine characters that embed, override or isolate a direction (U+202A-202E,
// U+2066-2069; "Trojan Source") are made visible as "[U+202E]": left alone they could turn round what stands after
// them, dropped they would hide that somebody tried.

/// A text as the content of an HTML element or the value of an attribute in double quotes.
[[nodiscard]] std::string html_text(std::string_view text);

/// What a learner or a facilitator typed, as the content of an HTML element: isolated with <bdi>, so that its direction
/// ends with it, and with its lines kept.
[[nodiscard]] std::string html_typed(std::string_view text);

/// The same where no elements may stand (<title>, attributes): isolated with FSI and PDI, on one line.
[[nodiscard]] std::string html_typed_line(std::string_view text);

/// A text as a CSV field (RFC 4180). A text that a spreadsheet would take for a formula, because it begins with
/// = + - @, their wide forms, a tab or a line break, gets an apostrophe before it (OWASP, CSV Injection). The marks of
/// direction (U+200E, U+200F, U+061C) are dropped, for a field has nothing that would end what they do.
[[nodiscard]] std::string csv_field(std::string_view text);

/// A text as a JSON string's value: nlohmann/json writes it; this mends it first, and leaves everything else as it was
/// typed, for a program is going to read it.
[[nodiscard]] std::string json_text(std::string_view text);

} // namespace tsunagi::report
