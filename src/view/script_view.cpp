#include "view/script_view.h"

#include <algorithm>
#include <optional>

#include "base/utf8.h"
#include "view/play_view.h"
#include "view/script_stances.h"
#include "view/words.h"

namespace tsunagi::view {

using namespace model;
using analysis::Cohort;
using analysis::DecisionComparison;
using i18n::Text;
using i18n::Texts;

namespace {

constexpr std::size_t kQuoteLimit = 60;
constexpr std::size_t kFlagLimit = 400; ///< the case's own words, which are not cut

// Controls, and marks that turn the direction of writing: they would reach over the end of the quotation.
bool is_left_out(std::string_view character) {
    static constexpr std::string_view kMarks[] = {
        "\xD8\x9C",     "\xE2\x80\x8E", "\xE2\x80\x8F", "\xE2\x80\xAA", "\xE2\x80\xAB", "\xE2\x80\xAC", "\xE2\x80\xAD",
        "\xE2\x80\xAE", "\xE2\x81\xA6", "\xE2\x81\xA7", "\xE2\x81\xA8", "\xE2\x81\xA9", "\xEF\xBB\xBF"};
    return std::find(std::begin(kMarks), std::end(kMarks), character) != std::end(kMarks);
}

bool is_space(std::string_view character) {
    const auto byte = static_cast<unsigned char>(character.front());
    return (character.size() == 1 && (byte <= 0x20 || byte == 0x7F)) || character == "\xE2\x80\xA8" ||
           character == "\xE2\x80\xA9" || (byte == 0xC2 && static_cast<unsigned char>(character[1]) < 0xA0);
}

// Makes the lines about one decision.
class DecisionScript {
  public:
    DecisionScript(const Cohort &cohort, const DecisionComparison &compared, const std::vector<VoiceAnswer> &answers,
                   const Texts &texts)
        : cohort_(cohort), compared_(compared), answers_(answers), texts_(texts),
          handbook_(find_decision(cohort.scenario->handbook_course.decisions, compared.scene->id)),
          pair_(stances_of(compared, cohort.voices, handbook_ == nullptr ? nullptr : &handbook_->answer)) {}

    [[nodiscard]] ScriptDecision made() const {
        ScriptDecision decision;
        decision.scene = compared_.scene->id;
        decision.title = compared_.scene->title;
        decision.question = question_of(compared_.scene->interaction);
        decision.split = pair_.split;
        decision.split_label = texts_.named("script_split." + split_word());
        decision.phases = {
            phase(ScriptPhaseKind::reactions, reactions()), phase(ScriptPhaseKind::description, description()),
            phase(ScriptPhaseKind::analysis, analysis_lines()), phase(ScriptPhaseKind::summary, summary())};
        return decision;
    }

  private:
    using Lines = std::vector<std::string>;

    [[nodiscard]] std::string split_word() const { return std::string(word_of(pair_.split, kScriptSplitWords)); }

    [[nodiscard]] ScriptPhase phase(ScriptPhaseKind kind, Lines lines) const {
        return {kind, texts_.named("script_phase." + std::string(word_of(kind, kScriptPhaseWords))), std::move(lines)};
    }

    [[nodiscard]] Lines reactions() const {
        Lines lines = {texts_.format(Text::script_react, fmt::arg("scene", quotable(compared_.scene->title, texts_)))};
        // Whoever raised a flag may fear to be blamed for it: that is said before anything is asked.
        if (!compared_.safety.empty()) lines.push_back(texts_(Text::script_react_safety));
        return lines;
    }

    [[nodiscard]] Lines description() const {
        Lines lines = {texts_(Text::script_describe)};
        // Who decided what, without reasons and without an opinion: those come with the opening question.
        if (pair_.first)
            for (std::size_t i = 0; i < compared_.parts[pair_.first->part].alternatives.size(); ++i) {
                const Stance stance = stance_at(compared_, pair_.first->part, i);
                if (!stance.voices.empty())
                    lines.push_back(texts_.format(Text::script_vote,
                                                  fmt::arg("stance", stance_text(compared_, stance, texts_)),
                                                  fmt::arg("who", who_text(stance.voices, cohort_.voices, texts_))));
            }
        if (const int count = other_splits(compared_, pair_))
            lines.push_back(texts_.format(Text::script_other_splits, fmt::arg("n", count)));
        return lines;
    }

    [[nodiscard]] Lines analysis_lines() const {
        Lines lines = {opening()};
        for (const analysis::RowFinding &finding : compared_.findings) {
            const auto ask = [&](Text key, const analysis::Tally &tally) {
                if (tally.total > 0)
                    lines.push_back(texts_.format(
                        key, fmt::arg("row", quotable(finding.row->text, texts_)),
                        fmt::arg("who", who_text(analysis::voices_behind(tally), cohort_.voices, texts_))));
            };
            ask(Text::script_nobody, finding.nobody);
            ask(Text::script_two_leads, finding.two_leads);
        }
        for (const analysis::RaisedFlag &raised : compared_.safety) lines.push_back(about(raised));
        for (const std::string &prompt : compared_.scene->prompts) lines.push_back(prompt);
        return lines;
    }

