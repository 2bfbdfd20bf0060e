#include "report/pictures.h"

#include <algorithm>
#include <memory>

#include "ecomap/svg.h"
#include "report/escape.h"
#include "view/ecomap_view.h"

namespace tsunagi::report {

using i18n::Text;
using i18n::Texts;

namespace {

constexpr int kWidth = 640;
constexpr int kRow = 46;
constexpr int kBarHeight = 16;
constexpr int kLabelBaseline = 16;
constexpr int kLegendRow = 30;
constexpr float kLegendWidth = 640.0F;

std::string rect(int x, int y, double width, int height, const std::string &fill) {
    return fmt::format("<rect x=\"{}\" y=\"{}\" width=\"{:.1f}\" height=\"{}\" fill=\"{}\" stroke=\"#22282b\" "
                       "stroke-width=\"1\"/>\n",
                       x, y, width, height, fill);
}

std::string label(int x, int y, const std::string &text, const char *anchor = "start") {
    return fmt::format("<text x=\"{}\" y=\"{}\" text-anchor=\"{}\">{}</text>\n", x, y, anchor, html_text(text));
}

std::string svg_head(const std::string &id, const std::string &title, const std::string &description, int height,
                     const Texts &texts) {
    return fmt::format("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0}\" height=\"{1}\" viewBox=\"0 0 {0} {1}\" "
                       "role=\"img\" aria-labelledby=\"{2}-title {2}-desc\" lang=\"{3}\" font-size=\"14\" "
                       "fill=\"#22282b\">\n<title id=\"{2}-title\">{4}</title>\n<desc id=\"{2}-desc\">{5}</desc>\n",
                       kWidth, height, id, model::word_of(texts.language(), i18n::kLanguageWords), html_text(title),
                       html_text(description));
}

} // namespace

std::string bar_chart(const std::vector<Bar> &bars, const std::string &id, const std::string &title,
                      const Texts &texts) {
    int most = 1;
    std::string description;
    for (const Bar &bar : bars) {
        most = std::max(most, bar.available);
        description += bar.label + " " + bar.share + "\n";
    }
    const int height = static_cast<int>(bars.size()) * kRow + kLegendRow;
    std::string svg = svg_head(id, title, description, height, texts);
    const std::string hatch = "url(#" + id + "-rest)";
    svg += fmt::format("<defs><pattern id=\"{}-rest\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\">"
                       "<rect width=\"6\" height=\"6\" fill=\"#ffffff\"/><path d=\"M0 6L6 0\" stroke=\"#827f76\" "
                       "stroke-width=\"1\"/></pattern></defs>\n",
                       id);
    int top = 0;
    for (const Bar &bar : bars) {
        const double unit = static_cast<double>(kWidth - 2) / most;
        svg += label(1, top + kLabelBaseline, bar.label);
        svg += label(kWidth - 1, top + kLabelBaseline, bar.share, "end");
        const int y = top + kLabelBaseline + 6;
        if (bar.available > 0) svg += rect(1, y, unit * bar.available, kBarHeight, hatch);
        if (bar.earned > 0) svg += rect(1, y, unit * bar.earned, kBarHeight, "#0f6b6d");
        top += kRow;
    }
    svg += rect(1, top + 8, 24, 12, "#0f6b6d") + label(32, top + 19, texts(Text::report_chart_earned));
    svg += rect(180, top + 8, 24, 12, hatch) + label(211, top + 19, texts(Text::report_chart_rest));
    return svg + "</svg>\n";
}

void add_ecomap(Html &html, const engine::Progress &progress, bool at_start, const std::string &id,
                const std::string &caption, const Texts &texts) {
    const model::Scenario &scenario = *progress.scenario;
    const auto layout = std::make_shared<const ecomap::Layout>(ecomap::lay_out(scenario.parties, scenario.ties));
    view::EcoMapRequest request;
    if (at_start)
        request.step = 0;
    else
        request.mode = view::EcoMode::since_start;
    const view::EcoMoment moment = view::ecomap_view(progress, layout, request, texts).moment;
    ecomap::SvgTexts words;
    words.id = id;
    words.language = model::word_of(texts.language(), i18n::kLanguageWords);
    words.title = caption;
    words.description = moment.summary;
    {
        const auto figure = html.in("figure");
        html.element("figcaption", caption);
        const auto scroll =
            html.in("div", "class=\"scroll map\" tabindex=\"0\" role=\"group\"" + attribute("aria-label", caption));
        html.raw(ecomap::svg_of(moment.picture, ecomap::print_inks(), words));
    }
    html.element("p", moment.summary);
    if (!moment.changes.empty()) {
        html.element("p", moment.changes_heading, "class=\"question\"");
        html.list(moment.changes);
    }
    if (at_start) {
        html.element("p", texts(Text::report_ties), "class=\"question\"");
        std::vector<std::string> told;
        for (const view::EcoTieView &tie : moment.ties) told.push_back(tie.told);
        html.list(told);
    }
}

void add_ecomap_legend(Html &html, const Texts &texts) {
    ecomap::SvgTexts words;
    words.id = "ecomap-legend";
    words.language = model::word_of(texts.language(), i18n::kLanguageWords);
    words.title = texts(Text::ecomap_legend);
    words.description = texts(Text::report_legend_about);
    const auto figure = html.in("figure");
    html.element("figcaption", words.title);
    const auto scroll =
        html.in("div", "class=\"scroll map\" tabindex=\"0\" role=\"group\"" + attribute("aria-label", words.title));
    html.raw(ecomap::svg_of(ecomap::legend_of(view::legend_words(texts), kLegendWidth), ecomap::print_inks(), words));
}

} // namespace tsunagi::report
