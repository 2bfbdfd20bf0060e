#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "i18n/texts.h"

namespace tsunagi::report {

/// Writes HTML element by element. Texts go through report/escape.h; attributes are written as they are given, so what
/// is put into them must be ours or come from attribute().
class Html {
  public:
    /// Closes its element when it goes.
    class Element {
      public:
        Element(Html &html, std::string_view tag) : html_(&html), tag_(tag) {}
        Element(const Element &) = delete;
        Element &operator=(const Element &) = delete;
        ~Element() { html_->close(tag_); }

      private:
        Html *html_;
        std::string tag_;
    };

    /// `<tag attributes>`, closed at the end of the scope.
    [[nodiscard]] Element in(std::string_view tag, std::string_view attributes = {});
    /// An element with a text of the catalogue or of a case in it.
    void element(std::string_view tag, std::string_view text, std::string_view attributes = {});
    /// An element with something in it that a person typed.
    void typed(std::string_view tag, std::string_view text, std::string_view attributes = {});
    /// `<ul>` of such texts; nothing where there are none.
    void list(const std::vector<std::string> &texts, std::string_view attributes = {});
    /// A paragraph for each.
    void paragraphs(const std::vector<std::string> &texts);
    void text(std::string_view text);
    void raw(std::string_view html) { out_ += html; }
    [[nodiscard]] std::string take() { return std::move(out_); }

  private:
    void open(std::string_view tag, std::string_view attributes);
    void close(std::string_view tag);

    std::string out_;
};

/// ` name="value"`, the value escaped.
[[nodiscard]] std::string attribute(std::string_view name, std::string_view value);

/// One part of a page, for the list of contents.
struct Chapter {
    std::string id;
    std::string title;
};

/// A whole page around `body`: style within it, no script, nothing from elsewhere. `title` may have been typed.
/// `heading` is the HTML of the head of the page.
[[nodiscard]] std::string html_page(const std::string &title, const std::string &heading,
                                    const std::vector<Chapter> &chapters, const std::string &body,
                                    const i18n::Texts &texts);

/// What every page of ours begins with; other files are not ours to overwrite.
inline constexpr std::string_view kPageBeginning = "<!DOCTYPE html>\n<!-- tsunagi report -->\n";

} // namespace tsunagi::report