    [[nodiscard]] Lines summary() const {
        Lines lines;
        if (!compared_.scene->handbook_team.empty())
            lines.push_back(texts_.format(Text::script_handbook, fmt::arg("team", compared_.scene->handbook_team)));
        lines.push_back(texts_.named("script_take." + split_word()));
        return lines;
    }

    // The advocacy (what was seen, what I make of it) and the inquiry.
    [[nodiscard]] std::string opening() const {
        const std::string key = "script_ask." + split_word();
        std::map<std::string, std::string> args;
        if (pair_.first) {
            args["first"] = observed(*pair_.first);
            args["first_who"] = who_text(pair_.first->voices, cohort_.voices, texts_);
        }
        if (pair_.second) {
            args["second"] = pair_.second->voices.empty() ? std::string() : observed(*pair_.second);
            args["second_who"] = who_text(pair_.second->voices, cohort_.voices, texts_);
            args["team"] = stance_text(compared_, *pair_.second, texts_);
        }
        // All alike on many parts: there is no single choice to name.
        if (!pair_.first) return texts_.named(key + "-whole");
        // One voice of many sessions on both sides.
        if (pair_.second && pair_.second->voices.empty() && pair_.split == ScriptSplit::within_profession) {
            args["second"] = stance_text(compared_, *pair_.second, texts_);
            return texts_.format_named(key + "-one", args);
        }
        return texts_.format_named(key, args);
    }

    [[nodiscard]] std::string observed(const Stance &stance) const {
        const std::string reason = reason_of(stance);
        return texts_.format(reason.empty() ? Text::script_observed : Text::script_observed_reason,
                             fmt::arg("who", who_text(stance.voices, cohort_.voices, texts_)),
                             fmt::arg("stance", stance_text(compared_, stance, texts_)), fmt::arg("reason", reason));
    }

    // The first reason that one of the voices gave for this side; empty where none did.
    [[nodiscard]] std::string reason_of(const Stance &stance) const {
        analysis::TakenAlternatives taken;
        for (const std::size_t voice : stance.voices)
            for (const VoiceAnswer &answer : answers_) {
                if (answer.voice != voice) continue;
                if (!analysis::read_answer(compared_.scene->interaction, answer.answer, taken)) continue;
                if (taken[stance.part] != stance.alternative) continue;
                std::string reason = quote_of(answer.rationale, kQuoteLimit, texts_);
                if (!reason.empty()) return reason;
            }
        return {};
    }

    [[nodiscard]] std::string about(const analysis::RaisedFlag &raised) const {
        const Stance stance = stance_at(compared_, raised.part, raised.alternative);
        return texts_.format(Text::script_safety, fmt::arg("who", who_text(stance.voices, cohort_.voices, texts_)),
                             fmt::arg("stance", stance_text(compared_, stance, texts_)),
                             fmt::arg("kind", safety_word(raised.flag->kind, texts_)),
                             fmt::arg("text", quote_of(raised.flag->text, kFlagLimit, texts_)));
    }

    const Cohort &cohort_;
    const DecisionComparison &compared_;
    const std::vector<VoiceAnswer> &answers_;
    const Texts &texts_;
    const Decision *handbook_;
    StancePair pair_;
};

} // namespace

ScriptView script_view(const Cohort &cohort, const VoiceAnswers &answers, const Texts &texts) {
    static const std::vector<VoiceAnswer> kNone;
    ScriptView view;
    view.note = texts(Text::script_note);
    for (const std::size_t index : analysis::five_decisions(cohort)) {
        const DecisionComparison &compared = cohort.decisions[index];
        const auto found = answers.find(compared.scene->id);
        view.decisions.push_back(
            DecisionScript(cohort, compared, found == answers.end() ? kNone : found->second, texts).made());
    }
    if (view.decisions.empty()) view.empty = texts(Text::script_empty);
    return view;
}

std::string quote_of(const std::string &text, std::size_t limit, const Texts &texts) {
    std::string line;
    const std::string mended = base::mend_utf8(text);
    for (std::string_view rest = mended; !rest.empty();) {
        const std::string_view character = base::first_code_points(rest, 1);
        rest.remove_prefix(character.size());
        if (is_left_out(character)) continue;
        if (!is_space(character))
            line += character;
        else if (!line.empty() && line.back() != ' ')
            line += ' ';
    }
    const std::string_view trimmed = base::trim(line);
    // A full stop in front of our own closing words reads as a slip.
    std::string quoted(base::trim(base::first_graphemes(trimmed, limit)));
    const bool is_cut = quoted.size() < trimmed.size();
    for (const std::string_view stop : {std::string_view("."), std::string_view("\xE3\x80\x82")})
        if (!is_cut && quoted.size() > stop.size() &&
            quoted.compare(quoted.size() - stop.size(), stop.size(), stop) == 0)
            quoted.resize(quoted.size() - stop.size());
    return quotable(is_cut ? texts.format(Text::script_cut, fmt::arg("text", quoted)) : quoted, texts);
}

} // namespace tsunagi::view
