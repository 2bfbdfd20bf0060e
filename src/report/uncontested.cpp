#include "report/uncontested.h"

#include <algorithm>
#include <vector>

#include "engine/scoring.h"

namespace tsunagi::report {

using namespace model;

namespace {

constexpr const char *kBetween = "[,]";

void append(std::string &response, const std::string &id) {
    if (!response.empty()) response += kBetween;
    response += id;
}

std::string place_and_mark(const RowId &row, const ColumnId &column, Mark mark) {
    return row.value + ":" + column.value + "[.]" + std::string(word_of(mark, kMarkWords));
}

bool is_good(OptionClass option_class) {
    return option_class == OptionClass::recommended || option_class == OptionClass::acceptable;
}

struct ResponseWriter {
    std::string operator()(const ChooseOne &, const OneAnswer &answer) const { return answer.option.value; }
    std::string operator()(const ChooseMany &choice, const ManyAnswer &answer) const {
        std::string response;
        for (const Option &item : choice.items) // in the case's order, so that equal answers are equal texts
            if (std::find(answer.items.begin(), answer.items.end(), item.id) != answer.items.end())
                append(response, item.id.value);
        return response;
    }
    std::string operator()(const AssignGrid &grid, const GridAnswer &answer) const {
        std::string response;
        for (const GridRow &row : grid.rows)
            for (const GridColumn &column : grid.columns) {
                const Mark mark = mark_at(answer, grid.kind, row.id, column.id);
                if (mark != empty_mark(grid.kind)) append(response, place_and_mark(row.id, column.id, mark));
            }
        return response;
    }
    std::string operator()(const OrderSteps &, const OrderAnswer &answer) const {
        std::string response;
        for (const OptionId &step : answer.steps) append(response, step.value);
        return response;
    }
    template <class Kind, class Given>
    std::string operator()(const Kind &, const Given &) const {
        return {};
    }
};

struct Judge {
    std::optional<std::string> operator()(const ReadOn &) const { return std::nullopt; }

    std::optional<std::string> operator()(const ChooseOne &choice) const {
        const Option *right = nullptr;
        for (const Option &option : choice.options) {
            if (!is_good(option.option_class)) continue;
            if (right != nullptr || option.option_class == OptionClass::acceptable) return std::nullopt;
            right = &option;
        }
        return right == nullptr ? std::nullopt : std::optional(right->id.value);
    }

    std::optional<std::string> operator()(const ChooseMany &choice) const {
        std::string response;
        int cost = 0;
        int count = 0;
        for (const Option &item : choice.items) {
            if (item.option_class == OptionClass::acceptable) return std::nullopt;
            if (item.option_class != OptionClass::recommended) continue;
            append(response, item.id.value);
            cost += item.cost;
            ++count;
        }
        const bool is_possible = count > 0 && count >= choice.min && (!choice.max || count <= *choice.max) &&
                                 (!choice.budget || cost <= *choice.budget);
        return is_possible ? std::optional(response) : std::nullopt;
    }

    std::optional<std::string> operator()(const AssignGrid &grid) const {
        std::string response;
        for (const GridRow &row : grid.rows)
            for (const GridColumn &column : grid.columns) {
                std::optional<Mark> right;
                for (const Mark mark : marks_of(grid.kind)) {
                    const auto mark_class = engine::mark_class(grid, row.id, column.id, mark);
                    if (!mark_class || !is_good(*mark_class)) continue;
                    if (right) return std::nullopt;
                    right = mark;
                }
                if (!right) return std::nullopt;
                if (*right != empty_mark(grid.kind)) append(response, place_and_mark(row.id, column.id, *right));
            }
        return response.empty() ? std::nullopt : std::optional(response);
    }

    std::optional<std::string> operator()(const OrderSteps &order) const {
        // One order is left when at each place exactly one step has nothing before it that is still to come.
        std::vector<OptionId> left;
        for (const OrderStep &step : order.steps) left.push_back(step.id);
        std::string response;
        while (!left.empty()) {
            std::vector<OptionId> first;
            for (const OptionId &step : left) {
                const bool waits =
                    std::any_of(order.precedences.begin(), order.precedences.end(), [&](const Precedence &precedence) {
                        return precedence.after == step && precedence.before != step &&
                               std::find(left.begin(), left.end(), precedence.before) != left.end();
                    });
                if (!waits) first.push_back(step);
            }
            if (first.size() != 1) return std::nullopt;
            append(response, first.front().value);
            left.erase(std::find(left.begin(), left.end(), first.front()));
        }
        return response.empty() ? std::nullopt : std::optional(response);
    }
};

} // namespace

std::string xapi_response(const Interaction &interaction, const Answer &answer) {
    return std::visit(ResponseWriter{}, interaction, answer);
}

std::optional<std::string> uncontested_response(const Interaction &interaction) {
    return std::visit(Judge{}, interaction);
}

} // namespace tsunagi::report
