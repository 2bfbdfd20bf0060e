#include "view/answer_text.h"

#include <algorithm>

#include "view/play_view.h"

namespace tsunagi::view {

using namespace model;
using i18n::Text;
using i18n::Texts;

namespace {

bool holds_id(const std::vector<OptionId> &ids, const OptionId &id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

std::string mark_line(const GridRow &row, const GridColumn &column, Mark mark, const Texts &texts) {
    return texts.format(Text::outcome_taken_mark, fmt::arg("row", row.text), fmt::arg("column", column.text),
                        fmt::arg("mark", mark_view(mark, texts).word));
}

// Where interaction and answer are of different kinds, each of these says nothing: such a decision is never committed.

struct LineTeller {
    const Texts &texts;

    std::vector<std::string> operator()(const ChooseOne &choice, const OneAnswer &answer) const {
        for (const Option &option : choice.options)
            if (option.id == answer.option) return {option.text};
        return {};
    }
    std::vector<std::string> operator()(const ChooseMany &choice, const ManyAnswer &answer) const {
        std::vector<std::string> lines;
        for (const Option &item : choice.items)
            if (holds_id(answer.items, item.id)) lines.push_back(item.text);
        return lines;
    }
    std::vector<std::string> operator()(const AssignGrid &grid, const GridAnswer &answer) const {
        std::vector<std::string> lines;
        for (const GridRow &row : grid.rows)
            for (const GridColumn &column : grid.columns) {
                const Mark mark = mark_at(answer, grid.kind, row.id, column.id);
                if (mark != empty_mark(grid.kind)) lines.push_back(mark_line(row, column, mark, texts));
            }
        return lines;
    }
    std::vector<std::string> operator()(const OrderSteps &order, const OrderAnswer &answer) const {
        std::vector<std::string> lines;
        for (const OptionId &id : answer.steps) {
            const auto step = std::find_if(order.steps.begin(), order.steps.end(),
                                           [&](const OrderStep &candidate) { return candidate.id == id; });
            if (step != order.steps.end())
                lines.push_back(
                    texts.format(Text::outcome_step, fmt::arg("n", lines.size() + 1), fmt::arg("step", step->text)));
        }
        return lines;
    }
    template <class Kind, class Given>
    std::vector<std::string> operator()(const Kind &, const Given &) const {
        return {};
    }
};

struct Sameness {
    bool operator()(const ReadOn &, const ReadAnswer &, const ReadAnswer &) const { return true; }
    bool operator()(const ChooseOne &, const OneAnswer &a, const OneAnswer &b) const { return a.option == b.option; }
    bool operator()(const ChooseMany &choice, const ManyAnswer &a, const ManyAnswer &b) const {
        return std::all_of(choice.items.begin(), choice.items.end(), [&](const Option &item) {
            return holds_id(a.items, item.id) == holds_id(b.items, item.id);
        });
    }
    bool operator()(const AssignGrid &grid, const GridAnswer &a, const GridAnswer &b) const {
        for (const GridRow &row : grid.rows)
            for (const GridColumn &column : grid.columns)
                if (mark_at(a, grid.kind, row.id, column.id) != mark_at(b, grid.kind, row.id, column.id)) return false;
        return true;
    }
    bool operator()(const OrderSteps &, const OrderAnswer &a, const OrderAnswer &b) const { return a.steps == b.steps; }
    template <class Kind, class A, class B>
    bool operator()(const Kind &, const A &, const B &) const {
        return false;
    }
};

struct DifferenceTeller {
    const Answer &own;
    const Texts &texts;

    AnswerDifference operator()(const ChooseMany &choice, const ManyAnswer &other) const {
        AnswerDifference difference;
        const auto &mine = std::get<ManyAnswer>(own);
        const auto add = [&](bool is_more, Text text) {
            for (const Option &item : choice.items) {
                if (holds_id(mine.items, item.id) == is_more || holds_id(other.items, item.id) != is_more) continue;
                difference.lines.push_back(texts.format(text, fmt::arg("item", item.text)));
                difference.ids.push_back(item.id.value);
            }
        };
        add(true, Text::courses_item_more);
        add(false, Text::courses_item_less);
        difference.summary = texts.format(Text::courses_items, fmt::arg("n", other.items.size()));
        return difference;
    }
    AnswerDifference operator()(const AssignGrid &grid, const GridAnswer &other) const {
        AnswerDifference difference;
        const auto &mine = std::get<GridAnswer>(own);
        int unscored = 0;
        for (const GridRow &row : grid.rows)
            for (const GridColumn &column : grid.columns) {
                const Mark here = mark_at(mine, grid.kind, row.id, column.id);
                const Mark there = mark_at(other, grid.kind, row.id, column.id);
                if (here == there) continue;
                if (grid.find_cell(row.id, column.id) == nullptr) {
                    ++unscored;
                    continue;
                }
                difference.lines.push_back(texts.format(
                    Text::courses_mark, fmt::arg("row", row.text), fmt::arg("column", column.text),
                    fmt::arg("mark", mark_view(there, texts).word), fmt::arg("own", mark_view(here, texts).word)));
                if (difference.ids.empty() || difference.ids.back() != row.id.value)
                    difference.ids.push_back(row.id.value);
            }
        difference.summary = texts.format(Text::courses_marks_differ, fmt::arg("n", difference.lines.size()));
        if (unscored > 0)
            difference.lines.push_back(texts.format(Text::courses_marks_unscored, fmt::arg("n", unscored)));
        return difference;
    }
    template <class Kind, class Given>
    AnswerDifference operator()(const Kind &kind, const Given &other) const {
        return {{}, LineTeller{texts}(kind, other), {}};
    }
};

} // namespace

std::vector<std::string> answer_lines(const Interaction &interaction, const Answer &answer, const Texts &texts) {
    return std::visit(LineTeller{texts}, interaction, answer);
}

std::string answer_size(const Interaction &interaction, const Answer &answer, const Texts &texts) {
    const std::size_t count = answer_lines(interaction, answer, texts).size();
    if (std::holds_alternative<ChooseMany>(interaction)) return texts.format(Text::courses_items, fmt::arg("n", count));
    if (std::holds_alternative<AssignGrid>(interaction)) return texts.format(Text::courses_marks, fmt::arg("n", count));
    return {};
}

bool is_same_answer(const Interaction &interaction, const Answer &a, const Answer &b) {
    return std::visit(Sameness{}, interaction, a, b);
}

AnswerDifference difference_of(const Interaction &interaction, const Answer &own, const Answer &other,
                               const Texts &texts) {
    if (own.index() != other.index()) return {{}, answer_lines(interaction, other, texts), {}};
    return std::visit(DifferenceTeller{own, texts}, interaction, other);
}

} // namespace tsunagi::view
