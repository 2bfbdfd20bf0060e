#include "report/workshop_handout.h"

#include <algorithm>

#include <fmt/ranges.h>

#include "analysis/point_profiles.h"
#include "report/comparison.h"
#include "report/escape.h"
#include "report/pictures.h"
#include "view/answer_text.h"
#include "view/play_view.h"
#include "view/review_material.h"
#include "view/scene_reasons.h"
#include "view/words.h"

namespace tsunagi::report {

using namespace model;
using i18n::Text;
using i18n::Texts;

namespace {

// Of every group its own map makes a page each; beyond this nobody reads them, and the file grows large.
constexpr std::size_t kMostMaps = 8;

class WorkshopWriter {
  public:
    WorkshopWriter(const WorkshopHandout &handout, const Words &words)
        : handout_(handout), words_(words), texts_(words.texts), scenario_(*handout.runs.front().progress->scenario),
          voices_(handout.voices), cohort_(analysis::compare_all(scenario_, voices_, answers_of(handout))),
          order_(analysis::order_by_difference(cohort_)),
          names_(names_of(voices_, texts_)), comparison_{handout_.runs, cohort_, names_} {
        // What nobody decided has nothing to compare.
        order_.erase(std::remove_if(order_.begin(), order_.end(),
                                    [&](std::size_t i) { return cohort_.decisions[i].votes.total == 0; }),
                     order_.end());
    }

    std::string write() {
        add_case_and_groups();
        add_overview();
        add_profiles();
        add_decisions();
        add_maps();
        add_minutes();
        const std::string title = texts_.format(Text::report_workshop_title, fmt::arg("case", scenario_.title));
        return html_page(title, heading(), chapters_, html_.take(), texts_);
    }

  private:
    static analysis::AnswersByScene answers_of(const WorkshopHandout &handout) {
        analysis::AnswersByScene answers;
        for (std::size_t voice = 0; voice < handout.runs.size(); ++voice)
            for (const engine::PlayedDecision &played : handout.runs[voice].progress->played)
                if (!played.decision.is_given) answers[played.scene->id].push_back({voice, played.decision.answer, 1});
        return answers;
    }

    static std::vector<std::string> names_of(const std::vector<analysis::Voice> &voices, const Texts &texts) {
        std::vector<std::string> names;
        for (const analysis::Voice &voice : voices)
            names.push_back(name_and_profession(voice.name, view::profession_name(voice.profession, texts), texts));
        return names;
    }

    std::string heading() const {
        Html html;
        html.element("p", texts_(Text::report_workshop_kicker), "class=\"kicker\"");
        if (handout_.workshop != nullptr && !handout_.workshop->title.empty())
            html.typed("h1", handout_.workshop->title);
        else
            html.element("h1", scenario_.title);
        {
            const auto facts = html.in("dl", "class=\"facts\"");
            add_fact(html, texts_(Text::report_case), scenario_.title);
            add_typed_fact(html, texts_(Text::report_date), handout_.date);
            add_fact(html, texts_(Text::report_groups), std::to_string(voices_.size()));
        }
        return html.take();
    }

    void add_case_and_groups() {
        {
            const auto chapter = begin_chapter(html_, chapters_, "case", texts_(Text::report_case));
            add_case(html_, scenario_, texts_);
        }
        const auto chapter = begin_chapter(html_, chapters_, "groups", texts_(Text::report_groups));
        {
            const auto scroll = html_.in("div", "class=\"scroll\" tabindex=\"0\"");
            const auto table = html_.in("table");
            html_.element("caption", texts_(Text::report_groups_caption));
            {
                const auto head = html_.in("thead");
                const auto row = html_.in("tr");
                for (const Text key : {Text::report_group, Text::report_profession, Text::report_members,
                                       Text::debrief_ending, Text::report_flags})
                    html_.element("th", texts_(key), "scope=\"col\"");
            }
            const auto body = html_.in("tbody");
            for (std::size_t i = 0; i < voices_.size(); ++i) add_group_row(i);
        }
        for (std::size_t i = 0; i < voices_.size(); ++i) add_safety_of(i);
    }

    void add_safety_of(std::size_t i) {
        const std::vector<engine::SafetyRaised> raised = engine::score(*handout_.runs[i].progress).safety;
        if (raised.empty()) return;
        html_.raw("<h3>" + names_[i] + "</h3>\n");
        for (const engine::SafetyRaised &each : raised)
            add_safety(html_, view::safety_view(each, texts_), true, texts_);
    }

    void add_group_row(std::size_t i) {
        const engine::Progress &progress = *handout_.runs[i].progress;
        const auto row = html_.in("tr");
        html_.typed("th", voices_[i].name, "scope=\"row\"");
        html_.element("td", view::profession_name(voices_[i].profession, texts_));
        html_.element("td",
                      handout_.workshop == nullptr ? texts_(Text::report_unknown) : std::to_string(voices_[i].members));
        html_.element("td", progress.is_over()
                                ? progress.ending->title
                                : texts_.format(Text::report_so_far, fmt::arg("scene", progress.scene->title)));
        html_.element("td", std::to_string(engine::score(progress).safety.size()), "class=\"number\"");
    }

