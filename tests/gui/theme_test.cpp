// The colours: what is read can be read, what is told by a colour is told to everyone.

#include <array>
#include <cmath>
#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "gui/program.h"
#include "ui/chart.h"
#include "ui/ecomap_inks.h"
#include "ui/theme.h"

using namespace tsunagi;
using namespace tsunagi::gui;
using ui::Palette;
using ui::ThemeKind;

namespace {

using Vector = std::array<double, 3>;

constexpr std::array<ThemeKind, 3> kThemes = {ThemeKind::light, ThemeKind::dark, ThemeKind::high_contrast};

struct Named {
    std::string name;
    ImU32 colour = 0;
};

/// Red, green and blue in linear light, 0 to 1 (sRGB, IEC 61966-2-1; WCAG 2.x uses the same curve).
Vector linear(ImU32 colour) {
    Vector light{};
    for (std::size_t i = 0; i < 3; ++i) {
        const double part = static_cast<double>((colour >> (8U * i)) & 0xFFU) / 255.0;
        light[i] = part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    }
    return light;
}

double luminance(ImU32 colour) {
    const Vector light = linear(colour);
    return 0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2];
}

/// WCAG 2.x: (L1 + 0.05) / (L2 + 0.05), the lighter one above.
double contrast(ImU32 one, ImU32 other) {
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

std::vector<Named> backgrounds(const Palette &p) {
    return {{"window", p.window},          {"panel", p.panel},     {"card", p.card},
            {"card_hot", p.card_hot},      {"card_on", p.card_on}, {"notice", p.notice},
            {"danger_back", p.danger_back}};
}

void check_all(const std::vector<Named> &front, const std::vector<Named> &back, double least, ThemeKind theme) {
    for (const Named &one : front)
        for (const Named &other : back)
            CHECK_MESSAGE(contrast(one.colour, other.colour) >= least, one.name, " on ", other.name, " in theme ",
                          static_cast<int>(theme), ": ", contrast(one.colour, other.colour));
}

template <std::size_t N>
std::vector<Named> named(const char *name, const std::array<ImU32, N> &colours) {
    std::vector<Named> list;
    for (std::size_t i = 0; i < N; ++i) list.push_back({name + std::to_string(i), colours[i]});
    return list;
}

// ---- how colours are seen ------------------------------------------------------------------------------------------

// Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency", IEEE
// Transactions on Visualization and Computer Graphics 15 (6), 2009, severity 1.0; in linear light.
using Matrix = std::array<Vector, 3>;
constexpr Matrix kProtanopia = {
    {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}};
constexpr Matrix kDeuteranopia = {
    {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}};
constexpr Matrix kTritanopia = {
    {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}};
constexpr Matrix kEveryColour = {{{1.0, 0.0, 0.0}, {0.0, 1.0, 0.0}, {0.0, 0.0, 1.0}}};

Vector times(const Matrix &matrix, const Vector &vector) {
    Vector result{};
    for (std::size_t row = 0; row < 3; ++row)
        for (std::size_t i = 0; i < 3; ++i) result[row] += matrix[row][i] * vector[i];
    return result;
}

/// CIE L*a*b* of D65.
Vector lab(const Matrix &sight, ImU32 colour) {
    Vector light = times(sight, linear(colour));
    for (double &part : light) part = std::min(std::max(part, 0.0), 1.0);
    constexpr Matrix kXyz = {
        {{0.4124564, 0.3575761, 0.1804375}, {0.2126729, 0.7151522, 0.0721750}, {0.0193339, 0.1191920, 0.9503041}}};
    constexpr Vector kWhite = {0.95047, 1.0, 1.08883};
    Vector f = times(kXyz, light);
    for (std::size_t i = 0; i < 3; ++i) {
        const double t = f[i] / kWhite[i];
        f[i] = t > 216.0 / 24389.0 ? std::cbrt(t) : (24389.0 / 27.0 * t + 16.0) / 116.0;
    }
    return {116.0 * f[1] - 16.0, 500.0 * (f[0] - f[1]), 200.0 * (f[1] - f[2])};
}

/// CIE 1976: about 2 can just be told apart side by side.
double difference(const Matrix &sight, ImU32 one, ImU32 other) {
    const Vector a = lab(sight, one);
    const Vector b = lab(sight, other);
    return std::sqrt(std::pow(a[0] - b[0], 2) + std::pow(a[1] - b[1], 2) + std::pow(a[2] - b[2], 2));
}

void check_apart(const std::vector<Named> &colours, ThemeKind theme) {
    constexpr double kApart = 10.0;
    for (const Matrix *sight : {&kEveryColour, &kProtanopia, &kDeuteranopia, &kTritanopia})
        for (std::size_t i = 0; i < colours.size(); ++i)
            for (std::size_t k = 0; k < i; ++k)
                CHECK_MESSAGE(difference(*sight, colours[i].colour, colours[k].colour) >= kApart, colours[i].name,
                              " and ", colours[k].name, " in theme ", static_cast<int>(theme), " to ",
                              (sight == &kProtanopia     ? "protanopia"
                               : sight == &kDeuteranopia ? "deuteranopia"
                               : sight == &kTritanopia   ? "tritanopia"
                                                         : "everyone"));
}

// ---- the eco-map's inks --------------------------------------------------------------------------------------------

using ecomap::Ink;

struct NamedInk {
    const char *name;
    Ink ink;
};

std::vector<Named> inked(const ecomap::Inks &inks, const std::vector<NamedInk> &wanted) {
    std::vector<Named> list;
    for (const NamedInk &each : wanted) {
        const std::uint32_t rgba = ecomap::ink_of(inks, each.ink);
        CHECK_MESSAGE((rgba & 0xFFU) == 0xFFU, each.name, " lets something shine through");
        list.push_back({each.name, IM_COL32(rgba >> 24U, (rgba >> 16U) & 0xFFU, (rgba >> 8U) & 0xFFU, 255)});
    }
    return list;
}

const std::vector<NamedInk> kGrounds = {{"paper", Ink::paper}, {"home", Ink::zone_home}, {"zone", Ink::zone_side}};
const std::vector<NamedInk> kFills = {{"client", Ink::mark_client},
                                      {"household", Ink::mark_home},
                                      {"in-house", Ink::mark_inhouse},
                                      {"agency", Ink::mark_agency},
                                      {"friend", Ink::mark_friend}};

} // namespace

