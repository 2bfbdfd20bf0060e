#include "app/cli_answer.h"

#include <algorithm>
#include <utility>

#include "engine/scoring.h"

namespace tsunagi::app {

using i18n::Text;
using namespace model;

namespace {

/// The ids of a choice in the order in which the scene view numbers them (grouped, so not always the case's order).
std::vector<std::string> ids_shown(const view::ChoiceView &choice) {
    std::vector<std::string> ids;
    for (const view::OptionGroupView &group : choice.groups)
        for (const view::OptionView &option : group.options) ids.push_back(option.id);
    return ids;
}

std::string text_of_option(const std::vector<Option> &options, const OptionId &id) {
    for (const Option &option : options)
        if (option.id == id) return option.text;
    return id.value;
}

} // namespace

DecisionPrompt::DecisionPrompt(Console &console, const i18n::Texts &texts, const engine::Progress &progress,
                               const view::SceneView &scene, std::function<void()> show_status)
    : console_(console), texts_(texts), progress_(progress), scene_(scene), show_status_(std::move(show_status)) {}

std::optional<Decision> DecisionPrompt::ask() {
    try {
        for (;;) {
            Decision decision;
            decision.scene = progress_.scene->id;
            decision.answer = answer();
            if (std::holds_alternative<ReadAnswer>(decision.answer)) return decision;
            say_chosen(decision.answer);
            const std::string why = line(texts_(Text::cli_why_prompt));
            if (plain_keys(why) == "b") continue;
            decision.rationale = why;
            return decision;
        }
    } catch (const Quit &) {
        return std::nullopt;
    }
}

std::string DecisionPrompt::line(std::string_view prompt) {
    for (;;) {
        const auto typed = console_.ask(prompt);
        if (!typed) throw Quit{};
        const std::string keys = plain_keys(*typed);
        if (keys == "q") throw Quit{};
        if (keys == "?") {
            console_.say(help());
            console_.say(texts_(Text::cli_start_help));
        } else if (keys == "s") {
            show_status_();
        } else {
            return *typed;
        }
    }
}

/// The numbers typed, each from 1 to `last`; nothing, and why, when they are not.
std::optional<std::vector<int>> DecisionPrompt::numbers(std::string_view prompt, std::size_t last) {
    auto typed = numbers_of(line(prompt));
    if (!typed) {
        console_.say(texts_(Text::cli_not_a_number));
        return std::nullopt;
    }
    for (const int number : *typed)
        if (number < 1 || number > static_cast<int>(last)) {
            console_.say(texts_.format(Text::cli_number_range, fmt::arg("last", last)));
            return std::nullopt;
        }
    return typed;
}

Answer DecisionPrompt::answer() {
    for (;;) {
        Answer given =
            std::visit([&](const auto &interaction) { return answer_to(interaction); }, progress_.scene->interaction);
        if (!is_refused(given)) return given;
    }
}

bool DecisionPrompt::is_refused(const Answer &answer) {
    const auto fault = engine::answer_fault(progress_.scene->interaction, answer, progress_.state);
    if (!fault) return false;
    console_.say(texts_.named("cli.fault-" + std::string(word_of(*fault, engine::kAnswerFaultWords))));
    if (const auto *choice = std::get_if<ChooseMany>(&progress_.scene->interaction);
        choice != nullptr && choice->budget)
        if (const auto *many = std::get_if<ManyAnswer>(&answer))
            console_.say(texts_.format(Text::cli_many_used, fmt::arg("used", engine::cost_of(*choice, *many)),
                                       fmt::arg("budget", *choice->budget), fmt::arg("unit", choice->unit)));
    return true;
}

void DecisionPrompt::say_options(const view::ChoiceView &choice) {
    int number = 0;
    for (const view::OptionGroupView &group : choice.groups) {
        if (!group.heading.empty())
            console_.say(texts_.format(Text::cli_group_heading, fmt::arg("text", group.heading)));
        for (const view::OptionView &option : group.options) {
            const auto n = fmt::arg("n", ++number);
            const auto text = fmt::arg("text", option.text);
            if (!option.is_available())
                console_.say(texts_.format(Text::cli_option_unavailable, n, text, fmt::arg("why", option.unavailable)));
            else if (!option.cost_label.empty())
                console_.say(texts_.format(Text::cli_option_cost, n, text, fmt::arg("cost", option.cost_label)));
            else
                console_.say(texts_.format(Text::cli_option, n, text));
        }
    }
}

Answer DecisionPrompt::answer_to(const ReadOn &) {
    line(texts_(Text::cli_read_prompt));
    return ReadAnswer{};
}

Answer DecisionPrompt::answer_to(const ChooseOne &) {
    const auto &choice = std::get<view::ChoiceView>(scene_.interaction);
    const auto ids = ids_shown(choice);
    say_options(choice);
    for (;;) {
        const auto chosen = numbers(texts_.format(Text::cli_one_prompt, fmt::arg("last", ids.size())), ids.size());
        if (!chosen) continue;
        if (chosen->size() == 1) return OneAnswer{OptionId(ids[static_cast<std::size_t>(chosen->front() - 1)])};
        console_.say(texts_(Text::cli_not_a_number));
    }
}

Answer DecisionPrompt::answer_to(const ChooseMany &choice) {
    const auto &shown = std::get<view::ChoiceView>(scene_.interaction);
    const auto ids = ids_shown(shown);
    say_options(shown);
    if (choice.budget)
        console_.say(
            texts_.format(Text::cli_many_budget, fmt::arg("budget", *choice.budget), fmt::arg("unit", choice.unit)));
    if (choice.min > 0) console_.say(texts_.format(Text::cli_many_min, fmt::arg("n", choice.min)));
    if (choice.max) console_.say(texts_.format(Text::cli_many_max, fmt::arg("n", *choice.max)));
    for (;;) {
        const std::string typed = line(texts_(Text::cli_many_prompt));
        // An empty line is more likely a slip than a wish to take nothing, so nothing is 0.
        auto chosen = numbers_of(typed);
        if (!chosen || chosen->empty()) {
            console_.say(texts_(Text::cli_not_a_number));
            continue;
        }
        if (*chosen == std::vector<int>{0}) chosen->clear();
        const bool is_in_range = std::all_of(chosen->begin(), chosen->end(), [&](int number) {
            return number >= 1 && number <= static_cast<int>(ids.size());
        });
        if (!is_in_range) {
            console_.say(texts_.format(Text::cli_number_range, fmt::arg("last", ids.size())));
            continue;
        }
        ManyAnswer answer;
        for (const int number : *chosen) answer.items.emplace_back(ids[static_cast<std::size_t>(number - 1)]);
        return answer;
    }
}

Answer DecisionPrompt::answer_to(const OrderSteps &) {
    const auto &order = std::get<view::OrderView>(scene_.interaction);
    for (std::size_t i = 0; i < order.steps.size(); ++i)
        console_.say(texts_.format(Text::cli_option, fmt::arg("n", i + 1), fmt::arg("text", order.steps[i].text)));
    for (const OrderStage &stage : order.stages)
        console_.say(texts_.format(Text::cli_order_stage, fmt::arg("label", stage.label), fmt::arg("n", stage.count)));
    for (;;) {
        const auto typed = numbers(texts_(Text::cli_order_prompt), order.steps.size());
        if (!typed) continue;
        OrderAnswer answer;
        for (const int number : *typed) answer.steps.emplace_back(order.steps[static_cast<std::size_t>(number - 1)].id);
        return answer;
    }
}

Answer DecisionPrompt::answer_to(const AssignGrid &grid) {
    console_.say(texts_.named("grid_kind." + std::string(word_of(grid.kind, kGridKindWords))));
    console_.say(texts_(Text::cli_grid_columns));
    for (std::size_t i = 0; i < grid.columns.size(); ++i)
        console_.say(texts_.format(Text::cli_option, fmt::arg("n", i + 1), fmt::arg("text", grid.columns[i].text)));
    GridAnswer answer;
    int number = 0;
    for (const GridRow &row : grid.rows) {
        console_.say(texts_.format(Text::cli_grid_row, fmt::arg("n", ++number), fmt::arg("all", grid.rows.size()),
                                   fmt::arg("text", row.text)));
        if (grid.kind == GridKind::role_split)
            add_roles(grid, row, answer);
        else
            add_sharing(grid, row, answer);
    }
    return answer;
}

void DecisionPrompt::add_roles(const AssignGrid &grid, const GridRow &row, GridAnswer &answer) {
    for (;;) {
        std::optional<std::vector<int>> leads;
        while (!leads) leads = numbers(texts_(Text::cli_lead_prompt), grid.columns.size());
        std::optional<std::vector<int>> supports;
        while (!supports) supports = numbers(texts_(Text::cli_support_prompt), grid.columns.size());
        std::vector<Mark> marks(grid.columns.size(), Mark::none);
        for (const int number : *leads) marks[static_cast<std::size_t>(number - 1)] = Mark::lead;
        bool is_twice = false;
        for (const int number : *supports) {
            Mark &mark = marks[static_cast<std::size_t>(number - 1)];
            is_twice = is_twice || mark == Mark::lead;
            mark = Mark::support;
        }
        if (is_twice) {
            console_.say(texts_(Text::cli_both_marks));
            continue;
        }
        for (std::size_t i = 0; i < marks.size(); ++i)
            if (marks[i] != Mark::none) answer.marks.push_back({row.id, grid.columns[i].id, marks[i]});
        return;
    }
}

void DecisionPrompt::add_sharing(const AssignGrid &grid, const GridRow &row, GridAnswer &answer) {
    std::string keys;
    for (std::size_t i = 0; i < kSharingMarks.size(); ++i) {
        if (i > 0) keys += texts_(Text::cli_separator);
        keys +=
            texts_.format(Text::cli_mark_key, fmt::arg("key", i + 1),
                          fmt::arg("word", texts_.named("mark." + std::string(word_of(kSharingMarks[i], kMarkWords)))));
    }
    const std::string prompt =
        texts_.format(Text::cli_sharing_prompt, fmt::arg("n", grid.columns.size()), fmt::arg("marks", keys));
    for (;;) {
        const auto typed = numbers_of(line(prompt));
        if (!typed || typed->size() != grid.columns.size()) {
            console_.say(texts_.format(Text::cli_mark_count, fmt::arg("n", grid.columns.size())));
            continue;
        }
        if (std::any_of(typed->begin(), typed->end(), [](int mark) { return mark < 0 || mark > 3; })) {
            console_.say(texts_.format(Text::cli_number_range, fmt::arg("last", 3)));
            continue;
        }
        for (std::size_t i = 0; i < typed->size(); ++i)
            if ((*typed)[i] > 0)
                answer.marks.push_back(
                    {row.id, grid.columns[i].id, kSharingMarks[static_cast<std::size_t>((*typed)[i] - 1)]});
        return;
    }
}

/// Says back what was taken, so that a slip is heard before it counts.
void DecisionPrompt::say_chosen(const Answer &answer) {
    const auto chosen = [&](const std::string &text) {
        console_.say(texts_.format(Text::cli_chosen, fmt::arg("text", text)));
    };
    const Interaction &interaction = progress_.scene->interaction;
    if (const auto *one = std::get_if<OneAnswer>(&answer)) {
        chosen(text_of_option(std::get<ChooseOne>(interaction).options, one->option));
    } else if (const auto *many = std::get_if<ManyAnswer>(&answer)) {
        const auto &choice = std::get<ChooseMany>(interaction);
        for (const OptionId &item : many->items) chosen(text_of_option(choice.items, item));
        if (many->items.empty()) console_.say(texts_(Text::cli_chosen_nothing));
        if (choice.budget)
            console_.say(texts_.format(Text::cli_many_used, fmt::arg("used", engine::cost_of(choice, *many)),
                                       fmt::arg("budget", *choice.budget), fmt::arg("unit", choice.unit)));
    } else if (const auto *marks = std::get_if<GridAnswer>(&answer)) {
        const auto &grid = std::get<AssignGrid>(interaction);
        for (const PlacedMark &placed : marks->marks)
            for (const GridRow &row : grid.rows)
                for (const GridColumn &column : grid.columns)
                    if (row.id == placed.row && column.id == placed.column)
                        chosen(texts_.format(
                            Text::cli_chosen_mark, fmt::arg("row", row.text), fmt::arg("column", column.text),
                            fmt::arg("mark", texts_.named("mark." + std::string(word_of(placed.mark, kMarkWords))))));
        if (marks->marks.empty()) console_.say(texts_(Text::cli_chosen_nothing));
    } else if (const auto *order = std::get_if<OrderAnswer>(&answer)) {
        for (const OptionId &id : order->steps)
            for (const OrderStep &step : std::get<OrderSteps>(interaction).steps)
                if (step.id == id) chosen(step.text);
    }
}

std::string DecisionPrompt::help() const {
    struct Visitor {
        Text operator()(const ReadOn &) const { return Text::cli_help_read; }
        Text operator()(const ChooseOne &) const { return Text::cli_help_one; }
        Text operator()(const ChooseMany &) const { return Text::cli_help_many; }
        Text operator()(const AssignGrid &grid) const {
            return grid.kind == GridKind::role_split ? Text::cli_help_roles : Text::cli_help_sharing;
        }
        Text operator()(const OrderSteps &) const { return Text::cli_help_order; }
    };
    return texts_(std::visit(Visitor{}, progress_.scene->interaction));
}

} // namespace tsunagi::app
