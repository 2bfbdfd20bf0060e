#include "report/csv.h"

#include <string_view>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "report/escape.h"
#include "view/answer_text.h"
#include "view/outcome_view.h"
#include "view/play_view.h"
#include "view/words.h"

namespace tsunagi::report {

using namespace model;
using i18n::Text;
using i18n::Texts;

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF"; // without it Excel reads the bytes as another encoding

class Table {
  public:
    Table() : text_(kByteOrderMark) {}

    /// What people or case files say.
    void add(std::string_view text) { add_raw(csv_field(text)); }
    void add(const Texts &texts, Text key) { add(texts(key)); }
    /// A number of our own: never a formula, so nothing is put before it.
    void add_number(std::int64_t number) { add_raw(fmt::format("{}", number)); }
    void add_empty() { add_raw({}); }
    void end_row() {
        text_ += "\r\n";
        is_row_begun_ = false;
    }
    [[nodiscard]] std::string take() { return std::move(text_); }

  private:
    void add_raw(const std::string &field) {
        if (is_row_begun_) text_ += ',';
        text_ += field;
        is_row_begun_ = true;
    }

    std::string text_;
    bool is_row_begun_ = false;
};

void add_head(Table &table, const Texts &texts, std::initializer_list<Text> keys) {
    for (const Text key : keys) table.add(texts, key);
}

void add_point_heads(Table &table, const Texts &texts) {
    for (PointIndex point = 0; point < kPointCount; ++point)
        for (const Text key : {Text::report_csv_point_earned, Text::report_csv_point_available})
            table.add(texts.format(key, fmt::arg("n", point + 1)));
}

void add_points(Table &table, const Credit &earned, const Credit &available) {
    for (PointIndex point = 0; point < kPointCount; ++point) {
        table.add_number(earned.points[point]);
        table.add_number(available.points[point]);
    }
}

std::string kind_of(const Session &session, const Texts &texts) {
    return texts.named("session_kind." + std::string(word_of(session.kind, kSessionKindWords)));
}

void add_attempt(Table &table, const Run &run, const Texts &texts) {
    const Session &session = *run.session;
    const engine::Progress &progress = *run.progress;
    const engine::Scorecard card = engine::score(progress);
    table.add(session.learner.nickname);
    table.add(session.learner.group);
    table.add(view::profession_name(session.learner.profession, texts));
    table.add(session.id.value);
    table.add(session.scenario.value);
    table.add(session.scenario_version);
    table.add(session.scenario_hash);
    table.add(kind_of(session, texts));
    table.add(utc_time(session.started_at));
    table.add(texts, progress.is_over() ? Text::report_csv_finished : Text::report_csv_unfinished);
    table.add(progress.is_over() ? progress.ending->title : std::string());
    const int earned = card.earned.overall();
    const int available = card.available.overall();
    table.add_number(earned);
    table.add_number(available);
    if (available > 0)
        table.add_number((earned * 200 + available) / (2 * available)); // percent, rounded
    else
        table.add_empty();
    add_points(table, card.earned, card.available);
    table.add_number(static_cast<std::int64_t>(card.safety.size()));
    table.add_number(seconds_until(session, session.decisions.size()));
    table.end_row();
}

void add_decision(Table &table, const Session &session, const engine::PlayedDecision &played, const Texts &texts) {
    const Decision &decision = played.decision;
    const engine::DecisionReview review = engine::review(played);
    table.add(session.id.value);
    table.add(session.learner.group);
    table.add(view::profession_name(session.learner.profession, texts));
    table.add(session.scenario.value);
    table.add(played.scene->id.value);
    table.add(played.scene->title);
    table.add(view::question_of(played.scene->interaction));
    table.add(
        fmt::format("{}", fmt::join(view::answer_lines(played.scene->interaction, decision.answer, texts), " / ")));
    table.add(review.option_class && !decision.is_given ? view::class_view(*review.option_class, texts).word
                                                        : std::string());
    if (decision.is_given)
        for (std::size_t i = 0; i < 2 * kPointCount; ++i) table.add_empty();
    else
        add_points(table, played.earned, played.available);
    table.add_empty(); // regret: known only to the exact analysis, and shown only when it is asked for
    table.add(decision.rationale);
    table.add_number(decision.seconds);
    table.add_number(decision.is_given ? 1 : 0);
    table.end_row();
}

} // namespace

std::string attempts_csv(const std::vector<Run> &runs, const Texts &texts) {
    Table table;
    add_head(table, texts,
             {Text::report_csv_nickname, Text::report_csv_group, Text::report_csv_profession, Text::report_csv_session,
              Text::report_csv_case, Text::report_csv_case_version, Text::report_csv_case_hash, Text::report_csv_kind,
              Text::report_csv_started, Text::report_csv_status, Text::report_csv_ending, Text::report_csv_earned,
              Text::report_csv_available, Text::report_csv_percent});
    add_point_heads(table, texts);
    add_head(table, texts, {Text::report_csv_flags, Text::report_csv_seconds});
    table.end_row();
    for (const Run &run : runs) add_attempt(table, run, texts);
    return table.take();
}

std::string decisions_csv(const std::vector<Run> &runs, const Texts &texts) {
    Table table;
    add_head(table, texts,
             {Text::report_csv_session, Text::report_csv_group, Text::report_csv_profession, Text::report_csv_case,
              Text::report_csv_scene, Text::report_csv_scene_title, Text::report_csv_question, Text::report_csv_answer,
              Text::report_csv_class});
    add_point_heads(table, texts);
    add_head(table, texts,
             {Text::report_csv_regret, Text::report_csv_rationale, Text::report_csv_seconds, Text::report_csv_given});
    table.end_row();
    for (const Run &run : runs)
        for (const engine::PlayedDecision &played : run.progress->played)
            if (!std::holds_alternative<ReadOn>(played.scene->interaction))
                add_decision(table, *run.session, played, texts);
    return table.take();
}

} // namespace tsunagi::report
