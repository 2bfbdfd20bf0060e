#include "app/cli_answers.h"

#include <algorithm>
#include <iostream>
#include <optional>
#include <system_error>

#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include "analysis/cohort_lists.h"
#include "app/cli_case.h"
#include "base/plain_line.h"
#include "content/json_source.h"
#include "view/play_view.h"
#include "view/review_material.h"
#include "view/words.h"

namespace tsunagi::app {

namespace fs = std::filesystem;
using analysis::DecisionComparison;
using analysis::Tally;
using i18n::Text;
using i18n::Texts;
using Json = nlohmann::ordered_json;

namespace {

using OpenedStore = base::Result<std::unique_ptr<store::SessionStore>>;

/// Nothing is made where there is nothing.
OpenedStore open_there(const CliContext &context, const std::string &wanted) {
    const fs::path file = database_at(context, wanted);
    std::error_code failure;
    if (!fs::exists(file, failure)) return base::Error{"use-answers-missing", base::plain_line(wanted)};
    if (is_empty_file(file)) return base::Error{"store-damaged", base::plain_line(wanted)};
    return store::open_sqlite_store(file);
}

/// A case, and what was answered in it.
struct Answered {
    const model::Scenario &scenario;
    const store::CaseAnswers &found;
    const analysis::Cohort &cohort;

    /// What the handbook's team decided there; null where it never came.
    [[nodiscard]] const model::Decision *handbook_at(const DecisionComparison &compared) const {
        return model::find_decision(scenario.handbook_course.decisions, compared.scene->id);
    }
    [[nodiscard]] bool is_empty() const {
        return std::all_of(cohort.decisions.begin(), cohort.decisions.end(),
                           [](const DecisionComparison &each) { return each.votes.total == 0; });
    }
};

/// One voice for each profession that answered.
analysis::Cohort cohort_of(const model::Scenario &scenario, const store::CaseAnswers &found) {
    std::vector<analysis::Voice> voices;
    for (const store::AnswerCount &each : found.answers) {
        analysis::Voice voice;
        voice.profession = each.profession;
        voices.push_back(voice);
    }
    const std::vector<model::LearnerProfession> professions = analysis::professions_of(voices);
    voices.assign(professions.size(), {});
    for (std::size_t i = 0; i < voices.size(); ++i) voices[i].profession = professions[i];
    analysis::AnswersByScene answers;
    for (const store::AnswerCount &each : found.answers)
        answers[each.scene].push_back(
            {analysis::profession_index(professions, each.profession), each.answer, each.count});
    return analysis::compare_all(scenario, voices, answers);
}

/// Something that could be taken or placed, and how many did.
struct AnswerLine {
    Json ids;
    std::string text;
    const Tally *tally = nullptr;
    bool is_handbooks = false;
};

/// The lines of a decision, in the case's order. Of a grid the marks that somebody, or the handbook's team, placed.
class LineMaker {
  public:
    LineMaker(const DecisionComparison &compared, const model::Decision *handbook, const Texts &texts)
        : compared_(compared), handbook_(handbook), texts_(texts) {}

    std::vector<AnswerLine> operator()(const model::ChooseOne &choice) const {
        const auto *taken = handbook_answer<model::OneAnswer>();
        std::vector<AnswerLine> lines;
        for (std::size_t i = 0; i < choice.options.size(); ++i)
            lines.push_back({{{"option", choice.options[i].id.value}},
                             choice.options[i].text,
                             &compared_.parts.front().alternatives[i],
                             taken != nullptr && taken->option == choice.options[i].id});
        return lines;
    }

    std::vector<AnswerLine> operator()(const model::ChooseMany &choice) const {
        const auto *taken = handbook_answer<model::ManyAnswer>();
        std::vector<AnswerLine> lines;
        for (std::size_t i = 0; i < choice.items.size(); ++i)
            lines.push_back({{{"item", choice.items[i].id.value}},
                             choice.items[i].text,
                             &compared_.parts[i].alternatives[analysis::kItemTaken],
                             taken != nullptr && std::find(taken->items.begin(), taken->items.end(),
                                                           choice.items[i].id) != taken->items.end()});
        return lines;
    }

