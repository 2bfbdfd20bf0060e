#include "ecomap/svg.h"

#include <cmath>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <utf8.h>

#include "base/markup.h"
#include "base/utf8.h"
#include "ecomap/paint.h"

namespace tsunagi::ecomap {

namespace {

// Viewers without our font take the first they have; all of them are as wide as ours in Japanese.
constexpr std::string_view kFonts = "'BIZ UDGothic','BIZ UDPGothic','Yu Gothic','Hiragino Sans','Noto Sans CJK JP',"
                                    "sans-serif";
// From a line's middle down to its baseline, relative to its size: half of ascent less descent of Japanese fonts. Not
// left to dominant-baseline, which several viewers do not know.
constexpr float kToBaseline = 0.38F;
// Points on a circle lie this near to it, in units: what two decimals cannot tell.
constexpr double kSameCircle = 0.02;

// ---- numbers and text -----------------------------------------------------------------------------------------------

// At most two decimals, with a point whatever the locale.
std::string number(float value) {
    if (!std::isfinite(value)) return "0";
    std::string text = fmt::format("{:.2f}", value);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
    return text == "-0" ? "0" : text;
}

std::string pair(Point point) { return number(point.x) + " " + number(point.y); }

std::string escaped(std::string_view text) {
    const std::string mended = base::mend_utf8(text);
    std::string safe;
    safe.reserve(mended.size());
    for (auto at = mended.begin(); at != mended.end();) {
        const auto begin = at;
        const auto c = static_cast<char32_t>(utf8::unchecked::next(at));
        if (const std::string_view entity = base::entity_of(c); !entity.empty())
            safe += entity;
        else if (!base::is_left_out_of_markup(c))
            safe.append(begin, at);
    }
    return safe;
}

// ---- paths ----------------------------------------------------------------------------------------------------------

struct Vector {
    double x = 0.0;
    double y = 0.0;
};

Vector vector_of(Point from, Point to) {
    return {static_cast<double>(to.x) - static_cast<double>(from.x),
            static_cast<double>(to.y) - static_cast<double>(from.y)};
}
double cross(Vector a, Vector b) { return a.x * b.y - a.y * b.x; }
double square(Vector a) { return a.x * a.x + a.y * a.y; }

// The data of the arc, less than half a circle, that all of the points lie on; empty where there is none.
std::string arc_of(const std::vector<Point> &points) {
    if (points.size() < 4) return {}; // three lie on a circle whatever they are meant to be
    const Vector middle = vector_of(points.front(), points[points.size() / 2]);
    const Vector end = vector_of(points.front(), points.back());
    const double turn = cross(middle, end);
    if (std::abs(turn) < 1e-3) return {};
    // Seen from the first point.
    const Vector centre = {(end.y * square(middle) - middle.y * square(end)) / (2.0 * turn),
                           (middle.x * square(end) - end.x * square(middle)) / (2.0 * turn)};
    const double radius = std::hypot(centre.x, centre.y);
    if (cross(end, centre) * cross(end, middle) >= 0.0) return {};
    for (std::size_t i = 1; i + 1 < points.size(); ++i) {
        const Vector point = vector_of(points.front(), points[i]);
        // A zigzag's points may lie on a circle, but go to and fro.
        if (cross(vector_of(points[i - 1], points[i]), vector_of(points[i], points[i + 1])) * turn <= 0.0) return {};
        if (std::abs(std::hypot(point.x - centre.x, point.y - centre.y) - radius) > kSameCircle) return {};
    }
    const std::string radius_text = number(static_cast<float>(radius));
    return fmt::format("A{} {} 0 0 {} {}", radius_text, radius_text, turn > 0.0 ? 1 : 0, pair(points.back()));
}

std::string path_of(const std::vector<Point> &points, bool is_closed) {
    std::string path = "M" + pair(points.front());
    const std::string arc = is_closed ? std::string() : arc_of(points);
    if (!arc.empty()) return path + arc;
    for (std::size_t i = 1; i < points.size(); ++i) path += "L" + pair(points[i]);
    return is_closed ? path + "Z" : path;
}

// ---- the document ---------------------------------------------------------------------------------------------------

class Writer {
  public:
    Writer(const Inks &inks, const SvgTexts &texts) : inks_(inks), texts_(texts) {}

    [[nodiscard]] std::string write(const Picture &picture) {
        begin(picture.bounds);
        paint(picture, *this);
        out_ += "</svg>\n";
        return std::move(out_);
    }

    // ---- for paint() ---------------------------------------------------------------------------------------------