TEST_CASE("the measure is WCAG's") {
    CHECK(contrast(IM_COL32_BLACK, IM_COL32_WHITE) == doctest::Approx(21.0));
    CHECK(contrast(IM_COL32(0x77, 0x77, 0x77, 255), IM_COL32_WHITE) == doctest::Approx(4.48).epsilon(0.002));
    CHECK(difference(kDeuteranopia, IM_COL32(0x7A, 0x56, 0x00, 255), IM_COL32(0xA8, 0x32, 0x1A, 255)) < 5.0);
}

TEST_CASE("text keeps 4.5:1 on everything it stands on (WCAG 1.4.3)") {
    constexpr double kText = 4.5;
    for (const ThemeKind theme : kThemes) {
        const Palette &p = ui::palette_of(theme);
        check_all({{"text", p.text}, {"muted", p.muted}, {"accent", p.accent}, {"danger", p.danger}}, backgrounds(p),
                  kText, theme);
        check_all({{"on_accent", p.on_accent}}, {{"accent", p.accent}, {"accent_hot", p.accent_hot}}, kText, theme);
        check_all({{"muted", p.muted}}, {{"fill_back", p.fill_back}}, kText, theme); // a button that waits
        // Signs and words of classes stand in chips, in a table's cells and beside gauges.
        check_all(
            named("class ", p.classes),
            {{"window", p.window}, {"panel", p.panel}, {"card", p.card}, {"card_on", p.card_on}, {"notice", p.notice}},
            kText, theme);
        check_all(named("gauge ", p.gauges), {{"window", p.window}, {"panel", p.panel}, {"card", p.card}}, kText,
                  theme);
    }
}

