#include "ecomap/png.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>
#include <memory>
#include <string_view>
#include <vector>

#include <cairo/cairo.h>
#include <fmt/format.h>
#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_OUTLINE_H
#include <utf8.h>

#include "base/utf8.h"
#include "ecomap/paint.h"

namespace tsunagi::ecomap {

namespace fs = std::filesystem;
using base::Error;
using base::Result;
using ecomap::Ink;
using ecomap::Inks;
using ecomap::Picture;
using ecomap::Point;
using ecomap::Rect;

namespace {

template <auto end>
struct Ends {
    template <class T>
    void operator()(T *thing) const {
        end(thing);
    }
};
using Surface = std::unique_ptr<cairo_surface_t, Ends<cairo_surface_destroy>>;
using Context = std::unique_ptr<cairo_t, Ends<cairo_destroy>>;
using Library = std::unique_ptr<FT_LibraryRec_, Ends<FT_Done_FreeType>>;
using Face = std::unique_ptr<FT_FaceRec_, Ends<FT_Done_Face>>;

// ---- text -----------------------------------------------------------------------------------------------------------

// FreeType's outlines as a path of cairo, in units of the font with y upwards. Filled outlines look the same at every
// scale, and no cache of cairo's keeps the font open after us.
struct PathMaker {
    cairo_t *cairo;

    static cairo_t *of(void *maker) { return static_cast<PathMaker *>(maker)->cairo; }
    static double x(const FT_Vector *p) { return static_cast<double>(p->x); }
    static double y(const FT_Vector *p) { return static_cast<double>(p->y); }

    static int move(const FT_Vector *to, void *maker) {
        cairo_close_path(of(maker)); // nothing when there is none
        cairo_move_to(of(maker), x(to), y(to));
        return 0;
    }
    static int line(const FT_Vector *to, void *maker) {
        cairo_line_to(of(maker), x(to), y(to));
        return 0;
    }
    static int quadratic(const FT_Vector *by, const FT_Vector *to, void *maker) {
        double from_x = 0.0;
        double from_y = 0.0;
        cairo_get_current_point(of(maker), &from_x, &from_y);
        cairo_curve_to(of(maker), (from_x + 2.0 * x(by)) / 3.0, (from_y + 2.0 * y(by)) / 3.0,
                       (x(to) + 2.0 * x(by)) / 3.0, (y(to) + 2.0 * y(by)) / 3.0, x(to), y(to));
        return 0;
    }
    static int cubic(const FT_Vector *first, const FT_Vector *second, const FT_Vector *to, void *maker) {
        cairo_curve_to(of(maker), x(first), y(first), x(second), y(second), x(to), y(to));
        return 0;
    }
};

// Marks of direction, joiners and the like stand for no glyph.
bool is_invisible(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c <= 0x9F) || (c >= 0x200B && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) ||
           (c >= 0x2060 && c <= 0x206F) || (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF ||
           (c >= 0xE0000 && c <= 0xE0FFF);
}

class Font {
  public:
    // Read into memory: FreeType itself opens no path beyond the system's narrow characters.
    static Result<Font> open(FT_Library library, const fs::path &file) {
        Font font;
        std::ifstream stream(file, std::ios::binary);
        font.bytes_.assign(std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>());
        FT_Face face = nullptr;
        if (font.bytes_.empty() ||
            FT_New_Memory_Face(library, font.bytes_.data(), static_cast<FT_Long>(font.bytes_.size()), 0, &face) != 0)
            return Error{"png-font", text_of(file)};
        font.face_.reset(face);
        return font;
    }