    void add_overview() {
        const auto chapter = begin_chapter(html_, chapters_, "overview", texts_(Text::report_overview));
        html_.element("p", texts_(Text::report_overview_about), "class=\"small\"");
        const auto scroll = html_.in("div", "class=\"scroll\" tabindex=\"0\" role=\"group\"" +
                                                attribute("aria-label", texts_(Text::report_overview)));
        const auto table = html_.in("table");
        html_.element("caption", texts_(Text::report_overview_caption));
        {
            const auto head = html_.in("thead");
            const auto row = html_.in("tr");
            html_.element("th", texts_(Text::report_decision), "scope=\"col\"");
            html_.element("th", texts_(Text::report_difference), "scope=\"col\" class=\"number\"");
            html_.element("th", texts_(Text::report_disagreement), "scope=\"col\" class=\"number\"");
            for (const std::string &name : names_) html_.raw("<th scope=\"col\">" + name + "</th>\n");
            if (has_team()) html_.element("th", texts_(Text::report_team), "scope=\"col\"");
        }
        const auto body = html_.in("tbody");
        for (std::size_t i = 0; i < order_.size(); ++i) add_overview_row(i);
    }

    void add_overview_row(std::size_t i) {
        const analysis::DecisionComparison &compared = cohort_.decisions[order_[i]];
        const auto row = html_.in("tr");
        html_.raw("<th scope=\"row\">");
        html_.element(
            "a", texts_.format(Text::report_numbered, fmt::arg("n", i + 1), fmt::arg("text", compared.scene->title)),
            attribute("href", "#decision-" + std::to_string(i + 1)));
        html_.raw("</th>\n");
        html_.element("td", view::figure_text(compared.difference_between_professions), "class=\"number\"");
        html_.element("td", view::figure_text(compared.disagreement), "class=\"number\"");
        for (std::size_t voice = 0; voice < voices_.size(); ++voice) {
            const engine::PlayedDecision *played = decision_at(comparison_, voice, compared.scene->id);
            if (played == nullptr)
                html_.element("td", texts_(Text::report_not_asked), "class=\"none\"");
            else
                html_.element("td", short_answer(compared.scene->interaction, played->decision.answer, texts_));
        }
        if (!has_team()) return;
        const Decision *team = team_at(compared.scene->id);
        html_.element("td", team == nullptr ? std::string()
                                            : short_answer(compared.scene->interaction, team->answer, texts_));
    }

    void add_profiles() {
        const auto chapter = begin_chapter(html_, chapters_, "points", texts_(Text::report_profiles), true);
        html_.element("p", texts_(Text::report_profiles_about), "class=\"small\"");
        std::vector<analysis::VoiceRun> runs;
        for (std::size_t voice = 0; voice < voices_.size(); ++voice)
            runs.push_back({voice, handout_.runs[voice].progress});
        const auto profiles = analysis::practice_point_profiles(scenario_, voices_, runs);
        const auto columns = html_.in("div", "class=\"columns\"");
        for (std::size_t i = 0; i < profiles.professions.size(); ++i) {
            const auto column = html_.in("div");
            const std::string profession = view::profession_name(profiles.professions[i], texts_);
            html_.element("h3", texts_.format(Text::report_profile_of, fmt::arg("profession", profession),
                                              fmt::arg("n", profiles.by_profession[i].sessions)));
            Credit earned;
            Credit available;
            for (PointIndex point = 0; point < kPointCount; ++point) {
                earned.points[point] = static_cast<int>(profiles.by_profession[i].earned[point]);
                available.points[point] = static_cast<int>(profiles.by_profession[i].available[point]);
            }
            add_profile(html_, earned, available, "profile-" + std::to_string(i + 1),
                        texts_.format(Text::report_profile_caption, fmt::arg("profession", profession)), words_);
        }
    }

    void add_decisions() {
        const auto chapter = begin_chapter(html_, chapters_, "decisions", texts_(Text::debrief_decisions), true);
        for (std::size_t i = 0; i < order_.size(); ++i) add_decision(i + 1, cohort_.decisions[order_[i]]);
    }