TEST_CASE("focus, fields and bars keep 3:1 to what is beside them (WCAG 1.4.11)") {
    constexpr double kShape = 3.0;
    for (const ThemeKind theme : kThemes) {
        const Palette &p = ui::palette_of(theme);
        check_all({{"focus", p.focus}, {"edge", p.edge}}, backgrounds(p), kShape, theme);
        check_all({{"fill", p.fill}, {"muted", p.muted}},
                  {{"fill_back", p.fill_back}, {"panel", p.panel}, {"window", p.window}, {"card", p.card}}, kShape,
                  theme);
    }
}

TEST_CASE("classes and gauges stay apart to people who see fewer colours") {
    for (const ThemeKind theme : kThemes) {
        const Palette &p = ui::palette_of(theme);
        check_apart(named("class ", p.classes), theme);
        check_apart(named("gauge ", p.gauges), theme);
    }
}

TEST_CASE("and without any colour: each class has a sign, each gauge a stroke of its own") {
    const auto texts = i18n::Texts::load(source_folder() / "assets" / "i18n", i18n::Language::ja);
    REQUIRE(texts.is_ok());
    std::set<std::string> signs;
    for (const std::string_view word : model::kOptionClassWords)
        signs.insert(texts->named("class_symbol." + std::string(word)));
    CHECK(signs.size() == model::kOptionClassWords.size());
    std::set<std::vector<float>> strokes;
    for (std::size_t i = 0; i < model::kGaugeWords.size(); ++i) {
        const ui::DashPattern &dash = ui::dash_of(static_cast<model::Gauge>(i));
        strokes.insert(std::vector<float>(dash.lengths, dash.lengths + dash.count));
    }
    CHECK(strokes.size() == model::kGaugeWords.size());
}

TEST_CASE("an eco-map's names keep 4.5:1, its signs 3:1, also where they have changed and stand in a halo") {
    for (const ThemeKind theme : kThemes) {
        const ecomap::Inks &inks = ui::inks_of(theme);
        const std::vector<Named> grounds = inked(inks, kGrounds);
        const std::vector<Named> fills = inked(inks, kFills);
        const std::vector<Named> halo = inked(inks, {{"halo", Ink::changed}});
        const std::vector<Named> signs = inked(
            inks,
            {{"line", Ink::line}, {"stress", Ink::stress}, {"planned", Ink::planned}, {"border", Ink::mark_border}});
        const std::vector<Named> text = inked(inks, {{"text", Ink::text}});
        check_all(text, grounds, 4.5, theme);
        check_all(text, fills, 4.5, theme);
        // Headings of zones, and names of planned parties, whose marks are filled with paper.
        check_all(inked(inks, {{"muted", Ink::muted}}), grounds, 4.5, theme);
        check_all(signs, grounds, 3.0, theme);
        check_all(inked(inks, {{"border of a zone", Ink::zone_border}}), grounds, 3.0, theme);
        check_all(inked(inks, {{"border", Ink::mark_border}}), fills, 3.0, theme);
        check_all(halo, grounds, 1.5, theme);
        check_all(signs, halo, 3.0, theme);
    }
}

TEST_CASE("the fields on the screens have the edge that was measured") {
    Home home;
    Program program(home);
    program.driver().click("library.start.cpp-1");
    bool has_edge = false;
    for (const ThemeKind theme : kThemes) {
        program.shell().settings().theme = theme;
        program.driver().frame(2);
        const ImU32 edge = ui::palette_of(theme).edge;
        for (const ImDrawList *list : ImGui::GetDrawData()->CmdLists)
            for (const ImDrawVert &vertex : list->VtxBuffer) has_edge = has_edge || vertex.col == edge;
        CHECK(has_edge);
        has_edge = false;
    }
}
