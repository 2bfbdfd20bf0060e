#include "view/presenter_view.h"

#include <algorithm>
#include <cstdlib>

#include "analysis/cohort_lists.h"
#include "view/answer_text.h"
#include "view/play_view.h"
#include "view/scene_reasons.h"
#include "view/words.h"

namespace tsunagi::view {

using namespace model;
using analysis::ComparedPart;
using analysis::DecisionComparison;
using i18n::Text;
using i18n::Texts;

namespace {

struct Teller {
    const ReviewMaterial &material;
    const DecisionComparison &compared;
    const Texts &texts;
    PresenterView &view;

    [[nodiscard]] const Scene &scene() const { return *compared.scene; }

    [[nodiscard]] PresentedLine tally_line(const std::string &text, const analysis::Tally &tally) const {
        PresentedLine line;
        line.text = text;
        line.side =
            texts.format(Text::comparison_share, fmt::arg("n", tally.total), fmt::arg("of", compared.votes.total));
        if (tally.total > 0) line.below = who_line(tally, compared.votes, material.cohort.voices, texts);
        line.part = compared.votes.total == 0
                        ? 0.0F
                        : static_cast<float>(tally.total) / static_cast<float>(compared.votes.total);
        return line;
    }

    void plain(const std::string &text) const {
        PresentedLine line;
        line.text = text;
        view.lines.push_back(std::move(line));
    }

    // ---- the question: what there was to choose from ----

    void offer(const ReadOn &) const {}
    void offer(const ChooseOne &choice) const {
        for (const Option &option : choice.options) plain(option.text);
    }
    void offer(const ChooseMany &choice) const {
        for (const Option &item : choice.items) plain(item.text);
    }
    void offer(const AssignGrid &grid) const {
        std::vector<std::string> columns;
        for (const GridColumn &column : grid.columns) columns.push_back(column.text);
        view.note = texts.format(Text::presenter_grid_columns, fmt::arg("columns", joined(columns, texts)));
        for (const GridRow &row : grid.rows) plain(row.text);
    }
    void offer(const OrderSteps &order) const {
        for (const OrderStep &step : order.steps) plain(step.text);
    }

    // ---- who chose what ----

    void tell(const ReadOn &) const {}
    void tell(const ChooseOne &choice) const {
        for (std::size_t i = 0; i < choice.options.size() && !compared.parts.empty(); ++i)
            view.lines.push_back(tally_line(choice.options[i].text, compared.parts.front().alternatives[i]));
    }
    void tell(const ChooseMany &choice) const {
        for (std::size_t i = 0; i < choice.items.size() && i < compared.parts.size(); ++i)
            view.lines.push_back(
                tally_line(choice.items[i].text, compared.parts[i].alternatives[analysis::kItemTaken]));
    }
    // Only where they differ: a whole grid cannot be read from the last row.
    void tell(const AssignGrid &grid) const {
        std::vector<const ComparedPart *> split;
        for (const ComparedPart &part : compared.parts)
            if (part.is_split()) split.push_back(&part);
        std::stable_sort(split.begin(), split.end(), [](const ComparedPart *a, const ComparedPart *b) {
            return analysis::ranked(a->difference) > analysis::ranked(b->difference);
        });
        const std::vector<Mark> marks = analysis::cell_marks(grid.kind);
        for (const ComparedPart *part : split) {
            const auto &place = std::get<analysis::CellPart>(part->subject);
            PresentedLine line;
            line.text = texts.format(Text::presenter_place, fmt::arg("row", place.row->text),
                                     fmt::arg("column", place.column->text));
            line.side = marks_text(*part, grid.kind, texts);
            for (std::size_t i = 0; i < part->alternatives.size(); ++i) {
                if (part->alternatives[i].total == 0) continue;
                if (!line.below.empty()) line.below += "\n";
                line.below += texts.format(
                    Text::comparison_names_of, fmt::arg("profession", mark_view(marks[i], texts).word),
                    fmt::arg("names", who_line(part->alternatives[i], compared.votes, material.cohort.voices, texts)));
            }
            view.lines.push_back(std::move(line));
        }
        for (const CompareRow &row : compare_table(material, compared, texts).rows)
            for (const std::string &note : row.notes)
                plain(texts.format(Text::presenter_row_note, fmt::arg("row", row.text), fmt::arg("note", note)));
        view.note = texts(Text::presenter_grid_differences);
        view.empty = texts(Text::presenter_grid_alike);
    }
    void tell(const OrderSteps &) const {
        std::vector<analysis::StepPlace> steps = analysis::step_places(compared);
        std::stable_sort(steps.begin(), steps.end(),
                         [](const analysis::StepPlace &a, const analysis::StepPlace &b) { return a.mean < b.mean; });
        for (const analysis::StepPlace &step : steps) {
            PresentedLine line;
            line.text = step.step->text;
            line.side = texts.format(Text::presenter_mean_place, fmt::arg("n", fmt::format("{:.1f}", step.mean)));
            for (std::size_t p = 0; p < compared.professions.size(); ++p) {
                if (compared.votes.by_profession[p] == 0) continue;
                if (!line.below.empty()) line.below += texts(Text::comparison_profession_between);
                line.below += texts.format(Text::comparison_names_of,
                                           fmt::arg("profession", profession_name(compared.professions[p], texts)),
                                           fmt::arg("names", fmt::format("{:.1f}", step.mean_by_profession[p])));
            }
            view.lines.push_back(std::move(line));
        }
    }