    std::vector<AnswerLine> operator()(const model::AssignGrid &grid) const {
        const auto *placed = handbook_answer<model::GridAnswer>();
        const std::vector<model::Mark> marks = analysis::cell_marks(grid.kind);
        std::vector<AnswerLine> lines;
        for (const analysis::ComparedPart &part : compared_.parts) {
            const auto &cell = std::get<analysis::CellPart>(part.subject);
            for (std::size_t i = 0; i < marks.size(); ++i) {
                const bool is_handbooks =
                    placed != nullptr && model::mark_at(*placed, grid.kind, cell.row->id, cell.column->id) == marks[i];
                if (marks[i] == model::empty_mark(grid.kind) || (part.alternatives[i].total == 0 && !is_handbooks))
                    continue;
                lines.push_back({{{"row", cell.row->id.value},
                                  {"column", cell.column->id.value},
                                  {"mark", model::word_of(marks[i], model::kMarkWords)}},
                                 texts_.format(Text::outcome_taken_mark, fmt::arg("row", cell.row->text),
                                               fmt::arg("column", cell.column->text),
                                               fmt::arg("mark", view::mark_view(marks[i], texts_).word)),
                                 &part.alternatives[i],
                                 is_handbooks});
            }
        }
        return lines;
    }

    template <class Other>
    std::vector<AnswerLine> operator()(const Other &) const {
        return {};
    }

  private:
    template <class Answer>
    const Answer *handbook_answer() const {
        return handbook_ == nullptr ? nullptr : std::get_if<Answer>(&handbook_->answer);
    }

