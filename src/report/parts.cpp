#include "report/parts.h"

#include "report/escape.h"
#include "report/pictures.h"
#include "view/learner_view.h"

namespace tsunagi::report {

using namespace model;
using i18n::Text;
using i18n::Texts;

std::string class_badge(const view::ClassView &option_class) {
    return "<span class=\"class " + std::string(word_of(option_class.option_class, kOptionClassWords)) + "\">" +
           html_text(option_class.symbol + " " + option_class.word) + "</span>";
}

std::string name_and_profession(const std::string &name, const std::string &profession, const Texts &texts) {
    return html_typed(name) + html_text(texts.format(Text::report_in_brackets, fmt::arg("text", profession)));
}

void add_fact(Html &html, const std::string &label, const std::string &text) {
    if (text.empty()) return;
    html.element("dt", label);
    html.element("dd", text);
}

void add_typed_fact(Html &html, const std::string &label, const std::string &typed) {
    if (typed.empty()) return;
    html.element("dt", label);
    html.typed("dd", typed);
}

Html::Element begin_chapter(Html &html, std::vector<Chapter> &chapters, const std::string &id, const std::string &title,
                            bool begins_page) {
    chapters.push_back({id, title});
    html.raw("<section" + attribute("id", id) + attribute("aria-labelledby", id + "-title") +
             (begins_page ? " class=\"paged\"" : "") + ">\n");
    html.element("h2", title, attribute("id", id + "-title"));
    return {html, "section"};
}

void add_case(Html &html, const Scenario &scenario, const Texts &texts) {
    const view::LearnerView view = view::learner_view(scenario, texts);
    html.element("p", view.summary);
    {
        const auto facts = html.in("dl", "class=\"facts\"");
        add_fact(html, texts(Text::report_client), view.client);
        add_fact(html, texts(Text::report_setting), view.setting);
        add_fact(html, texts(Text::report_wish), scenario.client.wish);
    }
    if (view.aims.empty()) return;
    html.element("h3", texts(Text::report_aims));
    html.list(view.aims);
}

void add_reasons(Html &html, const std::vector<view::ReasonView> &reasons, bool shows_taken, const Texts &texts) {
    if (reasons.empty()) return;
    const bool has_classes = reasons.front().option_class.has_value();
    html.element("h4", texts(has_classes ? Text::outcome_learned : Text::outcome_rows));
    const auto list = html.in("ul", "class=\"options\"");
    for (const view::ReasonView &reason : reasons) {
        const bool is_marked = shows_taken && reason.is_taken;
        const auto item = html.in("li", is_marked ? "class=\"taken\"" : "");
        {
            const auto head = html.in("p");
            if (reason.option_class) html.raw(class_badge(*reason.option_class) + " ");
            if (is_marked)
                html.raw("<span class=\"taken-mark\">" +
                         html_text(texts.format(Text::report_taken, fmt::arg("word", texts(Text::outcome_taken)))) +
                         "</span> ");
            html.element("strong", reason.text);
            if (reason.is_essential)
                html.raw(html_text(
                    texts.format(Text::report_in_brackets, fmt::arg("text", texts(Text::outcome_essential)))));
        }
        if (!reason.reason.empty()) html.element("p", reason.reason);
        if (!reason.was_available) html.element("p", texts(Text::outcome_not_offered), "class=\"small\"");
        html.list(reason.details, "class=\"small\"");
    }
}

void add_handbook_team(Html &html, const std::string &team, const std::vector<std::string> &prompts,
                       const Texts &texts) {
    if (!team.empty()) {
        html.element("h4", texts(Text::outcome_handbook_team));
        html.element("p", team, "class=\"team\"");
    }
    if (prompts.empty()) return;
    html.element("h4", texts(Text::outcome_prompts));
    html.list(prompts);
}

void add_safety(Html &html, const view::SafetyView &safety, bool says_where, const Texts &texts) {
    const auto box = html.in("div", "class=\"safety\"");
    {
        const auto head = html.in("p");
        html.element("strong", texts.format(Text::report_safety, fmt::arg("kind", safety.heading)));
        if (says_where)
            html.text(texts.format(Text::debrief_safety_where, fmt::arg("scene", safety.scene),
                                   fmt::arg("subject", safety.subject)));
    }
    html.element("p", safety.text);
}

void add_profile(Html &html, const Credit &earned, const Credit &available, const std::string &id,
                 const std::string &caption, const Words &words) {
    const Texts &texts = words.texts;
    std::vector<Bar> bars;
    for (PointIndex point = 0; point < kPointCount; ++point) {
        const view::FigureView figure =
            view::point_figure(point, earned.points[point], available.points[point], words.handbook, texts);
        const std::string share = figure.available == 0
                                      ? texts(Text::debrief_not_exercised)
                                      : texts.format(Text::debrief_share, fmt::arg("earned", figure.earned),
                                                     fmt::arg("available", figure.available));
        bars.push_back({std::to_string(point + 1) + ". " + figure.label, share, figure.earned, figure.available});
    }
    {
        const auto frame = html.in("figure");
        html.raw(bar_chart(bars, id, caption, texts));
    }
    const auto scroll = html.in("div", "class=\"scroll\" tabindex=\"0\"");
    const auto table = html.in("table", "class=\"whole\"");
    html.element("caption", caption);
    {
        const auto head = html.in("thead");
        const auto row = html.in("tr");
        html.element("th", texts(Text::report_point), "scope=\"col\"");
        html.element("th", texts(Text::report_earned), "scope=\"col\" class=\"number\"");
        html.element("th", texts(Text::report_available), "scope=\"col\" class=\"number\"");
    }
    const auto body = html.in("tbody");
    for (const Bar &bar : bars) {
        const auto row = html.in("tr");
        html.element("th", bar.label, "scope=\"row\"");
        html.element("td", std::to_string(bar.earned), "class=\"number\"");
        html.element("td", std::to_string(bar.available), "class=\"number\"");
    }
}

} // namespace tsunagi::report
