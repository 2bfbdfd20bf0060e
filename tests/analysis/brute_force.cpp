#include "analysis/brute_force.h"

#include <algorithm>
#include <stdexcept>

#include "engine/scoring.h"

namespace tsunagi::test {

using namespace model;

namespace {

std::vector<Answer> all_sets(const std::vector<Option> &items) {
    std::vector<Answer> answers;
    for (std::size_t chosen = 0; chosen < (std::size_t{1} << items.size()); ++chosen) {
        ManyAnswer answer;
        for (std::size_t i = 0; i < items.size(); ++i)
            if ((chosen >> i & 1u) != 0) answer.items.push_back(items[i].id);
        answers.emplace_back(std::move(answer));
    }
    return answers;
}

std::vector<Answer> all_markings(const AssignGrid &grid) {
    std::vector<GridAnswer> answers(1);
    for (const GridRow &row : grid.rows)
        for (const GridColumn &column : grid.columns) {
            std::vector<GridAnswer> longer = answers; // with the empty mark here
            for (const GridAnswer &answer : answers)
                for (const Mark mark : marks_of(grid.kind)) {
                    if (mark == empty_mark(grid.kind)) continue;
                    longer.push_back(answer);
                    longer.back().marks.push_back({row.id, column.id, mark});
                }
            answers = std::move(longer);
        }
    return {answers.begin(), answers.end()};
}

std::vector<Answer> all_orders(const OrderSteps &order) {
    std::vector<OptionId> steps;
    for (const OrderStep &step : order.steps) steps.push_back(step.id);
    std::sort(steps.begin(), steps.end());
    std::vector<Answer> answers;
    do answers.emplace_back(OrderAnswer{steps});
    while (std::next_permutation(steps.begin(), steps.end()));
    return answers;
}

void note_options(const SceneId &scene, const Answer &answer, Tally &tally) {
    if (const auto *one = std::get_if<OneAnswer>(&answer)) tally.options.insert({scene, one->option});
    if (const auto *many = std::get_if<ManyAnswer>(&answer))
        for (const OptionId &item : many->items) tally.options.insert({scene, item});
}

void note_complete_course(const Credit &earned, Tally &tally) {
    const bool is_first = tally.courses_by_overall.empty();
    ++tally.courses_by_overall[earned.overall()];
    for (std::size_t i = 0; i < kAllFigures; ++i) {
        const int value = any_figure(earned, i);
        tally.max[i] = is_first ? value : std::max(tally.max[i], value);
        tally.min[i] = is_first ? value : std::min(tally.min[i], value);
    }
}

} // namespace

std::vector<Answer> all_answers(const Interaction &interaction) {
    if (const auto *one = std::get_if<ChooseOne>(&interaction)) {
        std::vector<Answer> answers;
        for (const Option &option : one->options) answers.emplace_back(OneAnswer{option.id});
        return answers;
    }
    if (const auto *many = std::get_if<ChooseMany>(&interaction)) return all_sets(many->items);
    if (const auto *grid = std::get_if<AssignGrid>(&interaction)) return all_markings(*grid);
    if (const auto *order = std::get_if<OrderSteps>(&interaction)) return all_orders(*order);
    return {ReadAnswer{}};
}

int any_figure(const Credit &credit, std::size_t index) {
    return index == kOverallFigure ? credit.overall() : figure(credit, index);
}

std::size_t Tally::courses() const {
    std::size_t sum = 0;
    for (const auto &[overall, count] : courses_by_overall) sum += count;
    return sum;
}

std::size_t Tally::best_courses() const { return courses_by_overall.empty() ? 0 : courses_by_overall.rbegin()->second; }

std::size_t Tally::courses_at_percent(int percent) const {
    if (courses_by_overall.empty()) return 0;
    const int best = courses_by_overall.rbegin()->first;
    std::size_t sum = 0;
    for (const auto &[overall, count] : courses_by_overall)
        if (overall * 100 >= best * percent) sum += count;
    return sum;
}

engine::Progress decided(const engine::Progress &progress, const Answer &answer) {
    engine::Progress next = progress;
    next.played.clear();
    const base::Status status = engine::commit(next, {progress.scene->id, answer, {}, 0});
    if (!status) throw std::logic_error(status.error().code + ": " + status.error().detail);
    return next;
}

BruteForce::BruteForce(const Scenario &scenario) : scenario_(scenario) {
    for (const Scene &scene : scenario.scenes) answers_.emplace(scene.id, all_answers(scene.interaction));
}

std::vector<Answer> BruteForce::possible_answers(const engine::Progress &progress) const {
    std::vector<Answer> possible;
    for (const Answer &answer : answers_.at(progress.scene->id))
        if (!engine::answer_fault(progress.scene->interaction, answer, progress.state)) possible.push_back(answer);
    return possible;
}

Tally BruteForce::play_all(const engine::Progress &from, const Witness &witness) const {
    Tally tally;
    engine::Progress start = from;
    start.played.clear();
    play(start, {}, witness, tally);
    return tally;
}

void BruteForce::play(const engine::Progress &progress, const Course &course, const Witness &witness,
                      Tally &tally) const {
    if (witness) witness(progress);
    const auto stops_here = [&] {
        for (std::size_t i = 0; i < kAllFigures; ++i)
            tally.mean[i] += course.probability * any_figure(course.earned, i);
    };
    if (progress.is_over()) {
        stops_here();
        tally.ending_probability[progress.ending->id] += course.probability;
        note_complete_course(course.earned, tally);
        return;
    }
    ++tally.decisions_asked;
    const SceneId &scene = progress.scene->id;
    tally.scenes.insert(scene);
    const std::vector<Answer> answers = possible_answers(progress);
    if (answers.empty()) {
        stops_here();
        tally.dead_ends.insert(scene);
    }
    for (const Answer &answer : answers) {
        ++tally.answers_given;
        note_options(scene, answer, tally);
        const engine::Progress next = decided(progress, answer);
        play(next,
             {course.earned + next.played.back().earned, course.probability / static_cast<double>(answers.size())},
             witness, tally);
    }
}

double BruteForce::mean_overall(const Player &player) const { return mean_from(engine::begin(scenario_), player); }

double BruteForce::mean_from(const engine::Progress &progress, const Player &player) const {
    if (progress.is_over()) return 0.0;
    const Interaction &interaction = progress.scene->interaction;
    std::vector<Answer> answers;
    if (auto given = player(interaction, progress.state);
        given && !engine::answer_fault(interaction, *given, progress.state))
        answers.push_back(std::move(*given));
    else
        answers = possible_answers(progress);
    double sum = 0.0;
    for (const Answer &answer : answers) {
        const engine::Progress next = decided(progress, answer);
        sum += next.played.back().earned.overall() + mean_from(next, player);
    }
    return answers.empty() ? 0.0 : sum / static_cast<double>(answers.size());
}

} // namespace tsunagi::test
