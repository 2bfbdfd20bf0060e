#include "analysis/strategies.h"

#include <algorithm>
#include <set>

#include "analysis/course_graph.h"
#include "base/utf8.h"
#include "engine/scoring.h"

namespace tsunagi::analysis {

using namespace model;

namespace {

/// What a rule asks for at one interaction, with the options that are available. Nothing: the rule says nothing.
class Rule {
  public:
    Rule(Strategy strategy, std::optional<Profession> profession, std::function<bool(const Option &)> is_available)
        : strategy_(strategy), profession_(profession), is_available_(std::move(is_available)) {}

    std::optional<Answer> operator()(const ReadOn &) const { return ReadAnswer{}; }

    std::optional<Answer> operator()(const ChooseOne &choice) const {
        std::vector<const Option *> options;
        for (const Option &option : choice.options)
            if (is_available_(option) && is_meant(option)) options.push_back(&option);
        if (options.empty() || strategy_ == Strategy::everything || strategy_ == Strategy::nothing) return std::nullopt;
        put_in_order(options);
        return OneAnswer{options.front()->id};
    }

    std::optional<Answer> operator()(const ChooseMany &choice) const {
        std::vector<const Option *> items;
        for (const Option &item : choice.items)
            if (is_available_(item) && is_meant(item)) items.push_back(&item);
        if (items.empty() && is_selective()) return std::nullopt;
        if (strategy_ == Strategy::everything || strategy_ == Strategy::nothing)
            std::stable_sort(items.begin(), items.end(),
                             [](const Option *a, const Option *b) { return a->cost < b->cost; });
        else
            put_in_order(items);

        std::size_t limit = items.size();
        const auto min = static_cast<std::size_t>(std::max(choice.min, 0));
        if (strategy_ == Strategy::nothing) limit = min;
        if (is_by_text_or_place() && !choice.budget && !choice.max) limit = std::max<std::size_t>(min, 1);
        if (choice.max) limit = std::min(limit, static_cast<std::size_t>(std::max(*choice.max, 0)));
        ManyAnswer answer;
        int spent = 0;
        for (const Option *item : items) {
            if (answer.items.size() >= limit) break;
            if (choice.budget && spent + item->cost > *choice.budget) continue;
            spent += item->cost;
            answer.items.push_back(item->id);
        }
        if (answer.items.size() < min) return std::nullopt;
        return answer;
    }

    std::optional<Answer> operator()(const AssignGrid &grid) const {
        if (strategy_ == Strategy::nothing) return GridAnswer{};
        const bool is_sharing = grid.kind == GridKind::sharing;
        if (strategy_ == Strategy::consult) return is_sharing ? fill(grid, all(grid), Mark::ask) : std::nullopt;
        if (strategy_ == Strategy::everything || (is_sharing && strategy_ == Strategy::first))
            return fill(grid, all(grid), is_sharing ? Mark::share : Mark::lead);
        if (is_sharing && strategy_ == Strategy::last) return fill(grid, all(grid), Mark::withhold);
        const std::vector<bool> chosen = columns(grid);
        if (std::find(chosen.begin(), chosen.end(), true) == chosen.end()) return std::nullopt;
        return fill(grid, chosen, is_sharing ? Mark::share : Mark::lead);
    }

    std::optional<Answer> operator()(const OrderSteps &order) const {
        if (!is_by_text_or_place()) return std::nullopt;
        std::vector<const OrderStep *> steps;
        for (const OrderStep &step : order.steps) steps.push_back(&step);
        put_in_order(steps);
        OrderAnswer answer;
        for (const OrderStep *step : steps) answer.steps.push_back(step->id);
        return answer;
    }

  private:
    [[nodiscard]] bool is_selective() const {
        return strategy_ == Strategy::consult || strategy_ == Strategy::one_profession;
    }
    [[nodiscard]] bool is_by_text_or_place() const {
        return strategy_ == Strategy::first || strategy_ == Strategy::last || strategy_ == Strategy::longest ||
               strategy_ == Strategy::shortest;
    }

    [[nodiscard]] bool is_meant(const Option &option) const {
        if (strategy_ == Strategy::consult)
            return std::find(option.tags.begin(), option.tags.end(), "consult") != option.tags.end();
        if (strategy_ == Strategy::one_profession)
            return profession_ && (option.profession ? *option.profession == *profession_
                                                     : option.group == word_of(*profession_, kProfessionWords));
        return true;
    }

    /// By place or by the length of the text; the earlier first among equals.
    template <class Item>
    void put_in_order(std::vector<const Item *> &items) const {
        if (strategy_ == Strategy::last) std::reverse(items.begin(), items.end());
        const auto length = [](const Item *item) { return base::count_code_points(item->text); };
        if (strategy_ == Strategy::longest)
            std::stable_sort(items.begin(), items.end(),
                             [&](const Item *a, const Item *b) { return length(a) > length(b); });
        if (strategy_ == Strategy::shortest)
            std::stable_sort(items.begin(), items.end(),
                             [&](const Item *a, const Item *b) { return length(a) < length(b); });
    }

    static std::vector<bool> all(const AssignGrid &grid) { return std::vector<bool>(grid.columns.size(), true); }