    const DecisionComparison &compared_;
    const model::Decision *handbook_;
    const Texts &texts_;
};

std::vector<AnswerLine> lines_of(const Answered &answered, const DecisionComparison &compared, const Texts &texts) {
    if (compared.votes.total == 0) return {};
    return std::visit(LineMaker(compared, answered.handbook_at(compared), texts), compared.scene->interaction);
}

/// Where the handbook's team put a step, counted from 1.
std::optional<std::size_t> handbook_place(const Answered &answered, const DecisionComparison &compared,
                                          const model::OptionId &step) {
    const model::Decision *handbook = answered.handbook_at(compared);
    const auto *order = handbook == nullptr ? nullptr : std::get_if<model::OrderAnswer>(&handbook->answer);
    if (order == nullptr) return std::nullopt;
    const auto found = std::find(order->steps.begin(), order->steps.end(), step);
    if (found == order->steps.end()) return std::nullopt;
    return static_cast<std::size_t>(found - order->steps.begin()) + 1;
}

std::string word_of(model::LearnerProfession profession) {
    return std::string(model::word_of(profession, model::kLearnerProfessionWords));
}

double share_of(int votes, int of) { return of == 0 ? 0.0 : static_cast<double>(votes) / static_cast<double>(of); }

// --- JSON ---

Json json_of(const AnswerLine &line, const DecisionComparison &compared) {
    Json json = line.ids;
    json["votes"] = line.tally->total;
    json["share"] = share_of(line.tally->total, compared.votes.total);
    json["professions"] = Json::object();
    for (std::size_t p = 0; p < compared.professions.size(); ++p)
        if (const int of = compared.votes.by_profession[p]; of > 0)
            json["professions"][word_of(compared.professions[p])] = {
                {"votes", line.tally->by_profession[p]}, {"share", share_of(line.tally->by_profession[p], of)}};
    json["handbook"] = line.is_handbooks;
    return json;
}

Json json_of(const analysis::StepPlace &place, const Answered &answered, const DecisionComparison &compared) {
    Json json = {{"step", place.step->id.value}, {"mean_place", place.mean}, {"professions", Json::object()}};
    for (std::size_t p = 0; p < compared.professions.size(); ++p)
        if (compared.votes.by_profession[p] > 0)
            json["professions"][word_of(compared.professions[p])] = place.mean_by_profession[p];
    const auto handbook = handbook_place(answered, compared, place.step->id);
    json["handbook_place"] = handbook ? Json(*handbook) : Json(nullptr);
    return json;
}

Json json_of(const Answered &answered, const DecisionComparison &compared, const Texts &texts) {
    Json votes = {{"total", compared.votes.total}, {"professions", Json::object()}};
    for (std::size_t p = 0; p < compared.professions.size(); ++p)
        if (compared.votes.by_profession[p] > 0)
            votes["professions"][word_of(compared.professions[p])] = compared.votes.by_profession[p];
    Json json = {{"scene", compared.scene->id.value},
                 {"votes", votes},
                 {"left_out", compared.left_out},
                 {"difference", compared.difference_between_professions},
                 {"disagreement", compared.disagreement},
                 {"handbook_decided", answered.handbook_at(compared) != nullptr},
                 {"answers", Json::array()},
                 {"places", Json::array()}};
    for (const AnswerLine &line : lines_of(answered, compared, texts))
        json["answers"].push_back(json_of(line, compared));
    for (const analysis::StepPlace &place : analysis::step_places(compared))
        json["places"].push_back(json_of(place, answered, compared));
    return json;
}

Json json_of(const Answered &answered, const Texts &texts) {
    Json json = {{"id", answered.scenario.id.value},
                 {"version", answered.scenario.version},
                 {"hash", answered.scenario.hash},
                 {"sessions", answered.found.sessions},
                 {"other_texts", answered.found.other_texts},
                 {"unreadable", answered.found.unreadable},
                 {"decisions", Json::array()}};
    for (const std::size_t index : analysis::order_by_difference(answered.cohort))
        json["decisions"].push_back(json_of(answered, answered.cohort.decisions[index], texts));
    return json;
}

// --- text: one thing a line, so that a screen reader reads it in order ---

void say(const std::string &line) { std::cout << line << '\n'; }
void say_below(const std::string &line) { say("  " + line); }

/// A part for each profession that answered, in one line.
template <class PartOf>
std::string by_profession(const DecisionComparison &compared, const Texts &texts, const PartOf &part_of) {
    std::vector<std::string> parts;
    for (std::size_t p = 0; p < compared.professions.size(); ++p)
        if (compared.votes.by_profession[p] > 0)
            parts.push_back(part_of(p, view::profession_name(compared.professions[p], texts)));
    return fmt::format("{}", fmt::join(parts, texts(Text::comparison_profession_between)));
}

std::string text_of(const AnswerLine &line, const DecisionComparison &compared, const Texts &texts) {
    const auto parts = by_profession(compared, texts, [&](std::size_t p, const std::string &profession) {
        return texts.format(Text::comparison_count_of, fmt::arg("profession", profession),
                            fmt::arg("n", line.tally->by_profession[p]),
                            fmt::arg("of", compared.votes.by_profession[p]));
    });
    return texts.format(
        line.is_handbooks ? Text::cli_answers_line_handbook : Text::cli_answers_line, fmt::arg("text", line.text),
        fmt::arg("n", line.tally->total), fmt::arg("of", compared.votes.total),
        fmt::arg("percent", fmt::format("{:.0f}", 100.0 * share_of(line.tally->total, compared.votes.total))),
        fmt::arg("parts", parts));
}

std::string text_of(const analysis::StepPlace &place, const Answered &answered, const DecisionComparison &compared,
                    const Texts &texts) {
    const auto mean_text = [](double mean) { return fmt::format("{:.1f}", mean); };
    const auto parts = by_profession(compared, texts, [&](std::size_t p, const std::string &profession) {
        return texts.format(Text::cli_answers_place_of, fmt::arg("profession", profession),
                            fmt::arg("n", mean_text(place.mean_by_profession[p])));
    });
    const auto handbook = handbook_place(answered, compared, place.step->id);
    const std::string line = texts.format(Text::cli_answers_place, fmt::arg("text", place.step->text),
                                          fmt::arg("n", mean_text(place.mean)), fmt::arg("parts", parts));
    return handbook ? texts.format(Text::cli_answers_place_handbook, fmt::arg("line", line), fmt::arg("n", *handbook))
                    : line;
}

void print_decision(const Answered &answered, std::size_t index, const Texts &texts) {
    const DecisionComparison &compared = answered.cohort.decisions[index];
    say(texts.format(Text::cli_answers_scene, fmt::arg("n", index + 1), fmt::arg("title", compared.scene->title),
                     fmt::arg("id", compared.scene->id.value)));
    const auto parts = by_profession(compared, texts, [&](std::size_t p, const std::string &profession) {
        return texts.format(Text::comparison_votes_of, fmt::arg("profession", profession),
                            fmt::arg("n", compared.votes.by_profession[p]));
    });
    say_below(texts.format(Text::cli_answers_votes, fmt::arg("n", compared.votes.total), fmt::arg("parts", parts)));
    say_below(compared.professions.size() < 2
                  ? texts(Text::comparison_one_profession)
                  : texts.format(Text::comparison_difference,
                                 fmt::arg("n", view::figure_text(compared.difference_between_professions))));
    say_below(texts.format(Text::comparison_disagreement, fmt::arg("n", view::figure_text(compared.disagreement))));
    if (compared.left_out > 0) say_below(texts.format(Text::comparison_left_out, fmt::arg("n", compared.left_out)));
    for (const AnswerLine &line : lines_of(answered, compared, texts)) say_below(text_of(line, compared, texts));
    for (const analysis::StepPlace &place : analysis::step_places(compared))
        say_below(text_of(place, answered, compared, texts));
}

void print_text(const Answered &answered, const Texts &texts) {
    say(texts.format(Text::cli_analyze_title, fmt::arg("id", answered.scenario.id.value),
                     fmt::arg("title", answered.scenario.title)));
    say_below(texts.format(Text::cli_answers_sessions, fmt::arg("n", answered.found.sessions)));
    if (answered.found.other_texts > 0)
        say_below(texts.format(Text::cli_answers_other_texts, fmt::arg("n", answered.found.other_texts)));
    if (answered.found.unreadable > 0)
        say_below(texts.format(Text::cli_answers_unreadable, fmt::arg("n", answered.found.unreadable)));
    if (answered.is_empty()) {
        say_below(texts(Text::cli_answers_none));
        return;
    }
    std::vector<std::string> unanswered;
    for (const std::size_t index : analysis::order_by_difference(answered.cohort)) {
        const DecisionComparison &compared = answered.cohort.decisions[index];
        if (compared.votes.total == 0 && compared.left_out == 0)
            unanswered.push_back(compared.scene->id.value);
        else
            print_decision(answered, index, texts);
    }
    if (!unanswered.empty())
        say(texts.format(Text::cli_answers_unanswered,
                         fmt::arg("ids", fmt::format("{}", fmt::join(unanswered, ", ")))));
    say("");
}

} // namespace

int run_analyze_answers(const CliContext &context, const std::vector<std::string> &cases, const std::string &database,
                        bool as_json) {
    const model::Handbook handbook = load_handbook_or_warn(context);
    if (cases.empty()) return report_error(context, load_case(context, handbook, "").error());
    const OpenedStore store = open_there(context, database);
    if (!store) return report_error(context, store.error());
    Json documents = Json::array();
    for (const std::string &wanted : cases) {
        const auto file = load_playable_case(context, handbook, wanted);
        if (!file) return report_error(context, file.error());
        const model::Scenario &scenario = *file->scenario;
        const auto found = (*store)->answers_of_case(scenario.id, scenario.hash);
        if (!found) return report_error(context, found.error());
        const analysis::Cohort cohort = cohort_of(scenario, *found);
        const Answered answered{scenario, *found, cohort};
        if (as_json)
            documents.push_back(json_of(answered, context.texts));
        else
            print_text(answered, context.texts);
    }
    if (as_json) say((documents.size() == 1 ? documents.front() : documents).dump(2));
    return kGood;
}

} // namespace tsunagi::app
