#include "report/html.h"

#include "model/vocabulary.h"
#include "report/escape.h"
#include "report/html_style.h"

namespace tsunagi::report {

using i18n::Text;
using i18n::Texts;

void Html::open(std::string_view tag, std::string_view attributes) {
    out_ += '<';
    out_ += tag;
    if (!attributes.empty() && attributes.front() != ' ') out_ += ' ';
    out_ += attributes;
    out_ += '>';
}

void Html::close(std::string_view tag) {
    out_ += "</";
    out_ += tag;
    out_ += ">\n";
}

Html::Element Html::in(std::string_view tag, std::string_view attributes) {
    open(tag, attributes);
    out_ += '\n';
    return {*this, tag};
}

void Html::element(std::string_view tag, std::string_view text, std::string_view attributes) {
    open(tag, attributes);
    out_ += html_text(text);
    close(tag);
}

void Html::typed(std::string_view tag, std::string_view text, std::string_view attributes) {
    open(tag, attributes);
    out_ += html_typed(text);
    close(tag);
}

void Html::list(const std::vector<std::string> &texts, std::string_view attributes) {
    if (texts.empty()) return;
    const Element list = in("ul", attributes);
    for (const std::string &each : texts) element("li", each);
}

void Html::paragraphs(const std::vector<std::string> &texts) {
    for (const std::string &each : texts) element("p", each);
}

void Html::text(std::string_view text) { out_ += html_text(text); }

std::string attribute(std::string_view name, std::string_view value) {
    return " " + std::string(name) + "=\"" + html_text(value) + "\"";
}

std::string html_page(const std::string &title, const std::string &heading, const std::vector<Chapter> &chapters,
                      const std::string &body, const Texts &texts) {
    Html page;
    page.raw(kPageBeginning);
    {
        const auto html = page.in("html", attribute("lang", model::word_of(texts.language(), i18n::kLanguageWords)));
        {
            const auto head = page.in("head");
            page.raw("<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, "
                     "initial-scale=1\">\n<meta name=\"generator\" content=\"Tsunagi\">\n");
            // A page that was tampered with still loads and runs nothing.
            page.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
                     "'unsafe-inline'\">\n");
            page.raw("<title>" + html_typed_line(title) + "</title>\n<style>\n");
            page.raw(kPageStyle);
            page.raw("</style>\n");
        }
        const auto whole = page.in("body");
        page.element("a", texts(Text::report_skip), "class=\"skip\" href=\"#main\"");
        {
            const auto header = page.in("header");
            page.raw(heading);
        }
        {
            const auto nav = page.in("nav", attribute("aria-label", texts(Text::report_contents)));
            const auto list = page.in("ol");
            for (const Chapter &chapter : chapters) {
                page.raw("<li>");
                page.element("a", chapter.title, attribute("href", "#" + chapter.id));
                page.raw("</li>\n");
            }
        }
        {
            const auto main = page.in("main", "id=\"main\" tabindex=\"-1\"");
            page.raw(body);
        }
        const auto footer = page.in("footer");
        page.element("p", texts(Text::report_footer));
    }
    return page.take();
}

} // namespace tsunagi::report