    // Draws a line of text with its middle at `centre`.
    void draw(cairo_t *cairo, std::string_view text, Point centre, float size) const {
        const std::vector<FT_UInt> glyphs = glyphs_of(text);
        const double scale = static_cast<double>(size) / face_->units_per_EM;
        double width = 0.0;
        for (const FT_UInt glyph : glyphs) width += load(glyph);
        cairo_save(cairo);
        cairo_translate(cairo, centre.x, centre.y);
        cairo_scale(cairo, scale, -scale);
        cairo_translate(cairo, -width * 0.5, -0.5 * (face_->ascender + face_->descender));
        cairo_new_path(cairo);
        for (const FT_UInt glyph : glyphs) {
            const double advance = load(glyph);
            add_outline(cairo);
            cairo_translate(cairo, advance, 0.0);
        }
        cairo_restore(cairo);
        cairo_fill(cairo);
    }

  private:
    static std::string text_of(const fs::path &file) {
        const auto text = file.u8string();
        return {text.begin(), text.end()};
    }

    [[nodiscard]] std::vector<FT_UInt> glyphs_of(std::string_view text) const {
        const std::string mended = base::mend_utf8(text);
        std::vector<FT_UInt> glyphs;
        for (auto at = mended.begin(); at != mended.end();) {
            const auto c = static_cast<char32_t>(utf8::unchecked::next(at));
            if (!is_invisible(c)) glyphs.push_back(FT_Get_Char_Index(face_.get(), c));
        }
        return glyphs;
    }

    // Puts a glyph into the face's slot. Returns its advance in units of the font.
    [[nodiscard]] double load(FT_UInt glyph) const {
        if (FT_Load_Glyph(face_.get(), glyph, FT_LOAD_NO_SCALE) != 0) return 0.0;
        return static_cast<double>(face_->glyph->metrics.horiAdvance);
    }

    void add_outline(cairo_t *cairo) const {
        static constexpr FT_Outline_Funcs kFunctions = {
            PathMaker::move, PathMaker::line, PathMaker::quadratic, PathMaker::cubic, 0, 0};
        PathMaker maker{cairo};
        if (face_->glyph->format == FT_GLYPH_FORMAT_OUTLINE)
            FT_Outline_Decompose(&face_->glyph->outline, &kFunctions, &maker);
        cairo_close_path(cairo);
    }

    std::vector<FT_Byte> bytes_; // the face reads from it
    Face face_;
};

struct Fonts {
    Library library; // outlives the fonts
    Font regular;
    std::optional<Font> bold;
};

Result<Fonts> open_fonts(const fs::path &folder) {
    FT_Library started = nullptr;
    if (FT_Init_FreeType(&started) != 0) return Error{"png-font", "FreeType"};
    Library library(started);
    auto regular = Font::open(library.get(), folder / "BIZUDGothic-Regular.ttf");
    if (!regular) return regular.error();
    auto bold = Font::open(library.get(), folder / "BIZUDGothic-Bold.ttf");
    Fonts fonts{std::move(library), std::move(regular).value(), std::nullopt};
    if (bold) fonts.bold = std::move(bold).value();
    return fonts;
}

// ---- figures --------------------------------------------------------------------------------------------------------

class Painter {
  public:
    Painter(cairo_t *cairo, const Inks &inks, const Fonts &fonts) : cairo_(cairo), inks_(inks), fonts_(fonts) {
        cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND);
    }

    void paper() {
        use(Ink::paper);
        cairo_paint(cairo_);
    }

    void zone(const ecomap::Zone &zone) {
        add_path(ecomap::rounded_outline(zone.rect, zone.radius), true);
        fill_and_keep(zone.fill);
        const double dash = ecomap::kZoneDash;
        if (zone.is_dashed) cairo_set_dash(cairo_, &dash, 1, 0.0);
        outline(Ink::zone_border, ecomap::kZoneBorder);
        cairo_set_dash(cairo_, nullptr, 0, 0.0);
    }

    void line(const ecomap::Line &line) {
        add_path(line.points, line.is_closed);
        if (line.width > 0.0F) {
            outline(line.ink, line.width);
        } else {
            use(line.ink);
            cairo_fill(cairo_);
        }
    }

    void stroke(const ecomap::Stroke &stroke) {
        for (const ecomap::Line &each : ecomap::lines_of(stroke)) line(each);
    }

