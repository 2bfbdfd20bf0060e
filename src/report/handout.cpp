#include "report/handout.h"

#include "report/escape.h"
#include "report/pictures.h"
#include "view/debrief_view.h"
#include "view/words.h"

namespace tsunagi::report {

using namespace model;
using i18n::Text;
using i18n::Texts;

namespace {

class HandoutWriter {
  public:
    HandoutWriter(const Run &run, const std::string &date, const Words &words)
        : session_(*run.session), progress_(*run.progress), card_(engine::score(progress_)), date_(date), words_(words),
          texts_(words.texts), debrief_(view::debrief_view(progress_, session_, words.handbook, texts_)) {}

    std::string write() {
        add_ending();
        add_safety_flags();
        add_points();
        add_tables();
        add_maps();
        add_decisions();
        add_self_debrief();
        const std::string title = texts_.format(Text::report_title, fmt::arg("case", debrief_.case_title));
        return html_page(title, heading(), chapters_, html_.take(), texts_);
    }

  private:
    std::string heading() const {
        Html html;
        html.element("p", texts_(Text::report_kicker), "class=\"kicker\"");
        html.element("h1", debrief_.case_title);
        {
            const auto facts = html.in("dl", "class=\"facts\"");
            add_typed_fact(html, texts_(Text::report_nickname), session_.learner.nickname);
            add_fact(html, texts_(Text::report_profession), view::profession_name(session_.learner.profession, texts_));
            add_typed_fact(html, texts_(Text::report_group), session_.learner.group);
            add_fact(html, texts_(Text::report_date), date_);
            add_fact(html, texts_(Text::report_kind), debrief_.kind);
            add_fact(html, texts_(Text::report_months), debrief_.months);
        }
        return html.take();
    }

    void add_ending() {
        {
            const auto chapter = begin_chapter(html_, chapters_, "case", texts_(Text::report_case));
            add_case(html_, *progress_.scenario, texts_);
        }
        const auto chapter = begin_chapter(html_, chapters_, "ending", texts_(Text::debrief_ending));
        html_.element("h3", texts_.format(Text::report_ending, fmt::arg("kind", debrief_.ending_kind),
                                          fmt::arg("title", debrief_.ending_title)));
        html_.paragraphs(debrief_.ending_text);
        if (debrief_.compared.empty()) return;
        html_.element("h4", texts_(Text::debrief_compared));
        html_.element("p", debrief_.compared, "class=\"team\"");
    }

    void add_safety_flags() {
        const auto chapter = begin_chapter(html_, chapters_, "safety", texts_(Text::debrief_safety));
        if (card_.safety.empty()) html_.element("p", texts_(Text::debrief_safety_none));
        for (const engine::SafetyRaised &raised : card_.safety)
            add_safety(html_, view::safety_view(raised, texts_), true, texts_);
    }

    void add_points() {
        const auto chapter = begin_chapter(html_, chapters_, "points", texts_(Text::debrief_points));
        html_.element("p", debrief_.overall, "class=\"question\"");
        html_.element("p", texts_(Text::report_points_about), "class=\"small\"");
        add_profile(html_, card_.earned, card_.available, "profile", texts_(Text::report_points_caption), words_);
    }

    void add_tables() {
        const auto chapter = begin_chapter(html_, chapters_, "roles", texts_(Text::debrief_tables));
        html_.element("p", texts_(Text::report_tables_about), "class=\"small\"");
        for (const view::RoleTableView &table : debrief_.tables) {
            if (table.is_exercised)
                add_table(table);
            else
                html_.element("p", table.unused_title);
        }
    }

    void add_table(const view::RoleTableView &view) {
        const auto scroll = html_.in("div", "class=\"scroll\" tabindex=\"0\"");
        const auto table = html_.in("table", "class=\"whole\"");
        html_.element("caption", view.title);
        {
            const auto head = html_.in("thead");
            const auto row = html_.in("tr");
            html_.element("th", texts_(Text::report_function), "scope=\"col\"");
            for (const std::string &column : view.columns) html_.element("th", column, "scope=\"col\"");
        }
        const auto body = html_.in("tbody");
        for (const view::RoleTableView::Row &each : view.rows) {
            const auto row = html_.in("tr");
            html_.element("th", each.function, "scope=\"row\"");
            for (const view::RoleCellView &cell : each.cells)
                html_.element("td", cell.share, cell.figures.available == 0 ? "class=\"none\"" : "");
        }
    }