    void zone(const Zone &zone) {
        out_ += "<rect" + place(zone.rect) + attribute("rx", number(zone.radius)) + fill(zone.fill) +
                outline(Ink::zone_border, kZoneBorder);
        if (zone.is_dashed) out_ += attribute("stroke-dasharray", number(kZoneDash));
        out_ += "/>\n";
    }

    void line(const Line &line) { add_lines({line}); }

    void stroke(const Stroke &stroke) {
        begin_group(texts_.ties, stroke.tie);
        add_lines(lines_of(stroke));
        out_ += "</g>\n";
    }

    void mark(const Mark &mark) {
        begin_group(texts_.parties, mark.party);
        out_ += "<path" + attribute("d", path_of(outline_of(mark), true)) + fill(mark.fill) +
                outline(mark.border, mark.border_width) + "/>\n";
        if (mark.is_doubled) line(inner_outline_of(mark));
        out_ += "</g>\n";
    }

    void label(const Label &label) {
        if (label.has_plate)
            out_ += "<rect" + place(plate_of(label)) + attribute("rx", number(kPlateRadius)) + fill(Ink::paper) +
                    outline(label.ink, kPlateBorder) + "/>\n";
        out_ += "<text" + attribute("x", number(label.centre.x)) +
                attribute("y", number(label.centre.y + label.size * kToBaseline)) +
                attribute("font-size", number(label.size));
        if (label.is_bold) out_ += attribute("font-weight", "bold");
        out_ += fill(label.ink) + ">" + escaped(label.text) + "</text>\n";
    }

  private:
    void begin(const Rect &bounds) {
        const std::string id = escaped(texts_.id);
        out_ += fmt::format(
            R"(<svg xmlns="http://www.w3.org/2000/svg" width="{0}" height="{1}" viewBox="{2} {0} {1}" role="img" )"
            R"(aria-labelledby="{3}-title {3}-desc" lang="{4}" font-family="{5}" text-anchor="middle" )"
            R"(stroke-linejoin="round">)",
            number(bounds.width()), number(bounds.height()), pair(bounds.min), id, escaped(texts_.language), kFonts);
        out_ += fmt::format("\n<title id=\"{0}-title\">{1}</title>\n<desc id=\"{0}-desc\">{2}</desc>\n", id,
                            escaped(texts_.title), escaped(texts_.description));
        out_ += "<rect" + place(bounds) + fill(Ink::paper) + "/>\n";
    }

    template <class Id>
    void begin_group(const std::map<Id, std::string> &titles, const Id &id) {
        out_ += "<g>";
        if (const auto title = titles.find(id); title != titles.end())
            out_ += "<title>" + escaped(title->second) + "</title>";
        out_ += '\n';
    }

    // One path for as many lines as look the same.
    void add_lines(const std::vector<Line> &lines) {
        for (std::size_t first = 0; first < lines.size();) {
            const Line &style = lines[first];
            std::string path;
            std::size_t next = first;
            for (; next < lines.size() && lines[next].width == style.width && lines[next].ink == style.ink; ++next)
                if (!lines[next].points.empty()) path += path_of(lines[next].points, lines[next].is_closed);
            out_ +=
                "<path" + attribute("d", path) +
                (style.width > 0.0F ? attribute("fill", "none") + outline(style.ink, style.width) : fill(style.ink)) +
                "/>\n";
            first = next;
        }
    }

    // ---- attributes, each with a space before it -----------------------------------------------------------------

    static std::string attribute(std::string_view name, std::string_view value) {
        return fmt::format(" {}=\"{}\"", name, value);
    }
    static std::string place(const Rect &rect) {
        return attribute("x", number(rect.min.x)) + attribute("y", number(rect.min.y)) +
               attribute("width", number(rect.width())) + attribute("height", number(rect.height()));
    }
    [[nodiscard]] std::string colour(std::string_view name, Ink ink) const {
        const std::uint32_t rgba = ink_of(inks_, ink);
        std::string text = attribute(name, fmt::format("#{:06x}", rgba >> 8U));
        const std::uint32_t alpha = rgba & 0xFFU;
        if (alpha != 0xFFU)
            text += attribute(std::string(name) + "-opacity", number(static_cast<float>(alpha) / 255.0F));
        return text;
    }
    [[nodiscard]] std::string fill(Ink ink) const { return colour("fill", ink); }
    [[nodiscard]] std::string outline(Ink ink, float width) const {
        return colour("stroke", ink) + attribute("stroke-width", number(width));
    }

    const Inks &inks_;
    const SvgTexts &texts_;
    std::string out_;
};

} // namespace

std::string svg_of(const Picture &picture, const Inks &inks, const SvgTexts &texts) {
    return Writer(inks, texts).write(picture);
}

} // namespace tsunagi::ecomap