    void mark(const ecomap::Mark &mark) {
        add_path(ecomap::outline_of(mark), true);
        fill_and_keep(mark.fill);
        outline(mark.border, mark.border_width);
        if (mark.is_doubled) line(ecomap::inner_outline_of(mark));
    }

    void label(const ecomap::Label &label) {
        if (label.has_plate) {
            add_path(ecomap::rounded_outline(ecomap::plate_of(label), ecomap::kPlateRadius), true);
            fill_and_keep(Ink::paper);
            outline(label.ink, ecomap::kPlateBorder);
        }
        use(label.ink);
        const Font &font = label.is_bold && fonts_.bold ? *fonts_.bold : fonts_.regular;
        font.draw(cairo_, label.text, label.centre, label.size);
    }

  private:
    void use(Ink ink) {
        const std::uint32_t rgba = ecomap::ink_of(inks_, ink);
        const auto share = [&](unsigned shift) { return static_cast<double>((rgba >> shift) & 0xFFU) / 255.0; };
        cairo_set_source_rgba(cairo_, share(24), share(16), share(8), share(0));
    }
    void add_path(const std::vector<Point> &points, bool is_closed) {
        cairo_new_path(cairo_);
        for (const Point &point : points) cairo_line_to(cairo_, point.x, point.y);
        if (is_closed) cairo_close_path(cairo_);
    }
    void fill_and_keep(Ink ink) {
        use(ink);
        cairo_fill_preserve(cairo_);
    }
    void outline(Ink ink, float width) {
        use(ink);
        cairo_set_line_width(cairo_, width);
        cairo_stroke(cairo_);
    }

    cairo_t *cairo_;
    const Inks &inks_;
    const Fonts &fonts_;
};

// ---- the file -------------------------------------------------------------------------------------------------------

struct Pixels {
    int width = 0;
    int height = 0;
};

Result<Pixels> pixels_of(const Rect &bounds, float pixels_per_unit) {
    const double width = std::ceil(static_cast<double>(bounds.width()) * pixels_per_unit);
    const double height = std::ceil(static_cast<double>(bounds.height()) * pixels_per_unit);
    // Said so that what is not a number is refused too.
    const bool fits = width >= 1.0 && height >= 1.0 && width <= kMaxPngSide && height <= kMaxPngSide &&
                      width * height <= kMaxPngPixels;
    if (!fits) return Error{"png-size", fmt::format("{:.0f} x {:.0f} px", width, height)};
    return Pixels{static_cast<int>(width), static_cast<int>(height)};
}

cairo_status_t append(void *bytes, const unsigned char *data, unsigned int length) {
    static_cast<std::string *>(bytes)->append(reinterpret_cast<const char *>(data), length);
    return CAIRO_STATUS_SUCCESS;
}

} // namespace

Result<std::string> png_of(const Picture &picture, const Inks &inks, const fs::path &font_folder,
                           float pixels_per_unit) {
    const auto pixels = pixels_of(picture.bounds, pixels_per_unit);
    if (!pixels) return pixels.error();
    const auto fonts = open_fonts(font_folder);
    if (!fonts) return fonts.error();

    const Surface surface(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, pixels->width, pixels->height));
    const Context cairo(cairo_create(surface.get()));
    cairo_scale(cairo.get(), pixels_per_unit, pixels_per_unit);
    cairo_translate(cairo.get(), -picture.bounds.min.x, -picture.bounds.min.y);
    Painter painter(cairo.get(), inks, *fonts);
    painter.paper();
    ecomap::paint(picture, painter);

    // What failed before makes cairo do nothing, and is told here.
    cairo_status_t status = cairo_status(cairo.get());
    std::string bytes;
    if (status == CAIRO_STATUS_SUCCESS) status = cairo_surface_write_to_png_stream(surface.get(), append, &bytes);
    if (status != CAIRO_STATUS_SUCCESS) return Error{"png-draw", cairo_status_to_string(status)};
    return bytes;
}

} // namespace tsunagi::ecomap