    // ---- their reasons ----

    void tell_rationales() const {
        const auto answers = material.answers.find(scene().id);
        if (answers == material.answers.end()) return;
        const bool is_short = std::holds_alternative<ChooseOne>(scene().interaction);
        for (const VoiceAnswer &each : answers->second) {
            if (each.rationale.empty()) continue;
            const analysis::Voice &voice = material.cohort.voices[each.voice];
            PresentedLine line;
            line.text = each.rationale;
            line.below = texts.format(Text::presenter_said_by, fmt::arg("name", voice.name),
                                      fmt::arg("profession", profession_name(voice.profession, texts)));
            if (is_short)
                line.below += texts.format(Text::presenter_said_of,
                                           fmt::arg("answer", short_answer(scene().interaction, each.answer, texts)));
            view.lines.push_back(std::move(line));
        }
    }

    void tell_reasons(const Handbook &handbook) const {
        for (ReasonView &reason : scene_reasons(scene(), handbook, texts)) {
            PresentedLine line;
            line.text = std::move(reason.text);
            line.option_class = std::move(reason.option_class);
            line.below = std::move(reason.reason);
            for (const std::string &detail : reason.details) line.below += (line.below.empty() ? "" : "\n") + detail;
            view.lines.push_back(std::move(line));
        }
    }

    void tell_handbook() const {
        view.note = scene().handbook_team;
        if (const Decision *decision = find_decision(material.scenario->handbook_course.decisions, scene().id))
            for (const std::string &line : answer_lines(scene().interaction, decision->answer, texts)) plain(line);
    }

    void tell_prompts(const ScriptDecision *script) const {
        view.empty = texts(Text::presenter_nothing);
        if (script != nullptr)
            for (const ScriptPhase &phase : script->phases)
                for (const std::string &said : phase.lines) {
                    PresentedLine line;
                    line.text = said;
                    line.below = phase.title;
                    view.lines.push_back(std::move(line));
                }
        for (const std::string &prompt : scene().prompts) plain(prompt);
    }
};

bool has_rationale(const ReviewMaterial &material, const SceneId &scene) {
    const auto answers = material.answers.find(scene);
    return answers != material.answers.end() &&
           std::any_of(answers->second.begin(), answers->second.end(),
                       [](const VoiceAnswer &answer) { return !answer.rationale.empty(); });
}

} // namespace

std::vector<PresenterStep> presenter_steps(const ReviewMaterial &material, std::size_t decision) {
    const Scene &scene = *material.cohort.decisions[decision].scene;
    std::vector<PresenterStep> steps{PresenterStep::question, PresenterStep::choices};
    if (has_rationale(material, scene.id)) steps.push_back(PresenterStep::rationales);
    steps.push_back(PresenterStep::reasons);
    if (!scene.handbook_team.empty() ||
        find_decision(material.scenario->handbook_course.decisions, scene.id) != nullptr)
        steps.push_back(PresenterStep::handbook);
    steps.push_back(PresenterStep::prompts);
    return steps;
}

PresenterView presenter_view(const ReviewMaterial &material, std::size_t decision, PresenterStep step,
                             std::size_t place, std::size_t count, const ScriptDecision *script,
                             const Handbook &handbook, const Texts &texts) {
    const DecisionComparison &compared = material.cohort.decisions[decision];
    PresenterView view;
    view.scene = compared.scene->id;
    view.number = texts.format(Text::comparison_share, fmt::arg("n", place + 1), fmt::arg("of", count));
    view.title = compared.scene->title;
    view.question = question_of(compared.scene->interaction);
    view.step = step;
    view.step_name = texts.named("presenter_step." + std::string(word_of(step, kPresenterStepWords)));
    const std::vector<PresenterStep> steps = presenter_steps(material, decision);
    const auto at = std::find(steps.begin(), steps.end(), step) - steps.begin();
    view.step_count = texts.format(Text::comparison_share, fmt::arg("n", at + 1), fmt::arg("of", steps.size()));
    const Teller teller{material, compared, texts, view};
    switch (step) {
    case PresenterStep::question:
        std::visit([&](const auto &kind) { teller.offer(kind); }, compared.scene->interaction);
        break;
    case PresenterStep::choices:
        std::visit([&](const auto &kind) { teller.tell(kind); }, compared.scene->interaction);
        break;
    case PresenterStep::rationales: teller.tell_rationales(); break;
    case PresenterStep::reasons: teller.tell_reasons(handbook); break;
    case PresenterStep::handbook: teller.tell_handbook(); break;
    case PresenterStep::prompts: teller.tell_prompts(script); break;
    }
    return view;
}

TimerView timer_view(int seconds_left, const Texts &texts) {
    const int seconds = std::abs(seconds_left);
    const std::string time = fmt::format("{}:{:02}", seconds / 60, seconds % 60);
    TimerView view;
    view.is_over = seconds_left <= 0;
    view.text = view.is_over ? texts.format(Text::presenter_time_over, fmt::arg("time", time)) : time;
    return view;
}

} // namespace tsunagi::view
