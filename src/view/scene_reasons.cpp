#include "view/scene_reasons.h"

#include "view/play_view.h"

namespace tsunagi::view {

using namespace model;
using i18n::Text;
using i18n::Texts;

namespace {

struct Teller {
    const Handbook &handbook;
    const Texts &texts;

    std::vector<ReasonView> operator()(const ReadOn &) const { return {}; }
    std::vector<ReasonView> operator()(const ChooseOne &choice) const { return options(choice.options); }
    std::vector<ReasonView> operator()(const ChooseMany &choice) const { return options(choice.items); }

    std::vector<ReasonView> operator()(const AssignGrid &grid) const {
        std::vector<ReasonView> reasons;
        for (const GridRow &row : grid.rows) {
            ReasonView reason = told(row.text, row.reason, row.refs);
            for (const GridColumn &column : grid.columns)
                if (const GridCell *cell = grid.find_cell(row.id, column.id); cell != nullptr)
                    add_cell(column, *cell, reason);
            reasons.push_back(std::move(reason));
        }
        return reasons;
    }

    std::vector<ReasonView> operator()(const OrderSteps &order) const {
        std::vector<ReasonView> reasons;
        for (const OrderStep &step : order.steps) {
            ReasonView reason = told(step.text, step.reason, step.refs);
            for (const Precedence &precedence : order.precedences)
                if (precedence.after == step.id && !precedence.reason.empty())
                    reason.details.push_back(precedence.reason);
            reasons.push_back(std::move(reason));
        }
        return reasons;
    }

  private:
    [[nodiscard]] ReasonView told(const std::string &text, const std::string &why,
                                  const std::vector<HandbookId> &refs) const {
        ReasonView reason;
        reason.text = text;
        reason.reason = why;
        reason.refs = reference_views(refs, handbook, texts);
        return reason;
    }

    [[nodiscard]] std::vector<ReasonView> options(const std::vector<Option> &options) const {
        std::vector<ReasonView> reasons;
        for (const Option &option : options) {
            ReasonView reason = told(option.text, option.reason, option.refs);
            reason.option_class = class_view(option.option_class, texts);
            reason.is_essential = option.is_essential;
            reasons.push_back(std::move(reason));
        }
        return reasons;
    }

    // Which marks count at a place, and why: "看護師：主 または 補".
    void add_cell(const GridColumn &column, const GridCell &cell, ReasonView &reason) const {
        if (cell.accept.empty()) return;
        std::string marks;
        for (const Mark mark : cell.accept) {
            if (!marks.empty()) marks += texts(Text::comparison_mark_or);
            marks += mark_view(mark, texts).word;
        }
        std::string line =
            texts.format(Text::comparison_names_of, fmt::arg("profession", column.text), fmt::arg("names", marks));
        if (!cell.reason.empty()) line += texts.format(Text::outcome_mark_reason, fmt::arg("reason", cell.reason));
        reason.details.push_back(std::move(line));
    }
};

} // namespace

std::vector<ReasonView> scene_reasons(const Scene &scene, const Handbook &handbook, const Texts &texts) {
    return std::visit(Teller{handbook, texts}, scene.interaction);
}

} // namespace tsunagi::view