    void add_decision(std::size_t number, const analysis::DecisionComparison &compared) {
        const std::string id = "decision-" + std::to_string(number);
        const auto article = html_.in("article", attribute("aria-labelledby", id));
        html_.element(
            "h3", texts_.format(Text::report_numbered, fmt::arg("n", number), fmt::arg("text", compared.scene->title)),
            attribute("id", id));
        html_.element("p",
                      texts_.format(Text::report_split,
                                    fmt::arg("difference", view::figure_text(compared.difference_between_professions)),
                                    fmt::arg("disagreement", view::figure_text(compared.disagreement)),
                                    fmt::arg("n", compared.votes.total)),
                      "class=\"when\"");
        html_.element("p", view::question_of(compared.scene->interaction), "class=\"question\"");
        add_distribution(html_, compared, comparison_, texts_);
        add_answers(compared);
        if (const Decision *team = team_at(compared.scene->id)) {
            html_.element("h4", texts_(Text::report_team));
            html_.list(view::answer_lines(compared.scene->interaction, team->answer, texts_));
            if (!team->rationale.empty()) html_.typed("blockquote", team->rationale, "class=\"typed\"");
        }
        add_reasons(html_, view::scene_reasons(*compared.scene, words_.handbook, texts_), false, texts_);
        add_handbook_team(html_, compared.scene->handbook_team, compared.scene->prompts, texts_);
        if (handout_.workshop == nullptr) return;
        for (const SceneNote &note : handout_.workshop->notes) {
            if (note.scene != compared.scene->id || note.text.empty()) continue;
            html_.element("h4", texts_(Text::report_note));
            html_.typed("p", note.text, "class=\"notice\"");
        }
    }

    // What each decided in words where the table above does not say it, and why.
    void add_answers(const analysis::DecisionComparison &compared) {
        const bool is_in_table = options_of(compared.scene->interaction) != nullptr;
        Html each;
        for (std::size_t voice = 0; voice < voices_.size(); ++voice) {
            const engine::PlayedDecision *played = decision_at(comparison_, voice, compared.scene->id);
            if (played == nullptr || (is_in_table && played->decision.rationale.empty())) continue;
            each.raw("<li><p><strong>" + names_[voice] + "</strong></p>\n");
            if (!is_in_table)
                each.element("p",
                             fmt::format("{}", fmt::join(view::answer_lines(compared.scene->interaction,
                                                                            played->decision.answer, texts_),
                                                         texts_(Text::report_between))),
                             "class=\"small\"");
            if (!played->decision.rationale.empty())
                each.typed("blockquote", played->decision.rationale, "class=\"typed\"");
            each.raw("</li>\n");
        }
        const std::string items = each.take();
        if (items.empty()) return;
        html_.element("h4", texts_(Text::report_reasons));
        html_.raw("<ul class=\"options voices\">\n" + items + "</ul>\n");
    }

    void add_maps() {
        const auto chapter = begin_chapter(html_, chapters_, "ecomaps", texts_(Text::report_ecomaps), true);
        add_ecomap(html_, *handout_.runs.front().progress, true, "map-start", texts_(Text::report_map_start), texts_);
        add_ecomap_legend(html_, texts_);
        if (voices_.size() > kMostMaps) {
            html_.element("p", texts_.format(Text::report_too_many_maps, fmt::arg("n", kMostMaps)));
            return;
        }
        for (std::size_t i = 0; i < voices_.size(); ++i) {
            html_.raw("<h3>" + names_[i] + "</h3>\n");
            add_ecomap(html_, *handout_.runs[i].progress, false, "map-" + std::to_string(i + 1),
                       texts_(Text::report_map_end), texts_);
        }
    }

    void add_minutes() {
        if (handout_.workshop == nullptr || handout_.workshop->minutes.empty()) return;
        const auto chapter = begin_chapter(html_, chapters_, "minutes", texts_(Text::report_minutes));
        html_.typed("p", handout_.workshop->minutes);
    }

    [[nodiscard]] bool has_team() const { return handout_.workshop != nullptr && !handout_.workshop->team.empty(); }
    [[nodiscard]] const Decision *team_at(const SceneId &scene) const {
        if (handout_.workshop == nullptr) return nullptr;
        return find_decision(handout_.workshop->team, scene);
    }

    const WorkshopHandout &handout_;
    const Words &words_;
    const Texts &texts_;
    const Scenario &scenario_;
    std::vector<analysis::Voice> voices_;
    analysis::Cohort cohort_;
    std::vector<std::size_t> order_;
    std::vector<std::string> names_;
    Comparison comparison_;
    Html html_;
    std::vector<Chapter> chapters_;
};

} // namespace

std::vector<analysis::Voice> voices_of(const std::vector<Run> &runs, const Workshop *workshop) {
    std::vector<analysis::Voice> voices;
    for (const Run &run : runs) {
        const Session &session = *run.session;
        const WorkshopGroup *group = nullptr;
        if (workshop != nullptr && session.seat && session.seat->workshop == workshop->id)
            group = workshop->find_group(session.seat->group);
        const bool is_member = workshop != nullptr && workshop->settings.is_panel;
        analysis::Voice voice;
        if (group != nullptr)
            voice = {group->id, group->name, group->profession, group->members};
        else
            voice.profession = session.learner.profession;
        if (group == nullptr && !session.learner.group.empty()) voice.name = session.learner.group;
        if ((is_member && !session.learner.nickname.empty()) || voice.name.empty())
            voice.name = session.learner.nickname;
        voices.push_back(std::move(voice));
    }
    return voices;
}

std::string workshop_html(const WorkshopHandout &handout, const Words &words) {
    return WorkshopWriter(handout, words).write();
}

} // namespace tsunagi::report
