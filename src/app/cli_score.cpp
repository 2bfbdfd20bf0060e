#include "app/cli_score.h"

#include <iostream>

#include <nlohmann/json.hpp>

#include "app/cli_case.h"
#include "engine/debrief.h"
#include "engine/fold.h"
#include "view/outcome_view.h"

namespace tsunagi::app {

using i18n::Text;
using Json = nlohmann::ordered_json;

namespace {

Json pair_of(int earned, int available) { return {{"earned", earned}, {"available", available}}; }

/// The figures that are not 0, by id.
Json points_of(const model::Credit &credit) {
    Json points = Json::object();
    for (std::size_t i = 0; i < model::kPointCount; ++i)
        if (credit.points[i] != 0) points[model::point_id(i)] = credit.points[i];
    return points;
}

Json class_of(const std::optional<model::OptionClass> &option_class) {
    if (!option_class) return nullptr;
    return model::word_of(*option_class, model::kOptionClassWords);
}

Json items_of(const engine::DecisionReview &review) {
    Json items = Json::array();
    for (const engine::OptionReview &option : review.options)
        items.push_back({{"id", option.option->id.value},
                         {"class", class_of(option.option->option_class)},
                         {"taken", option.is_taken},
                         {"offered", option.was_available},
                         {"essential", option.option->is_essential}});
    return items;
}

Json decision_of(const engine::PlayedDecision &played) {
    const engine::DecisionReview review = engine::review(played);
    Json decision = {{"given", played.decision.is_given},
                     {"scene", played.scene->id.value},
                     {"title", played.scene->title},
                     {"month", played.month},
                     {"class", class_of(review.option_class)},
                     {"earned", points_of(played.earned)},
                     {"available", points_of(played.available)}};
    Json cells = Json::object();
    for (std::size_t i = 0; i < model::kCellCount; ++i)
        if (played.available.cells[i] != 0 || played.earned.cells[i] != 0)
            cells[model::cell_id(i)] = pair_of(played.earned.cells[i], played.available.cells[i]);
    decision["cells"] = cells;
    decision["items"] = items_of(review);
    Json marks = Json::array();
    for (const engine::CellReview &cell : review.cells)
        marks.push_back({{"row", cell.row->id.value},
                         {"column", cell.column->id.value},
                         {"mark", model::word_of(cell.mark, model::kMarkWords)},
                         {"class", class_of(cell.mark_class)}});
    decision["marks"] = marks;
    Json precedences = Json::array();
    for (const engine::PrecedenceReview &precedence : review.precedences)
        precedences.push_back({{"before", precedence.precedence->before.value},
                               {"after", precedence.precedence->after.value},
                               {"kept", precedence.is_kept}});
    decision["precedences"] = precedences;
    return decision;
}

Json document_of(const engine::Progress &progress, const engine::Scorecard &card) {
    Json document;
    document["scenario"] = {{"id", progress.scenario->id.value}, {"version", progress.scenario->version}};
    document["ending"] = nullptr;
    if (progress.ending != nullptr)
        document["ending"] = {{"id", progress.ending->id.value},
                              {"title", progress.ending->title},
                              {"kind", model::word_of(progress.ending->kind, model::kEndingKindWords)}};
    document["months"] = progress.state.months;
    for (std::size_t i = 0; i < model::kPointCount; ++i)
        document["points"][model::point_id(i)] = pair_of(card.earned.points[i], card.available.points[i]);
    for (std::size_t i = 0; i < model::kCellCount; ++i)
        document["cells"][model::cell_id(i)] = pair_of(card.earned.cells[i], card.available.cells[i]);
    document["overall"] = pair_of(card.earned.overall(), card.available.overall());
    document["flags"] = Json::array();
    for (const engine::SafetyRaised &raised : card.safety)
        document["flags"].push_back({{"kind", model::word_of(raised.flag.kind, model::kSafetyKindWords)},
                                     {"text", raised.flag.text},
                                     {"scene", raised.scene->id.value}});
    document["decisions"] = Json::array();
    for (const engine::PlayedDecision &played : progress.played) document["decisions"].push_back(decision_of(played));
    return document;
}

void print_figure(const view::FigureView &figure, const i18n::Texts &texts) {
    std::cout << "  "
              << texts.format(Text::cli_figure, fmt::arg("label", figure.title.empty() ? figure.label : figure.title),
                              fmt::arg("earned", figure.earned), fmt::arg("available", figure.available))
              << '\n';
}

void print_decisions(const engine::Progress &progress, const i18n::Texts &texts) {
    int number = 0;
    for (const engine::PlayedDecision &played : progress.played) {
        const engine::DecisionReview review = engine::review(played);
        std::cout << "  "
                  << texts.format(Text::cli_score_decision, fmt::arg("n", ++number),
                                  fmt::arg("title", played.scene->title), fmt::arg("earned", played.earned.overall()),
                                  fmt::arg("available", played.available.overall()));
        if (review.option_class && !played.decision.is_given)
            std::cout << ' ' << view::class_view(*review.option_class, texts).word;
        std::cout << '\n';
    }
}

void print_text(const engine::Progress &progress, const engine::Scorecard &card, const model::Handbook &handbook,
                const i18n::Texts &texts) {
    std::cout << progress.scenario->title << '\n';
    if (progress.ending != nullptr)
        std::cout << texts.format(Text::cli_score_ending, fmt::arg("title", progress.ending->title),
                                  fmt::arg("kind", texts.named("ending_kind." +
                                                               std::string(model::word_of(progress.ending->kind,
                                                                                          model::kEndingKindWords)))))
                  << '\n';
    else
        std::cout << texts.format(Text::cli_score_unfinished, fmt::arg("scene", progress.scene->title)) << '\n';
    std::cout << texts.format(Text::cli_score_months, fmt::arg("n", progress.state.months)) << "\n\n";

    std::cout << texts(Text::cli_score_points) << '\n';
    for (std::size_t i = 0; i < model::kPointCount; ++i)
        print_figure(view::point_figure(i, card.earned.points[i], card.available.points[i], handbook, texts), texts);
    std::cout << "  "
              << texts.format(Text::cli_score_overall, fmt::arg("earned", card.earned.overall()),
                              fmt::arg("available", card.available.overall()))
              << "\n\n"
              << texts(Text::cli_score_cells) << '\n';
    for (std::size_t i = 0; i < model::kCellCount; ++i)
        if (card.available.cells[i] > 0 || card.earned.cells[i] > 0)
            print_figure(view::cell_figure(i, card.earned.cells[i], card.available.cells[i], handbook, texts), texts);

    std::cout << '\n' << texts(Text::cli_score_flags) << '\n';
    for (const engine::SafetyRaised &raised : card.safety) {
        const view::SafetyView safety = view::safety_view(raised, texts);
        std::cout << "  "
                  << texts.format(Text::cli_safety, fmt::arg("kind", safety.heading), fmt::arg("text", safety.text),
                                  fmt::arg("scene", raised.scene->title))
                  << '\n';
    }
    if (card.safety.empty()) std::cout << "  " << texts(Text::cli_none) << '\n';
    std::cout << '\n' << texts(Text::cli_score_decisions) << '\n';
    print_decisions(progress, texts);
}

} // namespace

int run_score(const CliContext &context, const std::string &session_file, const std::string &wanted_case,
              bool as_json) {
    const auto session = load_session_file(session_file);
    if (!session.is_ok()) return report_error(context, session.error());

    const auto store = existing_sessions(context);
    const model::Handbook handbook = load_handbook_or_warn(context);
    const auto file =
        case_of_session(context, handbook, *session, wanted_case, wanted_case.empty() ? store.get() : nullptr);
    if (!file.is_ok()) return report_error(context, file.error());
    const auto progress = engine::fold(*file->scenario, session->decisions);
    if (!progress.is_ok()) return report_error(context, progress.error());
    const engine::Scorecard card = engine::score(*progress);
    if (as_json)
        std::cout << document_of(*progress, card).dump(2) << '\n';
    else
        print_text(*progress, card, handbook, context.texts);
    return kGood;
}

} // namespace tsunagi::app
