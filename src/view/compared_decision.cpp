#include "view/compared_decision.h"

#include "analysis/panel.h"
#include "view/answer_text.h"
#include "view/play_view.h"
#include "view/scene_reasons.h"
#include "view/words.h"

namespace tsunagi::view {

using namespace model;
using analysis::DecisionComparison;
using i18n::Text;
using i18n::Texts;

namespace {

// Where the words change, on the larger of both figures. Words for orientation; the figures stand beside them.
constexpr double kSplitFrom = 0.4;
constexpr double kPartlyFrom = 0.05;

std::string votes_line(const DecisionComparison &compared, const Texts &texts) {
    std::string parts;
    for (std::size_t p = 0; p < compared.professions.size(); ++p) {
        if (compared.votes.by_profession[p] == 0) continue;
        if (!parts.empty()) parts += texts(Text::comparison_profession_between);
        parts += texts.format(Text::comparison_votes_of,
                              fmt::arg("profession", profession_name(compared.professions[p], texts)),
                              fmt::arg("n", compared.votes.by_profession[p]));
    }
    return compared.votes.total == 0
               ? texts(Text::comparison_no_votes)
               : texts.format(Text::comparison_votes, fmt::arg("n", compared.votes.total), fmt::arg("parts", parts));
}

std::string panel_line(const ReviewMaterial &material, const DecisionComparison &compared, const Texts &texts) {
    if (!material.workshop.settings.is_panel) return {};
    const Interaction &interaction = compared.scene->interaction;
    if (!std::holds_alternative<ChooseOne>(interaction) && !std::holds_alternative<ChooseMany>(interaction))
        return texts(Text::comparison_panel_other_kind);
    if (compared.votes.total < analysis::kPanelVotes)
        return texts.format(Text::comparison_panel_too_few, fmt::arg("n", compared.votes.total),
                            fmt::arg("least", analysis::kPanelVotes));
    return texts(Text::comparison_panel_about);
}

void add_voices(const ReviewMaterial &material, ComparedDecisionView &view, const Interaction &interaction,
                const Texts &texts) {
    const auto answers = material.answers.find(view.scene);
    if (answers == material.answers.end()) return;
    int silent = 0;
    for (const VoiceAnswer &each : answers->second) {
        const analysis::Voice &voice = material.cohort.voices[each.voice];
        view.voices.push_back({voice.name, profession_name(voice.profession, texts),
                               short_answer(interaction, each.answer, texts), each.rationale});
        if (each.rationale.empty()) ++silent;
    }
    if (silent > 0) view.without_reason = texts.format(Text::comparison_without_reason, fmt::arg("n", silent));
}

// Pairs of steps that not all put in the same order: which, and how many of each profession.
std::vector<std::string> pair_lines(const ReviewMaterial &material, const DecisionComparison &compared,
                                    const Texts &texts) {
    std::vector<std::string> lines;
    for (const analysis::ComparedPart &part : compared.parts) {
        const auto *pair = std::get_if<analysis::PairPart>(&part.subject);
        if (pair == nullptr || !part.is_split()) continue;
        const auto who = [&](std::size_t alternative) {
            return who_line(part.alternatives[alternative], compared.votes, material.cohort.voices, texts);
        };
        lines.push_back(texts.format(
            Text::comparison_pair, fmt::arg("first", pair->first->text), fmt::arg("second", pair->second->text),
            fmt::arg("who", who(analysis::kFirstBefore)), fmt::arg("others", who(analysis::kSecondBefore))));
    }
    return lines;
}

} // namespace

SplitView split_view(const DecisionComparison &compared, const Texts &texts) {
    SplitView view;
    const double figure = std::max(compared.difference_between_professions, compared.disagreement);
    Text word = Text::comparison_undecided;
    Text sign = Text::comparison_undecided_sign;
    if (compared.votes.total >= 2) {
        view.level = figure >= kSplitFrom    ? SplitView::Level::split
                     : figure >= kPartlyFrom ? SplitView::Level::partly
                                             : SplitView::Level::alike;
        word = view.level == SplitView::Level::split    ? Text::comparison_split
               : view.level == SplitView::Level::partly ? Text::comparison_partly
                                                        : Text::comparison_alike;
        sign = view.level == SplitView::Level::split    ? Text::comparison_split_sign
               : view.level == SplitView::Level::partly ? Text::comparison_partly_sign
                                                        : Text::comparison_alike_sign;
    }
    view.word = texts(word);
    view.sign = texts(sign);
    return view;
}

std::string short_answer(const Interaction &interaction, const Answer &answer, const Texts &texts) {
    const std::vector<std::string> lines = answer_lines(interaction, answer, texts);
    if (lines.empty()) return texts(Text::comparison_nothing_taken);
    return joined(lines, texts);
}

ComparedDecisionView compared_decision_view(const ReviewMaterial &material, std::size_t index, const Handbook &handbook,
                                            const Texts &texts) {
    const DecisionComparison &compared = material.cohort.decisions[index];
    const Scene &scene = *compared.scene;
    ComparedDecisionView view;
    view.scene = scene.id;
    view.title = scene.title;
    view.question = question_of(scene.interaction);
    view.votes = votes_line(compared, texts);
    view.split = split_view(compared, texts);
    view.difference = compared.professions.size() < 2
                          ? texts(Text::comparison_one_profession)
                          : texts.format(Text::comparison_difference,
                                         fmt::arg("n", figure_text(compared.difference_between_professions)));
    view.disagreement = texts.format(Text::comparison_disagreement, fmt::arg("n", figure_text(compared.disagreement)));
    view.table = compare_table(material, compared, texts);
    view.pairs = pair_lines(material, compared, texts);
    view.panel = panel_line(material, compared, texts);
    if (compared.left_out > 0)
        view.left_out = texts.format(Text::comparison_left_out, fmt::arg("n", compared.left_out));
    add_voices(material, view, scene.interaction, texts);
    view.reasons = scene_reasons(scene, handbook, texts);
    view.handbook_team = scene.handbook_team;
    if (const Decision *decision = find_decision(material.scenario->handbook_course.decisions, scene.id))
        view.handbook_answer = answer_lines(scene.interaction, decision->answer, texts);
    if (const Decision *decision = find_decision(material.workshop.team, scene.id)) {
        view.team = team_decision_text(*material.scenario, *decision, texts);
        view.has_team = true;
    }
    return view;
}

} // namespace tsunagi::view