    /// The columns that lead, or that are shared with.
    [[nodiscard]] std::vector<bool> columns(const AssignGrid &grid) const {
        std::vector<bool> chosen(grid.columns.size(), false);
        if (strategy_ == Strategy::one_profession) {
            for (std::size_t i = 0; i < grid.columns.size(); ++i)
                chosen[i] = profession_ && grid.columns[i].profession == profession_;
            return chosen;
        }
        std::vector<const GridColumn *> by_rule;
        for (const GridColumn &column : grid.columns) by_rule.push_back(&column);
        put_in_order(by_rule);
        if (!by_rule.empty()) chosen[static_cast<std::size_t>(by_rule.front() - grid.columns.data())] = true;
        return chosen;
    }

    static std::optional<Answer> fill(const AssignGrid &grid, const std::vector<bool> &chosen, Mark mark) {
        GridAnswer answer;
        for (const GridRow &row : grid.rows)
            for (std::size_t i = 0; i < grid.columns.size(); ++i) {
                if (chosen[i])
                    answer.marks.push_back({row.id, grid.columns[i].id, mark});
                else if (grid.kind == GridKind::sharing)
                    answer.marks.push_back({row.id, grid.columns[i].id, Mark::withhold});
            }
        return answer;
    }

    Strategy strategy_;
    std::optional<Profession> profession_;
    std::function<bool(const Option &)> is_available_;
};

/// Every profession that something in the scenario is marked with.
std::set<Profession> professions_in(const Scenario &scenario) {
    std::set<Profession> professions;
    const auto add = [&](const std::optional<Profession> &profession) {
        if (profession) professions.insert(*profession);
    };
    for (const Scene &scene : scenario.scenes) {
        if (const std::vector<Option> *options = options_of(scene.interaction))
            for (const Option &option : *options)
                add(option.profession ? option.profession : value_of<Profession>(option.group, kProfessionWords));
        if (const auto *grid = std::get_if<AssignGrid>(&scene.interaction))
            for (const GridColumn &column : grid->columns) add(column.profession);
    }
    return professions;
}

/// Exact expectation of the overall score: a share of all play stands in every live state, and moves on from there as
/// the strategy says, or divided over all classes of answers as chance does.
double expected_overall(CourseGraph &graph, Strategy strategy, std::optional<Profession> profession) {
    struct Plan {
        bool is_made = false;
        std::optional<std::size_t> answer_class;
        double earned = 0.0;
    };
    std::vector<Plan> plans(graph.sets.size());
    const auto plan_for = [&](std::uint32_t number) -> const Plan & {
        Plan &plan = plans[number];
        if (plan.is_made) return plan;
        plan.is_made = true;
        const AnswerSet &set = graph.sets[number];
        const Interaction &interaction = graph.story.scenes[set.scene].scene->interaction;
        const std::vector<Option> *options = options_of(interaction);
        const auto is_available = [&](const Option &option) {
            return set.is_available[static_cast<std::size_t>(&option - options->data())];
        };
        std::optional<Answer> answer;
        if (strategy != Strategy::random && !set.is_empty())
            answer = std::visit(Rule(strategy, profession, is_available), interaction);
        if (answer) {
            plan.answer_class = graph.classifier.class_of(set, *answer);
            plan.earned = engine::earned_credit(interaction, *answer).overall();
        } else {
            for (PointIndex point = 0; point < kPointCount; ++point) plan.earned += set.mean[point];
        }
        return plan;
    };

    double expected = 0.0;
    std::vector<double> share(graph.nodes.size(), 0.0);
    share[graph.start] = 1.0;
    for (const std::size_t scene : graph.story.order)
        for (const CourseGraph::Place place : graph.nodes_of_scene[scene]) {
            if (share[place] == 0.0) continue;
            const CourseGraph::Node &node = graph.nodes[place];
            const Plan &plan = plan_for(node.set);
            expected += share[place] * plan.earned;
            const auto go = [&](std::size_t answer_class, double part) {
                const CourseGraph::Place target = graph.target_of(node, answer_class);
                if (target < CourseGraph::kEnding) share[target] += share[place] * part;
            };
            if (plan.answer_class) {
                go(*plan.answer_class, 1.0);
                continue;
            }
            const std::vector<AnswerClass> &classes = graph.set_of(node).classes;
            for (std::size_t i = 0; i < classes.size(); ++i) go(i, classes[i].probability);
        }
    return expected;
}

} // namespace

std::optional<Answer> strategy_answer(Strategy strategy, const Interaction &interaction, const engine::State &state,
                                      std::optional<Profession> profession) {
    if (strategy == Strategy::random) return std::nullopt;
    const auto is_available = [&](const Option &option) { return engine::is_available(option, state); };
    return std::visit(Rule(strategy, profession, is_available), interaction);
}

std::vector<StrategyFigure> strategy_figures(const Courses &courses) {
    CourseGraph &graph = courses.graph();
    const int max = courses.summary().overall.max;
    std::vector<StrategyFigure> figures;
    for (std::size_t i = 0; i < kStrategyWords.size(); ++i) {
        StrategyFigure figure;
        figure.strategy = static_cast<Strategy>(i);
        if (figure.strategy == Strategy::one_profession) {
            for (const Profession profession : professions_in(courses.scenario())) {
                const double mean = expected_overall(graph, figure.strategy, profession);
                if (figure.profession && mean <= figure.overall_mean) continue;
                figure.overall_mean = mean;
                figure.profession = profession;
            }
        }
        if (!figure.profession) figure.overall_mean = expected_overall(graph, figure.strategy, std::nullopt);
        figure.overall_percent = max == 0 ? 0.0 : 100.0 * figure.overall_mean / max;
        figures.push_back(figure);
    }
    return figures;
}

} // namespace tsunagi::analysis