    void add_maps() {
        const auto chapter = begin_chapter(html_, chapters_, "ecomaps", texts_(Text::report_ecomaps), true);
        add_ecomap(html_, progress_, true, "map-start", texts_(Text::report_map_start), texts_);
        add_ecomap(html_, progress_, false, "map-end", texts_(Text::report_map_end), texts_);
        add_ecomap_legend(html_, texts_);
    }

    void add_decisions() {
        const auto chapter = begin_chapter(html_, chapters_, "decisions", texts_(Text::debrief_decisions), true);
        for (std::size_t i = 0; i < debrief_.decisions.size(); ++i)
            add_decision(i + 1, debrief_.decisions[i], debrief_.decision_share[i],
                         progress_.played[static_cast<std::size_t>(debrief_.decision_index[i])].decision);
    }

    void add_decision(std::size_t number, const view::OutcomeView &outcome, const std::string &share,
                      const Decision &decision) {
        const std::string id = "decision-" + std::to_string(number);
        const auto article = html_.in("article", attribute("aria-labelledby", id));
        html_.element("h3",
                      texts_.format(Text::report_numbered, fmt::arg("n", number), fmt::arg("text", outcome.title)),
                      attribute("id", id));
        html_.element("p", outcome.when, "class=\"when\"");
        if (!outcome.question.empty()) html_.element("p", outcome.question, "class=\"question\"");
        if (decision.is_given) html_.element("p", texts_(Text::report_given), "class=\"notice\"");
        add_answer(outcome, share);
        if (!outcome.rationale.empty()) {
            html_.element("h4", texts_(Text::outcome_your_why));
            html_.typed("blockquote", outcome.rationale, "class=\"typed\"");
        }
        for (const view::SafetyView &safety : outcome.safety) add_safety(html_, safety, false, texts_);
        if (!outcome.consequences.empty()) {
            html_.element("h4", texts_(Text::outcome_happened));
            html_.paragraphs(outcome.consequences);
        }
        if (!outcome.changes.empty()) {
            html_.element("h4", texts_(Text::outcome_changed));
            html_.list(outcome.changes);
        }
        if (!outcome.findings.empty()) {
            html_.element("h4", texts_(Text::outcome_findings));
            html_.list(outcome.findings);
        }
        add_reasons(html_, outcome.reasons, true, texts_);
        add_handbook_team(html_, outcome.handbook_team, outcome.prompts, texts_);
    }

    void add_answer(const view::OutcomeView &outcome, const std::string &share) {
        if (outcome.taken.empty()) return;
        html_.element("h4", texts_(Text::report_decided));
        if (outcome.option_class) {
            const auto line = html_.in("p");
            html_.raw(class_badge(*outcome.option_class) + " ");
            html_.text(outcome.taken.front());
        } else {
            html_.list(outcome.taken);
        }
        if (share.empty()) return;
        std::string points;
        for (const view::FigureView &figure : outcome.points)
            points += (points.empty() ? "" : texts_(Text::report_between)) +
                      texts_.format(Text::outcome_credit_of, fmt::arg("label", figure.label),
                                    fmt::arg("earned", figure.earned), fmt::arg("available", figure.available));
        html_.element("p", texts_.format(Text::report_credit, fmt::arg("points", points)), "class=\"small\"");
    }

    void add_self_debrief() {
        const auto chapter = begin_chapter(html_, chapters_, "self", texts_(Text::debrief_self));
        if (session_.self_debrief.is_empty()) html_.element("p", texts_(Text::report_self_empty));
        const auto add = [&](Text question, const std::string &answer) {
            if (answer.empty()) return;
            html_.element("h3", texts_(question));
            html_.typed("blockquote", answer, "class=\"typed\"");
        };
        add(Text::debrief_self_what, session_.self_debrief.what);
        add(Text::debrief_self_why, session_.self_debrief.why);
        add(Text::debrief_self_next, session_.self_debrief.next);
    }

    const Session &session_;
    const engine::Progress &progress_;
    engine::Scorecard card_;
    const std::string &date_;
    const Words &words_;
    const Texts &texts_;
    view::DebriefView debrief_;
    Html html_;
    std::vector<Chapter> chapters_;
};

} // namespace

std::string handout_html(const Run &run, const std::string &date, const Words &words) {
    return HandoutWriter(run, date, words).write();
}

} // namespace tsunagi::report
